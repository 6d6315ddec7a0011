"""Dividing in the window: looked at before it counts, made again, copied, renamed, used in sessions."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain import print_job
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import PrintKind
from smartcity_desktop.services.session import NewSession
from tests.services.groups import OPDS
from tests.ui.frame import nameless
from tests.ui.group.hand import ENTER, ESCAPE
from ui import theme
from ui.screens.group.screen import PRINT

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def cells(hand, column):
    table = hand.page.preview
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_an_empty_stage_offers_the_usual_ways(hand):
    assert hand.screen.empty.isVisible()
    assert hand.screen.head.isVisible()
    assert not hand.screen.head.start.isVisible()
    words = [button.text() for button in hand.screen.empty.buttons]
    assert words == ["Bagi menurut dimensi", "Bagi menurut komponen"]
    hand.screen.show_stage(2)
    hand.settle()
    assert hand.screen.empty.buttons[1].text() == "Bagi menjadi meja OPD"
    hand.screen.empty.buttons[0].setFocus()
    hand.key(Qt.Key.Key_Space)
    assert hand.page.isVisible()
    assert hand.page.chosen_kind == "dimensi"
    hand.key(ESCAPE)
    assert hand.screen.empty.isVisible()
    hand.screen.empty.buttons[1].click()
    assert hand.page.chosen_kind == "opd"


def test_the_result_is_counted_before_it_is_applied_and_nothing_is_written_until_then(hand):
    hand.screen.open_divide("dimensi")
    hand.settle()
    assert cells(hand, 0)[0] == "GOV Smart Governance"
    assert sum(map(int, cells(hand, 2))) == 27
    assert hand.page.summary.text().startswith("27 peserta di 6 kelompok")
    assert "1 tamu, narasumber, dan panitia tidak dibagi." in hand.page.summary.text()
    assert hand.ask(hand.desk.group.groupings) == []
    counted = cells(hand, 2)
    hand.key(ENTER, CTRL)
    assert [str(len(card.members)) for card in hand.stored().cards] == counted
    assert hand.said[-1].startswith("Bagi 27 peserta ke 6 kelompok")


def test_everything_on_the_page_that_takes_the_tab_key_can_be_named(hand):
    for kind in ("komponen", "opd"):
        hand.screen.open_divide(kind)
        hand.settle()
        assert nameless(hand.page) == []


def test_levelling_shows_other_counts_at_once(hand):
    hand.screen.open_divide("dimensi")
    hand.settle()
    whole = list(map(int, cells(hand, 2)))
    hand.page.second_rule.click()
    hand.settle()
    level = list(map(int, cells(hand, 2)))
    assert sum(level) == sum(whole)
    assert max(level) - min(level) < max(whole) - min(whole)


def test_drawing_again_gives_other_groups_of_the_same_sizes(hand):
    hand.screen.open_divide("komponen")
    hand.settle()
    first = hand.page._proposal
    hand.page.redraw.click()
    hand.settle()
    second = hand.page._proposal
    sizes = [sorted(len(item.people) for item in made.groups) for made in (first, second)]
    assert sizes[0] == sizes[1]
    assert first.places != second.places


def test_components_are_ticked_and_typed(hand):
    hand.screen.open_divide("komponen")
    hand.settle()
    assert cells(hand, 0) == ["Struktur", "Infrastruktur", "Suprastruktur"]
    hand.page.components[1].click()
    hand.page.others.setFocus()
    QTest.keyClicks(hand.page.others, "Literasi, Anggaran")
    hand.key(ENTER)
    assert cells(hand, 0) == ["Struktur", "Suprastruktur", "Literasi", "Anggaran"]
    hand.page.title.selectAll()
    QTest.keyClicks(hand.page.title, "Sesi 1")
    hand.settle()
    hand.page.apply.click()
    hand.settle()
    assert hand.screen.head.choice.currentText() == "Sesi 1"


def test_without_any_component_nothing_can_be_applied(hand):
    hand.screen.open_divide("komponen")
    for box in hand.page.components[:3]:
        box.click()
    hand.settle()
    assert hand.page.summary.text() == "Pilih sedikitnya satu kelompok."
    assert not hand.page.apply.isEnabled()
    hand.key(ENTER, CTRL)
    assert hand.page.isVisible()


def test_tables_of_agencies_are_made_without_participants(bare):
    bare.ask(lambda: bare.desk.opd.add([OpdRow(name) for name in OPDS]))
    bare.screen.arrive()
    bare.settle()
    bare.screen.open_divide("opd")
    bare.page.tables.setValue(3)
    bare.settle()
    assert "belum ada peserta" in bare.page.summary.text()
    bare.page.apply.click()
    bare.settle()
    lines = [line for card in bare.board.cards for line in card.list.lines()]
    assert sorted(line.hint for line in lines) == sorted(OPDS)
    assert all(line.is_opd for line in lines)
    assert bare.screen.head.counts.text() == "3 kelompok · 6 OPD, belum ada peserta"


def test_table_numbers_of_the_agencies_are_taken_where_they_stand(hand):
    rows = [item.id for item in hand.ask(hand.desk.opd.opds)]
    for row, number in zip(rows, ("7", "7", "2", "2", "2", "7"), strict=True):
        hand.ask(partial(hand.desk.opd.update, row, "table_no", number))
    hand.screen.arrive()
    hand.settle()
    hand.screen.open_divide("opd")
    hand.settle()
    assert cells(hand, 0) == ["Meja 2", "Meja 7"]
    assert not hand.page.tables.isEnabled()
    hand.page.numbered.click()
    hand.settle()
    assert len(cells(hand, 0)) == hand.page.tables.value()


def test_dividing_again_keeps_who_was_moved_by_hand(divided):
    staff = "Staf Dinas Lingkungan Hidup"
    divided.stand(staff)
    divided.key(Qt.Key.Key_2)
    divided.screen.open_divide("")
    divided.settle()
    assert divided.page.again.isChecked()
    assert divided.page.again.text() == "Bagi ulang Kelompok dimensi"
    assert "1 orang yang dipindahkan tangan tetap" in divided.page.summary.text()
    divided.page.apply.click()
    divided.settle()
    assert divided.where(staff) == "BRD"
    divided.screen.open_divide("")
    divided.page.keep.click()
    divided.settle()
    divided.page.apply.click()
    divided.settle()
    assert divided.where(staff) == "ENV"
    assert len(divided.ask(divided.desk.group.groupings)) == 1


def test_a_second_division_stands_beside_the_first_and_both_can_be_chosen(divided):
    divided.divide("opd")
    choice = divided.screen.head.choice
    assert [choice.itemText(place) for place in range(choice.count())] == ["Kelompok dimensi", "Meja OPD"]
    assert divided.board.cards[0].card.called == "Meja 1"
    choice.setFocus()
    divided.key(Qt.Key.Key_Up)
    QTest.keyClick(choice, Qt.Key.Key_Up)
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    divided.settle()
    assert divided.board.cards[0].card.called == "GOV"


def test_a_division_is_copied_into_another_stage(divided):
    divided.screen.show_stage(2)
    divided.settle()
    head = divided.screen.head
    assert head.isVisible()
    assert head.choice.isHidden()
    actions = head.copies.actions()
    assert [action.text() for action in actions] == ["Tahap I · Kelompok dimensi"]
    actions[0].trigger()
    divided.settle()
    assert divided.board.cards[0].card.called == "GOV"
    assert len(divided.ask(divided.desk.group.groupings)) == 2


def test_a_division_is_renamed_deleted_and_brought_back(divided):
    divided.screen.head.rename.trigger()
    dialog = divided.dialog()
    dialog.line.clear()
    assert not dialog.take.isEnabled()
    QTest.keyClicks(dialog.line, "Pokja")
    QTest.keyClick(dialog.line, ENTER)
    divided.settle()
    assert divided.screen.head.choice.currentText() == "Pokja"
    divided.screen.head.drop.trigger()
    divided.settle()
    assert divided.screen.empty.isVisible()
    assert divided.said[-1] == "Pembagian Pokja dihapus. Ctrl+Z mengembalikan."
    divided.ask(divided.desk.undo)
    divided.screen.arrive()
    divided.settle()
    assert divided.screen.head.choice.currentText() == "Pokja"


def test_a_division_is_filled_by_hand_group_by_group(hand):
    hand.screen.add_grouping()
    dialog = hand.dialog()
    dialog.line.setText("Meja tamu")
    QTest.keyClick(dialog.line, ENTER)
    hand.settle()
    assert hand.board.cards == []
    hand.screen.add_group()
    hand.settle()
    assert [item.card.called for item in hand.board.cards] == ["Kelompok 1"]
    hand.board.free.stand_at(0)
    name = hand.free()[0]
    hand.key(Qt.Key.Key_1)
    assert hand.where(name) == "Kelompok 1"


@pytest.fixture
def session(divided):
    """A session of this stage with the sheets of the dimension groups."""
    desk = divided.desk
    stage = divided.ask(lambda: desk.workshop.stages()[0].id)
    sheet = divided.ask(lambda: desk.worksheet.find("L1").id)
    made = divided.ask(lambda: desk.session.start(NewSession(stage, "Isu daerah", worksheet=sheet)))
    divided.screen.arrive()
    divided.settle()
    return made[0]


def test_a_session_is_told_to_work_in_the_division_and_empty_heads_are_offered(divided, session):
    head = divided.screen.head
    assert head.heads.isHidden()
    head.officers.click()
    divided.settle()
    action = head.session_menu.actions()[-1]
    assert "Isu daerah" in action.text()
    action.trigger()
    divided.settle()
    assert head.sessions.text() == "Dipakai di 1 sesi"
    officered = sum(bool(card.chair or card.scribe) for card in divided.stored().cards)
    assert head.heads.text() == f"Isi kepala {officered} lembar dari kelompok ini"
    head.heads.click()
    divided.settle()
    assert head.heads.isHidden()
    sheet = divided.ask(lambda: divided.desk.worksheet.find("L1").id)
    env = divided.stored().cards[-1]
    filled = divided.ask(lambda: divided.desk.worksheet.sheet(sheet, env.group.dimension))
    assert (filled.chair, filled.scribe) == (env.chair, env.scribe)
    head.session_menu.actions()[-1].trigger()
    divided.settle()
    assert divided.ask(lambda: divided.desk.session.get(session)).grouping == ""


def test_every_way_stands_in_the_search_and_the_print_once_there_is_one(divided, monkeypatch):
    words = [item.words for item in divided.screen.commands()]
    assert "Bagi peserta ke kelompok" in words
    kinds = tuple(item for item in print_job.KINDS if item.key != PRINT)
    monkeypatch.setattr(print_job, "KINDS", kinds)
    divided.screen.arrive()
    divided.settle()
    assert divided.screen.head.print.isHidden()
    monkeypatch.setattr(print_job, "KINDS", (*kinds, PrintKind(PRINT, "Pembagian kelompok", "Di pintu")))
    divided.screen.arrive()
    divided.settle()
    divided.screen.head.print.click()
    assert divided.prints == [(PRINT, divided.grouping)]
    for item in divided.screen.commands():
        item.run()
    divided.settle()
    divided.dialog().reject()


def test_the_page_goes_when_another_stage_is_chosen(divided):
    divided.screen.open_divide("opd")
    divided.settle()
    divided.screen.show_stage(3)
    divided.settle()
    assert divided.screen.empty.isVisible()
    divided.screen.show_stage(1)
    divided.settle()
    assert divided.board.isVisible()


def test_a_screen_built_anew_stands_at_the_same_division(divided):
    divided.divide("opd")
    standing = divided.screen.standing()
    divided.screen._in_front = {}
    divided.screen.take_over(standing)
    divided.screen.arrive()
    divided.settle()
    assert divided.screen.head.choice.currentText() == "Meja OPD"


def test_a_workshop_without_anybody_is_told_what_is_missing(bare):
    bare.screen.open_divide("opd")
    bare.settle()
    assert bare.page.summary.text() == "Belum ada OPD. Isi dahulu di layar OPD."
    assert not bare.page.apply.isEnabled()
    bare.page.kind.buttons[0].click()
    bare.settle()
    assert bare.page.summary.text() == "6 kelompok; belum ada peserta."
    bare.page.apply.click()
    bare.settle()
    assert bare.screen.head.counts.text() == "6 kelompok · belum ada yang duduk"


def test_the_keys_of_the_screen_open_the_division_and_add_a_group(divided):
    divided.board.focus_first()
    divided.key(Qt.Key.Key_N, CTRL)
    assert len(divided.board.cards) == 7
    divided.key(Qt.Key.Key_G, CTRL)
    assert divided.page.isVisible()


def test_a_division_just_made_has_the_keyboard_and_says_nothing_of_an_earlier_one(divided):
    divided.stand("Staf Dinas Lingkungan Hidup")
    divided.screen.open_divide("opd")
    divided.settle()
    divided.key(ENTER, CTRL)
    assert divided.board.cards[0].list.hasFocus()
    first = divided.board.cards[0].list.lines()[0]
    assert first.is_opd
    assert divided.screen.detail.text() == ""
    divided.key(Qt.Key.Key_Down)
    assert "Meja 1: bersama OPD-nya" in divided.screen.detail.text()


def test_the_choices_have_room_for_type_that_was_enlarged_since(hand, dressed):
    theme.apply(dressed, 1.5)
    try:
        hand.screen.open_divide("dimensi")
        assert hand.page.area.width() == round(424 * 1.5)
    finally:
        theme.apply(dressed)


def test_groups_of_very_different_size_are_told_with_the_way_to_even_ones(hand):
    hand.screen.open_divide("dimensi")
    hand.settle()
    sizes = [int(size) for size in cells(hand, 2)]
    assert max(sizes) > 2 * min(sizes)
    assert "Tidak rata: pilih Ratakan" in hand.page.summary.text()
    hand.page.second_rule.click()
    hand.settle()
    assert "Tidak rata" not in hand.page.summary.text()
