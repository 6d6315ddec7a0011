"""Screen Beranda: what stands, what is next, and one click to what is late."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.funnel import STEPS
from smartcity_desktop.domain.wording import day_of, long_date
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.home import DOOR, START, Home, next_of, stage_line, state_of
from ui.models.places import delivered_words, manner_of, sheet_key
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.due import DueCard
from ui.widgets.funnel import Funnel
from ui.widgets.group_strip import GroupStrip
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.matrix import FIRST, Legend, MatrixView
from ui.widgets.scroll import scroll_area
from ui.widgets.steps import NextCard, Step, StepsCard
from ui.widgets.today_card import DataCard, Today, TodayCard

if TYPE_CHECKING:
    from ui.lane import Ticket

_LOG = logging.getLogger(__name__)
EVENT: Final = "event"
REQUEST: Final = "request"
_STEPS: Final = (
    ("opd", "OPD di meja", "Isi OPD", "opd"),
    ("people", "Peserta", "Isi peserta", "people"),
    ("agenda", "Susunan acara", "Susun agenda", "agenda"),
    ("document", "Baca Renstra", "Baca Renstra", "document"),
    ("session", "Mulai sesi", "Mulai sesi", START),
    ("worksheet", "Kertas kerja", "Buka kertas kerja", "worksheet"),
    ("report", "Laporan", "Buka Cetak", "report"),
)
_SIGNER: Final = "signer"
"""The part of the workshop's own page that is due where nobody signs yet."""
_SIDE: Final = 300
_PRINTS: Final = frozenset({"laporan-sesi"})


def _gather(services: Services) -> Home:
    known = [(item, tuple(services.worksheet.places(item.id))) for item in services.worksheet.worksheets()]
    by_opd = [(item, places) for item, places in known if not manner_of(item).by_dimension]
    return Home(
        services.note.today(),
        tuple(services.workshop.stages()),
        services.workshop.standing(),
        tuple(services.opd.opds()),
        tuple(item for item, _ in by_opd),
        tuple(places for _, places in by_opd),
        tuple((item, places) for item, places in known if manner_of(item).by_dimension and places),
        tuple(services.session.sessions()),
        services.session.running(),
    )


@dataclass(frozen=True, slots=True)
class _People:
    """Who is there today, and how many agencies brought what they were asked for."""

    today: Today | None
    brought: Mapping[str, int]
    due: str


def _gather_people(services: Services) -> _People:
    found = services.attendance.today()
    today = (
        Today(found.expected, found.there, found.deputies, found.missing, found.warning) if found else None
    )
    request = services.data_request.standing()
    day = day_of(request.due)
    return _People(today, request.counts, long_date(day, weekday=False) if day else "")


class WorkshopScreen(Screen):
    """The funnel, who has come how far, what runs or comes next, and what waits."""

    kinds = frozenset(
        {
            *("workshop", "stage", "opd", "document", "renstra_line", "analysis", "worksheet", "sheet"),
            *("session", "note", "signer", "dimension", "issue"),
            *("person", "attendance", "data_item", "delivery"),
        }
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._stage = 1
        self._home: Home | None = None
        self._ticket: Ticket | None = None
        self._wanted = ""
        self._arrives = False
        self._focused: QWidget | None = None
        self.has_stood = False
        self.setObjectName("screen-workshop")
        theme.set_role(self, "page")
        self.day = ElidedLabel("", "soft", name="home-day", parent=self)
        self.event_button = Button("Data Bimtek", "home-event", icon="dokumen", parent=self)
        self.event_button.clicked.connect(self.open_event)
        self.funnel = Funnel(STEPS, self)
        self.matrix = MatrixView(self)
        self.matrix.asked.connect(self._cell_asked)
        self.groups = GroupStrip(self)
        self.groups.asked.connect(self._group_asked)
        self.delivered = ElidedLabel("", "soft", name="home-delivered", parent=self)
        self.steps = StepsCard(self)
        self.steps.asked.connect(self._ask)
        self.next = NextCard(self)
        self.next.asked.connect(self._ask)
        self.due = DueCard(self)
        self.due.asked.connect(self._settle)
        self.today = TodayCard(self)
        self.today.asked.connect(partial(self.go.emit, "people", DOOR))
        self.data = DataCard(self)
        self.data.asked.connect(partial(self.go.emit, REQUEST, ""))
        self.board = self._board()
        self.group_card = self._group_card()
        self.side = self._side()
        self._lay_out()
        for part in (self.funnel, self.board, self.group_card, self.steps, self.side):
            part.hide()

    def show_stage(self, number: int) -> None:
        """Follow the stage switch."""
        self._stage = number
        if self._home is not None:
            self._show_words(self._home)

    def arrive(self) -> None:
        """Read what stands, then be ready for the arrow keys."""
        self._arrives = True
        self._focused = self.window().focusWidget()
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time with figures is told to the log, so that the time of a start can be read."""
        super().paintEvent(event)
        if self._home is not None and not self.has_stood:
            self.has_stood = True
            # The window is on the screen when this turn of painting is over.
            QTimer.singleShot(0, self, self._stood)

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Mark an agency in the matrix."""
        self._wanted = row
        self.matrix.choose(row)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Kop, dasar & penanda tangan", partial(self.go.emit, EVENT, "kop")),
            Command("Tanggal dan tempat setiap tahap", partial(self.go.emit, EVENT, "stage")),
            Command("Cek Sebelum Acara", partial(self.go.emit, "preflight", "")),
        )

    def open_event(self) -> None:
        """Go to the workshop's own page."""
        self.go.emit(EVENT, "")

    def _refresh(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.read(partial(_gather, self._services), self._show)

    def _show(self, home: Home) -> None:
        self._home = home
        is_empty = not home.opds
        self.steps.setVisible(is_empty)
        self.funnel.setVisible(not is_empty)
        self.board.setVisible(not is_empty)
        self.side.setVisible(not is_empty)
        self.group_card.setVisible(bool(home.groups) and not is_empty)
        if is_empty:
            self.steps.show_steps(_first_steps(home))
        figures = home.standing.funnel
        self.funnel.show_figures(figures.counts)
        self.matrix.show_places(home.worksheets, home.places)
        first = next(iter(zip(home.worksheets, home.places, strict=True)), None)
        self.delivered.setText(delivered_words(first[1], manner_of(first[0])) if first else "")
        self.groups.show_groups(home.groups)
        self.due.show_due(home.standing.due)
        self._show_words(home)
        if self._wanted:
            self.matrix.choose(self._wanted)
            self._wanted = ""
        if self._arrives:
            self._arrives = False
            if self.window().focusWidget() is self._focused:
                self._take_focus(is_empty=is_empty)
        self._ticket = None
        if self.has_stood or not self.isVisible():
            self._read_people()

    def _stood(self) -> None:
        """Tell when the figures stood; only now the people, whose reading would hold up the first paint."""
        _LOG.info("home stands, machine clock %.3f s", time.monotonic())
        self._read_people()

    def _read_people(self) -> None:
        self._ticket = self.read(partial(_gather_people, self._services), self._show_people)

    def _show_people(self, people: _People) -> None:
        self._ticket = None
        self.today.show_today(people.today)
        self.data.show_counts(people.brought, people.due)

    def _take_focus(self, *, is_empty: bool) -> None:
        if is_empty:
            self.steps.buttons["opd"].setFocus()
        else:
            self.matrix.setFocus()

    def _show_words(self, home: Home) -> None:
        self.day.setText(stage_line(home.stage(self._stage), self._stage, home.today))
        found = next_of(home, self._stage)
        self.next.show_next(found.head, found.lead, found.soft, found.ways)

    def _cell_asked(self, opd: str, column: int) -> None:
        if column >= FIRST and self._home is not None:
            self._group_asked(self._home.worksheets[column - FIRST].id, opd)
        else:
            self.go.emit("opd", opd)

    def _group_asked(self, worksheet: str, party: str) -> None:
        self.go.emit("worksheet", sheet_key(worksheet, party))

    def _ask(self, key: str) -> None:
        if key in _PRINTS:
            self.print_asked.emit(key, "")
        else:
            self.go.emit(key, "")

    def _settle(self, key: str) -> None:
        self.go.emit(key, _SIGNER if key == EVENT else "")

    def _board(self) -> Card:
        card = Card(name="board", parent=self)
        card.setAccessibleName("Siapa sudah sampai mana")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Siapa sudah sampai mana", "strong", parent=card))
        head.addWidget(self.delivered, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.matrix)
        card.body.addSpacing(4)
        card.body.addWidget(Legend(card))
        return card

    def _group_card(self) -> Card:
        card = Card(name="groups", parent=self)
        card.setAccessibleName(worded("Kertas kerja per dimensi"))
        card.body.setContentsMargins(14, 10, 14, 12)
        card.body.addWidget(self.groups)
        return card

    def _side(self) -> QScrollArea:
        ground = QWidget()
        ground.setObjectName("home-side-ground")
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.next)
        column.addWidget(self.today)
        column.addWidget(self.due)
        column.addWidget(self.data)
        column.addStretch(1)
        area = scroll_area(ground, "home-side", self)
        area.setFixedWidth(_SIDE)
        return area

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Beranda", "title", parent=self))
        head.addWidget(self.day, 1)
        head.addWidget(self.event_button)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.funnel)
        left.addWidget(self.group_card)
        left.addWidget(self.board)
        left.addWidget(self.steps)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(left, 1)
        both.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(both, 1)


def _first_steps(home: Home) -> list[Step]:
    states = state_of(home)
    return [
        Step(key, worded(title), states[key][0], *_way(home, key, button, way), states[key][1])
        for key, title, button, way in _STEPS
    ]


def _way(home: Home, key: str, button: str, way: str) -> tuple[str, str]:
    """Return words and screen of a step's button: a session that was begun is not begun a first time."""
    if key == "session" and home.running:
        return "Buka catatan", "note"
    if key == "session" and state_of(home)[key][1]:
        return "Mulai sesi lagi", way
    return worded(button), way
