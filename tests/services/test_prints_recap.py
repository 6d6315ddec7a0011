"""The recap of a dimension and of an OPD, gathered from a file and set on one page."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_recap import RECAP_DIMENSION, RECAP_OPD
from smartcity_desktop.domain.print_job import PrintAsk, each
from smartcity_desktop.services.report import page_count, render
from tests.reporting.pictures import texts
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds


def recap(desk, kind, row="", paper=None):
    return desk.report.asked(kind, PrintAsk(opd=row, paper=paper))


def words(made):
    return " ".join(" ".join(texts(render(made))).split())


@pytest.fixture
def city(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    return opds(desk)


def find(desk, code):
    return desk.worksheet.find(code).id


def test_the_recap_of_a_dimension_counts_programs_by_horizon_and_costs_by_year(desk):
    gov = dimension(desk, "GOV")
    made = [
        put(desk, find(desk, "L7"), gov, {"name": name, "horizon": horizon})[0]
        for name, horizon in (("Satu Data", "menengah"), ("Satu Pintu", "pendek"), ("Peta Aset", "pendek"))
    ]
    put(desk, find(desk, "L7"), dimension(desk, "ENV"), {"name": "Bank Sampah", "horizon": "panjang"})
    costs = ({"cost@1": "150000000", "cost@6-10": "2000000"}, {"cost@1": "50000000"}, {"cost@2": "7"})
    for row, cost in zip((made[0], made[2], ""), costs, strict=True):
        put(desk, find(desk, "L8"), gov, {"text": "Menyusun peta", "initiative": row, **cost})
    found = recap(desk, RECAP_DIMENSION, gov).picture
    assert [(item.name, item.value) for item in found.programs] == [
        ("Pendek (1 th)", 2),
        ("Menengah (5 th)", 1),
        ("Panjang (10 th)", 0),
    ]
    assert [(item.name, item.value) for item in found.costs if item.value] == [
        ("Tahun 1", 200_000_000),
        ("Tahun 6–10", 2_000_000),
    ]
    assert found.costs_told == (
        "Rp202 juta, dari 2 program yang sudah ada biayanya; 1 program belum ada biayanya. "
        "1 aksi tanpa program, Rp7, belum ikut dijumlah."
    )
    assert {item.code: item.done for item in found.sheets if item.done} == {"L7": 3, "L8": 3}


def test_issues_stand_by_priority_and_a_quick_win_with_whose_it_is(desk, city):
    gov = dimension(desk, "GOV")
    for text, priority in (("Antrean", "3"), ("Tanpa angka", ""), ("Banjir", "5")):
        put(desk, find(desk, "L1"), gov, {"text": text, "priority": priority})
    put(desk, find(desk, "L10"), gov, {"name": "Antrean daring", "opd": city["Dinkes"]})
    made = recap(desk, RECAP_DIMENSION, gov)
    assert [item.text for item in made.picture.issues] == ["Banjir", "Antrean", "Tanpa angka"]
    told = words(made)
    assert "1 Banjir 5 2 Antrean 3 3 Tanpa angka –" in told
    assert "Antrean daring Dinkes – Belum diputuskan" in told
    (own,) = recap(desk, RECAP_OPD, city["Dinkes"]).picture.quick_wins
    assert (own.name, own.place) == ("Antrean daring", "GOV")
    assert recap(desk, RECAP_OPD, city["DLH"]).picture.quick_wins == ()


def test_the_recap_of_an_opd_tells_promises_apart_and_reads_its_programs_by_dimension(desk, with_plan):
    l5, l12, gov = find(desk, "L5"), find(desk, "L12"), dimension(desk, "GOV")
    rows = [item.row for item in desk.worksheet.grid(l5, with_plan).rows]
    desk.worksheet.set_cells(l5, with_plan, [(rows[0], "relevant", "ya"), (rows[0], "dimension", gov)])
    put(desk, l12, with_plan, {"text": "Buka data", "due": "2020-12-01"})
    put(desk, l12, with_plan, {"text": "Latih kader", "state": "selesai"})
    found = recap(desk, RECAP_OPD, with_plan).picture
    assert [(item.text, item.late) for item in found.promises] == [("Buka data", True)]
    assert [item.value for item in found.owed] == [1, 1, 0, 0]
    assert {item.name.split()[0]: item.value for item in found.programs if item.value} == {"GOV": 1}
    assert found.programs_told.startswith("1 dari ")


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_recap_of_long_texts_and_many_rows_stays_on_one_page(desk, paper):
    gov = dimension(desk, "GOV")
    l1 = find(desk, "L1")
    rows = desk.worksheet.new_rows(40)
    desk.worksheet.set_cells(l1, gov, [(row, "text", "Jum'at <b> penyelenggaraan " * 40) for row in rows])
    made = recap(desk, RECAP_DIMENSION, gov, paper)
    assert page_count(render(made)) == 1
    assert "Isu daerah menurut prioritas (40)" in words(made)
    assert "lagi" in words(made)


def test_every_dimension_and_opd_has_a_page_of_its_own(desk, city):
    assert len(city) == 2
    assert [item.name for item in each(recap(desk, RECAP_OPD))] == ["Rekap Dinkes", "Rekap DLH"]
    whole = recap(desk, RECAP_DIMENSION)
    assert whole.name == "Rekap per dimensi"
    assert page_count(render(whole)) == len(each(whole)) == 6
