"""Who was there: the state of every participant on a day or in a session, and what that comes to.

A mark is for a day (its ``session`` is empty) or for one session of it. A participant counts once a day
however many marks there are; whoever sent a deputy has the seat filled under the deputy's name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.entity import ELEMENTS, PRESENCES, WAYS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import (
    BODIES,
    FEW_OUTSIDERS,
    GOVERNMENT,
    Attendance,
    Person,
    bare_name,
)
from smartcity_desktop.domain.wording import label, number, plan_time

CAME, SENT, STAYED_AWAY = PRESENCES
"""hadir, diwakili, tidak; a participant without any of them is not there yet."""
_ON_PAPER: Final = WAYS[1]
UNKNOWN_PLACE: Final = "Tanpa instansi"
_PERCENT: Final = 100
_TELLING: Final = 10
"""People there of known unsur from whom on the share of one says anything."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One participant on a day or in a session; ``state`` of ``entity.PRESENCES``, empty: not there yet.

    ``opd`` is the short name of where he or she comes from, ``agency`` the full one; ``session`` is where the
    mark that counts was made (empty: for the day). ``noted`` is the ISO moment in which it was made, ``at``
    the same where it tells when the participant came, and empty where it was keyed in afterwards.
    """

    person: Person
    opd: str = ""
    agency: str = ""
    state: str = ""
    at: str = ""
    noted: str = ""
    way: str = ""
    deputy: str = ""
    deputy_position: str = ""
    session: RowId = NO_ROW

    @property
    def is_there(self) -> bool:
        """Came, or sent a deputy."""
        return self.state in {CAME, SENT}

    @property
    def words(self) -> str:
        """Return the state as it is printed: ``hadir 08.07``, ``diwakili oleh Budi Santoso``."""
        if self.state == SENT:
            return f"diwakili oleh {self.deputy}" if self.deputy else "diwakili"
        if self.state == CAME:
            return f"hadir {plan_time(self.at)}" if self.at else "hadir"
        return "tidak hadir" if self.state == STAYED_AWAY else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one kind were expected and came; ``name`` is whole, ``called`` short."""

    name: str
    called: str = ""
    expected: int = 0
    came: int = 0
    sent: int = 0
    away: int = 0

    @property
    def there(self) -> int:
        """Seats that are filled, by the participant or a deputy."""
        return self.came + self.sent

    @property
    def missing(self) -> int:
        """Seats that are empty, whether somebody said so or not."""
        return self.expected - self.there

    @property
    def share(self) -> float:
        """Return the share of filled seats, 0 where nobody is expected."""
        return self.there / self.expected if self.expected else 0.0


@dataclass(frozen=True, slots=True)
class Recap:
    """What a day or a session came to: all, by agency, by unsur, by role; ``added`` came unexpected.

    ``warning`` says in words that outsiders are too few, empty where they are not or nothing can be told.
    """

    whole: Tally = field(default_factory=lambda: Tally(""))
    by_opd: tuple[Tally, ...] = ()
    by_element: tuple[Tally, ...] = ()
    by_body: tuple[Tally, ...] = ()
    added: int = 0
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """On how many of ``days`` a participant came himself, and each deputy in his place.

    A deputy stands under the name that was written first, with or without titles afterwards.
    """

    person: RowId
    own: int = 0
    days: int = 0
    deputies: Mapping[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Return the share of the days on which the participant came himself."""
        return self.own / self.days if self.days else 0.0

    def deputy_share(self, name: str) -> float:
        """Return the share of the days on which this deputy came."""
        return self.deputies.get(name, 0) / self.days if self.days else 0.0


# The state of a participant --------------------------------------------------------------------------------


def counting(marks: Iterable[Attendance], session: RowId = NO_ROW) -> Attendance | None:
    """Return the mark of one participant that counts for a day (or in a session), None where there is none.

    Whoever was there in any part of a day was there; the mark for the day goes before those of its sessions.
    Having stayed away from a session is not having stayed away that day.
    """
    known = sorted((item for item in marks if item.state), key=lambda item: (bool(item.session), item.at))
    there = next((item for item in known if item.state in {CAME, SENT}), None)
    return there or next((item for item in known if item.session == session), None)


def presences(
    people: Sequence[Person],
    marks: Iterable[Attendance],
    opds: Sequence[Opd] = (),
    *,
    day: str,
    session: RowId = NO_ROW,
) -> tuple[Presence, ...]:
    """Return everybody's state on an ISO day, or in one session of it, in the order of the people."""
    by_person: dict[RowId, list[Attendance]] = {}
    for mark in marks:
        if mark.date == day and (not session or mark.session == session):
            by_person.setdefault(mark.person, []).append(mark)
    agencies = {item.id: item for item in opds}
    return tuple(
        _presence(item, agencies.get(item.opd), counting(by_person.get(item.id, ()), session))
        for item in people
    )


def presences_in(
    people: Sequence[Person],
    marks: Iterable[Attendance],
    opds: Sequence[Opd] = (),
    *,
    day: str,
    session: RowId = NO_ROW,
) -> tuple[Presence, ...]:
    """Return everybody's state in a session as its papers tell it (without one: on the day).

    The attendance of a session was taken where somebody was marked as there in it: then its own marks count
    alone. Where nobody was, it is that of its day, but whoever is said to have stayed away from the session
    stayed away.
    """
    known = tuple(marks)
    whole = presences(people, known, opds, day=day)
    own = presences(people, known, opds, day=day, session=session) if session else whole
    if any(item.is_there for item in own):
        return own
    return tuple(each if each.state else item for each, item in zip(own, whole, strict=True))


def _presence(person: Person, agency: Opd | None, found: Attendance | None) -> Presence:
    mark = found or Attendance()
    seen = mark.way != _ON_PAPER and mark.at.startswith(mark.date)
    return Presence(
        person,
        opd=(agency.called if agency else "") or person.institution,
        agency=(agency.name if agency else "") or person.institution,
        state=mark.state,
        at=mark.at if seen else "",
        noted=mark.at,
        way=mark.way,
        deputy=mark.deputy if mark.state == SENT else "",
        deputy_position=mark.deputy_position if mark.state == SENT else "",
        session=mark.session,
    )


def in_print_order(people: Iterable[Presence]) -> tuple[Presence, ...]:
    """Return participants as the daftar hadir has them: by number, those without one behind."""
    return tuple(
        sorted(
            people,
            key=lambda item: (item.person.number is None, item.person.number or 0, item.person.pos),
        )
    )


# Counting --------------------------------------------------------------------------------------------------


def recap(people: Sequence[Presence], opds: Sequence[Opd] = ()) -> Recap:
    """Return what the states come to; agencies in the order of ``opds``, then institutions by name."""
    by_element = tuple(
        tally(label("element", name), [item for item in people if item.person.element == name])
        for name in ELEMENTS
    )
    unknown = [item for item in people if item.person.element not in ELEMENTS]
    if unknown:
        by_element = (*by_element, tally("Belum diketahui", unknown))
    return Recap(
        whole=tally("Jumlah", people),
        by_opd=tuple(
            tally(own[0].agency or UNKNOWN_PLACE, own, own[0].opd or UNKNOWN_PLACE)
            for own in by_agency(people, opds)
        ),
        by_element=by_element,
        by_body=_by_body(people),
        added=sum(item.person.walk_in and item.is_there for item in people),
        warning=outsiders_warning(people),
    )


def tally(name: str, people: Iterable[Presence], called: str = "") -> Tally:
    """Return how many of these were expected and came."""
    states = [item.state for item in people]
    return Tally(
        name,
        called or name,
        len(states),
        states.count(CAME),
        states.count(SENT),
        states.count(STAYED_AWAY),
    )


def by_agency(people: Iterable[Presence], opds: Sequence[Opd] = ()) -> tuple[tuple[Presence, ...], ...]:
    """Return participants together as they come from one place: agencies in order, then institutions."""
    order = {key_of(item.name): place for place, item in enumerate(opds)}
    found: dict[tuple[int, str], list[Presence]] = {}
    for item in people:
        letters = key_of(item.agency)
        place = order.get(letters, len(order) + (not letters))
        found.setdefault((place, letters), []).append(item)
    return tuple(tuple(found[key]) for key in sorted(found))


def missing(people: Iterable[Presence], opds: Sequence[Opd] = ()) -> tuple[tuple[Presence, ...], ...]:
    """Return who is not there, together by agency, the agencies of whom most are missing first."""
    away = by_agency([item for item in people if not item.is_there], opds)
    return tuple(sorted(away, key=len, reverse=True))


def _by_body(people: Iterable[Presence]) -> tuple[Tally, ...]:
    found: dict[str, list[Presence]] = {}
    for item in people:
        found.setdefault(item.person.body, []).append(item)
    order = {name: place for place, name in enumerate(BODIES)}
    known = sorted(found, key=lambda name: (not name, order.get(name, len(order)), name))
    return tuple(tally(name or "Tanpa peran", found[name]) for name in known)


def outsiders_warning(people: Iterable[Presence]) -> str:
    """Return in words that too few of those who are there come from outside government; else empty.

    Nothing is said before ten people of known unsur are there.
    """
    there = [item.person.element for item in people if item.is_there and item.person.element in ELEMENTS]
    outside = sum(element != GOVERNMENT for element in there)
    if len(there) < _TELLING or outside >= len(there) * FEW_OUTSIDERS:
        return ""
    absent = [label("element", name).lower() for name in ELEMENTS if name not in there]
    limit = f"di bawah {FEW_OUTSIDERS * _PERCENT:.0f}%"
    count = f"Baru {outside} dari {len(there)} yang hadir berasal dari luar pemerintah"
    words = f"{count} ({percent(outside / len(there))}, {limit})."
    return f"{words} Belum ada: {', '.join(absent)}." if absent else words


def percent(share: float) -> str:
    """Return a share as ``82,5%``; what is not whole never shows as nothing or all."""
    value = share * _PERCENT
    shown = round(value, 1)
    if shown in {0.0, 100.0} and shown != value:
        shown = 0.1 if value < 1 else 99.9
    return f"{number(shown)}%"


# Over several days -----------------------------------------------------------------------------------------


def counted_days(days: Iterable[str], marks: Iterable[Attendance]) -> tuple[str, ...]:
    """Return those of the days on which anybody was marked as there."""
    marked = {item.date for item in marks if item.state in {CAME, SENT}}
    return tuple(day for day in days if day in marked)


def stays(people: Iterable[RowId], marks: Sequence[Attendance], days: Sequence[str]) -> dict[RowId, Stay]:
    """Return on how many of these ISO days each participant came, and whoever came in his place."""
    by_day: dict[tuple[RowId, str], list[Attendance]] = {}
    for mark in marks:
        by_day.setdefault((mark.person, mark.date), []).append(mark)
    return {row: _stay(row, by_day, days) for row in people}


def _stay(row: RowId, by_day: Mapping[tuple[RowId, str], Sequence[Attendance]], days: Sequence[str]) -> Stay:
    own = 0
    deputies: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for day in days:
        mark = counting(by_day.get((row, day), ()))
        if mark is not None and mark.state == CAME:
            own += 1
        elif mark is not None and mark.state == SENT and mark.deputy:
            name = spelt.setdefault(bare_name(mark.deputy), mark.deputy)
            deputies[name] = deputies.get(name, 0) + 1
    return Stay(row, own, len(days), deputies)


def agencies_first(counted: Recap, names: Collection[str]) -> Recap:
    """Return a recap whose lines are the agencies; all other institutions share the last one."""
    agencies = [item for item in counted.by_opd if item.name in names]
    others = [item for item in counted.by_opd if item.name not in names]
    if not others or not agencies:
        return counted
    last = Tally(
        f"Instansi lain ({number(len(others))})",
        "instansi lain",
        sum(item.expected for item in others),
        sum(item.came for item in others),
        sum(item.sent for item in others),
        sum(item.away for item in others),
    )
    return replace(counted, by_opd=(*agencies, last))
