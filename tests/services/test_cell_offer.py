"""What cells of worksheets are proposed: sub-dimensions, further dimensions, points of the RPJMD."""

import pytest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.opd import OpdRow
from tests.services.test_alignment import plant
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds

POINTS = (
    ("m1", "misi", "Mewujudkan lingkungan lestari", ""),
    ("s1", "sasaran", "Menurunnya timbulan sampah rumah tangga", "m1"),
    ("i1", "isu", "Timbulan sampah rumah tangga melebihi daya tampung TPA", ""),
    ("m2", "misi", "Menjaga komunikasi publik", ""),
)


@pytest.fixture
def city(desk):
    desk.opd.add([OpdRow("Dinas Lingkungan Hidup", "DLH")])
    return opds(desk)


def offered(desk, code, party, key):
    """Return what a column is proposed, by what each row is called."""
    grid = desk.worksheet.grid(desk.worksheet.find(code).id, party)
    column = next(item for item in grid.columns if item.key == key)
    words = {item.value: item.label for item in column.choices}
    found = desk.cell_offer.offers(grid).get(key, {})
    names = {row.row: row.values.get("name") or row.values.get("program") for row in grid.rows}
    return {names[row]: [(words[one.value], one) for one in own] for row, own in found.items()}


def named(desk, code, party, key):
    return {name: [word for word, _ in own] for name, own in offered(desk, code, party, key).items()}


def test_an_application_is_proposed_its_sub_dimension_until_it_is_refused(desk, city):
    sheet, party = desk.worksheet.find("L0").id, city["DLH"]
    (row, *_) = put(desk, sheet, party, {"name": "Bank Sampah Kelurahan"}, {"kind": "aplikasi"})
    (found,) = offered(desk, "L0", party, "subdimension").values()
    assert found[0][0] == "ENV Sampah dan limbah"
    assert found[0][1].reason.startswith("kuat · kata: Bank Sampah; OPD: Dinas Lingkungan Hidup")
    desk.cell_offer.refuse(row, [found[0][1]])
    assert "ENV Sampah dan limbah" not in str(named(desk, "L0", party, "subdimension"))
    desk.undo()
    assert named(desk, "L0", party, "subdimension")["Bank Sampah Kelurahan"][0] == "ENV Sampah dan limbah"


def test_a_program_smart_city_is_proposed_parts_of_its_own_dimension_only(desk, city):
    told = {"name": "Bank sampah digital", "opd": city["DLH"]}
    for code, expected in (("ENV", ["ENV-2 Sampah dan limbah", "ENV-1 Proteksi lingkungan"]), ("BRD", [])):
        party = dimension(desk, code)
        put(desk, desk.worksheet.find("L7").id, party, told)
        assert named(desk, "L7", party, "subdimension").get("Bank sampah digital", []) == expected


def test_a_point_of_the_plan_is_proposed_where_it_is_not_linked_or_refused(desk):
    rows, party = plant(desk, POINTS), dimension(desk, "ENV")
    sheet = desk.worksheet.find("L7").id
    (row,) = put(desk, sheet, party, {"name": "Timbulan sampah rumah tangga turun"})
    ((goal, first), (issue, second)) = offered(desk, "L7", party, "point").popitem()[1]
    assert "Sasaran" in goal
    assert "melebihi daya tampung" in issue
    assert {first.value, second.value} == {rows["s1"], rows["i1"]}
    assert "kata sama: Timbulan, sampah" in first.reason
    desk.alignment.align(row, rows["s1"], "kuat")
    assert [one.value for _, one in offered(desk, "L7", party, "point").popitem()[1]] == [rows["i1"]]
    desk.undo()
    desk.alignment.refuse(row, rows["s1"])
    assert [one.value for _, one in offered(desk, "L7", party, "point").popitem()[1]] == [rows["i1"]]
    desk.cell_offer.refuse(row, [second])
    assert offered(desk, "L7", party, "point") == {}
    assert rows["s1"] not in {one.target for one in desk.alignment.board().candidates.get(row, ())}


def test_a_column_that_takes_missions_names_the_one_above_what_is_near(desk):
    rows, party = plant(desk, POINTS), dimension(desk, "ENV")
    sheet = desk.worksheet.find("L1").id
    put(desk, sheet, party, {"text": "Sampah rumah tangga belum terangkut"})
    found = offered(desk, "L1", party, "point").popitem()[1]
    mission = next(one for _, one in found if one.value == rows["m1"])
    assert mission.reason.split(" · ")[1].startswith("lewat Sasaran 1.1: kata sama: Sampah, rumah")


def test_a_row_that_says_nothing_or_one_common_word_is_proposed_nothing(desk):
    plant(desk, POINTS)
    party = dimension(desk, "ENV")
    put(desk, desk.worksheet.find("L7").id, party, {"description": "Sampah"}, {"name": "Tangga kantor"})
    grid = desk.worksheet.grid(desk.worksheet.find("L7").id, party)
    assert desk.cell_offer.offers(grid) == {}


def test_a_program_of_a_plan_is_proposed_a_part_a_second_dimension_and_a_mission(desk, with_plan):
    rows = plant(desk, POINTS)
    line = next(item.id for item in desk.renstra.plan(with_plan).lines if item.code == "2.16.02")
    store, gov = desk.workshop._store, dimension(desk, "GOV")
    society = next(item for item in desk.suggest.words() if item.called.startswith("SOC-1"))
    desk.suggest.add_word(society.row, "Pengelolaan", 3)
    l5 = desk.worksheet.find("L5").id
    name = "Pengelolaan Informasi dan Komunikasi Publik"
    desk.worksheet.set_cells(l5, with_plan, [(line, "relevant", "ya"), (line, "dimension", gov)])
    ((_, part),) = offered(desk, "L6", gov, "dimension")[name]
    bureau = next(item for item in desk.suggest.words() if item.called.startswith("GOV-3"))
    assert (part.over, part.value) == (gov, bureau.row)
    assert named(desk, "L6", gov, "also")[name] == ["SOC Interaksi masyarakat"]
    assert [one.value for _, one in offered(desk, "L6", gov, "issue_link")[name]] == [rows["m2"]]
    store.write([Set("analysis", store.key("analysis", line), "subdimension", part.value)], "isi")
    assert name not in offered(desk, "L6", gov, "dimension")
