"""A list of participants is read from any spreadsheet; what means harm gets its sentence."""

import pytest

from smartcity_desktop.domain.people_list import ADD, Known, read_list
from smartcity_desktop.domain.people_sheet import layout_of, likeliest
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child
from smartcity_desktop.exchange.people import MOST_ROWS, read_file, read_pasted
from tests.exchange.hostile import OLD_OFFICE, many
from tests.exchange.office import docx, html, mhtml, odt, xls_xml
from tests.exchange.old_office import doc
from tests.exchange.people_files import ROWS, compound, ods, xls, xlsx
from tests.exchange.tables import Table

FILES = [file for file in many() if file.code not in {"read-old-format", "read-no-table"}]


def people(file):
    sheet = file.sheets[likeliest(file.sheets)]
    found = read_list(sheet, layout_of(sheet), Known(keep_nip=True))
    return [(item.person.name, item.person.position, item.person.institution) for item in found.people]


EXPECTED = [(str(row[1]), str(row[3]), str(row[4])) for row in ROWS[2:]]


@pytest.mark.parametrize("save", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_every_kind_of_spreadsheet_gives_the_same_people(save, tmp_path):
    ending = {xlsx: "xlsx", xls: "xls", ods: "ods"}[save]
    file = read_file(save(tmp_path / f"undangan.{ending}"))
    assert file.name == f"undangan.{ending}"
    assert people(file) == EXPECTED


@pytest.mark.parametrize("write", [docx, html, mhtml, odt, xls_xml, doc], ids=lambda write: write.__name__)
def test_a_list_inside_a_document_gives_the_same_people(write, tmp_path):
    table = Table()
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            table.put(row, column, str(value))
    path = tmp_path / "undangan.doc"
    path.write_bytes(write(table))
    assert people(read_file(path)) == EXPECTED


def test_a_csv_gives_the_same_people_with_the_commas_of_their_titles(tmp_path):
    path = tmp_path / "undangan.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in ROWS), encoding="utf-8")
    assert people(read_file(path)) == EXPECTED
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS), encoding="utf-8-sig")
    assert people(read_file(path)) == EXPECTED


def test_a_csv_of_a_windows_laptop_keeps_its_letters(tmp_path):
    path = tmp_path / "undangan.csv"
    path.write_bytes("Nama;Jabatan\nSya’ban Café, S.E.;Staf\n".encode("cp1252"))
    assert people(read_file(path)) == [("Sya’ban Café, S.E.", "Staf", "")]


def test_names_one_a_line_keep_their_commas(tmp_path):
    lines = "1. Budi Santoso, S.E., M.M.\n2. Ani\n3. Hj. Rina, S.Sos."
    expected = [(name, "", "") for name in ("Budi Santoso, S.E., M.M.", "Ani", "Hj. Rina, S.Sos.")]
    assert people(read_pasted(lines)) == expected
    path = tmp_path / "nama.txt"
    path.write_text(lines, encoding="utf-8")
    assert people(read_file(path)) == expected


def test_cells_copied_from_excel_keep_line_breaks_inside_a_cell():
    pasted = 'Nama\tJabatan\tInstansi\n"Budi\nSantoso"\tStaf\tDinas Kesehatan\n'
    assert people(read_pasted(pasted)) == [("Budi Santoso", "Staf", "Dinas Kesehatan")]


def test_merged_cells_travel_with_their_sheet(tmp_path):
    rows = (("Nama", "Instansi"), ("Budi", "Dinas Kesehatan"), ("Ani", None), ("Rina", "Bank X"))
    file = read_file(xlsx(tmp_path / "a.xlsx", rows, merges=("B2:B3",)))
    assert file.sheets[0].merges == ((1, 1, 2, 1),)
    assert [place for _, _, place in people(file)] == ["Dinas Kesehatan", "Dinas Kesehatan", "Bank X"]


def test_a_number_that_excel_rounded_is_told_not_kept(tmp_path):
    file = read_file(xlsx(tmp_path / "a.xlsx"))
    sheet = file.sheets[0]
    found = read_list(sheet, layout_of(sheet), Known(keep_nip=True)).people
    assert [item.nip for item in found] == ["", "198001012006041002"]
    assert any("dirusak Excel" in doubt.words for doubt in found[0].doubts)
    assert found[0].action == ADD


def test_hidden_sheets_come_too_and_are_not_proposed(tmp_path):
    more = (("Lama", ROWS * 3, True), ("Kosong", (), False))
    file = read_file(xlsx(tmp_path / "a.xlsx", more=more))
    assert [(sheet.name, sheet.hidden) for sheet in file.sheets] == [("Peserta", False), ("Lama", True)]
    assert likeliest(file.sheets) == 0


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_hostile_file_gets_its_sentence(file, tmp_path):
    path = tmp_path / file.name
    path.write_bytes(file.content)
    with pytest.raises(UserFault) as caught:
        read_file(path)
    words = sentence(caught.value)
    assert file.name in words
    assert "{" not in words
    assert "gangguan" not in words


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (OLD_OFFICE + bytes(2000), "read-damaged"),
        (compound(b"surat", "WordDocument"), "read-old-format"),
        (compound(b"bukan catatan", "Workbook"), "read-damaged"),
        (compound(b"x", "EncryptedPackage"), "read-password"),
    ],
)
def test_an_old_office_file_that_is_no_list_gets_its_sentence(content, code, tmp_path):
    path = tmp_path / "lama.xls"
    path.write_bytes(content)
    with pytest.raises(UserFault) as caught:
        read_file(path)
    assert caught.value.code == code


def test_an_old_workbook_cut_off_in_the_middle_is_damaged_and_nothing_more(tmp_path):
    whole = xls(tmp_path / "a.xls").read_bytes()
    for size in (600, 1200, 2000, len(whole) - 700):
        path = tmp_path / f"potong-{size}.xls"
        path.write_bytes(whole[:size])
        assert set(names_or_fault(path)) <= {
            *(name for name, _, _ in EXPECTED),
            *("read-damaged", "read-old-format", "people-empty"),
        }


def names_or_fault(path):
    try:
        return [name for name, _, _ in people(read_file(path))]
    except UserFault as fault:
        return [fault.code]


def test_a_file_without_a_table_is_said_so(tmp_path):
    with pytest.raises(UserFault, match="people-empty"):
        read_file(xlsx(tmp_path / "a.xlsx", rows=()))
    with pytest.raises(UserFault, match="read-empty"):
        read_pasted("  \n\n ")


def test_a_list_far_longer_than_a_workshop_is_refused_and_a_sheet_beside_it_read(tmp_path):
    long = [("Nama",), *((f"Peserta {number}",) for number in range(MOST_ROWS + 1))]
    with pytest.raises(UserFault, match="people-too-long"):
        read_file(xlsx(tmp_path / "a.xlsx", long))
    file = read_file(xlsx(tmp_path / "b.xlsx", long, more=(("Baik", ROWS, False),)))
    assert [sheet.name for sheet in file.sheets] == ["Baik"]


def test_a_reading_that_is_cancelled_ends(tmp_path):
    path = xlsx(tmp_path / "a.xlsx")
    with pytest.raises(UserFault, match="read-cancelled"):
        read_file(path, cancelled=lambda: True)


def test_an_answer_that_is_none_counts_as_a_damaged_file(tmp_path, monkeypatch):
    path = xlsx(tmp_path / "a.xlsx")
    monkeypatch.setattr(child, "run", lambda *_, **__: iter([{"name": "A", "rows": 3}]))
    with pytest.raises(UserFault, match="read-damaged"):
        read_file(path)


def test_two_thousand_people_are_read_in_good_time(tmp_path):
    rows = [ROWS[1], *((n, f"Peserta Uji {n}, S.E.", "", "Staf", f"Dinas {n % 40}") for n in range(2000))]
    file = read_file(xlsx(tmp_path / "a.xlsx", rows))
    assert len(people(file)) == 2000
