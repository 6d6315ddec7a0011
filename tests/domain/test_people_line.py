"""Somebody in one typed line: name; jabatan; agency or institution, either way round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people_line import PersonLine, read_line
from smartcity_desktop.domain.people_opd import OpdNames

NAMES = OpdNames(
    (
        Opd(id="a", name="Dinas Komunikasi dan Informatika", short="Diskominfo"),
        Opd(id="b", name="Lapangan Merdeka", short="Lapmer"),
    )
)


@pytest.mark.parametrize(
    "line",
    [
        "Budi Santoso, S.T.; Kabid; Kominfo",
        "Budi Santoso, S.T.; Kominfo; Kabid",
        "Budi Santoso, S.T.\tKabid\tKominfo",
        " Budi  Santoso, S.T. ;Kabid; Kominfo ",
    ],
)
def test_name_position_and_institution_are_read_either_way_round(line):
    assert read_line(line) == PersonLine("Budi Santoso, S.T.", "Kabid", "Kominfo")


@pytest.mark.parametrize(
    ("line", "position", "institution"),
    [
        ("Budi", "", ""),
        ("Budi; Camat", "Camat", ""),
        ("Budi; Dosen", "Dosen", ""),
        ("Budi; Universitas Halu Oleo", "", "Universitas Halu Oleo"),
        ("Budi; Tokoh adat; Kec. Moramo", "Tokoh adat", "Kec. Moramo"),
        ("Budi; Kendari Pos; Wartawan", "Wartawan", "Kendari Pos"),
        ("Budi; Kepala Dinas Kesehatan; Dinas Kesehatan", "Kepala Dinas Kesehatan", "Dinas Kesehatan"),
        ("Ani; Sekretariat DPRD; Staf", "Staf", "Sekretariat DPRD"),
        ("Ani; Staf; Sekretariat DPRD", "Staf", "Sekretariat DPRD"),
        ("Ani; Pejabat A; Tempat B; lantai 2", "Pejabat A", "Tempat B; lantai 2"),
    ],
)
def test_parts_may_be_left_out_and_more_than_three_are_kept(line, position, institution):
    found = read_line(line)
    assert (found.position, found.institution) == (position, institution)


def test_a_short_name_of_an_agency_is_known_wherever_it_stands():
    assert read_line("Budi; Lapmer", NAMES) == PersonLine("Budi", "", "Lapmer")
    assert read_line("Budi; Lapmer; Juru kunci", NAMES) == PersonLine("Budi", "Juru kunci", "Lapmer")
    assert read_line("Budi; Lapmer; Diskominfo", NAMES) == PersonLine("Budi", "Lapmer", "Diskominfo")


@given(st.text())
def test_any_line_is_read(text):
    found = read_line(text)
    letters = "".join(text.replace(";", "").split())
    assert sorted(
        f"{found.name}{found.position}{found.institution}".replace(" ", "").replace(";", "")
    ) == sorted(letters)
