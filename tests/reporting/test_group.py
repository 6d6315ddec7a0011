"""Where everybody sits, on the wall and on the tables, and the piles of worksheets."""

import contextlib

import pypdfium2
import pytest

from smartcity_desktop.domain.group import Group, Seat
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_group import (
    GroupList,
    GroupMember,
    GroupPicture,
    Pile,
    PilesPicture,
    Seated,
    WhereLine,
    group_list,
    where_lines,
)
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import GROUP_LISTS, GROUP_SHEETS, PrintJob
from smartcity_desktop.reporting import group, page, pages
from tests.reporting.pictures import bookmarks, frame, rules, sheet, texts, words

LONG = "Prof. Dr. Ir. H. Muhammad Syarifuddin Hidayatullah Al-Banjari, S.T., M.T., M.Kom., IPU., ASEAN Eng."
GOV = GroupList(
    "Smart Governance",
    "GOV",
    "3",
    "Ruang Melati",
    "Hj. Sitti Rahmawati, S.Sos.",
    "Andi Jum'ah",
    "Tenaga Ahli 2",
    ("Diskominfo", "Disdukcapil"),
    (GroupMember("Hj. Sitti Rahmawati, S.Sos.", "Sekretaris", "Diskominfo", "ketua"), GroupMember(LONG)),
)
WHERE = (
    WhereLine("Diskominfo", "GOV", "3"),
    WhereLine("Bappeda", "GOV, ECO", "3, 5"),
    WhereLine("Satpol PP"),
)


def printed(picture, paper="F4", kind=GROUP_LISTS):
    return page.press(group.parts(PrintJob(kind, "Kelompok", frame(paper), picture=picture)))


def type_sizes(pdf, *starts):
    """Return the type sizes in points of all words that begin so."""
    found = []
    with contextlib.closing(pypdfium2.PdfDocument(pdf)) as document:
        for sheet_of in document:
            text = sheet_of.get_textpage()
            for start in starts:
                search = text.search(start)
                while place := search.get_next():
                    found.append(pypdfium2.raw.FPDFText_GetFontSize(text.raw, place[0]))
    return found


def hall():
    opds = (Opd("a", name="Dinas A", short="A"), Opd("b", name="Dinas B"), Opd("c", name="Dinas C"))
    people = (
        Person("1", name="Ani", opd="a"),
        Person("2", name="Budi", opd="a"),
        Person("3", name="Cici", institution="Kampus"),
    )
    groups = (
        Group("x", name="Smart Governance", code="GOV", table_no="1", chair="2", opds=("b",)),
        Group("y", name="Smart Economy", code="ECO", table_no="2"),
    )
    seats = (Seat(person="1", group="x"), Seat(person="2", group="x"), Seat(person="3", group="y"))
    return Seated(groups, (*seats, Seat(person="1", group="")), people, opds)


def test_the_wall_tells_each_agency_its_table():
    told = words(printed(GroupPicture("Kelompok dimensi", (GOV,), WHERE)))
    assert "DUDUK DI MEJA MANA?" in told
    assert "Diskominfo GOV 3" in told
    assert "Bappeda GOV, ECO 3, 5" in told
    assert "Satpol PP – –" in told


def test_every_group_has_a_page_with_its_officers_and_members():
    pdf = printed(GroupPicture("Kelompok dimensi", (GOV, GroupList("Kelompok 2")), WHERE))
    assert [title for title, _ in bookmarks(pdf)] == [
        "Pembagian meja",
        "Daftar kelompok Meja 3",
        "Daftar kelompok Kelompok 2",
    ]
    second = " ".join(texts(pdf)[1].split())
    for text in ("Meja 3", "Ruang Melati", "Tenaga Ahli 2", "2 orang", LONG, "ketua", "Diskominfo"):
        assert text in second


def test_a_row_of_the_wall_is_never_torn_over_two_pages():
    where = tuple(WhereLine(f"Dinas nomor {place}", "GOV", str(place)) for place in range(90))
    pdf = printed(GroupPicture("", (), where))
    assert pages.page_count(pdf) > 1
    for text in texts(pdf):
        assert 1 <= " ".join(text.split()).count("OPD Kelompok Meja") <= 2
        assert "GOV" in text.split("Meja")[-1]
    assert all(f"Dinas nomor {place} " in words(pdf) for place in range(90))


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize(("count", "most"), [(1, 1), (24, 1), (40, 2), (60, 2), (75, 2)])
def test_the_wall_of_any_city_has_two_pages_at_most_in_type_that_is_read_from_afar(paper, count, most):
    names = (
        "Dinas Kesehatan",
        "Badan Perencanaan Pembangunan dan Riset Daerah",
        "Kecamatan Pesisir",
    )
    where = tuple(WhereLine(f"{place}) {names[place % 3]}", "GOV", f"t{place}") for place in range(count))
    pdf = printed(GroupPicture("", (), where), paper=paper)
    assert pages.page_count(pdf) <= most
    told = words(pdf)
    assert all(f"{place}) " in told and f"GOV t{place} " in f"{told} " for place in range(count))
    assert min(type_sizes(pdf, "Dinas", "Badan", "Kecamatan")) >= 11


def test_more_agencies_than_two_pages_hold_lose_none():
    where = tuple(WhereLine(f"{place}) {LONG}", "GOV, ECO", f"t{place}") for place in range(150))
    pdf = printed(GroupPicture("", (), where))
    assert pages.page_count(pdf) > 2
    told = words(pdf)
    assert all(f"{place}) " in told and f" t{place} " in f"{told} " for place in range(150))


def test_an_endless_name_on_the_wall_stops_no_print():
    where = tuple(WhereLine("Dinas " * 300, "GOV " * 300, "12, " * 300) for _ in range(30))
    assert pages.page_count(printed(GroupPicture("", (), where))) < 40


@pytest.mark.parametrize("count", [4, 25, 70])
def test_a_table_of_any_size_is_listed_whole(count):
    members = tuple(GroupMember(f"{place}. {LONG}", "Kepala Bidang", "Dinas") for place in range(count))
    told = words(printed(GroupPicture("", (GroupList("Smart City", table="1", members=members),))))
    assert told.count("ASEAN Eng.") == count


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_a_table_of_twenty_seven_fits_on_one_page(paper):
    one = GroupMember("Ir. H. Irwansyah Pabelang, S.T., M.Si.", "Kepala Subbagian Perencanaan", "Bappeda")
    picture = GroupPicture("", (GroupList("Smart City", table="1", members=(one,) * 27),))
    parts = group.parts(PrintJob(GROUP_LISTS, "Kelompok", frame(paper), picture=picture))
    assert pages.page_count(page.press(parts[-1:])) == 1


def test_whoever_sits_nowhere_is_named_at_the_end():
    pdf = printed(GroupPicture("", (GOV,), WHERE, (GroupMember("Tamu Terlambat", "", "Kadin"),)))
    assert "BELUM MENDAPAT KELOMPOK" in texts(pdf)[-1]
    assert "Tamu Terlambat" in texts(pdf)[-1]


def test_without_a_division_the_wall_can_be_written_by_hand():
    pdf = printed(GroupPicture())
    assert pages.page_count(pdf) == 1
    assert len(rules(pdf, 0, 60)) > 12


def test_a_pile_begins_with_what_lies_in_it():
    pdf = printed(PilesPicture("L5 Analisis Renstra", (Pile(GOV, (sheet(4), sheet(3))),)), kind=GROUP_SHEETS)
    first = " ".join(texts(pdf)[0].split())
    assert "Meja 3" in first
    assert "1 L5-014 L5 Analisis Renstra Dinas Komunikasi, Informatika dan Persandian ☐ ☐" in first
    assert pages.page_count(pdf) == 3
    assert all("L5-014" in text for text in texts(pdf)[1:])


def test_each_table_has_a_pile_of_its_own():
    piles = (Pile(GOV, (sheet(2),)), Pile(GroupList("Smart Economy", table="4"), (sheet(2),)))
    pdf = printed(PilesPicture("", piles), kind=GROUP_SHEETS)
    assert [title for title, _ in bookmarks(pdf)][::2] == [
        "Tumpukan kertas kerja Meja 3",
        "Tumpukan kertas kerja Meja 4",
    ]


def test_the_chair_comes_first_and_agencies_are_those_put_there():
    found = group_list(hall(), hall().groups[0])
    assert [(item.name, item.office) for item in found.members] == [("Budi", "ketua"), ("Ani", "")]
    assert (found.agencies, found.chair) == (("Dinas B",), "Budi")


def test_an_agency_sits_where_its_people_do_and_where_it_was_put():
    found = where_lines(hall())
    assert [(item.name, item.groups, item.tables) for item in found] == [
        ("Dinas A", "GOV", "1"),
        ("Dinas B", "GOV", "1"),
        ("Dinas C", "", ""),
        ("Kampus", "ECO", "2"),
    ]
