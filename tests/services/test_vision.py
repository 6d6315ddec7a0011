"""Vision and missions in a real file: proposals with their votes, versions that stay, what came from what."""

import pytest

from smartcity_desktop.domain import vision as rule
from smartcity_desktop.domain.dimension_use import Place
from smartcity_desktop.domain.vision import MISSION, VISION
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.services.vote import VoteAsk

PROPOSED = "Kota yang mudah dijangkau dan jujur datanya"


@pytest.fixture
def plan(desk):
    desk.document.paste(MISSION, "Memperkuat layanan\nMembersihkan kota")
    return [item.id for item in desk.document.points(MISSION)]


def write(desk, code, cells, place=0):
    """Add a row on the sheet of a dimension; return it."""
    worksheet = desk.worksheet.find(code).id
    party = desk.worksheet.places(worksheet)[place].party
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(worksheet, party, [(row, key, value) for key, value in cells.items()])
    return row


@pytest.fixture
def vision(desk):
    return write(desk, "L4V", {"kind": VISION, "text": PROPOSED, "reason": "Dua kata terbanyak"})


def said(desk):
    return [item.text for item in desk.vision.board().missions]


def test_a_new_workshop_has_nothing_but_knows_the_worksheets(desk):
    board = desk.vision.board()
    assert board.is_empty
    assert board.ideas == desk.worksheet.find("L4").id
    assert board.statements == desk.worksheet.find("L4V").id


def test_the_vision_is_written_as_it_is_typed_and_undone_step_by_step(desk):
    row = desk.vision.board().vision.id
    assert desk.vision.write(row, "Kota maju")
    desk.undo()
    assert desk.vision.board().vision.text == ""
    desk.redo()
    assert desk.vision.board().vision.text == "Kota maju"
    assert not desk.vision.write(row, "Kota maju")


def test_adopting_makes_a_version_and_keeps_the_one_before(desk, ticking):
    row = desk.vision.board().vision.id
    desk.vision.write(row, "Kota maju")
    desk.vision.adopt(VISION, " Pleno  kelompok ")
    ticking.forward(days=60)
    desk.vision.write(row, "Kota maju dan jujur")
    desk.vision.adopt(VISION)
    first, second = desk.vision.board().visions
    assert (first.number, first.said, first.by) == (1, "Kota maju", "Pleno kelompok")
    assert (second.number, second.said) == (2, "Kota maju dan jujur")
    assert first.at.startswith("2026-08-04T09:22")
    assert second.at.startswith("2026-10-03")
    assert first.who
    assert desk.vision.board().standing(VISION) == second
    desk.undo()
    assert desk.vision.board().standing(VISION) == first
    assert desk.vision.board().vision.text == "Kota maju dan jujur", "what is worked on stays"


def test_nothing_and_the_same_again_are_no_version(desk):
    assert not desk.vision.adopt(VISION)
    assert not desk.vision.adopt(MISSION)
    desk.vision.add("  ")
    assert not desk.vision.adopt(MISSION)
    desk.vision.write(desk.vision.board().vision.id, "Kota maju")
    assert desk.vision.adopt(VISION)
    assert not desk.vision.adopt(VISION)
    assert len(desk.vision.board().visions) == 1


def test_missions_are_adopted_together_in_their_order_with_their_ties(desk, plan):
    gov = desk.worksheet.places(desk.worksheet.find("L4V").id)[0].party
    rows = [desk.vision.add(text)[0] for text in ("Satu", "Dua", "Tiga")]
    desk.vision.tie(rows[2], "point", plan)
    desk.vision.tie(rows[2], "dimension", [gov])
    desk.vision.move(rows[2], -1)
    desk.vision.adopt(MISSION)
    desk.vision.tie(rows[2], "point", plan[:1])
    desk.vision.retire(rows[0], retired=True)
    desk.vision.adopt(MISSION)
    first, second = desk.vision.board().mission_sets
    assert [item.text for item in first.texts] == ["Satu", "Tiga", "Dua"]
    assert [item.text for item in second.texts] == ["Tiga", "Dua"]
    assert (set(first.texts[1].points), first.texts[1].dimensions) == (set(plan), (gov,))
    assert second.texts[0].points == (plan[0],)
    assert [item.text for item in desk.vision.board().dropped] == ["Satu"]


def test_moving_stops_at_the_ends_and_is_undone_as_one_act(desk):
    rows = [desk.vision.add(text)[0] for text in ("Satu", "Dua")]
    assert not desk.vision.move(rows[0], -1)
    assert not desk.vision.move(rows[1], 1)
    assert desk.vision.move(rows[0], 1)
    assert said(desk) == ["Dua", "Satu"]
    desk.undo()
    assert said(desk) == ["Satu", "Dua"]


def test_an_adopted_text_cannot_be_written_over(desk):
    desk.vision.add("Satu")
    desk.vision.adopt(MISSION)
    row = desk.vision.board().mission_sets[0].texts[0].id
    assert not desk.vision.write(row, "Lain")
    assert not desk.vision.retire(row, retired=True)
    assert not desk.vision.tie(row, "point", ["x"])
    assert desk.vision.board().mission_sets[0].texts[0].text == "Satu"


def test_a_proposal_becomes_the_vision_with_its_vote_and_tells_where_it_is_from(desk, vision):
    worksheet = desk.worksheet.find("L4V").id
    vote, _ = desk.vote.add(VoteAsk("Visi", worksheet=worksheet, lines=tuple(desk.vote.lines_of(worksheet))))
    desk.vote.enter_hands(vote, desk.vote.items(vote)[0].id, 31)
    assert desk.vision.board().proposals[0].vote_points is None, "covered until it is revealed"
    assert desk.vision.board().hidden == 1
    desk.vote.reveal(vote)
    (found,) = desk.vision.board().proposals
    assert (found.vote_words, found.party, found.used) == ("31 poin (1)", "GOV", ())
    desk.vision.take(vision, VISION)
    board = desk.vision.board()
    assert board.vision.text == PROPOSED
    assert set(board.vision.origin) == {vision, vote}
    assert board.proposals[0].used == (VISION,)
    desk.vision.adopt(VISION)
    row = desk.vision.board().visions[0].texts[0].id
    trail = desk.vision.trail(row)
    assert trail.where == "Visi · versi 1, ditetapkan 4 Agustus 2026"
    assert {(step.kind, step.text) for step in trail.back} == {
        ("Usulan visi–misi", PROPOSED),
        ("Pemungutan suara", "Visi"),
        ("Visi–misi", PROPOSED),
    }
    onward = desk.result.trail(vision).forward
    assert {step.where for step in onward} == {
        "Visi · Rancangan, belum ditetapkan",
        "Visi · versi 1, ditetapkan 4 Agustus 2026",
    }


def test_what_was_changed_in_a_proposal_after_it_was_taken_is_told(desk, vision):
    desk.vision.take(vision, VISION)
    worksheet = desk.worksheet.find("L4V").id
    party = desk.worksheet.places(worksheet)[0].party
    desk.worksheet.set_cells(worksheet, party, [(vision, "text", "Kota lain")])
    (step,) = desk.vision.trail(desk.vision.board().vision.id).back
    assert [(item.before, item.after) for item in step.changes] == [(PROPOSED, "Kota lain")]


def test_another_proposal_takes_the_place_of_the_first_one_and_undo_brings_it_back(desk, vision):
    other = write(desk, "L4V", {"kind": VISION, "text": "Kota lain"}, 1)
    desk.vision.take(vision, VISION)
    desk.vision.take(other, VISION)
    board = desk.vision.board()
    assert (board.vision.text, board.vision.origin) == ("Kota lain", (other,))
    desk.undo()
    board = desk.vision.board()
    assert (board.vision.text, board.vision.origin) == (PROPOSED, (vision,))


def test_a_vision_that_is_emptied_came_from_nowhere(desk, vision):
    desk.vision.take(vision, VISION)
    desk.vision.write(desk.vision.board().vision.id, "")
    assert desk.vision.board().vision.origin == ()


def test_a_proposed_mission_brings_its_ties_and_is_taken_once(desk, plan):
    gov = desk.worksheet.places(desk.worksheet.find("L4V").id)[0].party
    cells = {"kind": MISSION, "text": "Mendekatkan layanan", "point": plan[0], "dimension": gov}
    row = write(desk, "L4V", cells)
    assert desk.vision.take(row, MISSION)
    assert not desk.vision.take(row, MISSION)
    (found,) = desk.vision.board().missions
    assert (found.points, found.dimensions, found.origin) == ((plan[0],), (gov,), (row,))
    with pytest.raises(UserFault, match="row-gone"):
        desk.vision.take(plan[0], MISSION)


def test_proposals_that_were_merged_stand_once_with_their_count(desk):
    rows = [write(desk, "L4V", {"kind": MISSION, "text": f"Membersihkan sungai {at}"}, at) for at in (0, 1)]
    home = desk.worksheet.places(desk.worksheet.find("L4V").id)[0].party
    desk.result.merge(desk.worksheet.find("L4V").id, home, rows, "Membersihkan sungai")
    (found,) = desk.vision.board().proposals
    assert (found.text, found.merged) == ("Membersihkan sungai", 2)


def test_a_chosen_keyword_is_chosen_on_every_sheet_that_says_it(desk):
    rows = [write(desk, "L4", {"text": "Jujur", "kind": "isu"}, at) for at in (0, 1)]
    write(desk, "L4", {"text": "bersih"}, 2)
    desk.vision.choose(rows, chosen=True)
    first, second = desk.vision.board().keywords
    assert (first.text, first.count, first.kinds, first.chosen) == ("Jujur", 2, ("Isu daerah",), True)
    assert not second.chosen
    desk.undo()
    assert not desk.vision.board().keywords[0].chosen


def test_an_earlier_version_is_worked_on_again_and_nothing_is_lost_by_it(desk, plan):
    row = desk.vision.board().vision.id
    desk.vision.write(row, "Kota maju")
    kept, gone = (desk.vision.add(text)[0] for text in ("Satu", "Dua"))
    desk.vision.tie(kept, "point", plan[:1])
    desk.vision.adopt(VISION)
    desk.vision.adopt(MISSION)
    desk.vision.write(row, "Kota lain")
    desk.vision.write(kept, "Satu diubah")
    desk.vision.tie(kept, "point", plan[1:])
    desk.vision.retire(gone, retired=True)
    desk.vision.add("Tiga")
    desk.vision.adopt(MISSION)
    board = desk.vision.board()
    desk.vision.bring_back(board.visions[0].id)
    desk.vision.bring_back(board.mission_sets[0].id)
    found = desk.vision.board()
    assert found.vision.text == "Kota maju"
    assert [item.text for item in found.missions] == ["Satu", "Dua"]
    assert found.missions[0].points == (plan[0],)
    assert [item.text for item in found.dropped] == ["Tiga"]
    assert not desk.vision.bring_back(board.visions[0].id)
    assert len(found.mission_sets) == 2
    desk.vision.adopt(MISSION)
    assert [item.number for item in desk.vision.board().mission_sets] == [1, 2, 3]
    with pytest.raises(UserFault, match="row-gone"):
        desk.vision.bring_back(row)


def test_the_running_session_is_told_of_a_version(desk):
    desk.session.start(NewSession(desk.workshop.stages()[0].id, "Pleno visi"))
    desk.vision.write(desk.vision.board().vision.id, "Kota maju")
    desk.vision.adopt(VISION)
    found = desk.vision.board().standing(VISION)
    assert found.where == "Tahap I · Pleno visi"
    assert found.told.startswith("Selasa, 4 Agustus 2026 09.22 · ")


def test_a_mission_is_found_by_its_words(desk):
    desk.vision.add("Mendekatkan pelayanan")
    assert [item.ent for item in desk.search.find("mendekatkan")] == ["adopted_text"]


def test_missions_move_with_their_dimension_when_it_is_given_up(desk):
    home, other = (place.party for place in desk.worksheet.places(desk.worksheet.find("L4V").id)[:2])
    row, _ = desk.vision.add("Satu")
    desk.vision.tie(row, "dimension", [home])
    desk.vision.adopt(MISSION)
    desk.dimension.move_answers(home, {home: Place(other)})
    (found,) = desk.vision.board().missions
    assert found.dimensions == (other,)
    assert not rule.is_changed(desk.vision.board(), MISSION), "the version says it by the name of now"
