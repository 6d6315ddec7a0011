"""The rail at the left: one button a screen, wide with words or narrow with icons alone."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.shell.registry import ScreenSpec, place_keys
from ui.widgets.button import RailButton
from ui.widgets.label import tip

WIDE: Final = 178
NARROW: Final = 58
_EDGE: Final = 8
_ENDS: Final = 10
_ENDS_CLOSE: Final = 2
_GAP: Final = 3
"""Pixels beside the buttons, above and below them all, and between them."""


class Rail(QFrame):
    """Tells which screen a person wants; the window says which one is shown."""

    chosen = Signal(str)
    fold_asked = Signal()
    """A person wants the rail wide where it is narrow, narrow where it is wide."""

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget | None = None) -> None:
        """Make a button for each screen; those with keys of their own stand at the foot."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Menu layar")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _ENDS, _EDGE, _ENDS)
        column.setSpacing(_GAP)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self._under: dict[str, str] = {}
        for place, spec in enumerate(item for item in specs if not item.keys):
            column.addWidget(self._button(spec, place_keys(place)))
        column.addStretch(1)
        for spec in (item for item in specs if item.keys):
            column.addWidget(self._button(spec, spec.keys))
        self._fold = QPushButton(self)
        self._fold.setObjectName("rail-fold")
        self._fold.setIconSize(QSize(18, 18))
        theme.set_role(self._fold, "rail")
        self._fold.clicked.connect(self.fold_asked)
        column.addWidget(self._fold)
        self.is_wide = True
        self.show_wide(wide=True)

    def stand_for(self, under: Mapping[str, str]) -> None:
        """Mark a button also while a screen is shown that has none and belongs under it."""
        self._under = dict(under)

    def show_current(self, key: str) -> None:
        """Mark the screen that is shown or that it belongs under, none where it has no button here."""
        key = self._under.get(key, key)
        if key in self.buttons:
            self.buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def name(self, specs: Sequence[ScreenSpec]) -> None:
        """Call the screens by other titles."""
        for spec in specs:
            if spec.key in self.buttons:
                self.buttons[spec.key].call(spec.title)
        self.show_wide(wide=self.is_wide)

    def show_wide(self, *, wide: bool) -> None:
        """Show icons with words, or icons alone."""
        self.is_wide = wide
        self._fold.setIcon(theme.icon("panah-kiri" if wide else "panah-kanan", "text-faint"))
        self._fold.setText("  Kecilkan menu" if wide else "")
        self._fold.setAccessibleName("Kecilkan menu" if wide else "Lebarkan menu")
        self._fit_words()
        tip(self._fold, f"{self._fold.accessibleName()} (Ctrl+M)")

    def changeEvent(self, event: QEvent) -> None:
        """Fit larger or smaller type, once the buttons have taken it over."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            QTimer.singleShot(0, self, self._fit_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit_words()

    def _stand_close(self) -> None:
        """Stand without gaps where there is no room, then say long names in one line: none is cut."""
        for button in self.buttons.values():
            button.show_words(wide=self.is_wide)
        known = (*self.buttons.values(), self._fold)
        needed = sum(item.sizeHint().height() for item in known)
        is_close = needed + _GAP * (len(known) - 1) + 2 * _ENDS > self.height()
        self._column.setSpacing(0 if is_close else _GAP)
        ends = _ENDS_CLOSE if is_close else _ENDS
        self._column.setContentsMargins(_EDGE, ends, _EDGE, ends)
        if needed + 2 * _ENDS_CLOSE > self.height():
            for button in self.buttons.values():
                button.show_words(wide=self.is_wide, broken=False)

    def _fit_words(self) -> None:
        self._stand_close()
        needed = max(item.sizeHint().width() for item in (*self.buttons.values(), self._fold)) + 2 * _EDGE + 2
        self.setFixedWidth(max(WIDE, needed) if self.is_wide else NARROW)

    def _button(self, spec: ScreenSpec, keys: str) -> RailButton:
        button = RailButton(spec.title, spec.icon, spec.key, keys, self)
        button.clicked.connect(self._clicked)
        self._group.addButton(button)
        self.buttons[spec.key] = button
        return button

    def _clicked(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, RailButton):
            self.chosen.emit(button.key)
