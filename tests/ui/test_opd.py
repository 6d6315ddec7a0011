"""Screen OPD: three ways in, a table edited like a spreadsheet, deletion that can be taken back."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, hold, on_data
from ui.models import opd_table as columns
from ui.screens.opd.screen import OpdScreen
from ui.widgets.opd_paste import PasteDialog
from ui.widgets.opd_typical import TypicalDialog, named_rows

ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = OpdScreen(
        opd=desk.opd,
        workshop=desk.workshop,
        renstra=desk.renstra,
        suggest=desk.suggest,
        context=context,
    )
    qtbot.addWidget(made)
    made.resize(1190, 688)
    made.show()
    made.arrive()
    settle(made)
    return made


@pytest.fixture
def full(screen, desk):
    on_data(screen.context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    screen.arrive()
    settle(screen)
    return screen


def settle(screen):
    for _round in range(4):
        screen.context.autosave.flush()
        assert screen.context.lane.drain(10)


def stored(screen):
    return on_data(screen.context.lane, screen._opd.opds)


def names(screen):
    return [item.name for item in screen.model.opds()]


def editor(screen):
    found = screen.table.viewport().findChildren(QLineEdit, "opd-cell")
    return next(item for item in found if item.isVisible())


def type_into(screen, row, column, text):
    screen.table.choose(row, column)
    QTest.keyClicks(screen.table, text[0])
    QTest.keyClicks(editor(screen), text[1:])
    QTest.keyClick(editor(screen), ENTER)


def type_name(screen, text, qtbot):
    screen.add_line.line.clear()
    QTest.keyClicks(screen.add_line.line, text)
    qtbot.waitUntil(lambda: screen.add_line.words.text() != "")


def dialog(screen, kind):
    settle(screen)
    return screen.findChild(kind)


def test_an_empty_workshop_offers_three_ways_to_begin(screen):
    assert screen.empty.isVisible()
    assert [button.text() for button in screen.empty.buttons] == ["Dari daftar lazim", "Tempel dari Excel"]
    assert screen.add_line.line.isVisible()


def test_everything_that_takes_the_tab_key_can_be_named(full):
    assert nameless(full) == []


def test_a_name_shows_what_it_tells_before_it_is_added(screen, qtbot):
    type_name(screen, "Dinas Kesehatan", qtbot)
    assert screen.add_line.words.text() == "Dinas · 1.02 Kesehatan · LIV · wajib Renstra"
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [(item.name, item.bidang) for item in stored(screen)] == [("Dinas Kesehatan", ("1.02",))]
    assert names(screen) == ["Dinas Kesehatan"]


def test_a_known_short_name_becomes_the_full_name(screen, qtbot):
    type_name(screen, "dishub", qtbot)
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [(item.name, item.short) for item in stored(screen)] == [("Dinas Perhubungan", "Dishub")]


def test_enter_that_is_faster_than_the_proposal_still_adds(screen):
    QTest.keyClicks(screen.add_line.line, "Dinas Sosial")
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [item.name for item in stored(screen)] == ["Dinas Sosial"]


def test_a_shared_short_name_asks_which_agency_is_meant(screen, qtbot):
    type_name(screen, "DKP", qtbot)
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert stored(screen) == []
    second = QApplication.focusWidget()
    assert second.text() == "Dinas Ketahanan Pangan"
    screen.findChild(type(second), "opd-add-choice-2").click()
    settle(screen)
    assert [(item.name, item.short) for item in stored(screen)] == [("Dinas Perikanan", "DKP")]


@pytest.mark.parametrize("typed", ["diskomin", "Diskomifno"])
def test_a_mistyped_name_is_asked_about_before_it_becomes_an_outside_agency(screen, qtbot, typed):
    type_name(screen, typed, qtbot)
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert stored(screen) == []
    screen.add_line.findChild(QPushButton, "opd-add-choice-1").click()
    settle(screen)
    assert [(item.name, item.short) for item in stored(screen)] == [
        ("Dinas Komunikasi dan Informatika", "Diskominfo")
    ]


def test_an_outside_agency_is_not_asked_about(screen, qtbot):
    type_name(screen, "Rumah Zakat", qtbot)
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [(item.name, item.kind) for item in stored(screen)] == [("Rumah Zakat", "luar")]


def test_another_usual_short_name_is_kept_as_the_short_name(screen, qtbot):
    type_name(screen, "Bappeda", qtbot)
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [(item.short, item.kind) for item in stored(screen)] == [("Bappeda", "badan")]


def test_a_corrected_name_proposes_again_what_nobody_changed(full):
    full.table.choose(2, columns.DIMENSION)
    dimension = full.model.shown.dimensions[1].id
    full.model.setData(full.table.currentIndex(), dimension)
    settle(full)
    type_into(full, 2, columns.NAME, "Dinas Perhubungan")
    QTest.qWait(10)
    settle(full)
    found = stored(full)[2]
    assert (found.name, found.kind, found.bidang) == ("Dinas Perhubungan", "dinas", ("2.15",))
    assert found.renstra_required
    assert found.dimension == dimension
    assert full.model.opd(2) == found


def test_a_chosen_kind_decides_about_the_renstra_unless_somebody_chose_otherwise(full):
    for kind, required in (("dinas", True), ("luar", False)):
        full.model.setData(full.model.index(2, columns.KIND), kind)
        settle(full)
        assert stored(full)[2].renstra_required is required
    full.model.setData(full.model.index(2, columns.RENSTRA), "1")
    full.model.setData(full.model.index(2, columns.KIND), "bagian")
    settle(full)
    assert stored(full)[2].renstra_required


def test_an_agency_that_stands_is_not_added_twice(full, qtbot):
    type_name(full, "dinas kesehatan", qtbot)
    assert "sudah ada" in full.add_line.words.text()
    QTest.keyClick(full.add_line.line, ENTER)
    settle(full)
    assert len(stored(full)) == len(OPDS)


def test_a_kelurahan_stands_as_not_required(full):
    row = names(full).index("Kelurahan Potoro")
    assert full.model.index(row, columns.RENSTRA).data() == "tidak wajib"
    assert full.model.index(0, columns.RENSTRA).data() == "belum"


def test_tables_are_set_by_a_number_and_enter_down_the_column(full):
    full.table.choose(0, columns.TABLE)
    for number in ("1", "1", "2"):
        QTest.keyClicks(full.table, number)
        QTest.keyClick(editor(full), ENTER)
    settle(full)
    assert [item.table_no for item in stored(full)] == ["1", "1", "2"]
    assert "2 meja" in full.counts.text()


def test_typing_never_waits_for_the_disk(full):
    release = hold(full.context.lane)
    for row in range(3):
        type_into(full, row, columns.SHORT, f"S{row}")
    assert [item.short for item in full.model.opds()] == ["S0", "S1", "S2"]
    release.set()
    settle(full)
    assert [item.short for item in stored(full)] == ["S0", "S1", "S2"]


def test_a_selection_gets_one_table_at_once(full):
    full.table.selectAll()
    full.table_all.setText("4")
    full.fill.click()
    settle(full)
    assert {item.table_no for item in stored(full)} == {"4"}


def test_cells_pasted_from_a_spreadsheet_fall_into_the_cells_below(full):
    full.table.choose(0, columns.SHORT)
    QApplication.clipboard().setText("Dinkes\tdinas\nKominfo\tbadan")
    QTest.keyClick(full.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert [(item.short, item.kind) for item in stored(full)[:2]] == [
        ("Dinkes", "dinas"),
        ("Kominfo", "badan"),
    ]


def test_ctrl_d_fills_downwards(full):
    full.table.choose(0, columns.TABLE)
    full.model.setData(full.model.index(0, columns.TABLE), "7")
    for row in range(3):
        full.table.selectionModel().select(
            full.model.index(row, columns.TABLE), full.table.selectionModel().SelectionFlag.Select
        )
    QTest.keyClick(full.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert [item.table_no for item in stored(full)] == ["7", "7", "7"]


def test_a_name_cannot_be_emptied(full):
    full.table.choose(0, columns.NAME)
    full.model.setData(full.model.index(0, columns.NAME), "  ")
    settle(full)
    assert stored(full)[0].name == "Dinas Kesehatan"


def test_the_kind_is_chosen_from_a_list(full):
    full.table.choose(0, columns.KIND)
    QTest.keyClick(full.table, Qt.Key.Key_F2)
    box = full.table.viewport().findChild(QComboBox, "opd-cell")
    box.setCurrentIndex(box.findText("Badan"))
    box.activated.emit(box.currentIndex())
    settle(full)
    assert stored(full)[0].kind == "badan"


@pytest.mark.parametrize(("row", "column"), [(0, columns.KIND), (2, columns.KIND), (1, columns.DIMENSION)])
def test_a_list_of_choices_covers_no_cell_and_hides_no_choice(full, row, column):
    full.table.choose(row, column)
    QTest.keyClick(full.table, ENTER)
    QTest.qWait(30)
    box = full.table.viewport().findChild(QComboBox, "opd-cell")
    view = box.view()
    assert view.isVisible()
    inside = view.viewport().rect()
    for place in range(box.count()):
        shown = view.visualRect(box.model().index(place, 0))
        assert inside.top() <= shown.top() <= shown.bottom() <= inside.bottom(), box.itemText(place)
        assert view.fontMetrics().horizontalAdvance(box.itemText(place)) < inside.width()
    popup = view.window().geometry()
    cell = QRect(box.mapToGlobal(box.rect().topLeft()), box.size())
    assert popup.top() > cell.bottom() - 1 or popup.bottom() < cell.top() + 1
    box.hidePopup()


def test_bidang_urusan_are_found_by_letters_and_ticked(full):
    full.table.choose(0, columns.BIDANG)
    QTest.keyClicks(full.table, "s")
    picker = full.table._picker
    picker.box.setText("sosial")
    QTest.keyClick(picker.box, Qt.Key.Key_Space)
    QTest.keyClick(picker.box, ENTER, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert stored(full)[0].bidang == ("1.02", "1.06")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, ENTER])
def test_space_and_enter_tick_a_bidang_and_the_button_uses_it(full, key):
    full.table.choose(0, columns.BIDANG)
    QTest.keyClick(full.table, Qt.Key.Key_F2)
    picker = full.table._picker
    QTest.keyClicks(picker.box, "sosial")
    QTest.keyClick(picker.box, key)
    assert picker.isVisible()
    assert "1.06" in picker.codes()
    picker.use.click()
    settle(full)
    assert not picker.isVisible()
    assert stored(full)[0].bidang == ("1.02", "1.06")


def test_space_ticks_a_typical_agency_like_enter(full):
    full.open_typical()
    shown = dialog(full, TypicalDialog)
    QTest.keyClicks(shown.box, "dishub")
    QTest.keyClick(shown.box, Qt.Key.Key_Space)
    assert [row.short for row in shown.rows()] == ["Dishub"]
    shown.reject()


def test_escape_leaves_the_bidang_as_they_were(full):
    full.table.choose(0, columns.BIDANG)
    QTest.keyClick(full.table, Qt.Key.Key_F2)
    picker = full.table._picker
    QTest.keyClick(picker.box, Qt.Key.Key_Space)
    QTest.keyClick(picker.box, Qt.Key.Key_Escape)
    settle(full)
    assert not picker.isVisible()
    assert stored(full)[0].bidang == ("1.02",)


def test_deleting_asks_nothing_and_undo_brings_all_back(full, desk):
    full.table.selectAll()
    QTest.keyClick(full.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert stored(full) == []
    assert full.empty.isVisible()
    on_data(full.context.lane, desk.undo)
    full.arrive()
    settle(full)
    assert sorted(names(full)) == sorted(OPDS)


def test_the_typical_list_marks_what_stands_and_adds_what_is_ticked(full):
    full.open_typical()
    shown = dialog(full, TypicalDialog)
    shown.box.setText("dinkes")
    QTest.keyClick(shown.box, ENTER)
    assert shown.rows() == []
    shown.box.setText("dishub")
    QTest.keyClick(shown.box, ENTER)
    shown.names["kecamatan"].setText("Andoolo, Kecamatan Konda")
    assert shown.accept_button.text() == "Tambah 3 OPD"
    QTest.keyClick(shown.box, ENTER, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert names(full)[-3:] == ["Dinas Perhubungan", "Kecamatan Andoolo", "Kecamatan Konda"]


def test_the_usual_agencies_are_ticked_at_once(screen):
    screen.open_typical()
    shown = dialog(screen, TypicalDialog)
    shown.usual.click()
    found = {row.short for row in shown.rows()}
    assert {"Setda", "Dinkes", "Diskominfo"} <= found
    assert "BPS" not in found


def test_names_of_a_kind_are_split_and_completed():
    assert [row.name for row in named_rows("kelurahan", " Sawah ,Potoro; ,kelurahan Alangga")] == [
        "Kelurahan Sawah",
        "Kelurahan Potoro",
        "kelurahan Alangga",
    ]


def test_pasted_lines_say_what_will_become_of_each(full):
    QApplication.clipboard().setText(
        "No\tNama OPD\tSingkatan\n1\tDinas Kesehatan\tDinkes\n2\tDinas <b>Sosial\tDinsos"
    )
    full.open_paste()
    shown = dialog(full, PasteDialog)
    settle(full)
    cells = [shown.table.item(row, 3).text() for row in range(shown.table.rowCount())]
    assert cells == ["sudah ada, dilewati", "1.06 Sosial"]
    assert shown.words.text() == "1 akan ditambah · 1 dilewati"
    shown.accept()
    settle(full)
    assert names(full)[-1] == "Dinas <b>Sosial"
    assert "&lt;b&gt;" in full.model.index(len(OPDS), columns.NAME).data(Qt.ItemDataRole.ToolTipRole)


def test_another_screen_is_asked_to_read_the_renstra_of_the_chosen_agency(full, heard):
    full.go.connect(lambda *said: heard.items.append(said))
    full.table.choose(1)
    full.document.click()
    assert heard.items == [("document", full.model.opd(1).id)]


def test_an_agency_named_by_another_screen_is_selected(full):
    full.open_row(full.model.opd(2).id)
    settle(full)
    assert full.table.currentIndex().row() == 2


def test_what_is_typed_into_a_cell_does_not_wait_for_enter(full):
    full.table.choose(0, columns.SHORT)
    QTest.keyClicks(full.table, "D")
    QTest.keyClicks(editor(full), "in kes ")
    settle(full)
    assert stored(full)[0].short == "Din kes"
    assert editor(full).text() == "Din kes "


def test_escape_gives_back_what_stood_in_the_cell(full):
    full.table.choose(0, columns.NAME)
    QTest.keyClicks(full.table, "x")
    settle(full)
    assert stored(full)[0].name == "x"
    QTest.keyClick(editor(full), Qt.Key.Key_Escape)
    settle(full)
    assert stored(full)[0].name == "Dinas Kesehatan"


def test_an_emptied_name_comes_back_on_enter(full):
    full.table.choose(0, columns.NAME)
    QTest.keyClicks(full.table, "x")
    QTest.keyClick(editor(full), Qt.Key.Key_Backspace)
    QTest.keyClick(editor(full), ENTER)
    settle(full)
    assert stored(full)[0].name == "Dinas Kesehatan"


def test_a_double_click_on_hapus_deletes_one_agency_and_leaves_nothing_chosen(full):
    full.table.choose(1)
    gone = full.model.opd(1).name
    QTest.mouseClick(full.delete, Qt.MouseButton.LeftButton)
    settle(full)
    QTest.mouseClick(full.delete, Qt.MouseButton.LeftButton)
    QTest.keyClick(full.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle(full)
    assert names(full) == [name for name in OPDS if name != gone]
    assert full.table.chosen_rows() == []
    assert full.table.currentIndex().row() == 1
    assert not full.delete.isEnabled()


def test_a_repeat_right_after_a_deletion_does_nothing_and_later_deletes_again(full, qtbot):
    full.table.choose(0)
    full.delete.click()
    settle(full)
    full.table.choose(0)
    full.delete.click()
    full.remove_chosen()
    settle(full)
    assert names(full) == list(OPDS[1:])
    qtbot.waitUntil(full.delete.isEnabled, timeout=3_000)
    full.delete.click()
    settle(full)
    assert names(full) == list(OPDS[2:])


def test_a_field_that_the_codes_of_a_plan_show_is_added_or_refused_below_the_table(full, desk):
    assert full.field.isHidden()
    row = next(item for item in full.model.opds() if item.bidang)
    lines = tuple(LineDraft("program", f"1.05.0{place}", f"Program {place}") for place in (2, 3, 4))
    on_data(full.context.lane, lambda: desk.renstra.adopt(row.id, Draft(lines=lines, years=("2026",))))
    full.arrive()
    settle(full)
    assert full.field.words.text().startswith(f"{row.called}: 3 dari 3 program berkode 1.05 (")
    full.field.leave.click()
    settle(full)
    assert full.field.isHidden()
    on_data(full.context.lane, desk.undo)
    full.arrive()
    settle(full)
    full.field.add.click()
    settle(full)
    assert next(item for item in stored(full) if item.id == row.id).bidang == tuple(
        sorted((*row.bidang, "1.05"))
    )
    assert full.field.isHidden()
