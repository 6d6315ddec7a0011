"""Mappings of tables are kept in the workshop file, and the next file of that kind reads by them."""

import pytest

from smartcity_desktop.domain.renstra_draft import SourceSheet
from smartcity_desktop.domain.table_map import MapColumn, drawn
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.renstra import read, read_pasted
from smartcity_desktop.services.table_map import grids, headings

ROWS = (("Rumpun", "Pekerjaan", "Uang 2025"), ("2.16.02", "Informasi Publik", "80000000"))
TEXT = "\n".join("\t".join(row) for row in ROWS)


def mapping(name="Usulan", first="code"):
    columns = [
        MapColumn(index, text, role, year)
        for index, (text, role, year) in enumerate(
            zip(
                headings(SourceSheet("S", ROWS), 0, 1),
                (first, "name", "money"),
                ("", "", "2025"),
                strict=True,
            )
        )
    ]
    return drawn(name, columns, height=1)


def test_a_mapping_is_kept_renamed_and_taken_back(desk):
    row, _ = desk.table_map.save(mapping("  Usulan   dinas "))
    (kept,) = desk.table_map.maps()
    assert (kept.id, kept.name, kept.columns) == (row, "Usulan dinas", mapping().columns)
    desk.table_map.rename(row, "Usulan 2025")
    desk.table_map.rename(row, "  ")
    assert [item.name for item in desk.table_map.maps()] == ["Usulan 2025"]
    desk.table_map.remove(row)
    assert desk.table_map.maps() == []
    assert desk.undo_label() == "hapus peta tabel"
    desk.undo()
    assert [item.name for item in desk.table_map.maps()] == ["Usulan 2025"]


def test_drawing_again_for_the_same_heading_replaces_the_mapping(desk):
    first, _ = desk.table_map.save(mapping())
    second, _ = desk.table_map.save(mapping("Usulan baru", first=""))
    assert second == first
    (kept,) = desk.table_map.maps()
    assert (kept.name, kept.columns[0].role) == ("Usulan baru", "")


def test_a_mapping_that_is_drawn_anew_for_another_heading_takes_the_place_of_the_old_one(desk):
    first, _ = desk.table_map.save(mapping())
    other = drawn("Lain", [MapColumn(0, "Kerja", "name"), MapColumn(1, "Biaya", "fund")], height=1)
    second, _ = desk.table_map.save(other)
    again, _ = desk.table_map.save(mapping("Usulan lebar"), second)
    assert again == second != first
    (kept,) = desk.table_map.maps()
    assert (kept.id, kept.name, kept.heading) == (second, "Usulan lebar", mapping().heading)
    desk.undo()
    assert {item.name for item in desk.table_map.maps()} == {"Usulan", "Lain"}


def test_the_mapping_used_last_comes_first(desk, ticking):
    desk.table_map.save(mapping("Lama"))
    ticking.forward(minutes=1)
    other = [MapColumn(0, "Kerja", "name"), MapColumn(1, "Biaya 2025", "money", "2025")]
    desk.table_map.save(drawn("Baru", other, height=1))
    assert [item.name for item in desk.table_map.maps()] == ["Baru", "Lama"]
    ticking.forward(minutes=1)
    desk.table_map.used("Lama")
    assert [item.name for item in desk.table_map.maps()] == ["Lama", "Baru"]
    assert desk.undo_label() == "simpan peta tabel Baru"


def test_what_lacks_something_is_not_kept(desk):
    with pytest.raises(UserFault) as caught:
        desk.table_map.save(drawn("Kurang", [MapColumn(0, "Rumpun", "code")], height=1))
    assert sentence(caught.value) == (
        "Tandai kolom yang berisi program, tujuan, atau sasaran. Peta tabel belum disimpan."
    )
    with pytest.raises(UserFault, match="map-short"):
        desk.table_map.save(mapping(" "))
    assert desk.table_map.maps() == []


def test_a_file_and_a_paste_read_by_the_kept_mapping(desk, tmp_path):
    path = tmp_path / "usulan.csv"
    path.write_text(TEXT.replace("\t", ";"), encoding="utf-8")
    assert grids(path)[0].rows == ROWS
    with pytest.raises(UserFault, match="read-no-table"):
        read_pasted(TEXT)
    desk.table_map.save(mapping())
    for draft in (read(path, maps=desk.table_map.maps()), read_pasted(TEXT, maps=desk.table_map.maps())):
        assert [(line.code, line.name, dict(line.pagu)) for line in draft.lines] == [
            ("2.16.02", "Informasi Publik", {"2025": 80_000_000})
        ]
        assert draft.map_name == "Usulan"
