"""Groups used in sessions fill the empty heads of the sheets, and nothing that was typed."""

import pytest

from smartcity_desktop.domain.edit import Gone
from tests.services.groups import divide, fill_hall, work


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def hall(desk, stage):
    """Six agencies with four people each, three outsiders, one speaker; returns the stage."""
    fill_hall(desk)
    return stage


def test_empty_heads_of_dimension_sheets_take_the_values_of_the_groups(desk, hall):
    row = divide(desk, hall)
    desk.group.propose_officers(row)
    env = desk.group.board(row).cards[-1]
    desk.group.update_group(env.group.id, "mentor", "Tenaga Ahli 2")
    worksheet = desk.worksheet.find("L1").id
    desk.worksheet.set_head(worksheet, env.group.dimension, "chair", "Sudah diketik")
    assert not desk.group.board(row).offer
    work(desk, hall, row, "L1")
    officered = [
        card for card in desk.group.board(row).cards if card.chair or card.scribe or card.group.mentor
    ]
    assert desk.group.board(row).offer.sheets == len(officered)
    desk.group.fill_heads(row)
    sheet = desk.worksheet.sheet(worksheet, env.group.dimension)

    assert (sheet.chair, sheet.scribe, sheet.mentor) == ("Sudah diketik", env.scribe, "Tenaga Ahli 2")
    assert not desk.group.board(row).offer
    assert not desk.group.fill_heads(row)
    desk.undo()
    assert desk.worksheet.sheet(worksheet, env.group.dimension).scribe == ""


def test_sheets_of_agencies_at_one_table_share_its_note_taker_and_its_number(desk, hall):
    first = desk.opd.opds()[0]
    desk.opd.update(first.id, "table_no", "9")
    row = divide(desk, hall, "opd", tables=2)
    desk.group.propose_officers(row)
    work(desk, hall, row, "L5")
    offer = desk.group.board(row).offer
    assert (offer.sheets, offer.tables) == (6, 5)
    desk.group.fill_heads(row)
    worksheet = desk.worksheet.find("L5").id

    for card in desk.group.board(row).cards:
        for agency in card.opds:
            assert desk.worksheet.sheet(worksheet, agency.id).scribe == card.scribe
            assert agency.table_no == ("9" if agency.id == first.id else card.group.table_no)


def test_sheets_of_agencies_follow_the_group_where_most_of_their_people_sit(desk, hall):
    row = divide(desk, hall, "bebas", tables=3, together=True)
    desk.group.propose_officers(row)
    work(desk, hall, row, "L5")
    desk.group.fill_heads(row)
    board = desk.group.board(row)
    agency = desk.opd.opds()[0]
    card = next(card for card in board.cards if any(item.person.opd == agency.id for item in card.members))

    assert desk.worksheet.sheet(desk.worksheet.find("L5").id, agency.id).chair == card.chair


def test_sheets_that_do_not_stand_yet_are_born_with_numbers_of_their_own(desk, hall):
    row = divide(desk, hall, "opd", tables=2)
    desk.group.propose_officers(row)
    worksheet = desk.worksheet.find("L5").id
    rows = [item.id for item in desk.opd.opds()]
    store = desk.group._store
    store.write([Gone("sheet", store.key("sheet", worksheet, item)) for item in rows[:2]], "hapus")
    work(desk, hall, row, "L5")
    desk.group.fill_heads(row)
    numbers = [desk.worksheet.sheet(worksheet, item).number for item in rows]

    assert len(set(numbers)) == len(rows)


def test_sessions_work_in_the_division_that_was_chosen_and_in_no_other(desk, hall):
    one, other = divide(desk, hall), divide(desk, hall, "opd", tables=2)
    first = work(desk, hall, one, "L5", "Pagi")
    second = work(desk, hall, other, "L5", "Siang")
    assert desk.group.board(one).used == {first}
    desk.group.use_in(one, [second])

    assert desk.group.board(one).used == {second}
    assert desk.group.board(other).used == frozenset()
    assert desk.session.get(first).grouping == ""
    assert not desk.group.use_in(one, [second])
