"""Buttons: the one obvious next step, ordinary ones, and quiet ones."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.label import tip

_ICON = QSize(18, 18)
_LONGEST = 16
"""Letters of a name in the rail up to which it stands in one line."""
_INKS = {"primary": "accent-text", "quiet": "accent", "": "text-soft"}


def shown_whole(words: str) -> str:
    """Return words so that Qt shows them as they are, with every "&" where it would look for a key."""
    return words.replace("&", "&&")


class Button(QPushButton):
    """A push button; ``role`` is empty, ``primary`` or ``quiet``; its name is also its object name."""

    def __init__(
        self, words: str, name: str, role: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button that Enter and Space press."""
        super().__init__(parent)
        self.setText(words)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if role:
            theme.set_role(self, role)
        if icon:
            self.setIcon(theme.icon(icon, _INKS[role]))
            self.setIconSize(_ICON)

    def setText(self, text: str) -> None:
        """Show these words as they are: an "&" of a name or of the event's own words is no key."""
        super().setText(shown_whole(text))


class LetterButton(Button):
    """A button with a letter that presses it together with Alt: the one behind "&"."""

    def __init__(
        self, words: str, name: str, role: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        """``words`` hold one "&"."""
        super().__init__(words, name, role, icon=icon, parent=parent)
        self.setAccessibleName(words.replace("&", ""))

    def setText(self, text: str) -> None:
        """Show these words, the letter behind "&" underlined."""
        QPushButton.setText(self, text)


class RailButton(QPushButton):
    """One screen in the rail: icon and word, or the icon alone with the word as its tooltip."""

    def __init__(self, words: str, icon: str, key: str, shortcut: str, parent: QWidget | None = None) -> None:
        """``shortcut`` is shown in the tooltip; the window listens for it."""
        super().__init__(parent)
        self.key = key
        self._shortcut = shortcut
        self.setObjectName(f"rail-{key}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(theme.icon(icon, "text-soft", "accent"))
        self.setIconSize(QSize(20, 20))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.set_role(self, "rail")
        self.call(words)
        self.show_words(wide=True)

    def call(self, words: str) -> None:
        """Give the screen another name; ``show_words`` shows it."""
        self.words = words
        self.setAccessibleName(words)
        tip(self, f"{words} ({self._shortcut})" if self._shortcut else words)

    def sizeHint(self) -> QSize:
        """Return the room that the word needs when it is bold, so that the rail keeps its width."""
        bold = self.font()
        bold.setBold(True)
        lines = self.text().splitlines() or [""]
        usual, wide = (max(map(QFontMetrics(font).horizontalAdvance, lines)) for font in (self.font(), bold))
        return super().sizeHint() + QSize(max(0, wide - usual), 0)

    def show_words(self, *, wide: bool, broken: bool = True) -> None:
        """Show the word beside the icon, a long one in two lines where ``broken``, or the icon alone."""
        words = shown_whole(self.words)
        lines = _in_lines(words) if broken else [words]
        self.setText("\n".join(f"  {line}" for line in lines) if wide else "")


def _in_lines(words: str) -> list[str]:
    """Return a long name in two lines, so that it does not make the whole rail wider."""
    known = words.split(" ")
    if len(words) <= _LONGEST or len(known) == 1:
        return [words]
    ways = [(" ".join(known[:at]), " ".join(known[at:])) for at in range(1, len(known))]
    return list(min(ways, key=lambda way: max(map(len, way))))
