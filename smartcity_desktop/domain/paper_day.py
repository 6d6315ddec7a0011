"""Frozen pictures of the papers of the evening: minutes, berita acara, the report of a day, photo pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.attendance import Presence, Recap
from smartcity_desktop.domain.course import CourseLine
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.people import GOVERNMENT
from smartcity_desktop.domain.report import FollowUp, GroupSummary, NoteLine, OpdResult, PhotoPrint, Signer
from smartcity_desktop.domain.wording import label, number
from smartcity_desktop.domain.words import Words

NOT_COUNTED: Final = "belum dicatat"


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one session; ``planned`` and ``actual`` are ``09.15–10.30`` without zone.

    ``present`` is in words; ``agenda`` are the points that were to be talked about.
    """

    title: str = ""
    stage: str = ""
    day: date | None = None
    planned: str = ""
    actual: str = ""
    place: str = ""
    leader: str = ""
    speaker: str = ""
    present: str = NOT_COUNTED
    agenda: tuple[str, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    decisions: tuple[NoteLine, ...] = ()
    questions: tuple[NoteLine, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One at the table of a group: ``came`` in words, empty where nobody marked it.

    ``agency`` is where he or she comes from in full, ``called`` the same in short.
    """

    name: str
    position: str = ""
    agency: str = ""
    came: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class GroupWork:
    """What a group wrote on one worksheet: rows, those of which nothing is missing, and the first of them."""

    code: str = ""
    title: str = ""
    whose: str = ""
    rows: int = 0
    complete: int = 0
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """The berita acara of one group: who sat there, what came of it, who signs.

    ``called`` is ``GOV Smart Governance``; ``delivered`` is what the group handed in, in its own words, and
    ``handed`` says that it did, described or not.
    """

    called: str = ""
    stage: str = ""
    session: str = ""
    day: date | None = None
    place: str = ""
    table: str = ""
    agencies: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    work: tuple[GroupWork, ...] = ()
    delivered: str = ""
    handed: bool = False
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class Plenary:
    """The berita acara of the plenary of a stage: per group results, decisions, RTL, many signers."""

    stage: str = ""
    title: str = ""
    day: date | None = None
    place: str = ""
    present: str = NOT_COUNTED
    groups: tuple[GroupRecord, ...] = ()
    decisions: tuple[NoteLine, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class DayReport:
    """Everything the report of a day says; parts without data say so or are left out.

    ``number`` counts the days of the stage from 1; ``speakers`` are (name, what about); ``annexes`` name the
    papers that belong to it.
    """

    stage: str = ""
    title: str = ""
    day: date | None = None
    number: int = 1
    place: str = ""
    time: str = ""
    basis: tuple[str, ...] = ()
    recap: Recap = field(default_factory=Recap)
    present: str = NOT_COUNTED
    speakers: tuple[tuple[str, str], ...] = ()
    course: tuple[CourseLine, ...] = ()
    results: tuple[OpdResult, ...] = ()
    pagu_year: int | None = None
    groups: tuple[GroupSummary, ...] = ()
    records: tuple[GroupRecord, ...] = ()
    decisions: tuple[NoteLine, ...] = ()
    questions: tuple[NoteLine, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    annexes: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoDay:
    """The photos of all sessions of a day, in their order."""

    stage: str = ""
    day: date | None = None
    place: str = ""
    photos: tuple[PhotoPrint, ...] = field(default=(), repr=False)


def present_words(people: Iterable[Presence], words: Words) -> str:
    """Return ``153 orang dari 31 OPD dan 2 unsur di luar pemerintah (Akademisi 5, Media 2)``."""
    there = [item.person for item in people if item.is_there]
    if not there:
        return NOT_COUNTED
    said = f"{number(len(there))} orang"
    agencies = len({item.opd for item in there if item.opd})
    if agencies:
        said += f" dari {number(agencies)} {words.opd}"
    counts = Counter(item.element for item in there)
    outside = [(label("element", name), counts[name]) for name in ELEMENTS if counts[name]]
    outside = outside[1:] if counts[GOVERNMENT] else outside
    if outside:
        named = ", ".join(f"{name} {number(count)}" for name, count in outside)
        said += f" dan {number(len(outside))} unsur di luar pemerintah ({named})"
    return said
