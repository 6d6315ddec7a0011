"""The prints of quick wins, gathered: ranking, sheets of the assessors, record of what was decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.exercise import Assessor
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import Issue
from smartcity_desktop.domain.paper_quickwin import DecisionPicture, RankingPicture, ScorePicture, ScoreSheet
from smartcity_desktop.domain.print_job import (
    QUICKWIN_DECISION,
    QUICKWIN_GIVEN,
    QUICKWIN_RANKING,
    QUICKWIN_SCORES,
    QUICKWIN_SHORT,
    PrintAsk,
    PrintJob,
    kind_of,
)
from smartcity_desktop.domain.quickwin_board import Board, by_rank, proposals
from smartcity_desktop.domain.wording import day_of, stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import quickwin as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.paper import printed_order, sheet_issues
from smartcity_desktop.storage.print_paper import in_stage
from smartcity_desktop.storage.print_stage import held_stage, meant_day, meant_stage
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.worksheet import worksheet_of


def _ranking(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather all candidates by their places; without any there are lines to be written on."""
    board = _board(work, ask)
    picture = RankingPicture(
        replace(board, lines=by_rank(board.lines)), proposals(board), detailed=ask.choice != QUICKWIN_SHORT
    )
    return _job(work, QUICKWIN_RANKING, meant_stage(work, ask), picture)


def _scores(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather a sheet for each assessor, or one without a name where nobody is named yet.

    Raises UserFault ``print-nothing-filled`` where filled ones are wanted and nobody has scored.
    """
    board = _board(work, ask)
    filled = ask.choice == QUICKWIN_GIVEN
    made = _sheets(work, board, [item for item in board.assessors if not ask.opd or ask.opd == item.id])
    if filled:
        made = [item for item in made if item.scores]
        if not made and not ask.even_empty:
            raise UserFault("print-nothing-filled", codes=board.code)
    picture = ScorePicture(
        board,
        worksheet_of(work.store, board.worksheet).instruction,
        tuple(replace(item, issue=Issue()) if filled else item for item in made)
        or (ScoreSheet(lines=board.lines),),
        filled,
    )
    return _job(work, QUICKWIN_SCORES, meant_stage(work, ask), picture)


def _sheets(work: Gathering, board: Board, whose: Sequence[Assessor]) -> list[ScoreSheet]:
    """Return the sheet of each of these assessors with the paper that it is printed on."""
    worksheet = worksheet_of(work.store, board.worksheet)
    grids = [grid_of(work.store, board.worksheet, item.id) for item in whose]
    issues = sheet_issues(work.store, worksheet, grids) if whose else []
    stage = work.stage(number=worksheet.stage)
    return [
        _sheet(board, item, grid, in_stage(issue, stage))
        for item, grid, issue in zip(whose, grids, issues, strict=True)
    ]


def _sheet(board: Board, whose: Assessor, grid: Grid, issue: Issue) -> ScoreSheet:
    """Return one sheet: the candidates in the order in which it is keyed, the scores that stand."""
    asked = {item.id for item in board.criteria}
    by_key = {item.key: RowId(item.key.partition("@")[2]) for item in grid.columns if item.kind == "score"}
    known = {item.candidate.id: item for item in board.lines}
    return ScoreSheet(
        whose,
        issue.paper.number,
        tuple(known[row] for row in printed_order(issue.paper, grid) if row in known),
        {
            (row.row, criterion): row.values[key]
            for row in grid.rows
            for key, criterion in by_key.items()
            if criterion in asked and row.values.get(key)
        },
        issue,
    )


def _decision(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather what was decided about every candidate, with what had been decided before."""
    board = _board(work, ask)
    stage = held_stage(work, ask)
    ordered = by_rank(board.lines)
    days = [item.candidate.decided_on for item in ordered if item.candidate.decided_on]
    day = ask.day or max(days, default="") or meant_day(work, ask, stage)
    picture = DecisionPicture(
        board=replace(board, lines=ordered),
        stage=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
        day=day_of(day),
        place=stage.place_on(day) if stage else "",
        earlier=tuple(
            (item.candidate.name, before)
            for item in ordered
            for before in reversed(query.history(work.store, item.candidate.id))
            if before.decision
        ),
        signers=work.signers(QUICKWIN_DECISION),
    )
    return _job(work, QUICKWIN_DECISION, stage, picture)


def _board(work: Gathering, ask: PrintAsk) -> Board:
    return query.board(work.db, ask.worksheet or NO_ROW)


def _job(work: Gathering, key: str, stage: Stage | None, picture: object) -> PrintJob:
    found = kind_of(key)
    return PrintJob(key, found.title if found else key, work.frame(stage, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    QUICKWIN_RANKING: _ranking,
    QUICKWIN_SCORES: _scores,
    QUICKWIN_DECISION: _decision,
}
