"""Numbered papers: sheets that are keyed in from paper, with number, code and bars on every page.

The numbers beside the boxes are the keys that a typist presses.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_slips import (
    BallotsPicture,
    CardsPicture,
    ControlPicture,
    NumberedPicture,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import ColumnView, PrintFrame, SheetPicture, SheetRow
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import control, forms, page, slips, style
from smartcity_desktop.reporting.bars import Bars
from smartcity_desktop.reporting.blocks import (
    Align,
    Block,
    Column,
    capped,
    figure_need,
    framed,
    gap,
    head_cell,
    height_of,
    line,
    paragraphs,
    plain,
    text_line_width,
    widths,
)

_ROWS: Final = forms.Rows(least=17 * mm, tallest=30 * mm, most=8)
_BOX: Final = 62 * mm
_NUMBER_WIDTH: Final = 8.0
_PLAIN_WIDTH: Final = 24.0
_CAP: Final = 500
_TOLD_CAP: Final = 900
_GUIDE_ROOM: Final = 20 * mm
_CHOICE_CAP: Final = 34
_SHORT: Final = 6
_LINES: Final = 12
"""Empty lines of a sheet on which nothing is written yet."""
_MORE: Final = 4
"""Empty lines below those that are printed."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the parts of one gathered print of this family."""
    picture = job.picture
    if isinstance(picture, CardsPicture):
        return [slips.cards_part(picture, job.frame)]
    if isinstance(picture, BallotsPicture):
        return [slips.ballots_part(picture, job.frame)]
    if isinstance(picture, ControlPicture):
        return [control.control_part(picture, job.frame)]
    return [_sheet_part(picture if isinstance(picture, NumberedPicture) else NumberedPicture(), job.frame)]


def _sheet_part(picture: NumberedPicture, frame: PrintFrame) -> page.Part:
    sheet = picture.sheet
    code = picture.issue.paper.code or sheet.number
    title = capped(" - ".join(text for text in (code, sheet.title, sheet.opd) if text), 300)
    paper = page.Paper(title, f"Lembar {code}", (capped(sheet.opd, 300), code), page.FORM)
    own = replace(frame, doc_number=sheet.number, stage_name=sheet.stage or frame.stage_name)
    return page.Part(lambda: _pages(picture, own), paper, own, capped(f"{sheet.number} {sheet.opd}", 300))


def _pages(picture: NumberedPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.form(frame.paper)
    total = sheet.body_width
    columns = _columns(picture.sheet, total)
    rows = picture.sheet.rows
    asked = _guide(picture.sheet)
    fits = height_of(asked, total) <= _GUIDE_ROOM
    known = len(rows) + _MORE if rows else _LINES

    def row(place: int) -> list[Block]:
        return _cells(place, rows[place - 1] if place <= len(rows) else SheetRow(), picture)

    form = forms.Form(
        sheet=sheet,
        sizes=_sizes(picture, columns, total),
        rows=replace(_ROWS, filled_up=picture.written),
        known=known if picture.written else len(rows),
        heads=lambda: [head_cell(column) for column in columns],
        row=row,
        first=lambda: _head(picture, frame, total),
        later=lambda: [*_title(picture, frame, total), gap(5)],
        foot=lambda: [gap(4), *(_guide(picture.sheet) if fits else []), *_foot(total)],
    )
    return [*forms.pages(form), *([] if fits else [gap(6), *asked])]


def _cells(place: int, row: SheetRow, picture: NumberedPicture) -> list[Block]:
    sheet = picture.sheet
    subject = (row.code, row.program, row.pagu)
    last = len(subject) - 1 if sheet.subject_figures else len(subject)
    cells = [
        paragraphs(capped(text, _CAP), style.CELL_RIGHT if at == last else style.CELL)
        for at, (text, label) in enumerate(zip(subject, sheet.subject_labels, strict=True))
        if label
    ]
    cells.extend(_cell(column, row, picture) for column in _written(sheet))
    return [paragraphs(number(place), style.CELL_RIGHT), *cells]


def _cell(column: ColumnView, row: SheetRow, picture: NumberedPicture) -> list[Block]:
    """Return the boxes of a choice, and what stands there already; an empty place where one writes."""
    stands = row.values.get(column.key, "")
    choices = [capped(text, _CHOICE_CAP) for text in picture.choices.get(column.key, ())]
    known = (
        paragraphs(capped(stands, _CAP), style.CELL, lead="Tercatat:" if choices else "") if stands else []
    )
    if not choices:
        return known
    if all(len(text) <= _SHORT for text in choices):
        return [*known, *paragraphs(forms.boxes(choices), style.CELL)]
    return [*known, *(line(forms.boxes([text]), style.CELL) for text in choices)]


def _head(picture: NumberedPicture, frame: PrintFrame, total: float) -> list[Block]:
    sheet = picture.sheet
    hands = forms.write_line(
        [
            forms.WriteField("Ketua", sheet.chair, 3),
            forms.WriteField("Notulis", sheet.scribe, 3),
            forms.WriteField("Pembimbing", sheet.mentor, 3),
            forms.WriteField("Hadir", "", 1.2, "orang"),
            forms.WriteField("Tanggal", "", 3.5),
        ],
        total,
    )
    told = frame.words.say(sheet.instruction)
    shown = paragraphs(capped(told, _TOLD_CAP), style.SMALL, lead="Petunjuk:") if told else []
    marked = paragraphs("Centang kotaknya, atau tulis angkanya saja.", style.SMALL) if picture.choices else []
    return [*_title(picture, frame, total), gap(2), hands, gap(4), *shown, *marked, gap(5)]


def _title(picture: NumberedPicture, frame: PrintFrame, total: float) -> list[Block]:
    sheet, paper = picture.sheet, picture.issue.paper
    code = f"Kertas Kerja {sheet.code}".strip()
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    table = f"Meja {sheet.table}" if sheet.table else ""
    left = [
        line(
            capped(" · ".join(text for text in (code, sheet.title) if text), 300).upper(), style.SHEET_TITLE
        ),
        *paragraphs(capped(sheet.opd, 600) or EMPTY, style.SHEET_OPD),
        *paragraphs(capped(" · ".join(text for text in (event, table) if text), 600), style.SMALL),
    ]
    shown: list[Block] = [line(capped(paper.code, 60) or EMPTY, style.SHEET_NUMBER)]
    if paper.code:
        shown.append(Bars(paper.code, _BOX - 12))
    box = framed([[shown]], [_BOX], head=0)
    return [plain([[left, box]], (total - _BOX, _BOX))]


def _guide(sheet: SheetPicture) -> list[Block]:
    asked = forms.numbered(sheet.guide)
    return paragraphs(asked, style.SMALL, lead="Pertanyaan pemandu:") if asked else []


def _foot(total: float) -> list[Block]:
    initials = [forms.WriteField(text) for text in ("Paraf ketua", "Paraf pembimbing", "Diketik oleh")]
    return [gap(3), forms.write_line(initials, total)]


def _written(sheet: SheetPicture) -> list[ColumnView]:
    return [column for column in sheet.columns if column.section == "grid"]


def _columns(sheet: SheetPicture, total: float) -> list[Column]:
    """Return the printed columns: number, subject, then those written on, by their shares of what is left."""
    sides: tuple[Align, ...] = ("left", "left", "right" if sheet.subject_figures else "left")
    found = [Column("No", _NUMBER_WIDTH, "right")]
    found += [
        Column(label, width, side)
        for label, width, side in zip(sheet.subject_labels, sheet.subject_widths, sides, strict=True)
        if label
    ]
    grid = _written(sheet)
    free = max(total / mm - sum(column.width for column in found), 1.0)
    shares = [column.width or _PLAIN_WIDTH for column in grid]
    found += [
        Column(column.label, share * free / sum(shares), whole=column.kind == "choice")
        for column, share in zip(grid, shares, strict=True)
    ]
    return found


def _sizes(picture: NumberedPicture, columns: Sequence[Column], total: float) -> list[float]:
    sheet = picture.sheet
    grid = _written(sheet)
    before = len(columns) - len(grid)
    labels = sheet.subject_labels
    figures = [
        [
            number(len(sheet.rows)),
            *(text for text, label in zip((row.code, row.program, row.pagu), labels, strict=True) if label),
        ]
        for row in sheet.rows
    ]
    needs = figure_need(columns[:before], figures)
    return widths(columns, total, [*needs, *(_need(picture, column) for column in grid)])


def _need(picture: NumberedPicture, column: ColumnView) -> float:
    """Return the width in points that the longest box of a column needs on one line."""
    words = [capped(text, _CHOICE_CAP) for text in picture.choices.get(column.key, ())]
    return max((text_line_width(forms.boxes([text]), style.CELL) for text in words), default=0.0) + 9.5
