"""What is found leads where it is shown, and a chapter is named by its number and its own words."""

import pytest

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.storage.search import CLOSE, OPEN
from smartcity_desktop.storage.search_home import said


@pytest.fixture
def book(desk):
    desk.book.set_up()
    return desk.book.books()[0]


@pytest.fixture
def chapter(desk, book):
    return next(item for item in desk.book.tree(book.id) if item.chapter.title == "Latar belakang").chapter


def of(found, ent):
    return [item for item in found if item.ent == ent]


def test_a_chapter_is_told_by_number_words_and_book(desk, chapter):
    desk.book.update(chapter.id, "text", "## Asal\nKota **mawas** diri.\n[[isu:GOV]]\n| Lajur | mawas |")
    (found,) = desk.search.find("mawas")
    assert found.snippet.startswith("1.1 Latar belakang · ")
    assert f"Kota {OPEN}mawas{CLOSE} diri." in found.snippet
    assert not {"[[", "**", "##", "|"} & set(found.snippet.split())
    assert (found.ent, found.row, found.about) == ("chapter", chapter.id, "Buku 1")


def test_the_keys_of_tables_are_nobodys_words(desk, chapter):
    desk.book.update(chapter.id, "text", "Kota tumbuh.\n\n[[jalan.gantt:GOV]]")
    assert chapter.id not in [item.row for item in desk.search.find("gantt")]
    assert chapter.id in [item.row for item in desk.search.find("tumbuh")]


def test_a_chapter_that_was_taken_out_says_so(desk, chapter):
    desk.book.update(chapter.id, "text", "Kota mawas diri.")
    desk.book.retire(chapter.id)
    assert [item.about for item in desk.search.find("mawas")] == ["Buku 1 (dikeluarkan)"]


def test_a_comment_on_a_chapter_leads_to_the_books(desk, chapter):
    row = desk.comment.new_id()
    desk.comment.write_on_row(row, "Sebut mawas diri", chapter.id)
    (found,) = desk.search.find("mawas")
    assert (found.ent, found.row) == ("chapter_comment", row)
    assert desk.book.home(row) == chapter.id


def test_a_milestone_leads_to_its_program(sample_desk):
    board = sample_desk.roadmap.road()
    program = next(item for item in board.programs if any(mark.text for mark in item.milestones))
    text = next(mark.text for mark in program.milestones if mark.text)
    found = of(sample_desk.search.find(text), "milestone")
    assert program.id in [item.row for item in found]
    assert NO_ROW not in [item.row for item in found]


@pytest.mark.parametrize(
    ("snippet", "words"),
    [
        ("…[[isu:GOV]]\n\n[[jalan.ga…", "…"),
        ("?? Ada \x02tiga\x03 tahap", "Ada \x02tiga\x03 tahap"),
        ("- satu\n  1. **dua**", "satu 1. dua"),
        ("| a | b |\n| c | d |", "a · b c · d"),
        ("2 \\* 3", "2 * 3"),
    ],
)
def test_signs_of_a_text_are_not_shown(snippet, words):
    assert said(snippet) == words
