"""What a division is called: by its own title, else by what it divides into, in the words of the event."""

import pytest

from smartcity_desktop.domain.divide import BY_OPD, COMPONENT, DIMENSION, FREE, Rules
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.entity import GROUPINGS
from smartcity_desktop.domain.group import TITLES
from smartcity_desktop.domain.group_plan import Ask
from tests.services.groups import divide, fill_hall


@pytest.fixture
def stage(desk):
    fill_hall(desk)
    return desk.workshop.stages()[1].id


def title(desk, row):
    return desk.group.get(row).title


def test_every_kind_of_division_has_a_name():
    assert set(TITLES) == {DIMENSION, COMPONENT, BY_OPD, FREE} == set(GROUPINGS)


def test_a_division_that_nobody_named_follows_the_word_of_the_event(desk, stage):
    row = divide(desk, stage)
    assert title(desk, row) == "Kelompok dimensi"
    desk.workshop.update("word_dimension", "Pilar")
    assert title(desk, row) == "Kelompok pilar"
    desk.workshop.update("word_dimension", "Bidang strategis")
    assert title(desk, row) == "Kelompok bidang strategis"
    assert desk.agenda.plan(stage).groupings == ((row, "Kelompok bidang strategis"),)


def test_a_name_of_its_own_stays_whatever_the_event_says(desk, stage):
    row, _ = desk.group.apply(desk.group.propose(Ask(stage, Rules(DIMENSION, 1), title=" Pokja  dimensi ")))
    desk.workshop.update("word_dimension", "Pilar")
    assert title(desk, row) == "Pokja dimensi"


def test_the_proposed_name_typed_or_taken_is_no_name_of_its_own(desk, stage):
    desk.workshop.update("word_dimension", "Pilar")
    row, _ = desk.group.apply(desk.group.propose(Ask(stage, Rules(DIMENSION, 1), title="Kelompok pilar")))
    desk.workshop.update("word_dimension", "Bidang")
    assert title(desk, row) == "Kelompok bidang"
    desk.group.rename(row, "Pokja")
    assert title(desk, row) == "Pokja"
    desk.group.rename(row, "Kelompok bidang")
    desk.workshop.update("word_dimension", "Klaster")
    assert title(desk, row) == "Kelompok klaster"


def test_a_division_of_an_older_file_that_holds_the_usual_name_follows_too(desk, stage):
    row = desk._store.ids.new()
    values = {"stage": stage, "title": "Kelompok dimensi", "kind": DIMENSION, "pos": "a"}
    desk._store.write([Birth("grouping", row, values)], "isi")
    desk.workshop.update("word_dimension", "Pilar")
    assert title(desk, row) == "Kelompok pilar"
    desk._store.write([Set("grouping", row, "title", "Kelompok satu")], "isi")
    assert title(desk, row) == "Kelompok satu"


def test_a_copy_follows_like_its_source_and_an_empty_one_has_a_name(desk, stage):
    row = divide(desk, stage)
    copy, _ = desk.group.copy(row, desk.workshop.stages()[2].id)
    empty, _ = desk.group.add(stage, "Kelompok", FREE)
    desk.workshop.update("word_dimension", "Pilar")
    assert title(desk, copy) == "Kelompok pilar"
    assert title(desk, empty) == "Kelompok"
