"""Tables and charts of a book about the money of the programs that the plans already hold."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.book_part import CHART_WIDTH, BookChart, BookTable, Filled
from smartcity_desktop.domain.chart_coverage import stacked_bars
from smartcity_desktop.domain.coverage import Board, Cell
from smartcity_desktop.domain.coverage_money import money_board, money_told
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.wording import money, number
from smartcity_desktop.storage.book_part_count import bars, table
from smartcity_desktop.storage.book_source import RELEVANT_ONLY, BookSource, caption_of, missing_of


def _money(source: BookSource, key: str) -> BookTable:
    board = money_board(source.coverage, RELEVANT_ONLY)
    spans = _spans([head.words for head in board.heads], source)
    heads = ("Dimensi", *(words for words, _ in spans))

    def told(cells: Sequence[Cell]) -> list[str]:
        return [money(sum(cells[at].amount for at in places)) for _, places in spans]

    rows = [(line.name, told(line.cells), RowId(line.key)) for line in board.lines]
    sums = ["Jumlah", *told(board.sums.cells)] if board.sums.cells else ["Jumlah"]
    has = bool(board.sums.cells and board.sums.cells[-1].amount)
    return table(source, key, heads, rows if has else (), sums, money_told(source.coverage, RELEVANT_ONLY))


def _spans(heads: Sequence[str], source: BookSource) -> list[tuple[str, list[int]]]:
    """Return the years of the masterplan each for itself, those before and after it together."""
    first, last = source.workshop.period_start or 0, source.workshop.period_end or 0
    found: dict[str, list[int]] = {}
    for at, words in enumerate(heads):
        year = int(words) if words.isdecimal() else first
        side = f"Sebelum {first}" if year < first else f"Sesudah {last}" if year > last else words
        found.setdefault(side, []).append(at)
    return list(found.items())


def _money_bars(source: BookSource, key: str) -> BookChart:
    board = money_board(source.coverage, RELEVANT_ONLY)
    made = [
        RecapBar(line.name, line.cells[-1].amount, f"{number(round(line.cells[-1].amount / 10**6))} juta")
        for line in board.lines
    ]
    return bars(source, key, made, "Juta rupiah, jumlah semua tahun Renstra.")


def _money_years(source: BookSource, key: str) -> BookChart:
    board = money_board(source.coverage, RELEVANT_ONLY)
    has = bool(board.sums.cells and board.sums.cells[-1].amount)
    chart = stacked_bars(board if has else Board(), width=CHART_WIDTH)
    return BookChart(key, caption_of(source, key), chart, missing=missing_of(source, key))


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "pagu": _money,
    "pagu.grafik": _money_bars,
    "pagu.tahun": _money_years,
}
"""Every part of this file by its key."""
