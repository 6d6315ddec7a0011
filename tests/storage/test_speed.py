"""Writing stays far from what a person would feel; generous bounds, so that only a real change fails."""

import statistics
import time

import pytest

from smartcity_desktop.domain.edit import Birth, Set

LOADED = 8
"""How many times slower a loaded machine may be than the figures the journal was built for."""


def spent(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@pytest.fixture
def lines(ids):
    return [ids.new() for _ in range(5000)]


def test_a_whole_plan_a_pasted_sheet_and_a_single_field_are_written_in_no_time(write, lines):
    births = [
        Birth("renstra_line", row, {"name": f"Program {place}", "code": f"1.{place}", "pagu@2025": place})
        for place, row in enumerate(lines)
    ]
    assert spent(lambda: write(*births)) < 1.0 * LOADED
    pasted = [
        Set("renstra_line", row, name, "isi")
        for row in lines[:2000]
        for name in ("unit", "location", "level", "source_sheet", "x:a")
    ]
    assert spent(lambda: write(*pasted)) < 0.5 * LOADED
    single = [
        spent(lambda row=row: write(Set("renstra_line", row, "unit", "lain"), typing=True))
        for row in lines[:200]
    ]
    assert statistics.median(single) < 0.001 * LOADED
