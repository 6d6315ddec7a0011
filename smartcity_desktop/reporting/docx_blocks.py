"""The blocks of a print as Word sees them: the same paragraphs, tables, pictures, from one description.

Whatever has no twin in Word, a shape or a photo in its frame, goes along as a picture. Measures of blocks are
points, those of Word twips.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from reportlab.graphics.shapes import Drawing, Group, String
from reportlab.platypus import (
    CondPageBreak,
    HRFlowable,
    Image,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.doctemplate import ActionFlowable

from smartcity_desktop.reporting import docx_marks as marks
from smartcity_desktop.reporting import docx_picture, page, style
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting.blocks import Tied
from smartcity_desktop.reporting.docx_body import Body
from smartcity_desktop.reporting.docx_grid import Cells
from smartcity_desktop.reporting.docx_marks import Look, paragraph

Block: TypeAlias = Any
"""A flowable of reportlab, which is published without types."""
_BOLD: Final = frozenset({style.BOLD, style.SIGNS_BOLD})
_SIDES: Final = ("left", "center", "right", "", "both")
"""Where lines stand, by reportlab's number of it."""
_HEADINGS: Final = {style.SECTION.name: styles.HEADING_LOOKS[1], style.PART.name: styles.HEADING_LOOKS[2]}
"""The headings of a print are headings in Word, so that its own list of them leads there."""
_LINE: Final = 1.149
"""Height of a line of Arial as a share of its size."""
_RULE: Final = 8
"""Eighths of a point, in which Word measures lines."""
_KEPT: Final = "<w:keepNext/>"
_EMPTY: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_BACK: Final = "backColor"
_KNOWN: Final = (Paragraph, HRFlowable, Spacer, CondPageBreak, PageBreak, ActionFlowable, str)
"""What is written as it is, or says nothing in Word."""


def twips(points: float) -> int:
    """Return a measure of paper as one of Word."""
    return round(points * marks.TWIPS)


class Flow:
    """Writes blocks into a document."""

    def __init__(self, body: Body) -> None:
        """``body`` takes what is written."""
        self._body = body
        self._is_broad_next = body.broad
        self._pictures: dict[int, tuple[bytes, tuple[float, float]]] = {}

    def add(self, found: Sequence[Block]) -> None:
        """Write blocks one below the other. Call it while no other print is made (``page.alone``)."""
        self._paint(found)
        for place, block in enumerate(found):
            if isinstance(block, NextPageTemplate):
                self._is_broad_next = block.action[1] == page.BROAD
            elif isinstance(block, PageBreak):
                self._turn()
            else:
                tied = place + 1 < len(found) and isinstance(found[place + 1], Tied)
                self._body.add(*self._written(block, tied=tied))

    def begin(self, template: str) -> None:
        """Go on with a page of its own, broad or upright."""
        self._is_broad_next = template == page.BROAD
        self._turn()

    def _turn(self) -> None:
        if self._is_broad_next == self._body.broad:
            self._body.new_page()
        else:
            self._body.turn(broad=self._is_broad_next)

    # Pictures

    def _paint(self, found: Sequence[Block]) -> None:
        """Make the pictures of everything that has no twin in Word, all at once."""
        width = self._body.file.text_width(broad=self._body.broad) / marks.TWIPS
        drawn = list(_drawn(found, width))
        sizes = [block.wrap(most, 10_000)[:2] for block, most in drawn]
        made = docx_picture.shown([block for block, _most in drawn], sizes)
        for (block, _most), content, size in zip(drawn, made, sizes, strict=True):
            self._pictures[id(block)] = (content, size)

    def _picture(self, block: Block, *, tied: bool) -> str:
        content, size = self._pictures[id(block)]
        return self._body.inline(content, " ".join(_said(block)), size, _KEPT if tied else "")

    # Blocks

    def _written(self, block: Block, *, tied: bool = False, whole: bool = False) -> Iterator[str]:
        """Yield a block; a ``tied`` one stands on the page of the next one, a ``whole`` one on one page."""
        match block:
            case ActionFlowable() | CondPageBreak():
                return
            case KeepTogether():
                *before, last = block._content or [Spacer(1, 0)]  # noqa: SLF001 - what is kept has no other door
                for item in before:
                    yield from self._written(item, tied=True, whole=True)
                yield from self._written(last, tied=tied, whole=True)
            case Paragraph():
                yield _paragraph(block, tied=tied)
            case HRFlowable():
                yield _rule(block, tied=tied)
            case Spacer():
                if block.height >= 1:
                    yield _space(block.height, tied=tied)
            case Table():
                yield from self._table(block, tied=tied, whole=whole)
            case _ if id(block) in self._pictures:
                yield self._picture(block, tied=tied)

    def _table(self, block: Block, *, tied: bool, whole: bool) -> Iterator[str]:
        """Yield a table; one that the end of a page cut on paper is whole here, where its rest stands."""
        if getattr(block, "goes_on", False):
            return
        uncut = getattr(block, "uncut", None)
        yield Cells(uncut or block, self._cell, tied=tied, whole=whole and uncut is None).written()
        yield paragraph(marks=(_KEPT if tied else "") + _EMPTY)

    def _cell(self, block: Block, *, tied: bool) -> str:
        return "".join(self._written(block, tied=tied))


def _drawn(found: Sequence[Block], width: float) -> Iterator[tuple[Block, float]]:
    """Yield what goes along as a picture, with the room in points that it has."""
    for block in found:
        match block:
            case KeepTogether():
                yield from _drawn(block._content, width)  # noqa: SLF001 - what is kept has no other door
            case Table():
                for row in block._cellvalues:  # noqa: SLF001 - nor have the cells of a table
                    for at, cell in enumerate(row):
                        most = block._argW[at] or width  # noqa: SLF001 - as above
                        yield from _drawn(cell if isinstance(cell, list | tuple) else [cell], most)
            case _ if isinstance(block, _KNOWN):
                continue
            case _:
                most = block.drawWidth if isinstance(block, Image) else width
                yield block, most


def _said(block: Block) -> Iterator[str]:
    """Yield what stands written in a picture, for those who do not see it."""
    if isinstance(block, String):
        yield str(block.text)
    elif isinstance(block, Group | Drawing):
        for item in block.contents:
            yield from _said(item)


def _space(height: float, *, tied: bool = False) -> str:
    told = f'<w:spacing w:before="0" w:after="0" w:line="{max(twips(height), 20)}" w:lineRule="exact"/>'
    return paragraph(marks=(_KEPT if tied else "") + told)


def _rule(block: Block, *, tied: bool) -> str:
    size = max(2, round(block.lineWidth * _RULE))
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph(marks=(_KEPT if tied else "") + line + _EMPTY)


def _paragraph(block: Block, *, tied: bool) -> str:
    """Return a paragraph in its own look, or as a heading where it is one."""
    look = block.style
    size = float(look.fontSize)
    if look.name in _HEADINGS:
        return paragraph(_runs(block, 0.0), _HEADINGS[look.name])
    content = _runs(block, size)
    if block.bulletText:
        content = f"{marks.run(str(block.bulletText), Look(size=size))}<w:r><w:tab/></w:r>{content}"
    line = round(look.leading / (size * _LINE) * 240)
    spaced = (
        f'<w:spacing w:before="{twips(look.spaceBefore)}" w:after="{twips(look.spaceAfter)}" '
        f'w:line="{line}" w:lineRule="auto"/>'
    )
    hang = look.leftIndent - look.bulletIndent if block.bulletText else -look.firstLineIndent
    indent = f'<w:ind w:left="{twips(look.leftIndent)}" w:right="{twips(look.rightIndent)}" '
    indent += f'w:hanging="{twips(hang)}"/>' if hang >= 0 else f'w:firstLine="{twips(-hang)}"/>'
    side = _SIDES[look.alignment]
    aligned = f'<w:jc w:val="{side}"/>' if side and side != "left" else ""
    return paragraph(content, marks=(_KEPT if tied else "") + spaced + indent + aligned)


def _runs(block: Block, size: float) -> str:
    """Return the pieces of a paragraph; without a size in the look of its paragraph.

    One that was cut at the end of a page holds words instead of pieces, each a list behind its width.
    """
    told = ""
    for frag in block.frags:
        if not isinstance(frag, list):
            told += _run(frag, frag.text, size)
            continue
        for piece, word in frag[1:]:
            told += _run(piece, str(word), size)
        told += marks.run(" ")
    return told


def _run(frag: Block, text: str, size: float) -> str:
    if getattr(frag, "lineBreak", False):
        return marks.LINE_BREAK
    lines = {str(item[0]) for item in getattr(frag, "us_lines", None) or ()}
    look = Look(
        bold=bool(size) and frag.fontName in _BOLD,
        italic=bool(size) and frag.fontName == style.ITALIC,
        blank=getattr(frag, _BACK, None) is not None,
        size=float(frag.fontSize) if size else 0.0,
        underlined="underline" in lines,
        struck="strike" in lines,
    )
    return marks.run(text, look)
