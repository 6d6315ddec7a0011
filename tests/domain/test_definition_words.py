"""A definition is shown in the words of the event, and keeps the usual ones where nobody typed over them."""

import pytest

from smartcity_desktop.domain.definition import Definition
from smartcity_desktop.domain.definition_words import kept, kept_choice, kept_title, spoken
from smartcity_desktop.domain.exercise import SheetItem
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import ChoiceLine, SheetColumn, Worksheet

SKPD = Words(opd="SKPD", dimension="Pilar")
FOUND = Definition(
    Worksheet(title="Isu per dimensi", guide="Apa kata OPD?", feeds="L3;OPD"),
    columns=(
        SheetColumn(label="OPD terkait", unit="OPD", kind="choice", choices="a=OPD lain\n-b\nOPD"),
        SheetColumn(label="Faktor", kind="rows", choices="factor"),
    ),
    items=(SheetItem(code="OPD-1", text="Setiap OPD siap", section="OPD"),),
)


def test_sentences_are_in_the_words_of_the_event_but_codes_stand_as_they_are():
    found = spoken(FOUND, SKPD)
    assert (found.worksheet.title, found.worksheet.guide) == ("Isu per pilar", "Apa kata SKPD?")
    assert found.worksheet.feeds == "L3;OPD"
    first, rows = found.columns
    assert (first.label, first.unit) == ("SKPD terkait", "OPD")
    # A choice without words is its own value, which the answers name.
    assert first.choices.splitlines() == ["a=SKPD lain", "-b", "OPD"]
    assert rows.choices == "factor"
    assert (found.items[0].text, found.items[0].code) == ("Setiap SKPD siap", "OPD-1")


def test_usual_words_leave_a_definition_as_it_is():
    assert spoken(FOUND, Words()) is FOUND


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Apa kata SKPD?\nUntuk pilar apa?", "Apa kata OPD?\nUntuk dimensi apa?"),
        ("Apa kata SKPD?\nUntuk pilar mana?", "Apa kata OPD?\nUntuk pilar mana?"),
        ("Untuk pilar apa?\nBaru: SKPD\n", "Untuk dimensi apa?\nBaru: SKPD\n"),
        ("", ""),
    ],
)
def test_lines_that_nobody_changed_keep_the_usual_words(typed, stored):
    assert kept("Apa kata OPD?\nUntuk dimensi apa?", typed, SKPD) == stored


def test_the_title_of_a_copy_and_the_words_of_a_choice_keep_them_too():
    assert kept_title("Isu per dimensi", "Isu per pilar (salinan)", SKPD) == "Isu per dimensi (salinan)"
    assert kept_title("Isu per dimensi", "Pilar kita", SKPD) == "Pilar kita"
    assert kept_title("", "Pilar kita", SKPD) == "Pilar kita"
    before = ChoiceLine("a", "OPD lain")
    assert kept_choice(ChoiceLine("a", "SKPD lain", retired=True), before, SKPD).words == "OPD lain"
    assert kept_choice(ChoiceLine("b", "SKPD lain"), None, SKPD).words == "SKPD lain"
