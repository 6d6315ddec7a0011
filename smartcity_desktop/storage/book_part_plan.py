"""Tables and charts of a book about what stood before it: plans, people, days, readiness."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from smartcity_desktop.domain.book_part import (
    Align,
    BookChart,
    BookRow,
    BookTable,
    Filled,
    limit_of,
)
from smartcity_desktop.domain.coverage import Board, spread, told
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.register import KIND_WORDS, STATE_WORDS
from smartcity_desktop.domain.shared_program import PLACE_WORDS
from smartcity_desktop.domain.wording import (
    EMPTY,
    LABELS,
    calm_name,
    money,
    number,
)
from smartcity_desktop.storage import workshop as place
from smartcity_desktop.storage.book_part_count import bars, table
from smartcity_desktop.storage.book_source import RELEVANT_ONLY, BookSource, caption_of, missing_of
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.shared_program import shared_programs

Column = tuple[str, float, Align]
"""A head, its share of the breadth, its side."""
_POINT: Final = ("rpjmd", "rpd")


def listed(
    source: BookSource, key: str, cols: Sequence[Column], rows: Sequence[BookRow], note: str = ""
) -> BookTable:
    """Return a table of texts with a running number in front of every row that is no heading."""
    made: list[BookRow] = []
    count = 0
    for row in rows:
        count += not row.heading
        made.append(row if row.heading else BookRow((str(count), *row.cells), row.row))
    return told_table(source, key, (("No", 9.0, "right"), *cols), made, note)


def told_table(
    source: BookSource, key: str, cols: Sequence[Column], rows: Sequence[BookRow], note: str = ""
) -> BookTable:
    """Return a table of texts as they stand; wide columns need a broad page."""
    return BookTable(
        key,
        caption_of(source, key),
        tuple(source.say(head) for head, _, _ in cols),
        tuple(rows),
        tuple(width for _, width, _ in cols),
        tuple(align for _, _, align in cols),
        note=note if rows else "",
        landscape=sum(width for _, width, _ in cols) > _BROAD,
        missing=missing_of(source, key),
    )


_BROAD: Final = 194.0
"""Millimetres of columns above which a table needs a broad page."""


def cells(*texts: str, row: RowId = NO_ROW) -> BookRow:
    """Return a row of texts, a dash for each empty one."""
    return BookRow(tuple(text or EMPTY for text in texts), row)


# Papers and plans


def _basis(source: BookSource, key: str) -> BookTable:
    rows = [cells(item.text, row=item.id) for item in place.basis(source.db) if item.text.strip()]
    return listed(source, key, (("Dasar", 150, "left"),), rows)


def _documents(source: BookSource, key: str) -> BookTable:
    rows = [
        cells(
            KIND_WORDS.get(item.kind, item.kind),
            item.title or item.source_name,
            item.number,
            str(item.year or item.period_start or ""),
            item.issuer or source.opd_names.get(item.opd, ""),
            STATE_WORDS.get(item.status, item.status),
            row=item.id,
        )
        for item in documents(source.db)
    ]
    cols: tuple[Column, ...] = (
        ("Jenis", 20, "left"),
        ("Judul", 60, "left"),
        ("Nomor", 28, "left"),
        ("Tahun", 14, "right"),
        ("Penerbit", 28, "left"),
        ("Status", 16, "left"),
    )
    return listed(source, key, cols, rows)


def _points(kinds: Sequence[str], source: BookSource, key: str) -> BookTable:
    """Return points of the RPJMD of some kinds, with where they stand in it."""
    known = {item.id: item for item in points(source.db)}
    rows = [
        cells(LABELS["plan_point"][item.kind], item.text, _above(item, known), item.page, row=item.id)
        for item in known.values()
        if item.kind in kinds
    ]
    cols: tuple[Column, ...] = (
        ("Jenis", 26, "left"),
        ("Isi", 64, "left"),
        ("Menjawab", 54, "left"),
        ("Halaman", 17, "right"),
    )
    return listed(source, key, cols, rows)


def _above(item: PlanPoint, known: Mapping[RowId, PlanPoint]) -> str:
    upper = known.get(item.parent)
    return f"{LABELS['plan_point'][upper.kind]}: {upper.text}" if upper else ""


def _per_opd(source: BookSource, key: str) -> BookTable:
    """Return how many programs every agency has, how many are relevant, and their money."""
    known = source.coverage
    rows: list[tuple[str, Sequence[str], RowId]] = []
    totals = [0, 0, 0, 0]
    for agency in known.agencies:
        own = [item for item in known.programs if item.opd == agency.id and not item.support]
        if not own:
            continue
        relevant = [item for item in own if item.is_relevant]
        found = [
            len(own),
            sum(1 for item in own if item.relevant),
            len(relevant),
            sum(item.amount() for item in relevant),
        ]
        totals = [one + other for one, other in zip(totals, found, strict=True)]
        rows.append((agency.name, [number(one) for one in found], agency.id))
    heads = ("OPD", "Program", "Ditelaah", "Relevan", "Pagu program relevan (Rp)")
    note = "Program penunjang urusan tidak dihitung. Pagu adalah jumlah semua tahun Renstra."
    return table(source, key, heads, rows, ["Jumlah", *map(number, totals)], note)


def _relevant_bars(source: BookSource, key: str) -> BookChart:
    found = Counter(item.opd for item in source.coverage.chosen(RELEVANT_ONLY))
    made = [RecapBar(item.called, found[item.id]) for item in source.coverage.agencies if found[item.id]]
    return bars(source, key, sorted(made, key=lambda item: -item.value))


def _relevant(source: BookSource, key: str) -> BookTable:
    """Return the relevant programs with agency, sub-dimension and money."""
    known = source.coverage
    wanted = source.dimension_of(limit_of(key))
    code = known.code_of
    found = [
        item
        for item in known.chosen(RELEVANT_ONLY)
        if not limit_of(key) or (wanted is not None and item.home == wanted.id)
    ]
    rows = [
        cells(
            known.agency_of[item.opd].called if item.opd in known.agency_of else "",
            item.code,
            calm_name(item.name),
            code.get(item.sub) or code.get(item.home, ""),
            LABELS["relevant"].get(item.relevant, ""),
            money(item.amount()),
            row=item.id,
        )
        for item in found
    ]
    cols: tuple[Column, ...] = (
        ("OPD", 24, "left"),
        ("Kode", 20, "left"),
        ("Program Renstra", 66, "left"),
        ("Subdimensi", 20, "left"),
        ("Relevan", 18, "left"),
        ("Pagu (Rp)", 32, "right"),
    )
    paid = sum(1 for item in found if item.amount())
    note = f"Pagu adalah jumlah semua tahun Renstra, dari {number(paid)} program yang menyebut pagu."
    return listed(source, key, cols, rows, note)


def _figures(board: Board, source: BookSource, key: str, note: str) -> BookTable:
    """Return a board of counts as a table."""
    heads = ("OPD", *(head.words for head in board.heads))
    rows = [(line.name, [number(cell.count) for cell in line.cells], RowId(line.key)) for line in board.lines]
    sums = ["Jumlah", *(number(cell.count) for cell in board.sums.cells)]
    return table(source, key, heads, rows if source.coverage.programs else (), sums, note)


def _spread(source: BookSource, key: str) -> BookTable:
    board = spread(source.coverage, RELEVANT_ONLY)
    return _figures(board, source, key, told(source.coverage, RELEVANT_ONLY))


def _spread_bars(source: BookSource, key: str) -> BookChart:
    found = Counter(item.home for item in source.coverage.chosen(RELEVANT_ONLY))
    return bars(source, key, [RecapBar(item.called, found[item.id]) for item in source.dimensions])


def _shared(source: BookSource, key: str) -> BookTable:
    def named(rows: Sequence[RowId]) -> str:
        return ", ".join(filter(None, (source.opd_names.get(row, "") for row in rows)))

    agency_of = {item.id: item.opd for item in source.coverage.programs}
    rows = [
        cells(
            item.title,
            PLACE_WORDS.get(item.place, ""),
            source.opd_names.get(item.lead, ""),
            named(tuple(dict.fromkeys([*item.opds, *(agency_of.get(row, NO_ROW) for row in item.lines)]))),
            item.partners,
            row=item.id,
        )
        for item in shared_programs(source.db)
    ]
    cols: tuple[Column, ...] = (
        ("Program", 56, "left"),
        ("Antara siapa", 28, "left"),
        ("OPD pengampu", 24, "left"),
        ("OPD yang ikut", 38, "left"),
        ("Mitra", 30, "left"),
    )
    return listed(source, key, cols, rows)


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "dasar": _basis,
    "dokumen": _documents,
    "rpjmd.visi": partial(_points, ("visi", "misi")),
    "rpjmd.isu": partial(_points, ("isu",)),
    "rpjmd.sasaran": partial(_points, ("tujuan", "sasaran")),
    "renstra.opd": _per_opd,
    "renstra.grafik": _relevant_bars,
    "renstra.program": _relevant,
    "sebaran": _spread,
    "sebaran.grafik": _spread_bars,
    "lintas": _shared,
}
