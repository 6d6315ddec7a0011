"""Invented pictures for the papers before the day and at the door."""

from datetime import date

from smartcity_desktop.domain import paper_agenda, paper_cards, paper_group, paper_opening, paper_receipt
from smartcity_desktop.domain import paper_request as letters
from smartcity_desktop.domain import print_job as job
from smartcity_desktop.domain.report import AttendanceRow
from smartcity_desktop.domain.words import Words
from smartcity_desktop.reporting import agenda, cards, group, opening, page, request
from tests.reporting.pictures import OPD, SIGNERS, frame, sheet

LONG = "Prof. Dr. Ir. H. Muhammad Syarifuddin Hidayatullah, S.T., M.T., M.Kom."
LINES = (
    paper_agenda.AgendaLine("07.30", "08.30", "Registrasi", private="Dua meja."),
    paper_agenda.AgendaLine("08.30", "09.15", "Pembukaan", speaker="Wali Kota", slack=60),
    paper_agenda.AgendaLine("09.15", "12.00", "Kerja kelompok", place="Ruang Melati", worksheet="L5"),
    paper_agenda.AgendaLine("12.00", "13.00", "ISHOMA", "istirahat", fixed=True, pause=True),
)
DAYS = (
    paper_agenda.AgendaDay(date(2026, 8, 4), 1, "Aula Balai Kota", LINES),
    paper_agenda.AgendaDay(date(2026, 8, 5), 2, "Aula Balai Kota", LINES[:2]),
)
TAG = paper_cards.NameCard(LONG, "Kepala Bidang", OPD[0], "Dewan", 12, "GOV · Meja 3")
GOV = paper_group.GroupList(
    "Smart Governance",
    "GOV",
    "3",
    "Ruang Melati",
    LONG,
    "Andi Jum'ah",
    "Tenaga Ahli 2",
    ("Diskominfo",),
    (
        paper_group.GroupMember(LONG, "Kepala Dinas", OPD[0], "ketua"),
        paper_group.GroupMember("Andi Jum'ah", "Staf"),
    ),
)
LETTER = letters.RequestLetter(
    called="DLH",
    name=OPD[2],
    to=f"Kepala {OPD[2]}",
    subject="Permintaan data OPD",
    about="Bimtek Tahap II pada Selasa, 4 Agustus 2026 di Aula Balai Kota",
    host="Dinas Komunikasi dan Informatika",
    lines=(letters.AskedLine("Renstra", "Tabel program", there=True), letters.AskedLine("SK tim")),
    due=date(2026, 7, 28),
    day=date(2026, 7, 10),
    signer=SIGNERS[0],
)
FACTS = paper_opening.OpeningFacts(
    "Bimtek Tahap II",
    "Wali Kota",
    "Contoh",
    ("Nota Kesepakatan Nomor 1;", "Keputusan Wali Kota Nomor 2."),
    "Membaca Renstra setiap OPD.",
    "Selasa, 4 Agustus 2026",
    "Aula Balai Kota",
    175,
    19,
    (("Pemerintah", 160), ("Akademisi", 15)),
    (LONG,),
    ("Smart Governance", "Smart Economy"),
)
MODULES = {
    job.INVITATION: request,
    job.DATA_REQUEST: request,
    job.DATA_REMINDER: request,
    job.AGENDA_WALL: agenda,
    job.RUNNING_SCRIPT: agenda,
    job.TENT_CARDS: cards,
    job.NAME_TAGS: cards,
    job.GROUP_LISTS: group,
    job.GROUP_SHEETS: group,
    paper_opening.OPENING: opening,
    job.RECEIPT: opening,
}
CARDS = frozenset({job.TENT_CARDS, job.NAME_TAGS})
PICTURES = {
    job.INVITATION: letters.InvitationPicture(
        "Bimtek Tahap II",
        "Membaca Renstra",
        DAYS,
        (letters.Invited(OPD[0], 4), letters.Invited("Universitas Contoh")),
        bring=("Renstra", "Laptop"),
        due=date(2026, 7, 28),
        host="Dinas Kominfo",
        signer=SIGNERS[0],
    ),
    job.DATA_REQUEST: LETTER,
    job.DATA_REMINDER: letters.RequestLetter(
        name=OPD[2],
        to=f"Kepala {OPD[2]}",
        subject="Pengingat permintaan data OPD",
        about="Bimtek Tahap II",
        host="panitia",
        lines=LETTER.lines[1:],
        brought=("Renstra",),
        day=LETTER.day,
        reminder=True,
    ),
    job.AGENDA_WALL: paper_agenda.AgendaPicture("Bimtek Tahap II", DAYS),
    job.RUNNING_SCRIPT: paper_agenda.AgendaPicture("Bimtek Tahap II", DAYS, script=True),
    job.TENT_CARDS: paper_cards.CardPicture("Bimtek Kota Contoh", "Tahap II", (TAG,), tents=True),
    job.NAME_TAGS: paper_cards.CardPicture("Bimtek Kota Contoh", "Tahap II", (TAG,), 3),
    job.GROUP_LISTS: paper_group.GroupPicture(
        "Kelompok dimensi",
        (GOV,),
        (paper_group.WhereLine(OPD[0], "GOV", "3"), paper_group.WhereLine(OPD[1])),
        (paper_group.GroupMember("Belum Duduk", "Camat", "Kecamatan Pesisir"),),
    ),
    job.GROUP_SHEETS: paper_group.PilesPicture(
        "L5 Analisis Renstra", (paper_group.Pile(GOV, (sheet(3, answered=False),)),)
    ),
    paper_opening.OPENING: paper_opening.OpeningReport(
        "Bimtek Tahap II", paper_opening.proposal(FACTS, Words()), 2026, SIGNERS[0]
    ),
    job.RECEIPT: paper_receipt.Receipt(
        "Uang transport",
        money=True,
        title="Bimtek Tahap II",
        day=date(2026, 8, 4),
        place="Aula Balai Kota",
        rows=(AttendanceRow(LONG, opd=OPD[0]), AttendanceRow("Andi Jum'ah", opd=OPD[1])),
        blank_rows=3,
    ),
}


def printed(kind, picture=None, paper="F4", around=None):
    """Return the PDF of a paper; of its usual picture where none is given."""
    shown = PICTURES[kind] if picture is None else picture
    made = job.PrintJob(kind, job.kind_of(kind).title, around or frame(paper), picture=shown)
    return page.press(MODULES[kind].parts(made))
