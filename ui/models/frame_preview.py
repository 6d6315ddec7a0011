"""The points of an RPJMD/RPD that was read in words: what becomes of each, what changes, what is in doubt."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.frame_reading import FrameReading
from smartcity_desktop.domain.plan_frame import FramePoint
from smartcity_desktop.domain.plan_frame_change import CHANGED, GONE, NEW, SAME, FrameChange, PointChange
from smartcity_desktop.domain.wording import EMPTY, money
from ui.models.read_table import ReadLine

ALL, FRESH, OTHER, LOST, DOUBTFUL = range(5)
PARTS: Final = ("Semua", "Baru", "Berubah", "Tidak ada lagi", "Perlu dilihat")
STATES: Final[Mapping[str, tuple[str, str]]] = {
    NEW: ("baru", "good"),
    CHANGED: ("berubah", "info"),
    SAME: ("tetap", "text-soft"),
    GONE: ("tidak ada di berkas", "text-soft"),
}
CHANGE_HEADS: Final = ("Yang berubah", "Lama", "Baru")
CHANGE_WIDTHS: Final[Mapping[int, int]] = {0: 150, 1: 150}
_SHOWN: Final = {FRESH: NEW, OTHER: CHANGED, LOST: GONE}


def mark_of(reading: FrameReading, item: PointChange) -> tuple[str, str]:
    """Return what stands behind the kind of a point, and its colour."""
    if item.place is None:
        return _gone(reading, item)
    if item.place in reading.left_out:
        return "tidak dipakai", "text-soft"
    words, ink = STATES[item.state]
    if item.doubts and reading.waits(item.place):
        return f"{words}, perlu dilihat", "warning"
    return words, ink


def _gone(reading: FrameReading, item: PointChange) -> tuple[str, str]:
    if item.old is not None and item.old.point.id in reading.said.gone:
        return "akan dihapus", "danger"
    return f"{STATES[GONE][0]}, tetap disimpan", "text-soft"


def waiting(reading: FrameReading, change: FrameChange) -> list[PointChange]:
    """Return the points whose doubts nobody has settled."""
    return [item for item in change.doubtful if item.place is not None and reading.waits(item.place)]


def wanted(reading: FrameReading, change: FrameChange, part: int) -> set[str]:
    """Return the keys of the points of one part."""
    if part == ALL:
        return set(change.points)
    found = waiting(reading, change) if part == DOUBTFUL else change.of(_SHOWN[part])
    return {item.key for item in found}


def shown(reading: FrameReading, change: FrameChange, part: int) -> tuple[FramePoint, ...]:
    """Return the points of one part with those above them."""
    keys = wanted(reading, change, part)
    path: list[FramePoint] = []
    kept: dict[str, FramePoint] = {}
    for item in change.outlined:
        del path[item.depth :]
        path.append(item)
        if item.point.id in keys:
            kept |= {one.point.id: one for one in path}
    return tuple(kept.values())


def counts(reading: FrameReading, change: FrameChange) -> tuple[str, ...]:
    """Return the words of the parts with how many points each has."""
    numbers = (
        len(change.points),
        *(len(change.of(state)) for state in _SHOWN.values()),
        len(waiting(reading, change)),
    )
    return tuple(f"{words} ({number})" for words, number in zip(PARTS, numbers, strict=True))


def change_lines(item: PointChange) -> list[ReadLine]:
    """Return what is another now, old and new."""
    return [
        ReadLine(
            str(place),
            (
                f"{field.words} ({field.about})" if field.about else field.words,
                field.old or EMPTY,
                field.new or EMPTY,
            ),
        )
        for place, field in enumerate(item.fields)
    ]


def indicator_table(point: FramePoint) -> tuple[tuple[str, ...], list[ReadLine]]:
    """Return the indicators of a point beside each other, their years below; money comes last."""
    paid = bool(point.pagu)
    years = sorted({year for item in point.indicators for year in item.target} | set(point.pagu))
    heads = (
        "",
        *(item.name or "(tanpa nama)" for item in point.indicators),
        *(("Pagu (Rp)",) if paid else ()),
    )
    rows: list[tuple[str, ...]] = []
    if point.indicators:
        rows.append(("Satuan", *(item.unit or EMPTY for item in point.indicators)))
        based = (
            f"{item.baseline} ({item.baseline_year})" if item.baseline_year else item.baseline or EMPTY
            for item in point.indicators
        )
        rows.append(("Kondisi awal", *based))
    for year in years:
        targets = (item.target.get(year, EMPTY) for item in point.indicators)
        rows.append((year, *targets, *((money(point.pagu.get(year)),) if paid else ())))
    return heads, [ReadLine(cells[0], cells) for cells in rows]
