"""The RPJMD/RPD as a frame: typed, pasted, read; points keep their ids and what hangs on them."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.plan_frame_change import Said
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, Origin, PointDraft
from smartcity_desktop.errors import UserFault

BLOCK = (
    "Visi: Konsel maju\nMisi 1: Melayani\nTujuan 1.1 Birokrasi bersih\nSasaran 1.1.1 Layanan publik cepat\n"
    "Indikator: Indeks SPBE (indeks); 2,1 (2024); 2026: 2,6\nMisi 2: Ekonomi\nIsu: Stunting"
)
SPBE = IndicatorDraft("Indeks SPBE", "indeks", "2,1", "2024", {"2027": "3"})


@pytest.fixture
def framed(desk):
    desk.document.take(desk.document.read_pasted(BLOCK).points)
    return {item.point.text: item for item in desk.document.frame()}


def answered(desk, code, point):
    """Choose a point in a new row of a worksheet of a dimension or agency."""
    sheet = desk.worksheet.add(code) and desk.worksheet.find(code).id
    party = desk.worksheet.places(sheet)[0].party
    desk.worksheet.set_cells(sheet, party, [(desk.worksheet.new_rows(1)[0], "point", point)])


def words(desk):
    return [f"{item.word}: {item.point.text}" for item in desk.document.frame()]


def test_a_pasted_block_is_taken_in_one_act_with_its_tree_and_indicators(desk, framed):
    assert words(desk) == [
        "Visi: Konsel maju",
        "Misi 1: Melayani",
        "Tujuan 1.1: Birokrasi bersih",
        "Sasaran 1.1.1: Layanan publik cepat",
        "Misi 2: Ekonomi",
        "Isu 1: Stunting",
    ]
    [spbe] = framed["Layanan publik cepat"].indicators
    assert (spbe.name, spbe.baseline, spbe.target) == ("Indeks SPBE", "2,1", {"2026": "2,6"})
    assert framed["Layanan publik cepat"].chain == "Misi 1 \u203a Tujuan 1.1 \u203a Sasaran 1.1.1"
    assert desk.undo_label() == ("pakai 1 visi, 2 misi, 1 isu strategis, 1 tujuan, 1 sasaran RPJMD/RPD")
    desk.undo()
    assert desk.document.frame() == ()


def test_taking_again_keeps_ids_and_what_was_typed(desk, framed):
    row = framed["Layanan publik cepat"].point.id
    desk.document.set_field(row, "page", "37")
    changed = [
        PointDraft("misi", "Melayani", "1"),
        PointDraft("sasaran", "Layanan publik yang cepat", "1.1.1", 0, (SPBE,), origin=Origin(page=0)),
    ]
    before = desk.document.preview(changed)
    assert (before.known, before.fresh) == (2, 0)
    assert {item.point.text for item in before.gone} == {
        "Konsel maju",
        "Birokrasi bersih",
        "Ekonomi",
        "Stunting",
    }
    told, _ = desk.document.take(changed)
    assert (told.known, told.fresh, told.removed) == (2, 0, 0)
    again = {item.point.id: item for item in desk.document.frame()}
    assert (again[row].point.text, again[row].point.page) == ("Layanan publik yang cepat", "37")
    [spbe] = again[row].indicators
    assert spbe.id == framed["Layanan publik cepat"].indicators[0].id
    assert spbe.target == {"2027": "3"}
    assert len(again) == 6


@pytest.mark.usefixtures("framed")
def test_points_that_are_not_in_the_new_file_go_only_when_it_is_said(desk):
    told, _ = desk.document.take([PointDraft("misi", "Melayani")], drop=True)
    assert told.removed == 5
    assert words(desk) == ["Misi 1: Melayani"]
    desk.undo()
    assert len(desk.document.frame()) == 6


@pytest.mark.usefixtures("diskominfo")
def test_what_taking_would_change_is_told_point_by_point_before_it_is_taken(desk, framed):
    answered(desk, "L1", framed["Stunting"].point.id)
    wanted = [
        PointDraft("misi", "Melayani", "7", opd=("Diskominfo", "Dinas Sihir")),
        PointDraft("sasaran", "Layanan publik cepat dan tepat"),
    ]
    change = desk.document.change(wanted)
    assert [item.told for item in change.points["0"].fields] == ["Nomor: 1 → 7", "OPD: – → Diskominfo"]
    assert change.points["0"].doubts == ('"Dinas Sihir" tidak ada di daftar OPD, jadi tidak ditautkan.',)
    assert change.points["1"].state == "changed"
    issue = framed["Stunting"].point.id
    assert [item.uses for item in change.of("gone") if item.old.point.id == issue] == [1]
    assert desk.document.change(wanted, Said(frozenset({1}))).points["1"].state == "new"
    gone, known = framed["Ekonomi"].point.id, framed["Melayani"].point.id
    told, _ = desk.document.take(wanted, said=Said(frozenset({1}), {}, frozenset({gone, known})))
    assert (told.known, told.fresh, told.removed) == (1, 1, 1)
    assert sorted(item.text for item in desk.document.points("sasaran")) == [
        "Layanan publik cepat",
        "Layanan publik cepat dan tepat",
    ]
    assert [item.text for item in desk.document.points("misi")] == ["Melayani"]


@pytest.mark.usefixtures("diskominfo")
def test_a_point_that_an_answer_names_is_said_before_it_goes(desk, framed):
    row = framed["Stunting"].point.id
    answered(desk, "L1", row)
    preview = desk.document.preview([PointDraft("misi", "Melayani")])
    assert preview.used == {row}
    assert desk.document.uses()[row] == 1


def test_agencies_are_known_by_name_and_the_unknown_ones_are_named(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")])
    points = [
        PointDraft("sasaran", "Digital"),
        PointDraft(
            "program",
            "Program Aplikasi",
            parent=0,
            pagu={"2026": 5},
            opd=("Diskominfo", "Dinas Sihir", "Dinas Kesehatan"),
        ),
    ]
    assert desk.document.preview(points).unknown == ("Dinas Sihir",)
    told, _ = desk.document.take(points)
    assert told.unknown == ("Dinas Sihir",)
    program = desk.document.frame()[1]
    known = {item.id: item.name for item in desk.opd.opds()}
    assert sorted(known[row] for row in program.opd) == [
        "Dinas Kesehatan",
        "Dinas Komunikasi dan Informatika",
    ]
    assert program.pagu == {"2026": 5}


def test_a_file_becomes_a_document_of_the_register_once(desk):
    source = Draft(
        document_kind="rpd",
        source_name="rpd.xlsx",
        period_start=2025,
        period_end=2026,
        years=("2025", "2026"),
    )
    desk.document.take([PointDraft("tujuan", "Satu")], source)
    desk.document.take([PointDraft("tujuan", "Satu"), PointDraft("tujuan", "Dua")], source)
    [document] = [item for item in desk.renstra.documents() if item.kind == "rpd"]
    assert document.title == "RPD Kabupaten Konawe Selatan 2025–2026"
    assert {item.point.document for item in desk.document.frame()} == {document.id}
    assert document.years == ("2025", "2026")


def test_reading_a_table_takes_nothing_from_the_document_in_the_register(desk, tmp_path):
    book = tmp_path / "RPJMD lengkap.pdf"
    book.write_bytes(b"%PDF-1.7 isi")
    row, _ = desk.register.add("rpjmd", "RPJMD Konsel")
    for name, value in (("period_start", 2025), ("period_end", 2029), ("years@2024", "1")):
        desk.register.update(row, name, value)
    desk.register.attach(row, book, keep=True)
    source = Draft(document_kind="rpjmd", source_name="tabel.xlsx", source_sha256="ab", years=("2025",))
    desk.document.take([PointDraft("tujuan", "Satu")], source)
    (document,) = [item for item in desk.renstra.documents() if item.kind == "rpjmd"]
    assert (document.title, document.period_start, document.period_end) == ("RPJMD Konsel", 2025, 2029)
    assert document.years == ("2025",)
    assert (document.source_name, desk.register.file_of(row)) == ("RPJMD lengkap.pdf", b"%PDF-1.7 isi")
    desk.register.detach(row)
    desk.document.take([PointDraft("tujuan", "Satu")], source)
    (document,) = [item for item in desk.renstra.documents() if item.kind == "rpjmd"]
    assert document.source_name == "tabel.xlsx"


def test_a_point_is_added_where_it_was_asked_for_moved_and_shifted(desk, framed):
    goal = framed["Birokrasi bersih"].point.id
    row, _ = desk.document.add("sasaran", " Layanan  ramah ", goal, framed["Layanan publik cepat"].point.id)
    assert words(desk)[3:5] == ["Sasaran 1.1.1: Layanan publik cepat", "Sasaran 1.1.2: Layanan ramah"]
    desk.document.move(row, -1)
    assert words(desk)[3] == "Sasaran 1.1.1: Layanan ramah"
    assert not desk.document.move(row, -1)
    desk.document.shift(row, 1)
    shown = {item.point.id: item for item in desk.document.frame()}
    assert shown[row].point.kind == "program"
    assert not desk.document.shift(row, 1)
    desk.undo()
    assert {item.point.id: item for item in desk.document.frame()}[row].point.kind == "sasaran"


def test_a_point_is_deleted_with_all_below_it_and_comes_back(desk, framed):
    desk.document.remove(framed["Melayani"].point.id)
    assert words(desk) == ["Visi: Konsel maju", "Misi 2: Ekonomi", "Isu 1: Stunting"]
    assert desk.undo_label() == "hapus Misi 1 Melayani beserta 2 butir di bawahnya"
    desk.undo()
    assert len(desk.document.frame()) == 6


def test_indicators_and_agencies_are_typed(desk, framed, diskominfo):
    point = framed["Birokrasi bersih"].point.id
    row, _ = desk.document.add_indicator(point, "Indeks RB")
    desk.document.set_indicator(row, "target@2026", "64")
    desk.document.set_opds(point, [diskominfo])
    item = next(one for one in desk.document.frame() if one.point.id == point)
    assert (item.indicators[0].name, item.indicators[0].target) == ("Indeks RB", {"2026": "64"})
    assert item.opd == (diskominfo,)
    desk.document.set_opds(point, [])
    desk.document.remove_indicators(row)
    item = next(one for one in desk.document.frame() if one.point.id == point)
    assert (item.indicators, item.opd) == ((), ())
    assert desk.document.years() == ("2025", "2026", "2027", "2028", "2029")
    with pytest.raises(UserFault, match="row-gone"):
        desk.document.add_indicator(row, "x")


def test_what_an_indicator_is_to_come_to_at_the_end_is_kept(desk):
    table = "Misi\tSasaran\tIndikator\tTarget 2026\tKondisi Akhir\nMaju\tCepat\tIndeks\t2\t5"
    desk.document.take(desk.document.read_pasted(table).points)
    (item,) = [one for point in desk.document.frame() for one in point.indicators]
    assert (item.target, item.final) == ({"2026": "2"}, "5")


def test_nothing_read_is_nothing_taken(desk):
    with pytest.raises(UserFault, match="frame-empty"):
        desk.document.take([])


def offered(desk, code):
    """Return what the column of links of a worksheet offers, and what it only names."""
    sheet = desk.worksheet.add(code) and desk.worksheet.find(code).id
    grid = desk.worksheet.grid(sheet, desk.worksheet.places(sheet)[0].party)
    [column] = [item for item in grid.columns if item.key == "point"]
    return (
        [item.label for item in column.choices if not item.retired],
        [item.label for item in column.choices if item.retired],
    )


@pytest.mark.usefixtures("framed", "diskominfo")
def test_a_column_of_links_offers_the_kinds_it_names_and_says_where_a_point_stands(desk):
    plain, others = offered(desk, "L1")
    assert plain == ["Melayani", "Ekonomi", "Stunting"]
    assert "Misi 1 \u203a Sasaran 1.1.1 Layanan publik cepat" in others
    deep, others = offered(desk, "L7")
    assert deep == [*plain, "Misi 1 \u203a Sasaran 1.1.1 Layanan publik cepat"]
    assert others == ["Visi Konsel maju", "Misi 1 \u203a Tujuan 1.1 Birokrasi bersih"]
