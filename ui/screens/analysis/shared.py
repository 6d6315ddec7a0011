"""Tab Program lintas OPD: what is shared, who works with whom, and what may be shared."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import SHARED as SLIDE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_shared import SHARED
from smartcity_desktop.domain.shared_program import SharedBoard
from smartcity_desktop.domain.wording import number
from ui.context import Command, Screen, Services
from ui.models import shared_program as words
from ui.screens.analysis.workbook import plan_workbook
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.board import BoardView
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.finder import Choice
from ui.widgets.flow_row import FlowRow
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.program_picker import Picker, SeveralPicker
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments
from ui.widgets.shared_side import SharedSide
from ui.widgets.writing import for_writing

SHEETS: Final = "worksheet"
_LIST, _BOARD, _PROPOSALS = range(3)
_EMPTY: Final = (
    "Program yang dikerjakan bersama: di dalam satu OPD, antar-OPD, atau dengan pihak luar. Usulannya "
    "disusun dari program Renstra yang serupa dan dari program smart city yang menyebut OPD pendukung atau "
    "mitra; yang masuk daftar hanya yang diterima orang."
)
_NO_ITEM: Final = "Belum ada yang dipilih."
_NO_PROPOSAL: Final = "Tidak ada usulan yang belum dijawab."


class SharedTab(ScreenTab):
    """The list, the board of agencies, or the proposals; right of them the one that is chosen."""

    kinds = frozenset(
        {
            "shared_program",
            "verdict",
            "renstra_line",
            "document",
            "analysis",
            "initiative",
            "opd",
            "indicator",
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._shared = services.shared_program
        self.file = plan_workbook(host, services)
        self._board = SharedBoard()
        self._wanted = ""
        self._view = _LIST
        self._next = ""
        self.dialog: Picker | None = None
        self.setObjectName("tab-shared")
        self.views = Segments(
            (
                ("Daftar", "shared-list-view"),
                (worded("OPD bersama OPD"), "shared-board-view"),
                ("Usulan", "shared-proposal-view"),
            ),
            self,
        )
        self.views.chosen.connect(self.turn_to)
        self.told = Label("", "soft", name="shared-told", wrap=True, parent=self)
        self._make_tables()
        self._make_side()
        self.empty = EmptyState(
            "Belum ada program bersama",
            worded(_EMPTY),
            ("Tambah program bersama", "Buka Dokumen"),
            name="shared-empty",
            parent=self,
        )
        self.empty.first.connect(self.add)
        self.empty.second.connect(partial(host.go.emit, "document", ""))
        for_writing(self.empty.buttons[0])
        self.pages = self.set_pages(self.empty, self._full())
        insert = QShortcut(QKeySequence("Ins"), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._shared.board, self._show)

    def open_row(self, row: str) -> None:
        """Choose this shared program."""
        self._wanted = row

    def standing(self) -> str:
        """Return the shared program that is chosen."""
        return self.list.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Tambah program bersama", self.add, writes=True),
            Command("Usulan program bersama", partial(self.turn_to, _PROPOSALS)),
            Command("Tampilkan lagi usulan yang ditolak", self.offer_again, writes=True),
            Command(worded("Cetak program lintas OPD"), self.print_list),
            Command(worded("Tayangkan program lintas OPD"), self.present),
            Command("Simpan analisis Renstra ke Excel", self.file.ask),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from line to line."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            (self.list, self.board, self.proposals)[self._view].setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def turn_to(self, place: int) -> None:
        """Show the list, the board, or the proposals."""
        self._view = place
        self.views.show_chosen(place)
        self.middle.setCurrentIndex(place)
        self._show_side()
        self.take_focus()

    def add(self) -> None:
        """Choose programs of two or more agencies and put them on the list together."""
        self.dialog = SeveralPicker("shared-add", "Tambah program bersama", self._choices(), self.window())
        self.dialog.picked.connect(self._add)
        self._open_dialog(self.dialog)

    def join(self) -> None:
        """Choose a program or an agency that takes part in the chosen shared program too."""
        agencies = [
            Choice(row, name, worded("OPD tanpa program sendiri")) for row, name in self._board.names.items()
        ]
        choices = [*self._choices(), *agencies]
        self.dialog = Picker("shared-join-dialog", "Tambah ke program bersama", choices, self.window())
        self.dialog.picked.connect(self._join)
        self._open_dialog(self.dialog)

    def remove(self) -> None:
        """Take the chosen shared program off the list."""
        if self.list.key:
            call = partial(self._shared.remove, RowId(self.list.key))
            self.host.act(
                call, partial(self.done, "Program bersama dihapus dari daftar. Ctrl+Z mengembalikan.")
            )

    def answer(self, taken: bool) -> None:  # noqa: FBT001  # a slot
        """Take or refuse the chosen proposal; the next one is chosen then."""
        key = self.proposals.key
        if self._board.proposal(key) is None:
            return
        at = self.proposals.lines.row_of(key)
        known = [line.key for line in self.proposals.lines.lines]
        rest = [*known[at + 1 :], *reversed(known[:at])]
        self._next = rest[0] if rest else ""
        if taken:
            self.host.act(partial(self._accepted, key), partial(self.done, "Masuk daftar program bersama"))
        else:
            self.host.act(partial(self._shared.refuse, key), partial(self.done, "Usulan ditolak"))

    def offer_again(self) -> None:
        """Propose again what was refused."""
        self.host.act(self._shared.offer_again, partial(self.done, "Usulan yang ditolak ditampilkan lagi"))

    def present(self) -> None:
        """Show what is shared on the projector."""
        self.show_slide(SLIDE)

    def print_list(self) -> None:
        """Show the list as it is printed."""
        self.show_print(SHARED)

    def _accepted(self, key: str) -> Changes:
        return self._shared.accept(key)[1]

    def _add(self, rows: tuple[str, ...], title: str) -> None:
        def call() -> Changes:
            self._wanted, changes = self._shared.add(title, [RowId(row) for row in rows])
            return changes

        self.host.act(call, partial(self.done, "Program bersama ditambahkan"))

    def _join(self, rows: tuple[str, ...], _title: str) -> None:
        call = partial(self._shared.join, RowId(self.list.key), [RowId(row) for row in rows])
        self.host.act(call, partial(self.done, "Ditambahkan ke program bersama"))

    def _part(self, row: str) -> None:
        call = partial(self._shared.part, RowId(self.list.key), RowId(row))
        self.host.act(call, partial(self.done, "Dikeluarkan dari program bersama"))

    def _edit(self, field: str, value: str) -> None:
        row = RowId(self.list.key)
        if field != "title" or value.strip():
            call = partial(self._shared.update, row, field, value)
            self.host.context.autosave.note(("shared", row, field), call, self.host)

    def _choose_field(self, field: str, value: str) -> None:
        call = partial(self._shared.update, RowId(self.list.key), field, value)
        self.host.act(call, self.again)

    def _open_dialog(self, dialog: Picker) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.finder.setFocus()

    def _choices(self) -> list[Choice]:
        programs = [
            Choice(row, item.called, item.opd_name)
            for row, item in self._board.programs.items()
            if not item.support
        ]
        own = [
            Choice(row, item.name, f"Program smart city · {item.opd_name}")
            for row, item in self._board.initiatives.items()
        ]
        return [*programs, *own]

    def _open(self, row: str) -> None:
        if row not in self._board.names:
            self.host.go.emit(SHEETS, row)

    def _keyed(self, _key: str, pressed: str) -> None:
        if pressed == DELETE:
            self.remove()
        else:
            self.answer(pressed == "y")

    def _open_item(self, row: str, _column: int) -> None:
        self.list.choose(row)
        self.turn_to(_LIST)

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, board: SharedBoard) -> None:
        self._board = board
        self.pages.setCurrentIndex(FULL_PAGE if board.items or board.proposals else EMPTY_PAGE)
        self.views.say(_PROPOSALS, f"Usulan ({number(len(board.proposals))})")
        refused = f" {number(board.refused)} usulan ditolak." if board.refused else ""
        self.told.setText(f"{worded(board.counts)}{refused}")
        self.list.show_lines(words.list_heads(), words.list_lines(board, board.items), words.LIST_WIDTHS)
        self.proposals.show_lines(words.proposal_heads(), words.proposal_lines(board), words.PROPOSAL_WIDTHS)
        if self._next:
            self.proposals.choose(self._next)
            self._next = ""
        if self._wanted:
            self.list.choose(self._wanted)
            self._view, self._wanted = _LIST, ""
        elif not board.items and self._view == _LIST:
            self._view = _PROPOSALS
        self.board.show_board(words.partners(board), worded("OPD"), words.said, lambda cell: cell.count)
        self._show_behind()
        self.views.show_chosen(self._view)
        self.middle.setCurrentIndex(self._view)
        self._show_side()
        self.settled()

    def _show_behind(self) -> None:
        """Show the shared programs behind the current number of the board."""
        known = {row for row, _ in self.board.cell.entries}
        items = [item for item in self._board.items if item.id in known]
        self.behind.show_lines(words.list_heads(), words.list_lines(self._board, items), words.LIST_WIDTHS)
        self.about.setText(f"Program bersama di balik angka ini ({number(len(items))})")

    def _show_side(self, _key: str = "") -> None:
        self.side.setVisible(self._view != _BOARD)
        item, proposal = self._board.item(self.list.key), self._board.proposal(self.proposals.key)
        if self._view == _PROPOSALS:
            if proposal is None:
                self.side.show_nothing(_NO_PROPOSAL)
            else:
                self.side.show_proposal(self._board, proposal)
        elif item is None:
            self.side.show_nothing(_NO_ITEM)
        else:
            autosave = self.host.context.autosave
            waits = frozenset(
                field for field in self.side.texts if autosave.waits(("shared", item.id, field))
            )
            self.side.show_item(self._board, item, waits)

    # Parts -------------------------------------------------------------------------------------------------

    def _make_tables(self) -> None:
        self.list: KeyedTable = KeyedTable("shared-list", "Program bersama", 0, {DELETE}, self)
        self.list.chosen.connect(self._show_side)
        self.list.keyed.connect(self._keyed)
        self.proposals: KeyedTable = KeyedTable(
            "shared-proposals", "Usulan program bersama", 1, {"y", "t"}, self
        )
        self.proposals.chosen.connect(self._show_side)
        self.proposals.keyed.connect(self._keyed)
        self.board = BoardView("shared-board", worded("OPD bersama OPD"), self)
        self.about = ElidedLabel("", "strong", name="shared-about", parent=self)
        self.behind = ReadTable("shared-behind", "Program bersama di balik angka ini", 0, self)
        self.board.stood.connect(self._show_behind)
        self.board.asked.connect(self.behind.setFocus)
        self.behind.asked.connect(self._open_item)

    def _make_side(self) -> None:
        self.side = SharedSide(self)
        self.side.edited.connect(self._edit)
        self.side.chosen.connect(self._choose_field)
        self.side.opened.connect(self._open)
        self.side.parted.connect(self._part)
        self.side.join_asked.connect(self.join)
        self.side.remove_asked.connect(self.remove)
        self.side.answered.connect(self.answer)
        self.add_button = Button("Tambah …", "shared-add-button", parent=self)
        self.add_button.clicked.connect(self.add)
        self.print = Button("Cetak", "shared-print", parent=self)
        self.print.clicked.connect(self.print_list)
        self.show_result = Button("Tayangkan", "shared-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.excel = Button("Simpan ke Excel", "shared-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        for_writing(self.add_button)

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        acts = (self.add_button, self.print, self.show_result, self.excel)
        column.addWidget(FlowRow((self.views,), acts, page))
        column.addWidget(self.told)
        boards = QWidget(page)
        below = QVBoxLayout(boards)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.board, 5)
        below.addWidget(self.about)
        below.addWidget(self.behind, 3)
        self.middle = QStackedWidget(page)
        for part in (self.list, boards, self.proposals):
            self.middle.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.middle, 7)
        row.addWidget(self.side, 5)
        column.addLayout(row, 1)
        return page
