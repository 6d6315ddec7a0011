"""The findings under a plan: listed by kind, answered with 1, 2 and 3, filtered, undone, sent to paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.finding import FindingCount
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_finding import CHECK_SHEET
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, document_screen, draft, on_data, settle
from ui.widgets.writing import take_nothing

ENTER = Qt.Key.Key_Return


def faulty():
    """Return a reading with four programs without money, and one target that falls."""
    base = draft(problems=())
    bare = [
        replace(base.lines[0], code="", name=f"Program nomor {place}", pagu={}, indicators=())
        for place in range(1, 5)
    ]
    return replace(base, lines=(*base.lines, *bare))


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    made.arrive()
    settle(made)
    made.files._got(faulty())
    settle(made)
    made.reading.use.click()
    settle(made)
    return made


@pytest.fixture
def panel(screen):
    return screen.frame.plan.findings


def number(panel, code):
    return next(item.number for item in panel._items if item.finding.code == code)


def choose(panel, code):
    panel.table.choose(str(number(panel, code)))
    assert panel.item.finding.code == code
    panel.table.setFocus()


def press(screen, key):
    QTest.keyClick(screen.frame.plan.findings.table, key)
    settle(screen)


def stored(screen, desk):
    return on_data(screen.context.lane, lambda: desk.finding.of(screen.shelf.opd))


def cells(panel, column):
    return [line.cells[column] for line in panel.table.lines.lines]


def test_many_of_a_kind_are_folded_under_their_title_and_enter_opens_them(screen, panel):
    title = next(line for line in panel.table.lines.lines if line.key == "kind:program-without-pagu")
    assert "Program tanpa pagu: 4 temuan" in title.cells[2]
    assert title.cells[3] == "4 belum"
    assert not any("Program nomor 1" in text and "pagu" in text for text in cells(panel, 2))
    panel.table.choose(title.key)
    assert "Tekan Enter" in panel.message.text()
    press(screen, ENTER)
    assert sum("belum punya pagu" in text for text in cells(panel, 2)) == 4
    press(screen, ENTER)
    assert sum("belum punya pagu" in text for text in cells(panel, 2)) == 0
    assert nameless(screen) == []


def test_one_and_three_answer_at_once_and_undo_takes_it_back(screen, panel, desk):
    total = len(panel._items)
    choose(panel, "target-falls")
    press(screen, Qt.Key.Key_1)
    assert stored(screen, desk).count == FindingCount(total, total - 1)
    assert "Temuan" in screen.notes[-1]
    assert "diperbaiki" in screen.notes[-1]
    assert cells(panel, 3)[cells(panel, 0).index(str(number(panel, "target-falls")))] == "Diperbaiki"
    choose(panel, "target-falls")
    press(screen, Qt.Key.Key_3)
    kept = next(item for item in stored(screen, desk).items if item.finding.code == "target-falls")
    assert kept.state == "keliru"
    on_data(screen.context.lane, desk.undo)
    kept = next(item for item in stored(screen, desk).items if item.finding.code == "target-falls")
    assert kept.state == "diperbaiki"


def test_the_line_below_is_chosen_once_one_is_answered(screen, panel):
    panel.table.choose("kind:program-without-pagu")
    press(screen, ENTER)
    keys = [line.key for line in panel.table.lines.lines]
    place = next(at for at, key in enumerate(keys[:-1]) if key.isdigit())
    panel.table.choose(keys[place])
    press(screen, Qt.Key.Key_1)
    assert panel.table.key == keys[place + 1]


def test_two_asks_for_the_words_of_the_agency_first(screen, panel, desk):
    warned = []
    screen.warned.connect(warned.append)
    choose(panel, "target-falls")
    press(screen, Qt.Key.Key_2)
    assert panel.words.isVisible()
    assert panel.words.hasFocus()
    QTest.keyClick(panel.words, ENTER)
    settle(screen)
    assert "belum ditulis" in warned[-1]
    QTest.keyClicks(panel.words, "Jumlah dokumen memang berkurang")
    QTest.keyClick(panel.words, ENTER)
    settle(screen)
    kept = next(item for item in stored(screen, desk).items if item.finding.code == "target-falls")
    assert (kept.state, kept.answer) == ("dijelaskan", "Jumlah dokumen memang berkurang")
    assert not panel.words.isVisible()
    choose(panel, "target-falls")
    assert "Jumlah dokumen memang berkurang" in panel.advice.text()
    press(screen, Qt.Key.Key_Delete)
    assert all(item.is_open for item in stored(screen, desk).items)
    press(screen, Qt.Key.Key_2)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert panel.table.hasFocus()
    assert not panel.words.isVisible()


def test_answered_ones_can_be_left_out_and_the_shelf_counts_what_is_open(screen, panel):
    total = len(panel._items)
    choose(panel, "target-falls")
    panel.buttons["keliru"].click()
    settle(screen)
    assert panel.title.text() == f"{total - 1} temuan belum dijawab, 1 sudah"
    panel.open_only.click()
    assert str(number(panel, "target-falls")) not in cells(panel, 0)
    state = screen.shelf.item(screen.shelf.currentRow()).data(Qt.ItemDataRole.UserRole).state
    assert state.endswith(f"{total - 1} temuan")


def test_a_number_from_paper_leads_to_its_finding_also_where_it_is_folded(screen, panel):
    warned = []
    screen.warned.connect(warned.append)
    wanted = [item.number for item in panel._items if item.finding.code == "program-without-pagu"][2]
    panel.table.setFocus()
    press(screen, Qt.Key.Key_N)
    assert panel.number.hasFocus()
    QTest.keyClicks(panel.number, "999")
    QTest.keyClick(panel.number, ENTER)
    assert "999" in warned[-1]
    QTest.keyClicks(panel.number, str(wanted))
    QTest.keyClick(panel.number, ENTER)
    assert panel.item.number == wanted
    assert panel.table.hasFocus()


def test_enter_on_a_finding_goes_to_its_line_in_the_tree(screen, panel):
    choose(panel, "target-falls")
    press(screen, ENTER)
    tree = screen.frame.plan.tree
    assert tree.hasFocus()
    assert tree.currentIndex().data() == "Dokumen (dokumen)"


def test_the_check_sheet_of_the_agency_is_asked_for_on_paper(screen, panel, heard):
    screen.print_asked.connect(lambda key, row: heard.items.append((key, row)))
    panel.paper.click()
    commands = {item.words: item for item in screen.commands()}
    commands["Cetak lembar periksa Renstra (OPD)"].run()
    assert heard.items == [(CHECK_SHEET, screen.shelf.opd)] * 2


def test_in_a_file_that_can_only_be_read_keys_answer_nothing(screen, panel, desk):
    choose(panel, "target-falls")
    take_nothing(screen)
    press(screen, Qt.Key.Key_1)
    press(screen, Qt.Key.Key_2)
    press(screen, Qt.Key.Key_Y)
    assert all(item.is_open for item in stored(screen, desk).items)
    assert not panel.words.isVisible()
    take_nothing(screen, on=False)
