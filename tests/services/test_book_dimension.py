"""Books follow their dimensions: another code, another name, one that is no longer used."""

import pytest

from smartcity_desktop.domain.book_text import parts
from smartcity_desktop.domain.ids import NO_ROW


@pytest.fixture
def home(desk):
    """A dimension with one program, in books that are set up."""
    found = next(item for item in desk.initiative.dimensions() if item.code == "ECO")
    desk.initiative.add("Pasar Digital", found.id)
    desk.book.set_up("4-buku")
    return found.id


def masterplan(desk):
    book = next(item for item in desk.book.books() if item.code == "MP")
    return [item.chapter for item in desk.book.tree(book.id)]


def programs(desk, key):
    return [row.cells for row in desk.book.filled([key])[key].lines]


def test_a_table_stays_filled_when_its_dimension_gets_another_code(desk, home):
    keys = [key for one in masterplan(desk) for key in parts(one.text) if key.endswith(":ECO")]
    before = programs(desk, "program:ECO")
    assert keys
    assert len(before) == 1
    desk.dimension.update(home, "code", "EKO")
    assert len(programs(desk, "program:ECO")) == len(programs(desk, "program:EKO")) == 1
    desk.undo()
    assert programs(desk, "program:ECO") == before


def test_a_code_that_another_dimension_has_by_now_is_that_ones(desk, home):
    desk.dimension.update(home, "code", "EKO")
    other, _ = desk.dimension.add("Ekspor")
    desk.dimension.update(other, "code", "ECO")
    assert programs(desk, "program:ECO") == []
    assert len(programs(desk, "program:EKO")) == 1


def test_what_stays_under_a_dimension_that_is_used_no_longer_stays_in_its_chapter(desk, home):
    desk.dimension.drop(home)
    assert len(programs(desk, "program:ECO")) == 1
    assert "Smart Economy" in desk.book.filled(["program:ECO"])["program:ECO"].caption


def test_completing_the_books_makes_no_second_chapters_after_another_code(desk, home):
    before = [item.id for item in masterplan(desk)]
    desk.dimension.update(home, "code", "EKO")
    assert not desk.book.set_up("4-buku")
    assert [item.id for item in masterplan(desk)] == before
    fresh, _ = desk.dimension.add("Mobilitas")
    code = next(item.code for item in desk.initiative.dimensions() if item.id == fresh)
    desk.book.set_up("4-buku")
    added = [item for item in masterplan(desk) if item.id not in before]
    assert {item.title for item in added} == {"Mobilitas"}
    assert any(f"program:{code}" in parts(item.text) for item in added)
    assert NO_ROW not in {item.parent for item in added}
