"""Does this installation work here? A whole little workshop in a throwaway folder, told in one line each."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from smartcity_desktop import __version__
from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.paths import shelf
from smartcity_desktop.services.renstra import read
from smartcity_desktop.services.report import KINDS, page_count, render
from smartcity_desktop.services.session import NewSession


def run(out: TextIO) -> int:
    """Run every check and return 0, or 1 where one failed."""
    out.write(f"SmartCity Desktop {__version__}\n")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "uji coba Ω.bimtek"
        steps: tuple[tuple[str, Callable[[Path], None]], ...] = (
            ("rak acuan", _shelf),
            ("berkas Bimtek", _workshop),
            ("baca Renstra", _reading),
            ("cetakan", _prints),
            ("periksa", _check),
        )
        return max(_told(out, name, step, place) for name, step in steps)


def _told(out: TextIO, name: str, step: Callable[[Path], None], place: Path) -> int:
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


def _shelf(_: Path) -> None:
    for part in ("migrations", "reference", "templates", "fonts", "icons", "sample"):
        _expect(any(shelf(part).iterdir()), part)


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
    for sample in sorted(shelf("sample").glob("*.xlsx"))[:1]:
        _expect(read(sample).lines, sample.name)


def _prints(place: Path) -> None:
    with open_desk(place, profile=place.parent) as desk:
        for kind in KINDS:
            _expect(page_count(render(desk.report.gather(kind.key))), kind.key)


def _check(place: Path) -> None:
    with open_desk(place, profile=place.parent) as desk:
        _expect(not desk.check(), "check")
