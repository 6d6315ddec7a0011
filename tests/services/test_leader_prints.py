"""Papers for those who lead: what they say, and that one page is one page whatever stands in it."""

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_leader import AGENCY_PAGE, MINISTRY, REGION_PAGE
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.services.report import page_count, render
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare
from tests.services.test_evaluation import LAW, plant
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds


@pytest.fixture
def city(desk):
    """Two agencies with programs, one quick win, a promise, a duty, a document, and a day of attendance."""
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    own = opds(desk)
    desk.opd.update(own["Dinkes"], "head", "dr. Fadli <b>")
    desk.opd.update(own["Dinkes"], "dimension", dimension(desk, "LIV"))
    l7 = desk.worksheet.find("L7").id
    row = {"name": "Antre obat & resep", "opd": own["Dinkes"], "horizon": "pendek"}
    put(desk, l7, dimension(desk, "LIV"), row)
    put(desk, l7, dimension(desk, "ENV"), {"name": "Bank sampah", "opd": own["DLH"]})
    put(desk, desk.worksheet.find("L12").id, own["Dinkes"], {"text": "Membuka data stok obat"})
    programs = {item.name: item.id for item in desk.alignment.board().subjects}
    winner = {"name": "Antre obat", "decision": "terpilih", "opd": own["Dinkes"]}
    plant(desk, "candidate", {**winner, "dimension": dimension(desk, "LIV")})
    plant(desk, "duty", {"kind": "perkada", "text": "Menetapkan Perbup", "due": "2026-12-01"})
    plant(desk, "document", {"kind": "perkada", "title": "Rancangan Perbup", "status": "draf"})
    desk.workshop._store.write(
        [
            Birth("initiative", programs["Antre obat & resep"], {"cost@1": 250_000_000}),
            Birth("initiative", programs["Bank sampah"], {f"support@{own['Dinkes']}": own["Dinkes"]}),
        ],
        "isi",
    )
    desk.people.add([Person(name="Ani", opd=own["Dinkes"], element="pemerintah"), Person(name="Budi")])
    (ani, _) = desk.people.people()
    plant(desk, "attendance", {"person": ani.id, "date": "2026-08-04", "state": "hadir"})
    desk.evaluation.score(2026, LAW, "3")
    return own


@pytest.mark.parametrize("kind", [AGENCY_PAGE, REGION_PAGE, MINISTRY])
def test_a_paper_says_what_its_reference_says(desk, city, kind):
    job = desk.report.asked(kind, PrintAsk(opd=city["Dinkes"], paper="A4"))
    compare(kind.replace("-", "_"), texts(render(job)))


def test_every_agency_has_a_page_of_its_own(desk, city):
    job = desk.report.asked(AGENCY_PAGE, PrintAsk(paper="F4"))
    assert [one.name for one in job.jobs] == [f"Halaman kepala {name}" for name in city]
    pages = texts(render(job))
    assert len(pages) == 2
    assert "Bank sampah (DLH)" in " ".join(pages[0].split())


def test_a_promise_whose_day_is_over_says_so(desk, city):
    late = {"text": "Melatih kader", "due": "2026-06-30"}
    put(desk, desk.worksheet.find("L12").id, city["Dinkes"], late)
    words = " ".join(texts(render(desk.report.asked(AGENCY_PAGE, PrintAsk(opd=city["Dinkes"]))))[0].split())
    assert "Melatih kader 30-6-2026 Belum (lewat batas)" in words
    assert words.count("(lewat batas)") == 1


def test_one_page_stays_one_page_and_tells_what_was_left_out(desk, city):
    place = dimension(desk, "LIV")
    rows = [
        {"sheet": "", "name": f"Program {at} {'panjang ' * 12}", "opd": city["Dinkes"], "dimension": place}
        for at in range(90)
    ]
    plant(desk, "initiative", *rows)
    plant(desk, "duty", *({"kind": "lain", "text": f"Tugas {at} {'panjang ' * 12}"} for at in range(40)))
    for kind in (AGENCY_PAGE, REGION_PAGE):
        pdf = render(desk.report.asked(kind, PrintAsk(opd=city["Dinkes"], paper="A4")))
        assert page_count(pdf) == 1
        assert "lainnya." in texts(pdf)[0]


def test_a_workshop_without_anything_has_papers_that_say_so(desk):
    found = " ".join(texts(render(desk.report.asked(MINISTRY, PrintAsk()))))
    assert "Kehadiran belum dicatat." in found
    assert "Belum ada Program Smart City." in found
    assert page_count(render(desk.report.asked(REGION_PAGE, PrintAsk()))) == 1
    assert page_count(render(desk.report.asked(AGENCY_PAGE, PrintAsk()))) == 1


@pytest.mark.usefixtures("city")
def test_a_quick_win_without_a_dimension_is_counted(desk):
    plant(desk, "candidate", {"name": "Layar antrean", "decision": "terpilih"})
    found = " ".join(" ".join(texts(render(desk.report.asked(MINISTRY, PrintAsk())))).split())
    assert "Dimensi belum dipilih 0 0 0 0 0 1" in found
    assert "Jumlah 2 1 0 0 1 2 Rp250 juta" in found
