"""The page RPJMD / RPD: points typed, pasted, moved and deleted by keys, indicators beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.opd import OpdRow
from tests.ui.frame import nameless
from tests.ui.planning import document_screen, draft, on_data, settle
from ui.widgets.document_frame import POINTS
from ui.widgets.frame_take import FrameTakeDialog
from ui.widgets.writing import WHY

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
BLOCK = (
    "Misi 1 Melayani\nTujuan 1.1 Bersih\nSasaran 1.1.1 Cepat\nIndikator: Indeks SPBE (indeks)\nMisi 2 Ekonomi"
)


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    made.frame.show_page(POINTS)
    return made


@pytest.fixture
def page(screen):
    return screen.frame.points


@pytest.fixture
def full(screen, desk, page):
    """The page with two missions, a goal, a target and its indicator."""
    on_data(screen.context.lane, lambda: desk.document.take(desk.document.read_pasted(BLOCK).points))
    screen.arrive()
    settle(screen)
    return page


def points(screen, desk, kind):
    return [item.text for item in on_data(screen.context.lane, lambda: desk.document.points(kind))]


def words(screen, desk):
    return [f"{item.word}: {item.point.text}" for item in on_data(screen.context.lane, desk.document.frame)]


def give(screen, kind, text):
    """Type or paste into the line of the page."""
    page = screen.frame.points
    page.focus_kind(kind)
    page.text.setPlainText(text)
    QTest.keyClick(page.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    settle(screen)


def choose(page, text):
    page.tree.choose(next(item.point.id for item in page._shown.points if item.point.text == text))


def dialog_of(screen):
    return screen.findChild(FrameTakeDialog)


def test_without_points_the_ways_to_begin_are_offered(screen, page, monkeypatch):
    assert page.pages.currentWidget() is page.empty
    asked = []
    monkeypatch.setattr(type(screen.files), "ask_files", classmethod(lambda *_: asked.append(1) or []))
    page.empty.buttons[0].click()
    assert asked == [1]
    page.empty.buttons[1].click()
    settle(screen)
    assert dialog_of(screen).isVisible()


def test_missions_are_pasted_line_by_line_without_their_numbers(screen, desk, page):
    give(screen, "misi", "1. Melayani <b>\n\n2) Membangun")
    assert points(screen, desk, "misi") == ["Melayani <b>", "Membangun"]
    assert page.text.toPlainText() == ""
    assert page.told.text() == "2 misi"


def test_what_stands_already_is_not_added_twice(screen, desk):
    give(screen, "isu", "- Stunting\n- Kemiskinan")
    give(screen, "isu", "• stunting\n• kemiskinan")
    assert points(screen, desk, "isu") == ["Stunting", "Kemiskinan"]
    assert screen.notes[-1] == "Baris-baris itu sudah ada."


def test_one_line_and_enter_adds_a_point_where_the_chosen_one_stands(screen, desk, full):
    choose(full, "Bersih")
    full.focus_kind("sasaran")
    QTest.keyClicks(full.text, "Ramah")
    QTest.keyClick(full.text, ENTER)
    settle(screen)
    assert words(screen, desk)[2:4] == ["Sasaran 1.1.1: Cepat", "Sasaran 1.1.2: Ramah"]
    assert full.point.point.text == "Ramah"
    full.focus_kind("misi")
    QTest.keyClicks(full.text, "Ketiga")
    QTest.keyClick(full.text, ENTER)
    settle(screen)
    assert "Misi" in words(screen, desk)[4]
    assert full.point.depth == 0


def test_a_point_is_edited_beside_the_tree_and_kept_while_it_is_typed(screen, desk, full):
    choose(full, "Melayani")
    QTest.keyClick(full.tree, ENTER)
    field = full.form.fields["text"]
    field.selectAll()
    QTest.keyClicks(field, "Melayani semua")
    settle(screen)
    assert points(screen, desk, "misi") == ["Melayani semua", "Ekonomi"]
    QTest.keyClicks(full.form.fields["page"], "12")
    settle(screen)
    stored = on_data(screen.context.lane, lambda: desk.document.points("misi"))[0]
    assert stored.page == "12"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    settle(screen)
    assert points(screen, desk, "misi")[0] == "Melayani semua"


def test_keys_move_points_change_their_level_and_delete_them_with_all_below(screen, desk, full):
    choose(full, "Ekonomi")
    QTest.keyClick(full.tree, Qt.Key.Key_Up, ALT)
    settle(screen)
    assert points(screen, desk, "misi") == ["Ekonomi", "Melayani"]
    choose(full, "Cepat")
    QTest.keyClick(full.tree, Qt.Key.Key_Right, ALT)
    settle(screen)
    assert points(screen, desk, "program") == ["Cepat"]
    QTest.keyClick(full.tree, Qt.Key.Key_Right, ALT)
    settle(screen)
    assert points(screen, desk, "program") == ["Cepat"]
    QTest.keyClick(full.tree, Qt.Key.Key_Left, ALT)
    settle(screen)
    choose(full, "Melayani")
    QTest.keyClick(full.tree, Qt.Key.Key_Delete)
    settle(screen)
    assert words(screen, desk) == ["Misi 2: Ekonomi"]
    assert screen.notes[-1].startswith("Misi 1 Melayani beserta 2 butir")
    on_data(screen.context.lane, desk.undo)
    assert len(words(screen, desk)) == 4


def test_indicators_targets_and_agencies_are_typed(screen, desk, full):
    on_data(screen.context.lane, lambda: desk.opd.add([OpdRow("Dinas Kesehatan")]))
    screen.arrive()
    settle(screen)
    choose(full, "Cepat")
    full.goals.setData(full.goals.index(0, 5), "2,6")
    last = full.goals.columnCount() - 1
    assert full.goals.heads[last] == "Kondisi akhir"
    full.goals.setData(full.goals.index(0, last), "3")
    full.indicator.setText("Kepuasan warga")
    QTest.keyClick(full.indicator, ENTER)
    settle(screen)
    item = full.point
    assert [one.name for one in item.indicators] == ["Indeks SPBE", "Kepuasan warga"]
    assert (item.indicators[0].target, item.indicators[0].final) == ({"2026": "2,6"}, "3")
    opd = on_data(screen.context.lane, lambda: desk.opd.opds()[0].id)
    full.form.edited.emit("opd", (str(opd),))
    settle(screen)
    assert full.point.opd == (opd,)
    full.table.choose(1)
    QTest.keyClick(full.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert [one.name for one in full.point.indicators] == ["Indeks SPBE"]


def test_cells_are_pasted_into_the_indicators_and_a_block_into_the_tree(screen, full):
    choose(full, "Cepat")
    QGuiApplication.clipboard().setText("2,4\t2,6")
    full.table.choose(0, 4)
    full.table.setFocus()
    QTest.keyClick(full.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert full.goals.row(0).target == {"2025": "2,4", "2026": "2,6"}
    assert dialog_of(screen) is None
    QGuiApplication.clipboard().setText("Misi 3 Tiga\nMisi 4 Empat")
    full.tree.setFocus()
    QTest.keyClick(full.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert dialog_of(screen).use.text() == "Pakai 2 butir"


def test_the_money_of_a_program_is_typed_below_its_indicators(screen, desk, full):
    choose(full, "Cepat")
    full.focus_kind("program")
    QTest.keyClicks(full.text, "Program Aplikasi")
    QTest.keyClick(full.text, ENTER)
    settle(screen)
    assert full.goals.setData(full.goals.index(0, 4), "1,5 M")
    assert not full.goals.setData(full.goals.index(0, 5), "banyak")
    settle(screen)
    stored = on_data(screen.context.lane, desk.document.frame)
    assert next(item.pagu for item in stored if item.pagu) == {"2025": 1_500_000_000}
    screen.changed(Changes(frozenset({"plan_point"})))
    settle(screen)
    assert full.point.pagu == {"2025": 1_500_000_000}
    for column in (0, full.goals.columnCount() - 1):
        assert not full.goals.flags(full.goals.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    assert points(screen, desk, "program") == ["Program Aplikasi"]


def test_a_block_with_levels_is_looked_at_before_it_is_taken(screen, desk, full):
    give(screen, "misi", "Misi 1 Melayani\nTujuan 1.1 Bersih sekali\nSasaran 1.1.1 Cepat")
    dialog = dialog_of(screen)
    assert dialog.use.text() == "Pakai 3 butir"
    assert "sudah ada dan diperbarui" in dialog.notes.text()
    assert dialog.drop.isVisible()
    dialog.text.setPlainText("Misi 1 Melayani")
    dialog.drop.setChecked(True)
    QTest.keyClick(dialog.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert words(screen, desk) == ["Misi 1: Melayani"]
    assert screen.notes[-1] == "RPJMD / RPD dipakai: 1 diperbarui, 3 dihapus. Ctrl+Z mengurungkan."
    assert full.tree.topLevelItemCount() == 1


def test_a_file_without_points_says_so_and_stores_nothing(screen, desk, heard):
    screen.warned.connect(heard.items.append)
    screen.files.for_frame = True
    screen.files._got(draft())
    settle(screen)
    assert "Tidak ada visi, misi" in heard.items[-1]
    assert words(screen, desk) == []


def test_in_a_file_that_takes_nothing_the_page_only_shows(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    on_data(context.lane, lambda: desk.document.take(desk.document.read_pasted(BLOCK).points))
    made = document_screen(desk, context, reads=True)
    qtbot.addWidget(made)
    made.frame.show_page(POINTS)
    settle(made)
    page = made.frame.points
    choose(page, "Melayani")
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    page.add.click()
    settle(made)
    assert points(made, desk, "misi") == ["Melayani", "Ekonomi"]
    assert not page.add.isEnabled()
    assert WHY in page.add.toolTip()
    assert page.form.fields["text"].isReadOnly()
    assert not page.goals.flags(page.goals.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_point_named_by_the_search_opens_its_page(screen, desk, full):
    row = on_data(screen.context.lane, lambda: desk.document.points("sasaran"))[0].id
    screen.frame.show_page(0)
    screen.open_row(row)
    settle(screen)
    assert screen.frame.pages.currentIndex() == POINTS
    assert full.point.point.id == row
    indicator = full.point.indicators[0].id
    choose(full, "Ekonomi")
    screen.open_row(indicator)
    settle(screen)
    assert full.point.point.id == row


def test_every_box_can_be_named(screen, full):
    assert full.point is not None
    assert nameless(screen) == []
