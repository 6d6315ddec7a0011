"""The panel of one participant, the switches of NIP and phone, export and removal on request."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.people_record import PersonalSettings
from tests.ui.frame import nameless
from tests.ui.people.hand import ENTER, add, choose, settle, stored
from tests.ui.planning import on_data
from ui.widgets.personal_data import EraseDialog, PersonalDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
NIP = "198001012006041001"


@pytest.fixture
def listed(screen):
    add(screen)
    choose(screen, 0)
    settle(screen)
    return screen


def numbers(screen):
    return on_data(screen.context.lane, screen._people.numbers)


def switch(screen, **values):
    on = PersonalSettings(**{"purpose": "Sertifikat", **values})
    changes = on_data(screen.context.lane, lambda: screen._people.set_personal(on))
    screen.context.bus.publish(changes)
    settle(screen)


def settings_dialog(screen):
    screen.private.click()
    settle(screen)
    return next(item for item in screen.findChildren(PersonalDialog) if item.isVisible())


def test_the_panel_shows_the_chosen_one_and_saves_what_is_typed(listed):
    side = listed.side
    assert side.number.text() == "Nomor 1"
    assert side.texts["name"].toPlainText() == "Budi Santoso, S.E."
    QTest.keyClicks(side.lines["rank"], "Pembina / IV.a")
    side.texts["access"].setPlainText("Kursi roda")
    side.walk_in.click()
    side.body.setCurrentText("Narasumber")
    side.body.activated.emit(0)
    side.element.setCurrentIndex(side.element.findData("media"))
    side.element.activated.emit(side.element.currentIndex())
    settle(listed)
    found = stored(listed)[0]
    assert (found.rank, found.access, found.walk_in) == ("Pembina / IV.a", "Kursi roda", True)
    assert (found.body, found.element) == ("Narasumber", "media")


def test_another_choice_brings_the_others_fields(listed):
    QTest.keyClicks(listed.side.lines["rank"], "III.a")
    choose(listed, 1)
    settle(listed)
    assert listed.side.lines["rank"].text() == ""
    assert [item.rank for item in stored(listed)] == ["III.a", "", ""]


def test_f4_closes_and_opens_the_panel(listed):
    assert listed.side.isVisible()
    QTest.keyClick(listed.table, Qt.Key.Key_F4)
    assert not listed.side.isVisible()
    QTest.keyClick(listed.table, Qt.Key.Key_F4)
    assert listed.side.isVisible()
    assert listed.side.texts["name"].hasFocus()


def test_numbers_are_not_in_sight_while_they_are_off(listed):
    assert not listed.side.lines["nip"].isVisible()
    assert listed.side.off.text() == "NIP dan HP tidak disimpan di Bimtek ini."


def test_switched_on_a_number_is_typed_and_a_wrong_one_told(listed):
    switch(listed, keep_nip=True)
    line = listed.side.lines["nip"]
    assert line.isVisible()
    QTest.keyClicks(line, "19800101")
    assert listed.side.wrong.text() == "NIP harus 18 angka; sekarang 8. Boleh dilanjutkan."
    QTest.keyClicks(line, NIP[8:])
    settle(listed)
    assert listed.side.wrong.text() == ""
    assert numbers(listed) == {stored(listed)[0].id: (NIP, "")}


def test_the_switch_needs_a_purpose_and_is_saved_by_keys(listed):
    dialog = settings_dialog(listed)
    assert nameless(dialog) == []
    QTest.keyClick(dialog.nip, Qt.Key.Key_Space)
    assert not dialog.save.isEnabled()
    assert dialog.wanting.text() == "Tulis dahulu untuk apa data ini dipakai."
    QTest.keyClicks(dialog.purpose, "Nomor sertifikat")
    assert dialog.save.isEnabled()
    QTest.keyClick(dialog, ENTER, CONTROL)
    settle(listed)
    kept = on_data(listed.context.lane, listed._people.personal).settings
    assert kept == PersonalSettings(keep_nip=True, purpose="Nomor sertifikat")
    assert listed.side.lines["nip"].isVisible()


def test_switching_off_offers_to_erase_what_is_kept(listed):
    switch(listed, keep_nip=True, keep_phone=True)
    row = stored(listed)[0].id
    on_data(listed.context.lane, lambda: listed._people.update(row, "nip", NIP))
    on_data(listed.context.lane, lambda: listed._people.update(row, "phone", "0812345678"))
    dialog = settings_dialog(listed)
    assert not dialog.erase.isVisible()
    dialog.nip.click()
    assert "Hapus 1 NIP" in dialog.erase.text()
    assert "1 NIP tetap di berkas" in dialog.left.text()
    dialog.erase.click()
    dialog.accept()
    settle(listed)
    kept = on_data(listed.context.lane, listed._people.personal)
    assert (kept.nips, kept.phones) == (0, 1)
    assert "sudah dihapus" in listed.heard[-1]


def test_one_persons_data_is_written_into_a_file(listed, tmp_path):
    row = stored(listed)[0].id
    for target in (tmp_path / "a.txt", tmp_path / "a.json"):
        listed.personal.export_to(row, target)
        settle(listed)
        assert "Budi Santoso, S.E." in target.read_text(encoding="utf-8")
    assert listed.heard[-1] == "Tersimpan: a.json"


def test_a_removal_on_request_says_what_goes_and_stays_and_is_done_after_a_word(listed):
    listed.side.erase.click()
    settle(listed)
    dialog = listed.findChild(EraseDialog)
    assert dialog.cancel.hasFocus()
    assert "Tidak bisa diurungkan" in dialog.goes.text()
    assert dialog.stays.text().startswith("Yang tetap: ")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(listed)
    assert len(stored(listed)) == 3
    listed.side.erase.click()
    settle(listed)
    dialog = next(item for item in listed.findChildren(EraseDialog) if item.isVisible())
    dialog.confirm.click()
    settle(listed)
    assert [item.name for item in stored(listed)] == ["Hj. Ani, S.KM.", "Rina"]
    assert "sudah dihapus dari berkas" in listed.heard[-1]


def test_nobody_chosen_leaves_the_panel_empty_and_off(listed):
    listed.table.selectAll()
    assert not listed.side.erase.isEnabled()
    assert listed.side.number.text() == "Pilih seorang peserta"
