"""Programs that several share: proposals with reasons, taken or refused, and who works with whom."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.domain.shared_program import BETWEEN, INSIDE, OTHERS, OUTSIDE, SUPPORT, matrix
from smartcity_desktop.errors import UserFault
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds

PLANS = {
    "Dinkes": (
        ("1.02.03", "Peningkatan Gizi Keluarga dan Penurunan Stunting Balita"),
        ("1.02.05", "Promosi"),
    ),
    "Dinsos": (("1.06.04", "Penurunan Stunting Balita dan Gizi Keluarga"), ("1.06.01", "Penunjang Urusan")),
    "DLH": (("2.11.11", "Pengelolaan Persampahan"), ("2.11.01", "Penunjang Urusan")),
}


@pytest.fixture
def city(desk):
    """Three agencies with a plan each; by short name."""
    names = {"Dinkes": "Dinas Kesehatan", "Dinsos": "Dinas Sosial", "DLH": "Dinas Lingkungan Hidup"}
    desk.opd.add([OpdRow(name, short) for short, name in names.items()])
    known = opds(desk)
    for short, programs in PLANS.items():
        lines = [LineDraft("program", code, name, support=code.endswith(".01")) for code, name in programs]
        if short == "DLH":
            lines += [
                LineDraft("kegiatan", "2.11.11.2.01", "Pengurangan", parent=0, unit="Bidang Pengurangan"),
                LineDraft("kegiatan", "2.11.11.2.02", "Penanganan", parent=0, unit="Bidang Penanganan"),
            ]
        desk.renstra.adopt(known[short], Draft(lines=tuple(lines), years=("2026",)))
    return known


def read(desk, opd, row, **cells):
    l5 = desk.worksheet.find("L5").id
    found = desk.worksheet.grid(l5, opd).rows[row].row
    desk.worksheet.set_cells(l5, opd, [(found, key, value) for key, value in cells.items()])
    return found


def program(desk, **values):
    put(desk, desk.worksheet.find("L7").id, dimension(desk, "LIV"), values)


def of(board, kind):
    return [item for item in board.proposals if item.kind == kind]


@pytest.mark.usefixtures("city")
def test_likely_twins_of_two_agencies_are_proposed_with_the_words_and_support_programs_never(desk):
    (found,) = desk.shared_program.board().proposals
    board = desk.shared_program.board()
    assert "stunting" in found.reason.lower()
    assert board.told(found) == "Dinkes, Dinsos"
    assert board.items == ()


def test_a_taken_twin_stands_on_the_list_and_is_proposed_no_more(desk, city):
    key = desk.shared_program.board().proposals[0].key
    row, changes = desk.shared_program.accept(key)
    assert changes.kinds == {"shared_program", "verdict"}
    board = desk.shared_program.board()
    assert board.proposals == ()
    item = board.item(row)
    assert (item.place, item.lead, len(item.lines)) == (BETWEEN, city["Dinkes"], 2)
    found = matrix(board)
    assert found.count(city["Dinkes"], city["Dinsos"]) == found.count(city["Dinsos"], city["Dinkes"]) == 1
    assert found.opds == (city["Dinkes"], city["Dinsos"])
    desk.undo()
    assert [one.key for one in desk.shared_program.board().proposals] == [key]


@pytest.mark.usefixtures("city")
def test_a_refused_one_comes_back_only_where_somebody_asks(desk):
    key = desk.shared_program.board().proposals[0].key
    desk.shared_program.refuse(key)
    board = desk.shared_program.board()
    assert (board.proposals, board.refused) == ((), 1)
    with pytest.raises(UserFault, match="row-gone"):
        desk.shared_program.accept(key)
    desk.shared_program.offer_again()
    assert desk.shared_program.board().proposals[0].key == key


def test_what_names_helping_agencies_partners_or_several_divisions_is_proposed_by_its_place(desk, city):
    program(desk, name="Posyandu digital", opd=city["Dinkes"], support=city["Dinsos"], partners="PKK, kampus")
    read(desk, city["DLH"], 0, relevant="ya", partners="Bank sampah")
    board = desk.shared_program.board()
    (support,) = of(board, SUPPORT)
    assert (support.place, board.told(support)) == (BETWEEN, "Dinkes, Dinsos")
    assert support.reason == "Program smart city ini menyebut OPD pendukung: Dinsos."
    assert [(item.title, item.partners) for item in of(board, "partner")] == [
        ("Posyandu digital", "PKK, kampus"),
        ("Pengelolaan Persampahan", "Bank sampah"),
    ]
    (inside,) = of(board, "unit")
    assert inside.reason == "Kegiatannya dikerjakan 2 bidang: Bidang Pengurangan, Bidang Penanganan."
    rows = [desk.shared_program.accept(item.key)[0] for item in (support, inside)]
    found = desk.shared_program.board()
    assert [found.item(row).place for row in rows] == [BETWEEN, INSIDE]
    assert matrix(found).count(city["DLH"], city["DLH"]) == 1
    pkk, waste = of(found, "partner")
    assert (pkk.joins, waste.joins) == tuple(rows), "partners are added to what stands of the same program"
    for item in (pkk, waste):
        assert desk.shared_program.accept(item.key)[0] == item.joins
    found = desk.shared_program.board()
    assert [(found.item(row).place, found.item(row).partners) for row in rows] == [
        (BETWEEN, "PKK, kampus"),
        (OUTSIDE, "Bank sampah"),
    ]
    counted = matrix(found)
    assert [counted.count(city[short], OTHERS) for short in ("Dinkes", "Dinsos", "DLH")] == [1, 1, 1]
    assert found.counts.startswith("2 program bersama: 1 antar-OPD, 1 dengan")


def test_programs_of_two_agencies_are_put_on_the_list_by_hand_changed_and_taken_off(desk, city):
    board = desk.shared_program.board()
    lines = [row for row, item in board.programs.items() if item.code in {"1.02.05", "2.11.11"}]
    row, _ = desk.shared_program.add("", lines)
    desk.shared_program.update(row, "note", "Rapat bersama")
    desk.shared_program.join(row, [city["Dinsos"]])
    item = desk.shared_program.board().item(row)
    assert (item.title, item.place, item.note) == ("Promosi", BETWEEN, "Rapat bersama")
    assert len(desk.shared_program.board().parties(item)) == 3
    desk.shared_program.part(row, city["Dinsos"])
    assert len(desk.shared_program.board().parties(item)) == 3, "the item as it was read before"
    assert desk.shared_program.board().item(row).opds == ()
    sheet = desk.shared_program.tables()[0]
    assert dict(zip(sheet.heads, sheet.rows[0], strict=True))["OPD dan mitra"] == "Dinkes, DLH"
    desk.shared_program.remove(row)
    assert desk.shared_program.board().items == ()
    for nothing in (("", []), (" ", ["weg"])):
        with pytest.raises(UserFault, match="shared-nothing"):
            desk.shared_program.add(*nothing)


@pytest.mark.usefixtures("city")
def test_what_was_taken_is_proposed_again_when_it_leaves_the_list(desk):
    key = desk.shared_program.board().proposals[0].key
    row, _ = desk.shared_program.accept(key)
    desk.shared_program.remove(row)
    assert [item.key for item in desk.shared_program.board().proposals] == [key]


def test_a_twin_that_joins_what_was_shared_inside_one_agency_makes_it_one_between_agencies(desk, city):
    (twin,) = desk.shared_program.board().proposals
    row, _ = desk.shared_program.add("Gizi", [twin.lines[0]])
    assert desk.shared_program.board().item(row).place == INSIDE
    (twin,) = desk.shared_program.board().proposals
    assert desk.shared_program.accept(twin.key)[0] == row
    board = desk.shared_program.board()
    assert board.item(row).place == BETWEEN
    assert matrix(board).count(city["Dinkes"], city["Dinsos"]) == 1


def test_an_agency_of_another_government_stands_outside(desk, city):
    desk.opd.add([OpdRow("Kepolisian Resor", "Polres")])
    police = opds(desk)["Polres"]
    desk.opd.update(police, "kind", "luar")
    program(desk, name="Panggilan darurat", opd=city["Dinkes"], support=police)
    (found,) = of(desk.shared_program.board(), SUPPORT)
    assert (found.place, found.opds) == (OUTSIDE, (police,))
    row, _ = desk.shared_program.accept(found.key)
    counted = matrix(desk.shared_program.board())
    assert counted.count(city["Dinkes"], police) == 1
    assert counted.count(city["Dinkes"], OTHERS) == 0, "the one outside has a name and a column of its own"
    assert desk.shared_program.board().item(row).place == OUTSIDE


def test_partners_that_are_agencies_of_the_list_take_part_and_only_others_stand_outside(desk, city):
    read(desk, city["DLH"], 0, relevant="ya", partners="dinas kesehatan, Dinsos")
    read(desk, city["Dinkes"], 1, relevant="ya", partners="Dinas Sosial dan PKK")
    board = desk.shared_program.board()
    promotion, waste = sorted(of(board, "partner"), key=lambda item: item.lead == city["DLH"])
    assert (waste.place, board.told(waste), waste.partners) == (BETWEEN, "DLH, Dinkes, Dinsos", "")
    assert waste.reason == "Analisis program ini menyebut OPD lain: Dinkes, Dinsos."
    assert (promotion.place, board.told(promotion)) == (OUTSIDE, "Dinkes, Dinsos · PKK")
    desk.shared_program.accept(waste.key)
    board = desk.shared_program.board()
    assert matrix(board).count(city["DLH"], city["Dinsos"]) == 1
    assert matrix(board).count(city["DLH"], OTHERS) == 0


def test_partners_typed_beside_a_shared_program_count_as_the_agencies_they_are(desk, city):
    first = desk.shared_program.board().programs
    own = next(row for row, item in first.items() if item.opd == city["DLH"])
    row, _ = desk.shared_program.add("Sampah", [own], "Dinkes")
    board = desk.shared_program.board()
    item = board.item(row)
    assert (item.place, item.partners, board.told(item)) == (BETWEEN, "Dinkes", "DLH, Dinkes")
    assert matrix(board).count(city["DLH"], OTHERS) == 0
    desk.shared_program.update(row, "partners", "Dinkes, kampus")
    board = desk.shared_program.board()
    assert board.told(board.item(row)) == "DLH, Dinkes · kampus"
    assert matrix(board).count(city["DLH"], OTHERS) == 1


def test_a_program_that_names_only_its_own_agency_or_those_that_help_it_is_not_proposed(desk, city):
    read(desk, city["DLH"], 0, relevant="ya", partners="DLH")
    program(desk, name="Posyandu digital", opd=city["Dinkes"], support=city["Dinsos"], partners="Dinsos")
    assert of(desk.shared_program.board(), "partner") == []
