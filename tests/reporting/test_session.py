"""The session report."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.report import OpenWarning, SessionReport
from smartcity_desktop.domain.words import Words
from smartcity_desktop.reporting import pages, session
from tests.reporting.pictures import frame, report, sheet, texts, words

SECTIONS = (
    "A. Jalannya acara",
    "B. Hasil per OPD",
    "C. Sebaran program per dimensi",
    "D. Hasil kelompok",
    "E. Urutan presentasi",
    "F. Keputusan",
    "G. Pertanyaan",
    "H. Tindak lanjut",
    "I. Notulen",
    "J. Yang masih perlu dilengkapi",
    "K. Dasar",
)


def test_the_parts_stand_in_their_order():
    found = words(session.session_report(report(), frame()))
    places = [found.index(title) for title in SECTIONS]
    assert places == sorted(places)
    assert places[-1] < found.index("Mengetahui,") < found.index("LAMPIRAN 1")


def test_the_identity_names_session_day_times_place_and_who_came():
    found = words(session.session_report(report(), frame()))
    for text in (
        "LAPORAN SESI",
        "Selasa, 4 Agustus 2026",
        "rencana 09.15–10.30, pelaksanaan 09.22–10.45 WITA",
        "Aula Kantor Wali Kota",
        "153 orang dari 31 OPD dan 2 unsur di luar pemerintah (Akademisi 5, Media 2)",
    ):
        assert text in found


def test_the_results_are_summed():
    found = words(session.session_report(report(), frame()))
    assert "Pagu relevan 2026 (Rp)" in found
    assert "6.884.000.000" in found
    assert "Jumlah 13 9 7 10.004.750.000" in found
    assert "(tanpa Renstra sendiri)" in found
    assert "(diwakili Sekretaris · Diserahkan)" in found


def test_what_was_said_stands_with_time_and_place():
    found = words(session.session_report(report(), frame()))
    assert "Data aduan warga dibuka sampai tingkat kecamatan. disepakati 10.12, Meja 3" in found
    assert "Siapa wali data? Jum'at dibahas; < 5 hari & <b 10.20, Bappeda" in found
    assert "Mengirim indikator RPJMD Bappeda 12 Agustus 2026 Belum" in found


def test_every_part_may_be_empty():
    found = words(session.session_report(SessionReport(), frame()))
    for text in ("Belum ada OPD", "Belum ada keputusan", "Belum ada tindak lanjut", "Hadir : belum dicatat"):
        assert text in found
    for text in ("Pertanyaan", "Notulen", "Dasar", "Sebaran", "LAMPIRAN", "Yang masih perlu dilengkapi"):
        assert text not in found
    assert "C. Tindak lanjut" in found


@pytest.mark.parametrize(
    "part", ["results", "details", "dimensions", "decisions", "questions", "follow_ups", "notes", "warnings"]
)
def test_any_single_part_may_be_missing(part):
    assert pages.page_count(session.session_report(report(**{part: ()}), frame())) >= 1


def test_a_running_session_says_so():
    found = words(session.session_report(report(running=True, actual="09.22–…"), frame()))
    assert "Keadaan sampai 10.47 WITA; sesi masih berlangsung." in found


def test_the_words_of_the_workshop_are_used():
    own = frame(words=Words("Perangkat Daerah", "Pilar", "NOTULA"))
    found = words(session.session_report(report(word="Laporan Kerja Kelompok"), own))
    for text in (
        "LAPORAN KERJA KELOMPOK",
        "B. Hasil per Perangkat Daerah",
        "per pilar",
        "I. Notula",
        "Pilar utama",
    ):
        assert text in found
    assert "Hasil per OPD" not in found


def test_planned_and_real_times_stand_beside_each_other():
    found = words(session.session_report(report(), frame()))
    for text in (
        "1 Pembukaan 08.30–09.15 08.42–09.22 +7 menit",
        "(jeda 8 menit, ditambah 5 menit) 09.15–10.30 09.22–10.45 +15 menit",
        "3 Istirahat kopi (dilewati) 10.30–10.45 – –",
    ):
        assert text in found


def test_what_each_group_delivered_and_who_spoke_when_is_told():
    found = words(session.session_report(report(), frame()))
    assert "1 Smart Economy Menyerahkan 10.31 Lembar L5-014, 12 program" in found
    assert "2 Smart Living 10.40 9 menit 3 menit" in found
    assert "– Smart Society – belum –" in found


def test_without_other_blocks_or_groups_nothing_is_said_of_them():
    found = words(session.session_report(report(course=(), turns=()), frame()))
    assert "A. Hasil per OPD" in found
    for title in ("Jalannya acara", "Hasil kelompok", "Urutan presentasi"):
        assert title not in found


def test_each_opd_has_its_table_in_the_annex():
    found = texts(session.session_report(report(), frame()))
    annex = " ".join(" ".join(found).split("LAMPIRAN 1")[1].split())
    assert "Rincian hasil per OPD" in annex
    assert "1. Dinas Komunikasi, Informatika dan Persandian Lembar L5-014" in annex
    assert "2. Dinas Kependudukan dan Pencatatan Sipil Lembar L5-015" in annex
    assert "Satu pintu aduan, jawaban ≤ 2 hari ✓" in annex


def test_the_annex_lies_broad():
    pdf = session.session_report(report(), frame())
    width, height = pages.page_size(pdf, pages.page_count(pdf) - 1)
    assert width > height


def test_many_open_points_go_to_an_annex_of_their_own():
    many = tuple(OpenWarning("Dinas", f"Hal nomor {place}.") for place in range(30))
    found = words(session.session_report(report(warnings=many, warning_summary="30 hal."), frame()))
    assert "30 hal (daftar pada Lampiran 1)." in found
    assert "Rincian per program: Lampiran 2." in found
    assert found.index("LAMPIRAN 1") < found.index("Hal nomor 29.") < found.index("LAMPIRAN 2")


def test_the_chart_says_code_name_and_count_of_every_dimension():
    found = words(session.session_report(report(), frame()))
    assert "GOV Smart Governance 7" in found
    assert "ENV Environment 0" in found


def test_the_signatures_never_stand_alone_on_a_page():
    for count in range(1, 45):
        notes = tuple(replace(report().notes[0], text=f"Catatan {number}") for number in range(count))
        pdf = session.session_report(report(notes=notes, details=()), frame())
        signed = next(text for text in texts(pdf) if "Plt. Kepala" in " ".join(text.split()))
        assert "Peraturan Presiden" in signed


def test_forty_pages_of_tables_keep_their_heads():
    details = tuple(sheet(12, opd=f"Dinas Nomor {place}", number=f"L5-{place:03}") for place in range(30))
    found = texts(session.session_report(report(details=details), frame()))
    assert len(found) >= 30
    annex = [text for text in found if "Isu dijawab" in text]
    assert len(annex) == len(found) - next(at for at, text in enumerate(found) if "LAMPIRAN" in text)


def test_a_sum_that_leaves_somebody_out_says_so():
    whole = report()
    first = replace(whole.results[0], pagu_relevant=None)
    found = words(session.session_report(replace(whole, results=(first, *whole.results[1:])), frame()))
    assert "1 OPD tidak punya pagu 2026 dan tidak ikut dijumlah." in found
    assert "tidak ikut dijumlah" not in words(session.session_report(whole, frame()))


@pytest.mark.parametrize(
    ("texts", "said"), [((), ""), (("Antrean daring",), "Antrean daring"), (("A", "B"), "1. A\n2. B")]
)
def test_several_quick_wins_are_told_apart(texts, said):
    assert session._listed(texts) == said
