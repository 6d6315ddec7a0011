"""The make-up of exercises: changed in mid-event, made anew, copied, sent as files, and no answer is lost."""

import json

import openpyxl
import pypdfium2
import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.definition import Touch
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import BLANK, EVERY, FILLED, PrintAsk
from smartcity_desktop.domain.worksheet import ChoiceLine
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services.report import render
from smartcity_desktop.services.worksheet import write_book


@pytest.fixture
def agencies(desk):
    desk.opd.add([OpdRow(f"Dinas {name}") for name in ("Kesehatan", "Pendidikan", "Perhubungan")])
    return [item.id for item in desk.opd.opds()]


def write(desk, worksheet, party, **cells):
    row = desk.worksheet.new_rows(1)[0]
    desk.worksheet.set_cells(worksheet, party, [(row, key, raw) for key, raw in cells.items()])
    return row


def said(desk, worksheet, party, key):
    return [row.values[key] for row in desk.worksheet.grid(worksheet, party).rows]


def own_column(desk, worksheet, label, kind="text", choices=()):
    row, _ = desk.definition.add_column(worksheet, label, kind, choices)
    return desk.definition.read(worksheet).column(row)


def test_a_hidden_column_keeps_its_answers_and_says_so(desk, agencies):
    sheet = desk.worksheet.find("L0")
    write(desk, sheet.id, agencies[0], name="Antrean", maker="Diskominfo")
    column = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "maker")
    touch = Touch("sheet_column", column.id, "hidden", value=True)
    assert desk.definition.told(sheet.id, touch).startswith(
        'Kolom "Pembuat atau pengelola" berisi 1 isian di 1 lembar; semuanya tetap tersimpan'
    )
    desk.definition.set_column(column.id, "hidden", value=True)
    assert "maker" not in desk.worksheet.grid(sheet.id, agencies[0]).rows[0].values
    desk.definition.set_column(column.id, "hidden", value=False)
    assert said(desk, sheet.id, agencies[0], "maker") == ["Diskominfo"]


def test_a_column_without_answers_is_changed_without_a_word(desk):
    sheet = desk.worksheet.find("L0")
    column = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "maker")
    assert desk.definition.told(sheet.id, Touch("sheet_column", column.id, "hidden", value=True)) == ""


def test_another_kind_keeps_every_text_and_warns_of_what_does_not_fit(desk, agencies):
    sheet = desk.worksheet.find("L0")
    column = own_column(desk, sheet.id, "Biaya")
    texts = ["1.500.000", "kira-kira 2 juta", "007"]
    for text in texts:
        write(desk, sheet.id, agencies[0], **{"name": "A", column.key: text})
    told = desk.definition.told(sheet.id, Touch("sheet_column", column.id, "kind", "money"))
    assert told.startswith('Kolom "Biaya" berisi 3 isian di 1 lembar; semuanya tetap seperti ditulis')
    desk.definition.set_kind(sheet.id, column.id, "money")
    grid = desk.worksheet.grid(sheet.id, agencies[0])
    assert [row.values[column.key] for row in grid.rows] == ["1500000", "kira-kira 2 juta", "007"]
    assert [[p.text for p in row.points if p.code.startswith("misfit")] for row in grid.rows] == [
        [],
        ['Biaya: "kira-kira 2 juta" bukan jumlah rupiah utuh.'],
        ['Biaya: "007" ditulis sebagai teks. Ketik ulang agar terbaca.'],
    ]
    desk.definition.set_kind(sheet.id, column.id, "text")
    assert said(desk, sheet.id, agencies[0], column.key) == texts


def test_an_agency_that_was_chosen_stays_readable_as_text_and_is_chosen_again(desk, agencies):
    sheet = desk.worksheet.find("L0")
    column = own_column(desk, sheet.id, "Mitra", "opd")
    write(desk, sheet.id, agencies[0], **{"name": "A", column.key: agencies[1]})
    desk.definition.set_kind(sheet.id, column.id, "long")
    assert said(desk, sheet.id, agencies[0], column.key) == ["Disdik"]
    desk.definition.set_kind(sheet.id, column.id, "opd")
    assert said(desk, sheet.id, agencies[0], column.key) == [agencies[1]]


def test_the_kind_of_a_column_of_the_program_is_fixed(desk):
    sheet = desk.worksheet.find("L0")
    column = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "name")
    with pytest.raises(UserFault, match="column-kind-fixed"):
        desk.definition.set_kind(sheet.id, column.id, "money")


def test_a_choice_that_stands_in_answers_is_retired_and_keeps_standing(desk, agencies):
    sheet = desk.worksheet.find("L0")
    column = own_column(desk, sheet.id, "Warna", "choice", [ChoiceLine("Merah"), ChoiceLine("Biru")])
    write(desk, sheet.id, agencies[0], **{"name": "A", column.key: "Merah"})
    touch = Touch("sheet_column", column.id, "choices", "Merah")
    assert desk.definition.told(sheet.id, touch).startswith('Pilihan "Merah" sudah dipakai di 1 isian')
    desk.definition.set_choices(sheet.id, column.id, [ChoiceLine("Biru", "Biru tua"), ChoiceLine("Hijau")])
    grid = desk.worksheet.grid(sheet.id, agencies[0])
    shown = next(item for item in grid.columns if item.key == column.key)
    assert [item.label for item in shown.offered] == ["Biru tua", "Hijau"]
    assert [item.label for item in shown.choices if item.retired] == ["Merah"]
    assert grid.rows[0].values[column.key] == "Merah"
    assert not [p for p in grid.rows[0].points if p.code.startswith("misfit")]


def test_a_column_of_the_program_takes_other_words_and_no_further_choice(desk):
    sheet = desk.worksheet.find("L0")
    column = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "kind")
    with pytest.raises(UserFault, match="column-choices-fixed"):
        desk.definition.set_choices(sheet.id, column.id, [ChoiceLine("lain", "Lain")])
    desk.definition.set_choices(sheet.id, column.id, [ChoiceLine("aplikasi", "Sistem")])
    lines = desk.definition.read(sheet.id).column(column.id).choices.splitlines()
    assert lines == ["aplikasi=Sistem", "-inovasi=Inovasi"]


def test_columns_stand_in_the_order_they_are_put_in(desk):
    sheet = desk.worksheet.find("L0")
    before = [item.key for item in desk.worksheet.columns(sheet.id)]
    last = desk.worksheet.columns(sheet.id)[-1]
    desk.definition.move_column(sheet.id, last.id, 0)
    assert [item.key for item in desk.worksheet.columns(sheet.id)] == [before[-1], *before[:-1]]


def test_sheets_of_those_who_filled_before_stay_reachable(desk, agencies):
    sheet = desk.worksheet.find("L0")
    for place, party in enumerate(agencies):
        write(desk, sheet.id, party, name=f"Aplikasi {place}")
    told = desk.definition.told(sheet.id, Touch("worksheet", sheet.id, "filled_by", "dimension"))
    assert told.startswith("3 lembar OPD berisi 3 baris tetap tersimpan sebagai lembar lama")
    desk.definition.set_filler(sheet.id, "dimension")
    found = desk.definition.read(sheet.id)
    assert [item.words for item in found.old] == ["lembar lama: 3 OPD"]
    places = desk.worksheet.places(sheet.id)
    old = [item for item in places if item.party in agencies]
    assert [item.name for item in old] == [
        "Dinas Kesehatan (lembar lama)",
        "Dinas Pendidikan (lembar lama)",
        "Dinas Perhubungan (lembar lama)",
    ]
    assert [(item.done, item.required) for item in old] == [(1, False)] * 3
    assert {item.kind for item in places} == {"opd", "dimension"}
    # What stands on such a sheet can still be corrected there.
    row = desk.worksheet.grid(sheet.id, agencies[0]).rows[0].row
    desk.worksheet.set_cells(sheet.id, agencies[0], [(row, "name", "Aplikasi nol")])
    assert said(desk, sheet.id, agencies[0], "name") == ["Aplikasi nol"]
    desk.definition.set_filler(sheet.id, "opd")
    assert said(desk, sheet.id, agencies[2], "name") == ["Aplikasi 2"]
    assert desk.definition.read(sheet.id).old == ()


def test_whose_rows_are_programs_of_a_plan_stays_with_the_agencies(desk):
    sheet = desk.worksheet.find("L5")
    assert desk.definition.read(sheet.id).fillers == ("opd",)
    with pytest.raises(UserFault, match="definition-filler"):
        desk.definition.set_filler(sheet.id, "plenary")


def test_a_definition_changes_in_mid_event_and_nothing_is_lost_by_undo_or_reopening(tmp_path, ticking):
    path = tmp_path / "tengah.bimtek"
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    desk = create_desk(path, new, clock=ticking, profile=tmp_path / "p")
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    agencies = [item.id for item in desk.opd.opds()]
    sheet = desk.worksheet.find("L0")
    column = own_column(desk, sheet.id, "Catatan")
    row = write(desk, sheet.id, agencies[0], **{"name": "Antrean", "maker": "Kominfo", column.key: "dua"})
    named = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "maker")
    desk.definition.set_column(named.id, "hidden", value=True)
    desk.definition.set_kind(sheet.id, column.id, "int")
    desk.definition.set_filler(sheet.id, "plenary")
    write(desk, sheet.id, sheet.id, name="Satu untuk semua")
    desk.definition.retire(sheet.id, retired=True)
    for _ in range(5):
        desk.undo()
    assert desk.definition.read(sheet.id).worksheet == desk.worksheet.find("L0")
    grid = desk.worksheet.grid(sheet.id, agencies[0])
    assert [grid.rows[0].values[key] for key in ("name", "maker", column.key)] == [
        "Antrean",
        "Kominfo",
        "dua",
    ]
    for _ in range(5):
        desk.redo()
    desk.close()
    with open_desk(path, clock=ticking, profile=tmp_path / "p") as again:
        found = again.definition.read(sheet.id)
        assert (found.worksheet.retired, found.worksheet.filled_by) == (True, "plenary")
        assert [item.words for item in found.old] == ["lembar lama: 1 OPD"]
        again.definition.set_column(named.id, "hidden", value=False)
        grid = again.worksheet.grid(sheet.id, agencies[0])
        assert grid.rows[0].row == row
        assert [grid.rows[0].values[k] for k in ("name", "maker", column.key)] == [
            "Antrean",
            "Kominfo",
            "dua",
        ]
        assert said(again, sheet.id, sheet.id, "name") == ["Satu untuk semua"]
        assert again.check() == []


def test_an_item_that_is_used_no_longer_keeps_its_answer(desk):
    sheet = desk.worksheet.find("L2")
    found = desk.definition.read(sheet.id)
    part, item = found.parts[0], found.items[0]
    desk.worksheet.set_cells(sheet.id, part.id, [(item.id, "score", "3")])
    told = desk.definition.told(sheet.id, Touch("sheet_item", item.id, "retired", value=True))
    assert "sudah punya 1 isian di 1 lembar" in told
    desk.definition.set_held("sheet_item", item.id, "retired", value=True)
    assert item.id not in [row.row for row in desk.worksheet.grid(sheet.id, part.id).rows]
    desk.definition.set_held("sheet_item", item.id, "retired", value=False)
    assert desk.worksheet.grid(sheet.id, part.id).rows[0].values["score"] == "3"
    assert desk.definition.told(sheet.id, Touch("worksheet_part", part.id, "retired", value=True))


def test_an_exercise_from_nothing_stands_with_a_column_and_is_ready_to_fill(desk, agencies):
    row, changes = desk.definition.new("Peta masalah", "opd", 2)
    assert changes.label == "kertas kerja Peta masalah dibuat"
    found = desk.definition.read(row)
    assert (found.worksheet.code, found.worksheet.own, len(found.columns)) == ("X1", True, 1)
    write(desk, row, agencies[1], text="Banjir di hilir")
    assert said(desk, row, agencies[1], "text") == ["Banjir di hilir"]
    assert [item.number for item in desk.worksheet.places(row)] == ["X1-01", "X1-02", "X1-03"]
    assert desk.definition.read(row).answers == 1


def test_an_exercise_of_standing_rows_is_answered_row_by_row(desk):
    row, _ = desk.definition.new(
        "Cek akhir", "plenary", 4, items=["Sudah ditandatangani?", " ", "Sudah dikirim?"]
    )
    desk.definition.add_held(row, "sheet_item", ["Sudah diarsipkan?", "Sudah dikirim?"])
    grid = desk.worksheet.grid(row, row)
    assert [line.values["item"] for line in grid.rows] == [
        "Sudah ditandatangani?",
        "Sudah dikirim?",
        "Sudah diarsipkan?",
    ]
    desk.worksheet.set_cells(row, row, [(grid.rows[1].row, "answer", "Besok")])
    assert said(desk, row, row, "answer") == ["", "Besok", ""]
    assert [(item.done, item.total) for item in desk.worksheet.places(row)] == [(1, 3)]


def test_an_exercise_needs_a_title(desk):
    with pytest.raises(UserFault, match="definition-untitled"):
        desk.definition.new("  ", "opd", 1)
    with pytest.raises(UserFault, match="definition-untitled"):
        desk.definition.copy(desk.worksheet.find("L1").id, "")


@pytest.mark.parametrize(
    ("code", "target", "source"),
    [
        ("L0", "asset", "free"),
        ("L2", "readiness", "fixed"),
        ("L5", "item_answer", "renstra_program"),
        ("L9", "item_answer", "initiative"),
        ("L10N", "candidate", "candidate"),
    ],
)
@pytest.mark.usefixtures("agencies")
def test_a_copy_has_answers_of_its_own(desk, code, target, source):
    sheet = desk.worksheet.find(code)
    row, _ = desk.definition.copy(sheet.id, f"Salinan {code}")
    found = desk.definition.read(row)
    assert (found.worksheet.target, found.worksheet.rows_from, found.worksheet.own) == (target, source, True)
    assert found.answers == 0
    assert {item.id for item in found.columns}.isdisjoint(
        item.id for item in desk.worksheet.columns(sheet.id)
    )
    if source == "free":
        party = desk.worksheet.places(row)[0].party
        key = next(item.key for item in found.columns if item.kind in {"long", "text"})
        write(desk, row, party, **{key: "Isi salinan"})
        assert said(desk, row, party, key) == ["Isi salinan"]
        assert desk.definition.read(sheet.id).answers == 0


def test_a_file_brings_an_exercise_whole_and_names_what_differs(desk, tmp_path):
    sheet = desk.worksheet.find("L2")
    path = tmp_path / "kesiapan.kertaskerja"
    desk.definition.save(sheet.id, path)
    shape = desk.definition.open(path)
    assert desk.definition.same_code(shape).id == sheet.id
    assert desk.definition.differences(sheet.id, shape) == ()
    row, _ = desk.definition.adopt(shape)
    made, was = desk.definition.read(row), desk.definition.read(sheet.id)
    assert (made.worksheet.code, len(made.items), len(made.parts)) == ("X1", len(was.items), len(was.parts))
    assert [item.label for item in made.columns] == [item.label for item in was.columns]


def test_differences_of_a_file_are_taken_one_by_one(desk, agencies, tmp_path):
    sheet = desk.worksheet.find("L0")
    path = tmp_path / "inventaris.kertaskerja"
    column = own_column(desk, sheet.id, "Biaya", "money")
    named = next(item for item in desk.worksheet.columns(sheet.id) if item.key == "maker")
    desk.definition.set_column(named.id, "label", "Dibuat oleh")
    desk.definition.save(sheet.id, path)
    for _ in range(2):
        desk.undo()
    desk.definition.set_field(sheet.id, "minutes", 20)
    extra = own_column(desk, sheet.id, "Hanya di sini")
    write(desk, sheet.id, agencies[0], **{"name": "A", "maker": "Kominfo", extra.key: "tetap"})
    shape = desk.definition.open(path)
    found = desk.definition.differences(sheet.id, shape)
    assert [(item.way, item.words) for item in found] == [
        ("other", "Menit"),
        ("other", "Kolom Pembuat atau pengelola: nama"),
        ("new", "Kolom baru"),
        ("gone", "Kolom Hanya di sini: sembunyikan"),
    ]
    desk.definition.update(sheet.id, shape, found[1:3])
    labels = {item.key: item.label for item in desk.worksheet.columns(sheet.id)}
    assert (labels["maker"], labels[column.key]) == ("Dibuat oleh", "Biaya")
    assert desk.definition.read(sheet.id).worksheet.minutes == 20
    assert said(desk, sheet.id, agencies[0], extra.key) == ["tetap"]
    desk.definition.update(sheet.id, shape, desk.definition.differences(sheet.id, shape))
    assert desk.definition.differences(sheet.id, shape) == ()


def _spoilt(held, **changes):
    from smartcity_desktop.exchange import definition as files

    held["exercise"] |= changes
    held["sum"] = files._sum(held["exercise"])
    return json.dumps(held)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda _: "bukan json", "isinya rusak atau terpotong"),
        (lambda _: "[" * 100_000, "isinya rusak"),
        (lambda _: json.dumps({"format": "lain"}), "ini bukan berkas kertas kerja dari program ini"),
        (lambda held: json.dumps(held | {"version": 99}), "berkas ini dibuat oleh program yang lebih baru"),
        (lambda held: json.dumps(held | {"exercise": {}}), "isinya berubah setelah disimpan"),
        (lambda _: " " * 1_100_000, "berkasnya lebih besar dari 1 MB"),
        (lambda held: _spoilt(held, title=""), "judulnya kosong"),
        (lambda held: _spoilt(held, target="person"), "asal barisnya tidak dikenal"),
        (lambda held: _spoilt(held, rows_from="candidate"), "asal baris dan isiannya tidak cocok"),
        (lambda held: _spoilt(held, filled_by="siapa"), 'isian "filled_by" tidak dikenal'),
        (lambda held: _spoilt(held, columns=[]), "tidak ada kolom yang dapat diisi"),
        (lambda held: _spoilt(held, minutes=10**9), 'angka "minutes" tidak masuk akal'),
        (lambda held: _spoilt(held, guide="a" * 30_000), 'isian "guide" terlalu panjang'),
        (
            lambda held: _spoilt(held, columns=held["exercise"]["columns"] * 2),
            'kolom "kind" ada dua kali',
        ),
        (
            lambda held: _spoilt(held, columns=[held["exercise"]["columns"][1] | {"bound": "sheet"}]),
            'kolom "Nama" menunjuk isian yang tidak dikenal',
        ),
        (lambda held: _spoilt(held, items=[{"text": "x"}]), "ada butir, bagian, atau kriteria tanpa kode"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_with_what_is_wrong(desk, tmp_path, spoil, why):
    path = tmp_path / "latihan.kertaskerja"
    desk.definition.save(desk.worksheet.find("L0").id, path)
    path.write_text(spoil(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    with pytest.raises(UserFault) as refused:
        desk.definition.open(path)
    assert refused.value.code == "definition-file"
    assert refused.value.values["why"].startswith(why)


def test_every_exercise_of_the_shelf_goes_out_and_comes_back(desk, tmp_path):
    path = tmp_path / "latihan.kertaskerja"
    for sheet in desk.worksheet.worksheets():
        desk.definition.save(sheet.id, path)
        assert desk.definition.differences(sheet.id, desk.definition.open(path)) == ()


def test_items_keep_to_their_part_under_its_new_code(desk):
    sheet = desk.worksheet.find("L2").id
    first, second = (place.party for place in desk.worksheet.places(sheet)[:2])
    row = desk.worksheet.grid(sheet, first).rows[0].row
    desk.worksheet.set_cells(sheet, first, [(row, "score", "3")])
    desk.definition.set_held("worksheet_part", first, "code", "ORG")
    assert said(desk, sheet, first, "score")[0] == "3"
    assert len(desk.worksheet.grid(sheet, second).rows) == 15
    with pytest.raises(UserFault, match="definition-code"):
        desk.definition.set_held("worksheet_part", second, "code", "org")
    assert not desk.definition.set_held("worksheet_part", second, "code", " ")
    item = desk.definition.read(sheet).items[0]
    desk.definition.set_held("sheet_item", item.id, "section", "ORH")
    for party in (first, second):
        assert item.id in {one.row for one in desk.worksheet.grid(sheet, party).rows}, "never out of sight"


def test_a_file_that_makes_a_column_one_of_choices_finds_the_answers_among_them(desk, tmp_path):
    row, _ = desk.definition.new("Uji", "plenary", 1)
    column = own_column(desk, row, "Urgensi")
    write(desk, row, row, **{"text": "Banjir", column.key: "Tinggi"})
    path = tmp_path / "uji.kertaskerja"
    desk.definition.set_kind(row, column.id, "choice")
    desk.definition.set_choices(row, column.id, [ChoiceLine("t", "Tinggi"), ChoiceLine("r", "Rendah")])
    desk.definition.save(row, path)
    desk.undo()
    desk.undo()
    shape = desk.definition.open(path)
    desk.definition.update(row, shape, desk.definition.differences(row, shape))
    assert said(desk, row, row, column.key) == ["t"]


def test_a_file_that_cannot_be_written_or_read_is_told(desk, tmp_path):
    with pytest.raises(DiskFault, match="file-not-written"):
        desk.definition.save(desk.worksheet.find("L0").id, desk.path / "x.kertaskerja")
    with pytest.raises(UserFault, match="definition-file"):
        desk.definition.open(tmp_path / "hilang.kertaskerja")


@pytest.mark.usefixtures("agencies")
def test_the_preview_shows_two_rows_the_first_after_the_example(desk):
    grid = desk.definition.preview(desk.worksheet.find("L0").id)
    assert [row.values["name"] for row in grid.rows] == ["Antrean Daring Dukcapil", ""]
    grid = desk.definition.preview(desk.worksheet.find("L2").id)
    assert all(row.values["text"] for row in grid.rows)
    grid = desk.definition.preview(desk.worksheet.find("L7").id)
    named = {item.label: grid.rows[0].values[item.key] for item in grid.columns}
    assert named["Program smart city"] == "Adminduk tuntas di kelurahan", (
        "the example says no more than Program"
    )
    assert not named["Satuan indikator"]


def words_on(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_an_exercise_of_ones_own_is_printed_blank_and_filled_and_goes_to_a_spreadsheet(
    desk, agencies, tmp_path
):
    row, _ = desk.definition.new("Peta masalah", "opd", 2)
    column = own_column(desk, row, "Mulai")
    write(desk, row, agencies[0], **{"text": "Banjir di hilir", column.key: "entah"})
    desk.definition.set_kind(row, column.id, "date")
    blank = words_on(render(desk.report.asked(BLANK, PrintAsk(worksheet=row, choice=EVERY))))
    filled = words_on(render(desk.report.gather(FILLED, worksheet=row)))
    assert all(word in blank for word in ("PETA MASALAH", "Isian", "Mulai", "X1-01", "X1-03"))
    assert "Banjir" not in blank
    assert all(word in filled for word in ("Banjir di hilir", "entah", "Dinas Kesehatan"))
    target = tmp_path / "isian.xlsx"
    write_book([desk.worksheet.grid(row, agencies[0])], desk.opd.opds()[0].id, target)
    page = openpyxl.load_workbook(target).worksheets[0]
    cells = [cell for line in page.iter_rows(values_only=True) for cell in line]
    assert {"Banjir di hilir", "entah", "Mulai"} <= set(cells)


def test_old_sheets_are_printed_with_the_others(desk, agencies):
    sheet = desk.worksheet.find("L0")
    write(desk, sheet.id, agencies[0], name="Antrean Daring")
    desk.definition.set_filler(sheet.id, "plenary")
    write(desk, sheet.id, sheet.id, name="Satu untuk semua")
    filled = words_on(render(desk.report.gather(FILLED, worksheet=sheet.id)))
    assert all(word in filled for word in ("Antrean Daring", "lembar lama", "Satu untuk semua"))
