"""Drafts of regulations and decrees as values: what a legal paper is made of, in the order it is read.

Texts hold ``[…]`` where a person has to fill something in; nothing is guessed in its place.
"""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.book_part import BookTable

BLANK: Final = "[…]"
REGULATION: Final = "rancangan-perkada"
COUNCIL: Final = "rancangan-sk-dewan"
TEAM: Final = "rancangan-sk-tim"
RULE_KINDS: Final = (
    (
        REGULATION,
        "Rancangan Perbup/Perwal masterplan",
        "Sesudah",
        "",
        "Dari data; yang perlu diisi ditandai […]",
        "",
        False,
        "rule",
    ),
    (
        COUNCIL,
        "Rancangan SK Dewan Smart City",
        "Sesudah",
        "",
        "Anggotanya peserta berperan Dewan",
        "",
        False,
        "rule",
    ),
    (
        TEAM,
        "Rancangan SK Tim Pelaksana",
        "Sesudah",
        "",
        "Anggotanya peserta berperan Tim Pelaksana",
        "",
        False,
        "rule",
    ),
)
"""As ``print_kinds.PrintKind`` takes them."""


@dataclass(frozen=True, slots=True)
class Verse:
    """One ayat: its sentence, and what it lists as a, b, c; ``number`` 0 stands alone in its pasal."""

    text: str
    items: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One pasal."""

    number: int
    verses: tuple[Verse, ...]


@dataclass(frozen=True, slots=True)
class RuleChapter:
    """One BAB of a regulation: ``IV``, its title, its pasal."""

    number: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Dictum:
    """One point of a decree: ``KESATU``, its sentence, what it lists."""

    word: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """One lampiran: ``LAMPIRAN I``, its title, sentences, and a table where it has one."""

    number: str
    title: str
    texts: tuple[str, ...] = ()
    table: BookTable | None = None


@dataclass(frozen=True, slots=True)
class RulePaper:
    """One draft.

    ``title`` is ``PERATURAN WALI KOTA CONTOH``, ``about`` what it is about, ``authority`` who sets it
    (``WALI KOTA CONTOH``), ``decree`` what stands behind "Menetapkan". A regulation has ``chapters`` and is
    promulgated in the ``gazette`` by the ``secretary``; a decree has ``dictums``. ``checks`` are what the
    legal division has to look at, printed in front of the draft and not part of it.
    """

    title: str = ""
    about: str = ""
    authority: str = ""
    considering: tuple[str, ...] = ()
    reminding: tuple[str, ...] = ()
    noting: tuple[str, ...] = ()
    decree: str = ""
    chapters: tuple[RuleChapter, ...] = ()
    dictums: tuple[Dictum, ...] = ()
    closing: str = ""
    place: str = ""
    secretary: str = ""
    gazette: str = ""
    annexes: tuple[Annex, ...] = ()
    checks: tuple[str, ...] = ()


NUMBER_LINE: Final = f"NOMOR {BLANK} TAHUN {BLANK}"
SIGNED_ON: Final = f"pada tanggal {BLANK}"
PROMULGATED_ON: Final = f"pada tanggal {BLANK}"


def letter(place: int) -> str:
    """Return the letter of a list of a legal text: 0 is ``a``, 26 is ``aa``."""
    told = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        told = chr(ord("a") + rest) + told
    return told


def ended(place: int, count: int) -> str:
    """Return what ends the item of a list at a place (from 0): ``;``, ``; dan`` before the last, ``.``."""
    return "." if place == count - 1 else ("; dan" if place == count - 2 else ";")
