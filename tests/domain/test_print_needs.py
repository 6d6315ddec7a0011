"""What a person is told before many pages are printed."""

import pytest

from smartcity_desktop.domain.print_needs import MANY_PAGES, print_words


@pytest.mark.parametrize(
    ("words", "count", "said"),
    [
        ("Cetak …", 0, "Cetak …"),
        ("Cetak …", MANY_PAGES, "Cetak …"),
        ("Cetak …", MANY_PAGES + 1, "Cetak 61 halaman …"),
        ("Cetak", 250, "Cetak 250 halaman"),
    ],
)
def test_the_button_that_prints_names_the_pages_where_there_are_many(words, count, said):
    assert print_words(words, count) == said
