"""Many signers on one paper: a grid of places to sign, whose names and titles wrap and never collide."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.report import Signer
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import Block, gap, line, plain, together
from smartcity_desktop.reporting.letter import Signing, above, below

_FEW: Final = 2
_ACROSS: Final = 2
_ROOM: Final = 17 * mm
_BETWEEN: Final = 8 * mm
_ABOVE: Final = 18.0


def signature_grid(
    signers: Sequence[Signer], signing: Signing, total: float, lead: Sequence[Block] = ()
) -> list[Block]:
    """Return the places to sign of any number of people, two beside each other, each row whole on a page.

    Place and date stand over the first row at the right; ``lead`` stands above it and on the same page. In
    every row the room to sign begins at one height and the names stand at one height, however many lines an
    office takes; who has no name signs over dots.
    """
    return [together(row) for row in signature_rows(signers, signing, total, lead)]


def signature_rows(
    signers: Sequence[Signer], signing: Signing, total: float, lead: Sequence[Block] = ()
) -> list[list[Block]]:
    """Return the rows of a ``signature_grid`` one by one, not yet kept whole."""
    shown = list(signers) or [Signer()]
    width = (total - _BETWEEN) / _ACROSS
    when = plain([["", "", line(signing.line(narrow=False), style.BODY_CENTER)]], (width, _BETWEEN, width))
    rows = [_row(shown[at : at + _ACROSS], width) for at in range(0, len(shown), _ACROSS)]
    return [[*lead, gap(14), when, *rows[0]], *([gap(_ABOVE), *row] for row in rows[1:])]


def _row(signers: Sequence[Signer], width: float) -> list[Block]:
    """Return one row of places to sign; a last one alone stands in the middle."""
    sizes = [width, _BETWEEN, width]
    cells = [[above(item), below(item)] for item in signers]
    if len(cells) < _FEW:
        side = (width + _BETWEEN) / 2
        sizes = [side, width, side]
        upper, lower = [["", cells[0][0], ""], ["", cells[0][1], ""]]
    else:
        upper, lower = [[cells[0][at], "", cells[1][at]] for at in (0, 1)]
    blank = [gap(_ROOM), "", ""]
    return [plain([upper, blank, lower], sizes)]
