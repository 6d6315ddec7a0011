"""The agenda on paper: the running script of the team with room to write, and the agenda for the wall."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_agenda import AgendaDay, AgendaLine, AgendaPicture
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import long_date
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Command,
    capped,
    framed,
    gap,
    head_cell,
    height_of,
    identity,
    line,
    paragraphs,
    plain,
    unbroken,
    widths,
)
from smartcity_desktop.reporting.letter import letterhead

_SCRIPT: Final = "Rundown panitia"
_WALL: Final = "Susunan acara"
_DOTS: Final = "…" * 20
_ROWS: Final = forms.Rows(least=11 * mm, tallest=24 * mm, most=40)
_EMPTY_ROWS: Final = 8
_TALLEST_NOTE: Final = 900
_TITLE_CAP: Final = 300
_WALL_SIZES: Final = (24, 22, 20, 18, 17, 16, 15, 14, 13, 12, 11)
"""Type sizes of the wall in points, the largest first; the first whose day fits on a page is taken."""
_WALL_CAP: Final = 220
_SPAN_CAP: Final = 30
_TIME_SHARE: Final = 0.24


def parts(job: PrintJob) -> list[page.Part]:
    """Return the days of a gathered job, each a part with page numbers of its own."""
    picture = job.picture if isinstance(job.picture, AgendaPicture) else AgendaPicture()
    made = _script_part if picture.script else _wall_part
    return [made(picture, day, job.frame) for day in picture.days or (AgendaDay(),)]


def _day_words(day: AgendaDay) -> str:
    return f"Hari {day.number}: {long_date(day.day)}" if day.day else f"Hari {day.number}"


# The running script ----------------------------------------------------------------------------------------


def _script_part(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame) -> page.Part:
    running = (capped(frame.workshop_title, _TITLE_CAP), frame.stage_name)
    words = f"{_SCRIPT} · {_day_words(day)}"
    paper = page.Paper(title=words, label=f"{_SCRIPT} {frame.stage_name}".strip(), running=running)
    return page.Part(lambda: _script(picture, day, frame), paper, frame, words)


def _script(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    columns = [
        Column("Jam", 25, "center"),
        Column("Acara", 52),
        Column("Catatan panitia", 65),
        Column("Mulai", 14, "center"),
        Column("Selesai", 15, "center"),
        Column("± menit", 13, "center"),
        Column(forms.TICK, 8, "center"),
    ]
    known = len(day.lines) or _EMPTY_ROWS

    def row(place: int) -> list[Block]:
        return _script_cells(day.lines[place - 1] if place <= len(day.lines) else AgendaLine())

    form = forms.Form(
        sheet=sheet,
        sizes=widths(columns, total),
        rows=replace(_ROWS, most=known, filled_up=not day.lines),
        known=known,
        heads=lambda: [head_cell(column) for column in columns],
        row=row,
        first=lambda: _script_head(picture, day, frame, total),
        later=lambda: [line(capped(_day_words(day), _TITLE_CAP), style.SMALL_BOLD), gap(4)],
        foot=lambda: [gap(4), _script_foot(total)],
        commands=(("VALIGN", (3, 0), (-1, -1), "MIDDLE"),),
    )
    return forms.pages(form)


def _script_head(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame, total: float) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, picture.title) if text)
    facts = [
        ("Hari, tanggal", long_date(day.day) if day.day else _DOTS),
        ("Tempat", capped(day.place, 500) or _DOTS),
    ]
    return [
        line(f"{_SCRIPT} – hari {day.number}".upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
        *paragraphs("Untuk panitia saja, tidak ditempel", style.SMALL_CENTER_SOFT),
        gap(4),
        identity(facts, total),
        gap(5),
    ]


def _script_cells(item: AgendaLine) -> list[list[Block]]:
    who = [text for text in (item.speaker, item.place) if text.strip()]
    told = [
        *([f"Kertas kerja {capped(item.worksheet, _SPAN_CAP)}"] if item.worksheet else []),
        *(["Jam tetap"] if item.fixed else []),
        *([f"Boleh mundur {item.slack} menit"] if item.slack else []),
    ]
    return [
        paragraphs(capped(item.span, _SPAN_CAP), style.CELL_BOLD_CENTER),
        [
            *paragraphs(capped(item.title, 400), style.CELL_BOLD),
            *paragraphs(capped("\n".join(who), 400), style.CELL),
            *paragraphs(" · ".join(told), style.SMALL_SOFT),
        ],
        paragraphs(capped(item.private, _TALLEST_NOTE), style.CELL),
        [],
        [],
        [],
        [line(forms.TICK, style.CELL_CENTER)],
    ]


def _script_foot(total: float) -> Block:
    return forms.write_line(
        [
            forms.WriteField("Pemandu acara"),
            forms.WriteField("Operator"),
            forms.WriteField("Notulis"),
        ],
        total,
    )


# For the wall ----------------------------------------------------------------------------------------------


def _wall_part(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame) -> page.Part:
    running = (capped(frame.workshop_title, _TITLE_CAP), _day_words(day))
    words = f"{_WALL} · {_day_words(day)}"
    paper = page.Paper(title=words, label=f"{_WALL} {frame.stage_name}".strip(), running=running)
    return page.Part(lambda: _wall(picture, day, frame), paper, frame, words)


def _wall(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    for size in _WALL_SIZES[:-1]:
        if height_of(_wall_blocks(picture, day, frame, size), total) <= sheet.body_height:
            return _wall_blocks(picture, day, frame, size)
    return _wall_blocks(picture, day, frame, _WALL_SIZES[-1])


def _wall_blocks(picture: AgendaPicture, day: AgendaDay, frame: PrintFrame, size: float) -> list[Block]:
    total = style.upright(frame.paper).body_width
    heading = style.sized(style.TITLE, size * 1.25)
    event = capped(picture.title or frame.workshop_title, 400)
    under = style.sized(style.SUBTITLE, max(size * 0.85, 11))
    return [
        *letterhead(frame.letterhead, total),
        line(_WALL.upper(), heading),
        *paragraphs(event, under),
        *paragraphs(long_date(day.day) if day.day else "", style.sized(style.BODY_CENTER_BOLD, size)),
        *paragraphs(capped(day.place, 300), under),
        gap(size * 0.6),
        _wall_table(day.lines, frame, total, size),
    ]


def _wall_table(lines: Sequence[AgendaLine], frame: PrintFrame, total: float, size: float) -> Block:
    small = style.sized(style.CELL, max(size * 0.68, 9))
    bold = style.sized(style.CELL_BOLD, size)
    sizes = [total * _TIME_SHARE, total * (1 - _TIME_SHARE)]
    if not lines:
        told = paragraphs("Susunan acara hari ini belum diisi.", style.sized(style.BODY_CENTER, size))
        return plain([[told]], [total])
    cells: list[list[list[Block]]] = [
        [
            [line(f"Pukul ({frame.zone})", style.sized(style.CELL_BOLD_CENTER, max(size * 0.7, 9)))],
            [line("Acara", style.sized(style.CELL_BOLD, max(size * 0.7, 9)))],
        ]
    ]
    cells += [_wall_cells(item, bold, small) for item in lines]
    shaded: list[Command] = [
        ("BACKGROUND", (0, place), (-1, place), style.HEAD_FILL)
        for place, item in enumerate(lines, start=1)
        if item.pause
    ]
    room = max(size * 0.32, 3)
    grid = framed(
        cells,
        sizes,
        extra=[
            *shaded,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), room),
            ("BOTTOMPADDING", (0, 0), (-1, -1), room * 1.4),
        ],
    )
    return unbroken(grid)


def _wall_cells(item: AgendaLine, bold: ParagraphStyle, small: ParagraphStyle) -> list[list[Block]]:
    who = " · ".join(text for text in (item.speaker, item.place) if text.strip())
    at = style.sized(style.CELL_BOLD_CENTER, max(bold.fontSize * 0.85, 10))
    return [
        [line(capped(item.span, _SPAN_CAP), at)],
        [*paragraphs(capped(item.title, _WALL_CAP), bold), *paragraphs(capped(who, _WALL_CAP), small)],
    ]
