"""What is read for the worksheet screen, in one go on the data thread."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId, derived
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from smartcity_desktop.services.renstra import Plan
from ui.context import Services
from ui.models.places import choose, manner_of, of_sheet_key
from ui.models.sheet_picture import Picture, Wanted

_SPARE_NOTES: Final = 8


def read_picture(services: Services, wanted: Wanted) -> Picture:
    """Read everything the screen shows; runs on the data thread."""
    known = tuple(services.worksheet.worksheets())
    wanted = _found(services, wanted, known) if wanted.row and known else wanted
    here = tuple(item for item in known if item.stage == wanted.stage)
    chosen = next((item for item in here if item.id == wanted.worksheet), here[0] if here else None)
    places = {item.id: tuple(services.worksheet.places(item.id)) for item in here}
    party = _party(places[chosen.id], wanted, chosen) if chosen else NO_ROW
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
        asks=_asks(services.renstra.plan(party) if chosen and manner_of(chosen).of_plans else None),
        notes=_notes(services, chosen, party, (session, stages.get(wanted.stage, NO_ROW))),
        session=session,
        left=services.session.timer_left(),
        stage=stages.get(wanted.stage, NO_ROW),
        spare=tuple(services.note.new_id() for _ in range(_SPARE_NOTES)),
        new_rows=services.worksheet.new_rows(wanted.rows),
        numbers={place.party: place.number for place in (places[chosen.id] if chosen else ())},
        read_only=services.is_read_only,
        year=_main_year(grid) or str(services.workshop.get().year or ""),
    )


def _party(places: tuple[SheetPlace, ...], wanted: Wanted, chosen: Worksheet) -> RowId:
    """Return whose sheet to show: the wanted one, else the one last shown of this worksheet."""
    if any(place.party == wanted.party for place in places):
        return wanted.party
    return choose(places, wanted.stood.get(chosen.id, NO_ROW))


def _notes(
    services: Services, worksheet: Worksheet | None, party: RowId, now: tuple[Session | None, RowId]
) -> tuple[Note, ...]:
    """Return the notes of an OPD; a dimension group sees those that name no OPD.

    They are those of the session that runs, else those of the stage that were written in no session.
    """
    if worksheet is None or not party:
        return ()
    if not manner_of(worksheet).by_dimension:
        return tuple(item for item in services.note.notes() if item.opd == party)
    session, stage = now
    found = services.note.notes(session=session.id) if session else services.note.notes(stage=stage)
    return tuple(item for item in found if not item.opd and (session or not item.session))


def _main_year(grid: Grid | None) -> str:
    """Return the year whose figures stand beside the names of the programs."""
    shown = [item for item in grid.columns if item.kind == "years" and not item.folded] if grid else []
    return next((year for item in shown if (year := item.key.partition("@")[2])), "")


def _found(services: Services, wanted: Wanted, known: tuple[Worksheet, ...]) -> Wanted:
    """Return where the wanted row stands; ``row`` is then the row of the sheet, empty for a whole sheet.

    Whoever asks for a row means it, whatever the stage switch shows.
    """
    stage_of = {item.id: item.stage or wanted.stage for item in known}
    sheet = of_sheet_key(wanted.row)
    if sheet is not None and sheet[0] in stage_of:
        return replace(wanted, stage=stage_of[sheet[0]], worksheet=sheet[0], party=sheet[1], row=NO_ROW)
    near = sorted(known, key=lambda item: (item.id != wanted.worksheet, item.stage != wanted.stage))
    places = [place for item in near for place in services.worksheet.places(item.id)]
    whose = next((place for place in places if place.party == wanted.row), None)
    if whose is not None:
        stage = stage_of[whose.worksheet]
        return replace(wanted, stage=stage, worksheet=whose.worksheet, party=whose.party, row=NO_ROW)
    return _row_found(services, wanted, places)


def _row_found(services: Services, wanted: Wanted, places: list[SheetPlace]) -> Wanted:
    workshop = services.workshop.get().id
    for place in places:
        has_rows = place.has_renstra or place.total
        grid = services.worksheet.grid(place.worksheet, place.party) if has_rows else None
        for item in grid.rows if grid else ():
            if grid and wanted.row in {item.row, derived(workshop, grid.worksheet.target, item.row)}:
                stage = grid.worksheet.stage or wanted.stage
                return replace(
                    wanted, stage=stage, worksheet=place.worksheet, party=place.party, row=item.row
                )
    return replace(wanted, row=NO_ROW)


def _asks(plan: Plan | None) -> dict[str, str]:
    """Return the indicator that each question about a falling target is about."""
    found: dict[str, str] = {}
    for item in plan.findings if plan else ():
        if plan and item.code == "target-falls" and item.line is not None and item.indicator is not None:
            indicators = plan.indicators.get(plan.lines[item.line].id, ())
            found.update((item.message, one.id) for one in indicators[item.indicator : item.indicator + 1])
    return found
