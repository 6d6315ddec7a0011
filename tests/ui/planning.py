"""A workshop file behind the lane, and hand-made readings, for the tests of OPD and Dokumen."""

import threading
from functools import partial

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    Problem,
    SheetChoice,
    SourceSheet,
)
from smartcity_desktop.domain.workshop import NewWorkshop
from tests.ui.frame import turn
from ui.screens.document.screen import DocumentScreen
from ui.widgets.writing import take_nothing

NEW = NewWorkshop("Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
OPDS = ("Dinas Kesehatan", "Dinas Komunikasi dan Informatika", "Kelurahan Potoro")


def on_data(lane, call):
    """Return what a call on the data thread gives."""
    found = []
    lane.data(call, found.append)
    assert lane.drain(10)
    return found[0]


def open_workshop(lane, folder, clock, ids):
    """Make a workshop file on the data thread."""
    make = partial(create_desk, folder / "a.bimtek", NEW, clock=clock, ids=ids, profile=folder)
    return on_data(lane, make)


def document_screen(desk, context, *, reads=False):
    """Show the screen Dokumen; what it says is kept in ``notes``. ``reads``: the file takes no change."""
    made = DocumentScreen(desk, context)
    if reads:
        take_nothing(made)
    made.notes = []
    made.said.connect(made.notes.append)
    made.told.connect(made.notes.append)
    made.resize(1190, 688)
    made.show()
    made.arrive()
    settle(made)
    return made


def settle(screen):
    """Wait until everything is stored, answered, and told."""
    for _round in range(6):
        screen.context.autosave.flush()
        assert screen.context.lane.drain(30)
        screen.context.bus.deliver()
        turn()


def hold(lane):
    """Let the data thread stand still until the event that is returned is set."""
    release = threading.Event()
    lane.hold(release)
    return release


def draft(**changes):
    """A reading of two programs and a kegiatan, with one doubtful code and a hidden second sheet."""
    rows = (
        ("Kode", "Program dan kegiatan", "Target 2025", "Rp 2025", "Target 2026", "Rp 2026"),
        ("2.16.02", "Program Informasi <b>Publik", "80", "1.000", "90", "2.000"),
        ("2 Paket", "Pengelolaan Informasi", "10", "1.000", "5", "2.000"),
        ("2.16.01", "Program Penunjang", "", "500", "", "500"),
    )
    spi = IndicatorDraft("Indeks", "indeks", "2,1", targets={"2025": "80", "2026": "90"})
    fewer = IndicatorDraft("Dokumen", "dokumen", "12", targets={"2025": "10", "2026": "5"})
    lines = (
        LineDraft(
            "program", "2.16.02", rows[1][1], (spi,), {"2025": 1_000, "2026": 2_000}, origin=Origin("R", 2)
        ),
        LineDraft(
            "kegiatan", "", rows[2][1], (fewer,), {"2025": 1_000, "2026": 2_000}, "", "", Origin("R", 3), 0
        ),
        LineDraft(
            "program",
            "2.16.01",
            rows[3][1],
            (),
            {"2025": 500, "2026": 500},
            "",
            "",
            Origin("R", 4),
            None,
            True,
        ),
    )
    odd = Problem(
        "R", "A3", "code-odd", 'Kolom kode berisi "2 Paket".', 1, "2.16.02.2.01", {"opening": ""}, "code"
    )
    base = Problem(
        "R", "C2", "baseline-year", "Kondisi awal tanpa tahun. Tahun berapa?", field="baseline_year"
    )
    made = {
        "format": "T-C.27",
        "opd_name": "Dinas Komunikasi dan Informatika",
        "years": ("2025", "2026"),
        "lines": lines,
        "problems": (odd, base),
        "source_name": "renstra_diskominfo.xlsx",
        "sheet": "R",
        "grids": (SourceSheet("R", rows, ((0, 0, 0, 0),), (0, 1)),),
        "sheets": (SheetChoice("R", likely=True), SheetChoice("Lama", hidden=True)),
    }
    return Draft(**(made | changes))
