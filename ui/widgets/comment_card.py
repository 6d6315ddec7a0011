"""What the mentor wrote about this sheet: listed row by row, written with one key, settled with another."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.comment import Comment
from ui.models.manner import moment_words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_writing

_WHOLE = "Seluruh lembar"


class _Line(QLineEdit):
    """Esc leaves the line; what was typed stays written."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CommentCard(Card):
    """Comments in the order of the rows, those that are settled last; a line to write one."""

    typed = Signal(str)
    """Every change of the comment that is being written."""
    entered = Signal()
    """The comment is whole."""
    left = Signal()
    """One wants back into the grid."""
    row_asked = Signal(str)
    settled = Signal(str, bool)
    """A comment, and whether it is settled now or open again."""
    whole_asked = Signal()
    """A comment about the whole sheet is to be written."""

    def __init__(self, whole: str = _WHOLE, parent: QWidget | None = None) -> None:
        """Start without comments; ``whole`` are the words for what has no rows of its own."""
        super().__init__("Catatan telaah", name="commentCard", parent=parent)
        self._whole = whole
        self.setAccessibleName("Catatan telaah pembimbing")
        self._shown: object = None
        self._page: QWidget | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.about = Label(whole, "small", name="commentAbout", wrap=True, parent=self)
        self.line = _Line(self)
        self.line.setObjectName("commentLine")
        self.line.setPlaceholderText("Tulis, lalu Enter")
        tip(self.line, "F10: catatan pada baris tempat Anda berdiri · Ctrl+F10: tandai selesai")
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self.entered)
        self.line.left.connect(self.left)
        self.whole_button = Button("Tentang seluruh lembar", "commentWhole", "quiet", parent=self)
        self.whole_button.clicked.connect(self.whole_asked)
        self.body.addWidget(self.about)
        self.body.addWidget(self.line)
        self.body.addWidget(self.whole_button, 0, Qt.AlignmentFlag.AlignLeft)
        for_writing(self.line, self.whole_button)
        self.show_about("")
        self.hide()

    def show_about(self, name: str) -> None:
        """Say what the comment that is written next is about: the name of a row, or the whole sheet."""
        self.about.setText(name or self._whole)
        self.line.setAccessibleName(f"Catatan telaah: {name or self._whole}")
        self.whole_button.setVisible(bool(name))

    def show_comments(self, comments: Sequence[Comment], names: Mapping[str, str]) -> None:
        """Show comments; ``names`` are those of the rows, by id, in the order of the sheet."""
        wanted = (tuple(comments), tuple(names.items()))
        if wanted == self._shown:
            return
        self._shown = wanted
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget(self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        order = {row: place for place, row in enumerate(names)}
        for item in sorted(comments, key=lambda one: (one.solved, order.get(one.subject, -1))):
            column.addLayout(self._entry(item, names))
        self._list.addWidget(self._page)
        self._page.setVisible(bool(comments))
        # Without any it takes no room, until one is to be written.
        self.setVisible(bool(comments) or self.line.hasFocus())

    def _entry(self, item: Comment, names: Mapping[str, str]) -> QVBoxLayout:
        entry = QVBoxLayout()
        entry.setSpacing(1)
        name = names.get(item.subject, "(baris dihapus)") if item.subject else self._whole
        role = "soft" if item.solved else ""
        entry.addWidget(Label(name, "small", name="commentRow", wrap=True, parent=self._page))
        entry.addWidget(Label(item.text, role, name="commentText", wrap=True, parent=self._page))
        told = " · ".join(part for part in (item.by, moment_words(item.at) if item.at else "") if part)
        entry.addWidget(Label(told, "small", name="commentBy", wrap=True, parent=self._page))
        row = QHBoxLayout()
        row.setSpacing(2)
        words = "Buka lagi" if item.solved else "Selesai"
        settle = Button(words, f"comment-settle-{item.id}", "quiet", parent=self._page)
        settle.setAccessibleName(f"{words}: {item.text}")
        settle.clicked.connect(partial(self._settle, item))
        for_writing(settle)
        row.addWidget(settle)
        if item.subject in names:
            way = Button("Ke baris", f"comment-row-{item.id}", "quiet", parent=self._page)
            way.setAccessibleName(f"Ke baris: {name}")
            way.clicked.connect(partial(self._go, item.subject))
            row.addWidget(way)
        row.addStretch(1)
        entry.addLayout(row)
        return entry

    def _settle(self, item: Comment) -> None:
        self.settled.emit(item.id, not item.solved)

    def _go(self, row: str) -> None:
        self.row_asked.emit(row)


class TraceCard(Card):
    """Who moved this sheet where, and when, the last first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a step."""
        super().__init__("Riwayat lembar", name="traceCard", parent=parent)
        self._told = Label("", "soft", name="traceLines", wrap=True, parent=self)
        self.body.addWidget(self._told)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show one line for each step."""
        self._told.setText("\n".join(lines))
        self.setVisible(bool(lines))
