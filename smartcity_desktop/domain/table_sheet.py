"""Plain tables as they go into a spreadsheet: one sheet each, with heads, rows, widths and kinds of cells."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "long", "number", "money"]
"""text: one line; long: broken over lines; number: a whole number; money: whole rupiah."""
TEXT: Final = "text"


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet: its title, what stands above the table, a head, a width (letters) and a kind per column.

    A cell is a text, or a number where its column is one of numbers; ``sums`` is a last row in bold.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...] = ()
    widths: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    told: tuple[str, ...] = ()
    sums: tuple[str | int, ...] = ()
