"""The prints of worksheets and dossiers, gathered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.group_report import written
from smartcity_desktop.domain.print_job import BLANK, DOSSIER, FILLED, KINDS, PrintAsk, PrintJob, file_name
from smartcity_desktop.domain.session_report import has_answers, is_expected, sheet_picture, silent_line
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.dossier import dossiers as dossiers_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.sheet_grid import grid_of


def _sheets(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheets of one OPD or group, or of all that have something to be written on."""
    party, only = ask.opd, ask.worksheet
    found: list[pictures.SheetPicture] = []
    known = [item for item in work.worksheets if not only or item.id == only]
    printed = known[:0]
    silent: list[str] = []
    for worksheet in known:
        grids = [
            grid_of(work.store, worksheet.id, item.id)
            for item in parties(work.db, worksheet)
            if not party or item.id == party
        ]
        kept = [on_paper(kind, grid) for grid in grids if party or _is_wanted(kind, grid)]
        if kind == BLANK and not kept and not party:
            # Nobody is at the table yet: the form with its questions, to be written on from the top.
            kept = [sheet_picture(grid_of(work.store, worksheet.id, party))]
        found += kept
        printed += [worksheet] if kept else []
        silent += silent_line(grids) if kind == FILLED and not party else []
    if kind == FILLED and not found:
        raise UserFault("print-nothing-filled", codes=" dan ".join(item.code for item in known))
    if known and not found:
        printed = [next((item for item in known if not item.takes_rows), known[0])]
        found.append(sheet_picture(grid_of(work.store, printed[0].id, party)))
    title = next(item.title for item in KINDS if item.key == kind)
    who = f" {found[0].opd}" if party and len(found) == 1 else ""
    number = found[0].number if len(found) == 1 else ", ".join(item.code for item in printed)
    stages = {item.stage for item in printed}
    stage = work.stage(number=stages.pop()) if len(stages) == 1 else None
    frame = work.frame(stage, number)
    return PrintJob(kind, f"{title}{who}", frame, sheets=tuple(found), silent=tuple(silent))


def _dossiers(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the dossier of one OPD, or of all in their order."""
    opd = ask.opd
    wanted = [item for item in work.opds if not opd or item.id == opd]
    frame = work.frame(None, "")
    name = file_name(DOSSIER, wanted[0].called) if opd and wanted else frame.words.say("Dossier OPD")
    return PrintJob(DOSSIER, name, frame, dossiers=dossiers_of(work.store, wanted, frame.words))


def _is_wanted(kind: str, grid: Grid) -> bool:
    """Tell whether a sheet is printed with all others: where there is something on it, or to be written."""
    return has_answers(grid) if kind == FILLED else is_expected(grid)


def on_paper(kind: str, grid: Grid) -> pictures.SheetPicture:
    """Return a sheet as it is printed; rows that a table adds itself are left to it on the blank one."""
    if not grid.worksheet.takes_rows:
        return sheet_picture(grid)
    return sheet_picture(replace(grid, rows=()) if kind == BLANK else written(grid))


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    BLANK: partial(_sheets, BLANK),
    FILLED: partial(_sheets, FILLED),
    DOSSIER: _dossiers,
}
