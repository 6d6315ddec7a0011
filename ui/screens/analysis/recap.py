"""Tab Rekap: every dimension and OPD with the page that is printed of it, drawn by the same charts."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.chart_recap import count_bars, sheet_bars
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_recap import RECAP_DIMENSION, RECAP_OPD, RecapBar, RecapPaper
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import recap as words
from ui.models.places import sheet_key
from ui.tabs import ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area

SHEETS: Final = "worksheet"
_WIDE: Final = 900.0
_HALF: Final = 450.0


class RecapTab(ScreenTab):
    """One dimension or OPD at a time; Enter opens a sheet of it, and so does a click on its bar."""

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._recap = services.recap
        self._papers: dict[str, RecapPaper] = {}
        self._wanted = ""
        self.setObjectName("tab-recap")
        self.parties = ReadTable("recap-parties", worded("Dimensi dan OPD"), 0, self)
        self.parties.chosen.connect(self._show_paper)
        self.parties.asked.connect(self._open_party)
        self.name = Label("", "strong", name="recap-name", wrap=True, parent=self)
        self.print = Button("Cetak rekap ini", "recap-print", parent=self)
        self.print.clicked.connect(self.print_recap)
        self.sheets = ChartView("recap-sheets", _WIDE, self)
        self.sheets.asked.connect(self._open_sheet)
        self.told = Label("", "soft", name="recap-told", wrap=True, parent=self)
        self.programs = ChartView("recap-programs", _HALF, self)
        self.programs_told = Label("", "soft", name="recap-programs-told", wrap=True, parent=self)
        self.second = ChartView("recap-second", _HALF, self)
        self.second_told = Label("", "soft", name="recap-second-told", wrap=True, parent=self)
        self.lists = Label("", name="recap-lists", wrap=True, parent=self)
        self._lay_out()

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._recap.papers, self._show)

    def open_row(self, row: str) -> None:
        """Choose the dimension or OPD of this row."""
        self._wanted = row

    def standing(self) -> str:
        """Return whose recap is shown."""
        return self.parties.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Cetak rekap ini", self.print_recap),
            Command(worded("Cetak rekap semua dimensi"), partial(self._print, RECAP_DIMENSION, "")),
            Command(worded("Cetak rekap semua OPD"), partial(self._print, RECAP_OPD, "")),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from one to the next."""
        self.parties.setFocus()

    def print_recap(self) -> None:
        """Show the chosen recap as it is printed."""
        paper = self._papers.get(self.parties.key)
        if paper is not None:
            self._print(RECAP_OPD if paper.is_opd else RECAP_DIMENSION, paper.row)

    def _print(self, kind: str, row: str) -> None:
        self.show_print(kind, row)

    def _open_party(self, row: str, _column: int) -> None:
        """Open the first sheet that says anything, else the first."""
        known = self._papers[row].sheets
        sheet = next((item for item in known if item.done), next(iter(known), None))
        if sheet is not None:
            self._open_sheet(sheet.worksheet)

    def _open_sheet(self, worksheet: str) -> None:
        self.host.go.emit(SHEETS, sheet_key(RowId(worksheet), RowId(self.parties.key)))

    def _show(self, papers: tuple[RecapPaper, ...]) -> None:
        kept = self._wanted or self.parties.key
        self._wanted = ""
        self._papers = {item.row: item for item in papers}
        heads, widths, right = words.heads()
        self.parties.show_lines(heads, words.lines_of(papers), widths, right)
        if kept in self._papers:
            self.parties.choose(kept)
        self._show_paper(self.parties.key)
        self.settled()

    def _show_paper(self, row: str) -> None:
        paper = self._papers.get(row)
        if paper is None:
            return
        self.name.setText(paper.name)
        self.sheets.show_chart(
            lambda width: sheet_bars(paper.sheets, width=width), words.spoken_sheets(paper.sheets)
        )
        self.told.setText(paper.told)
        titles, seconds, told = words.second_of(paper)
        for card, title in zip((self.first_card, self.second_card), titles, strict=True):
            card.title.setText(title)
            card.title.show()
        self._show_bars(self.programs, titles[0], paper.programs)
        self.programs_told.setText(paper.programs_told or words.NOTHING)
        self._show_bars(self.second, titles[1], seconds)
        self.second_told.setText(told or words.NOTHING)
        self.lists.setText(words.lists_of(paper))

    @staticmethod
    def _show_bars(chart: ChartView, title: str, bars: tuple[RecapBar, ...]) -> None:
        chart.setVisible(bool(bars))
        chart.show_chart(lambda width: count_bars(bars, width=width), words.spoken(title, bars))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.parties, 4)
        row.addWidget(scroll_area(self._page(), "recap-page", self), 8)

    def _page(self) -> QWidget:
        ground = QWidget(self)
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.print)
        column.addLayout(head)
        whole = Card("Lembar dan isian", parent=ground)
        whole.body.addWidget(self.sheets)
        whole.body.addWidget(self.told)
        column.addWidget(whole)
        both = QHBoxLayout()
        both.setSpacing(10)
        self.first_card, self.second_card = (Card(parent=ground) for _ in range(2))
        parts = ((self.programs, self.programs_told), (self.second, self.second_told))
        for card, (chart, told) in zip((self.first_card, self.second_card), parts, strict=True):
            card.body.addWidget(chart)
            card.body.addWidget(told)
            card.body.addStretch(1)
            both.addWidget(card, 1)
        column.addLayout(both)
        last = Card(parent=ground)
        last.body.addWidget(self.lists)
        column.addWidget(last)
        column.addStretch(1)
        return ground
