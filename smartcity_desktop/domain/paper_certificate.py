"""Certificates: who has earned one, which number it carries, what stands on its back. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.attendance import Stay
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.people import Certificate, Person, bare_name
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import MONTHS, STAGE_NAMES, long_date, stage_name

LESSON_MINUTES: Final = 45
"""Minutes of one lesson hour (JP)."""
USUAL_SHARE: Final = 75
"""Percent of the days that somebody has to be there: of two days both, of four three."""
USUAL_PATTERN: Final = "{nomor:03}/SC/{tahun}"
TEACHING: Final = frozenset({"materi", "kelompok", "presentasi"})
_TEACHERS: Final = frozenset({"Narasumber", "Tenaga Ahli"})
_PERCENT: Final = 100
_TOKEN: Final = re.compile(r"\{(nomor|tahun|tahap|bulan)(?::0?(\d))?\}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One block that counts as teaching: ``hours`` are lesson hours."""

    title: str
    speaker: str = ""
    minutes: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """One who has earned a certificate: a participant, or as ``name`` the deputy who came in his place.

    ``role`` is Peserta, Narasumber or Panitia; ``number`` is None until it was given one.
    """

    person: RowId
    name: str
    agency: str = ""
    role: str = "Peserta"
    deputy: bool = False
    nip: str = ""
    number: int | None = None
    hours: int | None = None

    @property
    def key(self) -> str:
        """What the certificate's row is keyed by beside person and stage: the deputy's name."""
        return self.name if self.deputy else ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of the workshop: percent of the days, pattern of the number, lesson hours set by hand."""

    share: int = USUAL_SHARE
    pattern: str = USUAL_PATTERN
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Certificates:
    """All certificates of a stage as they are printed.

    ``days`` are in words (``4–5 Agustus 2026``); ``numbers`` holds the whole number by holder in order.
    """

    title: str = ""
    stage: str = ""
    host: str = ""
    place: str = ""
    days: str = ""
    year: int | None = None
    hours: int = 0
    fixed_hours: bool = False
    lessons: tuple[Lesson, ...] = ()
    holders: tuple[Holder, ...] = ()
    numbers: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A certificate that got another number because an earlier one bears its own: it is printed again."""

    name: str
    stage: int
    before: int
    number: int

    @property
    def words(self) -> str:
        """Whose paper it is: ``Budi, Tahap II (nomor 2 menjadi 13)``."""
        where = f", Tahap {stage_name(self.stage)}" if self.stage else ""
        return f"{self.name}{where} (nomor {self.before} menjadi {self.number})"


@dataclass(frozen=True, slots=True)
class Roll:
    """Who has earned a certificate of a stage, how many wait for a number, and who falls short.

    ``short`` are (name, percent of the days) of those who came, but too seldom. ``doubled`` are numbers that
    more than one certificate bears: two laptops gave them apart from each other.
    """

    holders: tuple[Holder, ...] = ()
    short: tuple[tuple[str, int], ...] = ()
    days: int = 0
    rules: Rules = field(default_factory=Rules)
    doubled: tuple[int, ...] = ()

    @property
    def waiting(self) -> tuple[Holder, ...]:
        """Those who have no number yet."""
        return tuple(item for item in self.holders if item.number is None)


# Who has earned one ----------------------------------------------------------------------------------------


def roll(
    people: Sequence[Person],
    stays: Mapping[RowId, Stay],
    given: Iterable[Certificate],
    agencies: Mapping[RowId, str],
    rules: Rules,
) -> Roll:
    """Return who has earned a certificate of a stage, each with the number that was given.

    A participant has to come himself on the share of the days; a deputy earns one by the same rule.
    Who teaches earns one by coming at all. Who was given a number keeps it.
    """
    numbers = {(item.person, item.holder): item for item in given}
    found: list[Holder] = []
    short: list[tuple[str, int]] = []
    days = max((item.days for item in stays.values()), default=0)
    for person in people:
        stay = stays.get(person.id, Stay(person.id))
        agency = agencies.get(person.opd, "") or person.institution
        own = (person.id, "")
        if _earned(person, stay, rules) or own in numbers:
            found.append(_numbered(Holder(person.id, person.name, agency, role_of(person)), numbers))
        elif stay.own:
            short.append((person.name, round(stay.share * _PERCENT)))
        for name, share in _deputies(stay, numbers).items():
            if share * _PERCENT >= rules.share or (person.id, name) in numbers:
                holder = Holder(person.id, name, agency, deputy=True)
                found.append(_numbered(holder, numbers))
            else:
                short.append((name, round(share * _PERCENT)))
    return Roll(tuple(found), tuple(short), days, rules)


def role_of(person: Person) -> str:
    """Return as what somebody took part."""
    if person.body in _TEACHERS:
        return "Narasumber"
    return "Panitia" if person.body == "Panitia" else "Peserta"


def _earned(person: Person, stay: Stay, rules: Rules) -> bool:
    if not stay.own:
        return False
    return person.body in _TEACHERS or stay.share * _PERCENT >= rules.share


def _deputies(stay: Stay, numbers: Mapping[tuple[RowId, str], Certificate]) -> dict[str, float]:
    """Return on which share of the days each deputy came; a name stays as it was given a number."""
    given = {bare_name(holder): holder for row, holder in numbers if row == stay.person and holder}
    found = {given.get(bare_name(name), name): stay.deputy_share(name) for name in stay.deputies}
    return found | {holder: 0.0 for holder in given.values() if holder not in found}


def _numbered(holder: Holder, numbers: Mapping[tuple[RowId, str], Certificate]) -> Holder:
    given = numbers.get((holder.person, holder.key))
    if given is None:
        return holder
    return Holder(
        holder.person,
        holder.name,
        holder.agency,
        holder.role,
        holder.deputy,
        holder.nip,
        given.number,
        given.hours,
    )


def next_number(given: Iterable[Certificate], pattern: str, stage: RowId = NO_ROW) -> int:
    """Return the number that follows; where the pattern names the stage, each stage counts for itself."""
    return max(_taken(given, pattern, stage), default=0) + 1


def doubled_numbers(given: Iterable[Certificate], pattern: str, stage: RowId = NO_ROW) -> tuple[int, ...]:
    """Return the numbers that stand on more than one certificate, counted as ``next_number`` does."""
    counted = Counter(_taken(given, pattern, stage))
    return tuple(sorted(number for number, times in counted.items() if times > 1))


def later_doubles(given: Iterable[Certificate], pattern: str, stage: RowId = NO_ROW) -> list[Certificate]:
    """Return the certificates whose number stands on an earlier one already, in the order they were made."""
    own = "{tahap" in pattern
    scope = [item for item in given if item.number and (not own or item.stage == stage)]
    seen: set[int | None] = set()
    found = []
    for item in sorted(scope, key=lambda each: (each.made_at, each.id)):
        if item.number in seen:
            found.append(item)
        seen.add(item.number)
    return found


def _taken(given: Iterable[Certificate], pattern: str, stage: RowId) -> list[int]:
    own = "{tahap" in pattern
    return [item.number for item in given if item.number and (not own or item.stage == stage)]


def number_words(pattern: str, number: int, stage: int, day: date | None) -> str:
    """Return the whole number: ``{nomor:03}/SC/{tahun}`` gives ``007/SC/2026``.

    Known are ``{nomor}`` (with a width), ``{tahun}``, ``{tahap}`` and ``{bulan}`` (Roman); a pattern without
    any ``{nomor}`` has it in front. Other brackets stay as they are.
    """
    whole = pattern.strip() or USUAL_PATTERN
    if "{nomor" not in whole:
        whole = "{nomor:03}/" + whole.lstrip("/")
    months = (*STAGE_NAMES, "IX", "X", "XI", "XII")
    values = {
        "nomor": str(number),
        "tahun": str(day.year) if day else "…………",
        "tahap": STAGE_NAMES[stage - 1] if 1 <= stage <= len(STAGE_NAMES) else str(stage),
        "bulan": months[day.month - 1] if day else "……",
    }

    def put(found: "re.Match[str]") -> str:
        word, width = found.group(1), int(found.group(2) or 0)
        return values[word].zfill(width) if word == "nomor" else values[word]

    return _TOKEN.sub(put, whole)


# What stands on its back -----------------------------------------------------------------------------------


def lessons_of(blocks: Iterable[Session]) -> tuple[Lesson, ...]:
    """Return the blocks that count as teaching with their minutes and lesson hours of 45 minutes.

    One that was begun without an agenda has no kind: it counts where a worksheet was filled. A block that was
    left out counts nothing; one is rounded to whole lesson hours, never to none.
    """
    found = []
    for block in blocks:
        planned = block.planned
        teaches = block.kind in TEACHING or bool(not block.kind and block.worksheet)
        if not teaches or block.skipped or planned is None:
            continue
        minutes = round(planned.total_seconds() / 60)
        hours = max(1, (2 * minutes + LESSON_MINUTES) // (2 * LESSON_MINUTES))
        found.append(Lesson(block.title, block.speaker or block.leader, minutes, hours))
    return tuple(found)


def days_words(first: date | None, last: date | None) -> str:
    """Return ``4–5 Agustus 2026`` or ``31 Juli – 1 Agustus 2026``; a single day as it is."""
    if first is None or last is None or first == last:
        return long_date(first or last, weekday=False) if first or last else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    return (
        f"{begin if first.year == last.year else f'{begin} {first.year}'} – {long_date(last, weekday=False)}"
    )
