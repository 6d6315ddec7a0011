"""The "Dasar" list: laws, agreements and decrees, each edited where it stands."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.workshop import Basis
from ui.models.prints import is_unfinished
from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label

_NUMBER: Final = 22
_GAP: Final = 6
_TOP: Final = 7
_UNFINISHED: Final = "belum lengkap: isi bagian dalam kurung siku"
_HINT: Final = "Tambah dasar: ketik, lalu Enter untuk baris berikutnya"


class _Row(QWidget):
    """Number, text, and a way to delete."""

    def __init__(self, place: int, text: GrowingText, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self.number = Label(f"{place}.", "soft", parent=self)
        keep_width(self.number, _NUMBER)
        self.number.setContentsMargins(0, _TOP, 0, 0)
        self.delete = Button("Hapus", f"{text.objectName()}-delete", "quiet", parent=self)
        self.delete.setAccessibleName(f"Hapus dasar {place}")
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.mark = Label(_UNFINISHED, "warning", name=f"{text.objectName()}-mark", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(text)
        words.addWidget(self.mark)
        row.addLayout(words, 1)
        text.textChanged.connect(self._look)
        self._look()
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)

    def _look(self) -> None:
        self.mark.setVisible(is_unfinished(self.text.toPlainText()))


class BasisList(QWidget):
    """Texts under each other, and an empty one at the end in which the next is typed."""

    edited = Signal(str, str)
    """A row (that of ``fresh`` for the next one) and its text."""
    removed = Signal(str)
    finished = Signal()
    """The next one is complete: it should become a row, and ``fresh`` another id."""
    given_up = Signal(str)
    """The next one was begun, emptied and left: its row should go, and ``fresh`` be another id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("basis-list")
        self.fresh = ""
        self._begun = False
        self.rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.next = GrowingText("basis-new", "Dasar berikutnya", _HINT, parent=self)
        self.next.edited.connect(self._next_edited)
        self.next.entered.connect(self._finish)
        self.next.left.connect(self._finish)
        last = QHBoxLayout()
        last.setContentsMargins(_NUMBER + _GAP, 0, 0, 0)
        last.addWidget(self.next)
        self._column.addLayout(last)

    def show_basis(self, basis: Sequence[Basis], kept: Collection[str] = ()) -> None:
        """Show these lines, but leave those in ``kept`` as they are being typed."""
        wanted = [item for item in basis if item.id != self.fresh]
        if list(self.rows) != [item.id for item in wanted]:
            self._rebuild(wanted)
        for item in wanted:
            if item.id not in kept:
                self.rows[item.id].text.show_text(item.text)

    def begin_next(self, fresh: str) -> None:
        """Empty the last line, ready for another one."""
        self.fresh = fresh
        self._begun = False
        self.next.show_text("")

    def focus_near(self, row: str) -> None:
        """Put the focus on the line after the one that goes."""
        ids = list(self.rows)
        place = ids.index(row) if row in ids else -1
        after = self.rows[ids[place + 1]].text if 0 <= place < len(ids) - 1 else self.next
        after.setFocus()

    def _rebuild(self, basis: Sequence[Basis]) -> None:
        old, self.rows = self.rows, {}
        for row in old.values():
            self._column.removeWidget(row)
        for place, item in enumerate(basis):
            row = old.pop(item.id) if item.id in old else self._row(item.id, place + 1)
            row.number.setText(f"{place + 1}.")
            row.delete.setAccessibleName(f"Hapus dasar {place + 1}")
            self.rows[item.id] = row
            self._column.insertWidget(place, row)
        for row in old.values():
            row.hide()
            row.deleteLater()
        above: QWidget | None = None
        for row in self.rows.values():
            if above is not None:
                QWidget.setTabOrder(above, row.text)
            QWidget.setTabOrder(row.text, row.delete)
            above = row.delete
        if above is not None:
            QWidget.setTabOrder(above, self.next)

    def _row(self, basis: str, place: int) -> _Row:
        text = GrowingText(f"basis-{basis}", f"Dasar {place}", parent=self)
        row = _Row(place, text, self)
        text.edited.connect(partial(self.edited.emit, basis))
        text.entered.connect(self.next.setFocus)
        text.left.connect(partial(self._left, basis))
        row.delete.clicked.connect(partial(self.removed.emit, basis))
        return row

    def _left(self, basis: str) -> None:
        row = self.rows.get(basis)
        if row is not None and not row.text.toPlainText().strip():
            self.removed.emit(basis)

    def _next_edited(self, text: str) -> None:
        if text.strip() or self._begun:
            self._begun = True
            self.edited.emit(self.fresh, text)

    def _finish(self) -> None:
        if self.next.toPlainText().strip():
            self.finished.emit()
        elif self._begun:
            self.given_up.emit(self.fresh)
