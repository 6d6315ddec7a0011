"""What paper says about filled worksheets: results, details and open points of a grid. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.entity import ELEMENTS, RELEVANT
from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.group_report import group_points, whose
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.open_points import gathered
from smartcity_desktop.domain.people import GOVERNMENT
from smartcity_desktop.domain.report import (
    PLAN_WIDTHS,
    Attendance,
    ColumnView,
    OpdResult,
    SheetPicture,
    SheetRow,
)
from smartcity_desktop.domain.sums import sums
from smartcity_desktop.domain.swot import SCALE, SCALE_WORDS, scale_of
from smartcity_desktop.domain.wording import label, money, plan_time, shortened, stage_name
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import BY_PART, Sheet

_SHORT: Final = 100
_DOTS: Final = "………………"
_NAMED: Final = {
    "indicator-without-baseline": "indikator tanpa kondisi awal",
    "program-without-pagu": "program tanpa pagu",
    "sasaran-without-program": "sasaran tanpa program",
}


_FIGURES: Final = frozenset({"int", "money", "years"})
"""Kinds of columns that are printed to the right."""


def has_answers(grid: Grid) -> bool:
    """Tell whether anybody wrote anything on a sheet: what the plan says counts for nothing."""
    asked = [item.key for item in grid.columns if item.is_editable]
    return any(row.values.get(key) for row in grid.rows for key in asked)


def is_expected(grid: Grid) -> bool:
    """Tell whether somebody is to write on a sheet: nobody on one that is waived or no longer used.

    What follows from a Renstra is due from an OPD that has one or needs one.
    """
    if grid.sheet.waived or grid.party.retired:
        return False
    return grid.worksheet.takes_rows or bool(grid.rows) or grid.party.renstra_required


def silent_line(grids: Sequence[Grid]) -> list[str]:
    """Return in one line who was to write on the sheets of a worksheet and did not; none where all did."""
    names = [whose(grid) for grid in grids if is_expected(grid) and not has_answers(grid)]
    return [f"Belum mengisi {grids[0].worksheet.code}: {', '.join(names)}."] if names else []


def times(start: str, end: str) -> str:
    """Return ``09.15–10.30``; an open end shows as an ellipsis, nothing at all as empty text."""
    if not start:
        return ""
    return f"{plan_time(start)}–{plan_time(end)}" if end else f"{plan_time(start)}–…"


_WAIVED: Final = ("tidak wajib",)


def sheet_picture(grid: Grid) -> SheetPicture:
    """Return one worksheet of one party in the words of the paper."""
    shown = [item for item in grid.columns if item.section != "subject"]
    subject = [item for item in grid.columns if item.section == "subject" and not item.folded]
    code, name, amount = ([*subject, None, None, None])[:3]
    # The paper gives the scale a line of its own.
    scale = SCALE_WORDS[scale_of(grid.worksheet.scale)] if grid.worksheet.target == "factor" else ""
    return SheetPicture(
        title=grid.worksheet.title,
        code=grid.worksheet.code,
        number=grid.sheet.number,
        opd=grid.party_name,
        party=grid.party.id,
        called=grid.party_name if grid.party.kind == BY_PART else grid.party.short or grid.party_name,
        table=grid.party.table_no,
        stage=f"Tahap {stage_name(grid.worksheet.stage)}" if grid.worksheet.stage else "",
        chair=grid.sheet.chair,
        scribe=grid.sheet.scribe,
        mentor=grid.sheet.mentor,
        present=grid.sheet.present,
        represented_by=grid.sheet.represented_by,
        status=" · ".join((label("status", grid.sheet.status or "belum"), *_WAIVED[: grid.sheet.waived])),
        subject_labels=(_label(code), _label(name), _label(amount)),
        subject_widths=_subject_widths(grid, subject),
        subject_figures=amount is not None and amount.kind in _FIGURES,
        columns=tuple(_view(item) for item in shown),
        rows=tuple(
            SheetRow(
                code=_shown(code, row),
                program=_shown(name, row),
                pagu=_shown(amount, row),
                values={item.key: _shown(item, row) for item in shown},
                support=row.support,
            )
            for row in grid.rows
        ),
        instruction=" ".join(grid.worksheet.instruction.removeprefix(f"{SCALE}{scale}").split()),
        guide=grid.guide,
        example=grid.example,
        minutes=grid.worksheet.minutes,
        warnings=_sheet_warnings(grid),
        scale=scale,
        sums=sums(grid),
    )


def _subject_widths(grid: Grid, subject: Sequence[GridColumn]) -> tuple[int, ...]:
    """Return the widths of what is printed of a subject: a plan has its own, others their columns'."""
    if any(item.folded for item in grid.columns):
        return PLAN_WIDTHS
    widths = [item.width for item in subject]
    return (*widths, *PLAN_WIDTHS[len(widths) :])[: len(PLAN_WIDTHS)]


def _sheet_warnings(grid: Grid) -> tuple[str, ...]:
    if grid.worksheet.takes_rows:
        return tuple(group_points(grid)) if grid.rows else ()
    points = gathered([point for row in grid.counted for point in row.points])
    return (*(point.text for point in points), *grid.warnings)


def blanks(text: str) -> str:
    """Return a line of "Dasar" whose bracketed parts nobody has filled in as dots to be written on."""
    return re.sub(r"\[[^\]]*\]", _DOTS, text)


def homes(grid: Grid) -> list[str]:
    """Return the dimension code of every relevant program, in order."""
    column = next((item for item in grid.columns if item.kind == "dimension"), None)
    if column is None:
        return []
    codes = {item.value: item.code for item in column.choices}
    return [codes[raw] for row in relevant(grid) if (raw := row.values.get(column.key, "")) in codes]


def relevant(grid: Grid) -> list[GridRow]:
    """Return the counted rows that are relevant, wholly or in part."""
    return [row for row in grid.counted if row.values.get("relevant") in RELEVANT]


def report_year(wanted: int | None, grids: Sequence[Grid]) -> int | None:
    """Return the year whose pagu a report adds up: the workshop's, else the first that most plans have."""
    years = Counter(year for grid in grids for year in grid.years if year.isdigit())
    if not years:
        return None
    if wanted is not None and str(wanted) in years:
        return wanted
    most = max(years.values())
    return int(min(year for year, count in years.items() if count == most))


def result(agency: Opd, grid: Grid, year: int | None) -> OpdResult:
    """Return one OPD's line of a session report; pagu only of plans that have the year."""
    if not grid.rows:
        return OpdResult(
            name=agency.name,
            present=grid.sheet.present,
            represented_by=grid.sheet.represented_by,
            status=_without_rows(grid, agency),
            own_plan=grid.has_plan or agency.renstra_required,
        )
    chosen = relevant(grid)
    amount = (
        sum(int(row.values.get(f"pagu@{year}") or 0) for row in chosen) if str(year) in grid.years else None
    )
    spread = Counter(homes(grid))
    return OpdResult(
        name=agency.name,
        programs=len(grid.counted),
        relevant=len(chosen),
        pagu_relevant=amount,
        dimensions=" · ".join(f"{code} {count}" for code, count in spread.most_common()),
        quick_wins=tuple(_quick_win(row) for row in chosen if row.values.get("quickwin") == "ya"),
        present=grid.sheet.present,
        represented_by=grid.sheet.represented_by,
        status=label("status", grid.sheet.status or "belum"),
    )


def _without_rows(grid: Grid, agency: Opd) -> str:
    if grid.has_plan:
        return "Belum ada program yang terbaca dari Renstra"
    return "Renstra belum diserahkan" if agency.renstra_required else ""


def attendance(sheets: Sequence[Sheet], of_groups: Sequence[Sheet] = ()) -> Attendance:
    """Return how many people sat at the sheets of a session, and from how many OPD.

    People of a dimension group come from several OPD that nobody counted.
    """
    counted = [item.present for item in sheets if item.present is not None]
    grouped = [item.present for item in of_groups if item.present is not None]
    people = sum(counted) + sum(grouped)
    return Attendance(people=people if counted or grouped else None, opd=len(counted) or None)


def came(people: Iterable[Presence]) -> Attendance:
    """Return how many were there by the daftar hadir, from how many agencies, and which unsur besides."""
    there = [item.person for item in people if item.is_there]
    counts = Counter(item.element for item in there)
    outside = tuple(
        (label("element", name), counts[name]) for name in ELEMENTS if counts[name] and name != GOVERNMENT
    )
    return Attendance(len(there), len({item.opd for item in there if item.opd}) or None, outside)


def open_points(grid: Grid, agency: Opd, words: Words) -> list[str]:
    """Return what is still to be completed at one OPD, each a sentence in the words of the event."""
    if not grid.rows:
        why = _without_rows(grid, agency)
        return [f"{why}."] if why else []
    left = len(grid.counted) - grid.done
    open_rows = [f"{left} dari {len(grid.counted)} program belum dibahas."] if left else []
    homeless = sum(1 for row in relevant(grid) if not row.values.get("dimension"))
    if homeless:
        open_rows.append(words.say(f"{homeless} program relevan belum punya dimensi."))
    points = gathered([point for row in grid.counted for point in row.points])
    return [*open_rows, *(point.text for point in points), *grid.warnings]


def summary(grids: Sequence[tuple[Opd, Grid]], words: Words) -> str:
    """Return the open points of a session as one sentence in the words of the event, empty for none."""
    left = sum(len(grid.counted) - grid.done for _, grid in grids)
    points = Counter[str]()
    for _, grid in grids:
        for point in (point for row in grid.counted for point in row.points):
            points[point.code] += point.count
    named = [(points[code], called) for code, called in _NAMED.items()]
    others = sum(count for code, count in points.items() if code not in _NAMED)
    others += sum(len(grid.warnings) for _, grid in grids)
    missing = sum(1 for agency, grid in grids if not grid.has_plan and agency.renstra_required)
    homeless = sum(1 for _, grid in grids for row in relevant(grid) if not row.values.get("dimension"))
    said = [
        f"{count} {called}"
        for count, called in (
            (left, "program belum dibahas"),
            (homeless, "program relevan tanpa dimensi"),
            *named,
            (others, "hal lain pada Renstra perlu dilihat"),
            (missing, "OPD belum menyerahkan Renstra"),
        )
        if count
    ]
    return words.say(" · ".join(said) + ".") if said else ""


def _quick_win(row: GridRow) -> str:
    return shortened(row.values.get("proposal") or row.values.get("program", ""), _SHORT)


def _label(column: GridColumn | None) -> str:
    return column.label if column else ""


def _shown(column: GridColumn | None, row: GridRow) -> str:
    if column is None:
        return ""
    raw = row.values.get(column.key, "")
    if column.kind == "years" and column.unit == "Rp" and raw.isdigit():
        return money(int(raw))
    if column.kind == "years":
        return raw
    return show(column, raw)


def _view(column: GridColumn) -> ColumnView:
    coded = column.kind in {"dimension", "subdimension"}
    words = tuple(dict.fromkeys(item.code for item in column.offered)) if coded else ()
    if not words and column.kind == "choice":
        words = tuple(item.label for item in column.offered)
    return ColumnView(column.key, column.label, column.kind, column.width, column.section, words)
