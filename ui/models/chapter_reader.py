"""What stands in the document of a chapter, read line by line; a line that nobody touched is not read again.

A chapter may have sixty pages: reading all of it at every pause in typing would hold the keys up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextList, QTextTable

from smartcity_desktop.domain.book_text import (
    LEVELS,
    Block,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Part,
    Picture,
    Run,
    Runs,
    joined,
    plain,
    written,
)
from smartcity_desktop.domain.ids import RowId
from ui.models import chapter_text as text

Placed = tuple[Block, int, int]
"""A block with the numbers of its first and last line."""


@dataclass(frozen=True, slots=True, eq=False)
class _Item:
    """An item of a list, and which list that is."""

    runs: Runs
    level: int
    ordered: bool
    belongs: int
    start: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """What one line says, apart from those around it: its blocks as they are written, or an item.

    The lines of a table share one; ``lines`` is how many they are.
    """

    blocks: tuple[tuple[Block, str], ...] = ()
    item: _Item | None = None
    words: int = 0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Content:
    """A whole text as markup, what stands in it, and how many words it has."""

    text: str = ""
    parts: tuple[str, ...] = ()
    figures: tuple[RowId, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    words: int = 0

    @property
    def proposals(self) -> int:
        """How many paragraphs are proposals nobody has accepted yet."""
        return sum(item.proposed for item in self.paragraphs)


class ChapterReader:
    """Reads one document again and again while it is written."""

    def __init__(self, document: QTextDocument) -> None:
        """Start with nothing read."""
        self._document = document
        self._lines: list[_Line | None] = []
        self._content: Content | None = None
        self._follows = False

    def follow(self) -> None:
        """From now on read again only what was changed in between."""
        self._document.contentsChange.connect(self._touched)
        self._follows = True

    def forget(self) -> None:
        """Read everything anew at the next time."""
        self._lines = []
        self._content = None

    def placed(self) -> list[Placed]:
        """Return the blocks of the document, each with the numbers of its first and last line in it."""
        return [(block, first, last) for block, first, last, _markup in self._units()]

    def content(self) -> Content:
        """Return what stands in the document."""
        found = self._content if self._follows else None
        if found is None:
            found = self._content = self._said()
        return found

    def _said(self) -> Content:
        units = list(self._units())
        blocks = [unit[0] for unit in units]
        return Content(
            "\n\n".join(filter(None, (unit[3] for unit in units))),
            tuple(block.key for block in blocks if isinstance(block, Part)),
            tuple(block.figure for block in blocks if isinstance(block, Picture)),
            tuple(block for block in blocks if isinstance(block, Paragraph)),
            self._words(),
        )

    # What is read

    def _touched(self, place: int, _removed: int, added: int) -> None:
        """Forget the lines that were changed; those behind them may have other numbers now."""
        self._content = None
        was, now = len(self._lines), self._document.blockCount()
        first = self._document.findBlock(place)
        end = self._document.findBlock(place + added)
        start = first.blockNumber() if first.isValid() else now - 1
        last = end.blockNumber() if end.isValid() else now - 1
        was_last = last - (now - was)
        if not was or was_last < start - 1:
            self._lines = []
        else:
            self._lines[start : was_last + 1] = [None] * (last - start + 1)

    def _read(self) -> list[_Line]:
        if len(self._lines) != self._document.blockCount():
            self._lines = [None] * self._document.blockCount()
        at = 0
        while at < len(self._lines):
            found = self._lines[at]
            if found is None or not self._is_whole(at, found):
                line = self._document.findBlockByNumber(at)
                table = text.table_at(line)
                if table is None:
                    self._lines[at] = found = _read_line(line)
                else:
                    at, found = self._read_table(table)
            at += found.lines
        return [line for line in self._lines if line is not None]

    def _is_whole(self, at: int, found: _Line) -> bool:
        """Tell whether the table that begins at a line is still the one that was read."""
        if found.lines == 1:
            return True
        end = at + found.lines
        own = self._lines[at:end]
        after = self._lines[end] if end < len(self._lines) else None
        return len(own) == found.lines and all(line is found for line in own) and after is not found

    def _read_table(self, table: QTextTable) -> tuple[int, _Line]:
        """Read a table, and let all its lines share what was read; returns the number of its first line."""
        start = table.firstCursorPosition().block().blockNumber()
        last = table.lastCursorPosition().block().blockNumber()
        grid = _grid_of(table)
        words = sum(len(plain(cell).split()) for row in grid.rows for cell in row)
        found = _Line(((grid, written((grid,))),), words=words, lines=last - start + 1)
        self._lines[start : last + 1] = [found] * found.lines
        return start, found

    def _words(self) -> int:
        count = at = 0
        while at < len(self._lines):
            line = self._lines[at]
            count += line.words if line else 0
            at += line.lines if line else 1
        return count

    # What it says

    def _units(self) -> Iterator[tuple[Block, int, int, str]]:
        lines = self._read()
        items: list[_Item] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            item = line.item
            if items and (item is None or _is_other(items, item)):
                yield _listed(items, at)
                items = []
            if item is not None:
                items.append(item)
            for block, markup in line.blocks:
                yield block, at, at + line.lines - 1, markup
            at += line.lines
        if items:
            yield _listed(items, at)


def placed(document: QTextDocument) -> list[Placed]:
    """Return the blocks of a document, each with the numbers of its first and last line in it."""
    return ChapterReader(document).placed()


def blocks_of(document: QTextDocument) -> tuple[Block, ...]:
    """Return what a document shows."""
    return tuple(block for block, _first, _last in placed(document))


def _is_other(items: list[_Item], item: _Item) -> bool:
    """Tell whether an item begins another list."""
    return item.level == 0 and item.belongs != items[0].belongs


def _listed(items: list[_Item], end: int) -> tuple[Block, int, int, str]:
    """Return items as a list; its first one is of the first level, whatever it was before."""
    first, *rest = items
    told = (Item(first.runs), *(Item(one.runs, one.level, bool(one.level) and one.ordered) for one in rest))
    block = Listing(first.ordered, told, first.start)
    return block, end - len(items), end - 1, written((block,))


def _read_line(line: QTextBlock) -> _Line:
    pieces = text.pieces_of(line)
    if any(form.objectType() in {text.PART, text.PICTURE} for _text, form in pieces):
        return _line_of(line, _mixed(line, pieces))
    runs = _runs(pieces)
    belongs: QTextList | None = line.textList()
    if belongs is not None:
        start = belongs.format().start() if text.is_ordered(line) and not text.level_of(line) else 1
        item = _Item(runs, text.level_of(line), text.is_ordered(line), belongs.objectIndex(), start)
        return _Line(item=item, words=len(plain(runs).split()))
    return _line_of(line, [] if not plain(runs).strip() else [_said(line, runs)])


def _line_of(line: QTextBlock, blocks: list[Block]) -> _Line:
    words = len(line.text().replace(text.OBJECT, " ").split())
    return _Line(tuple((block, written((block,))) for block in blocks), words=words)


def _mixed(line: QTextBlock, pieces: list[tuple[str, QTextCharFormat]]) -> list[Block]:
    """Return the blocks of a line with an object and, where something was joined to it, text around it."""
    found: list[Block] = []
    for words, form in pieces:
        key = str(form.property(text.OBJECT_KEY) or "")
        if form.objectType() == text.PART:
            found += [Part(key)] * len(words)
        elif form.objectType() == text.PICTURE:
            found += [Picture(RowId(key))] * len(words)
        elif words.strip():
            found.append(_said(line, _runs([(words, form)])))
    return found


def _said(line: QTextBlock, runs: Runs) -> Block:
    """Return a line of text as a heading or a paragraph."""
    level = line.blockFormat().headingLevel()
    if level:
        return Heading(min(max(level, LEVELS[0]), LEVELS[-1]), runs)
    return Paragraph(runs, text.is_proposed(line))


def _runs(pieces: list[tuple[str, QTextCharFormat]]) -> Runs:
    """Return text without its objects."""
    return joined(
        tuple(
            Run(text.clean(words), text.is_bold(form), form.fontItalic())
            for words, form in pieces
            if not form.objectType()
        )
    )


def _grid_of(table: QTextTable) -> Grid:
    rows = [
        tuple(_cell_runs(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    ]
    return Grid(tuple(rows))


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    cell = table.cellAt(row, column)
    line, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    found: list[Run] = []
    while line.isValid():
        runs = _runs(text.pieces_of(line))
        found += [replace(runs[0], text=f" {runs[0].text}"), *runs[1:]] if found and runs else runs
        if line == last:
            break
        line = line.next()
    return joined(tuple(found))
