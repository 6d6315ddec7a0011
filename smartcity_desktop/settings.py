"""The settings of this person on this laptop: one frozen dataclass, kept as JSON in the profile folder."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from smartcity_desktop.paths import replace_file

FILE_NAME: Final = "pengaturan.json"
RECENT_LIMIT: Final = 12
SCALES: Final = (0.9, 1.0, 1.15, 1.3, 1.5)


@dataclass(frozen=True, slots=True)
class Recent:
    """A workshop file opened on this laptop: where it is, its title and what the welcome page says of it.

    ``workshop`` is the id of the workshop, by which its safety copies are found.
    """

    path: str
    title: str = ""
    workshop: str = ""
    opened_at: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its type, default and description in one place."""

    person: str = field(default="", metadata={"label": "Nama Anda", "help": "Dicatat pada setiap perubahan."})
    text_scale: float = field(default=1.0, metadata={"label": "Ukuran huruf", "help": "1,0 = biasa."})
    last_folder: str = field(
        default="", metadata={"label": "Folder terakhir", "help": "Dipakai saat membuka."}
    )
    rail_open: bool = field(default=True, metadata={"label": "Menu lebar", "help": "Ikon dengan kata."})
    recent: tuple[Recent, ...] = field(
        default=(), metadata={"label": "Bimtek terakhir", "help": "Yang terakhir dibuka paling atas."}
    )

    def remember(self, recent: Recent) -> "Settings":
        """Return the settings with this file first in the list of recent ones."""
        others = tuple(item for item in self.recent if item.path != recent.path)
        return replace(self, recent=(recent, *others)[:RECENT_LIMIT])

    def forget(self, path: str) -> "Settings":
        """Return the settings without this file in the list of recent ones (the file itself stays)."""
        return replace(self, recent=tuple(item for item in self.recent if item.path != path))


def parse(text: str) -> Settings:
    """Return settings from JSON; what is unknown or of a wrong type falls back to its default."""
    try:
        found = json.loads(text)
    except ValueError:
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    kept: dict[str, Any] = {}
    for item in fields(Settings):
        value = found.get(item.name)
        if item.name == "recent":
            kept["recent"] = _recent(value)
        elif isinstance(value, type(item.default)):
            kept[item.name] = value
    if kept.get("text_scale") not in SCALES:
        kept.pop("text_scale", None)
    return Settings(**kept)


def _recent(value: object) -> tuple[Recent, ...]:
    rows = value if isinstance(value, list) else []
    names = [item.name for item in fields(Recent)]
    return tuple(
        Recent(**{name: str(row.get(name, "")) for name in names})
        for row in rows
        if isinstance(row, dict) and row.get("path")
    )[:RECENT_LIMIT]


class SettingsFile:
    """Holds the current settings and writes each change to the profile folder."""

    def __init__(self, profile: Path) -> None:
        """Read the settings of this profile; a missing or broken file means the defaults."""
        self._path = profile / FILE_NAME
        text = ""
        with suppress(OSError, UnicodeDecodeError):
            text = self._path.read_text(encoding="utf-8")
        self.value = parse(text)

    def store(self, value: Settings) -> None:
        """Take new settings and write them; where the profile cannot be written they hold until closing."""
        self.value = value
        text = json.dumps(asdict(value), ensure_ascii=False, indent=1)
        with suppress(OSError):
            replace_file(self._path, partial(_write, text))


def _write(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
