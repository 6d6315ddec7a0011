"""What every check of a plan looks at: the lines, what stands below them, and what is known around them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from smartcity_desktop.domain.finding_kinds import kind_of
from smartcity_desktop.domain.renstra_draft import Finding, IndicatorDraft, LineDraft

WORKS: Final = ("program", "kegiatan", "subkegiatan")
Amount = TypeVar("Amount", int, Decimal)
GOALS: Final = ("tujuan", "sasaran")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What is known around a plan; what is empty is not checked.

    ``opd`` is the agency it was stored at, ``bidang`` its fields, ``file_opd`` the agency that the file
    names; ``form`` that of the file, ``start`` and ``end`` its period. ``year`` is that of the workshop,
    ``master`` the first and last year of its master plan. ``editions`` are the years of the nomenclatures
    that hold a code, ``frame`` the pagu of the RPJMD by code of the program and year.
    """

    opd: str = ""
    bidang: tuple[str, ...] = ()
    file_opd: str = ""
    form: str = ""
    start: int | None = None
    end: int | None = None
    year: int | None = None
    master: tuple[int, int] | None = None
    editions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    frame: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """A plan while it is checked: lines, their children by index, year keys in order, nomenclature."""

    lines: Sequence[LineDraft]
    years: Sequence[str]
    names: Mapping[str, str]
    facts: PlanFacts
    children: Mapping[int, Sequence[int]]
    levels: frozenset[str]

    def below(self, index: int, level: str) -> list[LineDraft]:
        """Return the lines of a level right below a line."""
        return [
            self.lines[child] for child in self.children.get(index, ()) if self.lines[child].level == level
        ]

    def above(self, index: int, level: str) -> int | None:
        """Return the nearest line of a level above a line, None where there is none."""
        upper = self.lines[index].parent
        for _ in range(len(self.lines)):
            if upper is None or self.lines[upper].level == level:
                return upper
            upper = self.lines[upper].parent
        return None

    def of_level(self, *levels: str) -> Iterable[tuple[int, LineDraft]]:
        """Return the lines of some levels with their places."""
        return ((index, line) for index, line in enumerate(self.lines) if line.level in levels)

    def calendar(self) -> list[int]:
        """Return the years that are calendar years, in order."""
        return sorted(int(year) for year in self.years if year.isdigit())

    def found(self, index: int, code: str, message: str, where: str = "name", value: str = "") -> Finding:
        """Return a finding about a line; ``where`` names the field, whose cell it takes."""
        line = self.lines[index]
        cell = line.cells.get(where) or line.cells.get("name", "")
        kind = kind_of(code)
        return Finding(
            code,
            message,
            index,
            line.origin.sheet,
            cell,
            sure=kind.sure,
            advice=kind.advice,
            field=where,
            value=value,
        )

    def about(self, index: int, number: int, code: str, message: str, year: str = "") -> Finding:
        """Return a finding about one indicator of a line, or about its target of a year."""
        found = self.found(index, code, message, "indicator")
        item = self.lines[index].indicators[number]
        return Finding(
            code,
            message,
            index,
            found.sheet,
            found.cell,
            number,
            sure=found.sure,
            advice=found.advice,
            field=f"target@{year}" if year else "indicator",
            value=item.targets.get(year, "") if year else item.name,
        )

    def whole(
        self, code: str, message: str, values: Mapping[str, str] | None = None, sure: str = ""
    ) -> Finding:
        """Return a finding about the plan as a whole; ``sure`` where it is not as its kind usually is."""
        kind = kind_of(code)
        sheet = self.lines[0].origin.sheet if self.lines else ""
        return Finding(
            code, message, sheet=sheet, values=dict(values or {}), sure=sure or kind.sure, advice=kind.advice
        )


def looked(
    lines: Sequence[LineDraft],
    years: Sequence[str],
    names: Mapping[str, str] | None,
    facts: PlanFacts,
) -> Looked:
    """Return a plan ready to be checked; without years they are taken in the order of their names."""
    children: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.parent is not None:
            children.setdefault(line.parent, []).append(index)
    order = list(years) or sorted({year for line in lines for year in _years_of(line)})
    return Looked(lines, order, names or {}, facts, children, frozenset(line.level for line in lines))


def written(item: IndicatorDraft, years: Sequence[str]) -> list[str]:
    """Return the targets of an indicator that are filled, in the order of the years."""
    return [text for text in (item.targets.get(year, "").strip() for year in years) if text]


def middle(values: Sequence[Amount]) -> Amount:
    """Return the middle one of some amounts in their order, the lower where two are in the middle."""
    return sorted(values)[(len(values) - 1) // 2]


def short(name: str, limit: int = 60) -> str:
    """Return a name that fits into a sentence."""
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"


def _years_of(line: LineDraft) -> set[str]:
    return {*line.pagu, *(year for item in line.indicators for year in item.targets)}
