"""One line under the grid: a program that stands in no Renstra file, typed from paper."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.wording import parse_money
from ui import theme
from ui.widgets.button import Button

Whose = tuple[str, str]
"""The worksheet, and the OPD, that a line is typed for."""
_NOTHING: Final = ("", "", "")


class ProgramLine(QFrame):
    """Code (may be empty), name, figure of the main year; Enter adds, Esc leaves.

    Every sheet has its own: what was begun for one is not added yet, and waits while others are shown.
    """

    entered = Signal(str, str, object)
    """Code, name, and whole rupiah per year (may be empty)."""
    refused = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line that is not shown."""
        super().__init__(parent)
        self.setObjectName("programLine")
        self.setAccessibleName("Program yang tidak ada di Renstra")
        theme.set_role(self, "card")
        self._year = ""
        self._sheet: Whose = ("", "")
        self._kept: dict[Whose, tuple[str, ...]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        self.code = self._line("programCode", "Kode (boleh kosong)", 2, row)
        self.name = self._line("programName", "Nama program", 6, row)
        self.pagu = self._line("programPagu", "Pagu (Rp)", 2, row)
        self.add = Button("Tambah", "programAdd", "primary", parent=self)
        self.add.clicked.connect(self._enter)
        row.addWidget(self.add)
        self.hide()

    def begun(self) -> tuple[Whose, ...]:
        """Return the sheets for which a program is typed that was not added yet, the shown one first."""
        here = (self._sheet,) if any(text.strip() for text in self._texts()) else ()
        return (*here, *self._kept)

    def show_sheet(self, sheet: Whose) -> None:
        """Show what was begun for this sheet, and keep what stands here for its own."""
        if any(text.strip() for text in self._texts()):
            self._kept[self._sheet] = self._texts()
        self._sheet = sheet
        texts = self._kept.pop(sheet, _NOTHING)
        for line, text in zip(self._lines(), texts, strict=True):
            line.setText(text)
        self.setVisible(texts != _NOTHING)

    def let_go(self, sheet: Whose, code: str, name: str) -> None:
        """Empty the line of this sheet, unless another program was begun there since: this one is added."""
        texts = self._texts() if sheet == self._sheet else self._kept.get(sheet, _NOTHING)
        if [text.strip() for text in texts[:2]] != [code, name]:
            return
        if sheet == self._sheet:
            self.close_line()
        else:
            del self._kept[sheet]

    def show_year(self, year: str) -> None:
        """Ask for the figure of this year; for none where no year is known."""
        self._year = year
        words = f"Pagu {year} (Rp)"
        self.pagu.setPlaceholderText(words)
        self.pagu.setAccessibleName(words)
        self.pagu.setVisible(bool(year))

    def open(self) -> None:
        """Begin at the code."""
        self.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Go away, empty."""
        for line in self._lines():
            line.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves without adding."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.code, self.name, self.pagu

    def _texts(self) -> tuple[str, ...]:
        return tuple(line.text() for line in self._lines())

    def _line(self, name: str, words: str, share: int, row: QHBoxLayout) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setPlaceholderText(words)
        line.returnPressed.connect(self._enter)
        row.addWidget(line, share)
        return line

    def _enter(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.sender() is not self.code:
                self.refused.emit("Tulis dahulu nama programnya.")
            return
        try:
            amount = parse_money(self.pagu.text()) if self._year else None
        except ValueError:
            self.pagu.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refused.emit(f'Pagu: "{self.pagu.text().strip()}" bukan jumlah rupiah utuh.')
            return
        pagu = {} if amount is None else {self._year: amount}
        self.entered.emit(self.code.text().strip(), name, pagu)
