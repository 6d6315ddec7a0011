"""What is read for the worksheet screen, in one go on the data thread."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.finding import OpdFindings
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet, used_in
from ui.context import Services
from ui.models.manner import manner_of
from ui.models.places import choose, of_sheet_key
from ui.models.sheet_picture import Picture, Wanted

_SPARE_NOTES: Final = 8
_ASKED: Final = frozenset({"target-falls", "direction-unclear"})
"""Findings that ask whether smaller is better."""


def read_picture(services: Services, wanted: Wanted) -> Picture:
    """Read everything the screen shows; runs on the data thread."""
    known = tuple(services.worksheet.worksheets())
    wanted = _found(services, wanted, known) if wanted.row and known else wanted
    here = used_in(wanted.stage, known)
    chosen = next((item for item in here if item.id == wanted.worksheet), here[0] if here else None)
    places = {row: tuple(found) for row, found in services.worksheet.places_of(here).items()}
    merged = tuple(services.worksheet.merged_places(chosen.id)) if chosen else ()
    party = _party((*places[chosen.id], *merged), wanted, chosen) if chosen else NO_ROW
    stages = {item.number: item.id for item in services.workshop.stages()}
    grid = services.worksheet.grid(chosen.id, party) if chosen and party else None
    session = services.session.running()
    return Picture(
        wanted=replace(wanted, worksheet=chosen.id if chosen else NO_ROW, party=party, rows=0),
        all_worksheets=known,
        worksheets=here,
        offered=services.worksheet.offered(),
        places=places,
        worksheet=chosen,
        grid=grid,
        asks=_asks(services.finding.of(party) if chosen and manner_of(chosen).of_plans else None),
        notes=_notes(services, grid, (session, stages.get(wanted.stage, NO_ROW))),
        session=session,
        left=services.session.timer_left(),
        stage=stages.get(wanted.stage, NO_ROW),
        spare=tuple(services.note.new_id() for _ in range(_SPARE_NOTES)),
        new_rows=services.worksheet.new_rows(wanted.rows),
        merged=merged,
        comments=tuple(services.comment.comments(chosen.id, party)) if chosen and party else (),
        steps=tuple(services.comment.steps(chosen.id, party)) if chosen and party else (),
        spare_comments=tuple(services.comment.new_id() for _ in range(_SPARE_NOTES)),
        read_only=services.is_read_only,
        year=_main_year(grid) or str(services.workshop.get().year or ""),
    )


def _party(places: tuple[SheetPlace, ...], wanted: Wanted, chosen: Worksheet) -> RowId:
    """Return whose sheet to show: the wanted one, else the one last shown of this worksheet."""
    if any(place.party == wanted.party for place in places):
        return wanted.party
    return choose(places, wanted.stood.get(chosen.id, NO_ROW), of_plans=manner_of(chosen).of_plans)


def _notes(services: Services, grid: Grid | None, now: tuple[Session | None, RowId]) -> tuple[Note, ...]:
    """Return the notes of an OPD or of a table; any other sheet sees those that name neither.

    They are those of the session that runs, else those of the stage that were written in no session.
    """
    if grid is None:
        return ()
    if grid.sheet.opd or grid.sheet.group:
        found = services.note.notes()
        return tuple(
            item
            for item in found
            if (item.opd == grid.sheet.opd if grid.sheet.opd else item.group == grid.sheet.group)
        )
    session, stage = now
    found = services.note.notes(session=session.id) if session else services.note.notes(stage=stage)
    plain = (item for item in found if not item.opd and not item.group)
    return tuple(item for item in plain if session or not item.session)


def _main_year(grid: Grid | None) -> str:
    """Return the year whose figures stand beside the names of the programs."""
    shown = [item for item in grid.columns if item.kind == "years" and not item.folded] if grid else []
    return next((year for item in shown if (year := item.key.partition("@")[2])), "")


def _found(services: Services, wanted: Wanted, known: tuple[Worksheet, ...]) -> Wanted:
    """Return where the wanted row stands; ``row`` is then the row of the sheet, empty for a whole sheet.

    Whoever asks for a row means it, whatever the stage switch shows.
    """
    by_id = {item.id: item for item in known}
    sheet = of_sheet_key(wanted.row)
    if sheet is not None and sheet[0] in by_id:
        return _at(wanted, by_id[sheet[0]], sheet[1], NO_ROW)
    if wanted.row in by_id:
        return _at(wanted, by_id[wanted.row], NO_ROW, NO_ROW)
    whose = _whose(services, wanted, known)
    if whose is not None:
        return _at(wanted, whose[0], whose[1], NO_ROW)
    found = services.worksheet.find_row(wanted.row)
    if found is None or found.worksheet not in by_id:
        return replace(wanted, row=NO_ROW)
    return _at(wanted, by_id[found.worksheet], found.party, found.subject)


def _whose(
    services: Services, wanted: Wanted, known: tuple[Worksheet, ...]
) -> tuple[Worksheet, RowId] | None:
    """Return the sheet of a party: that of the worksheet one stands on, else of this stage, else of any."""
    near = sorted(
        (item for item in known if not item.retired),
        key=lambda item: (item.id != wanted.worksheet, not item.stands_in(wanted.stage)),
    )
    places = services.worksheet.places_of(near)
    return next(
        ((item, place.party) for item in near for place in places[item.id] if place.party == wanted.row),
        None,
    )


def _at(wanted: Wanted, worksheet: Worksheet, party: RowId, row: RowId) -> Wanted:
    """Return what is wanted now; a worksheet that is used in the stage shown is shown there."""
    stage = wanted.stage if worksheet.stands_in(wanted.stage) else worksheet.stage or wanted.stage
    return replace(wanted, stage=stage, worksheet=worksheet.id, party=party, row=row)


def _asks(found: OpdFindings | None) -> dict[str, str]:
    """Return the indicator that each open question about a falling target is about."""
    return {
        item.finding.message: item.row
        for item in (found.items if found else ())
        if item.finding.code in _ASKED and item.is_open and item.finding.indicator is not None
    }
