"""Tab Sebaran program: agencies beside dimensions or sub-dimensions, and the list of what is still empty."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QStackedWidget

from smartcity_desktop.domain.coverage import BY_DIMENSION, BY_SUB, UNREAD, Gap, gaps, spread, told
from smartcity_desktop.domain.hall import MATRIX
from smartcity_desktop.domain.hall import SPREAD as SLIDE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_coverage import GAP_SHEETS, SPREAD
from ui.context import Command, Screen, Services
from ui.models import coverage as words
from ui.models.read_table import ReadLine
from ui.screens.analysis.plan_tab import DOCUMENT, SHEET, PlanTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments

_VIEWS: Final = (BY_DIMENSION, BY_SUB, "gaps")
_GAPS: Final = 2
_MEASURES: Final = (words.COUNT, words.MONEY)
_ALSO: Final = "+1: satu program lagi menyebutnya sebagai tambahan."


class SpreadTab(PlanTab):
    """Every number opens its programs; empty cells are a list of what is to be done."""

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(host, services, "spread")
        self._view = 0
        self._measure = 0
        self._gaps: tuple[Gap, ...] = ()
        self.views = Segments(
            (
                (worded("Dimensi"), "spread-by-dimension"),
                (worded("Subdimensi"), "spread-by-sub"),
                ("Celah", "spread-gaps"),
            ),
            self,
        )
        self.views.chosen.connect(self.turn_to)
        self.measures = Segments(
            (("Jumlah program", "spread-count"), ("Pagu (juta rupiah)", "spread-money")), self
        )
        self.measures.chosen.connect(self.measure)
        self.gaps = ReadTable("spread-gap-list", "Celah: yang masih kosong", 0, self)
        self.gaps.asked.connect(self._open_gap)
        self.print = Button("Cetak sebaran", "spread-print", parent=self)
        self.print.clicked.connect(partial(self._print, SPREAD))
        self.print_gaps = Button(worded("Cetak celah per OPD"), "spread-print-gaps", parent=self)
        self.print_gaps.clicked.connect(partial(self._print, GAP_SHEETS))
        self.show_result = Button("Tayangkan", "spread-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.board)
        self.middle.addWidget(self.gaps)
        self.lay_out(
            (self.views, self.measures), (self.print, self.print_gaps, self.show_result), self.middle
        )

    @property
    def title(self) -> str:
        """What the board shows, in words."""
        return worded("Sebaran program: OPD dan dimensi")

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            *super().commands(),
            Command("Cetak sebaran program", partial(self._print, SPREAD)),
            Command(worded("Cetak celah per OPD"), partial(self._print, GAP_SHEETS)),
            Command("Tayangkan sebaran program", self.present),
            Command(worded("Tayangkan OPD dan dimensi"), partial(self.show_slide, MATRIX)),
            Command("Daftar celah", partial(self.turn_to, _GAPS)),
        )

    def present(self) -> None:
        """Show the sums of the map on the projector."""
        self.show_slide(SLIDE)

    def take_focus(self) -> None:
        """Let the arrow keys go through what is shown."""
        if self.known.programs and self._view == _GAPS:
            self.gaps.setFocus()
        else:
            super().take_focus()

    def turn_to(self, place: int) -> None:
        """Show dimensions, sub-dimensions, or what is empty."""
        self._view = place
        self.views.show_chosen(place)
        self.show_chosen()
        self.show_rows()
        self.take_focus()

    def measure(self, place: int) -> None:
        """Show how many programs, or how much money."""
        self._measure = place
        self.measures.show_chosen(place)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Count again for what is looked at now."""
        choice, is_list = self.bar.choice, self._view == _GAPS
        self.told.setText(told(self.known, choice))
        self.middle.setCurrentIndex(int(is_list))
        self.below.setVisible(not is_list)
        self.measures.setVisible(not is_list)
        if is_list:
            self._gaps = gaps(self.known, choice)
            lines = [ReadLine(f"{item.about}/{item.row}", (item.words,)) for item in self._gaps]
            self.gaps.show_lines((f"Celah ({len(lines)}) · Enter membuka tempatnya",), lines, {})
            return
        measure = _MEASURES[self._measure]
        if measure == words.COUNT and any(item.also for item in self.known.chosen(choice)):
            self.told.setText(f"{self.told.text()} {_ALSO}")
        board = spread(self.known, choice, _VIEWS[self._view])
        say = words.sayer(measure, many=_VIEWS[self._view] == BY_SUB)
        self.board.show_board(board, worded("OPD"), say, partial(words.weigh, measure))
        self.show_rows()

    def _open_gap(self, key: str, _column: int) -> None:
        """Go where a gap is closed: the plan to read, the sheet to fill, the programs nobody has read yet."""
        about, _, row = key.partition("/")
        if about == "document":
            self.host.go.emit(DOCUMENT, row)
        elif about == "opd":
            own = next(item.id for item in self.known.programs if item.opd == RowId(row) and not item.support)
            self.host.go.emit(SHEET, own)
        else:
            self.turn_to(_VIEWS.index(about))
            self.board.stand("", UNREAD)

    def _print(self, kind: str) -> None:
        self.show_print(kind)
