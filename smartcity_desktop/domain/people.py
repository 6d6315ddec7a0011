"""Participants of the workshop, and who was there; names compared, numbers given, the penta-helix counted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of, plain
from smartcity_desktop.domain.wording import label

BODIES: Final = (
    "Dewan",
    "Tim Pelaksana",
    "Tim Teknis",
    "Forum",
    "Narasumber",
    "Tenaga Ahli",
    "Panitia",
    "Tamu",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; NIP and phone are kept apart (domain.workshop.Identity).

    ``name`` holds the titles as written; ``number`` is the participant's at the door; ``body`` is one of
    ``BODIES`` or the workshop's own word; ``element`` one of ``entity.ELEMENTS`` (penta-helix); ``gender``
    ``L`` or ``P``; ``walk_in`` came without being expected.
    """

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    position: str = ""
    opd: RowId = NO_ROW
    institution: str = ""
    body: str = ""
    element: str = ""
    rank: str = ""
    number: int | None = None
    gender: str = ""
    access: str = ""
    note: str = ""
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a participant was there on a day (``session`` empty) or in one session of it.

    ``state`` is one of ``entity.PRESENCES``, ``way`` one of ``entity.WAYS``; ``date`` an ISO day, ``at`` an
    ISO moment. Whoever came in the place of the participant is the ``deputy``.
    """

    id: RowId = NO_ROW
    person: RowId = NO_ROW
    date: str = ""
    session: RowId = NO_ROW
    state: str = ""
    at: str = ""
    way: str = ""
    deputy: str = ""
    deputy_position: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that was given a number: for the participant, or for ``holder``, the deputy who came.

    ``hours`` are lesson hours (JP); an empty ``stage`` means the whole series.
    """

    id: RowId = NO_ROW
    person: RowId = NO_ROW
    stage: RowId = NO_ROW
    holder: str = ""
    number: int | None = None
    hours: int | None = None
    made_at: str = ""


# Names -----------------------------------------------------------------------------------------------------

_FRONT: Final = frozenset(
    re.findall(
        r"\w+",
        "prof dr drg drh drs dra ir h hj kh k apt ns ust ustad ustadz ustadzah bpk bapak ibu sdr sdri pdt hc "
        "med letkol kompol akbp akp iptu ipda aiptu aipda bripka mayor kapten lettu letda kolonel",
    )
)
"""Titles before a name, as ``key_of`` letters."""
_BEHIND: Final = frozenset(
    re.findall(
        r"\w+",
        "se sh st ssi ssos sip spd spdi skm skep sked sag sstp sp spt spi sfarm spsi sars sds ssn stp mm "
        "skom mt mh msi mkom mpd mkes mkep map ma msc mba mph mars mtr mtrap phd amd amdkom amdkeb ipm ak ca "
        "cfra spog spa sppk dess mpp meng mak msn mhum mikom msip mec mecdev mp stks sstmm strsos",
    )
)
"""Degrees behind a name, as ``key_of`` letters."""
_SAME: Final = {
    **dict.fromkeys(
        ("muh", "moh", "mohd", "mhd", "muhamad", "mohamad", "mohammad", "moch", "much", "mochamad"),
        "muhammad",
    ),
    **dict.fromkeys(("mochammad", "muhammat", "mukhamad", "mukhammad", "mohammed"), "muhammad"),
    **dict.fromkeys(("st", "siti", "sity"), "sitti"),
    "abd": "abdul",
    "abdl": "abdul",
    "achmad": "ahmad",
    "akhmad": "ahmad",
}
_SHORTEST: Final = 2
"""Letters of a word that is a name and no initial."""


def bare_name(name: str) -> str:
    """Return the letters by which two spellings of one name are compared: without titles and degrees.

    Only for comparing; what is kept and printed is always the name as it was typed.
    """
    words = [word for word in re.split(r"[\s.]+", plain(name.partition(",")[0])) if word]
    while len(words) > 1 and key_of(words[0]) in _FRONT:
        words = words[1:]
    kept = _without_degrees(name.partition(",")[0], words)
    if len(kept) > 1 and kept[0] == "m":
        kept = ["muhammad", *kept[1:]]
    return "".join(_SAME.get(key_of(word), key_of(word)) for word in kept)


def _without_degrees(name: str, words: Sequence[str]) -> list[str]:
    """Return the words without degrees at the end that no comma parts from the name (``Budi S.Kom M.T.``)."""
    written = [word for word in name.split() if word]
    cut = 0
    while len(written) - cut > 1 and _is_degree(written[-1 - cut]):
        cut += 1
    gone = sum(
        len([part for part in re.split(r"\.", word) if part]) for word in written[len(written) - cut :]
    )
    return list(words[: len(words) - gone]) or list(words)


def _is_degree(word: str) -> bool:
    letters = key_of(word)
    dotted = "." in word.rstrip(".") or (word.endswith(".") and len(letters) > _SHORTEST)
    shouted = word.isupper() and len(letters) >= _SHORTEST
    return letters in _BEHIND and (dotted or shouted)


def digits_of(number: str) -> str:
    """Return a NIP or phone number without the blanks, dots and marks that people put between its digits."""
    return re.sub(r"[\s.\-\u2013'’`()/]", "", number)


def told_apart(people: Sequence[Person]) -> str:
    """Return by what the name of an act calls these participants: a number, or how many they are.

    Acts keep their names for ever and travel with every copy; a name in there would outlive the removal of
    the person.
    """
    if len(people) != 1:
        return f"{len(people)} peserta"
    return "seorang peserta" if people[0].number is None else f"nomor {people[0].number}"


# Numbers ---------------------------------------------------------------------------------------------------


def next_number(people: Iterable[Person], highest: int = 0) -> int:
    """Return the number of whoever is added next: behind the highest one that was given.

    ``highest`` is the highest one of all, that of somebody removed too (``storage.people.highest_number``):
    it may stand on a name tag, and a name tag means one person.
    """
    return max((highest, *(item.number or 0 for item in people))) + 1


def missing_numbers(people: Sequence[Person], highest: int = 0) -> dict[RowId, int]:
    """Return new numbers for those who have none, or one that somebody before them in the list has too.

    A number once given stays; two laptops may have given the same one to two people. ``highest`` is that of
    ``next_number``.
    """
    taken: set[int] = set()
    wanting: list[RowId] = []
    for item in people:
        if item.number is None or item.number in taken:
            wanting.append(item.id)
        else:
            taken.add(item.number)
    start = next_number(people, highest)
    return {row: start + place for place, row in enumerate(wanting)}


# The penta-helix -------------------------------------------------------------------------------------------

GOVERNMENT: Final = ELEMENTS[0]
FEW_OUTSIDERS: Final = 0.2
"""Below this share of all whose unsur is known, outsiders are too few (a hint, never a block)."""
ENOUGH_TO_TELL: Final = 10
"""People of known unsur from whom on a share says anything."""


def element_counts(people: Iterable[Person]) -> dict[str, int]:
    """Return how many people each unsur has, in its order; those without one stand under ""."""
    counted = dict.fromkeys((*ELEMENTS, ""), 0)
    for item in people:
        counted[item.element if item.element in counted else ""] += 1
    return counted


def outsiders_too_few(counts: Mapping[str, int]) -> str:
    """Return the sentence that nearly only government comes; empty where others do, or few are known."""
    known = sum(counts.get(item, 0) for item in ELEMENTS)
    outside = known - counts.get(GOVERNMENT, 0)
    if known < ENOUGH_TO_TELL or outside >= known * FEW_OUTSIDERS:
        return ""
    others = [item for item in ELEMENTS[1:] if not counts.get(item)] or list(ELEMENTS[1:])
    words = ", ".join(label("element", item).lower() for item in others)
    return f"Hampir semua peserta dari pemerintah: undang {words}"
