"""A worksheet of the shelf becomes the workshop's own copy: one row for it, one for each of its columns."""

from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition

TOLD: Final = (
    *("title", "stage", "filled_by", "rows_from", "target", "minutes", "instruction", "example", "guide"),
    *("guide_from", "summary", "feeds", "scale"),
)
"""The fields of a definition, beside its code, that every copy of it takes along."""
COLUMN: Final = (
    *("key", "label", "kind", "section", "bound", "unit", "width", "help", "wanted", "hidden", "many"),
)
"""The fields of a column that every copy of it takes along as they are."""
_HELD: Final = (("worksheet_part", "parts"), ("sheet_item", "items"), ("criterion", "criteria"))
"""What a definition holds beside its columns: entity, and where the definition has it."""


def births(store: Store, definition: "WorksheetDefinition", books: str = "") -> list[Edit]:
    """Return the births of a worksheet and its columns, in their order behind those that stand.

    ``books`` is the set of books whose chapters it has as rows, that of the workshop where it is not said.
    """
    row = store.key("worksheet", definition.code)
    values: dict[str, Value] = {name: getattr(definition, name) for name in ("code", *TOLD)}
    values |= {f"also_stage@{number}": number for number in definition.also_stage}
    return [
        Birth("worksheet", row, values),
        *_columns(store, row, definition),
        *(edit for ent, name in _HELD for edit in _held(store, row, ent, getattr(definition, name))),
        *_held(store, row, "sheet_item", _chapters(store, definition, books)),
    ]


def _chapters(store: Store, definition: "WorksheetDefinition", books: str) -> "Sequence[Mapping[str, str]]":
    if not definition.chapters:
        return ()
    return definition.chapters.get(books or workshop(store.db).book_preset, ())


def _held(
    store: Store, worksheet: RowId, ent: str, found: "Sequence[Mapping[str, str | int]]"
) -> list[Birth]:
    places = store.positions(ent, len(found))
    return [
        Birth(
            ent,
            store.key(ent, worksheet, str(item["code"])),
            {"pos": pos, "worksheet": worksheet, **item},
        )
        for item, pos in zip(found, places, strict=True)
    ]


def parts_of(store: Store, definition: "WorksheetDefinition") -> list[RowId]:
    """Return the parts of a worksheet that have a sheet each, as they stand once ``births`` are written."""
    row = store.key("worksheet", definition.code)
    return [store.key("worksheet_part", row, item["code"]) for item in definition.parts]


def copy_of(store: Store, definition: "WorksheetDefinition") -> Worksheet:
    """Return the workshop's own copy as it will stand once ``births`` are written."""
    return Worksheet(
        id=store.key("worksheet", definition.code),
        also=tuple(definition.also_stage),
        **{name: getattr(definition, name) for name in ("code", *TOLD)},
    )


def _columns(store: Store, worksheet: RowId, definition: "WorksheetDefinition") -> list[Edit]:
    places = store.positions("sheet_column", len(definition.columns))
    return [
        column_birth(store.key("sheet_column", worksheet, item.key), worksheet, item, pos)
        for item, pos in zip(definition.columns, places, strict=True)
    ]


def column_birth(row: RowId, worksheet: RowId, item: "ColumnDefinition", pos: str) -> Birth:
    """Return the birth of a column of a worksheet."""
    values: dict[str, Value] = {name: getattr(item, name) for name in COLUMN}
    return Birth(
        "sheet_column",
        row,
        {**values, "pos": pos, "worksheet": worksheet, "choices": "\n".join(item.choices)},
    )
