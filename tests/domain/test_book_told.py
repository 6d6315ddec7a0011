"""The text of a chapter in plain words, and how two texts of one differ."""

from smartcity_desktop.domain.book_part import PARTS
from smartcity_desktop.domain.book_told import changed_lines, told, told_changes, told_line

PART = PARTS[0]


def states(before, after):
    return [(item.state, item.text) for item in changed_lines(before, after)]


def test_a_text_is_told_without_its_marks():
    text = (
        f"## Latar\n\n**Kota** *maju*\n\n2. dua\n3. tiga\n  1. rinci\n\n| a | b |\n| c | d |\n\n"
        f"[[{PART.key}]]\n\n[[gambar:0190]]\n\n?? Ada 3 isu."
    )
    assert told(text) == (
        f"Latar\n\nKota maju\n\n2. dua\n3. tiga\n  a) rinci\n\na | b\nc | d\n\n[{PART.word}: {PART.title}]"
        "\n\n[Gambar]\n\nUSULAN, belum disetujui: Ada 3 isu."
    )


def test_a_line_says_what_it_is():
    assert told_line("## **Latar**") == "Judul: Latar"
    assert told_line("### Rinci") == "Subjudul: Rinci"
    assert told_line("\\- bukan daftar") == "- bukan daftar"
    assert told_line("[[gambar:0190]]", lambda block: f"Gambar {block.figure}") == "Gambar 0190"


def test_an_item_that_came_in_front_leaves_the_others_as_they_are():
    found = states("1. a\n2. b", "1. baru\n2. a\n3. b")
    assert found == [("new", "1. baru"), ("same", "2. a"), ("same", "3. b")]


def test_a_list_that_counts_on_elsewhere_is_a_change():
    assert states("1. a", "3. a") == [("gone", "1. a"), ("new", "3. a")]


def test_words_that_only_look_otherwise_or_went_elsewhere_say_so():
    assert told_changes(changed_lines("Kota", "**Kota**")) == [
        "Kota",
        "Kota (hanya tebal atau miringnya yang berubah)",
    ]
    words = told_changes(changed_lines("Satu\n\nDua\n\nTiga", "Dua\n\nTiga\n\nSatu"))
    assert words[-1] == "Satu (pindah tempat)"
