"""For whom cards or certificates are printed: everybody, those without one yet, or some by name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.finder import SearchBox
from ui.widgets.label import Label

ALL, NEW, SOME = "all", "new", "some"
_ROW: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Named:
    """One who can have a card: row, words, and whether it was printed already."""

    row: str
    words: str
    printed: bool = False


class PeopleDialog(QDialog):
    """Ticks people by name; typing narrows the list, Space ticks."""

    def __init__(
        self, people: Sequence[Named], chosen: Collection[str], parent: QWidget | None = None
    ) -> None:
        """Show everybody with those ticked who were chosen before."""
        super().__init__(parent)
        self.setObjectName("print-people-dialog")
        self.setWindowTitle("Pilih peserta")
        self.setModal(True)
        self.resize(460, 520)
        self.search = SearchBox("Cari nama", "print-people-search", self)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("print-people-list")
        self.list.setAccessibleName("Peserta yang dicetak")
        self.count = Label("", "soft", name="print-people-count", parent=self)
        for person in people:
            words = f"{person.words} · sudah dicetak" if person.printed else person.words
            item = QListWidgetItem(words, self.list)
            item.setData(_ROW, person.row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if person.row in chosen else Qt.CheckState.Unchecked)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Pilih")
        column = QVBoxLayout(self)
        for part in (self.search, self.list, self.count, self.buttons):
            column.addWidget(part)
        self.search.asked.connect(self._narrow)
        self.list.itemChanged.connect(self._tell)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """Return the rows that are ticked, in order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(str(item.data(_ROW)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(not all(word in item.text().casefold() for word in words))

    def _tell(self, _item: QListWidgetItem | None = None) -> None:
        self.count.setText(f"{len(self.chosen())} orang dipilih")


class PeopleChoice(QWidget):
    """A list of the usual answers, and a button that leads to the names."""

    changed = Signal()
    """Others are to be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._people: tuple[Named, ...] = ()
        self._some: tuple[str, ...] = ()
        self.box = ChoiceBox(self)
        self.box.setObjectName("print-people")
        self.box.setAccessibleName("Siapa yang dicetak")
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.pick = Button("Nama …", "print-people-pick", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self.pick)
        self.box.activated.connect(self._chosen)
        self.pick.clicked.connect(self.ask)
        self._fill()

    @property
    def way(self) -> str:
        """``all``, ``new`` for those without one yet, or ``some``."""
        return str(self.box.currentData() or ALL)

    def show_people(self, people: Sequence[Named]) -> None:
        """Offer these; what was chosen stays, as far as it still exists."""
        self._people = tuple(people)
        known = {item.row for item in people}
        self._some = tuple(row for row in self._some if row in known)
        self._fill()

    def rows(self) -> tuple[str, ...]:
        """Return whom the print is limited to, nobody for everybody."""
        if self.way == NEW:
            return tuple(item.row for item in self._people if not item.printed)
        return self._some if self.way == SOME else ()

    def everybody(self) -> tuple[str, ...]:
        """Return the rows of all whose cards are printed."""
        return self.rows() or tuple(item.row for item in self._people)

    def choose(self, way: str) -> None:
        """Choose one of the usual answers."""
        place = self.box.findData(way)
        if place >= 0 and place != self.box.currentIndex():
            self.box.setCurrentIndex(place)
            self.changed.emit()

    def ask(self) -> None:
        """Let a person tick names."""
        dialog = PeopleDialog(self._people, self.rows(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take(dialog.chosen()))
        dialog.open()

    def take(self, rows: Sequence[str]) -> None:
        """Print for these."""
        self._some = tuple(rows)
        self._fill()
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(0, self.box.findData(SOME if rows else ALL)))
        self.changed.emit()

    def _fill(self) -> None:
        kept = self.box.currentData()
        new = sum(not item.printed for item in self._people)
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(f"Semua ({len(self._people)})", ALL)
            if 0 < new < len(self._people):
                self.box.addItem(f"Belum tercetak ({new})", NEW)
            if self._some:
                self.box.addItem(f"Yang dipilih ({len(self._some)})", SOME)
            self.box.setCurrentIndex(max(0, self.box.findData(kept)))
        self.pick.setEnabled(bool(self._people))

    def _chosen(self, _place: int) -> None:
        self.changed.emit()
