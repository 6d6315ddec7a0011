"""The board of quick wins over a real file: means, ties, weights, decisions with their earlier ones."""

import pytest

from smartcity_desktop.domain import quickwin, quickwin_board
from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.errors import UserFault
from tests.quickwins import JUDGES, TABLE, nominate, score


@pytest.fixture
def rows(desk):
    return nominate(desk)


def names(lines):
    return [item.candidate.name for item in lines]


def test_scores_typed_on_the_sheets_of_five_assessors_give_the_stated_means(desk, rows):
    score(desk, rows)
    board = desk.quickwin.board()
    assert {item.candidate.name: shown(item.total) for item in board.lines} == {
        name: stated for name, (*_, stated) in TABLE.items()
    }
    assert board.owed == 0
    assert quickwin_board.counted_words(board) == ("270 dari 270 nilai sudah masuk.",)


def test_the_tie_at_the_top_is_named_and_each_first_of_its_dimension_is_proposed(desk, rows):
    score(desk, rows)
    board = desk.quickwin.board()
    assert quickwin.tie_words(board.lines)[0].startswith(
        "DESAKU TUNTAS dan Edu Sampah Cipta Kerja sama persis 3,42"
    )
    found = quickwin_board.proposals(board)
    assert {item.decision for item in found.values()} == {"terpilih"}
    assert found[rows["MATIC"]].why == "Nilai tertinggi di BRD (2,84) dan memenuhi keempat syarat."


def test_what_is_not_proposed_says_why(desk, rows):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    second, third, fourth = desk.worksheet.new_rows(3)
    for row, name in ((second, "Kembar"), (third, "Kurang"), (fourth, "Kosong")):
        desk.worksheet.set_cells(sheet, home, [(row, "name", name)])
    parties = score(desk, rows)
    scoring = desk.worksheet.find("L10N").id
    keys = [item.key for item in desk.worksheet.grid(scoring, parties[0]).columns if item.kind == "score"]
    desk.worksheet.set_cells(scoring, parties[0], [(second, key, "4") for key in keys])
    desk.worksheet.set_cells(scoring, parties[0], [(third, key, "1") for key in keys[1:]])
    found = quickwin_board.proposals(desk.quickwin.board())
    assert found[second].why.startswith("Belum diusulkan: OPD penanggung jawab belum ada; lama")
    assert found[third].why == "Nilai akhir belum dapat dihitung: Perumusan belum dinilai siapa pun."
    assert found[fourth].why == "Belum dinilai."
    assert found[rows["DESAKU TUNTAS"]].decision == "terpilih", "one that fails its gates is no rival"


def test_the_second_of_a_dimension_and_a_tie_inside_it_are_told(desk, rows):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    grid = desk.worksheet.grid(sheet, home)
    own = next(item.values for item in grid.rows if item.row == rows["DESAKU TUNTAS"])
    (row,) = desk.worksheet.new_rows(1)
    cells = [(row, key, own[key]) for key in ("opd", "months", "fund", "point")]
    desk.worksheet.set_cells(sheet, home, [(row, "name", "Kembar"), *cells])
    (judge, *_) = score(desk, rows, JUDGES[:1])
    scoring = desk.worksheet.find("L10N").id
    keys = [item.key for item in desk.worksheet.grid(scoring, judge).columns if item.kind == "score"]
    given = next(
        item.values for item in desk.worksheet.grid(scoring, judge).rows if item.row == rows["DESAKU TUNTAS"]
    )
    desk.worksheet.set_cells(scoring, judge, [(row, key, given[key]) for key in keys])
    found = quickwin_board.proposals(desk.quickwin.board())
    assert found[row].decision == found[rows["DESAKU TUNTAS"]].decision == ""
    assert found[row].why.startswith("Nilainya sama persis dengan DESAKU TUNTAS (")
    desk.worksheet.set_cells(scoring, judge, [(row, keys[0], "0")])
    found = quickwin_board.proposals(desk.quickwin.board())
    assert found[row].why.startswith("Belum diusulkan: DESAKU TUNTAS lebih tinggi di GOV (")


def test_other_weights_move_ranks_and_are_stored_in_one_act(desk, rows):
    score(desk, rows)
    board = desk.quickwin.board()
    tried = dict(board.weights)
    tried[board.criteria[1].id] = 3  # Daya tarik: 3,4 against 3,8
    moved = {item.after.candidate.name: item.words for item in quickwin_board.shifts(board.lines, tried)}
    assert moved["Edu Sampah Cipta Kerja"] == "1 → 1"
    assert moved["DESAKU TUNTAS"] == "1 → 2 (turun 1)"
    assert desk.quickwin.board().weights == board.weights, "trying writes nothing"
    assert desk.quickwin.weigh(tried)
    assert desk.quickwin.board().weights == tried
    assert not desk.quickwin.weigh(tried), "what stands is not written again"
    desk.undo()
    assert desk.quickwin.board().weights == board.weights


def test_a_weight_of_nought_is_shown_and_does_not_count(desk, rows):
    score(desk, rows)
    board = desk.quickwin.board()
    desk.quickwin.weigh(dict.fromkeys(board.weights, 0))
    told = desk.quickwin.board()
    assert all(item.total is None for item in told.lines)
    assert quickwin_board.proposals(told)[rows["MATIC"]].why.startswith("Semua bobot 0")


def test_scores_that_do_not_count_are_told(desk, rows):
    parties = score(desk, rows)
    desk.worksheet.retire_assessor(parties[0], retired=True)
    sheet = desk.worksheet.find("L10N").id
    key = next(item.key for item in desk.worksheet.grid(sheet, parties[1]).columns if item.kind == "score")
    desk.worksheet.set_cells(sheet, parties[1], [(rows["MATIC"], key, "7")])
    board = desk.quickwin.board()
    assert (board.left_out, board.odd, board.owed) == (54, 1, 1)
    assert quickwin_board.counted_words(board) == (
        "215 dari 216 nilai sudah masuk.",
        "54 nilai dari yang tidak menilai lagi tidak dihitung.",
        "1 nilai di luar 0–4 tidak dihitung.",
    )


def test_assessors_far_apart_are_discussed_first(desk, rows):
    score(desk, rows, JUDGES[:2])
    sheet = desk.worksheet.find("L10N").id
    first, second = (item.id for item in desk.worksheet.assessors(sheet))
    key = next(item.key for item in desk.worksheet.grid(sheet, first).columns if item.kind == "score")
    desk.worksheet.set_cells(sheet, first, [(rows["MATIC"], key, "4")])
    desk.worksheet.set_cells(sheet, second, [(rows["MATIC"], key, "1")])
    board = desk.quickwin.board()
    line = board.line(rows["MATIC"])
    assert quickwin_board.discuss_words(board, line) == "Perlu dibahas dulu: Perumusan (1–4)."
    assert quickwin_board.votes_words(line.cells[board.criteria[0].id]) == "nilai 4, 1"


def test_a_decision_keeps_the_earlier_ones_with_who_wrote_them(desk, rows, ticking):
    row = rows["MATIC"]
    assert desk.quickwin.history(row) == ()
    first = Decided("cadangan", "Pleno", "2026-08-05", "Menunggu data", "Dispar tidak setuju")
    desk.quickwin.decide(row, first)
    assert desk.quickwin.history(row) == (), "what stands now is no history"
    ticking.forward(hours=2)
    desk.quickwin.decide(row, Decided("terpilih", "Wali Kota", "2026-08-06", "Data ada"))
    (before,) = desk.quickwin.history(row)
    assert (before.decision, before.by, before.on, before.reason, before.dissent) == (
        "cadangan",
        "Pleno",
        "2026-08-05",
        "Menunggu data",
        "Dispar tidak setuju",
    )
    assert before.who
    assert before.at < desk.quickwin._store.now_text()
    candidate = desk.quickwin.board().line(row).candidate
    assert quickwin_board.decided(candidate) == Decided("terpilih", "Wali Kota", "2026-08-06", "Data ada")
    desk.undo()
    assert desk.quickwin.board().line(row).candidate.decision == "cadangan"


def test_a_withdrawn_candidate_leaves_the_board_and_comes_back(desk, rows):
    desk.quickwin.withdraw(rows["MATIC"], withdrawn=True)
    board = desk.quickwin.board()
    assert "MATIC" not in names(board.lines)
    assert [item.name for item in board.withdrawn] == ["MATIC"]
    assert not desk.quickwin.withdraw(rows["MATIC"], withdrawn=True)
    desk.quickwin.withdraw(rows["MATIC"], withdrawn=False)
    assert "MATIC" in names(desk.quickwin.board().lines)


def test_a_candidate_that_is_gone_is_decided_no_more(desk, rows):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "BRD")
    desk.worksheet.remove_rows(sheet, home, [rows["MATIC"]])
    assert not desk.quickwin.decide(rows["MATIC"], Decided("terpilih"))
    assert desk.quickwin.board().line(rows["MATIC"]) is None


def test_without_a_scoring_the_candidates_stand_alone(desk, rows):
    desk._store.write([_retired(desk.worksheet.find("L10N").id)], "tidak dipakai")
    board = desk.quickwin.board()
    assert (board.worksheet, board.criteria) == ("", ())
    assert len(board.lines) == len(rows)
    assert {item.why for item in quickwin_board.proposals(board).values()} == {"Belum ada penilai."}


def _retired(worksheet):
    from smartcity_desktop.domain.edit import Set

    return Set("worksheet", worksheet, "retired", True)


def test_what_was_put_together_is_scored_once_and_a_score_that_stands_stays_in_sight(desk):
    rows = nominate(desk)
    sheet, scoring = desk.worksheet.find("L10").id, desk.worksheet.find("L10N").id
    home = desk.worksheet.find_row(rows["MATIC"]).party
    (double,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(sheet, home, [(double, "name", "Pusat data wisata")])
    new, _ = desk.result.merge(sheet, home, [rows["MATIC"], double], "MATIC bersama")
    desk.worksheet.add_assessors(scoring, ["Ratna"])
    (judge,) = [item.id for item in desk.worksheet.assessors(scoring)]
    names = {line.candidate.name for line in desk.quickwin.board().lines}
    assert "MATIC bersama" in names
    assert not names & {"MATIC", "Pusat data wisata"}
    grid = desk.worksheet.grid(scoring, judge)
    assert {row.row for row in grid.rows} == {*rows.values(), new} - {rows["MATIC"]}
    key = next(item.key for item in grid.columns if item.kind == "score")
    desk.worksheet.set_cells(scoring, judge, [(rows["Smart Health"], key, "4")])
    live = desk.worksheet.find_row(rows["Smart Health"]).party
    stays, _ = desk.result.merge(sheet, live, [rows["CONTRA WAR"], rows["Smart Health"]], "Keluarga sehat")
    lines = {line.candidate.name: line for line in desk.quickwin.board().lines}
    assert not {"Smart Health", "CONTRA WAR"} & {*lines}
    assert (stays, lines["Keluarga sehat"].candidate.id) == (rows["Smart Health"], rows["Smart Health"])
    means = [cell.mean for cell in lines["Keluarga sehat"].cells.values()]
    assert [mean for mean in means if mean is not None] == [4], "its scores stay with it"
    desk.undo()
    assert {"Smart Health", "CONTRA WAR"} <= {line.candidate.name for line in desk.quickwin.board().lines}


def test_a_quick_win_that_another_candidate_joins_stays_one_and_two_judged_ones_stay_two(desk):
    rows = nominate(desk)
    sheet = desk.worksheet.find("L10").id
    for name in ("Smart Health", "MATIC"):
        desk.quickwin.decide(rows[name], Decided(quickwin_board.CHOSEN))
    home = desk.worksheet.find_row(rows["CONTRA WAR"]).party
    desk.result.merge(sheet, home, [rows["CONTRA WAR"], rows["Smart Health"]])
    assert [item.candidate.id for item in desk.quickwin_sheet.sheets().items].count(rows["Smart Health"]) == 1
    assert desk.quickwin_sheet.sheets().waiting == len(rows) - 3
    with pytest.raises(UserFault, match="merge-judged"):
        desk.result.merge(sheet, home, [rows["MATIC"], rows["Smart Health"]])
    desk.quickwin.withdraw(rows["MATIC"], withdrawn=True)
    stays, _ = desk.result.merge(sheet, home, [rows["MATIC"], rows["Smart Health"]], "Keluarga sehat")
    assert stays == rows["Smart Health"]
    desk.undo()
    double, _ = desk.result.merge(sheet, home, [rows["MATIC"], rows["E-AGRIPROP"]], "Bersama")
    decided = {line.candidate.id: line.candidate.decision for line in desk.quickwin.board().lines}
    assert decided[double] == "", "what was decided about a withdrawn candidate holds for that alone"
