"""The end of a paper with its places to sign: never on a page without anything of what is signed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from reportlab.lib.units import mm
from reportlab.platypus import Table

from smartcity_desktop.reporting import page
from smartcity_desktop.reporting.blocks import Block, Tied, height_of, together, unbroken
from smartcity_desktop.reporting.style import Sheet

_KEPT: Final = 24 * mm
"""How much of the last table goes along to the page that is signed, its head not counted."""
_TWO: Final = 2
CLOSING: Final = (
    "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap …… (………………) "
    "untuk dipergunakan sebagaimana mestinya."
)
"""The last sentence of every berita acara."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands above the end of a paper: ``blocks``, then a heading and what is below it, ``last``."""

    blocks: Sequence[Block]
    heading: Sequence[Block]
    last: Sequence[Block]


End: TypeAlias = Sequence[Sequence[Block]]
"""The end of a paper in pieces that are each whole on a page: closing words and the first places to sign."""


def closed(body: Callable[[], Body], end: Callable[[], End], sheet: Sheet) -> list[Block]:
    """Return a paper with its end, which takes the last rows of the body along where it begins a page.

    ``body`` and ``end`` make their blocks anew at every call: they are laid out once to be measured.
    """
    found, pieces = body(), end()
    first, others = pieces[0], [together(piece) for piece in pieces[1:]]
    if not _begins_page(body, end, sheet):
        return [*found.blocks, *found.heading, *found.last, Tied(), together(first), *others]
    kept, along = _parted(found.last, sheet.body_width)
    if kept:
        return [*found.blocks, *found.heading, *kept, together([*along, *first]), *others]
    return [*found.blocks, together([*found.heading, *along, *first]), *others]


def _begins_page(body: Callable[[], Body], end: Callable[[], End], sheet: Sheet) -> bool:
    whole, before, at = body(), page.Mark(), page.Mark()
    page.pages_of([*whole.blocks, *whole.heading, *whole.last, before, together([at, *end()[0]])], sheet)
    return at.page > before.page


def _parted(last: Sequence[Block], width: float) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return what stays of the last table and what goes along; a short one, or another, goes along whole."""
    table = last[-1] if len(last) == 1 and isinstance(last[0], Table) else None
    whole = height_of([table], width) if table is not None else 0.0
    parts = unbroken(table).split(width, whole - _KEPT) if whole > _KEPT else []
    if len(parts) < _TWO:
        return [], last
    # Word has pages of its own: there the table stays in one piece and ends with the signature.
    parts[0].goes_on, parts[1].uncut = True, table
    return [parts[0]], [parts[1]]
