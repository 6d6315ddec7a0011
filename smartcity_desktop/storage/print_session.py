"""The session report, gathered."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.attendance import Presence, agencies_first, presences_in, recap
from smartcity_desktop.domain.course import CourseLine, course, turn_lines
from smartcity_desktop.domain.dimension import RETIRED
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.group_report import (
    group_points,
    group_summary,
    summary_of_groups,
    without,
    written,
)
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import attendance as attendance_of
from smartcity_desktop.domain.session_report import (
    blanks,
    came,
    homes,
    open_points,
    relevant,
    report_year,
    result,
    sheet_picture,
    summary,
    times,
)
from smartcity_desktop.domain.wording import day_of, label, plan_time, stage_name
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Sheet, Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groups
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.origin import merged_beside
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.photo import photos
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.turns import slots
from smartcity_desktop.storage.worksheet import sheets

_KIND: Final = "laporan-sesi"


def _report(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the session report, at any moment of the session and with any part empty."""
    found = work.session(ask.session, ask.stage)
    if found is None:
        if not ask.even_empty:
            raise UserFault("session-unknown")
        found = Session()
    name = f"Laporan sesi {found.date} {found.title}".strip()
    number = work.number(found if found.id else None)
    frame = work.frame(work.stage(row=found.stage), number)
    signers = work.signers(_KIND, ask.signer)
    return PrintJob(_KIND, name, frame, session=replace(report_of(work, found), signers=signers))


def report_of(work: Gathering, found: Session) -> pictures.SessionReport:
    """Return what the report of one session says; who signs it is not known here."""
    worked = _worked(work, found)
    grids = [(agency, grid_of(work.store, sheet.worksheet, agency.id, found.id)) for agency, sheet in worked]
    groups = _groups(work, found)
    of_groups = [grid for own, _ in groups for grid in own]
    waiting = _waiting(work, found)
    listed = _in_order(work, [*grids, *waiting])
    of_plans = [(agency, grid) for agency, grid in listed if grid.worksheet.rows_from == PROGRAMS]
    # Rows of other worksheets are no programs of a plan: they are told as those of the groups are.
    others = [grid for _, grid in listed if grid.worksheet.rows_from != PROGRAMS]
    of_rows = [*others, *of_groups]
    year = report_year(work.workshop.year, [grid for _, grid in of_plans])
    there = _there(work, found)
    stage = work.stage(row=found.stage)
    minutes = notes(work.db, session=found.id)
    words = work.words
    warnings = [
        pictures.OpenWarning(agency.name, text)
        for agency, grid in of_plans
        for text in open_points(grid, agency, words)
    ]
    warnings += [
        pictures.OpenWarning(grid.party_name, text) for grid in of_rows for text in group_points(grid)
    ]
    return pictures.SessionReport(
        title=found.title,
        stage=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
        day=day_of(found.date),
        planned=times(found.start_plan, found.end_plan),
        actual=times(found.started_at, found.ended_at),
        running=found.is_running,
        place=found.place or (stage.place_on(found.date) if stage else ""),
        leader=found.leader,
        attendance=came(there)
        if there
        else attendance_of([sheet for _, sheet in worked], [grid.sheet for grid in of_groups]),
        recap=agencies_first(recap(there, work.opds), {item.name for item in work.opds}),
        pagu_year=year,
        results=tuple(result(agency, grid, year) for agency, grid in of_plans),
        details=tuple(
            sheet_picture(grid) for grid in [*(grid for _, grid in grids), *of_groups] if grid.rows
        ),
        groups=(
            *(group_summary(own) for own in _by_worksheet(others)),
            *(replace(group_summary(own), merged=merged) for own, merged in groups),
        ),
        dimensions=_spread(work, [grid for _, grid in grids if grid.worksheet.rows_from == PROGRAMS]),
        decisions=_notes(work, minutes, "keputusan"),
        questions=_notes(work, minutes, "pertanyaan"),
        follow_ups=_follow_ups(minutes),
        notes=_notes(work, minutes, "pokok"),
        warning_summary=" ".join(
            text for text in (summary(of_plans, words), summary_of_groups(of_rows, words)) if text
        ),
        warnings=tuple(warnings),
        basis=tuple(blanks(item.text) for item in query.basis(work.db)),
        photos=_photos(work, found.id),
        course=_course(work, found),
        turns=turn_lines(slots(work.db, found.id)) if found.id else (),
    )


def _there(work: Gathering, found: Session) -> tuple[Presence, ...]:
    """Return who was there in the session or on its day, nobody where attendance was not taken at all."""
    marks = attendances(work.db, found.date) if found.date else []
    states = presences_in(people(work.db), marks, work.opds, day=found.date, session=found.id)
    return states if any(item.is_there for item in states) else ()


def _course(work: Gathering, found: Session) -> tuple[CourseLine, ...]:
    """Return the blocks of the session's day; a session that is alone there says its times in the head."""
    day = [item for item in sessions(work.db) if item.date and item.date == found.date]
    told = len(day) > 1 or found.paused_seconds or found.extra_minutes or found.skipped
    return course(day, found) if told else ()


def _photos(work: Gathering, session: RowId) -> tuple[pictures.PhotoPrint, ...]:
    db = work.db
    kept = [(item.caption, attachment.get(db, item.picture)) for item in photos(db, session)]
    return tuple(pictures.PhotoPrint(words, file.content if file else None) for words, file in kept)


def _waiting(work: Gathering, session: Session) -> list[tuple[Opd, Grid]]:
    """Return the OPD that sit at a table and have not begun this session's worksheet in any session."""
    definition = next((item for item in work.worksheets if item.id == session.worksheet), Worksheet())
    if definition.filled_by != BY_OPD:
        return []
    begun = {sheet.opd for sheet in sheets(work.db, session.worksheet) if sheet.sessions}
    grids = [
        (agency, grid_of(work.store, session.worksheet, agency.id, session.id))
        for agency in work.opds
        if agency.table_no and agency.id not in begun
    ]
    return [(agency, grid) for agency, grid in grids if grid.rows or agency.renstra_required]


def _in_order(work: Gathering, listed: Sequence[tuple[Opd, Grid]]) -> list[tuple[Opd, Grid]]:
    place = {agency.id: at for at, agency in enumerate(work.opds)}
    return sorted(listed, key=lambda item: place[item[0].id])


def _worked(work: Gathering, session: Session) -> list[tuple[Opd, Sheet]]:
    """Return the OPD with their sheets that were worked on in this session.

    The worksheet of dimension groups is no OPD's: what an OPD wrote while it was filled is in the report.
    """
    of_groups = any(
        item.id == session.worksheet and item.filled_by == BY_DIMENSION for item in work.worksheets
    )
    only = None if of_groups else session.worksheet or None
    by_opd: dict[RowId, Sheet] = {}
    for sheet in sheets(work.db, only, session.id or None):
        if session.id in sheet.sessions:
            by_opd.setdefault(sheet.opd, sheet)
    return [(agency, by_opd[agency.id]) for agency in work.opds if agency.id in by_opd]


def _groups(work: Gathering, session: Session) -> list[tuple[list[Grid], int]]:
    """Return the grids of every worksheet that dimension groups filled in this session.

    Rows that were merged into another one are left out, and counted beside the grids of their worksheet.
    Of the session's own worksheet every group is there, also one that has not begun.
    """
    found: list[tuple[list[Grid], int]] = []
    for worksheet in work.worksheets:
        if worksheet.filled_by != BY_DIMENSION:
            continue
        begun = {
            sheet.party
            for sheet in sheets(work.db, worksheet.id, session.id or None)
            if session.id in sheet.sessions
        }
        whole = [
            written(grid_of(work.store, worksheet.id, item.id, session.id))
            for item in parties(work.db, worksheet)
            if item.id in begun or (worksheet.id == session.worksheet and not item.retired)
        ]
        gone = merged_beside(work.db, worksheet.target, worksheet.id)
        own = [without(grid, gone) for grid in whole]
        merged = sum(len(grid.rows) for grid in whole) - sum(len(grid.rows) for grid in own)
        found += [(own, merged)] if own else []
    return found


def _by_worksheet(grids: Sequence[Grid]) -> list[list[Grid]]:
    found: dict[RowId, list[Grid]] = {}
    for grid in grids:
        found.setdefault(grid.worksheet.id, []).append(written(grid))
    return list(found.values())


def _spread(work: Gathering, grids: Sequence[Grid]) -> tuple[pictures.DimensionCount, ...]:
    counted = Counter(code for grid in grids for code in homes(grid))
    spread = [
        pictures.DimensionCount(item.code, item.name + RETIRED * item.retired, counted[item.code])
        for item in dimension_query.dimensions(work.db)
        if not item.retired or counted[item.code]
    ]
    homeless = sum(len(relevant(grid)) for grid in grids) - counted.total()
    if homeless:
        spread.append(pictures.DimensionCount("–", "Belum ditentukan", homeless))
    return tuple(spread)


def _notes(work: Gathering, minutes: Sequence[Note], kind: str) -> tuple[pictures.NoteLine, ...]:
    called = {item.id: item.called for item in work.opds} | {item.id: item.name for item in groups(work.db)}
    return tuple(
        pictures.NoteLine(
            item.text, plan_time(item.made_at), called.get(item.group, "") or called.get(item.opd, "")
        )
        for item in minutes
        if item.kind == kind
    )


def _follow_ups(minutes: Sequence[Note]) -> tuple[pictures.FollowUp, ...]:
    return tuple(
        pictures.FollowUp(item.text, item.owner, day_of(item.due), label("state", item.state))
        for item in minutes
        if item.kind == "tindak_lanjut"
    )


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {"laporan-sesi": _report}
