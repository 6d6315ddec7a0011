"""What the tabs of the plans share: the programs read once, what of them is looked at, the rows behind."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.coverage import Board, Cell, Coverage
from smartcity_desktop.domain.ids import RowId
from ui.context import Command, Screen, Services
from ui.models import coverage as words
from ui.screens.analysis.workbook import plan_workbook
from ui.tabs import ScreenTab
from ui.translate import worded
from ui.widgets.board import BoardView
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.coverage_bar import CoverageBar
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.read_table import ReadTable

DOCUMENT, SHEET = "document", "worksheet"
PLANS: Final = frozenset(
    {"renstra_line", "document", "analysis", "opd", "dimension", "subdimension", "workshop", "worksheet"}
)
_EMPTY: Final = (
    "Sebaran dan pagu dihitung dari program dalam Renstra setiap OPD. Baca dahulu Renstra-nya di Dokumen; "
    "setelah itu program yang belum ditelaah pun sudah terlihat di sini."
)
_MARK: Final = "/"
_EMPTY_PAGE, _FULL_PAGE = range(2)


def _read(services: Services) -> tuple[Coverage, bool]:
    """Return the programs, and whether there is a worksheet on which they are read."""
    known = services.worksheet.worksheets()
    has_sheet = any(item.rows_from == "renstra_program" and not item.retired for item in known)
    return services.coverage.coverage(), has_sheet


class PlanTab(ScreenTab):
    """A board of numbers; the rows behind the current one stand below it, Enter goes to them and on."""

    kinds = PLANS

    def __init__(self, host: Screen, services: Services, name: str, *, relevant_only: bool = False) -> None:
        """Keep the services; ``name`` begins the object names. Nothing is read before ``arrive``."""
        super().__init__(host)
        self._services = services
        self.known = Coverage()
        self._has_sheet = True
        self._wanted = ""
        self.setObjectName(f"tab-{name}")
        self.told = Label("", "soft", name=f"{name}-told", wrap=True, parent=self)
        self.bar = CoverageBar(f"{name}-bar", self, relevant_only=relevant_only)
        self.bar.changed.connect(self.show_chosen)
        self.board = BoardView(f"{name}-board", self.title, self)
        self.board.stood.connect(self.show_rows)
        self.board.asked.connect(self.go_to_rows)
        self.about = ElidedLabel("", "strong", name=f"{name}-about", parent=self)
        self.counted = Label("", "soft", name=f"{name}-counted", parent=self)
        self.rows = ReadTable(f"{name}-rows", "Program di balik angka ini", words.WIDE, self)
        self.rows.asked.connect(self._open_program)
        self.read_in = Button("Buka di Dokumen", f"{name}-document", "quiet", parent=self)
        self.read_in.clicked.connect(self.open_document)
        self.file = plan_workbook(host, services)
        self.excel = Button("Simpan ke Excel", f"{name}-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        self.empty = EmptyState(
            "Belum ada Renstra yang dibaca",
            worded(_EMPTY),
            ("Buka Dokumen",),
            name=f"{name}-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.go.emit, DOCUMENT, ""))
        self.pages = QStackedWidget(self)

    @property
    def title(self) -> str:
        """What the board shows, in words."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(partial(_read, self._services), self._show)

    def open_row(self, row: str) -> None:
        """Stand on a number: a line, or a line and a column (``<line>/<column>``)."""
        self._wanted = row

    def standing(self) -> str:
        """Return the number that is the current one."""
        return _MARK.join(self.board.place)

    def take_focus(self) -> None:
        """Let the arrow keys go from number to number."""
        if self.pages.currentIndex() == _EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            self.board.setFocus()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Simpan analisis Renstra ke Excel", self.file.ask),
            Command("Buka program ini di Dokumen", self.open_document),
        )

    def show_chosen(self) -> None:
        """Count again for what is looked at now."""
        raise NotImplementedError

    def boarded(self) -> Board:
        """Return the board that is shown."""
        return self.board.model_.board

    def cell(self) -> Cell:
        """Return the number whose rows are shown."""
        return self.board.cell

    def show_rows(self) -> None:
        """Show the rows behind the current number."""
        board, place, cell = self.boarded(), self.board.place, self.cell()
        self.about.setText(words.title_of(board, *place))
        lines = words.rows_of(self.known, cell, self.bar.choice)
        told = words.counted(cell) if lines else words.nothing_in(self.known, board, *place)
        self.counted.setText(told)
        self.rows.show_lines(words.heads(), lines, words.WIDTHS, words.RIGHT)
        self.read_in.setEnabled(bool(lines))

    def go_to_rows(self) -> None:
        """Give the keyboard to the rows; to reading the plan where there is none yet."""
        if self.rows.lines.lines:
            self.rows.setFocus()
            return
        agency = self.known.agency_of.get(RowId(self.board.place[0]))
        if agency is not None and not agency.has_plan:
            self.host.go.emit(DOCUMENT, agency.id)

    def open_document(self) -> None:
        """Show the program that is chosen in its plan."""
        if self.rows.key:
            self.host.go.emit(DOCUMENT, self.rows.key)

    def _open_program(self, row: str, _column: int) -> None:
        self.host.go.emit(SHEET if self._has_sheet else DOCUMENT, row)

    def _show(self, found: tuple[Coverage, bool]) -> None:
        self.known, self._has_sheet = found
        self.pages.setCurrentIndex(_FULL_PAGE if self.known.programs else _EMPTY_PAGE)
        self.bar.offer(self.known)
        self.show_chosen()
        if self._wanted:
            line, _, column = self._wanted.partition(_MARK)
            self._wanted = ""
            self.board.stand(line, column)
        self.show_rows()
        self.settled()

    def lay_out(self, heads: Sequence[QWidget], buttons: Sequence[QWidget], middle: QWidget) -> None:
        """Set heads, buttons, filters and the sentence over the board, the rows below it."""
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FlowRow(heads, (*buttons, self.excel), full))
        column.addWidget(FlowRow((self.bar,), parent=full))
        column.addWidget(self.told)
        third = QHBoxLayout()
        third.setSpacing(10)
        third.addWidget(self.about, 1)
        third.addWidget(self.counted)
        third.addWidget(self.read_in)
        column.addWidget(middle, 5)
        below = QWidget(full)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(third)
        lines.addWidget(self.rows)
        self.below = below
        column.addWidget(below, 3)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
