"""What is looked at before people come is judged in words, with what to do about it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from smartcity_desktop.domain import preflight
from smartcity_desktop.domain.preflight import FolderFacts, Power, PrinterFacts

NOW = datetime(2026, 8, 4, 7, 10, tzinfo=timezone(timedelta(hours=8)))
FINE = FolderFacts("/profil/salinan", is_there=True, is_writable=True)


@pytest.mark.parametrize(
    ("power", "tone"),
    [
        (Power(82, is_plugged=True), "good"),
        (Power(None, is_plugged=True), "good"),
        (Power(82), "warning"),
        (Power(20), "warning"),
        (Power(19), "error"),
        (None, "warning"),
    ],
)
def test_a_day_wants_the_cable(power, tone):
    check = preflight.battery(power)
    assert check.tone == tone
    assert bool(check.remedy) == (tone != "good")


def test_a_printer_is_judged_by_the_paper_of_the_workshop():
    small = PrinterFacts("Epson L3110", has_paper=False, is_usual=True)
    large = PrinterFacts("Canon LBP", has_paper=True)
    assert preflight.printers([], "F4").tone == "warning"
    assert preflight.printers([small], "F4").words == "Epson L3110 tidak punya kertas F4."
    fine = preflight.printers([small, large], "F4")
    assert (fine.tone, fine.words) == ("good", "Canon LBP, kertas F4 tersedia (2 printer).")


def test_the_usual_printer_is_named_where_it_has_the_paper():
    found = [PrinterFacts("A", has_paper=True), PrinterFacts("B", has_paper=True, is_usual=True)]
    assert preflight.printers(found, "A4").words.startswith("B,")


def test_what_only_writes_files_is_no_printer():
    names = ("Microsoft Print to PDF", "Microsoft XPS Document Writer", "OneNote (Desktop)", "Fax")
    files = [PrinterFacts(name, has_paper=True, is_usual=not at) for at, name in enumerate(names)]
    check = preflight.printers(files, "A4")
    assert (check.tone, names[0] in check.words) == ("warning", True)
    real = PrinterFacts("EPSON L3210 Series", has_paper=True)
    assert preflight.printers([*files, real], "A4").words == "EPSON L3210 Series, kertas A4 tersedia."


def test_one_screen_is_no_reason_to_stop_and_the_second_is_named():
    alone = preflight.screens(["eDP-1 1366 × 768"], "win32")
    assert (alone.tone, "Windows+P" in alone.remedy) == ("warning", True)
    assert "Windows" not in preflight.screens(["eDP-1 1366 × 768"], "linux").remedy
    both = preflight.screens(["eDP-1 1366 × 768", "HDMI-1 1920 × 1080"], "win32")
    assert (both.tone, "HDMI-1 1920 × 1080" in both.words) == ("good", True)


@pytest.mark.parametrize(
    ("free", "tone"),
    [(None, "warning"), (499_999_999, "error"), (500_000_000, "warning"), (2_000_000_000, "good")],
)
def test_a_disk_that_is_nearly_full_is_told_before_it_is_full(free, tone):
    assert preflight.disk(free).tone == tone


def test_a_clock_behind_the_last_file_stamps_everything_wrongly():
    late = datetime(2026, 8, 4, 8, 2, tzinfo=UTC)
    check = preflight.clock(NOW, late, "WITA")
    assert check.tone == "error"
    assert "16.02" in check.words
    assert preflight.clock(NOW, NOW + timedelta(minutes=1), "WITA").tone == "good"
    assert preflight.clock(NOW.replace(year=2020), None, "WITA").tone == "error"


def test_another_zone_than_that_of_the_region_is_told():
    check = preflight.clock(NOW, None, "WIB")
    assert (check.tone, "WIB" in check.remedy) == ("warning", True)


@pytest.mark.parametrize(
    ("first", "second", "tone"),
    [
        (FINE, FINE, "good"),
        (FINE, None, "warning"),
        (FINE, FolderFacts("E:/", is_there=False, is_writable=False), "warning"),
        (FINE, FolderFacts("E:/", is_there=True, is_writable=False), "warning"),
        (FolderFacts("/profil", is_there=True, is_writable=False), FINE, "error"),
        (replace(FINE, free=99_000_000), FINE, "error"),
        (replace(FINE, free=100_000_000), FINE, "good"),
        (FINE, replace(FINE, free=99_000_000), "warning"),
    ],
)
def test_copies_want_two_places(first, second, tone):
    assert preflight.copies(first, second).tone == tone


@pytest.mark.parametrize(
    ("path", "tone"),
    [
        (PureWindowsPath(r"C:\Users\Ani\Bimtek\kota.bimtek"), "good"),
        (PureWindowsPath(r"C:\Users\Ani\OneDrive - Pemkot\kota.bimtek"), "warning"),
        (PurePosixPath("/home/ani/Dropbox/kota.bimtek"), "warning"),
        (PurePosixPath("/media/ani/FLASHDISK/kota.bimtek"), "warning"),
        (PurePosixPath("/home/ani/dropbox.bimtek"), "good"),
        (PureWindowsPath(r"G:\Drive Saya\Bimtek\kota.bimtek"), "warning"),
        (PureWindowsPath(r"G:\My Drive\kota.bimtek"), "warning"),
        (PurePosixPath("/home/ani/MEGA/kota.bimtek"), "warning"),
        (PurePosixPath("/home/ani/Mega proyek/kota.bimtek"), "good"),
        (None, "good"),
    ],
)
def test_a_file_on_a_stick_or_in_a_cloud_folder_is_told(path, tone):
    assert preflight.place(path).tone == tone


def test_a_file_that_takes_no_change_is_not_ready():
    assert preflight.place(PurePosixPath("/home/ani/kota.bimtek"), is_read_only=True).tone == "error"
    assert preflight.place(PureWindowsPath("E:/kota.bimtek"), drive="removable").tone == "warning"
    shared = preflight.place(PureWindowsPath("Z:/kota.bimtek"), drive="network")
    assert (shared.tone, shared.words) == ("warning", "Berkas ada di folder jaringan.")


def test_the_summary_counts_what_is_left():
    good, mind, bad = preflight.fonts([]), preflight.disk(None), preflight.fonts(["a.ttf"])
    assert preflight.summary([good, good]) == ("good", "Semua siap (2 dari 2).")
    assert preflight.summary([good, mind]) == ("warning", "1 dari 2 siap, 1 perlu diperhatikan.")
    assert preflight.summary([bad, mind]) == ("error", "1 hal belum siap, 1 perlu diperhatikan.")
