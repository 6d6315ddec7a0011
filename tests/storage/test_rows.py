"""Typed rows become dataclasses: what is empty, what is hidden, in which order."""

from dataclasses import dataclass, field

import pytest

from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import rows


@dataclass(frozen=True, slots=True)
class Line:
    id: RowId
    name: str
    level: str
    support: bool
    source_row: int | None
    disputed: bool = False
    pagu: dict[str, int] = field(default_factory=dict)


@pytest.fixture
def lines(write, ids):
    made = [ids.new() for _ in range(3)]
    write(
        Birth("renstra_line", made[0], {"name": "b", "pos": "B", "pagu@2025": 1000, "pagu@2024": 0}),
        Birth("renstra_line", made[1], {"name": "a", "pos": "A", "level": "program", "source_row": 4}),
        Birth("renstra_line", made[2], {"name": "c", "pos": "C", "support": True}),
    )
    return made


def test_rows_come_in_their_order_with_every_type_as_annotated(workspace, lines):
    found = rows.fetch(workspace.db, Line, "renstra_line")
    assert found == [
        Line(lines[1], "a", "program", False, 4),
        Line(lines[0], "b", "", False, None),
        Line(lines[2], "c", "", True, None),
    ]


def test_rows_are_chosen_and_ordered_by_named_parameters(workspace, lines):
    found = rows.fetch(
        workspace.db, Line, "renstra_line", "name <> :name", {"name": "b' OR 1=1 --"}, "name DESC"
    )
    assert [item.name for item in found] == ["c", "b", "a"]
    assert rows.one(workspace.db, Line, "renstra_line", "id = :id", {"id": lines[0]}).name == "b"
    assert rows.one(workspace.db, Line, "renstra_line", "id = :id", {"id": "x"}) is None


def test_deleted_rows_are_hidden_and_disputed_ones_are_not(workspace, lines, write, twin):
    write(Gone("renstra_line", lines[0]))
    assert rows.count(workspace.db, "renstra_line") == 2
    twin.journal.write([Set("renstra_line", lines[0], "name", "masih perlu")], who="Budi", label="x")
    workspace.journal.merge(twin.journal.since({}), twin.journal.writers(), twin.journal.acts())
    assert [item.disputed for item in rows.fetch(workspace.db, Line, "renstra_line")] == [False, True, False]


def test_parts_come_by_row_and_part_as_numbers_where_the_field_is_one(workspace, lines, write):
    write(Set("renstra_line", lines[2], "x:catatan", "12"))
    assert rows.parts(workspace.db, "renstra_line", "pagu", lines) == {lines[0]: {"2024": 0, "2025": 1000}}
    assert rows.parts(workspace.db, "renstra_line", "pagu", []) == {}
    assert rows.parts(workspace.db, "renstra_line", "x:catatan", lines) == {lines[2]: {"": "12"}}
    assert rows.numbers(workspace.db, "x:catatan", lines) == {lines[2]: {"": 12}}


@pytest.mark.usefixtures("lines")
def test_the_last_order_key_is_that_of_the_last_visible_row(workspace):
    assert rows.last_position(workspace.db, "renstra_line") == "C"
    assert rows.last_position(workspace.db, "note") == ""


def test_rows_that_stand_under_others_come_whole_and_in_order(workspace, lines):
    def pagu(yearly):
        return {year: amount for year, amount in yearly.items() if amount}

    found = rows.whole(workspace.db, Line, "renstra_line", ("id", lines[:2]), pagu=pagu)
    assert found == [
        Line(lines[1], "a", "program", False, 4),
        Line(lines[0], "b", "", False, None, pagu={"2025": 1000}),
    ]
    assert rows.whole(workspace.db, Line, "renstra_line", ("id", ()), pagu=pagu) == []
