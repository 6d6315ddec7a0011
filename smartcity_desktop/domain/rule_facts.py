"""What drafts of regulations are made of: the facts of a workshop that a legal text states. Pure values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.paper_rule import BLANK, letter
from smartcity_desktop.domain.words import Words

_LAWS: Final = (
    f"Undang-Undang Nomor {BLANK} Tahun {BLANK} tentang pembentukan {{region}}",
    (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali "
        "diubah, "
        f"terakhir dengan {BLANK}"
    ),
    "Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah",
    "Peraturan Pemerintah Nomor 59 Tahun 2022 tentang Perkotaan",
    "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
)
"""Laws that a masterplan stands on; sources: the basis of published masterplans and evaluations."""
_FIRST: Final = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
_NATIONAL: Final = "Lembaran Negara Republik Indonesia"
_ADDED: Final = f"Tambahan Lembaran Negara Republik Indonesia Nomor {BLANK}"
_STATE: Final = f"{_NATIONAL} Tahun {{year}} Nomor {BLANK}, {_ADDED}"
_RANKS: Final = (
    (("Undang-Undang",), _STATE),
    (("Peraturan Pemerintah",), _STATE),
    (("Peraturan Presiden",), f"{_NATIONAL} Tahun {{year}} Nomor {BLANK}"),
    (
        ("Peraturan Menteri", "Peraturan Badan", "Peraturan Lembaga"),
        f"Berita Negara Republik Indonesia Tahun {{year}} Nomor {BLANK}",
    ),
    (("Peraturan Daerah",), f"Lembaran Daerah {{region}} Tahun {{year}} Nomor {BLANK}"),
    (("Peraturan",), ""),
)
"""What the laws of each rank begin with, and the gazette that carries them (UU 12/2011, annex II)."""
_AMENDED: Final = " sebagaimana telah "
_NUMBERED: Final = re.compile(r"Nomor\s+(\S+)\s+Tahun\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class RuleProgram:
    """One program smart city of the annex; ``dimension`` is its name, ``years`` are ``2026–2028``."""

    name: str
    dimension: str = ""
    opd: str = ""
    years: str = ""


@dataclass(frozen=True, slots=True)
class RuleMember:
    """A member of the council or the team."""

    name: str
    position: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """Everything that drafts state; empty means that nobody wrote it yet.

    ``office`` is ``Wali Kota``, ``rule_of`` ``Wali Kota Contoh``; ``period`` is ``2026–2030``; ``regional``
    are regulations of the region in full; ``dimensions`` are names with those of their sub-dimensions;
    ``funds`` words of the sources that programs name; ``quick_wins`` with their agencies.
    """

    region: str = ""
    office: str = ""
    rule_of: str = ""
    government: str = ""
    city: str = ""
    period: str = ""
    agency: str = ""
    mou: str = ""
    stages: int = 0
    basis: tuple[str, ...] = ()
    plan: str = ""
    regional: tuple[str, ...] = ()
    vision: str = ""
    missions: tuple[str, ...] = ()
    dimensions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    books: tuple[str, ...] = ()
    programs: tuple[RuleProgram, ...] = ()
    quick_wins: tuple[tuple[str, str], ...] = ()
    funds: tuple[str, ...] = ()
    council: tuple[RuleMember, ...] = ()
    team: tuple[RuleMember, ...] = ()
    words: Words = field(default_factory=Words)

    def known(self, text: str) -> str:
        """Return a fact, or the place to fill it in."""
        return " ".join(text.split()) or BLANK


def laws(facts: RuleFacts) -> tuple[str, ...]:
    """Return the "Mengingat" of a legal text: by rank, then by age, each with its gazette.

    Source of the order and of the gazettes: UU 12/2011, annex II. The law that founded the region, whose year
    nobody wrote, stands before those of its rank. The laws of the event come with those that every masterplan
    names; what is named by both stands once, as the event wrote it. Decrees, instructions and agreements are
    no ground of a regulation.
    """
    own = [_sentence(text) for text in facts.basis if _rank(text) < len(_RANKS)]
    usual = [text.format(region=facts.known(facts.region)) for text in _LAWS]
    numbers = {_number(text) for text in own} - {""}
    kept = [*own, *(text for text in usual if _number(text) not in numbers)]
    regional = [facts.plan, *facts.regional]
    found = sorted([*kept, *filter(None, regional)], key=_place)
    return (_FIRST, *(_with_gazette(text, facts.known(facts.region)) for text in found))


def _sentence(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")


def _rank(text: str) -> int:
    begun = " ".join(text.split())
    return next((place for place, (words, _) in enumerate(_RANKS) if begun.startswith(words)), len(_RANKS))


def _place(text: str) -> tuple[int, int, int]:
    """Return where a law stands: its rank, its year and its number; 0 where they are not written."""
    found = _NUMBERED.search(text)
    number = re.match(r"\d+", found[1]) if found else None
    return _rank(text), int(found[2]) if found else 0, int(number[0]) if number else 0


def _with_gazette(text: str, region: str) -> str:
    """Return a law with the gazette that carries it, its number left open; one that is written stays."""
    gazette = _RANKS[_rank(text)][1]
    if not gazette or "Lembaran" in text or "Berita Negara" in text:
        return text
    found = _NUMBERED.search(text)
    law, amended, rest = text.partition(_AMENDED)
    told = gazette.format(year=found[2] if found else BLANK, region=region)
    return f"{law} ({told}){amended}{rest}"


def _number(text: str) -> str:
    found = _NUMBERED.search(text)
    return f"{found[1]}/{found[2]}" if found else ""


def listed(texts: Sequence[str]) -> str:
    """Return texts as one: ``a, b, dan c``."""
    *first, last = texts or ("",)
    if not first:
        return last
    return f"{', '.join(first)}{',' if len(first) > 1 else ''} dan {last}"


def lettered(texts: Iterable[str]) -> str:
    """Return how a text refers to what stands above it: ``huruf a, huruf b, dan huruf c``."""
    return listed([f"huruf {letter(place)}" for place, _ in enumerate(texts)])
