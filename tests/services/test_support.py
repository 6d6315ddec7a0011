"""The support bundle holds what helps, and nothing that anybody wrote, named or chose."""

import ast
import json
import logging
import platform
import zipfile

import pytest

from smartcity_desktop import logs
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.services.support import HIDDEN, clean, gather, save
from smartcity_desktop.settings import Recent, Settings
from tests.house.source import CORE, WINDOW, called, parse, python_files

SECRETS = (
    "Konawe",
    "konawe",
    "Dinas Kesehatan",
    "dinas kesehatan",
    "Jum'ah",
    "sitiaminah",
    "Rahasia",
    "catatan rapat",
    "/home/",
    "Users",
    ".bimtek",
    ".xlsx",
)
SETTINGS = Settings(
    person="Siti Jum'ah",
    kop_government="PEMERINTAH KABUPATEN Konawe",
    kop_agency="Dinas Kesehatan",
    kop_address="Jalan Rahasia 7",
    safety_folder="/home/sitiaminah/salinan-pengaman",
    safety_second="/media/Konawe/salinan-pengaman",
    profile_folder="/home/sitiaminah/profil",
    safety_earlier=("/home/sitiaminah/lama/salinan-pengaman",),
    last_folder="/home/sitiaminah/Bimtek Konawe",
    recent=(Recent("/home/sitiaminah/Bimtek Konawe.bimtek", "Bimtek Konawe", "w", "", "Tahap II"),),
    text_scale=1.3,
)
HEAD = "2026-08-04 09:22:00,123"
LOG = f"""{HEAD} INFO ui.app version 0.1.0 begins, machine clock 12.345 s
{HEAD} INFO ui.faults fault disk-full
{HEAD} INFO ui.faults fault Dinas Kesehatan
{HEAD} ERROR ui.faults bug KeyError at /home/sitiaminah/app/ui/lane.py:170 _run > /home/sitiaminah/app/\
smartcity_desktop/services/note.py:44 write > C:\\Users\\Siti\\site-packages\\sqlite_utils\\db.py:9 x
{HEAD} ERROR ui.faults bug KeyError at /home/sitiaminah/Bimtek Konawe.bimtek:3 x > catatan rapat
{HEAD} WARNING ui.faults qt qt.qpa.fonts: Could not open file /home/sitiaminah/Bimtek Konawe.pdf
{HEAD} WARNING ui.faults qt : QFile::open: laporan konawe.xlsx is not open
{HEAD} WARNING ui.faults qt : QPainter::begin: Paint device returned engine == 0
{HEAD} WARNING ui.faults qt : Dinas Kesehatan
{HEAD} ERROR smartcity_desktop.services.note catatan rapat dinas kesehatan
{HEAD} ERROR tempat.lain Dinas Kesehatan
Traceback (most recent call last):
  File "/home/sitiaminah/app/smartcity_desktop/services/renstra.py", line 17, in read
    value = lines["Dinas Kesehatan"]
  File "C:\\Users\\sitiaminah\\Bimtek Konawe.xlsx", line 3, in x
sqlcipher3.dbapi2.IntegrityError: UNIQUE failed: 'Dinas Kesehatan'
    catatan rapat: Rahasia

During handling of the above exception, another exception occurred:
ValueError: Konawe
Rahasia
"""


@pytest.fixture
def items(profile):
    (profile / "logs").mkdir()
    (profile / "logs" / "program.log").write_text(LOG, encoding="utf-8")
    (profile / "logs" / "program.log.1").write_bytes(b"\xff\xfe Konawe \x00\n" + LOG.encode())
    (profile / "logs" / "rahasia.txt").write_text("Rahasia", encoding="utf-8")
    return gather(profile, SETTINGS, [("SmartCity Desktop", "0.1.0"), ("Layar", "1366 × 768")])


def text_of(items, name):
    return next(item.text for item in items if item.name == name)


def test_nothing_of_a_workshop_or_a_person_is_in_the_bundle(items, tmp_path):
    save(items, tmp_path / "bantuan.zip")
    with zipfile.ZipFile(tmp_path / "bantuan.zip") as archive:
        assert archive.testzip() is None
        whole = {name: archive.read(name).decode() for name in archive.namelist()}
    assert list(whole) == [item.name for item in items]
    for name, text in whole.items():
        assert [word for word in (*SECRETS, platform.node()) if word in text + name] == []


def test_what_helps_is_in_the_bundle(items):
    assert [item.name for item in items] == [
        *("keterangan.txt", "versi.txt", "pengaturan.json"),
        *("logs/program.log", "logs/program.log.1"),
    ]
    assert all(item.words and item.size for item in items)
    assert "SmartCity Desktop: 0.1.0\nLayar: 1366 × 768\n" in text_of(items, "versi.txt")
    log = text_of(items, "logs/program.log").splitlines()
    assert log[:3] == [
        f"{HEAD} INFO ui.app version 0.1.0 begins, machine clock 12.345 s",
        f"{HEAD} INFO ui.faults fault disk-full",
        f"{HEAD} INFO ui.faults {HIDDEN}",
    ]
    assert log[3] == (
        f"{HEAD} ERROR ui.faults bug KeyError at ui/lane.py:170 _run > "
        "smartcity_desktop/services/note.py:44 write > site-packages/sqlite_utils/db.py:9 x"
    )
    assert log[4] == f"{HEAD} ERROR ui.faults bug KeyError at ?:3 x > ?"
    assert log[5:9] == [
        f"{HEAD} WARNING ui.faults qt qt.qpa.fonts: Could not open …",
        f"{HEAD} WARNING ui.faults qt : QFile::open laporan …",
        f"{HEAD} WARNING ui.faults qt : QPainter::begin Paint device returned engine …",
        f"{HEAD} WARNING ui.faults qt : …",
    ]
    assert log[9:] == [
        f"{HEAD} ERROR smartcity_desktop.services.note {HIDDEN}",
        "(1 baris disembunyikan)",
        "Traceback (most recent call last):",
        '  File "smartcity_desktop/services/renstra.py", line 17, in read',
        "(1 baris disembunyikan)",
        '  File "?", line 3, in x',
        "sqlcipher3.dbapi2.IntegrityError",
        "(2 baris disembunyikan)",
        "During handling of the above exception, another exception occurred:",
        "ValueError",
        "(1 baris disembunyikan)",
    ]


def test_of_the_settings_only_what_is_not_private_is_told(items):
    told = json.loads(text_of(items, "pengaturan.json"))
    assert (told["text_scale"], told["paper"], told["rail_open"]) == (1.3, "F4", True)
    assert (told["person"], told["kop_address"], told["safety_second"]) == ("diisi", "diisi", "diisi")
    assert (told["recent"], told["safety_earlier"]) == (1, 1)
    assert (told["kop_picture"]) == "kosong"


def test_a_profile_without_a_log_has_a_bundle_too(profile):
    assert len(gather(profile, Settings(), [])) == 3


def test_a_log_that_cannot_be_read_stops_nothing(profile):
    (profile / "logs" / "program.log").mkdir(parents=True)
    assert gather(profile, Settings(), [])[-1].text == "\n"


def test_a_bundle_that_cannot_be_written_is_a_fault(items, tmp_path):
    (tmp_path / "ada").mkdir()
    with pytest.raises(DiskFault) as caught:
        save(items, tmp_path / "ada")
    assert caught.value.code == "file-not-written"


def formats():
    """Return the first word of every call of a logger: the form of its message."""
    calls = {"debug", "info", "warning", "error", "critical", "exception", "log"}
    return [
        next(arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
        for path in python_files(CORE, WINDOW)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call) and called(node) in calls and _is_logger(node)
    ]


def _is_logger(node):
    owner = getattr(node.func, "value", None)
    return isinstance(owner, ast.Name) and owner.id == "_LOG"


def test_every_message_of_the_program_is_known_to_the_bundle():
    found = formats()
    assert len(found) >= 4
    for form in found:
        line = f"{HEAD} INFO ui.x {form.replace('%s', 'x').replace('%.3f', '1.000').replace('%d', '7')}"
        (kept,) = clean([line])
        assert HIDDEN not in kept, f"teach services/support.py what may be kept of: {form}"


def test_the_log_is_written_as_the_bundle_reads_it(profile):
    path = logs.start(profile)
    try:
        logging.getLogger("ui.faults").info("fault %s", "disk-full")
    finally:
        logs.stop()
    (kept,) = clean(path.read_text(encoding="utf-8").splitlines())
    assert kept.endswith(" INFO ui.faults fault disk-full")
