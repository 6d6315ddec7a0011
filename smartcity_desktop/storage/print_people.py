"""The prints about people, gathered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.attendance import CAME, SENT, Presence, by_agency, in_print_order, presences_in
from smartcity_desktop.domain.group_board import called
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import times
from smartcity_desktop.domain.wording import day_of, number, stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groups, seats
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_stage import days_of, meant_day, meant_grouping, meant_stage
from smartcity_desktop.storage.workshop import identities

LIST: Final = "daftar-hadir"
FILLED, PER_OPD, FILLED_PER_OPD = "terisi", "per-opd", "terisi-per-opd"
"""Ways to make the daftar hadir besides the usual blank one."""
_GUESTS_EACH: Final = 2


def _attendance(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the daftar hadir of a day or session: the known participants, or the OPD as expected guests.

    Without a day or session it is that of the running or last session, before any has begun that of the day.
    """
    day = day_of(ask.day) if not ask.session else None
    found = None if day else work.session(ask.session, ask.stage)
    if found and not (ask.session or found.started_at):
        found = None
    stage = work.stage(row=found.stage) if found else meant_stage(work, ask)
    when = day or day_of(found.date if found else meant_day(work, ask, stage))
    there = _people(work, when, found)
    filled = ask.filled or ask.choice in {FILLED, FILLED_PER_OPD}
    form = pictures.AttendanceForm(
        title=found.title if found else (day_title(work, stage, when) or work.workshop.title),
        day=when,
        planned=times(found.start_plan, found.end_plan) if found else _span(work, when),
        place=_place(found, stage, when),
        signers=work.signers(LIST, ask.signer),
        filled=filled,
    )
    frame = work.frame(stage, work.number(found) if found else day_number(work, stage, when))
    name = "Daftar hadir terisi" if filled else "Daftar hadir"
    rows = _rows(work, there, _grouping(work, found, stage, when, ask), filled=filled)
    if there and (ask.per_opd or ask.choice in {PER_OPD, FILLED_PER_OPD}):
        jobs = [
            PrintJob(LIST, f"{name} {own.called}", frame, attendance=replace(form, **own.values(rows)))
            for own in _tables(work, there)
        ]
        return PrintJob(LIST, f"{name} per {work.words.opd}", frame, jobs=tuple(jobs))
    listed = tuple(rows[item.person.id] for item in there)
    guests = () if there else tuple(pictures.AttendanceRow("", "", item.name) for item in work.opds)
    whole = replace(form, rows=listed or guests, summary=_summary(there) if filled else "")
    return PrintJob(LIST, name, frame, attendance=whole)


@dataclass(frozen=True, slots=True)
class _Table:
    """Those whose list is one print of its own: of one agency, or of all that come from elsewhere."""

    called: str
    agency: str
    people: tuple[Presence, ...]
    mixed: bool = False

    def values(self, rows: Mapping[RowId, pictures.AttendanceRow]) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "mixed": self.mixed,
            "rows": tuple(rows[item.person.id] for item in self.people),
            "blank_rows": _GUESTS_EACH,
            "signers": (),
        }


def _tables(work: Gathering, there: Sequence[Presence]) -> list[_Table]:
    known = {item.id for item in work.opds}
    own = [item for item in there if item.person.opd in known]
    others = tuple(item for item in there if item.person.opd not in known)
    found = [_Table(each[0].opd, each[0].agency, each) for each in by_agency(own, work.opds)]
    rest = _Table("instansi lain", "Instansi lain", others, mixed=True)
    return [*found, rest] if others else found


def day_number(work: Gathering, stage: Stage | None, day: date | None) -> str:
    """Return the number in the foot of the prints of a day: stage and day, ``II-1``."""
    days = days_of(work, stage)
    if stage is None or day is None or day.isoformat() not in days:
        return ""
    return f"{stage_name(stage.number or 0)}-{days.index(day.isoformat()) + 1}"


def day_title(work: Gathering, stage: Stage | None, day: date | None) -> str:
    """Return what the list of a whole day is about: the title of its stage, and which day of several."""
    if stage is None:
        return ""
    days = days_of(work, stage)
    which = days.index(day.isoformat()) + 1 if day and day.isoformat() in days and len(days) > 1 else 0
    return ", ".join(text for text in (stage.title, f"hari ke-{which}" if which else "") if text)


def _place(found: Session | None, stage: Stage | None, day: date | None) -> str:
    if found and found.place:
        return found.place
    return stage.place_on(day.isoformat() if day else "") if stage else ""


def _span(work: Gathering, day: date | None) -> str:
    """Return from when to when a day is planned, empty where it has no agenda."""
    wanted = day.isoformat() if day else ""
    own = [item for item in session_query.sessions(work.db) if item.date == wanted and item.start_plan]
    return times(min(item.start_plan for item in own), max(item.end_plan for item in own)) if own else ""


def _people(work: Gathering, day: date | None, session: Session | None) -> tuple[Presence, ...]:
    """Return the participants in printed order, with who was there on that day or in that session."""
    known, marks = people(work.db), attendances(work.db)
    wanted = day.isoformat() if day else ""
    row = session.id if session else NO_ROW
    return in_print_order(presences_in(known, marks, work.opds, day=wanted, session=row))


def _grouping(
    work: Gathering, session: Session | None, stage: Stage | None, day: date | None, ask: PrintAsk
) -> Mapping[RowId, str]:
    """Return the groups of participants in short: of that session, of its day, else the stage's last."""
    wanted = day.isoformat() if day else ""
    used = (item.grouping for item in session_query.sessions(work.db) if item.date == wanted)
    own = session.grouping if session else NO_ROW
    meant = ask.grouping or own or next((row for row in used if row), NO_ROW)
    chosen = meant_grouping(work, replace(ask, grouping=meant), stage)
    if chosen is None:
        return {}
    names = {item.id: called(item) for item in groups(work.db, chosen.id)}
    return {item.person: names.get(item.group, "") for item in seats(work.db, chosen.id)}


def _rows(
    work: Gathering, there: Sequence[Presence], grouped: Mapping[RowId, str], *, filled: bool
) -> dict[RowId, pictures.AttendanceRow]:
    shows_nip = work.workshop.keep_nip and work.workshop.list_nip
    numbers = identities(work.db, [item.person.id for item in there]) if shows_nip else {}
    nips = {row: item.nip for row, item in numbers.items()}
    return {
        item.person.id: pictures.AttendanceRow(
            item.person.name,
            item.person.position,
            item.agency,
            item.person.number,
            nips.get(item.person.id, ""),
            grouped.get(item.person.id, ""),
            item.person.gender,
            _presence(item) if filled else "",
            _deputy(item) if filled else "",
        )
        for item in there
    }


def _presence(item: Presence) -> str:
    """Return the state for the column to sign in; who came instead stands with the name."""
    return "diwakili" if item.state == SENT else item.words if item.state == CAME else "–"


def _deputy(item: Presence) -> str:
    return ", ".join(text for text in (item.deputy, item.deputy_position) if text)


def _summary(there: Sequence[Presence]) -> str:
    present = sum(item.is_there for item in there)
    sent = sum(item.state == SENT for item in there)
    words = f"Jumlah seluruhnya {number(present)} dari {number(len(there))} peserta hadir"
    return f"{words}, {number(sent)} di antaranya diwakili." if sent else f"{words}."


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {LIST: _attendance}
