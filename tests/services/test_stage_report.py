"""The report of a stage and the final report: the days put together, each person and follow-up once."""

import pytest

from smartcity_desktop.domain.attendance import CAME
from smartcity_desktop.domain.paper_stage_report import FINAL_REPORT, STAGE_REPORT, TROUBLE, key_of
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.attendance import Place
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare
from tests.services.test_day_papers import DAY, held, stage

__all__ = ["held", "stage"]
NEXT = "2026-08-05"


@pytest.fixture
def came(desk, stage, held):
    """Both days of the stage: ten people on the first, two of them and another one on the second."""
    people = [item.id for item in desk.people.people()]
    desk.attendance.mark(Place(DAY), CAME, *people[:10])
    desk.attendance.mark(Place(NEXT), CAME, *people[8:11])
    desk.agenda.add(stage, NEXT, NewBlock("Pleno", "presentasi", 60, "09:00"))
    for line in ("@DLH siapkan peta 10/8", "! Data dibuka"):
        desk.note.write(desk.note.new_id(), line, NotePlace(stage, held[0]))
    return people


def test_a_stage_is_told_day_by_day_and_every_person_decision_and_follow_up_stands_once(desk, stage, came):
    report = desk.report.asked(STAGE_REPORT, PrintAsk(stage=stage)).picture
    assert [day.day for _, day in report.days] == [day_of(DAY), day_of(NEXT)]
    assert [day.recap.whole.there for _, day in report.days] == [10, 3]
    assert (report.counted.whole.there, report.counted.whole.expected) == (11, len(came))
    assert report.last == day_of(NEXT)
    assert [item.text for item in report.decisions] == ["Data dibuka"]
    assert [(item.who, item.due.day) for item in report.follow_ups] == [("DLH", 10), ("Kominfo", 12)]


@pytest.mark.usefixtures("came")
def test_obstacles_are_those_of_the_daily_reports_as_people_wrote_them(desk, stage):
    proposed = desk.report.asked(STAGE_REPORT, PrintAsk(stage=stage)).passages
    trouble = said(proposed, key_of(STAGE_REPORT, TROUBLE))
    late = "Pembukaan dimulai 52 menit dan selesai 47 menit lebih lambat dari rencana."
    assert f"Tahap II hari ke-1: {late}" in trouble
    daily = desk.report.asked("laporan-harian", PrintAsk(stage=stage, day=DAY)).passages
    own = next(item for item in daily if item.key == "laporan-harian.kendala")
    desk.print_log.write_text(own, "Listrik padam satu jam.")
    again = desk.report.asked(STAGE_REPORT, PrintAsk(stage=stage)).passages
    trouble = said(again, key_of(STAGE_REPORT, TROUBLE))
    assert "Tahap II hari ke-1: Listrik padam satu jam." in trouble
    assert "52 menit" not in trouble


@pytest.mark.usefixtures("came")
def test_the_report_of_a_stage_says_what_its_reference_says(desk, stage):
    job = desk.report.asked(STAGE_REPORT, PrintAsk(stage=stage, paper="A4"))
    assert job.name == "Laporan Tahap II"
    compare("laporan_tahap", texts(render(job))[:3])


@pytest.mark.usefixtures("came")
def test_the_final_report_tells_of_the_stages_that_were_held(desk):
    job = desk.report.asked(FINAL_REPORT, PrintAsk(paper="A4"))
    assert [part.stage for part in job.picture.parts] == ["Tahap II"]
    text = " ".join(" ".join(texts(render(job))).split())
    assert "1 tahap selama 2 hari" in text
    assert "Program menurut dimensi" in text
    assert "Dihitung sekali setiap peserta yang hadir sedikitnya satu hari." in text


def test_what_is_written_for_one_stage_is_not_said_of_another(desk):
    first, second, *_ = desk.workshop.stages()
    passages = desk.report.asked(STAGE_REPORT, PrintAsk(stage=first.id)).passages
    end = next(item for item in passages if item.key == key_of(STAGE_REPORT, "penutup"))
    desk.print_log.write_text(end, "Sampai jumpa di tahap berikutnya.")
    told = [
        said(desk.report.asked(STAGE_REPORT, PrintAsk(stage=row.id)).passages, end.key)
        for row in (first, second)
    ]
    assert told[0] == "Sampai jumpa di tahap berikutnya."
    assert told[1].startswith("Demikian laporan ini")


def test_reports_of_an_event_that_was_never_held_say_so(desk):
    text = " ".join(" ".join(texts(render(desk.report.asked(FINAL_REPORT, PrintAsk())))).split())
    assert "Bimtek Konawe Selatan di Kabupaten Konawe Selatan, sebagai bagian dari penyusunan" in text
    assert "Hari pelaksanaan belum diisi." in text
