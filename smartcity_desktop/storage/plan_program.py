"""Queries: the programs of all plans and the programs smart city, with what was said of them, in one go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.analysis import Analysis, Line
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import ProgramFacts
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.plan_program import PlanInitiative, PlanProgram
from smartcity_desktop.domain.wording import calm_name
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.initiative_facts import plan_lines, programs_as
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.renstra import indicators
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.subject import PROGRAMS, counts

_PROGRAM: Final = "program"
_BELOW: Final = ("kegiatan", "subkegiatan")


@dataclass(frozen=True, slots=True)
class _Initiative(ProgramFacts):
    description: str = ""
    problem: str = ""
    users: str = ""
    partners: str = ""
    ict: str = ""
    indicator: str = ""
    evidence_grade: str = ""


def programs(db: Database, *, whole: bool = False) -> list[PlanProgram]:
    """Return the programs of every plan in use, by agency and as they stand; ``whole`` with support ones."""
    by_opd = counts(db, PROGRAMS, whole=whole)
    known = {item.id: item for item in fetch(db, Line, "renstra_line")}
    units = _units(known.values())
    told = {row: [one.name for one in found] for row, found in indicators(db, _ids(by_opd)).items()}
    read, codes, names = analyses(db), _codes(db), {item.id: item.called for item in opds(db)}
    return [
        replace(
            _program(known[row], read.get(row, Analysis()), codes),
            opd=opd,
            opd_name=names[opd],
            units=units.get(row, ()),
            indicators=tuple(told.get(row, ())),
        )
        for opd in names
        for row in by_opd.get(opd, ())
        if row in known
    ]


def initiatives(db: Database) -> list[PlanInitiative]:
    """Return the programs smart city that count, in their order."""
    rows = programs_as(db, _Initiative)
    ids = [item.id for item in rows]
    many = {
        name: {row: tuple(found) for row, found in parts(db, INITIATIVE, name, ids).items()}
        for name in ("support", "partner_element", "point", "origin", "sdg", "spbe", "innovation")
    }
    line_of = plan_lines(db) if ids else {}
    codes, names = _codes(db), {item.id: item.called for item in opds(db)}

    def several(name: str, row: RowId) -> tuple[str, ...]:
        return many[name].get(row, ())

    return [
        PlanInitiative(
            id=item.id,
            name=item.name,
            dimension=codes.get(item.dimension, ""),
            subdimension=codes.get(item.subdimension, ""),
            opd=item.opd,
            opd_name=names.get(item.opd, ""),
            support=tuple(RowId(one) for one in several("support", item.id)),
            partners=item.partners,
            elements=several("partner_element", item.id),
            lines=tuple(
                dict.fromkeys(line_of[RowId(one)] for one in several("origin", item.id) if one in line_of)
            ),
            points=tuple(RowId(one) for one in several("point", item.id)),
            text=" ".join(text for text in (item.description, item.problem, item.users) if text),
            indicator=item.indicator,
            ict=item.ict,
            innovation=several("innovation", item.id),
            sdg=tuple(sorted(int(one) for one in several("sdg", item.id) if one.isdigit())),
            spbe=several("spbe", item.id),
            grade=item.evidence_grade,
            sheet=item.sheet,
        )
        for item in rows
    ]


def _ids(by_opd: Mapping[RowId, Sequence[RowId]]) -> list[RowId]:
    return [row for rows in by_opd.values() for row in rows]


def _codes(db: Database) -> dict[RowId, str]:
    """Return the codes of dimensions and sub-dimensions."""
    subs = {item.id: item.code for item in subdimensions(db)}
    return {item.id: item.code for item in dimensions(db)} | subs


def _program(line: Line, read: Analysis, codes: Mapping[RowId, str]) -> PlanProgram:
    return PlanProgram(
        id=line.id,
        code=line.code,
        name=calm_name(line.name),
        support=line.support,
        relevant=read.relevant,
        dimension=codes.get(read.dimension, ""),
        subdimension=codes.get(read.subdimension, ""),
        proposal=read.proposal,
        partners=read.partners,
    )


def _units(lines: Iterable[Line]) -> dict[RowId, tuple[str, ...]]:
    """Return the divisions that a plan names for the activities below each program."""
    known = {item.id: item for item in lines}
    found: dict[RowId, dict[str, str]] = {}
    for item in known.values():
        unit = " ".join(item.unit.split())
        home: Line | None = item if item.level in _BELOW and unit else None
        for _ in _BELOW:
            if home is not None and home.level != _PROGRAM:
                home = known.get(home.parent)
        if home is not None and home.level == _PROGRAM:
            found.setdefault(home.id, {}).setdefault(key_of(unit), unit)
    return {row: tuple(units.values()) for row, units in found.items()}
