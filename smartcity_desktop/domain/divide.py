"""Dividing participants into groups: evenly, by rules that are told, and the same again from the same seed.

Nothing here reads a clock or a file: the same people, tables and seed always give the same seats.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from smartcity_desktop.domain.ids import NO_ROW, RowId

DIMENSION: Final = "dimensi"
COMPONENT: Final = "komponen"
BY_OPD: Final = "opd"
FREE: Final = "bebas"

WHYS: Final[Mapping[str, str]] = {
    "dimensi": "dimensi utama OPD",
    "opd": "bersama OPD-nya",
    "rata": "dibagi rata",
    "unsur": "dibagi rata menurut unsur",
    "meja": "nomor meja OPD",
    "geser": "digeser agar kelompok rata",
    "baru": "peserta baru, kelompok terkecil",
    "tangan": "dipindahkan tangan",
}
"""Why somebody sits where he or she sits, by ``entity.SEAT_REASONS``, in the usual words."""

COMPONENTS: Final = (
    ("STR", "Struktur"),
    ("INF", "Infrastruktur"),
    ("SUP", "Suprastruktur"),
    ("NAT", "Potensi alam (nature)"),
    ("BUD", "Budaya (culture)"),
    ("GAP", "Analisis kesenjangan (gap)"),
)
"""Components of readiness that workshops divide by, with their codes; the first three are the usual ones."""

GUESTS: Final = frozenset({"Narasumber", "Tenaga Ahli", "Panitia", "Tamu"})
"""Bodies whose people do not work in a group, unless somebody seats them."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Sitter:
    """A participant to be seated: with the agency and the element (unsur), both may be empty."""

    person: RowId
    opd: RowId = NO_ROW
    element: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency to be seated: its main dimension and the table number it was given already.

    ``district`` is the kecamatan of a kelurahan.
    """

    id: RowId
    dimension: RowId = NO_ROW
    district: RowId = NO_ROW
    table_no: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A group to sit in, named by its ``key``: with a dimension, or with agencies that sit there."""

    key: str
    dimension: RowId = NO_ROW
    opds: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """How to divide: by what (``entity.GROUPINGS``), and what the facilitator chose.

    ``together`` keeps the people of an agency in one group; by dimension, False lets large agencies send
    some of their people to the small groups. ``mix`` spreads each element over the groups. ``near`` seats
    agencies of one dimension side by side.
    """

    kind: str
    seed: int
    together: bool = True
    mix: bool = True
    near: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person sits, by the key of the table, and why (``entity.SEAT_REASONS``)."""

    person: RowId
    table: str
    why: str


@dataclass(slots=True)
class _Room:
    """The tables while they fill: who sits where, and how many of each agency and element."""

    keys: tuple[str, ...]
    places: dict[RowId, Place] = field(default_factory=dict)
    sitters: dict[str, list[Sitter]] = field(default_factory=dict)
    fixed: set[RowId] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Set the empty tables out."""
        self.sitters = {key: [] for key in self.keys}

    def seat(self, sitter: Sitter, key: str, why: str) -> None:
        """Seat somebody."""
        self.sitters[key].append(sitter)
        self.places[sitter.person] = Place(sitter.person, key, why)

    def size(self, key: str) -> int:
        """Return how many sit at a table."""
        return len(self.sitters[key])

    def of_element(self, key: str, element: str) -> int:
        """Return how many of an element sit at a table."""
        return sum(item.element == element for item in self.sitters[key])

    def of_opd(self, key: str, opd: RowId) -> int:
        """Return how many of an agency sit at a table; people without one are nobody's."""
        return sum(bool(opd) and item.opd == opd for item in self.sitters[key])


def divide(
    people: Sequence[Sitter],
    tables: Sequence[Table],
    rules: Rules,
    agencies: Sequence[Agency] = (),
    kept: Mapping[RowId, str] | None = None,
) -> tuple[Place, ...]:
    """Return where each of ``people`` sits, in their order; every one exactly once.

    ``kept`` were moved by hand: they stay at their table (by its key). Without tables nobody is seated.
    """
    if not tables:
        return ()
    room = _Room(tuple(item.key for item in _shuffled(tables, rules.seed)))
    rest: list[Sitter] = []
    for item in people:
        stays = (kept or {}).get(item.person, "")
        if stays in room.sitters:
            room.seat(item, stays, "tangan")
            room.fixed.add(item.person)
        else:
            rest.append(item)
    ways: dict[str, Callable[[], None]] = {
        DIMENSION: lambda: _by_dimension(room, rest, tables, rules, agencies),
        BY_OPD: lambda: _by_opd(room, rest, tables, rules),
    }
    ways.get(rules.kind, lambda: _evenly(room, rest, rules))()
    return tuple(room.places[item.person] for item in people)


def smallest(
    sitter: Sitter, seated: Iterable[tuple[str, Sitter]], tables: Sequence[Table], agencies: Sequence[Agency]
) -> str:
    """Return the key of the table that suits a newcomer: of the agency or its dimension, else the smallest.

    Among the others the one with the fewest of the same element comes first among those of equal size.
    """
    room = _Room(tuple(item.key for item in tables))
    for key, item in seated:
        if key in room.sitters:
            room.seat(item, key, "")
    own = next((item for item in agencies if sitter.opd and item.id == sitter.opd), None)
    fitting = [item for item in tables if own and (own.id in item.opds)]
    fitting = fitting or [
        item for item in tables if own and own.dimension and item.dimension == own.dimension
    ]
    keys = [item.key for item in fitting or tables]
    return min(keys, key=lambda key: (room.size(key), room.of_element(key, sitter.element)), default="")


def tables_of_opds(
    agencies: Sequence[Agency], count: int, people: Sequence[Sitter], rules: Rules
) -> list[tuple[RowId, ...]]:
    """Return which agencies share a table, for ``count`` tables of about as many people each.

    A kelurahan sits with its kecamatan. With ``rules.near`` agencies of one dimension
    sit side by side; otherwise the largest are placed first, each where the fewest sit.
    """
    weigh = Counter(item.opd for item in people)
    units = _units(agencies)
    wanted = max(1, min(count, len(units)))
    dimension = {item.id: item.dimension for item in agencies}
    heavy = {unit: sum(max(1, weigh[row]) for row in unit) for unit in units}
    if rules.near:
        ranks = {row: place for place, row in enumerate(dict.fromkeys(dimension.values()))}
        found = _cut(sorted(units, key=lambda unit: ranks[dimension[unit[0]]]), heavy, wanted)
    else:
        found = _balanced(units, heavy, wanted, rules.seed)
    place = {item.id: at for at, item in enumerate(agencies)}
    return [tuple(sorted(rows, key=place.__getitem__)) for rows in found]


def tables_by_number(agencies: Sequence[Agency], people: Sequence[Sitter]) -> dict[str, tuple[RowId, ...]]:
    """Return the agencies by the table numbers that they have, numbers in order (2 before 10).

    Those without a number sit where the fewest people are; empty where no agency has one.
    """
    weigh = Counter(item.opd for item in people)
    found: dict[str, list[RowId]] = defaultdict(list)
    for item in agencies:
        if item.table_no.strip():
            found[item.table_no.strip()].append(item.id)
    if not found:
        return {}
    for item in agencies:
        if not item.table_no.strip():
            lightest = min(found, key=lambda number: sum(max(1, weigh[row]) for row in found[number]))
            found[lightest].append(item.id)
    return {number: tuple(found[number]) for number in sorted(found, key=natural)}


def natural(text: str) -> tuple[int, str]:
    """Return what a table number sorts by: ``2`` before ``10``, words after figures."""
    figures = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
    return (int(figures) if figures else 10**6, text.casefold())


def lead_of(opds: Sequence[RowId], people: Iterable[Sitter]) -> RowId:
    """Return the agency that leads a group: with the most people in it, the first of the list where equal."""
    weigh = Counter(item.opd for item in people)
    return max(opds, key=lambda row: weigh[row], default=NO_ROW)


def _by_dimension(
    room: _Room, rest: Sequence[Sitter], tables: Sequence[Table], rules: Rules, agencies: Sequence[Agency]
) -> None:
    home = {item.dimension: item.key for item in tables if item.dimension}
    main = {item.id: home.get(item.dimension, "") for item in agencies}
    others: list[Sitter] = []
    for item in rest:
        key = main.get(item.opd, "")
        if key:
            room.seat(item, key, "dimensi")
        else:
            others.append(item)
    if not rules.together:
        _level(room)
    _fill(room, others, rules)
    if not rules.together:
        _level(room)


def _by_opd(room: _Room, rest: Sequence[Sitter], tables: Sequence[Table], rules: Rules) -> None:
    home = {row: item.key for item in tables for row in item.opds}
    others: list[Sitter] = []
    for item in rest:
        key = home.get(item.opd, "")
        if key:
            room.seat(item, key, "opd")
        else:
            others.append(item)
    _fill(room, others, rules)


def _evenly(room: _Room, rest: Sequence[Sitter], rules: Rules) -> None:
    """Deal everybody out: agency by agency where they stay together, else like cards."""
    if not rules.together:
        _deal(room, rest, rules)
        return
    blocks: dict[RowId, list[Sitter]] = defaultdict(list)
    for item in rest:
        if item.opd:
            blocks[item.opd].append(item)
    for opd in sorted(_shuffled(list(blocks), rules.seed), key=lambda row: -len(blocks[row])):
        near = max(room.keys, key=lambda key: room.of_opd(key, opd))
        least = min(room.keys, key=room.size)
        key = near if room.of_opd(near, opd) else least
        for item in blocks[opd]:
            room.seat(item, key, "opd")
    _fill(room, [item for item in rest if not item.opd], rules)


def _deal(room: _Room, rest: Sequence[Sitter], rules: Rules) -> None:
    """Deal people out one by one, elements and agencies in a row, each to one of the smallest tables."""
    shuffled = _shuffled(rest, rules.seed)
    opds = list(dict.fromkeys(item.opd for item in shuffled))
    elements = list(dict.fromkeys(item.element for item in shuffled)) if rules.mix else []
    shuffled.sort(key=lambda item: (elements.index(item.element) if rules.mix else 0, opds.index(item.opd)))
    for item in shuffled:
        room.seat(item, _next(room, item, rules), "unsur" if rules.mix else "rata")


def _next(room: _Room, item: Sitter, rules: Rules) -> str:
    return min(
        room.keys,
        key=lambda key: (
            room.size(key),
            room.of_element(key, item.element) if rules.mix else 0,
            room.of_opd(key, item.opd),
        ),
    )


def _fill(room: _Room, others: Sequence[Sitter], rules: Rules) -> None:
    """Seat people whom no agency leads to a table: element by element over the tables, the smallest first."""
    if not rules.mix:
        _deal(room, others, rules)
        return
    shuffled = _shuffled(others, rules.seed)
    elements = list(dict.fromkeys(item.element for item in shuffled))
    shuffled.sort(key=lambda item: elements.index(item.element))
    for item in shuffled:
        key = min(room.keys, key=lambda key: (room.of_element(key, item.element), room.size(key)))
        room.seat(item, key, "unsur")


def _level(room: _Room) -> None:
    """Let agencies with several people at a large table send one after the other to the smallest.

    One of each agency always stays where its main dimension is; who was moved by hand is not moved again.
    """
    while True:
        small = min(room.keys, key=room.size)
        moved = next(
            (
                sitter
                for key in sorted(room.keys, key=lambda key: -room.size(key))
                if room.size(key) - room.size(small) > 1 and (sitter := _spare(room, key)) is not None
            ),
            None,
        )
        if moved is None:
            return
        room.sitters[room.places[moved.person].table].remove(moved)
        room.seat(moved, small, "geser")


def _spare(room: _Room, key: str) -> Sitter | None:
    """Return who can leave a table: the last of the agency with the most people there."""
    count = Counter(item.opd for item in room.sitters[key] if item.opd)
    free = [
        item
        for item in room.sitters[key]
        if item.opd and count[item.opd] > 1 and item.person not in room.fixed
    ]
    most = max((count[item.opd] for item in free), default=0)
    return next((item for item in reversed(free) if count[item.opd] == most), None)


def _units(agencies: Sequence[Agency]) -> list[tuple[RowId, ...]]:
    """Return what is not parted: each agency alone, and a kecamatan with its kelurahan."""
    units: dict[RowId, list[RowId]] = {item.id: [item.id] for item in agencies if not item.district}
    for item in (item for item in agencies if item.district):
        units.setdefault(item.district if item.district in units else item.id, []).append(item.id)
    return [tuple(rows) for rows in units.values()]


def _balanced(
    units: Sequence[tuple[RowId, ...]], heavy: Mapping[tuple[RowId, ...], int], count: int, seed: int
) -> list[list[RowId]]:
    found: list[list[RowId]] = [[] for _ in range(count)]
    load = [0] * count
    for unit in sorted(_shuffled(units, seed), key=lambda unit: -heavy[unit]):
        at = min(range(count), key=lambda at: (load[at], len(found[at])))
        found[at] += unit
        load[at] += heavy[unit]
    return found


def _cut(
    units: Sequence[tuple[RowId, ...]], heavy: Mapping[tuple[RowId, ...], int], count: int
) -> list[list[RowId]]:
    """Cut a row of units into ``count`` parts of about equal weight; none is empty."""
    found: list[list[RowId]] = []
    left, rest = sum(heavy.values()), list(units)
    for tables_left in range(count, 0, -1):
        share = left / tables_left
        part: list[RowId] = []
        load = 0
        while rest and (not part or len(rest) >= tables_left) and _fits(load, heavy[rest[0]], share):
            unit = rest.pop(0)
            part += unit
            load += heavy[unit]
        if tables_left == 1:
            part += [row for unit in rest for row in unit]
        left -= load
        found.append(part)
    return found


def _fits(load: int, weight: int, share: float) -> bool:
    """Tell whether a part comes nearer to its share with the next unit than without it."""
    return not load or abs(load + weight - share) <= math.fabs(load - share)


def _shuffled(items: Sequence[Item], seed: int) -> list[Item]:
    mixed = list(items)
    random.Random(seed).shuffle(mixed)  # noqa: S311  # a draw that is to be repeated, not a secret
    return mixed
