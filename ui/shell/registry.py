"""What the rail knows of a screen before it is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ui.context import Context, Screen, Services

_KEYS: Final = (*(f"Alt+{number}" for number in (*range(1, 10), 0)), "Alt+Shift+1", "Alt+Shift+2")


@dataclass(frozen=True, slots=True)
class ScreenSpec:
    """One entry of the rail.

    ``key`` is the word of the vocabulary (``opd``), ``icon`` and ``manual`` are file names on the shelf
    without ending. A screen that is not ``in_rail`` is reached from another one, or by Ctrl+K; one with
    ``keys`` of its own (``Ctrl+,``) stands at the foot of the rail. ``under`` is the screen that the rail
    marks while this one is shown.
    """

    key: str
    title: str
    icon: str
    manual: str
    factory: Callable[[Services, Context], Screen]
    in_rail: bool = True
    keys: str = ""
    under: str = ""


def place_keys(place: int) -> str:
    """Return the keys of a place in the rail (from 0): Alt+1 to Alt+9, Alt+0, Alt+Shift+1, then none."""
    return _KEYS[place] if place < len(_KEYS) else ""
