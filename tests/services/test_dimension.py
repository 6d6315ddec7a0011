"""Dimensions are renamed, dropped, moved and taken back; no answer is ever lost by it."""

import pytest

from smartcity_desktop.domain.dimension_use import Place
from smartcity_desktop.domain.edit import Gone, Set
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage.analysis import analyses
from tests.services.conftest import plan


@pytest.fixture
def codes(desk):
    """Code -> id of every dimension and sub-dimension as the workshop was made."""
    return {item.code: item.id for item in (*desk.workshop.dimensions(), *desk.workshop.subdimensions())}


@pytest.fixture
def answered(desk, with_plan, codes):
    """A hall with answers under GOV: two programs (one of them also under GOV-3), two issues, an OPD."""
    l5, l1 = desk.worksheet.find("L5").id, desk.worksheet.find("L1").id
    rows = [row.row for row in desk.worksheet.grid(l5, with_plan).counted]
    desk.worksheet.set_cells(
        l5,
        with_plan,
        [
            (rows[0], "relevant", "ya"),
            (rows[0], "dimension", codes["GOV-1"]),
            (rows[1], "relevant", "ya"),
            (rows[1], "dimension", codes["GOV"]),
            (rows[1], "also", ";".join((codes["GOV-3"], codes["ENV-1"]))),
        ],
    )
    one, two = desk.worksheet.new_rows(2)
    desk.worksheet.set_cells(
        l1,
        codes["GOV"],
        [
            (one, "text", "Antre tiga jam"),
            (one, "subdimension", codes["GOV-1"]),
            (two, "text", "Data tersebar"),
        ],
    )
    return with_plan


def said(desk, *rows):
    board = desk.dimension.board()
    return dict(board.tally([place for row in rows for place in board.places(row)]))


def find(desk, code):
    known = (*desk.workshop.dimensions(), *desk.workshop.subdimensions())
    return next(item for item in known if item.code == code)


def homes(desk, opd):
    grid = desk.worksheet.grid(desk.worksheet.find("L5").id, opd)
    return [row.values["dimension"] for row in grid.counted]


def issues(desk, dimension):
    grid = desk.worksheet.grid(desk.worksheet.find("L1").id, dimension)
    return [(row.values["text"], row.values["subdimension"]) for row in grid.rows]


@pytest.mark.usefixtures("answered")
def test_the_board_says_what_stands_under_a_dimension(desk, codes):
    assert said(desk, codes["GOV"]) == {
        "analysis": 2,
        "analysis.also": 1,
        "issue": 2,
        "opd": 1,
        "sheet": 1,
    }
    assert said(desk, codes["GOV-1"]) == {"analysis": 1, "issue": 1}
    assert said(desk, codes["ENV"]) == {"analysis.also": 1}
    assert said(desk, codes["SOC"]) == {}


def test_a_blank_sheet_is_no_use_of_a_dimension(desk, codes):
    assert desk.worksheet.sheet(desk.worksheet.find("L1").id, codes["GOV"]).number == "L1-01"
    assert said(desk, codes["GOV"]) == {}


def test_a_renamed_dimension_keeps_its_answers_and_undo_says_what_it_takes_back(desk, answered, codes):
    desk.dimension.update(codes["GOV"], "name", "Tata  Kelola ")
    assert find(desk, "GOV").name == "Tata Kelola"
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]
    assert desk.undo_label() == "ganti nama dimensi"
    desk.undo()
    assert find(desk, "GOV").name == "Smart Governance"


def test_the_words_of_an_act_are_those_of_the_event(desk, codes):
    desk.workshop.update("word_dimension", "Pilar")
    desk.dimension.update(codes["GOV"], "name", "Tata Kelola {x}")
    assert desk.undo_label() == "ganti nama pilar"
    desk.dimension.drop(codes["GOV-1"])
    assert desk.undo_label() == "subpilar GOV-1 Layanan publik tidak dipakai lagi"


def test_with_the_code_of_a_dimension_go_the_codes_of_its_own_in_one_undo(desk, codes):
    for typed in ("tk", "tkl"):
        desk.dimension.update(codes["GOV"], "code", typed)
    assert [item.code for item in desk.workshop.subdimensions()[:3]] == ["TKL-1", "TKL-2", "TKL-3"]
    assert find(desk, "TKL").id == codes["GOV"]
    desk.undo()
    assert find(desk, "GOV-3").id == codes["GOV-3"]


@pytest.mark.parametrize(
    ("code", "field", "value", "fault"),
    [
        ("GOV", "code", "G", "dimension-code"),
        ("GOV", "code", "GOV-9", "dimension-code"),
        ("GOV", "code", "eco", "dimension-code-taken"),
        ("GOV", "name", "  ", "dimension-nameless"),
        ("GOV", "name", "smart  economy", "dimension-name-taken"),
        ("GOV-1", "code", "GOV", "subdimension-code"),
        ("GOV-1", "code", "ECO-2", "dimension-code-taken"),
        ("GOV-1", "name", "Kebijakan publik", "dimension-name-taken"),
    ],
)
def test_a_code_or_name_that_cannot_be_is_refused_and_the_old_one_stays(
    desk, codes, code, field, value, fault
):
    before = find(desk, code)
    with pytest.raises(UserFault, match=fault):
        desk.dimension.update(codes[code], field, value)
    assert find(desk, code) == before


def test_a_code_of_one_no_longer_used_stays_taken(desk, codes):
    desk.dimension.drop(codes["ECO"])
    with pytest.raises(UserFault, match="dimension-code-taken") as caught:
        desk.dimension.update(codes["GOV"], "code", "ECO")
    assert caught.value.values["other"] == "ECO Smart Economy (tidak dipakai lagi)"


def test_the_same_name_may_stand_in_two_dimensions(desk, codes):
    desk.dimension.update(codes["GOV-1"], "name", "Energi")
    assert find(desk, "GOV-1").name == "Energi"


def test_a_new_dimension_has_code_colour_and_the_sheets_of_its_group(desk):
    row, changes = desk.dimension.add("Smart Mobility")
    made = find(desk, "MOB")
    assert (made.id, made.name, made.color) == (row, "Smart Mobility", "#F0A843")
    assert desk.workshop.dimensions()[-1].id == row
    l1 = desk.worksheet.find("L1").id
    assert desk.worksheet.sheet(l1, row).number == "L1-07"
    assert changes.label == "tambah dimensi Smart Mobility"
    sub, _ = desk.dimension.add_sub(row, "Angkutan umum")
    assert (find(desk, "MOB-1").id, find(desk, "MOB-1").dimension) == (sub, row)
    assert desk.workshop.subdimensions()[-1].id == sub
    desk.undo()
    desk.undo()
    assert not any(item.code == "MOB" for item in desk.workshop.dimensions())
    assert desk.check() == []


def test_a_new_dimension_takes_no_id_that_was_ever_used(desk, codes):
    desk.dimension.update(codes["ECO"], "code", "EKO")
    row, _ = desk.dimension.add("Eco")
    assert find(desk, "ECO").id == row != codes["ECO"]
    assert desk.dimension.add_sub(row, "Industri")[0] != codes["ECO-1"]


@pytest.mark.parametrize("name", ["", "  ", "Smart Economy"])
def test_a_new_dimension_needs_a_name_of_its_own(desk, name):
    with pytest.raises(UserFault, match="dimension-name"):
        desk.dimension.add(name)
    with pytest.raises(UserFault, match="dimension-name"):
        desk.dimension.add_sub(find(desk, "GOV").id, name.replace("Smart Economy", "layanan PUBLIK"))


def test_dimensions_and_their_own_are_put_into_another_order(desk, codes):
    desk.dimension.put_before(codes["ENV"], codes["BRD"])
    assert [item.code for item in desk.workshop.dimensions()][:3] == ["GOV", "ENV", "BRD"]
    desk.dimension.put_before(codes["GOV"])
    assert [item.code for item in desk.workshop.dimensions()][-1] == "GOV"
    desk.dimension.put_before(codes["GOV-3"], codes["GOV-1"])
    subs = [item.code for item in desk.dimension.board().of(codes["GOV"])]
    assert subs == ["GOV-3", "GOV-1", "GOV-2"]
    desk.undo()
    assert [item.code for item in desk.dimension.board().of(codes["GOV"])] == ["GOV-1", "GOV-2", "GOV-3"]
    assert not desk.dimension.put_before(codes["GOV"], codes["GOV"])


def test_equal_places_are_put_in_order_by_giving_all_new_ones(desk, codes):
    same = [Set("dimension", codes[code], "pos", "V") for code in ("GOV", "BRD", "ECO")]
    desk._store.write(same, "sama")
    desk.dimension.put_before(codes["ECO"], codes["BRD"])
    known = [item.code for item in desk.workshop.dimensions()]
    assert known.index("ECO") < known.index("BRD")
    assert len({item.pos for item in desk.workshop.dimensions()}) == len(known)


def test_a_dropped_dimension_keeps_its_answers_its_name_and_its_count(desk, answered, codes):
    desk.dimension.drop(codes["GOV"])
    assert desk.undo_label() == "dimensi GOV Smart Governance tidak dipakai lagi"
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]
    assert said(desk, codes["GOV"])["analysis"] == 2
    grid = desk.worksheet.grid(desk.worksheet.find("L5").id, answered)
    column = next(item for item in grid.columns if item.key == "dimension")
    assert not any(item.code == "GOV" for item in column.offered)
    words = {item.value: item.label for item in column.choices}
    assert words[codes["GOV-1"]] == "GOV Layanan publik (tidak dipakai lagi)"
    desk.dimension.take_back(codes["GOV"])
    assert not find(desk, "GOV").retired
    assert desk.undo_label() == "pakai lagi dimensi GOV Smart Governance"


def test_everything_under_a_dropped_dimension_moves_in_one_act(desk, answered, codes):
    l1 = desk.worksheet.find("L1").id
    target = Place(codes["ENV"], codes["ENV-2"])
    moves = {codes[code]: target for code in ("GOV", "GOV-1", "GOV-2", "GOV-3")}
    desk.worksheet.set_head(l1, codes["GOV"], "chair", "Hj. Sitti")
    desk.dimension.drop(codes["GOV"], moves)
    assert homes(desk, answered) == [codes["ENV-2"], codes["ENV-2"]]
    assert issues(desk, codes["ENV"]) == [
        ("Antre tiga jam", codes["ENV-2"]),
        ("Data tersebar", codes["ENV-2"]),
    ]
    assert issues(desk, codes["GOV"]) == []
    old, new = desk.worksheet.sheet(l1, codes["GOV"]), desk.worksheet.sheet(l1, codes["ENV"])
    assert (old.status, old.chair, new.status) == ("belum", "Hj. Sitti", "sedang")
    assert desk.opd.get(answered).dimension == codes["ENV"]
    # What stood at ENV-1 as well is there once more at its new place.
    assert said(desk, codes["ENV"]) == {"analysis": 2, "analysis.also": 2, "issue": 2, "opd": 1, "sheet": 1}
    assert said(desk, codes["GOV"]) == {"sheet": 1}
    desk.undo()
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]
    assert issues(desk, codes["GOV"])[0] == ("Antre tiga jam", codes["GOV-1"])
    assert issues(desk, codes["ENV"]) == []
    assert (desk.opd.get(answered).dimension, find(desk, "GOV").retired) == (codes["GOV"], False)
    assert said(desk, codes["ENV"]) == {"analysis.also": 1}


def test_a_whole_dimension_takes_all_but_what_can_only_name_a_part(desk, answered, codes):
    moves = {codes[code]: Place(codes["SOC"]) for code in ("GOV", "GOV-1", "GOV-3")}
    desk.dimension.drop(codes["GOV"], moves)
    assert homes(desk, answered) == [codes["SOC"], codes["SOC"]]
    assert issues(desk, codes["SOC"]) == [("Antre tiga jam", ""), ("Data tersebar", "")]
    assert said(desk, codes["GOV"]) == {"analysis.also": 1}


def test_what_is_not_named_stays(desk, answered, codes):
    desk.dimension.drop(codes["GOV-1"], {codes["GOV-1"]: Place(codes["GOV"], codes["GOV-2"])})
    assert homes(desk, answered) == [codes["GOV-2"], codes["GOV"]]
    assert issues(desk, codes["GOV"]) == [("Antre tiga jam", codes["GOV-2"]), ("Data tersebar", "")]


def test_answers_can_be_moved_after_the_drop_too(desk, answered, codes):
    desk.dimension.drop(codes["GOV"])
    desk.dimension.move_answers(codes["GOV"], {codes["GOV"]: Place(codes["LIV"])})
    assert homes(desk, answered) == [codes["GOV-1"], codes["LIV"]]
    assert desk.undo_label() == "pindah isian GOV Smart Governance"


@pytest.mark.usefixtures("answered")
def test_nothing_moves_to_a_place_that_is_not_offered(desk, codes):
    desk.dimension.drop(codes["LIV"])
    for target in (Place(codes["LIV"]), Place(codes["LIV"], codes["LIV-1"])):
        with pytest.raises(UserFault, match="dimension-target-gone"):
            desk.dimension.drop(codes["GOV"], {codes["GOV"]: target})
    assert not find(desk, "GOV").retired


@pytest.mark.usefixtures("answered")
def test_a_group_without_a_sheet_gets_one_when_rows_come(desk, codes):
    row, _ = desk.dimension.add("Smart Mobility")
    l1 = desk.worksheet.find("L1").id
    desk._store.write([Gone("sheet", desk.worksheet.sheet(l1, row).id)], "hapus lembar")
    desk.dimension.drop(codes["GOV"], {codes["GOV"]: Place(row), codes["GOV-1"]: Place(row)})
    sheet = desk.worksheet.sheet(l1, row)
    assert (sheet.number, sheet.status) == ("L1-07", "sedang")
    assert len(issues(desk, row)) == 2


@pytest.mark.usefixtures("answered")
def test_a_subdimension_takes_its_answers_to_another_dimension(desk, codes):
    desk.dimension.move_sub(codes["GOV-1"], codes["ECO"])
    moved = find(desk, "ECO-4")
    assert (moved.id, moved.dimension) == (codes["GOV-1"], codes["ECO"])
    assert [item.code for item in desk.dimension.board().of(codes["ECO"])][-1] == "ECO-4"
    assert issues(desk, codes["ECO"]) == [("Antre tiga jam", codes["GOV-1"])]
    assert said(desk, codes["ECO"]) == {"analysis": 1, "issue": 1, "sheet": 1}
    assert {item.dimension for item in analyses(desk._store.db).values()} == {codes["ECO"], codes["GOV"]}
    desk.undo()
    assert find(desk, "GOV-1").dimension == codes["GOV"]
    assert issues(desk, codes["GOV"])[0] == ("Antre tiga jam", codes["GOV-1"])
    assert not desk.dimension.move_sub(codes["GOV-1"], codes["GOV"])


def test_a_subdimension_is_refused_where_its_name_stands_already(desk, codes):
    desk.dimension.update(codes["GOV-1"], "name", "Energi")
    with pytest.raises(UserFault, match="dimension-name-taken"):
        desk.dimension.move_sub(codes["GOV-1"], codes["ENV"])


def test_a_code_of_its_own_stays_when_a_subdimension_moves(desk, codes):
    desk.dimension.update(codes["GOV-1"], "code", "MPP-1")
    desk.dimension.move_sub(codes["GOV-1"], codes["ECO"])
    assert find(desk, "MPP-1").dimension == codes["ECO"]


def test_other_fields_are_kept_as_they_are_written(desk, codes):
    desk.dimension.update(codes["GOV"], "alias", "Pemerintahan\nE-gov")
    desk.dimension.update(codes["GOV"], "color", "#F0A843")
    desk.dimension.update(codes["GOV"], "definition", "Dua\nbaris")
    desk.dimension.update(codes["GOV-1"], "points", "satu\ndua")
    made = find(desk, "GOV")
    assert (made.alias, made.color, made.definition) == ("Pemerintahan\nE-gov", "#F0A843", "Dua\nbaris")
    assert find(desk, "GOV-1").points == "satu\ndua"


def test_a_new_agency_finds_its_dimension_after_rename_and_none_where_it_was_dropped(desk, codes):
    desk.dimension.update(codes["GOV"], "code", "TKL")
    assert desk.opd.propose("Dinas Komunikasi dan Informatika").dimension == "TKL"
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika")])
    assert desk.opd.opds()[0].dimension == codes["GOV"]
    desk.dimension.drop(codes["GOV"])
    assert desk.opd.propose("Dinas Komunikasi dan Informatika").dimension == ""
    desk.opd.add([OpdRow("Badan Perencanaan Pembangunan Daerah")])
    assert desk.opd.opds()[1].dimension == ""
    desk.dimension.update(codes["SOC"], "alias", "GOV")
    assert desk.opd.propose("Dinas Komunikasi dan Informatika").dimension == "SOC"


def test_the_typical_agencies_name_the_dimensions_of_this_workshop(desk, codes):
    desk.dimension.update(codes["GOV"], "code", "TKL")
    desk.dimension.drop(codes["ENV"])
    found = {item.short: item.dimension for item in desk.opd.typical()}
    assert (found["Diskominfo"], found["DLH"], found["Dinkes"]) == ("TKL", "", "LIV")


def test_the_report_keeps_the_count_of_a_dropped_dimension_on_a_line_of_its_own(desk, answered, codes):
    l5 = desk.worksheet.find("L5").id
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja", worksheet=l5))
    desk.worksheet.set_status(l5, answered, "diserahkan")
    for code in ("GOV", "ECO"):
        desk.dimension.drop(codes[code])
    report = desk.report.gather("laporan-sesi", session=session).session
    spread = [(item.code, item.name, item.programs) for item in report.dimensions]
    assert spread[0] == ("GOV", "Smart Governance (tidak dipakai lagi)", 2)
    assert "ECO" not in {code for code, _, _ in spread}


@pytest.mark.usefixtures("answered")
def test_a_dropped_dimension_has_no_blank_sheet_but_keeps_its_written_one(desk, codes):
    l1 = desk.worksheet.find("L1").id
    desk.dimension.drop(codes["GOV"])
    named = {}
    for kind in ("kertas-kerja-kosong", "kertas-kerja-terisi"):
        named[kind] = [item.opd for item in desk.report.gather(kind, worksheet=l1).sheets]
    assert len(named["kertas-kerja-kosong"]) == 5
    assert not any("GOV" in name for name in named["kertas-kerja-kosong"])
    assert named["kertas-kerja-terisi"] == ["GOV Smart Governance (tidak dipakai lagi)"]


def test_what_never_stood_cannot_be_changed(desk, codes):
    calls = (
        lambda: desk.dimension.update("x", "name", "a"),
        lambda: desk.dimension.add_sub(codes["GOV-1"], "a"),
        lambda: desk.dimension.move_sub(codes["GOV"], codes["ECO"]),
    )
    for call in calls:
        with pytest.raises(UserFault, match="row-gone"):
            call()


def test_a_plan_read_again_keeps_what_was_moved(desk, answered, codes):
    desk.dimension.drop(codes["GOV"], {codes["GOV"]: Place(codes["LIV"])})
    desk.renstra.adopt(answered, plan())
    assert homes(desk, answered) == [codes["GOV-1"], codes["LIV"]]
