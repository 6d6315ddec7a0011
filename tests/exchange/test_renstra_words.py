"""What headings mean and what amounts are worth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.renstra import target_number
from smartcity_desktop.exchange.renstra_words import (
    amount,
    is_numbering,
    meaning,
    multiplier_of,
    span_of,
    year_of,
)


@pytest.mark.parametrize(
    ("written", "worth"),
    [
        ("1,775,000,000", "1775000000"),
        ("1.458.477.763.740,00", "1458477763740"),
        ("10202248687,5", "10202248687.5"),
        ("Rp1.250.000.000", "1250000000"),
        ("Rp. 1.250.000,-", "1250000"),
        ("IDR 5.000.000", "5000000"),
        ("350,000,000.00", "350000000"),
        ("350.000.000.00", "350000000"),
        ("1 250 000", "1250000"),
        ("1,250", "1250"),
        ("0,425", "0.425"),
        ("1,5 miliar", "1500000000"),
        ("Rp 250 juta", "250000000"),
        ("(250.000)", "-250000"),
        ("-5.000", "-5000"),
    ],
)
def test_amounts_are_read_in_every_style(written, worth):
    assert amount(written) == Decimal(worth)


@pytest.mark.parametrize("written", ["", "-", "–", "n/a", "N/A", " nihil ", "Rp -", "Rp. -"])
def test_nothing_is_no_amount(written):
    assert amount(written) is None


@pytest.mark.parametrize(
    "written", ["12500.000", "12500000,000", "1250.000.000", "Rp1250.000,-", "-1250,000", "1250,000 juta"]
)
def test_a_figure_that_may_be_a_thousandfold_is_asked_about_not_guessed(written):
    with pytest.raises(ValueError, match=r".*"):
        amount(written)
    assert target_number(written) is None


@pytest.mark.parametrize("written", ["APBN", "100%", "1.2.3", "12 orang", "1,23,456", "2 Paket", "1e9"])
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        amount(written)


@given(st.integers(0, 10**13))
def test_whole_rupiah_survive_every_grouping(value):
    dotted = f"{value:,}".replace(",", ".")
    for written in (str(value), dotted, f"{value:,}", f"{dotted},00", f"Rp{dotted}", f"Rp. {dotted},-"):
        assert amount(written) == value


@pytest.mark.parametrize(
    ("heading", "role", "kind", "year", "level"),
    [
        ("Tujuan", "goal", "", "", "tujuan"),
        ("Sasaran Strategis", "goal", "", "", "sasaran"),
        ("NSPK dan Sasaran RPJMD yang Relevan", "context", "", "", ""),
        ("Kode Rekening", "code", "", "", ""),
        ("PROGRAM DAN KEGIATAN", "name", "", "", ""),
        ("Bidang Urusan/Program/Outcome/Kegiatan/Subkegiatan/Output", "name", "", "", ""),
        ("Sub Kegiatan", "name", "", "", "subkegiatan"),
        ("Outcome", "outcome", "", "", ""),
        (
            "Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)",
            "indicator",
            "",
            "",
            "",
        ),
        ("Indikator Sasaran", "indicator", "", "", "sasaran"),
        ("Satuan", "measure", "", "", ""),
        ("Data Capaian pada Tahun Awal Perencanaan", "baseline", "", "", ""),
        ("Kondisi Awal (2024)", "baseline", "", "2024", ""),
        ("Baseline Tahun 2024", "baseline", "", "2024", ""),
        ("Kondisi Kinerja pada Akhir Periode Renstra", "final", "target", "", ""),
        ("TARGET TAHUN 1", "", "target", "Tahun-1", ""),
        ("DANA TAHUN 1", "", "money", "Tahun-1", ""),
        ("2025", "", "", "2025", ""),
        ("Tahun ke-1 (2025)", "", "", "2025", ""),
        ("K", "", "target", "", ""),
        ("Rp", "", "money", "", ""),
        ("Target Kinerja Program dan Kerangka Pendanaan", "", "both", "", ""),
        ("Unit Kerja Perangkat Daerah Penanggungjawab", "unit", "", "", ""),
        ("Lokasi", "location", "", "", ""),
        ("Sumber Dana", "fund", "", "", ""),
        ("(7)", "", "", "", ""),
    ],
)
def test_a_heading_means_what_its_words_say(heading, role, kind, year, level):
    found = meaning(heading)
    assert (found.role, found.kind, found.year, found.level) == (role, kind, year, level)


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("Tahun-3", "Tahun-3"),
        ("Tahun ke-1", "Tahun-1"),
        ("Tahun Ke 2", "Tahun-2"),
        ("TAHUN III", "Tahun-3"),
        ("Th. 4", "Tahun-4"),
        ("Tahun 2025", "2025"),
        ("2025-2030", ""),
        ("Tahun 2021 s/d 2026", ""),
        ("Tahun", ""),
        ("12025", ""),
    ],
)
def test_years_are_read_as_number_or_ordinal(heading, year):
    assert year_of(heading) == year


@pytest.mark.parametrize(
    ("title", "span"),
    [
        ("RENSTRA TAHUN 2021-2026", (2021, 2026)),
        ("periode 2025 – 2029", (2025, 2029)),
        ("2021 s.d. 2026", (2021, 2026)),
        ("2021 sampai dengan 2026", (2021, 2026)),
        ("2045-2025", None),
        ("Perda 2005-2025", None),
        ("Tahun 2024", None),
    ],
)
def test_a_period_is_a_span_of_up_to_ten_years(title, span):
    assert span_of(title) == span


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("(dalam ribuan rupiah)", 1000),
        ("Pagu (Rp. 000)", 1000),
        ("Rp.000,-", 1000),
        ("x Rp1.000", 1000),
        ("Rp (juta)", 1_000_000),
        ("(Rp 000.000)", 1_000_000),
        ("dalam jutaan rupiah", 1_000_000),
        ("dalam miliar rupiah", 1_000_000_000),
        ("Rp", 1),
        ("Rp. 1.000.000", 1),
        ("1.000 orang", 1),
        ("Pagu Indikatif (Rp)", 1),
    ],
)
def test_a_multiplier_is_found_in_words_only(words, factor):
    assert multiplier_of(words) == factor


def test_a_row_that_numbers_the_columns_is_known():
    assert is_numbering(["(1)", "(2)", "(3)", "", "(4)"])
    assert is_numbering(["1", "2", "3", "4", "5=4+3"])
    assert not is_numbering(["12", "85", "3", "40"])
    assert not is_numbering(["1", "2", "3"])
    assert not is_numbering(["2", "16", "02", "2.01", "Program"])
