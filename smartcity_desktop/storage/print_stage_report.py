"""The report of a stage and the final report, gathered from the reports of their days."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.attendance import (
    CAME,
    SENT,
    STAYED_AWAY,
    Recap,
    agencies_first,
    presences,
    recap,
)
from smartcity_desktop.domain.day_words import Event
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_stage_report import (
    FINAL_REPORT,
    STAGE_REPORT,
    StagePart,
    StageReport,
    passages,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.session_report import blanks
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.leader import Leaders
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_leader import counts_table, wins_table
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.print_report_day import day_report
from smartcity_desktop.storage.print_scope import DayScope
from smartcity_desktop.storage.print_stage import days_of, held_stage


def _of_stage(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the report of one stage."""
    stage = held_stage(work, ask)
    parts = (_part(work, stage),) if stage else ()
    named = f"Tahap {stage_name(stage.number or 0)}" if stage else ""
    report = StageReport(
        STAGE_REPORT,
        f"Laporan {named}" if named else "Laporan Tahap",
        stage.title if stage else "",
        parts,
    )
    return _job(work, ask, stage, report)


def _whole(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the final report of all stages of which anything was held."""
    parts = tuple(part for part in (_part(work, item) for item in work.stages) if _was_held(part))
    known, say = Leaders(work), work.words.say
    results = (counts_table(known, say), wins_table(known, known.wins(), say))
    return _job(work, ask, None, StageReport(FINAL_REPORT, "Laporan Akhir", "", parts, results=results))


def _part(work: Gathering, stage: Stage) -> StagePart:
    scopes = [DayScope(work, PrintAsk(stage=stage.id, day=day)) for day in days_of(work, stage)]
    return StagePart(
        f"Tahap {stage_name(stage.number or 0)}",
        stage.title,
        stage.goal,
        tuple(day_report(work, scope) for scope in scopes),
    )


def _was_held(part: StagePart) -> bool:
    """Tell whether anything of a stage was begun, counted, or written down."""
    return any(
        day.recap.whole.there or day.decisions or day.follow_ups or any(item.actual for item in day.course)
        for day in part.days
    )


def _job(work: Gathering, ask: PrintAsk, stage: Stage | None, report: StageReport) -> PrintJob:
    shop = work.workshop
    row = stage.id if stage else NO_ROW
    days = [day.day for _, day in report.days if day.day]
    years = f"{shop.period_start}–{shop.period_end}" if shop.period_start and shop.period_end else ""
    named = report.parts[0].stage if stage and report.parts else ""
    event = Event(shop.title, named, shop.region_name, years)
    report = replace(
        report,
        basis=tuple(blanks(item.text) for item in query.basis(work.db)),
        counted=_counted(work, [day.isoformat() for day in days]),
        signers=work.signers(report.kind, ask.signer),
        last=max(days, default=None),
    )
    own = {item.kind: item.text for item in paper_texts(work.db) if (item.stage, item.date) == (row, "")}
    return PrintJob(
        report.kind,
        report.word,
        work.frame(stage, ""),
        picture=report,
        passages=passages(report, event, row, own),
    )


def _counted(work: Gathering, days: list[str]) -> Recap:
    """Return who was there on any of these days, each person once, by agency."""
    known, marks = people(work.db), attendances(work.db)
    best = list(presences(known, marks, work.opds, day=""))
    for day in days:
        for place, item in enumerate(presences(known, marks, work.opds, day=day)):
            if _weight(item.state) > _weight(best[place].state):
                best[place] = item
    return agencies_first(recap(best, work.opds), {item.name for item in work.opds})


def _weight(state: str) -> int:
    """Order states by how much they say of a whole stage: came once, was represented, stayed away."""
    return {CAME: 3, SENT: 2, STAYED_AWAY: 1}.get(state, 0)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    STAGE_REPORT: _of_stage,
    FINAL_REPORT: _whole,
}
