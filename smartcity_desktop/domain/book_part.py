"""The tables and charts of a book that fill themselves from the data, as plain values.

A part is named in the text of a chapter by its key, ``[[isu]]`` or, for one dimension, head or horizon,
``[[isu:GOV]]``. The same values go to paper, to Word, to spreadsheets and to plain text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.book_part_list import LISTED
from smartcity_desktop.domain.chart import Chart
from smartcity_desktop.domain.ids import NO_ROW, RowId

TABLE: Final = "tabel"
CHART: Final = "grafik"
APART: Final = ":"
"""Stands between the key of a part and what it is limited to."""
CHART_WIDTH: Final = 440.0
"""Points that every chart of a book is wide."""

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class PartKind:
    """One thing that can fill itself.

    ``way`` is ``tabel`` or ``grafik``; ``books`` are the codes of the books it is proper for; ``by`` says
    what it may be limited to: ``dimensi``, ``kepala`` (a head of the action plan), ``jangka`` or empty.
    ``missing`` tells in one line what is lacking and where it is filled in, while nothing stands.
    """

    key: str
    title: str
    way: str = TABLE
    books: tuple[str, ...] = ()
    by: str = ""
    missing: str = ""

    @property
    def word(self) -> str:
        """``Tabel`` or ``Gambar``, as captions say it."""
        return "Gambar" if self.way == CHART else "Tabel"


PARTS: Final[tuple[PartKind, ...]] = tuple(PartKind(*item) for item in LISTED)
"""Every part there is, in the order of the books."""
_BY_KEY: Final = {item.key: item for item in PARTS}


def kind_of(key: str) -> PartKind | None:
    """Return the kind of a part by its key, ``isu`` or ``isu:GOV``; None where there is no such part."""
    name, apart, _limit = key.partition(APART)
    kind = _BY_KEY.get(name)
    return kind if kind is None or not apart or kind.by else None


def limit_of(key: str) -> str:
    """Return what a key is limited to: ``GOV`` of ``isu:GOV``, empty where it is about everything."""
    return key.partition(APART)[2]


@dataclass(frozen=True, slots=True)
class BookRow:
    """One row: its texts, and the row of the file that it came from.

    A ``heading`` names those below it over the whole width: only its first text is written.
    """

    cells: tuple[str, ...]
    row: RowId = NO_ROW
    heading: bool = False


@dataclass(frozen=True, slots=True)
class BookTable:
    """A table that filled itself.

    ``columns`` are heads, ``widths`` shares of the breadth (millimetres before fitting), ``aligns`` the side
    of each column; ``sums`` is a last row in bold or empty. ``note`` stands below it: how many of how many,
    where the figures come from. ``landscape`` ones need a broad page. Without rows ``missing`` says what
    is lacking and where to fill it. A paragraph speaks of the figures of the column ``spoken``, or says
    ``words`` where they are none to be added up.
    """

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[BookRow, ...] = ()
    widths: tuple[float, ...] = ()
    aligns: tuple[Align, ...] = ()
    sums: tuple[str, ...] = ()
    note: str = ""
    landscape: bool = False
    missing: str = ""
    words: str = ""
    spoken: int = -1

    @property
    def lines(self) -> tuple[BookRow, ...]:
        """The rows that are no headings."""
        return tuple(item for item in self.rows if not item.heading)


@dataclass(frozen=True, slots=True)
class BookChart:
    """A chart that filled itself; an empty one (``chart`` without height) says what is ``missing``."""

    key: str
    caption: str
    chart: Chart
    note: str = ""
    missing: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing can be drawn."""
        return not self.chart.height or not self.chart.shapes


Filled = BookTable | BookChart


def written(parts: Sequence[str]) -> str:
    """Return parts as markup, each on a line of its own."""
    return "\n\n".join(f"[[{key}]]" for key in parts)
