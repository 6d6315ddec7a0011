"""Pictures of cards: name tags to be worn, and cards to stand on a table."""

from dataclasses import dataclass
from typing import Final

ONE: Final = "satu"
TWO: Final = "dua"
TENT_CHOICES: Final = ((ONE, "Satu per lembar, nama paling besar"), (TWO, "Dua per lembar, dipotong"))


@dataclass(frozen=True, slots=True)
class NameCard:
    """Whose card it is: the name with titles as written, office, agency or institution, body.

    ``number`` is the one at the door; ``group`` is ``GOV · Meja 3``, empty where nobody was seated yet.
    """

    name: str = ""
    position: str = ""
    origin: str = ""
    body: str = ""
    number: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class CardPicture:
    """Cards on sheets: ``first`` is the place on the first sheet, from 1, at which they begin.

    ``tents`` are folded cards for the table, ``two`` of them on a sheet, otherwise one; without any card
    there is a sheet of blank ones, to be written by hand.
    """

    event: str = ""
    stage: str = ""
    cards: tuple[NameCard, ...] = ()
    first: int = 1
    tents: bool = False
    two: bool = False
