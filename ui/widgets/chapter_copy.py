"""What is copied out of the text of a chapter, and what is pasted into one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    Run,
    joined,
    parse,
    plain,
    written,
)
from smartcity_desktop.domain.photo import LONGEST_EDGE
from ui.models import chapter_lines as lines
from ui.models import chapter_text as text
from ui.models.chapter_paste import from_html, from_plain, to_html
from ui.models.chapter_reader import blocks_of

if TYPE_CHECKING:
    from ui.widgets.chapter_body import ChapterBody

OWN: Final = "application/x-bimtek-bab"
"""The kind of what is copied from one chapter into another."""


def copied(cursor: QTextCursor) -> QMimeData:
    """Return what is chosen: markup for other chapters, a page and plain text for other programs."""
    copy = QTextDocument()
    QTextCursor(copy).insertFragment(cursor.selection())
    blocks = blocks_of(copy)
    made = QMimeData()
    made.setData(OWN, QByteArray(written(blocks).encode()))
    made.setData("text/html", QByteArray(to_html(blocks).encode()))
    made.setText(cursor.selection().toPlainText().replace(text.OBJECT, "").strip("\n"))
    return made


def can_take(source: QMimeData) -> bool:
    """Tell whether something of what was copied can be pasted."""
    known = (source.hasFormat(OWN), source.hasHtml(), source.hasText(), source.hasImage())
    return any(known) or bool(paths_of(source))


def paths_of(source: QMimeData) -> list[str]:
    """Return the files that were copied or are dropped."""
    return [] if source.hasFormat(OWN) else [url.toLocalFile() for url in source.urls() if url.isLocalFile()]


def paste(edit: "ChapterBody", blocks: tuple[Block, ...]) -> None:
    """Put blocks where the cursor stands, in the place of what is chosen; a cell takes their words alone."""
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    if not lines.remove_chosen(cursor):
        cursor.removeSelectedText()
    edit.setTextCursor(cursor)
    first = blocks[0] if blocks else None
    if edit.has_table():
        words = " ".join(filter(None, map(words_of, blocks)))
        text.insert_runs(cursor, (Run(words),))
    elif isinstance(first, Paragraph) and not first.proposed:
        edit.leave_object()
        cursor = edit.textCursor()
        text.insert_runs(cursor, joined(first.runs))
        _paste_rest(edit, cursor, blocks[1:])
    else:
        _paste_rest(edit, cursor, blocks)
    cursor.endEditBlock()
    edit.heal()
    edit.ensureCursorVisible()


def _paste_rest(edit: "ChapterBody", cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
    """Put blocks where the cursor stands; what stood behind it comes after them."""
    if not blocks:
        return
    if not cursor.atBlockEnd():
        at = cursor.position()
        cursor.insertBlock()
        cursor.setPosition(at)
    edit.setTextCursor(cursor)
    edit.insert_blocks(blocks)


def words_of(block: Block) -> str:
    """Return the text of a block in one line."""
    match block:
        case Heading() | Paragraph():
            return plain(block.runs)
        case Listing():
            return " ".join(plain(item.runs) for item in block.items)
        case Grid():
            return " ".join(plain(cell) for row in block.rows for cell in row)
        case Part() | Picture():
            return ""


def given(source: QMimeData) -> tuple[Block, ...]:
    """Return what was copied as blocks; nothing of its looks comes along."""
    if source.hasFormat(OWN):
        return parse(bytes(source.data(OWN).data()).decode(errors="replace"))
    found = from_html(source.html()) if source.hasHtml() else ()
    return found or (from_plain(source.text()) if source.hasText() else ())


def has_pictures(source: QMimeData) -> bool:
    """Tell whether there were pictures among the words of another program."""
    return source.hasHtml() and not source.hasFormat(OWN) and "<img" in source.html().casefold()


def png_of(source: QMimeData) -> bytes:
    """Return a copied picture as PNG, no larger than it is kept: writing out more would hold the window."""
    image = QImage(source.imageData())
    if max(image.width(), image.height()) > LONGEST_EDGE:
        keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_EDGE, LONGEST_EDGE, keeps, smooth)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes the name as text
    return bytes(content.data())
