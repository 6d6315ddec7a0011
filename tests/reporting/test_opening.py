"""The report read at the opening, and the list to sign for what was given."""

from datetime import date

import pytest

from smartcity_desktop.domain.paper_opening import CHAIR, OPENING, OpeningFacts, OpeningReport, proposal
from smartcity_desktop.domain.paper_receipt import Receipt
from smartcity_desktop.domain.print_job import RECEIPT, PrintJob
from smartcity_desktop.domain.report import AttendanceRow, Signer
from smartcity_desktop.domain.words import Words
from smartcity_desktop.reporting import opening, page, pages
from tests.reporting.pictures import frame, rules, texts, words

FACTS = OpeningFacts(
    title="Bimtek Tahap II",
    head="Wali Kota",
    region="Contoh",
    basis=("UU satu", "Perpres dua", "Nota tiga;", "Keputusan empat."),
    goal="Membaca Renstra setiap OPD.",
    when="Selasa, 4 Agustus 2026 sampai dengan Rabu, 5 Agustus 2026",
    place="Aula Balai Kota",
    people=175,
    opds=19,
    elements=(("Pemerintah", 160), ("Akademisi", 15), ("Media", 0)),
    speakers=("Dr. Nama, M.T.", "Prof. Nama"),
    groups=("Smart Governance", "Smart Economy"),
)


def printed(picture, kind=OPENING, paper="F4"):
    return page.press(opening.parts(PrintJob(kind, "Cetakan", frame(paper), picture=picture)))


def test_the_proposal_tells_what_the_file_knows_and_asks_to_open_the_event():
    told = proposal(FACTS, Words())
    for text in (
        "Yang kami hormati Wali Kota Contoh",
        "– Perpres dua;\n– Nota tiga;\n– Keputusan empat.",
        "pada Selasa, 4 Agustus 2026 sampai dengan Rabu, 5 Agustus 2026 di Aula Balai Kota.",
        "175 orang dari 19 OPD: pemerintah 160 orang, akademisi 15 orang.",
        "Dr. Nama, M.T.; Prof. Nama.",
        "2 kelompok: Smart Governance; Smart Economy.",
        "mohon Wali Kota Contoh berkenan memberi arahan dan membuka Bimtek ini secara resmi",
    ):
        assert text in told
    assert "UU satu" not in told
    assert "media" not in told


def test_a_name_that_ends_in_a_dot_gets_no_second_one():
    told = proposal(OpeningFacts(speakers=("Dr. Nama, M.Pd.",)), Words())
    assert "M.Pd.\n" in told
    assert ".." not in told


def test_what_nobody_knows_is_left_to_be_written():
    told = proposal(OpeningFacts(), Words())
    assert told.count("…" * 12) >= 6
    assert "None" not in told
    assert "Kerja kelompok" not in told


def test_the_words_of_the_event_are_used():
    assert "19 SKPD" in proposal(FACTS, Words(opd="SKPD"))


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_the_usual_report_stands_on_one_page_in_large_type(paper):
    pdf = printed(OpeningReport("Bimtek Tahap II", proposal(FACTS, Words()), 2026), paper=paper)
    assert pages.page_count(pdf) == 1
    told = words(pdf)
    assert told.count("Ketua Panitia,") == 1
    assert "secara resmi" in told


def test_a_long_text_of_ones_own_goes_on_and_keeps_its_signature_together():
    text = "\n".join(f"Kalimat {place} yang cukup panjang untuk satu baris penuh." for place in range(90))
    pdf = printed(OpeningReport("", text, 2026, Signer(CHAIR, "", "Kepala Dinas", "Nama")))
    assert pages.page_count(pdf) > 1
    last = texts(pdf)[-1]
    assert "Ketua Panitia," in last
    assert "Nama" in last
    assert all(f"Kalimat {place} yang" in words(pdf) for place in range(90))


def test_odd_numbers_sign_left_and_even_ones_right():
    rows = tuple(AttendanceRow(f"Nama {place}", opd="Diskominfo") for place in range(1, 5))
    receipt = Receipt("Uang transport", money=True, day=date(2026, 8, 4), rows=rows)
    told = words(printed(receipt, RECEIPT))
    for text in ("TANDA TERIMA", "Yang diterima : Uang transport", "Selasa, 4 Agustus 2026", "Jumlah (Rp)"):
        assert text in told
    assert "Bendahara," in told
    assert "1 Nama 1 Diskominfo 1." in told


def test_pieces_are_handed_out_and_money_is_paid():
    told = words(printed(Receipt("Map dan perlengkapan"), RECEIPT))
    assert "Yang menyerahkan," in told
    assert "Rp" not in told


def test_what_is_received_can_be_written_by_hand():
    pdf = printed(Receipt(), RECEIPT)
    assert "Yang diterima : ……" in words(pdf)
    assert len(rules(pdf, 0, 60)) > 10


def test_every_page_of_a_long_list_has_its_head_and_its_sum():
    rows = tuple(AttendanceRow(f"Nama {place}") for place in range(120))
    found = texts(printed(Receipt("Konsumsi", rows=rows), RECEIPT))
    assert len(found) > 3
    assert all("TANDA TERIMA" in text for text in found)
    assert all("Jumlah pada halaman ini" in text for text in found)
    assert sum("Mengetahui," in text for text in found) == 1
