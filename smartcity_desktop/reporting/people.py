"""The daftar hadir: names, and room to sign in two columns, odd numbers left and even numbers right."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.report import AttendanceForm, AttendanceRow, PrintFrame
from smartcity_desktop.domain.wording import long_date, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    identity,
    line,
    paragraphs,
    widths,
)
from smartcity_desktop.reporting.letter import letterhead, place_and_date, signatures

_ROWS: Final = forms.Rows(least=9.2 * mm, tallest=12 * mm, most=25)
_CELL_CAP: Final = 700


def attendance(form: AttendanceForm, frame: PrintFrame) -> bytes:
    """Return the list to be signed, portrait: up to 25 rows a page, head and identity on every page."""
    paper = page.Paper(
        title=capped(f"{form.word} {form.title}".strip(), 300),
        label=f"{form.word} {frame.doc_number}".strip(),
        running=(capped(frame.workshop_title, 300), frame.stage_name),
    )
    return page.make_pdf(lambda: _pages(form, frame), paper, frame)


def _pages(form: AttendanceForm, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    columns = [
        Column("No", 8.5, "right"),
        Column("Nama", 47),
        Column("Jabatan", 32),
        Column(frame.words.opd, 43),
        Column("Tanda tangan", 22),
        Column("", 22),
    ]
    sizes = widths(columns, total)
    heads = [paragraphs(column.head, style.CELL_BOLD) for column in columns]
    tight = [("TOPPADDING", (0, 0), (-1, -1), 1.4), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    joined = [("SPAN", (4, 0), (5, 0)), ("VALIGN", (0, 1), (-1, -1), "MIDDLE"), *tight]
    rows = [*form.rows, *[AttendanceRow("")] * max(form.blank_rows, 0)]
    cells = [_cells(place, row) for place, row in enumerate(rows, start=1)]
    later = _head(form, frame, total)
    first = [*letterhead(frame.letterhead, total), *later]
    foot = [gap(4), _count_line(total)]
    head_height = height_of([framed([heads], sizes)], total)
    room = sheet.body_height - head_height - height_of(foot, total) - 2
    pages = forms.spread(
        [height_of([framed([row], sizes, head=0, extra=tight)], total) for row in cells],
        _ROWS,
        first=room - height_of(first, total),
        later=room - height_of(later, total),
    )
    story: list[Block] = []
    taken = 0
    for place, heights in enumerate(pages):
        part_of = cells[taken : taken + len(heights)]
        while len(part_of) < len(heights):
            part_of.append(_cells(taken + len(part_of) + 1, AttendanceRow("")))
        taken += len(heights)
        grid = framed([heads, *part_of], sizes, heights=[head_height, *heights], extra=joined)
        story.extend([*(later if place else first), grid, *foot])
        if place < len(pages) - 1:
            story.append(page.new_page())
    if form.signers:
        year = (form.day or frame.printed_at.date()).year
        story.append(signatures(form.signers, place_and_date(frame.city, year), total))
    return story


def _cells(place: int, row: AttendanceRow) -> list[list[Block]]:
    mark = line(f"{number(place)}.", style.CELL)
    odd = place % 2 == 1
    texts = [paragraphs(capped(text, _CELL_CAP), style.CELL) for text in (row.name, row.position, row.opd)]
    return [[line(number(place), style.CELL_RIGHT)], *texts, [mark] if odd else [], [] if odd else [mark]]


def _head(form: AttendanceForm, frame: PrintFrame, total: float) -> list[Block]:
    event = " ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    day = long_date(form.day) if form.day else "…" * 16
    time = f"{form.planned} {frame.zone}".strip() if form.planned else "…" * 8
    facts = [
        ("Acara", capped(form.title, 500) or "…" * 25),
        ("Hari, tanggal", f"{day}, pukul {time}"),
        ("Tempat", capped(form.place, 500) or "…" * 25),
    ]
    return [
        line(capped(form.word, 200).upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
        gap(6),
        identity(facts, total),
        gap(7),
    ]


def _count_line(total: float) -> Block:
    return forms.write_line(
        [
            forms.WriteField("Jumlah tanda tangan pada halaman ini", "", 1, "orang"),
            forms.WriteField("Paraf panitia", "", 1),
        ],
        total,
    )
