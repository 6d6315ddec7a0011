"""Workshops to begin a story with: one with nothing in it, and one of very long names."""

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft
from smartcity_desktop.domain.workshop import NewWorkshop, Signer
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.session import NewSession

LENGTH = 500
NEW = NewWorkshop("Bimtek Konsel", "74.05", 2023, 2021, 2026, "kominfo-6", "4-buku", place="Aula")
FILLED = "kertas-kerja-terisi"
"""The one kind of print that an empty workshop has nothing for."""
KINDS = {
    "laporan-sesi": "cetak laporan sesi",
    "daftar-hadir": "cetak daftar hadir",
    "kertas-kerja-kosong": "cetak kertas kerja kosong",
    FILLED: "cetak kertas kerja terisi",
    "dossier-opd": "cetak dossier",
    "hasil-kertas-kerja": "cetak hasil kertas kerja",
}
"""Every kind of print, and the words that Ctrl+K knows it by."""


def long_name(begin, *, blanks=True):
    """Return a name of 500 letters: words with an apostrophe and a sign of markup, or one single word."""
    word = "Jum'at <b> penyelenggaraan " if blanks else "ketidakbertanggungjawaban"
    return (begin + " " * blanks + word * LENGTH)[:LENGTH]


def empty(path, profile, clock):
    """Make a workshop in which nothing stands."""
    create_desk(path, NEW, clock=clock, profile=profile).close()


def of_long_names(path, profile, clock):
    """Make a workshop in which every name has 500 letters, with a session that runs."""
    new = NewWorkshop(
        long_name("Bimtek"), "74.05", 2023, 2021, 2026, "kominfo-6", "4-buku", place=long_name("Aula")
    )
    with create_desk(path, new, clock=clock, profile=profile) as desk:
        desk.opd.add([OpdRow(long_name("Dinas")), OpdRow(long_name("Badan", blanks=False), "BPBD", "12")])
        first, second = desk.opd.opds()
        for opd in (first, second):
            desk.renstra.adopt(opd.id, _plan())
        worksheet = desk.worksheet.find("L5").id
        stage = desk.workshop.stages()[1].id
        session = NewSession(
            stage, long_name("Sesi"), long_name("Ruang"), long_name("Hj."), worksheet=worksheet, minutes=75
        )
        row, _ = desk.session.start(session)
        for opd in (first, second):
            _fill(desk, worksheet, opd.id)
        for mark in ("", "! ", "? ", "@BPBD "):
            line = f"{mark}{long_name('Catatan', blanks=mark != '! ')} 12/8"
            desk.note.write(desk.note.new_id(), line, NotePlace(stage, row, first.id))
        for _place in range(3):
            desk.workshop.add_signer(
                Signer(
                    heading=long_name("Mengetahui"),
                    position=long_name("Kepala"),
                    name=long_name("Hj.", blanks=False),
                    rank=long_name("Pembina"),
                ),
                "19680112 199403 1 007",
            )
        desk.workshop.add_basis(long_name("Peraturan"))
        for field in ("kop_government", "kop_agency", "kop_address", "city", "word_minutes"):
            desk.workshop.update(field, long_name("Kop"))


def _fill(desk, worksheet, opd):
    for field in ("chair", "scribe", "mentor", "represented_by"):
        desk.worksheet.set_head(worksheet, opd, field, long_name("H.", blanks=field != "mentor"))
    cells = [
        (row.row, key, value)
        for row in desk.worksheet.grid(worksheet, opd).rows
        for key, value in (
            ("relevant", "ya"),
            ("issue", long_name("Isu")),
            ("existing", long_name("Ada", blanks=False)),
            ("proposal", long_name("Usul")),
            ("quickwin", "ya"),
            ("note", long_name("Catat")),
        )
    ]
    desk.worksheet.set_cells(worksheet, opd, cells)


def _plan():
    indicator = IndicatorDraft(long_name("Persentase"), long_name("satuan"), "7", "2022", {"2023": "8"})
    lines = [
        LineDraft("tujuan", "", long_name("Meningkatnya")),
        LineDraft("sasaran", "", long_name("Terwujudnya"), parent=0, indicators=(indicator,)),
        *(
            LineDraft(
                "program",
                f"2.16.0{place}",
                long_name("Program", blanks=place != 3),
                parent=1,
                pagu={"2023": 999_999_999_999},
                indicators=(indicator,),
                unit=long_name("Bidang"),
                location=long_name("Desa"),
            )
            for place in (2, 3)
        ),
    ]
    return Draft(
        lines=tuple(lines), years=("2023",), period_start=2023, period_end=2023, source_name="panjang.xlsx"
    )
