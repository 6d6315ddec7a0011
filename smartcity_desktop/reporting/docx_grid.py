"""A table of a print as a table of Word: the same columns, rows, joined cells, lines and grounds."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol, TypeAlias

from reportlab.lib.colors import toColorOrNone
from reportlab.platypus import Paragraph

from smartcity_desktop.reporting import docx_marks as marks
from smartcity_desktop.reporting.docx_marks import paragraph

Block: TypeAlias = Any
"""A flowable of reportlab, which is published without types."""
Place = tuple[int, int]
"""Column and row of a cell, from 0."""
_EIGHTHS: Final = 8
_INK: Final = "555555"
_AROUND: Final = {
    "GRID": ("top", "left", "bottom", "right"),
    "INNERGRID": (),
    "LINEABOVE": ("top",),
    "LINEBELOW": ("bottom",),
    "LINEBEFORE": ("left",),
    "LINEAFTER": ("right",),
}
"""The sides of every cell that a command rules."""
_FEW: Final = 9
"""Rows, the head among them, up to which a table goes along as a whole: LibreOffice parts none for that."""
_OUTER: Final = frozenset({"BOX", "OUTLINE"})
_VERTICAL: Final = {"MIDDLE": "center", "BOTTOM": "bottom"}
_NOTHING: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


class Told(Protocol):
    """Writes a block of a cell; a ``tied`` one stands on the page of the next row."""

    def __call__(self, block: Block, *, tied: bool) -> str:
        """Return the block as paragraphs and tables of Word."""


class Cells:
    """One table; ``told`` writes a block of a cell.

    All rows of a ``whole`` one stand on one page; a ``tied`` one, or the last rows of a long one, on that of
    what follows.
    """

    def __init__(self, table: Block, told: Told, *, tied: bool = False, whole: bool = False) -> None:
        """Read the commands of a table."""
        self._table, self._told, self._whole = table, told, whole
        self._rows: Sequence[Sequence[Any]] = table._cellvalues  # noqa: SLF001 - its cells have no other door
        self._widths = [round(width * marks.TWIPS) for width in table._argW]  # noqa: SLF001 - as above
        self._last = len(self._widths) - 1, len(self._rows) - 1
        self._lines = self._ruled()
        self._grounds = self._grounded()
        first = 0 if self._last[1] < _FEW else self._last[1] - 1
        self._kept = set(range(first, self._last[1] + 1)) if tied else set[int]()
        ranges = [((0, 0), self._last)] if whole else list(self._ranges(table._nosplitCmds))  # noqa: SLF001 - as above
        for begin, end in ranges:
            self._kept.update(range(begin[1], end[1]))
        self._spans = dict(self._ranges(table._spanCmds))  # noqa: SLF001 - as above
        self._covered = {
            (column, row): begin
            for begin, end in self._spans.items()
            for column, row in _within(begin, end)
            if (column, row) != begin
        }

    def written(self) -> str:
        """Return the table."""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        side = {"CENTER": "center", "RIGHT": "right"}.get(self._table.hAlign or "", "")
        placed = f'<w:jc w:val="{side}"/>' if side else ""
        rows = "".join(self._row(at) for at in range(len(self._rows)))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>{placed}'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, at: int) -> str:
        repeated = self._table.repeatRows
        head = at < (repeated if isinstance(repeated, int) else 0)
        height = self._table._argH[at]  # noqa: SLF001 - as above
        told = "" if self._table.splitInRow and not self._whole else "<w:cantSplit/>"
        told += f'<w:trHeight w:val="{round(height * marks.TWIPS)}" w:hRule="atLeast"/>' if height else ""
        told += "<w:tblHeader/>" if head else ""
        properties = f"<w:trPr>{told}</w:trPr>" if told else ""
        return f"<w:tr>{properties}{''.join(self._cells(at))}</w:tr>"

    def _cells(self, row: int) -> Iterator[str]:
        column = 0
        while column <= self._last[0]:
            place = (column, row)
            begin = self._covered.get(place, place)
            end = self._spans.get(begin, begin)
            count = end[0] - column + 1
            yield self._cell(place, begin, end, sum(self._widths[column : column + count]))
            column += count

    def _cell(self, place: Place, begin: Place, end: Place, width: int) -> str:
        told = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        told += f'<w:gridSpan w:val="{end[0] - place[0] + 1}"/>' if end[0] > place[0] else ""
        if end[1] > begin[1]:
            told += '<w:vMerge w:val="restart"/>' if place == begin else "<w:vMerge/>"
        told += self._borders(place, (end[0], place[1]))
        ground = self._grounds.get(begin)
        told += f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
        look = self._table._cellStyles[begin[1]][begin[0]]  # noqa: SLF001 - as above
        edges = {
            "top": look.topPadding,
            "left": look.leftPadding,
            "bottom": look.bottomPadding,
            "right": look.rightPadding,
        }
        margins = "".join(
            f'<w:{side} w:w="{round(size * marks.TWIPS)}" w:type="dxa"/>' for side, size in edges.items()
        )
        told += f"<w:tcMar>{margins}</w:tcMar>"
        vertical = _VERTICAL.get(look.valign)
        told += f'<w:vAlign w:val="{vertical}"/>' if vertical else ""
        content = self._content(place) if place == begin else self._nothing(place)
        return f"<w:tc><w:tcPr>{told}</w:tcPr>{content}</w:tc>"

    def _content(self, place: Place) -> str:
        found = self._rows[place[1]][place[0]]
        items = found if isinstance(found, list | tuple) else [found]
        tie, kept = self._tie(place), place[1] in self._kept
        told = "".join(
            self._told(item, tied=kept)
            if not isinstance(item, str)
            else paragraph(marks.run(item), marks=tie)
            for item in items
            if item != ""
        )
        is_closed = bool(items) and isinstance(items[-1], Paragraph)
        return told if is_closed or told.endswith("</w:p>") else told + self._nothing(place)

    def _nothing(self, place: Place) -> str:
        """Return the paragraph that an empty cell needs; Word asks the first of a row whether it is kept."""
        return paragraph(marks=self._tie(place) + _NOTHING)

    def _tie(self, place: Place) -> str:
        return "<w:keepNext/>" if place[1] in self._kept else ""

    # The commands of the table

    def _ranges(self, commands: Sequence[Any]) -> Iterator[tuple[Place, Place]]:
        for command in commands:
            yield self._range(command)

    def _range(self, command: Sequence[Any]) -> tuple[Place, Place]:
        columns, rows = self._last[0] + 1, self._last[1] + 1
        (left, top), (right, bottom) = command[1], command[2]
        begin = (left + columns if left < 0 else left, top + rows if top < 0 else top)
        end = (right + columns if right < 0 else right, bottom + rows if bottom < 0 else bottom)
        return begin, (min(end[0], self._last[0]), min(end[1], self._last[1]))

    def _grounded(self) -> dict[Place, str]:
        found: dict[Place, str] = {}
        for command in self._table._bkgrndcmds:  # noqa: SLF001 - as above
            color = toColorOrNone(command[3])
            if color is not None:
                told = "".join(f"{round(part * 255):02X}" for part in color.rgb())
                found.update(dict.fromkeys(_within(*self._range(command)), told))
        return found

    def _ruled(self) -> dict[tuple[Place, str], float]:
        """Return the weight in points of every line, by its cell and side."""
        found: dict[tuple[Place, str], float] = {}
        for command in self._table._linecmds:  # noqa: SLF001 - as above
            begin, end = self._range(command)
            weight = float(command[3])
            for place in _within(begin, end):
                for side in _sides(command[0], place, begin, end):
                    found[place, side] = weight
        return found

    def _borders(self, first: Place, last: Place) -> str:
        sides = (("top", first), ("left", first), ("bottom", first), ("right", last))
        told = "".join(
            f'<w:{side} w:val="single" w:sz="{max(2, round(weight * _EIGHTHS))}" w:space="0" '
            f'w:color="{_INK}"/>'
            for side, place in sides
            if (weight := self._lines.get((place, side), 0.0))
        )
        return f"<w:tcBorders>{told}</w:tcBorders>" if told else ""


def _within(begin: Place, end: Place) -> Iterator[Place]:
    for row in range(begin[1], end[1] + 1):
        for column in range(begin[0], end[0] + 1):
            yield column, row


def _sides(command: str, place: Place, begin: Place, end: Place) -> Iterator[str]:
    """Yield the sides of a cell that a command about a range of cells rules."""
    yield from _AROUND.get(command, ())
    outer = {"top": place[1] == begin[1], "left": place[0] == begin[0]}
    outer |= {"bottom": place[1] == end[1], "right": place[0] == end[0]}
    if command in _OUTER:
        yield from (side for side, is_edge in outer.items() if is_edge)
    elif command == "INNERGRID":
        yield from (side for side, is_edge in outer.items() if not is_edge)
