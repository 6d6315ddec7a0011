"""Writing asks the database for little: statements are counted, so that no machine is too slow to pass."""

import pytest

from smartcity_desktop.domain.edit import Birth, Set


@pytest.fixture
def lines(ids):
    return [ids.new() for _ in range(5000)]


@pytest.fixture
def counted(workspace, write):
    """Return what writes edits and tells how many statements that came to."""

    def count(*edits, **said):
        found = 0

        def seen(_statement):
            nonlocal found
            found += 1

        workspace.db.conn.set_trace_callback(seen)
        try:
            write(*edits, **said)
        finally:
            workspace.db.conn.set_trace_callback(None)
        return found

    return count


def test_a_whole_plan_a_pasted_sheet_and_a_single_field_ask_for_little(counted, lines):
    births = [
        Birth("renstra_line", row, {"name": f"Program {place}", "code": f"1.{place}", "pagu@2025": place})
        for place, row in enumerate(lines)
    ]
    assert counted(*births) < 20 * len(births)
    pasted = [
        Set("renstra_line", row, name, "isi")
        for row in lines[:2000]
        for name in ("unit", "location", "level", "source_sheet", "x:a")
    ]
    assert counted(*pasted) < 16 * len(pasted)
    single = [counted(Set("renstra_line", row, "unit", "lain"), typing=True) for row in lines[:200]]
    assert max(single) < 20, "one field asks for the same however much stands in the file"
