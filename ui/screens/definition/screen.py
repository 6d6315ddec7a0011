"""Kertas Kerja, Susunan: the facilitator changes the exercises; what was answered is never lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.definition import HELD, Definition, Touch, new_choice
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import ChoiceLine, SheetColumn, Worksheet, choice_lines, used_in
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.places import of_sheet_key, sheet_key
from ui.screens.definition.file import DefinitionFiles
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.definition_dialog import NewDialog, TouchDialog
from ui.widgets.definition_page import COLUMNS, ENTS, HEAD, ROWS, DefinitionPage
from ui.widgets.exercise_strip import ExerciseStrip
from ui.widgets.label import ElidedLabel
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

KEY: Final = "definition"
_FROM_PARTS: Final = "subdimension"
"""``guide_from`` of an exercise that also asks what the sub-dimensions ask."""
_TYPED: Final = frozenset({"title", "instruction", "guide", "example", "minutes"})


@dataclass(frozen=True, slots=True)
class Picture:
    """What was read: every exercise, the chosen one, its sheet as it will look."""

    exercises: tuple[Worksheet, ...] = ()
    definition: Definition | None = None
    preview: Grid | None = None


class DefinitionScreen(Screen):
    """The exercises at the left, the chosen one at the right, its sheet below."""

    kinds = frozenset(
        {"worksheet", "sheet_column", "sheet", "opd", "dimension", "subdimension", "grouping", "group", *HELD}
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._definition = services.definition
        self._stage = 1
        self._row = NO_ROW
        self._ticket: Ticket | None = None
        self.picture = Picture()
        self.setObjectName("screen-definition")
        theme.set_role(self, "page")
        self.strip = ExerciseStrip(KEY, self)
        self.page = DefinitionPage(self)
        self.files = DefinitionFiles(self, self, services)
        self._lay_out()
        self._connect()

    # What the window asks

    def show_stage(self, number: int) -> None:
        """Stand at the first exercise of this stage where the chosen one belongs to none of it."""
        self._stage = number
        found = self.sheet()
        if found is not None and not found.stands_in(number) and not found.retired:
            self._row = NO_ROW
            if self.isVisible():
                self.refresh()

    def arrive(self) -> None:
        """Read what stands, ready to go from exercise to exercise."""
        self.refresh()
        self.page.exercises.setFocus()

    def changed(self, changes: Changes) -> None:
        """Show what others, or an undo, changed."""
        del changes
        self.refresh()

    def open_row(self, row: str) -> None:
        """Show this exercise, or the one of a sheet."""
        key = of_sheet_key(row)
        self._row = key[0] if key else RowId(row)
        self.refresh()

    def standing(self) -> object:
        """Return which exercise and page are shown."""
        return self._row, self.page.stack.currentIndex()

    def take_over(self, standing: object) -> None:
        """Show the same ones."""
        if isinstance(standing, tuple):
            self._row = standing[0]
            self.page.show_page(standing[1])

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Kertas kerja baru", self.ask_new),
            Command("Salin kertas kerja ini", self.ask_copy),
            Command("Kertas kerja ini tidak dipakai, atau dipakai lagi", self.turn),
            Command("Tambah kolom", self._add_column_here),
            Command("Simpan kertas kerja sebagai berkas", self.files.save),
            Command("Ambil kertas kerja dari berkas", self.files.ask),
            Command("Susunan: kertas kerja", partial(self.page.show_page, HEAD)),
            Command("Susunan: kolom", partial(self.page.show_page, COLUMNS)),
            Command("Susunan: butir, bagian, kriteria, penilai", partial(self.page.show_page, ROWS)),
        )

    # Reading

    def refresh(self) -> None:
        """Read everything again; what is being typed stays."""
        if self._ticket is not None:
            self._ticket.cancel()
        self.context.autosave.flush()
        self._ticket = self.read(partial(self._read, self._row, self._stage), self._show)

    def _read(self, row: RowId, stage: int) -> Picture:
        known = tuple(self._definition.exercises())
        found = next((item for item in known if item.id == row), None)
        found = found or next(iter(used_in(stage, known)), None)
        found = found or next(iter(known), None)
        if found is None:
            return Picture(known)
        return Picture(known, self._definition.read(found.id), self._definition.preview(found.id))

    def _show(self, picture: Picture) -> None:
        self.picture = picture
        found = picture.definition
        self._row = found.worksheet.id if found else NO_ROW
        self.page.show_exercises(list(picture.exercises), self._row)
        for button in (self.copy_button, self.turn_button, self.files.save_button):
            button.setEnabled(found is not None)
        if found is None or picture.preview is None:
            return
        self.turn_button.setText("Pakai lagi" if found.worksheet.retired else "Tidak dipakai")
        where = f"Tahap {stage_name(found.worksheet.stage)}" if found.worksheet.stage else ""
        self.name.setText(" · ".join(part for part in (f"Susunan {found.worksheet.code}", where) if part))
        self.page.show_definition(found, picture.preview, self._keeps)

    def _keeps(self, row: str, field: str) -> bool:
        return self.context.autosave.waits((KEY, row, field))

    def sheet(self) -> Worksheet | None:
        """Return the chosen exercise."""
        return self.picture.definition.worksheet if self.picture.definition else None

    def _column(self) -> SheetColumn | None:
        found = self.picture.definition
        return found.column(RowId(self.page.columns.current)) if found else None

    def _choose(self, row: str) -> None:
        self.context.autosave.flush_all()
        self._row = RowId(row)
        self.refresh()

    def _again(self, _row: str = "") -> None:
        found, preview = self.picture.definition, self.picture.preview
        if found is not None and preview is not None:
            self.page.show_definition(found, preview, self._keeps)

    # Changing

    def ask(self, touch: Touch, call: Callable[[], Changes]) -> None:
        """Change something that may touch answers: where it does, say first what becomes of them."""
        self.context.autosave.flush_all()
        told = partial(self._definition.told, self._row, touch)
        self.read(told, partial(self._told, call), failed=self.failed)

    def failed(self, fault: Fault) -> None:
        """Say why nothing changed, and show what stands."""
        self.warned.emit(explain(fault))
        self.refresh()

    def do(self, call: Callable[[], Changes]) -> None:
        """Change something at once."""
        self.act(call, self._done, failed=self.failed)

    def _told(self, call: Callable[[], Changes], sentence: str) -> None:
        if not sentence:
            self.do(call)
            return
        dialog = TouchDialog(sentence, self)
        dialog.accepted.connect(partial(self.do, call))
        dialog.rejected.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, changes: Changes) -> None:
        if changes.label:
            self.said.emit(f"{changes.label[:1].upper()}{changes.label[1:]}.")
        self.refresh()

    def _note(self, row: str, field: str, call: Callable[[], Changes]) -> None:
        self.context.autosave.note((KEY, row, field), call)

    def _head_edited(self, field: str, value: object) -> None:
        row = self._row
        if field == "filled_by":
            touch = Touch("worksheet", row, field, str(value))
            self.ask(touch, partial(self._definition.set_filler, row, str(value)))
        elif field == "grouping":
            touch = Touch("worksheet", row, field, str(value))
            self.ask(touch, partial(self._definition.set_field, row, field, str(value)))
        elif field == "guide_from":
            self.do(partial(self._definition.set_field, row, field, _FROM_PARTS if value else ""))
        elif field == "scale":
            self.do(partial(self._definition.set_field, row, field, str(value)))
        elif field == "feeds" and isinstance(value, tuple):
            self.do(partial(self._definition.set_field, row, field, ";".join(value)))
        elif field == "also" and isinstance(value, tuple):
            self.do(partial(self._definition.set_also, row, int(value[0]), used=value[1]))
        elif field == "stage":
            self.do(partial(self._definition.set_field, row, field, int(str(value))))
        elif field in _TYPED and isinstance(value, str | int):
            self._note(row, field, partial(self._definition.set_field, row, field, value))

    def _column_edited(self, field: str, value: object) -> None:
        item = self._column()
        if item is None:
            return
        if field == "kind":
            touch = Touch("sheet_column", item.id, field, str(value))
            self.ask(touch, partial(self._definition.set_kind, self._row, item.id, str(value)))
        elif isinstance(value, bool):
            self._column_ticked(item, field, ticked=value)
        elif isinstance(value, str | int):
            self._note(item.id, field, partial(self._definition.set_column, item.id, field, value))

    def _column_ticked(self, item: SheetColumn, field: str, *, ticked: bool) -> None:
        call = partial(self._definition.set_column, item.id, field, ticked)
        ticks = {name: self.page.column.fields[name] for name in ("summary", "ranked")}
        if field in ticks:
            shown, ranked = (isinstance(box, QCheckBox) and box.isChecked() for box in ticks.values())
            # A column that ranks the rows is shown; without it nothing is ranked by it.
            ranked = ranked and (field == "ranked" or shown)
            self.do(partial(self._definition.set_summary, self._row, item.key, shown=shown, ranked=ranked))
        elif field == "many" and not ticked:
            self.ask(Touch("sheet_column", item.id, field, ticked), call)
        else:
            self.do(call)

    def _hide_column(self, row: str, hidden: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._definition.set_column, RowId(row), "hidden", hidden)
        if hidden:
            self.ask(Touch("sheet_column", RowId(row), "hidden", hidden), call)
        else:
            self.do(call)

    def _add_column(self, label: str) -> None:
        self.do(partial(_second, partial(self._definition.add_column, self._row, label)))

    def _add_column_here(self) -> None:
        self.page.show_page(COLUMNS)
        self.page.columns.add.setFocus()

    def _move_column(self, row: str, before: str) -> None:
        found = self.picture.definition
        if found is not None:
            to = place_of(
                [item.id for item in found.columns if not item.hidden or item.id == row], row, before
            )
            shown = [item.id for item in found.columns if not item.hidden and item.id != row]
            rest = [item.id for item in found.columns if item.id != row]
            place = rest.index(shown[to]) if to < len(shown) else len(rest)
            self.do(partial(self._definition.move_column, self._row, RowId(row), place))

    # Choices

    def _lines(self) -> tuple[ChoiceLine, ...]:
        item = self._column()
        return choice_lines(item.choices) if item else ()

    def _set_choices(self, lines: tuple[ChoiceLine, ...]) -> Callable[[], Changes]:
        item = self._column()
        return partial(self._definition.set_choices, self._row, item.id if item else NO_ROW, lines)

    def _add_choice(self, words: str) -> None:
        lines = self._lines()
        self.do(self._set_choices((*lines, new_choice(words, lines))))

    def _choice_edited(self, _field: str, value: object) -> None:
        words, item = " ".join(str(value).split()), self._column()
        if item is None or not words or "=" in words:
            return
        at = self.page.choices.current
        lines = tuple(replace(one, words=words) if one.value == at else one for one in self._lines())
        self._note(item.id, "choices", self._set_choices(lines))

    def _turn_choice(self, value: str, retired: bool) -> None:  # noqa: FBT001 - a slot of Qt
        item = self._column()
        if item is None:
            return
        lines = tuple(replace(one, retired=retired) if one.value == value else one for one in self._lines())
        if retired:
            self.ask(Touch("sheet_column", item.id, "choices", value), self._set_choices(lines))
        else:
            self.do(self._set_choices(lines))

    def _move_choice(self, value: str, before: str) -> None:
        lines = [one for one in self._lines() if one.value != value]
        moved = next((one for one in self._lines() if one.value == value), None)
        if moved is not None:
            at = next((place for place, one in enumerate(lines) if one.value == before), len(lines))
            lines.insert(at, moved)
            self.do(self._set_choices(tuple(lines)))

    # Items, parts, criteria, assessors

    def _add_held(self, ent: str, name: str) -> None:
        self.do(partial(self._definition.add_held, self._row, ent, [name]))

    def _held_edited(self, ent: str, field: str, value: object) -> None:
        row = RowId(self.page.held[ent].editor.current)
        if row and isinstance(value, str | int):
            self._note(row, field, partial(self._definition.set_held, ent, row, field, value))

    def _turn_held(self, ent: str, row: str, retired: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._definition.set_held, ent, RowId(row), "retired", retired)
        if retired:
            self.ask(Touch(ent, RowId(row), "retired", retired), call)
        else:
            self.do(call)

    def _move_held(self, ent: str, row: str, before: str) -> None:
        entries = self.page.held[ent].editor.list.entries
        to = place_of([item.row for item in entries], row, before)
        self.do(partial(self._definition.move_held, self._row, ent, RowId(row), to))

    # Exercises

    def ask_new(self) -> None:
        """Make an exercise from nothing."""
        dialog = NewDialog("Kertas kerja baru", parent=self)
        dialog.made.connect(self._new)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_copy(self) -> None:
        """Make an exercise from the chosen one; what will be different in it is said first."""
        found = self.sheet()
        if found is not None:
            self.context.autosave.flush_all()
            told = partial(self._definition.copy_told, found.id)
            self.read(told, partial(self._ask_copy, found), failed=self.failed)

    def _ask_copy(self, found: Worksheet, told: str) -> None:
        dialog = NewDialog(f"Salin {found.code} {found.title}", found.title, self, told=told)
        dialog.made.connect(self._copy)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def turn(self) -> None:
        """Use the chosen exercise no longer, or again."""
        found = self.sheet()
        if found is None:
            return
        call = partial(self._definition.retire, found.id, retired=not found.retired)
        if found.retired:
            self.do(call)
        else:
            self.ask(Touch("worksheet", found.id, "retired", value=True), call)

    def make(self, call: Callable[[], tuple[RowId, Changes]]) -> None:
        """Make an exercise and stand at it."""
        self.context.autosave.flush_all()
        self.context.lane.data(call, self._made, failed=self.failed)

    def _new(self, title: str, filled_by: str, items: object) -> None:
        lines = items if isinstance(items, list) else None
        self.make(partial(self._definition.new, title, filled_by, self._stage, items=lines))

    def _copy(self, title: str, _filled_by: str, _items: object) -> None:
        self.make(partial(self._definition.copy, self._row, title))

    def _made(self, made: tuple[RowId, Changes]) -> None:
        self._row, changes = made
        self.context.bus.publish(changes, self)
        self._done(changes)

    def _open_old(self) -> None:
        found = self.picture.definition
        first = next((item for old in found.old for item in old.parties), None) if found else None
        if first is not None:
            self.go.emit("worksheet", sheet_key(self._row, first.id))

    def _go_to_view(self, key: str) -> None:
        self.go.emit(key, self._row)

    def _connect(self) -> None:
        page = self.page
        self.strip.chosen.connect(self._go_to_view)
        page.exercises.chosen.connect(self._choose)
        page.old.clicked.connect(self._open_old)
        page.head.edited.connect(self._head_edited)
        page.columns.chosen.connect(self._again)
        page.columns.named.connect(self._add_column)
        page.columns.moved.connect(self._move_column)
        page.columns.retired.connect(self._hide_column)
        page.column.edited.connect(self._column_edited)
        page.choices.chosen.connect(self._again)
        page.choices.named.connect(self._add_choice)
        page.choices.moved.connect(self._move_choice)
        page.choices.retired.connect(self._turn_choice)
        page.choice.edited.connect(self._choice_edited)
        for ent in ENTS:
            held = page.held[ent]
            held.editor.chosen.connect(self._again)
            held.editor.named.connect(partial(self._add_held, ent))
            held.editor.moved.connect(partial(self._move_held, ent))
            held.editor.retired.connect(partial(self._turn_held, ent))
            held.form.edited.connect(partial(self._held_edited, ent))

    def _lay_out(self) -> None:
        self.name = ElidedLabel("Susunan", "title", name="definition-name", parent=self)
        self.new_button = Button("Kertas kerja baru …", "definition-make", "primary", parent=self)
        self.copy_button = Button("Salin …", "definition-copy", parent=self)
        self.turn_button = Button("Tidak dipakai", "definition-turn", parent=self)
        self.new_button.clicked.connect(self.ask_new)
        self.copy_button.clicked.connect(self.ask_copy)
        self.turn_button.clicked.connect(self.turn)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addStretch(1)
        writing = (self.files.open_button, self.turn_button, self.copy_button, self.new_button)
        for button in (self.files.save_button, *writing):
            head.addWidget(button)
        for_writing(*writing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self.page, 1)


def place_of(rows: list[RowId] | list[str], row: str, before: str) -> int:
    """Return the place that a row has when it stands before another, the last where the other is empty."""
    rest = [item for item in rows if item != row]
    return next((place for place, item in enumerate(rest) if item == before), len(rest))


def _second(call: Callable[[], tuple[RowId, Changes]]) -> Changes:
    return call()[1]
