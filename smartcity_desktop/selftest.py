"""Does this installation work here? A whole little workshop in a throwaway folder, told in one line each.

The window is tried in a process of its own and without a display, so that a system library that is missing
is told as a line too; where the packages of the window are not installed that step is left out.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TextIO

from smartcity_desktop import __version__, sbom
from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_word import takes_word
from smartcity_desktop.domain.worksheet import BY_ASSESSOR
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.paths import shelf
from smartcity_desktop.services import about, chapter_word, photo
from smartcity_desktop.services.renstra import read
from smartcity_desktop.services.report import KINDS, page_count, page_png, render, render_word, save
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.services.worksheet import read_book, write_book

WINDOW_CHECK: Final = "--window-check"
"""The first argument with which the program starts itself to try its window."""
NETWORK: Final = (
    *("socket", "_socket", "ssl", "_ssl", "_hashlib", "asyncio", "email", "http", "ftplib", "smtplib"),
    *("socketserver", "urllib.request", "webbrowser", "xmlrpc", "PySide6.QtNetwork"),
)
"""What the built program must not hold: it can reach no network at all."""
_NETWORK_FILES: Final = ("*qt6network*", "*libssl*", "_ssl*", "_socket*", "*gnutls*", "libcups.*")
_SHELF: Final = (
    *("fonts", "icons", "licences", "manual", "migrations", "reference"),
    *("sample", "templates", "themes", "translations"),
)
_WINDOW_SECONDS: Final = 180
_LEAST_PARTS: Final = 20
_WINDOWLESS: Final = "lewat  jendela: paket jendela (PySide6) tidak dipasang\n"
_Step = Callable[[Path], None]


def run(out: TextIO) -> int:
    """Run every check and return 0, or 1 where one failed."""
    out.write(f"SmartCity Desktop {__version__}\n")
    steps: list[tuple[str, _Step]] = [
        ("rak acuan", _shelf),
        ("lisensi", _licences),
        ("berkas Bimtek", _workshop),
        ("baca Renstra", _reading),
        ("kertas kerja", _worksheets),
        ("foto", _photo),
        ("cetakan", _prints),
        ("Word", _word),
        ("periksa", _check),
    ]
    if _is_built():
        steps.append(("tanpa jaringan", _no_network))
    has_window = find_spec("PySide6") is not None
    if has_window or _is_built():
        steps.append(("jendela", _window))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "uji coba Ω.bimtek"
        failed = [_told(out, name, step, place) for name, step in steps]
    if not has_window:
        out.write(_WINDOWLESS)
    return max(failed)


def _told(out: TextIO, name: str, step: _Step, place: Path) -> int:
    try:
        step(place)
    except (Exception, AssertionError) as fault:  # noqa: BLE001 - whatever is wrong must be told, not raised
        out.write(f"gagal  {name}: {type(fault).__name__} {fault}\n")
        return 1
    out.write(f"baik   {name}\n")
    return 0


def _expect(found: object, what: str) -> None:
    if not found:
        raise RuntimeError(what)


def _is_built() -> bool:
    return bool(getattr(sys, "frozen", False))


def _shelf(_: Path) -> None:
    for part in _SHELF:
        _expect(any(shelf(part).iterdir()), part)


def _licences(_: Path) -> None:
    for item in about.licences():
        _expect(about.licence_text(item), item.part)
    _expect(len(sbom.load()) > _LEAST_PARTS, "parts")


def _workshop(place: Path) -> None:
    new = NewWorkshop("Uji coba", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    with create_desk(place, new, profile=place.parent) as desk:
        desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika")])
        stage = desk.workshop.stages()[1].id
        desk.session.start(NewSession(stage, "Analisis Renstra Jum'at"))
        desk.note.write(desk.note.new_id(), "! Data dibuka <b")
        _expect(desk.search.find("data <b"), "search")
        _expect(desk.safety.make().path.is_file(), "safety copy")


def _reading(_: Path) -> None:
    for sample in sorted(shelf("sample").glob("*.xlsx")):
        _expect(read(sample).lines, sample.name)


def _worksheets(place: Path) -> None:
    """Send every worksheet out as a spreadsheet, and read it back."""
    book = place.with_suffix(".xlsx")
    with open_desk(place, profile=place.parent) as desk:
        for definition in desk.worksheet.worksheets():
            if definition.filled_by == BY_ASSESSOR:
                desk.worksheet.add_assessors(definition.id, ["Dr. Jum'at <b"])
            parties = desk.worksheet.places(definition.id)
            _expect(parties, definition.code)
            grids = [desk.worksheet.grid(definition.id, item.party) for item in parties]
            if definition.takes_rows:
                # So that the prints of what was filled in have something to show.
                asked = next(item.key for item in grids[0].columns if item.kind in {"text", "long"})
                cell = (desk.worksheet.new_rows(1)[0], asked, "Antrean Jum'at <b")
                desk.worksheet.set_cells(definition.id, grids[0].sheet.party, [cell])
            write_book(grids, desk.workshop.get().id, book)
            _expect(len(desk.worksheet.taken(read_book(book))) == len(grids), book.name)


def _photo(place: Path) -> None:
    small = photo.read_pasted(shelf("icons", "lambang-contoh.png").read_bytes())
    _expect(photo.raster(small.content, 100, 100), "raster")
    with open_desk(place, profile=place.parent) as desk:
        added, _ = desk.photo.add(desk.session.sessions()[0].id, [small])
        _expect(added.count == 1, "photo")


def _prints(place: Path) -> None:
    with open_desk(place, profile=place.parent) as desk:
        for kind in KINDS:
            pdf = render(desk.report.gather(kind.key))
            _expect(page_count(pdf), kind.key)
            _expect(page_png(pdf, 0, 200), kind.key)


def _word(place: Path) -> None:
    """Write what goes to Word, and read a chapter back as it comes from there."""
    file = place.with_suffix(".docx")
    with open_desk(place, profile=place.parent) as desk:
        desk.book.set_up()
        for kind in (item.key for item in KINDS if takes_word(item.key)):
            save(render_word(desk.report.gather(kind)), file)
            _expect(file.stat().st_size, kind)
        row = desk.book.tree(desk.book.books()[0].id)[0].chapter.id
        desk.book.update(row, "text", "Antrean Jum'at **<b**")
        back = chapter_word.read(chapter_word.save(*desk.chapter_word.out(row), file))
        _expect(desk.chapter_word.compare(row, back).is_same, file.name)


def _check(place: Path) -> None:
    with open_desk(place, profile=place.parent) as desk:
        _expect(not desk.check(), "check")


def _no_network(_: Path) -> None:
    found = [name for name in NETWORK if _is_there(name)]
    folder = Path(sys.executable).parent
    found += [path.name for pattern in _NETWORK_FILES for path in folder.rglob(pattern)]
    _expect(not found, " ".join(found))


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _window(place: Path) -> None:
    """Let the window open the sample city, show every screen and close, in a process of its own."""
    door = [] if _is_built() else ["-X", "utf8", str(shelf().parent / "main.py")]
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, *door, WINDOW_CHECK, str(place.parent)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_WINDOW_SECONDS,
        check=False,
    )
    words = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    _expect(done.returncode == 0, f"{done.returncode} {words}")
