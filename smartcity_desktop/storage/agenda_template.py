"""Ready-made rundowns: those of the shelf, and the files that a facilitator saved in the profile folder."""

import json
from functools import cache, partial
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.agenda_template import AgendaTemplate, raw_of, template_of
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import replace_file, safe_name, shelf, unused

_ENDING: Final = ".json"
_FILE_BYTES: Final = 2 * 1024 * 1024
"""No rundown is larger; a larger file in the folder is something else."""


@cache
def on_shelf() -> tuple[AgendaTemplate, ...]:
    """Return the rundowns of the shelf in the order of their files."""
    return tuple(
        template_of(json.loads(path.read_text(encoding="utf-8")), path.stem)
        for path in sorted(shelf("templates", "agendas").glob(f"*{_ENDING}"))
    )


def own(folder: Path) -> tuple[tuple[AgendaTemplate, ...], tuple[str, ...]]:
    """Return the rundowns in a folder, and the names of the files that are none."""
    good: list[AgendaTemplate] = []
    broken: list[str] = []
    for path in _files(folder):
        try:
            good.append(_read(path))
        except (OSError, ValueError, TypeError, RecursionError):
            broken.append(path.name)
    return tuple(good), tuple(broken)


def own_one(folder: Path, key: str) -> AgendaTemplate:
    """Return one of the rundowns in a folder. Raises UserFault ``agenda-template-broken``."""
    found = next((item for item in own(folder)[0] if item.key == key), None)
    if found is None:
        raise UserFault("agenda-template-broken", name=key)
    return found


def keep(folder: Path, template: AgendaTemplate) -> str:
    """Write a rundown into a file of its own, beside one of the same name; return its key.

    Raises DiskFault ``file-not-written``.
    """
    target = unused(folder / f"{safe_name(template.title)}{_ENDING}")
    text = json.dumps(raw_of(template), ensure_ascii=False, indent=1)
    try:
        replace_file(target, partial(_write, text))
    except OSError:
        raise DiskFault("file-not-written", name=target.name) from None
    return target.stem


def drop(folder: Path, key: str) -> None:
    """Delete a facilitator's rundown; one that is gone stays gone. Raises DiskFault ``file-not-written``."""
    for path in _files(folder):
        if path.stem == key:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                raise DiskFault("file-not-written", name=path.name) from None


def _write(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix == _ENDING and path.is_file() and not path.name.startswith(".")
        )
    except OSError:
        return []


def _read(path: Path) -> AgendaTemplate:
    if path.stat().st_size > _FILE_BYTES:
        raise ValueError(path.name)
    return template_of(json.loads(path.read_text(encoding="utf-8")), path.stem, own=True)
