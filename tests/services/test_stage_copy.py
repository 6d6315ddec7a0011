"""The end of a stage over real files: a copy that takes nothing, what changed since, versions put back."""

import random
from dataclasses import replace

import openpyxl
import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain import stage_copy as changes
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_stage_copy import SINCE, since_paper
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_trace import PDF, Sent
from smartcity_desktop.domain.stage_copy import NOTHING, position_of
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services import stage_copy
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare


@pytest.fixture
def stage(desk):
    return desk.stage.stages()[1].id


def put(desk, ent, row, **values):
    """Write a row as screens do, by fields."""
    told = {name.replace("__", "@"): value for name, value in values.items()}
    desk._store.write([Birth(ent, row, {"pos": desk._store.positions(ent, 1)[0], **told})], "tambah")


def change(desk, ent, row, field, value, who="Sekretaris Contoh"):
    replace(desk._store, person=who).write([Set(ent, row, field, value)], f"ubah {field}")


@pytest.fixture
def program(desk, diskominfo):
    row = desk._store.ids.new()
    put(
        desk,
        "initiative",
        row,
        name="Satu Pintu Aduan",
        horizon="pendek",
        opd=diskominfo,
        fund__apbd="1",
        cost__1=80_000_000,
    )
    return row


@pytest.mark.usefixtures("program")
def test_the_copy_of_a_stage_is_verified_and_takes_nothing(desk, stage, tmp_path, ticking):
    line, changes = desk.stage_copy.end(stage)
    assert changes.label == "akhiri Tahap II"
    assert desk.undo_label() != changes.label, "a copy that lies on a disk is not undone"
    assert line.copy.title == "Salinan akhir Tahap II"
    assert (line.is_here, stage_copy.checked(line)) == (True, "ada")
    assert [item.copy for item in desk.stage_copy.copies()] == [line.copy]
    before = line.path.read_bytes()
    ids = IdSource(ticking, random.Random(8))
    with open_desk(line.path, clock=ticking, ids=ids, profile=tmp_path / "lain") as kept:
        assert kept.is_read_only
        assert kept.workshop.get().title == "Bimtek Konawe Selatan"
        assert kept.stage_copy.copies() == [], "it does not hold the note about itself"
        with pytest.raises(UserFault, match="file-takes-nothing"):
            kept.opd.update(kept.opd.opds()[0].id, "name", "Lain")
    assert line.path.read_bytes() == before


def test_a_copy_with_one_byte_turned_is_told_and_not_worked_on(desk, stage, tmp_path):
    line, _ = desk.stage_copy.end(stage)
    whole = bytearray(line.path.read_bytes())
    whole[-7] ^= 1
    line.path.write_bytes(whole)
    assert stage_copy.checked(line) == "berubah"
    with pytest.raises(UserFault, match="backup-damaged"):
        stage_copy.working_copy(line, tmp_path / "kerja.bimtek")
    assert not (tmp_path / "kerja.bimtek").exists()
    line.path.unlink()
    assert stage_copy.checked(line) == "tidak"


@pytest.mark.usefixtures("program")
def test_one_goes_on_from_a_copy_in_a_file_of_ones_own(desk, stage, tmp_path, ticking):
    line, _ = desk.stage_copy.end(stage)
    path = stage_copy.working_copy(line, tmp_path / "kerja.bimtek")
    ids = IdSource(ticking, random.Random(8))
    with open_desk(path, clock=ticking, ids=ids, profile=tmp_path / "lain") as own:
        assert not own.is_read_only
        assert own.opd.update(own.opd.opds()[0].id, "name", "Dinas Lain")
        assert own.check() == []
    assert stage_copy.checked(line) == "ada"


def test_what_changed_since_is_told_in_the_words_of_the_window(desk, stage, program):
    gone = desk._store.ids.new()
    put(desk, "initiative", gone, name="Aplikasi kembar")
    line, _ = desk.stage_copy.end(stage)
    change(desk, "initiative", program, "name", "Satu Pintu Aduan Warga")
    change(desk, "initiative", program, "horizon", "menengah")
    change(desk, "initiative", program, "fund@csr", "1", who="Andi Pendamping")
    change(desk, "initiative", program, "cost@1", 95_000_000)
    change(desk, "initiative", program, "code", "GOV-01")
    change(desk, "initiative", program, "code", None)
    fresh = desk._store.ids.new()
    put(desk, "action", fresh, initiative=program, text="Melatih petugas", head="sdm")
    desk._store.write([Gone("initiative", gone)], "hapus program")
    found = desk.stage_copy.since(line.copy.id)
    groups = {group.ent: group for group in found.groups}
    assert set(groups) == {"initiative", "action"}
    changed, deleted = groups["initiative"].rows
    assert (changed.name, changed.way, deleted.name, deleted.way) == (
        "Satu Pintu Aduan Warga",
        "diubah",
        "Aplikasi kembar",
        "dihapus",
    )
    told = {item.words: (item.before, item.after) for item in changed.fields}
    assert told["Nama"] == ("Satu Pintu Aduan", "Satu Pintu Aduan Warga")
    assert told["Jangka"] == ("Pendek (1 th)", "Menengah (5 th)")
    assert told["Sumber dana"] == ("APBD", "APBD, CSR")
    assert ("Rp80.000.000", "Rp95.000.000") in told.values()
    assert len(told) == 4, "what came and went again is no change"
    assert groups["action"].rows[0].way == "baru"
    assert groups["action"].told == "1 baru"
    assert found.told == "3 baris berubah sejak akhir Tahap II: 1 baru, 1 diubah, 1 dihapus."
    people = {item.name: item for item in found.people}
    assert people["Andi Pendamping"].rows == 1
    assert people["Sekretaris Contoh"].fields == 5


@pytest.mark.usefixtures("program")
def test_nothing_changed_is_said_in_a_sentence(desk, stage):
    line, _ = desk.stage_copy.end(stage)
    found = desk.stage_copy.since(line.copy.id)
    assert found.groups == ()
    assert found.told == "Belum ada yang berubah sejak akhir Tahap II."


@pytest.mark.usefixtures("program")
def test_a_position_that_cannot_be_read_counts_as_the_beginning(desk, stage):
    line, _ = desk.stage_copy.end(stage)
    assert position_of(line.copy)
    assert position_of(replace(line.copy, position="[1")) == {}


def test_what_changed_goes_into_a_spreadsheet_line_by_line(desk, stage, program, tmp_path):
    line, _ = desk.stage_copy.end(stage)
    change(desk, "initiative", program, "risk", "=HYPERLINK(1)")
    tables, title = desk.stage_copy.tables(line.copy.id)
    path = stage_copy.write_tables(tables, title, tmp_path / "perubahan.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Perubahan", "Jumlah", "Penulis"]
    cells = [cell.value for row in book["Perubahan"].iter_rows() for cell in row if cell.value]
    assert "=HYPERLINK(1)" in cells
    assert book["Perubahan"].tables or NOTHING in cells
    kinds = [cell.data_type for row in book["Perubahan"].iter_rows() for cell in row if cell.value]
    assert "f" not in kinds, "nothing that people typed is a formula"


def test_a_row_of_a_sheet_comes_back_as_a_copy_beside_what_it_became(desk, program):
    change(desk, "initiative", program, "name", "Nama baru")
    history = desk.row_history.history(program)
    assert [item.label for item in history.versions] == ["ubah name", "tambah"]
    assert [item.words for item in history.versions[0].fields] == ["Nama"]
    assert history.copyable
    fresh, changes = desk.row_history.restore(program, 1)
    assert fresh != program
    assert changes.label == 'pulihkan salinan program smart city "Nama baru"'
    names = dict(desk._store.db.conn.execute("SELECT id, name FROM initiative WHERE alive = 1").fetchall())
    assert names == {program: "Nama baru", fresh: "Satu Pintu Aduan"}
    copied = desk.row_history.history(fresh).versions[0].values
    assert (copied["fund@apbd"], copied["cost@1"]) == ("1", "80000000")


def test_a_chapter_gets_an_older_text_as_its_newest_version(desk, ticking):
    desk.book.set_up()
    chapter = desk._store.key("chapter", "AS", "AS-1.latar")
    desk.book.update(chapter, "text", "Pertama")
    ticking.forward(minutes=6)
    desk.book.update(chapter, "text", "Kedua")
    (kept,) = [
        at for at, item in enumerate(desk.row_history.history(chapter).versions) if item.text == "Pertama"
    ]
    row, _ = desk.row_history.restore(chapter, kept)
    assert row == chapter
    assert desk.book.chapter(chapter).text == "Pertama"
    assert [item.text for item in desk.row_history.history(chapter).versions][:3] == [
        "Pertama",
        "Kedua",
        "Pertama",
    ]


def test_a_row_that_stands_once_gets_its_values_back(desk, program):
    store = desk._store
    row = store.key("milestone", program, "1", "")
    put(desk, "milestone", row, initiative=program, year="1", text="Berjalan")
    change(desk, "milestone", row, "text", "Selesai")
    again, _ = desk.row_history.restore(row, 1)
    assert again == row
    assert desk.row_history.history(row).versions[0].values["text"] == "Berjalan"


def test_a_row_nobody_wrote_has_no_history(desk):
    assert desk.row_history.history(desk._store.ids.new()).versions == ()
    with pytest.raises(UserFault, match="row-gone"):
        desk.row_history.restore(desk._store.ids.new(), 0)


def test_the_pre_read_tells_by_kind_what_changed_and_who_wrote(desk, stage, program):
    line, _ = desk.stage_copy.end(stage)
    change(desk, "initiative", program, "cost@1", 95_000_000, who="Andi <b Pendamping")
    pages = texts(render(desk.report.asked(SINCE, desk.report.meant("II", ""))))
    text = " ".join(" ".join(pages).split())
    assert "PERUBAHAN SEJAK TAHAP II" in text
    assert "Program smart city (1 diubah)" in text
    assert "Biaya (Rp) tahun ke-1: Rp80.000.000 → Rp95.000.000" in text
    assert "Andi <b Pendamping 1 1" in text
    assert line.copy.title in text


def test_a_pre_read_before_any_stage_ended_says_how_to_end_one(desk):
    (page,) = texts(render(desk.report.asked(SINCE, desk.report.meant("II", ""))))
    assert "Belum ada tahap yang diakhiri." in page


def test_of_many_rows_of_a_kind_the_first_are_told_and_the_rest_counted(desk, stage):
    line, _ = desk.stage_copy.end(stage)
    store = desk._store
    rows = [store.ids.new() for _ in range(45)]
    places = store.positions("issue", len(rows))
    store.write(
        [
            Birth("issue", row, {"pos": pos, "text": f"Isu {pos}"})
            for row, pos in zip(rows, places, strict=True)
        ],
        "tempel 45 isu",
    )
    paper = since_paper(desk.stage_copy.since(line.copy.id), str)
    assert len(paper.groups[0].rows) == 40
    assert paper.groups[0].more == "dan 5 lagi, lihat berkas Excel-nya"
    kept, _ = desk.stage_copy.end(stage)
    for row in rows[:43]:
        change(desk, "issue", row, "text", f"Lain {row}")
    store.write([Gone("issue", row) for row in rows[43:]], "hapus isu")
    paper = since_paper(desk.stage_copy.since(kept.copy.id), str)
    assert [row.way for row in paper.groups[0].rows].count("Dihapus") == 2, (
        "what was deleted is never left out"
    )


@pytest.fixture
def sheet(desk, diskominfo):
    """A sheet of issues with three rows, as an agency filled it in."""
    worksheet = next(item for item in desk.worksheet.worksheets() if item.code == "L1")
    row = desk._store.ids.new()
    put(desk, "sheet", row, worksheet=worksheet.id, opd=diskominfo, number="L1-04")
    for text in ("Air asin", "Jalan rusak", "Banjir rob"):
        put(desk, "issue", desk._store.ids.new(), sheet=row, text=text)
    return row


def issues(desk):
    found = desk._store.db.conn.execute("SELECT text, sheet FROM issue WHERE alive = 1 ORDER BY pos, id")
    return found.fetchall()


def row_of(desk, text):
    return desk._store.db.conn.execute("SELECT id FROM issue WHERE text = ?", (text,)).fetchone()[0]


def test_a_whole_sheet_comes_back_below_what_stands_and_one_undo_takes_it_away(desk, stage, sheet):
    line, _ = desk.stage_copy.end(stage)
    assert desk.stage_copy.sheets(line.copy.id) == []
    change(desk, "issue", row_of(desk, "Air asin"), "text", "Air bersih")
    desk._store.write([Gone("issue", row_of(desk, "Banjir rob"))], "hapus isu")
    put(desk, "issue", desk._store.ids.new(), sheet=sheet, text="Sampah")
    (found,) = desk.stage_copy.sheets(line.copy.id)
    assert (found.told, found.back) == ("1 baru, 1 diubah, 1 dihapus", "2 baris")
    assert found.words == "L1-04 · Dinas Komunikasi dan Informatika"
    said, changes = desk.stage_copy.restore_sheet(line.copy.id, sheet)
    assert said == (
        "2 baris L1-04 · Dinas Komunikasi dan Informatika seperti akhir Tahap II ditambahkan di bawah isian "
        "sekarang. Isian sekarang tidak diubah."
    )
    now = ["Air bersih", "Jalan rusak", "Sampah", "Air asin", "Banjir rob"]
    assert issues(desk) == [(text, sheet) for text in now]
    assert desk.undo_label() == changes.label
    (found,) = desk.stage_copy.sheets(line.copy.id)
    assert (found.copied, found.back) == ((), "tidak ada yang hilang"), "nothing is put back twice"
    desk.undo()
    assert [text for text, _ in issues(desk)] == now[:3]


def test_a_sheet_of_fixed_rows_keeps_what_it_was_in_the_history_of_its_rows(desk, stage, sheet):
    item = desk._store.ids.new()
    row = desk._store.key("readiness", sheet, item)
    put(desk, "readiness", row, item=item, sheet=sheet, current="Belum ada")
    line, _ = desk.stage_copy.end(stage)
    change(desk, "readiness", row, "current", "Sudah ada")
    (found,) = desk.stage_copy.sheets(line.copy.id)
    assert (found.copied, found.fixed, found.back) == ((), 1, "isi lama ada di riwayat baris")
    with pytest.raises(UserFault, match="row-gone"):
        desk.stage_copy.restore_sheet(line.copy.id, sheet)
    kept = desk.row_history.history(row)
    assert not kept.copyable
    desk.row_history.restore(row, 1)
    assert desk.row_history.history(row).versions[0].values["current"] == "Belum ada"


def test_what_others_are_tied_to_gets_its_values_back_and_stands_again(desk, diskominfo):
    history = desk.row_history.history(diskominfo)
    assert not history.copyable, "there are never two agencies of one"
    change(desk, "opd", diskominfo, "name", "Dinas Lain")
    desk._store.write([Gone("opd", diskominfo)], "hapus OPD")
    row, _ = desk.row_history.restore(diskominfo, 2)
    assert row == diskominfo
    (found,) = [item for item in desk.opd.opds() if item.id == diskominfo]
    assert found.name == "Dinas Komunikasi dan Informatika"


def test_a_copy_of_a_row_takes_neither_its_code_nor_what_it_came_from(desk, program):
    change(desk, "initiative", program, "code", "GOV-01")
    change(desk, "initiative", program, "origin@" + desk._store.ids.new(), "1")
    fresh, _ = desk.row_history.restore(program, 0)
    copied = desk.row_history.history(fresh).versions[0].values
    assert copied["name"] == "Satu Pintu Aduan"
    assert not [name for name in copied if name.startswith(("code", "origin"))]


def test_a_copy_of_a_chosen_candidate_is_not_chosen_a_second_time(desk, sheet):
    row = desk._store.ids.new()
    put(desk, "candidate", row, sheet=sheet, name="DESAKU TUNTAS", decision="terpilih", decided_by="Pleno")
    change(desk, "candidate", row, "name", "Desaku Tuntas")
    fresh, _ = desk.row_history.restore(row, 1)
    values = desk.row_history.history(fresh).versions[0].values
    assert values["name"] == "DESAKU TUNTAS"
    assert not {"decision", "decided_by"} & set(values)
    assert len(desk.quickwin_sheet.sheets().items) == 1


@pytest.fixture
def told(desk, stage, sheet, program, diskominfo):
    """A second stage that ended, and everything that can become of a row since."""
    store = desk._store
    gone, back, passing = (store.ids.new() for _ in range(3))
    for row, name in ((gone, "Aplikasi kembar"), (back, "Dihapus lalu dikembalikan")):
        put(desk, "initiative", row, name=name, opd=diskominfo)
    desk.people.add([Person(name="Budi Rahasia", opd=diskominfo, position="Pranata Rahasia")])
    other = desk.opd.add([OpdRow("Dinas Sosial", "Dinsos")]).rows
    (social,) = [row for row in other if row in {item.id for item in desk.opd.opds()}]
    desk.stage_copy.end(stage)
    change(desk, "initiative", program, "name", "Satu Pintu Aduan Warga")
    change(desk, "initiative", program, "cost@1", 95_000_000, who="Andi Pendamping")
    change(desk, "initiative", program, "opd", social, who="Andi Pendamping")
    change(desk, "initiative", program, "fund@csr", "1")
    change(desk, "opd", social, "name", "Dinas Sosial dan Pemberdayaan")
    for away in (True, False):
        store.write([Gone("initiative", back, away)], "hapus atau kembalikan")
    store.write([Gone("initiative", gone)], "hapus program")
    put(desk, "initiative", passing, name="Datang dan pergi")
    store.write([Gone("initiative", passing)], "hapus program")
    first, second, third = (row_of(desk, text) for text in ("Air asin", "Jalan rusak", "Banjir rob"))
    change(desk, "issue", first, "pos", desk._store.positions("issue", 1)[0])
    change(desk, "issue", second, "text", "Jalan rusak di pesisir")
    change(desk, "issue", second, "text", "Jalan rusak")
    store.write([Gone("issue", third)], "hapus isu")
    put(desk, "issue", store.ids.new(), sheet=sheet, text="Sampah di muara")
    desk.people.add([Person(name="Sari Rahasia", opd=diskominfo)])
    return desk


def test_what_moved_came_back_or_passed_by_is_no_change_and_the_counts_are_those_of_the_rows(told):
    found = told.stage_copy.since(told.stage_copy.copies()[0].copy.id)
    counts = {group.ent: dict(group.counts) for group in found.groups}
    assert counts == {
        "issue": {"baru": 1, "dihapus": 1},
        "initiative": {"diubah": 1, "dihapus": 1},
        "opd": {"diubah": 1},
        "person": {"baru": 1},
    }
    assert sum(sum(of.values()) for of in counts.values()) == 6
    assert found.told.startswith("6 baris berubah sejak akhir Tahap II: 2 baru, 2 diubah, 2 dihapus.")


def test_the_pre_read_says_what_its_reference_says(told):
    ask = replace(told.report.meant("II", ""), paper="A4")
    pages = texts(render(told.report.asked(SINCE, ask)))
    assert not [page for page in pages if "Rahasia" in page], "people are only counted"
    # Who has no name in the settings is called after the laptop.
    compare(
        "perubahan_sejak_tahap", [page.replace(f"\n{told._store.person} ", "\nLaptop ") for page in pages]
    )


def test_what_was_ticked_is_told_as_a_list_and_a_year_as_a_year(desk, stage, program):
    change(desk, "initiative", program, "sdg@16", "1")
    line, _ = desk.stage_copy.end(stage)
    change(desk, "initiative", program, "sdg@9", "1")
    change(desk, "initiative", program, "sdg@11", "1")
    change(desk, "initiative", program, "target@2", "1")
    (group,) = desk.stage_copy.since(line.copy.id).groups
    told = {item.words: (item.before, item.after) for item in group.rows[0].fields}
    assert told == {"SDG": ("16", "9, 11, 16"), "Target tahun ke-2": (NOTHING, "1")}


def test_every_kind_of_row_that_is_named_is_one_of_the_catalogue_and_prints_are_no_change(desk, stage):
    named = {*changes.HIDDEN, *changes.COUNTED, *changes._FIRST, *changes._LIKE}
    assert named <= set(CATALOG)
    line, _ = desk.stage_copy.end(stage)
    ask = desk.report.meant("I", "")
    desk.print_log.tell(desk.report.asked("laporan-harian", ask), ask, Sent(PDF, 4))
    assert desk.stage_copy.since(line.copy.id).groups == ()


def test_a_column_of_the_events_own_is_told_by_its_name(desk, stage, diskominfo):
    l3 = desk.worksheet.find("L3").id
    desk.worksheet.add_column(l3, "Nomor SK")
    own = desk.worksheet.columns(l3)[-1]
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(l3, diskominfo, [(row, "text", "Aplikasi aduan")])
    line, _ = desk.stage_copy.end(stage)
    desk.worksheet.set_cells(l3, diskominfo, [(row, own.key, "12/2024")])
    (change,) = (
        one
        for group in desk.stage_copy.since(line.copy.id).groups
        for item in group.rows
        for one in item.fields
        if item.ent == "factor"
    )
    assert (change.words, change.before, change.after) == ("Nomor SK", NOTHING, "12/2024")
