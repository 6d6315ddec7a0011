"""The two real spreadsheets: every figure of theirs, and the faults that really are in them."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.renstra import Answers, apply, checks, counts, summary, sums, to_json
from smartcity_desktop.domain.renstra_draft import Origin
from smartcity_desktop.exchange.renstra import read_file


@pytest.fixture(scope="module")
def sumedang(renstra_folder):
    """The three-year plan of a Diskominfo."""
    return read_file(next(renstra_folder.glob("01_*.xlsx")))


@pytest.fixture(scope="module")
def pasangkayu(renstra_folder):
    """The five-year plan of a DPUPR."""
    return read_file(next(renstra_folder.glob("10_*.xlsx")))


def test_the_sentence_of_the_three_year_plan(sumedang):
    assert summary(sumedang, "Diskominfosanditik") == (
        "Renstra Diskominfosanditik 2021–2023: 4 program, 6 kegiatan, Rp8,39 miliar (2021). "
        "3 hal perlu dilihat."
    )


def test_programs_and_money_of_the_three_year_plan(sumedang):
    programs = [line for line in sumedang.lines if line.level == "program"]
    assert [line.code for line in programs] == ["2.16.02", "2.16.03", "2.21.02", "2.20.02"]
    expected = {"Tahun-3": 8_386_282_200, "Tahun-4": 9_802_000_000, "Tahun-5": 10_916_000_000}
    assert sums(sumedang.lines)["program"] == expected
    assert sums(sumedang.lines)["kegiatan"] == expected


def test_tujuan_and_sasaran_of_the_three_year_plan_hang_together(sumedang):
    lines = sumedang.lines
    tree = [(line.level, None if line.parent is None else lines[line.parent].level) for line in lines]
    assert tree.count(("tujuan", None)) == 3
    assert tree.count(("sasaran", "tujuan")) == 4
    assert tree.count(("program", "sasaran")) == 4
    assert tree.count(("kegiatan", "program")) == 6
    first = next(line for line in lines if line.level == "sasaran")
    assert (first.indicators[0].baseline, first.indicators[0].targets["Tahun-3"]) == ("32.25%", "42.50%")


def test_the_doubts_of_the_three_year_plan_name_their_cells(sumedang):
    found = {problem.code: problem for problem in sumedang.problems}
    assert set(found) == {"code-odd", "years", "baseline-year"}
    assert (found["code-odd"].cell, found["code-odd"].suggestion) == ("E18", "2.21.02.2.02")
    assert found["years"].cell == "M4, O4, Q4"
    assert found["baseline-year"].cell == "L6"


def test_answered_years_rename_every_target_and_pagu(sumedang):
    answered = apply(sumedang, [], Answers(years=sumedang.proposed_years, base_year=2020))
    assert sums(answered.lines)["program"]["2021"] == 8_386_282_200
    assert (answered.years, answered.base_year) == (("2021", "2022", "2023"), 2020)
    assert [problem.code for problem in answered.problems] == ["code-odd"]
    assert answered.lines[2].indicators[0].baseline_year == "2020"


def test_lines_and_money_of_the_five_year_plan(pasangkayu):
    found = counts(pasangkayu.lines, with_support=True)
    assert found == {"program": 10, "kegiatan": 22, "subkegiatan": 60}
    first = {
        level: by_year["Tahun-1"] for level, by_year in sums(pasangkayu.lines, with_support=True).items()
    }
    assert first == {
        "program": 175_915_891_891,
        "kegiatan": 190_245_559_804,
        "subkegiatan": 201_393_883_804,
    }


def test_codes_of_the_five_year_plan_are_whole(pasangkayu):
    programs = [line.code for line in pasangkayu.lines if line.level == "program"]
    assert programs[:2] == ["X.XX.01", "1.03.02"]
    assert sum(line.support for line in pasangkayu.lines if line.level == "program") == 1


def test_the_real_faults_of_the_five_year_plan_are_reported(pasangkayu):
    doubts = {(problem.code, problem.cell) for problem in pasangkayu.problems}
    assert {("code-missing", "C56"), ("code-elsewhere", "B65"), ("cells-unsaved", "G39")} <= doubts
    found = checks(pasangkayu.lines, years=pasangkayu.years)
    without = [finding for finding in found if finding.code == "program-without-pagu"]
    assert [finding.cell for finding in without] == ["C39"]
    (differ,) = [finding for finding in found if finding.code == "sums-differ"]
    assert "program Rp175.915.891.891" in differ.message


def test_the_json_form_has_the_shape_that_was_promised(sumedang):
    form = to_json(sumedang)
    assert list(form) == ["format", "tahun", "tujuan", "sasaran", "baris", "masalah"]
    assert form["tahun"] == ["Tahun-3", "Tahun-4", "Tahun-5"]
    assert len(form["baris"]) == 10
    line = form["baris"][0]
    assert list(line)[:8] == ["level", "kode", "nama", "indikator", "pagu", "unit", "lokasi", "asal"]
    assert line["pagu"]["Tahun-3"] == 1_775_000_000
    assert line["asal"] == {"lembar": sumedang.sheet, "baris": 7}
    assert list(line["indikator"][0]) == ["nama", "satuan", "baseline", "target"]
    assert {"lembar", "sel", "kode", "pesan"} == set(form["masalah"][0])


def test_the_web_page_of_the_three_year_plan_gives_the_same_plan(sumedang, renstra_folder):
    page = read_file(next(renstra_folder.glob("01_*.html")))
    without = [replace(line, origin=Origin(), cells={}) for line in page.lines]
    assert without == [replace(line, origin=Origin(), cells={}) for line in sumedang.lines]
    assert [problem.code for problem in page.problems] == [problem.code for problem in sumedang.problems]
    assert (page.years, page.period_start, page.opd_name) == (
        sumedang.years,
        sumedang.period_start,
        sumedang.opd_name,
    )


def test_a_file_of_pictures_is_refused_in_a_sentence(renstra_folder):
    from smartcity_desktop.domain.wording import sentence
    from smartcity_desktop.errors import UserFault

    path = next(renstra_folder.glob("43_*.pdf"))
    with pytest.raises(UserFault) as caught:
        read_file(path)
    assert "hanya gambar" in sentence(caught.value)


def test_a_cascade_drawn_as_boxes_over_six_pages_is_read_as_one(renstra_folder):
    draft = read_file(next(renstra_folder.glob("30_*.pdf")))
    assert draft.opd_name == "DINAS KOMUNIKASI, INFORMATIKA DAN STATISTIK"
    assert draft.years == ("2024",)
    levels = [line.level for line in draft.lines]
    assert {level: levels.count(level) for level in levels} == {
        "tujuan": 1,
        "sasaran": 3,
        "program": 4,
        "kegiatan": 5,
        "subkegiatan": 9,
    }
    goal = next(line for line in draft.lines if line.name.startswith("Meningkatnya maturitas"))
    assert goal.name.endswith("Sistem Pemerintahan Berbasis Elektronik (SPBE)")
    assert [item.targets for item in goal.indicators] == [{"2024": "2,80"}] * 2
    named = {line.name: line for line in draft.lines}
    partners = named["Sub Kegiatan Penyelenggaraan Hubungan Masyarakat, Media dan Kemitraan Komunitas"]
    (measure,) = partners.indicators
    assert measure.name.startswith("Jumlah Dokumen Kemitraan dengan Masyarakat, Media dan Komunitas dalam")
    assert measure.name.endswith("Mendiseminasikan Informasi Program atau Kebijakan")
    assert measure.targets == {"2024": "4 dok"}
    above = draft.lines[partners.parent]
    assert above.name.startswith("Kegiatan Pengelolaan Informasi dan Komunikasi Publik")
    secrets = named["PROGRAM PENYELENGGARAAN PERSANDIAN UNTUK PENGAMANAN INFORMASI"]
    assert [item.targets["2024"] for item in secrets.indicators] == ["12", "100", "85"]
    assert draft.lines[secrets.parent] == goal


def test_no_real_file_is_left_without_its_figures(renstra_folder):
    named = {
        path.name.split("_")[0] + path.suffix for path in renstra_folder.iterdir() if path.suffix != ".md"
    }
    assert named == {"01.xlsx", "01.html", "10.xlsx", "30.pdf", "43.pdf"}
