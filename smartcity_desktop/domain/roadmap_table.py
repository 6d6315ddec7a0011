"""Road map and action plan as plain tables: the same cells for paper, spreadsheet and screen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS, NO_HEAD, ActionPlan, ActionRow, cost_told
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.initiative_facts import OPEN_END, Range, amounts
from smartcity_desktop.domain.roadmap import (
    DIMENSION,
    RoadMap,
    RoadProgram,
    cost_sum,
    groups,
    period_words,
)
from smartcity_desktop.domain.roadmap_clash import clashes
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import EMPTY, label

Say = Callable[[str], str]
"""Puts the words of the event into a sentence of the program."""
_ALL: Final = "Jumlah"


def tables(road: RoadMap, plan: ActionPlan, say: Say) -> tuple[TableSheet, ...]:
    """Return road map, costs, action plan and clashes, each program and action in one row."""
    return (_road(road, say), _paid(road, say), _actions(plan, say), _hints(road, say))


def _road(road: RoadMap, say: Say) -> TableSheet:
    heads = (
        *(say("Dimensi"), "Subdimensi", "Program smart city", say("OPD penanggung jawab"), "Jangka", "Tahun"),
        *(period_words(period) for period in PERIODS),
        *("Prasyarat", "Sumber dana", "Keadaan"),
    )
    rows = tuple(
        (
            say(group.name),
            item.subdimension,
            item.called,
            road.opd(item.opd).name,
            label("horizon_long", item.horizon) if item.horizon else "",
            item.years,
            *(item.texts(period) for period in PERIODS),
            waits(road, item),
            item.fund_words,
            label("state", item.state) if item.state else "",
        )
        for group in groups(road, DIMENSION)
        for item in group.programs
    )
    kinds: tuple[Kind, ...] = ("text", "text", *("long",) * 2, "text", "text", *("long",) * 9)
    widths = (22, 12, 38, 26, 16, 12, *(24,) * 6, 30, 18, 10)
    return TableSheet("Peta jalan", heads, rows, widths, kinds, (cost_sum(road.programs).sentence,))


def waits(road: RoadMap, item: RoadProgram) -> str:
    """Return what a program waits for: the programs before it, then what else was written."""
    names = [found.called for row in item.after if (found := road.program(row))]
    return "; ".join(filter(None, (*names, item.needs)))


def _paid(road: RoadMap, say: Say) -> TableSheet:
    heads = (
        *(say("Dimensi"), "Program smart city", say("OPD penanggung jawab")),
        *(f"{period_words(period)} (Rp)" for period in PERIODS),
        *("Paling sedikit (Rp)", "Paling banyak (Rp)", "Dihitung dari"),
    )
    rows = tuple(
        (say(group.name), item.called, road.opd(item.opd).name, *_program_costs(item))
        for group in groups(road, DIMENSION)
        for item in group.programs
    )
    total = cost_sum(road.programs)
    sums = ("", _ALL, "", *_cells(total.by_period), *_ends(total.money), "")
    notes = (total.sentence, *((OPEN_END,) if total.money.high is None else ()))
    kinds: tuple[Kind, ...] = ("text", "long", "long", *("money",) * 8, "text")
    return TableSheet("Biaya peta jalan", heads, rows, (22, 38, 26, *(18,) * 8, 16), kinds, notes, sums)


def _program_costs(item: RoadProgram) -> tuple[str | int, ...]:
    return (*_cells(item.costs), *_ends(item.money), item.counted_from)


def _ends(money: Range | None) -> tuple[str | int, str | int]:
    """Return the least and the most, each empty where nobody has said it."""
    low, high = money.ends if money else (None, None)
    return "" if low is None else low, "" if high is None else high


def _cells(costs: Mapping[str, int]) -> tuple[str | int, ...]:
    """Return what stands in the columns of the periods."""
    return tuple(costs.get(period, "") for period in PERIODS)


def action_heads(say: Say) -> tuple[str, ...]:
    """Return the heads of the table of actions, the cost of every period with them."""
    return (
        *(
            "Kepala aksi",
            "Program smart city",
            "Kegiatan aksi",
            "Keluaran",
            "Hasil",
            "Kondisi awal",
            "Target",
        ),
        *("Waktu", say("OPD penanggung jawab"), "Pendukung dan mitra", "Sumber dana", "Kode Renstra"),
        *(f"{period_words(period)} (Rp)" for period in PERIODS),
        *("Jumlah (Rp)", "Risiko", "Keadaan"),
    )


def _actions(plan: ActionPlan, say: Say) -> TableSheet:
    rows = tuple(_action(plan, item) for head in (*HEAD_WORDS, "") for item in plan.said if item.head == head)
    paid = amounts(item.cost for item in plan.said)
    sums: Sequence[str | int] = (
        _ALL,
        *("",) * 11,
        *(paid.get(period, 0) for period in PERIODS),
        sum(item.total for item in plan.said),
        "",
        "",
    )
    kinds: tuple[Kind, ...] = (
        "text",
        *("long",) * 6,
        "text",
        *("long",) * 4,
        *("money",) * 7,
        "long",
        "text",
    )
    widths = (22, 34, 40, 34, 34, 14, 24, 16, 26, 26, 16, 14, *(16,) * 7, 30, 10)
    return TableSheet(
        "Rencana aksi", action_heads(say), rows, widths, kinds, (cost_told(plan.said),), tuple(sums)
    )


def _action(plan: ActionPlan, item: ActionRow) -> tuple[str | int, ...]:
    when = item.when.words
    return (
        HEAD_WORDS.get(item.head, NO_HEAD),
        plan.program(item.initiative).called,
        *(item.text, item.output, item.outcome, item.baseline, item.target_words),
        "" if when == EMPTY else when,
        next((one.name for one in plan.opds if one.id == item.opd), ""),
        *(plan.support_words(item), item.fund_words, item.plan_code),
        *_cells(amounts([item.cost])),
        item.total if item.cost else "",
        item.risk,
        label("state", item.state) if item.state else "",
    )


def _hints(road: RoadMap, say: Say) -> TableSheet:
    rows = tuple((say(item.kind_words), item.words) for item in clashes(road))
    return TableSheet("Perlu dilihat", ("Tentang", "Yang belum cocok"), rows, (18, 110), ("text", "long"))
