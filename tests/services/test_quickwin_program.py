"""The program smart city of a quick win: made with the decision, one undo, taken back only while unused."""

import pytest

from smartcity_desktop.domain.edit import Gone, Set
from smartcity_desktop.domain.quickwin_board import Decided
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, sheet_rows

CHOSEN = Decided("terpilih", "Pleno", "2026-08-05", "Paling cepat terasa")
RESERVE = Decided("cadangan", "Pleno", "2026-08-05", "Menunggu data")


@pytest.fixture
def nominee(desk):
    return put(desk, desk.worksheet.find("L10").id, dimension(desk, "SOC"), _told("Posyandu digital"))[0]


def _told(name):
    return {"name": name, "months": "6", "description": "Sinyal lemah"}


def statuses(desk):
    return {place.short: place.status for place in desk.worksheet.places(desk.worksheet.find("L7").id)}


def program_of(desk, row):
    return desk.quickwin.board().line(row).candidate.initiative


def test_a_chosen_candidate_without_a_program_becomes_one_in_the_same_act(desk, nominee):
    changes = desk.quickwin.decide(nominee, CHOSEN)
    assert changes.label == "terpilih: Posyandu digital, program smart city dibuat di L7"
    (program,) = sheet_rows(desk, "L7")
    assert (program.text, program.short) == ("Posyandu digital", "SOC")
    assert program.values["description"] == "Sinyal lemah"
    assert sheet_rows(desk, "L10")[0].values["initiative"] == "Posyandu digital"
    assert statuses(desk)["SOC"] == "sedang"
    steps = desk.result.trail(program.id).back
    assert [(step.ent, step.text) for step in steps] == [("candidate", "Posyandu digital")], "dari mana ini?"
    assert desk.undo_label() == changes.label
    desk.undo()
    assert sheet_rows(desk, "L7") == ()
    candidate = desk.quickwin.board().line(nominee).candidate
    assert (candidate.decision, candidate.initiative) == ("", "")
    assert set(statuses(desk).values()) == {"belum"}


def test_saying_a_decision_again_makes_nothing_more(desk, nominee):
    desk.quickwin.decide(nominee, CHOSEN)
    assert not desk.quickwin.decide(nominee, CHOSEN)
    again = desk.quickwin.decide(nominee, Decided("terpilih", "Wali Kota", "2026-08-05", "Data ada"))
    assert again.label == "terpilih: Posyandu digital"
    assert len(sheet_rows(desk, "L7")) == 1


@pytest.mark.parametrize("after", [RESERVE, Decided("tidak", "Pleno"), Decided()])
def test_a_program_that_nobody_used_goes_with_the_decision(desk, nominee, after):
    desk.quickwin.decide(nominee, CHOSEN)
    changes = desk.quickwin.decide(nominee, after)
    assert changes.label == f"{after.words.lower()}: Posyandu digital, programnya di L7 dihapus lagi"
    assert sheet_rows(desk, "L7") == ()
    assert program_of(desk, nominee) == ""
    assert set(statuses(desk).values()) == {"belum"}
    desk.undo()
    (program,) = sheet_rows(desk, "L7")
    assert (program_of(desk, nominee), statuses(desk)["SOC"]) == (program.id, "sedang")
    desk.redo()
    desk.quickwin.decide(nominee, CHOSEN)
    assert [item.text for item in sheet_rows(desk, "L7")] == ["Posyandu digital"]


def test_a_program_in_which_somebody_wrote_stays(desk, nominee):
    desk.quickwin.decide(nominee, CHOSEN)
    sheet, home = desk.worksheet.find("L7").id, dimension(desk, "SOC")
    program = sheet_rows(desk, "L7")[0].id
    desk.worksheet.set_cells(sheet, home, [(program, "indicator", "Posyandu yang memakai")])
    changes = desk.quickwin.decide(nominee, RESERVE)
    assert changes.label.endswith(", programnya di L7 tetap ada karena sudah dipakai")
    assert sheet_rows(desk, "L7")[0].values["indicator"] == "Posyandu yang memakai"
    assert program_of(desk, nominee) == program, "where it came from stays told"
    assert statuses(desk)["SOC"] == "sedang"


def test_a_program_that_another_row_refers_to_stays(desk, nominee):
    desk.quickwin.decide(nominee, CHOSEN)
    l7, l8 = desk.worksheet.find("L7").id, desk.worksheet.find("L8").id
    desk.carry.carry(l8, desk.carry.plan(l7, l8).fresh)
    desk.quickwin.decide(nominee, RESERVE)
    assert [item.text for item in sheet_rows(desk, "L7")] == ["Posyandu digital"]


def test_a_sheet_on_which_others_wrote_stays_begun(desk, nominee):
    desk.quickwin.decide(nominee, CHOSEN)
    put(desk, desk.worksheet.find("L7").id, dimension(desk, "SOC"), {"name": "Kampung siaga"})
    desk.quickwin.decide(nominee, RESERVE)
    assert [item.text for item in sheet_rows(desk, "L7")] == ["Kampung siaga"]
    assert statuses(desk)["SOC"] == "sedang"


def test_a_candidate_that_came_from_a_program_keeps_it_whatever_is_decided(desk):
    l7, l10 = desk.worksheet.find("L7").id, desk.worksheet.find("L10").id
    (program,) = put(desk, l7, dimension(desk, "SOC"), {"name": "Kampung siaga"})
    desk.carry.carry(l10, desk.carry.plan(l7, l10).fresh)
    row = sheet_rows(desk, "L10")[0].id
    for made in (CHOSEN, RESERVE):
        assert desk.quickwin.decide(row, made).label == f"{made.words.lower()}: Kampung siaga"
        assert [item.id for item in sheet_rows(desk, "L7")] == [program]
        assert program_of(desk, row) == program


def test_a_program_that_people_carried_on_themselves_is_not_taken_back(desk, nominee):
    l7, l10 = desk.worksheet.find("L7").id, desk.worksheet.find("L10").id
    desk.carry.carry(l7, desk.carry.plan(l10, l7).fresh)
    (program,) = sheet_rows(desk, "L7")
    assert program_of(desk, nominee) == program.id
    desk.quickwin.decide(nominee, CHOSEN)
    desk.quickwin.decide(nominee, RESERVE)
    assert sheet_rows(desk, "L7") == (program,)


def test_a_program_that_was_deleted_is_made_anew_when_its_candidate_is_chosen_again(desk, nominee):
    desk.quickwin.decide(nominee, CHOSEN)
    first = sheet_rows(desk, "L7")[0].id
    desk._store.write([Gone("initiative", first)], "hapus baris")
    assert not sheet_rows(desk, "L7")
    desk.quickwin.decide(nominee, RESERVE)
    desk.quickwin.decide(nominee, CHOSEN)
    (program,) = sheet_rows(desk, "L7")
    assert program.id != first
    assert program_of(desk, nominee) == program.id


def test_without_a_worksheet_of_programs_the_decision_stands_alone(desk, nominee):
    desk._store.write([Set("worksheet", desk.worksheet.find("L7").id, "retired", True)], "tidak dipakai")
    assert desk.quickwin.decide(nominee, CHOSEN).label == "terpilih: Posyandu digital"
    assert desk.quickwin.board().line(nominee).candidate.decision == "terpilih"


def test_a_candidate_of_no_dimension_is_chosen_and_its_program_waits(desk, nominee):
    desk._store.write([Set("worksheet", desk.worksheet.find("L7").id, "filled_by", "group")], "per kelompok")
    label = desk.quickwin.decide(nominee, CHOSEN).label
    assert label == "terpilih: Posyandu digital, belum ada di L7 karena lembarnya belum jelas"
    assert desk.quickwin.board().line(nominee).candidate.decision == "terpilih"
