"""How large a window of its own is at first: as planned at any type size, never larger than the screen."""

from typing import Final

from PySide6.QtWidgets import QDialog

from ui import theme

_FRAME: Final = 48
"""Pixels that the frame and title of a window take of the screen."""


def size_dialog(dialog: QDialog, wide: int, high: int) -> None:
    """Give a dialog this size in pixels at the usual type size; its foot stays in sight on a small screen."""
    room = dialog.screen().availableGeometry()
    dialog.resize(
        min(theme.scaled(wide), room.width() - _FRAME), min(theme.scaled(high), room.height() - _FRAME)
    )
