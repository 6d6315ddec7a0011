"""A menu of ticks that stays open while several are set."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.button import shown_whole

_SETS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TickMenu(QMenu):
    """Space, Enter and a click set a tick; Esc or a click elsewhere closes."""

    ticked = Signal(object)
    """The keys (a tuple) that are ticked now, after a person changed one."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """``nothing`` is said where there is nothing to choose from."""
        super().__init__(parent)
        self.setObjectName(name)
        self._nothing = nothing

    def offer(self, choices: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Offer these (key, words); where they are the same ones an open menu keeps its place."""
        known = [(str(action.data()), action.text()) for action in self.actions() if action.isCheckable()]
        wanted = [(key, shown_whole(words)) for key, words in choices]
        if known != wanted or not choices:
            self.clear()
            for key, words in wanted:
                action = self.addAction(words)
                action.setData(key)
                action.setCheckable(True)
                action.triggered.connect(self._tell)
            if not choices:
                self.addAction(self._nothing).setEnabled(False)
        for action in self.actions():
            if action.isCheckable():
                action.setChecked(str(action.data()) in ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set a tick without closing."""
        action: QAction | None = self.activeAction()
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a tick without closing."""
        action: QAction | None = self.activeAction()
        if Qt.Key(event.key()) in _SETS and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        found = [str(item.data()) for item in self.actions() if item.isCheckable() and item.isChecked()]
        self.ticked.emit(tuple(found))
