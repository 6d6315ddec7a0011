"""Drafts of a regulation and of decrees on paper, in the form of regional legal texts."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.paper_rule import BLANK, RulePaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.rule_lines import RuleLine, blanks, lines
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    line,
    open_places,
    plain,
    table,
    together,
)
from smartcity_desktop.reporting.ending import Body, End, closed

_NAME: Final = 300
_LABEL, _COLON, _SIGN = 28 * mm, 4 * mm, 9 * mm
_STEP: Final = 9 * mm
_SIGNED: Final = 82 * mm
_ROOM: Final = 15 * mm
_LOOKS: Final = {
    "head": (4.0, style.BODY_CENTER_BOLD),
    "center": (6.0, style.BODY_CENTER),
    "chapter": (10.0, style.BODY_CENTER_BOLD),
    "article": (8.0, style.BODY_CENTER),
}
"""How far below the line before it a line stands, and its look."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the draft of a gathered job."""
    paper = job.picture if isinstance(job.picture, RulePaper) else RulePaper()
    around = page.Paper(
        title=job.name, label=capped(job.name, _NAME), running=(capped(job.name, _NAME), "Rancangan")
    )
    return [page.Part(_Draft(paper, job.frame).blocks, around, job.frame, job.name)]


class _Draft:
    """Sets the lines of one draft."""

    def __init__(self, paper: RulePaper, frame: PrintFrame) -> None:
        self._paper = paper
        self._sheet = style.upright(frame.paper)
        self._total = self._sheet.body_width

    def blocks(self) -> list[Block]:
        """Return the whole draft; where it ends in a table, its last rows stay with the signature."""

        def body() -> Body:
            above, end = self._set()
            return Body(above[: -len(end) - 1], (), above[-len(end) - 1 : -len(end)])

        def end() -> End:
            return [self._set()[1]]

        is_table = self._paper.annexes and self._paper.annexes[-1].table is not None
        return closed(body, end, self._sheet) if is_table else self._set()[0]

    def _set(self) -> tuple[list[Block], list[Block]]:
        """Return all blocks, and those of the last signature among them."""
        found: list[Block] = []
        kept: list[Block] = []
        signed: list[Block] = []
        last = ""
        for item in lines(self._paper):
            kind = item.kind if isinstance(item, RuleLine) else ""
            if isinstance(item, RuleLine) and kind == "sign":
                if not signed:
                    # No signature stands alone on a page: the sentence above it goes along.
                    signed = [found.pop(), gap(8)] if last in {"plain", "labelled"} else [gap(8)]
                signed.append(self._signed(item))
                last = kind
                continue
            own = self._table(item) if isinstance(item, BookTable) else self._line(item)
            if signed and kind == "plain":
                # What is promulgated stands below the signature, and stays whole as well.
                kept += own
                continue
            if signed:
                found += [together(signed), *([together(kept)] if kept else [])]
                signed, kept = [], []
            last = kind
            if kind in {"chapter", "article"}:
                kept += own
            else:
                found += [together([*kept, *own])] if kept else own
                kept = []
        end = [together(signed)]
        return [*found, *end], end

    def _line(self, item: RuleLine) -> list[Block]:
        if item.kind in _LOOKS:
            above, look = _LOOKS[item.kind]
            return [gap(above), *(line(text, look) for text in (item.sign, item.text) if text)]
        if item.kind in {"mark", "check"}:
            return [self._notice(item.text), gap(10)] if item.kind == "mark" else []
        if item.kind == "page":
            return [page.new_page(), line(item.text, style.BODY_BOLD)]
        if item.kind == "labelled":
            return [self._labelled(item)]
        return [self._item(item)] if item.kind == "item" else self._said(item.text)

    @staticmethod
    def _said(text: str) -> list[Block]:
        """Return a sentence, or the room for a signature."""
        return [open_places(text, BLANK)] if text else [gap(_ROOM)]

    def _notice(self, mark: str) -> Block:
        """Return what stands in front of the draft: that it is one, what is to be filled in and looked at."""
        count = blanks(self._paper)
        told = f"{mark} – disusun dari data Bimtek; {number(count)} tempat bertanda […] perlu diisi"
        checks = [line(text, style.SMALL) for text in self._paper.checks]
        return framed([[[line(told, style.CELL_BOLD)]], [checks]], [self._total], head=1)

    def _labelled(self, item: RuleLine) -> Block:
        label: object = [line(item.label)] if item.label else ""
        colon: object = [line(":")] if item.label else ""
        text = self._said(item.text)
        if not item.sign:
            return plain([[label, colon, text]], (_LABEL, _COLON, self._total - _LABEL - _COLON))
        widths = (_LABEL, _COLON, _SIGN, self._total - _LABEL - _COLON - _SIGN)
        return plain([[label, colon, [line(item.sign)], text]], widths)

    def _item(self, item: RuleLine) -> Block:
        before = _STEP * item.level
        widths = [_SIGN, self._total - _SIGN - before]
        cells: list[object] = [[line(item.sign)], self._said(item.text)]
        return plain([["", *cells]], [before, *widths]) if before else plain([cells], widths)

    def _signed(self, item: RuleLine) -> Block:
        return plain([["", self._said(item.text)]], [self._total - _SIGNED, _SIGNED])

    def _table(self, item: BookTable) -> list[Block]:
        columns = [
            Column(head, round(width), "right" if side == "right" else "left")
            for head, width, side in zip(item.columns, item.widths, item.aligns, strict=True)
        ]
        return [table(columns, [row.cells for row in item.rows], self._total)]
