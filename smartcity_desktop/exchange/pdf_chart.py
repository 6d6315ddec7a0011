"""A cascade drawn as boxes: tujuan, sasaran, program, kegiatan and subkegiatan below each other, as rows.

The chart of a spreadsheet goes over several pages, to the right and down. The pages are laid side by side
again by the boxes that the paper's edge cut, then every box is read whole. A box hangs on the one of a higher
level that stands above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.exchange.joining import titled
from smartcity_desktop.exchange.pdf_marks import Box, Marks, Word
from smartcity_desktop.exchange.pdf_piece import Boxed, Seen, boxed
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

_LEAST_BOXES: Final = 4
_MOST_ABOVE: Final = 6
_NEAR: Final = 4.0
"""Points that two halves of a box may differ on two pages."""
_HALF: Final = 0.5
_LEVELS: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
_SHOWN: Final = {
    "tujuan": "Tujuan: ",
    "sasaran": "Sasaran: ",
    "program": "",
    "kegiatan": "",
    "subkegiatan": "",
}
"""What stands before a name: programs and what is below say themselves what they are."""
_LEVEL: Final = re.compile(r"(misi|tujuan|sasaran|program|kegiatan|sub\s*-?\s*kegiatan)\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:tujuan|sasaran)\s*(?:strategis)?\s*(?:\d+(?:\.\d+)*)?\s*[:.]?\s*", re.IGNORECASE
)
_MEASURE: Final = re.compile(
    r"\bindikator(?:\s+(?:kinerja\s+)?(?:tujuan|sasaran))?\s*\d*\s*:\s*", re.IGNORECASE
)
_MEASURES: Final = re.compile(r"indikator(?:\s+kinerja)?\b.{0,40}", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"^(.*\S)\s*\(([^()]*\d[^()]*)\)$", re.DOTALL)
_YEAR: Final = re.compile(r"\btahun\s+(20\d\d)\b", re.IGNORECASE)
_CODE: Final = re.compile(r"^\(?(\d(?:\.\d{1,4})+)\.?\)?\s+|\s+\(?(\d(?:\.\d{1,4}){2,})\.?\)?$")
_NUMBER: Final = re.compile(r"^\d{1,2}[.)]\s+")


@dataclass(slots=True)
class _Node:
    """A box of the chart: its level, its name and code, its measures with their targets."""

    level: str
    name: str
    box: Box
    page: int
    code: str = ""
    measures: list[tuple[str, str]] = field(default_factory=list)
    below: list["_Node"] = field(default_factory=list)


def is_chart(page: Seen) -> bool:
    """Tell whether a page shows boxes with the levels of a plan, not a table."""
    named = sum(_level(area) != "" for area in page.boxes)
    return named >= _LEAST_BOXES


def merged(grids: Sequence[Grid], pages: Sequence[Seen]) -> list[Grid]:
    """Return the tables of a document, or its cascade in the place of those that are only boxes of it."""
    if not any(map(is_chart, pages)):
        return list(grids)
    nodes: list[_Node] = []
    above: list[str] = []
    drawn: set[int] = set()
    for sheet, numbers in _sheets(pages):
        areas, outside = boxed(sheet)
        some = _nodes(areas, numbers)
        if some:
            highest = min(area.box[1] for area in areas)
            above += [text for top, text in outside if top < highest and text not in above]
            nodes += some
            drawn |= numbers.keys()
    if not any(node.level == "program" for node in nodes):
        return list(grids)
    return [titled(_table(nodes, above)), *(grid for grid in grids if not set(grid.pages) <= drawn)]


def _table(nodes: Sequence[_Node], above: Sequence[str]) -> Grid:
    """Return the boxes of a cascade as a table of code, name, indicator and target."""
    years = [found[1] for found in map(_YEAR.search, above) if found]
    target = f"Target {years[0]}" if years else "Target"
    head = ("Kode", "Tujuan / Sasaran / Program / Kegiatan / Sub Kegiatan", "Indikator", target)
    rows = [row for top in _tree(nodes) for row in _rows(top)]
    first, last = rows[0][1], max(page for _, page in rows)
    return Grid(
        f"Kaskade halaman {first}–{last}" if last > first else f"Kaskade halaman {first}",
        (head, *(cells for cells, _ in rows)),
        pages=(first, *(page for _, page in rows)),
        above=tuple(above[:_MOST_ABOVE]),
        notes=("boxes",),
    )


def _level(area: Boxed) -> str:
    """Return the level that the text of a box begins with, "" for none."""
    first = next((cell for row in area.rows for cell in row if cell), "")
    found = _LEVEL.match(_CODE.sub("", first))
    return re.sub(r"[\s-]", "", found[1]).lower() if found else ""


def _sheets(pages: Sequence[Seen]) -> list[tuple[Marks, dict[int, Box]]]:
    """Return sheets put together of pages, each with where its pages lie on it."""
    left = [page for page in pages if page.boxes]
    sheets = []
    while left:
        first = left.pop(0)
        placed = [(first, 0.0, 0.0)]
        for page, across, down in placed:
            for other in list(left):
                step = _beside(page, other) or _under(page, other)
                if step is not None:
                    left.remove(other)
                    placed.append((other, across + step[0], down + step[1]))
        sheets.append(_laid(placed))
    return sheets


def _beside(page: Seen, other: Seen) -> tuple[float, float] | None:
    """Return how far a page lies to the right, where boxes that its edge cut go on there."""
    edge, begun = max(area.box[2] for area in page.boxes), min(area.box[0] for area in other.boxes)
    cut = [area.box for area in page.boxes if abs(area.box[2] - edge) <= _NEAR]
    rest = [area.box for area in other.boxes if abs(area.box[0] - begun) <= _NEAR]
    if not _go_on([(box[1], box[3]) for box in cut], [(box[1], box[3]) for box in rest]):
        return None
    return edge - begun, 0.0


def _under(page: Seen, other: Seen) -> tuple[float, float] | None:
    """Return how far a page lies below, where boxes that its end cut go on there."""
    edge, begun = max(area.box[3] for area in page.boxes), min(area.box[1] for area in other.boxes)
    cut = [area.box for area in page.boxes if abs(area.box[3] - edge) <= _NEAR]
    rest = [area.box for area in other.boxes if abs(area.box[1] - begun) <= _NEAR]
    if not _go_on([(box[0], box[2]) for box in cut], [(box[0], box[2]) for box in rest]):
        return None
    return 0.0, edge - begun


def _go_on(cut: Sequence[tuple[float, float]], rest: Sequence[tuple[float, float]]) -> bool:
    """Tell whether most boxes that an edge cut have their other half, as wide or high, on the next page."""
    whole = sum(
        any(abs(one[0] - other[0]) <= _NEAR and abs(one[1] - other[1]) <= _NEAR for other in rest)
        for one in cut
    )
    return whole > 1 and whole > _HALF * len(cut)


def _laid(placed: Sequence[tuple[Seen, float, float]]) -> tuple[Marks, dict[int, Box]]:
    first = placed[0][0].marks
    sheet = Marks(first.number, first.width, first.height)
    where = {}
    for page, across, down in placed:
        marks = page.marks
        sheet.width = max(sheet.width, across + marks.width)
        sheet.height = max(sheet.height, down + marks.height)
        where[marks.number] = (across, down, across + marks.width, down + marks.height)
        sheet.lines += [_moved(box, across, down) for box in marks.lines]
        begun = list(sheet.words)
        for word in marks.words:
            _put(sheet, begun, Word(word.text, *_moved(word[1:5], across, down), *word[5:]))
    return sheet, where


def _moved(box: Box, across: float, down: float) -> Box:
    return box[0] + across, box[1] + down, box[2] + across, box[3] + down


def _put(sheet: Marks, begun: Sequence[Word], word: Word) -> None:
    """Add a word; of one that began on another page, and that an edge cut, the longer half stays."""
    for place, other in enumerate(begun):
        same_line = abs(word.top - other.top) < _HALF * word.height
        common = min(word.right, other.right) - max(word.left, other.left)
        if same_line and common > 0 and (word.text in other.text or other.text in word.text):
            if len(word.text) > len(other.text):
                sheet.words[place] = word
            return
    sheet.words.append(word)


def _nodes(areas: Sequence[Boxed], pages: dict[int, Box]) -> list[_Node]:
    nodes = []
    for area in areas:
        level = _level(area)
        if level in _LEVELS:
            nodes.append(_node(area, level, _page(area.box, pages)))
    return nodes


def _page(box: Box, pages: dict[int, Box]) -> int:
    x, y = box[0] + 1, box[1] + 1
    return next((number for number, at in pages.items() if at[0] <= x <= at[2] and at[1] <= y <= at[3]), 1)


def _node(area: Boxed, level: str, page: int) -> _Node:
    """Return a box read: what stands above its measures is its name."""
    texts = [[one_line(cell) for cell in row] for row in area.rows]
    head = next((place for place, row in enumerate(texts) if _is_head(row)), len(texts))
    said = " ".join(cell for row in texts[:head] for cell in row if cell)
    name, *measures = _MEASURE.split(said)
    found = _CODE.search(name)
    code = (found[1] or found[2]) if found else ""
    bare = _CODE.sub("", name).strip()
    name = _LABEL.sub("", bare, count=1) if level in {"tujuan", "sasaran"} else bare
    node = _Node(level, _SHOWN[level] + name.strip(), area.box, page, code)
    for text in measures:
        inner = _IN_BRACKETS.match(text.strip())
        node.measures.append((inner[1], inner[2]) if inner else (text.strip(), ""))
    for row in texts[head + 1 :]:
        filled = [cell for cell in row if cell]
        if filled:
            node.measures.append((_NUMBER.sub("", filled[0]), filled[-1] if len(filled) > 1 else ""))
    return node


def _is_head(row: Sequence[str]) -> bool:
    """Tell whether a row stands over measures: "Indikator", "Target"."""
    filled = [cell for cell in row if cell]
    return (
        len(filled) > 1 and bool(_MEASURES.fullmatch(filled[0])) and filled[-1].lower().startswith("target")
    )


def _tree(nodes: Sequence[_Node]) -> list[_Node]:
    """Hang every box on the nearest of a higher level above it, and return those that hang on none."""
    tops: list[_Node] = []
    ordered = sorted(nodes, key=lambda node: (node.box[0], node.box[1]))
    for node in ordered:
        rank = _LEVELS.index(node.level)
        over = [
            other
            for other in nodes
            if _LEVELS.index(other.level) < rank
            and other.box[1] < node.box[1]
            and _is_over(other.box, node.box)
        ]
        parent = max(over, key=lambda other: (_LEVELS.index(other.level), other.box[1]), default=None)
        (tops if parent is None else parent.below).append(node)
    return tops


def _is_over(upper: Box, lower: Box) -> bool:
    """Tell whether a box stands above the middle of another."""
    middle = (lower[0] + lower[2]) / 2
    return upper[0] <= middle <= upper[2]


def _rows(node: _Node) -> list[tuple[tuple[str, ...], int]]:
    first, *more = node.measures or [("", "")]
    rows: list[tuple[tuple[str, ...], int]] = [((node.code, node.name, *first), node.page)]
    rows += [(("", "", *measure), node.page) for measure in more]
    for below in node.below:
        rows += _rows(below)
    return rows
