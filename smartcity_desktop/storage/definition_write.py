"""What changes of a definition come to: a new exercise, a copy of one, columns that become another kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.definition import (
    ITEM_ANSWER,
    MANY_KINDS,
    OWN,
    converted,
    is_own,
    next_code,
    told_copy,
)
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.worksheet import FREE, SheetColumn, Worksheet, choice_lines
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import keyed
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.definition import COLUMN, TOLD, column_birth
from smartcity_desktop.storage.definition_read import answered, definition_of
from smartcity_desktop.storage.exercise import sheet_items, worksheet_parts
from smartcity_desktop.storage.party import numbered, parties
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.sheet_grid import CHOICE_WORDS, grid_column
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets

_HELD: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "worksheet_part": ("parts", ("code", "name", "retired")),
    "sheet_item": ("items", ("code", "section", "component", "text", "help", "retired")),
    "criterion": ("criteria", ("code", "name", "help", "weight", "retired")),
}
_LEFT_OUT: Final = frozenset({keyed.SCORES, "computed"})
"""Kinds that mean something only in the exercise that they stand in."""
_AS_TEXT: Final = frozenset({"rows"})
"""Kinds that an own column cannot have: what was chosen is written as text."""
_OWN_WIDTH: Final = 40
_NOTHING: Final[Mapping[str, int]] = {"stage": 1, "minutes": 0}


@dataclass(frozen=True, slots=True)
class Made:
    """A new exercise: its row and what writes it."""

    row: RowId
    worksheet: Worksheet
    edits: list[Edit]


def shape_of(store: Store, row: RowId) -> WorksheetDefinition:
    """Return the workshop's own copy of a worksheet as a definition that can stand in a file."""
    found = definition_of(store, row)
    worksheet = found.worksheet
    held: dict[str, Any] = {
        name: tuple(
            {key: value for key in fields if (value := getattr(item, key)) not in (None, "", False)}
            for item in getattr(found, name)
        )
        for name, fields in _HELD.values()
    }
    told: dict[str, Any] = {name: getattr(worksheet, name) or _NOTHING.get(name, "") for name in TOLD}
    return WorksheetDefinition(
        code=worksheet.code,
        paper="F4",
        orientation="landscape",
        columns=tuple(column_shape(item) for item in found.columns),
        also_stage=worksheet.also,
        **told,
        **held,
    )


def column_shape(item: SheetColumn) -> ColumnDefinition:
    """Return one column as a definition has it."""
    return ColumnDefinition(
        choices=tuple(line for line in item.choices.splitlines() if line.strip()),
        width=item.width or _OWN_WIDTH,
        **{name: getattr(item, name) for name in COLUMN if name != "width"},
    )


def made(store: Store, shape: WorksheetDefinition) -> Made:
    """Return a new exercise of the workshop's own after a definition, under a code that is free."""
    row = store.ids.new()
    code = next_code([item.code for item in worksheets(store.db)])
    values: dict[str, Value] = {name: getattr(shape, name) for name in TOLD}
    values |= {"code": code, "own": True}
    values |= {f"also_stage@{number}": number for number in shape.also_stage if number != shape.stage}
    edits: list[Edit] = [Birth("worksheet", row, values)]
    places = store.positions("sheet_column", len(shape.columns))
    for item, pos in zip(shape.columns, places, strict=True):
        edits.append(column_birth(store.ids.new(), row, item, pos))
    for ent, (name, _) in _HELD.items():
        found = getattr(shape, name)
        for told, pos in zip(found, store.positions(ent, len(found)), strict=True):
            edits.append(Birth(ent, store.ids.new(), {"pos": pos, "worksheet": row, **told}))
    worksheet = Worksheet(id=row, code=code, own=True, **{name: getattr(shape, name) for name in TOLD})
    return Made(row, worksheet, edits)


def apart(shape: WorksheetDefinition) -> tuple[dict[str, str], tuple[ColumnDefinition, ...]]:
    """Return target and source of rows of a copy, and its columns: its answers are never those of another.

    Rows that belong to a sheet go into the same entity; what is answered about rows that two exercises would
    share (a program of a plan, a program smart city) is answered once more, in columns of the copy's own.
    """
    entity = CATALOG.get(shape.target)
    answers = [item for item in shape.columns if item.section != "subject"]
    on_sheet = entity is not None and entity.owner == "sheet"
    by_criteria = all(item.kind == keyed.SCORES for item in answers)
    if by_criteria or (on_sheet and (shape.rows_from == FREE or "sheet" in (entity.key if entity else ()))):
        return {}, shape.columns
    columns = (
        item if item.section == "subject" else _own(item, shape.target)
        for item in shape.columns
        if item.kind not in _LEFT_OUT
    )
    return {"target": ITEM_ANSWER}, tuple(columns)


def copy_told(shape: WorksheetDefinition) -> str:
    """Say what is different in a copy of an exercise; nothing where nothing is."""
    other, _ = apart(shape)
    if not other:
        return ""
    answers = [item for item in shape.columns if item.section != "subject"]
    whole = [item.label for item in answers if item.kind == "dimension" and "/" in item.bound]
    gone = [item.label for item in answers if item.kind in _LEFT_OUT]
    return told_copy(shape.code, shape.rows_from, whole, gone)


def _own(item: ColumnDefinition, target: str) -> ColumnDefinition:
    """Return a column of a copy that holds the same as one of the program, milestones as figures by year."""
    kind = {keyed.MILESTONES: "years"}.get(item.kind, "long" if item.kind in _AS_TEXT else item.kind)
    known = CATALOG[target].by_name.get(item.bound)
    words = LABELS.get(CHOICE_WORDS.get(item.bound, ""), {})
    lines = choice_lines("\n".join(item.choices)) if kind == "choice" else ()
    return replace(
        item,
        kind=kind,
        bound=f"{OWN}{item.key}",
        choices=tuple(replace(one, words=one.words or words.get(one.value, "")).text for one in lines),
        many=bool(known and known.many and kind in MANY_KINDS),
    )


def first_column() -> ColumnDefinition:
    """Return the one column with which an exercise whose rows are added begins."""
    return ColumnDefinition("text", "Isian", "long", "grid", "text", "", (), 90, "Satu baris satu hal.")


def fixed_columns() -> tuple[ColumnDefinition, ...]:
    """Return the columns with which an exercise of standing rows begins: the item, and its answer."""
    return (
        ColumnDefinition("code", "Kode", "text", "subject", "sheet_item.code", "", (), 18, ""),
        ColumnDefinition("item", "Butir", "long", "subject", "sheet_item.text", "", (), 90, ""),
        ColumnDefinition("answer", "Jawaban", "long", "grid", f"{OWN}answer", "", (), 90, ""),
    )


def kind_edits(
    store: Store, worksheet: Worksheet, column: SheetColumn, kind: str, choices: str | None = None
) -> list[Edit]:
    """Return what makes a column of the workshop's own one of another kind; its answers stay readable.

    ``choices`` are those that it will have, where they change with its kind.
    """
    edits: list[Edit] = [Set("sheet_column", column.id, "kind", kind)]
    if not is_own(column):
        return edits
    before = grid_column(store, worksheet, column)
    offered = column.choices if choices is None else choices
    after = grid_column(store, worksheet, replace(column, kind=kind, choices=offered))
    rows = [row for row, _ in answered(store.db, worksheet, [column])]
    for row, told in parts(store.db, worksheet.target, column.bound, rows).items():
        raw = str(next(iter(told.values()), "") or "")
        new = converted(before, after, raw)
        if new != raw:
            edits.append(Set(worksheet.target, row, column.bound, new))
    return edits


def held_births(store: Store, ent: str, worksheet: RowId, told: Sequence[Mapping[str, Value]]) -> list[Edit]:
    """Return the births of parts, items or criteria behind those that stand."""
    places = store.positions(ent, len(told)) if told else []
    return [
        Birth(ent, store.ids.new(), {"pos": pos, "worksheet": worksheet, **item})
        for item, pos in zip(told, places, strict=True)
    ]


def held_edits(store: Store, ent: str, row: RowId, field: str, value: Value) -> list[Edit]:
    """Return what changes a part, item, criterion or assessor.

    Items name their part by its code: they follow it. Raises UserFault ``definition-code`` where another one
    of the worksheet has that code.
    """
    edits: list[Edit] = [Set(ent, row, field, value)]
    stands = values(store.db, ent, [row]).get(row, {})
    if field != "code" or value == stands.get("code"):
        return edits
    worksheet = RowId(str(stands.get("worksheet") or ""))
    own = sheet_items(store.db, worksheet) if ent == "sheet_item" else worksheet_parts(store.db, worksheet)
    taken = {item.code.casefold() for item in own if item.id != row}
    if ent in {"sheet_item", "worksheet_part"} and str(value).strip().casefold() in taken:
        raise UserFault("definition-code", code=value)
    if ent == "worksheet_part" and stands.get("code"):
        followers = (item for item in sheet_items(store.db, worksheet) if item.section == stands["code"])
        edits += (Set("sheet_item", item.id, "section", value) for item in followers)
    return edits


def filled_anew(store: Store, before: Worksheet, after: Worksheet) -> list[Edit]:
    """Return what goes with others filling a worksheet: who did before, and their numbered sheets."""
    kinds = dict.fromkeys([*before.filled_before.split(), before.filled_by])
    new = [item.id for item in parties(store.db, after)]
    return [
        Set("worksheet", before.id, "filled_before", " ".join(kinds)),
        *numbered(store, after, new),
    ]
