"""What a change of a plan says in the lines of a table: new, gone and changed, one line per value."""

from collections.abc import Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.plan_change import LineChange, PlanChange, more_told
from smartcity_desktop.domain.plan_content import PlanVersion
from smartcity_desktop.domain.wording import EMPTY, day_of, label, money, short_date
from ui.models.read_table import ReadLine

ALL, ADDED, DROPPED, CHANGED, MONEY = range(5)
PARTS: Final = ("Semua", "Baru", "Tidak ada lagi", "Berubah", "Pagu per tahun")
HEADS: Final = ("", "Tingkat", "Baris", "Yang berubah", "Lama", "Baru")
WIDTHS: Final[Mapping[int, int]] = {0: 116, 1: 96, 3: 150, 4: 180, 5: 180}
NAME: Final = 2
MONEY_HEADS: Final = ("Tahun", "Pagu lama (Rp)", "Pagu baru (Rp)", "Selisih")
MONEY_WIDTHS: Final[Mapping[int, int]] = {0: 70, 1: 150, 2: 150}
VERSION_HEADS: Final = ("Versi", "Dibaca", "Berkas", "Baris", "Keterangan")
VERSION_WIDTHS: Final[Mapping[int, int]] = {0: 60, 1: 100, 3: 60, 4: 210}
STANDS: Final = "Yang dipakai sekarang"
_WORKED: Final = "sudah dianalisis"


def lines_of(change: PlanChange, part: int = ALL) -> list[ReadLine]:
    """Return the differences of one part; those that take an analysis with them come first."""
    found: list[ReadLine] = []
    if part in {ALL, DROPPED}:
        dropped = sorted(change.dropped, key=lambda item: not item.worked)
        found += [_line("Tidak ada lagi", item, _WORKED if item.worked else "") for item in dropped]
    if part in {ALL, ADDED}:
        found += [_line("Baru", item) for item in change.added]
    if part in {ALL, CHANGED}:
        found += [line for item in change.changed for line in _fields(item)]
    return found


def _line(word: str, item: LineChange, told: str = "") -> ReadLine:
    key = f"{item.old}:{item.new}"
    return ReadLine(key, (word, label("level", item.level), item.called, told, "", ""))


def _fields(item: LineChange) -> list[ReadLine]:
    return [
        ReadLine(
            f"{item.old}:{item.new}:{place}",
            (
                "Berubah" if place == 0 else "",
                label("level", item.level) if place == 0 else "",
                item.called if place == 0 else "",
                f"{field.words} ({field.about})" if field.about else field.words,
                field.old or EMPTY,
                field.new or EMPTY,
            ),
        )
        for place, field in enumerate(item.fields)
    ]


def told_of(change: PlanChange, key: str) -> str:
    """Return the difference of a line of the table in whole sentences, empty where there is none."""
    old, new, *place = key.split(":") if ":" in key else ("", "")
    lines = (*change.added, *change.dropped, *change.changed)
    item = next((one for one in lines if (str(one.old), str(one.new)) == (old, new)), None)
    if item is None:
        return ""
    field = item.fields[int(place[0])].told if place else ""
    return f"{label('level', item.level)} {item.called}. {field}".strip()


def money_of(change: PlanChange) -> list[ReadLine]:
    """Return the money of each year in both versions."""
    return [
        ReadLine(item.year, (item.year, money(item.old), money(item.new), more_told(item)))
        for item in change.money
    ]


def counts_of(change: PlanChange) -> tuple[str, ...]:
    """Return the words of the parts with how many lines each has."""
    counts = (None, len(change.added), len(change.dropped), len(change.changed), None)
    return tuple(
        words if count is None else f"{words} ({count})" for words, count in zip(PARTS, counts, strict=True)
    )


def version_lines(versions: Sequence[PlanVersion]) -> list[ReadLine]:
    """Return the versions, the newest first."""
    return [
        ReadLine(
            str(item.number),
            (
                str(item.number),
                short_date(day_of(item.read_at)),
                item.source_name or EMPTY,
                str(item.lines),
                " · ".join(word for word in (item.title, STANDS if item.stands else "") if word) or EMPTY,
            ),
        )
        for item in reversed(versions)
    ]


def version_choices(versions: Sequence[PlanVersion]) -> list[tuple[int, str]]:
    """Return what may be compared (number, words), the newest first; 0 is the plan as it stands."""
    stands = bool(versions) and versions[-1].stands
    found = [] if stands else [(0, STANDS)]
    for item in reversed(versions):
        words = f"Versi {item.number}"
        told = STANDS.lower() if item.stands else item.title or item.source_name
        found.append((item.number, f"{words} · {told}" if told else words))
    return found
