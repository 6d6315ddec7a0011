"""Rows that are alike are read column by column, and mean what they mean when they are read one by one."""

import random
from dataclasses import replace

import pytest

from smartcity_desktop.exchange import renstra_reading, sheets
from smartcity_desktop.exchange.renstra_plan import plan

HEADS = (
    *(
        "Tujuan",
        "Kode",
        "Program/Kegiatan/Sub Kegiatan",
        "Indikator Kinerja",
        "Satuan",
        "Data Capaian Awal 2024",
    ),
    *("Target 2025", "Rp 2025", "Target 2026", "Rp 2026", "Kondisi Akhir", "Unit Kerja", "Lokasi"),
)
CODE, NAME, MEASURE, UNIT, BASE, TARGET, MONEY, LAST_MONEY = 1, 2, 3, 4, 5, 6, 7, 9
ODD = {
    "nothing": {},
    "a dash for a target": {TARGET: "-"},
    "a dash for a code": {CODE: "-"},
    "a nought for a name": {NAME: "0"},
    "a nought for a unit": {UNIT: "0"},
    "a blank in front": {NAME: "   Layanan lain"},
    "blanks inside": {NAME: "Layanan   lain", MEASURE: "Jumlah   layanan", UNIT: " unit  kerja"},
    "an amount with marks": {MONEY: "1.250.000"},
    "an amount in words": {MONEY: "1,5 miliar"},
    "an amount too large": {LAST_MONEY: "9" * 18},
    "an amount of many digits": {MONEY: "9" * 40},
    "no amount": {MONEY: "segera"},
    "a target of two meanings": {TARGET: "1.250"},
    "a label": {MEASURE: "Indikator: jumlah layanan"},
    "two indicators": {MEASURE: "1. jumlah layanan\n2. mutu layanan", TARGET: "1. 3\n2. 4"},
    "an unusual unit": {UNIT: "Persen"},
    "no unit": {UNIT: ""},
    "no unit, and none with the targets": {UNIT: "", TARGET: "5", TARGET + 2: "6 dok"},
    "a unit in brackets": {MEASURE: "Panjang jalan (km)", UNIT: "", TARGET: "5", TARGET + 2: "6"},
    "no indicator": {MEASURE: ""},
    "neither indicator nor targets": {MEASURE: "", TARGET: "", TARGET + 2: "", BASE: ""},
    "smaller is better": {MEASURE: "Angka kematian bayi"},
    "a level in front": {NAME: "Kegiatan: Layanan lain"},
    "a goal in the column of names": {CODE: "", NAME: "Sasaran 1: Mutu layanan naik"},
    "a goal of its own": {0: "Meningkatnya layanan"},
    "no code": {CODE: ""},
    "a code of a bidang": {CODE: "2.16"},
    "a code of four parts": {CODE: "2.16.02.2"},
    "a code written shorter": {CODE: "2.16.2"},
    "a code without marks": {CODE: "21602"},
    "a number for a name": {NAME: "2 layanan"},
    "no name": {NAME: ""},
    "a sum": {CODE: "", NAME: "JUMLAH", MEASURE: ""},
    "the heading again": dict(enumerate(HEADS)),
    "an agency": dict.fromkeys(range(len(HEADS)), "") | {NAME: "Dinas Kesehatan"},
    "a misi": dict.fromkeys(range(len(HEADS)), "") | {NAME: "Misi 2: Kota sehat"},
    "an urusan": dict.fromkeys(range(len(HEADS)), "") | {CODE: "2.16", NAME: "Urusan Kominfo"},
}
"""What differs in a row from those around it."""


def table(*odd):
    """Return a table of rows that are alike, but for some of them."""
    chance = random.Random(repr(odd))
    rows = [list(HEADS)]
    for number in range(40):
        activity = f"2.16.02.2.{number // 5 + 1:02d}"
        above = activity if number % 20 else "2.16.02"
        code = f"{activity}.{number % 5:04d}" if number % 5 else above
        yearly = [text for year in range(2) for text in (f"{number + year} dok", str(1000 * number + year))]
        named = (f"Pengelolaan layanan {number}", f"Jumlah layanan {number}", "dokumen")
        rows.append(
            ["", code, *named, str(number + 1), *yearly, str(number + 9), f"Bidang {number % 3}", "Kota"]
        )
    for name in odd:
        place = chance.randrange(1, len(rows))
        for column, text in ODD[name].items():
            rows[place][column] = text
        # The row below goes on with the same code now and then.
        if chance.random() < 0.5 and place + 1 < len(rows):
            rows[place + 1][CODE] = rows[place][CODE]
            rows[place + 1][NAME] = chance.choice([rows[place][NAME], "Layanan lain"])
    return tuple(map(tuple, rows))


def both(rows, monkeypatch, name="renstra.xlsx"):
    """Return what a table means read as usual, and row by row."""
    grid = sheets.Grid("Lembar", rows)
    quick = plan([grid], name)
    with monkeypatch.context() as patch:
        patch.setattr(renstra_reading, "runs", lambda *_: [])
        return quick, plan([grid], name)


@pytest.mark.parametrize("name", ODD)
def test_a_row_that_differs_means_the_same_among_others(name, monkeypatch):
    quick, slow = both(table(name), monkeypatch)
    assert quick == slow
    assert len(quick.lines) > len(table()) - 5


@pytest.mark.parametrize("seed", range(12))
def test_rows_that_differ_in_many_ways_mean_the_same(seed, monkeypatch):
    odd = random.Random(seed).sample(sorted(ODD), 5)
    quick, slow = both(table(*odd), monkeypatch, "rpjmd.xlsx" if seed % 3 else "renstra.xlsx")
    assert replace(quick, problems=()) == replace(slow, problems=())
    assert quick.problems == slow.problems


def test_most_rows_of_a_long_table_are_read_together(monkeypatch):
    found = []
    known = renstra_reading.runs
    monkeypatch.setattr(renstra_reading, "runs", lambda *how: found.extend(known(*how)) or found)
    draft = plan([sheets.Grid("Lembar", table())], "renstra.xlsx")
    assert sum(map(len, found)) == len(draft.lines) == 40
