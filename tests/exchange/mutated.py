"""Plans in every shape as plain tables, and what agencies do to tables: the meaning has to stay the same."""

import random
from dataclasses import dataclass, field

from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.sheets import Grid


@dataclass(frozen=True)
class Shape:
    """A table: its heading row by row with every cell filled, its rows, and what the mutations may do to it.

    ``money`` are the columns of amounts, ``code`` that of codes; ``total`` the row that sums up, ``said``
    further words for its headings.
    """

    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[object, ...], ...]
    money: frozenset[int] = frozenset()
    code: int | None = None
    total: tuple[object, ...] = ()
    title: str = "RENSTRA DINAS CONTOH"
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)


WORDS = {
    "Kode": ("KODE REKENING", "kode", "Kd."),
    "Program dan Kegiatan": (
        "Program, Kegiatan, Sub Kegiatan",
        "PROGRAM/KEGIATAN",
        "Uraian Program dan Kegiatan",
    ),
    "Indikator Kinerja": (
        "Indikator",
        "INDIKATOR KINERJA PROGRAM (OUTCOME) DAN KEGIATAN (OUTPUT)",
        "Tolok Ukur Kinerja",
    ),
    "Satuan": ("SATUAN", "satuan"),
    "Target": ("TARGET", "target kinerja", "K"),
    "Pagu (Rp)": ("Rp", "PAGU INDIKATIF", "Dana (Rp)", "Anggaran"),
    "Unit Kerja": ("Unit Kerja Penanggung Jawab", "Pelaksana"),
    "Lokasi": ("LOKASI",),
    "Tujuan": ("TUJUAN", "Tujuan Strategis"),
    "Sasaran": ("SASARAN", "Sasaran Strategis"),
    "Kondisi Awal 2024": ("Baseline 2024", "DATA CAPAIAN TAHUN AWAL 2024"),
    "Uraian": ("URAIAN", "uraian"),
    "Indikator Pelayanan": ("Indikator Kinerja sesuai Tugas dan Fungsi", "INDIKATOR"),
}
COLUMNS = 2
STYLES = ("int", "dots", "commas", "cents", "rp", "dashed", "plain")


def amount(value, style):
    """Write rupiah in one of the styles that are found in files."""
    dotted = f"{value:,}".replace(",", ".")
    return {
        "int": value,
        "dots": dotted,
        "commas": f"{value:,}",
        "cents": f"{dotted},00",
        "rp": f"Rp {dotted}",
        "dashed": f"Rp. {dotted},-",
        "plain": str(value),
    }[style]


class Mutation:
    """One table changed in many ways at once, by chance."""

    def __init__(self, shape, seed):
        self.shape = shape
        self.chance = random.Random(seed)
        self.merges = []
        self.split = None
        self.order = list(range(len(shape.head[0])))

    def maybe(self, often=0.5):
        return self.chance.random() < often

    def grid(self):
        """Return the mutated table as a sheet."""
        head, body = self._columns()
        head, body = self._code(head, body)
        head, body = self._empty_columns(head, body)
        above = self._above(len(head[0]))
        head = self._spread(head, len(above))
        body = self._rows(head, body)
        rows = [*above, *head, *body]
        width = max(map(len, rows))
        shown = tuple(tuple(text.cell(value) for value in row) + ("",) * (width - len(row)) for row in rows)
        return Grid("Lembar", shown, tuple(self.merges))

    def _columns(self):
        """Swap columns, restyle amounts, say headings in other words."""
        shape = self.shape
        if self.maybe(0.7):
            self.chance.shuffle(self.order)
        style = self.chance.choice(STYLES)
        words = {
            word: self.chance.choice((word, *others)) for word, others in {**WORDS, **shape.said}.items()
        }
        case = self.chance.choice((str, str.upper, str.lower))
        head = [[case(words.get(row[place], row[place])) for place in self.order] for row in shape.head]
        head = self._cut(head)
        rows = [*shape.rows, *([shape.total] if shape.total and self.maybe() else [])]
        body = [
            [
                amount(row[place], style) if place in shape.money and row[place] != "" else row[place]
                for place in self.order
            ]
            for row in rows
        ]
        return head, body

    def _cut(self, head):
        """Break long headings of a single column in two rows, as narrow columns make people do."""
        if len(head) < 2 or not self.maybe(0.4):
            return head
        upper, lower = [list(row) for row in head[-2:]]
        for column, heading in enumerate(upper):
            words = heading.split(" ")
            if not lower[column] and len(words) > 1 and self.maybe():
                upper[column], lower[column] = words[0], " ".join(words[1:])
        return [*head[:-2], upper, lower]

    def _code(self, head, body):
        """Split the code over a cell for each part, as spreadsheets of the budget office do."""
        if self.shape.code is None or not self.maybe(0.4):
            return head, body
        at = self.order.index(self.shape.code)
        parts = max(len(str(row[at]).split(".")) for row in body)
        body = [
            [*row[:at], *(str(row[at]).split(".") + [""] * parts)[:parts], *row[at + 1 :]] for row in body
        ]
        self.split = (at, parts)
        return [[*row[:at], row[at], *[""] * (parts - 1), *row[at + 1 :]] for row in head], body

    def _empty_columns(self, head, body):
        split = self.split
        for _ in range(self.chance.randrange(3)):
            at = self.chance.randrange(len(head[0]) + 1)
            if split and split[0] < at < sum(split):
                continue
            if split and at <= split[0]:
                split = self.split = (split[0] + 1, split[1])
            head = [[*row[:at], "", *row[at:]] for row in head]
            body = [[*row[:at], "", *row[at:]] for row in body]
        return head, body

    def _above(self, width):
        """Put titles above the table, or nothing."""
        if not self.maybe(0.6):
            return []
        return [
            [self.shape.title, *[""] * (width - 1)],
            ["Kabupaten Contoh"],
            *([[""]] if self.maybe() else []),
        ]

    def _spread(self, head, top):
        """Write a filled heading as people do: groups merged, only begun, or repeated; one more row."""
        style = self.chance.choice(("merged", "begun", "filled"))
        if len(head) == 1 or style == "filled":
            return [self._once(row, head, number) for number, row in enumerate(head)]
        upper, lower = head[-2], head[-1]
        split = self.split or (-9, 0)
        shown = list(upper)
        column = 0
        while column < len(upper):
            end = column
            while (
                end + 1 < len(upper)
                and upper[column]
                and upper[end + 1] == upper[column]
                and lower[end + 1] != lower[column]
            ):
                end += 1
            if end > column:
                shown[column + 1 : end + 1] = [""] * (end - column)
                if style == "merged":
                    self.merges.append((top + len(head) - 2, column, top + len(head) - 2, end))
            elif style == "merged" and lower[column] in {"", upper[column]} and upper[column]:
                right = sum(split) - 1 if column == split[0] else column
                self.merges.append((top + len(head) - 2, column, top + len(head) - 1, right))
                lower = [*lower[:column], "", *lower[column + 1 :]]
            column = end + 1
        return [
            *head[:-2],
            shown,
            [one if one != other else "" for one, other in zip(lower, upper, strict=True)],
        ]

    @staticmethod
    def _once(row, head, number):
        return [one if number == 0 or one != head[number - 1][place] else "" for place, one in enumerate(row)]

    def _rows(self, head, body):
        """Put in numbering, empty rows, the heading once more on a new page, notes and signatures."""
        width = len(head[0])
        rows = []
        if self.maybe(0.4):
            rows.append([f"({number})" for number in range(1, width + 1)])
        for number, row in enumerate(body):
            if number and self.maybe(0.1):
                rows.append([""] * width)
            if number > 1 and self.maybe(0.08):
                rows += [list(one) for one in head]
            rows.append(row)
        if self.maybe(0.4):
            rows += [[""] * width, ["Catatan: angka masih sementara", *[""] * (width - 1)]]
        if self.maybe(0.4):
            column = max(0, width - 3)
            for words in ("Contoh, 12 Januari 2025", "Kepala Dinas"):
                rows.append([*[""] * column, words])
        return rows
