"""The dossier of one OPD on paper."""

import re
from dataclasses import replace

import pytest

from smartcity_desktop.domain.dossier import Dossier, PlanPicture, Question, QuickWin, WorkRow
from smartcity_desktop.domain.plan_strategy import StrategyRow
from smartcity_desktop.domain.report import FollowUp
from smartcity_desktop.domain.words import Words
from smartcity_desktop.reporting import dossier, page, pages
from tests.reporting.dossiers import NAME, PROGRAMS, YEARS, picture, plan
from tests.reporting.pictures import bookmarks, frame, texts, words

LONG = ("Jum'at <b> penyelenggaraan " * 30)[:500]


def broad_pages(pdf):
    sizes = [pages.page_size(pdf, place) for place in range(pages.page_count(pdf))]
    return [place for place, (width, height) in enumerate(sizes) if width > height]


def test_the_first_page_stands_alone():
    first = texts(dossier.dossier(picture(), frame()))[0]
    for text in (
        "DOSSIER OPD",
        NAME,
        "Dr. Hj. Siti Rahmawati, S.Sos., M.Si.",
        "2.16 Komunikasi dan informatika; 2.21 Persandian",
        "GOV Smart Governance",
        "2025–2030 · Draf · renstra.xlsx, dibaca 4 Agustus 2026",
        "3 program, 6 kegiatan, 15 subkegiatan; pagu 2025–2030 Rp38,99 miliar",
        "Jumlah 38.986.500.000 54.722.400.000 93.708.900.000",
        "1 Satu pintu aduan GOV Layanan publik",
        "2 Siapa wali data? < 5 hari & <b",
        "1 Kirim daftar aplikasi 12 Agustus 2026",
    ):
        assert text in " ".join(first.split())
    assert "A. Program Renstra" not in first


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_first_page_is_one_page_however_much_there_is_to_say(paper, count):
    many = picture(
        head=LONG[:120],
        questions=tuple(Question(f"Pertanyaan {place} {LONG}") for place in range(count)),
        quick_wins=tuple(QuickWin(f"Usul {place} {LONG}", "2.16.02", "GOV") for place in range(count)),
        follow_ups=tuple(FollowUp(f"Janji {place} {LONG}", "DLH", None, "Belum") for place in range(count)),
    )
    found = texts(dossier.dossier(many, frame(paper)))
    assert "Tindak lanjut yang dijanjikan" in found[0]
    assert "A. Program Renstra" in found[1]
    if count == 40:
        left = re.search(r"(?:dan (\d+) lagi|(\d+) hal): lihat bagian D", found[0])
        shown = found[0].count("Pertanyaan ")
        assert shown + int(left[1] or left[2]) == 40
        assert all(f"Pertanyaan {place} " in " ".join(found) for place in range(count))


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("factor", [1, 45, 2_000])
def test_six_years_of_large_sums_stay_whole_in_one_table(paper, factor):
    large = plan(factor=factor)
    pdf = dossier.dossier(picture(plan=large), frame(paper))
    (place,) = broad_pages(pdf)
    found = " ".join(texts(pdf)[place].split())
    row = " ".join(f"{large.works[0].pagu[year]:,}".replace(",", ".") for year in YEARS)
    total = f"{sum(large.works[0].pagu.values()):,}".replace(",", ".")
    assert f"{row} {total}" in found
    sums = " ".join(f"{large.own[year]:,}".replace(",", ".") for year in YEARS)
    assert f"Jumlah tanpa penunjang 6 15 {sums} {sum(large.own.values()):,}".replace(",", ".") in found


def test_years_that_do_not_fit_go_on_in_a_second_table_with_the_sums_at_its_end():
    years = tuple(str(year) for year in range(2025, 2037))
    pdf = dossier.dossier(picture(plan=plan(years, 45)), frame("A4"))
    found = " ".join(" ".join(texts(pdf)[place] for place in broad_pages(pdf)).split())
    heads = re.findall(r"Kode Program Keg\. Sub\. ((?:\d{4} )+)(Jumlah )?", found)
    assert [year for part, _ in heads for year in part.split()] == list(years)
    assert [bool(last) for _, last in heads] == [False, True]
    for _, _, amount in PROGRAMS:
        assert found.count(f"{amount * 45:,}".replace(",", ".")) == len(years)


def test_support_programs_stand_apart_and_levels_that_differ_are_told():
    found = words(dossier.dossier(picture(), frame()))
    assert "Penunjang Urusan Pemerintahan (penunjang) 3 6" in found
    assert "Jumlah dengan penunjang 9 21" in found
    assert "Jumlah menurut kegiatan (dengan penunjang)" in found
    assert "Jumlah pagu berbeda menurut tingkatnya; lihat bagian D." in found
    answered = words(dossier.dossier(picture(plan=replace(plan(), is_asked=False)), frame()))
    assert "lihat bagian D" not in answered
    plain = words(dossier.dossier(picture(plan=plan(support=False)), frame()))
    assert "penunjang" not in plain
    assert "Jumlah 6 15 6.497.750.000" in plain


def test_every_question_has_its_place_and_room_for_an_answer():
    asked = tuple(Question(f"Hal {place}.", f"Program 2.16.0{place}") for place in range(1, 9))
    pdf = dossier.dossier(picture(questions=asked), frame())
    found = words(pdf)
    assert found.count("Jawaban:") == len(asked)
    for place in range(1, 9):
        assert f"{place} Hal {place}. Program 2.16.0{place} Jawaban:" in found
    assert found.index("Jawaban:") < found.index(f"Kepala {NAME},")


def test_the_signature_never_stands_alone_on_a_page():
    for count in range(1, 30):
        asked = tuple(Question(f"Hal {place}.") for place in range(count))
        last = texts(dossier.dossier(picture(questions=asked), frame()))[-1]
        assert "NIP …" in last
        assert "Keikutsertaan" in last


def test_empty_parts_say_so_in_one_sentence():
    bare = picture(
        readings=(), quick_wins=(), questions=(), decisions=(), follow_ups=(), waiting=(), visits=()
    )
    found = words(dossier.dossier(bare, frame()))
    for text in (
        "Belum ada usulan quick win.",
        "Tidak ada yang perlu dijawab.",
        "Belum ada tindak lanjut.",
        "Belum ada program yang dinyatakan relevan dengan kota cerdas.",
        "Tidak ada yang perlu dijawab sampai dossier ini dicetak.",
        "Belum ada keputusan, tindak lanjut, atau usulan quick win yang dicatat untuk OPD ini.",
        "Lembar OPD ini belum dikerjakan pada sesi mana pun.",
    ):
        assert found.count(text) == 1
    assert "None" not in found


def test_a_plan_without_programs_goals_or_pagu_says_so():
    found = words(dossier.dossier(picture(plan=plan(programs=(), support=False)), frame()))
    assert "Belum ada program yang terbaca dari Renstra ini" in found
    assert "Renstra ini belum memuat pagu." in found
    empty = plan(programs=(), support=False)
    found = words(dossier.dossier(picture(plan=type(empty)()), frame()))
    assert "Renstra ini tidak memuat tujuan dan sasaran." in found


def test_pagu_that_stands_below_the_programs_alone_is_told():
    plan = PlanPicture(
        YEARS, (WorkRow("2.16.02", "Informasi"),), by_level={"subkegiatan": dict.fromkeys(YEARS, 4_000)}
    )
    found = words(dossier.dossier(picture(plan=plan), frame()))
    assert "Program belum memuat pagu; jumlah menurut subkegiatan ada di bagian A." in found
    assert "Jumlah menurut subkegiatan" in found
    assert "4.000" in found


def test_an_opd_without_a_plan_gets_one_short_page():
    bare = Dossier(
        name="Kelurahan Tanjung",
        head="Hasnawati, S.IP.",
        plan_facts="Tidak wajib membawa Renstra sendiri",
        follow_ups=(FollowUp("Kirim data warga", "Kel. Tanjung", None, "Belum"),),
    )
    (found,) = texts(dossier.dossier(bare, frame("A4")))
    for text in ("Tidak wajib membawa Renstra sendiri.", "Kirim data warga", "halaman 1 dari 1"):
        assert text in found
    for text in ("Program relevan", "Pagu", "Analisis"):
        assert text not in found


def test_names_of_500_letters_do_not_break_it():
    own = picture(
        name=LONG,
        head=LONG,
        bidang=(LONG,) * 3,
        dimension=LONG,
        plan=plan(programs=tuple((code, LONG, amount) for code, _, amount in PROGRAMS)),
        unread=(LONG,) * 3,
    )
    pdf = dossier.dossier(own, frame("A4", workshop_title=LONG))
    found = words(pdf)
    assert "A. Program Renstra" in texts(pdf)[1]
    assert LONG[:120].rstrip() in found
    assert "10.650.000.000" in found


def test_the_words_of_the_event_are_used():
    own = frame(words=Words("Perangkat Daerah", "Pilar"))
    found = words(dossier.dossier(picture(), own))
    for text in ("DOSSIER PERANGKAT DAERAH", "Pilar utama", "Yang perlu dijawab Perangkat Daerah"):
        assert text in found
    assert "OPD" not in found
    assert "Menunggu Perangkat Daerah lain" in found


def test_strategies_stand_below_the_goals_where_the_plan_has_any():
    rows = (
        StrategyRow("Layanan daring naik", "Satu pintu", "Loket bersama"),
        StrategyRow("", "", "Jam buka"),
    )
    told = words(dossier.dossier(picture(plan=replace(plan(), strategies=rows)), frame()))
    assert "Strategi dan arah kebijakan" in told
    assert all(text in told for text in ("Satu pintu", "Loket bersama", "Jam"))
    assert "Strategi dan arah kebijakan" not in words(dossier.dossier(picture(), frame()))


def test_every_dossier_of_a_file_has_its_bookmark_and_its_own_page_numbers():
    parts = [
        dossier.dossier_part(picture(), frame()),
        dossier.dossier_part(Dossier(name="Kelurahan Tanjung"), frame()),
    ]
    pdf = page.press(parts, title="Dossier OPD")
    found = texts(pdf)
    assert bookmarks(pdf) == [(NAME, 0), ("Kelurahan Tanjung", len(found) - 1)]
    assert "halaman 1 dari 1" in found[-1]
    assert f"halaman 1 dari {len(found) - 1}" in found[0]
