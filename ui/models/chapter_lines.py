"""What is done to the lines of a chapter: another kind, another level, moved, accepted, thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextList

from smartcity_desktop.domain.book_text import Block, Item, Listing
from ui.models import chapter_text as text
from ui.models.chapter_reader import placed

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
    cursor.beginEditBlock()
    if rows > 0:
        table.insertRows(cell.row() + (not before), rows)
    elif columns > 0:
        table.insertColumns(cell.column() + (not before), columns)
    elif rows < 0:
        table.removeRows(cell.row(), 1)
    elif columns < 0:
        table.removeColumns(cell.column(), 1)
    left = text.table_at(cursor.block())
    if left is not None:
        left.setFormat(text.table_format(left.columns()))
        for row in range(left.rows()):
            for column in range(left.columns()):
                text.dress(left.cellAt(row, column).firstCursorPosition().block())
    cursor.endEditBlock()
    return True


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is moved as one: a block, or one item of a list; ``first`` and ``last`` are lines."""

    block: Block
    first: int
    last: int


def move(document: QTextDocument, number: int, step: int) -> int:
    """Move what stands at a line up (-1) or down (1) past its neighbour; returns its line then, -1 for none.

    A table, a part or an item of a list is moved as one.
    """
    units = _units(placed(document))
    at = next((place for place, unit in enumerate(units) if unit.first <= number <= unit.last), -1)
    if at < 0 or not 0 <= at + step < len(units):
        return -1
    units[at], units[at + step] = units[at + step], units[at]
    replace_all(document, _blocks([unit.block for unit in units]))
    return _units(placed(document))[at + step].first


def replace_all(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Show other blocks, as one step that can be undone."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(text.plain_block())
    cursor.setBlockCharFormat(QTextCharFormat())
    text.insert(cursor, blocks)
    cursor.endEditBlock()


def remove_line(line: QTextBlock) -> QTextCursor:
    """Take a line away with its end, as one step; returns where it stood."""
    cursor = QTextCursor(line)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    if not line.isValid() or not cursor.block().isValid():
        cursor.movePosition(QTextCursor.MoveOperation.End)
    if cursor.block().length() == 1 and cursor.document().blockCount() == 1:
        cursor.setBlockFormat(text.plain_block())
        cursor.setBlockCharFormat(QTextCharFormat())
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


def _units(found: Sequence[tuple[Block, int, int]]) -> list[_Unit]:
    units = []
    for block, first, last in found:
        if isinstance(block, Listing):
            units += [
                _Unit(Listing(block.ordered, (item,)), first + at, first + at)
                for at, item in enumerate(block.items)
            ]
        else:
            units.append(_Unit(block, first, last))
    return units


def _blocks(units: Sequence[Block]) -> list[Block]:
    """Return units as blocks: items of one kind that follow each other are one list."""
    blocks: list[Block] = []
    for unit in units:
        last = blocks[-1] if blocks else None
        if isinstance(unit, Listing) and isinstance(last, Listing):
            item = unit.items[0]
            if item.level or last.ordered == unit.ordered:
                blocks[-1] = replace(last, items=(*last.items, item))
                continue
        if isinstance(unit, Listing):
            first = unit.items[0]
            ordered = first.ordered if first.level else unit.ordered
            blocks.append(Listing(ordered, (Item(first.runs),)))
        else:
            blocks.append(unit)
    return blocks
