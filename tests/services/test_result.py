"""Results beside each other: merged by people, with the way every row has come."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from tests.exercises import add
from tests.services.test_exercise_sheets import put


def opds(desk):
    return {item.called: item.id for item in desk.opd.opds()}


def dimension(desk, code):
    return next(item.id for item in desk.workshop.dimensions() if item.code == code)


def sheet_rows(desk, code):
    return desk.result.result(desk.worksheet.find(code).id).rows


@pytest.fixture
def swot(desk):
    """Factors of two agencies; return the ids of their rows."""
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    l3, known = desk.worksheet.find("L3").id, opds(desk)
    first = put(
        desk,
        l3,
        known["Dinkes"],
        {"kind": "W", "text": "Data belum terintegrasi antar aplikasi", "evidence": "Survei"},
        {"kind": "S", "text": "Pegawai muda"},
    )
    second = put(
        desk,
        l3,
        known["DLH"],
        {"kind": "W", "text": "Aplikasi tidak terintegrasi datanya"},
        {"kind": "O", "text": "Bank sampah tumbuh"},
    )
    return l3, [*first, *second]


def test_rows_of_all_sheets_stand_beside_each_other(desk, swot):
    l3, rows = swot
    found = desk.result.result(l3)
    assert [item.id for item in found.rows] == rows
    assert [(item.short, item.text, item.values["kind"]) for item in found.rows][:2] == [
        ("Dinkes", "Data belum terintegrasi antar aplikasi", "W (kelemahan)"),
        ("Dinkes", "Pegawai muda", "S (kekuatan)"),
    ]
    assert (found.main, found.field, found.sheets, found.can_merge) == ("text", "text", 2, True)


def test_near_rows_are_proposed_and_never_merged_alone(desk, swot):
    l3, rows = swot
    assert [(item.one, item.other) for item in desk.result.near(l3)] == [(rows[0], rows[2])]
    assert len(desk.result.result(l3).rows) == 4


def test_a_refused_pair_is_not_proposed_again_until_that_is_undone(desk, swot):
    l3, rows = swot
    desk.result.refuse(rows[2], rows[0])
    assert desk.result.near(l3) == ()
    desk.undo()
    assert len(desk.result.near(l3)) == 1
    desk.result.refuse(rows[0], rows[2])
    assert desk.result.near(l3) == ()


def test_merging_keeps_the_sources_and_their_trail_in_one_act(desk, swot):
    l3, rows = swot
    gov = dimension(desk, "GOV")
    new, changes = desk.result.accept(l3, gov, (rows[0], rows[2]), "Aplikasi belum terintegrasi")
    assert changes.label == "gabungkan 2 isian"
    found = {item.id: item for item in sheet_rows(desk, "L3")}
    assert found[new].text == "Aplikasi belum terintegrasi"
    assert (found[new].merged, set(found[new].origin)) == (True, {rows[0], rows[2]})
    assert found[new].values["evidence"] == "Survei"
    assert found[rows[0]].into == (new,)
    assert found[rows[0]].text == "Data belum terintegrasi antar aplikasi"
    assert desk.result.near(l3) == ()
    assert desk.worksheet.merged_places(l3)[0].done == 1
    desk.undo()
    assert [item.id for item in sheet_rows(desk, "L3")] == rows
    assert len(desk.result.near(l3)) == 1


def test_another_row_joins_what_was_merged(desk, swot):
    l3, rows = swot
    gov = dimension(desk, "GOV")
    new, _ = desk.result.merge(l3, gov, [rows[0], rows[2]])
    again, _ = desk.result.merge(l3, gov, [new, rows[1]])
    assert again == new
    found = {item.id: item for item in sheet_rows(desk, "L3")}
    assert set(found[new].origin) == {rows[0], rows[1], rows[2]}
    assert found[new].text == "Data belum terintegrasi antar aplikasi"


def test_what_went_in_before_is_not_merged_twice(desk, swot):
    l3, rows = swot
    gov = dimension(desk, "GOV")
    desk.result.merge(l3, gov, [rows[0], rows[2]])
    with pytest.raises(UserFault, match="merge-too-few"):
        desk.result.merge(l3, gov, [rows[0], rows[1]])
    with pytest.raises(UserFault, match="rows-fixed"):
        desk.result.merge(desk.worksheet.find("L5").id, gov, rows)


def test_a_merged_issue_stands_on_the_sheet_of_its_own_dimension(desk):
    l1, gov, eco = desk.worksheet.find("L1").id, dimension(desk, "GOV"), dimension(desk, "ECO")
    rows = put(desk, l1, gov, {"text": "Antre lama di kantor camat"}, {"text": "Antrean kantor camat lama"})
    new, _ = desk.result.merge(l1, gov, rows, "Antre lama")
    other = put(desk, l1, eco, {"text": "Pasar sepi"})[0]
    found = {item.id: item for item in sheet_rows(desk, "L1")}
    assert found[new].party == gov
    assert found[rows[1]].into == (new,)
    assert [item.id for item in found.values() if not item.into] == [new, other]
    # The row joins what was merged although both stand on sheets of groups.
    assert desk.result.merge(l1, gov, [new, other])[0] == new


def test_a_change_of_a_source_is_told_until_somebody_takes_note(desk, swot):
    l3, rows = swot
    new, _ = desk.result.merge(l3, dimension(desk, "GOV"), [rows[0], rows[2]], "Bersama")
    desk.worksheet.set_cells(l3, opds(desk)["DLH"], [(rows[2], "text", "Aplikasi baru")], typing=True)
    found = {item.id: item for item in sheet_rows(desk, "L3")}
    assert found[new].changed
    assert found[new].text == "Bersama", "nothing is written over"
    trail = desk.result.trail(new)
    assert [(step.row, step.changes[0].before, step.changes[0].after) for step in trail.changed] == [
        (rows[2], "Aplikasi tidak terintegrasi datanya", "Aplikasi baru")
    ]
    assert trail.changed[0].changes[0].label == "Faktor"
    desk.result.note_changes(new, [rows[2]])
    assert not next(item for item in sheet_rows(desk, "L3") if item.id == new).changed
    desk.undo()
    assert desk.result.trail(new).changed


def test_a_source_that_was_typed_again_as_it_was_has_not_changed(desk, swot):
    l3, rows = swot
    new, _ = desk.result.merge(l3, dimension(desk, "GOV"), [rows[0], rows[2]])
    for text in ("Lain", "Aplikasi tidak terintegrasi datanya"):
        desk.worksheet.set_cells(l3, opds(desk)["DLH"], [(rows[2], "text", text)])
    assert desk.result.trail(new).changed == ()


def test_a_source_that_was_deleted_is_told(desk, swot):
    l3, rows = swot
    new, _ = desk.result.merge(l3, dimension(desk, "GOV"), [rows[0], rows[2]])
    desk.worksheet.remove_rows(l3, opds(desk)["DLH"], [rows[2]])
    assert [(step.row, step.since) for step in desk.result.trail(new).changed] == [(rows[2], "dihapus")]


def test_rows_of_a_plan_stand_there_by_the_name_of_their_program(desk, with_plan):
    l5 = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(l5, with_plan).rows[0].row
    assert desk.result.result(l5).rows == ()
    desk.worksheet.set_cells(l5, with_plan, [(row, "relevant", "ya"), (row, "proposal", "Satu pintu aduan")])
    found = desk.result.result(l5)
    assert [item.text for item in found.rows] == ["Pengelolaan Informasi dan Komunikasi Publik"]
    assert not found.can_merge
    trail = desk.result.trail(row)
    assert trail.text == "Satu pintu aduan"
    assert [(step.ent, step.text) for step in trail.back] == [
        ("renstra_line", "Pengelolaan Informasi dan Komunikasi Publik")
    ]
    assert trail.back[0].where == "Renstra Diskominfo · 2.16.02 · renstra.xlsx · Lembar1 · baris 7"


def test_what_the_room_wrote_is_merged_for_a_dimension_onto_its_own_sheet(desk):
    room = add(desk, "TK")["TK"]
    rows = put(desk, room, room, {"text": "Sampah di sungai"}, {"text": "Sungai penuh sampah"})
    home = dimension(desk, "ENV")
    row, _ = desk.result.merge(room, home, rows, "Sungai kotor")
    found = next(item for item in desk.result.result(room).rows if item.id == row)
    assert (found.code, found.merged, found.text) == ("ENV", True, "Sungai kotor")
    assert [place.party for place in desk.worksheet.merged_places(room)] == [home]


def test_the_way_of_a_program_of_a_plan_tells_how_it_stands_where_it_is_mapped(desk, with_plan):
    l5, l6 = desk.worksheet.find("L5").id, desk.worksheet.find("L6").id
    gov = dimension(desk, "GOV")
    row = desk.worksheet.grid(l5, with_plan).rows[0].row
    desk.worksheet.set_cells(l5, with_plan, [(row, "relevant", "tidak"), (row, "dimension", gov)])
    assert "L6" not in desk.result.trail(row).where, "what is not relevant is not mapped"
    desk.worksheet.set_cells(l5, with_plan, [(row, "relevant", "ya")])
    title = desk.worksheet.find("L6").title
    assert f". {title} · lembar L6-01 · GOV Smart Governance: belum diisi" in desk.result.trail(row).where
    desk.worksheet.set_cells(l6, gov, [(row, "plan_same", "tidak"), (row, "plan_note", "Kode lama")])
    where = desk.result.trail(row).where
    assert where.startswith("Analisis Renstra · lembar L5-01")
    assert where.endswith("GOV Smart Governance: Sama di RPJMD: Tidak; Catatan keselarasan: Kode lama")


def test_a_milestone_stands_on_the_sheet_of_the_road_map(desk):
    l7, l9, gov = desk.worksheet.find("L7").id, desk.worksheet.find("L9").id, dimension(desk, "GOV")
    (program,) = put(desk, l7, gov, {"name": "Pantau banjir"})
    desk.worksheet.set_cells(l9, gov, [(program, "milestone@1", "Sepuluh sensor terpasang")])
    (step,) = desk.result.trail(program).forward
    assert (step.ent, step.text) == ("milestone", "Sepuluh sensor terpasang")
    assert step.where.startswith("Peta jalan · lembar L9-")
    assert desk.worksheet.find_row(step.row) == (l9, gov, program)


def test_a_reviewed_chapter_is_followed_to_where_it_stands_in_its_book(desk):
    desk.book.set_up("4-buku")
    sheet = desk.worksheet.find("L11")
    party = desk.worksheet.places(sheet.id)[0].party
    item = next(row for row in desk.worksheet.grid(sheet.id, party).rows if row.values["code"] == "MP-3")
    desk.worksheet.set_cells(sheet.id, party, [(item.row, "finding", "Jumlah program berbeda")])
    row = desk._store.key("review", desk._store.key("sheet", sheet.id, party), item.row)
    (step,) = desk.result.trail(row).back
    assert (step.ent, step.kind, step.where) == ("chapter", "Bab buku", "Buku 2 Masterplan Smart City Daerah")
    assert step.text == "BAB III Strategi pembangunan smart city per dimensi"
    assert step.can_open
    desk.book.retire(step.row)
    assert desk.result.trail(row).back[0].where.endswith("(dikeluarkan)")
    desk.undo()
    desk.undo()
    desk.undo()
    assert desk.result.trail(row).back == ()
