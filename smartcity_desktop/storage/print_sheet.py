"""The prints of worksheets and dossiers, gathered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.group_report import written
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import (
    BLANK,
    DOSSIER,
    EVERY,
    FILLED,
    KINDS,
    PrintAsk,
    PrintJob,
    file_name,
)
from smartcity_desktop.domain.session_report import has_answers, is_expected, sheet_picture, silent_line
from smartcity_desktop.domain.worksheet import BY_OPD, FIXED, FREE, Worksheet, used_in
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.comment import comments
from smartcity_desktop.storage.dossier import dossiers as dossiers_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.print_stage import meant_stage
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.sheet_signers import sheet_signers

_ROOM: Final = f"OPD {'…' * 24}"
"""Where an OPD writes its name on a sheet that is the same for all."""
_FEW: Final = 3
"""How many codes a sentence names one by one."""


def _sheets(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheets of one OPD or group, or of all that have something to be written on."""
    party = ask.opd
    found: list[pictures.SheetPicture] = []
    known = _meant(kind, work, ask)
    printed = known[:0]
    silent: list[str] = []
    for worksheet in known:
        if kind == BLANK and not party and ask.choice != EVERY and _is_alike(worksheet):
            picture = sheet_picture(grid_of(work.store, worksheet.id, NO_ROW))
            kept = [replace(picture, opd=work.store.say(_ROOM))]
        else:
            kept, told = _of_parties(kind, work, worksheet, party)
            silent += told
        found += kept
        printed += [worksheet] if kept else []
    if kind == FILLED and not found:
        printed = _unwritten(work, ask, known)
        found = [_commented(work, kind, grid_of(work.store, item.id, party)) for item in printed]
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


def _is_alike(worksheet: Worksheet) -> bool:
    """Tell whether the blank sheets of all OPD differ by their names alone: one is enough to be copied."""
    return worksheet.filled_by == BY_OPD and worksheet.rows_from in {FREE, FIXED}


def _of_parties(
    kind: str, work: Gathering, worksheet: Worksheet, party: RowId
) -> tuple[list[pictures.SheetPicture], list[str]]:
    """Return the sheets of one party or of all, and in a line who was to fill one in and did not."""
    grids = [
        grid_of(work.store, worksheet.id, item.id)
        for item in parties(work.db, worksheet)
        if not party or item.id == party
    ]
    kept = [
        _commented(work, kind, grid) for grid in grids if (party and kind == BLANK) or _is_wanted(kind, grid)
    ]
    if kind == BLANK and not kept and not party:
        # Nobody is at the table yet: the form with its questions, to be written on from the top.
        kept = [sheet_picture(grid_of(work.store, worksheet.id, party))]
    return kept, silent_line(grids) if kind == FILLED and kept and not party else []


def _meant(kind: str, work: Gathering, ask: PrintAsk) -> list[Worksheet]:
    """Return the worksheets that are printed: the asked one, else blank those of the stage, filled all."""
    if ask.worksheet:
        return [item for item in work.worksheets if item.id == ask.worksheet]
    stage = meant_stage(work, ask) if kind == BLANK else None
    if stage is None:
        return [item for item in work.worksheets if not item.retired or kind == FILLED]
    return list(used_in(stage.number or 0, work.worksheets))


def _unwritten(work: Gathering, ask: PrintAsk, known: Sequence[Worksheet]) -> list[Worksheet]:
    """Return whose empty sheets stand for a party that wrote nothing yet: those of the stage.

    Raises UserFault ``print-nothing-filled`` where nobody did.
    """
    if not ask.opd:
        codes = " dan ".join(item.code for item in known) if len(known) <= _FEW else "mana pun"
        raise UserFault("print-nothing-filled", codes=codes)
    meant = _meant(BLANK, work, ask)
    return [item for item in meant if any(one.id == ask.opd for one in parties(work.db, item))]


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


def _commented(work: Gathering, kind: str, grid: Grid) -> pictures.SheetPicture:
    """Return a sheet as it is printed; a filled one ends with what its mentor wrote about its rows."""
    picture = on_paper(kind, grid)
    if kind == BLANK:
        return picture
    picture = replace(picture, signers=sheet_signers(work, grid))
    printed = written(grid) if grid.worksheet.takes_rows else grid
    place = {row.row: f"Baris {number}" for number, row in enumerate(printed.rows, start=1)}
    told = tuple(
        (
            place.get(item.subject, "Baris yang dihapus") if item.subject else "Seluruh lembar",
            item.text,
            item.by,
            "selesai" if item.solved else "terbuka",
        )
        for item in comments(work.db, grid.sheet.id)
    )
    return replace(picture, comments=told)


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
