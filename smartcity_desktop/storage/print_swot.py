"""SWOT and TOWS of every party, gathered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.paper_swot import SWOT_BLANK, SWOT_DIMENSIONS, SwotPaper
from smartcity_desktop.domain.print_job import SWOT_SHEET, PrintAsk, PrintJob, file_name
from smartcity_desktop.domain.swot import SwotSheet
from smartcity_desktop.domain.worksheet import Sheet, Worksheet
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.swot import swot_sheets, swot_worksheets


def _swot(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheet of one party, or of all that wrote anything; without any one that is blank."""
    known = [item for item in swot_worksheets(work.db) if not ask.worksheet or item.id == ask.worksheet]
    found = [(item, sheet) for item in known for sheet in _wanted(work, item, ask)]
    if not found:
        scale = known[0].scale if known else ""
        found = [(known[0] if known else Worksheet(), SwotSheet(scale=scale))]
    jobs = tuple(_job(work, worksheet, sheet, ask) for worksheet, sheet in found)
    if len(jobs) == 1:
        return jobs[0]
    return PrintJob(SWOT_SHEET, "SWOT–TOWS", jobs[0].frame, jobs=jobs)


def _wanted(work: Gathering, worksheet: Worksheet, ask: PrintAsk) -> list[SwotSheet]:
    sheets = swot_sheets(work.db, worksheet)
    is_blank = ask.choice == SWOT_BLANK
    if ask.opd:
        own = [item for item in sheets if item.party.id == ask.opd]
        return [_emptied(item) for item in own] if is_blank else own
    if is_blank:
        return [_emptied(item) for item in sheets if not item.is_merged]
    merged = ask.choice == SWOT_DIMENSIONS
    return [item for item in sheets if not item.is_empty and item.is_merged == merged]


def _emptied(sheet: SwotSheet) -> SwotSheet:
    """Return a sheet to be written by hand: whose it is, and nothing on it."""
    return replace(sheet, factors=(), strategies=())


def _job(work: Gathering, worksheet: Worksheet, sheet: SwotSheet, ask: PrintAsk) -> PrintJob:
    stage = work.stage(number=worksheet.stage) if worksheet.stage else None
    frame = work.frame(stage, sheet.number or worksheet.code)
    own = next((item.table_no for item in work.opds if item.id == sheet.party.id), "")
    head = (query.sheet(work.db, sheet.sheet) if sheet.sheet else None) or Sheet()
    picture = SwotPaper(
        sheet,
        worksheet.code,
        own,
        head.chair,
        head.scribe,
        head.mentor,
        is_blank=ask.choice == SWOT_BLANK or sheet.is_empty,
    )
    name = file_name(SWOT_SHEET, sheet.party.short or sheet.party.name)
    return PrintJob(SWOT_SHEET, name, frame, picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {SWOT_SHEET: _swot}
