"""A worksheet leaves as a spreadsheet, is filled in elsewhere, and comes back by row id and column key."""

from dataclasses import replace

import openpyxl
import pytest

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.worksheet_file import MOST_NEW
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.comment import CommentPlace
from smartcity_desktop.services.worksheet import read_book, write_book

HEAD, FIRST = 4, 5


@pytest.fixture
def issues(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", short="Dinkes"), OpdRow("Dinas Sosial", short="Dinsos")])
    return desk.worksheet.find("L1").id


@pytest.fixture
def group(desk, issues):
    found = desk.worksheet.places(issues)[0].party
    rows = desk.worksheet.new_rows(2)
    cells = [(rows[0], "text", "=SUM(A1) Air bersih Jum'at\nbaris kedua"), (rows[1], "text", "Sampah")]
    desk.worksheet.set_cells(issues, found, [*cells, (rows[1], "fact_year", "2025")])
    return found


@pytest.fixture
def out(desk, issues, group, tmp_path):
    """Write the sheet of the group and return how to edit it and read it back."""
    path = tmp_path / "kerja" / "L1.xlsx"
    write_book([desk.worksheet.grid(issues, group)], desk.workshop.get().id, path)

    def edit(change=None):
        book = openpyxl.load_workbook(path)
        if change:
            change(book.worksheets[0])
        book.save(path)
        return desk.worksheet.taken(read_book(path))

    return edit


def column(page, label):
    return next(cell.column for cell in page[HEAD] if cell.value == label)


def put(row, label, value):
    return lambda page: page.cell(row, column(page, label)).__setattr__("value", value)


def values(desk, issues, group):
    return [row.values for row in desk.worksheet.grid(issues, group).rows]


def test_a_file_that_nobody_touched_changes_nothing(out):
    (taken,) = out()
    assert taken.is_empty


def test_two_tables_that_wrote_on_the_same_empty_line_are_never_mixed_unasked(desk, issues, group, out):
    spare = FIRST + 2
    out_first = out(put(spare, "Isu atau permasalahan", "Antrean lama"))
    desk.worksheet.adopt(out_first)

    def other(page):
        put(spare, "Isu atau permasalahan", "Parkir liar")(page)
        put(spare, "Penyebab", "Tidak ada lahan")(page)

    (taken,) = out(other)
    assert taken.cells == ()
    assert {cell.key for cell in taken.differing} == {"text", "cause"}
    assert values(desk, issues, group)[2]["cause"] == ""
    ((row, whole),) = taken.apart
    assert {cell.row for cell in taken.differing} == {row}
    desk.worksheet.adopt([replace(taken, cells=whole, differing=())])
    here = [(one["text"], one["cause"]) for one in values(desk, issues, group)[2:]]
    assert here == [("Antrean lama", ""), ("Parkir liar", "Tidak ada lahan")]
    (again,) = out(other)
    assert again.is_empty, "read once more it asks for nothing"


def test_a_file_of_those_who_filled_before_still_finds_its_sheet(desk, tmp_path, issues):
    swot, agency = desk.worksheet.find("L3").id, desk.opd.opds()[0].id
    path = tmp_path / "lama.xlsx"
    write_book([desk.worksheet.grid(swot, agency)], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    put(FIRST, "Faktor", "Kader aktif")(book.worksheets[0])
    book.save(path)
    desk.definition.set_filler(swot, "dimension")
    desk.worksheet.adopt(desk.worksheet.taken(read_book(path)))
    (row,) = desk.result.result(swot).rows
    assert (row.text, row.party_name) == ("Kader aktif", "Dinas Kesehatan (lembar lama)")
    assert issues


def test_what_was_written_in_a_column_that_is_hidden_since_is_told(desk, issues, group, out):
    column_of = {item.label: item.id for item in desk.worksheet.columns(issues)}
    desk.definition.set_column(column_of["Penyebab"], "hidden", True)

    def filled(page):
        put(FIRST, "Penyebab", "Limbah")(page)
        put(FIRST + 1, "Penyebab", "Armada")(page)

    (taken,) = out(filled)
    (said,) = taken.refused
    assert said.startswith('Kolom "Penyebab" tidak tampil lagi di sini, jadi 2 isian')
    desk.definition.set_column(column_of["Penyebab"], "hidden", False)
    (taken,) = out()
    assert [cell.there for cell in taken.cells] == ["Limbah", "Armada"]
    assert group


def test_what_was_filled_in_elsewhere_is_taken_in_one_act(desk, issues, group, out):
    def filled(page):
        put(FIRST, "OPD terkait", "Dinkes; dinas sosial")(page)
        put(FIRST, "Tahun data", 2024)(page)
        put(FIRST, "Prioritas", "5")(page)
        put(FIRST, "Subdimensi", "GOV-2 Kebijakan publik")(page)
        put(FIRST + 1, "Tahun data", None)(page)

    (taken,) = out(filled)
    assert (len(taken.cells), taken.differing, taken.refused) == (5, (), ())
    assert taken.cells[0].about == "=SUM(A1) Air bersih Jum'at baris kedua"
    assert taken.called == "L1-01 · GOV Smart Governance"
    desk.worksheet.adopt([taken])
    first, second = values(desk, issues, group)
    agencies = [item.id for item in desk.opd.opds()]
    assert first["opd"].split(";") == agencies
    assert (first["fact_year"], first["priority"], second["fact_year"]) == ("2024", "5", "")
    assert first["text"].endswith("\nbaris kedua")
    assert desk.undo_label() == "ambil isian dari Excel"
    desk.undo()
    assert [row["fact_year"] for row in values(desk, issues, group)] == ["", "2025"]


def test_rows_added_below_become_rows_here_in_their_order(desk, issues, group, out):
    def added(page):
        for place, words in enumerate(("Banjir", "Macet", "Stunting")):
            put(FIRST + 3 + place, "Isu atau permasalahan", words)(page)

    (taken,) = out(added)
    assert taken.new == 3
    desk.worksheet.adopt([taken])
    assert [row["text"] for row in values(desk, issues, group)][2:] == ["Banjir", "Macet", "Stunting"]


def test_rows_sorted_and_columns_moved_there_still_find_their_place(out):
    def sorted_otherwise(page):
        cells = [[cell.value for cell in row] for row in page.iter_rows(min_row=FIRST, max_row=FIRST + 1)]
        for row, found in zip((FIRST + 1, FIRST), cells, strict=True):
            for at, value in enumerate(found, start=1):
                page.cell(row, at).value = value
                if isinstance(value, str):
                    page.cell(row, at).data_type = "s"
        put(FIRST, "Sumber data", "BPS")(page)
        page.insert_rows(1)
        page.move_range(f"D1:D{FIRST + 5}", cols=20)

    (taken,) = out(sorted_otherwise)
    assert [(item.key, item.raw, item.about) for item in taken.cells] == [("fact_source", "BPS", "Sampah")]


def test_what_was_changed_on_both_sides_waits_for_a_person(desk, issues, group, out):
    row = desk.worksheet.grid(issues, group).rows[1].row
    desk.worksheet.set_cells(issues, group, [(row, "text", "Sampah pasar")])
    (taken,) = out(put(FIRST + 1, "Isu atau permasalahan", "Sampah rumah tangga"))
    assert taken.cells == ()
    (waits,) = taken.differing
    assert (waits.here, waits.there) == ("Sampah pasar", "Sampah rumah tangga")
    assert not desk.worksheet.adopt([taken])
    assert values(desk, issues, group)[1]["text"] == "Sampah pasar"
    desk.worksheet.adopt([taken], [waits])
    assert values(desk, issues, group)[1]["text"] == "Sampah rumah tangga"


def test_the_same_change_on_both_sides_is_no_question(desk, issues, group, out):
    row = desk.worksheet.grid(issues, group).rows[1].row
    desk.worksheet.set_cells(issues, group, [(row, "text", "Sampah pasar")])
    (taken,) = out(put(FIRST + 1, "Isu atau permasalahan", "Sampah pasar"))
    assert taken.is_empty


def test_what_does_not_fit_is_said_with_its_place_and_the_rest_is_taken(out):
    def wrong(page):
        put(FIRST, "Tahun data", "dua ribu")(page)
        put(FIRST, "Prioritas", "9")(page)
        put(FIRST, "Penyebab", "Pipa tua")(page)

    (taken,) = out(wrong)
    assert [item.raw for item in taken.cells] == ["Pipa tua"]
    assert [line.startswith(f"Baris {FIRST}: ") for line in taken.refused] == [True, True]
    assert "dua ribu" in taken.refused[0] + taken.refused[1]


def test_a_row_deleted_there_stays_here_and_one_deleted_here_comes_back_with_what_was_filled_in(
    desk, issues, group, out
):
    second = desk.worksheet.grid(issues, group).rows[1]
    desk.worksheet.remove_rows(issues, group, [second.row])

    def changed(page):
        put(FIRST + 1, "Penyebab", "Tidak ada TPS")(page)
        page.delete_rows(FIRST)

    (taken,) = out(changed)
    assert taken.left_out == 1
    assert taken.new == 1
    desk.worksheet.adopt([taken])
    found = values(desk, issues, group)
    assert found[0]["text"].startswith("=SUM")
    assert (found[1]["text"], found[1]["cause"]) == ("Sampah", "Tidak ada TPS")


def test_a_row_written_there_is_one_row_however_often_the_file_is_read(desk, issues, group, out):
    def added(page):
        put(FIRST + 2, "Isu atau permasalahan", "Banjir")(page)
        page.insert_rows(FIRST + 1)
        put(FIRST + 1, "Isu atau permasalahan", "Disisipkan")(page)

    (taken,) = out(added)
    assert taken.new == 2
    desk.worksheet.adopt([taken])
    (again,) = out()
    assert (again.cells, again.differing, again.new) == ((), (), 0)
    assert [(cell.here, cell.there, cell.about) for cell in again.again] == [("Disisipkan",) * 3]
    assert not desk.worksheet.adopt([again])
    # Whoever read it goes on in the same file: the row is known, what was told of it before is not asked.
    (more,) = out(put(FIRST + 3, "Penyebab", "Selokan mampat"))
    assert ([item.key for item in more.cells], more.new) == (["cause"], 0)
    desk.worksheet.adopt([more])
    found = {row["text"]: row["cause"] for row in values(desk, issues, group)}
    assert (len(found), found["Banjir"], found["Disisipkan"]) == (4, "Selokan mampat", "")


def test_a_row_put_in_there_is_told_by_its_words_and_only_as_often_as_it_stands_here(
    desk, issues, group, out
):
    def inserted(page):
        page.insert_rows(FIRST + 1)
        put(FIRST + 1, "Isu atau permasalahan", "Banjir  Rob")(page)
        put(FIRST + 1, "OPD terkait", "Dinas Sosial; Dinkes")(page)

    (taken,) = out(inserted)
    desk.worksheet.adopt([taken])
    row = next(row.row for row in desk.worksheet.grid(issues, group).rows if row.values["opd"])
    desk.worksheet.set_cells(issues, group, [(row, "text", "banjir rob"), (row, "cause", "Pasang")])
    (again,) = out()
    assert ({cell.key for cell in again.again}, again.cells) == ({"text", "opd"}, ())
    assert next(cell.here for cell in again.again if cell.key == "text") == "banjir rob"
    # The same words a second time are a row of their own.
    (more,) = out(inserted)
    assert (more.new, {cell.key for cell in more.again}) == (1, {"text", "opd"})


def test_a_row_copied_to_another_tab_or_with_a_made_up_id_never_meets_a_row_that_is_known(
    desk, issues, group, tmp_path
):
    path, agency = tmp_path / "dua.xlsx", desk.opd.opds()[0].id
    other = desk.worksheet.places(issues)[1].party
    write_book([desk.worksheet.grid(issues, party) for party in (group, other)], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    first, second = book.worksheets[:2]
    for at, row in enumerate(
        (first.cell(FIRST, 1).value, agency, "apa saja", first.cell(FIRST + 2, 1).value)
    ):
        second.cell(FIRST + at, 1).value = row
        put(FIRST + at, "Isu atau permasalahan", f"Isu {at}")(second)
    put(FIRST + 2, "Isu atau permasalahan", "Isu sendiri")(first)
    book.save(path)
    taken = desk.worksheet.taken(read_book(path))
    rows = [cell.row for item in taken for cell in item.cells]
    assert len(set(rows)) == len(rows) == 5
    desk.worksheet.adopt(taken)
    assert [row["text"] for row in values(desk, issues, other)] == ["Isu 0", "Isu 1", "Isu 2", "Isu 3"]
    assert [row["text"] for row in values(desk, issues, group)][1:] == ["Sampah", "Isu sendiri"]
    assert desk.opd.opds()[0].called == "Dinkes"


def test_a_tab_that_was_renamed_is_known_and_a_copy_of_one_is_not_passed_over_in_silence(out):
    def renamed(page):
        copy = page.parent.copy_worksheet(page)
        page.title = "Kelompok kami"
        put(FIRST, "Penyebab", "Pipa tua")(page)
        put(FIRST, "Penyebab", "Pipa baru")(copy)
        page.parent.create_sheet("Hitungan sendiri").append(["1", "2"])

    found = out(renamed)
    assert [(item.name, item.refused != ()) for item in found] == [("L1-01 Copy", True), ("L1-01", False)]
    assert [cell.raw for cell in found[1].cells] == ["Pipa tua"]


@pytest.mark.parametrize(
    "gone", [lambda page: page.delete_cols(1), lambda page: page.delete_rows(3)], ids=["ids", "keys"]
)
def test_a_sheet_without_its_hidden_marks_is_refused_with_a_sentence(out, gone):
    def broken(page):
        put(FIRST, "Penyebab", "Pipa tua")(page)
        gone(page)

    (taken,) = out(broken)
    assert (taken.cells, len(taken.refused)) == ((), 1)
    assert "tanda tersembunyi" in taken.refused[0]


def test_more_new_rows_than_anybody_writes_are_counted_and_left(out):
    def flooded(page):
        for place in range(MOST_NEW + 5):
            page.cell(FIRST + 2 + place, column(page, "Isu atau permasalahan")).value = f"Isu {place}"

    (taken,) = out(flooded)
    assert taken.new == MOST_NEW
    assert [line.startswith("5 baris baru lagi") for line in taken.refused] == [True]


def test_the_same_sheet_named_twice_in_the_hidden_list_is_read_once(out):
    def twice(page):
        origin = page.parent["_asal"]
        origin.append([cell.value for cell in origin[2]])
        put(FIRST + 2, "Isu atau permasalahan", "Banjir")(page)

    assert [item.new for item in out(twice)] == [1]


def test_answers_follow_their_program_where_only_the_seen_columns_were_sorted(desk, with_plan, tmp_path):
    sheet, path = desk.worksheet.find("L5").id, tmp_path / "L5.xlsx"
    write_book([desk.worksheet.grid(sheet, with_plan)], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    put(FIRST, "Relevan", "Ya")(page)
    rows = [[cell.value for cell in row[1:]] for row in page.iter_rows(min_row=FIRST, max_row=FIRST + 1)]
    for row, found in zip((FIRST + 1, FIRST), rows, strict=True):
        for at, value in enumerate(found, start=2):
            page.cell(row, at).value = value
    book.save(path)
    (taken,) = desk.worksheet.taken(read_book(path))
    assert taken.refused == ()
    assert [(cell.row, cell.raw) for cell in taken.cells] == [
        (desk.worksheet.grid(sheet, with_plan).rows[0].row, "ya")
    ]


def test_sheets_that_begin_together_get_a_number_each(desk, issues, tmp_path):
    # What is merged for a dimension stands on a sheet that is born with its first answer.
    swot = desk.worksheet.find("L3").id
    parties = [place.party for place in desk.worksheet.places(issues)[:3]]
    path = tmp_path / "baru.xlsx"
    grids = [desk.worksheet.grid(swot, party) for party in parties]
    write_book(grids, desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    for page in book.worksheets[:3]:
        put(FIRST, "Faktor", page.title)(page)
    book.save(path)
    desk.worksheet.adopt(desk.worksheet.taken(read_book(path)))
    assert sorted(desk.worksheet.sheet(swot, party).number for party in parties) == [
        *("L3-03", "L3-04", "L3-05"),
    ]


def test_a_file_of_another_workshop_or_another_program_is_refused(desk, issues, group, tmp_path):
    path = tmp_path / "asing.xlsx"
    write_book([desk.worksheet.grid(issues, group)], "bimtek-lain", path)
    with pytest.raises(UserFault, match="sheet-file-other"):
        desk.worksheet.taken(read_book(path))
    plain = openpyxl.Workbook()
    plain.active.append(["Apa saja"])
    plain.save(path)
    with pytest.raises(UserFault, match="sheet-file-unknown"):
        read_book(path)
    (tmp_path / "teks.xlsx").write_text("No;Isu\n1;Air", encoding="utf-8")
    with pytest.raises(UserFault, match="sheet-file-unknown"):
        read_book(tmp_path / "teks.xlsx")


def test_the_plan_goes_out_read_only_and_its_answers_come_back(desk, with_plan, tmp_path):
    sheet = desk.worksheet.find("L5").id
    path = tmp_path / "L5.xlsx"
    write_book([desk.worksheet.grid(sheet, with_plan)], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    assert page.title == "L5-01"
    assert [page.sheet_state for page in book.worksheets] == ["visible", "hidden", "hidden"]
    assert page.cell(FIRST, column(page, "Pagu 2026 (Rp)")).value == 1_775_000_000
    put(FIRST, "Program Renstra", "Nama lain")(page)
    put(FIRST, "Relevan", "Sebagian")(page)
    put(FIRST, "Dimensi", "GOV Layanan publik")(page)
    page.cell(FIRST + 9, column(page, "Catatan")).value = "Baris liar"
    book.save(path)
    (taken,) = desk.worksheet.taken(read_book(path))
    assert {item.key for item in taken.cells} == {"relevant", "dimension"}
    assert taken.new == 0
    assert ["Baris liar" in line for line in taken.refused] == [True]
    desk.worksheet.adopt([taken])
    answered = desk.worksheet.grid(sheet, with_plan).rows[0].values
    assert (answered["relevant"], answered["program"]) == (
        "sebagian",
        "Pengelolaan Informasi dan Komunikasi Publik",
    )


def test_answers_too_long_for_a_spreadsheet_stay_whole_here(desk, issues, group, tmp_path):
    row = desk.worksheet.grid(issues, group).rows[0].row
    desk.worksheet.set_cells(issues, group, [(row, "cause", "kata " * 9000)])
    path = tmp_path / "panjang.xlsx"
    write_book([desk.worksheet.grid(issues, group)], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    cell = book.worksheets[0].cell(FIRST, column(book.worksheets[0], "Penyebab"))
    assert len(cell.value) <= 32_767
    cell.value = f"Diubah {cell.value}"
    book.save(path)
    (taken,) = desk.worksheet.taken(read_book(path))
    assert taken.cells == ()
    assert ["terpotong" in line for line in taken.refused] == [True]


def test_a_formula_without_a_value_empties_nothing(out):
    (taken,) = out(put(FIRST, "Isu atau permasalahan", '=CONCAT("a";"b")'))
    assert taken.cells == ()
    assert ["rumus" in line for line in taken.refused] == [True]


@pytest.mark.usefixtures("group")
def test_every_group_has_its_tab_and_no_text_becomes_a_formula(desk, issues, tmp_path):
    grids = [desk.worksheet.grid(issues, place.party) for place in desk.worksheet.places(issues)]
    path = tmp_path / "semua.xlsx"
    write_book(grids, desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:6] == [f"L1-0{number}" for number in range(1, 7)]
    formulas = [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    assert len(desk.worksheet.taken(read_book(path))) == 6


def test_what_mentors_wrote_travels_as_comments_and_never_comes_back_as_an_answer(
    desk, issues, group, tmp_path
):
    row = desk.worksheet.grid(issues, group).rows[1].row
    said = [(row, "Satuannya apa?\nSebut tahunnya."), (NO_ROW, "Tambah dua isu."), (row, "Sudah baik.")]
    for subject, text in said:
        desk.comment.write(desk.comment.new_id(), text, CommentPlace(issues, group, subject))
    last = desk.comment.comments(issues, group)[-1]
    desk.comment.settle(last.id)
    gone = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(issues, group, [(gone, "text", "Salah ketik")])
    desk.comment.write(desk.comment.new_id(), "Hapus saja.", CommentPlace(issues, group, gone))
    desk.worksheet.remove_rows(issues, group, [gone])
    grids, path = [desk.worksheet.grid(issues, group)], tmp_path / "L1.xlsx"
    write_book(grids, desk.workshop.get().id, path, desk.comment.open_notes(grids))
    page = openpyxl.load_workbook(path).worksheets[0]
    noted = {cell.coordinate: cell.comment.text for line in page for cell in line if cell.comment}
    first, other = page.cell(1, 2).coordinate, page.cell(FIRST + 1, 2).coordinate
    assert noted[first].splitlines() == [
        f"Catatan telaah {last.by}: Tambah dua isu.",
        f"Catatan telaah {last.by} (baris yang dihapus): Hapus saja.",
    ]
    assert noted[other].startswith(f"Catatan telaah {last.by}: Satuannya apa?\nSebut tahunnya.")
    assert not any("Sudah baik" in text for text in noted.values())
    assert "Ada 3 catatan telaah" in page.cell(2, 2).value
    (taken,) = desk.worksheet.taken(read_book(path))
    assert taken.is_empty
