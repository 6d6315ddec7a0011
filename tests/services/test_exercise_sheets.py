"""Sheets of every filler and kind: written, counted, commented, moved up the ladder."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import FILLED
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.comment import CommentPlace
from smartcity_desktop.services.report import render
from tests.exercises import DEFINITIONS, add
from tests.reporting.pictures import texts


@pytest.fixture
def known(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Sosial", "Dinsos")])
    return add(desk, *DEFINITIONS)


def parties(desk, worksheet):
    return [place.party for place in desk.worksheet.places(worksheet)]


def put(desk, worksheet, party, *cells):
    """Write rows of a table: one dict a row."""
    rows = desk.worksheet.new_rows(len(cells))
    wanted = [(row, key, raw) for row, told in zip(rows, cells, strict=True) for key, raw in told.items()]
    desk.worksheet.set_cells(worksheet, party, wanted)
    return rows


def test_every_filler_has_its_sheets(desk, known):
    desk.worksheet.add_assessors(known["TN"], ["Dr. Ratna", "Budi  Santoso", "dr. ratna", " "])
    names = {code: [place.name for place in desk.worksheet.places(row)] for code, row in known.items()}
    assert names["TP"] == ["Struktur", "Infrastruktur"]
    assert names["TF"] == ["Dinas Kesehatan", "Dinas Sosial"]
    assert names["TK"] == ["Pleno"]
    assert names["TN"] == ["Dr. Ratna", "Budi Santoso"]
    assert len(names["TI"]) == 6
    assert names["TG"] == []
    assert {place.kind for place in desk.worksheet.places(known["TN"])} == {"assessor"}


def test_places_of_many_are_those_of_each(desk, known):
    put(desk, known["TF"], parties(desk, known["TF"])[0], {"text": "Puskesmas", "kind": "S"})
    worksheets = desk.worksheet.worksheets()
    together = desk.worksheet.places_of(worksheets)
    assert together == {item.id: desk.worksheet.places(item.id) for item in worksheets}
    assert together[known["TF"]][0].done == 1


def test_fixed_rows_count_what_was_answered_on_each_sheet(desk, known):
    sheet, (first, second) = known["TP"], parties(desk, known["TP"])
    rows = [row.row for row in desk.worksheet.grid(sheet, first).rows]
    assert len(rows) == 2
    desk.worksheet.set_cells(sheet, first, [(rows[0], "score", "0"), (rows[1], "evidence", "SK")])
    far = [(place.done, place.total) for place in desk.worksheet.places(sheet)]
    assert far == [(1, 2), (0, 1)], "a score of nought is an answer, evidence alone is none"
    assert desk.worksheet.grid(sheet, second).rows[0].values["score"] == ""


def test_a_row_with_only_several_values_counts(desk, known):
    party = parties(desk, known["TI"])[0]
    put(desk, known["TI"], party, {"fund": "apbd;csr"}, {"name": ""})
    assert desk.worksheet.places(known["TI"])[0].done == 1


def test_scores_and_milestones_count_by_row(desk, known):
    home = parties(desk, known["TC"])[0]
    rows = put(desk, known["TC"], home, {"name": "Desaku Tuntas"}, {"name": "Edu Sampah"})
    desk.worksheet.add_assessors(known["TN"], ["Dr. Ratna"])
    (assessor,) = parties(desk, known["TN"])
    grid = desk.worksheet.grid(known["TN"], assessor)
    score = next(item.key for item in grid.columns if item.kind == "score")
    desk.worksheet.set_cells(known["TN"], assessor, [(rows[0], score, "4")])
    assert desk.worksheet.places(known["TN"])[0].done == 1
    (program,) = put(desk, known["TI"], home, {"name": "Satu data"})
    desk.worksheet.set_cells(known["TM"], home, [(program, "milestone@6-10", "Dipakai semua OPD")])
    assert desk.worksheet.grid(known["TM"], home).rows[0].values["milestone@6-10"] == "Dipakai semua OPD"
    assert desk.worksheet.places(known["TM"])[0].done == 1


def test_a_sheet_that_needs_no_plan_is_due_from_every_agency(desk, known):
    desk.opd.add([OpdRow("Kelurahan Potoro")])
    plans = {place.name: place.required for place in desk.worksheet.places(desk.worksheet.find("L5").id)}
    own = {place.name: place.required for place in desk.worksheet.places(known["TF"])}
    assert not plans["Kelurahan Potoro"]
    assert own["Kelurahan Potoro"]


def test_a_waived_sheet_is_nobodys_duty_and_can_be_due_again(desk, known):
    party = parties(desk, known["TF"])[0]
    desk.worksheet.waive(known["TF"], party, waived=True)
    place = desk.worksheet.places(known["TF"])[0]
    assert (place.required, place.waived) == (False, True)
    assert desk.undo_label() == "jadikan lembar tidak wajib"
    desk.undo()
    assert desk.worksheet.places(known["TF"])[0].required


def test_a_worksheet_is_taken_up_in_a_further_stage_and_out_of_it(desk, known):
    sheet = known["TF"]

    def stages():
        found = next(item for item in desk.worksheet.worksheets() if item.id == sheet)
        return [number for number in range(1, 5) if found.stands_in(number)]

    assert stages() == [1]
    desk.worksheet.use_in_stage(sheet, 3, used=True)
    assert not desk.worksheet.use_in_stage(sheet, 3, used=True)
    assert stages() == [1, 3]
    assert desk.undo_label() == "pakai TF Lembar TF di Tahap III"
    desk.worksheet.use_in_stage(sheet, 3, used=False)
    assert not desk.worksheet.use_in_stage(sheet, 1, used=False), "its own stage stays"
    assert stages() == [1]
    also = next(item for item in desk.worksheet.worksheets() if item.code == "TC")
    assert also.also == (4,)


def test_assessors_are_renamed_and_retired_and_their_scores_stay(desk, known):
    sheet = known["TN"]
    home = parties(desk, known["TC"])[0]
    (row,) = put(desk, known["TC"], home, {"name": "Desaku Tuntas"})
    desk.worksheet.add_assessors(sheet, ["Dr. Ratna"])
    (assessor,) = parties(desk, sheet)
    key = next(item.key for item in desk.worksheet.grid(sheet, assessor).columns if item.kind == "score")
    desk.worksheet.set_cells(sheet, assessor, [(row, key, "3")])
    desk.worksheet.rename_assessor(assessor, "  Dr. Ratna  Sari ")
    assert not desk.worksheet.rename_assessor(assessor, " ")
    desk.worksheet.retire_assessor(assessor, retired=True)
    place = desk.worksheet.places(sheet)[0]
    assert place.name.startswith("Dr. Ratna Sari")
    assert not place.required
    assert desk.worksheet.grid(sheet, assessor).rows[0].values[key] == "3"
    desk.worksheet.retire_assessor(assessor, retired=False)
    assert desk.worksheet.places(sheet)[0].required


def test_the_ladder_tells_who_moved_a_sheet_and_when(desk, known, ticking):
    sheet, party = known["TF"], parties(desk, known["TF"])[0]
    desk.worksheet.set_status(sheet, party, "diserahkan")
    first = desk.worksheet.places(sheet)[0]
    assert first.who == desk._store.person
    ticking.forward(minutes=40)
    desk.worksheet.set_status(sheet, party, "perbaikan")
    place = desk.worksheet.places(sheet)[0]
    assert place.status == "perbaikan"
    assert place.at > first.at
    desk.worksheet.set_head(sheet, party, "on_paper", True)
    told = [(step.field, step.value) for step in desk.comment.steps(sheet, party)]
    assert told == [("status", "diserahkan"), ("status", "perbaikan"), ("on_paper", "1")]
    assert desk.worksheet.places(sheet)[1].who == ""
    desk.undo()
    desk.undo()
    assert desk.worksheet.places(sheet)[0].status == "diserahkan"


def test_a_comment_begins_with_its_first_letter_and_is_settled(desk, known):
    sheet, party = known["TF"], parties(desk, known["TF"])[0]
    (subject,) = put(desk, sheet, party, {"text": "Puskesmas"})
    row = desk.comment.new_id()
    place = CommentPlace(sheet, party, subject)
    for text in ("A", "Angka", "Angkanya mana?"):
        desk.comment.write(row, text, place)
    (found,) = desk.comment.comments(sheet, party)
    assert (found.text, found.subject, found.by) == ("Angkanya mana?", subject, desk._store.person)
    assert desk.worksheet.places(sheet)[0].comments == 1
    desk.comment.settle(row)
    assert desk.worksheet.places(sheet)[0].comments == 0
    assert desk.comment.comments(sheet, party)[0].solved
    desk.comment.settle(row, solved=False)
    desk.comment.write(row, " ", place)
    assert desk.comment.comments(sheet, party) == []
    desk.comment.write(row, "Lagi", place)
    assert [item.text for item in desk.comment.comments(sheet, party)] == ["Lagi"]


def test_a_comment_on_a_sheet_not_begun_leaves_it_not_begun(desk, known):
    sheet, party = known["TP"], parties(desk, known["TP"])[1]
    desk.comment.write(desk.comment.new_id(), "Minta data", CommentPlace(sheet, party))
    assert desk.worksheet.sheet(sheet, party).status == "belum"
    assert desk.worksheet.sheet(sheet, party).number
    assert [item.subject for item in desk.comment.comments(sheet, party)] == [""]
    assert desk.worksheet.places(sheet)[1].comments == 1
    assert not desk.comment.write(desk.comment.new_id(), "  ", CommentPlace(sheet, party))


def test_a_row_is_found_wherever_it_stands(desk, known, with_plan):
    factor, party = known["TF"], parties(desk, known["TF"])[0]
    (row,) = put(desk, factor, party, {"text": "Puskesmas"})
    assert desk.worksheet.find_row(row) == (factor, party, row)
    sheet = desk.worksheet.sheet(factor, party)
    assert desk.worksheet.find_row(sheet.id) == (factor, party, "")
    part = parties(desk, known["TP"])[0]
    item = desk.worksheet.grid(known["TP"], part).rows[0].row
    desk.worksheet.set_cells(known["TP"], part, [(item, "score", "2")])
    answer = desk._store.key("readiness", desk.worksheet.sheet(known["TP"], part).id, item)
    assert desk.worksheet.find_row(answer) == (known["TP"], part, item)
    plan = desk.worksheet.find("L5").id
    line = desk.worksheet.grid(plan, with_plan).rows[0].row
    desk.worksheet.set_cells(plan, with_plan, [(line, "relevant", "ya")])
    for one in (line, desk._store.key("analysis", line)):
        assert desk.worksheet.find_row(one) == (plan, with_plan, line)
    comment = desk.comment.new_id()
    desk.comment.write(comment, "Bukti?", CommentPlace(factor, party, row))
    assert desk.worksheet.find_row(comment) == (factor, party, row)
    assert desk.worksheet.find_row(desk.comment.new_id()) is None


def test_a_sheet_of_the_room_is_written_and_numbered(desk, known):
    sheet = known["TK"]
    (room,) = parties(desk, sheet)
    put(desk, sheet, room, {"text": "Nyaman"}, {"text": "Terhubung"})
    assert room == sheet
    assert desk.worksheet.sheet(sheet, room).number == "TK-01"
    assert [row.values["text"] for row in desk.worksheet.grid(sheet, room).rows] == ["Nyaman", "Terhubung"]


def test_a_score_takes_no_other_figure(desk, known):
    with pytest.raises(UserFault, match="column-read-only"):
        desk.worksheet.set_cells(known["TP"], parties(desk, known["TP"])[0], [("x", "asked", "lain")])


def test_the_moment_of_a_step_is_that_of_the_act(desk, known, ticking):
    party = parties(desk, known["TF"])[1]
    ticking.forward(hours=2)
    before = ticking.moment
    desk.worksheet.set_status(known["TF"], party, "diperiksa")
    (step,) = desk.comment.steps(known["TF"], party)
    assert step.at.startswith(before.isoformat()[:16])


def test_relevant_programs_come_with_their_agency_and_only_to_their_dimension(desk, with_plan):
    plan = desk.worksheet.find("L5").id
    first, second = (row.row for row in desk.worksheet.grid(plan, with_plan).rows[:2])
    home = desk.workshop.dimensions()[0].id
    desk.worksheet.set_cells(
        plan,
        with_plan,
        [(first, "relevant", "ya"), (first, "dimension", home), (second, "relevant", "tidak")],
    )
    mapping = desk.worksheet.find("L6").id
    found = {place.party: place.total for place in desk.worksheet.places(mapping)}
    assert found[home] == 1
    assert sum(found.values()) == 1
    (row,) = desk.worksheet.grid(mapping, home).rows
    subject = {column.label: row.values[column.key] for column in desk.worksheet.grid(mapping, home).columns}
    assert subject["OPD"] == desk.opd.opds()[0].called


def test_the_filled_sheet_ends_with_what_its_mentor_wrote(desk, known):
    sheet, party = known["TF"], parties(desk, known["TF"])[0]
    _, second = put(desk, sheet, party, {"text": "Puskesmas"}, {"text": "Jaringan"})
    first = desk.comment.new_id()
    desk.comment.write(first, "Angka dari mana?", CommentPlace(sheet, party, second))
    desk.comment.write(desk.comment.new_id(), "Ancaman belum ada.", CommentPlace(sheet, party))
    desk.comment.settle(first)
    desk.worksheet.waive(sheet, party, waived=True)
    job = desk.report.gather(FILLED, opd=party, worksheet=sheet)
    (picture,) = job.sheets
    who = desk._store.person
    assert picture.comments == (
        ("Baris 2", "Angka dari mana?", who, "selesai"),
        ("Seluruh lembar", "Ancaman belum ada.", who, "terbuka"),
    )
    assert picture.status == "Sedang diisi · tidak wajib"
    text = " ".join(texts(render(job)))
    assert "Catatan telaah" in text
    assert "Ancaman belum ada." in text


def test_an_assessor_owes_every_criterion_in_use_of_every_candidate(desk, known):
    home = desk.worksheet.places(known["TC"])[0].party
    put(desk, known["TC"], home, {"name": "Desaku"}, {"name": "Edu Sampah"})
    desk.worksheet.add_assessors(known["TN"], ["Andi", "Sri", "Wati"])
    first, second, third = desk.worksheet.places(known["TN"])
    grid = desk.worksheet.grid(known["TN"], second.party)
    keys = [item.key for item in grid.columns if item.kind == "score"]
    desk.worksheet.set_cells(known["TN"], second.party, [(grid.rows[0].row, key, "3") for key in keys])
    desk.worksheet.set_cells(
        known["TN"], third.party, [(row.row, key, "2") for row in grid.rows for key in keys]
    )
    assert [item.owed for item in desk.worksheet.places(known["TN"])] == [6, 3, 0]
    desk.definition.set_held("criterion", keys[0].partition("@")[2], "retired", True)
    assert [item.owed for item in desk.worksheet.places(known["TN"])] == [4, 2, 0]
    assert first.owed == 6
    assert {item.owed for item in desk.worksheet.places(known["TC"])} == {0}


def test_a_first_answer_that_was_undone_is_given_again(desk, known):
    sheet, (first, _) = known["TP"], parties(desk, known["TP"])
    row = desk.worksheet.grid(sheet, first).rows[0].row
    desk.worksheet.set_cells(sheet, first, [(row, "score", "3")])
    number = desk.worksheet.sheet(sheet, first).number
    desk.undo()
    desk.worksheet.set_cells(sheet, first, [(row, "score", "2")])
    grid = desk.worksheet.grid(sheet, first)
    assert (grid.rows[0].values["score"], grid.sheet.number) == ("2", number)


def test_the_number_of_a_deleted_sheet_is_never_given_to_another(desk, known):
    factors = desk.worksheet.find("L3").id
    last = parties(desk, factors)[-1]
    number = desk.worksheet.sheet(factors, last).number
    desk.opd.remove(last)
    desk.opd.add([OpdRow("Dinas Perhubungan", "Dishub")])
    new = parties(desk, factors)[-1]
    assert desk.worksheet.sheet(factors, new).number == "L3-03" != number
    assert known


def test_a_deletion_says_how_many_answers_go_with_it(desk, known):
    factors, (first, other) = desk.worksheet.find("L3").id, parties(desk, desk.worksheet.find("L3").id)
    put(desk, factors, first, {"text": "Fiber optik"}, {"text": "Cuaca"})
    put(desk, factors, other, {"text": "Relawan"})
    assert desk.opd.remove(first).label == "hapus Dinkes, dengan 2 isian di 1 lembar"
    desk.undo()
    both = desk.opd.remove(first, other)
    assert (both.label, both.answers) == ("hapus 2 OPD, dengan 3 isian di 2 lembar", "3 isian di 2 lembar")
    desk.undo()
    assert [place.done for place in desk.worksheet.places(factors)] == [2, 1]
    stage = desk.stage.stages()[0].id
    division, _ = desk.group.add(stage, "Pembagian A", "opd")
    table, _ = desk.group.add_group(division)
    put(desk, known["TG"], table, {"text": "Air bersih"})
    assert desk.group.remove(division).answers == "1 isian di 1 lembar (tetap ada sebagai lembar lama)"
    desk.undo()
    empty, _ = desk.group.add_group(division)
    assert desk.group.remove_group(empty).label == "hapus Meja 2"


def test_what_a_table_wrote_stays_in_sight_whatever_becomes_of_its_division(desk, known):
    stage = desk.stage.stages()[0].id
    division, _ = desk.group.add(stage, "Pembagian A", "opd")
    table, other = (desk.group.add_group(division)[0] for _ in range(2))
    put(desk, known["TG"], table, {"text": "Air bersih"})
    put(desk, known["TG"], other, {"text": "Sampah"})
    later, _ = desk.group.add(stage, "Pembagian B", "opd")
    new, _ = desk.group.add_group(later)
    assert desk.worksheet.sheet(known["TG"], new).number == ""
    desk.definition.set_field(known["TG"], "grouping", later)
    assert desk.worksheet.sheet(known["TG"], new).number == "TG-03", "before anybody wrote or printed"
    desk.undo()
    assert desk.worksheet.sheet(known["TG"], new).number == ""
    names = [place.name for place in desk.worksheet.places(known["TG"])]
    assert names == ["Meja 1", "Meja 1 (lembar lama)", "Meja 2 (lembar lama)"]
    told = desk.group.remove_group(table)
    assert told.answers == "1 isian di 1 lembar (tetap ada sebagai lembar lama)"
    assert told.label == f"hapus Meja 1, dengan {told.answers}"
    assert [place.party for place in desk.worksheet.places(known["TG"])] == [new, table, other]
    assert [row.values["text"] for row in desk.worksheet.grid(known["TG"], table).rows] == ["Air bersih"]
    shown = {row.text: row.party_name for row in desk.result.result(known["TG"]).rows}
    assert shown["Air bersih"] == "Kelompok yang sudah dihapus (lembar lama)"
