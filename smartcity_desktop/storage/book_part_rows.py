"""Tables of a book with a line for every row: issues, factors, strategies, programs smart city, actions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from smartcity_desktop.domain.book_part import BookTable, limit_of
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import span_words
from smartcity_desktop.domain.roadmap import RoadProgram, cost_sum, period_words
from smartcity_desktop.domain.wording import label, number
from smartcity_desktop.storage.book_source import BookSource, Col, Item, row_table
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.initiative_facts import costs_of

ISSUE, FACTOR, STRATEGY, ASSET, ACTION, IDEA = "issue", "factor", "strategy", "asset", "action", "idea"
PROMISE: Final = "promise"
_KINDS: Final = {FACTOR: ("S", "W", "O", "T"), STRATEGY: ("SO", "WO", "ST", "WT")}


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of the rows of one entity: its columns; ``broad`` needs a broad page."""

    ent: str
    cols: tuple[Col, ...]
    broad: bool = False


def years(item: Item) -> str:
    """Return the calendar years of a program as they were said, empty without."""
    start, end = item.number("year_start"), item.number("year_end")
    return span_words(start, end) if start or end else ""


def named(item: Item) -> str:
    """Return code and name."""
    return f"{item.raw('code')} {item.raw('name')}".strip()


def joined(*names: str) -> Callable[[Item], str]:
    """Return what several fields say together, each in a paragraph of its own."""

    def told(item: Item) -> str:
        return "\n".join(dict.fromkeys(filter(None, (item.words(name) for name in names))))

    return told


def measure(item: Item) -> str:
    """Return the indicator with its unit."""
    unit = item.words("indicator_unit")
    return (
        f"{item.words('indicator')} ({unit})" if unit and item.words("indicator") else item.words("indicator")
    )


def baseline(item: Item) -> str:
    """Return where the indicator stood, and when."""
    year = item.words("baseline_year")
    return f"{item.words('baseline')} ({year})" if year and item.words("baseline") else item.words("baseline")


def _target(period: str) -> Callable[[Item], str]:
    def told(item: Item) -> str:
        return str(item.many("target").get(period) or "")

    return told


def _sub(item: Item) -> str:
    return item.words("subdimension")


_LISTED: Final[Mapping[str, Listed]] = {
    "isu": Listed(
        ISSUE,
        (
            Col("Isu", 52, "text"),
            Col("Data atau fakta", 46, "fact"),
            Col("Penyebab", 34, "cause"),
            Col("OPD", 22, "opd"),
            Col("Prioritas", 17, "priority", "right"),
        ),
    ),
    "aplikasi": Listed(
        ASSET,
        (
            Col("Nama", 38, "name"),
            Col("Kegunaan", 50, "purpose"),
            Col("Sejak", 13, "since", "right"),
            Col("Keadaan", 22, "state"),
            Col("Pengelola", 24, "maker"),
            Col("Tindak lanjut", 26, "plan"),
        ),
    ),
    "program": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 50, named),
            Col("Subdimensi", 44, _sub),
            Col("OPD", 26, "opd"),
            Col("Jangka", 20, "horizon"),
            Col("Tahun", 20, years),
        ),
    ),
    "program.rpjmd": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 44, named),
            Col("Kaitan RPJMD", 80, "point"),
            Col("Isu dijawab", 66, "issue"),
        ),
    ),
    "program.risiko": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 50, named),
            Col("Hambatan dan risiko", 55, joined("obstacle", "risk")),
            Col("Jawaban atas risiko", 50, "mitigation"),
        ),
    ),
    "program.aturan": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 55, named),
            Col("Aturan yang diperlukan", 55, "regulation"),
            Col("Prasyarat lain", 40, "needs"),
        ),
    ),
    "program.mitra": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 50, named),
            Col("OPD pendukung", 36, "support"),
            Col("Mitra", 46, "partners"),
            Col("Unsur", 30, "partner_element"),
        ),
    ),
    "sasaran": Listed(
        INITIATIVE,
        (
            Col("Program smart city", 50, named),
            Col("Indikator", 56, measure),
            Col("Kondisi awal", 24, baseline),
            *(Col(f"Tahun {year}", 15, _target(year)) for year in ("1", "2", "3", "4", "5")),
            Col("Target akhir", 22, "target_end"),
        ),
        broad=True,
    ),
    "kata-kunci": Listed(
        IDEA,
        (Col("Kata kunci", 40, "text"), Col("Berasal dari", 30, "kind"), Col("Alasan", 80, "reason")),
    ),
    "janji": Listed(
        PROMISE,
        (
            Col("Janji", 62, "text"),
            Col("Keluaran", 40, "output"),
            Col("Paling lambat", 22, "due"),
            Col("Pelaksana", 28, "who"),
            Col("Keadaan", 18, "state"),
        ),
    ),
}


def _listed(source: BookSource, key: str) -> BookTable:
    found = _LISTED[key.partition(":")[0]]
    return row_table(source, key, found.cols, source.limited(found.ent, key), landscape=found.broad)


def _of_kind(kind: str, source: BookSource, key: str) -> BookTable:
    """Return the applications or the innovations that there are."""
    items = [item for item in source.limited(ASSET, key) if item.raw("kind") == kind]
    return row_table(source, key, _LISTED["aplikasi"].cols, items)


def _by_kind(items: Sequence[Item], ent: str) -> list[Item]:
    """Return factors or strategies of each dimension by their kind, else as they stand."""
    order = {kind: place for place, kind in enumerate(_KINDS[ent])}
    homes = {home: place for place, home in enumerate(dict.fromkeys(item.home for item in items))}
    return sorted(items, key=lambda item: (homes[item.home], order.get(item.raw("kind"), len(order))))


def _swot(source: BookSource, key: str) -> BookTable:
    cols = (
        Col("Jenis", 29, "kind"),
        Col("Faktor", 67, "text"),
        Col("Data atau bukti", 50, "evidence"),
        Col("OPD", 24, lambda item: source.opd_names.get(item.sheet.opd, "")),
    )
    return row_table(source, key, cols, _by_kind(source.limited(FACTOR, key), FACTOR))


def _tows(source: BookSource, key: str) -> BookTable:
    cols = (
        Col("Pasangan", 18, "kind"),
        Col("Strategi", 60, "text"),
        Col("Faktor yang dipasangkan", 68, "factor"),
        Col("OPD pelaksana", 28, "opd"),
    )
    return row_table(source, key, cols, _by_kind(source.limited(STRATEGY, key), STRATEGY))


def _promises(source: BookSource, key: str) -> BookTable:
    cols = (
        Col("OPD", 26, lambda item: source.opd_names.get(item.sheet.opd, "")),
        *_LISTED["janji"].cols,
    )
    return row_table(source, key, cols, source.rows(PROMISE))


def cost_of(source: BookSource, item: Item) -> str:
    """Return what a program costs altogether in rupiah, a range where its cost is one."""
    found = source.program_of.get(item.row)
    return found.money.exact if found and found.money else ""


def _described(source: BookSource, key: str) -> BookTable:
    cols = (
        Col("Program smart city", 40, named),
        Col("Uraian", 62, joined("description", "problem", "users")),
        Col("Langkah pertama (90 hari)", 36, "first_step"),
        Col("Jenis inovasi", 24, "innovation"),
        Col("Sumber dana", 20, "fund"),
        Col("Biaya (Rp)", 27, partial(cost_of, source), "right"),
    )
    note = _costed(source.limited(INITIATIVE, key), source.program_of)
    return row_table(source, key, cols, source.limited(INITIATIVE, key), landscape=True, note=note)


def _costed(items: Sequence[Item], known: Mapping[RowId, RoadProgram]) -> str:
    """Return what programs come to, and of how many that is."""
    return f"Biaya: {cost_sum(known[item.row] for item in items if item.row in known).clause}"


def _when(item: Item) -> str:
    months = ("", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

    def of(year: str, month: int | None) -> str:
        return f"{months[month]} {year}".strip() if month and 0 < month < len(months) else year

    first = of(item.raw("year_start"), item.number("month_start"))
    last = of(item.raw("year_end"), item.number("month_end"))
    return "–".join(dict.fromkeys(filter(None, (first, last))))


def _actions(source: BookSource, key: str) -> BookTable:
    head = limit_of(key)
    items = [item for item in source.rows(ACTION) if not head or item.raw("head") == head]
    cols = (
        Col("Kegiatan aksi", 56, "text"),
        Col("Program smart city", 46, "initiative"),
        Col("Keluaran", 42, "output"),
        Col("Waktu", 24, _when),
        Col("OPD", 22, "opd"),
        Col("Sumber dana", 20, "fund"),
        Col("Biaya (Rp)", 27, _action_cost, "right"),
    )
    has = [item for item in items if costs_of(item.many("cost"))]
    note = (
        f"Biaya dari {number(len(has))} aksi yang sudah ada biayanya, dari {number(len(items))} aksi: "
        f"Rp{number(sum(map(_spent, has)))}."
    )
    return row_table(source, key, cols, items, landscape=True, note=note if items else "")


def _spent(item: Item) -> int:
    return sum(costs_of(item.many("cost")).values())


def _action_cost(item: Item) -> str:
    return number(_spent(item)) if costs_of(item.many("cost")) else ""


def _stones(source: BookSource, key: str) -> BookTable:
    """Return the milestones of a dimension by year of the masterplan."""
    cols = (
        Col("Program smart city", 46, named),
        Col("OPD", 22, "opd"),
        *(Col(period_words(one), 34, partial(_at, source, one)) for one in ("1", "2", "3", "4", "5", "6-10")),
    )
    return row_table(source, key, cols, source.limited(INITIATIVE, key), landscape=True)


def _at(source: BookSource, period: str, item: Item) -> str:
    found = source.program_of.get(item.row)
    return found.texts(period) if found else ""


def _road(source: BookSource, key: str) -> BookTable:
    """Return the programs of one horizon, or all, with owner, years, money and what they wait for."""
    limit = limit_of(key)
    items = [item for item in source.rows(INITIATIVE) if not limit or item.raw("horizon") == limit]

    def goal(item: Item) -> str:
        found = source.program_of.get(item.row)
        told = (
            (f"{period_words(one.year)}: {one.told}" for one in found.milestones if one.text) if found else ()
        )
        return "\n".join(told)

    cols = (
        Col("Program smart city", 50, named),
        Col("OPD", 22, "opd"),
        Col("Tahun", 18, years),
        Col("Titik capai", 78, goal),
        Col("Sumber dana", 22, "fund"),
        Col("Biaya (Rp)", 27, partial(cost_of, source), "right"),
    )
    return row_table(source, key, cols, items, landscape=True, note=_costed(items, source.program_of))


def _waiting(source: BookSource, key: str) -> BookTable:
    """Return the programs that other programs have to stand before."""
    names = {item.row: named(item) for item in source.rows(INITIATIVE)}
    items = [item for item in source.rows(INITIATIVE) if item.many("after")]

    def before(item: Item) -> str:
        return "\n".join(names[RowId(row)] for row in item.many("after") if row in names)

    cols = (
        Col("Program smart city", 56, named),
        Col("Menunggu", 56, before),
        Col("Jangka", 22, lambda item: label("horizon", item.raw("horizon"))),
        Col("Tahun", 20, years),
    )
    return row_table(source, key, cols, items)


FILL: Final[Mapping[str, Callable[[BookSource, str], BookTable]]] = {
    **dict.fromkeys(set(_LISTED) - {"aplikasi", "janji"}, _listed),
    "aplikasi": partial(_of_kind, "aplikasi"),
    "inovasi": partial(_of_kind, "inovasi"),
    "swot": _swot,
    "tows": _tows,
    "janji": _promises,
    "program.uraian": _described,
    "aksi": _actions,
    "jalan": _road,
    "jalan.dimensi": _stones,
    "jalan.prasyarat": _waiting,
}
