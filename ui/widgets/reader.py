"""A list of texts at the left, the chosen one at the right, to be read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from ui import theme

_LIST: Final = 200
_MOST: Final = 400_000
"""Letters of one text that are shown at most."""
_CUT: Final = "\n\n(Selebihnya tidak ditampilkan di sini.)"


@dataclass(frozen=True, slots=True)
class Page:
    """One text: its title, a word about it, and what it says.

    ``is_set`` tells that its lines were broken by hand, for letters of equal width: a licence.
    """

    title: str
    words: str
    text: str
    is_set: bool = False


class _Text(QPlainTextEdit):
    """Lines that were broken by hand are shown as they stand: broken once more they would end anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_set = False

    def dress(self, *, is_set: bool) -> None:
        self._is_set = is_set
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.NoWrap if is_set else mode.WidgetWidth)
        self._take_font()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the type size; the document takes the font of the widget by itself then."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._take_font()

    def _take_font(self) -> None:
        self.document().setDefaultFont(theme.fixed_font("small") if self._is_set else self.font())


class Reader(QWidget):
    """Arrow keys go from text to text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty; ``name`` begins the object names."""
        super().__init__(parent)
        self.setObjectName(f"{name}-reader")
        self._pages: tuple[Page, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}-list")
        self.list.setAccessibleName("Daftar")
        self.list.setFixedWidth(_LIST)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = _Text(self)
        self.text.setObjectName(f"{name}-text")
        self.text.setAccessibleName("Isi")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        self.list.currentRowChanged.connect(self._show)

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self._pages)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other texts, the first one open."""
        self._pages = tuple(pages)
        self.list.clear()
        for page in self._pages:
            item = QListWidgetItem(f"{page.title}\n{page.words}", self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{page.title}, {page.words}")
        if self._pages:
            self.list.setCurrentRow(0)
        else:
            self.text.clear()

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.text.dress(is_set=self._pages[row].is_set)
            text = self._pages[row].text
            self.text.setPlainText(text if len(text) <= _MOST else text[:_MOST] + _CUT)
            self.text.setAccessibleName(self._pages[row].title)
