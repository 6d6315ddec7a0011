"""What changed since the end of a stage, as it is read before the next one: grouped and short."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.stage_copy import (
    CHANGED,
    GONE,
    NEW,
    NOTHING,
    WAYS,
    FieldChange,
    Group,
    RowChange,
    Since,
    apart,
    since_title,
)
from smartcity_desktop.domain.wording import day_of, long_date, number, shortened

SINCE: Final = "perubahan-sejak-tahap"
SINCE_KINDS: Final = (
    (
        *(SINCE, "Perubahan sejak tahap", "Sebelum", "stage"),
        *("Yang baru, berubah, dan dihapus sejak tahap itu diakhiri; siapa yang mengisi", "", False),
        "stage_copy",
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""
_MOST: Final = 40
"""Rows of one kind that are told; of more only the number is."""
_FIRST: Final = (GONE, NEW, CHANGED)
_VALUE: Final = 160
_NAME: Final = 120
NONE_YET: Final = (
    "Belum ada tahap yang diakhiri. Salinan akhir tahap dibuat di Salinan tahap (Ctrl+K); sejak itu "
    "perubahannya tercatat di sini."
)


@dataclass(frozen=True, slots=True)
class SinceRow:
    """One line: what it is called, whether new or changed, and what changed, in words."""

    name: str
    way: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SinceGroup:
    """One kind of row: its head with the counts, its lines, and how many more there are."""

    head: str
    rows: tuple[SinceRow, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class SincePaper:
    """The pre-read: when the copy was made, the sum in a sentence, groups, and who wrote how much.

    A row of ``people`` is name, rows, fields and the last day. ``told`` alone stands where no stage ended.
    """

    title: str = ""
    made: str = ""
    told: str = NONE_YET
    groups: tuple[SinceGroup, ...] = ()
    people: tuple[tuple[str, str, str, str], ...] = ()


def since_paper(found: Since, say: Callable[[str], str]) -> SincePaper:
    """Return what is printed; ``say`` puts the program's own words into those of the event."""
    day = day_of(found.copy.at[:10])
    return SincePaper(
        since_title(found.copy),
        f"{found.copy.title} dibuat {long_date(day)}." if day else found.copy.title,
        say(found.told),
        tuple(_group(item, say) for item in found.groups),
        tuple((item.name, number(item.rows), number(item.fields), _day(item.last)) for item in found.people),
    )


def _day(moment: str) -> str:
    day = day_of(moment[:10])
    return long_date(day, weekday=False) if day else NOTHING


def _group(group: Group, say: Callable[[str], str]) -> SinceGroup:
    shown = _told(group.rows)
    left = len(group.rows) - len(shown)
    return SinceGroup(
        f"{say(group.words)} ({group.told})",
        tuple(_row(item, say) for item in shown),
        f"dan {number(left)} lagi, lihat berkas Excel-nya" if left else "",
    )


def _told(rows: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
    """Return the rows that there is room for, in their order: what was deleted or is new before the rest."""
    first = sorted(range(len(rows)), key=lambda at: (_FIRST.index(rows[at].way), at))[:_MOST]
    return tuple(rows[at] for at in sorted(first))


def _row(item: RowChange, say: Callable[[str], str]) -> SinceRow:
    told = tuple(_change(one, say) for one in item.fields) if item.way == CHANGED else ()
    return SinceRow(shortened(item.name, _NAME), WAYS[item.way], told)


def _change(one: FieldChange, say: Callable[[str], str]) -> str:
    before, after = apart(one, _VALUE)
    return f"{say(one.words)}: {before} → {after}"
