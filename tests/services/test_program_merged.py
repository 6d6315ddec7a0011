"""What was written about a program before it went into another one is not put out of sight."""

import pytest

from tests.services.test_result import dimension


@pytest.fixture
def two(desk):
    """Two programs of one dimension that mean the same."""
    home = dimension(desk, "GOV")
    return [desk.initiative.add(name, home)[0] for name in ("Satu data", "Satu data desa")]


def merged(desk, rows):
    return desk.result.merge(desk.worksheet.find("L7").id, dimension(desk, "GOV"), rows, "Satu data")[0]


def test_further_indicators_go_along(desk, two):
    for row, name in zip(two, ("Desa terhubung", "Data dipakai"), strict=True):
        more, _ = desk.initiative.add_indicator(row)
        desk.initiative.set_indicator(more, "name", name)
    row = merged(desk, two)
    (item,) = desk.initiative.board().items
    assert item.id == row
    assert [more.name for more in item.further] == ["Desa terhubung", "Data dipakai"]
    desk.initiative.set_indicator(item.further[0].id, "final", "40")
    assert desk.initiative.card(row).item.further[0].final == "40"
    desk.undo()
    desk.undo()
    assert [len(item.further) for item in desk.initiative.board().items] == [1, 1]


def test_a_program_that_was_followed_goes_on_by_itself(desk, two):
    desk.monitor.write(two[0], 2026, "evidence", "Laporan triwulan")
    desk.monitor.write(two[1], 2026, "note", "")
    row = merged(desk, two)
    lines = {line.subject.id: line.evidence for line in desk.monitor.board(2026).lines}
    assert lines == {two[0]: "Laporan triwulan", row: ""}
    assert {item.id for item in desk.initiative.board().items} == {two[0], row}
