"""What Beranda says of the people: who is there today and who is missing, and whose data has not come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.wording import number
from ui import theme
from ui.translate import worded
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow

_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class Today:
    """Seats expected and filled, those with a deputy, who is missing by agency, and the hint to invite."""

    expected: int
    there: int
    deputies: int
    missing: tuple[tuple[str, int], ...] = ()
    warning: str = ""


class TodayCard(Card):
    """The card "Hari ini": there only on a day on which people meet."""

    asked = Signal()
    """A person wants to note who is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden: nothing is known yet."""
        super().__init__("Hadir hari ini", name="today", parent=parent)
        self.body.setContentsMargins(7, 12, 7, 10)
        self.body.setSpacing(4)
        self.title.setContentsMargins(7, 0, 7, 0)
        self.figure = Label("", "figure", name="today-figure", parent=self)
        self.figure.setFont(theme.font("figure", bold=True))
        self.words = Label("", "soft", name="today-words", wrap=True, parent=self)
        self.missing = Label("", name="today-missing", wrap=True, parent=self)
        self.warning = Label("", "warning", name="today-warning", wrap=True, parent=self)
        self.way = LinkRow("Catat kehadiran", "today-way", self)
        for part in (self.figure, self.words, self.missing, self.warning):
            part.setContentsMargins(7, 0, 7, 0)
            self.body.addWidget(part)
        self.body.addWidget(self.way)
        self.way.clicked.connect(self.asked)
        self.hide()

    def show_today(self, today: Today | None) -> None:
        """Show how today stands; nothing where nobody meets."""
        self.setVisible(today is not None)
        if today is None:
            return
        self.figure.setText(number(today.there))
        deputies = f", {number(today.deputies)} diwakili" if today.deputies else ""
        self.words.setText(f"dari {number(today.expected)} peserta{deputies}")
        self.missing.setText(_missing(today.missing) if today.there else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.warning.setText(today.warning)
        self.warning.setVisible(bool(today.warning))
        self.setAccessibleDescription(f"{today.there} {self.words.text()}. {self.missing.text()}")


class DataCard(Card):
    """The card "Data dari OPD": how many agencies brought all, some or none of what they were asked for."""

    asked = Signal()
    """A person wants to see what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden: nothing is known yet."""
        super().__init__(worded("Data dari OPD"), name="request-card", parent=parent)
        self.body.setContentsMargins(7, 12, 7, 10)
        self.body.setSpacing(2)
        self.title.setContentsMargins(7, 0, 7, 2)
        self._row: LinkRow | None = None
        self.hide()

    def show_counts(self, counts: Mapping[str, int], due: str) -> None:
        """Show the counts by state (lengkap, sebagian, belum) and until when the data is wanted, in words."""
        known = [(counts.get(state, 0), state) for state in ("lengkap", "sebagian", "belum")]
        words = ", ".join(f"{number(count)} {state}" for count, state in known if count)
        is_open = bool(counts.get("sebagian") or counts.get("belum"))
        self.setVisible(is_open)
        words = f"{words}; ditunggu {due}" if due else words
        if self._row is not None and self._row.accessibleName() == words:
            return
        if self._row is not None:
            self.body.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row = LinkRow(words, "request-way", self)
        self._row.clicked.connect(partial(self.asked.emit))
        self.body.addWidget(self._row)


def _missing(found: Sequence[tuple[str, int]]) -> str:
    if not found:
        return "Semua sudah hadir."
    named = ", ".join(f"{name} {number(count)}" for name, count in found[:_NAMED])
    rest = len(found) - _NAMED
    more = worded("dan {rest} OPD lain").format(rest=rest) if rest > 0 else ""
    return f"Belum hadir: {named}{f' {more}' if more else ''}."
