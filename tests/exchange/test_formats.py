"""One plan in every format reads to the same lines; the ending of the file's name never counts."""

import pytest
from hypothesis import given, settings

from smartcity_desktop.exchange import gate
from smartcity_desktop.exchange.grids import grids
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.office import FORMATS as DOCUMENTS
from tests.exchange.old_office import doc, xls
from tests.exchange.tables import PLAN, Writer, understood, written
from tests.exchange.test_round_trip import cases

FORMATS = {**DOCUMENTS, "doc": doc, "xls": xls}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for the files of all examples."""
    return tmp_path_factory.mktemp("formats")


def read(content, path):
    """Return the grids of a file as a child reads it, without the child."""
    path.write_bytes(content)
    return grids(path, gate.check(path, gate.ANY_TABLE))


def inside(grid):
    """Return rows and merges of a grid; a merge that reaches out of the table ends at its edge."""
    last = len(grid.rows[0]) - 1
    merges = {(top, left, bottom, min(right, last)) for top, left, bottom, right in grid.merges}
    return grid.rows, {merge for merge in merges if merge[:2] != merge[2:]}


@pytest.mark.parametrize("name", FORMATS)
def test_the_plan_comes_out_of_a_real_reading(name, tmp_path):
    path = tmp_path / "renstra.xls"
    path.write_bytes(FORMATS[name](written(PLAN)))
    assert understood(read_file(path)) == list(PLAN)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=8)
@given(case=cases())
def test_any_plan_in_any_layout_reads_alike_in_every_format(name, case, folder):
    layout, items = case
    table = Writer(items, layout).write()
    expected = plan([table.grid()], "x")
    found = read(FORMATS[name](table), folder / "renstra.doc")
    if name != "csv":
        assert [(grid.rows, set(grid.merges)) for grid in found] == [inside(table.grid())]
    assert understood(plan(found, "x")) == understood(expected)
