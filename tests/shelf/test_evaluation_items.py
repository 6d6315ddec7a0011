"""The items of the ministry's evaluation on the shelf: complete, told apart, with facts that are known."""

from collections import Counter

from smartcity_desktop.domain.evaluation import SECTION_WORDS
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import reference


def test_the_shelf_holds_all_items_of_the_form_of_2023():
    items = reference.evaluation_items()
    assert len(items) == len({item.code for item in items}) == 117
    assert list(Counter(item.section for item in items).items()) == [
        ("baseline", 5),
        ("output", 7),
        ("outcome", 33),
        ("impact", 54),
        ("quick_win", 12),
        ("kolaborasi", 6),
    ]
    assert {item.section for item in items} == set(SECTION_WORDS)
    assert all(item.text and item.number and item.indicator for item in items)


def test_the_shelf_ships_no_scores_of_any_region():
    text = shelf("reference", "evaluation_items.csv").read_text(encoding="utf-8")
    assert text.startswith("# Sumber: ")
    assert "item,section,indicator,number,text,fact" in text
    assert "malang" not in text.casefold()
