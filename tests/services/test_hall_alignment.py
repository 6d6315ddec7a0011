"""Shared programs and alignment in the hall: offered once there is something, and what nobody answers."""

from smartcity_desktop.domain import hall
from tests.services.test_alignment import plant, program
from tests.services.test_shared_program import city

__all__ = ["city"]


def kinds(desk):
    return {item.kind for item in desk.hall.slides()}


def test_shared_programs_are_counted_by_place_and_named_with_who_takes_part(desk, city):
    assert city
    assert hall.SHARED not in kinds(desk)
    assert desk.hall.slide(hall.SHARED).note == "Belum ada program bersama."
    desk.shared_program.accept(desk.shared_program.board().proposals[0].key)
    assert hall.SHARED in kinds(desk)
    body = desk.hall.slide(hall.SHARED).body
    assert [(item.figure, item.share) for item in body.lines] == [("0", 0.0), ("1", 1.0), ("0", 0.0)]
    assert body.told == ("Peningkatan Gizi Keluarga dan Penurunan Stunting Balita: Dinkes, Dinsos",)


def test_a_plan_that_goes_changes_the_slides_that_are_made_of_it(desk, city):
    rows = plant(desk)
    plan = desk.renstra.plan(city["DLH"])
    desk.renstra.add_program(city["Dinkes"], "Program lain")
    sheet = desk.worksheet.find("L5").id
    subject = next(row.row for row in desk.worksheet.grid(sheet, city["DLH"]).rows)
    desk.worksheet.set_cells(sheet, city["DLH"], [(subject, "relevant", "ya")])
    desk.alignment.align(plan.lines[0].id, rows["s2"])
    assert [item.figure for item in desk.hall.slide(hall.ALIGNMENT).body.lines] == ["0/1", "1/2"]
    gone = desk.renstra.remove(plan.document.id)
    assert [item.figure for item in desk.hall.slide(hall.ALIGNMENT).body.lines] == ["0/1", "0/2"]
    for kind in (hall.ALIGNMENT, hall.SHARED):
        assert {"document", "renstra_line"} <= gone.kinds & hall.MADE_OF[kind]


def test_missions_show_how_far_they_are_answered_and_what_nobody_answers_is_listed(desk, city):
    assert hall.ALIGNMENT not in kinds(desk)
    assert desk.hall.slide(hall.ALIGNMENT).note.startswith("Misi dan sasaran")
    rows = plant(desk)
    assert hall.ALIGNMENT in kinds(desk)
    subject = program(desk, name="Bank sampah digital", opd=city["DLH"])
    desk.alignment.align(subject, rows["s2"], "kuat")
    slide = desk.hall.slide(hall.ALIGNMENT)
    assert [(item.figure, item.share) for item in slide.body.lines] == [("0/1", 0.0), ("1/2", 0.5)]
    assert slide.eyebrow == "Program Smart City menjawab sasaran"
    assert slide.body.told[0] == "Belum terjawab: 2 sasaran."
    assert slide.body.told[1].startswith("Sasaran 1.1 Meningkatnya kualitas layanan")
    for key in ("s1", "s3"):
        desk.alignment.align(subject, rows[key])
    assert desk.hall.slide(hall.ALIGNMENT).body.told == ("Semua sasaran sudah terjawab.",)
