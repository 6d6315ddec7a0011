"""The support bundle (paket bantuan): log, versions and settings, and nothing of any workshop.

The log is not searched for what must go: only what is known to be harmless is kept of it. A line of another
kind, the words of an exception and every path of this laptop stay out.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.settings import CHOICE, Settings, described

SUFFIX: Final = ".zip"
HIDDEN: Final = "(pesan disembunyikan)"
_LOGS: Final = "logs"
_LINE: Final = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ (?:smartcity_desktop|ui)(?:\.\w+)*) (.*)", re.DOTALL
)
_PLAIN: Final = (
    re.compile(r"fault [a-z-]+"),
    re.compile(r"version [\w.]+ begins, machine clock [\d.]+ s"),
    re.compile(r"home stands, machine clock [\d.]+ s"),
)
"""Messages of the program that hold nothing but codes and figures; every other one is hidden."""
_BUG: Final = re.compile(r"bug (\w+) at (.*)")
_FRAME: Final = re.compile(r"(.*):(\d+) ([\w<>]+)")
_QT: Final = re.compile(r"qt ([\w.]*): (.*)")
_QT_NAME: Final = re.compile(r"Q\w+(?:::~?\w+)*")
_QT_WORD: Final = re.compile(r"[a-z][a-z'-]*[.,:;]?")
_QT_FIRST: Final = frozenset(
    {"Cannot", "Could", "Failed", "Invalid", "Unable", "Unknown", "No", "Paint", "The"}
)
_QT_LAST: Final = frozenset({"file", "folder", "directory", "image", "font", "named", "path", "open", "load"})
"""Words of Qt after which a name of this laptop may follow."""
_STEP: Final = re.compile(r'\s+File "(.*)", line (\d+), in ([\w<>]+)')
_KIND: Final = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Fault|Warning|Interrupt|Exit|Group))(?::.*)?")
_BETWEEN: Final = frozenset(
    {
        "Traceback (most recent call last):",
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
    }
)
_OWN: Final = ("smartcity_desktop", "ui", "site-packages")
_ABOUT: Final = (
    "Paket bantuan SmartCity Desktop\n\n"
    "Isinya hanya yang terdaftar di bawah. Tidak ada isi Bimtek: tidak ada judul, nama instansi, nama orang, "
    "catatan, isian, atau nama berkas. Dari log hanya kode gangguan dan tempatnya di dalam program yang "
    'disertakan; pesan lain diganti "(pesan disembunyikan)".\n\n'
)


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the bundle: its name, what it is for, its text."""

    name: str
    words: str
    text: str

    @property
    def size(self) -> int:
        """Bytes of the text."""
        return len(self.text.encode("utf-8"))


def gather(profile: Path, values: Settings, facts: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    """Return the files of the bundle as they would be saved; ``facts`` are versions, system, screens."""
    found = [
        Item("versi.txt", "versi program dan sistem", _listed(facts)),
        Item("pengaturan.json", "pengaturan tanpa yang pribadi", _masked(values)),
    ]
    for path in sorted((profile / _LOGS).glob("program.log*")):
        text = "\n".join(clean(_lines(path)))
        found.append(Item(f"logs/{path.name}", "catatan teknis, tanpa isi Bimtek", f"{text}\n"))
    contents = "\n".join(f"{item.name}: {item.words}" for item in found)
    return (Item("keterangan.txt", "apa isi paket ini", f"{_ABOUT}{contents}\n"), *found)


def save(items: Iterable[Item], target: Path) -> None:
    """Write the bundle. Raises DiskFault ``file-not-written``."""
    try:
        replace_file(target, partial(_zip, tuple(items)))
    except OSError:
        raise DiskFault("file-not-written", name=target.name) from None


def clean(lines: Iterable[str]) -> Iterator[str]:
    """Return the lines of a log with nothing in them that somebody wrote or named."""
    hidden = 0
    for line in lines:
        kept = _cleaned(line.rstrip())
        if kept is None:
            hidden += 1
            continue
        if hidden:
            yield f"({hidden} baris disembunyikan)"
            hidden = 0
        yield kept
    if hidden:
        yield f"({hidden} baris disembunyikan)"


def _cleaned(line: str) -> str | None:
    found = _LINE.fullmatch(line)
    if found:
        return f"{found[1]} {_message(found[2])}"
    step = _STEP.fullmatch(line)
    if step:
        return f'  File "{_place(step[1])}", line {step[2]}, in {step[3]}'
    if line.strip() in _BETWEEN:
        return line
    kind = _KIND.fullmatch(line)
    return kind[1] if kind else None


def _message(text: str) -> str:
    if any(pattern.fullmatch(text) for pattern in _PLAIN):
        return text
    bug = _BUG.fullmatch(text)
    if bug:
        steps = (_FRAME.fullmatch(step) for step in bug[2].split(" > "))
        told = (f"{_place(step[1])}:{step[2]} {step[3]}" if step else "?" for step in steps)
        return f"bug {bug[1]} at {' > '.join(told)}"
    qt = _QT.fullmatch(text)
    return f"qt {qt[1]}: {_qt_words(qt[2])}" if qt else HIDDEN


def _place(path: str) -> str:
    """Return a file of the program or of a package as it lies there; the folders of this laptop stay out."""
    parts = re.split(r"[\\/]", path)
    if not parts[-1].endswith((".py", ">")):
        return "?"
    own = max((at for at, part in enumerate(parts[:-1]) if part in _OWN), default=len(parts) - 1)
    return "/".join(parts[own:])


def _qt_words(text: str) -> str:
    name = _QT_NAME.match(text)
    kept = [name.group()] if name else []
    rest = text[name.end() :].removeprefix(":").split() if name else text.split()
    for at, word in enumerate(rest):
        if not (_QT_WORD.fullmatch(word) or (at == 0 and word in _QT_FIRST)):
            break
        kept.append(word)
        if word.strip(".,:;") in _QT_LAST:
            break
    said = " ".join(kept)
    return said if len(kept) == len(rest) + bool(name) else f"{said} …".strip()


def _masked(values: Settings) -> str:
    told = {item.name: _told(item.kind, getattr(values, item.name)) for item in described()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _told(kind: str, value: object) -> object:
    if kind == CHOICE or isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return len(value)
    return "diisi" if value else "kosong"


def _listed(facts: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{label}: {value}\n" for label, value in facts)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _zip(items: tuple[Item, ...], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in items:
            archive.writestr(item.name, item.text)
