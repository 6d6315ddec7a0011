"""What is typed beside a list: over what was read while it waits, and kept where it cannot be read."""

import pytest

from ui.models.typed_values import Typed


@pytest.fixture
def waiting():
    return set()


@pytest.fixture
def typed(waiting):
    return Typed(lambda row, field: (row, field) in waiting)


def test_a_value_lies_over_its_own_row_until_it_is_on_the_disk(typed, waiting):
    waiting.add(("a", "name"))
    typed.put("a", "name", "Satu Data")
    assert typed.over("a", {"name": "Satu", "code": "1"}) == {"name": "Satu Data", "code": "1"}
    assert typed.over("b", {"name": "Aduan"}) == {"name": "Aduan"}
    waiting.clear()
    assert typed.over("a", {"name": "Satu"}) == {"name": "Satu"}
    waiting.add(("a", "name"))
    assert typed.over("a", {"name": "Satu"}) == {"name": "Satu"}, "it was let go of"


def test_what_stood_first_is_written_again_while_the_text_cannot_be_read(typed):
    typed.begin("a", "cost", 75)
    typed.begin("a", "cost", 1)
    assert typed.misread("a", "cost", "1,5 j") == 75
    typed.leave("a", "cost")
    assert typed.unread("a") == {"cost": "1,5 j"}
    assert typed.unread("b") == {}
    assert typed.rows_unread() == ["a"]
    typed.begin("a", "cost", 2)
    typed.mend("a", "cost")
    assert typed.stood("a", "cost") == 75
    typed.leave("a", "cost")
    assert typed.rows_unread() == []
    typed.begin("a", "cost", 80)
    assert typed.stood("a", "cost") == 80
