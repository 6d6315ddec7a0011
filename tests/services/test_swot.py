"""SWOT and TOWS as they stand in a workshop: the worked example of the field, its scale, what is merged."""

import sqlite3

import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain import swot
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.report import render
from smartcity_desktop.storage.dimension import dimensions
from tests.reporting.pictures import texts

EXAMPLE = (
    ("S", "TPA Talangagung dan TPS3R Mulyoagung jadi percontohan", "0.20", "4"),
    ("S", "Sekitar 30.000 pengunjung belajar di sana", "0.15", "3"),
    ("S", "Retribusi sampah dibayar digital", "0.10", "3"),
    ("S", "Inovasi daur ulang dinilai tinggi", "0.10", "4"),
    ("W", "Kesadaran 3R rumah tangga terendah", "0.20", "4"),
    ("W", "Energi terbarukan hampir belum dipakai", "0.10", "3"),
    ("W", "Belum ada Perbup smart city", "0.15", "3"),
    ("O", "Kerja sama Malang Raya dianjurkan", "0.30", "3"),
    ("O", "Perda CSR sudah ada", "0.25", "3"),
    ("T", "Wilayah luas, penduduk besar", "0.25", "3"),
    ("T", "Wisata menambah sampah", "0.20", "2"),
)
TOWS = (
    ("SO", "TPS3R jadi tempat belajar Malang Raya", (0, 1, 7)),
    ("SO", "Bayar nontunai diperluas dengan CSR", (2, 8)),
    ("ST", "TPS3R di tiap kecamatan", (0, 9)),
    ("WO", "Bank sampah RT didanai CSR", (4, 8)),
    ("WT", "Pelacakan rumah ke rumah", (4, 9)),
)


@pytest.fixture
def dlh(desk):
    desk.opd.add([OpdRow("Dinas Lingkungan Hidup", short="DLH"), OpdRow("Dinas Kesehatan")])
    return desk.opd.opds()[0].id


def fill(desk, party, rows=EXAMPLE, rating="rating"):
    """Key factors into a SWOT sheet, rated on one scale; return their ids."""
    worksheet = desk.worksheet.find("L3").id
    ids = desk.worksheet.new_rows(len(rows))
    cells = [
        (row, key, value)
        for row, found in zip(ids, rows, strict=True)
        for key, value in zip(("kind", "text", "weight", rating), found, strict=True)
    ]
    desk.worksheet.set_cells(worksheet, party, cells)
    return ids


def answer(desk, party, factors, strategies=TOWS):
    """Key strategies into a TOWS sheet; return their ids."""
    ids = desk.worksheet.new_rows(len(strategies))
    cells = []
    for row, (kind, text, cited) in zip(ids, strategies, strict=True):
        cells += [(row, "kind", kind), (row, "text", text)]
        cells.append((row, "factor", ";".join(factors[place] for place in cited)))
    desk.worksheet.set_cells(desk.worksheet.find("L3T").id, party, cells)
    return ids


def of(desk, party):
    worksheet = desk.worksheet.find("L3").id
    return next(item for item in desk.swot.sheets(worksheet) if item.party.id == party)


def test_the_worked_example_comes_out_exactly(desk, dlh):
    fill(desk, dlh)
    desk.swot.set_scale(desk.worksheet.find("L3").id, swot.QUADRANT)
    standing = of(desk, dlh).standing
    assert [swot.decimal(standing.sides[kind].score) for kind in "SWOT"] == ["1,95", "1,55", "1,65", "1,15"]
    assert swot.decimal(standing.x, signed=True) == "+0,40"
    assert swot.decimal(standing.y, signed=True) == "+0,50"
    assert swot.quadrant_words(standing) == "kuadran I (agresif)"
    assert standing.told == ()


def test_figures_have_columns_only_where_the_scale_needs_them_and_come_back_with_it(desk, dlh):
    fill(desk, dlh)
    worksheet = desk.worksheet.find("L3").id

    def shown():
        keys = {item.key for item in desk.worksheet.grid(worksheet, dlh).columns}
        return keys & {"weight", "rating", "points", "rating_ife", "points_ife"}

    assert shown() == set()
    desk.swot.set_scale(worksheet, swot.IFE_EFE)
    assert shown() == {"weight", "rating_ife", "points_ife"}
    assert of(desk, dlh).standing.quadrant == ""
    desk.swot.set_scale(worksheet, swot.BY_WORDS)
    assert shown() == set()
    desk.swot.set_scale(worksheet, swot.QUADRANT)
    assert shown() == {"weight", "rating", "points"}
    assert swot.decimal(of(desk, dlh).standing.x) == "0,40"
    assert not desk.swot.set_scale(worksheet, swot.QUADRANT)


@pytest.mark.parametrize("scale", [swot.IFE_EFE, swot.QUADRANT])
def test_an_older_file_gets_the_figures_of_ife_efe_with_its_answers_when_it_is_opened(
    tmp_path, ticking, scale
):
    path = tmp_path / "lama.bimtek"
    new = NewWorkshop("Bimtek lama", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    with create_desk(path, new, clock=ticking, profile=tmp_path / "p") as desk:
        desk.opd.add([OpdRow("Dinas Lingkungan Hidup", short="DLH")])
        dlh = desk.opd.opds()[0].id
        fill(desk, dlh)
        worksheet = desk.worksheet.find("L3").id
        own = {item.key: item.id for item in desk.worksheet.columns(worksheet)}
        later = [own["rating_ife"], own["points_ife"]]
        desk.swot.set_scale(worksheet, scale)
        # As the program before wrote it: one rating for both scales, no row of the later columns at all.
        desk._store.write([Set("sheet_column", own["rating"], "hidden", val=False)], "dulu")
        label = desk.undo_label()
    with sqlite3.connect(path) as raw:
        for row in later:
            raw.execute("DELETE FROM head WHERE row = ?", (row,))
            raw.execute("DELETE FROM op WHERE row = ?", (row,))
            raw.execute("DELETE FROM sheet_column WHERE id = ?", (row,))
    raw.close()
    with open_desk(path, clock=ticking, profile=tmp_path / "p") as older:
        grid = older.worksheet.grid(worksheet, dlh)
        keys = [item.key for item in grid.columns]
        values = [(row.values.get("rating_ife", ""), row.values.get("rating", "")) for row in grid.rows]
        assert older.undo_label() == label, "undo steps over what nobody did"
        if scale == swot.IFE_EFE:
            assert keys[-2:] == ["rating_ife", "points_ife"]
            assert "rating" not in keys
            assert values[0] == ("4", "")
            assert of(older, dlh).standing.told == ()
        else:
            assert "rating_ife" not in keys
            assert values[0] == ("", "4")
        older.swot.set_scale(worksheet, swot.QUADRANT)
        assert older.worksheet.grid(worksheet, dlh).rows[0].values["rating"] == "4", "nothing is lost"
        assert not older.bring_up_to_date()


def test_a_change_of_scale_is_one_act(desk):
    worksheet = desk.worksheet.find("L3").id
    desk.swot.set_scale(worksheet, swot.QUADRANT)
    assert desk.undo_label() == 'ubah skala SWOT jadi "Bobot dan rating, dengan kuadran"'
    desk.undo()
    assert desk.worksheet.find("L3").scale == swot.BY_WORDS
    assert not {"weight", "rating"} & {item.key for item in desk.worksheet.grid(worksheet, worksheet).columns}


def test_the_sheet_says_on_which_scale_it_is_weighed_and_what_its_weights_lack(desk, dlh):
    worksheet = desk.worksheet.find("L3").id
    fill(desk, dlh, EXAMPLE[:4])
    words = desk.worksheet.grid(worksheet, dlh)
    assert words.worksheet.instruction.startswith("Skala: Tanpa bobot")
    assert words.warnings == ()
    desk.swot.set_scale(worksheet, swot.QUADRANT)
    weighed = desk.worksheet.grid(worksheet, dlh)
    assert "4 = sangat menghambat" in weighed.worksheet.instruction
    assert weighed.warnings == ("Jumlah bobot internal (S+W) 0,55, kurang 0,45 dari 1,00.",)


def test_strategies_cite_the_same_factors_under_new_codes_when_rows_are_moved(desk, dlh):
    factors = fill(desk, dlh)
    answer(desk, dlh, factors)
    sheet = of(desk, dlh)
    assert [sheet.cited(item) for item in sheet.strategies][:2] == ["S1, S2, O1", "S3, O2"]
    desk.worksheet.move_row(desk.worksheet.find("L3").id, dlh, factors[0], 1)
    moved = of(desk, dlh)
    assert moved.codes[factors[0]] == "S2"
    assert moved.cited(moved.strategies[2]) == "S2, T1"
    assert moved.strategies[2].factors == sheet.strategies[2].factors


def test_factors_without_a_strategy_and_strategies_without_a_factor_are_told(desk, dlh):
    factors = fill(desk, dlh)
    answer(desk, dlh, factors, (*TOWS[:2], ("WO", "Perbup", ()), ("ST", "Salah pasangan", (0, 4))))
    assert of(desk, dlh).told() == (
        "Belum dipakai strategi mana pun: S4, W2, W3, T1, T2.",
        "Strategi tanpa faktor: WO1.",
        "Faktornya tidak sesuai pasangannya: ST1.",
    )


def test_a_merged_sheet_of_a_dimension_stands_behind_the_agencies_and_takes_its_citations_over(desk, dlh):
    factors = fill(desk, dlh)
    dimension = dimensions(desk._store.db)[0].id
    merged = fill(desk, dimension, EXAMPLE[:1])
    store = desk._store
    store.write([Set("factor", merged[0], f"origin@{factors[0]}", "1")], "gabungkan")
    answer(desk, dimension, factors, (("SO", "Sama", (0,)), ("SO", "Lain", (1,))))
    parties = [item.party.id for item in desk.swot.sheets(desk.worksheet.find("L3").id)]
    assert parties.index(dimension) > parties.index(dlh)
    sheet = of(desk, dimension)
    assert [sheet.cited(item) for item in sheet.strategies] == ["S1", "1 dari lembar lain"]


def test_what_was_merged_on_the_sheet_of_a_dimension_is_counted_once_and_told(desk, dlh):
    l3 = desk.worksheet.find("L3").id
    desk.definition.set_filler(l3, "dimension")
    gov, brd = (item.id for item in dimensions(desk._store.db)[:2])
    first, second = fill(desk, gov, EXAMPLE[:2])
    (elsewhere,) = fill(desk, brd, EXAMPLE[2:3])
    new, _ = desk.result.merge(l3, gov, [first, second, elsewhere], "TPA dan TPS3R jadi percontohan")
    sheet = of(desk, gov)
    assert [item.id for item in sheet.factors] == [new]
    assert (sheet.merged, sheet.standing.sides["S"].count, sheet.codes[new]) == (2, 1, "S1")
    assert (of(desk, brd).factors, of(desk, brd).merged) == ((), 1)
    printed = " ".join(texts(render(desk.report.gather("swot-tows", opd=gov))))
    assert "2 isian sudah digabung ke isian lain" in printed
    desk.undo()
    assert [len(of(desk, party).factors) for party in (gov, brd)] == [2, 1]
    assert dlh not in [item.party.id for item in desk.swot.sheets(l3)]


def test_rows_that_say_nothing_have_no_code(desk, dlh):
    worksheet = desk.worksheet.find("L3").id
    fill(desk, dlh, EXAMPLE[:1])
    sheet = of(desk, dlh).sheet
    desk._store.write([Birth("factor", RowId(desk.worksheet.new_rows(1)[0]), {"sheet": sheet})], "kosong")
    assert len(of(desk, dlh).factors) == 1
    assert desk.swot.worksheets()[0].id == worksheet


def test_a_weight_that_is_no_part_of_one_is_told(desk, dlh):
    fill(desk, dlh, (("S", "Berat", "1.5", "4"), ("W", "Ringan", "-0.5", "2")))
    desk.swot.set_scale(desk.worksheet.find("L3").id, swot.QUADRANT)
    assert of(desk, dlh).standing.told == ("Bobot di luar 0 sampai 1: S1, W1.",)


def test_a_rating_given_on_one_scale_is_never_read_on_the_other(desk, dlh):
    worksheet = desk.worksheet.find("L3").id
    row = fill(desk, dlh, (("W", "Lemah", "1.0", "4"),))[0]
    desk.swot.set_scale(worksheet, swot.IFE_EFE)
    assert swot.score(of(desk, dlh).factors[0]) is None
    assert "Belum lengkap bobot atau ratingnya: W1." in desk.worksheet.grid(worksheet, dlh).warnings
    desk.worksheet.set_cells(worksheet, dlh, [(row, "rating_ife", "1")])
    assert swot.decimal(of(desk, dlh).standing.internal) == "1,00"
    desk.swot.set_scale(worksheet, swot.QUADRANT)
    assert swot.decimal(of(desk, dlh).standing.x, signed=True) == "−4,00"


def test_a_sheet_of_before_is_shown_once(desk, dlh):
    worksheet = desk.worksheet.find("L3").id
    fill(desk, dlh, (("S", "Kader aktif", "1.0", "4"),))
    desk.definition.set_filler(worksheet, "dimension")
    home = desk.worksheet.places(worksheet)[0].party
    row = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(worksheet, home, [(row, "kind", "S"), (row, "text", "Layanan daring")])
    desk.definition.set_filler(worksheet, "opd")
    shown = [item.party.id for item in desk.swot.sheets(worksheet)]
    assert shown.count(home) == 1
    assert len(shown) == len(set(shown))
