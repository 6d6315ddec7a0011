"""What an OPD is asked and what it promised, each with its place."""

from datetime import date

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.dossier_promises import SheetVisits, decisions, follow_ups, visits, waiting
from smartcity_desktop.domain.dossier_questions import (
    Question,
    listed,
    missing_plan,
    note_questions,
    plan_questions,
    reading_questions,
)
from smartcity_desktop.domain.grid import Choice, Grid, GridColumn, GridRow
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_draft import Finding
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import Sheet, Worksheet

HERE = Opd(id="dlh", name="Dinas Lingkungan Hidup", renstra_required=True)
LINES = (
    Line(id="s", level="sasaran", name="Lingkungan bersih", source_sheet="T-C.27", source_row=5),
    Line(
        id="p",
        parent="s",
        level="program",
        code="2.11.02",
        name="PROGRAM SAMPAH",
        source_sheet="T-C.27",
        source_row=7,
    ),
    Line(id="k", parent="p", level="kegiatan", code="2.11.02.2.01", source_sheet="T-C.27", source_row=8),
    Line(id="p2", parent="s", level="program", code="2.11.03", name="Program Air"),
)
INDICATORS = {
    "p": [Indicator(name="Sampah terkelola"), Indicator(name="Sampah daur ulang")],
    "k": [Indicator(name="TPS dibangun")],
    "p2": [Indicator(name="Air bersih")],
}


def baseline(line, indicator):
    return Finding(
        "indicator-without-baseline", "Kondisi awal belum diisi.", line, "T-C.27", "", indicator=indicator
    )


def test_what_repeats_under_one_program_is_one_question_with_names_and_rows():
    found = plan_questions(
        [baseline(1, 0), baseline(1, 1), baseline(2, 0), baseline(3, 0)], LINES, INDICATORS
    )
    assert found == [
        Question(
            '3 indikator belum punya kondisi awal: "Sampah terkelola"; "Sampah daur ulang"; "TPS dibangun".',
            "Program 2.11.02 Sampah, lembar T-C.27, baris 7, 8",
        ),
        Question("Kondisi awal belum diisi.", "Program 2.11.03 Air"),
    ]


def test_unknown_codes_are_named_by_their_codes():
    doubts = [Finding("code-unknown", "Kode tidak ada.", place) for place in (1, 2)]
    (found,) = plan_questions(doubts, LINES, INDICATORS)
    assert found.text.startswith("2 kode tidak ada dalam nomenklatur: 2.11.02; 2.11.02.2.01.")


def test_findings_of_other_kinds_stand_one_by_one_also_without_a_line():
    doubts = [Finding("children-differ", "A berbeda.", 1), Finding("children-differ", "B berbeda.", 2)]
    doubts.append(Finding("sums-differ", "Jumlah berbeda."))
    assert [item.text for item in plan_questions(doubts, LINES, INDICATORS)] == [
        "A berbeda.",
        "B berbeda.",
        "Jumlah berbeda.",
    ]
    assert plan_questions(doubts, LINES, INDICATORS)[-1].place == "Seluruh Renstra"


def test_findings_of_goals_are_gathered_too():
    goals = {"s": [Indicator(name="A"), Indicator(name="B")]}
    (found,) = plan_questions([baseline(0, 0), baseline(0, 1)], LINES, goals)
    assert found.place == "Tujuan dan sasaran, lembar T-C.27, baris 5"


def test_a_long_list_counts_the_rest():
    assert listed([str(number) for number in range(12)]).endswith("10; 11")
    assert listed([str(number) for number in range(20)]).endswith("11; dan 8 lainnya")


def grid(*rows):
    columns = (
        GridColumn("code", "Kode", "text", "subject"),
        GridColumn("program", "Program", "text", "subject"),
        GridColumn("relevant", "Relevan", "choice", "grid", choices=(Choice("ya", "Ya"),)),
        GridColumn("dimension", "Dimensi", "dimension", "grid"),
    )
    made = [
        GridRow(f"row-{place}", {"code": f"2.11.0{place}", "program": "Sampah", **values})
        for place, values in enumerate(rows, start=2)
    ]
    return Grid(Worksheet(), Sheet(), HERE.name, columns, tuple(made))


def test_programs_not_discussed_and_without_dimension_are_named_in_the_words_of_the_event():
    found = reading_questions(grid({}, {"relevant": "ya"}, {"relevant": "tidak"}), Words(dimension="Pilar"))
    assert found == [
        Question("1 dari 3 program belum dibahas.", "2.11.02 Sampah"),
        Question("1 program relevan belum punya pilar.", "2.11.03 Sampah"),
    ]
    assert reading_questions(grid({"relevant": "ya", "dimension": "gov"}), Words()) == []


SESSIONS = {
    "b": Session(id="b", title="Siang", date="2026-08-04", started_at="2026-08-04T13:00:00", ended_at=""),
    "a": Session(id="a", title="Pagi", date="2026-08-04", start_plan="09:15", end_plan="10:30"),
}


def note(kind, text, **more):
    return Note(kind=kind, text=text, made_at="2026-08-04T10:11:00+08:00", session="a", **more)


NOTES = [
    note("keputusan", "Data dibuka", opd="dlh"),
    note("keputusan", "Milik lain", opd="bappeda"),
    note("pertanyaan", "Siapa wali data?", opd="dlh"),
    note("tindak_lanjut", "tanpa tanggal", opd="dlh", owner="Pak Budi", state="sedang"),
    note("tindak_lanjut", "nanti", owner="DLH", owner_opd="dlh", due="2026-09-01"),
    note("tindak_lanjut", "segera", owner="DLH", owner_opd="dlh", due="2026-08-05"),
    note("tindak_lanjut", "sudah", owner="DLH", owner_opd="dlh", due="2026-08-01", state="selesai"),
    note("tindak_lanjut", "data pelanggan", opd="dlh", owner="Bapenda", owner_opd="bapenda"),
    note("tindak_lanjut", "bukan urusannya", opd="bapenda", owner="Bapenda", owner_opd="bapenda"),
]


def test_questions_and_decisions_say_in_which_session_and_when():
    (asked,) = note_questions(NOTES, HERE, SESSIONS)
    assert asked == Question("Siapa wali data?", "Pertanyaan pada Pagi, 4 Agustus 2026 10.11")
    (taken,) = decisions(NOTES, HERE, SESSIONS)
    assert (taken.text, taken.source) == ("Data dibuka", "Pagi, 4 Agustus 2026 10.11")


def test_follow_ups_of_this_opd_come_by_their_day_and_what_is_done_last():
    found = follow_ups(NOTES, HERE)
    assert [item.what for item in found] == ["segera", "nanti", "tanpa tanggal", "sudah"]
    assert (found[0].due, found[0].state) == (date(2026, 8, 5), "Belum")
    assert (found[2].who, found[2].due) == ("Pak Budi", None)


def test_what_another_opd_owes_is_kept_apart():
    assert [item.what for item in waiting(NOTES, HERE)] == ["data pelanggan"]


def test_visits_come_in_the_order_of_the_day_with_what_was_counted_in_each():
    sheet = SheetVisits(
        "Analisis Renstra", "L5-06", "diserahkan", ("b", "a", "gone"), {"a": 6}, {"b": "Sekretaris"}
    )
    found = visits([sheet], SESSIONS)
    assert [(item.session, item.times, item.present, item.represented_by) for item in found] == [
        ("Pagi", "09.15–10.30", 6, ""),
        ("Siang", "13.00–…", None, "Sekretaris"),
    ]
    assert {item.sheet for item in found} == {"Analisis Renstra L5-06"}
    assert {item.status for item in found} == {"Diserahkan"}


def test_only_an_opd_that_needs_a_plan_is_asked_for_it():
    assert missing_plan(HERE)[0].text.startswith("Renstra belum diserahkan.")
    assert missing_plan(Opd(renstra_required=False)) == []
