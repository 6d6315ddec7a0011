"""Cascading lists without a heading: "Tujuan: …", "Sasaran 1 …", "PROGRAM …", their indicators below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_decide import with_parents
from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    Problem,
    SheetChoice,
    SourceSheet,
)
from smartcity_desktop.exchange import renstra_titles as titles
from smartcity_desktop.exchange.renstra_measures import usual_unit
from smartcity_desktop.exchange.renstra_words import year_of
from smartcity_desktop.exchange.scan import reference
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

_LABEL: Final = re.compile(
    r"(sub\s*-?\s*kegiatan|kegiatan|program|sasaran|tujuan)\b"
    r"((?:\s+(?:strategis|opd|pd|perangkat daerah|daerah|ke[- ]?\d+|\d{1,2}(?:\.\d{1,2})*))*)\s*([:\-–]?)\s*",
    re.IGNORECASE,
)
_INDICATOR: Final = re.compile(
    r"(?:indikator|iku|ikk)(?:\s+(?:kinerja|sasaran|tujuan|program|kegiatan|utama|\d{1,2}))*\s*:\s*(.+)",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"(?:indikator|iku|target|satuan|kinerja|individu|\(iki\)|dan|\s)+", re.IGNORECASE
)
_ITEM: Final = re.compile(r"(\d{1,2})[.)]\s+(\D.*)")
_AIMED: Final = re.compile(r"(.+?)\s*\(\s*(\d[\d.,]*\s*(?:%|[a-z]{1,20})?)\s*\)", re.IGNORECASE)
_CODE: Final = re.compile(
    r"((?:\d|x)[.,](?:\d{1,2}|xx?)(?:[.,]\d{1,4})*)[.,]?\s+[-–:]?\s*(\D.*)", re.IGNORECASE
)
_TARGET: Final = re.compile(r"-?\d[\d.,]*\s*(%|[^\d\s.,].{0,30})?")
_FEW_LINES: Final = 3
_FEW_LEVELS: Final = 2
_MOST_LETTERS: Final = 400


@dataclass
class _Open:
    """The line that is being read: its own fields, and its indicators with their targets."""

    level: str
    name: str
    code: str
    origin: Origin
    cell: str
    written: str
    measures: list[tuple[str, str]] = field(default_factory=list)


def cascade(grids: Sequence[Grid], name: str) -> Draft | None:
    """Return what a cascading list says, None where the sheets hold none (fewer than three lines)."""
    for grid in sorted(grids, key=lambda item: item.hidden):
        draft = _read(grid, grids, name)
        if draft is not None:
            return draft
    return None


def _read(grid: Grid, grids: Sequence[Grid], name: str) -> Draft | None:
    opened = list(_lines(grid))
    levels = {item.level for item in opened}
    if len(opened) < _FEW_LINES or len(levels) < _FEW_LEVELS or "program" not in levels:
        return None
    first = opened[0].origin.row - 1
    above = [*titles.titles(grid, max(first, 1)), grid.name, name]
    year = next((year for year in map(year_of, above) if year.isdigit()), "")
    lines = with_parents([_line(item, year) for item in opened])
    message = (
        "Berkas ini bukan tabel. Tingkatnya dibaca dari kata Tujuan, Sasaran, Program; periksa susunannya."
    )
    problem = Problem(grid.name, opened[0].cell, "cascade-read", message)
    return Draft(
        format="Cascading",
        opd_name=titles.agency(above),
        period_start=int(year) if year else None,
        period_end=int(year) if year else None,
        years=(year,) if year else (),
        lines=lines,
        problems=(problem,),
        source_name=name,
        sheet=grid.name,
        grids=(SourceSheet(grid.name, grid.rows, grid.merges, (0, 0), grid.hidden, grid.pages),),
        sheets=tuple(
            SheetChoice(
                item.name,
                item.hidden,
                item is grid,
                "program" if item is grid else "",
                item is grid,
            )
            for item in grids
        ),
    )


def _lines(grid: Grid) -> Iterator[_Open]:
    """Yield the lines as their labels come, row by row; a label alone takes the text beside or below it."""
    now: _Open | None = None
    for index, row in enumerate(grid.rows):
        page = grid.pages[index] if grid.pages else 0
        for column, cell in enumerate(row):
            for text in _pieces(cell):
                begun = _begun(text, Origin(grid.name, index + 1, page), reference(index, column))
                if begun is not None:
                    if now is not None and now.name:
                        yield now
                    now = begun
                elif now is not None:
                    _take(now, text)
    if now is not None and now.name:
        yield now


def _pieces(cell: str) -> list[str]:
    """Return the parts of a cell: a box may hold its label, its name and its indicators line by line."""
    if not cell.strip() or len(cell) > _MOST_LETTERS * 10:
        return []
    found: list[str] = []
    for part in filter(None, map(one_line, cell.split("\n"))):
        starts = _LABEL.match(part) or _INDICATOR.match(part) or _ITEM.match(part) or _HEADING.fullmatch(part)
        if starts or not found or _TARGET.fullmatch(part) or _is_bare(found[-1]):
            found.append(part)
        else:
            found[-1] = f"{found[-1]} {part}"
    return found


def _is_bare(text: str) -> bool:
    """Tell whether a text is only a label, so that its name comes after it."""
    label = _LABEL.fullmatch(text)
    return label is not None or _HEADING.fullmatch(text) is not None


def _begun(text: str, origin: Origin, cell: str) -> _Open | None:
    label = _LABEL.match(text)
    coded = _CODE.fullmatch(text)
    if label is None and coded is None:
        return None
    if label is None and coded is not None:
        code = plan_code.normal_code(coded[1]) or ""
        level = plan_code.level(code)
        return _Open(level, coded[2], code, origin, cell, text) if level in _COUNTED else None
    if label is None:
        return None
    level = re.sub(r"[\s-]", "", label[1].lower())
    rest = text[label.end() :]
    if rest and not label[2] and not label[3] and level in {"tujuan", "sasaran"}:
        return None
    is_title = bool(label[3] or label[2]) or not rest
    name = rest if is_title or level != "program" else text
    coded = _CODE.fullmatch(name)
    code = plan_code.normal_code(coded[1]) or "" if coded else ""
    return _Open(level, coded[2] if coded else name, code, origin, cell, text)


_COUNTED: Final = frozenset({"program", "kegiatan", "subkegiatan"})


def _take(now: _Open, text: str) -> None:
    """Give the open line what stands below it: its name, an indicator, the target of the last indicator."""
    if _HEADING.fullmatch(text) or len(text) > _MOST_LETTERS:
        return
    stated = _INDICATOR.fullmatch(text)
    item = _ITEM.fullmatch(text)
    if not now.name and not stated:
        now.name = text
    elif stated or item:
        name = stated[1] if stated else item[2] if item else ""
        aimed = _AIMED.fullmatch(name)
        now.measures.append((aimed[1], aimed[2]) if aimed else (name, ""))
    elif _TARGET.fullmatch(text) and now.measures:
        bare = next((place for place, (_, target) in enumerate(now.measures) if not target), None)
        if bare is not None:
            now.measures[bare] = (now.measures[bare][0], text)


def _line(item: _Open, year: str) -> LineDraft:
    measures = []
    for name, target in item.measures:
        unit = _TARGET.fullmatch(target)
        draft = IndicatorDraft(name, usual_unit(unit[1].strip()) if unit and unit[1] else "")
        targets = {year: target} if year and target else {}
        measures.append(replace(draft, targets=targets, final="" if year else target))
    return LineDraft(
        level=item.level,
        code=item.code,
        name=item.name,
        indicators=tuple(measures),
        origin=item.origin,
        support=plan_code.is_support(item.code),
        cells={"name": item.cell},
        written={"name": item.written} if item.written != item.name else {},
    )
