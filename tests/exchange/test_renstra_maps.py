"""A table that nobody has seen before reads by a mapping that a person drew once."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.table_map import (
    MapColumn,
    drawn,
    fingerprint,
    from_json,
    missing,
    to_json,
    unpacked,
)
from smartcity_desktop.domain.table_map import packed as pack
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file, read_grids
from smartcity_desktop.exchange.renstra_mapped import headings_of
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.tables import Table
from tests.exchange.test_renstra_shapes import codes, grid

ODD = (
    ("DAFTAR USULAN DINAS CONTOH",),
    (
        "Rumpun",
        "Apa yang dikerjakan",
        "Diukur dengan",
        "Capaian 2021",
        "Uang 2021",
        "Capaian 2022",
        "Uang 2022",
        "Siapa",
    ),
    ("2.16.02", "Informasi Publik", "Persen puas", "70%", 80, "75%", 90, "Dinas A"),
    ("2.16.02.2.01", "Pengelolaan Media", "Jumlah media", "4", 80, "5", 90, "Dinas A"),
    ("2.16.03", "Aplikasi", "Jumlah aplikasi", "8", 50, "9", 55, "Dinas B"),
)
ROLES = ("code", "name", "indicator", "target", "money", "target", "money", "agency")
YEARS = ("", "", "", "2021", "2021", "2022", "2022", "")


def columns(sheet, first=1, height=1):
    """Return the columns of a sheet as a person marks them."""
    found = headings_of(sheet, first, height)
    return [MapColumn(index, text, ROLES[index], YEARS[index]) for index, text in enumerate(found)]


@pytest.fixture
def mapping():
    """The mapping of the odd table."""
    return drawn("Daftar usulan", columns(grid(*ODD)), height=1, multiplier=1_000_000)


def told(draft):
    return [
        (
            line.level,
            line.code,
            line.name,
            line.indicators[0].name,
            dict(line.indicators[0].targets),
            dict(line.pagu),
            line.opd,
        )
        for line in draft.lines
    ]


def expected(first, second):
    return [
        (
            "program",
            "2.16.02",
            "Informasi Publik",
            "Persen puas",
            {first: "70%", second: "75%"},
            {first: 80_000_000, second: 90_000_000},
            "Dinas A",
        ),
        (
            "kegiatan",
            "2.16.02.2.01",
            "Pengelolaan Media",
            "Jumlah media",
            {first: "4", second: "5"},
            {first: 80_000_000, second: 90_000_000},
            "Dinas A",
        ),
        (
            "program",
            "2.16.03",
            "Aplikasi",
            "Jumlah aplikasi",
            {first: "8", second: "9"},
            {first: 50_000_000, second: 55_000_000},
            "Dinas B",
        ),
    ]


def test_the_table_it_was_drawn_for_reads_whole(mapping):
    with pytest.raises(UserFault, match="read-no-table"):
        plan([grid(*ODD)], "usulan.xlsx")
    draft = plan([grid(*ODD)], "usulan.xlsx", maps=[mapping])
    assert told(draft) == expected("2021", "2022")
    assert (draft.map_name, draft.years, draft.multiplier) == ("Daftar usulan", ("2021", "2022"), 1_000_000)
    assert draft.multiplier_confirmed
    assert codes(draft) == []


def test_the_next_period_and_another_order_of_columns_read_by_the_same_mapping(mapping):
    order = (7, 3, 4, 5, 6, 1, 0, 2)
    later = [
        [str(row[place]).replace("2021", "2026").replace("2022", "2027") for place in order]
        for row in ODD[1:]
    ]
    draft = plan([grid(("Judul lain",), (), *later)], "usulan.xlsx", maps=[mapping])
    assert told(draft) == expected("2026", "2027")


def test_years_by_their_last_two_figures_move_with_the_heading():
    head = ("Kode", "Apa yang dikerjakan", "Uang 26", "Uang 27")
    rows = (head, ("2.16.02", "Informasi Publik", "80", "90"))
    found = headings_of(grid(*rows), 0, 1)
    roles = zip(("code", "name", "money", "money"), ("", "", "2026", "2027"), strict=True)
    drawn_map = drawn("x", [MapColumn(i, found[i], *said) for i, said in enumerate(roles)], height=1)
    later = (*head[:2], "Uang '29", "Uang '30", "Uang '31")
    (line,) = plan([grid(later, (*rows[1], "95"))], "a.xlsx", maps=[drawn_map]).lines
    assert dict(line.pagu) == {"2029": 80, "2030": 90, "2031": 95}
    (line,) = plan([grid(*rows)], "a.xlsx", maps=[drawn_map]).lines
    assert dict(line.pagu) == {"2026": 80, "2027": 90}


def test_more_years_than_were_drawn_are_read_too(mapping):
    wide = [
        [*ODD[1][:7], "Capaian 2023", "Uang 2023", "Siapa"],
        *([*row[:7], "9", 70, row[7]] for row in ODD[2:]),
    ]
    draft = plan([grid(*wide)], "usulan.xlsx", maps=[mapping])
    assert draft.years == ("2021", "2022", "2023")
    assert {line.pagu["2023"] for line in draft.lines} == {70_000_000}


def test_a_table_with_another_heading_is_not_touched_by_a_mapping(mapping):
    rows = [
        ["Kode", "Program", "Indikator", "Target 2025", "Pagu 2025"],
        ["2.16.02", "Informasi", "Persen", "5%", 80_000_000],
    ]
    draft = plan([grid(*rows)], "renstra.xlsx", maps=[mapping])
    assert (draft.map_name, draft.lines[0].pagu) == ("", {"2025": 80_000_000})


def test_a_mapping_wins_where_the_heading_would_be_understood_otherwise():
    rows = (("Kode", "Program", "Pagu 2025", "Target 2025"), ("2.16.02", "Informasi", "5", "80000000"))
    sheet = grid(*rows)
    swapped = [
        MapColumn(index, text, role, year)
        for index, (text, role, year) in enumerate(
            zip(
                headings_of(sheet, 0, 1),
                ("code", "name", "target", "money"),
                ("", "", "2025", "2025"),
                strict=True,
            )
        )
    ]
    draft = plan([sheet], "renstra.xlsx", maps=[drawn("Terbalik", swapped, height=1)])
    assert draft.lines[0].pagu == {"2025": 80_000_000}


def test_a_table_without_any_heading_reads_by_the_number_of_its_columns(mapping):
    bare = drawn(
        "Tanpa judul", [replace(item, heading="") for item in mapping.columns], height=0, multiplier=1_000_000
    )
    assert told(plan([grid(*ODD[2:])], "usulan.xlsx", maps=[bare])) == expected("2021", "2022")


def test_a_heading_of_two_rows_is_known_again():
    sheet = grid(
        ("Pekerjaan", "Uang", "", "Catatan"),
        ("", "2025", "2026", ""),
        ("Program Informasi", 80_000_000, 90_000_000, "x"),
        merges=((0, 1, 0, 2),),
    )
    found = headings_of(sheet, 0, 2)
    assert found == ("Pekerjaan", "Uang / 2025", "Uang / 2026", "Catatan")
    marked = [
        MapColumn(0, found[0], "name", level="program"),
        MapColumn(1, found[1], "money", "2025"),
        MapColumn(2, found[2], "money", "2026"),
        MapColumn(3, found[3]),
    ]
    draft = plan([sheet], "a.xlsx", maps=[drawn("Uang", marked, height=2)])
    assert [(line.level, dict(line.pagu)) for line in draft.lines] == [
        ("program", {"2025": 80_000_000, "2026": 90_000_000})
    ]


def test_the_fingerprint_knows_no_years_order_capitals_or_marks():
    assert fingerprint(["Uang (2021)", "Pekerjaan", ""]) == fingerprint(
        ["PEKERJAAN", "uang 2025", "Uang - 2026"]
    )
    assert fingerprint(["Target Tahun ke-1"]) == fingerprint(["Target Tahun ke-2"])
    assert fingerprint(["Uang"]) != fingerprint(["Biaya"])


def test_a_mapping_survives_being_stored(mapping):
    assert from_json(to_json(mapping)) == mapping
    stored = unpacked(mapping.id, "", mapping.name, mapping.heading, pack(mapping))
    assert stored == mapping
    assert unpacked(mapping.id, "", "x", "y", "{}") is None


@pytest.mark.parametrize(
    ("roles", "lacks"),
    [
        ((("code", ""),), "Tandai kolom yang berisi program, tujuan, atau sasaran."),
        ((("name", ""), ("money", "")), "Isi tahun pada setiap kolom target dan pagu."),
        ((("name", ""), ("money", "2025"), ("money", "2025")), "Dua kolom pagu memakai tahun 2025."),
        ((("name", ""), ("money", "2025"), ("target", "2025")), ""),
    ],
)
def test_what_a_mapping_lacks_is_said_in_words(roles, lacks):
    assert missing([MapColumn(index, "", *pair) for index, pair in enumerate(roles)]) == lacks


def test_a_file_nobody_understands_shows_its_grids_and_reads_by_a_mapping(tmp_path, mapping):
    table = Table()
    for row, values in enumerate((*ODD, *(("", f"Lanjutan {number}") for number in range(500)))):
        for column, value in enumerate(values):
            table.put(row, column, value)
    path = table.save(tmp_path / "usulan.xlsx", "Usulan")
    (sheet,) = read_grids(path)
    assert (sheet.name, sheet.rows[2][1], len(sheet.rows)) == ("Usulan", "Informasi Publik", 400)
    draft = read_file(path, maps=[mapping])
    first = replace(draft, lines=draft.lines[:1])
    assert told(first) == expected("2021", "2022")[:1]
    assert draft.map_name == "Daftar usulan"
