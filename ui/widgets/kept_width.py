"""Widths that are right at the usual type size, and follow when the type becomes larger or smaller."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui import theme

_DRESSED: Final = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange})


def keep_width(widget: QWidget, pixels: int) -> None:
    """Give a widget this width, in pixels at the usual type size, whatever the type size becomes."""
    _Width(widget, pixels, pixels)


def keep_widest(widget: QWidget, pixels: int) -> None:
    """Let a widget be at most so wide, in pixels at the usual type size."""
    _Width(widget, 0, pixels)


def keep_share(
    widget: QWidget, ground: QWidget, pixels: int, percent: int, *, between: int = 0, widest: int = 0
) -> None:
    """Give a widget this width, but never more than a share of the ground it stands on.

    Two that stand at the sides of what needs no more than ``between`` share what is left of a broad ground,
    each up to ``widest``; both in pixels at the usual type size.
    """
    _Share(widget, ground, (pixels, between, widest), percent)


class _Share(QObject):
    """Sets the width again in another type, and when the ground has another width."""

    def __init__(self, widget: QWidget, ground: QWidget, pixels: tuple[int, int, int], percent: int) -> None:
        super().__init__(widget)
        self._widget, self._ground = widget, ground
        self._pixels, self._percent = pixels, percent
        for watched in (widget, ground):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self._ground and event.type() == QEvent.Type.Resize
        if resized or (watched is self._widget and event.type() in _DRESSED):
            usual, between, widest = (theme.scaled(item) for item in self._pixels)
            left = min((self._ground.width() - between) // 2, widest)
            most = self._ground.width() * self._percent // 100
            self._widget.setFixedWidth(max(min(usual, most), left))
        return False


class _Width(QObject):
    """Sets the width again when the application is dressed anew."""

    def __init__(self, widget: QWidget, least: int, most: int) -> None:
        super().__init__(widget)
        self._widget, self._least, self._most = widget, least, most
        widget.installEventFilter(self)
        self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _DRESSED and watched is self._widget:
            self._set()
        return False

    def _set(self) -> None:
        widget, least, most = self._widget, theme.scaled(self._least), theme.scaled(self._most)
        if self._least and widget.minimumWidth() != least:
            widget.setMinimumWidth(least)
        if widget.maximumWidth() != most:
            widget.setMaximumWidth(most)
