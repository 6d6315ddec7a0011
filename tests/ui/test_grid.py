"""The worksheet grid by the keyboard: as in a spreadsheet, with choices by a letter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.worksheets import COLUMNS, hand_grid
from ui.models.grid import GridModel
from ui.widgets.grid import GridView
from ui.widgets.grid_editors import ChoiceEditor, TextEditor, matching
from ui.widgets.grid_paint import hint_of

KEY = Qt.Key


@pytest.fixture
def view(dressed, qtbot):
    assert dressed
    model = GridModel()
    made = GridView(model)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    model.show_grid(hand_grid(marks=("Kondisi awal belum diisi.",)))
    made.start()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made)
    return made


@pytest.fixture
def grid(view):
    return view.model()


def press(*keys, held=Qt.KeyboardModifier.NoModifier):
    """Press keys where the focus is; text is typed letter by letter."""
    for key in keys:
        target = QApplication.focusWidget()
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(QApplication.focusWidget(), letter)
        else:
            QTest.keyClick(target, key, held)


def stands(view):
    index = view.currentIndex()
    return index.row(), view.model().column_at(index.column()).key


def stand(view, row, key):
    view.setCurrentIndex(view.model().index(row, view.model().place_of(key)))


def shown(grid, row, key):
    return grid.data(grid.index(row, grid.place_of(key)))


def test_stands_on_the_first_open_question(view, grid):
    assert stands(view) == (0, "relevant")
    grid.enter(view.currentIndex(), "ya")
    view.start()
    assert stands(view) == (1, "relevant")


def test_a_letter_answers_a_choice_at_once(view, grid):
    press("y")
    assert shown(grid, 0, "relevant") == "Ya"
    assert not view.is_editing
    view.letters.forget()
    press("t")
    assert shown(grid, 0, "relevant") == "Tidak"


@pytest.mark.parametrize(
    ("typed", "stands_then"),
    [
        ("panjang", "Panjang (10 th)"),
        ("pa", "Panjang (10 th)"),
        ("Pendek", "Pendek (1 th)"),
        ("m", "Menengah (5 th)"),
        ("1", "Pendek (1 th)"),
        ("10", "Panjang (10 th)"),
        ("5", "Menengah (5 th)"),
        ("p", ""),
        ("panas", ""),
    ],
)
def test_letters_set_a_choice_only_where_one_alone_is_meant(view, grid, typed, stands_then):
    stand(view, 0, "horizon")
    press(typed)
    assert shown(grid, 0, "horizon") == stands_then


def test_letters_that_may_mean_two_choices_are_shown_and_explained_when_one_goes_on(view, grid, qtbot):
    stand(view, 0, "horizon")
    press("p")
    face = grid.face(0, grid.place_of("horizon"))
    assert (face.text, face.is_wrong) == ("p", False)
    with qtbot.waitSignal(view.refused) as told:
        press(KEY.Key_Tab)
    assert "Ketik Pe atau Pa." in told.args[0]
    assert grid.face(0, grid.place_of("horizon")).is_wrong
    assert shown(grid, 0, "horizon") == ""


def test_a_longer_word_that_stops_matching_puts_back_what_stood(view, grid, qtbot):
    for before, word in (("", "birokrasi"), ("tidak", "sosial")):
        grid.put(view.currentIndex(), before)
        view.letters.forget()
        with qtbot.waitSignal(view.refused) as told:
            press(word)
        assert "bukan pilihan" in told.args[0]
        assert grid.raw(view.currentIndex()) == before
    assert grid.face(0, grid.place_of("relevant")).text == "sosial"
    press(KEY.Key_Escape)
    assert grid.face(0, grid.place_of("relevant")).text == "Tidak"


def test_after_a_pause_another_word_begins(view, grid, qtbot):
    press("x")
    qtbot.wait(1100)
    press("s")
    assert shown(grid, 0, "relevant") == "Sebagian"
    stand(view, 0, "horizon")
    press("p")
    with qtbot.waitSignal(view.refused, timeout=3000):
        pass
    press("a")
    assert shown(grid, 0, "horizon") == "Panjang (10 th)"


def test_the_hint_of_a_column_names_every_choice_alone():
    hints = {column.key: hint_of(column) for column in COLUMNS if hint_of(column)}
    assert (hints["relevant"], hints["horizon"]) == ("Y · S · T", "Pe · M · Pa")


def test_a_letter_that_is_no_choice_is_explained(view, grid, qtbot):
    with qtbot.waitSignal(view.refused) as told:
        press("x")
    assert "Ya, Sebagian, Tidak" in told.args[0]
    assert shown(grid, 0, "relevant") == ""


def test_tab_goes_from_question_to_question_and_on_to_the_next_row(view):
    seen = []
    for _ in range(6):
        press(KEY.Key_Tab)
        seen.append(stands(view))
    assert seen[:4] == [(0, "dimension"), (0, "issue"), (0, "horizon"), (0, "cost")]
    assert seen[-1] == (1, "relevant")
    press(KEY.Key_Backtab)
    assert stands(view) == (0, "more")


def test_enter_after_tabs_returns_to_where_they_began(view):
    press("y", KEY.Key_Tab, KEY.Key_Tab, "Aduan", KEY.Key_Return)
    assert stands(view) == (1, "relevant")
    stand(view, 1, "issue")
    press(KEY.Key_Tab, KEY.Key_Return)
    assert stands(view) == (2, "issue")
    press(KEY.Key_Tab, KEY.Key_Left, KEY.Key_Up, KEY.Key_Right, KEY.Key_Return)
    assert stands(view) == (2, "horizon")


def test_three_rows_keyed_in_one_go_come_out_right(view, grid):
    tab, enter = KEY.Key_Tab, KEY.Key_Return
    rows = (
        ("y", "gov", "Antre", "pa", "1500000"),
        ("s", "zzz", "Jauh", "m", "20"),
        ("t", "env", "", "5", ""),
    )
    for row in rows:
        for place, typed in enumerate(row):
            press(typed, tab if place < len(row) - 1 else enter)
    keys = ("relevant", "dimension", "issue", "horizon", "cost")
    assert [[grid.raw(grid.index(row, grid.place_of(key))) for key in keys] for row in range(3)] == [
        ["ya", "GOV", "Antre", "panjang", "1500000"],
        ["sebagian", "", "Jauh", "menengah", "20"],
        ["tidak", "ENV", "", "menengah", ""],
    ]
    face = grid.face(1, grid.place_of("dimension"))
    assert (face.text, face.is_wrong) == ("zzz", True)
    stand(view, 1, "dimension")
    press("soc", tab)
    assert not grid.face(1, grid.place_of("dimension")).is_wrong


def test_a_choice_half_typed_is_not_dropped_in_silence_when_another_sheet_comes(view, grid, qtbot):
    stand(view, 0, "dimension")
    press("soc")
    with qtbot.waitSignal(view.refused) as told:
        grid.show_grid(hand_grid(opd="opd-2"))
    assert '"soc" belum dipilih' in told.args[0]
    assert grid.face(0, grid.place_of("dimension")).text == ""
    grid.show_grid(hand_grid())
    assert grid.face(0, grid.place_of("dimension")).text == "soc"


def test_enter_goes_down_and_arrows_walk(view):
    press(KEY.Key_Return)
    assert stands(view) == (1, "relevant")
    press(KEY.Key_Right, KEY.Key_Up)
    assert stands(view) == (0, "dimension")


def test_typing_begins_an_answer_that_stands_while_it_is_typed(view, grid):
    stand(view, 0, "issue")
    press("Aduan warga")
    assert isinstance(QApplication.focusWidget(), TextEditor)
    assert shown(grid, 0, "issue") == "Aduan warga"
    press(KEY.Key_Tab)
    assert stands(view) == (0, "horizon")
    assert not view.is_editing


def test_typing_replaces_and_f2_goes_on_writing(view, grid):
    stand(view, 0, "issue")
    press("satu", KEY.Key_Return)
    assert stands(view) == (1, "issue")
    stand(view, 0, "issue")
    press(KEY.Key_F2, " dua", KEY.Key_Return)
    assert shown(grid, 0, "issue") == "satu dua"
    stand(view, 0, "issue")
    press("baru", KEY.Key_Return)
    assert shown(grid, 0, "issue") == "baru"


def test_esc_puts_back_what_stood(view, grid):
    stand(view, 0, "issue")
    press("satu", KEY.Key_Return)
    stand(view, 0, "issue")
    press("lain")
    assert shown(grid, 0, "issue") == "lain"
    press(KEY.Key_Escape)
    assert shown(grid, 0, "issue") == "satu"
    assert not view.is_editing
    assert QApplication.focusWidget() is view


def test_alt_enter_begins_a_line_and_the_row_grows(view, grid):
    stand(view, 0, "issue")
    before = view.rowHeight(0)
    press("satu")
    for word in ("dua", "tiga", "empat", "lima", "enam"):
        press(KEY.Key_Return, held=Qt.KeyboardModifier.AltModifier)
        press(word)
    press(KEY.Key_Return)
    assert shown(grid, 0, "issue").splitlines() == ["satu", "dua", "tiga", "empat", "lima", "enam"]
    assert view.rowHeight(0) > before
    assert view.rowHeight(0) >= 6 * view.fontMetrics().height()


def test_delete_empties_chosen_cells_in_one_act(view, grid):
    press("y", KEY.Key_Return, "y")
    acts = []
    grid.acted.connect(acts.append)
    stand(view, 0, "relevant")
    press(KEY.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_Delete)
    assert grid.count_done() == (0, 3)
    assert len(acts) == 1


def test_an_answer_that_does_not_fit_stays_in_its_editor_with_the_sentence(view, grid, qtbot):
    stand(view, 0, "cost")
    press("banyak")
    with qtbot.waitSignal(view.refused) as told:
        press(KEY.Key_Return)
    assert "bukan jumlah rupiah" in told.args[0]
    assert view.is_editing
    assert QApplication.focusWidget().text() == "banyak"
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(grid.index(2, 1)).center()
    )
    assert view.is_editing
    assert stands(view) == (0, "cost")
    press(KEY.Key_Escape, "1.500.000", KEY.Key_Return)
    assert shown(grid, 0, "cost") == "1.500.000"


def test_a_list_of_choices_narrows_as_one_types(view, grid):
    stand(view, 0, "dimension")
    press("soc")
    editor = QApplication.focusWidget()
    assert isinstance(editor, ChoiceEditor)
    assert editor.popup.isVisible()
    words = [editor.popup.list.item(row).text() for row in range(editor.popup.list.count())]
    assert words == ["Smart SOC", "Sub satu SOC", "Sub dua SOC"]
    press(KEY.Key_Down, KEY.Key_Tab)
    assert shown(grid, 0, "dimension") == "SOC Sub satu SOC"
    assert stands(view) == (0, "issue")


def test_f2_opens_a_short_list_and_esc_leaves_it(grid):
    press("y", KEY.Key_F2)
    editor = QApplication.focusWidget()
    rows = [editor.popup.list.item(row).text() for row in range(editor.popup.list.count())]
    assert rows == ["Ya", "Sebagian", "Tidak", "(kosongkan)"]
    press(KEY.Key_Escape)
    assert shown(grid, 0, "relevant") == "Ya"
    press(KEY.Key_F2, KEY.Key_End, KEY.Key_PageDown, KEY.Key_Return)
    assert shown(grid, 0, "relevant") == ""


def test_a_click_takes_a_choice(view, grid, qtbot):
    press(KEY.Key_F2)
    popup = QApplication.focusWidget().popup
    spot = popup.list.visualItemRect(popup.list.item(1)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert shown(grid, 0, "relevant") == "Sebagian"
    assert QApplication.focusWidget() is view


def test_several_choices_are_ticked_with_space(view, qtbot):
    column = next(column for column in COLUMNS if column.key == "kinds")
    editor = ChoiceEditor(column, "aplikasi", "", view.viewport())
    qtbot.addWidget(editor)
    QTest.keyClick(editor, KEY.Key_Home)
    QTest.keyClick(editor, KEY.Key_Up)
    QTest.keyClick(editor, KEY.Key_Space)
    assert editor.raw() == "proses;aplikasi", "in the order of the choices, as it is read again"
    QTest.keyClick(editor, KEY.Key_Space)
    assert editor.raw() == "aplikasi"
    QTest.keyClicks(editor, "kem")
    with qtbot.waitSignal(editor.finished):
        QTest.keyClick(editor, KEY.Key_Return)
    assert editor.raw() == "aplikasi;kemitraan"


def test_choices_of_a_code_come_before_those_that_only_contain_it():
    dimension = next(column for column in COLUMNS if column.key == "dimension")
    assert [item.code for item in matching(dimension.choices, "s")][:3] == ["SOC", "SOC", "SOC"]
    assert not matching(dimension.choices, "zzz")


def test_pastes_from_a_spreadsheet_and_copies_to_one(view, grid):
    QGuiApplication.clipboard().setText("ya\tGOV\tsatu\nsebagian\tENV\tdua\n")
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Paste))
    assert [shown(grid, row, "issue") for row in range(3)] == ["satu", "dua", ""]
    stand(view, 0, "relevant")
    press(KEY.Key_Down, KEY.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "Ya\tGOV Smart GOV\nSebagian\tENV Smart ENV"


def test_enter_and_click_open_and_close_the_support_programs(view, grid):
    stand(view, 3, "code")
    press(KEY.Key_Return)
    assert grid.rowCount() == 5
    spot = view.visualRect(grid.index(3, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert grid.rowCount() == 4


def test_keys_that_reach_the_grid_while_an_editor_is_open_belong_to_the_editor(view, grid):
    stand(view, 0, "issue")
    for letter in "halo":
        QTest.keyClicks(view, letter)
    assert shown(grid, 0, "issue") == "halo"


def test_an_open_answer_is_handed_in_when_another_sheet_comes(view, grid):
    stand(view, 0, "issue")
    press("separuh")
    grid.show_grid(hand_grid(opd="opd-2"))
    assert not view.is_editing
    grid.show_grid(hand_grid())
    assert shown(grid, 0, "issue") == "separuh"


def test_every_word_of_a_cell_has_room_at_any_width(view, grid):
    place = grid.place_of("issue")
    texts = (
        "47 aplikasi tidak saling terhubung",
        "pertanggungjawaban penyelenggaraan " * 6,
        "a b c d e f g h i j",
    )
    for row, text in enumerate(texts):
        grid.enter(grid.index(row, place), text)
    for width in range(60, 180):
        view.setColumnWidth(place, width)
        view.fit_rows()
        for row in range(3):
            cell = view.visualRect(grid.index(row, place))
            assert cell.height() >= view.delegate.words_height(grid.face(row, place), cell.width())


@pytest.mark.usefixtures("dressed")
def test_doubled_heads_and_names_are_not_cut(qtbot):
    grid = hand_grid()
    doubled = tuple(
        type(column)(column.key, f"{column.label} {column.label}", column.kind, column.section,
                     width=column.width, choices=column.choices, folded=column.folded)
        for column in grid.columns
    )  # fmt: skip
    model = GridModel()
    view = GridView(model)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    model.show_grid(type(grid)(grid.worksheet, grid.sheet, grid.party_name, doubled, grid.rows))
    for at, column in enumerate(model.columns()):
        longest = view.heads.widest_word(column.label)
        assert view.columnWidth(at) >= longest
    assert view.heads.height() == view.heads.sizeHint().height()


def test_a_click_on_a_mark_asks_for_its_sentences(view, qtbot):
    with qtbot.waitSignal(view.marks_asked) as asked:
        qtbot.mouseClick(view.margin.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert asked.args == [0]


def test_names_stay_in_view_when_answers_are_scrolled(view):
    view.resize(420, 300)
    stand(view, 0, "more")
    assert view.horizontalScrollBar().value() > 0
    assert view.named.isVisible()
    stand(view, 0, "relevant")
    assert view.visualRect(view.currentIndex()).left() >= view.named.width_shown()
