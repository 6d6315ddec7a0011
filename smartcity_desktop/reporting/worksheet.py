"""Prints of a worksheet: blank with its rows pre-filled and room to write, and filled."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.print_job import BLANK, PrintJob
from smartcity_desktop.domain.report import ColumnView, PrintFrame, SheetPicture, SheetRow, Signer
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import forms, page, sheet_form, style
from smartcity_desktop.reporting.blocks import (
    CAP,
    HEAD_CAP,
    Block,
    Column,
    capped,
    gap,
    head_cell,
    height_of,
    line,
    paragraphs,
    part,
    section,
    table,
    text_line_width,
    together,
)
from smartcity_desktop.reporting.letter import Signing, signatures

_ROWS: Final = forms.Rows(least=20.3 * mm, tallest=30 * mm, most=6)
_MOST_BOXES: Final = 8
_CELL_CAP: Final = 600
_CELL_LINES: Final = 20
_SHORT_MARK: Final = 2
_GUIDE_ROOM: Final = 22 * mm
_FREE_ROWS: Final = 15
"""Rows of a blank sheet whose rows the table adds itself."""
_TOLD_CAP: Final = 900
_FEW_WARNINGS: Final = 6
_DETAIL_CELLS: Final = 4
_DETAIL_COLUMNS: Final = (Column("", 34), Column("", 104), Column("", 34), Column("", 104))
_COMMENT_COLUMNS: Final = (
    Column("Tentang", 16),
    Column("Catatan", 60),
    Column("Oleh", 14),
    Column("Keadaan", 10),
)


# Blank -----------------------------------------------------------------------------------------------------


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheets of a gathered job."""
    made = blank_part if job.kind == BLANK else filled_part
    found = [made(sheet, _sheet_frame(sheet, job.frame)) for sheet in job.sheets or (SheetPicture(),)]
    return [*found, silent_part(job.silent, job.frame)] if job.silent else found


def _sheet_frame(sheet: SheetPicture, frame: PrintFrame) -> PrintFrame:
    return replace(
        frame, doc_number=sheet.number or frame.doc_number, stage_name=sheet.stage or frame.stage_name
    )


def blank(picture: SheetPicture, frame: PrintFrame) -> bytes:
    """Return the worksheet to be filled by hand, landscape: 5 or 6 programs a page, rows of 20 mm or more.

    Every page carries OPD and sheet number, so that it can be keyed in even when it got loose. Support
    programs are left out; the last page is filled with empty rows; without any program there are only these.
    """
    return page.press([blank_part(picture, frame)])


def blank_part(picture: SheetPicture, frame: PrintFrame) -> page.Part:
    """Return the worksheet to be filled by hand as a part of a file."""
    paper = _paper(picture, frame, page.FORM)
    return page.Part(lambda: _blank_pages(picture, frame), paper, frame, _bookmark(picture))


def _blank_pages(picture: SheetPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.form(frame.paper)
    total = sheet.body_width
    rows = [row for row in picture.rows if not row.support]
    columns = sheet_form.columns_of(picture, total)
    asked = sheet_form.guide(picture)
    fits = height_of(asked, total) <= _GUIDE_ROOM

    def row(place: int) -> list[Block]:
        return _blank_cells(place, rows[place - 1] if place <= len(rows) else SheetRow(), picture)

    form = forms.Form(
        sheet=sheet,
        sizes=sheet_form.sizes(picture, columns, total, _tick_width),
        rows=_ROWS,
        known=len(rows) or (0 if any(picture.subject_labels) else _FREE_ROWS),
        heads=lambda: [head_cell(column) for column in columns],
        row=row,
        first=lambda: _blank_head(picture, frame, total),
        later=lambda: [*sheet_form.title(picture, frame, total), gap(5)],
        foot=lambda: [gap(4), *(sheet_form.guide(picture) if fits else []), *_blank_foot(picture, total)],
    )
    return [*forms.pages(form), *([] if fits else [gap(6), *asked])]


def _blank_cells(place: int, row: SheetRow, picture: SheetPicture) -> list[Block]:
    ticked = (_tick_cell(column) for column in sheet_form.written_columns(picture))
    return [paragraphs(number(place), style.CELL_RIGHT), *sheet_form.subject_cells(row, picture), *ticked]


def _tick_cell(column: ColumnView) -> list[Block]:
    choices = _ticked(column)
    if _is_side_by_side(column):
        return paragraphs(forms.boxes(choices), style.CELL)
    return [line(forms.boxes([choice]), style.CELL) for choice in choices]


def _is_side_by_side(column: ColumnView) -> bool:
    """Tell whether the boxes are short enough to stand beside each other: codes and marks."""
    coded = column.kind in {"dimension", "subdimension"}
    return coded or all(len(choice) <= _SHORT_MARK for choice in column.choices)


def _ticked(column: ColumnView) -> list[str]:
    """Return the words of a column's boxes; none where they are too many for a row of a form."""
    return [capped(choice, 30) for choice in column.choices] if len(column.choices) <= _MOST_BOXES else []


def _blank_head(picture: SheetPicture, frame: PrintFrame, total: float) -> list[Block]:
    """Return the head of page 1: whose sheet it is, who sits at it, what is to be done."""
    scale = paragraphs(picture.scale, style.SMALL, lead="Skala:") if picture.scale else []
    example = capped("; ".join(words.rstrip(".;") for words in picture.example), _TOLD_CAP)
    shown = paragraphs(f"{example}.", style.SMALL, lead="Contoh terisi:") if example else []
    hands = sheet_form.hands(picture, total)
    told = sheet_form.told(picture, frame)
    return [*sheet_form.title(picture, frame, total), gap(2), hands, gap(4), *told, *scale, *shown, gap(5)]


def _blank_foot(picture: SheetPicture, total: float) -> list[Block]:
    """Return what stands under the rows of every page: what was left out, and room for the initials."""
    support = "; ".join(f"{row.code} {row.program}".strip() for row in picture.rows if row.support)
    words = capped(f"Program penunjang tidak dicetak: {support}", 400)
    told = f"{sheet_form.KEYED_FREELY} {words}." if support else sheet_form.KEYED_FREELY
    return [line(told, style.SMALL_SOFT), gap(3), sheet_form.initials(total)]


# Filled ----------------------------------------------------------------------------------------------------


def filled(picture: SheetPicture, frame: PrintFrame) -> bytes:
    """Return the worksheet as it stands, landscape: the grid, what its rows say besides, who signs."""
    return page.press([filled_part(picture, frame)])


def filled_part(picture: SheetPicture, frame: PrintFrame) -> page.Part:
    """Return the worksheet as it stands as a part of a file."""
    paper = _paper(picture, frame, page.BROAD)
    return page.Part(lambda: _filled_blocks(picture, frame), paper, frame, _bookmark(picture))


def silent_part(silent: Sequence[str], frame: PrintFrame) -> page.Part:
    """Return the last page of many filled sheets: who wrote nothing, a line for each worksheet."""
    event = " · ".join(text for text in (frame.workshop_title, frame.region) if text)
    title = "Belum mengisi kertas kerja"

    def build() -> list[Block]:
        lines = [block for text in silent for block in (*paragraphs(text, style.BODY), gap(4))]
        heading = line(title.upper(), style.SHEET_TITLE)
        return [heading, *paragraphs(capped(event, 600), style.SMALL), gap(6), *lines]

    return page.Part(build, page.Paper(title=title, label=title, first=page.BROAD), frame, title)


def _filled_blocks(picture: SheetPicture, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    story = [*sheet_form.title(picture, frame, total), gap(3)]
    facts = sheet_facts(picture)
    if facts:
        story.extend([*paragraphs(facts, style.SMALL), gap(4)])
    if picture.scale:
        story.extend([*paragraphs(picture.scale, style.SMALL, lead="Skala:"), gap(4)])
    story.extend(sheet_table(picture, total))
    for told in picture.sums:
        story.extend([gap(3), *paragraphs(told, style.SMALL)])
    story.extend(_details(picture, total))
    if picture.comments:
        lines = [[capped(text) for text in told] for told in picture.comments]
        story.extend([*section("Catatan telaah"), table(_COMMENT_COLUMNS, lines, total)])
    warned: list[Block] = []
    if picture.warnings:
        lines = [[capped(text)] for text in picture.warnings]
        warned = [
            *section("Yang masih perlu dilengkapi"),
            table([Column("", 1)], lines, total, headed=False),
        ]
    few = len(picture.warnings) <= _FEW_WARNINGS
    story.extend([] if few else warned)
    at_table = (
        Signer("Ketua,", name=picture.chair),
        Signer("Notulis,", name=picture.scribe),
        Signer("Pembimbing,", name=picture.mentor),
    )
    signers = picture.signers or at_table
    signed = signatures(signers, Signing(frame.city, frame.printed_at.year), total)
    story.append(together([*(warned if few else []), *signed]))
    return story


def sheet_facts(picture: SheetPicture) -> str:
    """Return who sat at the sheet and how far it is, in one line; empty where nothing is known."""
    present = "" if picture.present is None else f"{number(picture.present)} orang"
    pairs = (
        ("Ketua", picture.chair),
        ("Notulis", picture.scribe),
        ("Pembimbing", picture.mentor),
        ("Hadir", present),
        ("Diwakili oleh", picture.represented_by),
        ("Status", picture.status),
    )
    return " · ".join(f"{name}: {capped(value, 300)}" for name, value in pairs if value.strip())


def sheet_table(picture: SheetPicture, total: float) -> list[Block]:
    """Return the rows and answers of a worksheet over ``total`` points, support programs in a line above."""
    rows = [row for row in picture.rows if not row.support]
    support = [row for row in picture.rows if row.support]
    grid = sheet_form.written_columns(picture)
    story: list[Block] = []
    if support:
        # Above the table: below it, it could stand alone on the next page.
        names = "; ".join(f"{row.code} {row.program}".strip() for row in support)
        told = capped(f"Program penunjang, di luar hitungan: {names}.", 3 * CAP)
        story.extend([*paragraphs(told, style.SMALL_SOFT), gap(3)])
    if rows:
        texts = [_filled_cells(place, row, picture, grid) for place, row in enumerate(rows, start=1)]
        story.append(table(sheet_form.columns_of(picture, total), texts, total))
        story.extend(_long_answers(rows, grid))
    else:
        story.append(line("Belum ada isian pada kertas kerja ini.", style.SMALL_SOFT))
    return story


def _filled_cells(place: int, row: SheetRow, picture: SheetPicture, grid: Sequence[ColumnView]) -> list[str]:
    answers = (row.values.get(column.key, "") or EMPTY for column in grid)
    subject = [capped(text, CAP) for text in sheet_form.subject(row, picture)]
    return [number(place), *subject, *(_shown(text) for text in answers)]


def _shown(answer: str) -> str:
    """Return what a narrow column shows of an answer: a long one begins there and stands whole below."""
    return f"{capped(answer[:_CELL_CAP])}… (lengkapnya di bawah tabel)" if _is_long(answer) else answer


def _is_long(answer: str) -> bool:
    return len(answer) > _CELL_CAP or answer.count("\n") > _CELL_LINES


def _long_answers(rows: Sequence[SheetRow], grid: Sequence[ColumnView]) -> list[Block]:
    story: list[Block] = []
    for place, row in enumerate(rows, start=1):
        for column in grid:
            answer = row.values.get(column.key, "")
            if _is_long(answer):
                lead = f"{number(place)}. {capped(column.label, HEAD_CAP)}:"
                story.extend([gap(4), *paragraphs(answer, style.SMALL, lead=lead)])
    return story


def _details(picture: SheetPicture, total: float) -> list[Block]:
    """Return what the rows say outside the grid; rows with nothing more to say are left out."""
    answers = [column for column in picture.columns if column.section == "form"]
    facts = [column for column in picture.columns if column.section == "subject"]
    story: list[Block] = []
    for place, row in enumerate(picture.rows, start=1):
        if not any(row.values.get(column.key, "").strip() for column in answers):
            continue
        first = (
            []
            if story
            else section("Rincian per program" if picture.subject_labels[1] else "Rincian per baris")
        )
        texts: list[str] = []
        for column in (*facts, *answers):
            if row.values.get(column.key, "").strip():
                texts.extend((capped(column.label, HEAD_CAP), row.values[column.key]))
        texts.extend([""] * (-len(texts) % _DETAIL_CELLS))
        pairs = [texts[at : at + _DETAIL_CELLS] for at in range(0, len(texts), _DETAIL_CELLS)]
        heading = part(capped(f"{row.code} {row.program}".strip()) or f"Baris {number(place)}")
        # The heading of all of them stays with the first, which would leave it alone at the foot of a page.
        details = table(_DETAIL_COLUMNS, pairs, total, headed=False)
        story.append(together([*first, *heading, details]))
    return story


# Both ------------------------------------------------------------------------------------------------------


def _bookmark(picture: SheetPicture) -> str:
    """Return what leads to a sheet among others: ``L5-03 Dinas Kesehatan``."""
    return capped(" ".join(text for text in (picture.number, picture.opd or picture.title) if text), 300)


def _paper(picture: SheetPicture, frame: PrintFrame, first: str) -> page.Paper:
    code = f"Kertas Kerja {picture.code}".strip()
    return page.Paper(
        title=capped(" - ".join(text for text in (code, picture.title, picture.opd) if text), 300),
        label=f"Lembar {picture.number}" if picture.number else f"{code} {frame.doc_number}".strip(),
        running=(capped(picture.opd, 300), picture.number or frame.doc_number),
        first=first,
    )


def _tick_width(column: ColumnView) -> float:
    """Return the width in points that the longest box of a column needs on one line."""
    together = 2 if _is_side_by_side(column) else 1
    widest = (text_line_width(forms.boxes([choice]), style.CELL) for choice in _ticked(column))
    longest = max(widest, default=0.0)
    return longest * together + 3 * (together - 1) + 9.5
