"""The text of a chapter as it will look in the book: what is shown, and what is done to it."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Paragraph,
    Part,
    Picture,
    Run,
    parse,
    written,
)
from smartcity_desktop.domain.ids import RowId
from ui.models import chapter_lines as lines
from ui.models import chapter_text as text
from ui.models.chapter_reader import ChapterReader, Content
from ui.widgets.chapter_object import PartFace, PartObject, PictureFace, PictureObject
from ui.widgets.chapter_proposal import ProposalMarks

_STRANGER: Final = "Bagian ini tidak dikenal program ini, dan dibiarkan apa adanya"
_MARGIN: Final = 18
_MEASURE: Final = 90
"""Letters of a line that an eye still follows; a broader view leaves its sides empty."""
_LATE_MS: Final = 120
_SHARE: Final = 5
"""Telling what was typed takes at most one part in so many of the time."""


class ChapterBody(QTextEdit):
    """Shows the text of one chapter and changes it; keys and copying are those of ``ChapterEdit``."""

    edited = Signal(str)
    """The markup after a person changed it."""
    part_asked = Signal(str)
    """A person wants to see the rows of a part: its key."""
    picture_asked = Signal(str)
    """A person wants to write the caption of a picture: its row."""
    picture_given = Signal(bytes)
    """A picture was pasted: its content as PNG."""
    pictures_left = Signal()
    """What was pasted held pictures among its words; they did not come along."""
    files_given = Signal(list)
    """Files were pasted or dropped: their paths."""
    moved = Signal()
    """The cursor stands elsewhere, or what stands at it is of another kind now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("chapter-edit")
        self.setAccessibleName("Naskah bab")
        self.setPlaceholderText("Tulis naskah bab ini, atau pilih tabel dan grafik di kanan.")
        self._told = True
        self._faces: dict[str, PartFace] = {}
        self._pictures: dict[str, PictureFace] = {}
        self._parts = PartObject(self.part_face, self._is_here, self)
        self._images = PictureObject(self.picture_face, self)
        self._last = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._tell)
        self.setTabChangesFocus(False)
        self.setAcceptRichText(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        for kind, painter in ((text.PART, self._parts), (text.PICTURE, self._images)):
            self.document().documentLayout().registerHandler(kind, painter)
        text.fill(self.document(), ())
        self._reader = ChapterReader(self.document())
        self._reader.follow()
        self.marks = ProposalMarks(self)
        for asked, way in ((self.marks.accepted, self.accept), (self.marks.refused, self.refuse)):
            asked.connect(way)
            # Who pressed a button in the text goes on in the text.
            asked.connect(self.setFocus)
        self.document().contentsChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self.moved)
        self.cursorPositionChanged.connect(self.viewport().update)

    @property
    def may_write(self) -> bool:
        """Whether the text can be changed."""
        return not self.isReadOnly()

    @may_write.setter
    def may_write(self, may: bool) -> None:
        self.setReadOnly(not may)
        if not may:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def let_write(self, *, may: bool) -> None:
        """Take changes again, or keep the text as it is for a while."""
        self.may_write = may
        if may:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.moved.emit()

    @property
    def faces(self) -> Mapping[str, PartFace]:
        """What is said of the parts by their keys."""
        return self._faces

    # What is shown

    def show_text(self, markup: str) -> None:
        """Show another text; nothing of the one before can be undone into it."""
        self._told = False
        self._late.stop()
        self._fill(parse(markup))
        self._last = self.text()
        self._told = True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.moved.emit()

    def follow_text(self, markup: str) -> None:
        """Show what the text became elsewhere; cursor and view stay about where they are."""
        if markup == self._last or written(parse(markup)) == self._last:
            return
        at, top = self.textCursor().position(), self.verticalScrollBar().value()
        self.show_text(markup)
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(top)

    def text(self) -> str:
        """Return what stands here as markup."""
        return self.content().text

    def content(self) -> Content:
        """Return what stands here, and what of it fills itself or waits."""
        return self._reader.content()

    def show_faces(self, faces: Mapping[str, PartFace]) -> None:
        """Say what the parts are by their keys."""
        if dict(faces) != self._faces:
            self._faces = dict(faces)
            # A part takes the same room whatever is said of it.
            self.viewport().update()

    def show_pictures(self, pictures: Mapping[str, PictureFace]) -> None:
        """Show pictures by their rows."""
        if dict(pictures) != self._pictures:
            self._pictures = dict(pictures)
            self._lay_pictures()

    def part_face(self, key: str) -> PartFace:
        """Return what is said of a part."""
        return self._faces.get(key) or PartFace("Bagian", key, _STRANGER, known=False)

    def picture_face(self, row: str) -> PictureFace:
        """Return a picture, an empty one while it is not known."""
        return self._pictures.get(row) or PictureFace()

    def redress(self) -> None:
        """Lay the look on everything anew: type of another size came."""
        cursor = self.textCursor().position()
        top = self.verticalScrollBar().value()
        kept = parse(self.text())
        self._told = False
        self._fill(kept)
        self._told = True
        fresh = self.textCursor()
        fresh.setPosition(min(cursor, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(fresh)
        self.verticalScrollBar().setValue(top)
        self.marks.follow()

    # What stands at the cursor

    def kind(self) -> int:
        """Return what the line of the cursor is (``models.chapter_lines``)."""
        return lines.kind_of(self.textCursor().block())

    def object_here(self) -> tuple[int, str]:
        """Return kind and key of the part or picture at the cursor."""
        return text.object_of(self.textCursor().block())

    def has_table(self) -> bool:
        """Tell whether the cursor stands in a table."""
        return text.table_at(self.textCursor().block()) is not None

    def is_bold(self) -> bool:
        """Tell whether what is typed next is bold."""
        return text.is_bold(self.currentCharFormat())

    def proposal_here(self) -> QTextBlock | None:
        """Return the proposal at the cursor."""
        line = self.textCursor().block()
        return line if text.is_proposed(line) else None

    # What is done to it

    def turn_into(self, kind: int) -> None:
        """Let the chosen lines be paragraphs, headings or a list."""
        if self.may_write:
            lines.turn_into(self.textCursor(), kind)
            self.moved.emit()

    def emphasise(self, *, bold: bool) -> None:
        """Turn bold (else italic) over for what is chosen, or for what is typed next."""
        if not self.may_write or (bold and self.textCursor().block().blockFormat().headingLevel()):
            return
        form = QTextCharFormat()
        if bold:
            form.setFontWeight(400 if self.is_bold() else 700)
        else:
            form.setFontItalic(not self.currentCharFormat().fontItalic())
        self.mergeCurrentCharFormat(form)
        self.moved.emit()

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Put blocks behind the line of the cursor, or in its place where it is empty."""
        if not self.may_write or not blocks:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._step_out(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        line = cursor.block()
        if line.text():
            cursor.insertBlock(text.plain_block(), QTextCharFormat())
        else:
            cursor.setBlockFormat(text.plain_block())
            cursor.setBlockCharFormat(QTextCharFormat())
        text.insert(cursor, blocks)
        if isinstance(blocks[-1], Part | Picture) and not cursor.block().next().isValid():
            cursor.insertBlock(text.plain_block(), QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def insert_part(self, key: str) -> None:
        """Put a part behind the line of the cursor."""
        self.insert_blocks((Part(key),))

    def insert_picture(self, row: RowId) -> None:
        """Put a picture behind the line of the cursor."""
        self.insert_blocks((Picture(row),))

    def insert_proposal(self, words: str) -> None:
        """Put a proposed paragraph behind the line of the cursor; it stays marked until it is accepted."""
        self.insert_blocks((Paragraph((Run(words),), proposed=True),))

    def renew_proposal(self, said: str, words: str) -> None:
        """Put other words in the place of a paragraph, as a proposal; one step of undo brings it back."""
        line = self.document().begin()
        while line.isValid() and (text.clean(line.text()) != said or text.table_at(line) is not None):
            line = line.next()
        if not line.isValid() or not self.may_write:
            return
        cursor = QTextCursor(line)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(text.plain_block(proposed=True))
        text.insert_runs(cursor, (Run(words),))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def insert_table(self, rows: int = 3, columns: int = 3) -> None:
        """Put an empty table behind the line of the cursor, and stand in its first cell."""
        if not self.may_write:
            return
        self.insert_blocks((Grid((((),) * columns,) * rows),))
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        table = text.table_at(cursor.block())
        if table is not None:
            self.setTextCursor(table.cellAt(0, 0).firstCursorPosition())

    def change_table(self, *, rows: int = 0, columns: int = 0, before: bool = False) -> None:
        """Add (1) or remove (-1) a row or a column at the cursor; the last one takes the table along.

        What is added stands behind the cell of the cursor, or ``before`` it.
        """
        if self.may_write and lines.change_table(
            self.textCursor(), rows=rows, columns=columns, before=before
        ):
            self.moved.emit()

    def remove_table(self) -> None:
        """Take the table at the cursor away."""
        table = text.table_at(self.textCursor().block())
        if table is not None and self.may_write:
            lines.remove_table(self.document(), table)
            self.moved.emit()

    def accept(self) -> None:
        """Make the proposal at the cursor, else the next one, plain text."""
        line = self._meant()
        if line is None:
            return
        cursor = QTextCursor(line)
        cursor.setBlockFormat(text.plain_block())
        self.setTextCursor(cursor)
        self.moved.emit()

    def refuse(self) -> None:
        """Throw the proposal at the cursor, else the next one, away."""
        line = self._meant()
        if line is not None:
            self.setTextCursor(lines.remove_line(line))
            self.moved.emit()

    def move_line(self, step: int) -> None:
        """Move what stands at the cursor up (-1) or down (1)."""
        if not self.may_write:
            return
        found = self._reader.placed()
        number = lines.move(self.document(), found, self.textCursor().blockNumber(), step)
        if number >= 0:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(number)))
            self.ensureCursorVisible()

    def remove_object(self) -> None:
        """Take the part or picture at the cursor away."""
        if self.may_write and self.object_here()[0]:
            self.setTextCursor(lines.remove_line(self.textCursor().block()))

    def remove_chosen(self) -> bool:
        """Take what is chosen away where it holds tables; tells whether it did."""
        cursor = self.textCursor()
        done = self.may_write and lines.remove_chosen(cursor)
        if done:
            self.setTextCursor(cursor)
        return done

    def open_object(self) -> None:
        """Ask for the rows of the part, or the caption of the picture, at the cursor."""
        kind, key = self.object_here()
        if kind == text.PART:
            self.part_asked.emit(key)
        elif kind == text.PICTURE:
            self.picture_asked.emit(key)

    # Inside

    def hand_in(self) -> None:
        """Tell at once what was typed a moment ago."""
        if self._late.isActive():
            self._late.stop()
            self._tell()

    @property
    def is_late(self) -> bool:
        """Whether something was typed that nobody was told of yet."""
        return self._late.isActive()

    def _changed(self) -> None:
        # Writing a long chapter out at every key would hold the keys up: what is typed is told together.
        if self._told and not self._late.isActive():
            self._late.start()

    def _tell(self) -> None:
        begun = monotonic()
        now = self.text()
        self._late.setInterval(max(_LATE_MS, round(_SHARE * 1000 * (monotonic() - begun))))
        if now != self._last:
            self._last = now
            self.edited.emit(now)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was typed before anybody else acts."""
        super().focusOutEvent(event)
        self.hand_in()

    def _meant(self) -> QTextBlock | None:
        """Return the proposal at the cursor, else the first one behind it, else the first one."""
        here = self.proposal_here()
        if not self.may_write:
            return None
        if here is not None:
            return here
        every = self.marks.every()
        after = [line for line in every if line.position() > self.textCursor().position()]
        return next(iter(after or every), None)

    def leave_object(self) -> None:
        """Stand in a paragraph of its own before something is put in beside a part or picture."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not text.object_of(cursor.block())[0]:
            return
        at_start = cursor.atBlockStart()
        place = cursor.position()
        cursor.beginEditBlock()
        cursor.insertBlock(text.plain_block(), QTextCharFormat())
        if at_start:
            cursor.setBlockFormat(text.object_block())
            cursor.setPosition(place)
            cursor.setBlockFormat(text.plain_block())
            cursor.setBlockCharFormat(QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def _is_here(self, place: int) -> bool:
        """Tell whether the cursor stands at the object at a place."""
        line = self.document().findBlock(place)
        return self.hasFocus() and line == self.textCursor().block()

    def heal(self) -> None:
        """Keep parts and pictures in lines of their own, whatever was deleted around them."""
        if self.may_write:
            lines.part_from_text(self.textCursor().block())

    def _step_out(self, cursor: QTextCursor) -> None:
        """Leave a table: nothing but text stands in one."""
        table = text.table_at(cursor.block())
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)

    def _fill(self, blocks: Sequence[Block]) -> None:
        text.fill(self.document(), blocks)
        self._reader.forget()

    def _lay_pictures(self) -> None:
        """Give pictures the room they take now; nothing else is laid out anew."""
        line = self.document().begin()
        while line.isValid():
            if text.OBJECT in line.text() and text.object_of(line)[0] == text.PICTURE:
                self.document().markContentsDirty(line.position(), line.length())
            line = line.next()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_images"):
            self._fit()
            self.redress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as long as they can be read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        measure = self.fontMetrics().averageCharWidth() * _MEASURE + 2 * _MARGIN
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(0, (self.contentsRect().width() - bar - measure) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def event(self, event: QEvent) -> bool:
        """Roll the text with the wheel beside it too."""
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark the proposals under the text."""
        self.marks.paint(event.rect())
        super().paintEvent(event)
