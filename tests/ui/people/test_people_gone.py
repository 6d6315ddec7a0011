"""Participants who were removed from the list: shown under "Data pribadi", brought back, or erased."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.edit import Gone
from tests.ui.frame import nameless, turn
from tests.ui.people.hand import ENTER, add, names, settle
from tests.ui.planning import on_data
from ui.widgets.people_gone import GoneDialog
from ui.widgets.personal_data import EraseDialog, PersonalDialog

ALL = ["Budi Santoso, S.E.", "Hj. Ani, S.KM.", "Rina"]


@pytest.fixture
def removed(screen):
    """Rina was removed first, then Ani."""
    add(screen)
    for row in (2, 1):
        screen.table.choose(row)
        screen._just_removed.stop()
        screen.remove_chosen()
        settle(screen)
    return screen


def seen(screen, kind):
    return next((item for item in screen.findChildren(kind) if item.isVisible()), None)


def gone_dialog(screen):
    screen.private.click()
    settle(screen)
    QTest.keyClick(seen(screen, PersonalDialog).removed, Qt.Key.Key_Space)
    settle(screen)
    return seen(screen, GoneDialog)


def cells(dialog):
    return [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]


def left(screen):
    return [
        item.name for item in on_data(screen.context.lane, screen.personal.gone._services.people_gone.removed)
    ]


def test_nobody_removed_is_not_spoken_of(screen):
    add(screen)
    screen.private.click()
    settle(screen)
    assert seen(screen, PersonalDialog).removed.isHidden()


def test_the_removed_are_listed_with_number_agency_and_moment(removed):
    dialog = gone_dialog(removed)
    assert nameless(dialog) == []
    assert cells(dialog) == ["Hj. Ani, S.KM.", "Rina"]
    assert dialog.table.item(0, 0).text() == "2"
    assert dialog.table.item(0, 2).text() == "Dinas Kesehatan"
    assert " pukul " in dialog.table.item(0, 3).text()
    assert dialog.table.hasFocus()


def test_enter_brings_the_chosen_one_back_and_the_list_stays_open(removed):
    dialog = gone_dialog(removed)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, ENTER)
    settle(removed)
    assert (names(removed), cells(dialog)) == ([ALL[0], "Rina"], ["Hj. Ani, S.KM."])
    assert removed.heard[-1] == "Seorang peserta kembali di daftar dengan kehadirannya. Ctrl+Z mengurungkan."
    assert seen(removed, PersonalDialog).removed.text() == "Peserta yang sudah dihapus (1) …"


def test_several_are_brought_back_together(removed):
    dialog = gone_dialog(removed)
    dialog.table.selectAll()
    assert dialog.restore.text() == "Kembalikan 2 peserta"
    dialog.restore.click()
    settle(removed)
    assert sorted(names(removed)) == sorted(ALL)
    assert (dialog.nobody.isVisible(), dialog.restore.isEnabled()) == (True, False)
    assert seen(removed, PersonalDialog).removed.isHidden()


def test_delete_erases_after_a_word_and_escape_leaves_everything(removed):
    dialog = gone_dialog(removed)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(removed)
    asked = seen(removed, EraseDialog)
    assert "tidak bisa lagi dikembalikan" in asked.goes.text()
    assert asked.cancel.hasFocus()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    settle(removed)
    assert left(removed) == ["Hj. Ani, S.KM.", "Rina"]
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(removed)
    asked = seen(removed, EraseDialog)
    assert "2 peserta ini" in asked.goes.text()
    assert asked.confirm.text() == "Hapus data 2 orang ini"
    asked.confirm.click()
    settle(removed)
    assert (left(removed), cells(dialog)) == ([], [])
    assert removed.heard[-1].startswith("Data pribadinya sudah dihapus dari berkas")


def test_a_file_that_is_only_read_shows_them_and_offers_nothing(removed, qtbot):
    people = on_data(removed.context.lane, removed.personal.gone._services.people_gone.removed)
    dialog = GoneDialog(people, locked=True)
    qtbot.addWidget(dialog)
    asked = []
    dialog.restore_asked.connect(asked.append)
    dialog.erase_asked.connect(asked.append)
    dialog.show()
    turn()
    for key in (ENTER, Qt.Key.Key_Delete):
        QTest.keyClick(dialog.table, key)
    assert (asked, dialog.restore.isEnabled(), dialog.erase.isEnabled()) == ([], False, False)
    assert "hanya bisa dibaca" in dialog.restore.toolTip()


def test_the_list_is_found_with_ctrl_k(removed):
    command = next(item for item in removed.commands() if item.words.startswith("Peserta yang sudah"))
    command.run()
    settle(removed)
    assert cells(seen(removed, GoneDialog)) == ["Hj. Ani, S.KM.", "Rina"]


def test_whoever_was_marked_as_present_after_the_removal_is_told_below_the_list(screen):
    add(screen)
    gone, people = screen.personal.gone, screen._people
    settle(screen)
    assert gone.button.isHidden()

    def mark_and_remove():
        services, row = gone._services, people.people()[0].id
        services.attendance.mark(Place("2026-08-04"), "hadir", row)
        people.remove(row)
        mark = people._store.key("attendance", row, "2026-08-04", "")
        people._store.write([Gone("attendance", mark, gone=False)], "dari laptop lain")

    on_data(screen.context.lane, mark_and_remove)
    screen.arrive()
    settle(screen)
    assert gone.button.text() == "Dihapus, lalu dicatat hadir (1) …"
    QTest.keyClick(gone.button, Qt.Key.Key_Space)
    settle(screen)
    assert seen(screen, GoneDialog).table.item(0, 3).text().endswith(" · 1 kehadiran masuk sesudahnya")
