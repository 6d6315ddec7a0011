"""Plain tables as a spreadsheet: one sheet each, its head frozen and filtered, numbers as numbers.

Texts are written as texts, so that nothing that people typed is taken for a formula; there are no formulas.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import replace_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet as Page

_NAME_LIMIT: Final = 31
_TEXT_LIMIT: Final = 32_000
_USUAL_WIDTH: Final = 18
_A4: Final = 9
_LINE: Final = 15.0
_TALLEST: Final = 400.0
"""Points of one line of a row, and of the tallest row that a spreadsheet takes, nearly."""
_FIGURES: Final = frozenset({"number", "money"})
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_HEAD: Final = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#ebebeb"}
_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "head": _HEAD,
    "head-right": {**_HEAD, "align": "right"},
    "title": {"bold": True, "font_size": 13},
    "told": {"italic": True},
    "text": {"valign": "top"},
    "long": {"valign": "top", "text_wrap": True},
    "number": {"valign": "top", "num_format": "#,##0"},
    "money": {"valign": "top", "num_format": "#,##0"},
}


def write(sheets: Sequence[TableSheet], workshop: str, target: Path) -> None:
    """Write tables as one spreadsheet, whole or not at all. Raises DiskFault ``print-not-saved``."""
    try:
        replace_file(target, partial(_fill, sheets, workshop))
    except OSError:
        raise DiskFault("print-not-saved", name=target.name) from None


def _fill(sheets: Sequence[TableSheet], workshop: str, target: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        _tables(book, sheets, workshop)


def _tables(book: "Workbook", sheets: Sequence[TableSheet], workshop: str) -> None:
    looks = {name: book.add_format(dict(how)) for name, how in _LOOKS.items()}
    looks |= {f"{name}-sum": book.add_format({**_LOOKS[name], "bold": True, "top": 1}) for name in _LOOKS}
    taken: set[str] = set()
    for sheet in sheets:
        _table(book, _named(sheet.title, taken), sheet, workshop, looks)


def _named(title: str, taken: set[str]) -> str:
    """Return the name of a tab: without the signs that a tab may not have, and told apart from the others."""
    base = " ".join(_FORBIDDEN.sub(" ", title).split())[:_NAME_LIMIT].strip() or "Tabel"
    name, number = base, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = f"{base[: _NAME_LIMIT - len(ending)]}{ending}", number + 1
    taken.add(name.casefold())
    return name


def _table(book: "Workbook", name: str, sheet: TableSheet, workshop: str, looks: "dict[str, Format]") -> None:
    page = book.add_worksheet(name)
    page.write_string(0, 0, _text(sheet.title), looks["title"])
    above = [text for text in (workshop, *sheet.told) if text]
    for at, text in enumerate(above, start=1):
        page.write_string(at, 0, _text(text), looks["told"])
    top = len(above) + 2
    kinds = [sheet.kinds[at] if at < len(sheet.kinds) else "text" for at in range(len(sheet.heads))]
    for at, head in enumerate(sheet.heads):
        page.set_column(at, at, sheet.widths[at] if at < len(sheet.widths) else _USUAL_WIDTH)
        page.write_string(top, at, _text(head), looks["head-right" if kinds[at] in _FIGURES else "head"])
    _tall(page, top, sheet.heads, sheet.widths)
    for down, row in enumerate(sheet.rows, start=top + 1):
        for at, value in enumerate(row):
            _cell(page, (down, at), value, looks[kinds[at]])
        _tall(
            page, down, [value if kinds[at] == "long" else "" for at, value in enumerate(row)], sheet.widths
        )
    last = top + len(sheet.rows)
    for at, value in enumerate(sheet.sums):
        _cell(page, (last + 1, at), value, looks[f"{kinds[at]}-sum"])
    page.freeze_panes(top + 1, 1)
    if sheet.heads and sheet.rows:
        page.autofilter(top, 0, last, len(sheet.heads) - 1)
    _as_printed(page, top)


def _tall(page: "Page", row: int, values: Sequence[str | int], widths: Sequence[int]) -> None:
    """Make a row as tall as its broken texts need; not every program does so when it opens the file."""
    lines = 1
    for at, value in enumerate(values):
        wide = widths[at] if at < len(widths) else _USUAL_WIDTH
        parts = str(value).split("\n") if value else ()
        lines = max(lines, sum(max(1, -(-len(part) // max(1, wide - 1))) for part in parts))
    if lines > 1:
        page.set_row(row, min(_LINE * lines, _TALLEST))


def _as_printed(page: "Page", top: int) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def _cell(page: "Page", place: tuple[int, int], value: str | int, look: "Format") -> None:
    if isinstance(value, int):
        page.write_number(*place, value, look)
    elif value:
        page.write_string(*place, _text(value), look)
    else:
        page.write_blank(*place, None, look)


def _text(text: str) -> str:
    """Return a text as a cell can hold it."""
    return "".join(sign for sign in text[:_TEXT_LIMIT] if sign >= " " or sign in "\n\t")
