"""What used to get lost on the way to Word and back: small letters, lists that go on, text behind a table."""

import pytest

from smartcity_desktop.domain.book_text import Item, Listing, Run, parse, written
from smartcity_desktop.exchange.docx_chapter import read_chapter
from tests.exchange.test_docx_chapter import back, changed, to_word

RAISED = '<w:r><w:rPr><w:vertAlign w:val="{way}"/></w:rPr><w:t>{text}</w:t></w:r>'


def with_runs(tmp_path, *runs):
    """Return a chapter in which a person wrote ``Luas 5 m`` and what follows it in runs of their own."""
    file = to_word("Luas 5 m", tmp_path)
    plain = '<w:r><w:t xml:space="preserve">Luas 5 m</w:t></w:r>'
    return changed(file, (plain, plain + "".join(runs)))


@pytest.mark.parametrize(
    ("way", "text", "comes"),
    [("superscript", "2", "²"), ("subscript", "2", "₂"), ("superscript", "-1", "⁻¹")],
)
def test_a_small_letter_keeps_its_place_above_or_below_the_line(tmp_path, way, text, comes):
    file = with_runs(tmp_path, RAISED.format(way=way, text=text), "<w:r><w:t> tanah</w:t></w:r>")
    found = read_chapter(file)
    assert written(found.blocks) == f"Luas 5 m{comes} tanah"
    assert found.notes == {}
    assert back(to_word(written(found.blocks), tmp_path)) == written(found.blocks)


def test_small_letters_that_are_none_of_their_own_are_kept_and_told(tmp_path):
    found = read_chapter(with_runs(tmp_path, RAISED.format(way="superscript", text="2 PKS")))
    assert written(found.blocks) == "Luas 5 m2 PKS"
    assert found.notes == {"raised": 1}


def test_a_list_that_goes_on_behind_a_paragraph_keeps_counting(tmp_path):
    file = to_word("1. satu\n2. dua\n\nKalimat di antaranya.\n\n1. tiga\n2. empat", tmp_path)
    going_on = changed(file, ('<w:numId w:val="11"/>', '<w:numId w:val="10"/>'))
    told = "1. satu\n2. dua\n\nKalimat di antaranya.\n\n3. tiga\n4. empat"
    assert back(going_on) == told
    assert back(to_word(told, tmp_path)) == told


def test_lists_of_one_kind_count_on_until_one_begins_anew(tmp_path):
    # Two lists of Word that share their kind and say nothing of a beginning are counted as one.
    text = "1. satu\n\nKalimat.\n\n1. dua\n\nKalimat.\n\n5. lima"
    file = to_word(text, tmp_path)
    assert back(file) == text
    joined = changed(file, ('<w:numId w:val="10"/>', '<w:numId w:val="2"/>'), ('w:val="11"/>', 'w:val="2"/>'))
    assert back(joined) == "1. satu\n\nKalimat.\n\n2. dua\n\nKalimat.\n\n5. lima"


def test_a_list_begins_with_the_number_of_its_first_line():
    (found,) = parse("3. tiga\n4. empat\n  1. rinci")
    items = (Item((Run("tiga"),)), Item((Run("empat"),)), Item((Run("rinci"),), 1, ordered=True))
    assert found == Listing(ordered=True, items=items, start=3)
    assert written((found,)) == "3. tiga\n4. empat\n  1. rinci"
    assert parse("0. nol")[0].start == 1


def test_text_written_behind_a_table_stays_behind_it(tmp_path):
    file = to_word("Awal.\n\n| a | b |\n| 1 | 2 |\n\nAkhir.", tmp_path)
    gap = '</w:tbl><w:p><w:pPr><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
    typed = changed(file, (gap, f"{gap}<w:r><w:t>Ditulis di belakang tabel.</w:t></w:r>"))
    assert back(typed) == "Awal.\n\n| a | b |\n| 1 | 2 |\n\nDitulis di belakang tabel.\n\nAkhir."


def test_text_behind_a_table_of_a_file_that_went_out_before_stays_too(tmp_path):
    file = to_word("| a | b |\n| 1 | 2 |\n\nAkhir.", tmp_path)
    gap = '</w:tbl><w:p><w:pPr><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
    older = '</w:tbl><w:p><w:pPr><w:pStyle w:val="Sumber"/></w:pPr><w:r><w:t>Ditulis.</w:t></w:r>'
    assert back(changed(file, (gap, older))) == "| a | b |\n| 1 | 2 |\n\nDitulis.\n\nAkhir."
