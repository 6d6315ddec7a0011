"""The rounded day: words of the event, issues by pillar, photos, Excel, report, dossiers, the file again."""

import io
import re

import openpyxl
import pypdfium2
import pytest
from PIL import Image

from smartcity_desktop.desk import open_desk
from smartcity_desktop.reporting.pages import page_count, page_text
from tests.conftest import Clock
from tests.exchange import photos
from tests.flows import city
from tests.flows import rounded_plot as plot
from tests.flows.conftest import Day, faults_of, play, told_once
from tests.flows.plot import DISKOMINFO, SAMPLE
from tests.flows.rounded import DOSSIERS, REPORT
from tests.flows.test_change_words import MORNING
from tests.flows.test_day import dots, squeezed

YEARS = range(2022, 2027)
RUPIAH = {year: 12 + 2 * place for place, year in enumerate(YEARS)}
"""Columns (from 1) of the pagu of each year in the file."""
GOV, ECO = ["GOV-1 Layanan publik", "GOV-3 Tata kelola birokrasi", ""], ["ECO-1", "ECO-2", "ECO-3", ""]


def play_rounded(folder):
    told, done = play("rounded", (str(folder),), folder)
    assert done.returncode == 0, done.stderr
    return told


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return Day(plot, *told_once(tmp_path_factory.getbasetemp(), "hari-bulat", play_rounded))


def read(path):
    pdf = path.read_bytes()
    return "\n".join(page_text(pdf, place) for place in range(page_count(pdf)))


@pytest.fixture(scope="module")
def report(day):
    return read(day.folder / REPORT)


@pytest.fixture(scope="module")
def dossiers(day):
    return read(day.folder / DOSSIERS)


def cells(rows, *places):
    return [[row[place] for place in places] for row in rows]


def test_the_words_of_the_event_are_spoken_at_once_where_they_are_chosen(day):
    assert day.value("made") == ["Bimtek Kabupaten Konawe Selatan 2026", 1]
    example, focus, card = day.value("words")
    assert example.startswith("“3 dari 11 Perangkat Daerah sudah mengisi; 4 program belum punya pilar.”")
    assert "Bupati · Perbup" in example
    assert (focus, card) == ("event-word-opd", "Pilar")


def test_no_screen_says_a_usual_word_by_itself_from_then_on(day):
    usual = day.values("usual")
    assert usual.pop("make_bimtek"), "the usual words are seen where they are"
    assert set(usual.pop("choose_words")) == {"ChoiceBox event-word-opd", "ChoiceBox event-word-dimension"}
    assert len(usual) == 15
    assert {part: found for part, found in usual.items() if found} == {}


def test_a_pillar_is_renamed_and_one_is_added(day):
    names, counts, _ = day.value("pillars")
    assert names["ECO"] == plot.RENAMED
    assert list(names.items())[-1] == ("MOB", plot.ADDED)
    assert counts == "7 pilar · 18 subpilar"
    assert day.value("agencies").startswith("4 Perangkat Daerah")


def test_the_first_stage_proposes_its_own_worksheet(day):
    assert day.value("proposed") == ["Mulai sesi · Tahap I", "L1 Analisis isu daerah"]
    assert day.value("session") == ["Isu daerah, enam meja", "1:30:00"]


def test_issues_are_typed_with_choices_links_agencies_year_and_priority(day):
    rows = day.value("typed")
    assert [row[0] for row in rows] == GOV
    for row, issue in zip(rows, plot.TYPED, strict=True):
        assert cells([row], 1, 2, 3, 4, 5, 6, 9, 10)[0] == [
            *(issue.text, issue.fact, issue.year, issue.source, issue.cause, issue.impact),
            *(issue.priority, issue.direction),
        ]
    assert cells(rows, 7, 8) == [
        [plot.POINTS[0], f"{DISKOMINFO}, Dinkes"],
        [plot.POINTS[1], DISKOMINFO],
        ["", ""],
    ]


def test_a_row_that_is_deleted_comes_back_in_its_place(day):
    texts = [issue.text for issue in plot.TYPED]
    assert day.value("deleted") == [[texts[0], texts[2]], "Baris 2 dihapus."]
    assert day.value("undone") == [texts, "Diurungkan: hapus baris."]


def test_lines_from_excel_stand_and_what_does_not_fit_is_said(day):
    rows, progress = day.value("pasted")
    assert [row[0].split(" ")[0] for row in rows] == ECO
    assert [row[1] for row in rows] == [issue.text for issue in plot.PASTED]
    assert [row[8] for row in rows] == ["Dispar", "DLH, Dispar", "", ""]
    assert [row[9] for row in rows] == ["4", "2", "", ""]
    assert progress == "4 baris"
    assert day.value("refused").startswith('Prioritas: "9" bukan pilihan.')


def test_a_pillar_that_is_dropped_keeps_its_issues(day):
    texts = [issue.text for issue in plot.LEFT_BEHIND]
    assert day.value("uses") == "Dipakai oleh 2 isu dan 1 kertas kerja"
    assert day.value("asked") == ["Dipakai oleh 2 isu dan 1 kertas kerja.", True]
    names, said, retired = day.value("dropped")
    assert list(names.items())[-1] == (plot.DROPPED, "(Smart Society)")
    assert said == "SOC Smart Society tidak dipakai lagi."
    assert "isian yang ada tetap dicetak" in retired
    assert day.value("kept") == ["Smart Society (tidak dipakai lagi)", texts]


def test_a_plan_is_read_and_its_programs_are_answered(day):
    sentence, agency = day.value("reading")
    assert agency == DISKOMINFO
    assert sentence.endswith("Tidak ada yang meragukan.")
    assert sentence.startswith(day.value("plan").removesuffix("."))
    rows, progress = day.value("analysis")
    assert progress == "2 dari 4 program"
    first, second = plot.ANSWERS
    assert cells(rows, 3, 4, 5, 7, 8, 9) == [
        ["Ya", "GOV Smart Governance", first.issue, first.proposal, "Pendek (1 th)", "Ya"],
        ["Sebagian", f"MOB {plot.ADDED}", second.issue, second.proposal, "Menengah (5 th)", "Tidak"],
    ]


def test_photos_come_into_the_session_in_the_order_they_were_taken_and_get_captions(day):
    said, segment, tiles = day.value("photos")
    assert said == "3 foto masuk ke sesi “Isu daerah, enam meja”. Ctrl+Z mengurungkan."
    assert segment == "Foto (3)"
    assert [tile[1:] for tile in tiles] == [
        [plot.FILES[0], "diambil 09.31", ""],
        [plot.FILES[1], "diambil 10.02", ""],
        [plot.FILES[2], "", ""],
    ]
    assert [[tile[0], tile[3]] for tile in day.value("captions")] == [
        [f"Foto {place}", words] for place, words in enumerate(plot.CAPTIONS, start=1)
    ]


def test_what_came_back_from_excel_is_taken_but_for_what_both_wrote(day):
    assert [name for name in day.value("tabs") if name.startswith("L1-")] == [
        f"L1-{number:02}" for number in range(1, 8)
    ]
    said, listed, ticked, button = day.value("taken")
    assert "4 isian berubah, 1 baris baru. 1 isian juga diubah di sini" in said
    assert ticked == [False, True, True, True]
    assert listed[0] == [
        *("isian berbeda", "L1-01 · GOV Smart Governance", plot.TYPED[1].text, "Data atau fakta"),
        *(plot.HERE_MEANWHILE, plot.THERE_MEANWHILE),
    ]
    assert button == "Pakai isian dari Excel (3)"
    rows, told = day.value("read")
    assert [row[2] for row in rows] == [plot.FROM_EXCEL, plot.HERE_MEANWHILE, "", ""]
    assert cells(rows, 1, 9)[-1] == [plot.NEW_FROM_EXCEL, "2"]
    assert told == "3 isian dari Excel sudah diambil."


def test_paper_speaks_of_pillars_and_leaves_what_people_wrote(report, dossiers):
    for text in (report, dossiers):
        said = plot.without_own(" ".join(text.split()))
        assert city.USUAL.findall(said) == []
        assert {"pilar", "perangkat daerah"} <= set(re.findall(r"pilar|perangkat daerah", said.casefold()))
    assert squeezed("Data antar-OPD diketik ulang di 3 dimensi") in squeezed(report)


def test_the_report_sums_up_the_issues_of_every_pillar(report):
    paper = squeezed(report)
    for line in (
        "1 GOV Smart Governance 9 4 2 Sedang diisi",
        "2 BRD Smart Branding – 0 0 Belum diisi",
        f"3 ECO {plot.RENAMED} 7 4 2 Sedang diisi",
        "5 SOC Smart Society (tidak dipakai lagi) – 2 1 Sedang diisi",
        f"7 MOB {plot.ADDED} – 1 1 Sedang diisi",
        "Jumlah 16 11 6",
        "3 kelompok belum mengisi · 5 baris kelompok belum lengkap.",
    ):
        assert squeezed(line) in paper, line


def test_the_report_holds_every_issue_also_those_of_the_dropped_pillar(report):
    paper = squeezed(report)
    kept = paper[paper.index(squeezed("SOC Smart Society (tidak dipakai lagi) Lembar L1-05")) :]
    for issue in plot.LEFT_BEHIND:
        assert squeezed(issue.text) in kept
    for issue in (*plot.TYPED, *plot.PASTED, *plot.MOVING):
        for words in issue.words:
            changed = words in {plot.TYPED[0].fact, plot.TYPED[1].fact}
            assert (squeezed(words) in paper) is not changed, words
    for words in (plot.FROM_EXCEL, plot.HERE_MEANWHILE, plot.NEW_FROM_EXCEL):
        assert squeezed(words) in paper
    assert plot.THERE_MEANWHILE not in report


def test_the_report_tells_what_the_agency_answered_meanwhile(report):
    assert squeezed("2 dari 4 program belum dibahas.") in squeezed(report)
    for row in plot.ANSWERS:
        for words in (row.issue, row.existing, row.proposal):
            assert squeezed(words) in squeezed(report), words


def test_the_report_shows_the_photos_with_their_numbers(day, report):
    for place, words in enumerate(plot.CAPTIONS, start=1):
        assert f"Foto {place}. {words}" in " ".join(report.split())
    pdf = pypdfium2.PdfDocument(day.folder / REPORT)
    try:
        last = pdf[len(pdf) - 1]
        shown = [item.type for item in last.get_objects()]
    finally:
        pdf.close()
    assert shown.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == len(plot.FILES)


def pagu_of_the_file():
    """Return the pagu of the programs in the file itself, by year: those that count, and support."""
    page = openpyxl.load_workbook(SAMPLE / "renstra_diskominfo_t-c27.xlsx").active
    own, support = dict.fromkeys(YEARS, 0), dict.fromkeys(YEARS, 0)
    for row in page.iter_rows(min_row=9, values_only=True):
        if row[4] and not row[5]:
            for year, column in RUPIAH.items():
                sums = support if row[4] == "01" else own
                sums[year] += int(row[column - 1].replace(".", ""))
    return own, support


def test_the_dossier_adds_up_what_the_file_says(dossiers):
    own, support = pagu_of_the_file()
    assert (own[2024] + support[2024], own[2026] + support[2026]) == (16_555_141_000, 18_149_493_000)
    paper = squeezed(dossiers)
    for year in YEARS:
        amounts = (own[year], support[year], own[year] + support[year])
        assert f"{year}{''.join(map(dots, amounts))}" in paper
    sums = (sum(own.values()), sum(support.values()), sum(own.values()) + sum(support.values()))
    assert f"Jumlah{''.join(map(dots, sums))}" in paper
    assert squeezed("2 dari 4 program sudah dibahas, 2 relevan (GOV 1 · MOB 1).") in paper
    assert squeezed(plot.ANSWERS[0].proposal) in paper


def test_every_agency_has_a_dossier_that_says_what_is_missing_and_promised(day, dossiers):
    paper = squeezed(dossiers)
    assert day.value("dossiers")[0] == "Dossier Perangkat Daerah"
    for name in plot.AGENCIES:
        assert squeezed(f"DOSSIER PERANGKAT DAERAH {name}") in paper
    assert paper.count(squeezed("Renstra belum diserahkan. Kapan berkasnya dibawa")) == len(plot.AGENCIES) - 1
    assert squeezed("menyerahkan angka stunting Dinkes 12 Agustus 2026") in paper


def test_everything_is_there_when_the_file_is_opened_again(day):
    again = day.values("again")
    assert again["GOV"] == day.value("read")[0]
    before = day.value("pasted")[0]
    assert cells(again["ECO"], 0, 1, 2, 3, 4, 5, 9) == cells(before, 0, 1, 2, 3, 4, 5, 9)
    assert [row[1] for row in again[plot.DROPPED]] == [issue.text for issue in plot.LEFT_BEHIND]
    assert again[plot.DROPPED][0][0] == "SOC-2 Ekosistem belajar (tidak dipakai lagi)"
    assert cells(again["MOB"], 1, 8, 9) == [[plot.MOVING[0].text, "Dispar", "1"]]
    assert day.value("notes again") == day.value("notes")
    assert day.value("captions again") == day.value("captions")
    assert day.value("analysis again") == day.value("analysis")


def test_the_file_is_sound_and_nothing_was_logged(day):
    assert day.value("check") == []
    faults_of(day.file, day.folder / "profil")
    log = (day.folder / "profil" / "logs" / "program.log").read_text(encoding="utf-8").splitlines()
    assert log
    loud = [line for line in log if re.search(r" (WARNING|ERROR|CRITICAL) ", line)]
    assert [line for line in loud if "This plugin does not support" not in line] == []


def test_kept_photos_stand_upright_and_tell_nothing_of_the_phone(day, tmp_path):
    with open_desk(day.file, clock=Clock(MORNING), profile=tmp_path) as desk:
        (session,) = desk.session.sessions()
        kept = [desk.photo.content(item.picture) for item in desk.photo.photos(session.id)]
    assert photos.opened(kept[0]).size == (900, 1200)
    assert min(photos.opened(kept[0]).getpixel((10, 10))) > 200, "the white corner is at the top left"
    for content in kept:
        picture = Image.open(io.BytesIO(content))
        assert not picture.getexif()
        assert b"Telepon" not in content
    assert b"Telepon" not in (day.folder / REPORT).read_bytes()
