"""What is done to the lines of a chapter: another kind, another level, moved, accepted, thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextList, QTextTable

from smartcity_desktop.domain.book_text import Block, Grid, Item, Listing
from ui.models import chapter_text as text
from ui.models.chapter_reader import Placed, placed

PLAIN: Final = 0
"""A paragraph, among the levels of headings 2 and 3."""
BULLETS: Final = -1
NUMBERS: Final = -2
"""Lists, beside the levels of headings."""


def kind_of(line: QTextBlock) -> int:
    """Return what a line is: PLAIN, the level of a heading, BULLETS or NUMBERS."""
    if text.level_of(line) >= 0:
        return NUMBERS if text.is_ordered(line) else BULLETS
    return line.blockFormat().headingLevel()


def chosen_lines(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that a selection touches, without those that are parts, pictures or in tables."""
    document = cursor.document()
    line = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    found = []
    while line.isValid() and line.blockNumber() <= last.blockNumber():
        if not text.object_of(line)[0] and text.table_at(line) is None:
            found.append(line)
        line = line.next()
    return found


def turn_into(cursor: QTextCursor, kind: int) -> None:
    """Let the chosen lines be paragraphs, headings or items; items of that kind become paragraphs again."""
    lines = chosen_lines(cursor)
    if not lines:
        return
    if all(kind_of(line) == kind for line in lines):
        kind = PLAIN
    levels = [max(0, text.level_of(line)) for line in lines]
    edit = QTextCursor(cursor.document())
    edit.beginEditBlock()
    for line, level in zip(lines, levels, strict=True):
        edit.setPosition(line.position())
        if kind < 0:
            edit.setBlockFormat(text.item_block())
            edit.createList(text.list_format(ordered=kind == NUMBERS, level=level))
        else:
            edit.setBlockFormat(text.heading_block(kind) if kind else text.plain_block())
        text.dress(edit.block())
    regroup(lines[0])
    edit.endEditBlock()


def shift(cursor: QTextCursor, step: int) -> bool:
    """Move the chosen items a level in (1) or out (-1); one of the first level becomes a paragraph."""
    lines = [line for line in chosen_lines(cursor) if text.level_of(line) >= 0]
    if not lines:
        return False
    edit = QTextCursor(cursor.document())
    edit.beginEditBlock()
    for line in lines:
        level = text.level_of(line) + step
        edit.setPosition(line.position())
        if level < 0:
            edit.setBlockFormat(text.plain_block())
            text.dress(edit.block())
        elif level <= 1 and (level == 0 or text.level_of(line.previous()) >= 0):
            edit.createList(text.list_format(ordered=text.is_ordered(line), level=level))
    regroup(lines[0])
    edit.endEditBlock()
    return True


def regroup(line: QTextBlock) -> None:
    """Let the items around a line be one list as long as they are of one kind."""
    while text.level_of(line.previous()) >= 0:
        line = line.previous()
    if text.level_of(line) < 0:
        line = line.next()
    edit = QTextCursor(line)
    edit.joinPreviousEditBlock()
    lists: dict[tuple[bool, int], QTextList] = {}
    used: set[int] = set()
    is_first = True
    while text.level_of(line) >= 0:
        level = 0 if is_first else text.level_of(line)
        ordered = text.is_ordered(line)
        if level == 0:
            lists = {key: value for key, value in lists.items() if key == (ordered, 0)}
        belongs = line.textList()
        fits = belongs.format().indent() == level + 1
        found = lists.get((ordered, level))
        if found is not None:
            if found.objectIndex() != belongs.objectIndex():
                found.add(line)
        else:
            if not fits or belongs.objectIndex() in used:
                edit.setPosition(line.position())
                belongs = edit.createList(text.list_format(ordered=ordered, level=level))
            lists[ordered, level] = belongs
            used.add(belongs.objectIndex())
        is_first = False
        line = line.next()
    edit.endEditBlock()


def change_table(cursor: QTextCursor, *, rows: int = 0, columns: int = 0, before: bool = False) -> bool:
    """Add (1) or remove (-1) a row or a column at a cursor; tells whether it stands in a table.

    What is added stands behind the cell of the cursor, or ``before`` it.
    """
    table = text.table_at(cursor.block())
    if table is None:
        return False
    cell = table.cellAt(cursor)
    if (rows < 0 and table.rows() == 1) or (columns < 0 and table.columns() == 1):
        remove_table(cursor.document(), table)
        return True
    cursor.beginEditBlock()
    if rows > 0:
        table.insertRows(cell.row() + (not before), rows)
    elif columns > 0:
        table.insertColumns(cell.column() + (not before), columns)
    elif rows < 0:
        table.removeRows(cell.row(), 1)
    elif columns < 0:
        table.removeColumns(cell.column(), 1)
    table.setFormat(text.table_format(table.columns()))
    for row in range(table.rows()):
        for column in range(table.columns()):
            text.dress(table.cellAt(row, column).firstCursorPosition().block())
    cursor.endEditBlock()
    return True


def remove_table(document: QTextDocument, table: QTextTable) -> None:
    """Take a table away, as one step; what stood above and below it stays apart."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if document.findBlock(table.firstPosition()).previous().text():
        # Qt joins the line above a table to the one below it when the table goes.
        cursor.setPosition(table.lastPosition() + 1)
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
    table.removeRows(0, table.rows())
    cursor.endEditBlock()


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is moved as one: a block, or one item of a list; ``first`` and ``last`` are lines.

    Items of one list have the same ``belongs``.
    """

    block: Block
    first: int
    last: int
    belongs: int = 0


def move(document: QTextDocument, found: Sequence[Placed], number: int, step: int) -> int:
    """Move what stands at a line up (-1) or down (1) past its neighbour; returns its line then, -1 for none.

    A table, a part or an item of a list is moved as one; ``found`` is all that the document says. Only the
    lines around it are written anew: in a long chapter all of them would hold the keys up.
    """
    units = _units(found)
    at = next((place for place, unit in enumerate(units) if unit.first <= number <= unit.last), -1)
    if at < 0 or not 0 <= at + step < len(units):
        return -1
    upper = min(at, at + step)
    if _crosses_table(units[upper], units[upper + 1]):
        return _cross_table(document, units[upper], units[upper + 1], stays=isinstance(units[at].block, Grid))
    low, high = _reach(units, upper)
    first, last = units[low].first, units[high].last
    units[at], units[at + step] = units[at + step], units[at]
    if any(isinstance(unit.block, Grid) for unit in units[low : high + 1]):
        replace_all(document, _blocks(units))
        return _units(placed(document))[at + step].first
    cursor = QTextCursor(document.findBlockByNumber(first))
    end = document.findBlockByNumber(last)
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    _replace(cursor, _blocks(units[low : high + 1]))
    return first + at + step - low


def _crosses_table(above: _Unit, below: _Unit) -> bool:
    """Tell whether one of two is a table and the other neither one nor an item of a list."""
    tables = [isinstance(unit.block, Grid) for unit in (above, below)]
    return (
        any(tables)
        and not any(isinstance(unit.block, Listing) for unit in (above, below))
        and not all(tables)
    )


def _cross_table(document: QTextDocument, above: _Unit, below: _Unit, *, stays: bool) -> int:
    """Put a line at the other side of a table; return where it stands, or the table where that ``stays``."""
    goes_down = isinstance(below.block, Grid)
    line, unit = (above, below) if goes_down else (below, above)
    table = text.table_at(document.findBlockByNumber(unit.first))
    cursor = QTextCursor(document)
    if table is None:
        return -1
    cursor.beginEditBlock()
    remove_line(document.findBlockByNumber(line.first))
    if goes_down:
        _open_below(cursor, table)
    else:
        _open_over(cursor, document.findBlock(table.firstPosition()).previous())
    text.insert(cursor, (line.block,))
    cursor.endEditBlock()
    return document.findBlock(table.firstPosition()).blockNumber() if stays else cursor.blockNumber()


def _open_below(cursor: QTextCursor, table: QTextTable) -> None:
    """Stand in an empty line right behind a table; what stood there comes after it."""
    at = table.lastPosition() + 1
    cursor.setPosition(at)
    if cursor.block().text():
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(at)
    _empty(cursor)


def _open_over(cursor: QTextCursor, line: QTextBlock) -> None:
    """Stand in an empty line behind ``line``, which a table follows; in itself where it is empty."""
    cursor.setPosition(line.position() + line.length() - 1)
    if line.text() or text.table_at(line) is not None:
        cursor.insertBlock(text.plain_block(), QTextCharFormat())
    _empty(cursor)


def _empty(cursor: QTextCursor) -> None:
    cursor.setBlockFormat(text.plain_block())
    cursor.setBlockCharFormat(QTextCharFormat())


def _reach(units: Sequence[_Unit], upper: int) -> tuple[int, int]:
    """Return the first and last unit that are written anew: the two, with the whole lists they stand in."""
    low, high = upper, upper + 1
    if any(isinstance(unit.block, Listing) for unit in units[low : high + 1]):
        while low and isinstance(units[low - 1].block, Listing):
            low -= 1
        while high + 1 < len(units) and isinstance(units[high + 1].block, Listing):
            high += 1
    return low, high


def replace_all(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Show other blocks, as one step that can be undone."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    _replace(cursor, blocks)


def _replace(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _empty(cursor)
    text.insert(cursor, blocks)
    cursor.endEditBlock()


def remove_chosen(cursor: QTextCursor) -> bool:
    """Take what is chosen away where it holds tables, as one step; tells whether it did.

    Qt takes such a selection away too, but brings other text back when that is undone.
    """
    if _first_table(cursor) is None:
        return False
    cursor.beginEditBlock()
    while (table := _first_table(cursor)) is not None:
        remove_table(cursor.document(), table)
    cursor.removeSelectedText()
    cursor.endEditBlock()
    return True


def _first_table(cursor: QTextCursor) -> QTextTable | None:
    """Return the first table that a selection reaches into from outside."""
    if not cursor.hasSelection():
        return None
    document = cursor.document()
    line, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while line.isValid() and line.blockNumber() <= last.blockNumber():
        table = text.table_at(line)
        if table is not None:
            ends = (cursor.selectionStart(), cursor.selectionEnd())
            is_inside = all(table.firstPosition() <= end <= table.lastPosition() for end in ends)
            return None if is_inside else table
        line = line.next()
    return None


def remove_line(line: QTextBlock) -> QTextCursor:
    """Take a line away with its end, as one step; returns where it stood."""
    cursor = QTextCursor(line)
    cursor.beginEditBlock()
    above, below = line.previous(), line.next()
    ends, keeps = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
    if above.isValid() and text.table_at(above) is None:
        cursor.setPosition(line.position() - 1)
        cursor.setPosition(line.position() + line.length() - 1, keeps)
    elif below.isValid() and text.table_at(below) is None:
        # What is joined to the line below has its own look: it takes that one's first.
        cursor.setBlockFormat(below.blockFormat())
        cursor.setBlockCharFormat(below.charFormat())
        cursor.movePosition(ends.NextBlock, keeps)
    else:
        # Between two tables a line has to stay.
        cursor.setBlockFormat(text.plain_block())
        cursor.setBlockCharFormat(QTextCharFormat())
        cursor.movePosition(ends.EndOfBlock, keeps)
    cursor.removeSelectedText()
    cursor.endEditBlock()
    return cursor


def part_from_text(line: QTextBlock) -> bool:
    """Give parts and pictures a line of their own where text was joined to them; tells whether it was."""
    pieces = text.pieces_of(line)
    is_mixed = len(pieces) > 1 or any(form.objectType() and len(piece) > 1 for piece, form in pieces)
    if not (is_mixed and text.object_of(line)[0]):
        return False
    cursor = QTextCursor(line)
    cursor.joinPreviousEditBlock()
    before = line.text().partition(text.OBJECT)[0]
    _split_around(cursor, line.position() + text.places_of(before))
    cursor.endEditBlock()
    following = cursor.document().findBlock(cursor.position()).next()
    if following.isValid():
        part_from_text(following)
    return True


def _split_around(cursor: QTextCursor, at: int) -> None:
    """Put the object at a place into a line of its own."""
    line = cursor.document().findBlock(at)
    if at + 1 < line.position() + line.length() - 1:
        cursor.setPosition(at + 1)
        cursor.insertBlock(text.plain_block(), QTextCharFormat())
        text.dress(cursor.block())
    if at > line.position():
        cursor.setPosition(at)
        cursor.insertBlock(text.object_block(), QTextCharFormat())
    else:
        cursor.setPosition(at)
        cursor.setBlockFormat(text.object_block())


def _units(found: Sequence[Placed]) -> list[_Unit]:
    units = []
    for place, (block, first, last) in enumerate(found):
        if isinstance(block, Listing):
            units += [
                _Unit(replace(block, items=(item,)), first + at, first + at, place)
                for at, item in enumerate(block.items)
            ]
        else:
            units.append(_Unit(block, first, last))
    return units


def _blocks(units: Sequence[_Unit]) -> list[Block]:
    """Return units as blocks: items of one kind that follow each other are one list.

    A list that something was moved into goes on counting behind it.
    """
    blocks: list[Block] = []
    counts: dict[int, int] = {}
    for unit in units:
        last = blocks[-1] if blocks else None
        if not isinstance(unit.block, Listing):
            blocks.append(unit.block)
            continue
        (item,) = unit.block.items
        number = counts.get(unit.belongs, unit.block.start)
        joins = isinstance(last, Listing) and (item.level > 0 or last.ordered == unit.block.ordered)
        if joins and isinstance(last, Listing):
            blocks[-1] = replace(last, items=(*last.items, item))
        else:
            ordered = item.ordered if item.level else unit.block.ordered
            blocks.append(Listing(ordered, (Item(item.runs),), number if ordered else 1))
        counts[unit.belongs] = number + (not joins or not item.level)
    return blocks
