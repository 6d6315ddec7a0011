"""The sample city's participants sit in groups, by the same rules that a facilitator uses."""

import pytest

from smartcity_desktop.domain.edit import Birth


@pytest.fixture
def city(desk):
    """The sample's agencies and people, two blocks of group work and one talk, and the division."""
    desk.sample.write_event()
    desk.sample.write_agencies()
    stage = desk.sample.division().stage
    store = desk.group._store
    kinds = ("kelompok", "presentasi", "materi")
    blocks = [
        Birth("session", store.ids.new(), {"stage": stage, "kind": kind, "title": kind}) for kind in kinds
    ]
    store.write(blocks, "acara")
    row, _ = desk.group.apply(desk.group.propose(desk.sample.division()))
    desk.group.propose_officers(row)
    desk.sample.write_groups(row)
    return desk, row


def test_six_groups_of_equal_size_have_tables_officers_and_mentors(city):
    desk, row = city
    board = desk.group.board(row)
    sizes = [len(card.members) for card in board.cards]

    assert desk.group.get(row).stage == desk.workshop.stages()[1].id
    assert [card.called for card in board.cards] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) + len(board.unseated) == len(desk.people.people())
    assert all(item.is_guest for item in board.unseated)
    assert all(card.has_chair and card.has_scribe and card.group.mentor for card in board.cards)
    assert [card.group.table_no for card in board.cards] == list("123456")
    assert board.warnings == ()


def test_mentors_are_the_experts_among_the_participants_by_their_full_names(city):
    desk, row = city
    experts = {item.name for item in desk.people.people() if item.body == "Tenaga Ahli"}
    mentors = [card.group.mentor for card in desk.group.board(row).cards]

    assert set(mentors) == experts
    assert all("," in name and len(name.split()) > 2 for name in mentors)


def test_outsiders_sit_in_every_group(city):
    desk, row = city

    for card in desk.group.board(row).cards:
        assert {element for element, _ in card.elements} >= {"pemerintah", "akademisi", "dunia_usaha"}


def test_group_work_and_presentations_of_the_stage_stand_in_it_and_talks_do_not(city):
    desk, row = city
    used = {item.title for item in desk.session.sessions() if item.grouping == row}

    assert used == {"kelompok", "presentasi"}


def test_the_division_of_the_sample_is_beyond_the_reach_of_undo(city):
    desk, _row = city

    assert desk.undo_label() is None
