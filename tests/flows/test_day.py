"""A day in the hall, from the first click to the power cut: what was seen on the screen and on paper."""

import re

import pytest

from smartcity_desktop.reporting.pages import page_count, page_size, page_text
from tests.flows import plot as script

F4 = (215.0, 330.0)
POINTS_PER_MM = 72 / 25.4


def dots(amount):
    """Return whole rupiah as people write them."""
    return f"{amount:,}".replace(",", ".")


def squeezed(text):
    """Return a text without the ends of its lines, wherever paper broke them."""
    return re.sub(r"\s+", "", text)


@pytest.fixture
def pdf(day):
    return (day.folder / "laporan.pdf").read_bytes()


@pytest.fixture
def paper(pdf):
    return squeezed("".join(page_text(pdf, place) for place in range(page_count(pdf))))


def test_the_bimtek_is_made_from_a_few_letters_and_opens_at_the_stage_of_the_day(day):
    assert day.value("region") == "Kabupaten Konawe Selatan"
    assert day.value("title") == f"Bimtek Kabupaten Konawe Selatan {day.plot.year}"
    assert day.value("stage") == 2
    assert day.value("opds") == "6 OPD · 3 meja · Renstra 0 dari 6 yang wajib"


def test_a_file_says_itself_in_one_sentence_and_asks_what_is_doubtful(day):
    for reading in day.plot.readings:
        assert day.values("sentence")[reading.file] == reading.sentence
        assert day.values("opd")[reading.file].startswith(reading.opd), "the OPD was guessed"
        doubts = day.values("doubts")[reading.file]
        assert len(doubts) == len(reading.doubts)
        for doubt, words in zip(doubts, reading.doubts, strict=True):
            assert words in doubt
        left = "Semua sudah dijawab." if reading.doubts else "Semua terbaca jelas."
        assert day.values("left")[reading.file][0] == left


def test_the_figures_on_the_screen_are_those_of_the_files(day):
    for reading in day.plot.readings:
        tree = day.values("tree")[reading.file]
        assert tuple(tree["counts"]) == reading.counts, "program, kegiatan, subkegiatan"
        for year, level, amount in reading.sums:
            assert tree["sums"][f"{year} {level}"] == amount, (reading.file, year, level)


def test_pasted_tables_and_points_stand_as_they_were_pasted(day):
    pasted = day.values("pasted")
    assert set(pasted) == {"Disdukcapil", "Dinkes", "Dispar"}
    assert "2 program, Rp1,89 miliar" in pasted["Disdukcapil"]
    points = day.values("points")
    assert points == {
        "visi": [script.VISION],
        "misi": list(script.MISSIONS),
        "isu": list(script.ISSUES),
    }


def test_every_table_gets_through_its_sheet_while_75_minutes_run_down(day):
    assert day.value("session") == [
        "Analisis Renstra, meja 1–3",
        "1:15:00",
        "Sesi: Analisis Renstra, meja 1–3 · 09.15–10.30 WITA",
    ]
    left, card, half = day.value("time")
    assert left == "31:00", "after 44 minutes"
    assert re.fullmatch(r"3(1:00|0:5\d)", card)
    assert half == "dari 75 menit · paruh waktu 9.52"
    for table in day.plot.tables:
        shown, status = day.values("sheet")[table.short]
        if table.pagu:
            assert (shown, status) == (f"{len(table.pagu)} dari {len(table.pagu)} program", "Sedang diisi")
        else:
            assert shown == f"Renstra {table.short} belum ada"


def test_notes_tell_decisions_questions_and_follow_ups_apart(day):
    counts, lines = day.value("notes")
    assert counts == "7 catatan · 2 keputusan · 2 tindak lanjut"
    shown = "\n".join(lines)
    for words in (
        "Keputusan | Semua OPD memakai satu format berita acara <b |",
        "Catatan | Usulan layanan Jum'at <b>keliling</b> diterima kedua meja |",
        "Pertanyaan | Siapa wali data untuk stunting? |",
        f"| Dinkes | 12 Agustus {day.plot.year} | Belum",
        f"| BPBD | 7 Agustus {day.plot.year} | Belum",
    ):
        assert words in shown


def test_one_key_ends_the_session_and_lays_the_report_on_the_screen(day, record_property):
    pressed, seconds, count = day.value("report")
    assert len(pressed) <= 3
    assert re.fullmatch(r"\d+ halaman · F4", count)
    assert day.value("ended") == ["", "Mulai sesi"]
    record_property("seconds to the first page", seconds)


def test_every_page_of_the_report_is_f4(pdf):
    for place in range(page_count(pdf)):
        size = sorted(side / POINTS_PER_MM for side in page_size(pdf, place))
        assert size == pytest.approx(F4, abs=0.5)


def test_the_report_adds_up_what_the_tables_wrote(day, paper):
    plot = day.plot
    assert f"Hadir:{plot.present}orangdari6OPD" in paper
    for number, table in enumerate(plot.tables, start=1):
        place = paper.index(f"{number}{squeezed(table.name)}")
        line = paper[place : place + 400]
        if table.pagu:
            counts = f"){table.present}{len(table.pagu)}{len(table.chosen)}{dots(table.relevant_pagu)}"
        else:
            counts = f"){table.present}––––"
        assert counts in line, (table.short, line)
    sums = (
        f"Jumlah{plot.present}{plot.counted}{plot.relevant}{dots(plot.relevant_pagu)}{plot.quick_wins}usulan"
    )
    assert sums in paper


def test_the_report_names_the_deputy_the_missing_plan_and_every_answer(day, paper):
    assert squeezed(f"diwakili {script.DEPUTY}") in paper
    assert "1OPDbelummenyerahkanRenstra" in paper
    for table in day.plot.tables:
        for row in table.rows:
            for words in (row.issue, row.existing, row.proposal, row.note):
                assert squeezed(words) in paper, (table.short, words)
        for amount in table.pagu:
            assert amount is None or dots(amount) in paper, (table.short, amount)


def test_the_report_holds_the_minutes_and_who_signs(day, paper):
    year = day.plot.year
    for words in (
        "1Semua OPD memakai satu format berita acara <b",
        "2Jadwal desk ulang hari Jum'at",
        "Siapa wali data untuk stunting?",
        "Usulan layanan Jum'at <b>keliling</b> diterima kedua meja",
        f"melengkapi kondisi awal AKIDinkes12 Agustus {year}",
        f"menyerahkan RenstraBPBD7 Agustus {year}",
        "Aula Jum'at <b>, Andoolo",
        *(signer[field] for signer in script.SIGNERS for field in ("position", "name", "rank", "nip")),
    ):
        assert squeezed(words) in paper, words


def test_the_last_letters_typed_before_the_key_are_in_the_report(paper):
    assert squeezed(script.LAST_WORDS) in paper
