"""Who works along on a quick win: name and form in a line each, and a line for the next one."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.quickwin_sheet import Offer, SheetPartner
from ui.models.typed_values import Typed
from ui.widgets.button import Button
from ui.widgets.fields_form import show_line
from ui.widgets.label import Label, tip
from ui.widgets.undo_way import pass_undo
from ui.widgets.writing import for_writing

_NAME: Final = "Nama mitra"
_FORM: Final = "Bentuk kerja sama: perangkat, data, relawan"


class _Line(QWidget):
    """One partner."""

    def __init__(self, row: RowId, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.texts = {"name": _text("name", _NAME, self), "form": _text("form", _FORM, self)}
        self.stood: dict[QLineEdit, str] = {}
        self.texts["name"].editingFinished.connect(self._leave)
        self.remove = Button("Hapus", "quickwin-partner-remove", "quiet", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.texts["name"], 1)
        line.addWidget(self.texts["form"], 1)
        line.addWidget(self.remove)
        for_writing(self)

    def is_begun(self, text: QLineEdit) -> bool:
        """Tell whether the name is being typed anew, and therefore empty for a while."""
        return text is self.texts["name"] and text.hasFocus() and not text.text().strip()

    def _leave(self) -> None:
        """Bring back a name that was emptied: a partner keeps the one it had."""
        name = self.texts["name"]
        if not name.text().strip():
            name.setText(self.stood.get(name, ""))


class QuickWinPartners(QWidget):
    """Lines of partners; what is proposed stands below them."""

    added = Signal(str, str)
    """The name and the form of a new partner."""
    edited = Signal(str, str, str)
    """A partner, ``name`` or ``form``, and its text."""
    removed = Signal(str)

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Show nobody; ``typed`` holds what was typed into the lines of any quick win."""
        super().__init__(parent)
        self.setObjectName("quickwin-partners")
        self._typed = typed
        self._row = ""
        self._begun: dict[str, tuple[str, str]] = {}
        self.lines: list[_Line] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(Label("Mitra", "strong", parent=self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        self.name, self.form = _text("new-name", _NAME, self), _text("new-form", _FORM, self)
        self.add = Button("Tambah", "quickwin-partner-add", parent=self)
        self.add.clicked.connect(self._add)
        for line in (self.name, self.form):
            line.returnPressed.connect(self._add)
            line.textEdited.connect(self._begin)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.name, 1)
        last.addWidget(self.form, 1)
        last.addWidget(self.add)
        column.addLayout(last)
        self.offer = Label("", "small", name="quickwin-partner-offer", wrap=True, parent=self)
        self.take = Button("Pakai", "quickwin-partner-take", "quiet", parent=self)
        below = QHBoxLayout()
        below.addWidget(self.offer, 1)
        below.addWidget(self.take)
        column.addLayout(below)
        for_writing(self.name, self.form, self.add, self.take)

    def show_partners(self, row: str, partners: Sequence[SheetPartner], offer: Offer | None) -> None:
        """Show the partners of a quick win, and the one that was begun for it."""
        if row != self._row:
            self._row = row
            self._show_begun()
        if [line.row for line in self.lines] != [item.id for item in partners]:
            self._make(partners)
        for line, item in zip(self.lines, partners, strict=True):
            own = {f"partner-{item.id}-name": item.name, f"partner-{item.id}-form": item.form}
            told = self._typed.over(row, own).values()
            for text, value in zip(line.texts.values(), map(str, told), strict=True):
                line.stood[text] = value
                if not line.is_begun(text):
                    show_line(text, value)
                tip(text, value)
        self.offer.setText(f"Usulan dari {offer.source}: {offer.value}" if offer else "")
        self.offer.setVisible(offer is not None)
        self.take.setVisible(offer is not None)

    def _make(self, partners: Sequence[SheetPartner]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [_Line(item.id, self) for item in partners]
        for line in self.lines:
            self._rows.addWidget(line)
            for field, text in line.texts.items():
                text.textEdited.connect(partial(self.edited.emit, line.row, field))
            line.remove.clicked.connect(partial(self.removed.emit, line.row))

    def _add(self) -> None:
        name, form = self.name.text().strip(), self.form.text().strip()
        if not name:
            self.name.setFocus()
            return
        # The lines are free at once: whoever goes on types the next partner, and Enter adds none twice.
        self._begun.pop(self._row, None)
        self._show_begun()
        self.name.setFocus()
        self.added.emit(name, form)

    def _show_begun(self) -> None:
        for text, words in zip((self.name, self.form), self._begun.get(self._row, ("", "")), strict=True):
            text.setText(words)

    def _begin(self) -> None:
        texts = self.name.text(), self.form.text()
        if any(text.strip() for text in texts):
            self._begun[self._row] = texts
        else:
            self._begun.pop(self._row, None)

    def rows_begun(self) -> list[str]:
        """Return the quick wins of which a partner is begun and not added."""
        return list(self._begun)

    def give_back(self, row: str, name: str, form: str) -> None:
        """Begin a partner of a quick win again that could not be written, unless the next one is begun."""
        if row not in self._begun:
            self._begun[row] = (name, form)
            self._show_begun()


def _text(name: str, words: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(f"quickwin-partner-{name}")
    line.setAccessibleName(words)
    line.setPlaceholderText(words)
    pass_undo(line)
    return line
