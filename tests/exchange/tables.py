"""Invented plans, and the many ways in which agencies put the same plan into a spreadsheet."""

from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.sheets import Grid


@dataclass(frozen=True)
class Measure:
    """An indicator of an invented plan; targets per year as they are to be written."""

    name: str
    unit: str = ""
    baseline: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A line of an invented plan; pagu per year in rupiah."""

    level: str
    name: str
    code: str = ""
    measures: tuple[Measure, ...] = ()
    pagu: tuple[int, ...] = ()
    unit: str = ""
    location: str = ""


@dataclass(frozen=True)
class Layout:
    """How a plan is written. ``order`` names the blocks of columns from left to right."""

    order: tuple[str, ...] = (
        "goals",
        "code",
        "name",
        "indicator",
        "measure",
        "baseline",
        "years",
        "final",
        "unit",
        "location",
    )
    years: tuple[str, ...] = ("2025", "2026")
    head_rows: int = 2
    merged_head: bool = True
    split_code: bool = False
    level_columns: bool = False
    """Program, kegiatan and subkegiatan in columns of their own."""
    level_by: str = "code"
    """code, prefix or indent: what tells the level in a single column of names."""
    fill_goals: str = "blank"
    """blank, merged or repeated: how tujuan and sasaran stand beside their programs."""
    goals_beside: bool = False
    """Tujuan and sasaran stand in the row of the first program, not in rows of their own."""
    money: str = "int"
    multiplier: int = 1
    multiplier_words: str = "(dalam ribuan rupiah)"
    base_year: str = "2024"
    titles: tuple[str, ...] = ()
    numbering: bool = False
    total: bool = False
    signed: bool = False
    left: int = 0
    words: dict[str, str] = field(default_factory=dict)


HEADINGS = {
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "code": "Kode",
    "name": "Program, Kegiatan dan Sub Kegiatan",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "subkegiatan": "Sub Kegiatan",
    "indicator": "Indikator Kinerja Tujuan, Sasaran, Program (Outcome) dan Kegiatan (Output)",
    "measure": "Satuan",
    "baseline": "Data Capaian pada Tahun Awal Perencanaan",
    "years": "Target Kinerja Program dan Kerangka Pendanaan",
    "target": "Target",
    "money": "Rp",
    "final": "Kondisi Kinerja pada Akhir Periode Renstra",
    "unit": "Unit Kerja Penanggung Jawab",
    "location": "Lokasi",
}
COUNTED = ("program", "kegiatan", "subkegiatan")


def amount(value, style):
    """Write rupiah in one of the styles that are found in files."""
    dotted = f"{value:,}".replace(",", ".")
    return {
        "int": value,
        "dots": dotted,
        "commas": f"{value:,}",
        "cents": f"{dotted},00",
        "rp": f"Rp{dotted}",
        "dashed": f"Rp. {dotted},-",
        "plain": str(value),
    }[style]


class Table:
    """Cells at (row, column) from 0, merged ranges, and the ways out into files."""

    def __init__(self):
        self.cells = {}
        self.merges = []

    def put(self, row, column, value):
        if value not in {"", None}:
            self.cells[row, column] = value

    def merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def rows(self):
        height = max(row for row, _ in self.cells) + 1
        width = max(column for _, column in self.cells) + 1
        return [[self.cells.get((row, column), "") for column in range(width)] for row in range(height)]

    def grid(self, name="Renstra", *, hidden=False):
        """Return the grid that reading the workbook gives, without the file between."""
        rows = tuple(tuple(text.cell(value) for value in row) for row in self.rows())
        return Grid(name, rows, tuple(self.merges), hidden)

    def sheet(self, sheet):
        for (row, column), value in self.cells.items():
            sheet.cell(row + 1, column + 1, value)
        for top, left, bottom, right in self.merges:
            sheet.merge_cells(
                f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"
            )

    def save(self, path: Path, name="Renstra"):
        book = openpyxl.Workbook()
        book.active.title = name
        self.sheet(book.active)
        book.save(path)
        return path

    def csv(self, delimiter=";"):
        return (
            "\n".join(delimiter.join(_quoted(value, delimiter) for value in row) for row in self.rows())
            + "\n"
        )


def _quoted(value, delimiter):
    shown = text.cell(value)
    if any(sign in shown for sign in (delimiter, '"', "\n")):
        doubled = shown.replace('"', '""')
        return f'"{doubled}"'
    return shown


class Writer:
    """Writes one plan in one layout."""

    def __init__(self, items, layout):
        self.items = items
        self.layout = layout
        self.table = Table()
        self.place = {}
        self.deepest = max((len(item.code.split(".")) for item in items if item.code), default=5)

    def write(self) -> Table:
        row = 0
        for title in self.layout.titles:
            self.table.put(row, self.layout.left, title)
            row += 1
        if self.layout.titles:
            row += 1
        row = self._head(row)
        if self.layout.numbering:
            for number, column in enumerate(range(self.layout.left, self.layout.left + self.width)):
                self.table.put(row, column, f"({number + 1})")
            row += 1
        row = self._body(row)
        if self.layout.total:
            self._total(row)
            row += 1
        if self.layout.signed:
            column = self.layout.left + max(self.width - 3, 0)
            for offset, words in enumerate(
                ("Contoh, 12 Januari 2025", "Kepala Dinas", "Nama Terang, S.Kom.")
            ):
                self.table.put(row + 2 + offset, column, words)
        return self.table

    def _columns(self):
        """Return (key, heading, year) from left to right."""
        found = []
        for block in self.layout.order:
            keys = self._keys(block)
            found += [(key, self._word(key.partition("@")[0]), key.partition("@")[2]) for key in keys]
        return found

    def _keys(self, block):
        levels = {item.level for item in self.items}
        if block == "goals":
            return [level for level in ("tujuan", "sasaran") if level in levels]
        if block == "name" and self.layout.level_columns:
            return [level for level in COUNTED if level in levels]
        if block == "years":
            return [f"{kind}@{year}" for year in self.layout.years for kind in ("target", "money")]
        if block == "code":
            coded = any(item.code for item in self.items) and self.layout.level_by == "code"
            return (
                [f"code{part}" for part in range(self.deepest if self.layout.split_code else 1)]
                if coded
                else []
            )
        return [block]

    def _word(self, key):
        key = "code" if key.startswith("code") else key
        word = self.layout.words.get(key, HEADINGS.get(key, key))
        if key == "baseline" and self.layout.base_year:
            word = f"Kondisi Awal ({self.layout.base_year})"
        if key == "money" and self.layout.multiplier > 1:
            word = f"{word} {self.layout.multiplier_words}"
        return word

    def _head(self, row):
        columns = list(self._columns())
        self.width = len(columns)
        height = self.layout.head_rows
        for column, (key, heading, year) in enumerate(columns, self.layout.left):
            self.place[key] = column
            if height == 1:
                self.table.put(row, column, f"{heading} {year}".strip())
            elif not year:
                self._tall(row, column, heading, height)
        if height > 1:
            self._year_head(row, columns)
        return row + height

    def _tall(self, row, column, heading, height):
        if heading == self._word("code") and self.layout.split_code:
            first = self.place["code0"]
            if column == first:
                self.table.put(row, column, heading)
                if self.layout.merged_head:
                    self.table.merge(row, column, row + height - 1, column + self.deepest - 1)
            return
        self.table.put(row, column, heading)
        if self.layout.merged_head:
            self.table.merge(row, column, row + height - 1, column)

    def _year_head(self, row, columns):
        height, merged = self.layout.head_rows, self.layout.merged_head
        dated = [column for column, (_, _, year) in enumerate(columns, self.layout.left) if year]
        year_row, kind_row = row + height - 2, row + height - 1
        if height > 2:
            self.table.put(row, dated[0], HEADINGS["years"])
            if merged:
                self.table.merge(row, dated[0], row + height - 3, dated[-1])
        for column, (_, heading, year) in enumerate(columns, self.layout.left):
            if year:
                self.table.put(kind_row, column, heading)
        for column in dated[::2]:
            self.table.put(year_row, column, columns[column - self.layout.left][2])
            if merged:
                self.table.merge(year_row, column, year_row, column + 1)

    def _body(self, row):
        waiting = []
        self.spans = {}
        for item in self.items:
            if item.level in {"tujuan", "sasaran"} and self.layout.goals_beside:
                waiting.append(item)
                continue
            row = self._item(row, item, waiting)
            waiting = []
        self._close_goals(row)
        return row

    def _item(self, row, item, waiting):
        for goal in (*waiting, *([item] if item.level in {"tujuan", "sasaran"} else [])):
            self._goal(row, goal)
        height = max(1, len(item.measures))
        if item.level in COUNTED:
            self._name(row, item)
            self._code(row, item)
        for offset in range(height):
            if self.layout.fill_goals == "repeated":
                for level, (_, name) in self.spans.items():
                    self.table.put(row + offset, self.place[level], name)
            if offset < len(item.measures):
                self._measure(row + offset, item.measures[offset])
        for year, value in zip(self.layout.years, item.pagu, strict=False):
            self.table.put(
                row, self.place[f"money@{year}"], amount(value // self.layout.multiplier, self.layout.money)
            )
        for key, value in (("unit", item.unit), ("location", item.location)):
            if key in self.place:
                self.table.put(row, self.place[key], value)
        return row + height

    def _goal(self, row, goal):
        for level in ("tujuan", "sasaran") if goal.level == "tujuan" else ("sasaran",):
            self._close(level, row)
        self.spans[goal.level] = (row, goal.name)
        self.table.put(row, self.place[goal.level], goal.name)

    def _close_goals(self, row):
        for level in list(self.spans):
            self._close(level, row)

    def _close(self, level, row):
        if level in self.spans:
            first, _ = self.spans.pop(level)
            if self.layout.fill_goals == "merged":
                self.table.merge(first, self.place[level], row - 1, self.place[level])

    def _name(self, row, item):
        if self.layout.level_columns:
            self.table.put(row, self.place[item.level], item.name)
            return
        name = item.name
        if self.layout.level_by == "prefix":
            word = "Sub Kegiatan" if item.level == "subkegiatan" else item.level.capitalize()
            name = f"{word}: {name}"
        elif self.layout.level_by == "indent":
            name = "   " * COUNTED.index(item.level) + name
        self.table.put(row, self.place["name"], name)

    def _code(self, row, item):
        if "code0" not in self.place or not item.code:
            return
        if not self.layout.split_code:
            self.table.put(row, self.place["code0"], item.code)
            return
        parts = item.code.split(".")
        cells = [*parts[:3], *([".".join(parts[3:5])] if len(parts) > 3 else []), *parts[5:]]
        for number, part in enumerate(cells):
            self.table.put(row, self.place[f"code{number}"], part)

    def _measure(self, row, measure):
        self.table.put(row, self.place["indicator"], measure.name)
        if "measure" in self.place:
            self.table.put(row, self.place["measure"], measure.unit)
        if "baseline" in self.place:
            self.table.put(row, self.place["baseline"], measure.baseline)
        for year, target in zip(self.layout.years, measure.targets, strict=False):
            self.table.put(row, self.place[f"target@{year}"], target)
        if "final" in self.place and measure.targets:
            self.table.put(row, self.place["final"], measure.targets[-1])

    def _total(self, row):
        first = next(key for key in ("name", "program") if key in self.place)
        self.table.put(row, self.place[first], "JUMLAH")
        for number, year in enumerate(self.layout.years):
            total = sum(item.pagu[number] for item in self.items if item.level == "program" and item.pagu)
            self.table.put(
                row, self.place[f"money@{year}"], amount(total // self.layout.multiplier, self.layout.money)
            )


def written(items, **layout) -> Table:
    """Return a plan written in a layout."""
    return Writer(items, Layout(**layout)).write()


def understood(draft):
    """Return the lines of a draft as the items they were written from."""
    years = draft.years
    return [
        Item(
            line.level,
            line.name,
            line.code,
            tuple(
                Measure(
                    item.name, item.unit, item.baseline, tuple(item.targets.get(year, "") for year in years)
                )
                for item in line.indicators
            ),
            tuple(line.pagu[year] for year in years if year in line.pagu),
            line.unit,
            line.location,
        )
        for line in draft.lines
    ]


PLAN = (
    Item(
        "tujuan",
        "Meningkatnya mutu layanan digital",
        measures=(Measure("Indeks layanan digital", "indeks", "2,9", ("3,1", "3,3")),),
    ),
    Item(
        "sasaran",
        "Meningkatnya pemanfaatan layanan digital",
        measures=(Measure("Persentase warga yang memakai layanan", "%", "41%", ("50%", "60%")),),
    ),
    Item(
        "program",
        "Program Aplikasi Informatika",
        "2.16.03",
        (Measure("Persentase perangkat daerah yang terhubung", "%", "70%", ("80%", "90%")),),
        (5_000_000_000, 6_000_000_000),
        "Bidang Aptika",
        "Kota Contoh",
    ),
    Item(
        "kegiatan",
        "Pengelolaan E-government di Lingkup Pemerintah Daerah",
        "2.16.03.2.02",
        (
            Measure("Jumlah layanan publik daring", "layanan", "8", ("12", "14")),
            Measure("Jumlah pengelola yang dilatih", "orang", "20", ("40", "60")),
        ),
        (3_000_000_000, 3_500_000_000),
        "Bidang Aptika",
        "Kota Contoh",
    ),
    Item(
        "kegiatan",
        "Pengelolaan Nama Domain",
        "2.16.03.2.01",
        (Measure("Jumlah subdomain", "domain", "25", ("45", "55")),),
        (2_000_000_000, 2_500_000_000),
        "Bidang Aptika",
        "Kota Contoh",
    ),
    Item(
        "sasaran",
        "Meningkatnya keamanan informasi",
        measures=(Measure("Indeks KAMI", "nilai", "300", ("350", "400")),),
    ),
    Item(
        "program",
        "Program Penyelenggaraan Persandian",
        "2.21.02",
        (Measure("Tingkat kematangan keamanan", "nilai", "42,5", ("46,5", "54,2")),),
        (434_000_000, 607_000_000),
        "Bidang Persandian",
        "Kota Contoh",
    ),
    Item(
        "kegiatan",
        "Penyelenggaraan Persandian untuk Pengamanan Informasi",
        "2.21.02.2.01",
        (Measure("Persentase sistem yang diperiksa", "%", "10%", ("40%", "50%")),),
        (434_000_000, 607_000_000),
        "Bidang Persandian",
        "Kota Contoh",
    ),
)
