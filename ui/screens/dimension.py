"""Screen Dimensi: into what this workshop divides the city; nothing that was answered is lost here."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import Either, Subdimension, offered
from smartcity_desktop.domain.dimension_set import Fit
from smartcity_desktop.domain.dimension_use import Board, Place
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.reference import DimensionSet
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.dimension_drop import DropDialog
from ui.widgets.dimension_page import AddLine, DimensionPage
from ui.widgets.dimension_sets import SetDialog
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

EVENT: Final = "event"
CUE: Final = "cue"
Adding = Callable[[], tuple[RowId, Changes]]
"""Adds one and returns its row."""


class DimensionScreen(Screen):
    """The list at the left, the chosen dimension with its sub-dimensions at the right."""

    kinds = frozenset({"dimension", "subdimension", "analysis", "issue", "opd", "sheet", "workshop"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._dimension = services.dimension
        self._typed: set[tuple[str, str]] = set()
        self._sent: set[tuple[str, str]] = set()
        self._ticket: Ticket | None = None
        self._row, self._sub = NO_ROW, NO_ROW
        self.board = Board()
        self.setObjectName("screen-dimension")
        theme.set_role(self, "page")
        self.counts = Label("", "soft", name="dimension-counts", parent=self)
        self.page = DimensionPage(self)
        self._lay_out()
        self._connect()
        context.autosave.watch(self._hand_in, self)

    def arrive(self) -> None:
        """Read what stands."""
        self._refresh()

    def leave(self) -> None:
        """Hand over what was typed, also a name that no Enter followed."""
        adding = ((self.page.add, self._dimension.add), (self.page.add_sub, self._new_sub()))
        for line, call in adding:
            name = line.name()
            if name:
                line.clear()
                key = ("dimension-new", line.objectName(), name)
                self.context.autosave.note(key, partial(_only_changes, call, name))
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Show what others, or an undo, changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show a dimension, or a sub-dimension with its own; a code that was begun is taken first."""
        self._hand_in()
        found = self.board.named(RowId(row))
        self._row = RowId(row)
        if isinstance(found, Subdimension):
            self._row, self._sub = found.dimension, found.id
        self._refresh()

    def standing(self) -> object:
        """Return which dimension and sub-dimension are shown."""
        return self._row, self._sub

    def take_over(self, standing: object) -> None:
        """Show the same ones."""
        if isinstance(standing, tuple):
            self._row, self._sub = standing

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command(worded("Tambah dimensi"), self.page.add.setFocus, writes=True),
            Command(worded("Tambah subdimensi"), self.page.add_sub.setFocus, writes=True),
            Command(worded("Ganti set dimensi"), self.ask_set, writes=True),
            Command("Kata petunjuk", partial(self.go.emit, CUE, "")),
        )

    def drop(self, row: RowId) -> None:
        """Use one no longer; where something stands under it, ask first what becomes of that."""
        item = self.board.named(row)
        if item is None:
            return
        if self.board.tally(self.board.places(row)):
            self._ask_drop(item, drops=True)
        else:
            self._drop(item, {})

    def ask_set(self) -> None:
        """Offer the sets of the shelf, with what each would keep, bring, and where answers could go."""
        self.context.autosave.flush_all()
        self.read(self._dimension.sets, self._open_sets)

    def _open_sets(self, sets: Sequence[DimensionSet]) -> None:
        dialog = SetDialog(sets, self.board, self._ask_fit, self)
        dialog.decided.connect(self._change_set)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_fit(self, code: str, give: Callable[[Fit], None]) -> None:
        self.read(partial(self._dimension.fit, code), give)

    def _change_set(self, code: str, targets: Mapping[RowId, str]) -> None:
        self._row, self._sub = NO_ROW, NO_ROW
        call = partial(self._dimension.change_set, code, targets)
        self.act(call, partial(self._tell, worded("Set dimensi diganti.")), failed=self._failed)

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self._sent |= self._typed
        self._typed.clear()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.read(self._dimension.board, self._show)

    def _show(self, board: Board) -> None:
        self.board = board
        # What could not be written stays as it was typed.
        self._typed |= {key for key in self._sent if self.context.autosave.waits(("dimension", *key))}
        self._sent.clear()
        used = offered(board.dimensions)
        ids = [item.id for item in board.dimensions]
        if self._row not in ids:
            self._row = (used[0].id if used else ids[0]) if ids else NO_ROW
        own = board.of(self._row)
        if self._sub not in {item.id for item in own}:
            first = offered(own) or own
            self._sub = first[0].id if first else NO_ROW
        subs = sum(len(offered(board.of(item.id))) for item in used)
        said = worded("{all} dimensi · {subs} subdimensi").format(all=len(used), subs=subs)
        self.counts.setText(said)
        self.page.show_board(board, self._row, self._sub, self._typed)

    def _choose(self, row: str) -> None:
        self._row, self._sub = RowId(row), NO_ROW
        self._refresh()

    def _choose_sub(self, row: str) -> None:
        self._sub = RowId(row)
        self._refresh()

    def _edited(self, field: str, text: str) -> None:
        self._save(self._row, field, text)

    def _sub_edited(self, field: str, text: str) -> None:
        self._save(self._sub, field, text)

    def _save(self, row: RowId, field: str, text: str) -> None:
        if not row:
            return
        if field == "color":
            self.act(partial(self._dimension.update, row, field, text), self._done)
            return
        self._typed.add((row, field))
        # The list at the left shows what is typed here too, so that this screen hears of it as well.
        call = partial(self._dimension.update, row, field, text)
        self.context.autosave.note(("dimension", row, field), call)

    def _add(self, name: str) -> None:
        self._begin(self.page.add, partial(self._dimension.add, name), self._added)

    def _add_sub(self, name: str) -> None:
        self._begin(self.page.add_sub, partial(self._dimension.add_sub, self._row, name), self._sub_added)

    def _begin(self, line: AddLine, call: Adding, then: Callable[[tuple[RowId, Changes]], None]) -> None:
        name = line.text()
        line.clear()
        self.context.autosave.flush_all()
        self.context.lane.data(call, then, failed=partial(self._not_added, line, name))

    def _new_sub(self) -> Callable[[str], tuple[RowId, Changes]]:
        return partial(self._dimension.add_sub, self._row)

    def _added(self, added: tuple[RowId, Changes]) -> None:
        self._row, changes = added
        self._sub = NO_ROW
        self._tell_added(changes)

    def _sub_added(self, added: tuple[RowId, Changes]) -> None:
        self._sub, changes = added
        self._tell_added(changes)

    def _tell_added(self, changes: Changes) -> None:
        self.context.bus.publish(changes, self)
        self.said.emit(f"{changes.label[:1].upper()}{changes.label[1:]}.")
        self._refresh()

    def _not_added(self, line: AddLine, name: str, fault: Fault) -> None:
        if not line.text():
            line.setText(name)
        line.tell(explain(fault))
        self._refresh()

    def _moved(self, row: str, before: str) -> None:
        self.act(partial(self._dimension.put_before, RowId(row), RowId(before)), self._done)

    def _put_under(self, dimension: str) -> None:
        if self._sub:
            call = partial(self._dimension.move_sub, self._sub, RowId(dimension))
            self.act(call, partial(self._put, dimension), failed=self._failed)

    def _put(self, dimension: str, changes: Changes) -> None:
        if changes:
            self._row = RowId(dimension)
            home = self.board.named(self._row)
            self.said.emit(f"Dipindahkan ke {home.called if home else ''} beserta isiannya.")
        self._refresh()

    def _ask_drop(self, item: Either, *, drops: bool) -> None:
        self.context.autosave.flush_all()
        dialog = DropDialog(item, self.board, drops=drops, parent=self)
        dialog.decided.connect(partial(self._drop if drops else self._move_answers, item))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _drop(self, item: Either, moves: Mapping[RowId, Place]) -> None:
        words = f"{item.called} tidak dipakai lagi"
        words += ", isiannya dipindahkan." if moves else "."
        self.act(
            partial(self._dimension.drop, item.id, moves), partial(self._tell, words), failed=self._failed
        )

    def _move_answers(self, item: Either, moves: Mapping[RowId, Place]) -> None:
        call = partial(self._dimension.move_answers, item.id, moves)
        self.act(call, partial(self._tell, f"Isian {item.called} dipindahkan."), failed=self._failed)

    def _take_back(self, row: RowId) -> None:
        item = self.board.named(row)
        words = f"{item.called} dipakai lagi." if item else ""
        self.act(partial(self._dimension.take_back, row), partial(self._tell, words))

    def _tell(self, words: str, changes: Changes) -> None:
        if changes and words:
            self.said.emit(words)
        self._refresh()

    def _done(self, changes: Changes) -> None:
        del changes
        self._refresh()

    def _failed(self, fault: Fault) -> None:
        self.warned.emit(explain(fault))
        self._refresh()

    def _hand_in(self) -> None:
        for form in (self.page.form, self.page.sub_form):
            form.code.finish()

    def _connect(self) -> None:
        page = self.page
        page.list.chosen.connect(self._choose)
        page.list.moved.connect(self._moved)
        page.sub_list.chosen.connect(self._choose_sub)
        page.sub_list.moved.connect(self._moved)
        page.add.named.connect(self._add)
        page.add_sub.named.connect(self._add_sub)
        page.form.edited.connect(self._edited)
        page.sub_form.edited.connect(self._sub_edited)
        page.sub_form.moved.connect(self._put_under)
        for form in (page.form, page.sub_form):
            form.given_back.connect(self.warned)
        page.doing.stepped.connect(page.list.step)
        page.sub_doing.stepped.connect(page.sub_list.step)
        page.doing.dropped.connect(lambda: self.drop(self._row))
        page.sub_doing.dropped.connect(lambda: self.drop(self._sub))
        page.doing.taken_back.connect(lambda: self._take_back(self._row))
        page.sub_doing.taken_back.connect(lambda: self._take_back(self._sub))
        page.doing.move_asked.connect(lambda: self._ask_move(self._row))
        page.sub_doing.move_asked.connect(lambda: self._ask_move(self._sub))

    def _ask_move(self, row: RowId) -> None:
        item = self.board.named(row)
        if item is not None:
            self._ask_drop(item, drops=False)

    def _lay_out(self) -> None:
        self.back = Button("Kembali ke Data Bimtek", "dimension-event", parent=self)
        self.back.clicked.connect(partial(self.go.emit, EVENT, ""))
        self.other_set = Button(worded("Ganti set dimensi …"), "dimension-set", parent=self)
        self.other_set.clicked.connect(self.ask_set)
        self.cues = Button("Kata petunjuk …", "dimension-cues", parent=self)
        self.cues.clicked.connect(lambda: self.go.emit(CUE, self._sub or self._row))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(worded("Dimensi"), "title", parent=self))
        head.addWidget(self.counts)
        head.addStretch(1)
        head.addWidget(self.cues)
        head.addWidget(self.other_set)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.addLayout(head)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        for_writing(self.page, self.other_set)


def _only_changes(add: Callable[[str], tuple[RowId, Changes]], name: str) -> Changes:
    return add(name)[1]
