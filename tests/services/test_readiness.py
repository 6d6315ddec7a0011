"""Readiness as it stands in a workshop: the sheets of the parts beside the questionnaire of the agencies."""

from fractions import Fraction

import pytest

from smartcity_desktop.domain import readiness
from smartcity_desktop.domain.opd import OpdRow


@pytest.fixture
def opds(desk):
    desk.opd.add([OpdRow(f"Dinas {name}") for name in ("Satu", "Dua", "Tiga")])
    return [item.id for item in desk.opd.opds()]


def score(desk, code, party, scores, **more):
    """Give scores by code of the item on the sheet of a party."""
    worksheet = desk.worksheet.find(code).id
    rows = {row.values["code"]: row.row for row in desk.worksheet.grid(worksheet, party).rows}
    cells = [(rows[item], "score", str(value)) for item, value in scores.items()]
    cells += [(rows[item], key, text) for item in scores for key, text in more.items()]
    desk.worksheet.set_cells(worksheet, party, cells)


def part(desk, code):
    places = desk.worksheet.places(desk.worksheet.find("L2").id)
    return next(item.party for item in places if item.short == code)


def test_elements_and_components_are_means_of_what_was_answered(desk):
    score(desk, "L2", part(desk, "STR"), {"STR-01": 4, "STR-02": 2, "STR-05": 1})
    score(desk, "L2", part(desk, "SUP"), {"SUP-01": 0})
    recap = desk.readiness.recap()
    groups = recap.readings[0]
    assert groups.code == "L2"
    assert readiness.told(groups.found.elements["STR"].mean) == "2,33 (sedang)"
    assert readiness.counted(groups.found.elements["STR"].mean) == "3 dari 12 butir, 9 belum dinilai"
    assert readiness.told(groups.found.elements["INF"].mean) == "belum dinilai"
    assert readiness.told(groups.found.elements["SUP"].mean) == "0,00 (buruk)"
    assert recap.components[0] == ("STR", "Sumber daya manusia")
    assert list(recap.names.values()) == ["Struktur", "Infrastruktur", "Suprastruktur"]


def test_the_questionnaire_is_the_mean_over_the_agencies_that_answered_with_its_spread(desk, opds):
    for opd, value in zip(opds, (1, 4), strict=False):
        score(desk, "L2K", opd, {"INF-07": value})
    score(desk, "L2K", opds[1], {"INF-08": 2})
    reading = next(item for item in desk.readiness.recap().readings if item.code == "L2K")
    by_code = {item.code: reading.found.items[item.id] for item in reading.questions}
    assert by_code["INF-07"].value == Fraction(5, 2)
    assert (by_code["INF-07"].count, readiness.spread(by_code["INF-07"])) == (2, "1–4")
    assert (by_code["INF-08"].count, by_code["INF-08"].missing) == (1, 1)
    assert (reading.asked, sorted(reading.sheets.values())) == (3, ["Dinas Dua", "Dinas Satu"])


def test_the_gaps_begin_with_the_lowest_score_and_show_both_worksheets(desk, opds):
    score(desk, "L2", part(desk, "STR"), {"STR-03": 3, "STR-01": 1, "STR-02": 1}, gap="Kurang")
    score(desk, "L2K", opds[0], {"STR-03": 2, "SUP-02": 0})
    lines = desk.readiness.recap().lines()
    assert [line.question.code for line in lines[:5]] == ["SUP-02", "STR-01", "STR-02", "STR-03", "STR-04"]
    both = lines[3]
    assert [cell.mean.value for cell in both.cells] == [3, 2]
    assert both.element == "Struktur"
    assert both.cells[0].answers[0].gap == "Kurang"
    assert lines[4].value is None
    assert len(lines) == 30


def test_high_scores_without_evidence_are_counted(desk):
    score(desk, "L2", part(desk, "STR"), {"STR-01": 4, "STR-02": 2})
    score(desk, "L2", part(desk, "SUP"), {"SUP-01": 3}, evidence="Perwal 2020")
    assert desk.readiness.recap().readings[0].unproven == 1


def test_the_agencies_of_the_source_and_the_row_of_an_answer_are_known(desk, opds):
    score(desk, "L2", part(desk, "STR"), {"STR-01": 4}, opd=opds[2])
    answer = desk.readiness.recap().readings[0].answers[0]
    assert answer.opds == (opds[2],)
    assert desk.worksheet.find_row(answer.id).party == part(desk, "STR")


def test_a_workshop_without_any_score_has_questions_and_no_mean(desk):
    recap = desk.readiness.recap()
    assert not recap.has_answers
    assert {line.value for line in recap.lines()} == {None}


def test_a_part_that_is_no_longer_used_is_neither_asked_nor_missing(desk):
    score(desk, "L2", part(desk, "STR"), {"STR-01": 4})
    score(desk, "L2", part(desk, "INF"), {"INF-01": 2})
    desk.definition.set_held("worksheet_part", part(desk, "STR"), "retired", value=True)
    reading = desk.readiness.recap().readings[0]
    assert (reading.asked, set(reading.found.elements)) == (2, {"INF", "SUP"})
    assert reading.found.whole.value == Fraction(2)
    assert readiness.counted(reading.found.whole) == "1 dari 18 butir, 17 belum dinilai"
    desk.undo()
    assert readiness.counted(desk.readiness.recap().readings[0].found.whole).startswith("2 dari 30 butir")
