"""The groups by keys and by dragging: chosen people go where they are sent, and everything can be undone."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from smartcity_desktop.domain.people import Person
from tests.ui.frame import nameless
from tests.ui.group.hand import ENTER, ESCAPE, PLAIN

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENV_HEAD = "Kepala Dinas Dinas Lingkungan Hidup"
ENV_STAFF = "Staf Dinas Lingkungan Hidup"
GOV_STAFF = "Staf Dinas Komunikasi dan Informatika"


def test_everything_that_takes_the_tab_key_can_be_named(divided):
    assert nameless(divided.screen) == []


def test_a_number_moves_the_chosen_one_to_that_group_and_undo_brings_back(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_2)
    assert divided.where(ENV_STAFF) == "BRD"
    assert ENV_STAFF in divided.names("BRD")
    assert divided.said[-1].startswith("Pindahkan nomor 8 ke BRD")
    divided.ask(divided.desk.undo)
    divided.screen.arrive()
    divided.settle()
    assert ENV_STAFF in divided.names("ENV")


def test_several_chosen_with_shift_go_in_one_act(divided):
    first = divided.card("ENV").list
    first.stand_at(0)
    for _ in range(2):
        divided.key(Qt.Key.Key_Down, SHIFT)
    chosen = divided.names("ENV")[:3]
    divided.key(Qt.Key.Key_1)
    assert [divided.where(name) for name in chosen] == ["GOV"] * 3
    assert divided.said[-1].startswith("Pindahkan 3 peserta ke GOV")
    divided.ask(divided.desk.undo)
    assert [divided.where(name) for name in chosen] == ["ENV"] * 3


def test_people_chosen_in_two_groups_with_ctrl_go_together(divided):
    divided.stand(ENV_STAFF)
    target = divided.card("GOV").list
    row = divided.names("GOV").index(GOV_STAFF)
    spot = target.visualItemRect(target.item(row)).center()
    QTest.mouseClick(target.viewport(), Qt.MouseButton.LeftButton, CTRL, spot)
    divided.key(Qt.Key.Key_3)
    assert {divided.where(ENV_STAFF), divided.where(GOV_STAFF)} == {"ECO"}


def test_a_click_in_another_group_gives_up_what_was_chosen(divided):
    divided.stand(ENV_STAFF)
    target = divided.card("GOV").list
    QTest.mouseClick(target.viewport(), Qt.MouseButton.LeftButton, PLAIN, QPoint(20, 8))
    divided.key(Qt.Key.Key_3)
    assert divided.where(ENV_STAFF) == "ENV"
    assert divided.said[-1].endswith("ke ECO. Ctrl+Z mengurungkan.")


def test_a_number_without_a_group_changes_nothing(divided):
    divided.stand(ENV_STAFF)
    said = list(divided.said)
    divided.key(Qt.Key.Key_9)
    assert (divided.where(ENV_STAFF), divided.said) == ("ENV", said)


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Delete])
def test_somebody_is_taken_from_the_tables_and_listed_beside_them(divided, key):
    divided.stand(ENV_STAFF)
    divided.key(key)
    assert divided.where(ENV_STAFF) == ""
    assert divided.free()[0] == ENV_STAFF
    assert divided.board.side.isVisible()
    assert divided.board.free_words.text() == "Belum duduk: 1"


def test_chair_and_note_taker_are_given_by_a_letter_and_stand_first(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_K)
    divided.stand(ENV_HEAD)
    divided.key(Qt.Key.Key_N)
    lines = divided.card("ENV").list.lines()
    assert [(line.words, line.mark) for line in lines[:2]] == [(ENV_STAFF, "K"), (ENV_HEAD, "N")]
    card = divided.stored().cards[-1]
    assert (card.chair, card.scribe) == (ENV_STAFF, ENV_HEAD)
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_K)
    assert divided.stored().cards[-1].chair == ""


def test_two_people_change_places_by_t_and_t(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_T)
    assert divided.told[-1].startswith("Pilih orang kedua")
    divided.stand(GOV_STAFF)
    divided.key(Qt.Key.Key_T)
    assert (divided.where(ENV_STAFF), divided.where(GOV_STAFF)) == ("GOV", "ENV")


def test_escape_gives_a_swap_up(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_T)
    divided.key(ESCAPE)
    divided.stand(GOV_STAFF)
    divided.key(Qt.Key.Key_T)
    assert (divided.where(ENV_STAFF), divided.where(GOV_STAFF)) == ("ENV", "GOV")


def test_arrow_keys_go_from_group_to_group_and_to_those_without_one(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_0)
    divided.card("GOV").list.stand_at(0)
    divided.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is divided.card("BRD").list
    last = divided.card("BRD").list
    last.stand_at(last.count() - 1)
    divided.key(Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    columns = divided.board._columns
    assert below is divided.board.cards[1 + columns].list
    divided.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is last
    divided.card("GOV").list.stand_at(0)
    divided.key(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is divided.board.free
    divided.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is divided.card("GOV").list


def test_m_opens_the_list_of_groups(divided):
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_M)
    menu = next(item for item in divided.board.findChildren(QMenu) if item.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "&1  GOV Smart Governance"
    assert "Keluarkan dari kelompok (0)" in words
    QTest.keyClick(menu, Qt.Key.Key_4)
    divided.settle()
    assert divided.where(ENV_STAFF) == "LIV"


def test_people_are_dragged_from_group_to_group(divided):
    source = divided.stand(ENV_STAFF)
    assert divided.carry(source, divided.card("SOC").list)
    assert divided.where(ENV_STAFF) == "SOC"


def test_what_is_no_person_of_this_board_is_not_taken(divided):
    mime = QMimeData()
    mime.setText("Dinas Kesehatan")
    target = divided.card("SOC").list
    event = QDragEnterEvent(QPoint(4, 4), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, PLAIN)
    target.dragEnterEvent(event)
    assert not event.isAccepted()
    assert target.property("role") == "seats"


def test_who_stands_below_is_told_with_the_reason_and_the_way(divided):
    divided.stand(ENV_STAFF)
    assert divided.screen.detail.text().endswith("ENV: dimensi utama OPD")
    divided.key(Qt.Key.Key_1)
    divided.stand(ENV_STAFF)
    assert divided.screen.detail.text().endswith("GOV: dipindahkan tangan — dulu di ENV")


def test_walk_ins_are_listed_and_seated_with_their_agency(divided):
    env = divided.agency("Dinas Lingkungan Hidup")
    new = [Person(name="Tambahan", opd=env, walk_in=True), Person(name="Warga", element="komunitas")]
    divided.ask(lambda: divided.desk.people.add(new))
    divided.screen.arrive()
    divided.settle()
    assert divided.free()[:2] == ["Tambahan", "Warga"]
    assert divided.board.seat.text() == "Dudukkan 2 orang"
    QTest.mouseClick(divided.board.seat, Qt.MouseButton.LeftButton)
    divided.settle()
    assert divided.where("Tambahan") == "ENV"
    assert divided.where("Warga")
    assert divided.board.seat.isHidden()


def test_those_without_a_group_are_found_by_name_agency_or_element(divided):
    divided.stand("Wartawan")
    divided.key(Qt.Key.Key_0)
    divided.stand(ENV_STAFF)
    divided.key(Qt.Key.Key_0)
    QTest.keyClicks(divided.board.filter, "media")
    assert divided.free() == ["Wartawan"]
    QTest.keyClick(divided.board.filter, ENTER)
    divided.key(Qt.Key.Key_5)
    assert divided.where("Wartawan") == "SOC"


def test_guests_are_shown_only_when_they_are_asked_for(divided):
    assert divided.board.side.isHidden()
    assert divided.screen.head.guests.text() == "Tamu dan narasumber: 1"
    divided.screen.head.guests.click()
    assert divided.board.side.isVisible()
    assert divided.free() == ["Pembicara"]
    divided.stand("Pembicara")
    divided.key(Qt.Key.Key_1)
    assert divided.where("Pembicara") == "GOV"


def test_warnings_are_said_and_go_away_when_they_are_mended(divided):
    assert "tidak punya ketua" in divided.screen.warnings.text()
    QTest.mouseClick(divided.screen.head.officers, Qt.MouseButton.LeftButton)
    divided.settle()
    assert "tidak punya ketua" not in divided.screen.warnings.text()
    assert divided.screen.head.officers.isHidden()
    divided.screen.propose_officers()
    divided.settle()
    assert divided.warned == ["Setiap kelompok sudah punya ketua dan notulis."]


def test_agencies_are_moved_with_their_people_by_one_key(hand):
    hand.divide("opd")
    card = hand.card("Meja 1")
    agency = card.list.lines()[0]
    assert agency.is_opd
    members = [line.words for line in card.list.lines() if not line.is_opd]
    card.list.stand_at(0)
    hand.key(Qt.Key.Key_2)
    opd = next(item for item in hand.ask(hand.desk.opd.opds) if item.id == agency.row)
    moved = [name for name in members if name.endswith(opd.name)]
    assert moved
    assert {hand.where(name) for name in moved} == {"Meja 2"}
    assert agency.row in [item.id for item in hand.stored().cards[1].opds]


def test_six_groups_stand_in_two_rows_without_scrolling_sideways(divided):
    board = divided.board
    assert board._columns == 3
    assert board.area.horizontalScrollBar().maximum() == 0
    assert {item.y() for item in board.cards} == {board.cards[0].y(), board.cards[3].y()}
    divided.screen.resize(600, 600)
    divided.settle()
    assert board._columns == 1 or board.area.widget().width() <= board.area.viewport().width()


def test_names_are_never_taken_for_markup(divided):
    env = divided.agency("Dinas Lingkungan Hidup")
    divided.ask(lambda: divided.desk.people.add([Person(name="<b>Andi</b>", opd=env)]))
    divided.screen.arrive()
    divided.settle()
    item = divided.board.free.item(0)
    assert "&lt;b&gt;Andi" in item.toolTip()


def test_a_person_is_found_from_elsewhere(divided):
    row = divided.row(ENV_STAFF)
    divided.screen.open_row(row)
    divided.settle()
    assert QApplication.focusWidget() is divided.card("ENV").list
    assert divided.card("ENV").list.current_key() == row


def test_a_group_of_another_division_or_stage_is_found_from_elsewhere(divided):
    env = divided.card("ENV").row
    divided.divide("opd")
    divided.screen.open_row(env)
    divided.settle()
    assert divided.board.cards[-1].row == env
    assert QApplication.focusWidget() is divided.card("ENV").list
    divided.screen.go.connect(lambda _key, number: divided.screen.show_stage(int(number)))
    divided.screen.show_stage(2)
    divided.settle()
    divided.screen.open_row(divided.ask(divided.desk.group.groupings)[1].id)
    divided.settle()
    assert divided.went[-1] == ("stage", "1")
    assert divided.board.cards[0].card.called == "Meja 1"


def test_guests_who_are_hidden_are_not_chosen_and_are_shown_where_they_are_found(divided):
    guest = divided.row("Pembicara")
    divided.screen.open_row(guest)
    divided.settle()
    assert divided.board.side.isVisible()
    assert divided.board.chosen().people == (guest,)
    divided.board.show_free(shown=False)
    assert divided.board.free.keys() == []


def test_the_head_says_in_whole_words_what_the_cards_say_short(divided):
    told = divided.screen.head.counts.text()
    people = sum(len(card.members) for card in divided.board.board.cards)
    assert told.startswith(f"{people} orang di {len(divided.board.cards)} kelompok, tiap kelompok ")
    assert "Pemerintah " in told
    assert "Pem " in divided.board.cards[0].mix.text()
