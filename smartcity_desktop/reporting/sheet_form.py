"""What the forms of a worksheet have in common, blank or numbered: title, columns, foot."""

from collections.abc import Callable, Sequence
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.report import ColumnView, PrintFrame, SheetPicture, SheetRow
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import forms, style
from smartcity_desktop.reporting.bars import Bars
from smartcity_desktop.reporting.blocks import (
    Align,
    Block,
    Column,
    capped,
    figure_need,
    framed,
    line,
    paragraphs,
    plain,
    widths,
)

_KIND_WIDTHS: Final = {
    "long": 34.0,
    "links": 30.0,
    "money": 27.0,
    "years": 26.0,
    "dimension": 24.0,
    "subdimension": 24.0,
    "opd": 28.0,
    "int": 14.0,
}
_PLAIN_WIDTH: Final = 20.0
_NUMBER_WIDTH: Final = 8.0
_NUMBER_BOX: Final = 46 * mm
_CODE_BOX: Final = 62 * mm
_PROGRAM_CAP: Final = 500
_SHORT_CAP: Final = 60
_TOLD_CAP: Final = 900
KEYED_FREELY: Final = "Ditulis bebas, diketik di Isian."
"""What stands on a sheet that has no code: how it is keyed in."""
_RIGHT_KINDS: Final = frozenset({"int", "money"})


def title(picture: SheetPicture, frame: PrintFrame, total: float, *, code: str = "") -> list[Block]:
    """Return what stands over every page: the worksheet, whose it is, the event, the number of the sheet.

    With a ``code`` (number and check letter) that stands in the box, with its bars, instead of the number.
    """
    called = f"Kertas Kerja {picture.code}".strip()
    name = picture.title if picture.title.casefold() != "kertas kerja" else ""
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name, _table(picture)) if text)
    left = [
        line(capped(" · ".join(text for text in (called, name) if text), 300).upper(), style.SHEET_TITLE),
        *paragraphs(capped(picture.opd, 600) or EMPTY, style.SHEET_OPD),
        *paragraphs(capped(event, 600), style.SMALL),
    ]
    return beside_number(left, picture.number, total, code=code)


def beside_number(left: Sequence[Block], number_text: str, total: float, *, code: str = "") -> list[Block]:
    """Return blocks with the number of a sheet in a box at their right; a ``code`` with its bars."""
    width = _CODE_BOX if code else _NUMBER_BOX
    shown: list[Block] = [] if code else [line("Nomor lembar", style.CELL_CENTER)]
    shown.append(line(capped(code or number_text, 60) or EMPTY, style.SHEET_NUMBER))
    if code:
        shown.append(Bars(code, width - 12))
    return [plain([[list(left), framed([[shown]], [width], head=0)]], (total - width, width))]


def _table(picture: SheetPicture) -> str:
    told = (
        f"Meja {picture.table}" if picture.table else "",
        f"{number(picture.members)} anggota" if picture.members else "",
    )
    return " · ".join(text for text in told if text)


def hands(picture: SheetPicture, total: float) -> Block:
    """Return the line in which those at the sheet write themselves."""
    fields = [
        forms.WriteField("Ketua", picture.chair, 3),
        forms.WriteField("Notulis", picture.scribe, 3),
        forms.WriteField("Pembimbing", picture.mentor, 3),
        forms.WriteField("Hadir", "", 1.2, "orang"),
        forms.WriteField("Tanggal", "", 3.5),
    ]
    return forms.write_line(fields, total)


def told(picture: SheetPicture, frame: PrintFrame) -> list[Block]:
    """Return what is to be done, in the words of the event; nothing where nothing is said."""
    words = capped(frame.words.say(picture.instruction), _TOLD_CAP)
    return paragraphs(words, style.SMALL, lead="Petunjuk:") if words else []


def guide(picture: SheetPicture) -> list[Block]:
    """Return the guide questions, numbered."""
    asked = forms.numbered(picture.guide)
    return paragraphs(asked, style.SMALL, lead="Pertanyaan pemandu:") if asked else []


def initials(total: float) -> Block:
    """Return the line for the initials at the foot of a page."""
    labels = ("Paraf ketua", "Paraf pembimbing", "Diketik oleh")
    return forms.write_line([forms.WriteField(label) for label in labels], total)


def written_columns(picture: SheetPicture) -> list[ColumnView]:
    """Return the columns that are written on."""
    return [column for column in picture.columns if column.section == "grid"]


def subject(row: SheetRow, picture: SheetPicture) -> list[str]:
    """Return the texts of what a row is about, those of its columns that are printed."""
    texts = (row.code, row.program, row.pagu)
    return [text for text, label in zip(texts, picture.subject_labels, strict=True) if label]


def subject_cells(row: SheetRow, picture: SheetPicture) -> list[list[Block]]:
    """Return the same as cells of a form, figures to the right."""
    short = _SHORT_CAP if picture.subject_figures else _PROGRAM_CAP
    texts = (capped(row.code, short), capped(row.program, _PROGRAM_CAP), capped(row.pagu, short))
    last = len(texts) - 1 if picture.subject_figures else len(texts)
    return [
        paragraphs(text, style.CELL_RIGHT if at == last else style.CELL)
        for at, (text, label) in enumerate(zip(texts, picture.subject_labels, strict=True))
        if label
    ]


def columns_of(picture: SheetPicture, total: float) -> list[Column]:
    """Return the printed columns: number, subject, then the grid's by their shares of what is left."""
    sides: tuple[Align, ...] = ("left", "left", "right" if picture.subject_figures else "left")
    found = [Column("No", _NUMBER_WIDTH, "right")]
    found += [
        Column(label, width, side)
        for label, width, side in zip(picture.subject_labels, picture.subject_widths, sides, strict=True)
        if label
    ]
    grid = written_columns(picture)
    free = max(total / mm - sum(column.width for column in found), 1.0)
    shares = [column.width or _KIND_WIDTHS.get(column.kind, _PLAIN_WIDTH) for column in grid]
    found += [
        Column(
            column.label,
            share * free / sum(shares),
            "right" if column.kind in _RIGHT_KINDS else "left",
            whole=column.kind == "choice",
        )
        for column, share in zip(grid, shares, strict=True)
    ]
    return found


def sizes(
    picture: SheetPicture, columns: Sequence[Column], total: float, need: Callable[[ColumnView], float]
) -> list[float]:
    """Return the widths of a form, wide enough for the figures printed in it and for what ``need`` asks for.

    ``need`` returns the least width in points of a column that is written on.
    """
    grid = written_columns(picture)
    figures = [[number(len(picture.rows)), *subject(row, picture)] for row in picture.rows]
    needs = figure_need(columns[: len(columns) - len(grid)], figures)
    return widths(columns, total, [*needs, *(need(column) for column in grid)])
