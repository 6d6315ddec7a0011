"""Homework of the agencies: found on the sheets, changed, chased, settled; what changed since."""

from collections import Counter

import pytest

from smartcity_desktop.domain.grid import MISSING
from smartcity_desktop.domain.homework import DONE, LATE, OPEN, SOON
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.services.comment import CommentPlace
from smartcity_desktop.storage.homework import unfinished
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.sheet_missing import missing
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds


@pytest.fixture
def city(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    known = opds(desk)
    l3 = desk.worksheet.find("L3").id
    put(desk, l3, known["Dinkes"], {"kind": "S", "text": "Puskesmas"}, {"text": "Kader aktif"})
    put(desk, l3, known["DLH"], {"kind": "W", "text": "Armada tua", "evidence": "Data DLH"})
    desk.worksheet.set_status(l3, known["DLH"], "diserahkan")
    return known


def lines(desk):
    return {(item.opd, item.code): item for item in desk.homework.rows()}


def test_what_is_unfinished_becomes_homework_of_the_agency_once(desk, city):
    assert city
    desk.homework.set_until(1, "2026-07-20")
    drawn, changes = desk.homework.draw_up(1)
    assert (drawn.new, drawn.settled) == (1, 0)
    assert changes.label == "susun pekerjaan rumah"
    found = lines(desk)
    assert set(found) == {("Dinkes", "L3")}
    line = found["Dinkes", "L3"].homework
    assert line.text == (
        "L3 Analisis SWOT: belum diserahkan (2 baris terisi); "
        "belum diisi: Data atau bukti (2 baris), Jenis (1 baris)"
    )
    assert (line.due, line.state) == ("2026-07-20", "belum")
    assert not desk.homework.draw_up(1)[1]
    desk.undo()
    assert desk.homework.rows() == ()


@pytest.mark.parametrize("leave", ["stage", "retired"])
def test_homework_of_a_worksheet_that_left_the_stage_is_not_called_done(desk, city, leave):
    l3 = desk.worksheet.find("L3").id
    desk.homework.draw_up(1)
    if leave == "stage":
        desk.definition.set_field(l3, "stage", 2)
    else:
        desk.definition.retire(l3, retired=True)
    assert desk.homework.draw_up(1)[0].settled == 0
    assert lines(desk)["Dinkes", "L3"].homework.state == "belum"
    assert city


def test_worksheets_that_nobody_began_are_not_owed(desk, city):
    assert "L3" not in desk.homework.draw_up(1)[0].untouched
    assert {"L0", "L1", "L2"} <= set(desk.homework.draw_up(1)[0].untouched)
    assert city


def test_a_comment_and_a_wanted_cell_are_owed_also_where_the_sheet_was_handed_in(desk, city):
    l3 = desk.worksheet.find("L3").id
    desk.comment.write(desk.comment.new_id(), "Sebut tahunnya", CommentPlace(l3, city["DLH"]))
    desk.homework.draw_up(1)
    assert lines(desk)["DLH", "L3"].left == "1 catatan telaah belum selesai"


def test_a_sheet_on_paper_or_waived_is_not_owed(desk, city):
    l3 = desk.worksheet.find("L3").id
    desk.worksheet.set_head(l3, city["Dinkes"], "on_paper", True)
    assert desk.homework.draw_up(1)[0].new == 0
    desk.worksheet.set_head(l3, city["Dinkes"], "on_paper", False)
    desk.worksheet.waive(l3, city["Dinkes"], waived=True)
    assert desk.homework.draw_up(1)[0].new == 0
    desk.worksheet.waive(l3, city["Dinkes"], waived=False)
    assert desk.homework.draw_up(1)[0].new == 1


def test_the_sheet_of_a_dimension_is_owed_by_all_its_agencies_without_a_leader(desk, city):
    gov = dimension(desk, "GOV")
    for row in city.values():
        desk.opd.update(row, "dimension", gov)
    put(desk, desk.worksheet.find("L1").id, gov, {"text": "Antre"})
    put(desk, desk.worksheet.find("L1").id, dimension(desk, "ECO"), {"text": "Pasar sepi"})
    drawn, _ = desk.homework.draw_up(1)
    assert {("Dinkes", "L1"), ("DLH", "L1")} <= set(lines(desk))
    assert "L1 Smart Economy" in drawn.unowned


def test_a_part_is_owed_by_who_leads_it_else_by_the_team_and_scores_by_their_assessor(desk, city):
    l2, scoring = desk.worksheet.find("L2").id, desk.worksheet.find("L10N").id
    home = desk.worksheet.places(desk.worksheet.find("L10").id)[0].party
    put(desk, desk.worksheet.find("L10").id, home, {"name": "Desaku"})
    desk.worksheet.add_assessors(scoring, ["Andi", "Sri"])
    sri = desk.worksheet.places(scoring)[1].party
    grid = desk.worksheet.grid(scoring, sri)
    key = next(item.key for item in grid.columns if item.kind == "score")
    desk.worksheet.set_cells(scoring, sri, [(grid.rows[0].row, key, "3")])
    parts = [item.party for item in desk.worksheet.places(l2)]
    first = desk.worksheet.grid(l2, parts[0]).rows[0].row
    desk.worksheet.set_cells(l2, parts[0], [(first, "score", "3"), (first, "evidence", "SK")])
    desk.worksheet.set_head(l2, parts[0], "chair", "Ibu Ratna")
    team = desk.homework.team()
    assert team == "Tim Pelaksana Smart City Kabupaten Konawe Selatan"
    assert "L2 Struktur" not in desk.homework.draw_up(1)[0].unowned
    desk.homework.draw_up(4)
    found = {(item.opd, item.code): item for item in desk.homework.rows() if not item.homework.opd}
    assert [(*name, item.code) for name, item in found.items() if item.code == "L2"] == [
        ("Ibu Ratna", "L2", "L2"),
        (team, "L2", "L2"),
    ]
    assert found["Andi", "L10N"].left == "belum diserahkan (0 dari 1 baris terisi); 9 nilai belum diberikan"
    assert "8 nilai belum diberikan" in found["Sri", "L10N"].homework.text
    assert desk.homework.draw_up(4)[0].new == 0
    open_, told = len(desk.homework.rows()), dict(desk.workshop.standing().due)
    assert f"{open_} pekerjaan rumah belum selesai" in told
    desk.homework.set_state([found["Sri", "L10N"].id], DONE)
    assert desk.homework.standing().done == 1
    row, _ = desk.homework.add(1, NO_ROW, "Kirim SK tim")
    assert next(item.opd for item in desk.homework.rows() if item.id == row) == team
    assert city


def asked(desk, call):
    """Return what a call gives, and how many statements it came to."""
    seen = []
    conn = desk._store.db.conn
    conn.set_trace_callback(seen.append)
    try:
        return call(), len(seen)
    finally:
        conn.set_trace_callback(None)


def test_sheets_are_read_by_worksheet_however_many_agencies_wrote(desk, city):
    l3, l2k = desk.worksheet.find("L3").id, desk.worksheet.find("L2K").id
    items = [row.row for row in desk.worksheet.grid(l2k, city["DLH"]).rows]
    evidence = next(item for item in desk.worksheet.columns(l2k) if item.key == "evidence")
    desk.definition.set_column(evidence.id, "wanted", value=True)
    desk.worksheet.set_cells(l2k, city["DLH"], [(row, "score", "2") for row in items[:4]])
    few, statements = asked(desk, lambda: unfinished(desk._store, 1))
    assert {(item.code, item.opds): item.missing for item in few if item.missing} == {
        ("L3", (city["Dinkes"],)): (("Data atau bukti", 2), ("Jenis", 1)),
        ("L2K", (city["DLH"],)): ((evidence.label, 4),),
    }
    desk.opd.add([OpdRow(f"Dinas {place}", f"D{place}") for place in range(12)])
    for name, row in opds(desk).items():
        if name not in city:
            put(desk, l3, row, {"text": "Jaringan lambat"})
            desk.worksheet.set_cells(l2k, row, [(items[0], "score", "1")])
    many, later = asked(desk, lambda: unfinished(desk._store, 1))
    assert sum(1 for item in many if item.missing) == 2 + 24
    assert later == statements, "no statement for each sheet"


def test_what_the_sheets_lack_is_what_their_grids_say_one_by_one(desk, city, with_plan):
    known = [item for item in desk.worksheet.worksheets() if item.target]
    own = {item.id: [row.id for row in desk.worksheet.columns(item.id)] for item in known}
    for rows in own.values():
        for row in rows:
            desk.definition.set_column(row, "wanted", value=True)
    gov = dimension(desk, "GOV")
    put(desk, desk.worksheet.find("L3T").id, city["Dinkes"], {"kind": "SO", "text": "Kader ke sekolah"})
    put(desk, desk.worksheet.find("L7").id, gov, {"name": "Satu data"})
    put(desk, desk.worksheet.find("L8").id, gov, {"text": "Membeli peladen"})
    l5, l9 = desk.worksheet.find("L5").id, desk.worksheet.find("L9").id
    program = desk.worksheet.grid(l5, with_plan).rows[0].row
    desk.worksheet.set_cells(l5, with_plan, [(program, "relevant", "ya")])
    (initiative,) = (row.row for row in desk.worksheet.grid(l9, gov).rows)
    milestone = next(item.key for item in desk.worksheet.grid(l9, gov).columns if "@" in item.key)
    desk.worksheet.set_cells(l9, gov, [(initiative, milestone, "Peladen terpasang")])
    told = {}
    for item in known:
        whose = parties(desk._store.db, item)
        together = missing(desk._store, item, whose)
        for party in whose:
            lacking = together.get(party.id, ())
            assert lacking == by_grid(desk, item.id, party.id), (item.code, party.called)
            told[item.code] = told.get(item.code, 0) + len(lacking)
    assert all(told[code] for code in ("L3", "L3T", "L5", "L7", "L8", "L9"))


def by_grid(desk, worksheet, party):
    grid = desk.worksheet.grid(worksheet, party)
    labels = {item.key: item.label for item in grid.columns if item.is_editable}
    count = Counter(
        key
        for row in grid.rows
        for point in row.points
        if (key := point.code.removeprefix(MISSING)) in labels and point.code.startswith(MISSING)
    )
    return tuple((labels[key], many) for key, many in count.items())


def test_what_is_done_is_settled_by_drawing_up_again_or_on_its_own(desk, city):
    l3 = desk.worksheet.find("L3").id
    desk.homework.draw_up(1)
    row = lines(desk)["Dinkes", "L3"].id
    desk.homework.update(row, "text", "Kata ketua: lengkapi bukti")
    for item in desk.worksheet.grid(l3, city["Dinkes"]).rows:
        desk.worksheet.set_cells(
            l3, city["Dinkes"], [(item.row, "evidence", "Profil"), (item.row, "kind", "S")]
        )
    desk.worksheet.set_status(l3, city["Dinkes"], "diserahkan")
    assert lines(desk)["Dinkes", "L3"].can_be_settled
    desk.homework.settle()
    found = lines(desk)["Dinkes", "L3"]
    assert (found.homework.state, found.homework.text) == (DONE, "Kata ketua: lengkapi bukti")
    desk.undo()
    assert desk.homework.draw_up(1)[0].settled == 1


def test_a_deleted_line_does_not_come_back(desk, city):
    desk.homework.draw_up(1)
    desk.homework.remove([lines(desk)["Dinkes", "L3"].id])
    assert desk.homework.draw_up(1)[0].new == 0
    assert desk.homework.rows() == ()
    desk.undo()
    assert len(desk.homework.rows()) == 1
    assert city


def test_lines_of_ones_own_are_kept_chased_and_coloured_by_their_day(desk, city):
    row, _ = desk.homework.add(1, city["DLH"], " Kirim SK tim ")
    other, _ = desk.homework.add(1, city["DLH"], "Bawa laptop")
    third, _ = desk.homework.add(1, city["DLH"], "Foto TPS")
    assert not desk.homework.add(1, city["DLH"], "  ")[1]
    desk.homework.update(row, "due", "2026-08-01")
    desk.homework.update(other, "due", "2026-08-06")
    tones = {item.homework.text: item.tone for item in desk.homework.rows()}
    assert tones == {"Kirim SK tim": LATE, "Bawa laptop": SOON, "Foto TPS": OPEN}
    assert desk.homework.standing().words == "3 belum selesai · 1 lewat batas · 0 selesai"
    desk.homework.remind([row, third])
    chased = {item.homework.text for item in desk.homework.rows() if item.homework.reminded_at}
    assert chased == {"Kirim SK tim", "Foto TPS"}
    desk.homework.set_state([row, other], DONE)
    assert desk.homework.standing().words == "1 belum selesai · 2 selesai"


def test_a_new_day_moves_the_lines_that_had_the_old_one(desk, city):
    desk.homework.set_until(1, "2026-07-20")
    row, _ = desk.homework.add(1, city["DLH"], "Kirim SK")
    other, _ = desk.homework.add(1, city["DLH"], "Bawa laptop")
    desk.homework.update(other, "due", "2026-07-01")
    desk.homework.set_until(1, "2026-08-20")
    due = {item.id: item.homework.due for item in desk.homework.rows()}
    assert due == {row: "2026-08-20", other: "2026-07-01"}
    assert desk.homework.until(1) == "2026-08-20"


def test_the_next_stage_opens_with_what_changed_since(desk, city, ticking):
    ticking.moment = ticking.moment.replace(month=6, day=3)
    l3 = desk.worksheet.find("L3").id
    kept = put(desk, l3, city["Dinkes"], {"text": "Apotek"}, {"text": "Klinik"})
    desk.homework.draw_up(1)
    assert desk.homework.since(1).words == ""
    ticking.moment = ticking.moment.replace(month=7, day=15)
    put(desk, l3, city["Dinkes"], {"text": "Ambulans"}, {"text": "Laboratorium"})
    desk.worksheet.remove_rows(l3, city["Dinkes"], [kept[0]])
    desk.homework.set_state([item.id for item in desk.homework.rows()][:1], DONE)
    found = desk.homework.since(2)
    dinkes = next(item for item in found.growth if item.called == "Dinkes")
    assert (dinkes.before, dinkes.after, dinkes.code) == (2, 5, "L3")
    assert dinkes.words == "L3 Analisis SWOT: 2 → 5 baris"
    assert [called for _, called, _ in found.homework] == ["Dinkes"]
    assert found.words.startswith("1 dari 1 pekerjaan rumah selesai, ")
    assert (found.stage, found.ended, found.is_over) == (1, "2026-06-03", True)
    assert found.when == "hari terakhir Tahap I (3 Juni 2026)"


def test_before_the_last_day_of_a_stage_is_over_nothing_is_told_to_have_changed_since(desk, city, ticking):
    ticking.moment = ticking.moment.replace(month=6, day=3)
    l3 = desk.worksheet.find("L3").id
    put(desk, l3, city["Dinkes"], {"text": "Apotek"})
    desk.homework.draw_up(1)
    desk.homework.set_state([item.id for item in desk.homework.rows()][:1], DONE)
    found = desk.homework.since(2)
    assert (found.stage, found.is_over, found.growth) == (1, False, ())
    assert found.words == "1 dari 1 pekerjaan rumah selesai", "homework is told whatever the day"
    ticking.moment = ticking.moment.replace(day=4)
    assert desk.homework.since(2).is_over


def test_beranda_tells_how_much_is_open_and_late(desk, city):
    told = dict(desk.workshop.standing().due)
    assert not any("pekerjaan rumah" in words for words in told)
    row, _ = desk.homework.add(1, city["DLH"], "Kirim SK")
    other, _ = desk.homework.add(1, city["DLH"], "Bawa laptop")
    desk.homework.update(row, "due", "2026-08-01")
    assert ("2 pekerjaan rumah belum selesai, 1 lewat batas", "homework") in desk.workshop.standing().due
    desk.homework.set_state([row], DONE)
    assert ("1 pekerjaan rumah belum selesai", "homework") in desk.workshop.standing().due
    assert other
