"""One year of programs and quick wins on paper, landscape: a list to fill in, then the counts."""

from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.monitor import SUM_HEADS
from smartcity_desktop.domain.paper_monitor import MonitorPaper, MonitorRow
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
    section,
    table,
    unbroken,
    widths,
)

_NAME: Final = 300
_LOW: Final = 9 * mm
_TEXT: Final = 600
_ALIGNED: Final = {"right": style.CELL_RIGHT, "center": style.CELL_CENTER, "left": style.CELL}
_NONE: Final = (
    "Belum ada Program Smart City yang dipantau. Isi kertas kerjanya, atau susun di Program Smart City."
)
_SIZES: Final = (26, 24, 24, 26, 28, 36)
_PROPOSED: Final = "“Usulan”: menurut tahun dan peta jalan; belum ada yang menetapkan."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the year of a gathered job."""
    picture = job.picture if isinstance(job.picture, MonitorPaper) else MonitorPaper()
    title = f"Pemantauan program {picture.year}"
    around = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(partial(_blocks, picture, job.frame), around, job.frame, title)]


def _blocks(picture: MonitorPaper, frame: PrintFrame) -> list[Block]:
    head = [
        line(f"PEMANTAUAN PROGRAM TAHUN {picture.year}", style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
    ]
    if not picture.rows:
        return [*head, *paragraphs(_NONE)]
    say = frame.words.say
    return [
        *head,
        line(picture.told, style.BODY_BOLD),
        gap(3),
        _list(picture, frame),
        gap(2),
        line(_PROPOSED, style.SMALL_SOFT),
        *section(say("Jumlah per dimensi")),
        _sums(say("Dimensi"), picture.by_dimension, picture, frame),
        *section(say("Jumlah per OPD")),
        _sums(say("OPD"), picture.by_opd, picture, frame),
    ]


def _list(picture: MonitorPaper, frame: PrintFrame) -> Block:
    say = frame.words.say
    columns = [
        Column("No", 9, "right"),
        Column("Program", 62),
        Column(say("Dimensi"), 20),
        Column(say("OPD"), 30),
        Column("Direncanakan", 28),
        Column("Keadaan", 28),
        Column("Progres", 19, "right"),
        Column("Capaian", 42),
        Column("Realisasi (Rp)", 32, "right"),
        Column("Bukti dan catatan", 60),
    ]
    cells: list[list[list[Block]]] = [[head_cell(item) for item in columns]]
    cells += [_row(place, item, columns) for place, item in enumerate(picture.rows, start=1)]
    return unbroken(framed(cells, widths(columns, style.broad(frame.paper).body_width)))


def _row(place: int, item: MonitorRow, columns: list[Column]) -> list[list[Block]]:
    texts = (
        *(item.name, item.home, item.owner, item.planned, item.state, item.progress, item.achieved),
        *(item.spent, item.evidence),
    )
    looks = [_ALIGNED[column.align] for column in columns[1:]]
    return [
        [line(number(place), style.CELL_RIGHT), gap(_LOW - style.CELL.leading)],
        *(
            paragraphs(capped(text, _TEXT), look) if text else []
            for text, look in zip(texts, looks, strict=True)
        ),
    ]


def _sums(head: str, sums: tuple[tuple[str, ...], ...], picture: MonitorPaper, frame: PrintFrame) -> Block:
    columns = [
        Column(head, 60),
        *(Column(name, size, "right") for name, size in zip(SUM_HEADS, _SIZES, strict=True)),
    ]
    total = style.broad(frame.paper).body_width * 0.8
    return table(columns, [list(item) for item in sums], total, sums=list(picture.whole))
