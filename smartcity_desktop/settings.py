"""The settings of this person on this laptop: one frozen dataclass, kept as JSON in the profile folder.

Each field carries what it is called, what it is for, its kind, its choices and its check. The page
"Pengaturan", the reading of the file and the table in README are all made from that.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import SETTINGS_FILE, pointed, replace_file

FILE_NAME: Final = SETTINGS_FILE
KOP_PICTURE: Final = "lambang-kop.png"
"""The coat of arms of the usual letterhead, in the profile folder."""
SAFETY_FOLDER: Final = "salinan-pengaman"
"""Name of every folder that holds safety copies, so that none of them ever holds anything else."""
AGENDA_FOLDER: Final = "susunan-acara"
"""The folder in the profile that holds the rundowns a facilitator saved."""
RECENT_LIMIT: Final = 12
EARLIER_LIMIT: Final = 8
SCALES: Final = (0.9, 1.0, 1.15, 1.3, 1.5)
NAME_LETTERS: Final = 80
KOP_LETTERS: Final = 200
KOP_LINES: Final = 4

LINE, LINES, CHOICE, PICTURE, FOLDER, PROFILE, OWN = (
    *("line", "lines", "choice", "picture", "folder", "profile", "own"),
)
"""Kinds of settings; ``own`` ones the program keeps by itself, and nobody is asked for them."""
KINDS: Final = (LINE, LINES, CHOICE, PICTURE, FOLDER, PROFILE, OWN)
_PICK: Final = "Pilih salah satu dari daftar."


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
class CopyPlaces:
    """Where safety copies go and where they lie.

    ``usual`` is the folder in the profile, ``chosen`` the one used in its place, ``second`` the one that gets
    every copy too (a flashdisk), ``earlier`` those that were used before.
    """

    usual: Path
    chosen: Path | None = None
    second: Path | None = None
    earlier: tuple[Path, ...] = ()

    @property
    def first(self) -> Path:
        """The folder that new copies go to."""
        return self.chosen or self.usual

    @property
    def every(self) -> tuple[Path, ...]:
        """Every folder in which copies may lie, each once; the second one last."""
        last = (self.second,) if self.second else ()
        return tuple(dict.fromkeys((self.first, self.usual, *self.earlier, *last)))


def _fits(limit: int, lines: int, value: object) -> str:
    text = str(value)
    if len(text) > limit:
        return f"Paling banyak {limit} huruf."
    return "" if text.count("\n") < lines else f"Paling banyak {lines} baris."


def _is_folder(value: object) -> str:
    text = str(value)
    return "" if not text or Path(text).is_absolute() else "Pilih foldernya lewat tombol Pilih folder."


def _is_picture(value: object) -> str:
    return "" if value in {"", KOP_PICTURE} else "Pilih gambarnya lewat tombol Pilih lambang."


def _anything(_value: object) -> str:
    return ""


def _is_one_of(choices: tuple[tuple[Any, str], ...], value: object) -> str:
    return "" if any(value == item for item, _words in choices) else _PICK


def _setting(
    default: object,
    words: tuple[str, ...],
    kind: str,
    *,
    group: str = "",
    choices: tuple[tuple[Any, str], ...] = (),
    check: Callable[[Any], str] = _anything,
) -> Any:  # noqa: ANN401 - stands for the value of any field, as dataclasses.field does
    label, explained, empty = (*words, "kosong")[:3]
    said: dict[str, object] = {"label": label, "help": explained, "empty": empty, "kind": kind}
    said |= {"group": group, "choices": choices}
    said["check"] = partial(_is_one_of, choices) if choices else check
    return field(default=default, metadata=said)


HALL_SIZES: Final = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5)
_YOU, _NEW, _COPIES, _PROFILE = "Anda dan layar", "Bimtek baru", "Salinan pengaman", "Profil"
_SCALE_CHOICES: Final = tuple((scale, f"{round(scale * 100)}%") for scale in SCALES)
_PAPER_CHOICES: Final = (("F4", "F4 (215 × 330 mm)"), ("A4", "A4 (210 × 297 mm)"))


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its type, default and description in one place."""

    person: str = _setting(
        "",
        ("Nama Anda", "Dicatat pada setiap perubahan yang Anda buat."),
        LINE,
        group=_YOU,
        check=partial(_fits, NAME_LETTERS, 1),
    )
    text_scale: float = _setting(
        1.0,
        ("Ukuran huruf", "Berlaku seketika di semua layar. Ctrl++ dan Ctrl+- mengubahnya juga."),
        CHOICE,
        group=_YOU,
        choices=_SCALE_CHOICES,
    )
    projector_size: float = _setting(
        1.0,
        (
            "Huruf tayangan",
            "Ukuran awal huruf di proyektor; Ctrl++ dan Ctrl+- di tayangan mengubahnya sementara.",
        ),
        CHOICE,
        group=_YOU,
        choices=tuple((size, f"{round(size * 100)}%") for size in HALL_SIZES),
    )
    paper: str = _setting(
        "F4",
        ("Kertas", "Diusulkan pada Bimtek baru; setiap Bimtek boleh memakai kertas lain."),
        CHOICE,
        group=_NEW,
        choices=_PAPER_CHOICES,
    )
    kop_government: str = _setting(
        "",
        ("Kop: pemerintah", "Baris atas kop bawaan. Kosong: menurut daerah yang dipilih."),
        LINE,
        group=_NEW,
        check=partial(_fits, KOP_LETTERS, 1),
    )
    kop_agency: str = _setting(
        "",
        ("Kop: dinas", "Baris kedua kop bawaan. Kosong: Dinas Komunikasi dan Informatika."),
        LINE,
        group=_NEW,
        check=partial(_fits, KOP_LETTERS, 1),
    )
    kop_address: str = _setting(
        "",
        ("Kop: alamat", "Jalan, telepon, surel; boleh beberapa baris."),
        LINES,
        group=_NEW,
        check=partial(_fits, KOP_LETTERS * 2, KOP_LINES),
    )
    kop_picture: str = _setting(
        "",
        ("Kop: lambang", "Gambar PNG atau JPG di bawah 20 MB. Salinannya disimpan di folder profil."),
        PICTURE,
        group=_NEW,
        check=_is_picture,
    )
    safety_folder: str = _setting(
        "",
        (
            "Folder salinan",
            "Salinan pengaman berikutnya dibuat di sini. Yang lama tetap bisa dipulihkan.",
            "di folder profil",
        ),
        FOLDER,
        group=_COPIES,
        check=_is_folder,
    )
    safety_second: str = _setting(
        "",
        (
            "Folder kedua",
            "Setiap salinan dibuat di sini juga, misalnya di flashdisk. Bila tidak terpasang, dilewati.",
            "tidak ada",
        ),
        FOLDER,
        group=_COPIES,
        check=_is_folder,
    )
    profile_folder: str = _setting(
        "",
        (
            "Folder profil",
            "Tempat pengaturan, log, dan salinan pengaman. Dipakai mulai program dibuka berikutnya.",
            "folder bawaan",
        ),
        PROFILE,
        group=_PROFILE,
        check=_is_folder,
    )
    safety_earlier: tuple[str, ...] = _setting(
        (), ("Folder salinan yang pernah dipakai", "Ikut dicari saat memulihkan."), OWN
    )
    projector_screen: str = _setting("", ("Layar tayangan", "Dipilih di panel Tayangkan."), OWN)
    last_folder: str = _setting("", ("Folder terakhir", "Dipakai saat membuka dan menyimpan berkas."), OWN)
    rail_open: bool = _setting(True, ("Menu lebar", "Ikon dengan kata (Ctrl+M)."), OWN)  # noqa: FBT003 - the default
    recent: tuple[Recent, ...] = _setting((), ("Bimtek terakhir", "Yang terakhir dibuka paling atas."), OWN)

    def remember(self, recent: Recent) -> "Settings":
        """Return the settings with this file first in the list of recent ones."""
        others = tuple(item for item in self.recent if item.path != recent.path)
        return replace(self, recent=(recent, *others)[:RECENT_LIMIT])

    def forget(self, path: str) -> "Settings":
        """Return the settings without this file in the list of recent ones (the file itself stays)."""
        return replace(self, recent=tuple(item for item in self.recent if item.path != path))

    def copy_to(self, name: str, folder: str) -> "Settings":
        """Return the settings with another folder of safety copies; the one it replaces is still searched.

        ``name`` is ``safety_folder`` or ``safety_second``.
        """
        before = str(getattr(self, name))
        kept = dict.fromkeys(item for item in (before, *self.safety_earlier) if item and item != folder)
        changed: dict[str, Any] = {name: folder, "safety_earlier": tuple(kept)[:EARLIER_LIMIT]}
        return replace(self, **changed)

    def copy_places(self, profile: Path) -> CopyPlaces:
        """Return where safety copies go, with this profile folder."""
        usual = profile / SAFETY_FOLDER
        chosen = Path(self.safety_folder) if self.safety_folder else None
        second = Path(self.safety_second) if self.safety_second else None
        if second == (chosen or usual):
            second = None
        return CopyPlaces(usual, chosen, second, tuple(Path(item) for item in self.safety_earlier))


@dataclass(frozen=True, slots=True)
class Setting:
    """What page, check and documentation know of one setting.

    ``choices`` are pairs of value and words; ``check`` returns what is wrong with a value in a sentence,
    empty where nothing is; ``empty`` says what an empty value means.
    """

    name: str
    label: str
    help: str
    kind: str
    group: str
    default: Any
    choices: tuple[tuple[Any, str], ...]
    check: Callable[[Any], str]
    empty: str


def described() -> tuple[Setting, ...]:
    """Return every setting in the order of the dataclass."""
    return tuple(Setting(name=item.name, default=item.default, **item.metadata) for item in fields(Settings))


def asked() -> tuple[Setting, ...]:
    """Return the settings a person is asked for."""
    return tuple(item for item in described() if item.kind != OWN)


def wrong(name: str, value: object) -> str:
    """Return in a sentence what is wrong with a value, empty where it can be taken."""
    item = next(item for item in described() if item.name == name)
    if not isinstance(value, type(item.default)):
        return _PICK if item.choices else "Isian ini tidak bisa dipakai di sini."
    return item.check(value)


def parse(text: str) -> Settings:
    """Return settings from JSON; what is unknown or does not pass its check falls back to its default."""
    try:
        found = json.loads(text)
    except ValueError:
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    kept: dict[str, Any] = {}
    for item in described():
        value = found.get(item.name)
        if item.name == "recent":
            kept["recent"] = _recent(value)
        elif item.name == "safety_earlier":
            kept[item.name] = _folders(value)
        elif not wrong(item.name, value):
            kept[item.name] = value
    return Settings(**kept)


def table() -> str:
    """Return all settings as a table of Markdown, for README."""
    rows = ["| pengaturan | gunanya | pilihan | bawaan | nama di berkas |", "|---|---|---|---|---|"]
    for item in asked():
        words = ", ".join(words for _value, words in item.choices) or _KIND_WORDS[item.kind]
        usual = next((words for value, words in item.choices if value == item.default), item.empty)
        rows.append(f"| {item.label} | {item.help} | {words} | {usual} | `{item.name}` |")
    return "\n".join(rows)


_KIND_WORDS: Final = {
    LINE: "satu baris",
    LINES: "beberapa baris",
    PICTURE: "gambar",
    FOLDER: "folder",
    PROFILE: "folder",
}


def _recent(value: object) -> tuple[Recent, ...]:
    rows = value if isinstance(value, list) else []
    names = [item.name for item in fields(Recent)]
    return tuple(
        Recent(**{name: str(row.get(name, "")) for name in names})
        for row in rows
        if isinstance(row, dict) and row.get("path")
    )[:RECENT_LIMIT]


def _folders(value: object) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(row for row in rows if isinstance(row, str) and row and not _is_folder(row))[:EARLIER_LIMIT]


class SettingsFile:
    """Holds the current settings and writes each change to the profile folder.

    ``home`` is the usual profile folder, which says where the real one is; None where ``--profile`` decides
    and nothing can be moved.
    """

    def __init__(self, profile: Path, home: Path | None = None) -> None:
        """Read the settings of this profile; a missing or broken file means the defaults."""
        self.profile = profile
        self.home = home
        self._folders = [profile]
        text = ""
        with suppress(OSError, UnicodeDecodeError):
            text = (profile / FILE_NAME).read_text(encoding="utf-8")
        found = pointed(home) if home else None
        self.value = replace(parse(text), profile_folder=str(found) if found else "")

    @property
    def places(self) -> CopyPlaces:
        """Where safety copies go now."""
        return self.value.copy_places(self.profile)

    def store(self, value: Settings) -> None:
        """Take new settings and write them; where the profile cannot be written they hold until closing."""
        self.value = value
        kept = {name: item for name, item in asdict(value).items() if name != "profile_folder"}
        text = json.dumps(kept, ensure_ascii=False, indent=1)
        for folder in self._folders:
            with suppress(OSError):
                replace_file(folder / FILE_NAME, partial(_write, text.encode("utf-8")))

    def remember_folder(self, folder: Path) -> None:
        """Keep where a person opened or saved a file last: the next choice begins there."""
        self.store(replace(self.value, last_folder=str(folder)))

    def picture(self) -> bytes | None:
        """Return the coat of arms of the usual letterhead as PNG, None where there is none."""
        if not self.value.kop_picture:
            return None
        try:
            return (self.profile / self.value.kop_picture).read_bytes()
        except OSError:
            return None

    def store_picture(self, png: bytes | None) -> None:
        """Keep a coat of arms in the profile, or none. Raises DiskFault ``folder-unusable``."""
        for folder in self._folders if png else ():
            try:
                replace_file(folder / KOP_PICTURE, partial(_write, png or b""))
            except OSError:
                raise DiskFault("folder-unusable", name=folder) from None
        self.store(replace(self.value, kop_picture=KOP_PICTURE if png else ""))

    def moved(self, target: Path) -> None:
        """Take note that the profile begins from ``target`` next time: until then both are written."""
        self._folders = list(dict.fromkeys((self.profile, target)))
        earlier = self.value.safety_earlier
        if target != self.profile:
            earlier = tuple(dict.fromkeys((str(self.profile / SAFETY_FOLDER), *earlier)))[:EARLIER_LIMIT]
        folder = "" if target == self.home else str(target)
        self.store(replace(self.value, profile_folder=folder, safety_earlier=earlier))


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
