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
_RANKS: Final = (
    "Undang-Undang",
    "Peraturan Pemerintah",
    "Peraturan Presiden",
    "Peraturan Menteri",
    "Peraturan Daerah",
    "Peraturan",
)
_NUMBERED: Final = re.compile(r"Nomor\s+(\S+)\s+Tahun\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class RuleProgram:
    """One program smart city of the annex; ``dimension`` is its code, ``years`` are ``2026–2028``."""

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
    """Return the "Mengingat" of a regulation in the order of rank.

    The laws of the event come with those that every masterplan names; what is named by both stands once, as
    the event wrote it. Decrees, instructions and agreements are no ground of a regulation.
    """
    own = [_sentence(text) for text in facts.basis if _rank(text) < len(_RANKS)]
    usual = [text.format(region=facts.known(facts.region)) for text in _LAWS]
    numbers = {_number(text) for text in own} - {""}
    kept = [*own, *(text for text in usual if _number(text) not in numbers)]
    regional = [facts.plan, *facts.regional]
    return (_FIRST, *sorted([*kept, *filter(None, regional)], key=_rank))


def _sentence(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")


def _rank(text: str) -> int:
    begun = " ".join(text.split())
    return next((place for place, word in enumerate(_RANKS) if begun.startswith(word)), len(_RANKS))


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
