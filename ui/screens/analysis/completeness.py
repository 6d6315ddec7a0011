"""Tab Kelengkapan: what every plan still lacks; a list for the committee, never shown to the hall."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from smartcity_desktop.domain.completeness import (
    DELIVERED,
    HEADS,
    LACKING,
    PLACED,
    PLAN,
    READ,
    RULE,
    SHEET,
    Standing,
    told,
)
from smartcity_desktop.domain.finding import OpdFindings
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_coverage import COMPLETE
from ui.context import Command, Screen, Services
from ui.lane import Ticket
from ui.models.places import sheet_key
from ui.models.read_table import ReadLine
from ui.screens.analysis.plan_tab import DOCUMENT, PLANS
from ui.screens.analysis.plan_tab import SHEET as SHEETS
from ui.screens.analysis.workbook import plan_workbook
from ui.tabs import ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable

_WIDTHS: Final = dict(enumerate((0, 110, 172, 78, 102, 72, 76, 92, 124, 112, 104)))
_OF_SHEET: Final = frozenset({READ, PLACED, SHEET})


class CompletenessTab(ScreenTab):
    """One line for each agency, in the order of the list; Enter opens the place where it is mended."""

    kinds = PLANS | {"sheet", "indicator", "finding_answer"}

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._coverage, self._finding = services.coverage, services.finding
        self._standings: dict[RowId, Standing] = {}
        self._wanted = ""
        self._left: list[RowId] = []
        self._ticket = Ticket()
        self.setObjectName("tab-completeness")
        self.told = Label("", "strong", name="completeness-told", wrap=True, parent=self)
        self.lines = ReadTable("completeness-lines", worded("Kelengkapan Renstra per OPD"), 0, self)
        self.lines.chosen.connect(self._show_lacks)
        self.lines.asked.connect(self.open_place)
        self.lacks = Label("", name="completeness-lacks", wrap=True, parent=self)
        self.rule = Label(worded(RULE), "small", name="completeness-rule", wrap=True, parent=self)
        self.print = Button("Cetak kelengkapan", "completeness-print", parent=self)
        self.print.clicked.connect(self.print_lines)
        self.file = plan_workbook(host, services)
        self.excel = Button("Simpan ke Excel", "completeness-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        self._lay_out()

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self._ticket.cancel()
        self.host.read(self._coverage.completeness, self._show)

    def open_row(self, row: str) -> None:
        """Choose the line of this agency."""
        self._wanted = row

    def standing(self) -> str:
        """Return whose line is chosen."""
        return self.lines.key

    def take_focus(self) -> None:
        """Let the arrow keys go from agency to agency."""
        (self.lines if self._standings else self.print).setFocus()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Cetak kelengkapan Renstra", self.print_lines),
            Command("Simpan analisis Renstra ke Excel", self.file.ask),
        )

    def print_lines(self) -> None:
        """Show the list as it is printed."""
        self.show_print(COMPLETE)

    def open_place(self, key: str, column: int) -> None:
        """Open where the thing of a column is mended; from the name, where the first thing lacks."""
        item = self._standings[RowId(key)]
        at = column or next(iter(item.lacks), PLAN)
        if at == DELIVERED and item.work.due:
            self.host.go.emit(SHEETS, sheet_key(item.work.next or item.work.sheet, item.agency.id))
        elif at in _OF_SHEET and item.work.sheet:
            self.host.go.emit(SHEETS, sheet_key(item.work.sheet, item.agency.id))
        else:
            self.host.go.emit(DOCUMENT, item.agency.id)

    def _show(self, lines: tuple[Standing, ...]) -> None:
        kept = self._wanted or self.lines.key
        self._wanted = ""
        # What was counted of the findings stands until it is counted anew.
        before = self._standings
        self._standings = {
            item.agency.id: replace(item, findings=before[item.agency.id].findings)
            if item.agency.id in before
            else item
            for item in lines
        }
        self._show_lines()
        if kept in self._standings:
            self.lines.choose(kept)
        self._show_lacks(self.lines.key)
        self.settled()
        self._left = [item.agency.id for item in lines if item.document]
        self._count()

    def _show_lines(self) -> None:
        known = tuple(self._standings.values())
        self.told.setText(told(known) if known else worded("Belum ada OPD yang dicatat."))
        heads = tuple(worded(head) for head in HEADS)
        shown = [
            ReadLine(item.agency.id, (item.agency.called, *item.cells[1:]), faint=not item.document)
            for item in known
        ]
        self.lines.show_lines(heads, shown, _WIDTHS)

    def _count(self) -> None:
        """Let the next plan be checked: one at a time, so that nobody who types has to wait for all."""
        if self._left:
            opd = self._left.pop(0)
            self._ticket = self.host.read(partial(self._finding.of, opd), partial(self._counted, opd))

    def _counted(self, opd: RowId, found: OpdFindings | None) -> None:
        if opd in self._standings and found is not None:
            self._standings[opd] = replace(self._standings[opd], findings=found.count)
            self._show_lines()
            self._show_lacks(self.lines.key)
        self._count()

    def _show_lacks(self, key: str) -> None:
        item = self._standings.get(RowId(key))
        if item is None:
            self.lacks.setText("")
            return
        names = worded(", ".join(LACKING[at] for at in item.lacks))
        words = f"{item.agency.name}: masih kurang {names}." if names else f"{item.agency.name}: lengkap."
        self.lacks.setText(words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.told, 1)
        head.addWidget(self.print)
        head.addWidget(self.excel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.lines, 1)
        column.addWidget(self.lacks)
        column.addWidget(self.rule)
