"""Tab Kelengkapan: what every plan still lacks; a list for the committee, never shown to the hall."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from smartcity_desktop.domain.completeness import (
    DELIVERED,
    HEADS,
    PLACED,
    PLAN,
    READ,
    RULE,
    SHEET,
    Standing,
    told,
)
from smartcity_desktop.domain.paper_coverage import COMPLETE
from ui.context import Command, Screen, Services
from ui.models.places import sheet_key
from ui.models.read_table import ReadLine
from ui.screens.analysis.plan_tab import DOCUMENT, PLANS
from ui.screens.analysis.plan_tab import SHEET as SHEETS
from ui.screens.analysis.tab import AnalysisTab
from ui.screens.analysis.workbook import WorkbookFile
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable

_WIDTHS: Final = dict(enumerate((0, 106, 146, 80, 104, 66, 82, 98, 124, 104)))
_OF_SHEET: Final = frozenset({READ, PLACED, SHEET})


class CompletenessTab(AnalysisTab):
    """One line for each agency, in the order of the list; Enter opens the place where it is mended."""

    kinds = PLANS | {"sheet", "indicator"}

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._coverage = services.coverage
        self._standings: dict[str, Standing] = {}
        self._wanted = ""
        self.setObjectName("tab-completeness")
        self.told = Label("", "strong", name="completeness-told", wrap=True, parent=self)
        self.lines = ReadTable("completeness-lines", worded("Kelengkapan Renstra per OPD"), 0, self)
        self.lines.chosen.connect(self._show_lacks)
        self.lines.asked.connect(self.open_place)
        self.lacks = Label("", name="completeness-lacks", wrap=True, parent=self)
        self.rule = Label(worded(RULE), "small", name="completeness-rule", wrap=True, parent=self)
        self.print = Button("Cetak kelengkapan", "completeness-print", parent=self)
        self.print.clicked.connect(self.print_lines)
        self.file = WorkbookFile(host, services)
        self.excel = Button("Simpan ke Excel", "completeness-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        self._lay_out()

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
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
        self.host.context.autosave.flush_all()
        self.host.print_asked.emit(COMPLETE, "")

    def open_place(self, key: str, column: int) -> None:
        """Open where the thing of a column is mended; from the name, where the first thing lacks."""
        item = self._standings[key]
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
        self._standings = {item.agency.id: item for item in lines}
        self.told.setText(told(lines) if lines else worded("Belum ada OPD yang dicatat."))
        heads = tuple(worded(head) for head in HEADS)
        shown = [ReadLine(item.agency.id, item.cells, faint=not item.document) for item in lines]
        self.lines.show_lines(heads, shown, _WIDTHS)
        if kept in self._standings:
            self.lines.choose(kept)
        self._show_lacks(self.lines.key)
        self.settled()

    def _show_lacks(self, key: str) -> None:
        item = self._standings.get(key)
        if item is None:
            self.lacks.setText("")
            return
        names = ", ".join(HEADS[at].lower() if at != PLAN else "Renstra" for at in item.lacks)
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
