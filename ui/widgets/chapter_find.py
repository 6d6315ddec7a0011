"""Above the text of a chapter: a line that finds words in it, one place after the other."""

from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.wording import number
from ui.widgets.button import Button
from ui.widgets.chapter_body import ChapterBody
from ui.widgets.grid_find import FindLine
from ui.widgets.label import Label, tip

_NOTHING: Final = "Tidak ada di bab ini"


class ChapterFind(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before, Esc back to the text."""

    def __init__(self, edit: ChapterBody, parent: QWidget | None = None) -> None:
        """Look in a text; hidden until somebody asks."""
        super().__init__(parent)
        self._edit = edit
        self._from = 0
        self.line = FindLine(self)
        self.line.setObjectName("chapter-find")
        self.line.setAccessibleName("Cari di naskah bab ini")
        self.line.setPlaceholderText("Cari di naskah bab ini")
        tip(self.line, "Enter berikutnya · Shift+Enter sebelumnya · Esc kembali ke naskah")
        self.line.textEdited.connect(self._look)
        self.line.step.connect(self._go)
        self.line.left.connect(self.leave)
        self.told = Label("", "small", name="chapter-find-told", parent=self)
        close = Button("Tutup", "chapter-find-close", "quiet", parent=self)
        close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.told)
        row.addWidget(close)
        self.hide()

    def open(self) -> None:
        """Let words be typed; what is chosen in the text is looked for at once."""
        cursor = self._edit.textCursor()
        self._from = cursor.selectionStart()
        chosen = cursor.selectedText()
        if chosen and cursor.document().findBlock(cursor.selectionEnd()) == cursor.block():
            self.line.setText(chosen)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._say()

    def leave(self) -> None:
        """Go back to the text, where the words were found."""
        self.hide()
        self._edit.setFocus()

    def _look(self, _text: str) -> None:
        """Find the first place behind where one stood, while the words are typed."""
        cursor = self._edit.textCursor()
        cursor.setPosition(min(self._from, self._edit.document().characterCount() - 1))
        self._edit.setTextCursor(cursor)
        if self.line.text():
            self._step(1)
        self._say()

    def _go(self, step: int) -> None:
        if self.line.text():
            self._step(step)
            self._from = self._edit.textCursor().selectionStart()

    def _step(self, step: int) -> None:
        """Choose the next place, from the other end where there is none on this side."""
        back = QTextDocument.FindFlag.FindBackward
        way = QTextDocument.FindFlag(0) if step > 0 else back
        if self._edit.find(self.line.text(), way):
            return
        stood = self._edit.textCursor()
        ends = QTextCursor.MoveOperation
        self._edit.moveCursor(ends.Start if step > 0 else ends.End)
        if not self._edit.find(self.line.text(), way):
            self._edit.setTextCursor(stood)

    def _say(self) -> None:
        words = self.line.text().casefold()
        count = self._edit.toPlainText().casefold().count(words) if words else 0
        self.told.setText("" if not words else f"{number(count)} tempat" if count else _NOTHING)
