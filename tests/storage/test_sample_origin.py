"""The sample city: what was carried on is found from the program as it was read, and back to its plan."""

import random

import pytest

from smartcity_desktop import sample
from smartcity_desktop.domain.ids import IdSource
from tests.storage.test_sample_sheets import standing_clock


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The sample, open; nobody writes into it here."""
    folder = tmp_path_factory.mktemp("contoh")
    ids = IdSource(standing_clock, random.Random(7))
    with sample.build(folder / "contoh.bimtek", clock=standing_clock, ids=ids, profile=folder / "p") as desk:
        yield desk


def rows(city, code):
    return city.result.result(city.worksheet.find(code).id).rows


def test_a_program_of_a_plan_tells_what_it_became_and_where_it_stood(city):
    row = next(item for item in rows(city, "L5") if item.values["code"] == "2.16.02")
    assert "Satu Pintu Aduan" in {step.text for step in city.result.trail(row.id).forward}
    initiative = next(item for item in rows(city, "L7") if item.text == "Satu Pintu Aduan")
    back = [step.ent for step in city.result.trail(initiative.id).back]
    assert "analysis" in back
    assert back.index("analysis") < back.index("renstra_line")


@pytest.mark.parametrize("code", ["L5", "L6"])
def test_programs_that_were_carried_on_are_marked_in_both_worksheets_that_read_them(city, code):
    assert sum(1 for item in rows(city, code) if item.onward) == 9


FAULTS = {
    "Diskominfo": ["sums-differ", "children-differ", "children-differ", "period-short"],
    "Disdukcapil": [],
    "DPMPTSP": [
        *("sasaran-without-program", "program-without-pagu", "indicator-without-baseline", "code-retired")
    ],
    "Bapenda": ["target-jumps"],
    "DLH": ["code-retired"],
    "Dinkes": ["code-retired"] * 2,
    "Dishub": ["claimed-twice"],
    "DPUPR": [
        *("past-period", "sums-differ", "program-without-pagu", "children-differ", "children-differ"),
        "target-falls",
    ],
    "Disbudpar": [],
    "Diskop UKM": ["target-falls", *["code-retired"] * 5],
    "Disdik": [
        *("name-differs", "activity-as-program", "indicator-without-baseline", "code-retired", "code-retired")
    ],
    "Satpol PP": ["code-foreign", "claimed-twice", "target-falls", "code-retired"],
}


def test_every_plan_has_the_faults_that_were_put_into_it_and_no_other(city):
    called = {item.id: item.short for item in city.opd.opds()}
    found = {called[item.opd]: [one.finding.code for one in item.items] for item in city.finding.all()}
    assert found == FAULTS


def test_a_fault_of_the_sample_names_the_figures_and_where_they_stand(city):
    called = {item.id: item.short for item in city.opd.opds()}
    said = {
        (called[plan.opd], item.finding.code): (item.where, item.finding.message)
        for plan in city.finding.all()
        for item in plan.items
    }
    assert said["DPUPR", "past-period"][1] == "Renstra ini berakhir 2025, padahal Bimtek ini tahun 2026."
    assert "Rp50.720.000.000, kegiatan Rp43.512.000.000" in said["DPUPR", "sums-differ"][1]
    assert said["Disdik", "activity-as-program"][0] == "1.01.05, halaman 2, baris 31"
    assert "2028 tertulis 350000, sedangkan tahun sebelumnya 32.000" in said["Bapenda", "target-jumps"][1]
    assert "juga ada dalam Renstra Dinas Perhubungan" in said["Satpol PP", "claimed-twice"][1]
    assert "turun dari 55 ke 52" in said["Diskop UKM", "target-falls"][1]
