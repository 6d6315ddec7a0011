"""Dimensi on a real workshop file: every change saves itself."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from smartcity_desktop.domain.dimension import PALETTE
from smartcity_desktop.domain.words import Words
from smartcity_desktop.errors import DiskFault, UserFault
from tests.ui.dimension.hand import codes, codes_of, find, go, listed, settle, told, undo, write
from tests.ui.frame import nameless
from tests.ui.test_home_screen import cut, double
from ui import translate
from ui.widgets.dimension_list import Entry

HOSTILE = "<b>Jum'at</b> & <script>"


def test_the_screen_shows_every_dimension_with_its_own(screen):
    page = screen.page
    assert listed(page.list) == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert listed(page.sub_list) == ["GOV-1", "GOV-2", "GOV-3"]
    assert (page.form.code.text(), page.form.name.text()) == ("GOV", "Smart Governance")
    assert page.form.swatches.color == "#8E9FC6"
    assert page.sub_form.texts["points"].toPlainText().splitlines()[0] == "layanan dapat diakses daring"
    assert screen.counts.text() == "6 dimensi · 18 subdimensi"
    assert page.list.entries[0].note == "3 subdimensi · 5 isian"
    assert page.doing.uses.text() == "Dipakai oleh 5 OPD sebagai dimensi utama"
    assert page.sub_doing.uses.text() == "Belum ada isian"


def test_a_new_name_saves_itself_shows_in_the_list_and_is_undone(screen, hall):
    write(screen.page.form.name, "Tata Kelola & Layanan")
    settle(screen)
    assert find(hall, "GOV").name == "Tata Kelola & Layanan"
    assert screen.page.list.entries[0].name == "Tata Kelola & Layanan"
    assert hall.ask(hall.desk.undo_label) == "ganti nama dimensi"
    undo(screen, hall)
    assert screen.page.form.name.text() == "Smart Governance"


def test_what_is_being_typed_stays_when_it_was_saved_meanwhile(screen):
    write(screen.page.form.name, "Tata ")
    settle(screen)
    QTest.keyClicks(screen.page.form.name, "Kelola")
    settle(screen)
    assert screen.page.form.name.text() == "Tata Kelola"
    assert screen.board.dimensions[0].name == "Tata Kelola"


def test_a_code_is_put_in_capitals_and_its_own_follow(screen, hall):
    write(screen.page.form.code, "tkl")
    settle(screen)
    assert find(hall, "TKL").name == "Smart Governance"
    assert listed(screen.page.sub_list) == ["TKL-1", "TKL-2", "TKL-3"]
    assert screen.page.sub_title.text() == "Subdimensi TKL"


def test_a_code_that_is_taken_is_said_under_the_line_and_given_back_on_leaving(screen, hall):
    warned = told(screen.warned)
    form = screen.page.form
    write(form.code, "ECO")
    settle(screen)
    assert form.problem.isVisible()
    assert form.problem.text().startswith("Kode ECO sudah dipakai ECO Smart Economy")
    assert form.code.text() == "ECO"
    assert find(hall, "GOV").name == "Smart Governance"
    form.name.setFocus()
    assert form.code.text() == "GOV"
    assert len(warned) == 1
    assert "sudah dipakai" in warned[0]
    assert not form.problem.isVisible()


def test_a_wrong_text_is_not_carried_to_the_next_dimension(screen):
    write(screen.page.form.code, "G")
    assert screen.page.form.problem.isVisible()
    go(screen, "ECO")
    assert screen.page.form.code.text() == "ECO"
    assert not screen.page.form.problem.isVisible()


def test_a_dimension_is_added_by_its_name(screen, hall):
    said = told(screen.said)
    write(screen.page.add, "Smart Mobility")
    QTest.keyClick(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    assert listed(screen.page.list)[-1] == "MOB"
    assert screen.page.form.name.text() == "Smart Mobility"
    assert screen.page.add.text() == ""
    assert not screen.page.sub_list.isVisible()
    assert screen.page.no_sub.isVisible()
    assert said == ["Tambah dimensi Smart Mobility."]
    write(screen.page.add_sub, "Angkutan umum")
    QTest.keyClick(screen.page.add_sub, Qt.Key.Key_Return)
    settle(screen)
    assert listed(screen.page.sub_list) == ["MOB-1"]
    assert screen.page.sub_form.name.text() == "Angkutan umum"
    assert find(hall, "MOB").color == "#F0A843"


def test_a_name_that_stands_already_comes_back_with_a_sentence(screen):
    write(screen.page.add, "smart economy")
    QTest.keyClick(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    problem = screen.page.add.problem
    assert problem.isVisible()
    assert problem.text().startswith('"smart economy" sudah menjadi nama ECO Smart Economy')
    assert screen.page.add.text() == "smart economy"
    screen.leave()
    QTest.keyClicks(screen.page.add, " 2")
    assert not problem.isVisible()
    screen.page.add.clear()
    assert listed(screen.page.list)[-1] == "ENV"


def test_a_name_given_meanwhile_by_another_is_refused_by_the_file(screen, hall):
    hall.ask(partial(hall.desk.dimension.add, "Smart Mobility"))
    write(screen.page.add, "Smart Mobility")
    QTest.keyClick(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    assert screen.page.add.problem.isVisible()
    assert screen.page.add.text() == "Smart Mobility"
    screen.page.add.clear()


def test_a_name_that_stands_is_given_back_as_it_was_before(screen, hall):
    warned = told(screen.warned)
    form = screen.page.form
    write(form.name, "Smart Econom")
    settle(screen)
    QTest.keyClicks(form.name, "y")
    assert form.problem.isVisible()
    form.code.setFocus()
    settle(screen)
    assert form.name.text() == "Smart Governance" == find(hall, "GOV").name
    assert len(warned) == 1


def test_a_name_without_enter_is_not_lost_when_the_screen_is_left(screen, hall):
    screen.page.add.setText("Smart Mobility")
    screen.page.add_sub.setText("Data terbuka")
    screen.leave()
    settle(screen)
    assert find(hall, "MOB").name == "Smart Mobility"
    assert find(hall, "GOV-4").name == "Data terbuka"


def test_a_colour_is_picked_by_click_and_by_keys(screen, hall):
    swatches = screen.page.form.swatches
    QTest.mouseClick(swatches.buttons[6], Qt.MouseButton.LeftButton)
    settle(screen)
    assert find(hall, "GOV").color == PALETTE[6].value
    swatches.buttons[6].setFocus()
    QTest.keyClick(swatches.buttons[6], Qt.Key.Key_Right)
    settle(screen)
    assert find(hall, "GOV").color == PALETTE[7].value == swatches.color
    assert swatches.buttons[7].hasFocus()
    QTest.keyClick(swatches.buttons[7], Qt.Key.Key_Left)
    settle(screen)
    assert find(hall, "GOV").color == PALETTE[6].value
    assert hall.ask(hall.desk.undo_label) == "ganti warna dimensi"
    assert swatches.buttons[1].accessibleName() == "Merah muda, dipakai BRD"


def test_a_colour_of_its_own_stands_before_the_palette(screen, hall):
    hall.ask(partial(hall.desk.dimension.update, codes(hall)["GOV"], "color", "#123456"))
    screen.arrive()
    settle(screen)
    assert screen.page.form.swatches.own.isVisible()
    assert screen.page.form.swatches.color == "#123456"


def test_the_order_is_changed_by_keys_buttons_and_drag(screen):
    page = screen.page
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert listed(page.list)[:3] == ["BRD", "GOV", "ECO"]
    assert page.list.current == codes_of(screen)["GOV"]
    page.doing.up.click()
    settle(screen)
    assert listed(page.list)[:2] == ["GOV", "BRD"]
    assert not page.doing.up.isEnabled()
    end = page.list.visualItemRect(page.list.item(5)).bottomLeft() + QPoint(5, 0)
    event = QDropEvent(
        QPointF(end),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.list.dropEvent(event)
    settle(screen)
    assert listed(page.list)[-1] == "GOV"
    page.sub_list.setFocus()
    QTest.keyClick(page.sub_list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert listed(page.sub_list) == ["GOV-2", "GOV-1", "GOV-3"]


def test_a_drop_where_an_entry_stands_already_writes_nothing(screen):
    moved = told(screen.page.list.moved)
    rect = screen.page.list.visualItemRect(screen.page.list.item(0))
    for height in (rect.top() + 1, rect.bottom() - 1):
        screen.page.list.drop_at(height)
    assert moved == []


def test_guide_points_and_other_names_of_a_subdimension_save_themselves(screen, hall):
    write(screen.page.sub_form.texts["points"], "satu\ndua")
    write(screen.page.sub_form.texts["alias"], "Pelayanan")
    settle(screen)
    assert find(hall, "GOV-1").points == "satu\ndua"
    assert find(hall, "GOV-1").alias == "Pelayanan"
    assert screen.page.sub_list.entries[0].note == "2 pokok"


def test_another_name_that_already_means_somebody_else_is_told(screen, hall):
    hall.ask(partial(hall.desk.dimension.update, codes(hall)["ENV"], "alias", "Lingkungan"))
    write(screen.page.form.texts["alias"], "lingkungan")
    settle(screen)
    assert screen.page.form.clash.text() == (
        "“lingkungan” sudah berarti ENV Smart Environment; ketikan itu dibaca sebagai ENV."
    )
    assert find(hall, "GOV").alias == "lingkungan"


def test_what_another_screen_changed_arrives(screen, hall):
    changes = hall.ask(partial(hall.desk.dimension.update, codes(hall)["GOV"], "name", HOSTILE))
    screen.context.bus.publish(changes)
    settle(screen)
    assert screen.page.form.name.text() == HOSTILE
    assert screen.page.list.entries[0].name == HOSTILE


def test_a_place_can_be_opened_and_is_kept_when_the_screen_is_built_anew(screen, show):
    go(screen, "ENV-2")
    assert (screen.page.form.code.text(), screen.page.sub_form.code.text()) == ("ENV", "ENV-2")
    other = show()
    other.take_over(screen.standing())
    other.arrive()
    settle(other)
    assert other.page.sub_form.code.text() == "ENV-2"


def test_the_commands_go_to_the_lines_that_add(screen):
    first, second, *_ = screen.commands()
    first.run()
    assert screen.page.add.hasFocus()
    second.run()
    assert screen.page.add_sub.hasFocus()


def test_the_words_of_the_shown_sub_dimension_are_one_click_away(screen):
    asked = []
    screen.go.connect(lambda key, row: asked.append((key, row)))
    screen.cues.click()
    assert asked == [("cue", codes_of(screen)["GOV-1"])]


def test_the_way_back_leads_to_the_workshops_own_page(screen):
    asked = []
    screen.go.connect(lambda key, row: asked.append((key, row)))
    screen.back.click()
    assert asked == [("event", "")]


def test_the_screen_speaks_the_words_of_the_event(show, qapp):
    speaker = translate.speak(qapp, Words(opd="SKPD", dimension="Pilar"))
    try:
        screen = show()
        assert screen.counts.text() == "6 pilar · 18 subpilar"
        assert screen.page.doing.uses.text() == "Dipakai oleh 5 SKPD sebagai pilar utama"
        assert screen.page.add.placeholderText().startswith("Tambah pilar")
    finally:
        qapp.removeTranslator(speaker)


def test_every_stop_of_the_tab_key_has_a_name(screen):
    assert nameless(screen) == []


def test_a_list_says_what_is_no_longer_used(screen):
    entry = Entry("x", "OLD", "Lama", "2 isian", "#8E9FC6", retired=True)
    screen.page.list.show_entries([entry], "x")
    item = screen.page.list.item(1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "OLD Lama, 2 isian, tidak dipakai lagi"
    screen.page.list.step(-1)
    assert screen.page.list.current == "x"


def test_doubled_words_are_not_cut(screen, qtbot):
    double(screen)
    qtbot.wait(60)
    assert cut(screen) == []


def test_a_name_that_cannot_be_written_stays_on_the_screen_until_it_can(screen, hall, monkeypatch):
    row, room, write_it = codes(hall)["GOV"], [], hall.desk.dimension.update

    def update(*args):
        if not room:
            raise DiskFault("disk-full")
        return write_it(*args)

    monkeypatch.setattr(hall.desk.dimension, "update", update)
    write(screen.page.form.name, "Tata Kelola Cerdas")
    screen.arrive()
    settle(screen)
    screen.arrive()
    settle(screen)
    assert screen.page.form.name.text() == "Tata Kelola Cerdas"
    go(screen, "BRD")
    assert screen.page.form.name.text() == "Smart Branding", "never under another one"
    room.append(True)
    settle(screen)
    assert screen.context.autosave.count_waiting() == 0
    assert hall.ask(hall.desk.dimension.board).named(row).name == "Tata Kelola Cerdas"


def test_a_file_that_can_only_be_read_says_so_and_asks_for_a_copy(screen, hall, monkeypatch):
    def refuse(*_args):
        raise UserFault("file-takes-nothing")

    monkeypatch.setattr(hall.desk.dimension, "add", refuse)
    write(screen.page.add, "Smart Mobility")
    QTest.keyClick(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    assert screen.page.add.text() == "Smart Mobility"
    assert "hanya bisa dibaca" in screen.page.add.problem.text()
    assert "buka berkas kerja di laptop" in screen.page.add.problem.text()
    screen.page.add.clear()


def test_a_code_that_was_begun_is_taken_before_the_search_shows_another(screen, hall):
    row = codes(hall)["GOV"]
    write(screen.page.form.code, "TKL")
    go(screen, "BRD")
    assert screen.page.form.code.text() == "BRD"
    assert hall.ask(hall.desk.dimension.board).named(row).code == "TKL"
