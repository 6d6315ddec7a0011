"""Queries: the plan of the region, and what answers it, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.alignment import (
    INITIATIVES,
    LINES,
    Alignment,
    AlignmentBoard,
    Candidate,
    Frame,
    Hints,
    Subject,
    hints_of,
    links,
)
from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_program import PlanInitiative, PlanProgram
from smartcity_desktop.domain.reference import SubDimension
from smartcity_desktop.domain.wording import calm_name
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import subdimensions
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import initiatives, programs
from smartcity_desktop.storage.rows import fetch, one, parts
from smartcity_desktop.storage.verdict import verdicts
from smartcity_desktop.storage.workshop import workshop

ENTITY: Final = "alignment"
GOAL: Final = "goal"
"""The kind under which a refused proposal is kept."""
_RPD: Final = "rpd"
_RPJMD: Final = "rpjmd"


@dataclass(frozen=True, slots=True)
class _Indicator:
    point: RowId = NO_ROW
    name: str = ""


def alignments(db: Database) -> dict[RowId, list[Alignment]]:
    """Return the stored links by program."""
    found: dict[RowId, list[Alignment]] = {}
    for item in fetch(db, Alignment, ENTITY, order="id"):
        found.setdefault(item.subject, []).append(item)
    return found


def frame(db: Database) -> tuple[Frame, list[PlanPoint], dict[RowId, list[str]]]:
    """Return the plan of the region as a tree, its points, and the names of their indicators."""
    known = points(db)
    told: dict[RowId, list[str]] = {}
    for item in fetch(db, _Indicator, "goal_indicator"):
        if item.name.strip():
            told.setdefault(item.point, []).append(item.name)
    charged = parts(db, "plan_point", "opd", [item.id for item in known])
    own = {row: [RowId(opd) for opd in found] for row, found in charged.items()}
    return Frame(known, told, own), known, told


def what_stands(db: Database) -> str:
    """Return what can be held against the plan: programs smart city, else those of the plans."""
    return INITIATIVES if initiatives(db) else LINES


def board(db: Database, what: str = INITIATIVES, *, proposing: bool = True) -> AlignmentBoard:
    """Return the plan of the region with what answers it; ``proposing`` with what may."""
    tree, known, told = frame(db)
    lines = programs(db)
    stored = alignments(db)
    subjects = (
        [_of_initiative(item, stored, tree, lines) for item in initiatives(db)]
        if what == INITIATIVES
        else [_of_program(item, stored, tree) for item in lines if item.is_relevant]
    )
    kinds = {item.kind for item in documents(db)}
    return AlignmentBoard(
        what,
        tree,
        tuple(subjects),
        _candidates(db, subjects, known, told) if proposing and tree.points else {},
        _hints(db, subjects) if what == INITIATIVES else {},
        {item.id: item.called for item in opds(db)},
        {item.id: item.told for item in lines},
        reference.sdg(),
        _RPD in kinds and _RPJMD not in kinds,
    )


def subject(db: Database, row: RowId) -> Subject | None:
    """Return one program with its links, None where it is gone; the other programs are not read."""
    tree, *_ = frame(db)
    stored = alignments(db)
    known = next((item for item in initiatives(db) if item.id == row), None)
    if known is not None:
        targets = {*known.lines, *(item.target for item in stored.get(row, ()))}
        return _of_initiative(known, stored, tree, [PlanProgram(id=target) for target in targets])
    line = one(db, Line, "renstra_line", "id = :id AND level = 'program'", {"id": row})
    if line is None:
        return None
    return _of_program(PlanProgram(id=row, code=line.code, name=calm_name(line.name)), stored, tree)


def _of_initiative(
    item: PlanInitiative,
    stored: Mapping[RowId, Sequence[Alignment]],
    tree: Frame,
    lines: Sequence[PlanProgram],
) -> Subject:
    own = stored.get(item.id, ())
    names = {line.id for line in lines}
    return Subject(
        item.id,
        INITIATIVES,
        item.name,
        "",
        item.dimension,
        item.subdimension,
        item.opd_name,
        item.text,
        (item.indicator,) if item.indicator.strip() else (),
        links(
            [row for row in item.points if row in tree.by_id],
            [one for one in own if one.target in tree.by_id],
        ),
        links([row for row in item.lines if row in names], [one for one in own if one.target in names]),
        item.sdg,
        item.spbe,
        item.grade,
        item.innovation,
        item.ict,
    )


def _of_program(item: PlanProgram, stored: Mapping[RowId, Sequence[Alignment]], tree: Frame) -> Subject:
    own = [one for one in stored.get(item.id, ()) if one.target in tree.by_id]
    return Subject(
        item.id,
        LINES,
        item.name,
        item.code,
        item.dimension,
        item.subdimension,
        item.opd_name,
        item.proposal,
        item.indicators,
        links((), own),
    )


def _candidates(
    db: Database,
    subjects: Sequence[Subject],
    known: Sequence[PlanPoint],
    told: Mapping[RowId, Sequence[str]],
) -> dict[RowId, tuple[Candidate, ...]]:
    # Loaded with the first proposals: prints of what stands do without.
    from smartcity_desktop.domain.suggest_match import Goals

    said = {(item.subject, item.value) for item in verdicts(db, {GOAL})}
    goals = Goals(known, told)
    found: dict[RowId, tuple[Candidate, ...]] = {}
    for item in subjects:
        linked = {one.target for one in item.points}
        near = goals.near(f"{item.name}. {item.text}", item.indicators)
        own = tuple(
            Candidate(item.id, one.point, one.degree, one.reason, one.score)
            for one in near
            if one.point not in linked and (item.id, one.point) not in said
        )
        if own:
            found[item.id] = own
    return found


def _hints(db: Database, subjects: Sequence[Subject]) -> dict[RowId, Hints]:
    table = reference.alignment_hints()
    by_name = {sub.name.casefold(): sub.code for sub in _usual()}
    same = workshop(db).dimension_set == reference.DEFAULT_SET
    names = {
        item.code: by_name.get(item.name.casefold(), item.code if same else "") for item in subdimensions(db)
    }
    found = {item.id: hints_of(item, table, lambda code: names.get(code, "")) for item in subjects}
    return {row: item for row, item in found.items() if item}


def _usual() -> list[SubDimension]:
    """Return the sub-dimensions of the set that the hints are written for."""
    known = next(item for item in reference.dimension_sets() if item.code == reference.DEFAULT_SET)
    return [sub for item in known.dimensions for sub in item.subdimensions]
