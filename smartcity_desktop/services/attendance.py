"""Who is there: marked by number at the door, by pages of the signed list, or as a guest in one line."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.agenda import stage_days
from smartcity_desktop.domain.attendance import (
    CAME,
    SENT,
    STAYED_AWAY,
    Presence,
    Stay,
    counted_days,
    in_print_order,
    missing,
    outsiders_warning,
    presences,
    recap,
    stays,
    tally,
)
from smartcity_desktop.domain.attendance_door import (
    ALREADY,
    DEPUTY,
    MARKED,
    SEVERAL,
    UNCLEAR,
    UNKNOWN,
    Day,
    Door,
    Entry,
    Guest,
    Place,
    TodayCount,
)
from smartcity_desktop.domain.attendance_typed import Typed, read_typed
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Value
from smartcity_desktop.domain.entity import WAYS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import (
    GOVERNMENT,
    Attendance,
    Person,
    bare_name,
    next_number,
    told_apart,
)
from smartcity_desktop.domain.people_line import read_line
from smartcity_desktop.domain.people_words import guessed_element
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import people as query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.stage_days import days_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import stages

if TYPE_CHECKING:
    from smartcity_desktop.domain.print_job import PrintJob
    from smartcity_desktop.domain.session import Session

BY_NUMBER, BY_PAPER, BY_HAND, AS_GUEST = WAYS
_MOST_FOUND: Final = 30


class AttendanceService:
    """Marks who is there, each participant once for a day and once for each session of it."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # Reading -----------------------------------------------------------------------------------------------

    def days(self) -> tuple[Day, ...]:
        """Return the days on which attendance can be taken: those of the stages, of marks, and today."""
        today = self._store.now().date().isoformat()
        db = self._store.db
        known: dict[str, list[Session]] = {}
        for item in session_query.sessions(db):
            known.setdefault(item.date, []).append(item)
        found: dict[str, tuple[int, int]] = {}
        for stage in stages(db):
            for number, day in enumerate(stage_days(stage.date_start, stage.date_end), start=1):
                found.setdefault(day, (stage.number or 0, number))
        others = {today, *known, *(item.date for item in query.attendances(db))} - {""}
        for day in others:
            found.setdefault(day, (0, 0))
        return tuple(
            Day(
                day,
                *found[day],
                tuple(sorted(known.get(day, ()), key=lambda item: item.start_plan)),
                day == today,
            )
            for day in sorted(found)
        )

    def door(self, place: Place | None = None) -> Door:
        """Return how a day or a session stands; without one it is today."""
        days = self.days()
        chosen = place or Place(next(item.day for item in days if item.is_today))
        people = self._people(chosen)
        agencies = opds(self._store.db)
        numbers = [item.person.number for item in people if item.person.number is not None]
        return Door(
            chosen,
            days,
            in_print_order(people),
            recap(people, agencies),
            missing(in_print_order(people), agencies),
            self._last(people, chosen),
            len(people) - len(set(numbers)),
        )

    def _last(self, people: Sequence[Presence], place: Place) -> tuple[Presence, ...]:
        marks = query.attendances(self._store.db, place.day)
        own = (item.person for item in reversed(marks) if place.session in {NO_ROW, item.session})
        known = {item.person.id: item for item in people if item.state}
        return tuple(known[row] for row in dict.fromkeys(own) if row in known)

    def today(self) -> TodayCount | None:
        """Return how today stands; None where nobody meets today and nobody was marked."""
        today = next(item for item in self.days() if item.is_today)
        people = self._people(Place(today.day))
        whole = tally("", people)
        if not people or not (today.stage or today.sessions or whole.there):
            return None
        away = missing(people, opds(self._store.db))
        return TodayCount(
            today.day,
            today.stage,
            whole.expected,
            whole.there,
            whole.sent,
            tuple((own[0].opd, len(own)) for own in away),
            outsiders_warning(people),
        )

    def find(self, text: str, place: Place) -> tuple[Presence, ...]:
        """Return participants whose name holds every word of a text, those that begin with it first."""
        words = plain(text).split()
        start = " ".join(words)
        found = [
            (not name.startswith(start), item.person.number or 0, item.person.pos, item)
            for item in self._people(place)
            if all(word in (name := plain(item.person.name)) for word in words)
        ]
        found.sort(key=lambda each: each[:3])
        return tuple(item for *_, item in found[:_MOST_FOUND]) if words else ()

    def history(self, person: RowId) -> tuple[Attendance, ...]:
        """Return every mark of one participant, by day, the mark for the day before those of its sessions."""
        own = [item for item in query.attendances(self._store.db) if item.person == person and item.state]
        return tuple(sorted(own, key=lambda item: (item.date, bool(item.session), item.at)))

    def stays(self, stage: RowId) -> dict[RowId, Stay]:
        """Return on how many days of a stage each participant came, and each deputy in his place.

        A day counts on which anybody was marked as there.
        """
        found = next((item for item in stages(self._store.db) if item.id == stage), None)
        days = days_of(self._store.db, found) if found else ()
        marks = query.attendances(self._store.db)
        people = [item.id for item in query.people(self._store.db)]
        return stays(people, marks, counted_days(days, marks))

    def _people(self, place: Place) -> tuple[Presence, ...]:
        db = self._store.db
        marks = query.attendances(db, place.day)
        return presences(query.people(db), marks, opds(db), day=place.day, session=place.session)

    def _one(self, person: RowId, place: Place) -> Presence | None:
        return next((item for item in self._people(place) if item.person.id == person), None)

    # Marking -----------------------------------------------------------------------------------------------

    def enter(self, text: str, place: Place) -> tuple[Entry, Changes]:
        """Take what was typed or scanned at the door.

        Somebody who is there already is not marked again, two people with one number (or name) are asked
        for, and nothing is written for a number that nobody has.
        """
        typed = read_typed(text)
        if typed.number is not None:
            people = self._people(place)
            found = tuple(item for item in people if item.person.number == typed.number)
        else:
            found = self.find(typed.name, place) if typed.name else ()
        if not found:
            unclear = typed.number is None and not typed.name
            return Entry(typed, UNCLEAR if unclear else UNKNOWN), Changes()
        if len(found) > 1:
            return Entry(typed, SEVERAL, choices=found), Changes()
        if typed.deputy:
            return Entry(typed, DEPUTY, found[0]), Changes()
        way = BY_NUMBER if typed.number is not None else BY_HAND
        return self._came(typed, found[0], place, way)

    def choose(self, entry: Entry, person: RowId, place: Place) -> tuple[Entry, Changes]:
        """Take the one of several that an entry means."""
        found = self._need(person, place)
        if entry.typed.deputy:
            return Entry(entry.typed, DEPUTY, found), Changes()
        return self._came(entry.typed, found, place, BY_HAND if entry.typed.name else BY_NUMBER)

    def _came(self, typed: Typed, who: Presence, place: Place, way: str) -> tuple[Entry, Changes]:
        if who.is_there:
            return Entry(typed, ALREADY, who), Changes()
        changes = self.mark(place, CAME, who.person.id, way=way)
        return Entry(typed, MARKED, self._one(who.person.id, place)), changes

    def mark(self, place: Place, state: str, *people: RowId, way: str = BY_HAND) -> Changes:
        """Say of participants that they came or stayed away, one act. Raises UserFault ``person-gone``."""
        if state not in {CAME, STAYED_AWAY}:
            raise ValueError(state)
        known = {item.person.id: item.person for item in self._people(place)}
        if not known.keys() >= set(people):
            raise UserFault("person-gone")
        edits = [self._edit(place, row, state, way) for row in people]
        who = told_apart([known[row] for row in people])
        return self._store.write(edits, f"catat {'hadir' if state == CAME else 'tidak hadir'}: {who}")

    def send(self, place: Place, person: RowId, deputy: str, position: str = "") -> Changes:
        """Say who came in the place of a participant; the seat counts as filled.

        Raises UserFault ``person-nameless`` where the deputy has no name, ``person-gone``.
        """
        name = " ".join(deputy.split())
        if not name:
            raise UserFault("person-nameless")
        who = self._need(person, place)
        edit = self._edit(place, person, SENT, BY_HAND, (name, " ".join(position.split())))
        return self._store.write([edit], f"catat {told_apart([who.person])} diwakili")

    def unmark(self, place: Place, *people: RowId) -> Changes:
        """Take back what was said of participants on a day (its sessions too) or in one session."""
        wanted = set(people)
        rows = [
            item
            for item in query.attendances(self._store.db, place.day)
            if item.person in wanted and (not place.session or item.session == place.session)
        ]
        edits: list[Edit] = [Gone("attendance", item.id) for item in rows]
        who = told_apart([item.person for item in self._people(place) if item.person.id in wanted])
        return self._store.write(edits, f"batalkan kehadiran {who}")

    def take_page(
        self, place: Place, page: Sequence[RowId], absent: Collection[RowId], *, name: str = ""
    ) -> Changes:
        """Take a page of the signed list: all on it came but ``absent``, one act; ``name`` says which page.

        What was marked at the door stays, deputies too; what an earlier look at the page said is changed.
        """
        standing = {item.person.id: item for item in self._people(place)}
        edits: list[Edit] = []
        for row in page:
            known = standing.get(row)
            state = STAYED_AWAY if row in absent else CAME
            if known is None or known.state == state or (known.is_there and known.way != BY_PAPER):
                continue
            edits.append(self._edit(place, row, state, BY_PAPER))
        came = sum(row not in absent for row in page)
        words = f"catat daftar bertanda tangan {name}".strip()
        return self._store.write(edits, f"{words}: {came} hadir")

    # Guests ------------------------------------------------------------------------------------------------

    def tell_guest(self, line: str, place: Place, *, as_written: bool = False) -> Guest:
        """Return what a line about a guest becomes; ``as_written`` leaves the institution as it is.

        Nothing is stored.
        """
        from smartcity_desktop.storage.opd_names import opd_names

        names = opd_names(self._store.db)
        told = read_line(line, names)
        agencies = {item.id: item for item in opds(self._store.db)}
        institution, position = told.institution, told.position
        match = names.match(institution)
        opd = NO_ROW if as_written else match.opd
        people = self._people(place)
        agency = agencies[opd].name if opd else institution
        person = Person(
            name=told.name,
            position=position,
            opd=opd,
            institution="" if opd else institution,
            element=_element(agencies.get(opd), agency, position),
            number=next_number((), query.highest_number(self._store.db)),
            walk_in=True,
        )
        letters = bare_name(told.name)
        known = tuple(item for item in people if letters and bare_name(item.person.name) == letters)
        return Guest(person, agency, match.sure or not opd, known)

    def add_guest(self, line: str, place: Place, *, as_written: bool = False) -> tuple[Presence, Changes]:
        """Add a guest to the list as present, one act. Raises UserFault ``person-nameless``."""
        told = self.tell_guest(line, place, as_written=as_written).person
        if not told.name:
            raise UserFault("person-nameless")
        row = self._store.ids.new()
        fields = ("name", "position", "opd", "institution", "element", "number", "walk_in")
        values: dict[str, Value] = {name: getattr(told, name) for name in fields if getattr(told, name)}
        values["pos"] = self._store.positions("person", 1)[0]
        edits = [Birth("person", row, values), self._edit(place, row, CAME, AS_GUEST)]
        changes = self._store.write(edits, f"peserta tambahan {told_apart([told])}")
        return self._need(row, place), changes

    # Inside ------------------------------------------------------------------------------------------------

    def _need(self, person: RowId, place: Place) -> Presence:
        found = self._one(person, place)
        if found is None:
            raise UserFault("person-gone")
        return found

    def _edit(
        self, place: Place, person: RowId, state: str, way: str, deputy: tuple[str, str] = ("", "")
    ) -> Birth:
        values: dict[str, Value] = {
            "person": person,
            "date": place.day,
            "session": place.session,
            "state": state,
            "at": self._store.now().isoformat(timespec="milliseconds"),
            "way": way,
            "deputy": deputy[0],
            "deputy_position": deputy[1],
        }
        return Birth("attendance", self._store.key("attendance", person, place.day, place.session), values)


def _element(agency: Opd | None, name: str, position: str) -> str:
    if agency is not None and agency.kind != "luar":
        return GOVERNMENT
    return guessed_element(name, position)


def paper_pages(job: "PrintJob") -> tuple[tuple[int, ...], ...]:
    """Return which rows of a gathered daftar hadir (from 0) stand on which page. Slow: for the side pool."""
    from smartcity_desktop.reporting import people

    return people.rows_by_page(job)
