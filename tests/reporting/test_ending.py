"""Places to sign never stand on a page without something of what is signed."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.paper_day import Member
from smartcity_desktop.domain.report import FollowUp
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.attendance import attendance_recap
from smartcity_desktop.reporting.blocks import Column, line, table
from smartcity_desktop.reporting.ending import Body, closed
from tests.reporting.evenings import MINUTES, PLENARY, RECORD, made
from tests.reporting.pictures import SIGNERS, frame, texts
from tests.reporting.test_attendance import PICTURE as RECAP

AGENCY = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
CLOSING = "Demikian berita acara ini"


def of_group(members, paper="F4"):
    """Return the texts of the pages of a group's berita acara with so many members, named by their place."""
    names = tuple(
        Member(f"Anggota-{place}, S.Sos., M.Si.", "Kepala Subbagian Perencanaan", AGENCY, "hadir 08.07")
        for place in range(1, members + 1)
    )
    return texts(made("berita-acara-kelompok", (replace(RECORD, members=names),), paper))


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("members", [1, 5, 8, 9, 57])
def test_the_signers_of_a_group_sign_below_members(members, paper):
    pages = of_group(members, paper)
    last = next(text for text in pages if CLOSING in text)
    assert last is pages[-1]
    assert f"Anggota-{members}," in last
    assert "Ketua kelompok," in last
    everybody = " ".join(pages)
    assert [f"Anggota-{place}," in everybody for place in range(1, members + 1)] == [True] * members


@pytest.mark.parametrize(("members", "paper"), [(24, "A4"), (30, "F4")])
def test_the_berita_acara_of_a_full_table_is_one_sheet_of_paper(members, paper):
    assert len(of_group(members, paper)) == 2


@pytest.mark.parametrize("tasks", [1, 16, 21, 27, 28])
def test_the_signers_of_the_plenary_sign_below_what_is_to_be_done(tasks):
    todo = tuple(FollowUp(f"Tugas-{place} sampai selesai", "Bappeda") for place in range(1, tasks + 1))
    pages = texts(made("berita-acara-pleno", replace(PLENARY, follow_ups=todo)))
    signed = next(text for text in pages if CLOSING in text)
    assert f"Tugas-{tasks} " in signed
    assert "Ketua BRD," in " ".join(pages)


@pytest.mark.parametrize("tasks", [*range(1, 40, 3), 24, 26])
def test_the_signers_of_minutes_sign_below_what_is_to_be_done(tasks):
    todo = tuple(FollowUp(f"Tugas-{place} sampai selesai", "Bappeda") for place in range(1, tasks + 1))
    pages = texts(made("notulen", replace(MINUTES, follow_ups=todo)))
    assert f"Tugas-{tasks} " in pages[-1]
    assert "Notulis" in pages[-1]


@pytest.mark.parametrize("guests", range(1, 30, 2))
def test_the_signers_of_a_recap_sign_below_its_last_rows(guests):
    named = tuple(f"Tamu-{place}, Universitas A" for place in range(1, guests + 1))
    pages = texts(attendance_recap(replace(RECAP, guests=named), frame()))
    assert f"Tamu-{guests}," in pages[-1]
    assert SIGNERS[0].name.split()[0] in pages[-1]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_short_table_goes_along_whole_with_its_heading(rows):
    sheet = style.upright("F4")
    high = sheet.body_height

    def body():
        told = [[f"baris {place}"] for place in range(rows)]
        filling = [line(f"isi {place}") for place in range(int(high / 17.5) - 2 - rows)]
        return Body(filling, [line("Bagian akhir")], [table([Column("Apa", 100)], told, sheet.body_width)])

    def end():
        return [[line("Demikian."), *[line("ruang") for _ in range(6)]], [line("Baris kedua")]]

    pdf = page.make_pdf(lambda: closed(body, end, sheet), page.Paper("Uji", "Uji"), frame("F4"))
    pages = texts(pdf)
    assert len(pages) == 2
    for told in ("Bagian akhir", "baris 0", "Demikian.", "Baris kedua"):
        assert told in pages[1], told


def test_pages_are_counted_as_they_are_printed():
    sheet = style.upright("F4")
    blocks = [line(f"isi {place}") for place in range(100)]
    counted = page.measured(lambda: page.pages_of([line(f"isi {place}") for place in range(100)], sheet))
    assert counted == len(texts(page.make_pdf(lambda: blocks, page.Paper("Uji", "Uji"), frame("F4"))))
    assert counted > 1
