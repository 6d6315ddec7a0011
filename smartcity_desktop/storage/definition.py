"""A worksheet of the shelf becomes the workshop's own copy: one row for it, one for each of its columns."""

from typing import TYPE_CHECKING

from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.reference import WorksheetDefinition

_TOLD = (
    *("code", "title", "stage", "filled_by", "rows_from", "target", "minutes"),
    *("instruction", "example", "guide", "guide_from", "summary"),
)


def births(store: Store, definition: "WorksheetDefinition") -> list[Edit]:
    """Return the births of a worksheet and its columns, in their order behind those that stand."""
    row = store.key("worksheet", definition.code)
    values: dict[str, Value] = {name: getattr(definition, name) for name in _TOLD}
    return [Birth("worksheet", row, values), *_columns(store, row, definition)]


def copy_of(store: Store, definition: "WorksheetDefinition") -> Worksheet:
    """Return the workshop's own copy as it will stand once ``births`` are written."""
    return Worksheet(
        id=store.key("worksheet", definition.code), **{name: getattr(definition, name) for name in _TOLD}
    )


def _columns(store: Store, worksheet: RowId, definition: "WorksheetDefinition") -> list[Edit]:
    places = store.positions("sheet_column", len(definition.columns))
    return [
        Birth(
            "sheet_column",
            store.key("sheet_column", worksheet, item.key),
            {
                "pos": pos,
                "worksheet": worksheet,
                "key": item.key,
                "label": item.label,
                "kind": item.kind,
                "unit": item.unit,
                "choices": "\n".join(item.choices),
                "width": item.width,
                "help": item.help,
                "bound": item.bound,
                "section": item.section,
                "wanted": item.wanted,
            },
        )
        for item, pos in zip(definition.columns, places, strict=True)
    ]
