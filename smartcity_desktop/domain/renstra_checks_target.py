"""Checks of indicators: baseline, unit and direction, targets that jump, fall, stay, or are not there."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain.renstra_checks_frame import GOALS, WORKS, Looked, middle, short, written
from smartcity_desktop.domain.renstra_checks_limits import (
    DECIMAL,
    JUMP,
    JUMP_SHARE,
    JUMP_TARGETS,
    PERCENT,
    SAME_YEARS,
    WHOLE_COLUMN,
)
from smartcity_desktop.domain.renstra_draft import Finding, IndicatorDraft
from smartcity_desktop.domain.renstra_targets import (
    counts_what_is_done,
    falls_by_nature,
    numbers,
    target_number,
)

_SHARE: Final = re.compile(r"%|\bpersen", re.IGNORECASE)
_OVER: Final = re.compile(
    r"\b(?:pertumbuhan|kenaikan|peningkatan|laju|rasio|perbandingan|capaian|ketercapaian|realisasi|"
    r"pencapaian|nilai tukar|deviasi|selisih|perubahan|per\s+[\d.]{3,})\b",
    re.IGNORECASE,
)
"""Shares that may rightly be above 100 percent."""
_MEASURED: Final = re.compile(
    r"^\W*(?:jumlah|banyaknya|indeks|index|nilai|skor|score|rasio|persen\w*|opini|predikat|level|tingkat|angka|"
    r"prevalensi|cakupan|luas|panjang|rata-rata|volume|proporsi|peringkat|kategori|status|laju|usia|umur|"
    r"waktu|lama|skala|produksi|pendapatan|tersedianya|terlaksananya|terwujudnya)\b",
    re.IGNORECASE,
)
"""Names that say how they are counted, also without a unit."""
_WITH_UNIT: Final = re.compile(r"[a-zA-Z%]")
_STEADY: Final = re.compile(r"\b(?:bulan|dokumen|laporan|paket|unit|tahun|kali|layanan)\b", re.IGNORECASE)
"""Units of what is done again each year, where the same figure is right."""
_POWERS: Final = (10, 100, 1000)
_CLOSE: Final = Decimal(str(DECIMAL.worth))
_TENFOLD: Final = _POWERS[0] * (1 - _CLOSE)
"""How far apart at least figures are of which one lost its point."""
_WIDE: Final = Decimal(str(JUMP.worth))
_FAR: Final = Decimal(str(JUMP_SHARE.worth))
_ALL: Final = int(PERCENT.worth)
_LEAST: Final = 3
Rule = Callable[[Looked, int, int, IndicatorDraft], Finding | None]


def indicators(plan: Looked) -> Iterator[Finding]:
    """Look at every indicator that has a name; those of support programs are left out."""
    rows = [
        (index, number, item)
        for index, line in enumerate(plan.lines)
        if not line.support
        for number, item in enumerate(line.indicators)
        if item.name
    ]
    bare = len(rows) >= WHOLE_COLUMN.worth and not any(item.baseline for _, _, item in rows)
    if bare:
        message = f"Tidak satu pun dari {len(rows)} indikator punya kondisi awal. Mungkin kolomnya kosong."
        yield plan.whole("indicator-without-baseline", message, {"count": str(len(rows))})
    for index, number, item in rows:
        if not bare and not item.baseline:
            message = f'Kondisi awal indikator "{short(item.name)}" belum diisi.'
            yield plan.about(index, number, "indicator-without-baseline", message)
        yield from _about(plan, index, number, item)


def _about(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Iterator[Finding]:
    jump = _jump(plan, index, number, item)
    if jump is not None:
        yield jump
    # A figure with a lost point also falls afterwards and exceeds the whole; that is said once.
    for rule in _RULES if jump is None else _STILL:
        found = rule(plan, index, number, item)
        if found is not None:
            yield found


def _unit(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    texts = [item.baseline, *item.targets.values()]
    told = item.unit or _SHARE.search(item.name) or _MEASURED.search(item.name)
    if told or not any(texts) or any(_WITH_UNIT.search(text) for text in texts):
        return None
    return plan.about(
        index, number, "indicator-without-unit", f'Indikator "{short(item.name)}" tanpa satuan.'
    )


def _direction(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    steps = _steps(written(item, plan.years))
    down = next(((one, other) for one, other, step in steps if step < 0), None)
    up = next(((one, other) for one, other, step in steps if step > 0), None)
    if up is None and down is None:
        return None
    falls = item.direction == "turun" or (not item.direction and falls_by_nature(item.name))
    called = f'"{short(item.name)}"'
    if falls:
        # A reading may call pengaduan falling although it is the share of those that were handled.
        wrong = up is not None and down is None and not counts_what_is_done(item.name)
        return _rising(plan, index, number, called, up) if up and wrong else None
    if down is None:
        return None
    if item.direction == "naik":
        message = f"Target {called} turun dari {down[0]} ke {down[1]}, padahal makin besar makin baik."
        return plan.about(index, number, "target-wrong-way", message)
    if up is not None:
        message = f"Target {called} naik turun: {up[0]} ke {up[1]}, tetapi {down[0]} ke {down[1]}."
        return plan.about(index, number, "direction-unclear", message)
    message = f"Target {called} turun dari {down[0]} ke {down[1]}. Makin kecil makin baik?"
    return plan.about(index, number, "target-falls", message)


def _rising(plan: Looked, index: int, number: int, called: str, up: tuple[str, str]) -> Finding:
    message = f"Target {called} naik dari {up[0]} ke {up[1]}, padahal makin kecil makin baik."
    return plan.about(index, number, "target-wrong-way", message)


def _jump(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    years = [year for year in plan.years if item.targets.get(year, "").strip()]
    values = [target_number(item.targets[year]) for year in years]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or len(known) < _LEAST:
        return None
    place = _lost_point(known)
    if place is None and _is_level(item):
        place = _wide_step(known)
    if place is None:
        return None
    before = item.targets[years[place - 1]] if place else item.targets[years[1]]
    message = (
        f'Target "{short(item.name)}" {years[place]} tertulis {item.targets[years[place]]}, sedangkan tahun '
        f"{'sebelumnya' if place else 'sesudahnya'} {before}."
    )
    return plan.about(index, number, "target-jumps", message, years[place])


def _lost_point(values: Sequence[Decimal]) -> int | None:
    """Return the place of the one figure that fits its neighbours only ten, hundred or thousand times off."""
    least = min(values)
    if least <= 0 or max(values) < least * _TENFOLD:
        return None
    for place, value in enumerate(values):
        near = [values[at] for at in (place - 1, place + 1) if 0 <= at < len(values)]
        others = [other for at, other in enumerate(values) if at != place]
        if value <= 0 or min(others) <= 0 or max(others) > 10 * min(others):
            continue
        for power in _POWERS:
            if any(all(_close(moved, other) for other in near) for moved in (value / power, value * power)):
                return place
    return None


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * _CLOSE


def _wide_step(values: Sequence[Decimal]) -> int | None:
    """Return the place after a step that is far wider than the usual one of the same row of targets."""
    if len(values) < JUMP_TARGETS.worth:
        return None
    steps = [abs(other - one) for one, other in pairwise(values)]
    # Where all steps are alike none is wide: not even the widest against the smallest.
    if max(steps) <= min((step for step in steps if step), default=0) * _WIDE:
        return None
    for place, step in enumerate(steps):
        others = [other for at, other in enumerate(steps) if at != place and other]
        if not others:
            continue
        wide = step > middle(others) * _WIDE
        if wide and step > abs(values[place]) * _FAR:
            return place + 1
    return None


def _is_level(item: IndicatorDraft) -> bool:
    """Tell whether an indicator is a share, an index or the like, which moves in steady steps."""
    texts = (item.unit, item.name, *item.targets.values())
    return any(_SHARE.search(text) or "indeks" in text.lower() for text in texts)


def _percent(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    year = next((year for year in plan.years if _above_all(item.targets.get(year, ""))), "")
    # Patterns are dear; few indicators have such a figure.
    if not year or not _SHARE.search(f"{item.unit} {item.name}") or _OVER.search(item.name):
        return None
    if _above_all(item.baseline):
        return None
    message = f'Target "{short(item.name)}" {year} tertulis {item.targets[year]}, lebih dari 100 persen.'
    return plan.about(index, number, "percent-above", message, year)


def _above_all(text: str) -> bool:
    """Tell whether a text is a number above the whole."""
    value = target_number(text)
    return value is not None and value > _ALL


def _gap(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    filled = [place for place, year in enumerate(plan.years) if item.targets.get(year, "").strip()]
    if not filled or len(filled) == len(plan.years):
        return None
    gone = [plan.years[place] for place in range(filled[0], filled[-1]) if place not in filled]
    if not gone:
        return None
    message = f'Target "{short(item.name)}" kosong pada {", ".join(gone)}.'
    return plan.about(index, number, "targets-missing", message, gone[0])


def _same(plan: Looked, index: int, number: int, item: IndicatorDraft) -> Finding | None:
    if plan.lines[index].level not in {*GOALS, WORKS[0]}:
        return None
    texts = written(item, plan.years)
    values = {value for _, value in numbers(texts)}
    if len(texts) < max(SAME_YEARS.worth, len(plan.years)) or len(values) != 1:
        return None
    called = f"{item.unit} {item.name}"
    if _STEADY.search(called) and not _SHARE.search(called):
        return None
    if _whole_reached(values.pop()) or not all(target_number(text) is not None for text in texts):
        return None
    message = f'Target "{short(item.name)}" sama setiap tahun: {texts[0]}.'
    return plan.about(index, number, "targets-same", message)


def _whole_reached(value: Decimal) -> bool:
    """Tell whether nothing more can be promised: all of it, or none left."""
    return value in {Decimal(100), Decimal(0)}


def _steps(texts: Sequence[str]) -> list[tuple[str, str, Decimal]]:
    found = [(text, target_number(text)) for text in texts]
    return [
        (one, other, second - first)
        for (one, first), (other, second) in pairwise(found)
        if first is not None and second is not None
    ]


_STILL: Final[tuple[Rule, ...]] = (_unit, _gap)
_RULES: Final[tuple[Rule, ...]] = (*_STILL, _direction, _percent, _same)
