"""Who signs a filled sheet: its table, its assessor, or the head of an agency before a witness."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import FILLED
from smartcity_desktop.domain.workshop import Signer
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import PrintAsk, page_count, render


def filled(desk, code, party):
    """Return the picture of a filled sheet and the words of its last page."""
    ask = PrintAsk(worksheet=desk.worksheet.find(code).id, opd=party)
    job = desk.report.asked(FILLED, ask)
    pdf = render(job)
    return job.sheets[0], " ".join(page_text(pdf, page_count(pdf) - 1).split())


@pytest.fixture
def promising(desk):
    desk.opd.add([OpdRow("Kecamatan Pesisir", "Pesisir")])
    opd = desk.opd.opds()[0].id
    row = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(desk.worksheet.find("L12").id, opd, [(row, "text", "Memasukkan ke Renja")])
    return opd


def test_promises_are_signed_by_the_head_of_the_agency_before_the_region(desk, promising):
    desk.opd.update(promising, "kind", "kecamatan")
    desk.opd.update(promising, "head", "Drs. La Ode Contoh")
    sheet, told = filled(desk, "L12", promising)
    assert [(item.heading, item.position, item.name) for item in sheet.signers] == [
        ("Mengetahui", "Bupati Konawe Selatan", ""),
        ("", "Camat Pesisir", "Drs. La Ode Contoh"),
    ]
    assert told.index("Bupati Konawe Selatan") < told.index("Camat Pesisir") < told.index("Drs. La Ode")
    assert not any(word in told for word in ("Notulis,", "Pembimbing,"))


def test_who_signed_for_the_head_stands_on_the_sheet_with_that_office(desk, promising):
    sheet = desk.worksheet.find("L12").id
    for field, value in (("signed_by", "Wa Ode Contoh"), ("signed_position", "Sekcam")):
        desk.worksheet.set_head(sheet, promising, field, value)
    found, told = filled(desk, "L12", promising)
    assert (found.signers[1].position, found.signers[1].name) == ("Sekcam", "Wa Ode Contoh")
    assert "Wa Ode Contoh" in told


def test_scores_are_signed_by_their_assessor_and_other_sheets_by_their_table(desk, promising):
    sheet = desk.worksheet.find("L10N").id
    desk.worksheet.add_assessors(sheet, ["Dr. Ratna Contoh"])
    found, told = filled(desk, "L10N", desk.worksheet.assessors(sheet)[0].id)
    assert [(item.heading, item.name) for item in found.signers] == [("Penilai", "Dr. Ratna Contoh")]
    assert "Ketua," not in told
    found, told = filled(desk, "L0", promising)
    assert found.signers == ()
    assert all(word in told for word in ("Ketua,", "Notulis,", "Pembimbing,"))


def test_nobody_bears_witness_to_what_he_signs_himself(desk, promising):
    desk.workshop.add_signer(Signer(position="Ketua Tim Pelaksana", name="Drs. La Ode Contoh"))
    sheet, _ = filled(desk, "L12", promising)
    assert (sheet.signers[0].heading, sheet.signers[0].position) == ("Mengetahui", "Ketua Tim Pelaksana")
    desk.opd.update(promising, "head", "Drs. La Ode Contoh")
    sheet, _ = filled(desk, "L12", promising)
    assert sheet.signers[0].position == "Bupati Konawe Selatan"
