"""Days and times as people here write them: 31 Juli 2023, 31-7-2023, 31/7, 09.15, 0915."""

import re
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.wording import MONTHS, day_of, long_date
from ui import theme
from ui.widgets.label import tip

_FIGURES: Final = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?")
_WORDS: Final = re.compile(r"(?:[A-Za-z']+,?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?")
_TIME: Final = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")
_OTHER_MONTHS: Final = {"agt": 8, "ags": 8, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2}
_SAY: Final = "mis. "
_CENTURY: Final = 20
_HOURS: Final = 24
_MINUTES: Final = 60


def parse_day(text: str, year: int) -> date | None:
    """Return the day that a person wrote, ``year`` where none is named; None if it is no day."""
    written = text.strip()
    found = _FIGURES.fullmatch(written) or _WORDS.fullmatch(written)
    if found is None:
        return day_of(written)
    month = int(found[2]) if found[2].isdigit() else _month(found[2].casefold())
    full = int(f"{_CENTURY}{found[3]}"[-4:]) if found[3] else year
    try:
        return date(full, month, int(found[1]))
    except ValueError:
        return None


def _month(word: str) -> int:
    if word in _OTHER_MONTHS:
        return _OTHER_MONTHS[word]
    return next((place + 1 for place, name in enumerate(MONTHS) if name.casefold().startswith(word)), 0)


def parse_time(text: str) -> str | None:
    """Return ``HH:MM`` of what a person wrote (9, 0915, 9.15, 09:15); None if it is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < _HOURS and minute < _MINUTES else None


class _Field(QLineEdit):
    """A line whose text stands for a value; empty is allowed, what cannot be read is marked, not refused."""

    changed = Signal(str)
    """The value after it changed."""

    def __init__(self, name: str, words: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._stood = ""
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._tidy)

    @property
    def value(self) -> str:
        """What was last understood, empty for none."""
        return self._value

    @property
    def is_wrong(self) -> bool:
        """Whether something stands here that cannot be understood."""
        return bool(self.text().strip()) and self.parse(self.text()) is None

    def show_value(self, value: str) -> None:
        """Show a stored value without telling anybody; what is being typed and means the same stays."""
        if self.hasFocus() and self.isModified() and (self.is_wrong or self.parse(self.text()) == value):
            self._value = value
            return
        self._value = self._stood = value
        # The same text set again would lose the mark of somebody about to type over it.
        if self.text() != self.spell(value):
            self.setText(self.spell(value))
        self._mark(wrong=False)

    def show_wrong(self, text: str) -> None:
        """Show a text that was typed and cannot be understood."""
        if self.text() != text:
            self.setText(text)
        self._mark(wrong=True)

    def parse(self, text: str) -> str | None:
        """Return the value of a text, None where it has none."""
        raise NotImplementedError

    def spell(self, value: str) -> str:
        """Return the text of a value."""
        raise NotImplementedError

    def _edited(self, text: str) -> None:
        value = self.parse(text) if text.strip() else ""
        self._mark(wrong=False)
        if value is None:
            # A beginning that could be read (20-8-20 of 20-8-2026) was not what is meant.
            value = self._stood
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _tidy(self) -> None:
        wrong = self.is_wrong
        self._mark(wrong=wrong)
        if not wrong:
            self._stood = self._value
            self.setText(self.spell(self._value))

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != str(wrong).lower():
            self.setProperty("wrong", str(wrong).lower())
            theme.restyle(self)
        tip(self, f"Belum terbaca. Contoh: {self.placeholderText().removeprefix(_SAY)}" if wrong else "")


class DateEdit(_Field):
    """A day; Up and Down move by a day, Page Up and Page Down by a week, Alt+Down opens the calendar."""

    def __init__(self, name: str, words: str, year: int, parent: QWidget | None = None) -> None:
        """``year`` stands where a person writes none."""
        super().__init__(name, words, f"{_SAY}31 Juli {year}", parent)
        self.year = year
        self._calendar: _Calendar | None = None

    @property
    def day(self) -> date | None:
        """The day, None where there is none."""
        return day_of(self._value) if self._value else None

    def parse(self, text: str) -> str | None:
        """Return the ISO day of a text."""
        found = parse_day(text, self.year)
        return found.isoformat() if found else None

    def spell(self, value: str) -> str:
        """Return ``31 Juli 2023``."""
        return long_date(day_of(value), weekday=False) if value else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys, or open the calendar."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        if key in steps and self.day is not None:
            self._take((self.day + timedelta(days=steps[key])).isoformat())
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a month to choose from under the line."""
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.taken.connect(self._take)
        self._calendar.open_at(self.day or date(self.year, 1, 1))

    def _take(self, value: str) -> None:
        self._stood = value
        if value != self._value:
            self._value = value
            self.changed.emit(value)
        self.setText(self.spell(value))
        self._mark(wrong=False)


class _Calendar(QFrame):
    """A month in a frame of its own under the line."""

    taken = Signal(str)

    def __init__(self, line: DateEdit) -> None:
        super().__init__(line, Qt.WindowType.Popup)
        self._line = line
        self.setObjectName(f"{line.objectName()}-calendar")
        theme.set_role(self, "popup")
        self.month = QCalendarWidget(self)
        self.month.setAccessibleName("Kalender")
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.activated.connect(self._take)
        self.month.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.month)

    def open_at(self, day: date) -> None:
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(self._line.mapToGlobal(self._line.rect().bottomLeft()))
        self.show()
        self.month.setFocus()

    def _take(self, day: QDate) -> None:
        self.hide()
        self.taken.emit(day.toString(Qt.DateFormat.ISODate))
        self._line.setFocus()


class TimeEdit(_Field):
    """A time of day, stored ``HH:MM`` and shown ``09.15``."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """Make an empty time."""
        super().__init__(name, words, f"{_SAY}09.15", parent)

    def parse(self, text: str) -> str | None:
        """Return ``HH:MM`` of a text."""
        return parse_time(text)

    def spell(self, value: str) -> str:
        """Return ``09.15``."""
        return value.replace(":", ".")
