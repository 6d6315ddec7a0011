"""A random plan in a random layout reads back equal."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.renstra_wire import joined, pieces
from tests.exchange.tables import Item, Layout, Measure, Writer, understood

VERBS = ("Peningkatan", "Pembinaan", "Pengawasan", "Penyediaan", "Fasilitasi", "Pemeliharaan", "Penataan")
THINGS = ("jaringan", "layanan warga", "data sektoral", "taman kota", "air bersih", "UMKM", "arsip daerah")
PLACES = ("kecamatan", "kelurahan", "pasar rakyat", "sekolah dasar", "puskesmas", "Jum'at bersih")
COUNTS = ("Jumlah", "Persentase", "Indeks", "Cakupan", "Nilai")
UNITS = ("%", "dokumen", "orang", "unit", "indeks")
BLOCKS = Layout().order

TARGETS = ("85%", "12", "3,5", "1.250 orang", "100%", "2 dokumen", "0,75", "47.50")
BASELINES = ("", "80%", "10", "2,9", "7 dokumen")


class Author:
    """Invents a plan: goals or none, programs with kegiatan and perhaps subkegiatan, names that differ."""

    def __init__(self, seed, years):
        self.chance = random.Random(seed)
        self.years = years
        self.names = [" ".join(words) for words in itertools.product(VERBS, THINGS, PLACES)]
        self.measured = [" ".join(words) for words in itertools.product(COUNTS, THINGS, PLACES)]
        self.chance.shuffle(self.names)

    def measures(self, least):
        pick = self.chance.choice
        return tuple(
            Measure(name, pick(UNITS), pick(BASELINES), tuple(pick(TARGETS) for _ in self.years))
            for name in self.chance.sample(self.measured, self.chance.randint(least, 3))
        )

    def pagu(self):
        """Whole millions of rupiah, so that thousands as multiplier lose nothing."""
        return tuple(self.chance.randint(20, 900_000) * 1_000_000 for _ in self.years)

    def plan(self):
        goals, deep = self.chance.random() < 0.6, self.chance.random() < 0.5
        for number in range(2, self.chance.randint(3, 5)):
            if goals and number % 2 == 0:
                yield Item("tujuan", f"Meningkatnya {self.names.pop()}", measures=self.measures(1))
            if goals:
                yield Item("sasaran", f"Terwujudnya {self.names.pop()}", measures=self.measures(1))
            yield from self.program(f"2.16.{number:02}", deep=deep)

    def program(self, code, *, deep):
        yield Item("program", self.names.pop(), code, self.measures(0), self.pagu(), "Bidang A", "Kota")
        for second in range(1, self.chance.randint(2, 4)):
            below = f"{code}.2.{second:02}"
            yield Item("kegiatan", self.names.pop(), below, self.measures(0), self.pagu(), "", "Kota")
            for third in range(1, self.chance.randint(1, 3)) if deep else ():
                yield Item(
                    "subkegiatan", self.names.pop(), f"{below}.{third:04}", self.measures(1), self.pagu()
                )


@st.composite
def layouts(draw):
    """Return one way to write a plan."""
    first = draw(st.sampled_from([2019, 2021, 2024, 2025]))
    years = tuple(str(first + number) for number in range(draw(st.integers(1, 6))))
    head_rows = draw(st.integers(1, 5))
    style = draw(st.sampled_from(["code", "split", "columns", "prefix", "indent"]))
    return Layout(
        order=tuple(draw(st.permutations(BLOCKS))),
        years=years,
        head_rows=head_rows,
        merged_head=head_rows == 1 or draw(st.booleans()),
        split_code=style == "split" and head_rows > 1,
        level_columns=style == "columns",
        level_by=style if style in {"prefix", "indent"} else "code",
        fill_goals=draw(st.sampled_from(["blank", "merged", "repeated"])),
        money=draw(st.sampled_from(["int", "dots", "commas", "cents", "rp", "dashed", "plain"])),
        multiplier=draw(st.sampled_from([1, 1, 1000])),
        base_year=str(first - 1),
        titles=draw(st.sampled_from([(), ("RENCANA STRATEGIS DINAS CONTOH",), ("Tabel 6.1", "Kota Contoh")])),
        numbering=draw(st.booleans()),
        total=style != "prefix" and draw(st.booleans()),
        signed=draw(st.booleans()),
        left=draw(st.integers(0, 2)),
    )


@st.composite
def cases(draw):
    """Return a layout and a plan with as many years."""
    layout = draw(layouts())
    return layout, tuple(Author(draw(st.integers(0, 10**6)), layout.years).plan())


@settings(max_examples=300)
@given(cases())
def test_a_plan_in_any_layout_reads_back_equal(case):
    layout, written = case
    coded = layout.level_by == "code"
    expected = [item if coded else Item(**{**vars(item), "code": ""}) for item in written]
    draft = plan([Writer(written, layout).write().grid()], "contoh.xlsx")
    assert understood(draft) == expected
    assert draft.years == layout.years
    asked = [problem.code for problem in draft.problems if problem.code != "level-indent"]
    assert asked == (["multiplier"] if layout.multiplier > 1 else [])


@settings(max_examples=40)
@given(cases())
def test_a_draft_survives_the_way_from_the_child(case):
    layout, written = case
    draft = plan([Writer(written, layout).write().grid()], "contoh.xlsx")
    assert joined(pieces(draft)) == draft
