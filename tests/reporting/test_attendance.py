"""The recap of attendance, and the daftar hadir with who was there."""

from dataclasses import replace
from datetime import date

import pytest

from smartcity_desktop.domain.attendance import Recap, Tally
from smartcity_desktop.domain.paper_attendance import AttendanceRecap, DayTally, DeputyLine, MissingLine
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import AttendanceForm, AttendanceRow
from smartcity_desktop.reporting import attendance, pages, people
from tests.reporting.pictures import SIGNERS, form, frame, poisoned, texts, words
from tests.reporting.test_reference import FOLDER

WHOLE = Tally("Jumlah", "Jumlah", 20, 15, 2, 1)
RECAP = Recap(
    WHOLE,
    (Tally("Dinas Kesehatan", "Dinkes", 12, 9, 1, 1), Tally("Instansi lain, akademisi (3)", "", 8, 6, 1, 0)),
    (Tally("Pemerintah", "", 12, 9, 1, 1), Tally("Akademisi", "", 8, 6, 1, 0), Tally("Media")),
    (Tally("Dewan", "", 5, 3, 2, 0), Tally("Tim Teknis", "", 15, 12, 0, 1)),
    2,
    "Baru 1 dari 17 yang hadir berasal dari luar pemerintah (5,9%, di bawah 20%). Belum ada: media.",
)
PICTURE = AttendanceRecap(
    title="Bimtek Tahap II, hari ke-1",
    day=date(2026, 8, 4),
    place="Aula",
    recap=RECAP,
    days=(
        DayTally(1, date(2026, 8, 4), WHOLE),
        DayTally(2, date(2026, 8, 5), Tally("", "", 20, 9, 4, 0)),
    ),
    deputies=(DeputyLine("Budi Santoso, S.T., Kabid", "dr. Nurul Jum'ati, Sp.A.", "Dinkes"),),
    missing=(
        MissingLine("Dinkes", ("Hj. Sitti, S.K.M.", "La Ode Rusli")),
        MissingLine("Univ. A", ("Wa Ode",)),
    ),
    guests=("Rina, Universitas A",),
    signers=SIGNERS[:2],
)


def filled(*rows, **more):
    return AttendanceForm("Daftar Hadir", "Hari ke-1", date(2026, 8, 4), rows=rows, filled=True, **more)


ROWS = (
    AttendanceRow(
        "Andi, S.Kom.", "Sekretaris", "Diskominfo", 1, gender="L", group="GOV", presence="hadir 08.07"
    ),
    AttendanceRow("Hj. Sitti", "Kepala", "Dinkes", 2, gender="P", presence="diwakili", deputy="Budi, Kabid"),
    AttendanceRow("La Ode", "Staf", "Dinkes", 12, nip="197805122002122004", presence="–"),
)
PRINTS = {
    "rekap_kehadiran": lambda: attendance.attendance_recap(PICTURE, frame()),
    "daftar_hadir_terisi": lambda: people.attendance(
        filled(*ROWS, summary="Jumlah seluruhnya 2 dari 3 peserta hadir."), frame()
    ),
}


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_says_what_its_reference_says(name):
    found = "\n\f\n".join(texts(PRINTS[name]()))
    found = "".join(f"{line.rstrip()}\n" for line in found.split("\n"))
    file = FOLDER / f"{name}.txt"
    if not file.exists():
        file.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{file.name} was missing; it was written from this print: read it")
    assert found.split("\n") == file.read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("text", ["", "<b>&", "x" * 500, "a\nb\t" * 300, "Jum'at Ω 漢"])
def test_a_recap_is_made_from_any_text(text, paper):
    assert pages.page_count(attendance.attendance_recap(poisoned(PICTURE, text), frame(paper))) >= 1


def test_a_recap_of_nothing_says_so():
    found = words(attendance.attendance_recap(AttendanceRecap(), frame()))
    assert "Hadir : belum ada peserta" in found
    assert "Menurut" not in found


def test_the_warning_stands_on_the_first_page_and_only_where_there_is_one():
    assert "Perhatian: Baru 1 dari 17" in words(attendance.attendance_recap(PICTURE, frame()))
    calm = replace(PICTURE, recap=replace(RECAP, warning=""))
    assert "Perhatian" not in words(attendance.attendance_recap(calm, frame()))


def test_one_day_alone_is_not_compared_with_others():
    alone = replace(PICTURE, days=PICTURE.days[:1])
    assert "Menurut hari" not in words(attendance.attendance_recap(alone, frame()))


def test_a_list_with_presence_says_who_came_instead_and_leaves_no_empty_rows():
    found = words(PRINTS["daftar_hadir_terisi"]())
    assert "diwakili oleh Budi, Kabid" in found
    assert "hadir 08.07" in found
    assert "Pada halaman ini 3 nama, 2 hadir (1 diwakili). Paraf panitia" in found
    assert " 13 " not in found


def test_columns_stand_only_where_something_stands_in_them():
    plain = words(people.attendance(form(3, title="Pleno"), frame()))
    assert not [head for head in ("L/P", "Kelompok", "NIP") if head in plain]
    full = words(people.attendance(form(3, rows=ROWS), frame()))
    assert [
        head for head in ("L/P", "Kelompok", "Nama / NIP", "NIP 19780512 200212 2 004") if head in full
    ] == [*("L/P", "Kelompok", "Nama / NIP", "NIP 19780512 200212 2 004")]


def test_guests_are_counted_on_from_the_highest_number():
    found = words(people.attendance(form(0, rows=ROWS, blank_rows=3), frame()))
    assert "13." in found
    assert "4." not in found.replace("14.", "").replace("24.", "")


def test_the_list_of_one_agency_names_it_once_and_leaves_empty_rows_unnumbered():
    found = words(people.attendance(form(0, rows=ROWS, agency="Dinas Kesehatan", blank_rows=2), frame()))
    assert "OPD : Dinas Kesehatan" in found
    assert "Diskominfo" not in found
    assert "13." not in found
    mixed = words(people.attendance(form(0, rows=ROWS, agency="Instansi lain", mixed=True), frame()))
    assert "Diskominfo" in mixed


def test_three_digits_of_a_number_stand_on_one_line():
    rows = tuple(replace(ROWS[0], number=place) for place in range(150, 176))
    found = texts(people.attendance(form(0, rows=rows), frame("A4")))
    assert "150 Andi, S.Kom." in found[0]
    assert "175 Andi, S.Kom." in "".join(found)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_rows_told_for_each_page_are_those_that_stand_on_it(paper):
    rows = tuple(
        AttendanceRow(f"Peserta {place:03d} {'Panjang ' * (place % 7)}", "Staf", "Dinkes", place)
        for place in range(1, 91)
    )
    job = PrintJob("daftar-hadir", "x", frame(paper), attendance=form(0, rows=rows, signers=SIGNERS[:2]))
    told = people.rows_by_page(job)
    found = texts(people.attendance(job.attendance, job.frame))
    assert [place for page in told for place in page] == list(range(90))
    for page, text in zip(told, found, strict=False):
        assert all(f"Peserta {place + 1:03d}" in text for place in page)
    assert max(len(page) for page in told) <= 25


def test_a_filled_list_takes_a_row_along_where_the_signers_need_another_page():
    for count in range(14, 24):
        rows = tuple(AttendanceRow(f"Peserta {place:02d}", number=place) for place in range(1, count + 1))
        found = texts(people.attendance(filled(*rows, signers=SIGNERS[:2]), frame("F4")))
        assert "Peserta" in found[-1]
        assert "NIP 19780512 200212 2 004" in found[-1]
