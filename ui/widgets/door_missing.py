"""How the hall stands: the count, the unsur with their hint, and who is not there yet, by agency."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import Door, count_words
from smartcity_desktop.domain.people import element_counts
from ui.models.door_list import agency_lines
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.door_list import DoorList
from ui.widgets.helix_meter import HelixMeter
from ui.widgets.label import Label


class DoorCount(QWidget):
    """The large count, the unsur of those who are there, and the hint that outsiders are too few."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.words = Label("", "figure", name="door-count", parent=self)
        self.meter = HelixMeter(self)
        self.warning = Label("", "warning", name="door-warning", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.words, self.meter, self.warning):
            column.addWidget(part)

    def show_door(self, door: Door) -> None:
        """Show how a day or session stands."""
        self.words.setText(count_words(door.recap))
        self.meter.show_counts(element_counts([item.person for item in door.people if item.is_there]))
        self.meter.warning.hide()
        self.warning.setText(door.recap.warning)
        self.warning.setVisible(bool(door.recap.warning))


class DoorMissing(Card):
    """The agencies of whom somebody is missing, with counts and names."""

    agency_asked = Signal(str, list)
    """An agency that was chosen, and who of it is missing."""
    print_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("Belum hadir", name="door-away", parent=parent)
        self._missing: tuple[tuple[Presence, ...], ...] = ()
        self.list = DoorList("door-missing", "Instansi yang belum lengkap", "base", parent=self)
        self.list.entered.connect(self._ask)
        self.list.left.connect(self.left)
        self.whole = Label("Semua sudah hadir.", "good", parent=self)
        self.report = Button("Cetak rekap kehadiran", "door-recap", parent=self)
        self.report.clicked.connect(self.print_asked)
        self.body.addWidget(self.whole)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addWidget(self.report)

    def show_door(self, door: Door) -> None:
        """Show who is not there on a day or in a session."""
        self._missing = door.missing
        count = door.recap.whole.missing
        self.title.setText(f"Belum hadir: {count} orang" if count else "Belum hadir")
        self.list.show_lines(agency_lines(door.missing))
        self.whole.setVisible(not count and bool(door.people))
        self.list.setVisible(bool(count))

    def start(self) -> None:
        """Take the keyboard to the agencies."""
        if self.list.lines.rowCount():
            self.list.choose(max(0, self.list.currentIndex().row()))
            self.list.setFocus()

    def people_of(self, agency: str) -> Sequence[Presence]:
        """Return who is missing of an agency."""
        return next((own for own in self._missing if own[0].opd == agency), ())

    def _ask(self, _row: str) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._missing):
            own = self._missing[place]
            self.agency_asked.emit(own[0].opd, list(own))
