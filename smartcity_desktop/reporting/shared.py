"""Programs that several share on paper, landscape: the list by place, then who works with whom."""

from typing import Final

from smartcity_desktop.domain.paper_shared import SharedPaper, SharedRow
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    paragraphs,
    section,
    table,
)
from smartcity_desktop.reporting.listing import listing

_NAME: Final = 400
_NOTE: Final = (
    "Satu program dihitung pada setiap pasangan OPD yang mengerjakannya; diagonal: di dalam satu OPD."
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the list of a gathered job."""
    picture = job.picture if isinstance(job.picture, SharedPaper) else SharedPaper()
    title = job.frame.words.say("Program lintas OPD")
    paper = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(lambda: _blocks(picture, job.frame, title), paper, job.frame, title)]


def _blocks(picture: SharedPaper, frame: PrintFrame, title: str) -> list[Block]:
    blocks = [
        line(title.upper(), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        line(picture.told, style.BODY_BOLD),
    ]
    if picture.waiting:
        told = f"{number(picture.waiting)} usulan lain belum diterima atau ditolak."
        blocks.append(line(told, style.SMALL_SOFT))
    for name, rows in picture.groups:
        blocks += [*section(f"{name} ({number(len(rows))})"), _list(rows, frame)]
    if picture.cells or picture.pairs:
        blocks += [*section(frame.words.say("OPD bersama OPD")), *_matrix(picture, frame)]
    return blocks


def _list(rows: tuple[SharedRow, ...], frame: PrintFrame) -> Block:
    say = frame.words.say
    columns = [
        Column("No", 8, "right"),
        Column("Program bersama", 74),
        Column(say("OPD penanggung jawab"), 40),
        Column(say("OPD dan mitra"), 50),
        Column("Program yang digabung", 100),
    ]
    cells = [
        [
            number(place),
            item.title,
            item.lead,
            item.parties,
            "\n".join(capped(text, _NAME) for text in item.programs),
        ]
        for place, item in enumerate(rows, start=1)
    ]
    return listing(columns, cells, style.broad(frame.paper))


def _matrix(picture: SharedPaper, frame: PrintFrame) -> list[Block]:
    say, total = frame.words.say, style.broad(frame.paper).body_width
    if picture.pairs:
        columns = [Column(say("OPD dan OPD"), 120), Column("Program bersama", 30, "right")]
        return [table(columns, [list(item) for item in picture.pairs], total * 0.6), gap(3), _told(frame)]
    columns = [Column(say("OPD"), 40), *(Column(capped(name, 40), 20, "right") for name in picture.heads)]
    return [table(columns, [list(row) for row in picture.cells], total), gap(3), _told(frame)]


def _told(frame: PrintFrame) -> Block:
    return line(frame.words.say(_NOTE), style.SMALL_SOFT)
