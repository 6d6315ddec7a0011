"""Tab Keselarasan: programs beside the plan of the region, the plan with what answers it, what is missing."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.alignment import INITIATIVES, LINES, AlignmentBoard, Subject
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import ALIGNMENT as SLIDE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_alignment import MATRIX, OF_PLANS, UNANSWERED, WITH_SDG
from smartcity_desktop.domain.wording import number
from ui.context import Command, Screen, Services
from ui.models import alignment as words
from ui.screens.analysis.workbook import plan_workbook
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.alignment_side import AlignmentSide
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.finder import Choice
from ui.widgets.keyed_table import DELETE
from ui.widgets.label import Label
from ui.widgets.program_picker import Picker
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

SHEETS: Final = "worksheet"
_WHATS: Final = (INITIATIVES, LINES)
_MATRIX, _TREE, _OPEN = range(3)
_EMPTY: Final = (
    "Keselarasan mengaitkan program smart city dengan misi, sasaran, dan program prioritas RPJMD atau RPD. "
    "Catat dahulu RPJMD-nya di Dokumen: tempel, ketik, atau baca berkasnya."
)
_NO_SUBJECT: Final = {
    INITIATIVES: "Belum ada program smart city. Isi kertas kerjanya, atau pilih Program Renstra di atas.",
    LINES: "Belum ada program Renstra yang ditandai relevan.",
}
_NO_POINT: Final = "Pilih satu baris untuk melihat siapa yang menjawabnya."
_ORIGIN: Final = "Program smart city ini dibuat dari program Renstra itu; asalnya tetap tercatat."


class AlignmentTab(ScreenTab):
    """The matrix, the plan of the region, or what nobody answers; right of them what is chosen."""

    kinds = frozenset(
        {
            *("alignment", "verdict", "plan_point", "goal_indicator", "document", "initiative", "analysis"),
            *("renstra_line", "indicator", "opd", "subdimension", "dimension"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._alignment = services.alignment
        self.file = plan_workbook(host, services)
        self._board = AlignmentBoard()
        self._what = ""
        self._view = _MATRIX
        self._wanted = ""
        self.dialog: Picker | None = None
        self.setObjectName("tab-alignment")
        self._make_heads()
        self._make_tables()
        self._make_side()
        self.empty = EmptyState(
            "RPJMD belum dicatat", _EMPTY, ("Buka Dokumen",), name="alignment-empty", parent=self
        )
        self.empty.first.connect(partial(host.go.emit, "document", ""))
        self.pages = self.set_pages(self.empty, self._full())

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands; the first time with what there is."""
        self.host.context.autosave.flush()
        self.host.read(self._read, self._show)

    def open_row(self, row: str) -> None:
        """Choose this program."""
        self._wanted = row

    def standing(self) -> str:
        """Return the program that is chosen."""
        return self.matrix.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Kaitkan program ini …", self.ask_link, writes=True),
            Command("Terima usulan SDG dan SPBE", self.take_hints, writes=True),
            Command("Tampilkan lagi usulan yang ditolak", self.offer_again, writes=True),
            Command("Sasaran RPJMD belum terjawab", partial(self.turn_to, _OPEN)),
            Command("Cetak matriks keselarasan", self.print_matrix),
            Command("Cetak sasaran RPJMD belum terjawab", self.print_open),
            Command("Tayangkan keselarasan", self.present),
            Command("Simpan analisis Renstra ke Excel", self.file.ask),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from line to line."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            (self.matrix, self.tree, self.open)[self._view].setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def turn_to(self, place: int) -> None:
        """Show the matrix, the plan of the region, or what nobody answers."""
        self._view = place
        self.views.show_chosen(place)
        self.middle.setCurrentIndex(place)
        self.with_sdg.setVisible(place == _MATRIX and self._what == INITIATIVES)
        self._show_side()
        self.take_focus()

    def choose_what(self, place: int) -> None:
        """Hold programs smart city, or programs of the plans, against the plan of the region."""
        self._what = _WHATS[place]
        self.arrive()

    def ask_link(self) -> None:
        """Choose a point or a program of a plan that the chosen program is linked to."""
        item = self._subject()
        if item is None:
            return
        known = {one.target for one in (*item.points, *item.lines)}
        choices = [
            Choice(key, told, hint) for key, told, hint in words.targets(self._board) if key not in known
        ]
        self.dialog = Picker("alignment-picker", "Kaitkan dengan …", choices, self.window())
        self.dialog.picked.connect(partial(self._link, item))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        self.dialog.finder.setFocus()

    def take_hints(self) -> None:
        """Store what is proposed of SDG and SPBE for the chosen program."""
        item = self._subject()
        hints = self._board.hints.get(item.id) if item else None
        if item is not None and hints:
            call = partial(self._alignment.mark, item.id, hints.sdg or item.sdg, hints.spbe or item.spbe)
            self.host.act(call, partial(self.done, "Usulan SDG dan SPBE diterima"))

    def offer_again(self) -> None:
        """Propose again what was refused."""
        self.host.act(self._alignment.offer_again, partial(self.done, "Usulan yang ditolak ditampilkan lagi"))

    def present(self) -> None:
        """Show the counts of the missions and what nobody answers on the projector."""
        self.show_slide(SLIDE)

    def print_matrix(self) -> None:
        """Show the matrix as it is printed."""
        choice = OF_PLANS if self._what == LINES else WITH_SDG if self.with_sdg.isChecked() else ""
        self._print(MATRIX, choice)

    def print_open(self) -> None:
        """Show what nobody answers as it is printed."""
        self._print(UNANSWERED, OF_PLANS if self._what == LINES else "")

    def _print(self, kind: str, choice: str) -> None:
        self.show_print(kind, choice)

    def _link(self, item: Subject, rows: tuple[str, ...], _title: str) -> None:
        call = partial(self._alignment.align, item.id, RowId(rows[0]))
        self.host.act(call, partial(self.done, "Dikaitkan; tekan 1, 2, atau 3 untuk derajatnya"))

    def _linked(self, target: str, pressed: str) -> None:
        """Say how strong a link is, or take it away."""
        item = self._subject()
        link = item.link(target) if item else None
        if item is None or link is None:
            return
        if pressed == DELETE:
            call = partial(self._alignment.unalign, item.id, link.target)
            self.host.act(call, self._parted)
            return
        call = partial(self._alignment.say, item.id, link.target, "degree", words.KEYS.get(pressed, ""))
        self.host.act(call, self.again)

    def _parted(self, changed: Changes) -> None:
        if not changed:
            self.host.warned.emit(_ORIGIN)
        self.done("Kaitan dilepas", changed)

    def _detailed(self, target: str, field: str, value: str) -> None:
        item = self._subject()
        link = item.link(target) if item else None
        if item is not None and link is not None:
            call = partial(self._alignment.say, item.id, link.target, field, value)
            if field == "reason":
                self.host.context.autosave.note(("alignment", item.id, link.target), call)
            else:
                self.host.act(call, self.again)

    def _answered(self, key: str, pressed: str) -> None:
        """Take a proposal, with its own degree or another one, or refuse it."""
        found = words.candidate(self._board, key)
        if found is None:
            return
        if pressed == "t":
            call = partial(self._alignment.refuse, found.subject, found.target)
            self.host.act(call, partial(self.done, "Usulan ditolak"))
            return
        degree = words.KEYS.get(pressed, found.degree)
        call = partial(self._alignment.align, found.subject, found.target, degree, found.reason)
        self.host.act(call, partial(self.done, "Usulan diterima"))

    def _graded(self, evidence: str) -> None:
        item = self._subject()
        if item is not None:
            self.host.act(partial(self._alignment.grade, item.id, evidence), self.again)

    def _marked(self, sdg: list[int], spbe: list[str]) -> None:
        item = self._subject()
        if item is not None:
            self.host.act(partial(self._alignment.mark, item.id, sdg, spbe), self.again)

    def _go_to(self, row: str, _column: int = 0) -> None:
        """Show a program with its links."""
        self.matrix.choose(row)
        self.turn_to(_MATRIX)

    def _open_row(self, row: str, _column: int) -> None:
        self.host.go.emit(SHEETS, row)

    def _to_side(self, _row: str, _column: int) -> None:
        """Give the keyboard to the proposals, else to what answers."""
        side = self.side
        (side.offers if side.offers.lines.lines else side.answers).setFocus()

    def _subject(self) -> Subject | None:
        return self._board.subject(self.matrix.key) if self._view == _MATRIX else None

    # What is shown -----------------------------------------------------------------------------------------

    def _read(self) -> AlignmentBoard:
        board = self._alignment.board(self._what or self._alignment.what())
        if not self._wanted or board.subject(self._wanted):
            return board
        other = self._alignment.board(next(what for what in _WHATS if what != board.what))
        return other if other.subject(self._wanted) else board

    def _show(self, board: AlignmentBoard) -> None:
        self._board, self._what = board, board.what
        self.whats.show_chosen(_WHATS.index(board.what))
        self.pages.setCurrentIndex(FULL_PAGE if board.frame.points else EMPTY_PAGE)
        self.told.setText(worded(board.told))
        self.views.say(_OPEN, f"Belum terjawab ({number(len(board.unanswered))})")
        self._show_matrix()
        self.tree.show_lines(words.tree_heads(), words.tree_lines(board), words.TREE_WIDTHS)
        self.open.show_lines(words.open_heads(board), words.open_lines(board), words.OPEN_WIDTHS)
        self.loose.show_lines(words.loose_heads(board), words.loose_lines(board), words.LOOSE_WIDTHS)
        if self._wanted:
            self.matrix.choose(self._wanted)
            self._view, self._wanted = _MATRIX, ""
        self.views.show_chosen(self._view)
        self.middle.setCurrentIndex(self._view)
        self.with_sdg.setVisible(self._view == _MATRIX and self._what == INITIATIVES)
        self._show_side()
        self.settled()

    def _show_matrix(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002  # a slot
        wide = self.with_sdg.isChecked() and self._board.what == INITIATIVES
        self.matrix.show_lines(
            words.matrix_heads(self._board, with_sdg=wide),
            words.matrix_lines(self._board, with_sdg=wide),
            words.matrix_widths(with_sdg=wide),
        )

    def _show_side(self, _key: str = "") -> None:
        board = self._board
        if self._view == _MATRIX:
            item = self._subject()
            if item is None:
                self.side.show_nothing(_NO_SUBJECT[board.what])
            else:
                self.side.show_subject(board, item, with_sdg=self.with_sdg.isChecked())
            return
        table = self.tree if self._view == _TREE else self.open
        point = board.frame.by_id.get(table.key)
        if point is None:
            self.side.show_nothing(_NO_POINT)
        else:
            self.side.show_point(board, point)

    def _switch_sdg(self, on: bool) -> None:  # noqa: FBT001  # a slot
        self._show_matrix(on)
        self._show_side()

    # Parts -------------------------------------------------------------------------------------------------

    def _make_heads(self) -> None:
        self.whats = Segments(
            (("Program Smart City", "alignment-initiatives"), ("Program Renstra", "alignment-lines")), self
        )
        self.whats.chosen.connect(self.choose_what)
        self.views = Segments(
            (
                ("Matriks", "alignment-matrix-view"),
                ("RPJMD", "alignment-tree-view"),
                ("Belum terjawab", "alignment-open-view"),
            ),
            self,
        )
        self.views.chosen.connect(self.turn_to)
        self.with_sdg = QCheckBox("SDG dan SPBE", self)
        self.with_sdg.setObjectName("alignment-with-sdg")
        self.with_sdg.toggled.connect(self._switch_sdg)
        self.print = Button("Cetak matriks", "alignment-print", parent=self)
        self.print.clicked.connect(self.print_matrix)
        self.print_missing = Button("Cetak belum terjawab", "alignment-print-open", parent=self)
        self.print_missing.clicked.connect(self.print_open)
        self.excel = Button("Simpan ke Excel", "alignment-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        self.show_result = Button("Tayangkan", "alignment-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.told = Label("", "soft", name="alignment-told", wrap=True, parent=self)

    def _make_tables(self) -> None:
        self.matrix = ReadTable("alignment-matrix", "Matriks keselarasan", 0, self)
        self.matrix.asked.connect(self._open_row)
        self.tree = ReadTable("alignment-tree", "RPJMD dan program yang menjawabnya", 0, self)
        self.tree.asked.connect(self._to_side)
        self.open = ReadTable("alignment-open", "Belum terjawab", 0, self)
        self.open.asked.connect(self._to_side)
        self.loose = ReadTable("alignment-loose", "Program tanpa sasaran", 0, self)
        self.loose.asked.connect(self._go_to)
        for table in (self.matrix, self.tree, self.open):
            table.chosen.connect(self._show_side)

    def _make_side(self) -> None:
        self.side = AlignmentSide(self)
        self.side.linked.connect(self._linked)
        self.side.answered.connect(self._answered)
        self.side.detailed.connect(self._detailed)
        self.side.graded.connect(self._graded)
        self.side.marked.connect(self._marked)
        self.side.hints_taken.connect(self.take_hints)
        self.side.link_asked.connect(self.ask_link)
        self.side.opened.connect(self._go_to)
        for_writing(self.side.ask_link)

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head, second = QHBoxLayout(), QHBoxLayout()
        for segments in (self.whats, self.views):
            head.addWidget(segments)
        head.addStretch(1)
        head.addWidget(self.excel)
        second.addWidget(self.told, 1)
        second.addWidget(self.with_sdg)
        for button in (self.print, self.print_missing, self.show_result):
            second.addWidget(button)
        for line in (head, second):
            line.setSpacing(10)
        missing = QWidget(page)
        below = QVBoxLayout(missing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.open, 3)
        below.addWidget(self.loose, 2)
        self.middle = QStackedWidget(page)
        for part in (self.matrix, self.tree, missing):
            self.middle.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.middle, 8)
        row.addWidget(self.side, 5)
        column.addLayout(head)
        column.addLayout(second)
        column.addLayout(row, 1)
        return page
