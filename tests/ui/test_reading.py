"""A reading before anything is stored: the sentence first, file beside result, doubts answered by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra import IndicatorDraft, Problem, checks
from tests.ui.frame import nameless, turn
from tests.ui.planning import draft
from ui.models.reading_lines import CODE, NAME
from ui.models.reading_looks import answers_of
from ui.models.reading_opd import likely_opd
from ui.models.reading_source import DOUBT_ROLE, cells_of, column_name, column_of
from ui.widgets.reading import NEW_OPD, ReadingFor, ReadingView

ENTER = Qt.Key.Key_Return
HEALTH = Opd(RowId("h"), "", "Dinas Kesehatan", "Dinkes", bidang=("1.02",))
KOMINFO = Opd(RowId("k"), "", "Dinas Komunikasi dan Informatika", "Diskominfo", bidang=("2.16",))


@pytest.fixture
def view(request, qtbot):
    request.getfixturevalue("dressed")
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(1158, 640)
    made.show()
    return made


def show(view, read=None, **target):
    view.show_draft(read or draft(), ReadingFor(**({"opds": (HEALTH, KOMINFO)} | target)))
    turn()


def row(view, place=0):
    return view.doubts.rows()[place]


def test_one_sentence_stands_before_the_tables(view):
    show(view)
    words = (
        "Renstra Diskominfo 2025–2026: 1 program, 1 kegiatan, Rp1 ribu (2025), di luar 1 program penunjang."
    )
    assert view.sentence.text() == f"{words} 2 hal perlu dilihat."
    assert view.use.text() == "Pakai hasil baca (3 baris)"


def test_everything_that_takes_the_tab_key_can_be_named(view):
    show(view)
    assert nameless(view) == []


def test_the_doubtful_cell_is_marked_in_the_file_and_proposed_beside_it(view):
    show(view)
    assert view.source_model.index(2, 0).data(DOUBT_ROLE)
    assert not view.source_model.index(1, 0).data(DOUBT_ROLE)
    assert view.lines_model.index(1, CODE).data() == "2.16.02.2.01?"


def test_a_row_of_the_file_and_its_line_are_chosen_together(view):
    show(view)
    view.source.setCurrentIndex(view.source_model.index(3, 1))
    assert view.lines.currentIndex().row() == 2
    view.lines.setCurrentIndex(view.lines_model.index(0, NAME))
    assert view.source.currentIndex().row() == 1


def test_where_nothing_is_to_be_looked_at_the_list_is_a_line_and_the_tables_have_the_room(view):
    def heights():
        turn()
        return view.source.height(), view.looks.height()

    show(view)
    table, looks = heights()
    assert view.doubts.isVisible()
    for _ in range(2):
        view.doubts.answered.emit(view.draft.problems[0].key, "accept", "")
    higher, line = heights()
    assert not view.doubts.isVisible()
    assert view.looks.none.isVisible()
    assert view.looks.none.text() == "Semua sudah dijawab."
    assert line < 60
    assert higher == table + looks - line
    view.looks.take_back()
    higher, fewer = heights()
    assert view.doubts.isVisible()
    assert line < fewer < looks, "one thing to look at takes less room than two"
    assert higher == table + looks - fewer
    show(view, replace(draft(), problems=()))
    assert view.looks.none.text() == "Semua terbaca jelas."
    view.show_findings(checks(draft().lines, years=draft().years, nomenclature={}))
    heights()
    assert all(view.looks.rect().contains(tab.geometry()) for tab in view.looks.tabs)
    QTest.mouseClick(view.looks.tabs[1], Qt.MouseButton.LeftButton)
    assert not view.looks.none.isVisible()
    assert heights()[1] > 100


def test_a_doubt_shows_its_place_on_both_sides(view):
    show(view)
    row(view, 1).setFocus()
    assert view.lines.currentIndex().row() != 1
    row(view).setFocus()
    assert (view.source.currentIndex().row(), view.source.currentIndex().column()) == (2, 0)
    assert view.lines.currentIndex().row() == 1


def test_enter_takes_the_proposal_and_goes_on(view):
    show(view)
    QTest.keyClick(row(view), ENTER)
    assert view.draft.lines[1].code == "2.16.02.2.01"
    assert [item.look.key for item in view.doubts.rows()] == ["baseline-year:R!C2"]
    assert "1 hal perlu dilihat" in view.sentence.text()
    assert row(view).hasFocus()


def test_delete_leaves_the_value_out(view):
    show(view)
    QTest.keyClick(row(view), Qt.Key.Key_Delete)
    assert view.draft.lines[1].code == ""
    assert len(view.draft.problems) == 1


def test_f2_mends_in_place(view):
    show(view)
    QTest.keyClick(row(view), Qt.Key.Key_F2)
    assert row(view).value.text() == "2.16.02.2.01"
    row(view).value.setText("2 16 02 2.02")
    QTest.keyClick(row(view).value, ENTER)
    assert view.draft.lines[1].code == "2.16.02.2.02"


def test_a_value_that_cannot_stand_there_is_said_at_its_place(view):
    show(view)
    QTest.keyClick(row(view), Qt.Key.Key_F2)
    row(view).value.setText("dua")
    QTest.keyClick(row(view).value, ENTER)
    assert '"dua" tidak bisa dipakai' in row(view).fault.text()
    assert row(view).value.isVisible()
    assert len(view.draft.problems) == 2


def test_a_first_letter_chooses_an_answer(view):
    show(view)
    QTest.keyClick(row(view), Qt.Key.Key_L)
    assert view.draft.lines[1].code == ""


def test_answers_can_be_taken_back_one_by_one(view):
    show(view)
    assert not view.undo.isVisible()
    row(view).buttons[0].click()
    view.undo.click()
    assert len(view.draft.problems) == 2
    assert view.draft.lines[1].code == ""


def test_without_a_proposal_the_year_is_asked_for(view):
    show(view)
    assert [button.text() for button in row(view, 1).buttons] == ["Isi tahun", "Lewati"]
    QTest.keyClick(row(view, 1), ENTER)
    QTest.keyClicks(row(view, 1).value, "2024")
    QTest.keyClick(row(view, 1).value, ENTER)
    assert view.draft.base_year == 2024


def test_the_reading_is_handed_over_whole_with_its_answers(view, qtbot):
    show(view)
    QTest.keyClick(row(view), ENTER)
    with qtbot.waitSignal(view.adopted) as told:
        view.use.click()
    read, opd = told.args
    assert [line.code for line in read.lines] == ["2.16.02", "2.16.02.2.01", "2.16.01"]
    assert opd == KOMINFO.id


def test_nothing_is_handed_over_before_an_agency_is_chosen(view):
    show(view, draft(opd_name="", source_name="a.xlsx"), opds=(HEALTH,))
    assert view.target == NO_ROW
    assert not view.use.isEnabled()
    assert "Pilih dahulu" in view.hint.text()
    view.opd.setCurrentIndex(view.opd.findData(str(HEALTH.id)))
    assert view.use.isEnabled()
    assert view.sentence.text().startswith("Renstra Dinkes")


def test_an_agency_that_is_not_there_yet_can_be_added_with_the_reading(view):
    show(view, opds=())
    assert view.target == NEW_OPD
    assert view.use.isEnabled()


def test_a_standing_renstra_is_named_before_it_is_replaced(view):
    show(view, standing={KOMINFO.id: "2021–2023"})
    assert "2021–2023" in view.note.text()
    view.opd.setCurrentIndex(view.opd.findData(str(HEALTH.id)))
    assert view.note.text() == ""


def unnamed_years():
    asked = Problem("R", "C1", "years", "Tahun berapa Tahun-1 itu?", field="years")
    line = replace(draft().lines[0], pagu={"Tahun-1": 5, "Tahun-2": 6}, indicators=())
    return draft(years=("Tahun-1", "Tahun-2"), lines=(line,), problems=(asked,))


def test_years_that_nobody_knows_are_asked_for_before_the_reading_is_used(view, qtbot):
    show(view, unnamed_years())
    with qtbot.assertNotEmitted(view.adopted):
        view.use.click()
    assert row(view).value.hasFocus()
    QTest.keyClicks(row(view).value, "2025")
    QTest.keyClick(row(view).value, ENTER)
    with qtbot.waitSignal(view.adopted) as told:
        view.use.click()
    assert told.args[0].years == ("2025", "2026")


def test_years_may_stay_unknown_if_the_person_insists(view, qtbot):
    show(view, unnamed_years())
    view.use.click()
    with qtbot.waitSignal(view.adopted) as told:
        view.use.click()
    assert told.args[0].years == ("Tahun-1", "Tahun-2")


def test_proposed_years_are_taken_as_the_sentence_said_them(view, qtbot):
    read = unnamed_years()
    asked = replace(read.problems[0], suggestion="2021, 2022")
    show(view, replace(read, problems=(asked,), proposed_years={"Tahun-1": 2021, "Tahun-2": 2022}))
    assert "2021–2022" in view.sentence.text()
    with qtbot.waitSignal(view.adopted) as told:
        view.use.click()
    assert told.args[0].years == ("2021", "2022")


def test_a_multiplier_is_confirmed_by_words_not_by_figures():
    found = Problem("R", "A1", "multiplier", "", suggestion="1000", field="multiplier")
    guess = replace(found, code="multiplier-guess", suggestion="1")
    assert [item.words for item in answers_of(found)] == ["Betul", "Bukan, rupiah penuh", "Perbaiki"]
    assert [item.words for item in answers_of(guess)] == ["Rupiah penuh", "Ribuan", "Jutaan"]


def test_thousands_are_chosen_by_one_button(view):
    guess = Problem("R", "D2", "multiplier-guess", "Ribuan?", suggestion="1", field="multiplier")
    show(view, draft(problems=(guess,)))
    row(view).buttons[1].click()
    assert view.draft.lines[0].pagu["2025"] == 1_000_000


def test_a_row_that_was_held_back_is_used_mended_or_left(view):
    held = Problem("R", "B3", "code-missing", "tanpa kode", held=draft().lines[1], field="code")
    show(view, draft(lines=draft().lines[:1], problems=(held,)))
    assert [button.text() for button in row(view).buttons] == ["Betul, tanpa kode", "Isi kode", "Lewati"]
    row(view).buttons[0].click()
    assert len(view.draft.lines) == 2
    assert view.use.text() == "Pakai hasil baca (2 baris)"


def test_the_button_says_how_many_rows_are_left_behind(view):
    held = Problem("R", "B3", "code-missing", "tanpa kode", held=draft().lines[1], field="code")
    show(view, draft(lines=draft().lines[:1], problems=(held,)))
    assert view.use.text() == "Pakai hasil baca (1 baris, 1 ditinggalkan)"
    assert view.use.accessibleName() == view.use.text()
    row(view).buttons[2].click()
    assert view.use.text() == "Pakai hasil baca (1 baris, 1 ditinggalkan)"
    view.looks.take_back()
    row(view).buttons[0].click()
    assert view.use.text() == "Pakai hasil baca (2 baris)"


def test_soft_warnings_stand_on_their_own_page_and_lead_to_their_line(view):
    show(view)
    view.show_findings(checks(view.draft.lines, years=view.draft.years))
    assert view.looks.tabs[1].text() == "Peringatan isi (1)"
    view.looks.tabs[1].click()
    falls = next(item for item in view.checks.rows() if "turun dari 10 ke 5" in item.look.message)
    falls.setFocus()
    assert view.lines.currentIndex().row() == 1


def test_the_same_warning_many_times_is_one_line_that_opens(view):
    item = IndicatorDraft("Persentase layanan", "%", "10%", targets={"2025": "20%"})
    bare = replace(draft().lines[0], code="", indicators=(item,), pagu={})
    paid = replace(bare, name="Program berpagu", pagu={"2025": 5_000_000})
    lines = (*(replace(bare, name=f"Program {place}") for place in range(5)), paid)
    show(view, draft(lines=lines, problems=()))
    view.show_findings(checks(lines))
    assert [item.look.message for item in view.checks.rows()] == ["5 program belum punya pagu."]
    view.checks.rows()[0].buttons[0].click()
    assert len(view.checks.rows()) == 6


def test_hundreds_of_doubts_come_a_page_at_a_time(view):
    many = tuple(Problem("R", f"A{place}", "level-unclear", "tidak jelas") for place in range(1, 201))
    show(view, draft(problems=many))
    assert len(view.doubts.rows()) == 60
    view.doubts.more.click()
    assert len(view.doubts.rows()) == 120


def test_merged_cells_stay_merged(view):
    read = draft()
    show(view, replace(read, grids=(replace(read.grids[0], merges=((0, 2, 0, 3),)),)))
    assert view.source.columnSpan(0, 2) == 2


def test_typed_markup_is_shown_as_it_was_typed(view):
    show(view)
    assert "&lt;b&gt;" in view.lines_model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert view.sentence.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_reading_cannot_be_used(view):
    show(view, draft(lines=(), problems=(), grids=()))
    assert not view.use.isEnabled()
    assert "belum ada program yang terbaca" in view.sentence.text()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"opd_name": "Dinas Kesehatan Kab. X", "lines": ()}, "h"),
        ({"opd_name": "", "source_name": "03_dinkes_renstra.xlsx", "lines": ()}, "h"),
        ({"opd_name": "", "source_name": "01_diskominfosanditik.xlsx", "lines": ()}, "k"),
        ({"opd_name": "", "source_name": "renstra.xlsx"}, "k"),
        ({"opd_name": "Dinas Peternakan", "source_name": "renstra.xlsx", "lines": ()}, ""),
    ],
)
def test_the_agency_is_guessed_from_name_file_or_codes(changes, expected):
    assert likely_opd(draft(**changes), (HEALTH, KOMINFO)) == expected


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("BA", 52)])
def test_columns_are_called_as_in_a_spreadsheet(letters, number):
    assert column_name(number) == letters
    assert column_of(letters) == number


def test_several_cells_are_named_in_one_text():
    assert cells_of("M4, O4, Q4") == [(3, 12), (3, 14), (3, 16)]
    assert cells_of("") == []
