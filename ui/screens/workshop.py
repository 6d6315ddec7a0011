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

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.wording import day_of, long_date, stage_name
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Worksheet, used_in
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.home import DOOR, OTHERS, SINCE, START, Home, next_of, stage_line, state_of
from ui.models.manner import delivered_words, manner_of, owing_words, ready_words
from ui.models.places import sheet_key
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.due import DueCard
from ui.widgets.funnel import Funnel
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.matrix import FIRST, Legend, MatrixView
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.since_card import SinceCard
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
_KINDS: Final = (BY_OPD, BY_DIMENSION, OTHERS)
"""Who fills worksheets, in the order of the switch above the matrix."""
_WHO: Final = ("OPD", "Dimensi", "Pengisi")
_PRINTS: Final = frozenset({"laporan-sesi"})


def _gather(services: Services, stage: int) -> Home:
    known = [item for item in services.worksheet.worksheets() if not item.retired]
    here = used_in(stage, known)
    plan = next((item for item in known if manner_of(item).of_plans), None)
    asked = [*here, *([plan] if plan and plan not in here else [])]
    places = services.worksheet.places_of(asked)
    return Home(
        services.note.today(),
        tuple(services.workshop.stages()),
        services.workshop.standing(),
        tuple(services.opd.opds()),
        here,
        {row: tuple(found) for row, found in places.items()},
        plan,
        tuple(services.session.sessions()),
        services.session.running(),
    )


@dataclass(frozen=True, slots=True)
class _People:
    """Who is there today, how many agencies brought what they were asked for, what changed since a stage."""

    today: Today | None
    brought: Mapping[str, int]
    due: str
    since: str
    changed: str


def _gather_people(services: Services, stage: int) -> _People:
    found = services.attendance.today()
    today = (
        Today(found.expected, found.there, found.deputies, found.missing, found.warning) if found else None
    )
    request = services.data_request.standing()
    day = day_of(request.due)
    due = long_date(day, weekday=False) if day else ""
    since = services.homework.since(stage)
    told = f"Sejak {since.when}" if since.is_over else ""
    return _People(today, request.counts, due, told, since.words)


class WorkshopScreen(Screen):
    """The funnel, who has come how far, what runs or comes next, and what waits."""

    kinds = frozenset(
        {
            *("workshop", "stage", "opd", "document", "renstra_line", "analysis", "worksheet", "sheet"),
            *("session", "note", "signer", "dimension", "comment", "assessor", "grouping", "group"),
            *("worksheet_part", "criterion", "score", "milestone"),
            *(name for name, entity in CATALOG.items() if entity.owner == "sheet"),
            *("person", "attendance", "data_item", "delivery", "homework"),
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
        self._kind = 0
        self._columns: list[Worksheet] = []
        self._arrives = False
        self._focused: QWidget | None = None
        self.has_stood = False
        self.setObjectName("screen-workshop")
        theme.set_role(self, "page")
        self.day = ElidedLabel("", "soft", name="home-day", parent=self)
        self.event_button = Button("Data Bimtek", "home-event", icon="dokumen", parent=self)
        self.event_button.clicked.connect(self.open_event)
        self.funnel = Funnel(self)
        self.matrix = MatrixView(self)
        self.matrix.asked.connect(self._cell_asked)
        self.kinds_of = Segments(
            (
                (worded("OPD"), "board-opd"),
                (worded("Dimensi"), "board-dimension"),
                ("Lainnya", "board-other"),
            ),
            self,
        )
        self.kinds_of.chosen.connect(self._choose_kind)
        self.none = Label("", "soft", wrap=True, name="board-none", parent=self)
        self.owing = Label("", "soft", wrap=True, name="home-owing", parent=self)
        self.owing.hide()
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
        self.side = self._side()
        self._lay_out()
        for part in (self.funnel, self.board, self.steps, self.side):
            part.hide()

    def show_stage(self, number: int) -> None:
        """Follow the stage switch."""
        is_other, self._stage = number != self._stage, number
        if is_other and self._home is not None:
            self._show_words(self._home)
        # What is still being read is of the stage before.
        if is_other and (self._home is not None or self._ticket is not None):
            self._refresh()

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
        self._ticket = self.read(partial(_gather, self._services, self._stage), self._show)

    def _show(self, home: Home) -> None:
        self._home = home
        is_empty = not home.opds
        self.steps.setVisible(is_empty)
        self.funnel.setVisible(not is_empty)
        self.board.setVisible(not is_empty)
        self.side.setVisible(not is_empty)
        if is_empty:
            self.steps.show_steps(_first_steps(home))
        self.funnel.show_steps(home.standing.funnel.steps)
        self._show_board(home)
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
        self._ticket = self.read(partial(_gather_people, self._services, self._stage), self._show_people)

    def _show_board(self, home: Home) -> None:
        """Show the worksheets of one kind of party; of the stage, the kind chosen last that has any."""
        have = [place for place, kind in enumerate(_KINDS) if home.of_kind(kind)]
        shown = self._kind if self._kind in have else next(iter(have), 0)
        for place, button in enumerate(self.kinds_of.buttons):
            button.setVisible(place in have)
        self.kinds_of.setVisible(len(have) > 1)
        self.kinds_of.show_chosen(shown)
        sheets = home.of_kind(_KINDS[shown])
        self._columns = sheets
        found = [home.places.get(item.id, ()) for item in sheets]
        self.matrix.show_places(sheets, found, worded(_WHO[shown]))
        self.matrix.setVisible(bool(sheets))
        self.none.setVisible(not sheets)
        self.none.setText(f"Belum ada kertas kerja di Tahap {stage_name(self._stage)}.")
        told = [
            (item, ready_words(places, manner_of(item))) for item, places in zip(sheets, found, strict=True)
        ]
        owing = [(item.code, owing_words(places)) for item, places in zip(sheets, found, strict=True)]
        self.owing.setText("\n".join(f"{code} · {words}" for code, words in owing if words))
        self.owing.setVisible(bool(self.owing.text()))
        if len(sheets) == 1:
            self.delivered.setText(delivered_words(found[0], manner_of(sheets[0])))
        else:
            self.delivered.setText(" · ".join(f"{item.code} {words}" for item, words in told if words))

    def _choose_kind(self, place: int) -> None:
        self._kind = place
        if self._home is not None:
            self._show_board(self._home)
            self.matrix.setFocus()

    def _show_people(self, people: _People) -> None:
        self._ticket = None
        self.today.show_today(people.today)
        self.data.show_counts(people.brought, people.due)
        self.since.show_since(people.since, people.changed)

    def _take_focus(self, *, is_empty: bool) -> None:
        if is_empty:
            self.steps.buttons["opd"].setFocus()
        else:
            self.matrix.setFocus()

    def _show_words(self, home: Home) -> None:
        self.day.setText(stage_line(home.stage(self._stage), self._stage, home.today))
        found = next_of(home, self._stage)
        self.next.show_next(found.head, found.lead, found.soft, found.ways)

    def _cell_asked(self, party: str, column: int) -> None:
        if column >= FIRST:
            self.go.emit("worksheet", sheet_key(self._columns[column - FIRST].id, party))
        elif self._home is not None and any(item.id == party for item in self._home.opds):
            self.go.emit("opd", party)
        else:
            first = next((item for item in self._columns if self._fills(item, party)), None)
            if first is not None:
                self.go.emit("worksheet", sheet_key(first.id, party))

    def _fills(self, worksheet: Worksheet, party: str) -> bool:
        places = self._home.places.get(worksheet.id, ()) if self._home is not None else ()
        return any(place.party == party for place in places)

    def _ask(self, key: str) -> None:
        if key in _PRINTS:
            self.print_asked.emit(key, "")
        else:
            self.go.emit(key, "")

    def _settle(self, key: str) -> None:
        screen, _, row = key.partition(":")
        self.go.emit(screen, _SIGNER if screen == EVENT else row)

    def _board(self) -> Card:
        card = Card(name="board", parent=self)
        card.setAccessibleName("Siapa sudah sampai mana")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Siapa sudah sampai mana", "strong", parent=card))
        head.addWidget(self.delivered, 1)
        head.addWidget(self.kinds_of)
        card.body.addLayout(head)
        card.body.addWidget(self.none)
        card.body.addWidget(self.owing)
        card.body.addWidget(self.matrix)
        card.body.addSpacing(4)
        card.body.addWidget(Legend(card))
        return card

    def _side(self) -> QScrollArea:
        self.since = SinceCard(self)
        self.since.asked.connect(partial(self.go.emit, "homework", SINCE))
        ground = QWidget()
        ground.setObjectName("home-side-ground")
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.next)
        column.addWidget(self.today)
        column.addWidget(self.since)
        column.addWidget(self.due)
        column.addWidget(self.data)
        column.addStretch(1)
        area = scroll_area(ground, "home-side", self)
        area.setFixedWidth(_SIDE)
        return area

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        copies = Button("Salinan tahap", "home-stage-copies", icon="pulihkan", parent=self)
        copies.clicked.connect(partial(self.go.emit, "stage_copy", ""))
        head.addWidget(Label("Beranda", "title", parent=self))
        head.addWidget(self.day, 1)
        head.addWidget(copies)
        head.addWidget(self.event_button)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.funnel)
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
