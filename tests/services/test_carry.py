"""Results carried on from one worksheet to the next: shown first, one act, never twice."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from tests.exercises import add
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds, sheet_rows


@pytest.fixture
def city(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    known = opds(desk)
    desk.opd.update(known["DLH"], "dimension", dimension(desk, "ENV"))
    return known


def worksheet(desk, code):
    return desk.worksheet.find(code).id


def carried(desk, source, target, rows=(), **more):
    """Carry everything a plan shows and return what stands on the target then."""
    plan = desk.carry.plan(worksheet(desk, source), worksheet(desk, target), rows, **more)
    desk.carry.carry(worksheet(desk, target), plan.fresh)
    return sheet_rows(desk, target)


def issue(desk, city, **more):
    told = {
        "text": "Sampah tidak terangkut",
        "fact": "41 ton sehari",
        "fact_year": "2024",
        "fact_source": "DLH",
        "opd": ";".join([city["DLH"], city["Dinkes"]]),
        "direction": "Jadwal angkut terbuka",
        **more,
    }
    return put(desk, worksheet(desk, "L1"), dimension(desk, "ENV"), told)[0]


def test_the_worksheets_that_go_on_are_those_it_feeds(desk):
    assert [item.code for item in desk.carry.targets(worksheet(desk, "L1"))] == ["L3", "L4", "L7"]
    assert [item.code for item in desk.carry.targets(worksheet(desk, "L5"))] == ["L7"]
    assert [item.code for item in desk.carry.targets(worksheet(desk, "L7"))] == ["L8", "L10"]


def test_an_issue_becomes_a_factor_of_every_agency_it_names(desk, city):
    row = issue(desk, city)
    plan = desk.carry.plan(worksheet(desk, "L1"), worksheet(desk, "L3"), [row], "W")
    assert {item.party for item in plan.rows} == {city["DLH"], city["Dinkes"]}
    assert [(item.source, item.target) for item in plan.mapped][:2] == [
        ("Isu atau permasalahan", "Faktor"),
        ("Data atau fakta, Sumber data, Tahun data", "Data atau bukti"),
    ]
    assert [item.value for item in plan.kinds] == ["S", "W", "O", "T"]
    found = carried(desk, "L1", "L3", [row], kind="W")
    assert {(item.short, item.text, item.values["evidence"], item.kind) for item in found} == {
        ("DLH", "Sampah tidak terangkut", "41 ton sehari (DLH, 2024)", "W"),
        ("Dinkes", "Sampah tidak terangkut", "41 ton sehari (DLH, 2024)", "W"),
    }
    assert all(item.origin == (row,) for item in found)
    assert set(sheet_rows(desk, "L1")[0].onward) == {item.id for item in found}


def test_carrying_is_one_act_and_one_undo(desk, city):
    issue(desk, city)
    carried(desk, "L1", "L3")
    assert len(sheet_rows(desk, "L3")) == 2
    assert desk.undo_label() == "bawa 2 isian ke L3 Analisis SWOT"
    desk.undo()
    assert sheet_rows(desk, "L3") == ()
    assert {item.status for item in desk.worksheet.places(worksheet(desk, "L3"))} == {"belum"}


def test_what_was_carried_is_not_carried_again_also_by_an_old_plan(desk, city):
    issue(desk, city)
    old = desk.carry.plan(worksheet(desk, "L1"), worksheet(desk, "L3"))
    assert len(carried(desk, "L1", "L3")) == 2
    again = desk.carry.plan(worksheet(desk, "L1"), worksheet(desk, "L3"))
    assert [item.already for item in again.rows] == [True, True]
    assert not desk.carry.carry(worksheet(desk, "L3"), old.rows)
    assert len(sheet_rows(desk, "L3")) == 2
    issue(desk, city, text="Banjir", opd=city["DLH"])
    assert [item.text for item in carried(desk, "L1", "L3")].count("Banjir") == 1
    assert len(sheet_rows(desk, "L3")) == 3


def test_the_same_row_named_twice_in_one_act_is_carried_once(desk, city):
    issue(desk, city)
    plan = desk.carry.plan(worksheet(desk, "L1"), worksheet(desk, "L3"))
    told = desk.carry.carry(worksheet(desk, "L3"), [*plan.fresh, *plan.fresh])
    assert told.label == "bawa 2 isian ke L3 Analisis SWOT"
    assert len(sheet_rows(desk, "L3")) == 2


def test_a_row_that_nobody_can_place_waits_for_a_sheet(desk, city):
    row = issue(desk, city, opd="")
    plan = desk.carry.plan(worksheet(desk, "L1"), worksheet(desk, "L3"), [row])
    assert [item.party for item in plan.rows] == [""]
    with pytest.raises(UserFault, match="carry-no-sheet"):
        desk.carry.carry(worksheet(desk, "L3"), plan.rows)
    assert {item.id for item in plan.parties} == set(city.values())
    assert [choice.value for choice in plan.kinds] == ["S", "W", "O", "T"]


def test_factors_become_strategies_that_cite_them(desk, city):
    l3 = worksheet(desk, "L3")
    rows = put(
        desk,
        l3,
        city["DLH"],
        {"kind": "S", "text": "Bank sampah aktif"},
        {"kind": "W", "text": "Armada tua"},
        {"kind": "O", "text": "Dana CSR tersedia"},
    )
    plan = desk.carry.plan(l3, worksheet(desk, "L3T"), rows)
    assert [(item.values["kind"], item.text) for item in plan.rows] == [
        ("SO", "Gunakan bank sampah aktif untuk meraih dana CSR tersedia"),
        ("WO", "Atasi armada tua dengan memanfaatkan dana CSR tersedia"),
    ]
    desk.carry.carry(worksheet(desk, "L3T"), plan.rows, {1: "Sewa armada dengan CSR"})
    found = sheet_rows(desk, "L3T")
    assert [item.text for item in found] == [plan.rows[0].text, "Sewa armada dengan CSR"]
    assert found[1].values["factor"] == "W1, O1"
    assert set(found[1].origin) == {rows[1], rows[2]}
    # The same factors again are a double, others are not.
    assert [item.already for item in desk.carry.plan(l3, worksheet(desk, "L3T"), rows).rows] == [True, True]
    assert [item.already for item in desk.carry.plan(l3, worksheet(desk, "L3T"), rows[:1]).rows] == []


def test_what_was_merged_goes_on_as_the_sheet_of_its_dimension(desk, city):
    l3, env = worksheet(desk, "L3"), dimension(desk, "ENV")
    first = put(desk, l3, city["DLH"], {"kind": "W", "text": "Armada tua"})
    second = put(desk, l3, city["Dinkes"], {"kind": "W", "text": "Armada sudah tua"})
    new, _ = desk.result.merge(l3, env, [*first, *second])
    other, _ = desk.result.merge(
        l3,
        env,
        [
            put(desk, l3, city["DLH"], {"kind": "O", "text": "CSR"})[0],
            put(desk, l3, city["Dinkes"], {"kind": "O", "text": "Dana CSR"})[0],
        ],
    )
    plan = desk.carry.plan(l3, worksheet(desk, "L3T"), [new, other])
    assert [(item.party, item.values["kind"]) for item in plan.rows] == [(env, "WO")]
    desk.carry.carry(worksheet(desk, "L3T"), plan.rows)
    assert sheet_rows(desk, "L3T")[0].values["factor"] == "W1, O1"
    # Of a whole worksheet only what went into no other row is carried.
    everything = desk.carry.plan(l3, worksheet(desk, "L4")).rows
    assert {row for item in everything for row in item.sources} == {new, other}


def test_keywords_become_one_sentence_to_begin_with(desk):
    l4, gov = worksheet(desk, "L4"), dimension(desk, "GOV")
    put(desk, l4, gov, {"text": "tangguh"}, {"text": "terbuka"})
    found = carried(desk, "L4", "L4V")
    assert [(item.text, item.kind, item.party) for item in found] == [("tangguh, terbuka", "visi", gov)]


def test_a_program_read_as_relevant_becomes_an_initiative_and_a_candidate(desk, with_plan):
    l5 = worksheet(desk, "L5")
    grid = desk.worksheet.grid(l5, with_plan)
    gov = dimension(desk, "GOV")
    first, second = grid.rows[0].row, grid.rows[1].row
    desk.worksheet.set_cells(
        l5,
        with_plan,
        [
            (first, "relevant", "ya"),
            (first, "dimension", gov),
            (first, "proposal", "Satu pintu aduan"),
            (first, "horizon", "pendek"),
            (second, "relevant", "tidak"),
            (second, "dimension", gov),
        ],
    )
    initiatives = carried(desk, "L5", "L7")
    assert [(item.text, item.party, item.values["horizon"], item.values["opd"]) for item in initiatives] == [
        ("Satu pintu aduan", gov, "Pendek (1 th)", "Diskominfo")
    ]
    candidates = carried(desk, "L7", "L10")
    assert [(item.text, item.values["initiative"]) for item in candidates] == [
        ("Satu pintu aduan", "Satu pintu aduan")
    ]
    back = desk.result.trail(candidates[0].id).back
    assert [(step.depth, step.ent) for step in back] == [
        (1, "initiative"),
        (2, "analysis"),
        (3, "renstra_line"),
    ]
    assert [step.ent for step in desk.result.trail(first).forward] == ["initiative", "candidate"]


def test_a_later_change_of_the_source_is_told_and_not_written_over(desk, city):
    row = issue(desk, city, opd=city["DLH"])
    factor = carried(desk, "L1", "L3")[0]
    env = dimension(desk, "ENV")
    desk.worksheet.set_cells(worksheet(desk, "L1"), env, [(row, "direction", "Lain")], typing=True)
    assert not desk.result.trail(factor.id).changed, "a direction is nothing that a factor takes"
    desk.worksheet.set_cells(worksheet(desk, "L1"), env, [(row, "fact", "55 ton sehari")], typing=True)
    step = desk.result.trail(factor.id).changed[0]
    assert [(item.label, item.before, item.after) for item in step.changes] == [
        ("Data atau fakta", "41 ton sehari", "55 ton sehari")
    ]
    assert sheet_rows(desk, "L3")[0].values["evidence"] == "41 ton sehari (DLH, 2024)"


def test_any_two_worksheets_go_by_what_is_called_alike(desk):
    known = add(desk, "TK", "TG", "TW")
    row = put(desk, known["TK"], known["TK"], {"text": "Pasar malam", "reason": "Ramai"})[0]
    plan = desk.carry.plan(known["TK"], known["TW"], [row])
    assert [(item.text, item.party) for item in plan.rows] == [("Pasar malam", "")]
    assert [(item.source, item.target) for item in plan.mapped] == [("Text", "Text")]


def test_columns_of_ones_own_go_over_where_they_have_the_same_name(desk, city):
    l1, l7 = worksheet(desk, "L1"), worksheet(desk, "L7")
    for item in (l1, l7):
        desk.worksheet.add_column(item, "Lokasi")
    own = next(item.key for item in desk.worksheet.columns(l1) if item.label == "Lokasi")
    theirs = next(item.key for item in desk.worksheet.columns(l7) if item.label == "Lokasi")
    row = issue(desk, city, **{own: "Pasar Baru"})
    plan = desk.carry.plan(l1, l7, [row])
    assert ("Lokasi", "Lokasi") in {(item.source, item.target) for item in plan.mapped}
    desk.carry.carry(l7, plan.rows)
    grid = desk.worksheet.grid(l7, dimension(desk, "ENV"))
    assert grid.rows[0].values[theirs] == "Pasar Baru"
    assert grid.rows[0].values["name"] == "Jadwal angkut terbuka"


def test_a_factor_brings_its_kind_to_the_keywords(desk, city):
    rows = put(desk, worksheet(desk, "L3"), city["DLH"], {"kind": "O", "text": "Kota pelabuhan"})
    plan = desk.carry.plan(worksheet(desk, "L3"), worksheet(desk, "L4"), rows)
    assert plan.kinds == ()
    assert [(item.party, item.values["kind"]) for item in plan.rows] == [(dimension(desk, "ENV"), "O")]
