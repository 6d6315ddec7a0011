"""The daftar hadir: names, and room to sign in two columns, odd numbers left and even numbers right."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import AttendanceForm, AttendanceRow, PrintFrame
from smartcity_desktop.domain.wording import long_date, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    head_cell,
    identity,
    line,
    paragraphs,
    widths,
)
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_ROWS: Final = forms.Rows(least=9.2 * mm, tallest=12 * mm, most=25)
_CELL_CAP: Final = 500
_NOBODY: Final = AttendanceRow("")


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    return [attendance_part(job.attendance or AttendanceForm(), job.frame)]


def attendance(form: AttendanceForm, frame: PrintFrame) -> bytes:
    """Return the list to be signed, portrait: up to 25 rows a page, head and identity on every page."""
    return page.press([attendance_part(form, frame)])


def attendance_part(form: AttendanceForm, frame: PrintFrame) -> page.Part:
    """Return the list to be signed as a part of a file."""
    paper = page.Paper(
        title=capped(f"{form.word} {form.title}".strip(), 300),
        label=f"{form.word} {frame.doc_number}".strip(),
        running=(capped(frame.workshop_title, 300), frame.stage_name),
    )
    return page.Part(lambda: _pages(form, frame), paper, frame, capped(form.word, 300))


def _pages(form: AttendanceForm, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    columns = [
        Column("No", 8.5, "right"),
        Column("Nama", 46),
        Column("Jabatan", 30),
        Column(frame.words.opd, 49),
        Column("Tanda", 21),
        Column("", 21),
    ]
    rows = [*form.rows, *[_NOBODY] * max(form.blank_rows, 0)]
    tight = (("TOPPADDING", (0, 0), (-1, -1), 1.4), ("BOTTOMPADDING", (0, 0), (-1, -1), 2))

    def heads() -> list[Block]:
        named = [head_cell(column) for column in columns[:4]]
        return [*named, [line("Tanda tangan", style.CELL_BOLD_CENTER)], []]

    layout = forms.Form(
        sheet=sheet,
        sizes=widths(columns, total),
        rows=_ROWS,
        known=len(rows),
        heads=heads,
        row=lambda place: _cells(place, rows[place - 1] if place <= len(rows) else _NOBODY),
        first=lambda: [*letterhead(frame.letterhead, total), *_head(form, frame, total)],
        later=lambda: _head(form, frame, total),
        foot=lambda: [gap(4), _count_line(total)],
        commands=(("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *tight),
        head_commands=(("SPAN", (4, 0), (5, 0)),),
        end=lambda: _signed(form, frame, total),
    )
    return forms.pages(layout)


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


def _signed(form: AttendanceForm, frame: PrintFrame, total: float) -> list[Block]:
    if not form.signers:
        return []
    year = (form.day or frame.printed_at.date()).year
    return signatures(form.signers, Signing(frame.city, year), total)


def _count_line(total: float) -> Block:
    return forms.write_line(
        [
            forms.WriteField("Jumlah tanda tangan pada halaman ini", "", 1, "orang"),
            forms.WriteField("Paraf panitia", "", 1),
        ],
        total,
    )
