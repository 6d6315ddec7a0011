"""A division that is proposed before it is applied: what was chosen, and which groups would come of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.dimension import propose_code
from smartcity_desktop.domain.divide import (
    BY_OPD,
    COMPONENT,
    COMPONENTS,
    DIMENSION,
    FREE,
    GUESTS,
    Place,
    Rules,
    Sitter,
    Table,
    divide,
    lead_of,
    tables_by_number,
    tables_of_opds,
)
from smartcity_desktop.domain.group import Group, Seat
from smartcity_desktop.domain.group_board import HAND, Hall, mix_of, sitter_of
from smartcity_desktop.domain.ids import NO_ROW, RowId

MOST_TABLES: Final = 60


@dataclass(frozen=True, slots=True)
class Ask:
    """What the facilitator chose: how to divide, into what, and whom.

    ``again`` is the division that is made anew (empty: a further one); there ``keep`` leaves those alone who
    were moved by hand. ``tables`` counts the groups by OPD or free, ``components`` names the others.
    ``by_number`` takes the table numbers that agencies have. ``only_present`` leaves out who is not there.
    """

    stage: RowId
    rules: Rules
    title: str = ""
    again: RowId = NO_ROW
    keep: bool = True
    tables: int = 6
    components: tuple[str, ...] = ()
    by_number: bool = False
    only_present: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """One group as it would be: ``group.id`` is empty where it is new; ``key`` names it among the others."""

    key: str
    group: Group
    people: tuple[RowId, ...] = ()
    elements: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would come of an ``Ask``; nothing of it is written.

    ``places`` are the seats; ``gone`` the groups that would no longer be; ``kept`` counts who stays where
    a hand put him or her, ``guests`` who is left out as a guest, ``absent`` who is not there. By dimension
    ``guessed`` counts the agencies whose dimension is only what their names tell.
    """

    ask: Ask
    groups: tuple[Proposed, ...] = ()
    places: tuple[Place, ...] = ()
    gone: tuple[RowId, ...] = ()
    kept: int = 0
    guests: int = 0
    absent: int = 0
    guessed: int = 0


def propose(
    hall: Hall,
    ask: Ask,
    standing: Sequence[Group] = (),
    seats: Sequence[Seat] = (),
    say: Callable[[str], str] = str,
) -> Proposal:
    """Return the groups that an ask comes to; ``standing`` and ``seats`` are those of ``ask.again``."""
    hand = {item.person: item.group for item in seats if item.why == HAND} if ask.again and ask.keep else {}
    asked = [item for item in hall.people if item.body not in GUESTS or hand.get(item.id)]
    wanted = [
        item
        for item in asked
        if hand.get(item.id, "-") and (not ask.only_present or item.id in hall.present or item.id in hand)
    ]
    people = [sitter_of(item) for item in wanted]
    blank = _blank(hall, ask, people, say)
    named = _matched(blank, standing, ask.rules.kind)
    keys = {item.group.id: item.key for item in named if item.group.id}
    kept = {person: keys[group] for person, group in hand.items() if group in keys}
    tables = [Table(item.key, item.group.dimension, item.group.opds) for item in named]
    places = divide(people, tables, ask.rules, hall.agencies, kept)
    by_row = {item.id: item for item in wanted}
    groups = []
    for item in named:
        own = tuple(place.person for place in places if place.table == item.key)
        sitters = [sitter_of(by_row[row]) for row in own]
        group = replace(item.group, lead=item.group.lead or lead_of(item.group.opds, sitters))
        groups.append(Proposed(item.key, group, own, mix_of(by_row[row] for row in own)))
    return Proposal(
        ask,
        tuple(groups),
        places,
        tuple(item.id for item in standing if item.id not in keys),
        sum(place.why == HAND for place in places),
        len(hall.people) - len(asked),
        sum(item.id not in hall.present and item.id not in hand for item in asked) * ask.only_present,
        len(hall.guessed) if ask.rules.kind == DIMENSION else 0,
    )


def _blank(hall: Hall, ask: Ask, people: Sequence[Sitter], say: Callable[[str], str]) -> list[Group]:
    """Return the groups to be filled, without ids."""
    kind = ask.rules.kind
    if kind == DIMENSION:
        return [
            Group(
                name=item.name,
                code=item.code,
                dimension=item.id,
                table_no=str(place),
                opds=tuple(opd.id for opd in hall.opds if opd.dimension == item.id),
            )
            for place, item in enumerate(hall.dimensions, start=1)
        ]
    if kind == COMPONENT:
        return _components(ask.components)
    if kind == BY_OPD:
        return _tables(hall, ask, people)
    return [
        Group(name=say(f"Kelompok {place}"), code=f"K{place}", table_no=str(place))
        for place in range(1, _count(ask.tables) + 1)
    ]


def _components(names: Sequence[str]) -> list[Group]:
    usual = {name.casefold(): code for code, name in COMPONENTS}
    found: list[Group] = []
    for place, name in enumerate(dict.fromkeys(" ".join(item.split()) for item in names if item.strip()), 1):
        taken = {item.code for item in found}
        code = usual.get(name.casefold()) or propose_code(name, taken)
        found.append(Group(name=name, code=code, table_no=str(place)))
    return found


def _tables(hall: Hall, ask: Ask, people: Sequence[Sitter]) -> list[Group]:
    numbered = tables_by_number(hall.agencies, people) if ask.by_number else {}
    if not numbered:
        shared = tables_of_opds(hall.agencies, _count(ask.tables), people, ask.rules)
        numbered = {str(place): rows for place, rows in enumerate(shared, start=1) if rows}
    return [
        Group(
            name=f"Meja {number}" if number[:1].isdecimal() else number,
            code=f"M{number}" if number[:1].isdecimal() else number,
            table_no=number,
            opds=rows,
        )
        for number, rows in numbered.items()
    ]


def _count(tables: int) -> int:
    return max(1, min(tables, MOST_TABLES))


def _matched(blank: Sequence[Group], standing: Sequence[Group], kind: str) -> list[Proposed]:
    """Return the groups with the rows that stand already for them: same dimension, same name, same place.

    What somebody wrote there (name, table, room, officers) stays; which agencies sit there is told anew.
    """
    free = list(standing)
    known: dict[int, Group] = {}
    for same in _WAYS[kind]:
        for place, item in enumerate(blank):
            fitting = next((one for one in free if place not in known and same(one, item)), None)
            if fitting is not None:
                known[place] = fitting
                free.remove(fitting)
    return [
        Proposed(known[place].id, _renewed(known[place], item.opds))
        if place in known
        else Proposed(f"+{place}", item)
        for place, item in enumerate(blank)
    ]


def _renewed(known: Group, opds: tuple[RowId, ...]) -> Group:
    return replace(known, opds=opds, lead=known.lead if known.lead in opds else NO_ROW)


_BY_NUMBER: Final[tuple[Callable[[Group, Group], bool], ...]] = (
    lambda known, item: known.table_no == item.table_no,
    lambda _known, _item: True,
)
_WAYS: Final[Mapping[str, tuple[Callable[[Group, Group], bool], ...]]] = {
    DIMENSION: (lambda known, item: known.dimension == item.dimension,),
    COMPONENT: (
        lambda known, item: known.name.casefold() == item.name.casefold(),
        lambda known, item: known.code == item.code,
    ),
    BY_OPD: _BY_NUMBER,
    FREE: _BY_NUMBER,
}
"""How a group of an earlier division is known again, the surest way first."""
