"""The map of programs over broad pages, the sheet that an agency takes home, the money, the completeness."""

from collections.abc import Callable, Sequence
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from smartcity_desktop.domain.chart_coverage import stacked_bars
from smartcity_desktop.domain.completeness import RULE
from smartcity_desktop.domain.paper_coverage import (
    EMPTY_WORD,
    CompletePaper,
    GapSheet,
    HomeList,
    MoneyPaper,
    PaperBoard,
    SpreadPaper,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number, rupiah_words
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Command,
    Grid,
    capped,
    content_need,
    framed,
    gap,
    head_cell,
    head_need,
    height_of,
    lay,
    line,
    paragraphs,
    part,
    plain,
    table,
    together,
    unbroken,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.listing import listing

_NAME: Final = 300
_SIZES: Final = (9.0, 8.0, 7.0, 6.5)
"""Sizes of type: the largest that leaves the names their room."""
_COMPLETE_SIZES: Final = (style.CELL.fontSize, 8.0, 7.5)
_NAMES: Final = 54 * mm
_FEW: Final = 16
"""Lines up to which a board is never parted by the end of a page."""
_EDGES: Final = 3.0
_LEAST, _SPAN = 0.15, 0.65
"""How strongly the smallest number is coloured, and what the largest adds to it."""
_WRITTEN: Final = (5, 4, 3, 2)
"""Lines to write on below a question, as many as leave the sheet one page."""
_WRITE: Final = 8.5 * mm
_OWN_LINES: Final = "\u00a0\n\u00a0"
"""Room in a cell for an agency to write its programs itself."""
_NOTE: Final = (
    "Angka: program yang dimensi utamanya itu; +1: satu program lagi menyebutnya sebagai tambahan. Belum: "
    "belum ditelaah; Tidak: tidak relevan; titik: kosong. Jumlah setiap baris adalah semua program OPD itu."
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return what the picture of a gathered job asks for."""
    picture = job.picture
    if job.jobs:
        return [made for one in job.jobs for made in parts(one)]
    if isinstance(picture, SpreadPaper):
        return [_broad(job, lambda: _spread(picture, job.frame))]
    if isinstance(picture, CompletePaper):
        return [_broad(job, lambda: _complete(picture, job.frame))]
    if isinstance(picture, MoneyPaper):
        return [_broad(job, lambda: _money(picture, job.frame))]
    return [_sheet(job, picture if isinstance(picture, GapSheet) else GapSheet())]


def _broad(job: PrintJob, build: Callable[[], list[Block]]) -> page.Part:
    paper = page.Paper(job.name, job.name, (job.name, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return page.Part(build, paper, job.frame, job.name)


def _titled(title: str, frame: PrintFrame, told: str) -> list[Block]:
    return [
        line(title.upper(), style.SHEET_TITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        *paragraphs(told, style.BODY_BOLD),
    ]


# The map ---------------------------------------------------------------------------------------------------


def _spread(picture: SpreadPaper, frame: PrintFrame) -> list[Block]:
    blocks = _titled("Sebaran program", frame, picture.told)
    if not any(board.lines for board in picture.boards):
        return [*blocks, gap(6), *paragraphs(frame.words.say("Belum ada OPD yang wajib membawa Renstra."))]
    blocks += paragraphs(frame.words.say(_NOTE), style.SMALL_SOFT)
    for place, board in enumerate(picture.boards):
        blocks += [*([page.new_page()] if place else []), *_board(board, frame)]
    blocks += part(f"Celah: yang masih kosong ({number(len(picture.gaps))})")
    if not picture.gaps:
        return [*blocks, line("Tidak ada.")]
    columns = [Column("No", 9, "right"), Column("Celah", 160), Column("Tindak lanjut, siapa", 90)]
    rows = [[number(at), text, ""] for at, text in enumerate(picture.gaps, start=1)]
    return [*blocks, table(columns, rows, style.broad(frame.paper).body_width)]


def _board(board: PaperBoard, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    named = f"{'; '.join(board.named)}." if board.named else ""
    head = [gap(4), line(board.title, style.PART), *paragraphs(named, style.SMALL_SOFT)]
    if named:
        head.append(gap(3))
    if board.note:
        return [together([*head, *paragraphs(board.note, style.SMALL)])]
    whole = [*head, _matrix(board, total)]
    return [together(whole)] if len(board.lines) <= _FEW else whole


def _matrix(board: PaperBoard, total: float) -> Block:
    columns = [Column(board.corner, 92), *(Column(head, 15, "right") for head in board.heads)]
    rows = [[capped(item.name, _NAME), *item.cells] for item in board.lines]
    sums = ["Jumlah", *board.sums.cells]
    size, sizes = _sized(columns, [*rows, sums], total)
    grid = Grid([[head_cell(item, size) for item in columns]], [0])
    looks = [style.sized(style.CELL, size), *(style.sized(style.CELL_RIGHT, size) for _ in board.heads)]
    bold = [
        style.sized(style.CELL_BOLD, size),
        *(style.sized(style.CELL_BOLD_RIGHT, size) for _ in board.heads),
    ]
    extra: list[Command] = []
    for row, item in zip(rows, board.lines, strict=True):
        at = len(grid.cells)
        lay(grid, row, sizes, looks)
        for place, (share, color) in enumerate(zip(item.shares, board.colors, strict=True), start=1):
            if share > 0 and color:
                extra.append(("BACKGROUND", (place, at), (place, at), _tint(color, share)))
    at = len(grid.cells)
    lay(grid, sums, sizes, bold)
    extra.append(("BACKGROUND", (0, at), (-1, at), style.HEAD_FILL))
    return unbroken(framed(grid.cells, sizes, starts=grid.starts, extra=extra))


def _sized(columns: Sequence[Column], rows: Sequence[list[str]], total: float) -> tuple[float, list[float]]:
    """Return the size of type and the widths: what figures need on one line, the names what is left."""
    needs = [
        max(need, head_need(item))
        for need, item in zip(content_need(columns, rows, total * 2), columns, strict=True)
    ]
    figures: list[float] = []
    for size in _SIZES:
        # Small type has the same edges in its cells.
        figures = [need * size / style.CELL.fontSize + _EDGES for need in needs[1:]]
        if sum(figures) + _NAMES <= total:
            break
    spare = total - sum(figures)
    if spare < _NAMES:
        figures = [need * (total - _NAMES) / sum(figures) for need in figures]
        spare = _NAMES
    more = max(0.0, spare - 2 * _NAMES) / len(figures) if figures else 0.0
    return size, [spare - more * len(figures), *(need + more for need in figures)]


def _tint(color: str, share: float) -> Color:
    """Return the colour of a dimension on white, the stronger the more there is."""
    own, part = HexColor(color), min(1.0, _LEAST + _SPAN * share)
    return Color(*(1 - part * (1 - one) for one in (own.red, own.green, own.blue)))


# The sheet of an agency ------------------------------------------------------------------------------------


def _sheet(job: PrintJob, picture: GapSheet) -> page.Part:
    label = capped(f"Celah program {picture.called}".strip(), 200)
    running = (label, capped(job.frame.workshop_title, _NAME))
    paper = page.Paper(label, label, running)
    return page.Part(lambda: _gaps(picture, job.frame), paper, job.frame, label)


def _gaps(picture: GapSheet, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    above = _above_questions(picture, frame)
    for written in _WRITTEN[:-1]:
        # What is measured is what is printed: a sheet of one page is laid out as it was measured.
        blocks = [*above, *_questions(picture, sheet.body_width, written)]
        if height_of(blocks, sheet.body_width) <= sheet.body_height - 6:
            return blocks
    return [*_above_questions(picture, frame), *_questions(picture, sheet.body_width, _WRITTEN[-1])]


def _above_questions(picture: GapSheet, frame: PrintFrame) -> list[Block]:
    blocks = [
        line("CELAH PROGRAM SMART CITY", style.TITLE),
        *paragraphs(capped(picture.name, _NAME) or EMPTY, style.SUBTITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL_CENTER_SOFT),
        gap(6),
        *paragraphs(picture.told, style.BODY_BOLD),
    ]
    homes = _homes(picture, frame, style.upright(frame.paper).body_width)
    return [*blocks, gap(2), homes, *_unread(picture, frame)]


def _homes(picture: GapSheet, frame: PrintFrame, total: float) -> Block:
    columns = [
        Column(frame.words.say("Dimensi"), 44),
        Column("Program Renstra", 96),
        Column("Pagu semua tahun", 32, "right"),
    ]
    rows = [
        [
            item.name,
            _programs(item) if picture.has_plan else _OWN_LINES,
            rupiah_words(item.pagu) if item.pagu else EMPTY if picture.has_plan else "",
        ]
        for item in picture.homes
    ]
    return table(columns, rows, total)


def _programs(item: HomeList) -> str:
    """Return the programs of a dimension, below them those that only name it besides."""
    also = [f"(tambahan) {name}" for name in item.also]
    return "\n".join([*item.programs, *also]) or EMPTY_WORD


def _unread(picture: GapSheet, frame: PrintFrame) -> list[Block]:
    blocks: list[Block] = []
    bare = frame.words.say("Relevan, belum berdimensi")
    for head, names in ((bare, picture.bare), ("Belum ditelaah", picture.unread)):
        if names:
            blocks.append(gap(5))
            blocks += paragraphs("; ".join(names) + ".", style.SMALL, lead=f"{head}:")
    return blocks


def _questions(picture: GapSheet, total: float, written: int) -> list[Block]:
    blocks: list[Block] = [gap(10)]
    for place, text in enumerate(picture.questions, start=1):
        rule = plain(
            [[""] for _ in range(written)],
            (total,),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.RULE),
            ("TOPPADDING", (0, 0), (-1, -1), _WRITE / 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _WRITE / 2 - 4),
        )
        asked = [*paragraphs(f"{number(place)}. {text}", style.BODY), rule, gap(8)]
        # Only a sheet of several pages has a place where a question and its lines could part.
        blocks += [together(asked)] if written == _WRITTEN[-1] else asked
    return [*blocks, line("Diisi oleh: ______________________   Tanggal: ________________", style.SMALL)]


# Money and completeness ------------------------------------------------------------------------------------


def _money(picture: MoneyPaper, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    blocks = _titled(frame.words.say("Pagu per dimensi"), frame, picture.told)
    if not picture.bars.lines:
        return blocks
    chart = drawn(stacked_bars(picture.bars, width=total))
    blocks.append(together([gap(4), line("Pagu program relevan menurut tahun", style.PART), chart]))
    for board in picture.boards:
        blocks += _board(board, frame)
    return blocks


def _complete(picture: CompletePaper, frame: PrintFrame) -> list[Block]:
    blocks = _titled("Kelengkapan Renstra", frame, picture.told)
    blocks += [*paragraphs(frame.words.say(RULE), style.SMALL_SOFT), gap(4)]
    if not picture.lines:
        return [*blocks, *paragraphs(frame.words.say("Belum ada OPD."))]
    shares = (58, 24, 30, 21, 21, 21, 21, 22, 21, 26, 21)
    columns = [
        Column(head, share, whole=place > 0)
        for place, (head, share) in enumerate(zip(picture.heads, shares, strict=True))
    ]
    sheet = style.broad(frame.paper)
    for size in _COMPLETE_SIZES:
        found = listing(columns, picture.lines, sheet, size=size)
        if height_of([*blocks, found], sheet.body_width) <= sheet.body_height:
            return [*blocks, found]
    return [*blocks, listing(columns, picture.lines, sheet)]
