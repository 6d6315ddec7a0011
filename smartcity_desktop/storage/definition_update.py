"""What it comes to when chosen differences of a file are taken into an exercise that stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.definition import Definition, Touch, choices_kept, is_own
from smartcity_desktop.domain.definition_file import HELD_IN, Difference, column_changes, held_changes
from smartcity_desktop.domain.edit import Edit, Set, Value
from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.domain.worksheet import SheetColumn, choice_lines
from smartcity_desktop.storage.definition import column_birth
from smartcity_desktop.storage.definition_read import counted
from smartcity_desktop.storage.definition_write import held_births, kind_edits
from smartcity_desktop.storage.party import numbered, parties
from smartcity_desktop.storage.store import Store


def update_edits(
    store: Store, found: Definition, shape: WorksheetDefinition, chosen: Sequence[Difference]
) -> list[Edit]:
    """Return what takes the chosen differences over; answers stay where they are."""
    edits: list[Edit] = []
    told = {item.key: item for item in shape.columns}
    own = {item.key: item for item in found.columns}
    for item in chosen:
        if item.ent == "worksheet":
            edits += _head(store, found, item.key, getattr(shape, item.key))
        elif item.ent == "sheet_column" and item.way == "gone":
            edits.append(Set("sheet_column", own[item.key].id, "hidden", val=True))
        elif item.ent == "sheet_column" and item.way == "other":
            edits += _column(store, found, own[item.key], told[item.key])
        elif item.ent != "sheet_column":
            edits += _held(found, shape, item)
    return [*edits, *_new_columns(store, found, shape, chosen), *_new_held(store, found, shape, chosen)]


def _head(store: Store, found: Definition, name: str, value: Value) -> list[Edit]:
    worksheet = found.worksheet
    edits: list[Edit] = [Set("worksheet", worksheet.id, name, value)]
    if name == "filled_by":
        after = replace(worksheet, filled_by=str(value))
        kinds = dict.fromkeys([*worksheet.filled_before.split(), worksheet.filled_by])
        edits.append(Set("worksheet", worksheet.id, "filled_before", " ".join(kinds)))
        edits += numbered(store, after, [item.id for item in parties(store.db, after)])
    return edits


def _column(store: Store, found: Definition, item: SheetColumn, told: ColumnDefinition) -> list[Edit]:
    edits: list[Edit] = []
    changes = column_changes(item, told)
    choices = _choices(store, found, item, told) if "choices" in changes else None
    for name, value in changes.items():
        if name == "kind":
            edits += kind_edits(store, found.worksheet, item, str(value), choices)
        elif name == "choices":
            edits.append(Set("sheet_column", item.id, "choices", choices))
        else:
            edits.append(
                Set(
                    "sheet_column",
                    item.id,
                    name,
                    value if isinstance(value, bool | int) else str(value or ""),
                )
            )
    return edits


def _choices(store: Store, found: Definition, item: SheetColumn, told: ColumnDefinition) -> str:
    before, wanted = choice_lines(item.choices), choice_lines("\n".join(told.choices))
    if not is_own(item):
        # A field of the program has the values it has: their words alone change.
        known = {one.value for one in before}
        wanted = tuple(one for one in wanted if one.value in known)
    left = {one.value for one in before} - {one.value for one in wanted}
    used = {
        value: 1
        if not is_own(item)
        else counted(store, found.worksheet, Touch("sheet_column", item.id, "choices", value)).answers
        for value in left
    }
    return "\n".join(one.text for one in choices_kept(before, wanted, used))


def _held(found: Definition, shape: WorksheetDefinition, item: Difference) -> list[Edit]:
    name = HELD_IN[item.ent]
    stands = next((one for one in getattr(found, name) if one.code == item.key), None)
    if stands is None:
        return []
    if item.way == "gone":
        return [Set(item.ent, stands.id, "retired", val=True)]
    told = next(one for one in getattr(shape, name) if one["code"] == item.key)
    return [
        Set(item.ent, stands.id, field, _value(value)) for field, value in held_changes(stands, told).items()
    ]


def _value(value: object) -> Value:
    return value if isinstance(value, bool | int | str) else None


def _new_columns(
    store: Store, found: Definition, shape: WorksheetDefinition, chosen: Sequence[Difference]
) -> list[Edit]:
    keys = {item.key for item in chosen if item.ent == "sheet_column" and item.way == "new"}
    new = [item for item in shape.columns if item.key in keys]
    places = store.positions("sheet_column", len(new)) if new else []
    return [
        column_birth(store.ids.new(), found.worksheet.id, item, pos)
        for item, pos in zip(new, places, strict=True)
    ]


def _new_held(
    store: Store, found: Definition, shape: WorksheetDefinition, chosen: Sequence[Difference]
) -> list[Edit]:
    edits: list[Edit] = []
    for ent, name in HELD_IN.items():
        codes = {item.key for item in chosen if item.ent == ent and item.way == "new"}
        told: list[Mapping[str, Value]] = [dict(one) for one in getattr(shape, name) if one["code"] in codes]
        edits += held_births(store, ent, found.worksheet.id, told)
    return edits
