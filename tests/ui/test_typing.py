"""A plan that is only a picture is typed over beside it; what is typed is in the file with the next pause."""

from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from tests.scans import scanned
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, document_screen, on_data, settle
from tests.ui.test_reading_page import picture
from ui.models.typing_grid import TypingModel
from ui.screens.document.typing import TypingPart
from ui.widgets.document_frame import READING, RENSTRA
from ui.widgets.map_dialog import MapDialog
from ui.widgets.typing_ask import TypingDialog
from ui.widgets.typing_page import TypingPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    return scanned(tmp_path_factory.mktemp("pindaian") / "Renstra Dinkes.pdf", pages=3)


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    context.bus.subscribe(made.kinds, made.changed, made)
    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    made.resize(1170, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.arrive()
    settle(made)
    return made


def begin(screen, first=2025, last=2026):
    """Answer what is asked before typing begins."""
    settle(screen)
    dialog = screen.typing.dialog
    dialog.first.setValue(first)
    dialog.last.setValue(last)
    dialog.start.click()
    settle(screen)
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)


def from_paper(screen):
    screen.frame.type.click()
    begin(screen)


def from_picture(screen, scan):
    screen.files.read_files([scan])
    settle(screen)
    screen.frame.fault.type.click()
    settle(screen)


def press(screen, *keys, held=Qt.KeyboardModifier.NoModifier):
    """Press keys where the keyboard is; the window of a closed dialog may leave it to nobody."""
    for key in keys:
        target = QApplication.focusWidget() or screen.typing.page.view
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key, held)


def typed(desk, screen):
    """Return the rows as they stand in the file."""
    settle(screen)
    plan = on_data(screen.context.lane, lambda: desk.plan_typed.plans()[0].id)
    sheet = on_data(screen.context.lane, lambda: desk.plan_typed.sheet(plan))
    return [dict(row.values) for row in sheet.grid.rows]


def refuse(fault, *_given):
    raise fault


def stand(screen, row, key):
    view, grid = screen.typing.page.view, screen.typing.page.view.model()
    # Qt's own setCurrentIndex would extend the selection: Ctrl of the key before still counts as held.
    place = grid.index(row, grid.place_of(key))
    view.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_a_picture_offers_to_be_typed_over_and_shows_its_pages(screen, desk, scan):
    screen.files.read_files([scan])
    settle(screen)
    assert "hanya gambar" in screen.frame.fault.text.text()
    screen.frame.fault.type.click()
    settle(screen)
    assert screen.typing.dialog.file.text() == "Renstra Dinkes.pdf"
    assert nameless(screen.typing.dialog) == []
    begin(screen)
    page = screen.typing.page
    assert screen.frame.is_typing
    assert page.paper.words.text().startswith("Halaman 1 dari 3")
    assert [item.label for item in page.view.model().columns()][-4:] == [
        *("Target 2025", "Pagu 2025", "Target 2026", "Pagu 2026"),
    ]
    assert nameless(screen) == []
    press(screen, "21602", KEY.Key_Tab)
    press(screen, KEY.Key_PageDown, held=CTRL)
    settle(screen)
    assert page.paper.page == 2
    assert typed(desk, screen) == [{"code": "21602"}]
    press(screen, KEY.Key_PageUp, held=CTRL)
    settle(screen)
    assert [item.page for item in on_data(screen.context.lane, desk.plan_typed.plans)] == [1]


def test_tab_and_enter_walk_and_every_key_is_in_the_file(screen, desk):
    from_paper(screen)
    keys = ("2.16.02", KEY.Key_Tab, "Informasi publik", KEY.Key_Tab, "Aduan", KEY.Key_Return)
    press(screen, *keys, "2.16.03", KEY.Key_Tab, "Apl")
    assert typed(desk, screen) == [
        {"code": "2.16.02", "name": "Informasi publik", "indicator": "Aduan"},
        {"code": "2.16.03", "name": "Apl"},
    ]


def test_a_table_from_a_spreadsheet_spreads_over_rows_and_columns(screen, desk):
    from_paper(screen)
    rows = [
        f"2.16.02.2.0{row}\tKegiatan {row}\tKeluaran\tdok\t1\t2\t{row}.000.000\t3\t5 juta"
        for row in range(1, 8)
    ]
    QGuiApplication.clipboard().setText("\n".join(rows))
    press(screen, KEY.Key_V, held=CTRL)
    found = typed(desk, screen)
    assert len(found) == 7
    assert found[6]["name"] == "Kegiatan 7"
    assert found[6]["pagu@2025"] == "7.000.000"
    assert screen.typing.page.use.text() == "Pakai hasil ketik (7 baris)"
    stand(screen, 7, "level")
    QGuiApplication.clipboard().setText("Sub Kegiatan\t2.16.02.2.01.0001\tDelapan\nRumpun\t2.16.03\tSembilan")
    press(screen, KEY.Key_V, held=CTRL)
    assert typed(desk, screen)[7:] == [
        {"level": "subkegiatan", "code": "2.16.02.2.01.0001", "name": "Delapan"},
        {"code": "2.16.03", "name": "Sembilan"},
    ]
    assert screen.typing.page.warnings.refused.text() == "Lihat 1 yang tidak masuk"


def test_what_a_code_says_is_only_proposed_until_a_key_takes_it(screen, desk):
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Tab)
    settle(screen)
    view, grid = screen.typing.page.view, screen.typing.page.view.model()
    name = grid.index(0, grid.place_of("name"))
    assert grid.face(0, name.column()).hint.startswith("usul: PROGRAM PENGELOLAAN INFORMASI")
    assert typed(desk, screen) == [{"code": "2.16.02"}]
    assert "Alt+U" in screen.typing.page.help.text()
    press(screen, KEY.Key_U, held=ALT)
    assert typed(desk, screen)[0]["name"].startswith("PROGRAM PENGELOLAAN INFORMASI")
    assert grid.face(0, grid.place_of("level")).hint == "Program"
    press(screen, KEY.Key_Return)
    press(screen, "2.16.03", KEY.Key_Tab, "Punya kami", KEY.Key_Tab)
    settle(screen)
    screen.typing.page.take_all()
    assert typed(desk, screen)[1]["name"] == "Punya kami"
    assert view.isVisible()


def test_doubts_stand_at_their_rows_and_amounts_tell_how_they_are_understood(screen):
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Tab, KEY.Key_Return)
    settle(screen)
    page = screen.typing.page
    assert "1 hal perlu dilihat" in page.warnings.pill.text()
    stand(screen, 0, "pagu@2025")
    press(screen, "Rp 1,25 M", KEY.Key_Tab)
    settle(screen)
    stand(screen, 0, "pagu@2025")
    assert page.help.text() == "Pagu 2025 dibaca Rp1.250.000.000"
    assert page.sums.text() == "Jumlah pagu program · 2025: Rp1.250.000.000"


def test_rows_are_put_in_and_taken_out_by_key(screen, desk):
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Return, "2.16.03", KEY.Key_Return)
    settle(screen)
    stand(screen, 1, "code")
    press(screen, KEY.Key_I, held=CTRL)
    settle(screen)
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.02", None, "2.16.03"]
    press(screen, "9.9")
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.02", "9.9", "2.16.03"]
    press(screen, KEY.Key_Return)
    press(screen, KEY.Key_Up, held=ALT)
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.02", "2.16.03", "9.9"]
    press(screen, "2.16.0", KEY.Key_Return)
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.02", "2.16.0", "9.9"]
    stand(screen, 0, "code")
    press(screen, KEY.Key_Delete, held=CTRL)
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.0", "9.9"]
    on_data(screen.context.lane, desk.undo)
    assert [row.get("code") for row in typed(desk, screen)] == ["2.16.02", "2.16.0", "9.9"]
    assert len(screen.typing.page.row_menu().actions()) == 8


def test_what_was_typed_is_looked_at_used_and_offered_no_more(screen, desk, scan):
    from_picture(screen, scan)
    begin(screen)
    press(screen, "2.16.02", KEY.Key_Tab, "Informasi", KEY.Key_Return)
    settle(screen)
    screen.typing.page.use.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == READING
    reading = screen.frame.reading
    assert reading.chosen_name == "Dinkes"
    assert reading.original.page.words.text() == "Halaman 1 dari 3"
    warned = []
    screen.warned.connect(warned.append)
    press(screen, KEY.Key_F6, KEY.Key_F7)
    screen.mapping.open()
    settle(screen)
    assert (screen.frame.source.tables.isHidden(), screen.findChildren(MapDialog)) == (True, [])
    assert warned.pop() == "Yang diketik tidak perlu dipetakan: kolomnya sudah tetap."
    ways = {item.words: item.run for item in screen.commands()}
    ways["Daftar dokumen"]()
    ways["Ketik Renstra dari kertas/gambar"]()
    settle(screen)
    first = "Hasil baca Renstra Dinkes.pdf belum dipakai. Pakai atau batalkan dahulu."
    assert (warned, screen.frame.is_reading) == ([first, first], True)
    reading.cancel.click()
    settle(screen)
    assert screen.frame.is_typing
    screen.typing.page.use.click()
    settle(screen)
    reading.use.click()
    settle(screen)
    stored = on_data(screen.context.lane, lambda: desk.renstra.plan(desk.opd.find(OPDS[0]).id))
    assert [(line.code, line.source_page) for line in stored.lines] == [("2.16.02", 1)]
    assert stored.document.source_name == "Renstra Dinkes.pdf"
    assert screen.frame.pages.currentIndex() == RENSTRA
    assert screen.frame.offer.isHidden()
    assert screen.frame.plan.source.text().startswith("Diketik dari Renstra Dinkes.pdf")
    on_data(screen.context.lane, desk.undo)
    screen.arrive()
    settle(screen)
    assert not screen.frame.offer.isHidden()


def test_typing_that_was_left_goes_on_from_its_page(screen, desk, context, scan, qtbot):
    from_picture(screen, scan)
    begin(screen)
    press(screen, "2.16.02", KEY.Key_Tab, "Informasi")
    press(screen, KEY.Key_PageDown, held=CTRL)
    settle(screen)
    screen.typing.page.close_button.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA
    from_picture(screen, scan)
    assert screen.typing.dialog is None
    assert screen.frame.is_typing
    other = document_screen(desk, context)
    qtbot.addWidget(other)
    other.resize(1170, 690)
    other.show()
    other.arrive()
    settle(other)
    assert other.frame.offer.go_on.text() == "Lanjutkan ketikan (1 baris, Dinkes, halaman 2)"
    other.frame.offer.go_on.click()
    settle(other)
    assert other.typing.page.paper.words.text().startswith("Halaman 2 dari 3")
    assert other.typing.page.view.model().raw(other.typing.page.view.model().index(0, 1)) == "2.16.02"


def test_pages_come_from_what_was_kept_where_the_file_is_out_of_reach(screen, scan, tmp_path):
    stick = tmp_path / scan.name
    stick.write_bytes(scan.read_bytes())
    from_picture(screen, stick)
    begin(screen)
    stick.unlink()
    press(screen, KEY.Key_PageDown, held=CTRL)
    settle(screen)
    assert screen.typing.page.paper.words.text().startswith("Halaman 2 dari 3")


def test_a_picture_of_the_rpjmd_says_what_to_do(screen, scan):
    screen.files.for_frame, screen.flow._path = True, scan
    screen.files._failed(UserFault("read-picture", name=scan.name))
    assert screen.frame.fault.text.text().startswith("Berkas RPJMD / RPD ini hanya gambar")
    assert screen.frame.fault.type.isHidden()
    screen.files._failed(UserFault("read-empty", name="a.pdf"))
    assert "kosong" in screen.frame.fault.text.text()


def test_a_picture_may_be_chosen_later_and_the_years_changed(screen, desk, scan, monkeypatch):
    monkeypatch.setattr(TypingPart, "ask_file", classmethod(lambda _cls, _parent, _folder: scan))
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Tab)
    settle(screen)
    page = screen.typing.page
    assert page.paper.isHidden()
    page.choose.click()
    settle(screen)
    assert page.paper.words.text().startswith("Halaman 1 dari 3")
    page.change.click()
    page.change.click()
    begin(screen, 2025, 2029)
    assert [item for item in screen.findChildren(TypingDialog) if item.isVisible()] == []
    assert page.view.model().columns()[-1].label == "Pagu 2029"
    assert typed(desk, screen) == [{"code": "2.16.02"}]


def test_typing_that_is_deleted_can_be_brought_back(screen, desk, monkeypatch):
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Tab)
    settle(screen)
    told = []
    screen.told.connect(told.append)
    screen.typing.page.close_button.click()
    settle(screen)
    from_paper(screen)
    assert told == ["Ketikan Dinkes yang sudah ada dibuka lagi: 1 baris."]
    with monkeypatch.context() as full:
        full.setattr(desk.plan_typed, "remove", partial(refuse, UserFault("disk-full")))
        full.setattr(desk.plan_typed, "sheet", partial(refuse, UserFault("disk-fault")))
        screen.typing.refresh()
        screen.typing.page.remove.click()
        settle(screen)
    # What could not be deleted is typed on.
    press(screen, "7.1")
    assert typed(desk, screen) == [{"code": "2.16.02"}, {"code": "7.1"}]
    screen.typing.page.remove.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA
    assert screen.frame.offer.isHidden()
    on_data(screen.context.lane, desk.undo)
    screen.typing.refresh()
    settle(screen)
    assert not screen.frame.offer.isHidden()


@pytest.fixture
def alone(request, qtbot):
    """The page without a screen, with a picture that lies across."""
    request.getfixturevalue("dressed")
    made = TypingPage(TypingModel())
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.show_paper(has_pages=True)
    made.paper.ask(1)
    made.paper.show_page(1, picture(800, 400))
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.view.setFocus()
    return made


def test_the_page_lies_where_it_can_be_read_and_turns_by_key(alone):
    assert alone.sides.orientation() == Qt.Orientation.Vertical
    QTest.keyClick(alone.view, KEY.Key_R, ALT)
    assert alone.sides.orientation() == Qt.Orientation.Horizontal
    alone.side.click()
    assert alone.sides.orientation() == Qt.Orientation.Vertical
    alone.view.setFocus()
    QTest.keyClick(alone.view, KEY.Key_F6)
    assert alone.sides.orientation() == Qt.Orientation.Horizontal


def test_the_page_is_enlarged_moved_and_turned_over_while_the_keyboard_stays_in_the_grid(alone):
    asked = []
    alone.paper.page_asked.connect(asked.append)
    wide = alone.paper.paper.picture.width()
    QTest.keyClick(alone.view, KEY.Key_Equal, ALT)
    assert alone.paper.paper.picture.width() > wide
    QTest.keyClick(alone.view, KEY.Key_Right, ALT)
    QTest.keyClick(alone.view, KEY.Key_PageDown, ALT)
    assert alone.paper.paper.horizontalScrollBar().value() > 0
    assert alone.paper.paper.verticalScrollBar().value() > 0
    QTest.keyClick(alone.view, KEY.Key_Minus, ALT)
    assert alone.paper.paper.picture.width() == wide
    QTest.keyClick(alone.view, KEY.Key_PageDown, CTRL)
    assert asked == [2]
    assert alone.view.hasFocus()


def test_in_a_file_that_takes_nothing_typing_is_only_looked_at(desk, context, qtbot, dressed):
    assert dressed

    def write():
        desk.opd.add([OpdRow(OPDS[0])])
        plan, _ = desk.plan_typed.begin(desk.opd.opds()[0].id, (2025, 2026))
        desk.plan_typed.set_cells(plan, [(desk.plan_typed.new_rows(1)[0], "code", "1.02.02")])

    on_data(context.lane, write)
    made = document_screen(desk, context, reads=True)
    qtbot.addWidget(made)
    assert not made.frame.type.isEnabled()
    made.frame.offer.go_on.click()
    settle(made)
    page = made.typing.page
    assert page.view.model().raw(page.view.model().index(0, page.view.model().place_of("code"))) == "1.02.02"
    assert not page.view.may_write
    assert not any(button.isEnabled() for button in (page.use, page.remove, page.change, page.insert))
    QTest.keyClicks(page.view, "x")
    assert not page.view.is_editing
    assert [item.words for item in made.commands() if "ketikan" in item.words and not item.writes] == []


def test_a_screen_that_is_built_anew_stands_at_the_typing_again(screen, desk):
    from_paper(screen)
    press(screen, "2.16.02", KEY.Key_Tab)
    assert typed(desk, screen) == [{"code": "2.16.02"}]
    standing = screen.standing()
    screen.typing.page.close_button.click()
    settle(screen)
    assert not screen.frame.is_typing
    screen.take_over(standing)
    settle(screen)
    assert screen.frame.is_typing
