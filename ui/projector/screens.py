"""On which screen the hall looks: the one that was chosen, else whichever the laptop's window is not on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QGuiApplication, QScreen

from ui.models.screen_name import name_of, plain_name, size_words

_PRIMARY: Final = "Layar laptop ini"


@dataclass(frozen=True, slots=True)
class Target:
    """The screen to be used; ``missed`` where the chosen one is gone; ``is_alone``: the laptop's own."""

    screen: QScreen
    missed: bool = False
    is_alone: bool = False


def target(chosen: str, here: QScreen | None, screens: Sequence[QScreen] | None = None) -> Target:
    """Return the screen for the hall: ``chosen`` by its name, else another one than ``here``, else here."""
    known = list(QGuiApplication.screens() if screens is None else screens)
    others = [item for item in known if item is not here]
    named = [item for item in known if name_of(item) == chosen]
    found = next((item for item in named if item is not here), None) or next(iter(named), None)
    if chosen and found is not None:
        return Target(found, is_alone=found is here)
    if others:
        return Target(others[0], missed=bool(chosen))
    return Target(here or known[0], missed=bool(chosen), is_alone=True)


def choices(here: QScreen | None) -> list[tuple[str, str]]:
    """Return every screen there is: its name, and words with its size that tell it from the others.

    The laptop's own comes last: the arrow keys lead past the others without the hall's picture covering it.
    """
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for at, item in enumerate(QGuiApplication.screens(), start=1):
        words = _PRIMARY if item is here else f"Layar {at}: {plain_name(item)}"
        found = own if item is here else others
        found.append((name_of(item), f"{words} ({size_words(item)})"))
    return [*others, *own]
