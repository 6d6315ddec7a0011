"""Tab Peta jalan: the programs as bars over ten years, with milestones, and what does not fit beside them."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import ROADMAP as SLIDE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_roadmap import PICTURE, TABLE, choice_of
from smartcity_desktop.domain.roadmap import WAYS, RoadMap, Span, cost_sum, groups
from smartcity_desktop.domain.roadmap_clash import Clash, clashes, marked
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Command, Screen, Services
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.focus_hold import FocusHold
from ui.widgets.label import Label
from ui.widgets.roadmap import RoadMapView
from ui.widgets.roadmap_filter import PlanFilter
from ui.widgets.roadmap_side import CLASHES, RoadMapSide
from ui.widgets.segments import Segments
from ui.widgets.writing import takes_nothing
from ui.workbook import WorkbookFile

_EMPTY: Final = (
    "Peta jalan menunjukkan kapan setiap program smart city dikerjakan: tahun ke-1 sampai ke-5, lalu tahun "
    "ke-6 sampai ke-10. Programnya disusun dahulu di tab Program, atau oleh kelompok di Kertas Kerja L7; "
    "begitu ada, batangnya tampil di sini."
)
_HINT: Final = (
    "Panah memilih · Alt+←/→ memindah · Shift+←/→ memanjangkan · Enter mengisi titik capai atau membuka "
    "kartu · Spasi: tercapai · batang bisa ditarik dengan tetikus"
)
_SIDE: Final = 330
_HANDLE: Final = 12


class RoadMapTab(ScreenTab):
    """The Gantt, its filter above, the chosen program and the hints at the right."""

    kinds = frozenset(
        {
            *("initiative", "action", "milestone", "dimension", "subdimension", "opd", "workshop"),
            *("worksheet", "candidate"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._service = services.roadmap
        self._road = RoadMap()
        self._clashes: tuple[Clash, ...] = ()
        self._way = next(iter(WAYS))
        self._wanted = ""
        self._running = 0
        self.setObjectName("tab-roadmap")
        self.file = WorkbookFile(host, "Peta jalan dan rencana aksi", partial(_gathered, services))
        self._make_heads()
        self.view = RoadMapView(self)
        self.filter.left_down.connect(self.view.setFocus)
        self.view.chosen.connect(self._show_side)
        self.view.placed.connect(self._place)
        self.view.opened.connect(self._open)
        self.view.milestone_asked.connect(self._write_at)
        self.view.toggled.connect(self._toggle)
        self.side = RoadMapSide(self)
        self.side.written.connect(self._write)
        self.side.marked.connect(self._mark)
        self.side.jumped.connect(self.jump)
        self.side.opened.connect(self._open)
        self.side.limited.connect(self._limit)
        self.back_by_escape(self.side, self.view)
        self.hold = FocusHold(self, self.side)
        self.hold.released.connect(self._show_road)
        self.empty = EmptyState(
            "Belum ada Program Smart City",
            _EMPTY,
            ("Buka tab Program", "Buka Kertas Kerja"),
            name="roadmap-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.open_row, "initiative"))
        self.empty.second.connect(partial(host.go.emit, "worksheet", ""))
        self.pages = self.set_pages(self.empty, self._full())
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.words.setFocus)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._read, self._show)

    def open_row(self, row: str) -> None:
        """Choose this program."""
        self._wanted = row

    def standing(self) -> str:
        """Return the program that is chosen."""
        return self.view.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        prints = (
            Command("Cetak peta jalan (gambar)", self.print_picture),
            Command("Cetak peta jalan (tabel)", self.print_table),
            Command("Tayangkan peta jalan", self.present),
            Command("Simpan peta jalan dan rencana aksi ke Excel", self.file.ask),
        )
        ways = (
            Command(f"Peta jalan {worded(words).lower()}", partial(self.choose_way, place))
            for place, words in enumerate(WAYS.values())
        )
        return (
            *prints,
            *ways,
            Command("Yang perlu dilihat di peta jalan", partial(self.side.turn_to, CLASHES)),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from program to program."""
        (self.empty.buttons[0] if self.pages.currentIndex() == EMPTY_PAGE else self.view).setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def choose_way(self, place: int) -> None:
        """Group by dimension, agency or horizon."""
        self._way = tuple(WAYS)[place]
        self._show_road()

    def jump(self, row: str) -> None:
        """Choose a program on the map, whatever was filtered out."""
        if not self.view.choose(row) and self._road.program(row):
            self.filter.clear()
            self.view.choose(row)

    def print_picture(self) -> None:
        """Show what stands here as it is printed and glued together, in the groups of now."""
        self.show_print(PICTURE, choice_of(self._way, self.filter.wanted))

    def print_table(self) -> None:
        """Show what stands here as tables, in the groups of now."""
        self.show_print(TABLE, choice_of(self._way, self.filter.wanted))

    def present(self) -> None:
        """Show the dimension of the chosen program on the projector."""
        item = self._road.program(self.view.key)
        self.show_slide(SLIDE, self.filter.wanted.dimension or (item.dimension if item else ""))

    def _place(self, row: str, span: Span) -> None:
        self._act(partial(self._service.place, RowId(row), span))

    def _write_at(self, _row: str, period: str) -> None:
        self.side.write_at(period)

    def _write(self, row: str, period: str, text: str) -> None:
        autosave = self.host.context.autosave
        call = partial(self._service.say_milestone, RowId(row), period, text)
        then = partial(self._written, row, period, text.strip())
        autosave.note(("milestone", row, period), autosave.confirming(call, then), self.host)

    def _written(self, row: str, period: str, text: str, _changed: Changes) -> None:
        self.side.settled(row, period, text)
        self.arrive()

    def _mark(self, row: str, period: str, done: bool) -> None:  # noqa: FBT001  # a slot
        self._act(partial(self._service.mark_milestone, RowId(row), period, done=done))

    def _toggle(self, row: str, period: str) -> None:
        item = self._road.program(row)
        mark = item.at(period) if item else None
        if mark is not None and mark.text:
            self._mark(row, period, not mark.is_done)

    def _limit(self, programs: int, actions: int) -> None:
        if (programs, actions) != (self._road.most_programs, self._road.most_actions):
            self._act(partial(self._service.limit, programs, actions))

    def _open(self, row: str) -> None:
        self.host.go.emit("initiative", f"initiative:{row}")

    def _act(self, call: Callable[[], Changes]) -> None:
        """Write something; what is read while more is on its way would show older years."""
        if takes_nothing(self):
            self.host.act(call)
            return
        self._running += 1
        self.host.act(call, self._acted, failed=self._refused)

    def _acted(self, _changed: Changes) -> None:
        self._running -= 1
        if not self._running:
            self.arrive()

    def _refused(self, fault: Fault) -> None:
        self._running -= 1
        self.host.warned.emit(explain(fault))
        self.arrive()

    # What is shown -----------------------------------------------------------------------------------------

    def _read(self) -> tuple[RoadMap, tuple[Clash, ...]]:
        road = self._service.road()
        return road, clashes(road)

    def _show(self, found: tuple[RoadMap, tuple[Clash, ...]]) -> None:
        if self._running:
            return
        self._road, self._clashes = found
        self.pages.setCurrentIndex(FULL_PAGE if self._road.programs else EMPTY_PAGE)
        dimensions = {item.dimension for item in self._road.programs}
        opds = {item.opd for item in self._road.programs}
        self.filter.offer(
            [item for item in self._road.dimensions if item.id in dimensions],
            [item for item in self._road.opds if item.id in opds],
        )
        self._show_road()
        self.side.show_clashes(self._clashes, (self._road.most_programs, self._road.most_actions))
        if self._wanted:
            self.jump(self._wanted)
            self._wanted = ""
        self.settled()

    def _sift(self) -> None:
        self.hold.let_go()
        self._show_road()

    def _show_road(self) -> None:
        self.ways.show_chosen(tuple(WAYS).index(self._way))
        held = self.view.key if self.hold.is_held else ""
        shown = groups(self._road, self._way, self.filter.wanted, held)
        self.view.show_road(self._road, shown, marked(self._clashes))
        if held and self.view.key != held:
            # What was being written is gone: letters must not go into the next program.
            self.view.setFocus()
        self.told.setText(cost_sum(self.view.programs).sentence)
        self._show_side()

    def _show_side(self, _row: str = "") -> None:
        self.side.show_program(self._road, self._road.program(self.view.key))

    # Parts -------------------------------------------------------------------------------------------------

    def _make_heads(self) -> None:
        self.ways = Segments([(worded(words), f"roadmap-{key}") for key, words in WAYS.items()], self)
        self.ways.chosen.connect(self.choose_way)
        self.filter = PlanFilter("roadmap", self)
        self.filter.changed.connect(self._sift)
        self.told = Label("", "soft", name="roadmap-told", wrap=True, parent=self)

    def _make_buttons(self) -> list[Button]:
        told = (
            ("Cetak gambar", "roadmap-print", self.print_picture),
            ("Cetak tabel", "roadmap-print-table", self.print_table),
            ("Simpan ke Excel", "roadmap-excel", self.file.ask),
            ("Tayangkan", "roadmap-present", self.present),
        )
        made = []
        for words, name, call in told:
            button = Button(words, name, parent=self)
            button.clicked.connect(call)
            made.append(button)
        return made

    def _full(self) -> QWidget:
        page = QWidget(self)
        first = FlowRow((self.ways, *self.filter.parts), self._make_buttons(), page)
        split = QSplitter(Qt.Orientation.Horizontal, page)
        split.setHandleWidth(theme.scaled(_HANDLE))
        split.addWidget(self.view)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)  # noqa: FBT003  # Qt takes it by place only
        split.setSizes([theme.scaled(1000), theme.scaled(_SIDE)])
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(first)
        column.addWidget(self.told)
        column.addWidget(split, 1)
        column.addWidget(Label(_HINT, "small", name="roadmap-hint", wrap=True, parent=page))
        return page


def _gathered(services: Services) -> tuple[tuple[TableSheet, ...], str]:
    return services.roadmap.tables(), services.workshop.get().title
