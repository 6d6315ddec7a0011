"""The rows of a worksheet that come from the Renstra of one OPD, with the warnings of its plan."""

from collections.abc import Sequence

from smartcity_desktop.domain.analysis import Line, subject_rows
from smartcity_desktop.domain.finding_kinds import weighs
from smartcity_desktop.domain.grid import OpenPoint, Subject
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.open_points import gathered
from smartcity_desktop.domain.renstra_draft import Finding
from smartcity_desktop.storage.document import renstra_of
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.finding import findings_in
from smartcity_desktop.storage.renstra import indicators, lines
from smartcity_desktop.storage.workshop import workshop


def main_year(years: tuple[str, ...], wanted: int | None) -> str:
    """Return the year of a plan that is shown first: that of the workshop, or the nearest of the plan."""
    if str(wanted) in years or not years:
        return str(wanted) if years else ""
    is_over = wanted is not None and all(year.isdigit() and int(year) < wanted for year in years)
    return years[-1] if is_over else years[0]


def programs_of(db: Database, opd: RowId) -> Subject:
    """Return the programs of an OPD's Renstra as rows; an OPD without one has none."""
    document = renstra_of(db, opd)
    if document is None:
        return Subject()
    found = lines(db, document.id)
    by_line = indicators(db, [line.id for line in found])
    listed = [item for item in findings_in(db, document, found, by_line) if weighs(item.finding.code)]
    points, whole = _warnings([item.finding for item in listed if item.is_open], found)
    return Subject(
        rows=subject_rows(found, by_line, points),
        years=document.years,
        main_year=main_year(document.years, workshop(db).year),
        warnings=whole,
        answered=sum(not item.is_open for item in listed),
        has_plan=True,
    )


def _warnings(
    listed: Sequence[Finding], found: list[Line]
) -> tuple[dict[RowId, list[OpenPoint]], tuple[str, ...]]:
    """Return findings as soft warnings: by the program they belong to, and those of the plan as a whole."""
    program_of = _programs_above(found)
    points: dict[RowId, list[OpenPoint]] = {}
    whole: list[str] = []
    for item in listed:
        program = program_of.get(found[item.line].id) if item.line is not None else None
        if program:
            points.setdefault(program, []).append(OpenPoint(item.code, item.message))
        else:
            whole.append(item.message)
    return {program: gathered(own) for program, own in points.items()}, tuple(whole)


def _programs_above(found: list[Line]) -> dict[RowId, RowId]:
    by_id = {line.id: line for line in found}
    program_of: dict[RowId, RowId] = {}
    for line in found:
        upper: Line | None = line
        for _ in range(len(by_id)):
            if upper is None or upper.level == "program":
                break
            upper = by_id.get(upper.parent)
        if upper and upper.level == "program":
            program_of[line.id] = upper.id
    return program_of
