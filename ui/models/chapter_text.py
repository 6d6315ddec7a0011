"""The text of a chapter as a document of Qt and back: no block, run, part or picture is lost on the way.

What can be read from a document is kept in four places: the heading level of a block, the list it belongs to,
whether it is a proposal, and the object that a part or picture is. Everything else of a format is its look,
and is laid on anew by ``dress``.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    Runs,
)
from ui import theme

PROPOSED: Final = QTextFormat.Property.UserProperty.value + 1
OBJECT_KEY: Final = QTextFormat.Property.UserProperty.value + 2
PART: Final = QTextFormat.ObjectTypes.UserObject.value + 1
PICTURE: Final = QTextFormat.ObjectTypes.UserObject.value + 2
OBJECT: Final = "\ufffc"
"""The letter that stands for an object in a document."""
_STRANGE: Final = dict.fromkeys(map(ord, "\u2028\u2029\n\r\x0b\x0c\x85\ufdd0\ufdd1\ufffc\x00"), " ")
"""Letters by which Qt means something else than text."""
_BOLD: Final = QFont.Weight.Bold
_HEADY: Final = QFont.Weight.DemiBold
_STYLES: Final = {
    (False, 0): QTextListFormat.Style.ListDisc,
    (False, 1): QTextListFormat.Style.ListCircle,
    (True, 0): QTextListFormat.Style.ListDecimal,
    (True, 1): QTextListFormat.Style.ListLowerAlpha,
}
_ORDERED: Final = frozenset({QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListLowerAlpha})
_LARGER: Final = {2: 2, 3: 1}
"""Steps of Qt by which headings are larger than the text."""
_SPACE: Final = 8
PROPOSAL_ROOM: Final = 30
"""Pixels above a proposal, in which its two ways stand."""


def fill(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Let a document show these blocks and nothing else; there is nothing to undo then."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(plain_block())
    insert(cursor, blocks)
    if object_of(cursor.block())[0]:
        # There is a line to go on in; an empty one is not kept.
        cursor.insertBlock(plain_block(), QTextCharFormat())
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put blocks into the empty block where the cursor stands; it then stands in the last of them."""
    cursor.beginEditBlock()
    fresh = True
    for block in blocks:
        if isinstance(block, Grid):
            if fresh and not cursor.atStart() and not _follows_table(cursor):
                # A table leaves the block it is put into above itself: an empty one would gape there.
                cursor.deletePreviousChar()
            _insert_table(cursor, block)
            fresh = True
            continue
        if not fresh:
            cursor.insertBlock(plain_block(), QTextCharFormat())
        if isinstance(block, Listing):
            _insert_list(cursor, block)
        else:
            _insert_block(cursor, block)
        fresh = False
    cursor.endEditBlock()


def table_at(line: QTextBlock) -> QTextTable | None:
    """Return the table in which a line stands, None outside of any."""
    return QTextCursor(line).currentTable()


def object_of(line: QTextBlock) -> tuple[int, str]:
    """Return kind (PART, PICTURE, 0 for none) and key of the object that is a line."""
    for _text, form in pieces_of(line):
        if form.objectType() in {PART, PICTURE}:
            return form.objectType(), str(form.property(OBJECT_KEY) or "")
    return 0, ""


def is_proposed(line: QTextBlock) -> bool:
    """Tell whether a line is a proposal nobody has accepted yet."""
    return bool(line.blockFormat().property(PROPOSED))


def level_of(line: QTextBlock) -> int:
    """Return the level of a list item from 0, -1 for what is none."""
    found: QTextList | None = line.textList()
    return -1 if found is None else int(found.format().indent() > 1)


def is_ordered(line: QTextBlock) -> bool:
    """Tell whether a line is an item of a numbered list."""
    found: QTextList | None = line.textList()
    return found is not None and found.format().style() in _ORDERED


def list_format(*, ordered: bool, level: int, start: int = 1) -> QTextListFormat:
    """Return the format of a list of one level (0 or 1) that counts from ``start`` on."""
    made = QTextListFormat()
    made.setStyle(_STYLES[ordered, level])
    made.setIndent(level + 1)
    if ordered:
        made.setStart(start)
        made.setNumberSuffix("." if level == 0 else ")")
    return made


def plain_block(*, proposed: bool = False) -> QTextBlockFormat:
    """Return the format of a paragraph."""
    made = QTextBlockFormat()
    made.setTopMargin(theme.scaled(_SPACE))
    made.setBottomMargin(theme.scaled(_SPACE))
    made.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if proposed:
        made.setProperty(PROPOSED, 1)
        made.setTopMargin(theme.scaled(PROPOSAL_ROOM + _SPACE))
        made.setLeftMargin(theme.scaled(14))
        made.setRightMargin(theme.scaled(6))
    return made


def heading_block(level: int) -> QTextBlockFormat:
    """Return the format of a heading of level 2 or 3."""
    made = plain_block()
    made.setHeadingLevel(level)
    made.setTopMargin(theme.scaled(14 if level == min(_LARGER) else 8))
    made.setBottomMargin(theme.scaled(4))
    return made


def item_block() -> QTextBlockFormat:
    """Return the format of an item of a list."""
    made = plain_block()
    made.setTopMargin(theme.scaled(3))
    made.setBottomMargin(theme.scaled(3))
    return made


def object_block() -> QTextBlockFormat:
    """Return the format of a line that is a part or a picture."""
    made = QTextBlockFormat()
    made.setTopMargin(theme.scaled(4))
    made.setBottomMargin(theme.scaled(_SPACE))
    return made


def manner(
    line: QTextBlock, *, bold: bool = False, italic: bool = False, head: bool = False
) -> QTextCharFormat:
    """Return how text of a line looks; ``head`` says that it is one of a table, whatever can be seen yet."""
    made = QTextCharFormat()
    level = line.blockFormat().headingLevel()
    is_heady = bool(level) or head or _is_head(line)
    made.setFontWeight(_BOLD if bold else _HEADY if is_heady else QFont.Weight.Normal)
    made.setFontItalic(italic)
    if level:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment.value, _LARGER.get(level, 1))
    return made


def is_bold(form: QTextCharFormat) -> bool:
    """Tell whether text is emphasised; the weight of a heading alone is none."""
    return form.fontWeight() >= _BOLD


def dress(line: QTextBlock) -> None:
    """Lay the look of its kind on all text of a line; its emphasis stays."""
    cursor = QTextCursor(line)
    cursor.joinPreviousEditBlock()
    at = line.position()
    for text, form in pieces_of(line):
        end = at + places_of(text)
        if not form.objectType():
            cursor.setPosition(at)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(manner(line, bold=is_bold(form), italic=form.fontItalic()))
        at = end
    cursor.setPosition(line.position())
    cursor.setBlockCharFormat(manner(line))
    cursor.endEditBlock()


def insert_runs(cursor: QTextCursor, runs: Runs, *, head: bool = False) -> None:
    """Put text where the cursor stands."""
    for run in runs:
        look = manner(cursor.block(), bold=run.bold, italic=run.italic, head=head)
        cursor.insertText(run.text.translate(_STRANGE), look)


def insert_object(cursor: QTextCursor, kind: int, key: str) -> None:
    """Let the empty block where the cursor stands be a part (its key) or a picture (its row)."""
    made = QTextCharFormat()
    made.setObjectType(kind)
    made.setProperty(OBJECT_KEY, key)
    cursor.setBlockFormat(object_block())
    cursor.insertText(OBJECT, made)
    cursor.setBlockCharFormat(QTextCharFormat())


def _insert_block(cursor: QTextCursor, block: Heading | Paragraph | Part | Picture) -> None:
    match block:
        case Part():
            insert_object(cursor, PART, block.key)
            return
        case Picture():
            insert_object(cursor, PICTURE, block.figure)
            return
        case Heading():
            cursor.setBlockFormat(heading_block(block.level))
        case Paragraph():
            cursor.setBlockFormat(plain_block(proposed=block.proposed))
    cursor.setBlockCharFormat(manner(cursor.block()))
    insert_runs(cursor, block.runs)


def _insert_list(cursor: QTextCursor, block: Listing) -> None:
    lists: dict[tuple[bool, int], QTextList] = {}
    for place, item in enumerate(block.items):
        if place:
            cursor.insertBlock(plain_block(), QTextCharFormat())
        level = int(item.level > 0 and place > 0)
        if level == 0:
            lists = {key: value for key, value in lists.items() if key[1] == 0}
        start = 1 if level else block.start
        put_in_list(cursor, lists, ordered=item.ordered if level else block.ordered, level=level, start=start)
        insert_runs(cursor, item.runs)


def put_in_list(
    cursor: QTextCursor,
    lists: dict[tuple[bool, int], QTextList],
    *,
    ordered: bool,
    level: int,
    start: int = 1,
) -> None:
    """Make the block of the cursor an item of one of ``lists``, those of its neighbours, or of a new one."""
    cursor.setBlockFormat(item_block())
    cursor.setBlockCharFormat(manner(cursor.block()))
    found = lists.get((ordered, level))
    if found is None:
        lists[ordered, level] = cursor.createList(list_format(ordered=ordered, level=level, start=start))
    else:
        found.add(cursor.block())


def _insert_table(cursor: QTextCursor, block: Grid) -> None:
    rows, columns = len(block.rows), max((len(row) for row in block.rows), default=0)
    if not rows or not columns:
        return
    table = cursor.insertTable(rows, columns, table_format(columns))
    for at, row in enumerate(block.rows):
        for column, runs in enumerate(row):
            cell = table.cellAt(at, column).firstCursorPosition()
            cell.setBlockFormat(QTextBlockFormat())
            # A table that is just being made does not know its rows yet.
            cell.setBlockCharFormat(manner(cell.block(), head=at == 0))
            insert_runs(cell, runs, head=at == 0)
    cursor.setPosition(table.lastPosition() + 1)
    cursor.setBlockFormat(plain_block())
    cursor.setBlockCharFormat(QTextCharFormat())


def table_format(columns: int) -> QTextTableFormat:
    """Return the look of a table whose columns share the whole width."""
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setBorderBrush(QBrush(QColor(theme.color("line-strong"))))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setCellPadding(theme.scaled(5))
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    made.setTopMargin(theme.scaled(6))
    made.setBottomMargin(theme.scaled(_SPACE))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    made.setColumnWidthConstraints([share] * columns)
    return made


def _is_head(line: QTextBlock) -> bool:
    table = table_at(line)
    return table is not None and table.cellAt(QTextCursor(line)).row() == 0


def _follows_table(cursor: QTextCursor) -> bool:
    line = cursor.block().previous()
    return line.isValid() and table_at(line) is not None


def pieces_of(line: QTextBlock) -> list[tuple[str, QTextCharFormat]]:
    """Return the texts of a line that look alike, each with its format."""
    found = []
    at = line.begin()
    while not at.atEnd():
        piece = at.fragment()
        found.append((piece.text(), piece.charFormat()))
        at += 1
    return found


def clean(text: str) -> str:
    """Return text without the letters by which Qt means something else."""
    return text.translate(_STRANGE)


def places_of(text: str) -> int:
    """Return how many places of a document a text takes: letters beyond the first plane take two."""
    return len(text.encode("utf-16-le")) // 2
