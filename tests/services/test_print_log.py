"""What was printed when, and the sentences of papers, on a real file."""

import pytest

from smartcity_desktop.domain.paper_press import CHAT
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import KINDS
from smartcity_desktop.domain.print_signer import USUAL, is_signed
from smartcity_desktop.domain.print_trace import PDF, PRINTER, Sent, about, fingerprint, trace
from smartcity_desktop.domain.workshop import Signer
from smartcity_desktop.services.report import PrintAsk

DAY, NEXT_DAY = "2026-08-04", "2026-08-05"


@pytest.fixture
def ask(desk):
    return PrintAsk(stage=desk.workshop.stages()[1].id, day=DAY)


def test_every_print_leaves_one_line_that_undo_steps_over(desk, diskominfo, ask):
    desk.opd.update(diskominfo, "short", "Kominfo")
    before = desk.undo_label()
    job = desk.report.asked("laporan-harian", ask)
    desk.print_log.tell(job, ask, Sent(PRINTER, 4, 2))
    desk.print_log.tell(job, ask, Sent(PDF, 4))
    first, second = desk.print_log.history("laporan-harian")
    assert (first.way, second.way) == (PDF, PRINTER)
    assert (second.pages, second.copies, second.title) == (4, 2, job.name)
    assert desk.undo_label() == before
    desk.undo()
    assert len(desk.print_log.history()) == 2
    assert desk.redo_label() == before


def test_a_paper_says_whether_it_changed_since_it_was_printed(desk, ask):
    job = desk.report.asked("laporan-harian", ask)
    desk.print_log.tell(job, ask, Sent())
    kept = trace(desk.print_log.history(), "laporan-harian", about(ask)).last
    again = desk.report.asked("laporan-harian", ask)
    assert kept.sha256 == fingerprint(again)
    desk.workshop.update("title", "Bimtek lain")
    assert kept.sha256 != fingerprint(desk.report.asked("laporan-harian", ask))


def test_a_file_of_a_whole_day_is_remembered_for_each_of_its_papers(desk, ask):
    wanted = PrintAsk(stage=ask.stage, day=DAY, kinds=("laporan-harian", "halaman-foto"))
    job = desk.report.asked("semua-hari-ini", wanted)
    assert [item.kind for item in job.jobs] == ["laporan-harian", "halaman-foto"]
    desk.print_log.tell(job, wanted, Sent(PDF, 2))
    kinds = [item.kind for item in desk.print_log.history()]
    assert sorted(kinds) == ["halaman-foto", "laporan-harian", "semua-hari-ini"]
    own = trace(desk.print_log.history(), "laporan-harian", about(ask))
    assert own.times == 1


def test_the_day_in_one_file_stands_in_the_order_of_use(desk, ask):
    kinds = ("siaran-pers", "susunan-acara", "laporan-harian", "rundown-panitia")
    job = desk.report.asked("semua-hari-ini", PrintAsk(stage=ask.stage, day=DAY, kinds=kinds))
    assert [item.kind for item in job.jobs] == [
        "susunan-acara",
        "rundown-panitia",
        "laporan-harian",
        "siaran-pers",
    ]


def test_what_has_nothing_to_say_is_left_out_of_the_file_of_a_day(desk, ask):
    kinds = ("kertas-kerja-terisi", "notulen", "laporan-harian")
    job = desk.report.asked("semua-hari-ini", PrintAsk(stage=ask.stage, day=DAY, kinds=kinds))
    assert [item.kind for item in job.jobs] == ["laporan-harian"]


def test_in_the_morning_the_papers_of_the_day_and_in_the_evening_those_about_it(desk, ask, ticking):
    morning = [item.kind for item in desk.report.asked("semua-hari-ini", ask).jobs]
    assert morning[0] == "susunan-acara"
    assert "laporan-ketua" in morning, "it is read at the opening"
    assert "tanda-terima" not in morning, "not always is anything given"
    assert "laporan-harian" not in morning
    second = PrintAsk(stage=ask.stage, day=NEXT_DAY)
    assert "laporan-ketua" not in [item.kind for item in desk.report.asked("semua-hari-ini", second).jobs]
    ticking.forward(hours=9)
    evening = [item.kind for item in desk.report.asked("semua-hari-ini", ask).jobs]
    assert "laporan-harian" in evening
    assert "susunan-acara" not in evening


def test_a_sentence_that_was_written_stays_until_the_proposal_is_wanted_again(desk, ask):
    def passage():
        job = desk.report.asked("laporan-harian", ask)
        return next(item for item in job.passages if item.key.endswith("kendala"))

    first = passage()
    assert first.shown == first.proposal == "Tidak ada kendala yang dicatat."
    desk.print_log.write_text(first, "Listrik padam dua kali.")
    assert passage().shown == "Listrik padam dua kali."
    assert passage().is_own
    desk.undo()
    assert passage().shown == first.proposal
    desk.redo()
    desk.print_log.write_text(passage(), "")
    assert passage().shown == first.proposal
    desk.print_log.write_text(passage(), first.proposal)
    assert not passage().is_own


def test_a_sentence_belongs_to_its_day(desk, ask):
    first = desk.report.asked("siaran-pers", ask).passages[0]
    desk.print_log.write_text(first, "Judul hari pertama")
    other = desk.report.asked("siaran-pers", PrintAsk(stage=ask.stage, day="2026-08-05")).passages[0]
    assert not other.is_own
    assert desk.report.asked("siaran-pers", ask).passages[0].shown == "Judul hari pertama"


def test_the_text_for_the_group_has_no_signs_of_its_own_from_names(desk, ask):
    desk.workshop.update("title", "Bimtek *tebal* _miring_ `kode`")
    text = said(desk.report.asked("siaran-pers", ask).passages, CHAT)
    first = text.split("\n")[0]
    assert first.startswith("*Bimtek tebal miring kode")
    assert first.endswith("*")
    assert first.count("*") == 2
    assert text.isprintable() or "\n" in text


SIGNED = (
    ("lampiran-undangan", lambda job: (job.picture.signer,)),
    ("permintaan-data", lambda job: (job.picture.signer,)),
    ("pengingat-data", lambda job: (job.picture.signer,)),
    ("laporan-ketua", lambda job: (job.picture.signer,)),
    ("daftar-hadir", lambda job: job.attendance.signers),
    ("rekap-kehadiran", lambda job: job.picture.signers),
    ("laporan-harian", lambda job: job.picture.signers),
    ("laporan-sesi", lambda job: job.session.signers),
    ("berita-acara-pleno", lambda job: job.picture.signers),
    ("sertifikat", lambda job: job.picture.signers),
    ("laporan-tahap", lambda job: job.picture.signers),
    ("laporan-akhir", lambda job: job.picture.signers),
)


@pytest.fixture
def three(desk):
    """Three signers, by name."""
    made = [
        desk.workshop.add_signer(Signer(position=f"Jabatan {name}", name=name))[0]
        for name in ("Ani", "Budi", "Citra")
    ]
    return dict(zip(("Ani", "Budi", "Citra"), made, strict=True))


def names(desk, kind, read, **more):
    job = desk.report.asked(kind, PrintAsk(even_empty=True, **more))
    return [item.name for item in read(job) if item.name]


def test_every_paper_that_the_signers_sign_is_tried_here():
    assert {kind for kind, _ in SIGNED} == {item.key for item in KINDS if is_signed(item.key)}


@pytest.mark.parametrize(("kind", "read"), SIGNED)
def test_the_chosen_signer_signs_this_kind_of_paper_until_another_is_chosen(desk, three, kind, read):
    usual = names(desk, kind, read)
    assert usual[0] == "Ani"
    assert names(desk, kind, read, signer=three["Citra"]) == ["Citra"]
    assert names(desk, kind, read) == usual, "asking once keeps nothing"
    desk.print_log.choose_signer(kind, three["Budi"])
    assert names(desk, kind, read) == ["Budi"]
    assert names(desk, kind, read, signer=USUAL) == usual
    assert desk.print_log.chosen_signers() == {kind: three["Budi"]}
    desk.print_log.choose_signer(kind, USUAL)
    assert names(desk, kind, read) == usual
    assert desk.print_log.chosen_signers() == {}


def test_each_kind_keeps_a_signer_of_its_own_and_undo_steps_over_it(desk, three):
    before = desk.undo_label()
    desk.print_log.choose_signer("permintaan-data", three["Budi"])
    desk.print_log.choose_signer("sertifikat", three["Citra"])
    assert not desk.print_log.choose_signer("sertifikat", three["Citra"]).kinds
    assert desk.undo_label() == before
    assert desk.print_log.chosen_signers() == {
        "permintaan-data": three["Budi"],
        "sertifikat": three["Citra"],
    }
    desk.workshop.remove_signer(three["Budi"])
    assert names(desk, "permintaan-data", SIGNED[1][1]) == ["Ani"]
    assert desk.print_log.chosen_signers() == {"sertifikat": three["Citra"]}
