"""Stage II in fast motion, by keyboard alone: the evening before, a day until the power goes, and the rest.

Three processes work on one file, each begun once for all tests of this module.
"""

import re
import signal

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.turns import DELIVERED, queue
from smartcity_desktop.reporting.pages import page_count, page_text
from tests.conftest import Clock
from tests.flows import fast_plot as plot
from tests.flows.conftest import Day, faults_of, play, told_once
from tests.flows.fast_hand import MouseCount
from tests.flows.test_day import squeezed

# A test that comes first waits for its part of the story, and for those before it.
pytestmark = pytest.mark.timeout(170)

PART = 110
"""Seconds for one of the three parts; the longest takes a third of it where nothing else runs."""
F4 = (609, 935)
"""Points of 215 × 330 mm, upright, cut to whole ones."""
SLIDES = ("block", "groups", "review", "funnel")


def play_part(module, folder, ends=0):
    """Play one part in the common folder, and return what it told."""
    told, done = play(module, (str(folder),), folder, plot.write_screens(folder / "layar.json"), PART)
    assert done.returncode == ends, done.stderr
    return told


@pytest.fixture(scope="module")
def eve(tmp_path_factory):
    base = tmp_path_factory.getbasetemp()
    return Day(plot, *told_once(base, "cepat-malam", lambda folder: play_part("fast_eve", folder), PART))


@pytest.fixture(scope="module")
def day(eve, tmp_path_factory):
    base, ends = tmp_path_factory.getbasetemp(), -signal.SIGKILL
    _, facts = told_once(base, "cepat-hari", lambda _: play_part("fast_day", eve.folder, ends), PART)
    return Day(plot, eve.folder, facts)


@pytest.fixture(scope="module")
def end(day, tmp_path_factory):
    base = tmp_path_factory.getbasetemp()
    _, facts = told_once(base, "cepat-akhir", lambda _: play_part("fast_end", day.folder), PART)
    return Day(plot, day.folder, [*facts, ("file", str(next(day.folder.glob("*.bimtek"))))])


@pytest.fixture
def desk(end, tmp_path):
    """The file as it lies there at the end."""
    with open_desk(end.file, clock=Clock(plot.at(plot.SECOND, "16.00")), profile=tmp_path) as opened:
        yield opened


def read(part, name):
    """Return the text of a paper, with single spaces."""
    pdf = (part.folder / f"{name}.pdf").read_bytes()
    return " ".join(" ".join(page_text(pdf, place) for place in range(page_count(pdf))).split())


def named(number):
    return next(item["name"] for item in plot.INVITED if item["number"] == number)


# The evening before ----------------------------------------------------------------------------------------


def test_what_counts_the_mouse_sees_one(qapp, qtbot):
    counter, button = MouseCount(qapp), QPushButton()
    qtbot.addWidget(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qapp.removeEventFilter(counter)
    assert counter.count >= 2


def test_the_laptop_is_checked_for_everything_the_event_needs(eve):
    words, rows = eve.value("checks")
    assert set(rows) == {"battery", "screen", "printer", "copies", "clock", "disk", "place", "fonts"}
    assert all(re.match(r"[^:]+: (Siap|Perhatikan|Belum siap)\. ", text) for text in rows.values())
    assert "Proyektor 1920 (1920 × 1080)" in rows["screen"]
    assert words.endswith(".")


def test_the_list_comes_in_whole_and_every_doubt_is_said(eve):
    assert eve.value("purpose asked") == ["Tulis dahulu untuk apa data ini dipakai.", False]
    counts, about, _, button = eve.value("preview")
    assert counts.startswith("175 akan ditambah · 2 dilewati · ")
    assert about.endswith("2 baris hanya bernomor.")
    assert button == "Tambah 175 peserta"
    doubts = [(name, words) for name, words in eve.value("doubts") if not words.startswith("judul:")]
    doubled = [name for name, words in doubts if words.startswith("dobel di berkas")]
    assert doubled == [named(number) for number in plot.Messy.doubles]
    spoilt = {name for name, words in doubts if words.startswith("NIP dirusak Excel")}
    assert {named(number) for number in plot.Messy.spoilt} <= spoilt
    unknown = {name for name, words in doubts if words.startswith("OPD tidak dikenal")}
    strayed = {item["name"] for item in plot.INVITED if plot.institution(item) == plot.MISSPELT}
    assert strayed
    assert strayed <= unknown
    assert ["Jumlah  175", "bukan peserta: tidak ada nama"] in eve.value("doubts")
    assert eve.value("people") == ["Impor 175 peserta. Ctrl+Z mengurungkan.", "175 peserta · 19 OPD"]


def test_the_plan_recomputes_and_its_fixed_points_stay(eve):
    first, _ = eve.value("rundown")
    assert ["ISHOMA", "12:00", 60, True] in first
    assert ["ISHOMA", "melewati ISHOMA 45 menit"] in eve.value("plan runs over")
    first, second = eve.value("plan")
    assert [item[1:] for item in first if item[3]] == [["10:30", 15, True], ["12:00", 60, True]]
    assert ["Pembukaan", "08:30", 50, False] in first
    assert [plot.PRESENTATION, "14:45", 75, False] in first
    assert plot.PRESENTATION not in [title for title, *_ in second]
    assert not any(title.startswith(plot.DROPPED) for title, *_ in first)
    assert eve.value("plan fits") == [[plot.INSERTED, "longgar 25 menit"]]
    assert eve.value("template") == f"Templat {plot.TEMPLATE} tersimpan di laptop ini."


def test_people_are_divided_evenly_and_moved_by_keys(eve):
    uneven, even = eve.value("proposal")
    assert "16 sampai 58 orang" in uneven
    assert "27 orang tiap kelompok" in even
    assert [count for *_, count in eve.value("groups")] == [27] * plot.GROUPS
    moved, chair, (first, second) = eve.value("moved")
    assert moved in second
    assert moved not in first
    third = dict(eve.value("seats")[2])
    assert third[chair] == "K"
    assert sorted(third.values()).count("N") == 1


def test_what_the_agencies_bring_is_ticked_and_the_others_are_reminded(eve):
    assert eve.value("data") == "0 lengkap · 2 sebagian · 17 belum"
    for name, about in (("permintaan-data", "Permintaan data OPD"), ("pengingat-data", "Pengingat")):
        letters = read(eve, name).count(f"Hal : {about}")
        assert letters == len(plot.AGENCIES) - 1, "the agency that invites writes none to itself"


def test_the_papers_of_the_door_lie_ready_for_the_first_day(eve):
    listed = read(eve, "daftar-hadir")
    assert "Selasa, 4 Agustus 2026" in listed
    for person in plot.INVITED:
        assert squeezed(person["name"]) in squeezed(listed), person["name"]
    tags = squeezed(read(eve, "tanda-pengenal"))
    assert squeezed(named(plot.REPRESENTED)) in tags
    assert "Andi Jum'ah Lamakkarang, S.Kom." in read(eve, "laporan-ketua").split("Ketua Panitia")[-1]


# The first day ---------------------------------------------------------------------------------------------


def test_everybody_is_marked_by_digits_and_enter_alone(day):
    asked = [number for number in range(1, plot.PEOPLE + 1) if number != plot.REPRESENTED]
    assert day.value("strokes") == sum(len(str(number)) + 1 for number in asked)
    count, _, kept = day.value("marked")
    assert (count, kept) == ("174 dari 175 hadir", [])


def test_a_deputy_and_a_guest_are_taken_in_their_own_lines(day):
    told, count = day.value("deputy")
    assert told == f"{named(plot.REPRESENTED)} diwakili oleh {plot.DEPUTY}"
    assert count == "175 dari 175 hadir · 1 diwakili"
    assert day.value("guest becomes").startswith(f"Nomor {plot.GUEST_NUMBER} · ")
    assert day.value("guest")[1] == "176 dari 176 hadir · 1 diwakili · 1 peserta tambahan"


def test_a_late_opening_is_caught_up_without_touching_the_fixed_point(day):
    assert day.value("late")[3] == "Terlambat 40 menit, masih dalam kelonggaran 60 menit"
    target, rows, won, after = day.value("catch up")
    assert target.startswith(f"sebelum {plot.INSERTED} pukul 10.30")
    assert [row[0] for row in rows] == ["Ulasan Buku 1 dan hasil Tahap I"]
    assert (won, after) == (
        "Terkejar 15 dari 15 menit.",
        "Setelah itu: terlambat 25 menit, masih dalam kelonggaran 60 menit.",
    )
    assert day.value("caught")[0] == "15 menit terkejar dari 1 sesi."


def test_the_clock_stands_in_a_pause_and_takes_five_minutes_more(day):
    assert day.value("paused") == ["Sisa waktu 40:00", "Sisa waktu 40:00"]
    _, (left, ends), extra = day.value("longer")
    assert (left, extra) == ("Sisa waktu 45:00", 5)
    assert ends.startswith("selesai pukul 10.08")


def test_a_block_is_left_out_and_the_next_begins(day):
    said, lines = day.value("skipped")
    assert said == f"Dilewati: {plot.INSERTED}."
    assert f"10.30 {plot.INSERTED}, dilewati" in lines
    assert "10.45 Kerja kelompok 1: kata kunci, visi, dan misi, berjalan" in lines


def test_six_groups_go_from_waiting_to_working_to_delivered(day):
    for fact, state in (
        ("groups begin", "belum"),
        ("groups work", "bekerja"),
        ("groups done", "menyerahkan"),
    ):
        found = day.value(fact)
        states = found if fact == "groups begin" else found[0]
        assert [item[1] for item in states] == [state] * plot.GROUPS
    assert day.value("groups done")[1].startswith("6 dari 6 kelompok sudah menyerahkan")


def test_the_hall_sees_every_slide_at_three_sizes(day):
    seen = {told[0]: tuple(told[1:]) for fact, told in day.facts if fact == "slide"}
    for name, wide, high in plot.SCREENS[1:]:
        for kind in SLIDES:
            file = f"layar {wide} {kind}.png"
            assert seen.pop(file) == ([wide, high], name)
            assert share_drawn(day.folder / file) > 0.01, file
    assert seen == {}


def share_drawn(path):
    """Return the share of a picture that is not its ground."""
    with Image.open(path) as picture:
        counts = sorted(count for count, _ in picture.convert("RGB").getcolors(1 << 24))
    return 1 - counts[-1] / sum(counts)


def test_the_hall_goes_dark_and_holds_while_the_next_slide_is_prepared(day):
    assert day.value("held") == [
        *([True, False], [False, False], [False, True]),
        ["block", "funnel"],
        "funnel",
    ]


def test_the_order_of_the_speakers_is_drawn(day):
    before, after, said = day.value("order")
    assert before != after
    assert sorted(line.split(" ", 1)[1] for line in before) == sorted(line.split(" ", 1)[1] for line in after)
    assert said == "Urutan presentasi diundi."
    assert [item[2] for fact, item in day.facts if fact == "speech"] == [
        "Waktu kelompok yang berbicara 07:00"
    ] * 2


# After the power cut ---------------------------------------------------------------------------------------


def test_the_same_group_speaks_and_its_time_went_on(day, end):
    assert end.value("again") == (
        "Program terhenti sekitar 14.58 (listrik padam atau dimatikan). Semua isian sampai 14.58.30 ada. "
        "Waktu “Presentasi enam kelompok dan tanggapan” tersisa 60 menit."
    )
    before, _ = day.value("third")
    (name, phase, left), now, order = end.value("goes on")
    assert (name, phase) == (before[0], before[1])
    assert (before[2], left) == (
        "Waktu kelompok yang berbicara 06:00",
        "Waktu kelompok yang berbicara 02:00",
    )
    assert now[1] == "Sisa waktu 1:00:00"
    drawn = [re.split(r"[.,] ", line)[1] for line in day.value("order")[1]]
    assert [re.split(r"[.,] ", line)[1] for line in order] == drawn


def test_every_note_is_there_with_the_group_that_spoke(end, day):
    drawn = [re.split(r"[.,] ", line)[1] for line in day.value("order")[1]]
    told = end.value("notes again")
    assert len(told) == len(plot.SPEECH_NOTES)
    for line, group, words in zip(
        told, drawn, ("Visi memakai kata melayani", "daftar data", "Siapa menanggung"), strict=False
    ):
        assert words in line
        assert group in line


def test_all_six_groups_are_heard(end):
    heard = end.value("heard")
    assert len(heard) == plot.GROUPS
    assert all("berbicara" in line and "Menunggu" not in line for line in heard)


def test_the_second_day_comes_from_the_signed_pages(end):
    pages, count, said = end.value("signed")
    assert count == f"{plot.GUEST_NUMBER - len(plot.ABSENT)} dari 176 hadir · 1 diwakili · 1 peserta tambahan"
    assert said.startswith(f"Halaman {pages} dicatat: ")
    assert end.value("second day")[-2:] == [
        "14.15 Istirahat dan salat Asar, dilewati",
        "14.30 Rencana tindak lanjut, berita acara, dan penutupan, berjalan",
    ]


def test_no_mouse_was_touched_in_any_part(eve, day, end):
    assert [part.value("mouse") for part in (eve, day, end)] == [0, 0, 0]


# What lies in the file -------------------------------------------------------------------------------------


def test_the_file_holds_planned_and_real_times_of_every_block(desk):
    stage = desk.workshop.stages()[1].id
    blocks = {item.title: item for item in desk.session.sessions(stage)}
    opening = blocks["Pembukaan"]
    assert (opening.start_plan, opening.started_at[11:16], opening.ended_at[11:16]) == (
        *("08:30", "09:10", "10:05"),
    )
    assert (opening.paused_seconds, opening.extra_minutes) == (180, 5)
    assert blocks["Ulasan Buku 1 dan hasil Tahap I"].extra_minutes == -15
    assert blocks[plot.INSERTED].skipped
    assert all(item.ended_at or item.skipped for item in blocks.values())


def test_the_file_holds_what_each_group_delivered_and_when_it_spoke(desk):
    stage = desk.workshop.stages()[1].id
    blocks = {item.title: item.id for item in desk.session.sessions(stage)}
    work = next(row for title, row in blocks.items() if title.startswith("Kerja kelompok 1"))
    slots = desk.session.slots(work)
    assert [item.turn.delivered for item in slots] == list(plot.DELIVERED)
    assert {item.state for item in slots} == {DELIVERED}
    spoken = queue(desk.session.slots(blocks[plot.PRESENTATION]))
    assert all(item.turn.spoke_until for item in spoken)
    begins = [item.turn.spoke_at for item in spoken]
    assert begins == sorted(begins)


def test_the_file_holds_who_came_on_which_day(desk):
    for day, away in ((plot.FIRST, ()), (plot.SECOND, plot.ABSENT)):
        door = desk.attendance.door(Place(day))
        assert sorted(item.person.number for item in door.people if not item.is_there) == list(away)
        (sent,) = [item for item in door.people if item.deputy]
        assert (sent.person.number, sent.deputy, sent.deputy_position) == (
            *(plot.REPRESENTED, plot.DEPUTY, plot.DEPUTY_OFFICE),
        )


def test_certificates_are_for_exactly_those_who_came_and_for_the_deputy(end, desk):
    roll = desk.certificate.eligible(desk.workshop.stages()[1].id)
    people = {item.number: item.name for item in desk.people.people()}
    earned = {name for number, name in people.items() if number not in {*plot.ABSENT, plot.REPRESENTED}} | {
        plot.DEPUTY
    }
    assert {item.name for item in roll.holders} == earned
    assert sorted(item.number for item in roll.holders) == list(range(1, len(roll.holders) + 1))
    paper = squeezed(read(end, "sertifikat"))
    assert paper.count(squeezed("diberikan kepada")) == len(roll.holders)
    for name in earned:
        assert squeezed(name) in paper, name
    for number in plot.ABSENT:
        assert squeezed(named(number)) not in paper


def test_the_file_is_sound_and_nothing_was_logged(end):
    assert end.value("check") == []
    faults_of(end.file, end.folder / "profil")
    log = (end.folder / "profil" / "logs" / "program.log").read_text(encoding="utf-8").splitlines()
    assert log
    loud = [line for line in log if re.search(r" (WARNING|ERROR|CRITICAL) ", line)]
    assert [line for line in loud if "This plugin does not support" not in line] == []


# What lies on paper ----------------------------------------------------------------------------------------


def test_the_report_of_a_day_tells_planned_and_real_times(end):
    report = read(end, "laporan hari 1")
    for line in (
        "Pembukaan (jeda 3 menit, ditambah 5 menit) 08.30–09.20 09.10–10.05 +45 menit",
        "Ulasan Buku 1 dan hasil Tahap I (dipersingkat 15 menit) 09.20–10.05 10.05–10.35 +30 menit",
        f"{plot.INSERTED} (dilewati sesudah 3 menit) 10.30–10.45 10.35–10.38 –",
        f"{plot.PRESENTATION} 14.45–16.00 14.46–16.00 tepat waktu",
    ):
        assert line in report


@pytest.mark.parametrize("name", ["laporan hari 1", "laporan kelompok", "laporan-harian"])
def test_reports_tell_who_came_by_agency_and_unsur(end, name):
    report = read(end, name)
    assert "Hadir 176 dari 176 peserta (100%), 1 di antaranya diwakili. Peserta tambahan: 1 orang." in report
    for line in (
        *("Pemerintah 128 127 1 128 100%", "Akademisi 15 15 0 15 100%", "Dunia usaha 13 13 0 13 100%"),
        *(
            "Komunitas 13 13 0 13 100%",
            "Media 7 7 0 7 100%",
            "Dinas Komunikasi dan Informatika 14 14 0 14 100%",
        ),
    ):
        assert line in report
    second = read(end, "laporan-harian 2")
    assert "Hadir 169 dari 176 peserta" in second


def test_reports_tell_what_each_group_delivered_and_in_which_order_it_spoke(end, day):
    work, talk = read(end, "laporan kelompok"), read(end, "laporan presentasi")
    record = read(end, "berita-acara-pleno")
    for words in plot.DELIVERED:
        assert words in work
        assert words in record
    drawn = [re.split(r"[.,] ", line)[1] for line in day.value("order")[1]]
    places = [talk.rindex(f"{place} {name}") for place, name in enumerate(drawn, start=1)]
    assert places == sorted(places)
    assert "Visi memakai kata melayani" in talk


def test_the_papers_of_the_evening_tell_the_day(end):
    assert "Visi memakai kata melayani" in read(end, "siaran-pers")
    assert "Dibuka oleh: Wali Kota" in read(end, "siaran-pers")
    recap = read(end, "rekap-kehadiran")
    assert squeezed(plot.DEPUTY) in squeezed(recap)
    assert squeezed(plot.GUEST.partition(";")[0]) in squeezed(recap)
    assert "169 dari 176" in read(end, "rekap-kehadiran 2")


@pytest.mark.parametrize("number", [1, 2])
def test_all_papers_of_a_day_stand_in_one_file_in_their_order(end, number):
    whole = read(end, f"semua hari {number}")
    titles = ("REKAP KEHADIRAN", "NOTULEN", "BERITA ACARA", "LAPORAN PELAKSANAAN")
    places = [whole.find(title) for title in titles if title in whole]
    assert len(places) >= 3
    assert places == sorted(places)


def test_every_paper_is_folio_and_none_is_empty(end):
    papers = sorted(end.folder.glob("*.pdf"))
    assert len(papers) > 25
    for path in papers:
        pdf = pypdfium2.PdfDocument(path)
        sizes = {tuple(sorted(int(side) for side in page.get_size())) for page in pdf}
        texts = [page.get_textpage().get_text_range().strip() for page in pdf]
        pdf.close()
        assert sizes == {F4}, path.name
        assert all(texts), path.name
