"""Sentences that do not stop the work: a bar of one sentence, and a note that goes away by itself."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label, TwoLineLabel

PASSING_MS: Final = 8_000
TOAST_MS: Final = 3_500
_ROOM: Final = 480
"""How wide a strip must be for a sentence and its button."""
_GAP: Final = 12
_BESIDE: Final = 6
"""Less than widgets in a row leave between them: what follows is covered from its first letter on."""
_MOVES: Final = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})
_INKS: Final = {"info": "info", "good": "good", "warning": "warning", "error": "error"}


class MessageBar(QFrame):
    """One sentence with at most one action; ``info`` and ``good`` go away by themselves, the others stay.

    It stands in a layout, or lies over a strip (``lie_over``), where it never moves what is beside it.
    """

    def __init__(self, name: str = "messageBar", parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName(name)
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSING_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        self._strip: QWidget | None = None
        self._beside: Sequence[QWidget] = ()
        self.text = TwoLineLabel(name=f"{name}-text", parent=self)
        self.action = Button("", f"{name}-action", "quiet", parent=self)
        self.action.setAccessibleName("Tindakan")
        self.action.clicked.connect(self._act)
        self.away = Button("Tutup", f"{name}-close", "quiet", parent=self)
        self.away.clicked.connect(self.hide)
        # A click here must not take the focus from the line that is being typed: the bar goes away at once.
        for button in (self.action, self.away):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.away)
        self.hide()

    def lie_over(self, strip: QWidget, beside: Sequence[QWidget]) -> None:
        """Lie over this strip from now on, at the right of what of ``beside`` is shown.

        Where that leaves too little room it lies above the strip. Both must be of the same parent.
        """
        self._strip, self._beside = strip, beside
        row = self.layout()
        if row is not None:
            row.setContentsMargins(12, 2, 4, 2)
        for widget in (strip, *beside):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the strip; hidden it has no place to keep, ``tell`` finds one."""
        if event.type() in _MOVES and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        strip = self._strip
        if strip is None:
            return
        self.text.show_at_most_two()
        room = strip.geometry().adjusted(_GAP, 0, -_GAP, 0)
        beside = [item.geometry().right() for item in self._beside if item.isVisible()]
        left = strip.x() + max(beside, default=0) + _BESIDE
        foot = strip.geometry().bottom()
        if room.right() - left >= _ROOM:
            room.setLeft(left)
        else:
            foot = strip.geometry().top() - 1
        high = max(self._height(room.width()), strip.height() - 2)
        self.setGeometry(QRect(room.left(), foot - high + 1, room.width(), high))

    def _height(self, width: int) -> int:
        row = self.layout()
        return row.totalHeightForWidth(width) if row is not None else self.sizeHint().height()

    def tell(
        self,
        sentence: str,
        weight: str = "info",
        words: str = "",
        action: Callable[[], None] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show a sentence (weight ``info``, ``good``, ``warning`` or ``error``) and its action.

        ``stays`` keeps it until somebody closes it, whatever its weight.
        """
        self._action = action
        self.text.setText(sentence)
        self.text.setStyleSheet(f"color: {theme.color(_INKS[weight])};")
        self.setAccessibleName(sentence)
        theme.set_role(self, "bar", weight=weight)
        self.action.setText(words)
        self.action.setAccessibleName(words or "Tindakan")
        self.action.setVisible(action is not None)
        self._place()
        self.show()
        self.raise_()
        if weight in {"info", "good"} and not stays:
            self._timer.start()
        else:
            self._timer.stop()

    def offer(self, sentence: str, words: str, action: Callable[[], None]) -> None:
        """Show a sentence with its action until somebody answers it or it is withdrawn."""
        self.tell(sentence, "info", words, action, stays=True)

    def withdraw(self, sentence: str) -> None:
        """Take a sentence away, where it still stands."""
        if self.isVisible() and self.accessibleName() == sentence:
            self.hide()

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()


class Toast(QFrame):
    """A short note at the foot of a window that takes no focus and stops nothing."""

    def __init__(self, window: QWidget) -> None:
        """Belong to ``window`` and stay at its foot."""
        super().__init__(window)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.set_role(self, "toast")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        self.text = Label(name="toast-text", parent=self)
        row.addWidget(self.text)
        self.hide()
        window.installEventFilter(self)

    def tell(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            left = (window.width() - self.width()) // 2
            self.move(QPoint(left, window.height() - self.height() - 52))
