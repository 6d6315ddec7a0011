"""Programs smart city on paper: the list recounted from the rows, a sheet of one, what an agency owes."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.paper_initiative import BY_OPD, LIST, OWED, SHEET
from smartcity_desktop.services.report import each, render
from tests.reporting.pictures import texts
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds
from tests.services.test_shared_program import city, read

assert city
PROGRAMS = (
    ("GOV", {"name": "Satu Data", "horizon": "menengah", "cost_low": "200000000", "cost_high": "300000000"}),
    ("GOV", {"name": "Aduan", "horizon": "pendek", "fund": "apbd;csr"}),
    ("ENV", {"name": "Bank Sampah", "horizon": "pendek", "fund": "csr", "cost_low": "50000000"}),
)


@pytest.fixture
def programs(desk, city):
    l7 = desk.worksheet.find("L7").id
    for code, told in PROGRAMS:
        put(desk, l7, dimension(desk, code), told)
    items = desk.initiative.board().items
    desk.initiative.change([items[0].id, items[1].id], {"opd": city["DLH"]})
    return desk.initiative.board().items


def asked(desk, kind, **more):
    return desk.report.asked(kind, replace(desk.report.meant("", ""), paper="A4", **more))


@pytest.mark.usefixtures("programs")
def test_the_sums_of_the_list_are_those_of_its_rows(desk):
    picture = asked(desk, LIST).picture
    assert [(group.name, len(group.rows)) for group in picture.groups] == [
        ("GOV Smart Governance", 2),
        ("ENV Smart Environment", 1),
    ]
    assert picture.told == "3 program · 0 lengkap · mulai Rp250 juta, dari 2 program yang sudah ada biayanya"
    sums = {
        title: [(row.name, row.count, row.priced, row.cost) for row in rows] for title, rows in picture.sums
    }
    assert sums["Menurut jangka"] == [
        ("Pendek (1 th)", "2", "1", "mulai 50.000.000"),
        ("Menengah (5 th)", "1", "1", "200.000.000–300.000.000"),
    ]
    assert [row[:2] for row in sums["Menurut sumber dana"]] == [
        ("CSR/TJSL", "1"),
        ("Beberapa sumber", "1"),
        ("Belum dipilih", "1"),
    ]
    by_opd = asked(desk, LIST, choice=BY_OPD).picture
    assert [group.name for group in by_opd.groups] == ["DLH", "OPD penanggung jawab belum dipilih"]
    text, *_ = texts(render(asked(desk, LIST)))
    assert "DAFTAR PROGRAM SMART CITY" in text


def test_a_sheet_names_the_line_that_a_program_was_made_of_and_what_it_lacks(desk, city):
    line = read(desk, city["Dinkes"], 0, relevant="ya", dimension=dimension(desk, "LIV"))
    desk._store.write([Set("renstra_line", line, "source_row", "12")], "isi")
    desk.initiative.take([line])
    (item,) = desk.initiative.board().items
    for name, raw in (("cost@1", "10000000"), ("indicator", "Balita"), ("target@2", "9"), ("risk", "Data")):
        desk.initiative.set(item.id, name, raw)
    job = asked(desk, SHEET, opd=item.id)
    assert "baris 12" in dict(job.picture.head)["Asal"]
    assert job.picture.costs == (("2025", "10.000.000"),)
    assert job.picture.indicators == (("Balita", "", "9", "9"),)
    assert "Sumber dana belum dipilih" in job.picture.gaps
    (text,) = texts(render(job))
    assert "Renstra Dinkes: 1.02.03" in text


def test_a_sheet_can_be_made_of_all_programs_of_one_agency_and_says_where_there_are_none(desk, programs):
    assert [one.picture.name for one in each(asked(desk, SHEET))] == [item.name for item in programs]
    mine = asked(desk, SHEET, opd=opds(desk)["DLH"])
    assert [one.picture.name for one in each(mine)] == ["Satu Data", "Aduan"]
    (text,) = texts(render(asked(desk, SHEET, opd=opds(desk)["Dinsos"])))
    assert "Belum ada Program Smart City." in text


def test_each_agency_takes_home_what_its_programs_lack(desk, programs):
    pages = [one.picture for one in each(asked(desk, OWED))]
    assert [page.name for page in pages] == ["DLH", "OPD penanggung jawab belum dipilih"]
    assert [row.name for row in pages[0].rows] == ["Satu Data", "Aduan"]
    assert "Sumber dana belum dipilih" in pages[0].rows[0].gaps
    assert "Sumber dana belum dipilih" not in pages[0].rows[1].gaps
    desk.initiative.retire([item.id for item in programs])
    (text,) = texts(render(asked(desk, OWED)))
    assert "Belum ada Program Smart City." in text


def test_the_tables_recount_what_the_list_says(desk, programs):
    desk.initiative.set(programs[0].id, "cost@1", "250000000")
    sheet, indicators, sums = desk.initiative.tables()
    at = {head: place for place, head in enumerate(sheet.heads)}
    lowest = [row[at["Biaya dihitung, paling sedikit (Rp)"]] for row in sheet.rows]
    assert lowest == [250_000_000, "", 50_000_000]
    assert [row[at["Biaya 2025 (Rp)"]] for row in sheet.rows] == [250_000_000, "", ""]
    assert sums.sums[2:] == (3, 0, 2, 300_000_000, ""), "of one program nobody said how much at most"
    assert sums.told == ("Kosong pada kolom paling sedikit atau paling banyak: belum disebut.",)
    by = {(row[0], row[1]): row[2:] for row in sums.rows}
    assert by["Dimensi", "GOV Smart Governance"] == (2, 0, 1, 250_000_000, 250_000_000)
    assert by["OPD", "OPD penanggung jawab belum dipilih"] == (1, 0, 1, 50_000_000, "")
    assert indicators.rows == ()
    assert len(sheet.heads) == len(sheet.kinds) == len(sheet.widths)
    assert len(indicators.heads) == len(indicators.kinds) == len(indicators.widths)
    desk.initiative.set(programs[0].id, "indicator", "Terbit")
    desk.initiative.set(programs[0].id, "target@6-10", "99")
    ((program, name, *_rest, last, final, source),) = desk.initiative.tables()[1].rows
    assert (program, name, last, final, source) == ("Satu Data", "Terbit", "99", "", "")


def test_a_list_without_programs_says_where_they_come_from(desk):
    desk._store.write([Birth("initiative", desk._store.ids.new(), {"code": "X"})], "isi")
    (text,) = texts(render(asked(desk, LIST)))
    assert "Isi kertas kerja L7" in text
