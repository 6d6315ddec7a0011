"""A menu of ticks that stays open while several are set, and a button that says what is ticked in it."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.widgets.button import Button, shown_whole
from ui.widgets.label import tip

_FRAME: Final = 44
"""Pixels of a button beside its words: its edges, and the arrow of its menu."""
_SPARE: Final = 4
"""Pixels that words may be wider than their rounded width."""
_SHORTEST: Final = 120
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


class TickButton(Button):
    """Opens a menu of ticks; names what is ticked, with an ellipsis and a tooltip where room is short."""

    ticked = Signal(object)
    """The keys (a tuple) that are ticked now, after a person changed one."""

    def __init__(self, name: str, words: str, nothing: str, parent: QWidget | None = None) -> None:
        """``words`` is what the button is for, ``nothing`` what it says where there is no choice or tick."""
        super().__init__(nothing, name, parent=parent)
        self._for, self._nothing = words, nothing
        self._whole = nothing
        self._choices: tuple[tuple[str, str], ...] = ()
        self.menu_of_ticks = TickMenu(f"{name}-menu", nothing, self)
        self.menu_of_ticks.ticked.connect(self.ticked)
        self.setMenu(self.menu_of_ticks)
        # A button of Qt is never narrower than all its words.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words)."""
        self._choices = tuple(choices)

    def show_ticked(self, keys: Sequence[str]) -> None:
        """Show which ones are ticked; a key that is offered no more stays in the menu under its own name."""
        known = dict(self._choices)
        gone = [(key, key) for key in keys if key not in known]
        self.menu_of_ticks.offer((*self._choices, *gone), keys)
        self._whole = ", ".join(known.get(key, key) for key in keys) or self._nothing
        self.setAccessibleName(f"{self._for}: {self._whole}")
        self._say()
        self.updateGeometry()

    def say_nothing(self, words: str) -> None:
        """Say these words while nothing is ticked."""
        stood, self._nothing = self._nothing, words
        if self._whole == stood:
            self._whole = words
            self.setAccessibleName(f"{self._for}: {words}")
            self._say()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that all words take."""
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self._whole) + _FRAME + _SPARE
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves room for the first words."""
        return QSize(min(_SHORTEST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        room = max(self.width() - _FRAME, 0)
        said = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(said)
        tip(self, self._whole if said != self._whole else "")
