"""Sentences that do not stop the work: a bar above the screen, and a note that goes away by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label

PASSING_MS: Final = 8_000
TOAST_MS: Final = 3_500
_INKS: Final = {"info": "info", "good": "good", "warning": "warning", "error": "error"}


class MessageBar(QFrame):
    """One sentence with at most one action; ``info`` and ``good`` go away by themselves, the others stay."""

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
        self.text = Label(wrap=True, name=f"{name}-text", parent=self)
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
        self.show()
        if weight in {"info", "good"} and not stays:
            self._timer.start()
        else:
            self._timer.stop()

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
