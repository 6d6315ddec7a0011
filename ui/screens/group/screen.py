"""Screen Kelompok: who sits where, moved by drag or keys; divided by rules whose result is shown first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes, with_answers
from smartcity_desktop.domain.divide import BY_OPD, COMPONENT, DIMENSION, FREE
from smartcity_desktop.domain.group import Grouping
from smartcity_desktop.domain.group_board import Board
from smartcity_desktop.domain.group_plan import Ask, Proposal
from smartcity_desktop.domain.hall import GROUPS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import kind_of
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.screens.group.head import GroupHead
from ui.screens.group.read import Shown, gather, past
from ui.screens.group.sentences import person_words
from ui.translate import worded
from ui.widgets.card import EmptyState
from ui.widgets.group_cards import GroupBoard, card_named
from ui.widgets.group_divide import DividePage, DivideStart
from ui.widgets.group_form import GroupForm
from ui.widgets.group_list import Chosen
from ui.widgets.group_name import NameDialog
from ui.widgets.label import ElidedLabel
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

PRINT: Final = "pembagian-kelompok"
_KEYS: Final = (
    "1–9 atau M memindahkan · 0 mengeluarkan · K ketua · N notulis · T menukar · Enter mengubah kelompok"
)
_EMPTY: Final = (
    "Siapa duduk di meja mana? Bagi dahulu menurut aturan dan lihat hitungannya, lalu pindahkan orang dengan "
    "tetikus atau tombol angka. Satu tahap boleh punya beberapa pembagian, misalnya satu untuk tiap sesi."
)
_EMPTY_PAGE, _BOARD_PAGE, _DIVIDE_PAGE = range(3)


class GroupScreen(Screen):
    """One division of the stage at a time: its groups, and what can be done with them."""

    kinds = frozenset(
        {"grouping", "group", "seat", "person", "opd", "dimension", "stage", "session", "sheet"}
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._number = 1
        self._in_front: dict[int, RowId] = {}
        self._shown: Shown | None = None
        self._wanted = ""
        self._made_now = False
        self._ticket: Ticket | None = None
        self._told: Ticket | None = None
        self._past: Ticket | None = None
        self.setObjectName("screen-group")
        theme.set_role(self, "page")
        self.head = GroupHead(self)
        self.warnings = ElidedLabel("", "warning", name="group-warnings", parent=self)
        self.detail = ElidedLabel("", "soft", name="group-detail", parent=self)
        self.board = GroupBoard(self)
        self.divide = DividePage(self)
        self.empty = EmptyState(
            "Belum ada pembagian kelompok di tahap ini",
            _EMPTY,
            (worded("Bagi menurut dimensi"), worded("Bagi menjadi meja OPD")),
            name="group-empty",
            parent=self,
        )
        self.pages = QStackedWidget(self)
        for page in (self.empty, self._board_page(), self.divide):
            self.pages.addWidget(page)
        self._connect()
        self._lay_out()
        for_writing(self.divide.apply, *self.empty.buttons)

    def show_stage(self, number: int) -> None:
        """Show the divisions of this stage."""
        if number != self._number:
            self._number = number
            self._leave_division()
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read what stands."""
        self._refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Choose a participant, or go to a group or a division."""
        self._wanted = row
        self._refresh()

    def slide(self) -> tuple[str, str] | None:
        """Return the table of the division that stands here."""
        return (GROUPS, self._grouping.id) if self._grouping is not None else None

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        found = [
            Command("Bagi peserta ke kelompok", partial(self.open_divide, ""), writes=True),
            Command(
                worded("Bagi kelompok menurut dimensi"), partial(self.open_divide, DIMENSION), writes=True
            ),
            Command("Bagi kelompok menurut komponen", partial(self.open_divide, COMPONENT), writes=True),
            Command(worded("Bagi menjadi meja OPD"), partial(self.open_divide, BY_OPD), writes=True),
        ]
        if self._grouping is not None:
            found += [
                Command("Usulkan ketua dan notulis kelompok", self.propose_officers, writes=True),
                Command("Tambah kelompok", self.add_group, writes=True),
                Command("Dudukkan yang belum duduk", self.seat_newcomers, writes=True),
                Command("Ganti nama pembagian kelompok", self.rename, writes=True),
            ]
            if kind_of(PRINT) is not None:
                found.append(Command("Cetak pembagian kelompok", self._print))
        return tuple(found)

    def standing(self) -> object:
        """Return which division is in front in each stage."""
        return dict(self._in_front)

    def take_over(self, standing: object) -> None:
        """Keep the divisions that were in front."""
        if isinstance(standing, dict):
            self._in_front = standing

    def open_divide(self, kind: str = "") -> None:
        """Open the page that asks how to divide."""
        read = self._shown
        if read is None:
            return
        start = DivideStart(
            read.stage,
            len(read.opds),
            read.people,
            read.present,
            any(item.table_no.strip() for item in read.opds),
            read.groupings,
            self._grouping,
        )
        self.divide.preview.know(read.opds)
        self.pages.setCurrentIndex(_DIVIDE_PAGE)
        self.head.hide()
        self.divide.begin(start, kind)

    def propose_officers(self) -> None:
        """Give every group without them a chair and a note-taker."""
        words = "Ketua dan notulis diusulkan menurut jabatan. Ctrl+Z mengurungkan."
        nothing = "Setiap kelompok sudah punya ketua dan notulis."
        self._on_grouping(self._services.group.propose_officers, words, nothing)

    def seat_newcomers(self) -> None:
        """Seat everybody who has no group where it suits."""
        self._on_grouping(self._services.group.seat_newcomers, "", "Tidak ada yang menunggu tempat duduk.")

    def fill_heads(self) -> None:
        """Fill the empty heads of the sheets of the sessions that work in this division."""
        self._on_grouping(self._services.group.fill_heads, "", "Tidak ada kepala lembar yang kosong.")

    def add_group(self) -> None:
        """Add an empty group and stand at it."""
        own = self._grouping
        if own is not None:
            self._make(partial(self._services.group.add_group, own.id), self._added)

    def add_grouping(self) -> None:
        """Make a division without groups, to be filled by hand."""
        self._ask_name("Pembagian baru tanpa isi", worded("Kelompok"), "Buat", self._add_grouping)

    def rename(self) -> None:
        """Ask for another name of this division."""
        own = self._grouping
        if own is not None:
            self._ask_name("Ganti nama pembagian", own.title, "Ganti nama", self._rename)

    def remove(self) -> None:
        """Delete this division; undo brings it back."""
        own = self._grouping
        if own is not None:
            call = partial(self._services.group.remove, own.id)
            self.act(call, partial(self._division_gone, own.title))

    def _division_gone(self, title: str, changes: Changes) -> None:
        told = with_answers(f"Pembagian {title} dihapus", changes.answers)
        self._done(f"{told}. Ctrl+Z mengembalikan.", changes)

    @property
    def _grouping(self) -> Grouping | None:
        return self._shown.board.grouping if self._shown is not None and self._shown.board else None

    def _refresh(self) -> None:
        self.context.autosave.flush()
        if self._ticket is not None:
            self._ticket.cancel()
        wanted = self._in_front.get(self._number, NO_ROW)
        self._ticket = self.read(partial(gather, self._services, self._number, wanted), self._show)

    def _show(self, read: Shown) -> None:
        before = self._shown
        self._shown = read
        self.head.show_choice(read, has_print=kind_of(PRINT) is not None)
        board = read.board
        if board is not None:
            self._in_front[self._number] = board.grouping.id
            self.board.show_board(board)
            self._show_words(board)
        first = COMPONENT if self._number == 1 else BY_OPD
        words = "Bagi menurut komponen" if first == COMPONENT else worded("Bagi menjadi meja OPD")
        self.empty.buttons[1].setText(words)
        if self.pages.currentIndex() != _DIVIDE_PAGE:
            self.pages.setCurrentIndex(_EMPTY_PAGE if board is None else _BOARD_PAGE)
            self.head.show()
        fresh = before is None or before.stage != read.stage
        # The rail brings the keyboard to the first stop of the screen; the stage switch keeps it.
        begun = self.window().focusWidget() in {None, self, self.head.choice}
        if board is not None and (self._made_now or (fresh and begun)) and not self._wanted:
            self.board.focus_first()
        self._made_now = False
        self._go_to_wanted()

    def _show_words(self, board: Board) -> None:
        self.head.show_board(board)
        waiting = any(not item.is_guest for item in board.unseated)
        self.board.show_free(shown=waiting or self.head.guests.isChecked())
        self.warnings.setText(" · ".join(board.warnings))
        self.warnings.setVisible(bool(board.warnings))

    def _go_to_wanted(self) -> None:
        wanted, read = self._wanted, self._shown
        if not wanted or read is None:
            return
        home = read.homes.get(RowId(wanted), NO_ROW)
        other = next((item for item in read.every if item.id in {wanted, home}), None)
        own = self._grouping
        if other is None or (own is not None and other.id == own.id):
            self._wanted = ""
            self.board.choose(wanted)
            return
        number = next((item.number for item in read.stages if item.id == other.stage), None) or self._number
        self._in_front[number] = other.id
        if other.stage == read.stage:
            self._refresh()
        else:
            self.go.emit("stage", str(number))

    def _choose(self, row: str) -> None:
        self._in_front[self._number] = RowId(row)
        self._refresh()

    def _move(self, chosen: Chosen, group: str) -> None:
        own = self._grouping
        if own is not None:
            people = [RowId(row) for row in chosen.people]
            opds = [RowId(row) for row in chosen.opds]
            call = partial(self._services.group.move, own.id, people, RowId(group), opds)
            self.act(call, partial(self._done, ""))

    def _swap(self, one: str, other: str) -> None:
        own = self._grouping
        if own is not None:
            call = partial(self._services.group.swap, own.id, RowId(one), RowId(other))
            self.act(call, partial(self._done, ""))

    def _give(self, group: str, office: str, row: str) -> None:
        call = partial(self._services.group.give_office, RowId(group), office, RowId(row))
        self.act(call, partial(self._done, ""))

    def _use_in(self, rows: list[RowId]) -> None:
        own = self._grouping
        if own is not None:
            self.act(partial(self._services.group.use_in, own.id, rows), partial(self._done, ""))

    def _copy(self, row: RowId) -> None:
        if self._shown is not None:
            self._make(partial(self._services.group.copy, row, self._shown.stage), self._made)

    def _add_grouping(self, title: str) -> None:
        if self._shown is not None:
            self._make(partial(self._services.group.add, self._shown.stage, title, FREE), self._made)

    def _rename(self, title: str) -> None:
        own = self._grouping
        if own is not None:
            self.act(partial(self._services.group.rename, own.id, title), partial(self._done, ""))

    def _ask_name(self, title: str, name: str, words: str, then: Callable[[str], None]) -> None:
        dialog = NameDialog(title, name, words, self)
        dialog.named.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_grouping(self, call: Callable[[RowId], Changes], words: str, nothing: str) -> None:
        own = self._grouping
        if own is not None:
            self.act(partial(call, own.id), partial(self._done_or, words, nothing))

    def _done_or(self, words: str, nothing: str, changes: Changes) -> None:
        if changes:
            self._done(words, changes)
        else:
            self.warned.emit(nothing)

    def _done(self, words: str, changes: Changes) -> None:
        if changes:
            told = f"{changes.label[:1].upper()}{changes.label[1:]}. Ctrl+Z mengurungkan."
            self.said.emit(words or told)
        self._refresh()

    def _make(
        self, call: Callable[[], tuple[RowId, Changes]], then: Callable[[RowId, Changes], None]
    ) -> None:
        """Run a call that makes a row, publish what it changed, then ``then`` with the row."""
        self.context.autosave.flush_all()
        self.context.lane.data(call, partial(self._made_row, then))

    def _made_row(self, then: Callable[[RowId, Changes], None], made: tuple[RowId, Changes]) -> None:
        row, changes = made
        self.context.bus.publish(changes, self)
        then(row, changes)

    def _made(self, row: RowId, changes: Changes) -> None:
        self._in_front[self._number] = row
        self._made_now = True
        self._done("", changes)

    def _added(self, row: RowId, changes: Changes) -> None:
        self._wanted = row
        self._done("", changes)

    def _propose(self, ask: Ask) -> None:
        if self._told is not None:
            self._told.cancel()
        self._told = self.read(partial(self._services.group.propose, ask), self.divide.show_proposal)

    def _apply(self, proposal: Proposal) -> None:
        self._leave_division()
        self._make(partial(self._services.group.apply, proposal), self._made)

    def _leave_division(self) -> None:
        if self.pages.currentIndex() == _DIVIDE_PAGE:
            shown = self._shown is not None and self._shown.board is not None
            self.pages.setCurrentIndex(_BOARD_PAGE if shown else _EMPTY_PAGE)
            self.head.show()
            self.board.focus_first()

    def _open_form(self, row: str) -> None:
        read = self._shown
        card = card_named(read.board, row) if read is not None and read.board is not None else None
        if read is None or card is None:
            return
        form = GroupForm(card, read.opds, read.mentors, self)
        form.edited.connect(partial(self._edited, row))
        form.opds_chosen.connect(partial(self._opds_chosen, row))
        form.removed.connect(partial(self._remove_group, row))
        form.shifted.connect(partial(self._shift_group, row))
        form.finished.connect(self._form_closed)
        form.finished.connect(form.deleteLater)
        form.open()

    def _form_closed(self) -> None:
        self.context.autosave.flush_all()
        self._refresh()

    def _edited(self, row: str, field: str, value: str) -> None:
        call = partial(self._services.group.update_group, RowId(row), field, value)
        self.context.autosave.note(("group", row, field), call, self)

    def _opds_chosen(self, row: str, opds: list[RowId]) -> None:
        self.act(partial(self._services.group.set_opds, RowId(row), opds), partial(self._done, ""))

    def _remove_group(self, row: str) -> None:
        self.act(partial(self._services.group.remove_group, RowId(row)), partial(self._done, ""))

    def _shift_group(self, row: str, by: int) -> None:
        self.act(partial(self._services.group.move_group, RowId(row), by), partial(self._done, ""))

    def _stood(self, row: str, group: str) -> None:
        """Say below the groups who has the keyboard, and ask where he or she sat before."""
        board = self._shown.board if self._shown is not None else None
        if board is None:
            return
        self.detail.setText(person_words(board, row, group, (), ()))
        if self._past is not None:
            self._past.cancel()
        if row:
            call = partial(past, self._services, board.grouping.id, RowId(row))
            self._past = self.read(call, partial(self._past_read, row, group))

    def _past_read(self, row: str, group: str, past: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        board = self._shown.board if self._shown is not None else None
        if board is not None:
            self.detail.setText(person_words(board, row, group, *past))

    def _guests_shown(self) -> None:
        if self._shown is not None and self._shown.board is not None:
            self._show_words(self._shown.board)

    def _print(self) -> None:
        board = self._shown.board if self._shown is not None else None
        self.print_asked.emit(PRINT, board.grouping.id if board is not None else "")

    def _connect(self) -> None:
        head = self.head
        head.chosen.connect(self._choose)
        head.copied.connect(self._copy)
        head.used_in.connect(self._use_in)
        for part, way in (
            (head.officers.clicked, self.propose_officers),
            (head.add.triggered, self.add_group),
            (head.print.clicked, self._print),
            (head.start.clicked, self._start_dividing),
            (head.heads.clicked, self.fill_heads),
            (head.guests.clicked, self._guests_shown),
            (head.rename.triggered, self.rename),
            (head.new.triggered, self.add_grouping),
            (head.drop.triggered, self.remove),
        ):
            part.connect(way)
        self.empty.first.connect(partial(self.open_divide, DIMENSION))
        self.empty.second.connect(self._second_way)
        self.board.move_asked.connect(self._move)
        self.board.swap_asked.connect(self._swap)
        self.board.office_asked.connect(self._give)
        self.board.form_asked.connect(self._open_form)
        self.board.newcomers_asked.connect(self.seat_newcomers)
        self.board.stood.connect(self._stood)
        self.board.told.connect(self.told)
        self.divide.asked.connect(self._propose)
        self.divide.applied.connect(self._apply)
        self.divide.closed.connect(self._leave_division)
        for keys, way in (("Ctrl+N", self.add_group), ("Ctrl+G", self._start_dividing)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def _start_dividing(self) -> None:
        self.open_divide()

    def _second_way(self) -> None:
        self.open_divide(COMPONENT if self._number == 1 else BY_OPD)

    def _board_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.warnings)
        column.addWidget(self.board, 1)
        column.addWidget(self.detail)
        column.addWidget(ElidedLabel(_KEYS, "small", name="group-keys", parent=page))
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
