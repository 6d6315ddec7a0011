"""The shared commitment on paper: its statement, a table in which everybody signs, the head of the region."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_commitment import (
    CLOSING_TEXT,
    OPENING_TEXT,
    POINTS_TEXT,
    CommitmentPaper,
)
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame, Signer
from smartcity_desktop.domain.signature import HEAD, HEADING_WORDS, STATE_WORDS, Signature
from smartcity_desktop.domain.wording import day_of, number, short_date
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
    row_height,
    section,
    table,
    together,
    widths,
)
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_WORD: Final = "Komitmen Bersama"
_NAME: Final = 300
_TALL: Final = 32.0
"""Points of a row to sign in."""
_PADDING: Final = 7.0
_BLANK: Final = 12
"""Rows to be filled by hand where nobody is on the list."""
_LIST: Final = "Daftar penanda tangan komitmen bersama"
_NO_LIST: Final = "Belum ada daftar penanda tangan. Susun di Komitmen bersama."
_CHECKED: Final = (
    Column("No", 9, "right"),
    Column("Nama", 48),
    Column("Jabatan", 48),
    Column("Keadaan", 24),
    Column("Tanggal", 20),
    Column("Catatan", 30),
)
_LATE: Final = "Lembar susulan: yang belum menandatangani"
_NOBODY: Final = "Semua yang ada di daftar sudah menandatangani."
_COLUMNS: Final = (
    Column("No", 9, "right"),
    Column("Nama", 56),
    Column("Jabatan", 62),
    Column("Tanda tangan", 46),
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the commitment of a gathered job."""
    picture = job.picture if isinstance(job.picture, CommitmentPaper) else CommitmentPaper()
    running = (capped(job.frame.workshop_title, _NAME), _WORD)
    paper = page.Paper(title=job.name, label=job.name, running=running)
    return [page.Part(lambda: _blocks(picture, job), paper, job.frame, job.name)]


def _blocks(picture: CommitmentPaper, job: PrintJob) -> list[Block]:
    frame = job.frame
    total = style.upright(frame.paper).body_width
    if picture.checked:
        return _checked(picture, frame, total)
    points = [text for text in said(job.passages, POINTS_TEXT).split("\n") if text.strip()]
    others = [item for item in picture.rows if item.part != HEAD]
    head = next((item for item in picture.rows if item.part == HEAD), None)
    blocks = [
        *letterhead(frame.letterhead, total),
        line(_WORD.upper(), style.TITLE),
        *paragraphs(capped(picture.title, 600), style.SUBTITLE),
        gap(8),
        *paragraphs(said(job.passages, OPENING_TEXT)),
        gap(4),
        *[
            block
            for place, text in enumerate(points, start=1)
            for block in (*paragraphs(text, lead=f"{number(place)}."), gap(3))
        ],
        *paragraphs(said(job.passages, CLOSING_TEXT)),
    ]
    if picture.late:
        blocks += [gap(8), line(_LATE, style.BODY_BOLD)]
    if picture.late and not picture.rows and picture.listed:
        return [*blocks, gap(4), line(_NOBODY)]
    if others or not picture.listed:
        blocks += [gap(8), _table(others, picture.numbers, total)]
    if head is not None or not picture.listed:
        blocks.append(together(_head(head, picture, frame, total)))
    return blocks


def _checked(picture: CommitmentPaper, frame: PrintFrame, total: float) -> list[Block]:
    """Return how it stands with everybody who signs, part by part, with the day and what is noted."""
    blocks = [
        *letterhead(frame.letterhead, total),
        line(_LIST.upper(), style.TITLE),
        *paragraphs(capped(picture.title, 600), style.SUBTITLE),
        gap(8),
        *paragraphs(picture.told or _NO_LIST, style.BODY_BOLD if picture.told else style.BODY),
    ]
    for part, words in HEADING_WORDS.items():
        rows = [
            [
                number(picture.numbers[item.id]) if item.id in picture.numbers else "",
                capped(item.name.strip(), _NAME),
                capped(item.position.strip(), _NAME),
                STATE_WORDS[item.stands],
                short_date(day_of(item.on)) if item.on else "",
                capped(item.note.strip(), _NAME),
            ]
            for item in picture.rows
            if item.part == part
        ]
        if rows:
            called = frame.words.say(words)
            blocks += [*section(called), table(list(_CHECKED), rows, total)]
    return blocks


def _head(
    head: Signature | None, picture: CommitmentPaper, frame: PrintFrame, total: float
) -> Sequence[Block]:
    """Return the place at which the head of the region signs, below the others."""
    position = head.position if head else frame.words.head
    signer = Signer("Mengetahui dan menyetujui,", position=position, name=head.name if head else "")
    return signatures([signer], Signing(frame.city, picture.year), total)


def _table(rows: Sequence[Signature], numbers: Mapping[RowId, int], total: float) -> Block:
    """Return the rows to sign in; the number stands in the cell to sign, odd at the left, even inside."""
    sizes = widths(_COLUMNS, total)
    cells: list[list[list[Any]]] = [[head_cell(item) for item in _COLUMNS]]
    for line_number, item in enumerate(rows or [Signature()] * _BLANK, start=1):
        place = numbers.get(item.id, line_number)
        signed = f"ditandatangani {short_date(day_of(item.on))}".strip() if item.has_signed else ""
        cells.append(
            [
                [line(number(place), style.CELL_RIGHT)],
                paragraphs(capped(item.name, _NAME), style.CELL),
                paragraphs(capped(item.position, _NAME), style.CELL),
                [line(f"{number(place)}. {signed}", style.CELL if line_number % 2 else style.CELL_CENTER)],
            ]
        )
    heights = [row_height(cells[0], sizes) + _PADDING]
    heights += [max(row_height(row, sizes) + _PADDING, _TALL) for row in cells[1:]]
    return framed(cells, sizes, heights=heights)
