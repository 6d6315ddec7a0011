"""No text, however long or hostile, stops a print, and nothing vanishes silently."""

import pytest

from smartcity_desktop.domain.report import NoteLine, SheetRow
from smartcity_desktop.reporting import pages, session, worksheet
from tests.reporting.pictures import EMPTY, PRINTS, frame, poisoned_print, report, sheet, words

TEXTS = {
    "500 letters": "Dr. Hj. Siti Nurhaliza Panjang Sekali " * 13 + "akhir.",
    "500 letters in one word": "W" * 500,
    "tags": "<b <img src='/etc/hostname'> </para> <a href='javascript:x'> &amp; & ]]> <font name=x>",
    "foreign signs": "😀 🇮🇩 مرحبا 你好 ≤✓☐ e\u0301 \u202e",
    "control codes": "a\x00b\x07c\ud800d\ufffee\x0bf\u2028g",
    "many lines": "baris\n" * 60,
    "nothing but spaces": " \n \t ",
}


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("kind", PRINTS)
def test_every_print_is_made_from_an_empty_picture(kind, paper):
    assert pages.page_count(EMPTY[kind](frame(paper))) == 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("kind", PRINTS)
def test_every_print_is_made_from_any_text(kind, text):
    assert pages.page_count(poisoned_print(kind, text)) >= 1


@pytest.mark.parametrize("kind", PRINTS)
def test_tags_are_printed_as_they_were_typed(kind):
    found = words(poisoned_print(kind, "<b <img src=x> & tutup"))
    assert "<b <img src=x> & tutup" in found


def test_a_word_of_a_hundred_thousand_letters_is_printed_whole():
    found = words(session.session_report(report(notes=(NoteLine("x" * 100_000),)), frame()))
    assert found.count("x") >= 100_000


@pytest.mark.parametrize(
    "text",
    ["kata panjang sekali " * 50_000, "y" * 1_000_000, "baris\n" * 170_000],
    ids=["words", "one", "lines"],
)
def test_a_note_of_a_megabyte_is_printed_in_seconds(text):
    pdf = session.session_report(report(notes=(NoteLine(text),)), frame())
    assert 100 < pages.page_count(pdf) < 400


def test_a_long_answer_begins_in_its_cell_and_stands_whole_below():
    answer = "awal " + "kata " * 400 + "akhirnya"
    row = SheetRow("2.16.02", "Informasi", "1", {"issue": answer})
    found = words(worksheet.filled(sheet(0), frame()))
    assert "akhirnya" not in found
    picture = sheet(1)
    found = words(worksheet.filled(type(picture)(columns=picture.columns, rows=(row,)), frame()))
    assert "lengkapnya di bawah tabel" in found
    assert "1. Isu dijawab: awal kata" in found
    assert found.count("akhirnya") == 1


def test_a_cell_taller_than_a_page_goes_on_over_the_page_without_loss():
    text = " ".join(f"kata{number}" for number in range(3000))
    found = words(session.session_report(report(decisions=(NoteLine(text, "10.12"),)), frame()))
    assert all(f"kata{number}" in found for number in range(3000))
