"""On which page headings and captions of a Word document come to stand, as near as can be told without Word.

These numbers stand in the contents until a word processor makes them up to date, which it offers when it
opens the document. Lines are broken between words with the widths of the letters, rows stay whole, what is
kept with the next goes along; all measures are points.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

from smartcity_desktop.domain.book import roman
from smartcity_desktop.reporting import page as presses
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.docx_styles import NORMAL

Element: TypeAlias = Any
"""An element of XML as the library holds it."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXTENT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_TWIPS: Final = 20.0
_EMU: Final = 12_700.0
_LINE: Final = 1.149
"""Height of a line of Arial as a share of its size."""
_SINGLE: Final = 240.0
_CELL_SIDES: Final = 8.0
_RULE: Final = 0.5
_LOW: Final = 40.0
"""What is lower than this is never cut by the end of a page."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style says of heights; ``line`` is a share of the usual height of a line."""

    size: float = 11.0
    line: float = 1.25
    before: float = 0.0
    after: float = 6.0
    left: float = 0.0
    right: float = 0.0
    keep: bool = False
    page: bool = False
    bold: bool = False

    @property
    def step(self) -> float:
        """The height of one line."""
        return self.size * _LINE * self.line


@dataclass(slots=True)
class _Page:
    """Where the next line comes to stand, and on which page each bookmark did."""

    height: float = 0.0
    width: float = 0.0
    number: int = 0
    small: bool = False
    used: float = 0.0
    after: float = 0.0
    marks: dict[str, str] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin a page."""
        self.number += 1
        self.used = self.after = 0.0

    def holds(self, height: float) -> bool:
        """Tell whether so much more stands on the page; on an empty one everything does."""
        return not self.used or self.used + height <= self.height

    def mark(self, item: Element) -> None:
        """Note the page of the bookmarks in a paragraph, as it is printed."""
        shown = roman(self.number).lower() if self.small else str(self.number)
        for found in item.iter(f"{_W}bookmarkStart"):
            self.marks[found.get(f"{_W}name")] = shown


def fill(body: Element, styles: Element) -> None:
    """Write the pages into the contents of a document: behind every line that leads to a bookmark."""
    marks = presses.measured(lambda: _Layout(_looks(styles)).marks(body))
    for item in body.iter(f"{_W}hyperlink"):
        shown = list(item.iter(f"{_W}t"))
        if shown:
            shown[-1].text = marks.get(item.get(f"{_W}anchor"), "")


class _Layout:
    """Lays a document out."""

    def __init__(self, looks: Mapping[str, _Look]) -> None:
        self._looks = looks
        self._page = _Page()
        self._group: list[Element] = []

    def marks(self, body: Element) -> dict[str, str]:
        """Return the page of every bookmark."""
        sections = list(body.iter(f"{_W}sectPr"))
        self._begin(sections.pop(0))
        for child in body:
            if child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag == f"{_W}p":
                self._paragraph(child)
                if child.find(f"{_W}pPr/{_W}sectPr") is not None and sections:
                    self._begin(sections.pop(0))
        return self._page.marks

    def _begin(self, section: Element) -> None:
        size, edge = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        page = self._page
        page.turn()
        page.height = _points(size, "h") - _points(edge, "top") - _points(edge, "bottom")
        page.width = _points(size, "w") - _points(edge, "left") - _points(edge, "right")
        counted = section.find(f"{_W}pgNumType")
        if counted is not None:
            page.number = int(counted.get(f"{_W}start", "1"))
            page.small = counted.get(f"{_W}fmt") == "lowerRoman"

    def _paragraph(self, item: Element) -> None:
        look = self._look(item)
        if look.page:
            self._flush()
        self._group.append(item)
        if not look.keep:
            self._flush()

    def _flush(self, more: float = 0.0) -> None:
        """Lay paragraphs that stand together with what follows them, of which ``more`` goes along."""
        group, self._group = self._group, []
        if not group:
            return
        page, looks = self._page, [self._look(item) for item in group]
        heights = [self._height(item, look, page.width) for item, look in zip(group, looks, strict=True)]
        whole = sum(heights) + sum(max(one.after, two.before) for one, two in pairwise(looks)) + more
        is_whole = len(group) > 1 or more or heights[0] < _LOW
        lead = max(page.after, looks[0].before)
        if page.used and (
            looks[0].page or (is_whole and whole < page.height and not page.holds(lead + whole))
        ):
            page.turn()
        for item, look, height in zip(group, looks, heights, strict=True):
            self._lay(item, look, height)

    def _lay(self, item: Element, look: _Look, height: float) -> None:
        page = self._page
        space = max(page.after, look.before) if page.used else 0.0
        if not page.holds(space + min(height, 2 * look.step)):
            page.turn()
            space = 0.0
        page.mark(item)
        page.used += space + height
        while page.used > page.height + 1:
            over = page.used - page.height
            page.turn()
            page.used = over
        page.after = look.after

    def _table(self, table: Element) -> None:
        rows = [_Row(self._row(item), self._is_kept(item)) for item in table.findall(f"{_W}tr")]
        bound = list(_bound(rows))
        self._flush(sum(row.height for row in bound[0]) if bound else 0.0)
        page = self._page
        page.used += page.after if page.used else 0.0
        page.after = 0.0
        for at, group in enumerate(bound):
            whole = sum(row.height for row in group)
            if not page.holds(whole) and whole < page.height:
                self._go_on(rows[0].height if at else 0.0)
            for row in group:
                if not page.holds(row.height):
                    self._go_on(rows[0].height)
                page.used += row.height

    def _go_on(self, head: float) -> None:
        """Begin a page with the head of a table."""
        self._page.turn()
        self._page.used = head

    def _is_kept(self, row: Element) -> bool:
        """Tell whether a row stands on the page of the next one."""
        first = row.find(f"{_W}tc/{_W}p")
        return first is not None and self._look(first).keep

    def _row(self, row: Element) -> float:
        return max((self._cell(item) for item in row.findall(f"{_W}tc")), default=0.0) + _RULE

    def _cell(self, cell: Element) -> float:
        width = _points(cell.find(f"{_W}tcPr/{_W}tcW"), "w") - _CELL_SIDES
        found = [(item, self._look(item)) for item in cell.findall(f"{_W}p")]
        return sum(look.before + self._height(item, look, width) + look.after for item, look in found)

    def _look(self, item: Element) -> _Look:
        own = item.find(f"{_W}pPr")
        if own is None:
            return self._looks.get(NORMAL, _Look())
        named = own.find(f"{_W}pStyle")
        look = self._looks.get(named.get(f"{_W}val") if named is not None else NORMAL, _Look())
        return look if named is not None and len(own) == 1 else _changed(look, own)

    @staticmethod
    def _height(item: Element, look: _Look, width: float) -> float:
        extent = next(item.iter(_EXTENT), None)
        if extent is not None:
            return float(extent.get("cy")) / _EMU + look.size * _LINE * (look.line - 1)
        font = style.BOLD if look.bold else style.REGULAR
        room = (width - look.left - look.right) / look.size
        return sum(_lines(text, font, room) for text in _texts(item)) * look.step


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its height, and whether it stands on the page of the next one."""

    height: float
    kept: bool


def _bound(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield rows that stand together."""
    group: list[_Row] = []
    for row in rows:
        group.append(row)
        if not row.kept:
            yield group
            group = []
    if group:
        yield group


def _texts(item: Element) -> list[str]:
    """Return the text of a paragraph, cut where it begins a line by force."""
    found = [""]
    for part in item.iter(f"{_W}t", f"{_W}br"):
        if part.tag == f"{_W}t":
            found[-1] += part.text or ""
        else:
            found.append("")
    return found


def _looks(styles: Element) -> dict[str, _Look]:
    """Return what the styles of a document say of heights; each stands behind the one it is based on."""
    found: dict[str, _Look] = {}
    for item in styles.findall(f"{_W}style"):
        based, size, own = (item.find(f"{_W}{name}") for name in ("basedOn", f"rPr/{_W}sz", "pPr"))
        look = found.get(based.get(f"{_W}val") if based is not None else "", _Look())
        if size is not None:
            look = replace(look, size=float(size.get(f"{_W}val")) / 2)
        if item.find(f"{_W}rPr/{_W}b") is not None:
            look = replace(look, bold=True)
        found[item.get(f"{_W}styleId")] = look if own is None else _changed(look, own)
    return found


def _changed(look: _Look, own: Element) -> _Look:
    """Return a look with what a paragraph or style says of its own."""
    told: dict[str, Any] = {}
    for place, names in (("spacing", ("before", "after")), ("ind", ("left", "right"))):
        element = own.find(f"{_W}{place}")
        said = {} if element is None else {name: element.get(f"{_W}{name}") for name in names}
        told |= {name: float(value) / _TWIPS for name, value in said.items() if value is not None}
    space = own.find(f"{_W}spacing")
    line = None if space is None else space.get(f"{_W}line")
    if line is not None:
        exact = space.get(f"{_W}lineRule") == "exact"
        told["line"] = float(line) / _TWIPS / (look.size * _LINE) if exact else float(line) / _SINGLE
    for name, mark in (("keep", "keepNext"), ("page", "pageBreakBefore")):
        found = own.find(f"{_W}{mark}")
        if found is not None:
            told[name] = found.get(f"{_W}val") != "0"
    return replace(look, **told) if told else look


def _points(element: Element, name: str) -> float:
    return float(element.get(f"{_W}{name}")) / _TWIPS


def _lines(text: str, font: str, room: float) -> int:
    """Return how many lines a text takes, broken between words; ``room`` is for letters of one point."""
    lines, used, blank = 1, 0.0, _wide(" ", font)
    for word in text.split(" "):
        wide = _wide(word, font)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        while wide > room > 0:
            lines, wide = lines + 1, wide - room
        used += wide + blank
    return lines


@lru_cache(maxsize=20_000)
def _wide(word: str, font: str) -> float:
    return style.text_width(word, font, 1.0)
