"""What is gathered for the papers of the groups."""

import pytest

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.print_job import GROUP_LISTS, GROUP_SHEETS, PrintAsk
from smartcity_desktop.services.report import page_count, render
from tests.services.groups import divide, fill_hall, work


def picture(desk, kind, **ask):
    return desk.report.asked(kind, PrintAsk(**ask)).picture


@pytest.fixture
def stage(desk):
    fill_hall(desk)
    return desk.workshop.stages()[1].id


def test_the_last_division_of_the_stage_is_printed(desk, stage):
    divide(desk, stage, "komponen")
    divide(desk, stage, "opd", tables=3)
    found = picture(desk, GROUP_LISTS)
    assert [item.table for item in found.groups] == ["1", "2", "3"]
    assert sum(len(item.members) for item in found.groups) == 27
    assert len(found.where) == 9
    assert found.unseated == ()


def test_one_group_alone_can_be_asked_for(desk, stage):
    row = divide(desk, stage, "opd", tables=3)
    second = desk.group.board(row).cards[1].group
    found = picture(desk, GROUP_LISTS, grouping=row, group=second.id)
    assert ([item.table for item in found.groups], found.where) == (["2"], ())


def test_guests_are_not_missed_at_the_tables(desk, stage):
    row = divide(desk, stage, "opd", tables=3)
    person = next(item for item in desk.people.people() if item.name == "Dosen")
    desk.group.move(row, [person.id], NO_ROW)
    assert [item.name for item in picture(desk, GROUP_LISTS).unseated] == ["Dosen"]


def test_a_pile_holds_the_numbered_sheets_of_the_agencies_at_the_table(desk, stage):
    row = divide(desk, stage, "opd", tables=3)
    work(desk, stage, row, "L5")
    piles = picture(desk, GROUP_SHEETS).piles
    numbers = [item.number for pile in piles for item in pile.sheets]
    assert sorted(numbers) == [f"L5-{place:02d}" for place in range(1, 7)]
    for pile in piles:
        assert {item.table for item in pile.sheets} == {pile.group.table}
        assert {item.members for item in pile.sheets} == {len(pile.group.members)}


def test_a_pile_of_a_dimension_holds_its_own_sheet(desk, stage):
    row = divide(desk, stage)
    work(desk, stage, row, "L1")
    piles = picture(desk, GROUP_SHEETS).piles
    assert [[item.number for item in pile.sheets] for pile in piles] == [
        [f"L1-{place:02d}"] for place in range(1, 7)
    ]


def test_another_worksheet_can_be_asked_for(desk, stage):
    row = divide(desk, stage)
    work(desk, stage, row, "L1")
    sheet = desk.worksheet.find("L5").id
    found = picture(desk, GROUP_SHEETS, worksheet=sheet)
    assert {item.code for pile in found.piles for item in pile.sheets} == {"L5"}


@pytest.mark.parametrize("kind", [GROUP_LISTS, GROUP_SHEETS])
@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_without_any_division_there_is_a_page_to_write_on(desk, kind, paper):
    assert page_count(render(desk.report.asked(kind, PrintAsk(paper=paper)))) >= 1
