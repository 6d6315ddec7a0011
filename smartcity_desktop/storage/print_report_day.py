"""The report of a day, gathered: what was planned and happened, who came, what it came to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain import day_words
from smartcity_desktop.domain.attendance import Recap, agencies_first, recap
from smartcity_desktop.domain.course import course
from smartcity_desktop.domain.day_words import Event
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_day import DayReport, GroupRecord, present_words
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.report import SessionReport
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import blanks, times
from smartcity_desktop.domain.turns import works_with
from smartcity_desktop.domain.wording import day_of, number
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.print_record import Records
from smartcity_desktop.storage.print_scope import DayScope, follow_ups, note_lines
from smartcity_desktop.storage.print_session import report_of
from smartcity_desktop.storage.session import sessions

_KIND: Final = "laporan-harian"
_TEACHING: Final = frozenset({"", "materi", "kelompok", "presentasi"})
"""Kinds of block whose speaker teaches: who opens or signs is none of the narasumber."""


def _report(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the report of a day, at any moment of it and with any part empty."""
    scope = DayScope(work, ask)
    report = replace(day_report(work, scope), signers=work.signers(_KIND, ask.signer))
    name = f"Laporan harian {scope.day}".strip()
    frame = work.frame(scope.stage, "")
    return PrintJob(_KIND, name, frame, picture=report, passages=report.passages)


def day_report(work: Gathering, scope: DayScope) -> DayReport:
    """Return what the report of a day says; who signs it is not known here."""
    records = groups_of_day(work, scope)
    told = [report_of(work, item) for item in scope.blocks if item.worksheet and item.started_at]
    counted = agencies_first(recap(scope.presences, work.opds), {item.name for item in work.opds})
    return DayReport(
        stage=scope.stage_words,
        title=scope.stage.title if scope.stage else "",
        day=day_of(scope.day),
        number=scope.number,
        place=scope.place,
        time=_hours(scope.blocks),
        basis=tuple(blanks(item.text) for item in query.basis(work.db)),
        recap=counted,
        present=present_words(scope.presences, work.words),
        speakers=_speakers(scope.blocks),
        course=course(scope.blocks),
        results=tuple(line for item in told for line in item.results),
        pagu_year=next((item.pagu_year for item in told if item.pagu_year), None),
        groups=tuple(line for item in told for line in item.groups),
        records=records,
        decisions=note_lines(work, scope.notes, "keputusan"),
        questions=note_lines(work, scope.notes, "pertanyaan"),
        follow_ups=follow_ups(scope.notes),
        annexes=_annexes(scope, records, told),
        passages=_passages(work, scope, counted, records),
    )


def _passages(
    work: Gathering, scope: DayScope, counted: Recap, records: Sequence[GroupRecord]
) -> tuple[Passage, ...]:
    event, words = event_of(work, scope), work.words
    obstacles = day_words.obstacles(scope.blocks, counted, records, words)
    return (
        scope.passage(day_words.INTRODUCTION, "Pendahuluan", day_words.introduction(event)),
        scope.passage(day_words.PURPOSE, "Maksud dan tujuan", day_words.purpose(event, words)),
        scope.passage(day_words.OBSTACLES, "Kendala", obstacles),
        scope.passage(day_words.CLOSING, "Penutup", day_words.closing(event)),
    )


def event_of(work: Gathering, scope: DayScope) -> Event:
    """Return what the sentences of this day name."""
    shop = work.workshop
    years = f"{shop.period_start}–{shop.period_end}" if shop.period_start and shop.period_end else ""
    goal = scope.stage.goal if scope.stage else ""
    return Event(shop.title, scope.stage_words, shop.region_name, years, goal, scope.number)


def groups_of_day(work: Gathering, scope: DayScope) -> tuple[GroupRecord, ...]:
    """Return what the groups came to whose division a block of this day used."""
    known, divisions = sessions(work.db, scope.stage_row), groupings(work.db)
    meant = (works_with(item, known, divisions) for item in reversed(scope.blocks))
    used = next((row for row in meant if row), NO_ROW)
    if not used:
        return ()
    return Records(work, PrintAsk(stage=scope.stage_row, day=scope.day, grouping=used)).records(NO_ROW)


def _hours(blocks: Sequence[Session]) -> str:
    """Return from when to when the day lasted: really where it has begun, else as planned."""
    held = [item for item in blocks if item.started_at]
    if held:
        ended = max(item.ended_at for item in held)
        still = any(item.is_running for item in held)
        return times(min(item.started_at for item in held), "" if still else ended)
    planned = [item for item in blocks if item.start_plan and not item.skipped]
    return times(planned[0].start_plan, planned[-1].end_plan) if planned else ""


def _speakers(blocks: Sequence[Session]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (item.speaker, item.title)
        for item in blocks
        if item.speaker and item.kind in _TEACHING and not item.skipped
    )


def _annexes(
    scope: DayScope, records: Sequence[GroupRecord], told: Sequence[SessionReport]
) -> tuple[str, ...]:
    """Return the papers that belong to the report and for which there is something to print."""
    held = len({item.session for item in scope.notes if item.session})
    sheets = sum(len(item.details) for item in told)
    listed = (
        (f"Daftar hadir hari ke-{scope.number}", bool(scope.people)),
        ("Rekap kehadiran", any(item.is_there for item in scope.presences)),
        (f"{scope.work.words.minutes.capitalize()} ({number(held)} sesi)", bool(held)),
        (f"Berita acara kelompok ({number(len(records))} kelompok)", bool(records)),
        (f"Kertas kerja terisi ({number(sheets)} lembar)", bool(sheets)),
        ("Materi narasumber", bool(_speakers(scope.blocks))),
        (f"Dokumentasi ({number(len(scope.photos))} foto)", bool(scope.photos)),
    )
    return tuple(words for words, there in listed if there)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {_KIND: _report}
