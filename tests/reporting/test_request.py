"""Letters that ask for data or remind of it, and the attachment to the invitation."""

import re
from dataclasses import replace
from datetime import date

import pytest

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_agenda import AgendaDay, AgendaLine
from smartcity_desktop.domain.paper_request import (
    AskedLine,
    InvitationPicture,
    Invited,
    NobodyReminded,
    RequestLetter,
    days_words,
    head_of,
    host_of,
)
from smartcity_desktop.domain.print_job import DATA_REMINDER, DATA_REQUEST, INVITATION, PrintJob
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.workshop import Workshop
from smartcity_desktop.reporting import page, pages, request
from tests.reporting.pictures import SIGNERS, frame, rules, words

HOST = "Dinas Komunikasi dan Informatika"
LETTER = RequestLetter(
    called="DLH",
    name="Dinas Lingkungan Hidup",
    to="Kepala Dinas Lingkungan Hidup",
    subject="Permintaan data OPD",
    about="Bimtek Tahap II",
    host="Dinas Kominfo",
    lines=(AskedLine("Renstra", "Tabel program", there=True), AskedLine("SK tim")),
    due=date(2026, 7, 28),
    day=date(2026, 7, 10),
    signer=replace(SIGNERS[0], heading=""),
)
REMINDER = replace(LETTER, lines=(AskedLine("SK tim"),), brought=("Renstra",), reminder=True)
DAY = AgendaDay(date(2026, 8, 4), 1, "Aula", (AgendaLine("08.30", "09.15", "Pembukaan"),))
INVITATION_PICTURE = InvitationPicture(
    "Bimtek Tahap II", "Membaca Renstra", (DAY,), (Invited("DLH", 3),), bring=("Renstra", "Laptop")
)


def printed(picture, kind=DATA_REQUEST, paper="F4"):
    return page.press(request.parts(PrintJob(kind, "Surat", frame(paper), picture=picture)))


def test_a_request_has_the_shape_of_an_official_letter():
    told = words(printed(LETTER))
    order = [
        "DINAS KOMUNIKASI DAN INFORMATIKA",
        "Nomor",
        "Sifat",
        "Lampiran",
        "Hal",
        "Yth. Kepala Dinas Lingkungan Hidup",
        "paling lambat Selasa, 28 Juli 2026",
        "Renstra",
        "terima kasih",
        "Dr. H. Muhammad Syahrul Ramadhan",
        "NIP 19780512 200212 2 004",
    ]
    places = [told.index(text) for text in order]
    assert places == sorted(places)


def test_no_number_and_no_day_of_the_letter_is_invented():
    told = words(printed(LETTER))
    assert re.search(r"Nomor : …+ Sifat : …+ Lampiran : …+ Hal", told)
    assert re.search(r"Kota Contoh, …+ 2026", told)


def test_the_table_says_what_is_there_and_what_is_not():
    told = words(printed(LETTER))
    assert "1 Renstra Tabel program ☑ Sudah ada" in told
    assert "2 SK tim ☐ Belum" in told


def test_a_reminder_counts_what_is_missing_and_names_what_came():
    told = words(printed(REMINDER, DATA_REMINDER))
    assert "sampai dengan hari ini, Jum'at, 10 Juli 2026, 1 dari 2 data" in told
    assert "dari Dinas Lingkungan Hidup belum" in told
    assert "Yang sudah kami terima: Renstra." in told
    assert "Sudah ada" not in told


def test_without_a_last_day_there_is_room_to_write_it():
    assert "paling lambat ……" in words(printed(replace(LETTER, due=None)))


def test_where_nothing_is_missing_no_reminder_is_made():
    assert "Semua OPD sudah melengkapi data yang diminta." in words(printed(None, DATA_REMINDER))


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("letter", [LETTER, REMINDER, RequestLetter()])
def test_a_letter_is_one_page(paper, letter):
    more = tuple(AskedLine(f"Data ke-{place}", "Tiga tahun terakhir") for place in range(6))
    assert pages.page_count(printed(replace(letter, lines=(*letter.lines, *more)), paper=paper)) == 1


def test_the_signature_stands_whole_on_one_page_however_long_the_list():
    lines = tuple(AskedLine(f"Data ke-{place}", "Keterangan " * 12) for place in range(30))
    pdf = printed(replace(LETTER, lines=lines))
    last = pages.page_text(pdf, pages.page_count(pdf) - 1)
    assert "Plt. Kepala Dinas" in last
    assert "NIP" in last


@pytest.mark.parametrize(
    ("name", "kind", "office"),
    [
        ("Dinas Kesehatan", "dinas", "Kepala Dinas Kesehatan"),
        ("Sekretariat DPRD", "sekretariat", "Sekretaris DPRD"),
        ("Inspektorat Daerah", "inspektorat", "Inspektur Daerah"),
        ("Inspektorat", "inspektorat", "Inspektur"),
        ("Kecamatan Pesisir", "kecamatan", "Camat Pesisir"),
        ("Kelurahan Tanjung", "kelurahan", "Lurah Tanjung"),
        ("RSUD Contoh", "rsud", "Direktur RSUD Contoh"),
        ("Kamar Dagang Kota Contoh", "luar", "Pimpinan Kamar Dagang Kota Contoh"),
        ("Bagian Organisasi Setda", "bagian", "Kepala Bagian Organisasi Setda"),
        ("Satuan Polisi Pamong Praja", "", "Kepala Satuan Polisi Pamong Praja"),
    ],
)
def test_a_letter_is_addressed_to_the_office_of_the_head(name, kind, office):
    assert head_of(Opd(name=name, kind=kind)) == office


def test_days_are_said_as_in_a_sentence():
    assert days_words([]) == ""
    assert days_words(["2026-08-04"]) == "Selasa, 4 Agustus 2026"
    assert days_words(["2026-08-05", "2026-08-04"]).endswith("sampai dengan Rabu, 5 Agustus 2026")


def test_the_attachment_tells_when_where_who_and_what_to_bring():
    told = words(printed(INVITATION_PICTURE, INVITATION))
    for text in (
        "Selasa, 4 Agustus 2026, pukul 08.30 WITA sampai selesai",
        "Tempat : Aula",
        "Membaca Renstra",
        "08.30–09.15 Pembukaan",
        "1 DLH 3 orang",
        "☐ Laptop",
    ):
        assert text in told
    assert "Nomor : ……" in told


def test_the_attachment_lists_participants_where_that_is_wished_for():
    person = Invited("Andi Jum'ah <b, S.Kom.", None, "Sekretaris", "Diskominfo")
    told = words(printed(replace(INVITATION_PICTURE, invited=(person,), by_name=True), INVITATION))
    assert "1 Andi Jum'ah <b, S.Kom. Sekretaris Diskominfo" in told


def test_the_attachment_is_signed_by_the_head_of_the_agency_that_invites():
    signed = replace(INVITATION_PICTURE, signer=replace(SIGNERS[0], heading=""))
    told = words(printed(signed, INVITATION))
    order = [
        "D. Yang perlu dibawa",
        "☐ Laptop",
        "Plt. Kepala Dinas",
        "Dr. H. Muhammad Syahrul",
        "NIP 19780512",
    ]
    places = [told.index(text) for text in order]
    assert places == sorted(places)
    office = replace(INVITATION_PICTURE, signer=Signer(position="Kepala Dinas Kominfo"))
    assert re.search(r"Kepala Dinas Kominfo, \(…+\) NIP …+", words(printed(office, INVITATION)))


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("invited", [1, 17, 26, 60])
def test_the_attachment_is_signed_below_what_is_to_be_brought(paper, invited):
    people = tuple(Invited(f"Instansi {place}", 1) for place in range(invited))
    picture = replace(INVITATION_PICTURE, invited=people, signer=SIGNERS[0])
    pdf = printed(picture, INVITATION, paper)
    last = pages.page_text(pdf, pages.page_count(pdf) - 1)
    assert "Laptop" in last
    assert "Plt. Kepala Dinas" in last


def test_where_the_inviting_agency_alone_misses_data_no_letter_goes_out_and_the_page_says_so():
    told = words(printed(NobodyReminded("Diskominfo"), DATA_REMINDER))
    assert "Yang belum lengkap hanya Diskominfo, penyelenggara." in told


@pytest.mark.parametrize(
    ("agency", "kop", "is_host"),
    [
        ("Dinas Komunikasi dan Informatika", "", True),
        ("", "DINAS KOMUNIKASI DAN INFORMATIKA", True),
        ("Dinas Komunikasi dan Informatika Kota Contoh", "", True),
        ("Diskominfo", "", True),
        ("Badan Perencanaan", "", False),
        ("", "", False),
    ],
)
def test_the_inviting_agency_is_known_by_what_the_workshop_calls_it(agency, kop, is_host):
    opds = [Opd(name="Dinas Kesehatan", short="Dinkes"), Opd(name=HOST, short="Diskominfo")]
    workshop = Workshop(agency=agency, kop_agency=kop, region_name="Kota Contoh")
    assert host_of(opds, workshop) == (opds[1] if is_host else None)


def test_an_attachment_of_which_nothing_is_known_yet_can_be_written_by_hand():
    pdf = printed(InvitationPicture(), INVITATION)
    assert "Susunan acara disampaikan kemudian." in words(pdf)
    assert len(rules(pdf, 0, 60)) > 10
