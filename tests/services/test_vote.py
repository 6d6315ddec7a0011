"""Votes on a real file: made from rows of a worksheet, entered in three ways, revealed, repeated."""

import pytest

from smartcity_desktop.domain import vote as rule
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.print_job import BALLOTS as PRINTED_BALLOTS
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.domain.vote import BALLOTS
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.vote import VoteAsk


@pytest.fixture
def words(desk):
    """Three keywords on the sheet of the first dimension."""
    sheet = desk.worksheet.find("L4").id
    party = desk.worksheet.places(sheet)[0].party
    rows = desk.worksheet.new_rows(3)
    for row, said in zip(rows, ("terhubung", "bersih", "jujur"), strict=True):
        desk.worksheet.set_cells(sheet, party, [(row, "text", said)])
    return sheet


@pytest.fixture
def vote(desk, words):
    lines = tuple(desk.vote.lines_of(words))
    row, _ = desk.vote.add(
        VoteAsk("Kata kunci visi", points=3, most=2, voters=40, worksheet=words, lines=lines)
    )
    return row


def points(desk, row, held=None):
    return {item.item.text: item.points for item in desk.vote.result(row, held).tallies}


def test_the_rows_of_a_worksheet_become_the_lines_of_a_vote(desk, vote):
    assert [item.text for item in desk.vote.items(vote)] == ["terhubung", "bersih", "jujur"]
    assert desk.vote.vote(vote).state == rule.READY


def test_hands_of_a_line_are_on_the_disk_one_by_one_and_can_be_mended(desk, vote):
    first, second, _ = (item.id for item in desk.vote.items(vote))
    desk.vote.enter_hands(vote, first, 21)
    desk.vote.enter_hands(vote, second, 12)
    desk.vote.enter_hands(vote, first, 20)
    assert points(desk, vote) == {"terhubung": 20, "bersih": 12, "jujur": 0}
    assert desk.vote.vote(vote).state == rule.RUNNING
    desk.undo()
    assert points(desk, vote)["terhubung"] == 21
    desk.vote.enter_hands(vote, first, None)
    assert points(desk, vote)["terhubung"] == 0


def test_ballots_one_by_one_correct_themselves_and_can_be_taken_back(desk, vote):
    first, second, third = (item.id for item in desk.vote.items(vote))
    desk.vote.enter_voter(vote, "S-001", {first: 2, second: 1})
    desk.vote.enter_voter(vote, "S-001", {third: 2})
    desk.vote.enter_voter(vote, "S-002", {third: 1})
    assert points(desk, vote) == {"terhubung": 0, "bersih": 0, "jujur": 3}
    assert desk.vote.given(vote, "S-001") == {first: 0, second: 0, third: 2}
    desk.vote.forget_voter(vote, "S-001")
    assert (points(desk, vote)["jujur"], desk.vote.result(vote).ballots) == (1, 1)
    desk.vote.enter_voter(vote, "S-001", {first: 1})
    assert desk.vote.result(vote).ballots == 2
    told = [item.label for item in desk._store.workspace.journal.acts()]
    assert not [label for label in told if "S-00" in label], "a sign may be the name of a person"


def test_a_new_round_keeps_the_earlier_one_and_says_so_in_its_log(desk, vote):
    first = desk.vote.items(vote)[0].id
    desk.vote.enter_counted(vote, first, 2, 9)
    desk.vote.close(vote)
    with pytest.raises(UserFault, match="vote-closed"):
        desk.vote.enter_hands(vote, first, 1)
    desk.vote.again(vote, "dua meja belum memilih")
    assert points(desk, vote)["terhubung"] == 0
    assert points(desk, vote, 1)["terhubung"] == 18
    assert [item.round for item in desk.vote.rounds(vote)] == [1, 2]
    note = desk.vote.vote(vote).note
    assert note.startswith("Putaran 2 dimulai 4 Agustus 2026 09.22 oleh ")
    assert note.endswith(": dua meja belum memilih")


def test_a_result_is_hidden_until_it_is_revealed_and_can_be_hidden_again(desk, vote):
    assert not desk.vote.vote(vote).is_revealed
    desk.vote.reveal(vote)
    assert desk.vote.vote(vote).is_revealed
    desk.vote.hide(vote)
    assert not desk.vote.vote(vote).is_revealed


def test_a_closed_vote_stays_as_it_was_counted(desk, vote):
    first = desk.vote.items(vote)[0].id
    desk.vote.enter_voter(vote, "S-001", {first: 2})
    assert not desk.vote.hide(vote), "what is not on the walls is still being counted"
    assert desk.vote.vote(vote).state == rule.RUNNING
    desk.vote.reveal(vote)
    with pytest.raises(UserFault, match="vote-closed"):
        desk.vote.forget_voter(vote, "S-001")
    assert not desk.vote.close(vote)
    assert (points(desk, vote)["terhubung"], desk.vote.vote(vote).is_revealed) == (2, True)


def test_a_closed_vote_keeps_the_rule_it_was_counted_by_and_takes_another_title(desk, vote):
    desk.vote.close(vote)
    for field, value in (("way", BALLOTS), ("points", 1), ("most", 1), ("voters", 12)):
        with pytest.raises(UserFault, match="vote-rule-closed"):
            desk.vote.set_knob(vote, field, value)
    desk.vote.reveal(vote)
    with pytest.raises(UserFault, match="vote-rule-closed"):
        desk.vote.set_knob(vote, "points", None)
    desk.vote.set_knob(vote, "title", "Kata kunci 2029")
    desk.vote.set_knob(vote, "question", "Mana yang dipakai?")
    found = desk.vote.vote(vote)
    assert (found.title, found.question, found.points) == ("Kata kunci 2029", "Mana yang dipakai?", 3)
    desk.vote.reopen(vote)
    desk.vote.set_knob(vote, "points", 1)
    assert desk.vote.vote(vote).points == 1


def test_a_vote_without_a_sign_of_the_voter_is_refused(desk, vote):
    with pytest.raises(UserFault, match="vote-no-voter"):
        desk.vote.enter_voter(vote, "  ", {})
    assert desk.vote.result(vote).ballots == 0


def test_lines_come_and_go_and_what_was_given_stays(desk, vote, words):
    first = desk.vote.items(vote)[0]
    desk.vote.enter_hands(vote, first.id, 5)
    desk.vote.take_off(first.id)
    assert points(desk, vote)["terhubung"] == 5
    desk.vote.add_lines(vote, [*desk.vote.lines_of(words), (NO_ROW, "berdaya")])
    assert [item.text for item in desk.vote.items(vote) if not item.retired] == [
        *("terhubung", "bersih", "jujur", "berdaya"),
    ]


def test_a_vote_is_removed_whole_and_comes_back_by_undo(desk, vote):
    desk.vote.enter_hands(vote, desk.vote.items(vote)[0].id, 5)
    desk.vote.remove(vote)
    assert desk.vote.votes() == []
    desk.undo()
    assert points(desk, vote)["terhubung"] == 5


def test_ballots_that_are_tallied_are_matched_with_those_that_were_issued(desk, vote):
    desk.vote.set_knob(vote, "way", BALLOTS)
    ask = PrintAsk(opd=vote, choice="40")
    desk.print_log.tell(desk.report.asked(PRINTED_BALLOTS, ask), ask, Sent("printer", 1))
    (batch,) = desk.vote.papers(vote)
    desk.vote.enter_counted(vote, desk.vote.items(vote)[0].id, 1, 30)
    assert desk.vote.sums(vote)[0].left == 40, "a tally alone does not tell how many ballots it took"
    desk.vote.set_heap(batch.id, "counted", 36)
    assert desk.vote.sums(vote)[0].words.endswith("hilang 0 + belum ada kabar 4.")
    for field, count in (("blank", 1), ("spoiled", 2), ("missing", 1)):
        desk.vote.set_heap(batch.id, field, count)
    told = "Keluar 40 = diketik 36 + kosong 1 + rusak 2 + hilang 1. Cocok."
    assert desk.vote.sums(vote)[0].words == told
    desk.undo()
    assert desk.vote.sums(vote)[0].left > 0
    desk.vote.set_heap(batch.id, "counted", None)
    assert desk.vote.sums(vote)[0].counted == 0
