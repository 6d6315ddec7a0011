"""Participants who stand in the list twice: told below the list, compared, joined by hand alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from smartcity_desktop.domain.people import Person
from tests.ui.frame import nameless, turn
from tests.ui.people.hand import ENTER, add, names, settle, stored
from tests.ui.planning import on_data
from ui.widgets.people_twin import TwinDialog
from ui.widgets.writing import take_nothing

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def doubled(screen):
    """Budi and Ani stand twice, Rina once; of Budi the second row says other things than the first."""
    add(screen)
    rows = stored(screen)
    twice = [
        Person(name="Dr. Budi Santoso, S.E.", position="Sekretaris", opd=rows[0].opd, note="Vegetarian"),
        Person(name="Ani", position="Staf", opd=rows[1].opd),
    ]
    on_data(screen.context.lane, lambda: screen._people.update(rows[0].id, "note", "Duduk depan"))
    on_data(screen.context.lane, lambda: screen._people.add(twice))
    screen.arrive()
    settle(screen)
    return screen


def opened(screen):
    assert screen.twins.button.isVisible()
    QTest.keyClick(screen.twins.button, Qt.Key.Key_Space)
    settle(screen)
    return next(item for item in screen.findChildren(TwinDialog) if item.isVisible())


def fields(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def cell(dialog, field, column):
    return dialog.table.item(fields(dialog).index(field), column)


def test_a_list_without_doubles_says_nothing_of_them(screen):
    add(screen)
    assert screen.twins.button.isHidden()


def test_doubles_are_counted_below_the_list_and_shown_side_by_side(doubled):
    assert doubled.twins.button.text() == "Peserta kembar (2) …"
    dialog = opened(doubled)
    assert nameless(dialog) == []
    assert dialog.title.text() == "Pasangan 1 dari 2: nama dan instansi sama"
    assert [cell(dialog, "Nama", column).text() for column in (1, 2)] == [
        "Budi Santoso, S.E.",
        "Dr. Budi Santoso, S.E.",
    ]
    assert (cell(dialog, "Nama", 1).font().bold(), cell(dialog, "Nama", 2).font().bold()) == (False, True)
    assert cell(dialog, "Catatan", 3).text() == "Duduk depan; Vegetarian"
    assert fields(dialog)[-1] == "OPD / instansi"


def test_values_are_chosen_with_arrows_and_the_pair_is_joined_with_ctrl_enter(doubled):
    dialog = opened(doubled)
    dialog.table.setCurrentCell(fields(dialog).index("Jabatan"), 1)
    assert dialog.chosen()["position"] == 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Left)
    assert dialog.chosen()["position"] == 0
    QTest.keyClick(dialog.table, ENTER, CONTROL)
    settle(doubled)
    assert names(doubled) == ["Dr. Budi Santoso, S.E.", "Hj. Ani, S.KM.", "Rina", "Ani"]
    joined = stored(doubled)[0]
    assert (joined.position, joined.note, joined.number) == ("Kabid", "Duduk depan; Vegetarian", 1)
    assert doubled.heard[-1] == "Dua baris menjadi satu peserta. Ctrl+Z mengurungkan."
    assert dialog.title.text() == "Satu pasangan: nama dan instansi sama"
    assert doubled.twins.button.text() == "Peserta kembar (1) …"


def test_a_value_is_chosen_by_a_click(doubled):
    dialog = opened(doubled)
    row = fields(dialog).index("Jabatan")
    place = dialog.table.visualItemRect(dialog.table.item(row, 1)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (dialog.chosen()["position"], cell(dialog, "Jabatan", 1).font().bold()) == (0, True)


def test_two_people_of_one_name_are_left_alone_from_then_on(doubled):
    dialog = opened(doubled)
    dialog.part.click()
    settle(doubled)
    assert cell(dialog, "Nama", 1).text() == "Hj. Ani, S.KM."
    dialog.part.click()
    settle(doubled)
    assert dialog.title.text() == "Tidak ada lagi peserta kembar"
    assert (len(stored(doubled)), doubled.twins.button.isHidden()) == (5, True)


def test_pages_turn_the_pairs_and_a_choice_is_forgotten_with_its_pair(doubled):
    dialog = opened(doubled)
    dialog.table.setCurrentCell(fields(dialog).index("Jabatan"), 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Left)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    turn()
    assert (dialog.title.text()[:14], dialog.on.isEnabled()) == ("Pasangan 2 dar", False)
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    turn()
    assert dialog.chosen()["position"] == 1


def test_pairs_that_contradict_themselves_nowhere_are_joined_together(doubled):
    rows = stored(doubled)
    on_data(doubled.context.lane, lambda: doubled._people.update(rows[3].id, "position", "Kabid"))
    dialog = opened(doubled)
    assert dialog.every.text() == "Gabungkan 2 pasang yang tidak bertentangan"
    dialog.every.click()
    settle(doubled)
    assert names(doubled) == ["Dr. Budi Santoso, S.E.", "Hj. Ani, S.KM.", "Rina"]
    assert doubled.heard[-1] == "Gabungkan 2 pasang peserta kembar: selesai. Ctrl+Z mengurungkan."


def test_a_file_that_is_only_read_compares_and_joins_nothing(doubled):
    take_nothing(doubled)
    dialog = opened(doubled)
    asked = []
    dialog.joined.connect(lambda *told: asked.append(told))
    QTest.keyClick(dialog.table, ENTER, CONTROL)
    settle(doubled)
    assert (asked, dialog.take.isEnabled(), dialog.part.isEnabled()) == ([], False, False)
    assert dialog.on.isEnabled()


def test_a_name_that_needs_two_lines_gets_them(doubled):
    name = "Prof. Dr. H. Budi Santoso Wijayakusuma, S.E., M.Si., Ph.D."
    rows = stored(doubled)
    on_data(doubled.context.lane, lambda: doubled._people.update(rows[3].id, "name", name))
    on_data(doubled.context.lane, lambda: doubled._people.update(rows[0].id, "name", name[13:]))
    dialog = opened(doubled)
    turn()
    row = fields(dialog).index("Nama")
    item = dialog.table.item(row, 2)
    assert item.text() == name
    room = dialog.table.visualItemRect(item)
    inks = QFontMetrics(item.font()).boundingRect(
        0, 0, room.width() - 2 * 8 - dialog.table.iconSize().width(), 999, Qt.TextFlag.TextWordWrap, name
    )
    assert room.height() >= inks.height() > 1.5 * dialog.fontMetrics().height()
