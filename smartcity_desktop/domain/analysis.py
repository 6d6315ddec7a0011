"""Renstra lines as they are stored, their indicators, and the smart-city reading made on each program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smartcity_desktop.domain.grid import OpenPoint, SubjectRow
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, LineDraft, Origin
from smartcity_desktop.domain.wording import calm_name


@dataclass(frozen=True, slots=True)
class Line:
    """One stored line of a Renstra. ``pagu`` is whole rupiah per year."""

    id: RowId = NO_ROW
    pos: str = ""
    document: RowId = NO_ROW
    parent: RowId = NO_ROW
    level: str = ""
    code: str = ""
    name: str = ""
    unit: str = ""
    location: str = ""
    support: bool = False
    source_sheet: str = ""
    source_row: int | None = None
    source_page: int | None = None
    outcome: str = ""
    fund: str = ""
    pagu: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a line; ``target`` holds the yearly targets as they were written."""

    id: RowId = NO_ROW
    pos: str = ""
    line: RowId = NO_ROW
    name: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    direction: str = ""
    final: str = ""
    target: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The smart-city reading of one program (domain.md 13.2, columns 18-28)."""

    id: RowId = NO_ROW
    line: RowId = NO_ROW
    relevant: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    issue: str = ""
    existing: str = ""
    proposal: str = ""
    ict: str = ""
    integration: str = ""
    partners: str = ""
    horizon: str = ""
    quickwin: str = ""
    note: str = ""
    obstacle: str = ""
    solution: str = ""
    review: str = ""
    plan_same: str = ""
    plan_note: str = ""
    data_users: str = ""


def as_drafts(
    lines: Sequence[Line], indicators: Mapping[RowId, Sequence[Indicator]]
) -> tuple[LineDraft, ...]:
    """Return stored lines in the shape that is read from a file, so that the same rules check both."""
    place = {line.id: number for number, line in enumerate(lines)}
    return tuple(
        LineDraft(
            level=line.level,
            code=line.code,
            name=line.name,
            indicators=tuple(_as_draft(item) for item in indicators.get(line.id, ())),
            pagu=line.pagu,
            unit=line.unit,
            location=line.location,
            origin=Origin(line.source_sheet, line.source_row or 0, line.source_page or 0),
            parent=place.get(line.parent),
            support=line.support,
            outcome=line.outcome,
            fund=line.fund,
        )
        for line in lines
    )


def subject_rows(
    lines: Sequence[Line],
    indicators: Mapping[RowId, Sequence[Indicator]],
    points: Mapping[RowId, Sequence[OpenPoint]],
) -> tuple[SubjectRow, ...]:
    """Return one worksheet row per program of a Renstra, support programs last."""
    by_id = {line.id: line for line in lines}
    found = [line for line in lines if line.level == "program"]
    found.sort(key=lambda line: line.support)
    return tuple(
        SubjectRow(line.id, _subject(line, by_id, indicators), line.support, tuple(points.get(line.id, ())))
        for line in found
    )


def _subject(
    line: Line, by_id: Mapping[RowId, Line], indicators: Mapping[RowId, Sequence[Indicator]]
) -> dict[str, str]:
    values = {
        "renstra_line.code": line.code,
        "renstra_line.name": calm_name(line.name),
        "renstra_line.unit": line.unit,
        "renstra_line.location": line.location,
        "renstra_line.indicator": "\n".join(_spoken(item) for item in indicators.get(line.id, ())),
    }
    values |= {f"renstra_line.pagu@{year}": str(amount) for year, amount in line.pagu.items()}
    above = _above(line, by_id)
    for level in ("tujuan", "sasaran"):
        values[f"{level}.name"] = above[level].name if level in above else ""
    first = next(iter(indicators.get(above["sasaran"].id, ())), None) if "sasaran" in above else None
    if first:
        values["sasaran.indicator"] = _spoken(first)
        values["sasaran.baseline"] = " ".join(
            part
            for part in (first.baseline, f"({first.baseline_year})" if first.baseline_year else "")
            if part
        )
        values |= {f"sasaran.target@{year}": target for year, target in first.target.items()}
    return values


def _above(line: Line, by_id: Mapping[RowId, Line]) -> dict[str, Line]:
    found: dict[str, Line] = {}
    seen: set[RowId] = set()
    upper = by_id.get(line.parent)
    while upper and upper.id not in seen:
        seen.add(upper.id)
        found.setdefault(upper.level, upper)
        upper = by_id.get(upper.parent)
    return found


def without_unit(name: str, unit: str) -> str:
    """Return the name of an indicator without its unit in brackets at the end ("Panjang jalan (km)")."""
    bracket = f"({unit})"
    is_named = bool(unit) and name.casefold().endswith(bracket.casefold())
    return name[: -len(bracket)].rstrip() if is_named else name


def with_unit(name: str, unit: str) -> str:
    """Return the name of an indicator with its unit behind it, once."""
    return f"{without_unit(name, unit)} ({unit})" if unit else name


def _spoken(item: Indicator) -> str:
    return with_unit(item.name, item.unit)


def _as_draft(item: Indicator) -> IndicatorDraft:
    return IndicatorDraft(
        name=item.name,
        unit=item.unit,
        baseline=item.baseline,
        baseline_year=item.baseline_year,
        targets=item.target,
        direction=item.direction,
        final=item.final,
    )
