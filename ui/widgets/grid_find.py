"""Above the worksheet: a line that finds words in it, and what the rows are sorted by on the screen."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.models.grid import GridModel
from ui.widgets.button import Button
from ui.widgets.grid import GridView
from ui.widgets.label import ElidedLabel, Label, tip

_PAUSE: Final = 120
"""Milliseconds after the last letter before the words are looked for."""


class FindLine(QLineEdit):
    """Enter goes on, Shift+Enter back, Esc leaves."""

    step = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the keys that mean something here."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.step.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Finds words in the cells that are shown, one after the other, and says how the rows are sorted."""

    def __init__(self, view: GridView, model: GridModel, parent: QWidget | None = None) -> None:
        """Look into this grid."""
        super().__init__(parent)
        self.setObjectName("findBar")
        self._view, self._grid = view, model
        self._hits: list[tuple[int, int]] = []
        self._words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.finder = self._make_finder()
        self.sorted = self._make_sorted()
        column.addWidget(self.finder)
        column.addWidget(self.sorted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._look)
        view.sorted_by.connect(self._show_order)
        model.modelReset.connect(self._show_order)
        self.finder.hide()
        self.sorted.hide()
        self.hide()

    def _make_finder(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = FindLine(made)
        self.line.setObjectName("findLine")
        self.line.setAccessibleName("Cari di lembar ini")
        self.line.setPlaceholderText("Cari di lembar ini")
        self.line.setMaximumWidth(320)
        self.line.textEdited.connect(self._typed)
        self.line.step.connect(self.step)
        self.line.left.connect(self.close_line)
        self.told = Label("", "soft", name="findTold", parent=made)
        row.addWidget(self.line)
        row.addWidget(self.told, 1)
        for words, name, hint, by in (
            ("◂", "findBack", "Sebelumnya (Shift+Enter)", -1),
            ("▸", "findOn", "Berikutnya (Enter)", 1),
        ):
            button = Button(words, name, "quiet", parent=made)
            button.setAccessibleName(hint)
            button.setProperty("by", by)
            tip(button, hint)
            button.clicked.connect(self._stepped)
            row.addWidget(button)
        close = Button("Tutup", "findClose", "quiet", parent=made)
        tip(close, "Tutup (Esc)")
        close.clicked.connect(self.close_line)
        row.addWidget(close)
        return made

    def _make_sorted(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.order = ElidedLabel("", "soft", name="sortedBy", parent=made)
        row.addWidget(self.order, 1)
        self.back_button = Button("Urutan asli", "sortedBack", "quiet", parent=made)
        tip(self.back_button, "Tampilkan baris dalam urutan tersimpan")
        self.back_button.clicked.connect(self._view.unsort)
        row.addWidget(self.back_button)
        return made

    def open(self) -> None:
        """Stand in the line; what was looked for last is there to be typed over."""
        if self._grid.grid is None or not self._view.finish():
            return
        self.finder.show()
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.line.text():
            self._look()

    def close_line(self) -> None:
        """Go back into the grid, to the cell that was found."""
        self._later.stop()
        self.finder.hide()
        self._settle()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Stand on the next (1) or previous (-1) cell that has the words; after the last comes the first."""
        self._later.stop()
        if self.line.text().casefold().strip() != self._words:
            self._look()
            return
        self._hits = self._found()
        here = (self._view.currentIndex().row(), self._view.currentIndex().column())
        if by > 0:
            wanted = next((hit for hit in self._hits if hit > here), next(iter(self._hits), None))
        else:
            before = [hit for hit in self._hits if hit < here]
            wanted = before[-1] if before else (self._hits[-1] if self._hits else None)
        self._stand(wanted)

    def _typed(self) -> None:
        self._later.start()

    def _stepped(self) -> None:
        button = self.sender()
        if button is not None:
            self.step(int(button.property("by")))

    def _look(self) -> None:
        """Look for the words anew, from where one stands on."""
        self._words = self.line.text().casefold().strip()
        self._hits = self._found()
        here = (self._view.currentIndex().row(), self._view.currentIndex().column())
        self._stand(next((hit for hit in self._hits if hit >= here), next(iter(self._hits), None)))

    def _found(self) -> list[tuple[int, int]]:
        return self._grid.places_with(self._words) if self._words else []

    def _stand(self, hit: tuple[int, int] | None) -> None:
        if hit is not None:
            self._view.setCurrentIndex(self._grid.index(*hit))
        place = self._hits.index(hit) + 1 if hit in self._hits else 0
        many = f"{place} dari {len(self._hits)}" if self._hits else "Tidak ditemukan di kolom yang tampil"
        self.told.setText(many if self._words else "")

    def _show_order(self) -> None:
        key = self._grid.order.key
        column = next((item for item in self._grid.columns() if item.key == key), None)
        self.sorted.setVisible(column is not None)
        if column is not None:
            way = "terbesar dahulu" if self._grid.order.descends else "terkecil dahulu"
            self.order.setText(
                f"Diurutkan menurut {column.label} ({way}), hanya di layar; urutan tersimpan tetap."
            )
        self._settle()

    def _settle(self) -> None:
        self.setVisible(not self.finder.isHidden() or not self.sorted.isHidden())
