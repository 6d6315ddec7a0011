"""Tab Pemantauan: programs smart city and quick wins in one year, typed fast and counted."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.monitor import MonitorBoard
from smartcity_desktop.domain.paper_monitor import MONITORING
from smartcity_desktop.domain.table_sheet import TableSheet
from ui.context import Command, Screen, Services
from ui.models import monitor_table as words
from ui.models.monitor_table import FILTERS, MonitorModel
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields_form import LINE
from ui.widgets.kept_width import keep_widest
from ui.widgets.label import Label
from ui.widgets.left_out import LeftOut
from ui.widgets.monitor_table import MonitorTable
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments
from ui.widgets.writing import takes_nothing
from ui.workbook import WorkbookFile

_LIST, _SUMS = range(2)
_EMPTY: Final = (
    "Setahun sekali setiap Program Smart City dan quick win ditandai: direncanakan atau tidak, sudah "
    "berjalan atau belum, apa buktinya. Susun dahulu programnya di tab Program, atau isi kertas kerjanya."
)
_HINT: Final = (
    "Di kolom Program: B belum · J berjalan · S selesai · T tertunda · X batal · R direncanakan atau tidak"
)
_LOOK: Final = 420
"""Pixels of the line of words to look for, at most."""
_FIGURES: Final = frozenset(range(1, 7))


class MonitorTab(ScreenTab):
    """The table of one year, or its counts by dimension and agency."""

    kinds = frozenset(
        {
            *("monitor", "initiative", "milestone", "candidate", "quickwin", "opd", "dimension"),
            *("subdimension", "workshop"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._services = services
        self._monitor = services.monitor
        self._year = 0
        self._wanted = ""
        self._view = _LIST
        self.setObjectName("tab-monitor")
        self.file = WorkbookFile(host, "Pemantauan program", self._tables)
        self.model = MonitorModel(self)
        self.model.waits = self._waits
        self.model.edited.connect(self._edited)
        self.table = MonitorTable(self.model, self)
        self.table.refused.connect(host.warned)
        self.left_out = LeftOut(
            self.table,
            self.model,
            {words.NOTE: LINE, words.ACHIEVED: LINE},
            (words.HOME, words.OPD),
            across=2,
            parent=self,
        )
        self._make_head()
        self.dimensions = ReadTable("monitor-dimensions", worded("Jumlah per dimensi"), 0, self)
        self.agencies = ReadTable("monitor-agencies", worded("Jumlah per OPD"), 0, self)
        self.empty = EmptyState(
            "Belum ada program yang dipantau",
            _EMPTY,
            ("Buka tab Program",),
            name="monitor-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.open_row, "initiative"))
        self.pages = self.set_pages(self.empty, self._full())
        for keys, call in (
            ("Ctrl+F", self.look.setFocus),
            ("Alt+Left", partial(self.step, -1)),
            ("Alt+Right", partial(self.step, 1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        host.context.autosave.watch(self.table.hand_in, self.table)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how the year stands."""
        self.host.context.autosave.flush()
        self.host.read(self._read, self._show)

    def open_row(self, row: str) -> None:
        """Choose this program or quick win, what was written about one, or turn to a year (``2027``)."""
        if row.isdigit():
            self._year = int(row)
        else:
            self._wanted = row

    def standing(self) -> str:
        """Return the program that is chosen."""
        place = self.table.currentIndex().row()
        return self.model.row(place).id if place >= 0 else ""

    def unfinished(self) -> str:
        """Tell what stands in cells and could not be read."""
        return self.model.unread_told()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Pemantauan tahun berikutnya", partial(self.step, 1)),
            Command("Pemantauan tahun sebelumnya", partial(self.step, -1)),
            Command("Cetak pemantauan program", self.print_year),
            Command("Simpan pemantauan ke Excel", self.file.ask),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from program to program."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            (self.table, self.dimensions)[self._view].setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show the year before or after."""
        place = self.years.currentIndex() + by
        if 0 <= place < self.years.count():
            self.turn_to_year(int(self.years.itemData(place)))

    def turn_to_year(self, year: int) -> None:
        """Show another year."""
        self.host.context.autosave.flush_all()
        self._year = year
        self.comes = True
        self.arrive()

    def turn_to(self, place: int) -> None:
        """Show the list, or the counts."""
        self.host.context.autosave.flush_all()
        self._view = place
        self.views.show_chosen(place)
        self.middle.setCurrentIndex(place)
        for part in (self.look, self.kept):
            part.setEnabled(place == _LIST)
        self._show_sums()
        self.take_focus()

    def print_year(self) -> None:
        """Show this year as it is printed."""
        self.show_print(MONITORING, str(self.model.board.year))

    def _edited(self, row: str, field: str, value: object) -> None:
        year = self.model.board.year
        kept = value if isinstance(value, str | int) else None
        call = partial(self._monitor.write, RowId(row), year, field, kept)
        self.host.context.autosave.note(("monitor", row, year, field), call, self.host)
        self.told.setText(self.model.board.told)

    def _waits(self, row: RowId, field: str) -> bool:
        return self.host.context.autosave.waits(("monitor", row, self.model.board.year, field))

    # What is shown -----------------------------------------------------------------------------------------

    def _read(self) -> MonitorBoard:
        found = self._monitor.place(RowId(self._wanted)) if self._wanted else None
        if found is not None:
            self._wanted, self._year = found
        return self._monitor.board(self._year)

    def _show(self, board: MonitorBoard) -> None:
        if self._year and board.year != self._year and self._year in board.years:
            return
        self._year = board.year
        if board.year != self.model.board.year:
            # The rows of another year have the same ids: an open cell would be taken for theirs.
            self.table.leave_cell()
        self.pages.setCurrentIndex(FULL_PAGE if board.lines else EMPTY_PAGE)
        self._offer_years(board)
        self.model.show(board, read_only=takes_nothing(self))
        self.told.setText(self.model.board.told)
        self._show_sums()
        wanted, self._wanted = self._wanted, ""
        if any(item.id == wanted for item in board.lines):
            self._show_line(wanted)
        elif self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self.settled()

    def _show_line(self, row: str) -> None:
        """Choose a program or quick win in the list, whatever is filtered."""
        if self.model.row_of(row) < 0:
            self.kept.setCurrentIndex(0)
            self.look.clear()
            self._sift()
        if self._view != _LIST:
            self.turn_to(_LIST)
        self.table.choose(self.model.row_of(row))

    def _offer_years(self, board: MonitorBoard) -> None:
        if [self.years.itemData(at) for at in range(self.years.count())] != [*board.years]:
            self.years.clear()
            for year in board.years:
                self.years.addItem(f"Tahun {year}", year)
        self.years.setCurrentIndex(max(self.years.findData(board.year), 0))
        self.before.setEnabled(self.years.currentIndex() > 0)
        self.after.setEnabled(self.years.currentIndex() < self.years.count() - 1)

    def _show_sums(self) -> None:
        board = self.model.board
        for table, head, sums in (
            (self.dimensions, worded("Dimensi"), board.by_dimension()),
            (self.agencies, worded("OPD"), board.by_opd()),
        ):
            lines = words.sum_lines(sums, board.whole)
            table.show_lines(words.sum_heads(head), lines, words.SUM_WIDTHS, _FIGURES)
        # The sums by dimension are few: all of them show, down to the last, and the agencies take the rest.
        rows = (
            self.dimensions.verticalHeader().length() + self.dimensions.horizontalHeader().sizeHint().height()
        )
        self.dimensions.setMaximumHeight(rows + 2 * self.dimensions.frameWidth() + 2)

    def _sift(self, *_typed: object) -> None:
        self.model.sift(self.look.text(), str(self.kept.currentData()))

    def _tables(self) -> tuple[tuple[TableSheet, ...], str]:
        return self._monitor.tables(self._year), self._services.workshop.get().title

    # Parts -------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.years = ChoiceBox(self)
        self.years.setObjectName("monitor-years")
        self.years.setAccessibleName("Tahun yang dipantau")
        self.years.activated.connect(lambda _at: self.turn_to_year(int(self.years.currentData())))
        self.before, self.after = (
            Button(sign, f"monitor-{name}", "quiet", parent=self)
            for sign, name in (("◂", "before"), ("▸", "after"))
        )
        for button, told, by in (
            (self.before, "Tahun sebelumnya", -1),
            (self.after, "Tahun berikutnya", 1),
        ):
            button.setAccessibleName(told)
            button.clicked.connect(partial(self.step, by))
        self.views = Segments((("Daftar", "monitor-list-view"), ("Jumlah", "monitor-sum-view")), self)
        self.views.chosen.connect(self.turn_to)
        self.views.show_chosen(_LIST)
        self.told = Label("", "strong", name="monitor-told", wrap=True, parent=self)
        self.look = QLineEdit(self)
        self.look.setObjectName("monitor-find")
        self.look.setAccessibleName("Cari program")
        self.look.setPlaceholderText("Cari program")
        self.look.setClearButtonEnabled(True)
        keep_widest(self.look, _LOOK)
        self.look.textChanged.connect(self._sift)
        self.kept = ChoiceBox(self)
        self.kept.setObjectName("monitor-kept")
        self.kept.setAccessibleName("Yang ditampilkan")
        for value, told in FILTERS:
            self.kept.addItem(told, value)
        self.kept.activated.connect(self._sift)
        self.print = Button("Cetak", "monitor-print", parent=self)
        self.print.clicked.connect(self.print_year)
        self.excel = Button("Simpan ke Excel", "monitor-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.before, self.years, self.after, self.views):
            head.addWidget(part)
        head.addWidget(self.look, 2)
        head.addStretch(1)
        for part in (self.kept, self.print, self.excel):
            head.addWidget(part)
        lists = QWidget(page)
        below = QVBoxLayout(lists)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.table, 1)
        below.addWidget(self.left_out)
        below.addWidget(Label(_HINT, "small", name="monitor-hint", wrap=True, parent=lists))
        sums = QWidget(page)
        beside = QVBoxLayout(sums)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self.dimensions, 3)
        beside.addWidget(self.agencies, 2)
        self.middle = QStackedWidget(page)
        self.middle.addWidget(lists)
        self.middle.addWidget(sums)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.middle, 1)
        return page
