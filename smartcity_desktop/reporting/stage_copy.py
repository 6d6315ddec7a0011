"""What changed since the end of a stage, on paper: by kind of row, then who wrote how much."""

from functools import partial
from typing import Final

from smartcity_desktop.domain.paper_stage_copy import SinceGroup, SincePaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, Column, capped, gap, line, paragraphs, section, table

_TITLE: Final = "Perubahan sejak tahap"
_NAME: Final = 300
_CELL: Final = 1500


def parts(job: PrintJob) -> list[page.Part]:
    """Return the print of a gathered job."""
    paper = job.picture if isinstance(job.picture, SincePaper) else SincePaper()
    called = paper.title or _TITLE
    around = page.Paper(called, called, (called, capped(job.frame.workshop_title, _NAME)))
    return [page.Part(partial(_blocks, paper, job.frame), around, job.frame, called)]


def _blocks(paper: SincePaper, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    blocks = [
        line((paper.title or _TITLE).upper(), style.TITLE),
        *paragraphs(capped(frame.workshop_title, 500), style.SUBTITLE),
        *(paragraphs(paper.made, style.SMALL) if paper.made else []),
        gap(4),
        *paragraphs(paper.told, style.BODY_BOLD if paper.groups else style.BODY),
    ]
    for group in paper.groups:
        blocks += _group(group, total)
    if paper.people:
        columns = [
            Column("Nama", 70),
            Column("Baris", 20, "right"),
            Column("Isian", 20, "right"),
            Column("Terakhir mengisi", 40),
        ]
        cells = [(capped(name, _NAME) or "Tanpa nama", *rest) for name, *rest in paper.people]
        blocks += [*section("Siapa yang mengisi"), table(columns, cells, total)]
    return blocks


def _group(group: SinceGroup, total: float) -> list[Block]:
    blocks = section(group.head)
    if group.rows:
        columns = [Column("Nama", 52), Column("Keadaan", 18), Column("Yang berubah", 92)]
        cells = [
            (capped(item.name, _NAME), item.way, capped("\n".join(item.changes), _CELL))
            for item in group.rows
        ]
        blocks += [table(columns, cells, total)]
    return [*blocks, *(paragraphs(group.more, style.SMALL) if group.more else [])]
