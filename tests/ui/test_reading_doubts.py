"""The doubts of a reading by keyboard: kinds with counts, one key for a kind, the way back, many of them."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra import Problem
from smartcity_desktop.domain.renstra_draft import Origin, SourceSheet
from tests.house.source import CORE
from tests.ui.frame import nameless, turn
from tests.ui.planning import draft
from ui.models.reading_looks import TITLES, looks_of
from ui.models.reading_source import DOUBT_ROLE
from ui.widgets.reading import ReadingFor, ReadingView

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
KOMINFO = Opd("k", "", "Dinas Komunikasi dan Informatika", "Diskominfo", bidang=("2.16",))


def doubt(place, code="code-guessed", suggestion="2.16.03", **changes):
    """One doubt about the code of a line, which stands in the row below the heading."""
    made = Problem("R", f"A{place + 2}", code, f"Kode baris {place + 2}?", place, suggestion, field="code")
    return replace(made, **changes)


def many(*problems, count=6):
    """A reading of so many programs with these doubts."""
    first = draft().lines[0]
    lines = tuple(
        replace(first, code=f"21602{place}", name=f"Program {place}", origin=Origin("R", place + 2))
        for place in range(count)
    )
    rows = (("Kode", "Program"), *((f"21602{place}", f"Program {place}") for place in range(count)))
    return draft(lines=lines, problems=problems, grids=(SourceSheet("R", rows, (), (0, 1)),))


@pytest.fixture
def view(request, qtbot):
    request.getfixturevalue("dressed")
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(1158, 640)
    made.show()
    return made


def show(view, read):
    view.show_draft(read, ReadingFor(opds=(KOMINFO,)))
    turn()
    turn()


def focused(view):
    return next((row.look.key for row in view.doubts.rows() if row.hasFocus()), "")


def press(view, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(next(row for row in view.doubts.rows() if row.hasFocus()), key, modifier)


def codes(view):
    return [line.code for line in view.draft.lines]


MIXED = (doubt(0), doubt(1, "code-odd"), doubt(2), doubt(3, "code-twice", None), doubt(4))


def test_doubts_of_a_kind_stand_together_under_its_name_and_count(view):
    show(view, many(*MIXED))
    assert [row.look.place for row in view.doubts.rows()] == ["A2", "A4", "A6", "A3", "A5"]
    assert [head.words.text() for head in view.doubts.heads()] == ["Kode dipotong menurut panjangnya (3)"]
    assert nameless(view) == []


def test_one_key_accepts_a_whole_kind_and_one_takes_that_back(view):
    show(view, many(*MIXED))
    press(view, Qt.Key.Key_B, SHIFT)
    assert codes(view) == ["2.16.03", "216021", "2.16.03", "216023", "2.16.03", "216025"]
    assert focused(view) == "code-odd:R!A3"
    assert view.doubts.heads() == []
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert codes(view)[0] == "216020"
    assert focused(view) == "code-guessed:R!A2"
    assert len(view.draft.problems) == 5


def test_one_key_leaves_out_a_whole_kind(view):
    show(view, many(*MIXED))
    press(view, Qt.Key.Key_L, SHIFT)
    assert codes(view) == ["", "216021", "", "216023", "", "216025"]


def test_the_head_of_a_kind_answers_it_by_mouse_and_is_passed_by_keys(view):
    show(view, many(*MIXED[1:]))
    press(view, ENTER)
    assert focused(view) == "code-guessed:R!A4"
    press(view, Qt.Key.Key_Up)
    assert focused(view) == "code-guessed:R!A4"
    view.doubts.heads()[0].buttons[0].click()
    assert [item.code for item in view.draft.problems] == ["code-twice"]


def test_what_cannot_be_taken_with_its_kind_is_left_and_said(view):
    show(view, many(doubt(0), doubt(1, suggestion="dua"), doubt(2)))
    press(view, Qt.Key.Key_B, SHIFT)
    assert [item.cell for item in view.draft.problems] == ["A3"]
    assert view.doubts.rows()[0].fault.text().startswith("1 yang ini tidak bisa")


@pytest.mark.parametrize(("key", "code"), [(Qt.Key.Key_B, "2.16.03"), (ENTER, "2.16.03"), (Qt.Key.Key_L, "")])
def test_b_and_l_mean_the_same_at_every_doubt(view, key, code):
    show(view, many(doubt(0), doubt(1)))
    press(view, key)
    assert codes(view)[:2] == [code, "216021"]
    assert focused(view) == "code-guessed:R!A3"


def test_p_mends_with_the_original_beside(view):
    show(view, many(doubt(0), doubt(1)))
    press(view, Qt.Key.Key_P)
    row = view.doubts.rows()[0]
    assert row.value.hasFocus()
    assert row.detail.text().startswith('Tertulis "216020" → usul 2.16.03 · kira-kira. Kode tanpa titik')
    row.value.setText("2.16.04")
    QTest.keyClick(row.value, ENTER)
    assert codes(view)[0] == "2.16.04"


def test_p_never_accepts_a_row_that_was_held_back(view):
    held = replace(draft().lines[1], code="", origin=Origin("R", 4))
    show(view, many(Problem("R", "B4", "code-missing", "tanpa kode", held=held, field="code")))
    press(view, Qt.Key.Key_P)
    assert view.doubts.rows()[0].value.hasFocus()
    assert len(view.draft.lines) == 6


def test_only_one_kind_is_shown_until_it_is_answered(view):
    show(view, many(*MIXED))
    names = [view.looks.kinds.itemText(place) for place in range(view.looks.kinds.count())]
    assert names[:2] == ["Semua jenis (5)", "Kode dipotong menurut panjangnya (3)"]
    view.looks.kinds.setCurrentIndex(1)
    view.looks.kinds.activated.emit(1)
    assert [row.look.place for row in view.doubts.rows()] == ["A2", "A4", "A6"]
    for _ in range(3):
        press(view, ENTER)
    assert [row.look.place for row in view.doubts.rows()] == ["A3", "A5"]
    assert view.looks.kinds.currentText() == "Semua jenis (2)"


def test_a_doubt_on_another_sheet_shows_that_sheet(view):
    read = many(doubt(0), doubt(1, sheet="Tujuan", cell="B1", line=None, field=""))
    read = replace(read, grids=(*read.grids, SourceSheet("Tujuan", (("Tujuan", "Sasaran"),), (), (0, 1))))
    show(view, read)
    press(view, Qt.Key.Key_Down)
    assert view.source_model.index(0, 1).data() == "Sasaran"
    assert view.original.name.text() == 'Berkas asli · lembar "Tujuan"'
    press(view, Qt.Key.Key_Up)
    assert view.source_model.index(0, 1).data() == "Program"


def test_among_a_thousand_doubts_an_answer_draws_one_row(view):
    show(view, many(*(doubt(place) for place in range(900)), doubt(900, "code-odd"), count=901))
    assert len(view.doubts.rows()) == 60
    press(view, ENTER)
    assert view.doubts._numbers == 61
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Down)
    assert len(view.doubts.rows()) == 180
    press(view, Qt.Key.Key_B, SHIFT)
    assert [item.code for item in view.draft.problems] == ["code-odd"]
    view.looks.take_back()
    assert focused(view) == "code-guessed:R!A3"


def test_a_doubt_far_down_is_found_again_among_its_kind(view):
    show(view, many(*(doubt(place) for place in range(70)), doubt(70, "code-odd"), count=71))
    view.looks.kinds.setCurrentIndex(2)
    view.looks.kinds.activated.emit(2)
    press(view, ENTER)
    view.looks.take_back()
    assert focused(view) == "code-odd:R!A72"
    assert view.looks.kinds.currentText() == "Kolom kode berisi hal lain (1)"


def test_a_doubt_says_the_page_of_its_row():
    read = many(doubt(0))
    paged = replace(read, grids=(replace(read.grids[0], pages=(1, 3)),))
    assert looks_of(paged, ["code-guessed"])[0].place == "hal. 3, A2"


def test_every_kind_of_doubt_has_a_name():
    text = (CORE / "exchange" / "renstra_doubts.py").read_text(encoding="utf-8")
    made = set(re.findall(r'Doubt\(\s*"([a-z-]+)"', text))
    left = re.search(r"said = \{(.*?)\}", text, re.DOTALL)[1]
    made |= {f"left-{kind}" for kind in re.findall(r'"([a-z]+)":', left)} | {"level-indent", "level-capitals"}
    assert len(made) > 30
    assert made - set(TITLES) == set()


def test_a_doubt_inside_merged_cells_marks_what_is_seen_of_them(view):
    read = many(doubt(1))
    show(view, replace(read, grids=(replace(read.grids[0], merges=((1, 0, 2, 0),)),)))
    assert view.source_model.index(1, 0).data(DOUBT_ROLE)
    assert not view.source_model.index(2, 0).data(DOUBT_ROLE)
