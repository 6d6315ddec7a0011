"""Tab Pagu: the money of the plans by dimension, source or agency, beside the years; bars above the rows."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.chart import BAR
from smartcity_desktop.domain.chart_coverage import MARK, stacked_bars
from smartcity_desktop.domain.coverage import Board
from smartcity_desktop.domain.coverage_money import BY_HOME, BY_OPD, BY_SOURCE, money_board, money_told
from smartcity_desktop.domain.hall import MONEY as SLIDE
from smartcity_desktop.domain.paper_coverage import MONEY
from smartcity_desktop.domain.wording import rupiah_words
from ui.context import Command, Screen, Services
from ui.models import coverage as words
from ui.screens.analysis.plan_tab import PlanTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments

_VIEWS: Final = (BY_HOME, BY_SOURCE, BY_OPD)
_CORNERS: Final = ("Dimensi", "Sumber dana", "OPD")
_WIDEST: Final = 330.0


class MoneyTab(PlanTab):
    """A program counts once, under its primary dimension; every part of a bar opens its programs."""

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(host, services, "money", relevant_only=True)
        self._view = 0
        self.views = Segments(
            (
                (worded("Dimensi"), "money-by-home"),
                ("Sumber dana", "money-by-source"),
                (worded("OPD"), "money-by-opd"),
            ),
            self,
        )
        self.views.chosen.connect(self.turn_to)
        self.chart = ChartView("money-chart", _WIDEST, self)
        self.chart.asked.connect(self._show_part)
        self.print = Button("Cetak pagu", "money-print", parent=self)
        self.print.clicked.connect(self.print_money)
        self.show_result = Button("Tayangkan", "money-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.lay_out((self.views,), (self.print, self.show_result), self._middle())

    @property
    def title(self) -> str:
        """What the board shows, in words."""
        return worded("Pagu menurut dimensi dan tahun")

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            *super().commands(),
            Command(worded("Cetak pagu per dimensi"), self.print_money),
            Command(worded("Tayangkan pagu per dimensi"), self.present),
        )

    def print_money(self) -> None:
        """Show the money as it is printed."""
        self.show_print(MONEY)

    def present(self) -> None:
        """Show the money by dimension on the projector."""
        self.show_slide(SLIDE)

    def turn_to(self, place: int) -> None:
        """Show the money by dimension, by source, or by agency."""
        self._view = place
        self.views.show_chosen(place)
        self.show_chosen()
        self.take_focus()

    def show_chosen(self) -> None:
        """Count again for what is looked at now."""
        choice, by = self.bar.choice, _VIEWS[self._view]
        self.told.setText(money_told(self.known, choice))
        board = money_board(self.known, choice, by)
        self.board.show_board(board, worded(_CORNERS[self._view]), words.say_money, lambda cell: cell.amount)
        bars = _summed(board) if by == BY_OPD else board
        self.chart.show_chart(
            lambda width: stacked_bars(bars, width=width, plain=by == BY_SOURCE),
            "; ".join(
                f"{head.words} {rupiah_words(cell.amount)}"
                for head, cell in zip(board.heads, board.sums.cells, strict=True)
            ),
        )
        self.show_rows()

    def _show_part(self, key: str) -> None:
        """Make the part of a bar that was clicked the current number."""
        line, _, column = key.partition(MARK)
        self.board.stand(line, self.boarded().heads[int(column)].key)
        self.board.setFocus()

    def _middle(self) -> QWidget:
        ground = QWidget(self)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        card = Card(parent=ground)
        card.body.addWidget(self.chart)
        card.body.addStretch(1)
        row.addWidget(scroll_area(card, "money-chart-area", ground), 4)
        row.addWidget(self.board, 7)
        return ground


def _summed(board: Board) -> Board:
    """Return a board whose bars are not parted: agencies are too many for it, and are not compared."""
    whole = replace(board.sums, color=BAR, short="")
    return Board(board.heads, (whole,), board.sums)
