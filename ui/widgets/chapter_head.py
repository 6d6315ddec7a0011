"""Above the text of a chapter: its number, its title, and how far it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.book import STATE_WORDS, Chapter
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.undo_way import pass_undo
from ui.widgets.writing import for_writing

_STATE_LETTERS = 11


class NameLine(QLineEdit):
    """A name that is written while it is typed; Esc takes back what was typed since one came here."""

    given_up = Signal()
    """Esc was pressed: what stood before stands again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._before = ""
        pass_undo(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what stands before anything is typed; a menu or another window is no new beginning."""
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._before = self.text()
        super().focusInEvent(event)

    def begin(self) -> None:
        """Let the whole name be typed over."""
        self.setFocus()
        self._before = self.text()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed where Esc is pressed."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.text() != self._before and not self.isReadOnly():
            self.setText(self._before)
            self.textEdited.emit(self._before)
        self.given_up.emit()


class ChapterHead(QWidget):
    """Tells what is typed as title and what is chosen as state."""

    titled = Signal(str)
    """The title after a person changed it."""
    state_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a chapter."""
        super().__init__(parent)
        self.number = Label("", "title", name="chapter-number", parent=self)
        self.title = NameLine(self)
        self.title.setObjectName("chapter-title")
        self.title.setAccessibleName("Judul bab")
        self.title.setPlaceholderText("Judul bab")
        self.title.textEdited.connect(self.titled)
        self.state = ChoiceBox(self)
        self.state.setObjectName("chapter-state")
        self.state.setAccessibleName("Keadaan bab")
        for value, words in STATE_WORDS.items():
            self.state.addItem(words, value)
        self.state.activated.connect(self._choose)
        self.state.setMinimumContentsLength(_STATE_LETTERS)
        for_writing(self.title, self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.number)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)

    def show_chapter(self, chapter: Chapter, number: str, *, typed: bool) -> None:
        """Show a chapter; ``typed`` says that its title is being typed, so that it stays as it is."""
        self.number.setText(number)
        self.number.setVisible(bool(number))
        if not typed and self.title.text() != chapter.title:
            self.title.setText(chapter.title)
            self.title.setCursorPosition(0)
        self.state.setCurrentIndex(max(0, self.state.findData(chapter.state or "belum")))

    def _choose(self, place: int) -> None:
        self.state_chosen.emit(str(self.state.itemData(place)))
