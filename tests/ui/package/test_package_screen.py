"""Serah terima data: one button makes a bundle that was verified; a changed file is told in plain words."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.seal import WITHHELD, Seal
from ui.screens.package.screen import PackageScreen


@pytest.fixture
def screen(context, konsel, come_up, tmp_path):
    desk = konsel()
    (tmp_path / "out").mkdir()
    context.settings.store(replace(context.settings.value, last_folder=str(tmp_path / "out")))
    made = come_up(PackageScreen(desk, context))
    for name in ("prints", "words"):
        made.ticks[name].setChecked(False)
    return made


def finished(screen, qtbot):
    qtbot.waitUntil(lambda: screen._ticket is None, timeout=30_000)


def test_a_bundle_is_made_verified_and_can_be_looked_through_again(screen, qtbot, tmp_path):
    screen.make.click()
    assert screen.unfinished() == "Paket serah terima masih dibuat."
    assert not screen.make.isEnabled()
    finished(screen, qtbot)
    (folder,) = (tmp_path / "out").iterdir()
    assert "sudah diperiksa" in screen.outcome.text()
    assert folder.name in screen.outcome.text()
    told = screen.outcome.text().partition(" berkas")[0].rpartition(" ")[2]
    first = (folder / "BACA DULU.txt").read_text(encoding="utf-8-sig")
    assert f"Isi: {told} berkas dengan berkas ini" in first, "screen and paper tell one number"
    assert screen.open.isVisible()
    changed = next(folder.rglob("*Tahap.csv"))
    changed.write_bytes(changed.read_bytes() + b" ")
    screen.check(folder)
    finished(screen, qtbot)
    assert "TIDAK utuh" in screen.outcome.text()
    assert "Tahap.csv" in screen.outcome.text()


def test_photos_go_only_with_the_people_that_they_show(screen):
    assert not screen.ticks["photos"].isEnabled()
    assert not screen.wish().photos
    screen.whole.setChecked(True)
    assert screen.wish().photos
    assert screen.wish().personal
    screen.bare.setChecked(True)
    assert not screen.wish().photos


@pytest.mark.parametrize("late", [False, True])
def test_whoever_cancels_finds_nothing_in_the_folder(screen, context, qtbot, tmp_path, late):
    screen.make.click()
    if late:
        qtbot.waitUntil(lambda: bool(list(tmp_path.glob(".tmp-*"))), timeout=30_000)
    screen.cancel()
    context.lane.drain(30)
    assert "Dihentikan" in screen.outcome.text()
    qtbot.waitUntil(lambda: not list(tmp_path.glob(".tmp-*")), timeout=30_000)
    assert not list((tmp_path / "out").iterdir())
    assert screen.make.isEnabled()


def test_a_folder_of_another_kind_is_said_to_be_none(screen, qtbot, tmp_path):
    screen.check(tmp_path)
    finished(screen, qtbot)
    assert "bukan paket serah terima" in screen.outcome.text()


def test_a_place_that_takes_nothing_is_told_in_a_sentence(screen, qtbot, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    screen.use_folder(tmp_path / "file" / "deep")
    screen.begin()
    finished(screen, qtbot)
    assert screen.outcome.isVisible()
    assert screen.outcome.text()
    assert screen.make.isEnabled()


def test_who_stops_a_look_through_a_bundle_is_not_told_that_anything_was_thrown_away(screen, tmp_path):
    screen.check(tmp_path)
    assert screen.unfinished() == "", "nothing is being made"
    screen.cancel()
    assert screen.outcome.text().startswith("Pemeriksaan dihentikan")
    assert "dibuang" not in screen.outcome.text()


def test_a_copy_without_personal_data_offers_none(screen, context):
    screen.arrive()
    context.lane.drain(20)
    assert screen.whole.isEnabled()
    screen.whole.setChecked(True)
    screen._show_seal(Seal(WITHHELD, "2026-08-05"))
    assert not screen.whole.isEnabled()
    assert not screen.wish().personal
    screen._busy(doing=True)
    screen._busy(doing=False)
    assert not screen.whole.isEnabled(), "also after something was made"
