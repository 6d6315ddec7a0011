"""Kop and signatures by tata naskah dinas."""

import io

import pypdfium2
import pytest
from PIL import Image

from smartcity_desktop.domain.report import Letterhead, Signer
from smartcity_desktop.reporting import letter, page, style
from tests.reporting.pictures import SIGNERS, frame, words


def printed(signers):
    place = letter.Signing("Kota Contoh", 2026)
    paper = page.Paper("Uji", "Uji")
    total = style.upright("F4").body_width
    return words(page.make_pdf(lambda: letter.signatures(signers, place, total), paper, frame()))


def picture(kind, size=(300, 360)):
    kept = io.BytesIO()
    Image.new("RGB", size, "black").save(kept, kind)
    return kept.getvalue()


def test_a_nip_of_18_digits_is_grouped():
    assert letter.nip_words("197805122002122004") == "19780512 200212 2 004"
    assert letter.nip_words("19780512 200212 2 004") == "19780512 200212 2 004"
    assert letter.nip_words("belum  ada") == "belum ada"


def test_three_signers_stand_with_office_rank_and_nip():
    found = printed(SIGNERS)
    assert "Plt. Kepala Dinas Komunikasi, Informatika dan Persandian," in found.replace("  ", " ")
    assert "NIP 19780512 200212 2 004" in found
    assert "a.n. Sekretaris Daerah Asisten Umum," in found
    assert "NIP ……" in found
    assert "Kota Contoh, ……………… 2026" in found


def test_an_expert_without_rank_and_office_has_no_nip_line():
    assert "NIP" not in printed([Signer("Pembimbing,", name="Dr. Ahli")])


def test_without_a_signer_there_is_a_place_to_sign():
    assert "(……" in printed([])


def test_at_most_three_sign():
    assert "Keempat" not in printed([Signer(name=name) for name in ("Satu", "Dua", "Tiga", "Keempat")])


def test_the_kop_is_left_out_where_nothing_is_set():
    assert letter.letterhead(Letterhead(), 400) == []


@pytest.mark.parametrize(
    "logo", [b"", b"not a picture", b"\x89PNG\r\n\x1a\nbroken", picture("GIF"), picture("PNG", (6000, 6000))]
)
def test_a_logo_that_is_no_sane_picture_is_left_out(logo):
    kop = Letterhead("Pemerintah Kota Contoh", "Dinas", "Jalan", logo)
    with_logo = page.make_pdf(lambda: letter.letterhead(kop, 400), page.Paper("Uji", "Uji"), frame())
    assert b"/Subtype /Image" not in with_logo
    assert "PEMERINTAH KOTA CONTOH" in words(with_logo)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_coat_of_arms_is_printed(kind):
    kop = Letterhead("Pemerintah Kota Contoh", "Dinas", "Jalan", picture(kind))
    pdf = page.make_pdf(lambda: letter.letterhead(kop, 400), page.Paper("Uji", "Uji"), frame())
    assert b"/Subtype /Image" in pdf


@pytest.mark.parametrize(
    ("position", "dotted"),
    [
        ("Bupati Konawe Selatan", False),
        ("Wali Kota Contoh", False),
        ("Wakil Bupati", False),
        ("Sekretaris Daerah", True),
        ("Kepala Bagian Protokol Bupati", True),
    ],
)
def test_a_head_of_region_has_no_nip_line(position, dotted):
    assert ("NIP" in printed([Signer("", position=position, name="H. Nama")])) is dotted


def test_an_acting_head_of_region_prints_the_nip_that_is_given():
    signer = Signer("", "Pj.", "Bupati Konawe Selatan", "Dr. Nama", nip="197805122002122004")
    assert "NIP 19780512 200212 2 004" in printed([signer])


@pytest.mark.parametrize("typed", ["Mengetahui", "Mengetahui,", " Mengetahui "])
def test_what_stands_over_an_office_ends_with_a_comma(typed):
    assert letter.heading_words(typed) == "Mengetahui,"
    assert letter.heading_words("") == ""


@pytest.mark.parametrize("city", ["Kota", "Penajam Paser Utara", "Kepulauan Siau Tagulandang Biaro"])
def test_headings_stand_on_one_line_however_long_the_name_of_the_place(city):
    signers = [Signer(f"Pihak {name},", name=name) for name in ("Satu", "Dua", "Tiga")]
    total = style.upright("A4").body_width
    pdf = page.make_pdf(
        lambda: letter.signatures(signers, letter.Signing(city, 2026), total),
        page.Paper("Uji", "Uji"),
        frame("A4"),
    )
    with pypdfium2.PdfDocument(pdf) as document:
        found = document[0].get_textpage()
        heights = []
        for name in ("Satu", "Dua", "Tiga"):
            at, _count = found.search(f"Pihak {name}").get_next()
            heights.append(round(found.get_charbox(at)[1]))
    assert len(set(heights)) == 1
