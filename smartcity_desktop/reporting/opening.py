"""The report that the committee's head reads at the opening, and the list to sign for what was given."""

import re
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_opening import CHAIR, OpeningReport
from smartcity_desktop.domain.paper_receipt import Receipt
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import AttendanceRow, PrintFrame, Signer
from smartcity_desktop.domain.wording import long_date, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    head_cell,
    height_of,
    identity,
    line,
    paragraphs,
    together,
    widths,
)
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_SIZES: Final = (16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0)
"""Type sizes of the report in points: the largest that leaves it on one page, else the smallest."""
_HEADING: Final = re.compile(r"\d+\.\s")
_SHORT: Final = 400
_ROWS: Final = forms.Rows(least=9.2 * mm, tallest=12 * mm, most=25)
_NOBODY: Final = AttendanceRow("")
_DOTS: Final = "…" * 20


def parts(job: PrintJob) -> list[page.Part]:
    """Return the report or the list of a gathered job."""
    picture = job.picture
    if isinstance(picture, Receipt):
        return [_receipt_part(picture, job.frame)]
    report = picture if isinstance(picture, OpeningReport) else OpeningReport()
    title = "Laporan ketua panitia"
    label = f"{title} {job.frame.stage_name}".strip()
    running = (capped(job.frame.workshop_title, 300), title)
    paper = page.Paper(title=label, label=label, running=running)
    return [page.Part(lambda: _report(report, job.frame), paper, job.frame, title)]


# The report ------------------------------------------------------------------------------------------------


def _report(report: OpeningReport, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    for size in _SIZES:
        told, signed = _blocks(report, size), _signature(report, frame, sheet.body_width)
        if height_of([*told, *signed], sheet.body_width) <= sheet.body_height:
            break
    return [*_blocks(report, size), together(_signature(report, frame, sheet.body_width))]


def _signature(report: OpeningReport, frame: PrintFrame, total: float) -> list[Block]:
    signer = report.signer or Signer(CHAIR)
    year = report.year or frame.printed_at.year
    return signatures((signer,), Signing(frame.city, year), total)


def _blocks(report: OpeningReport, size: float) -> list[Block]:
    body, bold = style.sized(style.BODY, size), style.sized(style.BODY_BOLD, size)
    told = [
        block
        for text in report.text.splitlines()
        for block in paragraphs(text, bold if _HEADING.match(text.strip()) else body)
    ]
    return [
        line("Laporan ketua panitia".upper(), style.sized(style.TITLE, size * 1.15)),
        *paragraphs(capped(report.title, 500), style.sized(style.SUBTITLE, size * 0.9)),
        gap(size * 0.6),
        *told,
    ]


# The list to sign ------------------------------------------------------------------------------------------


def _receipt_part(receipt: Receipt, frame: PrintFrame) -> page.Part:
    title = f"Tanda terima {receipt.what.lower()}".strip()
    running = (capped(frame.workshop_title, 300), title)
    paper = page.Paper(title=title, label=f"{title} {frame.stage_name}".strip(), running=running)
    return page.Part(lambda: _receipt_pages(receipt, frame), paper, frame, title)


def _receipt_pages(receipt: Receipt, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    columns = [
        Column("No", 9, "right"),
        Column("Nama", 54),
        Column(frame.words.opd, 48),
        Column("Jumlah (Rp)" if receipt.money else "Jumlah", 24),
        Column("Tanda", 20),
        Column("", 20),
    ]
    rows = [*receipt.rows, *[_NOBODY] * receipt.blank_rows]

    def heads() -> list[Block]:
        named = [head_cell(column) for column in columns[:4]]
        return [*named, [line("Tanda tangan", style.CELL_BOLD_CENTER)], []]

    def head() -> list[Block]:
        return _receipt_head(receipt, frame, total)

    layout = forms.Form(
        sheet=sheet,
        sizes=widths(columns, total),
        rows=_ROWS,
        known=len(rows),
        heads=heads,
        row=lambda place: _cells(place, rows[place - 1] if place <= len(rows) else _NOBODY),
        first=lambda: [*letterhead(frame.letterhead, total), *head()],
        later=head,
        foot=lambda: [gap(4), _sums(receipt, total)],
        commands=(
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ),
        head_commands=(("SPAN", (4, 0), (5, 0)),),
        end=lambda: _signed(receipt, frame, total),
    )
    return forms.pages(layout)


def _cells(place: int, row: AttendanceRow) -> list[list[Block]]:
    mark = line(f"{number(place)}.", style.CELL)
    odd = place % 2 == 1
    texts = [paragraphs(capped(text, _SHORT), style.CELL) for text in (row.name, row.opd)]
    return [[line(number(place), style.CELL_RIGHT)], *texts, [], [mark] if odd else [], [] if odd else [mark]]


def _receipt_head(receipt: Receipt, frame: PrintFrame, total: float) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, receipt.title) if text)
    facts = [
        ("Yang diterima", receipt.what or _DOTS),
        ("Hari, tanggal", long_date(receipt.day) if receipt.day else _DOTS),
        ("Tempat", capped(receipt.place, _SHORT) or _DOTS),
    ]
    return [
        line("Tanda terima".upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
        gap(5),
        identity(facts, total),
        gap(6),
    ]


def _sums(receipt: Receipt, total: float) -> Block:
    return forms.write_line(
        [
            forms.WriteField("Jumlah pada halaman ini", "", 1, "" if receipt.money else "orang"),
            forms.WriteField("Paraf petugas", "", 1),
        ],
        total,
    )


def _signed(receipt: Receipt, frame: PrintFrame, total: float) -> list[Block]:
    """Return who paid out and who knows of it, to be named by hand."""
    year = (receipt.day or frame.printed_at.date()).year
    who = Signer("Bendahara,") if receipt.money else Signer("Yang menyerahkan,")
    return signatures((Signer("Mengetahui,"), who), Signing(frame.city, year), total)
