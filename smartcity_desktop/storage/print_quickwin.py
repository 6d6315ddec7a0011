"""The prints of quick wins, gathered: ranking, sheets of the assessors, record of what was decided."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.exercise import Assessor
from smartcity_desktop.domain.ids import NO_ROW, RowId
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
from smartcity_desktop.storage.print_stage import held_stage, meant_day, meant_stage
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.worksheet import sheets, worksheet_of


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
    number_of = {item.assessor: item.number for item in sheets(work.db, board.worksheet)}
    made = [
        _sheet(work, board, item, number_of.get(item.id, ""))
        for item in board.assessors
        if not ask.opd or ask.opd == item.id
    ]
    if filled:
        made = [item for item in made if item.scores]
        if not made and not ask.even_empty:
            raise UserFault("print-nothing-filled", codes=board.code)
    picture = ScorePicture(
        board,
        worksheet_of(work.store, board.worksheet).instruction,
        tuple(made) or (ScoreSheet(lines=board.lines),),
        filled,
    )
    return _job(work, QUICKWIN_SCORES, meant_stage(work, ask), picture)


def _sheet(work: Gathering, board: Board, assessor: Assessor, number: str) -> ScoreSheet:
    grid = grid_of(work.store, board.worksheet, assessor.id)
    asked = {item.id for item in board.criteria}
    by_key = {item.key: RowId(item.key.partition("@")[2]) for item in grid.columns if item.kind == "score"}
    known = {item.candidate.id: item for item in board.lines}
    return ScoreSheet(
        assessor,
        number,
        tuple(known[row.row] for row in grid.rows if row.row in known),
        {
            (row.row, criterion): row.values[key]
            for row in grid.rows
            for key, criterion in by_key.items()
            if criterion in asked and row.values.get(key)
        },
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
