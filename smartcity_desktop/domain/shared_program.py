"""Programs that several share: inside one agency, between agencies, with others outside.

Nothing is put on the list by itself: proposals say why, people take or refuse them.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.entity import SHARED_PLACES
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.plan_program import PlanInitiative, PlanProgram
from smartcity_desktop.domain.shared_partner import Parting, Partners
from smartcity_desktop.domain.wording import number

INSIDE, BETWEEN, OUTSIDE = SHARED_PLACES
PLACE_WORDS: Final[Mapping[str, str]] = {
    INSIDE: "Di dalam satu OPD",
    BETWEEN: "Antar-OPD",
    OUTSIDE: "Dengan pihak luar",
}
OTHERS: Final = RowId("luar")
"""The column of all that are no agency of the region."""
TWIN, SUPPORT, PARTNER, UNIT = "twin", "support", "partner", "unit"
"""Where a proposal comes from, which is also the kind under which its verdict is kept."""
SOURCE_WORDS: Final[Mapping[str, str]] = {
    TWIN: "Program serupa",
    SUPPORT: "OPD pendukung",
    PARTNER: "Mitra",
    UNIT: "Beberapa bidang",
}
_GOVERNMENT: Final = "pemerintah"
_SUPPORTED: Final = "Program smart city ini menyebut OPD pendukung: {names}."
_VALUE: Final = 120
SUREST: Final = 3
"""Twins that are proposed of one program at most."""


@dataclass(frozen=True, slots=True)
class SharedProgram:
    """One program on the list of shared ones; ``opds`` take part without a line of their own."""

    id: RowId = NO_ROW
    pos: str = ""
    title: str = ""
    place: str = BETWEEN
    lead: RowId = NO_ROW
    partners: str = ""
    note: str = ""
    lines: tuple[RowId, ...] = ()
    opds: tuple[RowId, ...] = ()
    initiatives: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that may be shared, with the words that led there; never on the list by itself.

    ``subject``, ``kind`` and ``value`` are what a verdict about it is kept by; ``joins`` is the shared
    program that it would be added to. ``score`` goes from 0 to 1.
    """

    subject: RowId
    kind: str
    value: str
    title: str
    place: str
    reason: str
    lead: RowId = NO_ROW
    lines: tuple[RowId, ...] = ()
    opds: tuple[RowId, ...] = ()
    initiatives: tuple[RowId, ...] = ()
    partners: str = ""
    score: float = 1.0
    joins: RowId = NO_ROW

    @property
    def key(self) -> str:
        """What tells it apart from all others."""
        return f"{self.kind}|{self.subject}|{self.value}"


@dataclass(frozen=True, slots=True)
class SharedBoard:
    """All that is shared, what may be, and the programs and agencies that both are told by.

    ``names`` are the short names of the agencies in their order; ``outsiders`` those that belong to another
    government, such as the police. ``partners`` parts the texts in which people wrote who else takes part.
    """

    items: tuple[SharedProgram, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    programs: Mapping[RowId, PlanProgram] = field(default_factory=dict)
    initiatives: Mapping[RowId, PlanInitiative] = field(default_factory=dict)
    names: Mapping[RowId, str] = field(default_factory=dict)
    outsiders: frozenset[RowId] = frozenset()
    partners: Mapping[str, Partners] = field(default_factory=dict)
    refused: int = 0

    def item(self, row: str) -> SharedProgram | None:
        """Return a shared program by its row."""
        return next((item for item in self.items if item.id == row), None)

    def proposal(self, key: str) -> Proposal | None:
        """Return a proposal by its key."""
        return next((item for item in self.proposals if item.key == key), None)

    def parties(self, item: SharedProgram | Proposal) -> tuple[RowId, ...]:
        """Return the agencies that take part: who leads first, the others as they are listed."""
        own = {self.programs[line].opd for line in item.lines if line in self.programs}
        own |= {self.initiatives[row].opd for row in item.initiatives if row in self.initiatives}
        own |= {*item.opds, item.lead, *self._parted(item).opds}
        lead = [item.lead] if item.lead in self.names else []
        return (*lead, *(row for row in self.names if row in own and row != item.lead))

    def told(self, item: SharedProgram | Proposal) -> str:
        """Return who takes part, in short names: agencies, then partners."""
        known = [self.names[row] for row in self.parties(item)]
        return " · ".join(text for text in (", ".join(known), self.others(item)) if text)

    def others(self, item: SharedProgram | Proposal) -> str:
        """Return the partners that are no agencies of the list."""
        return " ".join(self._parted(item).rest.split())

    def _parted(self, item: SharedProgram | Proposal) -> Partners:
        return self.partners.get(item.partners) or Partners(rest=item.partners)

    def of(self, place: str) -> tuple[SharedProgram, ...]:
        """Return those of one place, in their order."""
        return tuple(item for item in self.items if item.place == place)

    @property
    def counts(self) -> str:
        """``8 program bersama: 2 di dalam satu OPD, 6 antar-OPD, 1 di antaranya bersama pihak luar``."""
        if not self.items:
            return "Belum ada program bersama."
        told = [
            f"{number(len(found))} {_small(words)}"
            for key, words in PLACE_WORDS.items()
            if (found := self.of(key))
        ]
        helped = sum(1 for item in self.items if item.place != OUTSIDE and self.others(item))
        besides = f"; {number(helped)} di antaranya bersama pihak luar" if helped else ""
        return f"{number(len(self.items))} program bersama: {', '.join(told)}{besides}."


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who works with whom: by a pair of agencies the shared programs, ``OTHERS`` for all outside.

    ``opds`` are those that share anything, as they are listed; a pair stands in both orders.
    """

    opds: tuple[RowId, ...] = ()
    cells: Mapping[tuple[RowId, RowId], tuple[RowId, ...]] = field(default_factory=dict)

    def count(self, one: RowId, other: RowId) -> int:
        """Return how many programs two share; of one with itself those inside it."""
        return len(self.cells.get((one, other), ()))

    def all_of(self, one: RowId) -> tuple[RowId, ...]:
        """Return the shared programs of an agency, each once."""
        found = (row for (left, _), rows in self.cells.items() if left == one for row in rows)
        return tuple(dict.fromkeys(found))


def matrix(board: SharedBoard) -> Matrix:
    """Return who works with whom. One program counts at every pair of those who share it."""
    cells: dict[tuple[RowId, RowId], list[RowId]] = {}
    for item in board.items:
        own = board.parties(item)
        if item.place == INSIDE or len(own) == 1:
            for row in own[:1]:
                if item.place != OUTSIDE:
                    cells.setdefault((row, row), []).append(item.id)
        for one in own if item.place != INSIDE else ():
            for other in own:
                if one != other:
                    cells.setdefault((one, other), []).append(item.id)
            nameless = not item.partners.strip() and not board.outsiders & set(own)
            if board.others(item) or (item.place == OUTSIDE and nameless):
                cells.setdefault((one, OTHERS), []).append(item.id)
    used = {one for one, _ in cells}
    return Matrix(
        tuple(row for row in board.names if row in used),
        {pair: tuple(rows) for pair, rows in cells.items()},
    )


def place_of(opds: Iterable[RowId], partners: str, outsiders: Collection[RowId]) -> str:
    """Return where something is shared: with others outside, else by how many agencies there are."""
    own = {item for item in opds if item}
    if partners.strip() or own & set(outsiders):
        return OUTSIDE
    return BETWEEN if len(own) > 1 else INSIDE


def support_proposals(
    initiatives: Iterable[PlanInitiative],
    names: Mapping[RowId, str],
    outsiders: Collection[RowId],
    say: Callable[[str], str],
) -> list[Proposal]:
    """Return the programs smart city that name agencies beside the responsible one.

    ``say`` puts the program's own words into those of the event.
    """
    found: list[Proposal] = []
    for item in initiatives:
        helping = tuple(row for row in names if row in item.support and row != item.opd)
        if helping and item.name.strip():
            told = ", ".join(names[row] for row in helping)
            found.append(
                Proposal(
                    item.id,
                    SUPPORT,
                    _value(" ".join(sorted(helping))),
                    item.name,
                    place_of((item.opd, *helping), "", outsiders),
                    say(_SUPPORTED).format(names=told),
                    lead=item.opd,
                    lines=item.lines,
                    opds=helping,
                    initiatives=(item.id,),
                )
            )
    return found


class PartnerProposals:
    """Proposes what names partners: agencies of the list, and others such as those of the penta-helix.

    ``part`` tells them apart; ``say`` puts the program's own words into those of the event.
    """

    def __init__(
        self,
        names: Mapping[RowId, str],
        outsiders: Collection[RowId],
        part: Parting,
        say: Callable[[str], str],
        say_element: Callable[[str], str],
    ) -> None:
        """``names`` are the short names of the agencies, ``outsiders`` those of another government."""
        self._names, self._outsiders, self._part = names, outsiders, part
        self._say, self._say_element = say, say_element

    def of(self, initiatives: Iterable[PlanInitiative], programs: Iterable[PlanProgram]) -> list[Proposal]:
        """Return the proposals: those of programs smart city, then those of programs of plans."""
        found: list[Proposal] = []
        for item in initiatives:
            kinds = ", ".join(self._say_element(kind) for kind in item.elements if kind != _GOVERNMENT)
            told = " ".join(item.partners.split()) or kinds
            if told and item.name.strip():
                made = Proposal(
                    *(item.id, PARTNER, _value(key_of(told)), item.name, OUTSIDE, "Program smart city ini"),
                    lead=item.opd,
                    lines=item.lines,
                    initiatives=(item.id,),
                )
                found += self._told(made, item.partners or kinds, item.support)
        for line in programs:
            if line.partners.strip() and line.is_relevant and not line.support:
                value = _value(key_of(line.partners))
                made = Proposal(
                    *(line.id, PARTNER, value, line.name, OUTSIDE, "Analisis program ini"),
                    lead=line.opd,
                    lines=(line.id,),
                )
                found += self._told(made, line.partners, ())
        return found

    def _told(self, made: Proposal, text: str, known: Collection[RowId]) -> list[Proposal]:
        """Return a proposal with its partners; none where they take part without it."""
        parted = self._part(text)
        opds = tuple(row for row in parted.opds if row != made.lead and row not in known)
        if not opds and not parted.rest:
            return []
        place = place_of((made.lead, *parted.opds), parted.rest, self._outsiders)
        named = ", ".join(self._names[row] for row in opds)
        if parted.rest:
            reason = f"{made.reason} menyebut mitra: {' '.join(text.split())}."
        else:
            reason = self._say(f"{made.reason} menyebut OPD lain: {{names}}.").format(names=named)
        return [replace(made, place=place, reason=reason, opds=opds, partners=parted.rest)]


def twin_proposals(
    pairs: Iterable[tuple[RowId, RowId, str, float]], programs: Mapping[RowId, PlanProgram]
) -> list[Proposal]:
    """Return programs of different agencies that are likely the same: (one, other, reason, score).

    ``pairs`` come the surest first; of each program only the surest few are proposed, so that what many
    agencies call alike does not hide the rest. A pair is kept by its smaller row.
    """
    found: list[Proposal] = []
    often: Counter[RowId] = Counter()
    for one, other, reason, score in pairs:
        if max(often[one], often[other]) >= SUREST:
            continue
        if one in programs and other in programs and programs[one].opd != programs[other].opd:
            often.update((one, other))
            first, second = sorted((one, other))
            lead = programs[one].opd
            found.append(
                Proposal(
                    *(first, TWIN, second, programs[one].name, BETWEEN, reason),
                    lead=lead,
                    lines=(one, other),
                    score=score,
                )
            )
    return found


def unit_proposals(programs: Iterable[PlanProgram]) -> list[Proposal]:
    """Return the relevant programs whose plan names several divisions for the activities below them."""
    return [
        Proposal(
            item.id,
            UNIT,
            _value(" ".join(sorted(key_of(unit) for unit in item.units))),
            item.name,
            INSIDE,
            f"Kegiatannya dikerjakan {number(len(item.units))} bidang: {', '.join(item.units)}.",
            lead=item.opd,
            lines=(item.id,),
        )
        for item in programs
        if len(item.units) > 1 and item.is_relevant and not item.support
    ]


def open_proposals(
    proposals: Sequence[Proposal], items: Sequence[SharedProgram], verdicts: Iterable[tuple[RowId, str, str]]
) -> tuple[Proposal, ...]:
    """Return the proposals about which nobody has said anything and that are on no list yet.

    A twin is added to the shared program that has a line of it already; partners to that of the same program.
    """
    said = set(verdicts)
    found: list[Proposal] = []
    for item in proposals:
        if (item.subject, item.kind, item.value) in said or _stands(item, items):
            continue
        home = next((one for one in items if _belongs(item, one)), None)
        found.append(_joined(item, home) if home else item)
    return tuple(sorted(found, key=lambda one: (SHARED_PLACES.index(one.place) != 1, -one.score)))


def _belongs(item: Proposal, home: SharedProgram) -> bool:
    if item.kind == TWIN:
        return bool(set(home.lines) & set(item.lines))
    same = {*home.lines, *home.initiatives} & {*item.lines, *item.initiatives}
    return item.kind in {PARTNER, SUPPORT} and bool(same)


def _joined(item: Proposal, home: SharedProgram) -> Proposal:
    return replace(item, joins=home.id, reason=f'{item.reason} Akan ditambahkan ke "{home.title}".')


def _stands(item: Proposal, items: Iterable[SharedProgram]) -> bool:
    """Tell whether everything of a proposal stands on one shared program of its place already."""
    return any(
        one.place == item.place
        and (item.lines or item.initiatives)
        and set(item.lines) <= set(one.lines)
        and set(item.initiatives) <= set(one.initiatives)
        and set(item.opds) <= {*one.opds, one.lead}
        for one in items
    )


def _value(text: str) -> str:
    return text[:_VALUE]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
