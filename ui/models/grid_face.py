"""What a cell of a worksheet looks like: its words, a chip in front, a hint where nothing stands yet."""

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from smartcity_desktop.domain.grid import GridColumn, show
from smartcity_desktop.domain.worksheet import SEPARATOR

_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class CellFace:
    """What is painted in one cell: its words, a chip (code and colour) in front, whether it is faint.

    ``is_new`` marks the empty rows below the written ones; ``hint`` stands there in place of words.
    """

    text: str
    column: GridColumn
    code: str = ""
    color: str = ""
    faint: bool = False
    is_fold: bool = False
    is_wrong: bool = False
    is_new: bool = False
    hint: str = ""


def face_of(column: GridColumn, raw: str, *, faint: bool) -> CellFace:
    """Return the face of a value, with the chip of a dimension in front."""
    if column.choices and raw and not column.many:
        choice = next((item for item in column.choices if item.value == raw), None)
        if choice and choice.code and choice.color:
            text = choice.label.removeprefix(choice.code).strip()
            return CellFace(text, column, choice.code, choice.color, faint=faint)
    return CellFace(words_in_cell(column, raw), column, faint=faint)


def words_in_cell(column: GridColumn, raw: str) -> str:
    """Return what a person sees of a raw value; words in brackets stay on one line: ``Pendek (1 th)``.

    Links are whole sentences: where there are several, each begins a line.
    """
    if column.kind == "links" and SEPARATOR in raw:
        return ";\n".join(show(column, item) for item in raw.split(SEPARATOR) if item)
    text = show(column, raw)
    return _IN_BRACKETS.sub(_held_together, text) if column.choices else text


def tip_of(column: GridColumn) -> str:
    """Return the help of a column as a tooltip, never as markup."""
    told = (column.help, "Klik dua kali untuk mengurutkan, hanya di layar.")
    return f"<qt>{'<br>'.join(escape(words) for words in told if words)}</qt>"


def quoted(text: str) -> str:
    """Return the text of a cell as a spreadsheet takes it."""
    if any(sign in text for sign in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _held_together(found: re.Match[str]) -> str:
    return found.group().replace(" ", "\u00a0")
