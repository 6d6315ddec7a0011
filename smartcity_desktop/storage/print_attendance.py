"""The recap of attendance, gathered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.attendance import (
    SENT,
    Presence,
    Tally,
    counted_days,
    in_print_order,
    missing,
    presences,
    recap,
    tally,
)
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.paper_attendance import AttendanceRecap, DayTally, DeputyLine, MissingLine
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.wording import day_of, label, number
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_people import day_number, day_title
from smartcity_desktop.storage.print_stage import days_of, held_stage, meant_day

RECAP: Final = "rekap-kehadiran"


def _recap(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather who was there on a day, by agency, unsur and role, with the other days of the stage."""
    stage = held_stage(work, ask)
    day = meant_day(work, ask, stage)
    marks, known = attendances(work.db), people(work.db)
    there = in_print_order(presences(known, marks, work.opds, day=day))
    days = days_of(work, stage)
    counted = sorted({*counted_days(days, marks), day} - {""})
    picture = AttendanceRecap(
        title=day_title(work, stage, day_of(day)) or work.workshop.title,
        day=day_of(day),
        place=stage.place_on(day) if stage else "",
        recap=replace(recap(there, work.opds), by_opd=_by_opd(work, there)),
        days=tuple(
            DayTally(
                days.index(item) + 1 if item in days else 0,
                day_of(item),
                tally("", presences(known, marks, day=item)),
            )
            for item in counted
        ),
        deputies=tuple(_deputy(item) for item in there if item.state == SENT),
        missing=tuple(
            MissingLine(own[0].opd or "Tanpa instansi", tuple(item.person.name for item in own))
            for own in missing(there, work.opds)
        ),
        guests=tuple(_guest(item) for item in there if item.person.walk_in and item.is_there),
        signers=work.signers(RECAP, ask.signer),
    )
    frame = work.frame(stage, day_number(work, stage, day_of(day)))
    return PrintJob(RECAP, "Rekap kehadiran", frame, picture=picture)


def _by_opd(work: Gathering, there: Sequence[Presence]) -> tuple[Tally, ...]:
    """Return the agencies one by one; institutions that are none stand together by unsur."""
    known = {item.id for item in work.opds}
    own = recap([item for item in there if item.person.opd in known], work.opds).by_opd
    others = [item for item in there if item.person.opd not in known]
    found = []
    for element in (*ELEMENTS, ""):
        same = [item for item in others if item.person.element == element]
        places = len({key_of(item.agency) for item in same})
        if same:
            unsur = label("element", element).lower() if element else "unsur belum diketahui"
            found.append(tally(f"Instansi lain, {unsur} ({number(places)})", same))
    return (*own, *found)


def _deputy(item: Presence) -> DeputyLine:
    name = ", ".join(text for text in (item.deputy, item.deputy_position) if text)
    return DeputyLine(name or "–", item.person.name, item.opd)


def _guest(item: Presence) -> str:
    return ", ".join(text for text in (item.person.name, item.opd) if text)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {RECAP: _recap}
