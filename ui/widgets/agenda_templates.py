"""Ready-made rundowns to choose from, each shown before it is taken; and the own one to be kept."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_plan import AgendaPlan, TemplateList
from smartcity_desktop.domain.agenda_template import TITLE_LETTERS, AgendaTemplate, blocks_of
from smartcity_desktop.domain.wording import stage_name
from ui.models.agenda import day_words
from ui.widgets.button import Button
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_SIZE: Final = (900, 560)
_LIST: Final = 330


def preview(template: AgendaTemplate, plan: AgendaPlan) -> str:
    """Return a rundown as it would lie on the days of the stage."""
    days = agenda.stage_days(plan.stage.date_start, plan.stage.date_end)
    lines: list[str] = []
    for day, wanted in zip(days, template.days, strict=False):
        lines += [*([""] if lines else []), day_words(day)]
        for item in agenda.placed(blocks_of(wanted, day, {})):
            mark = "  (tetap)" if item.block.fixed else ""
            lines.append(f"{agenda.span(item)}   {item.block.title}{mark}")
    return "\n".join(lines)


class TemplateDialog(QDialog):
    """At the left the rundowns, at the right what the chosen one would bring."""

    taken = Signal(str, bool)
    """Key of a rundown, and whether it is one of this laptop."""
    dropped = Signal(str)
    saved = Signal(str)
    """The name under which the present agenda is to be kept."""

    def __init__(self, known: TemplateList, plan: AgendaPlan, parent: QWidget | None = None) -> None:
        """Show the rundowns, those of this stage first."""
        super().__init__(parent)
        self.setObjectName("agenda-templates")
        self.setWindowTitle("Susunan acara siap pakai")
        self.resize(*_SIZE)
        self._plan = plan
        self._templates: list[AgendaTemplate] = []
        self.list = QListWidget(self)
        self.list.setObjectName("agenda-template-list")
        self.list.setAccessibleName("Susunan siap pakai")
        keep_width(self.list, _LIST)
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self._take)
        self.words = Label("", "soft", name="agenda-template-words", wrap=True, parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("agenda-template-text")
        self.text.setAccessibleName("Isi susunan")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.note = Label("", "small", name="agenda-template-note", wrap=True, parent=self)
        self.broken = Label("", "warning", name="agenda-template-broken", wrap=True, parent=self)
        self.use = Button("Pakai susunan ini", "agenda-template-use", "primary", parent=self)
        self.use.clicked.connect(self._take)
        for_writing(self.use)
        self.drop = Button("Hapus templat", "agenda-template-drop", "quiet", parent=self)
        self.drop.clicked.connect(self._drop)
        self.name = QLineEdit(self)
        self.name.setObjectName("agenda-template-name")
        self.name.setAccessibleName("Nama templat")
        self.name.setPlaceholderText("Nama templat, mis. Bimtek dua hari ala kami")
        self.name.setMaxLength(TITLE_LETTERS)
        self.save = Button("Simpan sebagai templat", "agenda-template-save", parent=self)
        self.save.clicked.connect(self._save)
        self.name.textChanged.connect(self._look)
        self.name.returnPressed.connect(self._save)
        self._lay_out()
        self.show_list(known)

    def show_list(self, known: TemplateList, chosen: str = "") -> None:
        """Show other rundowns, one of them chosen by its key."""
        number = self._plan.stage.number or 0
        self._templates = sorted(
            known.templates, key=lambda item: (item.stage != number, not item.own, item.key)
        )
        self.list.clear()
        for item in self._templates:
            mark = "Templat sendiri · " if item.own else ""
            entry = QListWidgetItem(f"{item.title}\n{mark}{item.length}", self.list)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.title}, {mark}{item.length}")
        named = ", ".join(known.broken)
        self.broken.setText(
            f"Tidak bisa dibaca dan dilewati: {named}. Susunan lain tetap bisa dipakai." if named else ""
        )
        self.broken.setVisible(bool(named))
        keys = [item.key for item in self._templates]
        self.list.setCurrentRow(keys.index(chosen) if chosen in keys else 0)
        self._look()

    def say(self, words: str) -> None:
        """Show a sentence about something that was not done."""
        self.note.setText(words)
        self.note.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a line or in the list do what belongs there, and press no button besides."""
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            return
        super().keyPressEvent(event)

    @property
    def chosen(self) -> AgendaTemplate | None:
        """The rundown that is shown."""
        row = self.list.currentRow()
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def _show(self) -> None:
        item = self.chosen
        self.use.setEnabled(item is not None)
        self.drop.setVisible(item is not None and item.own)
        if item is None:
            return
        self.words.setText(item.words)
        self.words.setVisible(bool(item.words))
        self.text.setPlainText(preview(item, self._plan))
        self.note.setText(self._note(item))
        self.note.setVisible(bool(self.note.text()))

    def _note(self, item: AgendaTemplate) -> str:
        days = len(agenda.stage_days(self._plan.stage.date_start, self._plan.stage.date_end))
        parts = []
        if days < len(item.days):
            parts.append(
                f"Susunan {len(item.days)} hari, Tahap {self._name} {days} hari: sisanya tidak dipakai."
            )
        if self._plan.count:
            parts.append("Sesi yang belum dimulai pada hari itu diganti; Ctrl+Z mengembalikannya.")
        return " ".join(parts)

    @property
    def _name(self) -> str:
        return stage_name(self._plan.stage.number or 0)

    def _take(self) -> None:
        item = self.chosen
        if item is not None:
            self.taken.emit(item.key, item.own)
            self.accept()

    def _drop(self) -> None:
        item = self.chosen
        if item is not None and item.own:
            self.dropped.emit(item.key)

    def _save(self) -> None:
        name = self.name.text().strip()
        if name and self._plan.count:
            self.name.clear()
            self.saved.emit(name)

    def _look(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.words)
        right.addWidget(self.text, 1)
        right.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        keep = QHBoxLayout()
        keep.setSpacing(8)
        keep.addWidget(
            Label(f"Simpan susunan Tahap {self._name}:", "soft", name="agenda-template-keep", parent=self)
        )
        keep.addWidget(self.name, 1)
        keep.addWidget(self.save)
        self.keep_row = QWidget(self)
        self.keep_row.setLayout(keep)
        keep.setContentsMargins(0, 0, 0, 0)
        self.keep_row.setVisible(bool(self._plan.count))
        close = Button("Tutup", "agenda-template-close", parent=self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self.broken)
        column.addWidget(self.keep_row)
        column.addLayout(foot)
