"""Paragraphs that say in words what a table of a book holds: counts, sums, the largest and what is empty.

Nothing is invented: every figure is one of the table or counted from its rows, and every paragraph names the
part that it counts, so that it can be counted again.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.book_text import Paragraph, Run, written
from smartcity_desktop.domain.wording import EMPTY, number

_MOST: Final = 3
_FEW: Final = 12
"""How many rows without a figure are still named."""
_YEARLY: Final = "Tahun "
_RUPIAH: Final = "(Rp)"
_COUNT: Final = "Jumlah"
_MAY_BE_EMPTY: Final = frozenset(
    {"Menjawab", "Misi RPJMD", "Catatan perbedaan pendapat", "Pembicara atau pemandu", "Prasyarat lain"}
)
"""Columns that are rightly empty in some rows: nothing is lacking there."""
_OPENS: Final = "memuat"
_FIGURE: Final = re.compile(r"\d(?:[\d.,]*\d)?")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paragraph about one part: its ``key``, the caption of what it counts, and its words."""

    key: str
    caption: str
    text: str

    @property
    def markup(self) -> str:
        """The paragraph as a proposal in the text of a chapter."""
        return written((Paragraph((Run(self.text),), proposed=True),))


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal, and the paragraph of a text that says the same (``said``) with figures of before or not."""

    proposal: Proposal
    said: str = ""
    is_old: bool = False


def standing(proposal: Proposal, paragraphs: Iterable[str]) -> Standing:
    """Return whether a text says already what is proposed, in a person's words or not.

    A paragraph about the same table whose figures are other ones is old: the data has changed since.
    """
    opening = f"{proposal.caption} {_OPENS} "
    figures = Counter(_FIGURE.findall(proposal.text))
    found = Standing(proposal)
    for text in paragraphs:
        if text.startswith(opening):
            own = Counter(_FIGURE.findall(text))
            if own <= figures or figures <= own:
                return Standing(proposal, text)
            found = Standing(proposal, text, is_old=True)
    return found


def told(table: BookTable) -> Proposal | None:
    """Return what a table says in words, None where it is empty."""
    lines = table.lines
    if not lines:
        return None
    if table.words:
        return Proposal(table.key, table.caption, f"{table.caption} {_OPENS} {table.words}")
    said = _figures(table) if _is_figures(table) else _rows(table) if _is_list(table) else _sheets(table)
    return Proposal(table.key, table.caption, said)


def _is_figures(table: BookTable) -> bool:
    """Tell whether a table counts: words at the left, figures in all other columns."""
    return table.aligns[:1] == ("left",) and len(table.aligns) > 1 and table.aligns[-1] == "right"


def _is_list(table: BookTable) -> bool:
    """Tell whether the rows of a table are counted: a running number at the left."""
    return table.aligns[:1] == ("right",)


def _sheets(table: BookTable) -> str:
    """Return how many sheets a table holds, one below each heading."""
    return f"{table.caption} {_OPENS} {number(len(table.rows) - len(table.lines))} lembar."


def _rows(table: BookTable) -> str:
    """Return how many rows a list has, under which headings, and how often its shortest answers stand."""
    lines = table.lines
    said = f"{table.caption} {_OPENS} {number(len(lines))} baris"
    groups: Counter[str] = Counter()
    home = ""
    for row in table.rows:
        home = row.cells[0] if row.heading else home
        groups[home] += not row.heading
    if len(groups) > 1:
        counted = ", ".join(f"{name} {number(count)}" for name, count in groups.items() if name)
        said += f": {counted}"
    return f"{said}.{_lacking(table)}"


def _lacking(table: BookTable) -> str:
    """Return which columns are empty in some rows, in a sentence."""
    found = []
    for place, head in enumerate(table.columns):
        empty = sum(1 for row in table.lines if row.cells[place] in {"", EMPTY})
        if head and empty and head not in _MAY_BE_EMPTY and not head.startswith(_YEARLY):
            found.append(f"{head} ({number(empty)})")
    return f" Yang belum diisi: {', '.join(found)}." if found else ""


def _figures(table: BookTable) -> str:
    """Return the sum of the spoken column, its largest lines, and the lines without any."""
    at = table.spoken % len(table.columns)
    values = [(row.cells[0], _value(row.cells[at])) for row in table.lines]
    known = [(name, value) for name, value in values if value is not None]
    said = f"{table.caption} {_OPENS} {number(len(values))} baris"
    if not known:
        return f"{said}."
    head = table.columns[at]
    is_money = _RUPIAH in head or table.note.startswith(("Rp", "Rupiah"))
    sign, unit = ("Rp", "") if is_money else ("", "" if head == _COUNT else head)
    if table.sums and _value(table.sums[at]) is not None:
        said += f", jumlahnya {sign}{table.sums[at]}{f' {unit.lower()}' if unit else ''}"
    top = sorted((item for item in known if item[1]), key=lambda item: -item[1])[:_MOST]
    if len(known) > 1 and top:
        most = f"{unit} terbanyak" if unit else "Terbanyak"
        said += f". {most}: " + ", ".join(f"{name} ({sign}{number(value)})" for name, value in top)
    empty = [name for name, value in known if not value]
    if empty and len(empty) <= _FEW:
        said += f". Belum ada: {', '.join(empty)}"
    return f"{said}."


def _value(text: str) -> float | None:
    """Return the figure of a cell, None where it is none."""
    kept = text.replace(".", "").replace(",", ".").strip()
    try:
        return float(kept)
    except ValueError:
        return None
