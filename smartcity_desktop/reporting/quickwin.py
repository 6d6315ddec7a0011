"""Quick wins on paper: the ranking, the sheets of the assessors, the record of what was decided."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.chart_quickwin import score_bars
from smartcity_desktop.domain.in_words import date_in_words
from smartcity_desktop.domain.paper_quickwin import (
    SCALE,
    DecisionPicture,
    RankingPicture,
    ScorePicture,
    ScoreSheet,
    short_names,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.quickwin import Line, tie_words
from smartcity_desktop.domain.quickwin_board import (
    CHOSEN,
    COUNTING,
    DECISION_WORDS,
    DISCUSS_RULE,
    REFUSED,
    RESERVE,
    Board,
    Decided,
    Proposal,
    counted_words,
    decided,
    discuss_words,
    gate_words,
    place_words,
    share,
)
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.wording import EMPTY, day_of, long_date, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    head_cell,
    line,
    paragraphs,
    plain,
    section,
    table,
    together,
    widths,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.ending import CLOSING, Body, closed
from smartcity_desktop.reporting.forms import WriteField, write_line
from smartcity_desktop.reporting.letter import Signing, letterhead
from smartcity_desktop.reporting.sheet_form import KEYED_FREELY, beside_number
from smartcity_desktop.reporting.signers import signature_rows

_NAME: Final = 300
_DOTS: Final = "…" * 20
_BLANK_LINES: Final = 8
_SCORED: Final = 11 * mm
_SCORED_LINES: Final = 6
_EMPTY_LINES: Final = 3
_GROUPS: Final = (
    (CHOSEN, "Ditetapkan terpilih"),
    (RESERVE, "Ditetapkan cadangan"),
    (REFUSED, "Tidak terpilih"),
)
_OPEN: Final = "Belum diputuskan"


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    if isinstance(job.picture, ScorePicture):
        return [_score_part(item, job.picture, job.frame) for item in job.picture.sheets]
    if isinstance(job.picture, DecisionPicture):
        return [_decision_part(job.picture, job.frame)]
    picture = job.picture if isinstance(job.picture, RankingPicture) else RankingPicture()
    return [_ranking_part(picture, job.frame)]


def _event(frame: PrintFrame) -> str:
    return capped(" · ".join(text for text in (frame.workshop_title, frame.stage_name) if text), 500)


# Ranking ---------------------------------------------------------------------------------------------------


def _ranking_part(picture: RankingPicture, frame: PrintFrame) -> page.Part:
    title = "Peringkat quick win"
    paper = page.Paper(title, title, (capped(frame.workshop_title, _NAME), title), page.BROAD)
    return page.Part(lambda: _ranking(picture, frame), paper, frame, title)


def _ranking(picture: RankingPicture, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    board = picture.board
    blocks = [
        line("PERINGKAT QUICK WIN", style.TITLE),
        *paragraphs(_event(frame), style.SUBTITLE),
        gap(6),
        *_ranking_table(picture, frame, total),
        gap(6),
        *_legend(board),
        *_told("Nilai yang sama", tie_words(board.lines)),
        *_told("Perlu dibahas dulu", _discussed(board)),
    ]
    if picture.detailed and board.criteria and board.lines:
        blocks += [*page.turn(page.UPRIGHT), *_details(picture, frame)]
    return blocks


def _ranking_table(picture: RankingPicture, frame: PrintFrame, total: float) -> list[Block]:
    board = picture.board
    columns = [
        Column("Urutan", 13, "right"),
        Column(f"Di {frame.words.dimension.lower()}", 16, "right"),
        Column("Kandidat", 52),
        *(Column(word, 13, "right") for word in short_names(board.criteria)),
        Column("Nilai", 13, "right"),
        Column("Syarat", 32),
        Column("Usulan", 22),
        Column("Keputusan", 22),
    ]
    rows = [_ranking_row(picture, item) for item in board.lines]
    if rows:
        return [table(columns, rows, total, size=8.5)]
    cells = [[head_cell(item) for item in columns], *_blank(len(columns))]
    return [framed(cells, widths(columns, total))]


def _blank(columns: int, rows: int = _BLANK_LINES) -> list[list[list[Block]]]:
    """Return rows to write in by hand."""
    return [[[gap(_SCORED)], *([] for _ in range(columns - 1))] for _ in range(rows)]


def _ranking_row(picture: RankingPicture, item: Line) -> list[str]:
    board, candidate = picture.board, item.candidate
    failed = [gate.why for gate in item.gates if not gate.passed]
    proposal = picture.proposals.get(candidate.id, Proposal())
    return [
        place_words(item.rank),
        place_words(item.rank_inside),
        f"{capped(candidate.name, _NAME)}\n{_whose(board, item)}",
        *(shown(item.cells[one.id].mean, 1) if one.id in item.cells else EMPTY for one in board.criteria),
        shown(item.total),
        "; ".join(failed) if failed else "terpenuhi",
        DECISION_WORDS[proposal.decision] if proposal.decision else EMPTY,
        DECISION_WORDS.get(candidate.decision, "") if candidate.decision else "",
    ]


def _whose(board: Board, item: Line) -> str:
    parts_of = (board.code_of(item.candidate.dimension), capped(board.owner(item.candidate), _NAME))
    return " · ".join(text for text in parts_of if text)


def _legend(board: Board) -> list[Block]:
    weights = board.weights
    told = "; ".join(
        f"{_meant(word, item.name)}, bobot {number(weights[item.id])} ({share(weights[item.id], weights)})"
        for word, item in zip(short_names(board.criteria), board.criteria, strict=True)
    )
    blocks = paragraphs(f"{told}.", style.SMALL, lead="Kriteria:") if told else []
    counted = " ".join((*counted_words(board), COUNTING))
    return [*blocks, *paragraphs(counted, style.SMALL, lead="Penilaian:")]


def _meant(word: str, name: str) -> str:
    """Return what a short head stands for; one that is the name itself is not said twice."""
    return name if word.casefold() == name.casefold() else f"{word} = {name}"


def _told(heading: str, sentences: Sequence[str]) -> list[Block]:
    if not sentences:
        return []
    return [*section(heading), *(block for text in sentences for block in paragraphs(capped(text, 2000)))]


def _discussed(board: Board) -> tuple[str, ...]:
    found = tuple(
        f"{item.candidate.name}. {discuss_words(board, item)}" for item in board.lines if item.apart
    )
    return (*found, DISCUSS_RULE) if found else ()


def _details(picture: RankingPicture, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    blocks: list[Block] = [line("RINCIAN SETIAP KANDIDAT", style.TITLE), gap(4)]
    for item in picture.board.lines:
        proposal = picture.proposals.get(item.candidate.id, Proposal())
        blocks.append(together(_detail(picture.board, item, proposal, total)))
    return blocks


def _detail(board: Board, item: Line, proposal: Proposal, total: float) -> list[Block]:
    rank = f"{item.rank}. " if item.rank is not None else ""
    discussed = discuss_words(board, item)
    return [
        *section(capped(f"{rank}{item.candidate.name} · {shown(item.total)}", _NAME)),
        *paragraphs(_whose(board, item), style.SMALL),
        gap(3),
        drawn(score_bars(board, item, width=total)),
        gap(3),
        *paragraphs(gate_words(item), style.SMALL),
        *(paragraphs(discussed, style.SMALL) if discussed else []),
        *paragraphs(capped(proposal.why, 1000), style.SMALL),
        gap(6),
    ]


# The sheet of an assessor ----------------------------------------------------------------------------------


def _score_part(sheet: ScoreSheet, picture: ScorePicture, frame: PrintFrame) -> page.Part:
    title = f"Lembar penilaian {sheet.number or picture.board.code} {sheet.assessor.name}".strip()
    first = page.BROAD
    running = (capped(title, _NAME), frame.stage_name)
    paper = page.Paper(
        capped(title, _NAME), f"Lembar {sheet.number}" if sheet.number else title, running, first
    )
    return page.Part(partial(_score_sheet, sheet, picture, frame), paper, frame, capped(title, _NAME))


def _score_sheet(sheet: ScoreSheet, picture: ScorePicture, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    board = picture.board
    fields = [
        WriteField("Penilai", sheet.assessor.name, 3),
        WriteField("Jabatan", sheet.assessor.position, 3),
        WriteField("Tanggal", share=2),
    ]
    year = frame.printed_at.year
    when = line(Signing(frame.city, year).line(narrow=False), style.BODY_CENTER)
    name = capped(sheet.assessor.name, _NAME) or f"({_DOTS})"
    signature = [when, line("Penilai,", style.BODY_CENTER), gap(16 * mm), line(name, style.BODY_CENTER)]
    code = sheet.issue.paper.code
    title = [line("LEMBAR PENILAIAN QUICK WIN", style.SHEET_TITLE), *paragraphs(_event(frame), style.SMALL)]
    title += [] if code else [line(KEYED_FREELY, style.SMALL_SOFT)]
    return [
        *beside_number(title, sheet.number or _DOTS, total, code=code),
        gap(2),
        write_line(fields, total),
        gap(6),
        *paragraphs(f"{SCALE}. Kosong tidak dihitung nol.", style.SMALL, lead="Nilai:"),
        gap(4),
        _score_table(sheet, picture, frame, total),
        gap(5),
        *paragraphs(_meanings(board), style.SMALL, lead="Kriteria:"),
        together([gap(8), plain([["", signature]], (total * 2 / 3, total / 3))]),
    ]


def _meanings(board: Board) -> str:
    told = (
        f"{_meant(word, item.name)}{f': {item.help}' if item.help else ''}"
        for word, item in zip(short_names(board.criteria), board.criteria, strict=True)
    )
    return " ".join(text if text.endswith(".") else f"{text}." for text in told)


def _score_table(sheet: ScoreSheet, picture: ScorePicture, frame: PrintFrame, total: float) -> Block:
    board = picture.board
    columns = [
        Column("No", 9, "right"),
        Column("Kandidat", 62),
        Column(frame.words.opd, 34),
        Column(frame.words.dimension, 18, "center"),
        *(Column(word, 17, "center") for word in short_names(board.criteria)),
    ]
    cells: list[list[list[Block]]] = [[head_cell(item) for item in columns]]
    for place, item in enumerate(sheet.lines, start=1):
        texts = [
            capped(item.candidate.name, _NAME),
            capped(board.owner(item.candidate), _NAME),
            board.code_of(item.candidate.dimension),
        ]
        given = [
            sheet.scores.get((item.candidate.id, one.id), "") if picture.filled else ""
            for one in board.criteria
        ]
        cells.append(
            [
                [line(number(place), style.CELL_RIGHT)],
                *(paragraphs(text, style.CELL) for text in texts[:2]),
                [line(texts[2], style.CELL_CENTER)],
                *([line(text, style.CELL_BOLD_CENTER)] if text else [] for text in given),
            ]
        )
    if not sheet.lines:
        return framed([*cells, *_blank(len(columns), _SCORED_LINES)], widths(columns, total))
    low = 1.0 if picture.filled else _SCORED - style.CELL.leading
    for row in cells[1:]:
        row[0] = [*row[0], gap(low)]
    return framed(cells, widths(columns, total))


# What was decided ------------------------------------------------------------------------------------------


def _decision_part(picture: DecisionPicture, frame: PrintFrame) -> page.Part:
    title = "Berita Acara Penetapan Quick Win"
    paper = page.Paper(title, title, (capped(frame.workshop_title, _NAME), title))
    return page.Part(lambda: _decision(picture, frame), paper, frame, title)


def _decision(picture: DecisionPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    year = (picture.day or frame.printed_at.date()).year

    def end() -> list[list[Block]]:
        signing = Signing(frame.city, year)
        return signature_rows(picture.signers, signing, sheet.body_width, [gap(6), line(CLOSING)])

    return closed(partial(_decision_body, picture, frame), end, sheet)


def _decision_body(picture: DecisionPicture, frame: PrintFrame) -> Body:
    total = style.upright(frame.paper).body_width
    event = " ".join(text for text in (frame.workshop_title, picture.stage) if text) or _DOTS
    came = len(picture.board.assessors)
    judged = f"{number(came)} penilai" if came else "para penilai"
    nominated = number(len(picture.board.lines)) if picture.board.lines else "……"
    opening = (
        f"Pada {date_in_words(picture.day)}, bertempat di {picture.place or _DOTS}, pada {event}, setelah "
        f"memperhatikan nilai {judged} atas {nominated} kandidat, ditetapkan quick win "
        "sebagai berikut."
    )
    above = [
        *letterhead(frame.letterhead, total),
        line("BERITA ACARA", style.TITLE),
        line("PENETAPAN QUICK WIN", style.TITLE),
        line(f"NOMOR {_DOTS}", style.SUBTITLE),
        gap(10),
        *paragraphs(capped(opening, 3000)),
        *_groups(picture.board, frame, total),
        *_told("Nilai yang sama", tie_words(picture.board.lines)),
        *_earlier(picture, total),
    ]
    return Body(above, section("Catatan perbedaan pendapat"), _dissent(picture.board, total))


def _groups(board: Board, frame: PrintFrame, total: float) -> list[Block]:
    blocks: list[Block] = []
    known = [
        (key, words) for key, words in _GROUPS if any(item.candidate.decision == key for item in board.lines)
    ]
    for key, words in known or [_GROUPS[0]]:
        own = [item for item in board.lines if item.candidate.decision == key]
        blocks += [*section(words), _group(own, board, frame, total)]
    waiting = [item.candidate.name for item in board.lines if not item.candidate.decision]
    if waiting and known:
        blocks += [gap(4), *paragraphs(capped(f"{', '.join(waiting)}.", 2000), lead=f"{_OPEN}:")]
    return blocks


def _group(lines: Sequence[Line], board: Board, frame: PrintFrame, total: float) -> Block:
    columns = [
        Column("No", 8, "right"),
        Column("Quick win", 48),
        Column(frame.words.opd, 30),
        Column("Nilai", 13, "right"),
        Column("Alasan", 50),
        Column("Ditetapkan oleh", 28),
    ]
    if not lines:
        cells = [[head_cell(item) for item in columns], *_blank(len(columns), _EMPTY_LINES * 2)]
        return framed(cells, widths(columns, total))
    rows = [
        [
            number(place),
            f"{capped(item.candidate.name, _NAME)}\n{board.code_of(item.candidate.dimension)}",
            capped(board.owner(item.candidate), _NAME) or EMPTY,
            shown(item.total),
            capped(item.candidate.reason, 2000) or EMPTY,
            _by(decided(item.candidate)),
        ]
        for place, item in enumerate(lines, start=1)
    ]
    return table(columns, rows, total)


def _by(made: Decided) -> str:
    day = day_of(made.on)
    words = long_date(day, weekday=False) if day else ""
    return "\n".join(text for text in (capped(made.by, _NAME), words) if text) or EMPTY


def _earlier(picture: DecisionPicture, total: float) -> list[Block]:
    if not picture.earlier:
        return []
    columns = [
        Column("Quick win", 48),
        Column("Keputusan semula", 30),
        Column("Alasan", 62),
        Column("Ditetapkan oleh", 36),
    ]
    rows = [
        [capped(name, _NAME), made.words, capped(made.reason, 2000) or EMPTY, _by(made)]
        for name, made in picture.earlier
    ]
    return [*section("Keputusan yang diubah"), table(columns, rows, total)]


def _dissent(board: Board, total: float) -> list[Block]:
    columns = [Column("Quick win", 48), Column("Catatan", 128)]
    rows = [
        [capped(item.candidate.name, _NAME), capped(item.candidate.dissent, 4000)]
        for item in board.lines
        if item.candidate.dissent.strip()
    ]
    if rows:
        return [table(columns, rows, total)]
    cells = [[head_cell(item) for item in columns], *_blank(len(columns), _EMPTY_LINES)]
    return [framed(cells, widths(columns, total))]
