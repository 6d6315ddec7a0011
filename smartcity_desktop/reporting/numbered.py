"""Numbered papers: sheets that are keyed in from paper, with number, code and bars on every page.

The numbers beside the boxes are the keys that a typist presses.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_slips import (
    BallotsPicture,
    CardsPicture,
    ControlPicture,
    NumberedPicture,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import ColumnView, PrintFrame, SheetRow
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import control, forms, page, sheet_form, slips, style
from smartcity_desktop.reporting.blocks import (
    Block,
    capped,
    gap,
    head_cell,
    height_of,
    line,
    paragraphs,
    text_line_width,
)

_ROWS: Final = forms.Rows(least=17 * mm, tallest=30 * mm, most=8)
_CAP: Final = 500
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
    columns = sheet_form.columns_of(picture.sheet, total)
    rows = picture.sheet.rows
    asked = sheet_form.guide(picture.sheet)
    fits = height_of(asked, total) <= _GUIDE_ROOM
    known = len(rows) + _MORE if rows else _LINES

    def row(place: int) -> list[Block]:
        return _cells(place, rows[place - 1] if place <= len(rows) else SheetRow(), picture)

    form = forms.Form(
        sheet=sheet,
        sizes=sheet_form.sizes(picture.sheet, columns, total, partial(_need, picture)),
        rows=replace(_ROWS, filled_up=picture.written),
        known=known if picture.written else len(rows),
        heads=lambda: [head_cell(column) for column in columns],
        row=row,
        first=lambda: _head(picture, frame, total),
        later=lambda: [*_title(picture, frame, total), gap(5)],
        foot=lambda: [
            gap(4),
            *(sheet_form.guide(picture.sheet) if fits else []),
            gap(3),
            sheet_form.initials(total),
        ],
    )
    return [*forms.pages(form), *([] if fits else [gap(6), *asked])]


def _cells(place: int, row: SheetRow, picture: NumberedPicture) -> list[Block]:
    sheet = picture.sheet
    asked = (_cell(column, row, picture) for column in sheet_form.written_columns(sheet))
    return [paragraphs(number(place), style.CELL_RIGHT), *sheet_form.subject_cells(row, sheet), *asked]


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
    hands, told = sheet_form.hands(picture.sheet, total), sheet_form.told(picture.sheet, frame)
    marked = paragraphs("Centang kotaknya, atau tulis angkanya saja.", style.SMALL) if picture.choices else []
    return [*_title(picture, frame, total), gap(2), hands, gap(4), *told, *marked, gap(5)]


def _title(picture: NumberedPicture, frame: PrintFrame, total: float) -> list[Block]:
    return sheet_form.title(picture.sheet, frame, total, code=picture.issue.paper.code)


def _need(picture: NumberedPicture, column: ColumnView) -> float:
    """Return the width in points that the longest box of a column needs on one line."""
    words = [capped(text, _CHOICE_CAP) for text in picture.choices.get(column.key, ())]
    return max((text_line_width(forms.boxes([text]), style.CELL) for text in words), default=0.0) + 9.5
