"""The loop of papers on a real file: issued, keyed in printed order, settled, read twice, counted."""

import pytest

from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.paper_loop import BLANK, COUNTED, MISSING, OUT, SPOILED, differences
from smartcity_desktop.domain.print_job import CARDS, CONTROL, NUMBERED, PrintAsk
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.dimension import subdimensions
from smartcity_desktop.storage.paper import KEYED
from tests.exercises import DEFINITIONS, add


@pytest.fixture
def known(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Sosial", "Dinsos")])
    return add(desk, *DEFINITIONS)


def send(desk, kind, **asked):
    """Gather a print and let it leave the program."""
    ask = PrintAsk(**asked)
    job = desk.report.asked(kind, ask)
    return job, desk.print_log.tell(job, ask, Sent("printer", 1))


def numbers(desk, worksheet):
    return [line.paper.number for line in desk.paper.lines(worksheet)]


def opened(desk, typed, worksheet=""):
    return desk.paper.sheet(desk.paper.find(typed, worksheet).paper)


def test_printing_notes_each_sheet_once(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    assert numbers(desk, known["TF"]) == ["TF-01", "TF-02"]
    send(desk, NUMBERED, worksheet=known["TF"])
    assert numbers(desk, known["TF"]) == ["TF-01", "TF-02"]
    assert desk.undo_label() != "cetak Lembar bernomor", "what is on paper is not taken back"


def test_looking_at_a_print_notes_nothing(desk, known):
    desk.report.asked(NUMBERED, PrintAsk(worksheet=known["TF"]))
    assert desk.paper.lines() == []


def test_a_spoiled_sheet_gets_another_number_and_adds_up(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    desk.paper.put(desk.paper.find("TF-01").paper, SPOILED)
    send(desk, NUMBERED, worksheet=known["TF"])
    assert numbers(desk, known["TF"]) == ["TF-01", "TF-02", "TF-01-2"]
    told = desk.paper.settlements(known["TF"])[0]
    assert (told.issued, told.spoiled, told.left, told.waiting) == (3, 1, 2, "TF-02, TF-01-2")


def test_a_sheet_asked_for_as_replacement_puts_the_first_aside(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    party = desk.opd.opds()[1].id
    send(desk, NUMBERED, worksheet=known["TF"], opd=party, choice=MISSING)
    states = {line.paper.number: line.paper.state for line in desk.paper.lines(known["TF"])}
    assert states == {"TF-01": OUT, "TF-02": MISSING, "TF-02-2": OUT}


def test_numbers_are_found_as_typed_scanned_or_short(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    code = code_of("TF-02")
    for typed in (code, code.lower(), code.replace("-", ""), "TF-02", "tf 02"):
        assert desk.paper.find(typed).paper.number == "TF-02"
    assert desk.paper.find("2", known["TF"]).paper.number == "TF-02"
    with pytest.raises(UserFault) as fault:
        desk.paper.find(code[:-3] + "1" + code[-2:])
    assert fault.value.code == "paper-check"
    with pytest.raises(UserFault) as fault:
        desk.paper.find("TF-77")
    assert fault.value.code == "paper-unknown"


def test_a_number_without_its_noughts_opens_no_sheet_of_another_worksheet(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    assert desk.paper.find("TF-2").paper.number == "TF-02"
    for code in ("L1", "L10"):
        sheet = desk.worksheet.find(code).id
        home = desk.worksheet.places(sheet)[0].party
        desk.worksheet.set_head(sheet, home, "chair", "Budi")
    assert desk.paper.find("L10-1").paper.number == "L10-01", "not L1-01"
    assert desk.paper.find("L1-1").paper.number == "L1-01"
    send(desk, NUMBERED, worksheet=desk.worksheet.find("L1").id)
    assert desk.paper.find("L10-1").paper.number == "L10-01"


def test_rows_stand_in_the_order_of_the_paper_whatever_came_since(desk, known):
    party = desk.opd.opds()[0].id
    first, second = desk.worksheet.new_rows(2)
    desk.worksheet.set_cells(known["TF"], party, [(first, "text", "satu"), (second, "text", "dua")])
    send(desk, NUMBERED, worksheet=known["TF"])
    desk.worksheet.move_row(known["TF"], party, second, -1)
    third = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(known["TF"], party, [(third, "text", "tiga")])
    rows = opened(desk, "TF-01").rows
    assert [row.values.get("text", "") for row in rows[:3]] == ["satu", "dua", ""]
    assert third not in {row.row for row in rows}
    job, _ = send(desk, NUMBERED, worksheet=known["TF"], opd=party)
    assert [row.values["text"] for row in job.picture.sheet.rows] == ["satu", "dua"]


def test_choices_keep_the_numbers_they_were_printed_with(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    column = next(item for item in desk.worksheet.columns(known["TF"]) if item.key == "kind")
    desk.worksheet.update_column(column.id, "choices", "T=Ancaman\nS=Kekuatan\nW=Kelemahan\nO=Peluang")
    found = opened(desk, "TF-01")
    assert found.columns[0][1].choices == ("S", "W", "O", "T")


def test_a_column_hidden_since_is_told_and_left_out(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    column = next(item for item in desk.worksheet.columns(known["TF"]) if item.key == "rating")
    desk.worksheet.update_column(column.id, "hidden", True)
    found = opened(desk, "TF-01")
    assert "rating" not in [column.key for column, _ in found.columns]
    assert found.lost == ("1 kolom pada kertas ini tidak dipakai lagi, lewati saja.",)


def test_a_sheet_keyed_and_finished_says_who_keyed_what(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper = desk.paper.find("TF-01").paper
    row = desk.paper.sheet(paper).rows[0].row
    desk.worksheet.set_head(known["TF"], desk.opd.opds()[0].id, "on_paper", True)
    desk.paper.key(paper, [(row, "text", "Puskesmas")])
    desk.paper.key(paper, [(row, "kind", "S")])
    assert desk.paper.waiting(known["TF"], paper.id).number == "TF-02"
    desk.paper.finish(paper)
    line = desk.paper.lines(known["TF"])[0]
    assert line.paper.state == COUNTED
    assert [(item.who, item.fields) for item in line.by] == [(desk._store.person, 2)]
    sheet = desk.worksheet.sheet(known["TF"], desk.opd.opds()[0].id)
    assert (sheet.status, sheet.on_paper) == ("diserahkan", False)
    assert not desk.paper.finish(paper), "a second time changes nothing"


def test_who_keyed_is_told_by_cells_that_hold_something_whatever_they_are_kept_as(desk, known):
    party = desk.worksheet.places(known["TI"])[0].party
    send(desk, NUMBERED, worksheet=known["TI"], opd=party)
    paper = desk.paper.find("TI-01").paper
    first, second = (row.row for row in desk.paper.sheet(paper).rows[:2])
    desk.paper.key(paper, [(first, "name", "MATIC"), (first, "fund", "apbd;csr")])
    assert desk.paper.lines(known["TI"])[0].fields == 2, "whose sheet it is was keyed by nobody"
    desk.paper.key(paper, [(second, "name", "SIAP"), (second, "fund", "apbd")])
    desk.paper.key(paper, [(second, "fund", "")])
    assert desk.paper.lines(known["TI"])[0].fields == 3
    sub = subdimensions(desk._store.db)[0]
    cell = [
        Set("initiative", first, "dimension", sub.dimension),
        Set("initiative", first, "subdimension", sub.id),
    ]
    desk._store.write(cell, f"{KEYED} {paper.number}")
    assert desk.paper.lines(known["TI"])[0].fields == 4, "dimension and sub-dimension are one cell"


def test_a_line_deleted_on_the_screen_comes_back_when_it_is_keyed(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper, party = desk.paper.find("TF-01").paper, desk.opd.opds()[0].id
    row = desk.paper.sheet(paper).rows[2].row
    desk.paper.key(paper, [(row, "text", "Puskesmas")])
    desk.worksheet.remove_rows(known["TF"], party, [row])
    desk.paper.key(paper, [(row, "kind", "W")])
    values = desk.worksheet.grid(known["TF"], party).rows[0].values
    assert (values["text"], values["kind"]) == ("Puskesmas", "W")
    desk.undo()
    assert desk.worksheet.grid(known["TF"], party).rows == (), "one act, one undo"


def test_an_unnoted_sheet_is_keyed_all_the_same_and_noted_then(desk, known):
    for agency in desk.opd.opds():
        desk.worksheet.set_head(known["TF"], agency.id, "chair", "Budi")
    found = desk.paper.find("TF-02").paper
    assert desk.paper.lines() == []
    desk.paper.key(found, [(desk.paper.sheet(found).rows[0].row, "text", "Panti")])
    assert numbers(desk, known["TF"]) == ["TF-02"]
    desk.undo()
    desk.paper.key(found, [(desk.paper.sheet(found).rows[0].row, "text", "Panti")])
    assert numbers(desk, known["TF"]) == ["TF-02"], "noted again after its note was undone"


def test_fixed_rows_and_scores_are_keyed(desk, known):
    desk.worksheet.add_assessors(known["TN"], ["Dr. Ratna"])
    dimension = desk.worksheet.places(known["TC"])[0].party
    candidate = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(known["TC"], dimension, [(candidate, "name", "MATIC")])
    send(desk, NUMBERED, worksheet=known["TN"])
    found = opened(desk, "TN-01")
    assert [(row.subject, row.place) for row in found.rows] == [("MATIC", 1)]
    keys = [column.key for column, _ in found.columns]
    assert len(keys) == 3
    desk.paper.key(found.paper, [(candidate, keys[0], "4"), (candidate, keys[2], "0")])
    values = opened(desk, "TN-01").rows[0].values
    assert [values[key] for key in keys] == ["4", "", "0"]
    assert desk.paper.lines(known["TN"])[0].fields == 2


def test_a_sheet_printed_before_it_had_rows_has_those_that_came(desk, known):
    desk.worksheet.add_assessors(known["TN"], ["Dr. Ratna"])
    party = desk.worksheet.assessors(known["TN"])[0].id
    send(desk, NUMBERED, worksheet=known["TN"], opd=party)
    assert opened(desk, "TN-01").rows == ()
    dimension = desk.worksheet.places(known["TC"])[0].party
    candidate = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(known["TC"], dimension, [(candidate, "name", "MATIC")])
    assert [row.subject for row in opened(desk, "TN-01").rows] == ["MATIC"]


def test_a_second_reading_is_blind_and_a_person_chooses(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper = desk.paper.find("TF-01").paper
    row = desk.paper.sheet(paper).rows[0].row
    desk.paper.key(paper, [(row, "kind", "S"), (row, "text", "Puskesmas")])
    keys = [column.key for column, _ in desk.paper.sheet(paper).columns]
    for key in keys:
        raw = {"kind": "W", "text": "Puskesmas"}.get(key, "")
        desk.paper.reread(paper, row, key, raw)
    found = desk.paper.sheet(paper)
    assert found.rows[0].values["kind"] == "S", "the first reading stays until somebody chooses"
    assert [(item.key, item.raw) for item in differences(found)] == [("kind", ("S", "W"))]
    desk.paper.choose(paper, row, "kind", second=True)
    assert desk.paper.sheet(paper).rows[0].values["kind"] == "W"
    assert desk.paper.lines(known["TF"])[0].second == "dibaca dua kali, 1 beda, selesai"


def test_the_first_reading_may_be_the_right_one(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper = desk.paper.find("TF-01").paper
    row = desk.paper.sheet(paper).rows[0].row
    desk.paper.key(paper, [(row, "text", "Puskesmas")])
    desk.paper.reread(paper, row, "text", "Puskemas")
    desk.paper.reread(paper, row, "text", "Puskesma")
    desk.paper.choose(paper, row, "text", second=False)
    assert desk.paper.sheet(paper).rows[0].values["text"] == "Puskesmas"
    assert differences(desk.paper.sheet(paper)) == ()


def test_cards_become_ideas_and_what_did_not_come_back_is_named(desk, known):
    job, _ = send(desk, CARDS, worksheet=known["TK"])
    assert job.picture.issue.paper.number == "K1"
    batch = desk.paper.batches(known["TK"])[0]
    assert desk.paper.find(code_of("K1-007")) == (batch, 7)
    room = known["TK"]
    desk.paper.write_card(batch, 7, room, "Tanpa kertas")
    desk.paper.write_card(batch, 7, room, "Tanpa antre")
    desk.paper.write_card(batch, 8, room, "Dua bahasa")
    desk.paper.mark(batch, range(9, 40), BLANK)
    desk.paper.mark(batch, [8], SPOILED)
    told = desk.paper.settlements(room)[0]
    assert (told.issued, told.counted, told.blank, told.spoiled) == (40, 2, 31, 0), "a keyed card counts"
    assert told.waiting == "1–6, 40"
    assert [row.values["text"] for row in desk.worksheet.grid(room, room).rows] == [
        "Tanpa antre",
        "Dua bahasa",
    ]
    with pytest.raises(UserFault, match="carry-no-sheet"):
        desk.paper.write_card(batch, 9, NO_ROW, "Milik siapa?")
    desk.paper.write_card(batch, 8, room, "")
    assert desk.paper.card(batch, 8).text == ""
    desk.paper.write_card(batch, 8, room, "Tiga bahasa")
    assert desk.paper.card(batch, 8).text == "Tiga bahasa"
    assert send(desk, CARDS, worksheet=known["TK"])[0].picture.issue.paper.number == "K2"


def test_marks_are_taken_back_and_spans_stay_inside_their_batch(desk, known):
    send(desk, CARDS, worksheet=known["TK"])
    batch, span = desk.paper.span("K1-3..5")
    desk.paper.mark(batch, span, MISSING)
    assert desk.paper.settlements(known["TK"])[0].missing == 3
    desk.paper.mark(batch, [4], "")
    assert desk.paper.settlements(known["TK"])[0].missing == 2
    assert desk.paper.card(batch, 3).state == MISSING
    desk.paper.write_card(batch, 3, known["TK"], "Ditemukan")
    assert desk.paper.card(batch, 3).state == ""
    assert desk.paper.span("K1-39..41") is None
    with pytest.raises(ValueError, match="lenyap"):
        desk.paper.mark(batch, [1], "lenyap")


@pytest.fixture
def vote(desk, known):
    store = desk._store
    row, items = store.ids.new(), [store.ids.new() for _ in range(3)]
    edits = [
        Birth(
            "vote",
            row,
            {
                "worksheet": known["TK"],
                "title": "Visi",
                "points": 3,
                "most": 2,
                "voters": 8,
                "round": 1,
                "state": "siap",
            },
        )
    ]
    for place, item in zip(store.positions("vote_item", 3), items, strict=True):
        edits.append(Birth("vote_item", item, {"pos": place, "vote": row, "text": f"Usulan {item[-4:]}"}))
    store.write(edits, "buat pemungutan suara")
    return row, items


def test_ballots_are_counted_one_by_one_and_corrected(desk, known, vote):
    row, items = vote
    job, _ = send(desk, "surat-suara", worksheet=known["TK"])
    assert (job.picture.issue.paper.number, len(job.picture.lines)) == ("S1", 3)
    batch = desk.paper.batches(known["TK"])[0]
    assert (batch.vote, len(batch.numbers)) == (row, 10)
    desk.paper.cast(batch, 4, {items[0]: 2, items[1]: 1})
    desk.paper.cast(batch, 4, {items[0]: 1, items[2]: 2})
    assert [line.points for line in desk.paper.ballot(batch, 4).lines] == ["1", "0", "2"]
    assert desk.paper.ballot(batch, 5).lines[0].points == ""
    assert desk.paper.settlements(known["TK"])[0].counted == 1
    store = desk._store
    cast = store.key("vote_cast", row, items[0], "S1-004", "1")
    store.write([Gone("vote_cast", cast), Set("vote", row, "note", "hapus")], "hapus")
    desk.paper.cast(batch, 4, {items[0]: 2})
    assert [line.points for line in desk.paper.ballot(batch, 4).lines] == ["2", "0", "0"]


def test_a_vote_that_is_closed_takes_no_ballot_and_a_new_round_shows_the_last(desk, known, vote):
    row, items = vote
    send(desk, "surat-suara", worksheet=known["TK"])
    batch = desk.paper.batches(known["TK"])[0]
    desk.paper.cast(batch, 1, {items[0]: 2})
    assert desk.vote.vote(row).state == "berjalan"
    desk.vote.close(row)
    assert desk.paper.ballot(batch, 1).fault([1, 0, 0]).startswith("Pemungutan suara ini sudah ditutup.")
    with pytest.raises(UserFault) as fault:
        desk.paper.cast(batch, 1, {items[0]: 1})
    assert fault.value.code == "vote-closed"
    desk.vote.again(row)
    desk.paper.cast(batch, 1, {items[2]: 1})
    assert [line.points for line in desk.paper.ballot(batch, 1).lines] == ["0", "0", "1"]
    assert desk.vote.ballots(row) == {"S1-001": {items[0]: 0, items[1]: 0, items[2]: 1}}


def test_a_ballot_of_a_vote_that_was_deleted_is_refused_and_writes_nothing(desk, known, vote):
    row, items = vote
    send(desk, "surat-suara", worksheet=known["TK"])
    batch = desk.paper.batches(known["TK"])[0]
    desk.vote.remove(row)
    with pytest.raises(UserFault) as fault:
        desk.paper.cast(batch, 1, {items[0]: 2})
    assert fault.value.code == "row-gone"
    desk.undo()
    assert (desk.vote.vote(row).state, desk.vote.ballots(row)) == ("siap", {})


def test_the_control_list_tells_it_all(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    send(desk, CARDS, worksheet=known["TK"])
    tables = desk.report.asked(CONTROL, PrintAsk()).picture.tables
    assert [item.title for item in tables] == ["TF Lembar TF", "TK Lembar TK"]
    assert [line.paper.number for line in tables[0].sheets] == ["TF-01", "TF-02"]
    only = desk.report.asked(CONTROL, PrintAsk(worksheet=known["TK"])).picture.tables
    assert [item.called for item in only[0].sums] == ["K1"]


def test_a_sheet_put_aside_is_taken_back(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper = desk.paper.find("TF-01").paper
    assert desk.paper.put(paper, BLANK)
    assert not desk.paper.put(paper, BLANK)
    desk.paper.put(paper, OUT)
    assert desk.paper.find("TF-01").paper.state == OUT


def test_undo_takes_a_keyed_field_back_and_its_typist_with_it(desk, known):
    send(desk, NUMBERED, worksheet=known["TF"])
    paper = desk.paper.find("TF-01").paper
    desk.paper.key(paper, [(desk.paper.sheet(paper).rows[0].row, "text", "Puskesmas")])
    desk.undo()
    assert desk.paper.sheet(paper).filled == 0
    assert desk.paper.lines(known["TF"])[0].by == ()


def test_what_was_written_below_the_rows_becomes_a_comment_and_can_be_put_right(desk, known):
    party = desk.worksheet.places(known["TP"])[0].party
    send(desk, NUMBERED, worksheet=known["TP"])
    paper = desk.paper.find("TP-01").paper
    desk.paper.key_added(paper, 0, " Genset rusak  sejak 2025 ")
    desk.paper.key_added(paper, 1, "Operator pindah")
    sheet = desk.paper.sheet(paper)
    assert sheet.added == ("Genset rusak sejak 2025", "Operator pindah")
    assert [item.fields for item in sheet.by] == [2]
    kept = [item.text for item in desk.comment.comments(known["TP"], party)]
    assert kept[0] == "Ditulis tangan di bawah baris kertas TP-01: Genset rusak sejak 2025"
    desk.paper.key_added(paper, 0, "")
    desk.paper.key_added(paper, 1, "Operator pindah ke BKPSDM")
    assert desk.paper.sheet(paper).added == ("", "Operator pindah ke BKPSDM")
    desk.paper.key_added(paper, 0, "Genset rusak")
    assert desk.paper.sheet(paper).added == ("Genset rusak", "Operator pindah ke BKPSDM")
    assert len(desk.comment.comments(known["TP"], party)) == 2
    assert desk.worksheet.sheet(known["TP"], party).status == "sedang"
    assert not desk.paper.key_added(paper, 2, "  ").label
