"""The make-up of the exercises (Susunan): a facilitator changes them, and no answer is ever lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.definition import (
    ENTRY,
    FILLER_WORDS,
    FIXED,
    HELD,
    ITEM_ANSWER,
    KIND_WORDS,
    OWN,
    Definition,
    Touch,
    choices_kept,
    is_own,
    kind_words,
    summarised,
    told_choice,
    told_filler,
    told_hidden,
    told_kind,
    told_retired,
    told_single,
    told_worksheet,
)
from smartcity_desktop.domain.definition_words import (
    SAID,
    kept,
    kept_choice,
    kept_title,
    spoken,
    spoken_worksheet,
)
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.exercise import Assessor, Criterion, SheetItem, WorksheetPart
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_GROUP,
    FREE,
    ChoiceLine,
    SheetColumn,
    Worksheet,
    choice_lines,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import definition_write as writing
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.definition import column_birth
from smartcity_desktop.storage.definition_read import counted, definition_of
from smartcity_desktop.storage.party import numbered, parties
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.swot import scale_edits
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.definition_file import Difference
    from smartcity_desktop.domain.grid import Grid

TOLD_FIELDS: Final = frozenset(
    {
        "title",
        "stage",
        "minutes",
        "instruction",
        "example",
        "guide",
        "guide_from",
        "feeds",
        "grouping",
        "scale",
    }
)
"""Fields of a worksheet that a person changes freely; none of them touches an answer."""
COLUMN_FIELDS: Final = frozenset({"label", "unit", "width", "help", "wanted", "hidden", "many"})
HELD_FIELDS: Final = frozenset(
    {"name", "code", "section", "component", "text", "help", "weight", "position", "retired"}
)
_COLUMN_MM: Final = 40


class DefinitionService:
    """Reads and changes the workshop's own copies of the exercises."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # What stands

    def exercises(self) -> list[Worksheet]:
        """Return every exercise in order of stage and code, those that are no longer used too.

        Its sentences are in the words of the event, as in ``read``.
        """
        words = self._words()
        return [spoken_worksheet(item, words) for item in query.worksheets(self._store.db)]

    def read(self, worksheet: RowId) -> Definition:
        """Return one exercise whole, in the words of the event.

        It is stored with the usual words: what is given back unchanged to the methods below keeps them.
        """
        return spoken(self._found(worksheet), self._words())

    def preview(self, worksheet: RowId) -> "Grid":
        """Return its sheet as it will look, with two example rows."""
        from smartcity_desktop.storage.definition_preview import preview_of

        return preview_of(self._store, worksheet)

    def told(self, worksheet: RowId, touch: Touch) -> str:
        """Say in a sentence what becomes of the answers that a change touches; nothing where it touches none.

        ``touch`` names the row of ``worksheet``, ``sheet_column``, ``worksheet_part``, ``sheet_item``,
        ``criterion`` or ``assessor``, and of it ``hidden``, ``kind``, ``choices`` (``value`` is the one that
        goes), ``filled_by`` or ``retired``.
        """
        found = self._found(worksheet)
        count = counted(self._store, found.worksheet, touch)
        if not (count.answers or count.sheets):
            return ""
        if touch.ent == "worksheet":
            say = told_filler if touch.field in {"filled_by", "grouping"} else told_worksheet
            return self._store.say(say(found.worksheet, count))
        if touch.ent in HELD:
            return self._store.say(told_retired(touch.ent, _name_of(found, touch), count))
        column = found.column(touch.row) or SheetColumn()
        if touch.field == "choices":
            lines = {item.value: item.words or item.value for item in choice_lines(column.choices)}
            return self._store.say(told_choice(lines.get(str(touch.value), str(touch.value)), count))
        if touch.field == "kind":
            return self._store.say(told_kind(column.label, count, str(touch.value)))
        is_single = touch.field == "many"
        return self._store.say((told_single if is_single else told_hidden)(column.label, count))

    # The exercise

    def set_field(self, worksheet: RowId, field: str, value: Value) -> Changes:
        """Change one field of an exercise; an empty title changes nothing."""
        if field not in TOLD_FIELDS or (field == "title" and not str(value or "").strip()):
            return Changes()
        definition = query.worksheet_of(self._store, worksheet)
        value = self._kept("worksheet", worksheet, field, value)
        edits: list[Edit] = [Set("worksheet", worksheet, field, value)]
        if field == "stage" and value in definition.also:
            edits.append(Set("worksheet", worksheet, f"also_stage@{value}", None))
        if field == "scale":
            edits = scale_edits(self._store.db, definition, str(value))
        if field == "grouping" and definition.filled_by == BY_GROUP:
            after = replace(definition, grouping=RowId(str(value or "")))
            edits += writing.filled_anew(self._store, definition, after)
        return self._store.write(edits, f"susunan {definition.code} diubah", typing=isinstance(value, str))

    def set_also(self, worksheet: RowId, stage: int, *, used: bool) -> Changes:
        """Take an exercise up in a further stage, or out of it again."""
        definition = query.worksheet_of(self._store, worksheet)
        if stage == definition.stage or used == (stage in definition.also):
            return Changes()
        value = stage if used else None
        return self._store.write(
            [Set("worksheet", worksheet, f"also_stage@{stage}", value)], f"susunan {definition.code} diubah"
        )

    def set_filler(self, worksheet: RowId, filled_by: str) -> Changes:
        """Let somebody else fill an exercise: new sheets beside those of before, which stay as they are.

        Raises UserFault ``definition-filler`` where its rows belong to others.
        """
        found = self._found(worksheet)
        definition = found.worksheet
        if filled_by == definition.filled_by:
            return Changes()
        if filled_by not in found.fillers:
            raise UserFault("definition-filler", who=FILLER_WORDS.get(filled_by, filled_by))
        after = replace(definition, filled_by=filled_by)
        edits = [
            Set("worksheet", worksheet, "filled_by", filled_by),
            *writing.filled_anew(self._store, definition, after),
        ]
        return self._store.write(edits, f"pengisi {definition.code} diganti")

    def retire(self, worksheet: RowId, *, retired: bool) -> Changes:
        """Use an exercise no longer, or again; everything that was answered stays."""
        definition = query.worksheet_of(self._store, worksheet)
        words = "tidak dipakai" if retired else "dipakai lagi"
        return self._store.write(
            [Set("worksheet", worksheet, "retired", retired)], f"{definition.code} {definition.title} {words}"
        )

    def new(
        self, title: str, filled_by: str, stage: int, *, items: Sequence[str] | None = None
    ) -> tuple[RowId, Changes]:
        """Make an exercise from nothing; with ``items`` its rows stand, else the tables add them.

        Raises UserFault ``definition-untitled`` without a title.
        """
        called = " ".join(title.split())
        if not called:
            raise UserFault("definition-untitled")
        shape = WorksheetDefinition(
            code="",
            title=called,
            stage=stage,
            filled_by=filled_by,
            rows_from=FREE if items is None else FIXED,
            target=ENTRY if items is None else ITEM_ANSWER,
            minutes=30,
            paper="F4",
            orientation="landscape",
            instruction="",
            example="",
            guide="",
            columns=(writing.first_column(),) if items is None else writing.fixed_columns(),
            items=_items(items or ()),
        )
        return self._make(shape, f"kertas kerja {called} dibuat")

    def copy(self, worksheet: RowId, title: str) -> tuple[RowId, Changes]:
        """Make an exercise from another one; its answers are its own.

        Raises UserFault ``definition-untitled`` without a title.
        """
        called = " ".join(title.split())
        if not called:
            raise UserFault("definition-untitled")
        shape = writing.shape_of(self._store, worksheet)
        other, columns = writing.apart(shape)
        stored = kept_title(shape.title, called, self._words())
        shape = replace(shape, title=stored, columns=columns, **other)  # type: ignore[arg-type]  # text fields
        return self._make(shape, f"salinan kertas kerja {called} dibuat")

    def copy_told(self, worksheet: RowId) -> str:
        """Say what is different in a copy of an exercise; nothing where nothing is."""
        return self._store.say(writing.copy_told(writing.shape_of(self._store, worksheet)))

    def _make(self, shape: WorksheetDefinition, words: str) -> tuple[RowId, Changes]:
        made = writing.made(self._store, shape)
        rows = [item.id for item in parties(self._store.db, made.worksheet)]
        born = [item for item in made.edits if isinstance(item, Birth) and item.ent == "worksheet_part"]
        rows = rows or [item.row for item in born if made.worksheet.filled_by == "part"]
        edits = [*made.edits, *numbered(self._store, made.worksheet, rows)]
        return made.row, self._store.write(edits, words)

    # Columns

    def add_column(
        self, worksheet: RowId, label: str, kind: str = "long", choices: Sequence[ChoiceLine] = ()
    ) -> tuple[RowId, Changes]:
        """Add a column of the workshop's own behind the others; it stands in the table from the start."""
        called = " ".join(label.split()) or "Kolom baru"
        row = self._store.ids.new()
        sign = row[-12:]
        shape = ColumnDefinition(
            f"x{sign}",
            called,
            kind,
            "grid",
            f"{OWN}{sign}",
            "",
            tuple(item.text for item in choices),
            _COLUMN_MM,
            "",
        )
        pos = self._store.positions("sheet_column", 1)[0]
        return row, self._store.write(
            [column_birth(row, worksheet, shape, pos)], f"kolom {called} ditambahkan"
        )

    def set_column(self, column: RowId, field: str, value: Value) -> Changes:
        """Rename, hide or widen a column, change its help or unit; an empty name changes nothing."""
        if field not in COLUMN_FIELDS or (field == "label" and not str(value or "").strip()):
            return Changes()
        words = {"hidden": "kolom disembunyikan" if value else "kolom ditampilkan"}.get(field, "kolom diubah")
        value = self._kept("sheet_column", column, field, value)
        return self._store.write(
            [Set("sheet_column", column, field, value)], words, typing=isinstance(value, str)
        )

    def set_summary(self, worksheet: RowId, key: str, *, shown: bool, ranked: bool) -> Changes:
        """Show a column in the summary that reports give of an exercise, or rank its rows by it."""
        definition = query.worksheet_of(self._store, worksheet)
        text = summarised(definition.summary, key, shown=shown, ranked=ranked)
        return self._store.write(
            [Set("worksheet", worksheet, "summary", text)], f"ringkasan {definition.code} diubah"
        )

    def set_kind(self, worksheet: RowId, column: RowId, kind: str) -> Changes:
        """Change the kind of a column that the workshop added; what was written stays.

        Raises UserFault ``column-kind-fixed`` for the others: a field of the program holds one kind alone.
        """
        found = self._found(worksheet)
        item = found.column(column)
        if item is None or item.kind == kind:
            return Changes()
        if not is_own(item) or item.kind == "years" or kind not in KIND_WORDS:
            raise UserFault("column-kind-fixed", column=item.label)
        edits = writing.kind_edits(self._store, found.worksheet, item, kind)
        return self._store.write(edits, f"jenis kolom diganti menjadi {kind_words(kind)}")

    def set_choices(self, worksheet: RowId, column: RowId, wanted: Sequence[ChoiceLine]) -> Changes:
        """Change the choices of a column; one that is left out and stands in answers is retired instead.

        A column of the program takes other words for its choices, and no further ones: raises UserFault
        ``column-choices-fixed``.
        """
        found = self._found(worksheet)
        item = found.column(column)
        if item is None:
            return Changes()
        before = choice_lines(item.choices)
        if not is_own(item) and {one.value for one in wanted} - {one.value for one in before}:
            raise UserFault("column-choices-fixed", column=item.label)
        left = {one.value for one in before} - {one.value for one in wanted}
        used = {
            value: counted(
                self._store, found.worksheet, Touch("sheet_column", column, "choices", value)
            ).answers
            or not is_own(item)
            for value in left
        }
        stood, words = {one.value: one for one in before}, self._words()
        lines = [kept_choice(one, stood.get(one.value), words) for one in wanted]
        text = "\n".join(one.text for one in choices_kept(before, lines, used))
        return self._store.write([Set("sheet_column", column, "choices", text)], "pilihan kolom diubah")

    def move_column(self, worksheet: RowId, column: RowId, to: int) -> Changes:
        """Put a column at a place (0 is the first) among all columns of its exercise."""
        found = [(item.id, item.pos) for item in query.columns(self._store.db, worksheet)]
        return self._move("sheet_column", found, (column, to), "kolom dipindahkan")

    # Parts, items, criteria, assessors

    def add_held(self, worksheet: RowId, ent: str, names: Sequence[str]) -> Changes:
        """Add parts, items, criteria or assessors by name, one act for all; names that stand are left out."""
        found = self._found(worksheet)
        own = _held(found, ent)
        say = self._words().say
        known = {say(_called(item)).casefold() for item in own}
        wanted = [name for name in dict.fromkeys(" ".join(text.split()) for text in names) if name]
        new = [name for name in wanted if name.casefold() not in known]
        if not new:
            return Changes()
        codes = _codes(ent, [getattr(item, "code", "") for item in own], len(new))
        field = "text" if ent == "sheet_item" else "name"
        told: list[dict[str, Value]] = [
            {field: name, **({"code": code} if ent != "assessor" else {})}
            for name, code in zip(new, codes, strict=True)
        ]
        if ent == "criterion":
            told = [item | {"weight": 1} for item in told]
        edits = writing.held_births(self._store, ent, worksheet, told)
        if found.worksheet.filled_by == {"worksheet_part": "part", "assessor": BY_ASSESSOR}.get(ent):
            edits += numbered(self._store, found.worksheet, [item.row for item in edits])
        words = f"{HELD[ent]} {new[0]}" if len(new) == 1 else f"{len(new)} {HELD[ent]}"
        return self._store.write(edits, f"{words} ditambahkan")

    def set_held(self, ent: str, row: RowId, field: str, value: Value) -> Changes:
        """Change a part, item, criterion or assessor; an empty name or code changes nothing.

        The items of a part keep to it under its new code. Raises UserFault ``definition-code`` for one taken.
        """
        is_name = field in {"text" if ent == "sheet_item" else "name", "code"}
        if ent not in HELD or field not in HELD_FIELDS or (is_name and not str(value or "").strip()):
            return Changes()
        words = {True: f"{HELD[ent]} tidak dipakai", False: f"{HELD[ent]} dipakai lagi"}
        said = words[bool(value)] if field == "retired" else f"{HELD[ent]} diubah"
        value = self._kept(ent, row, field, value)
        edits = writing.held_edits(self._store, ent, row, field, value)
        return self._store.write(edits, said, typing=isinstance(value, str))

    def move_held(self, worksheet: RowId, ent: str, row: RowId, to: int) -> Changes:
        """Put a part, item, criterion or assessor at a place (0 is the first) among its own."""
        found = [(item.id, item.pos) for item in _held(self._found(worksheet), ent)]
        return self._move(ent, found, (row, to), f"{HELD[ent]} dipindahkan")

    def _move(self, ent: str, found: list[tuple[RowId, str]], wish: tuple[RowId, int], words: str) -> Changes:
        row, to = wish
        at = next((place for place, item in enumerate(found) if item[0] == row), -1)
        if at < 0 or not 0 <= to < len(found) or to == at:
            return Changes()
        found.insert(to, found.pop(at))
        return self._store.write([Set(ent, one, "pos", pos) for one, pos in moved(found, row).items()], words)

    # Files

    def save(self, worksheet: RowId, path: Path) -> None:
        """Write an exercise as a file for other workshops. Raises DiskFault ``file-not-written``."""
        from smartcity_desktop.exchange import definition as files

        files.write(writing.shape_of(self._store, worksheet), path)

    def open(self, path: Path) -> WorksheetDefinition:
        """Return the exercise of a file; nothing is written.

        Raises UserFault ``definition-file`` that says what is wrong with it.
        """
        from smartcity_desktop.exchange import definition as files
        from smartcity_desktop.storage import reference

        known = frozenset(
            (shape.target, item.bound, item.kind)
            for shape in reference.worksheet_definitions()
            for item in shape.columns
        )
        return files.read(path, known)

    def same_code(self, shape: WorksheetDefinition) -> Worksheet | None:
        """Return the exercise that a file can bring up to date: same code, same kind of rows."""
        return next(
            (
                item
                for item in self.exercises()
                if (item.code, item.target, item.rows_from) == (shape.code, shape.target, shape.rows_from)
            ),
            None,
        )

    def differences(self, worksheet: RowId, shape: WorksheetDefinition) -> "tuple[Difference, ...]":
        """Return in what a file differs from an exercise, each difference to be taken or left."""
        from smartcity_desktop.domain.definition_file import differences

        return differences(self._found(worksheet), shape)

    def adopt(self, shape: WorksheetDefinition) -> tuple[RowId, Changes]:
        """Take the exercise of a file as a new one."""
        return self._make(shape, f"kertas kerja {shape.title} diambil dari berkas")

    def update(self, worksheet: RowId, shape: WorksheetDefinition, chosen: "Sequence[Difference]") -> Changes:
        """Bring an exercise up to date with the chosen differences of a file, in one act."""
        from smartcity_desktop.storage.definition_update import update_edits

        found = self._found(worksheet)
        edits = update_edits(self._store, found, shape, chosen)
        words = f"{found.worksheet.code} diperbarui dari berkas"
        return self._store.write(edits, words) if edits else Changes()

    def _found(self, worksheet: RowId) -> Definition:
        """Return one exercise whole, as it is stored."""
        return definition_of(self._store, worksheet)

    def _words(self) -> Words:
        return words_of(workshop(self._store.db))

    def _kept(self, ent: str, row: RowId, field: str, value: Value) -> Value:
        """Return what is stored of a typed value: lines that nobody changed keep the usual words."""
        if field not in SAID or not isinstance(value, str):
            return value
        stored = values(self._store.db, ent, [row]).get(row, {}).get(field)
        return kept(str(stored or ""), value, self._words())


def _items(items: Sequence[str]) -> tuple[dict[str, str], ...]:
    texts = [text for text in (" ".join(item.split()) for item in items) if text]
    codes = _codes("sheet_item", [], len(texts))
    return tuple({"code": code, "text": text} for code, text in zip(codes, texts, strict=True))


def _codes(ent: str, known: Sequence[str], count: int) -> list[str]:
    """Return codes that are free: a number for an item, ``B1`` for a part, ``K1`` for a criterion."""
    letter = {"worksheet_part": "B", "criterion": "K"}.get(ent, "")
    taken = [code.removeprefix(letter) for code in known]
    last = max((int(item) for item in taken if item.isdecimal()), default=0)
    return [f"{letter}{number}" for number in range(last + 1, last + 1 + count)]


def _held(found: Definition, ent: str) -> Sequence[WorksheetPart | SheetItem | Criterion | Assessor]:
    of: Mapping[str, Sequence[WorksheetPart | SheetItem | Criterion | Assessor]] = {
        "worksheet_part": found.parts,
        "sheet_item": found.items,
        "criterion": found.criteria,
        "assessor": found.assessors,
    }
    return of[ent]


def _called(item: object) -> str:
    return str(getattr(item, "name", "") or getattr(item, "text", ""))


def _name_of(found: Definition, touch: Touch) -> str:
    return next((_called(item) for item in _held(found, touch.ent) if item.id == touch.row), "")
