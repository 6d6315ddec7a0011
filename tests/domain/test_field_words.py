"""Every field and choice of the catalogue has words of its own, or is one that nobody reads."""

import pytest

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.field_words import field_word, is_silent
from smartcity_desktop.domain.row_words import ROW_WORDS

FIELDS = [(entity, item) for entity in ENTITIES for item in entity.fields]


def test_every_row_and_field_has_a_word_or_is_silent():
    assert [item.name for item in ENTITIES if item.name not in ROW_WORDS] == []
    assert [
        (entity.name, item.name)
        for entity, item in FIELDS
        if not is_silent(item.name) and not field_word(entity.name, item.name)
    ] == []


def test_no_choice_is_shown_as_it_is_stored():
    shown = [choice_word(entity.name, item.name, one) for entity, item in FIELDS for one in item.choices]
    assert shown
    assert [words for words in shown if "_" in words or words[:1].islower()] == []


@pytest.mark.parametrize(
    ("ent", "name", "word"),
    [
        ("initiative", "cost@2027", "Biaya (Rp) 2027"),
        ("initiative", "cost@3", "Biaya (Rp) tahun 3"),
        ("initiative", "cost@6-10", "Biaya (Rp) tahun 6–10"),
        ("initiative", "support@some-row", "OPD pendukung"),
        ("initiative", "opd", "OPD penanggung jawab"),
        ("group", "opd", "OPD"),
        ("initiative", "pos", ""),
        ("initiative", "from-a-newer-program", ""),
    ],
)
def test_a_field_is_called_by_its_entity_and_its_year(ent, name, word):
    assert field_word(ent, name) == word


@pytest.mark.parametrize(
    ("ent", "name", "value", "words"),
    [
        ("initiative", "horizon", "pendek", "Pendek (1 th)"),
        ("action", "head", "sdm", "Literasi dan SDM"),
        ("action", "head", "kebijakan", "Kebijakan dan kelembagaan"),
        ("initiative", "innovation@kebijakan", "kebijakan", "Kebijakan"),
        ("candidate", "decision", "terpilih", "Terpilih"),
        ("document", "kind", "rpjmd", "RPJMD"),
    ],
)
def test_a_choice_is_called_by_the_field_it_stands_in(ent, name, value, words):
    assert choice_word(ent, name, value) == words
