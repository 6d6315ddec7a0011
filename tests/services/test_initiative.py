"""Programs smart city as rows of the worksheets: made, changed alone and many at once, left out."""

import pytest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.initiative_facts import BLOCK as LATER
from smartcity_desktop.errors import UserFault
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds
from tests.services.test_shared_program import city, read

assert city


def sheet(desk, code, names):
    """Write programs on the sheet of a dimension; return them as the list has them."""
    for name in names:
        put(desk, desk.worksheet.find("L7").id, dimension(desk, code), {"name": name})
    return desk.initiative.board().items


def test_the_row_of_a_sheet_and_the_card_are_one(desk):
    l7, gov = desk.worksheet.find("L7").id, dimension(desk, "GOV")
    (item,) = sheet(desk, "GOV", ["Satu Data"])
    desk.initiative.set(item.id, "horizon", "pendek")
    desk.initiative.set(item.id, "cost@1", "250000000")
    desk.initiative.set(item.id, f"cost@{LATER}", "1000000000")
    desk.initiative.set(item.id, "fund", "apbd;csr")
    (row,) = desk.worksheet.grid(l7, gov).rows
    assert (row.row, row.values["horizon"], row.values["fund"]) == (item.id, "pendek", "apbd;csr")
    card = desk.initiative.card(item.id)
    assert card.item.cost == {"1": 250_000_000, LATER: 1_000_000_000}
    assert card.where == "L7 Usulan program smart city · GOV Smart Governance"
    assert not desk.initiative.set(item.id, "name", " ")
    assert desk.initiative.card(item.id).item.name == "Satu Data"


def test_a_new_program_stands_on_the_sheet_of_its_dimension(desk):
    eco = dimension(desk, "ECO")
    row, changed = desk.initiative.add("  Pasar   Nontunai ", eco)
    assert changed.label == 'tambah program smart city "Pasar Nontunai"'
    (found,) = desk.worksheet.grid(desk.worksheet.find("L7").id, eco).rows
    assert found.row == row
    desk.undo()
    assert desk.initiative.card(row) is None
    with pytest.raises(UserFault, match="row-gone"):
        desk.initiative.set(row, "code", "ECO-01")
    with pytest.raises(UserFault, match="row-gone"):
        desk.initiative.add_indicator(row)


def test_a_program_without_a_worksheet_to_stand_on_is_kept_all_the_same(desk):
    desk.definition.retire(desk.worksheet.find("L7").id, retired=True)
    row, _ = desk.initiative.add("", dimension(desk, "ECO"))
    card = desk.initiative.card(row)
    assert (card.item.name, card.where, card.item.sheet) == ("Program baru", "", "")


@pytest.mark.usefixtures("city")
def test_many_are_changed_in_one_act_that_one_undo_takes_back(desk):
    items = sheet(desk, "LIV", ["Satu", "Dua", "Tiga"])
    dlh = opds(desk)["DLH"]
    desk.initiative.set(items[0].id, "fund", "csr")
    changed = desk.initiative.change([items[0].id, items[2].id], {"opd": dlh, "fund": "apbd"})
    assert changed.label == "ubah OPD penanggung jawab, sumber dana 2 program smart city"
    said = [(item.opd, item.fund) for item in desk.initiative.board().items]
    assert said == [(dlh, ("apbd",)), ("", ()), (dlh, ("apbd",))]
    desk.undo()
    assert next((item.opd, item.fund) for item in desk.initiative.board().items) == ("", ("csr",))
    assert not desk.initiative.change([items[0].id], {"fund": "csr"})


@pytest.mark.usefixtures("city")
def test_programs_of_plans_become_programs_smart_city_once_and_keep_where_they_came_from(desk):
    line = read(desk, opds(desk)["Dinkes"], 0, relevant="ya", dimension=dimension(desk, "LIV"))
    loose = read(desk, opds(desk)["DLH"], 0, relevant="sebagian")
    # Whose agency has no dimension of its own either, nobody can tell where the program belongs.
    desk._store.write([Set("opd", opds(desk)["DLH"], "dimension", "")], "isi")
    assert [item.id for item in desk.initiative.unused()] == [line, loose]
    with pytest.raises(UserFault, match="carry-no-sheet"):
        desk.initiative.take([line, loose])
    changed = desk.initiative.take([line, loose], dimension(desk, "ENV"))
    assert changed.label == "jadikan 2 program Renstra program smart city"
    board = desk.initiative.board()
    assert [(board.place(item), item.lines, board.opd_name(item)) for item in board.items] == [
        ("LIV", (line,), "Dinkes"),
        ("ENV", (loose,), "DLH"),
    ]
    assert board.unused == 0
    assert not desk.initiative.take([line])
    way = desk.initiative.card(board.items[0].id).trail.back
    assert [step.kind for step in way] == ["Analisis Renstra", "Baris Renstra"]


@pytest.mark.usefixtures("city")
def test_a_program_of_a_plan_without_a_proposal_is_named_as_one_reads_it(desk):
    line = read(desk, opds(desk)["Dinkes"], 0, relevant="ya", dimension=dimension(desk, "LIV"))
    desk._store.write([Set("renstra_line", line, "name", "PROGRAM APLIKASI INFORMATIKA")], "isi")
    desk.initiative.take([line])
    (made,) = desk.initiative.board().items
    assert made.name == "Aplikasi Informatika"


def test_one_that_is_left_out_is_not_lost(desk):
    one, other = sheet(desk, "GOV", ["Satu", "Dua"])
    assert desk.initiative.retire([one.id]).label == 'keluarkan "Satu" dari masterplan'
    assert [item.id for item in desk.initiative.board().used] == [other.id]
    assert not desk.initiative.retire([one.id])
    assert desk.initiative.retire([one.id], retired=False).label == 'pakai lagi "Satu"'
    assert len(desk.initiative.board().used) == 2


def test_further_indicators_come_and_go(desk):
    (item,) = sheet(desk, "GOV", ["Satu"])
    made, _ = desk.initiative.add_indicator(item.id)
    desk.initiative.set_indicator(made, "name", "Aduan dijawab")
    desk.initiative.set_indicator(made, "baseline", "40")
    assert not desk.initiative.set_indicator(made, "initiative", "x")
    (found,) = desk.initiative.card(item.id).item.further
    assert (found.name, found.baseline) == ("Aduan dijawab", "40")
    desk.initiative.drop_indicator(made)
    assert desk.initiative.card(item.id).item.further == ()


def test_the_answer_about_an_application_stays_in_the_note(desk):
    (item,) = sheet(desk, "GOV", ["Aplikasi warga"])
    desk.initiative.set(item.id, "innovation", "aplikasi")
    desk.initiative.set(item.id, "note", "Usul Diskominfo")
    assert desk.initiative.card(item.id).item.is_nudged
    desk.initiative.answer_nudge(item.id, "tidak bisa,  data harus langsung")
    found = desk.initiative.card(item.id).item
    assert found.note == "Usul Diskominfo\nTanpa aplikasi baru: tidak bisa, data harus langsung"
    assert not found.is_nudged
