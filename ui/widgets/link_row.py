"""A line of words that leads somewhere: it breaks where it is long, and takes Enter and Space."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.label import Label


class LinkRow(QPushButton):
    """A push button whose words are a label of as many lines as they need."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        """Show ``words`` with an arrow at the right."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setStyleSheet(
            "QPushButton { border: 2px solid transparent; background: transparent; padding: 0; }"
            f"QPushButton:hover {{ background: {theme.color('sunken')}; }}"
            f"QPushButton:focus {{ border: 2px solid {theme.color('focus')}; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 7, 6, 7)
        row.setSpacing(6)
        self.words = Label(words, wrap=True, parent=self)
        arrow = Label("", parent=self)
        arrow.setPixmap(theme.pixmap("panah-kanan", "text-faint", 16))
        for part in (self.words, arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.words, 1)
        row.addWidget(arrow)

    def sizeHint(self) -> QSize:
        """Return the room of the words, not of the button's own empty text."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room of the words."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()
