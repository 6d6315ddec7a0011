"""The check sheet of a plan, broad: what was found, where, what to do, and room for the agency's answer."""

import re
from collections.abc import Callable
from typing import Final

from smartcity_desktop.domain.finding import ListedFinding
from smartcity_desktop.domain.finding_kinds import STATES
from smartcity_desktop.domain.paper_finding import GUIDE, MARK_NOTE, NOTHING, FindingGroup, FindingPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    content_need,
    framed,
    gap,
    head_cell,
    identity,
    line,
    paragraphs,
    section,
    together,
    unbroken,
    widths,
)
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_NAME: Final = 300
_CELL: Final = 420
_DOTS: Final = "…" * 20
_WRITING: Final = 7.0
"""Points above a line that is written on by hand, beside the height of the line itself."""
_LOOKS: Final = {"left": style.CELL, "right": style.CELL_RIGHT, "center": style.CELL_CENTER}
_TICKED, _FREE = "☑", "☐"
_NUMBERED: Final = re.compile(r"\b(baris|halaman) (?=\d)")
_APART: Final = "\u00a0\u00a0 "
_NO_PLAN: Final = "Renstra OPD ini belum dibaca, jadi belum ada yang diperiksa."
_NOBODY: Final = "Belum ada Renstra OPD yang dibaca."
_COLUMNS: Final = (
    Column("No", 9, "right"),
    Column("Tempat", 36),
    Column("Yang ditemukan", 84),
    Column("Sifat", 17, whole=True),
    Column("Yang perlu dilakukan", 58),
    Column("Jawaban OPD", 69),
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheet of a gathered job, or the page that says that no plan was read."""
    picture = job.picture
    if not isinstance(picture, FindingPaper):
        blank = page.Paper(title=job.name, label=job.name)
        return [page.Part(lambda: _alone(job.name, "", _NOBODY, job.frame), blank, job.frame, job.name)]
    title = job.frame.words.say("Lembar periksa Renstra")
    label = capped(f"{title} {picture.called}".strip(), 200)
    around = page.Paper(
        title=label,
        label=f"{label} · {picture.mark}" if picture.mark else label,
        running=(label, capped(picture.name, _NAME)),
        first=page.BROAD if picture.count.total else page.UPRIGHT,
    )
    return [page.Part(_built(picture, job.frame, title), around, job.frame, label)]


def _built(picture: FindingPaper, frame: PrintFrame, title: str) -> Callable[[], list[Block]]:
    if not picture.has_plan:
        return lambda: _alone(title, picture.name, _NO_PLAN, frame)
    return lambda: _sheet(picture, frame, title) if picture.count.total else _nothing(picture, frame, title)


def _alone(title: str, name: str, told: str, frame: PrintFrame) -> list[Block]:
    return [
        line(title.upper(), style.TITLE),
        *paragraphs(capped(name, _NAME), style.SUBTITLE),
        gap(10),
        *paragraphs(frame.words.say(told), style.BODY_CENTER),
    ]


def _head(picture: FindingPaper, frame: PrintFrame, title: str, total: float) -> list[Block]:
    say = frame.words.say
    facts = [
        (say("OPD"), capped(picture.name, _NAME)),
        ("Periode Renstra", picture.period),
        ("Berkas", capped(picture.source_told, _NAME)),
        ("Hasil periksa", say(f"{picture.told}.")),
        *([("Kode daftar", picture.mark)] if picture.mark else []),
    ]
    return [
        *letterhead(frame.letterhead, total),
        line(title.upper(), style.TITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SUBTITLE),
        gap(5),
        identity(facts, total),
        gap(4),
    ]


def _nothing(picture: FindingPaper, frame: PrintFrame, title: str) -> list[Block]:
    total = style.upright(frame.paper).body_width
    said = [block for text in NOTHING for block in paragraphs(frame.words.say(text))]
    return [*_head(picture, frame, title, total), gap(4), *said]


def _sheet(picture: FindingPaper, frame: PrintFrame, title: str) -> list[Block]:
    total = style.broad(frame.paper).body_width
    return [
        *_head(picture, frame, title, total),
        *(block for group in picture.groups for block in _group(group, frame, total)),
        *_ending(picture, frame, total),
    ]


def _group(group: FindingGroup, frame: PrintFrame, total: float) -> list[Block]:
    say = frame.words.say
    columns = [Column(say(item.head), item.width, item.align, item.whole) for item in _COLUMNS]
    rows = [_row(item, frame) for item in group.items]
    sizes = widths(columns, total, content_need(columns, [[*row, ""] for row in rows], total))
    cells = [[head_cell(item) for item in columns]]
    cells += [
        [
            *(paragraphs(text, _LOOKS[column.align]) for text, column in zip(row, columns, strict=False)),
            _answer(item),
        ]
        for item, row in zip(group.items, rows, strict=True)
    ]
    heading = f"{group.title} ({number(len(group.items))})"
    return [*section(heading), unbroken(framed(cells, sizes))]


def _row(item: ListedFinding, frame: PrintFrame) -> list[str]:
    """Return the texts of one finding, without the room for its answer."""
    return [
        number(item.number),
        _kept(capped(item.where, _NAME)) or EMPTY,
        capped(item.finding.message, _CELL),
        item.sure,
        capped(frame.words.say(item.finding.advice), _CELL),
    ]


def _kept(where: str) -> str:
    """Return a place whose words and their numbers stay on one line: ``baris 13``."""
    return _NUMBERED.sub("\\1\u00a0", where)


def _answer(item: ListedFinding) -> list[Block]:
    """Return the three answers to tick, with lines to write on; what was answered already is ticked."""
    boxes = _APART.join(
        f"{_TICKED if item.state == state else _FREE}\u00a0{words}" for state, words in STATES.items()
    )
    if item.state:
        return [line(boxes, style.CELL), *paragraphs(capped(item.answer, _CELL), style.CELL)]
    dots = line(_DOTS, style.CELL)
    return [line(boxes, style.CELL), gap(_WRITING), dots, gap(_WRITING), dots]


def _ending(picture: FindingPaper, frame: PrintFrame, total: float) -> list[Block]:
    say = frame.words.say
    steps = [
        block
        for place, text in enumerate(GUIDE, start=1)
        for block in paragraphs(f"{place}. {say(text)}", style.SMALL)
    ]
    signing = Signing(frame.city, frame.printed_at.year)
    return [
        together(
            [
                *section("Cara mengisi dan mengembalikan"),
                *steps,
                gap(3),
                *paragraphs(say(MARK_NOTE).format(mark=picture.mark), style.SMALL_SOFT),
                *signatures([picture.signer], signing, total),
            ]
        )
    ]
