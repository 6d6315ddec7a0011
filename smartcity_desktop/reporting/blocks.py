"""The building blocks of paper, and the only place where text becomes a paragraph.

Text of a person is escaped, cut into lines and pieces, and given fonts that have its signs: no text, however
long or hostile, can stop a print.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any, Final, Literal, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.doctemplate import ActionFlowable
from reportlab.platypus.paragraph import cleanBlockQuotedText

from smartcity_desktop.domain.vision_change import Piece
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.ruled import Ruled

Block: TypeAlias = Any
"""A flowable of reportlab, which is published without types."""
Command: TypeAlias = tuple[Any, ...]
"""A command of a reportlab table style: name, first cell, last cell, values."""
Align = Literal["left", "right", "center"]

WORD_LIMIT: Final = 60
PIECE_LIMIT: Final = 2000
_LOW_LINES: Final = 10
"""Up to so many lines a row of a table is never cut by the end of a page."""
_PIECE_LINES: Final = 24
_TALL_LINES: Final = 40
_LETTER_WIDTH: Final = 0.5
_MARKED: Final = "<>&"
"""Signs that only the reader of markup understands."""
_PADDING: Final = 4.0
_WHOLE: Final = 18
_MOST_LINES: Final = 1000
_LEAST: Final = 10.0
_NARROWEST: Final = 18.0
_WIDEST_NEED: Final = 0.4
_LONGEST_KEPT: Final = 20
"""Letters of a word up to which a column is made wide enough for it."""
_LONG_WORD: Final = re.compile(rf"(\S{{{WORD_LIMIT}}})(?=\S)")
CAP: Final = 1200
HEAD_CAP: Final = 80
_CAP_LINES: Final = 4


# Text ------------------------------------------------------------------------------------------------------


def lines(text: str, limit: int = PIECE_LIMIT) -> list[str]:
    """Return the lines of a text, each at most ``limit`` letters, words over 60 letters broken.

    Empty lines fall away; a text without any letter gives an empty list.
    """
    found: list[str] = []
    for line in _given_lines(text):
        rest = _LONG_WORD.sub(r"\1 ", line.strip()) if len(line) > WORD_LIMIT else line.strip()
        start = 0
        while len(rest) - start > limit:
            cut = rest.rfind(" ", start, start + limit)
            cut = cut if cut > start else start + limit
            found.append(rest[start:cut].strip())
            start = cut
        found.append(rest[start:].strip())
    return [line for line in found if line]


def _given_lines(text: str) -> list[str]:
    """Return the lines as they were typed; after a thousand the rest runs on, so that no paper is wasted."""
    given = [line for line in style.clean(text).split("\n") if line.strip()]
    return given if len(given) <= _MOST_LINES else [*given[:_MOST_LINES], " / ".join(given[_MOST_LINES:])]


def markup(text: str, font: str) -> str:
    """Return the markup of one line of a person's text: escaped, every run in a font that has its signs."""
    return "".join(
        escape(run, quote=False) if name == font else f'<font name="{name}">{escape(run, quote=False)}</font>'
        for name, run in style.runs(text, font)
    )


def _set(marked: str, look: ParagraphStyle) -> Block:
    """Return a paragraph of markup; plain text goes past its reader, which takes most of the time."""
    if not marked or any(sign in marked for sign in _MARKED):
        return Paragraph(marked, look)
    kept = cleanBlockQuotedText(marked)
    return Paragraph(kept, look, frags=[_pattern(look).clone(text=kept)])


@lru_cache(maxsize=256)
def _pattern(look: ParagraphStyle) -> Block:
    """Return how the reader of markup sets plain text in this look."""
    return Paragraph("x", look).frags[0]


def paragraphs(text: str, look: ParagraphStyle = style.BODY, *, lead: str = "") -> list[Block]:
    """Return the paragraphs of a text; ``lead`` stands in bold before the first."""
    bold = f'<font name="{style.BOLD}">{markup(" ".join(lines(lead)), style.BOLD)}</font> ' if lead else ""
    found = lines(text) or ([""] if lead else [])
    return [
        _set((bold if place == 0 else "") + markup(line, look.fontName), look)
        for place, line in enumerate(found)
    ]


def line(text: str, look: ParagraphStyle = style.BODY) -> Block:
    """Return one paragraph of a text whose line breaks do not matter; at most 2,000 letters are meant."""
    return _set(markup(" ".join(lines(text)), look.fontName), look)


def marked(
    pieces: Iterable[Piece], states: tuple[str, str], look: ParagraphStyle = style.BODY, *, lead: str = ""
) -> Block:
    """Return one paragraph of pieces: those of the first state underlined, of the second struck out."""
    told = f'<font name="{style.BOLD}">{markup(" ".join(lines(lead)), style.BOLD)}</font>' if lead else ""
    tags = dict(zip(states, ("u", "strike"), strict=True))
    for item in pieces:
        text = markup(" ".join(lines(item.text)), look.fontName)
        tag = tags.get(item.state)
        told += f"{'' if item.glued or not told else ' '}{f'<{tag}>{text}</{tag}>' if tag else text}"
    return Paragraph(told, look)


def open_places(text: str, sign: str, look: ParagraphStyle = style.BODY) -> Block:
    """Return one paragraph in which every ``sign``, a place to be filled in by hand, stands on a ground."""
    told = markup(" ".join(lines(text)), look.fontName)
    return Paragraph(told.replace(sign, f'<font backColor="#fff2a8">{sign}</font>'), look)


def underlined(text: str, look: ParagraphStyle) -> Block:
    """Return one paragraph that is underlined, as the name of one who signs."""
    return Paragraph(f"<u>{markup(' '.join(lines(text)), look.fontName)}</u>", look)


def capped(text: str, limit: int = CAP) -> str:
    """Return a text for a place that cannot grow over a page, such as a name; a cut shows as an ellipsis.

    Lines after the fourth run on in it.
    """
    cut = text if len(text) <= limit else text[:limit].rstrip() + "…"
    found = lines(cut)
    return "\n".join([*found[: _CAP_LINES - 1], " ".join(found[_CAP_LINES - 1 :])]).strip()


def text_line_width(text: str, look: ParagraphStyle) -> float:
    """Return the width in points of a text on one line."""
    return style.text_width(" ".join(lines(text)), look.fontName, look.fontSize)


def gap(height: float) -> Block:
    """Return empty space of ``height`` points."""
    return Spacer(1, height)


def section(text: str, *, room: float = 26 * mm) -> list[Block]:
    """Return the heading of a section, on the next page where less than ``room`` is left below it."""
    return [CondPageBreak(room), line(text, style.SECTION)]


def part(text: str, *, room: float = 26 * mm) -> list[Block]:
    """Return a smaller heading inside a section."""
    return [CondPageBreak(room), *paragraphs(text, style.PART)]


class _Kept(KeepTogether):  # type: ignore[misc]  # reportlab is published without types
    """Blocks that stand on one page, and can be laid open again."""

    def blocks(self) -> list[Block]:
        """Return what is kept."""
        return list(self._content)


class Tied(ActionFlowable):  # type: ignore[misc]  # reportlab is published without types
    """Says that in Word what stands above goes along with what follows; paper has been measured for that."""

    def apply(self, doc: Block) -> None:
        """Take no room and do nothing."""
        del doc


def together(blocks: Sequence[Block]) -> Block:
    """Return blocks that stand on one page where they fit on one.

    Kept blocks among them are laid open: one inside another says that no page is tall enough for it.
    """
    return _Kept(list(_laid_open(blocks)))


def _laid_open(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, _Kept):
            yield from _laid_open(block.blocks())
        elif not isinstance(block, CondPageBreak):
            yield block


def height_of(blocks: Sequence[Block], width: float) -> float:
    """Return the height in points that blocks take one below the other, spaces between them included."""
    total, after = 0.0, 0.0
    for block in blocks:
        _, height = block.wrap(width, 100_000)
        total += max(block.getSpaceBefore(), after) + height
        after = block.getSpaceAfter()
    return total + after


# Tables ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table: its head, its width in millimetres before fitting, its side.

    Figures at the right, and short texts of a column with ``whole``, are never broken over two lines.
    """

    head: str
    width: float
    align: Align = "left"
    whole: bool = False


@dataclass(slots=True)
class Grid:
    """Rows of a printed table as they are laid: cells of paragraphs, where rows begin, heights if fixed."""

    cells: list[list[list[Block]]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


_HEADS: Final = {
    "left": style.CELL_BOLD,
    "right": style.CELL_BOLD_RIGHT,
    "center": style.CELL_BOLD_CENTER,
}
_CELLS: Final = {"left": style.CELL, "right": style.CELL_RIGHT, "center": style.CELL_CENTER}


def widths(columns: Sequence[Column], total: float, needs: Sequence[float] = ()) -> list[float]:
    """Return the widths in points: shares of ``total``, none under what its longest word or ``needs`` asks.

    Where even the needs are more than there is, every column gives way alike.
    """
    own = [max(head_need(item), needs[place] if needs else 0.0) for place, item in enumerate(columns)]
    asked = [min(need, total * _WIDEST_NEED) for need in own]
    if sum(asked) >= total:
        least = min(_NARROWEST, total / len(columns))
        spare = total - least * len(columns)
        over = sum(max(need - least, 0.0) for need in asked) or 1.0
        return [least + max(need - least, 0.0) * spare / over for need in asked]
    shares = [max(item.width, 0.01) for item in columns]
    bound: set[int] = set()
    while True:
        rest = total - sum(asked[place] for place in bound)
        loose = sum(share for place, share in enumerate(shares) if place not in bound)
        fitted = [
            asked[place] if place in bound else share * rest / loose for place, share in enumerate(shares)
        ]
        short = {place for place, size in enumerate(fitted) if size < asked[place] - 0.01} - bound
        if not short:
            return fitted
        bound |= short


def cell_look(column: Column, size: float, *, bold: bool = False) -> ParagraphStyle:
    """Return the look of a column's cells, at its side, in a type size in points."""
    return style.sized((_HEADS if bold else _CELLS)[column.align], size)


def head_cell(column: Column, size: float = style.CELL.fontSize) -> list[Block]:
    """Return the head of a column, at its side, in a type size in points."""
    return paragraphs(capped(column.head, HEAD_CAP), style.sized(_HEADS[column.align], size))


def head_need(column: Column) -> float:
    """Return the width in points that the longest word of a column's head needs."""
    words = " ".join(lines(capped(column.head, HEAD_CAP))).split()
    widest = max((style.text_width(word, style.BOLD, style.CELL.fontSize) for word in words), default=0.0)
    return max(widest, _LEAST) + 2 * _PADDING + 0.5


def _stays_whole(column: Column, text: str) -> bool:
    return len(text) <= (WORD_LIMIT if column.align == "right" else _WHOLE if column.whole else 0)


def _room_of(text: str, font: str) -> float:
    return style.text_width(text, font, style.CELL.fontSize) + 2 * _PADDING + 0.5


def figure_need(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> list[float]:
    """Return the width in points that the figures and whole texts of each column need on one line, or 0."""
    found = [0.0] * len(columns)
    for row in rows:
        for place, text in enumerate(row):
            if _stays_whole(columns[place], text):
                found[place] = max(found[place], _room_of(text, style.BOLD))
    return found


def content_need(columns: Sequence[Column], rows: Sequence[Sequence[str]], total: float) -> list[float]:
    """Return the width in points that figures and, where there is room for all, the longest words need."""
    figures = figure_need(columns, rows)
    both = [max(need) for need in zip(figures, _word_need(columns, rows), strict=True)]
    asked = [max(head_need(item), need) for item, need in zip(columns, both, strict=True)]
    return both if sum(asked) <= total else figures


def _word_need(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[float]:
    found = [0.0] * len(columns)
    for row in rows:
        for place, text in enumerate(row):
            words = [word for word in text.split() if len(word) <= _LONGEST_KEPT]
            if words:
                longest = max(words, key=len)
                found[place] = max(found[place], _room_of(longest, style.CELL.fontName))
    return found


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: float,
    *,
    sums: Sequence[str] | None = None,
    headed: bool = True,
    size: float = style.CELL.fontSize,
) -> Block:
    """Return a table of texts over the ``total`` width in points: head on every page, figures at the right.

    ``sums`` is a last row in bold, ``size`` the type size in points. A row too tall for a page continues in
    rows without a line between them.
    """
    sizes = widths(
        columns, total, content_need(columns, [*rows, *([sums] if sums is not None else [])], total)
    )
    grid = Grid()
    if headed:
        grid.starts.append(0)
        grid.cells.append([head_cell(item, size) for item in columns])
    looks = [style.sized(_CELLS[item.align], size) for item in columns]
    for row in rows:
        lay(grid, row, sizes, looks)
    if sums is not None:
        lay(grid, sums, sizes, [style.sized(_HEADS[item.align], size) for item in columns])
    if not are_low(rows, sizes, size):
        return framed(grid.cells, sizes, head=int(headed), starts=grid.starts)
    # The last row, and the one of sums, never stands alone on a page.
    kept = 2 + (sums is not None)
    last: list[Command] = [("NOSPLIT", (0, -kept), (-1, -1))] if len(rows) > kept else []
    return unbroken(framed(grid.cells, sizes, head=int(headed), starts=grid.starts, extra=last))


def are_low(
    rows: Iterable[Sequence[str]], sizes: Sequence[float], size: float, most: int = _LOW_LINES
) -> bool:
    """Tell whether every row has so few lines that it goes to the next page as a whole."""
    fitting = [max((wide - 2 * _PADDING) / (size * _LETTER_WIDTH), 1.0) for wide in sizes]
    return all(
        len(text) <= letters or len(text) / letters + text.count("\n") <= most
        for row in rows
        for text, letters in zip(row, fitting, strict=True)
    )


def lay(grid: Grid, row: Sequence[str], sizes: Sequence[float], looks: Sequence[ParagraphStyle]) -> None:
    """Add a row of texts to a grid, in several rows where it is too tall for one."""
    parts = [_cell_parts(text, size, look) for text, size, look in zip(row, sizes, looks, strict=True)]
    grid.starts.append(len(grid.cells))
    for place in range(max(len(part_of) for part_of in parts)):
        grid.cells.append([part_of[place] if place < len(part_of) else [] for part_of in parts])


def _cell_parts(text: str, size: float, look: ParagraphStyle) -> list[list[Block]]:
    """Return the paragraphs of a cell, in one part or, where it would be taller than 40 lines, in several."""
    per_line = max(int((size - 2 * _PADDING) / (look.fontSize * _LETTER_WIDTH)), 1)
    if len(text) < per_line * _TALL_LINES and text.count("\n") < _TALL_LINES:
        return [paragraphs(text, look)]
    parts: list[list[Block]] = [[]]
    room = _PIECE_LINES
    for piece in lines(text, min(PIECE_LIMIT, per_line * _PIECE_LINES)):
        needed = -(-len(piece) // per_line)
        if needed > room and parts[-1]:
            parts.append([])
            room = _PIECE_LINES
        parts[-1].extend(paragraphs(piece, look))
        room -= needed
    return parts


def framed(  # noqa: PLR0913 - what a ruled table is made of
    cells: Sequence[Sequence[Any]],
    sizes: Sequence[float],
    *,
    head: int = 1,
    starts: Sequence[int] | None = None,
    heights: Sequence[float] | None = None,
    extra: Sequence[Command] = (),
    foot: int = 0,
    names: Sequence[int] = (),
) -> Block:
    """Return cells in a ruled frame; ``head`` rows repeat, lines stand above the rows of ``starts`` only.

    The last ``foot`` rows stand below the frame; a row of ``names`` repeats where the rows below it go on.
    """
    side, end = min(_PADDING, min(sizes) / 4), -1 - foot
    commands: list[Command] = [("BACKGROUND", (0, 0), (-1, head - 1), style.HEAD_FILL)] if head else []
    commands += [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
        *extra,
    ]
    if starts is None or len(starts) == len(cells) - foot:
        commands.append(("GRID", (0, 0), (-1, end), 0.5, style.RULE))
    else:
        commands.extend(("LINEABOVE", (0, row), (-1, row), 0.5, style.RULE) for row in starts)
        commands.append(("BOX", (0, 0), (-1, end), 0.5, style.RULE))
        commands.append(("LINEAFTER", (0, 0), (-2, end), 0.5, style.RULE))
    made = Ruled(
        [list(row) for row in cells],
        colWidths=list(sizes),
        rowHeights=list(heights) if heights is not None else None,
        repeatRows=head,
        splitInRow=1,
        style=commands,
        hAlign="LEFT",
    )
    made.head, made.names = head, frozenset(names)
    return made


def row_height(row: Sequence[Sequence[Block]], sizes: Sequence[float]) -> float:
    """Return the height in points that the cells of one row of a frame need without the paddings above."""
    side = 2 * min(_PADDING, min(sizes) / 4)
    return max(
        (height_of(cell, size - side) if cell else 0.0 for cell, size in zip(row, sizes, strict=True)),
        default=0.0,
    )


def unbroken(grid: Block) -> Block:
    """Return a table none of whose rows goes on over a page: for rows that are never as tall as one."""
    grid.splitInRow = 0
    return grid


def plain(cells: Sequence[Sequence[Any]], sizes: Sequence[float], *commands: Command) -> Block:
    """Return cells without lines and paddings, for things that stand beside each other."""
    zero = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table(
        [list(row) for row in cells],
        colWidths=list(sizes),
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *zero, *commands],
        splitInRow=1,
        hAlign="LEFT",
    )


def identity(pairs: Sequence[tuple[str, str]], total: float) -> Block:
    """Return lines of ``label : value``; an empty value shows a dash."""
    label, colon = 31 * mm, 4 * mm
    rows = [[line(name), line(":"), paragraphs(capped(value)) or line(EMPTY)] for name, value in pairs]
    return plain(rows, (label, colon, total - label - colon))


Told = tuple[str, bool, bool]
"""A piece of text, whether it is bold, whether it is italic."""


def rich(pieces: Iterable[Told], look: ParagraphStyle, *, bullet: str = "") -> Block:
    """Return one paragraph of pieces in their manner; ``bullet`` hangs in front of it."""
    told = "".join(_piece(" ".join(text.split("\n")), bold, italic, look) for text, bold, italic in pieces)
    if bullet:
        return Paragraph(told, look, bulletText=bullet)
    return Paragraph(told, look) if "<" in told or "&" in told else _set(told, look)


def _piece(text: str, bold: bool, italic: bool, look: ParagraphStyle) -> str:  # noqa: FBT001 - two manners
    text = _LONG_WORD.sub(r"\1 ", style.clean(text).replace("\n", " "))
    font = style.BOLD if bold else style.ITALIC if italic else look.fontName
    told = markup(text, font)
    return told if font == look.fontName else f'<font name="{font}">{told}</font>'
