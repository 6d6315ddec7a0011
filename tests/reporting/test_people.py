"""The daftar hadir."""

from itertools import pairwise

import pytest

from smartcity_desktop.domain.report import AttendanceForm
from smartcity_desktop.reporting import pages, people
from tests.reporting.pictures import SIGNERS, form, frame, rules, texts, words


def rows_on(pdf, index):
    """Return the number of rows on a page, measured on its picture beside the numbers."""
    return len([1 for a, b in pairwise(rules(pdf, index, 23.2)) if 9 < b - a < 13])


def test_a_full_page_of_f4_takes_20_to_25_rows():
    pdf = people.attendance(form(80), frame("F4"))
    counts = [rows_on(pdf, index) for index in range(pages.page_count(pdf))]
    assert all(20 <= count <= 25 for count in counts[:-1])
    assert sum(counts) >= 90


def test_the_head_of_the_list_stands_on_every_page():
    found = texts(people.attendance(form(60), frame()))
    assert len(found) > 2
    for page in found:
        for text in ("DAFTAR HADIR", "Kerja Kelompok 2", "Selasa, 4 Agustus 2026", "Tanda tangan", "Jabatan"):
            assert text in page


def test_odd_numbers_sign_left_and_even_numbers_right():
    pdf = people.attendance(form(4), frame())
    document = pages.pypdfium2.PdfDocument(pdf)
    reader = document[0].get_textpage()
    lefts = {}
    for number in (1, 2, 3, 4):
        searcher = reader.search(f"{number}.", match_whole_word=False)
        places = []
        while (hit := searcher.get_next()) is not None:
            left, *_ = reader.get_charbox(hit[0])
            if left > 400:
                places.append(left)
        lefts[number] = min(places)
    document.close()
    assert lefts[1] == pytest.approx(lefts[3], abs=1)
    assert lefts[2] == pytest.approx(lefts[4], abs=1)
    assert lefts[2] > lefts[1] + 40


def test_people_stand_in_their_order_and_room_is_left_for_others():
    found = words(people.attendance(form(3, blank_rows=4), frame()))
    assert found.index("Nama Peserta 1") < found.index("Nama Peserta 2") < found.index("Nama Peserta 3")
    assert "7." in found


def test_an_empty_list_can_be_written_by_hand():
    found = words(people.attendance(AttendanceForm(), frame()))
    assert "Hari, tanggal : ……" in found
    assert "20." in found


def test_those_who_answer_for_the_list_can_sign():
    assert "NIP 19780512 200212 2 004" in words(people.attendance(form(2, signers=SIGNERS[:1]), frame()))


def test_no_signature_stands_on_a_page_without_rows():
    for people_there in range(60, 90, 3):
        pdf = people.attendance(form(people_there, signers=SIGNERS[:2]), frame("F4"))
        last = pages.page_count(pdf) - 1
        assert "NIP 19780512 200212 2 004" in texts(pdf)[last]
        assert rows_on(pdf, last) >= 1
