"""What this program is: its versions, its schema step, and the licences of the parts it is made of."""

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from smartcity_desktop import __version__
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import driver, migrate

NAME: Final = "SmartCity Desktop"
_FOLDER: Final = "licences"
_LIST: Final = "licences.json"
_WINDOW: Final = "PySide6"
_PAUSE: Final = "\n\n" + "─" * 40 + "\n\n"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is about, and what is so."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A part made by others: its licence, what it does here, and the files with the texts."""

    part: str
    licence: str
    use: str
    files: tuple[str, ...]


def versions(window: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Return the versions of program, Python, window, database and system.

    ``window`` holds those of PySide6 and Qt where they are loaded; without it the installed package is asked.
    """
    sqlite, cipher = driver.engines()
    shown = tuple(window) or tuple(Fact("PySide6", found) for found in (_installed(_WINDOW),) if found)
    return (
        Fact(NAME, __version__),
        Fact("Python", platform.python_version()),
        *shown,
        Fact("SQLite", sqlite),
        Fact("SQLCipher", cipher),
        Fact("Skema program", f"langkah {migrate.newest()}"),
        Fact("Sistem", platform.platform()),
        Fact("Dijalankan dari", "program jadi" if getattr(sys, "frozen", False) else "sumber Python"),
    )


def version_text() -> str:
    """Return name and version in the first line, then what it stands on."""
    first, *others = versions()
    lines = [f"{first.label} {first.value}", *(f"{item.label}: {item.value}" for item in others)]
    return "\n".join(lines)


def licences() -> tuple[Licence, ...]:
    """Return the parts made by others, in the order of the shelf."""
    found = json.loads(shelf(_FOLDER, _LIST).read_text(encoding="utf-8"))
    return tuple(
        Licence(item["part"], item["licence"], item["use"], tuple(item["files"])) for item in found["parts"]
    )


def licence_text(item: Licence) -> str:
    """Return the texts of a part's licence, one after the other."""
    texts = (shelf(_FOLDER, name).read_text(encoding="utf-8", errors="replace") for name in item.files)
    # The spaces before a first line stay: it may be a head in the middle.
    return _PAUSE.join(text.strip("\n").rstrip() for text in texts)


def _installed(package: str) -> str:
    """Return the version of a package from its own folder: importlib.metadata would load the network."""
    spec = find_spec(package)
    for place in spec.submodule_search_locations or () if spec else ():
        for told in Path(place).parent.glob("*.dist-info"):
            name, _, version = told.stem.partition("-")
            if name.casefold().split("_")[0] == package.casefold():
                return version
    return ""
