"""Typed rows become a draft: the same normalisers and doubts as for a table of a file, row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.plan_typed import (
    CODED,
    FORMAT,
    SHEET,
    TypedLine,
    TypedPlan,
    columns,
    known_code,
    nomenclature_name,
    paid_level,
    years_of,
)
from smartcity_desktop.domain.renstra_decide import advise, with_parents
from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    Problem,
    SourceSheet,
)
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.domain.wording import label
from smartcity_desktop.exchange import renstra_doubts as doubts
from smartcity_desktop.exchange.renstra_lines import LARGEST
from smartcity_desktop.exchange.renstra_measures import measures
from smartcity_desktop.exchange.renstra_review import SMALL, codes
from smartcity_desktop.exchange.renstra_rows import Row, prefix, says_total
from smartcity_desktop.exchange.renstra_words import amount
from smartcity_desktop.exchange.scan import reference
from smartcity_desktop.exchange.text import one_line

_BIDANG: Final = 2
"""Parts of the code of a bidang, the longest that names no line of a plan."""
_CONTEXT: Final = re.compile(r"(?:urusan|bidang urusan)\b", re.IGNORECASE)
_NO_MARKS: Final[frozenset[str]] = frozenset()


@dataclass(slots=True)
class _Line:
    """A line while its rows are read; ``row`` is the number (from 1) of the one in which it begins."""

    row: int
    typed: TypedLine
    level: str = ""
    code: str = ""
    name: str = ""
    guessed: bool = False
    indicators: list[IndicatorDraft] = field(default_factory=list)
    pagu: dict[str, int] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


def typed_draft(plan: TypedPlan, lines: Sequence[TypedLine], nomenclature: Mapping[str, str]) -> Draft:
    """Return what the rows of a plan say, with every doubt; ``nomenclature`` (code -> name) proposes.

    Rows are numbered as they stand; the sheet beside the result is the table as it was typed.
    """
    return _Typed(plan, lines, nomenclature).draft()


class _Typed:
    """One reading of typed rows."""

    def __init__(self, plan: TypedPlan, lines: Sequence[TypedLine], nomenclature: Mapping[str, str]) -> None:
        self._plan, self._typed, self._names = plan, lines, nomenclature
        self._years = years_of(plan, lines)
        self._place = {item.key: at for at, item in enumerate(columns(self._years))}
        self._found: list[_Line] = []
        self._doubts: list[tuple[doubts.Doubt, int | None]] = []
        self._rows: dict[tuple[str, str], int] = {}
        """By code and name: the row in which a line begins."""
        self._rounded: list[str] = []
        self._totals: list[tuple[int, TypedLine]] = []
        for row, line in enumerate(lines, start=1):
            if line.says_anything:
                self._add(row, line)

    def draft(self) -> Draft:
        """Return the whole draft."""
        made = _with_support(with_parents([self._made(line) for line in self._found]))
        told = [*self._doubts, *codes(made), *self._of_all(made)]
        problems = {item.key: item for item in (self._problem(*one) for one in reversed(told))}
        first, last = self._plan.period_start, self._plan.period_end
        found = Draft(
            format=FORMAT,
            period_start=first,
            period_end=last,
            years=self._years,
            lines=made,
            problems=tuple(reversed(problems.values())),
            source_name=self._plan.source_name,
            source_sha256=self._plan.source_sha256,
            sheet=SHEET,
            grids=(self._sheet(),),
            typed=self._plan.id,
        )
        return advise(found, self._names)

    # Rows

    def _add(self, row: int, typed: TypedLine) -> None:
        if not typed.code and says_total(typed.name):
            self._totals.append((row, typed))
            return
        current = self._found[-1] if self._found else None
        if current is not None and _goes_on(typed, current):
            before = len(current.indicators)
            self._measure(row, typed, current)
            self._pay(row, typed, current, further=True)
            if len(current.indicators) == before and not typed.pagu:
                self._doubt(self._unused(row, typed), len(self._found) - 1)
            return
        line = _Line(row, typed)
        line.cells = {key: self._cell(row, key) for key in typed.values}
        self._code(line)
        if self._is_context(line):
            return
        self._found.append(line)
        self._level(line)
        self._name(line)
        self._measure(row, typed, line)
        self._pay(row, typed, line, further=False)

    def _is_context(self, line: _Line) -> bool:
        """Tell whether a row only names the urusan or bidang, which is no line of the plan."""
        if line.typed.level:
            return False
        return bool(
            0 < plan_code.depth(line.code) <= _BIDANG
            or (not line.typed.code and _CONTEXT.match(line.typed.name.strip()))
        )

    def _code(self, line: _Line) -> None:
        written = line.typed.code
        line.code = known_code(written)
        if not written or not line.code:
            return
        if line.code != written:
            line.written["code"] = written

    def _level(self, line: _Line) -> None:
        typed, by_code = line.typed.level, plan_code.level(line.code)
        by_name, line.name = prefix(one_line(line.typed.name))
        line.level = typed or (by_code if by_code in CODED else "") or by_name
        if not line.level:
            above = self._found[-2].level if len(self._found) > 1 else "program"
            line.level, line.guessed = above, True

    def _name(self, line: _Line) -> None:
        place, typed = len(self._found) - 1, line.typed
        if line.name != one_line(typed.name):
            line.written["name"] = one_line(typed.name)
        if typed.code and not line.code:
            self._doubt(doubts.code_odd(line.cells["code"], typed.code, None, None), place)
        elif line.code and line.level in CODED and not plan_code.fits(line.code, line.level):
            self._doubt(self._unlike(line), place)
        elif not typed.code and line.level in CODED and line.name:
            told = f'Baris {line.row} "{doubts.short(line.name)}" tidak punya kode.'
            cell = self._cell(line.row, "code")
            self._doubt(doubts.Doubt("code-none", cell, told, None, "code", None, {"opening": told}), place)
        if not line.name:
            self._doubt(self._nameless(line), place)
        first = self._rows.setdefault((line.code, plan_code.plain(line.name)), line.row)
        if line.code and first != line.row:
            told = f"Kode {line.code} dengan nama ini sudah diketik di baris {first}. Kode ini apa?"
            self._doubt(doubts.Doubt("code-again", line.cells["code"], told, None, "code"), place)

    def _unlike(self, line: _Line) -> doubts.Doubt:
        by_code = plan_code.level(line.code)
        told = f"Kode {line.code} bukan kode {label('level', line.level).lower()}."
        if by_code not in CODED:
            return doubts.Doubt("code-level", line.cells["code"], told, None, "code")
        told += f" Menurut kodenya: {label('level', by_code).lower()}."
        cell = self._cell(line.row, "level")
        return doubts.Doubt("code-level", cell, told, None, "level", by_code)

    def _nameless(self, line: _Line) -> doubts.Doubt:
        cell, named = self._cell(line.row, "name"), nomenclature_name(line.code, self._names)
        if not line.code:
            return doubts.Doubt("name-missing", cell, f"Baris {line.row} tidak punya nama.", None, "name")
        told = doubts.name_missing(cell, line.code, None)
        if not named:
            return told
        words = f'{told.message} Menurut nomenklatur: "{doubts.short(named, 90)}".'
        return replace(told, message=words, suggestion=named)

    def _unused(self, row: int, typed: TypedLine) -> doubts.Doubt:
        """Return the doubt about a row that says neither what it is nor of what it is an indicator."""
        told = f"Baris {row} belum ikut dipakai: kode, nama, dan indikatornya kosong."
        return doubts.Doubt("row-unused", self._cell(row, next(iter(typed.values))), told)

    def _measure(self, row: int, typed: TypedLine, line: _Line) -> None:
        said = Row(row - 1, measure=typed.unit, baseline=typed.baseline, targets=dict(typed.target))
        found = measures(typed.indicator, said, "", _NO_MARKS)
        place = len(self._found) - 1
        if any(not item.name for item in found):
            told = f"Baris {row} punya target tetapi nama indikatornya kosong."
            cell = self._cell(row, "indicator")
            self._doubt(doubts.Doubt("indicator-none", cell, told, None, "indicator"), place)
        for key in ("indicator", "baseline"):
            if key in typed.values:
                line.cells.setdefault(key, self._cell(row, key))
        line.indicators.extend(found)

    def _pay(self, row: int, typed: TypedLine, line: _Line, *, further: bool) -> None:
        place = len(self._found) - 1
        for year, text in typed.pagu.items():
            cell = self._cell(row, f"pagu@{year}")
            try:
                exact = _money(text)
            except ValueError:
                self._doubt(doubts.pagu_unreadable(cell, year, text, None), place)
                continue
            if exact is None:
                continue
            value = int(Decimal(exact).quantize(Decimal(1), ROUND_HALF_UP))
            if value != exact:
                self._rounded.append(cell)
            line.cells.setdefault(f"pagu@{year}", cell)
            known = line.pagu.get(year)
            if known is None:
                line.pagu[year] = value
                if not text.isdigit():
                    line.written[f"pagu@{year}"] = text
                if value < 0:
                    self._doubt(doubts.pagu_negative(cell, year, value, None), place)
            elif further and value not in {known, 0}:
                self._doubt(doubts.pagu_twice(cell, year, (known, value), None), place)

    # The whole

    def _of_all(self, made: Sequence[LineDraft]) -> Iterator[tuple[doubts.Doubt, int | None]]:
        guessed = [self._cell(line.row, "level") for line in self._found if line.guessed]
        if guessed:
            yield doubts.level_unclear(guessed[0], len(guessed)), None
        yield from self._small(made)
        if self._rounded:
            yield doubts.pagu_decimals(self._rounded[0], len(self._rounded)), None
        said = [(row, line) for row, line in enumerate(self._typed, start=1) if line.baseline.strip()]
        if said and self._plan.period_start:
            row, line = said[0]
            before = str(self._plan.period_start - 1)
            yield doubts.baseline_year(self._cell(row, "baseline"), line.baseline, before), None
        for row, line in self._totals:
            yield from self._total(row, line, made)

    def _small(self, made: Sequence[LineDraft]) -> Iterator[tuple[doubts.Doubt, int | None]]:
        paid = [
            (value, line.cells.get(f"pagu@{year}", "")) for line in made for year, value in line.pagu.items()
        ]
        largest, cell = max(paid, default=(0, ""))
        if 0 < largest < SMALL:
            yield doubts.pagu_small(cell, largest), None

    def _total(
        self, row: int, line: TypedLine, made: Sequence[LineDraft]
    ) -> Iterator[tuple[doubts.Doubt, int | None]]:
        level = paid_level(made)
        for year, text in line.pagu.items():
            written = meant(text)
            counted = sum(item.pagu.get(year, 0) for item in made if item.level == level)
            if written and written != counted:
                cell = self._cell(row, f"pagu@{year}")
                yield doubts.total_differs(cell, year, written, counted, level), None
                return

    # Inside

    def _doubt(self, doubt: doubts.Doubt, place: int | None) -> None:
        self._doubts.append((doubt, place))

    def _problem(self, doubt: doubts.Doubt, line: int | None) -> Problem:
        return Problem(
            SHEET,
            doubt.cell,
            doubt.code,
            doubt.message,
            line,
            doubt.suggestion,
            doubt.values,
            doubt.concerns,
        )

    def _cell(self, row: int, key: str) -> str:
        return reference(row - 1, self._place.get(key, 0))

    def _made(self, line: _Line) -> LineDraft:
        support = plan_code.is_support(line.code)
        return LineDraft(
            level=line.level,
            code=line.code,
            name=line.name,
            indicators=tuple(line.indicators),
            pagu=line.pagu,
            origin=Origin(SHEET, line.row, line.typed.page or 0),
            support=support,
            cells=line.cells,
            written=line.written,
            sure={"level": RULES["level-guessed"].percent} if line.guessed else {},
        )

    def _sheet(self) -> SourceSheet:
        keys = list(self._place)
        rows = tuple(tuple(line.values.get(key, "") for key in keys) for line in self._typed)
        return SourceSheet(SHEET, rows, pages=tuple(line.page or 0 for line in self._typed))


def _with_support(lines: Sequence[LineDraft]) -> tuple[LineDraft, ...]:
    """Return the lines with what hangs under a support programme as support too."""
    made: list[LineDraft] = []
    for line in lines:
        is_inherited = line.parent is not None and made[line.parent].support
        made.append(replace(line, support=True) if is_inherited and not line.support else line)
    return tuple(made)


def _goes_on(typed: TypedLine, line: _Line) -> bool:
    """Tell whether a row is a further indicator of the line above: it says no code and name, or the same."""
    if typed.level:
        return False
    if not typed.code:
        return not typed.name
    if known_code(typed.code) != line.code:
        return False
    return not typed.name or plan_code.plain(typed.name) == plan_code.plain(line.name)


def meant(text: str) -> int | None:
    """Return the whole rupiah that a typed amount means; None for none, and where it is unclear."""
    try:
        found = _money(text)
    except ValueError:
        return None
    return None if found is None else int(Decimal(found).quantize(Decimal(1), ROUND_HALF_UP))


def _money(text: str) -> Decimal | int | None:
    """Return an amount as typed, None for a dash or nothing. Raises ValueError where it is none."""
    value = amount(text)
    if value is not None and not -LARGEST <= value <= LARGEST:
        raise ValueError(text)
    return value
