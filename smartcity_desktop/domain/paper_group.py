"""Pictures of the groups on paper: who sits where, and the piles of worksheets for the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smartcity_desktop.domain.group import Group, Seat
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.report import SheetPicture


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One at a table; ``office`` is ``ketua`` or ``notulis``, empty for all others."""

    name: str = ""
    position: str = ""
    origin: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class GroupList:
    """One group: its name, table, room, officers, agencies, and everybody at it."""

    name: str = ""
    code: str = ""
    table: str = ""
    place: str = ""
    chair: str = ""
    scribe: str = ""
    mentor: str = ""
    agencies: tuple[str, ...] = ()
    members: tuple[GroupMember, ...] = ()

    @property
    def heading(self) -> str:
        """``Meja 3``, the name where there is no number."""
        return f"Meja {self.table}" if self.table else self.name


@dataclass(frozen=True, slots=True)
class WhereLine:
    """One line for the wall: an agency or institution, its groups, and its tables."""

    name: str
    groups: str = ""
    tables: str = ""


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """A division: the lines for the wall, then a list for each group; ``unseated`` sit nowhere yet."""

    title: str = ""
    groups: tuple[GroupList, ...] = ()
    where: tuple[WhereLine, ...] = ()
    unseated: tuple[GroupMember, ...] = ()


@dataclass(frozen=True, slots=True)
class Pile:
    """The blank worksheets of one table."""

    group: GroupList = GroupList()
    sheets: tuple[SheetPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class PilesPicture:
    """The piles of a division, one for each table; ``title`` says what is worked on."""

    title: str = ""
    piles: tuple[Pile, ...] = ()


@dataclass(frozen=True, slots=True)
class Seated:
    """What a division is read from: its groups, seats, everybody, and the agencies."""

    groups: Sequence[Group]
    seats: Sequence[Seat]
    people: Sequence[Person]
    opds: Sequence[Opd]

    def members(self, group: RowId) -> list[Person]:
        """Return who sits in a group, in the order of the list of participants."""
        own = {item.person for item in self.seats if item.group == group}
        return [item for item in self.people if item.id in own]

    def agencies(self, group: Group) -> list[Opd]:
        """Return the agencies at a group: those put there, otherwise those its members come from."""
        own = set(group.opds) or {item.opd for item in self.members(group.id)}
        return [item for item in self.opds if item.id in own]


def group_list(hall: Seated, group: Group) -> GroupList:
    """Return one group as it is printed, its chair and scribe first."""
    names = {item.id: item.name for item in hall.people}
    offices = {group.scribe: "notulis", group.chair: "ketua"}
    agencies = {item.id: item.name for item in hall.opds}
    found = sorted(
        hall.members(group.id), key=lambda item: ("ketua", "notulis", "").index(offices.get(item.id, ""))
    )
    return GroupList(
        name=group.name,
        code=group.code,
        table=group.table_no,
        place=group.place,
        chair=names.get(group.chair, ""),
        scribe=names.get(group.scribe, ""),
        mentor=group.mentor,
        agencies=tuple(item.called for item in hall.agencies(group)),
        members=tuple(member(item, agencies, offices.get(item.id, "")) for item in found),
    )


def member(person: Person, agencies: Mapping[RowId, str], office: str = "") -> GroupMember:
    """Return a participant as one at a table."""
    return GroupMember(person.name, person.position, agencies.get(person.opd) or person.institution, office)


def where_lines(hall: Seated) -> tuple[WhereLine, ...]:
    """Return for every agency, then for every institution, at which tables it sits; agencies never miss."""
    tables: dict[str, list[Group]] = {item.id: [] for item in hall.opds}
    others: dict[str, list[Group]] = {}
    for group in hall.groups:
        own = hall.members(group.id)
        for row in [*(item.opd for item in own), *group.opds]:
            if row in tables and group not in tables[row]:
                tables[row].append(group)
        for person in own:
            name = " ".join(person.institution.split())
            if name and person.opd not in tables and group not in others.setdefault(name, []):
                others[name].append(group)
    return (
        *(_where(item.name, tables[item.id]) for item in hall.opds),
        *(_where(name, own) for name, own in others.items()),
    )


def _where(name: str, groups: Iterable[Group]) -> WhereLine:
    found = list(groups)
    return WhereLine(
        name,
        ", ".join(item.code or item.name for item in found),
        ", ".join(item.table_no for item in found if item.table_no),
    )
