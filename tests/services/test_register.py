"""The register of documents kept, and printed as a list of sources; what changed in a plan, printed."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_register import FIRST, PLAN_CHANGE, REGISTER
from smartcity_desktop.domain.print_job import PrintAsk, each
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.report import render
from smartcity_desktop.storage import attachment
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare
from tests.services.conftest import plan


def printed(desk, kind, **ask):
    return "\n".join(texts(render(desk.report.asked(kind, PrintAsk(**ask)))))


def document(desk, row):
    return next(item.document for item in desk.register.register().rows if item.key == row)


def test_a_document_is_typed_and_taken_back(desk):
    row, _ = desk.register.add("rtrw")
    for field, value in (
        ("title", "RTRW Konsel"),
        ("number", "5"),
        ("year", 2021),
        ("issuer", "DPRD"),
        ("status", "draf"),
    ):
        desk.register.update(row, field, value)
    [kept] = [item for item in desk.register.register().rows if not item.missing]
    assert (kept.title, kept.numbered, kept.state_words) == ("RTRW Konsel", "Nomor 5 Tahun 2021", "Draf")
    desk.register.remove(row)
    assert all(item.missing for item in desk.register.register().rows)
    assert desk.undo_label() == "hapus dari daftar dokumen"
    desk.undo()
    assert document(desk, row).number == "5"


def test_a_file_is_noted_by_its_name_and_kept_only_when_wanted(desk, tmp_path, monkeypatch):
    file = tmp_path / "rtrw.pdf"
    file.write_bytes(b"%PDF-1.7 isi")
    row, _ = desk.register.add("rtrw", "RTRW")
    desk.register.attach(row, file)
    assert (document(desk, row).source_name, desk.register.file_of(row)) == ("rtrw.pdf", None)
    desk.register.attach(row, file, keep=True)
    assert desk.register.file_of(row) == b"%PDF-1.7 isi"
    assert desk.register.register().rows[0].stored
    desk.register.detach(row)
    assert (document(desk, row).source_name, desk.register.file_of(row)) == ("", None)
    with pytest.raises(UserFault, match="read-locked"):
        desk.register.attach(row, tmp_path / "tiada.pdf", keep=True)
    monkeypatch.setattr(attachment, "LIMIT", 4)
    with pytest.raises(UserFault, match="attachment-too-big"):
        desk.register.attach(row, file, keep=True)
    desk.register.attach(row, file)
    assert document(desk, row).source_name == "rtrw.pdf"
    desk.register.attach(row, tmp_path / "rtrw\u202efdp.exe")
    assert document(desk, row).source_name == "rtrwfdp.exe", "no sign turns the ending round"


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_list_of_sources_names_what_there_is_and_what_is_missing(desk, with_plan, paper):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    row, _ = desk.register.add("perda", "Peraturan Daerah <b>tentang</b> RPJMD Konsel " + "panjang " * 60)
    desk.register.update(row, "number", "3")
    desk.register.update(row, "year", 2025)
    told = " ".join(printed(desk, REGISTER, paper=paper).split())
    assert "DAFTAR DOKUMEN ACUAN" in told
    assert "Peraturan Daerah <b>tentang</b> RPJMD Konsel" in told
    assert "1 dokumen daerah, Renstra 1 dari 2 OPD." in told
    assert "• Masterplan TIK" in told
    assert "2025–2026 Draf renstra.xlsx" in told
    assert desk.renstra.plan(with_plan) is not None


def test_an_empty_list_is_printed_too(desk):
    assert "Belum ada dokumen." in printed(desk, REGISTER)


def changed():
    lines = list(plan().lines)
    lines[2] = replace(lines[2], name="Informasi Publik", pagu={"2025": 1_600_000_000, "2026": 1_775_000_000})
    return plan(lines=tuple(lines[:5]), source_name="renstra_perubahan.xlsx")


def test_a_plan_read_again_has_its_change_on_paper(desk, with_plan):
    desk.renstra.adopt(with_plan, changed())
    told = " ".join(printed(desk, PLAN_CHANGE, opd=with_plan).split())
    assert "PERUBAHAN RENSTRA" in told
    assert "Lama: Versi 1 · renstra.xlsx" in told
    assert "Baru: Versi 2 · renstra_perubahan.xlsx" in told
    assert "1 baris tidak ada lagi, 1 baris berubah, 4 baris tetap." in told
    assert "2025 3.500.000.000 3.600.000.000 +Rp100 juta (2,9%)" in told
    assert "Pagu 2025 1.500.000.000 1.600.000.000" in told
    assert "2.16.01 Penunjang Urusan" in told


def test_the_change_of_a_plan_says_what_its_reference_says(desk, with_plan):
    desk.renstra.adopt(with_plan, changed())
    pages = texts(render(desk.report.asked(PLAN_CHANGE, PrintAsk(opd=with_plan, paper="A4"))))
    compare("perubahan_renstra", pages)


def test_the_change_since_the_first_version_and_by_hand_since(desk, with_plan):
    desk.renstra.adopt(with_plan, changed())
    line = desk.renstra.plan(with_plan).lines[2].id
    desk.renstra.update_line(line, "name", "Diketik")
    last = " ".join(printed(desk, PLAN_CHANGE, opd=with_plan).split())
    assert "Lama: Versi 2" in last
    assert "Baru: Yang tersimpan sekarang" in last
    assert "Nama Informasi Publik Diketik" in last
    first = " ".join(printed(desk, PLAN_CHANGE, opd=with_plan, choice=FIRST).split())
    assert "Lama: Versi 1" in first


def test_plans_that_were_read_once_are_left_out_and_it_is_said(desk, with_plan):
    assert "Belum ada Renstra yang dibaca ulang." in printed(desk, PLAN_CHANGE)
    assert "baru dibaca sekali" in printed(desk, PLAN_CHANGE, opd=with_plan)
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    other = desk.opd.find("Dinas Kesehatan").id
    assert "Renstra belum dibaca." in printed(desk, PLAN_CHANGE, opd=other)
    desk.renstra.adopt(with_plan, changed())
    desk.renstra.adopt(other, plan())
    desk.renstra.adopt(other, changed())
    job = desk.report.asked(PLAN_CHANGE, PrintAsk())
    assert [one.name for one in each(job)] == [
        "Perubahan Renstra Diskominfo",
        "Perubahan Renstra Dinkes",
    ]
    assert printed(desk, PLAN_CHANGE).count("PERUBAHAN RENSTRA") == 2
