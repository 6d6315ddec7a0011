"""The papers of the evening, gathered: minutes of a session, photo pages of a day."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.attendance import presences
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_day import Minutes, PhotoDay, present_words
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import times
from smartcity_desktop.domain.wording import day_of, stage_name
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_scope import DayScope, follow_ups, note_lines


def _minutes(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the minutes of a session; without any they are a form to be written on."""
    found = work.session(ask.session, ask.stage) or Session()
    stage = work.stage(row=found.stage)
    written = notes(work.db, session=found.id) if found.id else []
    there = presences(
        people(work.db),
        attendances(work.db, found.date),
        work.opds,
        day=found.date,
        session=found.id if _is_marked(work, found) else NO_ROW,
    )
    leader = found.leader or found.speaker
    minutes = Minutes(
        title=found.title,
        stage=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
        day=day_of(found.date),
        planned=times(found.start_plan, found.end_plan),
        actual=times(found.started_at, found.ended_at),
        place=found.place or (stage.place_on(found.date) if stage else ""),
        leader=leader,
        speaker=found.speaker if found.speaker != leader else "",
        present=present_words(there, work.words),
        agenda=_agenda(work, found),
        notes=note_lines(work, written, "pokok"),
        decisions=note_lines(work, written, "keputusan"),
        questions=note_lines(work, written, "pertanyaan"),
        follow_ups=follow_ups(written),
        signers=(Signer("Notulis,"), Signer("Pimpinan rapat,", name=leader)),
    )
    name = " ".join(part for part in (work.words.minutes_name, found.date, found.title) if part)
    frame = work.frame(stage, work.number(found if found.id else None))
    return PrintJob("notulen", name, frame, picture=minutes)


def _is_marked(work: Gathering, session: Session) -> bool:
    """Tell whether presence was marked for this session, not for its day alone."""
    return bool(session.id) and bool(attendances(work.db, session.date, session.id))


def _agenda(work: Gathering, session: Session) -> tuple[str, ...]:
    """Return what was to be talked about: what the room was shown, and the worksheet."""
    shown = [line.strip() for line in session.public.split("\n") if line.strip()]
    sheets = [item for item in work.worksheets if session.worksheet and item.id == session.worksheet]
    return (*shown, *(f"{item.code} {item.title}" for item in sheets))


def _photos(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the photos of all sessions of a day."""
    scope = DayScope(work, ask)
    picture = PhotoDay(scope.stage_words, day_of(scope.day), scope.place, scope.photos)
    name = f"Foto kegiatan {scope.day}".strip()
    return PrintJob("halaman-foto", name, work.frame(scope.stage, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    "notulen": _minutes,
    "halaman-foto": _photos,
}
