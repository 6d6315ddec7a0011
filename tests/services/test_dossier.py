"""What is gathered for the dossiers, and prints of several OPD as a file each."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra import Answers, apply, sums
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.report import DOSSIER, each, page_count, render, save_new
from smartcity_desktop.services.session import NewSession
from tests.reporting.pictures import bookmarks
from tests.services.conftest import plan


def dossier(desk, opd):
    (found,) = desk.report.gather(DOSSIER, opd=opd).dossiers
    return found


@pytest.fixture
def bappeda(desk):
    desk.opd.add([OpdRow("Badan Perencanaan Pembangunan Daerah", "Bappeda", "1"), OpdRow("Kelurahan Potoro")])
    return desk.opd.find("Bappeda").id


@pytest.fixture
def worked(desk, with_plan, bappeda):
    """A session in which one program was read and things were said."""
    assert bappeda
    sheet = desk.worksheet.find("L5").id
    stage = desk.workshop.stages()[1].id
    session, _ = desk.session.start(NewSession(stage, "Analisis Renstra", worksheet=sheet, minutes=75))
    grid = desk.worksheet.grid(sheet, with_plan)
    gov = next(
        item.value
        for item in next(column for column in grid.columns if column.key == "dimension").choices
        if item.label == "GOV Smart Governance"
    )
    row = grid.rows[0].row
    answers = {"relevant": "ya", "dimension": gov, "proposal": "Satu pintu aduan", "quickwin": "ya"}
    answers |= {"horizon": "pendek", "partners": "Kecamatan"}
    desk.worksheet.set_cells(sheet, with_plan, [(row, key, value) for key, value in answers.items()])
    desk.worksheet.set_head(sheet, with_plan, "present", 6)
    place = NotePlace(stage, session, with_plan)
    for text in (
        "! Data dibuka",
        "? Siapa wali data",
        "@Bappeda kirim indikator 12/8",
        '@"Pak Budi" cek 13/8',
    ):
        desk.note.write(desk.note.new_id(), text, place)
    return with_plan


def test_a_dossier_adds_up_the_plan(desk, worked):
    found = dossier(desk, worked)
    assert found.plan.years == ("2025", "2026")
    assert found.plan.own == {"2025": 3_500_000_000, "2026": 5_985_500_000}
    assert found.plan.support == {"2026": 9_120_400_000}
    assert found.plan.counts == {"program": 2, "kegiatan": 1, "subkegiatan": 0}
    assert found.plan_facts.startswith("2025–2029 · Draf · renstra.xlsx, dibaca 4 Agustus 2026")
    assert found.bidang == ("2.16 Komunikasi dan informatika", "2.20 Statistik", "2.21 Persandian")


def test_a_dossier_says_how_the_programs_were_read(desk, worked):
    found = dossier(desk, worked)
    (reading,) = found.readings
    assert (reading.code, reading.dimension) == ("2.16.02", "GOV Smart Governance")
    assert ("Jangka", "Pendek (1 th)") in reading.short
    assert dict(reading.long) == {"Usulan inovasi": "Satu pintu aduan", "Mitra": "Kecamatan"}
    assert (found.discussed, found.proposals, found.spread) == (1, 1, "GOV 1")
    assert found.unread == ("2.16.03 Pengelolaan Aplikasi Informatika",)
    assert found.quick_wins[0].text == "Satu pintu aduan"


def test_a_dossier_asks_what_the_checks_found_what_is_open_and_what_was_asked(desk, worked):
    found = {item.text: item.place for item in dossier(desk, worked).questions}
    assert found['Kondisi awal indikator "Aplikasi terhubung" belum diisi.'].startswith("Program 2.16.03")
    assert found["1 dari 2 program belum dibahas."] == "2.16.03 Pengelolaan Aplikasi Informatika"
    assert found["Siapa wali data"].startswith("Pertanyaan pada Analisis Renstra, 4 Agustus 2026")


def test_a_dossier_keeps_what_the_opd_promised_and_what_others_owe(desk, worked, bappeda):
    own, other = dossier(desk, worked), dossier(desk, bappeda)
    assert [item.text for item in own.decisions] == ["Data dibuka"]
    assert [(item.what, item.who) for item in own.follow_ups] == [("cek", "Pak Budi")]
    assert [item.what for item in own.waiting] == ["kirim indikator"]
    assert [item.what for item in other.follow_ups] == ["kirim indikator"]
    (visit,) = own.visits
    assert (visit.session, visit.present, visit.status) == ("Analisis Renstra", 6, "Sedang diisi")
    assert other.visits == ()


def test_an_opd_without_a_plan_is_asked_for_it_only_where_it_needs_one(desk, bappeda):
    assert dossier(desk, bappeda).plan_facts == "Renstra belum diserahkan"
    assert dossier(desk, bappeda).questions[0].text.startswith("Renstra belum diserahkan.")
    ward = dossier(desk, desk.opd.find("Kelurahan Potoro").id)
    assert (ward.plan, ward.plan_facts) == (None, "Tidak wajib membawa Renstra sendiri")
    assert ward.questions == ()


def test_a_program_put_under_support_takes_what_hangs_under_it_along(desk, worked):
    line = next(item for item in desk.renstra.plan(worked).lines if item.code == "2.16.02")
    desk.renstra.set_support(line.id, support=True)
    found = dossier(desk, worked).plan
    assert found.counts == {"program": 1, "kegiatan": 0, "subkegiatan": 0}
    assert found.own == {"2025": 2_000_000_000, "2026": 4_210_500_000}


def test_the_words_of_the_event_reach_the_questions_and_the_name_of_the_file(desk, worked):
    sheet = desk.worksheet.find("L5").id
    second = desk.worksheet.grid(sheet, worked).rows[1].row
    desk.worksheet.set_cells(sheet, worked, [(second, "relevant", "ya")])
    desk.workshop.update("word_opd", "Perangkat Daerah")
    desk.workshop.update("word_dimension", "pilar")
    assert desk.report.gather(DOSSIER).name == "Dossier Perangkat Daerah"
    assert "1 program relevan belum punya pilar." in [item.text for item in dossier(desk, worked).questions]


@pytest.mark.usefixtures("worked")
def test_dossiers_come_in_one_file_with_bookmarks_or_in_a_file_each(desk):
    job = desk.report.gather(DOSSIER)
    assert job.name == "Dossier OPD"
    whole = render(job)
    assert [title for title, _ in bookmarks(whole)] == [item.name for item in desk.opd.opds()]
    single = each(job)
    assert [item.name for item in single] == [f"Dossier {item.called}" for item in desk.opd.opds()]
    assert sum(page_count(render(item)) for item in single) == page_count(whole)


@pytest.mark.usefixtures("worked")
def test_worksheets_come_in_a_file_each_too(desk):
    group = desk.worksheet.places(desk.worksheet.find("L1").id)[0]
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(group.worksheet, group.party, [(row, "text", "Banjir")])
    job = desk.report.gather("kertas-kerja-terisi")
    names = [item.name for item in each(job)]
    assert sorted(names) == ["Kertas kerja terisi Diskominfo", "Kertas kerja terisi GOV"]
    assert sum(len(item.sheets) for item in each(job)) == len(job.sheets)


def test_a_print_that_is_not_made_of_opd_stays_one_file(desk):
    job = desk.report.gather("daftar-hadir")
    assert each(job) == (job,)


def test_an_empty_workshop_has_an_empty_dossier(desk):
    job = desk.report.gather(DOSSIER)
    assert job.dossiers == ()
    assert page_count(render(job)) == 1
    assert each(job) == (job,)


@pytest.mark.usefixtures("worked")
def test_work_on_many_dossiers_tells_its_steps_and_can_be_ended(desk):
    job = desk.report.gather(DOSSIER)
    steps = []
    render(job, lambda done, total: steps.append((done, total)))
    assert steps == [(step, 2 * len(job.dossiers)) for step in range(2 * len(job.dossiers))]

    def stop(_done, _total):
        raise UserFault("print-cancelled")

    with pytest.raises(UserFault, match="print-cancelled"):
        render(job, stop)


def test_a_file_in_a_folder_never_takes_the_place_of_another(tmp_path):
    first = save_new(b"satu", tmp_path, "Dossier A/B: Jum'at?")
    second = save_new(b"dua", tmp_path, "Dossier A/B: Jum'at?")
    assert (first.name, second.name) == ("Dossier A B Jum'at.pdf", "Dossier A B Jum'at (2).pdf")
    assert (first.read_bytes(), second.read_bytes()) == (b"satu", b"dua")
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(DiskFault, match="print-not-saved"):
        save_new(b"tiga", tmp_path / "berkas", "Dossier")


def adopted(desk, opd, draft):
    desk.renstra.adopt(opd, draft)
    return draft, dossier(desk, opd).plan


def test_the_dossier_of_a_real_plan_of_three_years_adds_up_as_the_plan(desk, diskominfo, renstra_folder):
    read = read_file(next(renstra_folder.glob("01_*.xlsx")))
    draft, found = adopted(desk, diskominfo, apply(read, [], Answers(years=read.proposed_years)))
    assert found.counts == {"program": 4, "kegiatan": 6, "subkegiatan": 0}
    assert found.own == {"2021": 8_386_282_200, "2022": 9_802_000_000, "2023": 10_916_000_000}
    assert found.own == sums(draft.lines)["program"] == sums(draft.lines)["kegiatan"]
    assert (found.support, found.by_level) == ({}, {})


def test_the_dossier_of_a_real_plan_of_five_years_adds_up_as_the_plan(desk, diskominfo, renstra_folder):
    draft, found = adopted(desk, diskominfo, read_file(next(renstra_folder.glob("10_*.xlsx"))))
    both = {level: count + found.support_counts.get(level, 0) for level, count in found.counts.items()}
    assert both == {"program": 10, "kegiatan": 22, "subkegiatan": 60}
    planned = sums(draft.lines, with_support=True)
    assert {level: pagu["Tahun-1"] for level, pagu in found.by_level.items()} == {
        "program": 175_915_891_891,
        "kegiatan": 190_245_559_804,
        "subkegiatan": 201_393_883_804,
    }
    assert found.whole == planned["program"]
    assert found.own == sums(draft.lines)["program"]


def test_a_plan_read_again_shows_once(desk, worked):
    desk.renstra.adopt(worked, plan(source_name="baru.xlsx"))
    found = dossier(desk, worked)
    assert "baru.xlsx" in found.plan_facts
    assert len(found.plan.works) == 3
    assert len(found.readings) == 1
