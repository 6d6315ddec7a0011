"""What is marked: which day, and the whole of it or one session."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from smartcity_desktop.domain.attendance_door import Day, Door, Place
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import day_of, long_date, plan_time, stage_name
from ui import theme
from ui.widgets.choice_box import ChoiceBox

_GAP: Final = 8
_ARROW: Final = 48
"""Room for the arrow and the edges of a box, beside its words."""


class DoorPlace(QWidget):
    """Two boxes beside each other, each as wide as its longest words where there is room."""

    chosen = Signal(object)
    """The place that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._place = Place()
        self.day, self.session = ChoiceBox(self), ChoiceBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for box, name, words, letters in (
            (self.day, "door-day", "Hari", 14),
            (self.session, "door-session", "Sepanjang hari atau satu sesi", 10),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.activated.connect(self._choose)
            row.addWidget(box, letters)

    def show_door(self, door: Door, stage: int) -> None:
        """Show the days, today first, then those of this stage, and the sessions of the chosen one."""
        self._place = door.place
        days = sorted(door.days, key=lambda item: (not item.is_today, item.stage != stage, item.day))
        self._fill(self.day, [(item.day, _day_words(item)) for item in days], door.place.day)
        held = next((item.sessions for item in days if item.day == door.place.day), ())
        sessions = [(str(NO_ROW), "Sepanjang hari")]
        for item in held:
            hour = plan_time(item.start_plan) if item.start_plan else ""
            running = "(berjalan)" if item.is_running else ""
            sessions.append((str(item.id), " ".join(text for text in (hour, item.title, running) if text)))
        self._fill(self.session, sessions, str(door.place.session))
        self.setMaximumWidth(self.day.maximumWidth() + self.session.maximumWidth() + _GAP)

    def _fill(self, box: QComboBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] != list(entries):
            box.clear()
            for key, words in entries:
                box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        widest = max((box.fontMetrics().horizontalAdvance(words) for _, words in entries), default=0)
        box.setMaximumWidth(widest + theme.scaled(_ARROW))
        box.view().setMinimumWidth(widest + theme.scaled(_ARROW))

    def _choose(self) -> None:
        day = str(self.day.currentData() or "")
        session = str(self.session.currentData() or "") if day == self._place.day else ""
        self._place = Place(day, RowId(session))
        self.chosen.emit(self._place)


def _day_words(item: Day) -> str:
    """Return ``Hari ini · 4 Agustus 2026 · Tahap II hari 1``."""
    stage = f"Tahap {stage_name(item.stage)} hari {item.number}" if item.stage else ""
    parts = ("Hari ini" if item.is_today else "", long_date(day_of(item.day), weekday=False), stage)
    return " · ".join(part for part in parts if part)
