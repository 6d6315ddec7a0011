"""Books: made from a set, the same on two laptops; written, moved, taken out and brought back."""

import pytest

from smartcity_desktop.domain.book_part import kind_of, limit_of
from smartcity_desktop.domain.book_text import parts
from smartcity_desktop.domain.photo import NewPhoto
from smartcity_desktop.storage import reference


@pytest.fixture
def books(desk):
    desk.book.set_up()
    return desk.book


def _book(books, code):
    return next(item for item in books.books() if item.code == code)


def _numbers(books, code):
    return [item.called for item in books.tree(_book(books, code).id)]


def _row(books, code, chapter):
    return next(item.chapter.id for item in books.tree(_book(books, code).id) if item.chapter.code == chapter)


def test_a_set_makes_all_books_with_numbered_chapters_in_one_act(desk, books):
    assert [item.called for item in books.books()] == [
        *("Buku 1 Analisis Strategis Smart City Daerah", "Buku 2 Masterplan Smart City Daerah"),
        *("Buku 3 Quick Wins", "Buku 4 Road Map", "Ringkasan Eksekutif"),
    ]
    names = _numbers(books, "MP")
    assert names[:4] == [
        "Kata pengantar Bupati",
        "Kata pengantar Ketua Tim Pelaksana",
        "BAB I Pendahuluan",
        "1.1 Latar belakang",
    ]
    assert "3.2 Smart Governance" in names
    assert "Lampiran B Program Renstra setiap dimensi" in names
    assert "A.1 Smart Governance" in names
    assert desk.undo().label == "susun kerangka buku"
    assert books.books() == []


def test_a_set_adds_only_what_was_never_made(books):
    row = _row(books, "MP", "MP-6")
    books.update(row, "title", "Akhir kata")
    books.retire(_row(books, "MP", "MP-5"))
    assert not books.set_up()
    assert "BAB V Akhir kata" in _numbers(books, "MP")
    books.set_up("3-buku")
    assert len(books.books()) == 5


def test_books_whose_making_was_undone_are_made_again_with_the_same_ids(desk, books):
    before = {item.chapter.id: item.called for one in books.books() for item in books.tree(one.id)}
    desk.undo()
    books.set_up()
    assert {item.chapter.id: item.called for one in books.books() for item in books.tree(one.id)} == before


def test_every_part_named_by_a_set_is_one_that_fills_itself(books):
    named = {key for one in books.books() for item in books.tree(one.id) for key in parts(item.chapter.text)}
    assert len(named) > 100
    assert [key for key in named if kind_of(key) is None] == []
    assert {limit_of(key) for key in named} >= {"GOV", "ENV", "kebijakan", "panjang", ""}


def test_the_chapters_to_be_read_in_l11_are_those_of_the_books(books):
    rows = {row["code"] for row in _chapters("4-buku")}
    made = {item.chapter.code for one in books.books() for item in books.tree(one.id)}
    assert rows <= made


def _chapters(preset):
    return next(item.chapters[preset] for item in reference.worksheet_definitions() if item.code == "L11")


def test_a_chapter_moves_among_its_neighbours_and_between_levels(books):
    book, first = _book(books, "MP").id, _row(books, "MP", "MP-1.latar")
    books.move(first, "down")
    assert _numbers(books, "MP")[3:5] == ["1.1 Maksud dan tujuan", "1.2 Latar belakang"]
    books.move(first, "up")
    assert _numbers(books, "MP")[3:5] == ["1.1 Latar belakang", "1.2 Maksud dan tujuan"]
    assert not books.move(first, "up")
    second = _row(books, "MP", "MP-1.maksud")
    books.move(second, "in")
    assert _numbers(books, "MP")[3:5] == ["1.1 Latar belakang", "1.1.1 Maksud dan tujuan"]
    books.move(second, "out")
    assert _numbers(books, "MP")[3:5] == ["1.1 Latar belakang", "1.2 Maksud dan tujuan"]
    books.move(first, "out")
    names = [item.called for item in books.tree(book) if item.depth == 0 and item.part == "bab"]
    assert names[:3] == [
        "BAB I Pendahuluan",
        "BAB II Latar belakang",
        "BAB III Visi, misi, dan sasaran smart city",
    ]


def test_a_chapter_of_ones_own_stands_where_it_was_put(books):
    book = _book(books, "QW").id
    row, changes = books.add_chapter(book, "Pelajaran", after=_row(books, "QW", "QW-1"))
    assert changes
    assert "BAB II Pelajaran" in _numbers(books, "QW")
    below, _ = books.add_chapter(book, "Rincian", parent=row)
    assert "2.1 Rincian" in _numbers(books, "QW")
    books.retire(row)
    assert not {"BAB II Pelajaran", "2.1 Rincian"} & set(_numbers(books, "QW"))
    assert below in {item.chapter.id for item in books.tree(book, retired=True)}
    books.retire(row, retired=False)
    assert "2.1 Rincian" in _numbers(books, "QW")


def test_a_book_is_renamed_moved_and_taken_out(books):
    row = _book(books, "ES").id
    books.update_book(row, "title", "Ringkasan bagi pimpinan")
    books.move_book(row, -9)
    assert books.books()[0].title == "Ringkasan bagi pimpinan"
    books.retire_book(row)
    assert row not in {item.id for item in books.books()}
    assert row in {item.id for item in books.books(retired=True)}


def test_the_numbers_of_books_stay_with_their_places(desk, books):
    before = [item.number for item in books.books()]
    second, third = books.books()[1], books.books()[2]
    books.move_book(third.id, -1)
    assert [item.id for item in books.books()][1:3] == [third.id, second.id]
    assert [item.number for item in books.books()] == before
    desk.undo()
    assert [item.id for item in books.books()][1:3] == [second.id, third.id]
    assert [item.number for item in books.books()] == before
    short = _book(books, "ES").id
    books.move_book(short, -1)
    assert books.book(short).number == "", "a book without a number gets none"


def test_a_book_moves_past_its_neighbour_not_past_one_that_was_taken_out(books):
    first, second, third = books.books()[:3]
    books.retire_book(second.id)
    books.move_book(third.id, -1)
    assert [item.id for item in books.books()][:2] == [third.id, first.id]
    assert [item.number for item in books.books()][:2] == [first.number, third.number]


def test_text_makes_a_chapter_a_draft_and_typing_is_one_step_of_undo(desk, books):
    row = _row(books, "MP", "MP-1.latar")
    books.update(row, "text", "Ko")
    books.update(row, "text", "Kota tumbuh.")
    assert books.chapter(row).state == "draf"
    desk.undo()
    assert books.chapter(row).text == ""


def test_pictures_of_a_chapter_are_kept_with_caption_and_source(books, photo):
    row = _row(books, "MP", "MP-1.latar")
    rows, _ = books.add_figures(row, [photo])
    books.update_figure(rows[0], "caption", "Alun-alun")
    (figure,) = books.figures(row)
    assert (figure.caption, books.content(figure)) == ("Alun-alun", photo.content)


@pytest.fixture
def photo():
    return NewPhoto(b"\xff\xd8\xff bytes of a picture", source_name="alun.jpg")


def test_three_books_have_a_place_for_monitoring_evaluation_and_the_sheets_of_quick_wins(desk):
    desk.book.set_up("3-buku")
    assert [item.code for item in desk.book.books()] == ["AS", "MP", "ES"]
    found = {item.called: item.chapter for item in desk.book.tree(_book(desk.book, "MP").id)}
    assert parts(found["5.4 Pemantauan dan evaluasi"].text) == (
        *("pantau", "pantau.grafik"),
        *("evaluasi", "evaluasi.grafik", "evaluasi.terlemah"),
    )
    sheets = parts(found["C.2 Lembar quick win"].text)
    assert {"qw.lembar", "qw.bulan"} <= set(sheets)
    assert "qw.peringkat" in parts(found["C.1 Penilaian"].text)


def test_four_books_have_it_in_the_road_map_alone_until_the_set_is_another_one(books):
    assert "Pemantauan dan evaluasi" not in " ".join(_numbers(books, "MP"))
    assert "BAB V Pemantauan dan evaluasi" in _numbers(books, "RM")
    books.set_up("3-buku")
    assert "5.4 Pemantauan dan evaluasi" in _numbers(books, "MP"), "behind what stood there already"
