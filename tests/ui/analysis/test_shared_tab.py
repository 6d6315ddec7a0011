"""Tab Program lintas OPD by hand: proposals by one key, the list and what is typed beside it, the board."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.hall import SHARED as SLIDE
from smartcity_desktop.domain.paper_shared import SHARED
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from tests.ui.analysis.hand import agency, cells, settle

TWINS = {"DLH": "Penurunan Stunting Balita dan Gizi Keluarga", "Bappeda": "Gizi Keluarga dan Stunting Balita"}


@pytest.fixture
def twins(hall):
    """Two agencies whose plans hold nearly the same program; a third program of its own."""
    for short, name in TWINS.items():
        lines = [LineDraft("program", "1.02.03" if short == "DLH" else "5.01.02", name)]
        lines += [LineDraft("program", "2.11.11", "Pengelolaan Persampahan")] if short == "DLH" else []
        draft = Draft(lines=tuple(lines), years=("2026",))
        hall.ask(partial(hall.desk.renstra.adopt, agency(hall, short), draft))
    return hall


def board(hall):
    return hall.ask(hall.desk.shared_program.board)


def accept_first(hall):
    key = board(hall).proposals[0].key
    return hall.ask(partial(hall.desk.shared_program.accept, key))[0]


def test_without_a_plan_the_tab_says_what_belongs_here(show, hall):
    screen = show(hall, "shared")
    assert screen.tab.pages.currentWidget() is screen.tab.empty
    screen.tab.empty.buttons[1].click()
    assert screen.gone == [("document", "")]


def test_one_key_takes_a_proposal_and_another_refuses_it(show, twins):
    screen = show(twins, "shared")
    tab = screen.tab
    assert tab.proposals.hasFocus(), "with nothing on the list the proposals come first"
    assert tab.side.reason.text().lower().startswith("kata sama")
    QTest.keyClick(tab.proposals, Qt.Key.Key_T)
    settle(screen)
    assert (board(twins).proposals, board(twins).refused) == ((), 1)
    next(item for item in screen.commands() if item.words.startswith("Tampilkan lagi")).run()
    settle(screen)
    tab.turn_to(2)
    QTest.keyClick(tab.proposals, Qt.Key.Key_Y)
    settle(screen)
    assert [item.place for item in board(twins).items] == ["antar"]
    assert tab.told.text().startswith("1 program bersama")


def test_what_is_typed_beside_the_list_is_kept_and_a_member_is_taken_out_by_del(show, twins):
    row = accept_first(twins)
    screen = show(twins, "shared")
    tab = screen.tab
    assert tab.list.hasFocus()
    tab.side.texts["partners"].setFocus()
    QTest.keyClicks(tab.side.texts["partners"], "Polres")
    settle(screen)
    assert board(twins).item(row).partners == "Polres"
    tab.side.place.setCurrentIndex(2)
    tab.side.place.activated.emit(2)
    settle(screen)
    assert cells(tab.list, row)[1] == "Dengan pihak luar"
    member = tab.side.members.lines.lines[1].key
    tab.side.members.choose(member)
    QTest.keyClick(tab.side.members, Qt.Key.Key_Delete)
    settle(screen)
    assert member not in board(twins).item(row).lines
    QTest.keyClick(tab.side.members, Qt.Key.Key_Return)
    assert screen.gone == [("worksheet", tab.side.members.key)]
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    settle(screen)
    assert board(twins).items == ()


def test_every_number_of_the_board_opens_its_shared_programs(show, twins):
    row = accept_first(twins)
    screen = show(twins, "shared")
    tab = screen.tab
    tab.turn_to(1)
    tab.board.stand(agency(twins, "DLH"), agency(twins, "Bappeda"))
    assert [line.key for line in tab.behind.lines.lines] == [row]
    tab.board.stand(agency(twins, "DLH"), agency(twins, "DLH"))
    assert tab.behind.lines.lines == []
    tab.board.stand(agency(twins, "DLH"), agency(twins, "Bappeda"))
    QTest.keyClick(tab.board, Qt.Key.Key_Return)
    assert tab.behind.hasFocus()
    QTest.keyClick(tab.behind, Qt.Key.Key_Return)
    assert (tab.list.key, tab.list.hasFocus()) == (row, True)


def test_programs_are_chosen_by_letters_and_put_on_the_list_together(show, twins):
    screen = show(twins, "shared")
    tab = screen.tab
    QTest.keyClick(tab, Qt.Key.Key_Insert)
    dialog = tab.dialog
    for letters in ("sampah", "gizi keluarga dan"):
        dialog.finder.search(letters)
        dialog.take(dialog.finder.choices()[0])
    assert len(dialog.keys()) == 2
    dialog.take(dialog.finder.choices()[0])
    assert len(dialog.keys()) == 2, "once is enough"
    dialog.finder.search("pengelolaan")
    dialog.take_out()
    assert len(dialog.keys()) == 1
    dialog.finder.search("gizi keluarga dan")
    dialog.take(dialog.finder.choices()[0])
    QTest.keyClicks(dialog.title, "Sekolah bebas sampah")
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(screen)
    (item,) = board(twins).items
    assert (item.title, item.place, len(item.lines)) == ("Sekolah bebas sampah", "antar", 2)
    assert tab.list.key == item.id


def test_it_is_printed_and_shown_and_a_closed_file_takes_nothing(show, twins):
    accept_first(twins)
    screen = show(twins, "shared", closed=True)
    slides, warned = [], []
    screen.slide_asked.connect(lambda kind, row: slides.append((kind, row)))
    screen.warned.connect(warned.append)
    tab = screen.tab
    tab.print.click()
    tab.show_result.click()
    assert (screen.printed, slides) == ([(SHARED, "")], [(SLIDE, "")])
    assert not tab.side.remove.isEnabled()
    assert tab.side.texts["title"].isReadOnly()
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    settle(screen)
    assert len(board(twins).items) == 1
    assert len(warned) == 1
