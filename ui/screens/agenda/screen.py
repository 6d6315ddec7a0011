"""Screen Agenda: the days of a stage as a plan, and behind a button the page on which the day runs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_plan import AgendaPlan
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import BLOCK
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import kind_of
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.agenda import NewBlock
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models import agenda as model
from ui.screens.agenda.read import read_stage, stage_of
from ui.screens.agenda.stages import StageDesk
from ui.screens.agenda.templates import TemplateDesk
from ui.translate import explain
from ui.widgets.agenda_astray import AstrayLine
from ui.widgets.agenda_board import AgendaBoard, BoardArea
from ui.widgets.agenda_form import AgendaForm
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.kept_width import keep_share
from ui.widgets.label import ElidedLabel, Label, PartsLabel
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from smartcity_desktop.domain.edit import Value
    from ui.lane import Ticket
    from ui.screens.agenda.run import RunPage

_FORM, _SHARE = 348, 41
"""Pixels of the form at the usual type size, and its share of the plan in percent at most."""
_EMPTY: Final = (
    "Mulai dari susunan siap pakai menurut tahapnya, lalu geser dan sesuaikan. "
    "Atau tambah sesi satu per satu; jam berikutnya menyusul sendiri."
)
_DATELESS: Final = "Isi dahulu kapan tahap ini mulai dan selesai. Harinya lalu tampil di sini."
_KEYS: Final = (
    "Panah memilih · Alt+panah menggeser · + dan − mengubah lama · Insert menyisipkan · F2 mengisi judul"
)
_NEW: Final = "Sesi baru"
_RUN, _RUNS = "Mulai acara", "Jalannya acara"
_PRINTS: Final = (("susunan-acara", "Susunan Acara"), ("rundown-panitia", "Rundown Panitia"))
_FIRST, _PLAN, _NO_DATES = range(3)
_PLANNED: Final = frozenset({"session", "stage", "worksheet", "grouping", "workshop"})
RUN: Final = "run"
"""In place of a block's row: the page on which the day runs."""


class AgendaScreen(Screen):
    """The plan of a stage; blocks are chosen at the left and filled in at the right."""

    kinds = frozenset({*_PLANNED, "turn", "group", "note"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._agenda = services.agenda
        self._number = 1
        self._row: RowId = NO_ROW
        self._gone: RowId = NO_ROW
        self._to_title = False
        self._typed: set[tuple[str, str]] = set()
        self._ticket: Ticket | None = None
        self._stages: tuple[Stage, ...] = ()
        self._year = 0
        self._arrives = False
        self._run: RunPage | None = None
        self.stages = StageDesk(self, services.stage, self._refresh)
        self.templates = TemplateDesk(self, services.agenda, self._used)
        self.plan: AgendaPlan | None = None
        self.setObjectName("screen-agenda")
        theme.set_role(self, "page")
        self.board = AgendaBoard(self)
        self.area = BoardArea(self.board, self)
        self.form = AgendaForm(self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.board)
        context.autosave.watch(self.form.hand_in, self)

    def show_stage(self, number: int) -> None:
        """Follow the stage switch."""
        if number != self._number:
            self.form.hand_in()
            self._number, self._row, self._gone = number, NO_ROW, NO_ROW
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read what stands."""
        if self._runs is not None:
            self._runs.arrive()
            return
        self._arrives = True
        self._refresh()

    def leave(self) -> None:
        """Hand over what is being typed on either page."""
        if self._run is not None:
            self._run.leave()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Show what others, or an undo, changed."""
        if self._run is not None:
            self._run.changed(changes)
        if changes.kinds & _PLANNED:
            self._refresh()

    def open_row(self, row: str) -> None:
        """Choose a block; ``run`` opens the page on which the day runs."""
        self.form.hand_in()
        if row == RUN:
            self.open_run()
            return
        self.open_plan()
        self.read(partial(stage_of, self._services, RowId(row)), partial(self._open, RowId(row)))

    def standing(self) -> object:
        """Return the stage, which block is chosen, and whether the day runs in front."""
        return self._number, self._row, self._runs is not None

    def take_over(self, standing: object) -> None:
        """Choose the same block on the same page."""
        if isinstance(standing, tuple):
            self._number, self._row, runs = standing
            if runs:
                self.open_run()

    def slide(self) -> tuple[str, str] | None:
        """Return the clock, or the queue of a presentation that runs."""
        return self._runs.slide() if self._runs is not None else (BLOCK, "")

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        if self._runs is not None:
            return (Command("Kembali ke susunan acara", self.open_plan), *self._runs.commands())
        found = [
            Command(_RUN, self.open_run),
            Command("Tambah sesi", self.insert, writes=True),
            Command("Susunan acara siap pakai", self.open_templates),
            Command("Simpan susunan acara sebagai templat", self.open_templates),
            Command("Atur tahap: judul, tanggal, tempat", self.open_stages),
        ]
        found += [Command(f"Cetak {words}", partial(self._print, kind)) for kind, words in _offered()]
        return tuple(found)

    @property
    def _runs(self) -> "RunPage | None":
        """The page on which the day runs, where it is in front."""
        return self._run if self._run is not None and self.deck.currentIndex() == 1 else None

    def open_run(self) -> None:
        """Bring the page to the front on which the day runs."""
        self.form.hand_in()
        self.context.autosave.flush()
        if self._run is None:
            from ui.screens.agenda.run import RunPage

            self._run = RunPage(self, self._services, self)
            self._run.plan_asked.connect(self.open_plan)
            self._ground.addWidget(self._run, 1)
        self.deck.setCurrentIndex(1)
        self._run.arrive()

    def open_plan(self) -> None:
        """Bring the plan to the front."""
        if self._runs is not None:
            self._runs.leave()
            self.deck.setCurrentIndex(0)
            self._arrives = True
            self._refresh()

    def insert(self) -> None:
        """Add a block behind the chosen one (behind the last of the first day) and go to its title."""
        plan = self.plan
        if plan is None or not plan.days:
            self.open_stages()
            return
        item = plan.find(self._row)
        day = item.block.date if item else plan.days[0].day
        after = self._row if item else None
        self._begin(partial(self._agenda.add, plan.stage.id, day, NewBlock(_NEW), after=after))

    def duplicate(self) -> None:
        """Put a block like the chosen one behind it."""
        if self._row:
            self._begin(partial(self._agenda.duplicate, self._row))

    def remove(self) -> None:
        """Delete the chosen block; undo brings it back."""
        item = self.plan.find(self._row) if self.plan else None
        if self.plan is None or item is None:
            return
        row = item.block.id
        after = model.along(self.plan, row, 1)
        after = after if after != row else model.along(self.plan, row, -1)
        self._typed = {key for key in self._typed if key[0] != row}
        then = partial(self._removed, RowId(after) if after != row else NO_ROW, model.title_of(item.block))
        self.act(partial(self._agenda.remove, row), then, failed=self._failed)

    def open_templates(self) -> None:
        """Offer the rundowns; without a date the dates come first."""
        if self.plan is None or not agenda.stage_days(self.plan.stage.date_start, self.plan.stage.date_end):
            self.open_stages()
            return
        self.templates.open(self.plan)

    def open_stages(self) -> None:
        """Open the data of the stages."""
        if not self._stages:
            return
        self.context.autosave.flush_all()
        self.stages.open(self._stages, self.plan.stage.id if self.plan else "", self._year)
        if self.plan is not None and not self.plan.days and self.stages.dialog is not None:
            self.stages.dialog.focus_dates()

    def _refresh(self) -> None:
        self.context.autosave.flush()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.read(partial(read_stage, self._services, self._number), self._show)

    def _show(self, found: tuple[AgendaPlan | None, tuple[Stage, ...], int]) -> None:
        plan, self._stages, self._year = found
        waits = self.context.autosave.waits
        self._typed = {key for key in self._typed if waits(("session", *key))}
        self.stages.show(self._stages)
        before, self.plan = self.plan, plan
        if plan is None:
            self.pages.setCurrentIndex(_NO_DATES)
            return
        self._stand(before, plan)
        self.counts.setText(model.counts(plan))
        self.astray.show_plan(plan)
        self.board.show_plan(plan, self._row)
        self._show_form()
        self.pages.setCurrentIndex(_PLAN if plan.count else _FIRST if plan.days else _NO_DATES)
        for button in (*self._prints, self.run_button):
            button.setVisible(bool(plan.count))
        self.run_button.setText(_RUNS if plan.runs else _RUN)
        self._place_focus()

    def _stand(self, before: AgendaPlan | None, plan: AgendaPlan) -> None:
        """Choose a block where none is; where the chosen one went away, say so and choose nothing.

        What is being typed must not go on in another block.
        """
        item = before.find(self._row) if before is not None and before.stage.id == plan.stage.id else None
        if plan.find(self._gone) is not None:
            self._row, self._gone = self._gone, NO_ROW
        elif plan.find(self._row) is None and item is not None:
            self._row, self._gone = NO_ROW, self._row
            words = f"Sesi “{model.title_of(item.block)}” sudah tidak ada di susunan ini."
            self.form.say_none(words)
            self.told.emit(words)
            if self.form.isAncestorOf(self.window().focusWidget()):
                self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        elif plan.find(self._row) is None and not self._gone:
            self._row = model.now_at(plan)

    def _place_focus(self) -> None:
        """Bring the keyboard to the new title, or to the plan when it comes to the front."""
        if self._to_title:
            self.board.show_row()
            self.form.go_to_title()
        elif self._arrives and not self.form.isAncestorOf(self.window().focusWidget()):
            page = self.pages.currentIndex()
            ground = (
                self.board if page == _PLAN else (self.empty if page == _FIRST else self.dateless).buttons[0]
            )
            ground.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_title = self._arrives = False

    def _show_form(self) -> None:
        if self.plan is not None:
            kept = frozenset(name for row, name in self._typed if row == self._row)
            self.form.show_block(self.plan, self._row, kept)

    def _chosen(self, row: str) -> None:
        self.form.hand_in()
        self.context.autosave.flush()
        self._row, self._gone = RowId(row), NO_ROW
        self._show_form()

    def _edited(self, field: str, value: "Value") -> None:
        row = self._row
        if not row:
            return
        self._typed.add((row, field))
        # The board shows what is typed here too, so that this screen hears of it as well.
        self.context.autosave.note(("session", row, field), partial(self._agenda.change, row, field, value))

    def _move(self, row: str, day: str, place: int) -> None:
        self._row, self._gone = RowId(row), NO_ROW
        self._change(partial(self._agenda.move, RowId(row), day, place))

    def _step(self, row: str, by: int) -> None:
        self._change(partial(self._agenda.step, RowId(row), by))

    def _resize(self, row: str, minutes: int) -> None:
        self._change(partial(self._agenda.resize, RowId(row), minutes))

    def _stretch(self, row: str, by: int) -> None:
        if row:
            self._change(partial(self._agenda.lengthen, RowId(row), by))

    def _start(self, start: str) -> None:
        item = self.plan.find(self._row) if self.plan else None
        if self.plan is None or item is None:
            return
        if self.form.is_first and not item.block.fixed:
            self._change(partial(self._agenda.begin_day, self.plan.stage.id, item.block.date, start))
        else:
            self._change(partial(self._agenda.pin, self._row, start))

    def _pin(self, is_fixed: bool) -> None:  # noqa: FBT001 - a slot of Qt
        item = self.plan.find(self._row) if self.plan else None
        if item is not None:
            start = self.form.start.value or agenda.clock_of(item.start)
            self._change(partial(self._agenda.pin, self._row, start if is_fixed else ""))

    def _change(self, call: Callable[[], Changes]) -> None:
        self.context.autosave.flush()
        self.context.lane.data(call, self._changed, failed=self._failed)

    def _changed(self, changes: Changes) -> None:
        self.context.bus.publish(changes, self)
        self._refresh()

    def _begin(self, call: Callable[[], tuple[RowId, Changes]]) -> None:
        self.context.autosave.flush_all()
        self.context.lane.data(call, self._begun, failed=self._failed)

    def _begun(self, made: tuple[RowId, Changes]) -> None:
        self._row, changes = made
        self._gone = NO_ROW
        self._to_title = True
        self._changed(changes)

    def _done(self, changes: Changes) -> None:
        del changes
        self._refresh()

    def _removed(self, after: RowId, title: str, changes: Changes) -> None:
        del changes
        self._row, self._gone = after, NO_ROW
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(f"{title} dihapus.")
        self._refresh()

    def _used(self) -> None:
        self._row = self._gone = NO_ROW
        self._arrives = True
        self._refresh()

    def _failed(self, fault: Fault) -> None:
        self.warned.emit(explain(fault))
        self._refresh()

    def _follow_dates(self) -> None:
        if self.plan is not None:
            self.act(partial(self._agenda.follow_dates, self.plan.stage.id), self._done, failed=self._failed)

    def _open(self, row: RowId, number: int) -> None:
        if number not in {0, self._number}:
            self.go.emit("stage", str(number))
        self._row, self._gone = row, NO_ROW
        self._refresh()

    def _print(self, kind: str) -> None:
        self.form.hand_in()
        self.print_asked.emit(kind, self.plan.stage.id if self.plan is not None else "")

    def _connect(self) -> None:
        self.board.chosen.connect(self._chosen)
        self.board.move_asked.connect(self._move)
        self.board.step_asked.connect(self._step)
        self.board.length_asked.connect(self._resize)
        self.board.stretch_asked.connect(self._stretch)
        self.board.insert_asked.connect(self.insert)
        self.board.duplicate_asked.connect(self.duplicate)
        self.board.remove_asked.connect(self.remove)
        self.board.title_asked.connect(self.form.go_to_title)
        self.form.edited.connect(self._edited)
        self.form.length_asked.connect(lambda minutes: self._resize(self._row, minutes))
        self.form.start_asked.connect(self._start)
        self.form.pin_asked.connect(self._pin)
        self.form.insert_asked.connect(self.insert)
        self.form.duplicate_asked.connect(self.duplicate)
        self.form.remove_asked.connect(self.remove)
        self.form.back_asked.connect(self.board.setFocus)

    def _lay_out(self) -> None:
        self.counts = PartsLabel("", "soft", name="agenda-counts", parent=self)
        self._prints = [self._print_button(kind, words) for kind, words in _offered()]
        shelf = Button("Susunan siap pakai …", "agenda-templates-open", parent=self)
        shelf.clicked.connect(self.open_templates)
        stages = Button("Atur tahap …", "agenda-stages-open", parent=self)
        stages.clicked.connect(self.open_stages)
        self.run_button = Button(_RUN, "agenda-run", "primary", parent=self)
        self.run_button.clicked.connect(self.open_run)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Agenda", "title", parent=self))
        head.addSpacing(4)
        head.addWidget(self.counts, 1)
        for button in (*self._prints, shelf, stages, self.run_button):
            head.addWidget(button)
        planned = QWidget(self)
        column = QVBoxLayout(planned)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        self.astray = AstrayLine(self)
        self.astray.follow.clicked.connect(self._follow_dates)
        column.addWidget(self.astray)
        self.empty = EmptyState(
            "Belum ada susunan acara",
            _EMPTY,
            ("Pilih susunan siap pakai", "Tambah sesi pertama"),
            name="agenda-empty",
            parent=self,
        )
        self.empty.first.connect(self.open_templates)
        self.empty.second.connect(self.insert)
        for_writing(self.empty.buttons[1])
        self.dateless = EmptyState(
            "Tahap ini belum bertanggal",
            _DATELESS,
            ("Isi tanggal tahap",),
            name="agenda-dateless",
            parent=self,
        )
        self.dateless.first.connect(self.open_stages)
        for page in (self.empty, self._plan_page(), self.dateless):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        self.deck = QStackedWidget(self)
        self.deck.setObjectName("agenda-deck")
        self.deck.addWidget(planned)
        self.deck.addWidget(self._run_ground())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.deck)

    def _run_ground(self) -> QWidget:
        ground = QWidget(self)
        self._ground = QVBoxLayout(ground)
        self._ground.setContentsMargins(16, 12, 12, 8)
        self._ground.setSpacing(8)
        back = Button("Kembali ke susunan", "agenda-plan", icon="panah-kiri", parent=ground)
        back.clicked.connect(self.open_plan)
        head = QHBoxLayout()
        head.addWidget(Label(_RUNS, "title", parent=ground))
        head.addStretch(1)
        head.addWidget(back)
        self._ground.addLayout(head)
        return ground

    def _plan_page(self) -> QWidget:
        page = QWidget(self)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.area, 1)
        left.addWidget(ElidedLabel(_KEYS, "faint-small", name="agenda-keys", parent=page))
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(left, 1)
        keep_share(self.form, page, _FORM, _SHARE)
        row.addWidget(self.form)
        return page

    def _print_button(self, kind: str, words: str) -> Button:
        button = Button(words, f"agenda-print-{kind}", icon="cetak", parent=self)
        button.clicked.connect(partial(self._print, kind))
        return button


def _offered() -> list[tuple[str, str]]:
    """Return the prints of the agenda that there are."""
    return [(kind, words) for kind, words in _PRINTS if kind_of(kind) is not None]
