"""Indonesian formats and the sentences of the faults."""

from datetime import date, datetime

import pytest

from smartcity_desktop.domain import wording
from smartcity_desktop.errors import DiskFault, UserFault


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1250000000, "1.250.000.000"),
        (-1234.5, "-1.234,5"),
        (82.5, "82,5"),
        (1e3, "1.000"),
        (0.123456789012, "0,123456789"),
        (10**19, "10.000.000.000.000.000.000"),
        (10**30 + 7, "1.000.000.000.000.000.000.000.000.000.007"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_decimal_comma(value, text):
    assert wording.number(value) == text


def test_money_is_full_rupiah_and_a_dash_where_there_is_none():
    assert wording.rupiah(1250000000) == "Rp1.250.000.000"
    assert wording.rupiah(-5) == "-Rp5"
    assert wording.money(1250000000) == "1.250.000.000"
    assert wording.rupiah(None) == wording.money(None) == "–"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8386282200, "Rp8,39 miliar"),
        (112000000, "Rp112 juta"),
        (950000, "Rp950 ribu"),
        (1200000000000, "Rp1,2 triliun"),
        (999, "Rp999"),
        (1250000000, "Rp1,25 miliar"),
        (999_999_999, "Rp1 miliar"),
        (999_994_999, "Rp999,99 juta"),
        (999_999, "Rp1 juta"),
        (995_000_000, "Rp995 juta"),
        (-1_250_000, "-Rp1,25 juta"),
        (-999_999_999_999, "-Rp1 triliun"),
        (-999, "-Rp999"),
    ],
)
def test_money_in_a_sentence_is_worded(value, text):
    assert wording.rupiah_words(value) == text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Rp1.250.000.000", 1250000000),
        ("Rp 1.250.000.000,-", 1250000000),
        ("1,250,000", 1250000),
        ("1250000", 1250000),
        ("1.250.000,00", 1250000),
        ("RP 1.000", 1000),
        ("Rp1,25 M", 1250000000),
        ("1.25 miliar", 1250000000),
        ("500 jt", 500000000),
        ("1.250 juta", 1250000000),
        ("750 ribu", 750000),
        ("2 T", 2 * 10**12),
        ("1.000.000.000.000.000", 10**15),
        ("", None),
        ("-", None),
        ("–", None),
    ],
)
def test_money_is_read_as_people_type_it(typed, value):
    assert wording.parse_money(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("12,5", "dua juta", "1,2345 ribu", "1.2.3 M", "2000 T", "1.250,5", "1.25", "1.2500", "--5", "1e5"),
        *("1.000.000.000.000.001", "-1000000000000001", "9" * 19, "9" * 40),
        *("12500.000", "12500000,000", "1.250.000,000", "1,250,000.000", "Rp1250.000,-", "-1250,000"),
    ],
)
def test_what_is_no_whole_rupiah_is_refused(typed):
    with pytest.raises(ValueError, match=r".+"):
        wording.parse_money(typed)


def test_every_amount_shown_reads_back_as_itself():
    for value in (0, 1, 999, 1000, 1775000000, 201393883804):
        assert wording.parse_money(wording.rupiah(value)) == value


def test_friday_keeps_its_apostrophe():
    assert wording.long_date(date(2026, 8, 7)) == "Jum'at, 7 Agustus 2026"
    assert wording.long_date(date(2023, 7, 31)) == "Senin, 31 Juli 2023"
    assert wording.long_date(date(2023, 7, 31), weekday=False) == "31 Juli 2023"
    assert wording.short_date(date(2026, 8, 4)) == "4-8-2026"


def test_times_stand_with_a_dot():
    moment = datetime.fromisoformat("2026-08-04T10:42:07+08:00")
    assert wording.clock_time(moment) == "10.42"
    assert wording.clock_time(moment, seconds=True) == "10.42.07"
    assert wording.plan_time("09:15") == "09.15"
    assert wording.plan_time("2026-08-04T10:42:07+08:00") == "10.42"
    assert wording.plan_time("") == wording.clock_time(None) == wording.long_date(None) == "–"


def test_no_date_is_no_date():
    assert wording.day_of("31-12-2026") is None
    assert wording.day_of("2026-12-31T08:00:00+07:00") == date(2026, 12, 31)


def test_stored_choices_have_words_and_unknown_ones_show_as_they_are():
    assert wording.label("status", "perbaikan") == "Perlu perbaikan"
    assert wording.label("status", "baru dari program lain") == "baru dari program lain"
    assert wording.label("status", "") == "–"


def test_a_fault_is_a_sentence_with_its_values():
    text = wording.sentence(UserFault("file-missing", name="Konsel.bimtek"))
    assert "Konsel.bimtek" in text
    assert "Tidak ada yang diubah" in text
    assert wording.sentence(DiskFault("disk-full")).startswith("Belum tersimpan: ruang disk penuh.")


def test_an_unknown_fault_still_gives_a_calm_sentence():
    assert "aman" in wording.sentence(UserFault("from-a-newer-program"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("PROGRAM APLIKASI INFORMATIKA", "Aplikasi Informatika"),
        (
            "PROGRAM PENYELENGGARAAN LALU LINTAS DAN ANGKUTAN JALAN (LLAJ)",
            "Penyelenggaraan Lalu Lintas dan Angkutan Jalan (LLAJ)",
        ),
        (
            "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
            "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        ),
        ("Program Pendaftaran Penduduk", "Pendaftaran Penduduk"),
        ("PEMBERDAYAAN UMKM", "Pemberdayaan UMKM"),
        ("Pengembangan e-Government", "Pengembangan e-Government"),
        ("PROGRAM", "Program"),
        ("", ""),
    ],
)
def test_names_in_capitals_are_calmed_for_reading(written, read):
    assert wording.calm_name(written) == read


def test_a_long_text_is_cut_at_the_end_of_its_words_and_a_short_one_stays():
    assert wording.shortened("  Sampah\n pasar ", 12) == "Sampah pasar"
    assert wording.shortened("Sampah pasar, dan rumah", 14) == "Sampah pasar…"
    assert len(wording.shortened("x" * 500, 40)) == 40
