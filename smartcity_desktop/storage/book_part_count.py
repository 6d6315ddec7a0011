"""Tables and charts of a book that count rows: by dimension, kind, horizon, agency, year, source of money."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS
from smartcity_desktop.domain.book_part import (
    CHART_WIDTH,
    Align,
    BookChart,
    BookRow,
    BookTable,
    Filled,
    limit_of,
)
from smartcity_desktop.domain.chart_recap import count_bars
from smartcity_desktop.domain.entity import (
    ACTION_HEADS,
    ELEMENTS,
    FACTORS,
    FUNDS,
    INNOVATIONS,
    STRATEGIES,
)
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import (
    FUND_WORDS,
    NO_YEAR,
    UNDATED,
    ProgramFacts,
    Sum,
    amounts,
    sum_of,
)
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.roadmap import period_words
from smartcity_desktop.domain.swot import KIND_NAMES, STRATEGY_NAMES
from smartcity_desktop.domain.wording import LABELS, money, number, rupiah_words
from smartcity_desktop.storage.book_part_rows import ACTION, ASSET, FACTOR, ISSUE, STRATEGY
from smartcity_desktop.storage.book_source import BookSource, Item, caption_of, missing_of
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.initiative_facts import costs_of

_FIRST, _FIGURE = 60.0, 20.0
_NARROW: Final = 7
"""Columns that an upright page holds."""
_UNSAID: Final = "Belum disebut"
_PRIORITIES: Final = {str(value): str(value) for value in (5, 4, 3, 2, 1)}
_STATES: Final = {"berjalan": "Berjalan", "terbatas": "Terbatas", "berhenti": "Berhenti"}

Names = Mapping[str, str]
"""What rows are counted by: stored value -> words, in their order."""


@dataclass(frozen=True, slots=True)
class Side:
    """By what rows are counted: a field, and the words of its values in their order."""

    head: str
    field: str
    names: Names
    many: bool = False

    def of(self, item: Item) -> tuple[str, ...]:
        """Return under what a row counts; under nothing said where it says nothing."""
        found = tuple(item.many(self.field)) if self.many else (item.raw(self.field),)
        kept = tuple(one for one in found if one in self.names)
        return kept or ("",)


_HORIZON: Final = Side("Jangka", "horizon", LABELS["horizon_long"])
_INNOVATION: Final = Side(
    "Jenis inovasi", "innovation", {k: LABELS["innovation"][k] for k in INNOVATIONS}, many=True
)
_ELEMENT: Final = Side("Unsur", "partner_element", {k: LABELS["element"][k] for k in ELEMENTS}, many=True)
_FUND: Final = Side("Sumber dana", "fund", {k: FUND_WORDS[k] for k in FUNDS}, many=True)
_HEAD: Final = Side("Kepala aksi", "head", {k: HEAD_WORDS[k] for k in ACTION_HEADS})
_PRIORITY: Final = Side("Prioritas", "priority", _PRIORITIES)
_FACTOR: Final = Side("Jenis", "kind", {k: KIND_NAMES[k] for k in FACTORS})
_STRATEGY: Final = Side("Pasangan", "kind", {k: STRATEGY_NAMES[k] for k in STRATEGIES})
_STATE: Final = Side("Keadaan", "state", _STATES)


def table(
    source: BookSource,
    key: str,
    heads: Sequence[str],
    rows: Iterable[tuple[str, Sequence[str], RowId]],
    sums: Sequence[str] = (),
    note: str = "",
) -> BookTable:
    """Return a table whose first column is words and whose others are figures; many need a broad page."""
    made = tuple(BookRow((name, *cells), row) for name, cells, row in rows)
    figures: list[Align] = ["right"] * (len(heads) - 1)
    return BookTable(
        key,
        caption_of(source, key),
        tuple(source.say(head) for head in heads),
        made,
        (_FIRST, *(_FIGURE for _ in figures)),
        ("left", *figures),
        tuple(sums) if made else (),
        note if made else "",
        len(heads) > _NARROW,
        missing_of(source, key),
    )


def bars(source: BookSource, key: str, found: Sequence[RecapBar], note: str = "") -> BookChart:
    """Return a chart of bars; without a count it is empty."""
    any_ = any(item.value for item in found)
    chart = count_bars(found if any_ else (), width=CHART_WIDTH)
    return BookChart(key, caption_of(source, key), chart, note if any_ else "", missing_of(source, key))


def _places(source: BookSource, items: Sequence[Item]) -> list[tuple[RowId, str]]:
    """Return every dimension in use, those no longer used that have rows, and that none was chosen."""
    known = [(item.id, item.called) for item in source.dimensions]
    ids = {row for row, _ in known}
    more = dict.fromkeys(item.home for item in items if item.home not in ids)
    return known + [(row, source.home_words(row)) for row in more]


def _cross(ent: str, side: Side, source: BookSource, key: str) -> BookTable:
    """Return dimensions beside the values of a field."""
    items = source.rows(ent)
    if not items:
        return table(source, key, ("Dimensi", *side.names.values(), "Jumlah"), ())
    counts = {
        row: Counter(one for item in items if item.home == row for one in side.of(item))
        for row, _ in _places(source, items)
    }
    values = [*side.names, *([""] if any(found[""] for found in counts.values()) else [])]
    wholes = Counter(item.home for item in items)
    heads = ("Dimensi", *(side.names.get(value, _UNSAID) for value in values), "Jumlah")
    rows = [
        (name, [*(number(counts[row][value]) for value in values), number(wholes[row])], row)
        for row, name in _places(source, items)
    ]
    sums = ["Jumlah", *(number(sum(found[value] for found in counts.values())) for value in values)]
    return table(source, key, heads, rows, sums=[*sums, number(len(items))])


def _single(ent: str, side: Side, source: BookSource, key: str) -> BookTable:
    """Return the values of a field with how many rows say them, and their share."""
    items = source.rows(ent)
    found = _counted(items, side)
    rows = [
        (name, [number(count), f"{round(100 * count / len(items))}%"], NO_ROW)
        for name, count in found
        if items
    ]
    note = f"Dari {number(len(items))} baris; satu baris dapat menyebut beberapa." if side.many else ""
    sums = () if side.many else ("Jumlah", number(len(items)), "100%")
    heads = (side.head, "Jumlah", "Bagian")
    return replace(table(source, key, heads, rows if items else (), sums=sums, note=note), spoken=1)


def _counted(items: Sequence[Item], side: Side) -> list[tuple[str, int]]:
    counts = Counter(one for item in items for one in side.of(item))
    rest = [(_UNSAID, counts[""])] if counts[""] else []
    return [(name, counts[value]) for value, name in side.names.items()] + rest


def _side_bars(ent: str, side: Side, source: BookSource, key: str) -> BookChart:
    """Return a bar for each value of a field, of one dimension where the part is limited to it."""
    return bars(
        source, key, [RecapBar(name, count) for name, count in _counted(source.limited(ent, key), side)]
    )


def _home_bars(ent: str, source: BookSource, key: str) -> BookChart:
    """Return a bar for each dimension."""
    items = source.rows(ent)
    counts = Counter(item.home for item in items)
    return bars(source, key, [RecapBar(name, counts[row]) for row, name in _places(source, items)])


def _agencies(ent: str, source: BookSource) -> list[tuple[RowId, str, list[Item]]]:
    """Return the agencies that own rows, most of them first, and those that nobody owns."""
    owned: dict[RowId, list[Item]] = {}
    for item in source.rows(ent):
        owned.setdefault(RowId(item.raw("opd")), []).append(item)
    order = {row: place for place, row in enumerate(source.opd_names)}
    known = sorted(owned, key=lambda row: (-len(owned[row]), order.get(row, len(order))))
    return [(row, source.opd_names.get(row, "Belum dipilih"), owned[row]) for row in known]


def _by_agency(ent: str, side: Side, source: BookSource, key: str) -> BookTable:
    """Return the agencies beside the values of a field."""
    found = _agencies(ent, source)
    counts = [Counter(one for item in own for one in side.of(item)) for _, _, own in found]
    values = [*side.names, *([""] if any(one[""] for one in counts) else [])]
    rows = [
        (name, [*(number(count[value]) for value in values), number(len(own))], row)
        for (row, name, own), count in zip(found, counts, strict=True)
    ]
    sums = ["Jumlah", *(number(sum(one[value] for one in counts)) for value in values)]
    heads = ("OPD", *(side.names.get(value, _UNSAID) for value in values), "Jumlah")
    return table(source, key, heads, rows, sums=[*sums, number(len(source.rows(ent)))])


def _agency_bars(ent: str, source: BookSource, key: str) -> BookChart:
    return bars(source, key, [RecapBar(name, len(own)) for _, name, own in _agencies(ent, source)])


def _subs(source: BookSource, key: str) -> BookTable:
    """Return every sub-dimension with its programs, also those without any: gaps show."""
    items = source.rows(INITIATIVE)
    counts = Counter(item.raw("subdimension") for item in items)
    rows = [
        (f"{sub.code} {sub.name}", [source.home_words(sub.dimension), number(counts[sub.id])], sub.id)
        for sub in source.subs
    ]
    known = {sub.id for sub in source.subs}
    rest = sum(count for row, count in counts.items() if row not in known)
    if rest:
        rows.append((source.say("Subdimensi belum dipilih"), ["", number(rest)], NO_ROW))
    made = table(
        source,
        key,
        ("Subdimensi", "Dimensi", "Program"),
        rows if items else (),
        sums=("Jumlah", "", number(len(items))),
    )
    return replace(made, widths=(_FIRST, _FIRST, _FIGURE), aligns=("left", "left", "right"))


# Money


def _told(whole: Sum) -> str:
    return f"Rupiah, perkiraan: {whole.clause}"


def _costs(source: BookSource, key: str) -> BookTable:
    """Return what the programs of every dimension cost by year, and altogether: at least and at most."""
    whole = sum_of(source.facts)
    if not whole.priced:
        return table(source, key, ("Dimensi", "Jumlah"), ())
    homes: dict[RowId, list[ProgramFacts]] = {item.id: [] for item in source.dimensions}
    for item in source.facts:
        homes.setdefault(item.dimension, []).append(item)
    is_range = whole.money.low != whole.money.high

    def cells(found: Sum) -> list[str]:
        ends = found.money.ends if is_range else (found.money.low,)
        years = (found.by_period[period] for period in PERIODS)
        return ["" if one is None else money(one) for one in (*years, *ends)]

    rows = [(source.home_words(row), cells(sum_of(own)), row) for row, own in homes.items()]
    ends = ("Jumlah paling sedikit", "Jumlah paling banyak") if is_range else ("Jumlah",)
    heads = ("Dimensi", *map(period_words, PERIODS), *ends)
    made = table(source, key, heads, rows, sums=["Jumlah", *cells(whole)], note=_told(whole))
    return replace(made, words=source.say(f"{number(len(rows))} dimensi. {whole.sentence}"))


def _year_bars(source: BookSource, key: str) -> BookChart:
    found = source.dimension_of(limit_of(key))
    whole = sum_of(
        item for item in source.facts if not limit_of(key) or (found and item.dimension == found.id)
    )
    made = [RecapBar(period_words(one), paid, rupiah_words(paid)) for one, paid in whole.by_period.items()]
    if whole.undated:
        made.append(RecapBar(NO_YEAR, whole.undated.reach, whole.undated.told))
    return bars(source, key, made, _told(whole))


def _cost_bars(source: BookSource, key: str) -> BookChart:
    homes = [*((item.id, item.called) for item in source.dimensions)]
    known = {row for row, _ in homes}
    more = dict.fromkeys(item.dimension for item in source.facts if item.dimension not in known)
    made = []
    for row, name in [*homes, *((one, source.home_words(one)) for one in more)]:
        paid = sum_of(item for item in source.facts if item.dimension == row).money
        made.append(RecapBar(name, paid.reach, paid.told))
    return bars(source, key, made, _told(sum_of(source.facts)))


def _action_paid(items: Iterable[Item]) -> dict[str, int]:
    return amounts(costs_of(item.many("cost")) for item in items)


def _periods(whole: Mapping[str, int]) -> dict[str, str]:
    """Return the heads of the years of the masterplan, and of what stands in none of them."""
    return {one: period_words(one) for one in PERIODS} | ({UNDATED: NO_YEAR} if UNDATED in whole else {})


def _action_costs(source: BookSource, key: str) -> BookTable:
    items = source.rows(ACTION)
    found = [
        (name, _action_paid(item for item in items if item.raw("head") == head))
        for head, name in _HEAD.names.items()
    ]
    unsaid = _action_paid(item for item in items if item.raw("head") not in _HEAD.names)
    found += [(_UNSAID, unsaid)] if unsaid else []
    whole = _action_paid(items)
    periods = _periods(whole)

    def cells(paid: Mapping[str, int]) -> list[str]:
        return [*(money(paid.get(one, 0)) for one in periods), money(sum(paid.values()))]

    rows = [(name, cells(paid), NO_ROW) for name, paid in found]
    has = sum(1 for item in items if costs_of(item.many("cost")))
    note = f"Rupiah. Dari {number(has)} aksi yang sudah ada biayanya, dari {number(len(items))} aksi."
    heads = ("Kepala aksi", *periods.values(), "Jumlah")
    return table(source, key, heads, rows if whole else (), sums=["Jumlah", *cells(whole)], note=note)


def _action_year_bars(source: BookSource, key: str) -> BookChart:
    whole = _action_paid(source.rows(ACTION))
    made = [
        RecapBar(words, whole.get(one, 0), rupiah_words(whole.get(one, 0)))
        for one, words in _periods(whole).items()
    ]
    return bars(source, key, made)


# Years


def _running(source: BookSource) -> list[tuple[str, int, int, int]]:
    """Return for every year of the masterplan how many programs begin, run and end in it."""
    spans = [item.span for item in source.road.programs if item.span]
    base = source.road.base
    return (
        [
            (
                f"{base + year - 1}" if base else f"Tahun ke-{year}",
                sum(1 for span in spans if span.first == year),
                sum(1 for span in spans if span.first <= year <= span.last),
                sum(1 for span in spans if span.last == year),
            )
            for year in range(1, 11)
        ]
        if spans
        else []
    )


def _years(source: BookSource, key: str) -> BookTable:
    rows = [(name, [number(one) for one in found], NO_ROW) for name, *found in _running(source)]
    programs = source.road.programs
    guessed = sum(1 for item in programs if item.span is None or item.span.guessed)
    note = (
        f"{number(guessed)} program belum menyebut tahunnya; yang menyebut jangka dihitung menurut jangkanya."
    )
    heads = ("Tahun", "Mulai", "Berjalan", "Selesai")
    return replace(table(source, key, heads, rows, note=note if guessed else ""), spoken=2)


def _years_bars(source: BookSource, key: str) -> BookChart:
    return bars(source, key, [RecapBar(name, running) for name, _, running, _ in _running(source)])


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "isu.jumlah": partial(_cross, ISSUE, _PRIORITY),
    "isu.grafik": partial(_home_bars, ISSUE),
    "swot.jumlah": partial(_cross, FACTOR, _FACTOR),
    "swot.grafik": partial(_side_bars, FACTOR, _FACTOR),
    "tows.jumlah": partial(_cross, STRATEGY, _STRATEGY),
    "tows.grafik": partial(_side_bars, STRATEGY, _STRATEGY),
    "aplikasi.keadaan": partial(_single, ASSET, _STATE),
    "aplikasi.grafik": partial(_side_bars, ASSET, _STATE),
    "program.sub": _subs,
    "program.dimensi": partial(_home_bars, INITIATIVE),
    "program.jangka": partial(_side_bars, INITIATIVE, _HORIZON),
    "program.jangka.jumlah": partial(_cross, INITIATIVE, _HORIZON),
    "program.inovasi": partial(_single, INITIATIVE, _INNOVATION),
    "program.inovasi.grafik": partial(_side_bars, INITIATIVE, _INNOVATION),
    "program.opd": partial(_by_agency, INITIATIVE, _HORIZON),
    "program.opd.grafik": partial(_agency_bars, INITIATIVE),
    "program.unsur": partial(_single, INITIATIVE, _ELEMENT),
    "program.unsur.grafik": partial(_side_bars, INITIATIVE, _ELEMENT),
    "dana": partial(_single, INITIATIVE, _FUND),
    "dana.grafik": partial(_side_bars, INITIATIVE, _FUND),
    "aksi.jumlah": partial(_cross, ACTION, _HEAD),
    "aksi.grafik": partial(_side_bars, ACTION, _HEAD),
    "aksi.opd": partial(_by_agency, ACTION, _HEAD),
    "aksi.biaya": _action_costs,
    "aksi.biaya.grafik": _action_year_bars,
    "biaya": _costs,
    "biaya.grafik": _year_bars,
    "biaya.dimensi": _cost_bars,
    "jalan.tahun": _years,
    "jalan.tahun.grafik": _years_bars,
}
