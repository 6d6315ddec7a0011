"""Tab Rencana aksi: what is done for each program under the four heads, edited in place and beside."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionFilter, ActionPlan, told_of
from smartcity_desktop.domain.action_when import When
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.entity import ACTION_HEADS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_roadmap import ACTIONS as PRINT
from smartcity_desktop.domain.paper_roadmap import choice_of
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import action_plan as columns
from ui.models.action_plan import TEXT, ActionTableModel, rows_of
from ui.models.typed_values import Typed
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.action_side import WITHOUT, ActionSide
from ui.widgets.action_table import ActionTableView
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.fields_form import CHOICE
from ui.widgets.fields_form import TEXT as TEXT_FIELD
from ui.widgets.finder import Choice
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import Label
from ui.widgets.left_out import LeftOut
from ui.widgets.program_picker import Picker
from ui.widgets.roadmap_filter import PlanFilter
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Rencana aksi merinci setiap program smart city: kegiatan, keluaran, waktu, OPD, dan biayanya, menurut "
    "empat kepala aksi. Programnya disusun dahulu di tab Program, atau oleh kelompok di Kertas Kerja L7."
)
_SIDE: Final = 320
_HANDLE: Final = 12
_SHORT: Final = {"kebijakan": "Kebijakan", "sdm": "Literasi"}
"""What heads are called where there is no room for all their words."""
_NO_HOME: Final = "Pilih dahulu dimensi program itu di tab Program, supaya aksinya punya lembar."
_HEADS: Final = ("", *ACTION_HEADS)


class ActionTab(ScreenTab):
    """The table of actions, the heads above it, and the chosen action at the right."""

    kinds = frozenset(
        {
            *("action", "initiative", "dimension", "subdimension", "opd", "workshop", "worksheet"),
            *("candidate", "milestone"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._service = services.roadmap
        self._plan = ActionPlan()
        self._head = ""
        self._wanted = ""
        self._kept = ""
        self._typed = Typed(self._waits)
        self.dialog: Picker | None = None
        self.setObjectName("tab-action")
        self.model = ActionTableModel(self)
        self.model.waits = self._waits
        self.model.edited.connect(self._edited)
        self.table = ActionTableView(self.model, self)
        self.table.remove_asked.connect(self.remove)
        self.table.add_asked.connect(self.add_below)
        self.table.refused.connect(host.warned)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.side = ActionSide(self._typed, self)
        self.back_by_escape(self.side, self.table)
        self.side.edited.connect(self._detailed)
        self.side.years_edited.connect(self._priced)
        self.side.add_asked.connect(self.add_for)
        kinds = {columns.HEAD: CHOICE, columns.OUTPUT: TEXT_FIELD, columns.OPD: CHOICE}
        self.left_out = LeftOut(self.table, self.model, kinds, parent=self)
        self.side.take_in(self.left_out)
        self._make_heads()
        self.empty = EmptyState(
            "Belum ada Program Smart City",
            worded(_EMPTY),
            ("Buka tab Program", "Buka Kertas Kerja"),
            name="action-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.open_row, "initiative"))
        self.empty.second.connect(partial(host.go.emit, "worksheet", ""))
        self.pages = self.set_pages(self.empty, self._full())
        host.context.autosave.watch(self.table.hand_in, self.table)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.words.setFocus)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._service.plan, self._show)

    def open_row(self, row: str) -> None:
        """Choose this action."""
        self._wanted = row

    def standing(self) -> str:
        """Return the action that is chosen."""
        return self._current

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Tambah aksi …", self.ask_program, writes=True),
            Command("Cetak rencana aksi", self.print_plan),
            Command("Program tanpa aksi", partial(self.side.turn_to, WITHOUT)),
            *(
                Command(f"Pindahkan aksi terpilih ke {words}", partial(self.move_to, head), writes=True)
                for head, words in HEAD_WORDS.items()
            ),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from cell to cell."""
        (self.empty.buttons[0] if self.pages.currentIndex() == EMPTY_PAGE else self.table).setFocus()

    def unfinished(self) -> str:
        """Name the actions with a cost or a time that is typed and cannot be read."""
        rows = self._typed.rows_unread()
        names = ", ".join(item.text or "Aksi baru" for item in self._plan.rows if item.id in rows)
        costs = f"Biaya aksi yang belum terbaca dan belum tersimpan: {names}." if names else ""
        return " ".join(filter(None, (costs, self.model.unread_told())))

    # What a person does ------------------------------------------------------------------------------------

    def choose_head(self, place: int) -> None:
        """Show the actions of one head, or all."""
        self._kept = ""
        self._head = _HEADS[place]
        self._show_rows()

    def ask_program(self) -> None:
        """Choose the program that another action is for; those without any come first."""
        without = {item.id for item in self._plan.without}
        known = sorted(self._plan.programs, key=lambda item: item.id not in without)
        hints = {item.id: "belum ada aksi" if item.id in without else "" for item in known}
        choices = [Choice(str(item.id), item.called, hints[item.id]) for item in known]
        self.dialog = Picker("action-picker", "Tambah aksi untuk …", choices, self.window())
        self.dialog.picked.connect(self._picked)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        self.dialog.finder.setFocus()

    def add_below(self) -> None:
        """Begin another action of the program that is chosen."""
        found = next((item for item in self._plan.rows if item.id == self._current), None)
        if found is None or not found.initiative:
            self.ask_program()
        else:
            self.add_for(found.initiative)

    def add_for(self, program: str) -> None:
        """Begin an action of a program under the head that is shown."""
        if program not in self._plan.homes:
            self.host.warned.emit(worded(_NO_HOME))
            return
        self.host.act(partial(self._begin, RowId(program), self._head), self._begun)

    def remove(self) -> None:
        """Delete the chosen actions; undo brings them back."""
        rows = rows_of(self.model, self.table.chosen_rows())
        if rows:
            self.host.act(
                partial(self._service.remove, rows), partial(self.done, f"{len(rows)} aksi dihapus")
            )

    def move_to(self, head: str) -> None:
        """Put the chosen actions under another head."""
        rows = rows_of(self.model, self.table.chosen_rows())
        call = partial(self._service.move_head, rows, head)
        self._kept = ""
        self.host.act(call, partial(self.done, f"Dipindahkan ke {HEAD_WORDS[head]}"))

    def print_plan(self) -> None:
        """Show the actions that stand here as they are printed."""
        self.show_print(PRINT, choice_of(self._head, self.filter.wanted))

    def _begin(self, program: RowId, head: str) -> Changes:
        self._wanted, changed = self._service.add(program, head)
        return changed

    def _begun(self, _changed: Changes) -> None:
        self.filter.clear()
        self.arrive()

    def _picked(self, rows: tuple[str, ...], _title: str) -> None:
        self.add_for(rows[0])

    def _edited(self, row: str, field: str, value: object) -> None:
        self._kept = row
        if isinstance(value, When):
            call = partial(self._service.plan_time, RowId(row), value)
        else:
            call = partial(self._service.say, RowId(row), field, str(value))
        self._note(row, field, call)

    def _detailed(self, field: str, value: object) -> None:
        row = self._current
        self._write_down(row, field, {field: value})
        if isinstance(value, tuple):
            call = partial(self._service.choose, RowId(row), field, value)
        else:
            call = partial(self._service.say, RowId(row), field, str(value))
        self._note(row, field, call)

    def _priced(self, field: str, period: str, value: str | int | None) -> None:
        row, name = self._current, f"{field}@{period}"
        years = {**getattr(self.model.row(self.model.row_of(row)), field), period: value}
        told = {key: kept for key, kept in years.items() if kept not in {None, ""}}
        self._write_down(row, name, {field: told})
        self._note(row, name, partial(self._service.say_year, RowId(row), field, period, value))

    def _write_down(self, row: str, name: str, values: Mapping[str, object]) -> None:
        """Show what was typed beside in the table too, which keeps the action as it is until it is stored."""
        self._kept = row
        self.model.show_typed(row, name, values)

    def _note(self, row: str, field: str, call: "partial[Changes]") -> None:
        autosave = self.host.context.autosave
        autosave.note(("action", row, field), autosave.confirming(call, self.again), self.host)

    def _waits(self, row: str, field: str) -> bool:
        return self.host.context.autosave.waits(("action", row, field))

    def _moved(self, *_indexes: object) -> None:
        """Show the action that is gone to; the one that was written goes where it belongs."""
        if self._kept and self._kept != self._current:
            self._kept = ""
            # Within the move the view must not lose rows.
            QTimer.singleShot(0, self, self._show_rows)
        self._show_side()

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, plan: ActionPlan) -> None:
        self._plan = plan
        self.pages.setCurrentIndex(FULL_PAGE if plan.programs or plan.rows else EMPTY_PAGE)
        dimensions = {item.dimension for item in plan.programs}
        opds = {item.opd for item in plan.rows}
        self.filter.offer(
            [item for item in plan.dimensions if item.id in dimensions],
            [item for item in plan.opds if item.id in opds],
        )
        self._name_heads()
        self._show_rows()
        self.side.show_without(plan)
        self._stand()
        self.settled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Call the heads by their first words where there is no room for all."""
        super().resizeEvent(event)
        self._name_heads()

    def _name_heads(self) -> None:
        for short in (False, True):
            for place, head in enumerate(_HEADS):
                count = sum(1 for item in self._plan.said if head in {"", item.head})
                whole = HEAD_WORDS.get(head, "Semua")
                words = _SHORT.get(head, whole) if short else whole
                self.heads.say(place, f"{words} ({number(count)})")
            if self.heads.sizeHint().width() <= self.width():
                return

    def _stand(self) -> None:
        """Choose the action that was asked for, whatever is filtered; let a new one be written at once."""
        at = self.model.row_of(self._wanted) if self._wanted else -1
        if at < 0 and any(item.id == self._wanted for item in self._plan.rows):
            self._head = ""
            self.filter.clear()
            self._show_rows()
            at = self.model.row_of(self._wanted)
        if at >= 0:
            self.table.choose(at)
            self.table.setFocus()
            if not self.model.row(at).text:
                self.table.edit(self.model.index(at, TEXT))
        elif self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self._wanted = ""

    def _sift(self) -> None:
        self._kept = ""
        self._show_rows()

    def _show_rows(self) -> None:
        self.heads.show_chosen(_HEADS.index(self._head))
        chosen = self.filter.wanted
        wanted = ActionFilter(self._head, chosen.dimension, chosen.opd, "", chosen.words)
        self.table.show_heads(shown=not self._head)
        self.model.show(self._plan, wanted, self._kept)
        rows = self.model.rows()
        programs = {item.initiative for item in rows if item.initiative}
        whole = wanted == ActionFilter()
        self.told.setText(self._plan.told if whole else told_of(rows, len(programs), 0))
        self._show_side()

    def _show_side(self, *_indexes: object) -> None:
        row = self._current
        found = next((item for item in self.model.rows() if item.id == row), None)
        self.side.show_action(self._plan, found)

    @property
    def _current(self) -> str:
        at = self.table.currentIndex().row()
        return self.model.row(at).id if 0 <= at < self.model.rowCount() else ""

    # Parts -------------------------------------------------------------------------------------------------

    def _make_heads(self) -> None:
        names = [(HEAD_WORDS.get(head, "Semua"), f"action-head-{head or 'all'}") for head in _HEADS]
        self.heads = Segments(names, self)
        self.heads.chosen.connect(self.choose_head)
        self.filter = PlanFilter("action", self)
        self.filter.boxes["horizon"].hide()
        self.filter.changed.connect(self._sift)
        self.filter.left_down.connect(self.table.setFocus)
        self.told = Label("", "soft", name="action-told", wrap=True, parent=self)
        self.add = Button("Tambah aksi …", "action-add", "primary", parent=self)
        self.add.clicked.connect(self.ask_program)
        self.drop = Button("Hapus", "action-remove", parent=self)
        self.drop.clicked.connect(self.remove)
        self.print = Button("Cetak", "action-print", parent=self)
        self.print.clicked.connect(self.print_plan)
        for_writing(self.add, self.drop)

    def _full(self) -> QWidget:
        page = QWidget(self)
        first = FlowRow((self.heads,), (), page)
        second = FlowRow((self.add, self.drop, self.print), self.filter.parts, page)
        split = QSplitter(Qt.Orientation.Horizontal, page)
        split.setHandleWidth(theme.scaled(_HANDLE))
        split.addWidget(self.table)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)  # noqa: FBT003  # Qt takes it by place only
        # The sizes are shares of what there is: without a least one the form would be cut at its right.
        self.side.setMinimumWidth(theme.scaled(_SIDE))
        split.setSizes([theme.scaled(1000), theme.scaled(_SIDE)])
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (first, second, split):
            column.addWidget(row, int(row is split))
        column.addWidget(self.told)
        return page
