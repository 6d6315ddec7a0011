"""The running script of the team, and the agenda for the wall."""

from datetime import date

import pytest

from smartcity_desktop.domain.paper_agenda import AgendaDay, AgendaLine, AgendaPicture
from smartcity_desktop.domain.print_job import AGENDA_WALL, RUNNING_SCRIPT, PrintJob
from smartcity_desktop.reporting import agenda, page, pages
from tests.reporting.pictures import bookmarks, frame, texts, words

LINES = (
    AgendaLine("07.30", "08.30", "Registrasi", private="Dua meja. Pulpen biru."),
    AgendaLine("08.30", "09.15", "Pembukaan", speaker="Wali Kota", slack=60),
    AgendaLine("09.15", "10.30", "Kerja kelompok 1", "kelompok", place="Ruang Melati", worksheet="L5"),
    AgendaLine("12.00", "13.00", "ISHOMA", "istirahat", fixed=True, pause=True),
)
DAY = AgendaDay(date(2026, 8, 4), 1, "Aula Balai Kota", LINES)


def printed(*, script, days=(DAY,), paper="F4"):
    picture = AgendaPicture("Bimtek Tahap II", days, script=script)
    kind = RUNNING_SCRIPT if script else AGENDA_WALL
    return page.press(agenda.parts(PrintJob(kind, "Agenda", frame(paper), picture=picture)))


def test_the_script_tells_the_team_who_where_and_what_to_mind():
    told = words(printed(script=True))
    for text in (
        "RUNDOWN PANITIA – HARI 1",
        "Selasa, 4 Agustus 2026",
        "Untuk panitia saja",
        "08.30–09.15",
        "Wali Kota",
        "Ruang Melati",
        "Dua meja. Pulpen biru.",
        "Kertas kerja L5",
        "Boleh mundur 60 menit",
        "Jam tetap",
    ):
        assert text in told


def test_the_script_has_a_box_and_room_for_the_real_times_in_every_row():
    told = words(printed(script=True))
    assert "Mulai Selesai ± menit" in told
    assert told.count("☐") == 1 + len(LINES)


def test_nothing_that_is_for_the_team_alone_stands_on_the_wall():
    told = words(printed(script=False))
    assert "SUSUNAN ACARA" in told
    assert "Wali Kota" in told
    for text in ("Pulpen biru", "mundur", "tetap", "L5"):
        assert text not in told


def test_every_day_has_pages_and_numbers_of_its_own():
    days = (DAY, AgendaDay(date(2026, 8, 5), 2, "Aula", LINES[:2]))
    for script in (True, False):
        pdf = printed(script=script, days=days)
        assert [place for _, place in bookmarks(pdf)] == [0, 1]
        assert all("halaman 1 dari 1" in text for text in texts(pdf))


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("count", [3, 12, 18])
def test_a_usual_day_for_the_wall_fills_one_page(paper, count):
    day = AgendaDay(date(2026, 8, 4), 1, "Aula", (LINES * 5)[:count])
    assert pages.page_count(printed(script=False, days=(day,), paper=paper)) == 1


def test_a_day_of_sixty_blocks_goes_on_over_several_pages_whole():
    lines = tuple(AgendaLine("08.00", "08.10", f"Blok {place} selesai") for place in range(60))
    for script in (True, False):
        told = words(printed(script=script, days=(AgendaDay(date(2026, 8, 4), 1, "", lines),)))
        assert all(f"Blok {place} selesai" in told for place in range(60))


def test_without_an_agenda_there_is_a_script_to_write_by_hand_and_a_sentence():
    assert words(printed(script=True, days=())).count("☐") == 9
    assert "Susunan acara hari ini belum diisi." in words(printed(script=False, days=()))
