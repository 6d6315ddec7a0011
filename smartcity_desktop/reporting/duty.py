"""What follows a masterplan on paper, landscape: a checklist by day with room to write."""

from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_duty import DutyPaper, DutyRow
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import number
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
    unbroken,
    widths,
)

_NAME: Final = 300
_TITLE: Final = "Tindak lanjut masterplan"
_LOW: Final = 9 * mm
_ROWS: Final = 14
"""Empty lines on the page of a workshop that has no list yet."""
_TICKS: Final = {True: "■", False: "□"}


def parts(job: PrintJob) -> list[page.Part]:
    """Return the checklist of a gathered job."""
    picture = job.picture if isinstance(job.picture, DutyPaper) else DutyPaper()
    around = page.Paper(_TITLE, _TITLE, (_TITLE, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(partial(_blocks, picture, job.frame), around, job.frame, _TITLE)]


def _blocks(picture: DutyPaper, frame: PrintFrame) -> list[Block]:
    return [
        line(_TITLE.upper(), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        *([line(picture.told, style.BODY_BOLD), gap(3)] if picture.rows else []),
        _list(picture, frame),
    ]


def _list(picture: DutyPaper, frame: PrintFrame) -> Block:
    columns = [
        Column("No", 9, "right"),
        Column("Tindak lanjut", 92),
        Column("Jenis", 34),
        Column(frame.words.say("OPD dan petugas"), 44),
        Column("Tenggat", 34),
        Column("Keadaan", 26),
        Column("Bukti, nomor, tanggal", 70),
    ]
    total = style.broad(frame.paper).body_width
    cells: list[list[list[Block]]] = [[head_cell(item) for item in columns]]
    for place, item in enumerate(picture.rows or (DutyRow(""),) * _ROWS, start=1):
        cells.append(_row(place, item))
    return unbroken(framed(cells, widths(columns, total)))


def _row(place: int, item: DutyRow) -> list[list[Block]]:
    due = f"{item.due}\nlewat tenggat" if item.late else item.due
    texts = (item.text, item.kind, item.owner, due, _state(item), item.evidence)
    return [
        [line(number(place), style.CELL_RIGHT), gap(_LOW - style.CELL.leading)],
        *(paragraphs(capped(text, 1000), style.CELL) if text else [] for text in texts),
    ]


def _state(item: DutyRow) -> str:
    return f"{_TICKS[item.done]} {item.state}" if item.text else ""
