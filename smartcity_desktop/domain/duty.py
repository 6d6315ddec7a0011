"""What must follow a masterplan: regulation, decrees, budget, forum, yearly meetings, with owners and days.

The ready-made list follows what evaluators of the ministry ask every year: a legal cover, a council and a
team that work, a budget, a forum, meetings once a year, an own evaluation. Its days are proposals.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from smartcity_desktop.domain.entity import DUTY_KINDS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import LABELS, day_of, number

DONE: Final = "selesai"
LATE, SOON, OPEN, FINISHED = "late", "soon", "open", "done"
KIND_WORDS: Final[Mapping[str, str]] = {
    "perkada": "Peraturan kepala daerah",
    "sk_dewan": "SK Dewan",
    "sk_tim": "SK Tim Pelaksana",
    "anggaran": "Anggaran",
    "forum": "Forum",
    "rapat": "Rapat",
    "lain": "Lainnya",
}
_SOON: Final = timedelta(days=30)
_MOST_YEARS: Final = 10
_LAST_DAY: Final = "12-31"
_BUDGET_DAY: Final = "11-30"
"""A budget is agreed on a month before its year begins (Peraturan Pemerintah 12/2019)."""
_RULES: Final[Mapping[str, str]] = {"kota": "Wali Kota", "kabupaten": "Bupati", "provinsi": "Gubernur"}
_SHORT: Final[Mapping[str, str]] = {"kota": "Perwal", "kabupaten": "Perbup", "provinsi": "Pergub"}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do: what, whose, until when (ISO day), how far, what shows it.

    ``code`` is that of the ready-made list, empty for an own one; ``year`` the year it is for.
    """

    id: RowId = NO_ROW
    pos: str = ""
    code: str = ""
    kind: str = ""
    text: str = ""
    evidence: str = ""
    opd: RowId = NO_ROW
    who: str = ""
    due: str = ""
    year: int | None = None
    state: str = ""
    document: RowId = NO_ROW

    @property
    def is_done(self) -> bool:
        """Whether it was done."""
        return self.state == DONE

    def tone(self, today: date) -> str:
        """Return how pressing it is: done, late, soon (within 30 days), or open."""
        if self.is_done:
            return FINISHED
        due = day_of(self.due) if self.due else None
        if due is None:
            return OPEN
        return LATE if due < today else SOON if due <= today + _SOON else OPEN


@dataclass(frozen=True, slots=True)
class DutyBoard:
    """All duties by day, with the agencies and documents they name; ``ready`` are those not yet listed."""

    items: tuple[Duty, ...] = ()
    today: date = date.min
    names: Mapping[RowId, str] = field(default_factory=dict)
    documents: Mapping[RowId, str] = field(default_factory=dict)
    ready: int = 0

    def count(self, tone: str) -> int:
        """Return how many are as pressing as this."""
        return sum(1 for item in self.items if item.tone(self.today) == tone)

    @property
    def told(self) -> str:
        """``23 tindak lanjut: 4 selesai, 2 lewat tenggat, 1 jatuh tempo dalam 30 hari``."""
        parts = [
            f"{number(found)} {words}"
            for tone, words in (
                (FINISHED, "selesai"),
                (LATE, "lewat tenggat"),
                (SOON, "jatuh tempo dalam 30 hari"),
            )
            if (found := self.count(tone))
        ]
        bare = sum(1 for item in self.items if not item.is_done and not (item.opd or item.who.strip()))
        parts += [f"{number(bare)} belum ada penanggung jawabnya"] if bare else []
        whole = f"{number(len(self.items))} tindak lanjut"
        return f"{whole}: {', '.join(parts)}." if parts else f"{whole}."


def kind_words(kind: str) -> str:
    """Return the words of a kind, empty for none."""
    return KIND_WORDS.get(kind, kind)


def by_day(items: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return duties by the day until which they are due, those without one last, then as they stand."""
    return tuple(sorted(items, key=lambda item: (item.due or "9", item.pos, item.id)))


def ready_made(region: str, start: int | None, end: int | None, year: int) -> tuple[Duty, ...]:
    """Return the usual duties of a masterplan of the years ``start`` to ``end``, seen from ``year``.

    ``region`` is its kind (kota, kabupaten, provinsi): it says whose regulation it is. Years that are over
    are left out, and there are ten at most.
    """
    head = _RULES.get(region, LABELS["region_head"].get(region, "Kepala Daerah"))
    rule = f"Peraturan {head}" + (f" ({_SHORT[region]})" if region in _SHORT else "")
    last = f"{year}-{_LAST_DAY}"
    made = [
        Duty(
            code="perkada", kind="perkada", text=f"Menetapkan {rule} tentang Masterplan Smart City", due=last
        ),
        Duty(code="sk-dewan", kind="sk_dewan", text="Menetapkan SK Dewan Smart City", due=last),
        Duty(code="sk-tim", kind="sk_tim", text="Menetapkan SK Tim Pelaksana Smart City", due=last),
        Duty(code="forum", kind="forum", text="Membentuk Forum Smart City", due=last),
    ]
    first = max(start or year, year)
    years = range(first, min(end or first, first + _MOST_YEARS - 1) + 1)
    for at in years:
        made += _yearly(at, year)
    final = years[-1] if years else year
    made.append(
        Duty(
            code="tinjau",
            kind="lain",
            text="Meninjau masterplan: setelah lima tahun, atau bila RPJMD berubah",
            due=f"{final}-{_LAST_DAY}",
            year=final,
        )
    )
    return tuple(made)


def _yearly(at: int, year: int) -> list[Duty]:
    """Return what comes back every year; the budget of a year that has begun is agreed on already."""
    budget = Duty(
        code=f"anggaran-{at}",
        kind="anggaran",
        text=f"Menganggarkan program smart city dalam APBD {at}",
        due=f"{at - 1}-{_BUDGET_DAY}",
        year=at,
    )
    return [
        *([budget] if at > year else []),
        *(
            Duty(code=f"{code}-{at}", kind=kind, text=f"{text} tahun {at}", due=f"{at}-{_LAST_DAY}", year=at)
            for code, kind, text in (
                ("rapat-dewan", "rapat", "Rapat Dewan Smart City"),
                ("rapat-opd", "rapat", "Rapat Tim Pelaksana dengan semua OPD"),
                ("survei", "lain", "Survei pemakai dan evaluasi masterplan"),
            )
        ),
    ]


def a_year_later(item: Duty) -> Duty:
    """Return what is to be done again the year after: its words, owner and day of that year, nothing done."""
    due = day_of(item.due) if item.due else None
    year = item.year or (due.year if due else None)
    text = item.text
    if year is not None:
        text = re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), text)
    return replace(
        item,
        code="",
        text=text,
        due=_moved(due).isoformat() if due else "",
        year=item.year + 1 if item.year else None,
        state="",
        evidence="",
        document=NO_ROW,
    )


def _moved(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def missing(ready: Sequence[Duty], known: Collection[str]) -> tuple[Duty, ...]:
    """Return the ready-made duties whose codes are not yet known."""
    return tuple(item for item in ready if item.code not in known)


def is_kind(kind: str) -> bool:
    """Return whether this is a kind of the catalogue."""
    return kind in DUTY_KINDS
