"""Who signs a paper of the whole region, such as the shared commitment, and who has signed. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import number

COMMITMENT: Final = "komitmen"
"""The paper whose list this is."""
OPEN: Final = "belum"
SIGNED: Final = "sudah"
LATER: Final = "susulan"
NEVER: Final = "tidak"
STATE_WORDS: Final[Mapping[str, str]] = {
    OPEN: "Belum",
    SIGNED: "Sudah",
    LATER: "Susulan",
    NEVER: "Tidak menandatangani",
}
HEAD, AGENCY, EXPERT, OTHER = "kepala", "opd", "ahli", "lain"
HEADING_WORDS: Final[Mapping[str, str]] = {
    HEAD: "Kepala daerah",
    AGENCY: "Pimpinan OPD",
    EXPERT: "Tenaga ahli",
    OTHER: "Lainnya",
}
"""The parts of a list in their order; ``heading`` of a row is one of them."""
BY_OFFICE: Final = frozenset({HEAD, AGENCY})
"""The parts whose people sign for the public, by the office they hold."""
PAPER_WORDS: Final[Mapping[str, str]] = {COMMITMENT: "Komitmen bersama"}


_TOLD: Final[Mapping[str, str]] = {
    HEAD: "kepala daerah",
    AGENCY: "pimpinan",
    EXPERT: "tenaga ahli",
    OTHER: "penanda tangan lain",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs a paper; ``heading`` is one of ``HEADING_WORDS``, ``on`` an ISO day."""

    id: RowId = NO_ROW
    pos: str = ""
    paper: str = ""
    opd: RowId = NO_ROW
    name: str = ""
    position: str = ""
    heading: str = ""
    state: str = ""
    on: str = ""
    note: str = ""

    @property
    def part(self) -> str:
        """The part of the list it stands in."""
        return self.heading if self.heading in HEADING_WORDS else OTHER

    @property
    def stands(self) -> str:
        """How it stands; who was never asked has not signed yet."""
        return self.state if self.state in STATE_WORDS else OPEN

    @property
    def has_signed(self) -> bool:
        """Whether the signature is there, on the day or later."""
        return self.stands in {SIGNED, LATER}

    @property
    def called(self) -> str:
        """Return the name, or the office where no name is known."""
        return self.name.strip() or self.position.strip() or "(tanpa nama)"

    @property
    def told(self) -> str:
        """Return whom an act is about without a name: names of acts are never erased and go with copies."""
        office = self.position.strip() if self.part in BY_OFFICE else ""
        return office or _TOLD[self.part]


@dataclass(frozen=True, slots=True)
class SignatureBoard:
    """Everybody who signs a paper, in the order of the list; ``missing`` counts who could be added to it."""

    rows: tuple[Signature, ...] = ()
    opds: tuple[tuple[RowId, str], ...] = ()
    missing: int = 0
    today: str = ""

    @property
    def open(self) -> tuple[Signature, ...]:
        """Those whose signature is still to come."""
        return tuple(item for item in self.rows if item.stands == OPEN)

    def row(self, row: str) -> Signature | None:
        """Return one who signs."""
        return next((item for item in self.rows if item.id == row), None)


def ordered(rows: Sequence[Signature]) -> tuple[Signature, ...]:
    """Return a list by its parts, each in the order in which it was made."""
    places = {part: place for place, part in enumerate(HEADING_WORDS)}
    return tuple(sorted(rows, key=lambda item: places[item.part]))


def numbers(rows: Iterable[Signature]) -> dict[RowId, int]:
    """Return the number of everybody who signs in the table, on every list and paper alike.

    The head of the region, who signs below all others, has none.
    """
    signing = (item.id for item in rows if item.part != HEAD)
    return {row: place for place, row in enumerate(signing, start=1)}


def told(rows: Sequence[Signature]) -> str:
    """Return how many have signed, and how many of them late: ``18 dari 32 sudah menandatangani``."""
    signed = sum(1 for item in rows if item.has_signed)
    late = sum(1 for item in rows if item.stands == LATER)
    never = sum(1 for item in rows if item.stands == NEVER)
    said = f"{number(signed)} dari {number(len(rows))} sudah menandatangani"
    said += f", {number(late)} di antaranya susulan" if late else ""
    said += f"; {number(never)} tidak menandatangani" if never else ""
    return f"{said}."
