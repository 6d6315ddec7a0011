"""The sample city as it stands in a file: every exercise opens and shows what its people wrote."""

import pytest

from smartcity_desktop import sample
from smartcity_desktop.domain.paper_loop import COUNTED, SHEET
from smartcity_desktop.domain.vision import is_changed, warnings
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import paper as paper_query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.exercise import assessors
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.worksheet import sheets

TOLD = reference.sample_part("exercises")["sheets"]
CODES = sorted({sheet["worksheet"] for sheet in TOLD})


@pytest.fixture(scope="module")
def city(sample_desk):
    """The sample, open; nobody writes into it here."""
    return sample_desk


def party(desk, code, name):
    found = parties(desk._store.db, desk.worksheet.find(code))
    return next(item.id for item in found if name in {item.short, item.name})


def grid(desk, code, name):
    return desk.worksheet.grid(desk.worksheet.find(code).id, party(desk, code, name))


def test_the_file_is_whole(city):
    assert city.check() == []
    assert city.worksheet.offered() == ()


@pytest.mark.parametrize("code", CODES)
def test_every_sheet_shows_the_rows_that_were_written_on_it(city, code):
    definition = city.worksheet.find(code)
    known = {item.party: item for item in sheets(city._store.db, definition.id)}
    merged = {("L3", "GOV")}
    for told in TOLD:
        if told["worksheet"] != code or (code, told["party"]) in merged:
            continue
        row = party(city, code, told["party"])
        found = city.worksheet.grid(definition.id, row)
        assert known[row].status == found.sheet.status == told["status"]
        assert known[row].number.startswith(f"{code}-")
        if definition.takes_rows:
            assert found.done == len(found.rows) == len(told["rows"])
        elif code != "L9":
            assert found.done == sum(bool(set(item) - {"item"}) for item in told["rows"])


def test_numbers_of_sheets_are_given_once(city):
    numbers = [item.number for item in sheets(city._store.db)]
    assert len(numbers) == len(set(numbers))
    assert all(numbers)


def test_a_merged_sheet_of_a_dimension_stands_on_the_worksheet_of_the_opd(city):
    gov = next(item.id for item in city.workshop.dimensions() if item.code == "GOV")
    found = city.worksheet.grid(city.worksheet.find("L3").id, gov)
    assert [row.values["kind"] for row in found.rows] == list("SWOT")
    trail = parts(city._store.db, "factor", "origin", [row.row for row in found.rows])
    assert [len(trail[row.row]) for row in found.rows] == [3, 2, 2, 2]


def test_strategies_name_their_factors_by_number(city):
    (column,) = (item for item in grid(city, "L3T", "DLH").columns if item.key == "factor")
    codes = {item.value: item.code for item in column.choices}
    first = grid(city, "L3T", "DLH").rows[0].values
    assert [codes[row] for row in first["factor"].split(";")] == ["S1", "S2", "O1"]


def test_the_road_map_shows_milestones_and_yearly_figures(city):
    rows = {row.values["program"]: row.values for row in grid(city, "L9", "GOV").rows}
    own = rows["DESAKU TUNTAS"]
    assert own["milestone@1"] == "Berjalan penuh di 12 kelurahan"
    assert own["milestone@6-10"] == "Bagian layanan terpadu kota"
    assert (own["target@5"], own["horizon_said"]) == ("90", "Pendek (1 th)")


def test_five_assessors_scored_every_candidate_once(city):
    definition = city.worksheet.find("L10N")
    names = [item.name for item in assessors(city._store.db, definition.id)]
    assert len(names) == 5
    total = 0
    for name in names:
        for row in grid(city, "L10N", name).rows:
            cells = [value for key, value in row.values.items() if key.startswith("score@")]
            assert len(cells) == 9
            total += sum(map(int, cells)) * (row.values["candidate"] == "DESAKU TUNTAS")
    assert total == 154, "a mean of 3,42"


def test_who_need_not_fill_is_told_so(city):
    told = {place.name: place for place in city.worksheet.places(city.worksheet.find("L0").id)}
    assert told["Universitas Contoh"].waived
    assert not told["Universitas Contoh"].required
    assert told["Dinas Perhubungan"].on_paper


def test_the_city_adopted_two_versions_of_its_vision_and_four_missions_tied_to_the_plan(city):
    board = city.vision.board()
    first, second = board.visions
    assert first.said != second.said == board.vision.said
    assert [item.where.split(" · ")[0] for item in board.visions] == ["Tahap I", "Tahap II"]
    (missions,) = board.mission_sets
    assert [item.said for item in missions.texts] == [item.said for item in board.missions]
    assert len(missions.texts) == 4
    assert warnings(board) == ()
    assert not is_changed(board, "visi")
    assert not is_changed(board, "misi")
    assert [item.kind for item in city.vision.trail(second.texts[0].id).back][:2] == ["Usulan visi–misi"] * 2


def test_what_became_of_a_candidate_names_none_of_its_forty_five_figures(city):
    candidate = city.quickwin.board().lines[0].candidate.id
    trail = city.result.trail(candidate)
    assert trail.text == "DESAKU TUNTAS"
    assert "score" not in {step.ent for step in (*trail.back, *trail.forward)}


def test_the_homework_of_the_stage_is_drawn_up_for_every_agency_that_owes_something(city):
    rows = city.homework.rows()
    assert {row.stage for row in rows} == {2}
    assert {row.homework.due for row in rows} == {"2026-08-28"}
    assert all(row.opd and row.homework.text.startswith(row.code) for row in rows)
    assert {"L5", "L7"} <= {row.code for row in rows}
    assert city.undo_label() is None, "nobody has done anything yet"


def test_sheets_that_came_back_on_paper_tell_who_keyed_them(city):
    papers = {item.number: item for item in paper_query.papers(city._store.db) if item.kind == SHEET}
    keyed = paper_query.typists(city._store.db)
    counted = {number for number, item in papers.items() if item.state == COUNTED}
    assert len(counted) == 5
    assert set(keyed) == counted, "each of them, and none that is still out"
    assert {len(keyed[number]) for number in counted} == {1}
    assert len({found[0].who for found in keyed.values()}) == 2
    assert min(found[0].fields for found in keyed.values()) >= 10
    rows = [item for item in city.result.result(city.worksheet.find("L1").id).rows if item.short == "GOV"]
    assert len(rows) == 10
    assert not any(city.result.trail(item.id).changed for item in rows)
    issues = {item.id for item in city.result.result(city.worksheet.find("L1").id).rows}
    gone_on = [
        item.id
        for code in ("L3", "L4", "L7")
        for item in city.result.result(city.worksheet.find(code).id).rows
        if issues & {*item.origin}
    ]
    assert gone_on
    assert not any(city.result.trail(row).changed for row in gone_on), "keyed before anybody went on with it"


def test_what_was_keyed_into_the_sample_is_not_undone(tmp_path):
    with sample.build(tmp_path / "contoh.bimtek", profile=tmp_path / "p") as desk:
        with pytest.raises(UserFault, match="nothing-to-undo"):
            desk.undo()
        assert paper_query.typists(desk._store.db)
