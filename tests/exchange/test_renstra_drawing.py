"""What a person begins with who draws a mapping, and what the sheet says by it."""

import pytest

from smartcity_desktop.domain.map_drawing import Drawing, headed, marked, words_of
from smartcity_desktop.domain.renstra_draft import SourceSheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra_drawing import begun, preview

ODD = SourceSheet(
    "Sheet1",
    (
        ("DAFTAR KERJA DINAS CONTOH", "", "", "", ""),
        ("", "", "", "", ""),
        ("Nomor Rek", "Nama Kerja", "Uang 26", "Uang 27", "Yang mengerjakan"),
        ("2.16.02", "Informasi Publik", "80000000", "90000000", "Bidang IKP"),
        ("2.16.02.2.01", "Pengelolaan Media", "80000000", "90000000", "Bidang IKP"),
    ),
)


def test_an_odd_table_begins_at_its_heading_and_says_what_is_marked():
    drawing = begun(ODD)
    assert (drawing.first, drawing.height, drawing.data) == (2, 1, 3)
    with pytest.raises(UserFault, match="read-no-table"):
        preview(ODD, drawing)
    columns = drawing.columns
    for place, role in ((0, "code"), (1, "name"), (2, "money"), (4, "unit")):
        columns = marked(columns, place, role)
    drawing = Drawing(drawing.first, drawing.height, columns)
    lines = preview(ODD, drawing).lines
    assert [(line.level, line.code, line.name, dict(line.pagu)) for line in lines] == [
        ("program", "2.16.02", "Informasi Publik", {"2026": 80_000_000, "2027": 90_000_000}),
        ("kegiatan", "2.16.02.2.01", "Pengelolaan Media", {"2026": 80_000_000, "2027": 90_000_000}),
    ]
    kept = drawing.named("Daftar kerja")
    assert begun(ODD, kept) == drawing


def test_what_is_understood_of_a_heading_is_marked_already():
    rows = (
        ("Kode", "Program", "Indikator", "Satuan", "Target 2025", "Rp 2025"),
        ("1", "a", "b", "%", "1", "2"),
    )
    assert [words_of(item) for item in begun(SourceSheet("S", rows)).columns] == [
        "Kode",
        "Program saja",
        "Indikator",
        "Satuan",
        "Target 2025",
        "Pagu 2025",
    ]


def test_a_table_of_figures_alone_has_no_heading():
    rows = (("2.16.02", "Informasi", "80"), ("2.16.03", "Aplikasi", "90"))
    drawing = begun(SourceSheet("S", rows))
    assert (drawing.first, drawing.height) == (0, 0)
    columns = marked(headed(drawing.columns, ("", "", "")), 0, "code")
    columns = marked(marked(columns, 1, "name"), 2, "money", years=("2025",))
    drawing = Drawing(0, 0, columns)
    assert [line.name for line in preview(SourceSheet("S", rows), drawing).lines] == ["Informasi", "Aplikasi"]
    assert begun(SourceSheet("S", rows), drawing.named("x")).columns == columns
