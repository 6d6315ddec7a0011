"""Groups at the tables: how the participants are divided, who sits where, and how far each group is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

TITLES: Final[Mapping[str, str]] = {
    "dimensi": "Kelompok dimensi",
    "komponen": "Komponen kesiapan",
    "opd": "Meja OPD",
    "bebas": "Kelompok",
}
"""What a division is called where nobody names it, by kind, in the usual words."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One division of the participants, used in one or several sessions; ``kind`` of ``entity.GROUPINGS``.

    ``seed`` makes an even division repeatable. ``title`` is kept only where somebody gave one.
    """

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    title: str = ""
    kind: str = ""
    seed: int | None = None

    def named(self, say: Callable[[str], str]) -> "Grouping":
        """Return the division with the title to be shown, in the words of the event where it has no own."""
        return replace(self, title=say(TITLES[self.kind])) if self._is_unnamed else self

    @property
    def _is_unnamed(self) -> bool:
        return self.kind in TITLES and self.title in {"", TITLES[self.kind]}


def own_title(title: str, kind: str, say: Callable[[str], str]) -> str:
    """Return a title as it is kept: empty where it is what a division of this kind is called anyway."""
    bare = " ".join(title.split())
    usual = TITLES.get(kind, "")
    return "" if bare in {usual, say(usual)} else bare


@dataclass(frozen=True, slots=True)
class Group:
    """A table of people: by dimension, component or agencies. ``opds`` are the agencies at it, ``lead`` one.

    ``chair`` and ``scribe`` are participants, ``mentor`` is written as it is said.
    """

    id: RowId = NO_ROW
    pos: str = ""
    grouping: RowId = NO_ROW
    name: str = ""
    code: str = ""
    dimension: RowId = NO_ROW
    lead: RowId = NO_ROW
    chair: RowId = NO_ROW
    scribe: RowId = NO_ROW
    mentor: str = ""
    table_no: str = ""
    place: str = ""
    opds: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a participant sits in one division: once in each.

    ``why`` is one of ``entity.SEAT_REASONS``; an empty ``group`` was taken from its table by hand.
    """

    id: RowId = NO_ROW
    pos: str = ""
    grouping: RowId = NO_ROW
    person: RowId = NO_ROW
    group: RowId = NO_ROW
    why: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """How far a group is in a session, and its turn to speak there.

    ``state`` is one of ``entity.TURN_STATES``; ``place`` is its place in the queue from 1; moments are ISO
    with zone: speaking from ``spoke_at``, the reply from ``reply_at``, over at ``spoke_until``.
    """

    id: RowId = NO_ROW
    session: RowId = NO_ROW
    group: RowId = NO_ROW
    state: str = ""
    state_at: str = ""
    place: int | None = None
    spoke_at: str = ""
    reply_at: str = ""
    spoke_until: str = ""
    extra_minutes: int | None = None
    delivered: str = ""
