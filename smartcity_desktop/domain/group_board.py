"""The groups of one division as they are seen: who sits where and why, who does not, and what is amiss."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.divide import BY_OPD, GUESTS, Agency, Sitter, Table, smallest
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.group import Group, Grouping, Seat
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd, districts
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.session import Session

HAND: Final = "tangan"
_GOVERNMENT: Final = "pemerintah"
_NAMED: Final = 3
"""How many groups a warning names; more are counted."""
_ENOUGH: Final = 2
_NO_CHAIR: Final = "{where} tidak punya ketua"
_NO_SCRIBE: Final = "{where} tidak punya notulis"
_CHAIRS: Final = (
    re.compile(
        r"^(?:pl[th]\.?\s+)?(?:kepala (?:dinas|badan|kantor|satuan|pelaksana)|asisten|inspektur(?! pembantu)"
        r"|direktur|camat|sekretaris (?:daerah|dprd))",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:pl[th]\.?\s+)?(?:wakil direktur|sekretaris)", re.IGNORECASE),
    re.compile(r"^(?:pl[th]\.?\s+)?(?:kepala (?:bidang|bagian)|lurah|inspektur pembantu)", re.IGNORECASE),
    re.compile(r"^(?:pl[th]\.?\s+)?(?:kepala|ketua|kasubbag|kasi)", re.IGNORECASE),
)
_SCRIBES: Final = (
    re.compile(r"perencana|pranata komputer|notul|sandiman|statisti", re.IGNORECASE),
    re.compile(r"analis|penyusun|pengelola|pengadministrasi|penelaah|arsiparis|staf", re.IGNORECASE),
    re.compile(r"subbag|sub bag|subkoordinator|seksi", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Hall:
    """What a division is made from: participants, agencies with their main dimension, dimensions offered.

    ``guessed`` are agencies whose dimension nobody chose: it is what their names tell. ``present`` were
    counted on the day that is meant, empty where nobody was counted yet.
    """

    people: tuple[Person, ...] = ()
    opds: tuple[Opd, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    guessed: frozenset[RowId] = frozenset()
    present: frozenset[RowId] = frozenset()

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies as a division needs them."""
        above = districts(self.opds)
        return tuple(
            Agency(item.id, item.dimension, above.get(item.id, NO_ROW), item.table_no) for item in self.opds
        )


@dataclass(frozen=True, slots=True)
class Member:
    """A participant in a group, or not yet in one: from where, and why there (``entity.SEAT_REASONS``)."""

    person: Person
    origin: str = ""
    why: str = ""

    @property
    def id(self) -> RowId:
        """The participant's row."""
        return self.person.id

    @property
    def is_guest(self) -> bool:
        """Whether he or she belongs to those who do not work in groups."""
        return self.person.body in GUESTS

    def said(self, text: str) -> bool:
        """Tell whether every word of a search text stands in name, origin, position, body or unsur."""
        own = self.person
        words = f"{own.name} {self.origin} {own.position} {own.body} {own.element} {own.institution}"
        found = words.replace("_", " ").casefold()
        return all(word in found for word in text.casefold().split())


@dataclass(frozen=True, slots=True)
class Card:
    """One group with its members in the order of the list, its agencies, and the names of its officers."""

    group: Group
    color: str = ""
    members: tuple[Member, ...] = ()
    opds: tuple[Opd, ...] = ()
    lead: str = ""
    chair: str = ""
    scribe: str = ""

    @property
    def called(self) -> str:
        """``GOV``, ``Meja 3``, ``Struktur``: how a sentence names it."""
        return called(self.group)

    @property
    def has_chair(self) -> bool:
        """Whether a member of the group leads it."""
        return bool(self.group.chair) and any(item.id == self.group.chair for item in self.members)

    @property
    def has_scribe(self) -> bool:
        """Whether a member of the group keeps its notes."""
        return bool(self.group.scribe) and any(item.id == self.group.scribe for item in self.members)

    @property
    def wants_scribe(self) -> bool:
        """Whether nobody keeps the notes although there is somebody beside the chair."""
        return len(self.members) > 1 and not self.has_scribe

    @property
    def wants_officers(self) -> bool:
        """Whether an office could be given to somebody."""
        return bool(self.members) and (not self.has_chair or self.wants_scribe)

    @property
    def elements(self) -> tuple[tuple[str, int], ...]:
        """How many members of each element (unsur) there are, in the order of ``entity.ELEMENTS``."""
        return mix_of(item.person for item in self.members)


@dataclass(frozen=True, slots=True)
class HeadOffer:
    """Empty places that the groups could fill: heads of so many sheets, table numbers of so many agencies."""

    sheets: int = 0
    tables: int = 0

    def __bool__(self) -> bool:
        """Tell whether there is anything to fill."""
        return bool(self.sheets or self.tables)


@dataclass(frozen=True, slots=True)
class Board:
    """One division whole. ``newcomers`` are not seated yet, each with the group that suits.

    ``sessions`` are those of its stage; ``used`` the rows of those that work in these groups.
    """

    grouping: Grouping = field(default_factory=Grouping)
    cards: tuple[Card, ...] = ()
    unseated: tuple[Member, ...] = ()
    newcomers: tuple[tuple[RowId, RowId], ...] = ()
    warnings: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()
    used: frozenset[RowId] = frozenset()
    offer: HeadOffer = field(default_factory=HeadOffer)

    @property
    def seated(self) -> int:
        """How many sit in a group."""
        return sum(len(item.members) for item in self.cards)

    def card_of(self, person: RowId) -> Card | None:
        """Return the group somebody sits in."""
        return next((card for card in self.cards if any(item.id == person for item in card.members)), None)


def called(group: Group) -> str:
    """Return how a sentence names a group: a dimension by its code, any other by its name."""
    return (group.code if group.dimension else group.name) or group.name or group.code or "Kelompok"


def mix_of(people: Iterable[Person]) -> tuple[tuple[str, int], ...]:
    """Return how many of each element (unsur) there are; those without one come last, under ""."""
    count = Counter(item.element if item.element in ELEMENTS else "" for item in people)
    return tuple((element, count[element]) for element in (*ELEMENTS, "") if count[element])


def board(
    hall: Hall,
    grouping: Grouping,
    groups: Sequence[Group],
    seats: Sequence[Seat],
    say: Callable[[str], str] = str,
) -> Board:
    """Return a division as it is seen; seats of people or groups that are gone do not count.

    ``say`` puts the sentences of the warnings into the words of the event.
    """
    known = {item.id for item in groups}
    seat_of = {item.person: item for item in seats}
    opds = {item.id: item for item in hall.opds}
    colors = {item.id: item.color for item in hall.dimensions}
    names = {item.id: item.name for item in hall.people}
    by_group: dict[RowId, list[Member]] = {row: [] for row in known}
    left: list[Member] = []
    for item in hall.people:
        seat = seat_of.get(item.id, Seat())
        member = Member(item, origin_of(item, opds), seat.why)
        by_group.get(seat.group, left).append(member)
    cards = tuple(
        Card(
            item,
            colors.get(item.dimension, ""),
            tuple(by_group[item.id]),
            tuple(opds[row] for row in _in_order(item.opds, hall.opds)),
            opds[item.lead].called if item.lead in opds else "",
            names.get(item.chair, ""),
            names.get(item.scribe, ""),
        )
        for item in groups
    )
    unseated = tuple(sorted(left, key=lambda item: item.is_guest))
    fresh = [item for item in unseated if not item.is_guest and not _is_out(seat_of.get(item.id))]
    return Board(
        grouping,
        cards,
        unseated,
        newcomers(hall, cards, fresh) if any(card.members for card in cards) else (),
        warnings(cards, grouping.kind, say) if cards else (),
    )


def origin_of(person: Person, opds: Mapping[RowId, Opd]) -> str:
    """Return where somebody comes from, for a narrow line: short name of the agency, else institution."""
    return opds[person.opd].called if person.opd in opds else person.institution


def sitter_of(person: Person) -> Sitter:
    """Return a participant as a division needs him or her."""
    return Sitter(person.id, person.opd, person.element)


def table_of(group: Group) -> Table:
    """Return a group as a division needs it."""
    return Table(group.id, group.dimension, group.opds)


def newcomers(hall: Hall, cards: Sequence[Card], fresh: Sequence[Member]) -> tuple[tuple[RowId, RowId], ...]:
    """Return who is to be seated and the group that suits, one after the other so that they spread."""
    tables = [table_of(card.group) for card in cards]
    seated = [(card.group.id, sitter_of(item.person)) for card in cards for item in card.members]
    found: list[tuple[RowId, RowId]] = []
    for item in fresh:
        key = RowId(smallest(sitter_of(item.person), seated, tables, hall.agencies))
        found.append((item.id, key))
        seated.append((key, sitter_of(item.person)))
    return tuple(found)


def home_of(cards: Sequence[Card]) -> dict[RowId, Card]:
    """Return the group of each agency: where it is named, else where most of its people sit."""
    count: dict[RowId, Counter[int]] = {}
    for place, card in enumerate(cards):
        for item in card.members:
            if item.person.opd:
                count.setdefault(item.person.opd, Counter())[place] += 1
    found = {opd: cards[places.most_common(1)[0][0]] for opd, places in count.items()}
    return found | {item.id: card for card in cards for item in card.opds}


def warnings(cards: Sequence[Card], kind: str, say: Callable[[str], str] = str) -> tuple[str, ...]:
    """Return in calm words what somebody may want to mend; nothing of it holds anything up."""
    busy = [card for card in cards if card.members]
    found = [
        _where(say(_NO_CHAIR), [card for card in busy if not card.has_chair]),
        _where(say(_NO_SCRIBE), [card for card in busy if card.wants_scribe]),
        _where(say("{where}: semua anggota dari pemerintah"), [card for card in busy if _is_official(card)]),
        _where(say("{where} masih kosong"), [card for card in cards if not card.members and not card.opds]),
        _shared_table(cards),
        _parted(cards, kind, say),
    ]
    return tuple(words for words in found if words)


def chair_for(card: Card) -> RowId:
    """Return who may lead a group: the highest office, people of the leading agency first."""
    free = [item.person for item in card.members if item.id != card.group.scribe]
    lead = card.group.lead
    return min(
        free,
        key=lambda item: (_rank(item.position, _CHAIRS), item.opd != lead or not lead),
        default=Person(),
    ).id


def scribe_for(card: Card, chair: RowId) -> RowId:
    """Return who may keep the notes: a planner or computer officer, else an analyst, never the chair."""
    free = [item.person for item in card.members if item.id != chair]
    return min(free, key=lambda item: _rank(item.position, _SCRIBES), default=Person()).id


def _rank(position: str, steps: Sequence[re.Pattern[str]]) -> int:
    return next((place for place, step in enumerate(steps) if step.search(position.strip())), len(steps))


def _is_official(card: Card) -> bool:
    elements = {item.person.element for item in card.members}
    return len(card.members) >= _ENOUGH and elements == {_GOVERNMENT}


def _where(sentence: str, cards: Sequence[Card]) -> str:
    if not cards:
        return ""
    names = [card.called for card in cards]
    if len(names) > _NAMED:
        return sentence.format(where=f"{len(names)} kelompok")
    return sentence.format(where=" dan ".join([", ".join(names[:-1]), names[-1]] if names[:-1] else names))


def _shared_table(cards: Sequence[Card]) -> str:
    count = Counter(card.group.table_no.strip().casefold() for card in cards if card.group.table_no.strip())
    double = [number for number, times in count.items() if times > 1]
    return f"Nomor meja {', '.join(double)} dipakai lebih dari satu kelompok" if double else ""


def _parted(cards: Sequence[Card], kind: str, say: Callable[[str], str]) -> str:
    """Return how many agencies sit at two tables, where tables are tables of agencies."""
    if kind != BY_OPD:
        return ""
    places: dict[RowId, set[RowId]] = {}
    for card in cards:
        for row in (*(item.id for item in card.opds), *(item.person.opd for item in card.members)):
            if row != NO_ROW:
                places.setdefault(row, set()).add(card.group.id)
    parted = sum(len(tables) > 1 for tables in places.values())
    return say(f"{parted} OPD duduk di dua meja") if parted else ""


def _is_out(seat: Seat | None) -> bool:
    """Tell whether somebody was taken from the tables by hand."""
    return seat is not None and seat.why == HAND and not seat.group


def _in_order(rows: Iterable[RowId], opds: Sequence[Opd]) -> list[RowId]:
    wanted = set(rows)
    return [item.id for item in opds if item.id in wanted]
