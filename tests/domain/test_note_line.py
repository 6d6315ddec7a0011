"""What a typed line of the minutes means."""

from datetime import date

import pytest

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.note_line import NoteLine, has_unread_day, read_line, told, typed

TODAY = date(2026, 8, 4)
OPDS = [
    (RowId("a"), "Badan Perencanaan Pembangunan Daerah", "Bappeda"),
    (RowId("b"), "Dinas Kesehatan", "Dinkes"),
    (RowId("c"), "Dinas Kesehatan Hewan", ""),
]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("! Data aduan dibuka", "keputusan", "Data aduan dibuka"),
        ("!Data", "keputusan", "Data"),
        ("? Siapa wali data", "pertanyaan", "Siapa wali data"),
        ("Server lama 2017, sering padam", "pokok", "Server lama 2017, sering padam"),
        ("Jum'at libur <b", "pokok", "Jum'at libur <b"),
        ("surat ke dinas@contoh.go.id", "pokok", "surat ke dinas@contoh.go.id"),
        ("@ siapa", "pokok", "@ siapa"),
        ("", "pokok", ""),
    ],
)
def test_marks_in_front_tell_the_kind(line, kind, text):
    assert read_line(line, OPDS, TODAY) == NoteLine(kind, text)


def test_a_named_agency_and_a_date_make_a_follow_up():
    read = read_line("@Bappeda kirim indikator RPJMD, 12 Agustus", OPDS, TODAY)
    assert read == NoteLine("tindak_lanjut", "kirim indikator RPJMD", "Bappeda", RowId("a"), "2026-08-12")


def test_the_longest_name_wins():
    assert read_line("@dinas kesehatan hewan vaksin", OPDS, TODAY).owner_opd == "c"
    assert read_line("@Dinas Kesehatan vaksin", OPDS, TODAY).owner_opd == "b"
    assert read_line("@dinkes: vaksin 1/9", OPDS, TODAY) == NoteLine(
        "tindak_lanjut", "vaksin", "Dinkes", RowId("b"), "2026-09-01"
    )


def test_somebody_unknown_is_kept_as_typed():
    read = read_line("Undang @Camat Waru tanggal 3", OPDS, TODAY)
    assert (read.kind, read.owner, read.owner_opd) == ("tindak_lanjut", "Camat", NO_ROW)
    assert read.text == "Undang Waru tanggal 3"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("12 Agustus", "2026-08-12"),
        ("12 agt", "2026-08-12"),
        ("12 Agustus 2027", "2027-08-12"),
        ("12/8", "2026-08-12"),
        ("12-8-2027", "2027-08-12"),
        ("12/8/27", "2027-08-12"),
        ("15 Januari", "2027-01-15"),
        ("31 Februari", ""),
        ("45/13", ""),
        ("2021/2022", ""),
        ("12 orang", ""),
    ],
)
def test_a_date_without_a_year_is_the_next_one(words, due):
    assert read_line(f"@Bappeda kirim {words}", OPDS, TODAY).due == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("besok", "2026-08-05"),
        ("Lusa", "2026-08-06"),
        ("jumat", "2026-08-07"),
        ("Jum'at depan", "2026-08-07"),
        ("Jum\u2019at", "2026-08-07"),
        ("hari Senin", "2026-08-10"),
        ("selasa", "2026-08-11"),
        ("hari Minggu", "2026-08-09"),
        ("sebelum 12/8 atau besok", "2026-08-12"),
        ("minggu depan", ""),
        ("besokan", ""),
    ],
)
def test_a_near_day_is_the_next_of_its_name(words, due):
    assert read_line(f"@Bappeda kirim {words}", OPDS, TODAY).due == due


def test_a_near_day_goes_out_of_the_text():
    assert read_line("@Dinkes kirim data besok, lengkap", OPDS, TODAY).text == "kirim data lengkap"


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("@Bappeda kirim minggu depan", True),
        ("@Bappeda kirim 45/13", True),
        ("@Bappeda kirim tanggal 3", True),
        ("@Bappeda kirim besok", False),
        ("@Bappeda kirim 12 berkas", False),
        ("Rapat minggu depan", False),
    ],
)
def test_a_day_that_was_not_understood_is_known(line, unread):
    assert has_unread_day(read_line(line, OPDS, TODAY)) is unread


def test_nothing_of_a_line_is_lost_but_its_marks():
    read = read_line("@Dinkes lengkapi data 3 desa sebelum 12 Agustus untuk rapat", OPDS, TODAY)
    assert read.text == "lengkapi data 3 desa sebelum untuk rapat"


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("@Dinkes layanan 24/7 dibuka", "layanan 24/7 dibuka", ""),
        ("@Dinkes sisa 3/4 bagian", "sisa 3/4 bagian", ""),
        ("@Dinkes sebelum 12/8 kirim data", "sebelum kirim data", "2026-08-12"),
        ("@Dinkes kirim data 12/8.", "kirim data .", "2026-08-12"),
        ("@Dinkes 12/8/2026 kirim data", "kirim data", "2026-08-12"),
    ],
)
def test_a_fraction_is_a_day_only_where_it_is_meant_as_one(line, text, due):
    read = read_line(line, OPDS, TODAY)
    assert (read.text, read.due) == (text, due)


def test_an_address_before_the_agency_does_not_hide_it():
    read = read_line("surat a@b.id @Dinkes kirim", OPDS, TODAY)
    assert (read.kind, read.owner_opd, read.text) == ("tindak_lanjut", "b", "surat a@b.id kirim")


@pytest.mark.parametrize(
    ("owner", "row"),
    [
        ("Pak Budi Santoso", ""),
        ("Dinas Kesehatan Hewan", "c"),
        ("Dinkes", "b"),
        ("Dinas yang sudah dihapus", ""),
    ],
)
def test_a_follow_up_typed_again_keeps_its_owner(owner, row):
    note = Note(kind="tindak_lanjut", text="kirim data", owner=owner, owner_opd=RowId(row), due="2026-08-12")
    read = read_line(typed(note), OPDS, TODAY)
    assert (read.owner, read.owner_opd, read.text, read.due) == (owner, row, "kirim data", "2026-08-12")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aula dipakai sampai sore", "aula dipakai sampai sore"),
        ("! data dibuka", "Keputusan: data dibuka"),
        ("? siapa admin", "Pertanyaan: siapa admin"),
        ('@"Bag. Organisasi" siapkan nota 21/8/2026', "Bag. Organisasi: siapkan nota (21 Agustus 2026)"),
        ("@Dinas Kesehatan kirim data", "Dinkes: kirim data"),
    ],
)
def test_a_note_is_read_without_the_marks_it_was_typed_with(line, words):
    assert told(read_line(line, OPDS, TODAY)) == words
