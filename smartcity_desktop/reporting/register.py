"""Documents on paper: the list of sources with what is missing, and what changed in a plan."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.paper_register import REGISTER, ChangePaper, RegisterPaper
from smartcity_desktop.domain.plan_change import LineChange, PlanChange, more_told
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.register import RegisterRow, cited
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, label, money
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Command,
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
from smartcity_desktop.reporting.letter import letterhead

_LIST: Final = "Daftar dokumen acuan"
_CHANGE: Final = "Perubahan Renstra"
_NAME: Final = 300
_NOTE: Final = 200
_KEPT_FIELDS: Final = 8
_FIGURE: Final = re.compile(r"^[0-9][0-9.,% ]*$")
_NOTHING: Final = "Belum ada dokumen."
_MISSING: Final = "Dokumen yang lazim menjadi dasar masterplan tetapi belum ada di daftar ini."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    if job.jobs:
        return [item for one in job.jobs for item in parts(one)]
    frame = job.frame
    if job.kind == REGISTER:
        papers = job.picture if isinstance(job.picture, RegisterPaper) else RegisterPaper()
        return [_part(_LIST, "", frame, lambda: _register(papers, frame))]
    change = job.picture if isinstance(job.picture, ChangePaper) else ChangePaper()
    return [_part(_CHANGE, change.name, frame, lambda: _changed(change, frame))]


def _part(title: str, name: str, frame: PrintFrame, build: Callable[[], list[Block]]) -> page.Part:
    called = capped(f"{title} · {name}" if name else title, _NAME)
    running = (called, capped(frame.workshop_title, _NAME))
    return page.Part(build, page.Paper(called, called, running), frame, called)


def _head(title: str, name: str, frame: PrintFrame) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    return [
        *letterhead(frame.letterhead, style.upright(frame.paper).body_width),
        line(title.upper(), style.TITLE),
        *(paragraphs(capped(name, _NAME), style.SUBTITLE) if name else []),
        *paragraphs(capped(event, 500), style.SUBTITLE),
    ]


# The list --------------------------------------------------------------------------------------------------


def _register(paper: RegisterPaper, frame: PrintFrame) -> list[Block]:
    found, total = paper.register, style.upright(frame.paper).body_width
    blocks = [*_head(_LIST, "", frame), gap(4), *paragraphs(found.told(frame.words.say), style.SMALL)]
    there = [item for item in found.regional if not item.missing]
    blocks += section("Dokumen daerah")
    blocks += [_documents(there, total)] if there else paragraphs(_NOTHING)
    missing = [item for item in found.regional if item.missing]
    if missing:
        blocks += [*section("Belum ada"), *paragraphs(_MISSING, style.SMALL), gap(3)]
        blocks += [block for item in missing for block in paragraphs(f"• {item.title}")]
    if found.plans:
        blocks += [*section(frame.words.say("Renstra OPD")), _plans(found.plans, total)]
    return blocks


def _documents(rows: Sequence[RegisterRow], total: float) -> Block:
    columns = [
        Column("No", 8, "right"),
        Column("Jenis", 28),
        Column("Judul, nomor, tahun, penerbit", 92),
        Column("Status", 18),
        Column("Catatan", 40),
    ]
    cells = [
        (
            str(place),
            item.kind_words,
            capped(cited(item), _NAME),
            item.state_words,
            capped(item.document.note, _NOTE) or EMPTY,
        )
        for place, item in enumerate(rows, start=1)
    ]
    return table(columns, cells, total)


def _plans(rows: Sequence[RegisterRow], total: float) -> Block:
    columns = [
        Column("No", 8, "right"),
        Column("Renstra", 80),
        Column("Tahun", 22, whole=True),
        Column("Status", 20),
        Column("Berkas", 60),
    ]
    cells = [
        (
            str(place),
            capped(item.title.removesuffix(_years(item)).rstrip(), _NAME),
            _years(item),
            item.state_words,
            capped(item.document.source_name, _NOTE) or EMPTY,
        )
        for place, item in enumerate(rows, start=1)
    ]
    return table(columns, cells, total)


def _years(item: RegisterRow) -> str:
    years = item.document.years
    if not years:
        return EMPTY
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


# The change ------------------------------------------------------------------------------------------------


def _changed(paper: ChangePaper, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    blocks = _head(_CHANGE, paper.name, frame)
    if paper.told:
        return [*blocks, gap(6), *paragraphs(paper.told)]
    change = paper.change
    blocks += [
        gap(4),
        *paragraphs(f"Lama: {capped(paper.old, _NAME)}", style.SMALL),
        *paragraphs(f"Baru: {capped(paper.new, _NAME)}", style.SMALL),
        gap(4),
        *paragraphs(change.told, style.BODY_BOLD),
    ]
    if change.is_empty:
        return blocks
    blocks += _money(change, total)
    for words, rows in (("Baru", change.added), ("Tidak ada lagi", change.dropped)):
        if rows:
            blocks += [*section(f"{words} ({len(rows)})"), _lines(rows, total)]
    if change.changed:
        blocks += [*section(f"Berubah ({len(change.changed)})"), _fields(change.changed, total)]
    return blocks


def _money(change: PlanChange, total: float) -> list[Block]:
    if not change.money:
        return []
    columns = [
        Column("Tahun", 16, whole=True),
        Column("Pagu lama (Rp)", 44, "right"),
        Column("Pagu baru (Rp)", 44, "right"),
        Column("Selisih", 60, "right"),
    ]
    rows = [(item.year, money(item.old), money(item.new), more_told(item)) for item in change.money]
    return [*section("Pagu program per tahun, dengan penunjang"), table(columns, rows, total)]


def _lines(rows: Sequence[LineChange], total: float) -> Block:
    columns = [Column("Tingkat", 24), Column("Kode", 32), Column("Nama", 130)]
    cells = [(label("level", item.level), item.code or EMPTY, capped(item.name, _NAME)) for item in rows]
    return table(columns, cells, total)


def _fields(rows: Sequence[LineChange], total: float) -> Block:
    """Return what changed, line by line: its name over the width, below it field after field."""
    columns = [Column("Yang berubah", 78), Column("Lama", 54), Column("Baru", 54)]
    sizes = widths(columns, total)
    cells: list[list[list[Block]]] = [[head_cell(item) for item in columns]]
    extra: list[Command] = []
    for item in rows:
        at = len(cells)
        named = f"{label('level', item.level)} {item.called}"
        cells.append([paragraphs(capped(named, _NAME), style.CELL_BOLD), [], []])
        extra += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), style.BAND_FILL)]
        for field in item.fields:
            words = f"{field.words} ({field.about})" if field.about else field.words
            look = style.CELL_RIGHT if _FIGURE.search(f"{field.old}{field.new}") else style.CELL
            told = [paragraphs(capped(text, _NOTE) or EMPTY, look) for text in (field.old, field.new)]
            cells.append([paragraphs(capped(words, _NOTE), style.CELL), *told])
        last = len(cells) - 1
        # A name never stands alone at the end of a page, and a short group stays whole.
        extra.append(("NOSPLIT", (0, at), (-1, last if last - at <= _KEPT_FIELDS else at + 1)))
    return unbroken(framed(cells, sizes, extra=extra))
