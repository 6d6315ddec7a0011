"""Tables of a book that follow a program smart city back and show it whole: its origin, its own sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS
from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.roadmap import period_words
from smartcity_desktop.domain.wording import calm_name, label
from smartcity_desktop.storage.book_part_plan import Column, told_table
from smartcity_desktop.storage.book_part_rows import ACTION, baseline, cost_of, joined, measure, named, years
from smartcity_desktop.storage.book_source import BookSource, Col, Item, row_table
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.rows import fetch


@dataclass(frozen=True, slots=True)
class _Read:
    id: RowId = NO_ROW
    line: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class _Line:
    id: RowId = NO_ROW
    document: RowId = NO_ROW
    code: str = ""
    name: str = ""
    source_row: int | None = None
    source_page: int | None = None

    @property
    def told(self) -> str:
        """``2.16.03 Pengelolaan Aplikasi Informatika, hlm. 41``."""
        page, row = self.source_page, self.source_row
        where = f", hlm. {page}" if page else f", baris {row}" if row else ""
        return f"{self.code} {calm_name(self.name)}{where}".strip()


@dataclass(frozen=True, slots=True)
class _Indicator:
    id: RowId = NO_ROW
    initiative: RowId = NO_ROW
    name: str = ""
    unit: str = ""
    baseline: str = ""
    final: str = ""


class _Trail:
    """Where programs smart city come from, read once."""

    def __init__(self, source: BookSource) -> None:
        self._source = source

    @cached_property
    def _lines(self) -> dict[RowId, _Line]:
        return {item.id: item for item in fetch(self._source.db, _Line, "renstra_line")}

    @cached_property
    def _read(self) -> dict[RowId, RowId]:
        return {item.id: item.line for item in fetch(self._source.db, _Read, "analysis")}

    @cached_property
    def _owner(self) -> dict[RowId, str]:
        names = self._source.opd_names
        return {item.id: names.get(item.opd, "") for item in documents(self._source.db)}

    @cached_property
    def further(self) -> dict[RowId, list[_Indicator]]:
        """The further indicators of every program, with those of what went into it."""
        away = heirs(self._source.db, INITIATIVE)
        found: dict[RowId, list[_Indicator]] = {}
        for item in fetch(self._source.db, _Indicator, "initiative_indicator"):
            found.setdefault(away.get(item.initiative, item.initiative), []).append(item)
        return found

    @cached_property
    def actions(self) -> dict[RowId, list[Item]]:
        """The actions of every program."""
        found: dict[RowId, list[Item]] = {}
        for item in self._source.rows(ACTION):
            found.setdefault(RowId(item.raw("initiative")), []).append(item)
        return found

    def plan(self, item: Item) -> str:
        """Return the programs of Renstra that a row was made of, with agency and place in the document."""
        rows = [self._read.get(RowId(row), RowId(row)) for row in item.many("origin")]
        found = [self._lines[row] for row in dict.fromkeys(rows) if row in self._lines]
        return "\n".join(
            f"{self._owner.get(one.document, '')}: {one.told}".removeprefix(": ") for one in found
        )


def _origin(source: BookSource, key: str) -> BookTable:
    """Return what every program smart city came from: lines of Renstra with their place, issues, sheet."""
    cols = (
        Col("Program smart city", 42, named),
        Col("Program Renstra", 54, _Trail(source).plan),
        Col("Isu dijawab", 54, "issue"),
        Col("Lembar", 18, lambda item: item.sheet.number),
    )
    return row_table(source, key, cols, source.limited(INITIATIVE, key))


def _sheets(source: BookSource, key: str) -> BookTable:
    """Return everything that is said of every program, a line for each answer under its name."""
    trail = _Trail(source)
    rows: list[BookRow] = []
    for item in source.limited(INITIATIVE, key):
        rows.append(BookRow((named(item),), item.row, heading=True))
        told = [(name, text) for name, text in _said(source, trail, item) if text.strip()]
        rows += [BookRow((source.say(name), text), item.row) for name, text in told]
    cols: tuple[Column, ...] = (("Butir", 42, "left"), ("Isi", 120, "left"))
    return told_table(source, key, cols, rows)


def _said(source: BookSource, trail: _Trail, item: Item) -> Iterator[tuple[str, str]]:
    cost = cost_of(source, item)
    horizon = label("horizon_long", item.raw("horizon")) if item.raw("horizon") else ""
    yield "Dimensi", " · ".join(filter(None, (source.home_words(item.home), item.words("subdimension"))))
    yield "OPD penanggung jawab", item.words("opd")
    yield "OPD pendukung", item.words("support")
    yield "Mitra", joined("partners", "partner_element")(item)
    yield "Uraian", item.words("description")
    yield "Masalah yang dijawab", item.words("problem")
    yield "Pemakai", item.words("users")
    yield "Jenis inovasi", item.words("innovation")
    yield "Langkah pertama (90 hari)", item.words("first_step")
    yield "Jangka dan tahun", " · ".join(filter(None, (horizon, years(item))))
    yield "Indikator", "\n".join(_measures(trail, item))
    yield "Biaya", " · ".join(filter(None, (f"Rp{cost}" if cost else "", item.words("fund"))))
    yield "Titik capai", _stones(source, item)
    yield "Rencana aksi", "\n".join(_actions(trail, item))
    yield "Hambatan dan risiko", joined("obstacle", "risk")(item)
    yield "Jawaban atas risiko", item.words("mitigation")
    yield "Aturan dan prasyarat", joined("regulation", "needs")(item)
    yield "Bukti", item.words("evidence")
    yield "Isu dijawab", item.words("issue")
    yield "Strategi", item.words("strategy")
    yield "Kaitan RPJMD", item.words("point")
    yield "Program Renstra", trail.plan(item)
    yield "Lembar", item.sheet.number


def _measures(trail: _Trail, item: Item) -> Iterator[str]:
    if measure(item):
        ends = " → ".join(filter(None, (baseline(item), item.words("target_end"))))
        yield f"{measure(item)}: {ends}" if ends else measure(item)
    for one in trail.further.get(item.row, ()):
        unit = f" ({one.unit})" if one.unit.strip() else ""
        ends = " → ".join(text for text in (one.baseline, one.final) if text.strip())
        yield f"{one.name}{unit}: {ends}" if ends else f"{one.name}{unit}"


def _stones(source: BookSource, item: Item) -> str:
    found = source.program_of.get(item.row)
    told = (f"{period_words(one.year)}: {one.told}" for one in found.milestones if one.text) if found else ()
    return "\n".join(told)


def _actions(trail: _Trail, item: Item) -> Iterator[str]:
    for one in trail.actions.get(item.row, ()):
        head = HEAD_WORDS.get(one.raw("head"), "")
        yield f"{one.words('text')} ({head})" if head else one.words("text")


FILL: Final[Mapping[str, Callable[[BookSource, str], BookTable]]] = {
    "program.asal": _origin,
    "program.lembar": _sheets,
}
