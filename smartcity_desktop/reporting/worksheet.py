"""Prints of a worksheet: blank with its rows pre-filled and room to write, and filled."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from smartcity_desktop.domain.report import ColumnView, PrintFrame, SheetPicture, SheetRow, Signer
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Align,
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    line,
    paragraphs,
    part,
    plain,
    section,
    table,
    text_line_width,
    widths,
)
from smartcity_desktop.reporting.letter import place_and_date, signatures

_ROWS: Final = forms.Rows(least=20.3 * mm, tallest=30 * mm, most=6)
_SUBJECT_WIDTHS: Final = (17.0, 42.0, 28.0)
_KIND_WIDTHS: Final = {
    "long": 34.0,
    "links": 30.0,
    "money": 27.0,
    "years": 26.0,
    "dimension": 24.0,
    "int": 14.0,
}
_PLAIN_WIDTH: Final = 20.0
_NUMBER_WIDTH: Final = 8.0
_NUMBER_BOX: Final = 46 * mm
_MOST_BOXES: Final = 8
_PROGRAM_CAP: Final = 500
_GUIDE_ROOM: Final = 15 * mm
_RIGHT_KINDS: Final = frozenset({"int", "money"})


# Blank -----------------------------------------------------------------------------------------------------


def blank(picture: SheetPicture, frame: PrintFrame) -> bytes:
    """Return the worksheet to be filled by hand, landscape: 5 or 6 programs a page, rows of 20 mm or more.

    Every page carries OPD and sheet number, so that it can be keyed in even when it got loose. Support
    programs are left out; the last page is filled with empty rows; without any program there are only these.
    """
    return page.make_pdf(lambda: _blank_pages(picture, frame), _paper(picture, frame, "Kertas kerja"), frame)


def _blank_pages(picture: SheetPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.broad(frame.paper)
    rows = [row for row in picture.rows if not row.support]
    columns = _columns(picture, sheet.body_width, ticks=True)
    sizes = widths(columns, sheet.body_width)
    heads = [paragraphs(column.head, _head_look(column)) for column in columns]
    cells = [_blank_cells(place, row, picture) for place, row in enumerate(rows, start=1)]
    first = _blank_head(picture, frame, sheet.body_width)
    later = _next_head(picture, frame, sheet.body_width)
    foot, after = _blank_foot(picture, sheet.body_width)
    head_height = height_of([framed([heads], sizes)], sheet.body_width)
    room = sheet.body_height - head_height - height_of(foot, sheet.body_width) - 2
    natural = [height_of([framed([row], sizes, head=0)], sheet.body_width) for row in cells]
    pages = forms.spread(
        natural,
        _ROWS,
        first=room - height_of(first, sheet.body_width),
        later=room - height_of(later, sheet.body_width),
    )
    story: list[Block] = []
    taken = 0
    for place, heights in enumerate(pages):
        part_of = cells[taken : taken + len(heights)]
        while len(part_of) < len(heights):
            part_of.append(_blank_cells(taken + len(part_of) + 1, SheetRow(), picture))
        taken += len(heights)
        grid = framed([heads, *part_of], sizes, heights=[head_height, *heights])
        story.extend([*(later if place else first), grid, *foot])
        if place < len(pages) - 1:
            story.append(page.new_page())
    return story + after


def _blank_cells(place: int, row: SheetRow, picture: SheetPicture) -> list[Block]:
    subject = (row.code, capped(row.program, _PROGRAM_CAP), row.pagu)
    cells = [
        paragraphs(text, style.CELL_RIGHT if at == len(subject) - 1 else style.CELL)
        for at, (text, label) in enumerate(zip(subject, picture.subject_labels, strict=True))
        if label
    ]
    cells.extend(_tick_cell(column) for column in _grid_columns(picture))
    return [paragraphs(number(place), style.CELL_RIGHT), *cells]


def _tick_cell(column: ColumnView) -> list[Block]:
    if not 0 < len(column.choices) <= _MOST_BOXES:
        return []
    if column.kind == "dimension":
        return [line(forms.boxes(column.choices), style.CELL)]
    return [line(forms.boxes([choice]), style.CELL) for choice in column.choices]


def _blank_head(picture: SheetPicture, frame: PrintFrame, total: float) -> list[Block]:
    """Return the head of page 1: whose sheet it is, who sits at it, what is to be done."""
    hands = forms.write_line(
        [
            forms.WriteField("Ketua", picture.chair, 3),
            forms.WriteField("Notulis", picture.scribe, 3),
            forms.WriteField("Pembimbing", picture.mentor, 3),
            forms.WriteField("Hadir", "", 0.7, "orang"),
            forms.WriteField("Tanggal", "", 1.6),
        ],
        total,
    )
    told = (
        paragraphs(capped(picture.instruction, 600), style.SMALL, lead="Petunjuk:")
        if picture.instruction
        else []
    )
    return [*_title(picture, frame, total), gap(2), hands, gap(4), *told, gap(5)]


def _next_head(picture: SheetPicture, frame: PrintFrame, total: float) -> list[Block]:
    return [*_title(picture, frame, total), gap(5)]


def _title(picture: SheetPicture, frame: PrintFrame, total: float) -> list[Block]:
    code = f"Kertas Kerja {picture.code}".strip()
    title = picture.title if picture.title.casefold() != "kertas kerja" else ""
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name, _table(picture)) if text)
    left = [
        line(capped(" · ".join(text for text in (code, title) if text), 300).upper(), style.SHEET_TITLE),
        *paragraphs(capped(picture.opd, 600) or EMPTY, style.SHEET_OPD),
        *paragraphs(capped(event, 600), style.SMALL),
    ]
    box = framed(
        [
            [
                [
                    line("Nomor lembar", style.CELL_CENTER),
                    line(capped(picture.number, 60) or EMPTY, style.SHEET_NUMBER),
                ]
            ]
        ],
        [_NUMBER_BOX],
        head=0,
    )
    return [plain([[left, box]], (total - _NUMBER_BOX, _NUMBER_BOX))]


def _table(picture: SheetPicture) -> str:
    return f"Meja {picture.table}" if picture.table else ""


def _blank_foot(picture: SheetPicture, total: float) -> tuple[list[Block], list[Block]]:
    """Return what stands under the rows of every page, and what follows after the last page."""
    guide = forms.numbered(picture.guide)
    asked = paragraphs(guide, style.SMALL, lead="Pertanyaan pemandu:") if guide else []
    support = [f"{row.code} {row.program}".strip() for row in picture.rows if row.support]
    left_out = (
        [line(capped(f"Program penunjang tidak dicetak: {'; '.join(support)}.", 400), style.SMALL_SOFT)]
        if support
        else []
    )
    initials = forms.write_line(
        [
            forms.WriteField("Paraf ketua", "", 2),
            forms.WriteField("Paraf pembimbing", "", 2),
            forms.WriteField("Diketik oleh", "", 2),
        ],
        total,
    )
    fits = height_of(asked, total) <= _GUIDE_ROOM
    foot = [gap(4), *(asked if fits else []), *left_out, gap(3), initials]
    return foot, [] if fits else [gap(6), *asked]


# Filled ----------------------------------------------------------------------------------------------------


def filled(picture: SheetPicture, frame: PrintFrame) -> bytes:
    """Return the worksheet as it stands, landscape: the grid, what its rows say besides, who signs."""
    return page.make_pdf(
        lambda: _filled_blocks(picture, frame), _paper(picture, frame, "Kertas kerja"), frame
    )


def _filled_blocks(picture: SheetPicture, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    story = [*_title(picture, frame, total), gap(3)]
    facts = sheet_facts(picture)
    if facts:
        story.extend([*paragraphs(facts, style.SMALL), gap(4)])
    story.extend(sheet_table(picture, total))
    story.extend(_details(picture, total))
    if picture.warnings:
        story.extend(section("Yang masih perlu dilengkapi"))
        story.append(table([Column("", 1)], [[text] for text in picture.warnings], total, headed=False))
    signers = [
        Signer("Ketua,", name=picture.chair),
        Signer("Notulis,", name=picture.scribe),
        Signer("Pembimbing,", name=picture.mentor),
    ]
    story.append(signatures(signers, place_and_date(frame.city, frame.printed_at.year), total))
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
    """Return the rows and answers of a worksheet over ``total`` points, support programs in a line below."""
    rows = [row for row in picture.rows if not row.support]
    support = [row for row in picture.rows if row.support]
    grid = _grid_columns(picture)
    story: list[Block] = []
    if rows:
        texts = [_filled_cells(place, row, picture, grid) for place, row in enumerate(rows, start=1)]
        story.append(table(_columns(picture, total, ticks=False), texts, total))
    else:
        story.append(line("Belum ada isian pada kertas kerja ini.", style.SMALL_SOFT))
    if support:
        names = "; ".join(f"{row.code} {row.program}".strip() for row in support)
        story.append(gap(3))
        story.extend(paragraphs(f"Program penunjang, di luar hitungan: {names}.", style.SMALL_SOFT))
    return story


def _filled_cells(place: int, row: SheetRow, picture: SheetPicture, grid: Sequence[ColumnView]) -> list[str]:
    subject = [
        text
        for text, label in zip((row.code, row.program, row.pagu), picture.subject_labels, strict=True)
        if label
    ]
    return [number(place), *subject, *(row.values.get(column.key, "") or EMPTY for column in grid)]


def _details(picture: SheetPicture, total: float) -> list[Block]:
    """Return what the rows say outside the grid; rows with nothing more to say are left out."""
    answers = [column for column in picture.columns if column.section == "form"]
    facts = [column for column in picture.columns if column.section == "subject"]
    story: list[Block] = []
    for row in picture.rows:
        if not any(row.values.get(column.key, "").strip() for column in answers):
            continue
        if not story:
            story.extend(section("Rincian per program"))
        pairs = [
            [column.label, row.values[column.key]]
            for column in (*facts, *answers)
            if row.values.get(column.key, "").strip()
        ]
        story.extend(part(f"{row.code} {row.program}".strip() or EMPTY))
        story.append(table([Column("", 46), Column("", 200)], pairs, total, headed=False))
    return story


# Both ------------------------------------------------------------------------------------------------------


def _paper(picture: SheetPicture, frame: PrintFrame, label: str) -> page.Paper:
    words = f"{label} {picture.code} {picture.title}".strip()
    return page.Paper(
        title=capped(f"{words} - {picture.opd}", 300),
        label=f"Lembar {picture.number}" if picture.number else label,
        running=(capped(picture.opd, 300), picture.number or frame.doc_number),
        first=page.BROAD,
    )


def _grid_columns(picture: SheetPicture) -> list[ColumnView]:
    return [column for column in picture.columns if column.section == "grid"]


def _columns(picture: SheetPicture, total: float, *, ticks: bool) -> list[Column]:
    """Return the printed columns: number, subject, then the grid's by their shares of what is left."""
    sides: tuple[Align, ...] = ("left", "left", "right")
    found = [Column("No", _NUMBER_WIDTH, "right")]
    found += [
        Column(label, width, side)
        for label, width, side in zip(picture.subject_labels, _SUBJECT_WIDTHS, sides, strict=True)
        if label
    ]
    grid = _grid_columns(picture)
    free = total / mm - sum(column.width for column in found)
    shares = [column.width or _KIND_WIDTHS.get(column.kind, _PLAIN_WIDTH) for column in grid]
    least = [_tick_width(column) if ticks else 0.0 for column in grid]
    sizes = _shared(shares, least, free)
    found += [
        Column(column.label, size, "right" if column.kind in _RIGHT_KINDS else "left")
        for column, size in zip(grid, sizes, strict=True)
    ]
    return found


def _tick_width(column: ColumnView) -> float:
    """Return the millimetres that the longest box of a column needs on one line."""
    if not 0 < len(column.choices) <= _MOST_BOXES:
        return 0.0
    together = 2 if column.kind == "dimension" else 1
    longest = max(text_line_width(forms.boxes([choice]), style.CELL) for choice in column.choices)
    return min((longest * together + 3 * (together - 1) + 10) / float(mm), 45.0)


def _shared(shares: Sequence[float], least: Sequence[float], free: float) -> list[float]:
    """Return sizes by their shares of ``free``, none under what it needs at least."""
    if not shares:
        return []
    given = {place for place, need in enumerate(least) if need > shares[place] * free / sum(shares)}
    rest = max(free - sum(least[place] for place in given), 1.0)
    loose = sum(share for place, share in enumerate(shares) if place not in given) or 1.0
    return [least[place] if place in given else share * rest / loose for place, share in enumerate(shares)]


def _head_look(column: Column) -> ParagraphStyle:
    return style.CELL_BOLD_RIGHT if column.align == "right" else style.CELL_BOLD
