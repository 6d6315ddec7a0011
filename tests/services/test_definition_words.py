"""Susunan under other words of the event: what nobody changes is stored as it was, what is typed as typed."""

import pytest

from smartcity_desktop.domain.grid import show
from smartcity_desktop.domain.worksheet import choice_lines
from smartcity_desktop.storage import worksheet as query


@pytest.fixture
def l1(desk):
    desk.workshop.update("word_opd", "SKPD")
    desk.workshop.update("word_dimension", "Pilar")
    return desk.worksheet.find("L1").id


def stored(desk, worksheet):
    return {item.key: item for item in query.columns(desk._store.db, worksheet)}


def test_what_is_given_back_as_it_is_shown_changes_nothing(desk, l1):
    shown = desk.definition.read(l1)
    before = (query.worksheet_of(desk._store, l1), stored(desk, l1))
    assert "OPD" in before[0].instruction
    assert "OPD" not in shown.worksheet.instruction
    for name in ("title", "instruction", "guide", "example"):
        assert not desk.definition.set_field(l1, name, getattr(shown.worksheet, name))
    for item in shown.columns:
        desk.definition.set_column(item.id, "label", item.label)
        desk.definition.set_column(item.id, "help", item.help)
        if item.kind == "choice":
            desk.definition.set_choices(l1, item.id, choice_lines(item.choices))
    assert (query.worksheet_of(desk._store, l1), stored(desk, l1)) == before


def test_what_is_typed_is_stored_as_typed_and_the_other_lines_follow_the_event(desk, l1):
    lines = desk.definition.read(l1).worksheet.guide.splitlines()
    desk.definition.set_field(l1, "guide", "\n".join([*lines, "SKPD mana yang sudah bekerja?"]))
    column = stored(desk, l1)["opd"]
    desk.definition.set_column(column.id, "label", "SKPD pelaksana")
    desk.workshop.update("word_opd", "Perangkat Daerah")
    found = desk.definition.read(l1)
    assert found.worksheet.guide.splitlines()[-1] == "SKPD mana yang sudah bekerja?"
    assert "Perangkat Daerah" in found.worksheet.instruction
    assert found.column(column.id).label == "SKPD pelaksana"


def test_items_and_copies_follow_the_event_as_well(desk, l1):
    l2 = desk.worksheet.find("L2").id
    item = next(one for one in desk.definition.read(l2).items if "SKPD" in one.text)
    assert not desk.definition.set_held("sheet_item", item.id, "text", item.text)
    assert not desk.definition.add_held(l2, "sheet_item", [item.text])
    desk.definition.set_field(l1, "title", "Isu SKPD")
    desk.workshop.update("word_opd", "OPD")
    assert "OPD" in next(one.text for one in desk.definition.read(l2).items if one.id == item.id)
    assert desk.definition.read(l1).worksheet.title == "Isu SKPD"


def test_the_example_is_found_under_heads_in_the_words_of_the_event(desk, l1):
    grid = desk.definition.preview(l1)
    head = next(item for item in grid.columns if item.key == "subdimension")
    assert head.label == "Subpilar"
    assert show(head, grid.rows[0].values["subdimension"]) == "GOV-1 Layanan publik"
