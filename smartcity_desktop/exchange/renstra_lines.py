"""Rows become lines: levels by code, column, first word or indent; several rows of indicators per line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, RowCells
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.domain.renstra_targets import falls_by_nature
from smartcity_desktop.domain.wording import MOST_RUPIAH
from smartcity_desktop.exchange import renstra_doubts as doubts
from smartcity_desktop.exchange.renstra_habits import COUNTED, GOALS, LEVELS, Habits, is_outcome
from smartcity_desktop.exchange.renstra_measures import Marks, measures, names_of
from smartcity_desktop.exchange.renstra_rows import Code, Name, Row, prefix
from smartcity_desktop.exchange.renstra_sections import Mark, Section, section_of
from smartcity_desktop.exchange.renstra_words import amount
from smartcity_desktop.exchange.text import one_line

LARGEST: Final = MOST_RUPIAH
"""What is more is no pagu of an agency, typed or read."""

_CONTEXT: Final = re.compile(r"(?:urusan|bidang urusan|unsur)\b", re.IGNORECASE)
_OUTCOME_LABEL: Final = re.compile(r"^(?:outcome|output|hasil|keluaran)\s*[:\-–]\s*", re.IGNORECASE)
_LOWER: Final = {level: LEVELS[place + 1 :] for place, level in enumerate(LEVELS)}
_BIDANG: Final = 2
"""Parts of the code of a bidang, the longest that names no line of a plan."""
_KEGIATAN: Final = 5
"""Parts of the code of a kegiatan."""
_FEW_DIGITS: Final = 1000
"""More of them in one row are no amounts."""


@dataclass(slots=True)
class Line:
    """A line while its rows are being read; ``pagu`` is as written, before any multiplier.

    ``cells`` are cells by field; further ones are those of the row in which the line begins (``begun``).
    """

    level: str
    name: str = ""
    code: str = ""
    row: int = 0
    held: bool = False
    unit: str = ""
    location: str = ""
    indicators: list[IndicatorDraft] = field(default_factory=list)
    pagu: dict[str, Decimal | int] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    begun: RowCells | None = None
    outcome: str = ""
    fund: str = ""
    opd: str = ""
    written: dict[str, str] | None = None
    sure: dict[str, int] | None = None
    """As in ``LineDraft``; nearly every line has neither."""

    def keep(self, name: str, text: str) -> None:
        """Keep how a field is written that was put in order."""
        self.written = {**(self.written or {}), name: text}

    def settle(self, rule: str, part: str = "") -> None:
        """Remember by which rule a field was put in order; of several the least sure one counts."""
        settled = RULES[rule]
        key = f"{settled.field}@{part}" if part else settled.field
        known = self.sure or {}
        self.sure = {**known, key: min(settled.percent, known.get(key, settled.percent))}

    def cell(self, name: str) -> str:
        """Return the cell of a field, "" where it has none."""
        return self.cells.get(name, "") or (self.begun.get(name, "") if self.begun is not None else "")

    def tell(self, name: str, cell: str) -> None:
        """Say in which cell a field stands, unless that is known."""
        if not self.cell(name):
            self.cells[name] = cell

    def take_cells(self, row: Row) -> None:
        """Add the cells of a row of this line; those that are known already stay."""
        if self.begun is None and self.row == row.index + 1:
            self.begun = row.cells
            return
        self.cells = {**row.cells, **(self.begun or {}), **self.cells}
        self.begun = None


class Builder:
    """Takes the rows one after the other; afterwards ``lines`` and ``doubts`` hold what was understood."""

    def __init__(self, habits: Habits, factor: int, base_year: str, marks: Marks) -> None:
        """Start an empty plan whose amounts will be multiplied by ``factor``; baselines are of that year."""
        self.lines: list[Line] = []
        self.doubts: list[doubts.Doubt] = []
        self.unclear: list[str] = []
        self.unnamed: list[str] = []
        self.guessed: dict[str, list[str]] = {}
        """By rule: the cells of names whose level it guessed."""
        self.marks: list[Mark] = []
        """Visi, misi and isu that stand in rows of their own."""
        self.bidang: dict[int, str] = {}
        """By the row of a line: the bidang or urusan in whose section it stands."""
        self.measured = ""
        """The goals that the only column of indicators is for; "" where it is for the lines."""
        self._figures = marks
        self._thirds = marks.thirds
        self._section = Section()
        self._bidang = ""
        self._habits = habits
        self._largest = LARGEST // factor
        self._base_year = base_year
        self._open: dict[str, Line] = {}
        self._taken = ""
        """Level of the last line that was not held back."""
        self._kegiatan = ""
        """Code of the last kegiatan that has one."""
        self._current: Line | None = None
        self._parts: tuple[str, ...] = ()

    def add(self, row: Row) -> None:
        """Read one row: new lines, or further indicators of the line before."""
        # Most rows state something and head nothing; they are not asked.
        section = None if row.indicators or row.targets else section_of(row)
        if section is not None:
            self._enter(section, row)
            return
        fresh = self._add_goals(row)
        is_context = self._is_context(row)
        named = None if is_context else self._add_named(row)
        if named is None and (is_context or not self._says_something(row, fresh)):
            return
        line = named or (fresh[-1] if fresh else self._current)
        if line is None:
            return
        self._current = line
        if not self.measured:
            self._name_goals(row, line)
        self._attach(row, line, further=named is None and not fresh)

    def is_current(self, code: str) -> bool:
        """Tell whether the line before has this code, so that a row may only go on with it."""
        return self._current is not None and self._current.code == code

    def take(self, lines: Iterable[Line]) -> None:
        """Take lines that hold all of themselves, each with a code that says its level."""
        opened, line = self._open, None
        for line in lines:
            self.lines.append(line)
            level = line.level
            opened[level] = line
            if level != "subkegiatan":
                opened.pop("subkegiatan", None)
                if level == "program":
                    opened.pop("kegiatan", None)
                else:
                    self._kegiatan = line.code
            line.opd = self._section.text
            if self._bidang:
                self.bidang[line.row] = self._bidang
        if line is not None:
            self._current, self._taken, self._parts = line, line.level, (line.code,)

    def _enter(self, section: Section, row: Row) -> None:
        """Take note of a row that only heads others: an agency, a misi."""
        if section.kind != "opd":
            self.marks.append(Mark(row.index, section.kind, section.text))
            return
        self._section = section
        self._open.clear()
        self._current = None

    def _says_something(self, row: Row, fresh: list[Line]) -> bool:
        return bool(fresh or row.indicators or row.targets or row.money)

    def _is_context(self, row: Row) -> bool:
        """Tell whether a row only names the urusan or bidang, whose sums are not lines of the plan."""
        if row.code.normal:
            is_context = row.code.depth <= _BIDANG
        else:
            is_context = bool(row.names) and not row.code.raw and bool(_CONTEXT.match(row.names[0].text))
        if is_context and row.names:
            self._bidang = row.names[-1].text
        return is_context

    def _start(self, level: str, name: str, row: Row, cell: str, *, held: bool = False) -> Line:
        line = Line(level, name, "", row.index + 1, held)
        line.cells["name"] = cell
        line.opd = self._section.text
        self.lines.append(line)
        if self._bidang:
            self.bidang[line.row] = self._bidang
        if not held:
            self._taken = level
            self._open[level] = line
            for lower in _LOWER[level]:
                self._open.pop(lower, None)
        return line

    def _add_goals(self, row: Row) -> list[Line]:
        fresh: list[Line] = []
        for level in (*GOALS, "") if row.goals else ():
            text = row.goals.get(level, "")
            if text:
                name, cell = one_line(text), row.cells[f"goal:{level}"]
                fresh.extend(self._goal(level or self._goal_level(name), name, row, cell))
        return fresh

    def _goal_level(self, name: str) -> str:
        level = prefix(name)[0]
        if level in GOALS:
            return level
        return "sasaran" if "tujuan" in self._open else "tujuan"

    def _goal(self, level: str, text: str, row: Row, cell: str) -> list[Line]:
        name = prefix(text)[1] if prefix(text)[0] == level else text
        known = self._open.get(level)
        if known is not None and plan_code.plain(known.name) == plan_code.plain(name):
            return []
        line = self._start(level, name, row, cell)
        if name != text:
            line.keep("name", text)
        return [line]

    def _add_named(self, row: Row) -> Line | None:
        by_column = [name for name in row.names if name.level and name.level in COUNTED]
        if by_column and not self._is_deeper(row.code, by_column):
            return self._add_columns(row, by_column)
        if row.names:
            return self._add_mixed(row)
        if row.code.raw:
            return self._add_nameless(row)
        return None

    def _is_deeper(self, code: Code, names: list[Name]) -> bool:
        """Tell whether the only name of a row stands under another level than its code says."""
        own = plan_code.level(code.normal)
        return len(names) == 1 and own in COUNTED and own != names[0].level

    def _add_columns(self, row: Row, names: list[Name]) -> Line | None:
        """Read a row of a table with a column per level; names repeated from the row above open nothing."""
        line = None
        code = row.code
        deepest = max(names, key=lambda name: COUNTED.index(name.level)).level
        owner = plan_code.level(code.normal) if plan_code.level(code.normal) in COUNTED else deepest
        for name in sorted(names, key=lambda item: COUNTED.index(item.level)):
            known = self._open.get(name.level)
            own = code.normal if name.level == owner else ""
            same = known is not None and plan_code.plain(known.name) == plan_code.plain(name.text)
            if known is not None and same and own in {"", known.code}:
                continue
            line = self._start(name.level, name.text, row, name.cell)
            if name.level == owner:
                self._set_code(line, code)
            elif owner in COUNTED and code.normal and COUNTED.index(name.level) < COUNTED.index(owner):
                self._give(line, plan_code.above(code.normal, name.level))
                line.settle("code-above")
                line.cells["code"] = code.cell
        return line

    def _add_mixed(self, row: Row) -> Line | None:
        text = row.names[0].text if len(row.names) == 1 else " ".join(name.text for name in row.names)
        first, name = prefix(text)
        if first in GOALS and not row.code.raw:
            found = self._goal(first, text, row, row.names[0].cell)
            return found[0] if found else self._open[first]
        known = self._current
        if known is not None and self._is_same(known, row.code, name):
            return None
        if not row.code.raw and self._lends_outcome(row, first):
            return None
        if self._habits.coded and not row.code.raw:
            return self._add_uncoded(row, name)
        level, rule = self._level(row, first)
        line = self._start(level, name, row, row.names[0].cell)
        if rule:
            line.settle(rule)
        if name != text:
            line.keep("name", text)
        self._set_code(line, row.code)
        return line

    def _lends_outcome(self, row: Row, first: str) -> bool:
        """Tell whether a row says what the line above it brings about, and remember it there."""
        line = self._current
        if first or line is None or line.level not in COUNTED or not is_outcome(row):
            return False
        text = _OUTCOME_LABEL.sub("", row.names[0].text)
        line.outcome = f"{line.outcome}\n{text}" if line.outcome else text
        return True

    def _is_same(self, known: Line, code: Code, name: str) -> bool:
        """Tell whether a row repeats code and name of the line before, for one more indicator."""
        if not code.normal or code.normal != known.code:
            return False
        return not name or plan_code.plain(name) == plan_code.plain(known.name)

    def _add_uncoded(self, row: Row, name: str) -> Line:
        """Hold a row without a code back."""
        above = self._taken
        lower = {"program": "kegiatan", "kegiatan": "subkegiatan" if self._habits.deep else "kegiatan"}
        level = prefix(row.names[0].text)[0] or lower.get(above, above)
        if level not in COUNTED:
            level = "program"
        line = self._start(level, name, row, row.names[0].cell, held=True)
        self.doubts.append(doubts.code_missing(row.names[0].cell, row.index + 1, name, line))
        return line

    def _add_nameless(self, row: Row) -> Line | None:
        level = plan_code.level(row.code.normal)
        known = self._current
        if known is not None and (row.code.normal == known.code or level not in COUNTED):
            return None
        if level not in COUNTED:
            return None
        line = self._start(level, "", row, row.code.cell)
        self._set_code(line, row.code)
        self.doubts.append(doubts.name_missing(row.code.cell, row.code.normal, line))
        return line

    def _level(self, row: Row, first: str) -> tuple[str, str]:
        """Return the level of a row and the rule that guessed it, "" where it is plain."""
        by_code = plan_code.LEVEL_OF_DEPTH.get(row.code.depth, "")
        if by_code in COUNTED:
            return by_code, ""
        if first in COUNTED:
            return first, ""
        name = row.names[0]
        if self._habits.indents and name.indent in self._habits.indents:
            self.guessed.setdefault("level-indent", []).append(name.cell)
            return COUNTED[self._habits.indents.index(name.indent)], "level-indent"
        if self._habits.capitals:
            self.guessed.setdefault("level-capitals", []).append(name.cell)
            return "program" if name.text.isupper() else "kegiatan", "level-capitals"
        self.unclear.append(name.cell)
        level = next((line.level for line in reversed(self.lines) if line.level in COUNTED), "program")
        return level, "level-guessed"

    def _set_code(self, line: Line, code: Code) -> None:
        if not code.raw:
            return
        line.cells["code"] = code.cell
        if code.odd or not code.normal or (code.depth not in plan_code.LEVEL_OF_DEPTH):
            suggestion = self._mended(code, line.level)
            self.doubts.append(doubts.code_odd(code.cell, code.odd or code.raw, suggestion, line))
            return
        normal = self._with_nought(code)
        if normal != code.raw:
            self._note_code(line, code, normal)
        self._give(line, normal)
        self._parts = code.parts

    def _note_code(self, line: Line, code: Code, normal: str) -> None:
        """Keep how a code is written that is not so in its normal form."""
        line.keep("code", code.raw)
        if code.guessed:
            line.settle("code-guessed")
            self.doubts.append(doubts.code_guessed(code.cell, code.raw, normal, line))
        elif normal != code.normal:
            line.settle("code-nought")
        elif not plan_code.is_spelt_alike(code.raw, normal):
            line.settle("code-widened")

    def _give(self, line: Line, code: str) -> None:
        line.code = code
        if line.level == "kegiatan":
            self._kegiatan = code or self._kegiatan

    def _mended(self, code: Code, level: str) -> str | None:
        """Put the part of the row above in the place of the odd one."""
        if len(code.parts) <= 1 or code.odd_place >= len(self._parts):
            return None
        parts = [*code.parts]
        parts[code.odd_place] = self._parts[code.odd_place]
        mended = plan_code.normal_code(".".join(parts))
        return mended if mended and plan_code.fits(mended, level) else None

    def _with_nought(self, code: Code) -> str:
        """Read ``2,1`` after ``2.09`` as ``2.10``: a number cell has lost the nought at its end."""
        if code.raw == code.normal:
            return code.normal
        parts = code.normal.split(".")
        written = re.split(r"[.,]", code.raw.strip(" .,"))
        kegiatan = self._kegiatan
        if len(parts) < _KEGIATAN or len(written) != len(parts) or not kegiatan:
            return code.normal
        lost = written[_KEGIATAN - 1]
        wanted = f"{lost}0" if len(parts) > _KEGIATAN else str(int(lost) * 10 - 1) if lost.isdigit() else ""
        if len(lost) == 1 and kegiatan == ".".join((*parts[: _KEGIATAN - 1], wanted.zfill(2))):
            parts[_KEGIATAN - 1] = f"{lost}0"
        return ".".join(parts)

    def _name_goals(self, row: Row, line: Line) -> None:
        """Give the lines above the indicators of their own columns; the row's targets are the line's."""
        for level, text in row.indicators.items():
            goal = self._open.get(level) if level else None
            if goal is None or level == line.level:
                continue
            known = {item.name for item in goal.indicators}
            goal.tell("indicator", row.cells[f"indicator:{level}"])
            goal.indicators.extend(
                IndicatorDraft(name=name, direction="turun" if falls_by_nature(name) else "")
                for name in names_of(text)
                if name not in known
            )

    def _attach(self, row: Row, line: Line, *, further: bool) -> None:
        line.take_cells(row)
        owner = self._owner(row, line) if self.measured else line
        if owner is not line:
            owner.indicators.extend(measures(row.indicators[owner.level], row, self._base_year, self._thirds))
            row = replace(row, targets={}, baseline="", indicators={})
        level = line.level if line.level in row.indicators else ""
        if not level and "" not in row.indicators:
            level = next((known for known in row.indicators if known in COUNTED), "")
        cell = row.cells.get(f"indicator:{level}")
        if cell is not None:
            line.tell("indicator", cell)
        self._attach_indicators(row, line, row.indicators.get(level, ""))
        self._attach_money(row, line, further=further)
        line.unit = line.unit or row.unit
        line.location = line.location or row.location
        line.outcome = line.outcome or row.outcome
        line.fund = line.fund or row.fund

    def _owner(self, row: Row, line: Line) -> Line:
        """Return the line whose indicator the row states, where the table has one for goals only."""
        level = self.measured
        goal = self._open.get(level)
        return goal if goal is not None and line.level != level and row.indicators.get(level) else line

    def _attach_indicators(self, row: Row, line: Line, text: str) -> None:
        found = measures(text, row, self._base_year, self._thirds)
        if found and not found[0].name:
            self.unnamed.append(next(iter(row.cells.values()), ""))
        line.indicators.extend(found)
        if any(item.written for item in found):
            self._ask_about_targets(found, row, line)

    def _ask_about_targets(self, found: list[IndicatorDraft], row: Row, line: Line) -> None:
        """Ask about the targets whose mark was taken for that of decimals; others were joined again."""
        first = len(line.indicators) - len(found)
        for place, item in enumerate(found, start=first):
            for field_name, original in item.written.items():
                year = field_name.partition("@")[2]
                if year and original not in self._thirds:
                    line.settle("target-joined", year)
                elif year:
                    line.settle("target-mark", year)
                    cell = row.cells[field_name]
                    read = item.targets[year]
                    self.doubts.append(doubts.target_mark(cell, year, (original, read), place, line))

    def _amount(self, text: str) -> Decimal | int | None:
        if self._figures.is_decimal(text):
            value: Decimal | int | None = Decimal(text.replace(",", "."))
        else:
            value = amount(text)
        if value is not None and not -self._largest <= value <= self._largest:
            raise ValueError(text)
        return value

    def _attach_money(self, row: Row, line: Line, *, further: bool) -> None:
        digits = "".join(row.money.values())
        if not further and len(digits) < _FEW_DIGITS and digits.isdigit() and digits.isascii():
            whole: dict[str, Decimal | int] = dict(zip(row.money, map(int, row.money.values()), strict=True))
            if max(whole.values()) <= self._largest:
                line.pagu = {**line.pagu, **whole} if line.pagu else whole
                return
        self._attach_amounts(row, line, further=further)

    def _attach_amounts(self, row: Row, line: Line, *, further: bool) -> None:
        """Read the amounts of a row one by one, as not all are plain figures."""
        for year, text in row.money.items():
            try:
                value = self._amount(text)
            except ValueError:
                self.doubts.append(doubts.pagu_unreadable(row.cells[f"pagu@{year}"], year, text, line))
                continue
            if value is None:
                continue
            known = line.pagu.get(year)
            if known is None or not further:
                line.pagu[year] = value
                if not text.isdigit():
                    self._note_amount(row, line, year, text)
                if value < 0:
                    self.doubts.append(doubts.pagu_negative(row.cells[f"pagu@{year}"], year, value, line))
            elif value not in {known, 0}:
                amounts = (int(known), int(value))
                self.doubts.append(doubts.pagu_twice(row.cells[f"pagu@{year}"], year, amounts, line))

    def _note_amount(self, row: Row, line: Line, year: str, text: str) -> None:
        """Keep how an amount is written; ask where its mark also divides decimals in this table."""
        line.keep(f"pagu@{year}", text)
        if self._figures.is_decimal(text):
            line.settle("money-mark", year)
            self.doubts.append(doubts.money_mark(row.cells[f"pagu@{year}"], year, text, line))
