"""The prints of the paper loop, gathered: numbered sheets, idea cards, ballots, the control list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_loop import (
    BALLOT,
    CARD,
    Issue,
    PaperLine,
    PrintedColumn,
    numbered_words,
    packed,
    printed,
)
from smartcity_desktop.domain.paper_slips import (
    BallotsPicture,
    CardsPicture,
    ControlPicture,
    ControlTable,
    NumberedPicture,
)
from smartcity_desktop.domain.print_job import (
    BALLOTS,
    CARDS,
    CONTROL,
    NUMBERED,
    PrintAsk,
    PrintJob,
    file_name,
    kind_of,
)
from smartcity_desktop.domain.session_report import is_expected, sheet_picture
from smartcity_desktop.domain.vote import Vote
from smartcity_desktop.domain.worksheet import Worksheet, used_in
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import paper as query
from smartcity_desktop.storage import vote as vote_query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.paper_line import paper_lines, settlements
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.print_stage import meant_stage
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.worksheet import sheet as sheet_of_row

_CARDS: Final = 40
_BALLOTS: Final = 40
_SPARE: Final = 2
"""Ballots beyond the voters: some are always spoiled."""
_MOST: Final = 2000
_EMPTY_LINES: Final = 8


def _sheets(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the numbered sheets of one party, or of all that are to write; without any there is a form.

    ``opd`` may also name one sheet, or a worksheet.
    """
    ask = _plainly(work, ask)
    jobs: list[PrintJob] = []
    known = _meant(work, ask)
    for worksheet in known:
        jobs += _of_worksheet(work, ask, worksheet)
    if not jobs:
        return _form(work, ask, known)
    if len(jobs) == 1:
        return jobs[0]
    stages = {item.frame.stage_name for item in jobs}
    frame = replace(jobs[0].frame, stage_name=stages.pop() if len(stages) == 1 else "", doc_number="")
    return PrintJob(NUMBERED, _title(NUMBERED), frame, jobs=tuple(jobs))


def _form(work: Gathering, ask: PrintAsk, known: Sequence[Worksheet]) -> PrintJob:
    """Return a form that nobody has a number for yet, to be written on all the same."""
    worksheet = next(iter(known), Worksheet())
    grid = grid_of(work.store, worksheet.id, ask.opd)
    order = printed(grid.columns)
    shown = replace(grid, columns=_in_printed_order(grid.columns, order), rows=())
    picture = NumberedPicture(sheet_picture(shown), choices=_words(grid.columns, order), written=True)
    return PrintJob(NUMBERED, _title(NUMBERED), work.frame(meant_stage(work, ask), ""), picture=picture)


def _words(columns: Sequence[GridColumn], order: Sequence[PrintedColumn]) -> dict[str, tuple[str, ...]]:
    by_key = {item.key: item for item in columns}
    chosen = [item for item in order if item.key in by_key and item.choices]
    return {item.key: numbered_words(by_key[item.key], item) for item in chosen}


def _meant(work: Gathering, ask: PrintAsk) -> list[Worksheet]:
    if ask.worksheet:
        return [item for item in work.worksheets if item.id == ask.worksheet]
    sheet = sheet_of_row(work.db, ask.opd) if ask.opd else None
    if sheet is not None:
        return [item for item in work.worksheets if item.id == sheet.worksheet]
    stage = meant_stage(work, ask)
    return list(used_in(stage.number or 0, work.worksheets)) if stage else []


def _plainly(work: Gathering, ask: PrintAsk) -> PrintAsk:
    """Return what is asked where ``opd`` names a worksheet: from its own page one asks for that alone."""
    named = any(item.id == ask.opd for item in work.worksheets)
    return replace(ask, worksheet=ask.opd, opd=NO_ROW) if named else ask


def _of_worksheet(work: Gathering, ask: PrintAsk, worksheet: Worksheet) -> list[PrintJob]:
    asked = {ask.opd}
    whose = [
        item.id
        for item in parties(work.db, worksheet)
        if not ask.opd or asked & {item.id, work.store.key("sheet", worksheet.id, item.id)}
    ]
    grids = [grid_of(work.store, worksheet.id, row) for row in whose]
    if not ask.opd:
        grids = [item for item in grids if is_expected(item) and not item.sheet.waived]
    stage = work.stage(number=worksheet.stage)
    issues = query.sheet_issues(work.store, worksheet, grids, ask.choice)
    return [
        _numbered(work, stage, grid, in_stage(issue, stage))
        for grid, issue in zip(grids, issues, strict=True)
    ]


def in_stage(issue: Issue, stage: Stage | None) -> Issue:
    """Return a paper that is about to be printed with the stage in which it is."""
    if issue.known or stage is None:
        return issue
    return replace(issue, paper=replace(issue.paper, stage=stage.id))


def _numbered(work: Gathering, stage: Stage | None, grid: Grid, issue: Issue) -> PrintJob:
    paper = issue.paper
    standing = {row.row: row for row in grid.rows}
    rows = tuple(standing.get(row) or GridRow(row, {}) for row in query.printed_order(paper, grid))
    shown = replace(grid, columns=_in_printed_order(grid.columns, paper.column_order), rows=rows)
    picture = NumberedPicture(
        replace(sheet_picture(shown), number=paper.number),
        issue,
        _words(grid.columns, paper.column_order),
        grid.worksheet.takes_rows,
    )
    name = file_name(NUMBERED, grid.party.short or grid.party_name)
    return PrintJob(NUMBERED, name, work.frame(stage, paper.number), picture=picture)


def _in_printed_order(
    columns: Sequence[GridColumn], order: Sequence[PrintedColumn]
) -> tuple[GridColumn, ...]:
    """Return the columns, those written on as they stand on the paper; newer ones are left out."""
    by_key = {item.key: item for item in columns}
    subject = [item for item in columns if item.section == "subject"]
    return (*subject, *(by_key[item.key] for item in order if item.key in by_key))


def _cards(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the next batch of idea cards of a worksheet whose rows can be written from cards."""
    ask = _plainly(work, ask)
    fitting = [item for item in work.worksheets if item.target in {"idea", "entry"} and item.takes_rows]
    stage = meant_stage(work, ask)
    now = list(used_in(stage.number or 0, fitting)) if stage else []
    chosen = [item for item in fitting if item.id == ask.worksheet] or (
        now or fitting if not ask.worksheet else []
    )
    if not chosen:
        return PrintJob(CARDS, _title(CARDS), work.frame(stage, ""), picture=CardsPicture())
    worksheet = chosen[0]
    issue = query.batch_issue(work.store, CARD, _count(ask.choice, _CARDS), worksheet, NO_ROW)
    holders = [item for item in parties(work.db, worksheet) if not item.retired]
    # The numbers beside the names stay those of this print, whoever comes or goes later.
    order = packed([PrintedColumn("party", tuple(item.id for item in holders))])
    issue = replace(issue, paper=replace(issue.paper, columns=order))
    picture = CardsPicture(
        in_stage(issue, stage),
        worksheet.title,
        next(iter(work.words.say(worksheet.guide).splitlines()), ""),
        tuple(f"{place} {item.short or item.name}" for place, item in enumerate(holders, start=1)),
    )
    name = f"{_title(CARDS)} {issue.paper.number}"
    return PrintJob(CARDS, name, work.frame(stage, issue.paper.number), picture=picture)


def _ballots(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the next batch of ballots: of the vote whose row stands in ``opd``, else of the last one open.

    Without any vote there is one without a number, to be copied.
    """
    vote = vote_query.vote(work.db, ask.opd) or vote_query.last_vote(work.db, ask.worksheet)
    stage = meant_stage(work, ask)
    if vote is None:
        return PrintJob(
            BALLOTS,
            _title(BALLOTS),
            work.frame(stage, ""),
            picture=BallotsPicture(lines=("",) * _EMPTY_LINES),
        )
    about = next((item for item in work.worksheets if item.id == vote.worksheet), None)
    count = _count(ask.choice, (vote.voters or 0) + _SPARE if vote.voters else _BALLOTS)
    issue = query.batch_issue(work.store, BALLOT, count, about, vote.id)
    picture = BallotsPicture(
        in_stage(issue, stage),
        vote.title,
        vote.question,
        _rule(vote),
        tuple(item.text for item in vote_query.choices(work.db, vote.id)),
    )
    name = f"{_title(BALLOTS)} {issue.paper.number}"
    return PrintJob(BALLOTS, name, work.frame(stage, issue.paper.number), picture=picture)


def _rule(vote: Vote) -> str:
    points, most = vote.points, vote.most
    if points is None:
        return "Tulis jumlah poin di kotak."
    told = f"Anda punya {points} poin. Tulis poin di kotak."
    return f"{told} Paling banyak {most} poin untuk satu pilihan." if most and most < points else told


def _control(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather what was issued and what came back, a table for each worksheet of which anything was."""
    ask = _plainly(work, ask)
    found = query.papers(work.db)
    lines = paper_lines(work.store)
    tables: list[ControlTable] = []
    for worksheet in work.worksheets:
        own: list[PaperLine] = [item for item in lines if item.paper.worksheet == worksheet.id]
        batches = [item for item in found if item.worksheet == worksheet.id and item.kind != "lembar"]
        if (own or batches) and ask.worksheet in {NO_ROW, worksheet.id}:
            sums = settlements(work.store, worksheet.id)
            tables.append(ControlTable(f"{worksheet.code} {worksheet.title}", tuple(own), tuple(sums)))
    loose = [item for item in found if not item.worksheet] if not ask.worksheet else []
    if loose:
        tables.append(ControlTable("Surat suara lain", (), tuple(settlements(work.store, NO_ROW, loose))))
    frame = work.frame(meant_stage(work, ask), "")
    return PrintJob(CONTROL, _title(CONTROL), frame, picture=ControlPicture(tuple(tables)))


def _count(choice: str, usual: int) -> int:
    return min(int(choice), _MOST) if choice.isdigit() and int(choice) else min(usual, _MOST)


def _title(key: str) -> str:
    found = kind_of(key)
    return found.title if found else key


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    NUMBERED: _sheets,
    CARDS: _cards,
    BALLOTS: _ballots,
    CONTROL: _control,
}
