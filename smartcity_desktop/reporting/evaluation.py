"""The material of the evaluation on paper, landscape: index, weakest items, every item, what was run."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.chart_evaluation import section_bars
from smartcity_desktop.domain.evaluation import (
    GROUP_WORDS,
    HOW_WORDS,
    SECTION_WORDS,
    EvaluationBoard,
    EvaluationLine,
    RunLine,
    before_told,
    change,
    index_rows,
    run_told,
    score_words,
    shown,
    told,
    weakest,
    weights_told,
)
from smartcity_desktop.domain.paper_evaluation import EvaluationPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    paragraphs,
    part,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.listing import listing

_WORD: Final = "Bahan Evaluasi"
_OWN: Final = (
    "Perkiraan sendiri menurut butir instrumen evaluasi 2023, skala 0–4; bukan nilai resmi kementerian."
)
_NAME: Final = 400
_CHART: Final = 380.0
_SMALL: Final = 8.0
_NOT_YET: Final = "belum"
_EMPTY_THEN: Final = "kosong"
_NO_PROOF: Final = "belum ada"
_NOTHING_KNOWN: Final = "tidak ada"
_MARKED: Final = "Garis tegak pada batang: {year}."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the material of a gathered job."""
    picture = job.picture if isinstance(job.picture, EvaluationPaper) else EvaluationPaper()
    title = f"{_WORD} {picture.board.year or ''}".strip()
    paper = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(lambda: _blocks(picture, job.frame), paper, job.frame, title)]


def _blocks(picture: EvaluationPaper, frame: PrintFrame) -> list[Block]:
    board = picture.board
    total = style.broad(frame.paper).body_width
    blocks = [
        line(f"{_WORD} Smart City {board.year or ''}".upper(), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        *paragraphs(_OWN, style.SMALL),
        *paragraphs(f"{GROUP_WORDS[board.group]}: {weights_told(board.group)}.", style.SMALL),
        *(paragraphs(board.note.strip(), style.SMALL) if board.note.strip() else []),
        *_index(board, total),
        *_weakest(board, frame),
    ]
    if not picture.short:
        blocks += _items(board, frame)
    return [
        *blocks,
        *_run("Program Smart City", board.programs, board, frame),
        *_run("Quick win", board.quickwins, board, frame),
    ]


def _index(board: EvaluationBoard, total: float) -> list[Block]:
    known, whole = index_rows(board)
    before = {item.section: item.mean for item in board.sections_before}
    earlier = f"Tahun {board.before_year}"
    compared = [Column(earlier, 24, "right"), Column("Selisih", 20, "right")] if before else []
    columns = [
        Column("Bagian", 34),
        Column("Bobot (%)", 20, "right"),
        Column("Butir", 18, "right"),
        Column("Diperkirakan", 26, "right"),
        Column("Rata-rata", 22, "right"),
        *compared,
    ]
    rows = [
        [
            item.words,
            *(number(count) for count in (item.weight, item.asked, item.given)),
            _mean(item.mean, _NOT_YET),
            *([_mean(item.before, _EMPTY_THEN), change(item.mean, item.before) or EMPTY] if before else ()),
        ]
        for item in (*known, whole)
    ]
    blocks = [
        *section("Indeks"),
        table(columns, rows[:-1], total, sums=rows[-1]),
        gap(3),
        *paragraphs(" ".join(filter(None, (told(board), before_told(board)))), style.SMALL),
    ]
    if not (board.given or before):
        return blocks
    chart = drawn(section_bars(board.sections, before, width=_CHART))
    marked = [line(_MARKED.format(year=earlier.lower()), style.SMALL_SOFT)] if before else []
    return [*blocks, gap(6), together([chart, *marked])]


def _weakest(board: EvaluationBoard, frame: PrintFrame) -> list[Block]:
    low = weakest(board)
    if not low:
        return []
    columns = [
        Column("Bagian", 26),
        Column("Butir", 18, whole=True),
        Column("Pokok", 110),
        Column("Nilai", 16, "right"),
        Column(frame.words.say("OPD"), 36),
    ]
    rows = [
        [
            SECTION_WORDS[item.item.section],
            item.item.number,
            item.item.text,
            score_words(item.answer.value),
            item.opd,
        ]
        for item in low
    ]
    return [*section("Yang terlemah"), listing(columns, rows, style.broad(frame.paper))]


def _items(board: EvaluationBoard, frame: PrintFrame) -> list[Block]:
    columns = [
        Column("Butir", 18, whole=True),
        Column("Pokok", 72),
        Column("Nilai", 15, "right"),
        *([Column(str(board.before_year), 15, "right")] if board.before_year else ()),
        Column(frame.words.say("Bukti, dokumen, OPD"), 66),
        Column("Yang tercatat", 56),
    ]
    blocks: list[Block] = []
    for place, key in enumerate(item.section for item in board.sections):
        own = [item for item in board.asked if item.item.section == key]
        blocks += section(f"{place + 1}. {SECTION_WORDS[key]} ({_counted(own)})")
        blocks += paragraphs(HOW_WORDS[key], style.SMALL_SOFT) if key in HOW_WORDS else []
        for name in dict.fromkeys(item.item.indicator for item in own):
            rows = [_row(item, board) for item in own if item.item.indicator == name]
            blocks += [*part(name), listing(columns, rows, style.broad(frame.paper), size=_SMALL)]
    return blocks


def _counted(lines: Sequence[EvaluationLine]) -> str:
    given = sum(1 for item in lines if item.answer.value is not None)
    return f"{number(given)} dari {number(len(lines))} butir"


def _row(item: EvaluationLine, board: EvaluationBoard) -> list[str]:
    """Return the cells of an item; what nobody said stands in words."""
    note = item.answer.note.strip()
    told_of = [item.pointer, f"Catatan: {note}" if note else ""]
    return [
        item.item.number,
        item.item.text,
        _score(item.answer.value, _NOT_YET),
        *([_score(item.before, _EMPTY_THEN)] if board.before_year else ()),
        "\n".join(text for text in told_of if text) or _NO_PROOF,
        "\n".join(item.known) or _NOTHING_KNOWN,
    ]


def _mean(value: Fraction | None, nothing: str) -> str:
    return shown(value) if value is not None else nothing


def _score(value: Fraction | None, nothing: str) -> str:
    return score_words(value) if value is not None else nothing


def _run(what: str, lines: Sequence[RunLine], board: EvaluationBoard, frame: PrintFrame) -> list[Block]:
    if not lines:
        return [gap(6), line(f"{what}: pemantauan {board.year} belum diisi.", style.BODY)]
    columns = [
        Column("No", 10, "right"),
        Column(what, 80),
        Column(frame.words.say("Dimensi"), 18, whole=True),
        Column(frame.words.say("OPD"), 36),
        Column("Direncanakan", 28),
        Column("Keadaan", 26),
        Column("%", 12, "right"),
        Column("Bukti", 62),
    ]
    rows = [
        [
            number(place),
            item.name,
            item.dimension,
            item.opd,
            item.planned,
            item.state,
            number(item.line.progress) if item.line.progress is not None else "",
            item.evidence,
        ]
        for place, item in enumerate(lines, start=1)
    ]
    return [
        *section(f"{what} {board.year}: direncanakan dan berjalan"),
        *paragraphs(run_told(lines, what, board.year), style.BODY_BOLD),
        gap(3),
        listing(columns, rows, style.broad(frame.paper), size=_SMALL),
    ]
