"""A chapter as a document of Qt: what was written comes back as it was."""

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextDocument

from smartcity_desktop.domain.book_text import Paragraph, Run, parse, written
from tests.domain.test_book_text import BLOCKS
from ui.models.chapter_reader import blocks_of, placed
from ui.models.chapter_text import fill

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=60)
@given(blocks=BLOCKS)
def test_a_document_gives_back_the_blocks_it_was_made_of(blocks):
    document = QTextDocument()
    fill(document, blocks)
    assert written(blocks_of(document)) == written(blocks)


def test_lists_tables_and_objects_that_touch_stay_apart():
    lists = "- a\n  1. b\n  - c\n- d\n\n- e\n1. f"
    text = f"{lists}\n\n| x | y |\n| 1 |  |\n\n| z |\n\n[[isu]]\n\n[[gambar:7]]\n\n?? U"
    document = QTextDocument()
    fill(document, parse(text))
    assert blocks_of(document) == parse(text)
    assert [type(block).__name__ for block, _first, _last in placed(document)] == [
        *("Listing", "Listing", "Listing", "Grid", "Grid", "Part", "Picture", "Paragraph")
    ]


def test_letters_that_mean_something_to_the_document_become_blanks():
    document = QTextDocument()
    fill(document, (Paragraph((Run("a\ufffcb\u2028c\U0001f600"),)),))
    assert blocks_of(document) == (Paragraph((Run("a b c\U0001f600"),)),)


def test_a_list_that_goes_on_behind_a_paragraph_keeps_counting():
    text = "1. satu\n2. dua\n\nDi antaranya.\n\n3. tiga\n  1. rinci\n4. empat\n\n- butir"
    document = QTextDocument()
    fill(document, parse(text))
    assert written(blocks_of(document)) == text
    assert document.findBlockByNumber(3).textList().itemText(document.findBlockByNumber(3)) == "3."
