"""Groups at the tables: how the participants are divided, who sits where, and how far each group is."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Grouping:
    """One division of the participants, used in one or several sessions; ``kind`` of ``entity.GROUPINGS``.

    ``seed`` makes an even division repeatable.
    """

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    title: str = ""
    kind: str = ""
    seed: int | None = None


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
