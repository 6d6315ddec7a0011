"""Screen Peserta by the keyboard: typed, edited in place, filtered, removed and brought back."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.words import Words
from tests.exchange.people_files import xlsx
from tests.ui.frame import nameless, turn
from tests.ui.people.hand import ENTER, LINES, add, cell, choose, editor, names, settle, stored, type_into
from tests.ui.planning import on_data
from ui import translate
from ui.models import people_table as columns
from ui.screens.people.page import PeoplePage
from ui.screens.people.screen import PeopleScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_an_empty_list_offers_a_file_a_paste_and_the_line_to_type_in(screen):
    assert screen.empty.isVisible()
    assert [button.text() for button in screen.empty.buttons] == ["Impor dari Excel …", "Tempel dari Excel"]
    assert screen.add_line.line.isVisible()
    assert not screen.meter.isVisible()


def test_a_typed_line_tells_what_it_becomes_and_enter_adds_it(screen, qtbot):
    QTest.keyClicks(screen.add_line.line, LINES[0])
    qtbot.waitUntil(lambda: screen.add_line.words.text() != "")
    assert screen.add_line.words.text() == "Budi Santoso, S.E. · Kabid · Diskominfo · Pemerintah"
    QTest.keyClick(screen.add_line.line, ENTER)
    settle(screen)
    assert [(item.number, item.name) for item in stored(screen)] == [(1, "Budi Santoso, S.E.")]
    assert screen.add_line.line.text() == ""
    assert names(screen) == ["Budi Santoso, S.E."]


def test_a_typed_double_is_told_before_it_is_added(screen, qtbot):
    add(screen)
    QTest.keyClicks(screen.add_line.line, "Budi Santoso; Kabid; Diskominfo")
    qtbot.waitUntil(lambda: "sudah ada (nomor 1)" in screen.add_line.words.text())
    assert screen.add_line.words.property("role") == "warning"


def test_everything_that_takes_the_tab_key_can_be_named(screen):
    add(screen)
    assert nameless(screen) == []


def test_a_cell_is_typed_over_and_saved_without_a_button(screen):
    add(screen)
    type_into(screen, 1, columns.POSITION, "Kepala Bidang")
    assert stored(screen)[1].position == "Kepala Bidang"
    assert screen.table.currentIndex().row() == 2


def test_escape_gives_a_cell_back_and_a_name_is_never_emptied(screen):
    add(screen)
    choose(screen, 0)
    QTest.keyClicks(screen.table, "X")
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    settle(screen)
    assert stored(screen)[0].name == "Budi Santoso, S.E."
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    settle(screen)
    assert stored(screen)[0].name == "Budi Santoso, S.E."


def test_a_place_typed_in_words_becomes_the_agency_at_the_table(screen):
    add(screen)
    type_into(screen, 2, columns.PLACE, "dinas kesehatan")
    assert stored(screen)[2].opd == stored(screen)[1].opd
    assert cell(screen, 2, columns.PLACE) == "Dinkes"
    type_into(screen, 2, columns.PLACE, "Radio X")
    assert (stored(screen)[2].opd, stored(screen)[2].institution) == ("", "Radio X")


def test_a_place_half_typed_is_saved_when_the_screen_is_left(screen):
    add(screen)
    choose(screen, 2, columns.PLACE)
    QTest.keyClicks(screen.table, "R")
    QTest.keyClicks(editor(screen), "adio")
    screen.leave()
    settle(screen)
    assert stored(screen)[2].institution == "Radio"


def test_enter_opens_the_choices_of_a_cell(screen):
    add(screen)
    choose(screen, 0, columns.ELEMENT)
    QTest.keyClick(screen.table, ENTER)
    box = next(item for item in screen.table.viewport().findChildren(QComboBox) if item.isVisible())
    assert [box.itemText(place) for place in range(box.count())][:2] == ["(kosong)", "Pemerintah"]
    box.setCurrentIndex(box.findData("media"))
    box.activated.emit(box.currentIndex())
    settle(screen)
    assert stored(screen)[0].element == "media"


def test_a_selection_is_filled_downwards(screen):
    add(screen)
    type_into(screen, 0, columns.POSITION, "Staf Ahli")
    first, last = (screen.model.index(row, columns.POSITION) for row in (0, 2))
    screen.table.selectionModel().select(
        type(screen.table.selectionModel().selection())(first, last),
        screen.table.selectionModel().SelectionFlag.ClearAndSelect,
    )
    QTest.keyClick(screen.table, Qt.Key.Key_D, CONTROL)
    settle(screen)
    assert [item.position for item in stored(screen)] == ["Staf Ahli"] * 3


def test_words_chips_and_lists_sift_the_table(screen):
    add(screen)
    QTest.keyClicks(screen.filter.words, "kesehatan staf")
    assert names(screen) == ["Hj. Ani, S.KM."]
    assert "1 ditampilkan" in screen.counts.text()
    QTest.keyClick(screen.filter.words, Qt.Key.Key_Escape)
    assert len(names(screen)) == 3
    screen.filter.chips["akademisi"].click()
    assert names(screen) == ["Rina"]
    screen.filter.all.click()
    assert not screen.filter.all.isVisible(), "nothing is sifted any more"
    screen.filter.opd.setCurrentIndex(screen.filter.opd.findText("Diskominfo (1)"))
    screen.filter.opd.activated.emit(0)
    assert names(screen) == ["Budi Santoso, S.E."]
    screen.filter.clear()
    QTest.keyClicks(screen.filter.words, "3")
    assert names(screen) == ["Rina"]
    QTest.keyClick(screen.filter.words, Qt.Key.Key_Down)
    assert screen.table.hasFocus()


def test_whoever_is_sifted_away_leaves_the_panel_to_somebody_who_is_seen(screen):
    add(screen)
    choose(screen, 0)
    if screen.side.isHidden():
        screen.toggle_side()
    QTest.keyClicks(screen.filter.words, "rina")
    settle(screen)
    assert (names(screen), screen.side.texts["name"].toPlainText()) == (["Rina"], "Rina")
    screen.filter.words.setText("nobody")
    settle(screen)
    assert screen.side.number.text() == "Pilih seorang peserta"
    QTest.mouseClick(screen.side.findChild(QPushButton, "person-close"), Qt.MouseButton.LeftButton)
    assert screen.side.isHidden()


def test_editing_while_sifted_changes_the_right_participant(screen):
    add(screen)
    QTest.keyClicks(screen.filter.words, "rina")
    type_into(screen, 0, columns.POSITION, "Rektor")
    assert [item.position for item in stored(screen)] == ["Kabid", "Staf", "Rektor"]


def test_removing_several_is_taken_back_by_undo(screen, desk):
    add(screen)
    screen.table.selectAll()
    QTest.keyClick(screen.table, Qt.Key.Key_Delete, CONTROL)
    settle(screen)
    assert stored(screen) == []
    assert screen.heard[-1].startswith("3 peserta dihapus")
    changes = on_data(screen.context.lane, desk.undo)
    screen.context.bus.publish(changes)
    settle(screen)
    assert len(names(screen)) == 3


def test_the_meter_warns_while_nearly_only_government_comes(screen, desk):
    people = [Person(name=f"Peserta {n}", element="pemerintah") for n in range(12)]
    on_data(screen.context.lane, lambda: desk.people.add(people))
    screen.arrive()
    settle(screen)
    assert screen.meter.warning.text() == (
        "Hampir semua peserta dari pemerintah: undang akademisi, dunia usaha, komunitas, media."
    )
    assert screen.meter.words["pemerintah"].text() == "Pemerintah 12 (100%)"
    add(screen, *(f"Tamu {n}; Ketua; Karang Taruna {n}" for n in range(4)))
    assert not screen.meter.warning.isVisible()


def test_double_numbers_are_mended_by_one_button(screen, desk):
    on_data(screen.context.lane, lambda: desk.people.add([Person(name="A"), Person(name="B", number=1)]))
    screen.arrive()
    settle(screen)
    assert screen.renumber.text() == "Beri nomor (1)"
    screen.renumber.click()
    settle(screen)
    assert [item.number for item in stored(screen)] == [1, 2]
    assert not screen.renumber.isVisible()


def test_a_search_hit_is_shown_though_it_is_sifted_away(screen):
    add(screen)
    row = stored(screen)[2].id
    QTest.keyClicks(screen.filter.words, "budi")
    screen.open_row(row)
    settle(screen)
    assert screen.model.person(screen.table.currentIndex().row()).id == row


def test_a_file_dropped_on_the_screen_opens_the_preview(screen, tmp_path, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(xlsx(tmp_path / "undangan.xlsx")))])
    keys = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen, QDragEnterEvent(QPoint(40, 300), *keys))
    QApplication.sendEvent(screen, QDropEvent(QPointF(40, 300), *keys))
    settle(screen)
    qtbot.waitUntil(lambda: screen.intake.dialog is not None)
    assert "undangan.xlsx" in screen.intake.dialog.title.text()
    assert stored(screen) == []


def test_several_lines_pasted_into_the_table_open_the_preview(screen):
    add(screen)
    choose(screen, 0)
    QGuiApplication.clipboard().setText("Nama\tJabatan\nBaso\tCamat")
    QTest.keyClick(screen.table, Qt.Key.Key_V, CONTROL)
    settle(screen)
    assert screen.intake.dialog.model.count("tambah") == 1
    screen.intake.dialog.reject()
    QGuiApplication.clipboard().setText("Sekretaris")
    choose(screen, 1, columns.POSITION)
    QTest.keyClick(screen.table, Qt.Key.Key_V, CONTROL)
    settle(screen)
    assert stored(screen)[1].position == "Sekretaris"


def test_a_pasted_word_becomes_the_choice_it_means(screen):
    add(screen)
    clipboard = QGuiApplication.clipboard()
    for column, text, shown in (
        (columns.ELEMENT, "Swasta", "Dunia usaha"),
        (columns.GENDER, "perempuan", "P"),
    ):
        choose(screen, 2, column)
        clipboard.setText(text)
        QTest.keyClick(screen.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle(screen)
        assert cell(screen, 2, column) == shown
        clipboard.setText("entah")
        QTest.keyClick(screen.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle(screen)
        assert cell(screen, 2, column) == shown
    assert (stored(screen)[2].element, stored(screen)[2].gender) == ("dunia_usaha", "P")


def test_copied_cells_go_to_the_clipboard_as_a_table(screen):
    add(screen)
    screen.table.selectAll()
    QTest.keyClick(screen.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t")[:3] == [
        "1",
        "Budi Santoso, S.E.",
        "Kabid",
    ]


def test_markup_in_a_name_stays_text(screen):
    add(screen, "<b>Budi</b>; <img src=x>; Diskominfo")
    assert names(screen) == ["<b>Budi</b>"]
    assert "&lt;b&gt;" in screen.model.index(0, columns.NAME).data(Qt.ItemDataRole.ToolTipRole)
    rich = [item for item in screen.findChildren(QLabel) if item.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []


def test_the_events_own_words_stand_on_the_screen(desk, context, qtbot, dressed):
    assert dressed
    translate.speak(QApplication.instance(), Words(opd="Perangkat Daerah"))
    made = PeopleScreen(desk, context)
    qtbot.addWidget(made)
    assert "Perangkat Daerah" in made.add_line.line.placeholderText()
    assert made.model.headerData(columns.PLACE, Qt.Orientation.Horizontal) == "Perangkat Daerah / instansi"
    assert any("Perangkat Daerah" in words for words in (made.empty.sentence.text(),))


def test_a_screen_built_anew_keeps_selection_and_typed_line(screen, desk, context, qtbot):
    add(screen)
    choose(screen, 1)
    QTest.keyClicks(screen.add_line.line, "Baso; Camat")
    made = PeopleScreen(desk, context)
    qtbot.addWidget(made)
    made.take_over(screen.standing())
    made.arrive()
    settle(made)
    assert made.add_line.line.text() == "Baso; Camat"
    assert made.table.chosen_rows() == [1]


class Door(PeoplePage):
    """A page that writes down what the screen tells it."""

    kinds = frozenset({"attendance"})

    def __init__(self, context):
        super().__init__(context)
        self.told_of = []

    def arrive(self):
        self.told_of.append("arrive")

    def leave(self):
        self.told_of.append("leave")


def test_pages_beside_the_list_come_and_go(screen):
    door = Door(screen.context)
    screen.add_page("Pintu", "people-page-door", door)
    turn()
    assert [button.text() for button in screen.pages.buttons] == ["Daftar", "Pintu"]
    assert screen.pages.isVisible()
    screen.pages.buttons[1].click()
    assert screen.tabs.currentWidget() is door
    screen.start_typing()
    assert screen.tabs.currentIndex() == 0
    assert door.told_of == ["arrive", "leave"]
    door.said.emit("halo")
    assert screen.heard[-1] == "halo"


def test_ctrl_k_offers_what_can_be_done_here(screen):
    words = [command.words for command in screen.commands()]
    assert words[:3] == [
        "Impor peserta dari Excel …",
        "Tempel peserta dari Excel",
        "Tambah peserta dengan mengetik",
    ]
