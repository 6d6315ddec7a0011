"""What becomes of every row of a list: heads found, doubles and bad numbers told, nothing left out unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_list import (
    ADD,
    FILL,
    HEADING,
    OTHER,
    PERSON,
    SKIP,
    Choice,
    Known,
    read_list,
)
from smartcity_desktop.domain.people_opd import OpdNames
from smartcity_desktop.domain.people_sheet import Layout, PeopleSheet, layout_of, likeliest
from smartcity_desktop.domain.people_words import body_of, element_of, field_of, gender_of, guessed_element
from smartcity_desktop.storage.reference import propose_opd

KOMINFO, DINKES, PESISIR = RowId("kominfo"), RowId("dinkes"), RowId("pesisir")
OPDS = (
    Opd(KOMINFO, name="Dinas Komunikasi dan Informatika", short="Diskominfo", kind="dinas", bidang=("2.16",)),
    Opd(DINKES, name="Dinas Kesehatan", kind="dinas", bidang=("1.02",)),
    Opd(PESISIR, name="Kecamatan Pesisir", kind="kecamatan"),
)
NAMES = OpdNames(OPDS, "Kota Contoh", {"dinkes": "dinaskesehatan"}, propose_opd)
HEAD = ("No", "Nama", "NIP", "Jabatan", "Instansi")
GOOD = "198001012006041001"


def sheet(*rows, merges=()):
    width = max(map(len, rows))
    return PeopleSheet("S", tuple((*row, *[""] * (width - len(row))) for row in rows), merges)


def reading(*rows, known=None, choice=None, merges=()):
    made = sheet(*rows, merges=merges)
    return read_list(made, layout_of(made), known or Known(opds=NAMES), choice)


def one(*cells, known=None, head=HEAD):
    return reading(head, cells, known=known).candidates[0]


def words(item):
    return " | ".join(doubt.said() for doubt in item.doubts)


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("NAMA LENGKAP", "name"),
        ("Nama Peserta", "name"),
        ("Nama OPD", "opd"),
        ("Nama Instansi", "opd"),
        ("Unit Kerja", "opd"),
        ("SKPD", "opd"),
        ("Jabatan dalam Tim", "body"),
        ("Jabatan", "position"),
        ("Pangkat / Gol. Ruang", "rank"),
        ("N I P", "nip"),
        ("NIP/NRP", "nip"),
        ("Nama / NIP", "name"),
        ("No. HP / WA", "phone"),
        ("Nomor WhatsApp", "phone"),
        ("L/P", "gender"),
        ("Jenis Kelamin", "gender"),
        ("Unsur", "element"),
        ("Penta-helix", "element"),
        ("Peran", "body"),
        ("Ket.", "note"),
        ("No.", ""),
        ("Kelompok", ""),
        ("Tanda Tangan", ""),
        ("E-mail", ""),
    ],
)
def test_a_head_says_what_its_column_holds(head, field):
    assert field_of(head) == field


@pytest.mark.parametrize(
    ("institution", "element"),
    [
        ("Dinas Koperasi, Usaha Kecil dan Menengah", "pemerintah"),
        ("Badan Pendapatan Daerah", "pemerintah"),
        ("Diskominfo", "pemerintah"),
        ("Universitas Contoh", "akademisi"),
        ("STMIK Contoh", "akademisi"),
        ("PT Contoh Telekomunikasi", "dunia_usaha"),
        ("Bank Contoh", "dunia_usaha"),
        ("Bank Sampah Sejahtera", "komunitas"),
        ("Karang Taruna Tanjung", "komunitas"),
        ("Relawan TIK", "komunitas"),
        ("Radio Suara Contoh", "media"),
        ("contohkini.com", "media"),
        ("Xyz", ""),
    ],
)
def test_an_institution_proposes_its_unsur(institution, element):
    assert guessed_element(institution) == element


def test_written_words_become_the_choices_they_mean():
    assert [element_of(text) for text in ("Dunia Usaha", "SWASTA", "Unsur Akademisi", "apa")] == [
        "dunia_usaha",
        "dunia_usaha",
        "akademisi",
        "",
    ]
    assert [gender_of(text) for text in ("L", "perempuan", "Laki-laki", "X")] == ["L", "P", "L", ""]
    assert [body_of(text) for text in ("Anggota Tim Pelaksana", "NARASUMBER", "Ketua RT")] == [
        "Tim Pelaksana",
        "Narasumber",
        "Ketua RT",
    ]


@pytest.mark.parametrize(
    ("text", "opd", "sure"),
    [
        ("diskominfo", KOMINFO, True),
        ("Dinas Komunikasi & Informatika", KOMINFO, True),
        ("Dinas Komunikasi dan Informatika Kota Contoh", KOMINFO, True),
        ("Dinkes", DINKES, True),
        ("Kec. Pesisir", PESISIR, True),
        ("Dinas Kominfo Kota Contoh", KOMINFO, False),
        ("Bidang E-Government Dinas Komunikasi dan Informatika", KOMINFO, False),
        ("Dinas Perhubungan", "", True),
        ("", "", True),
    ],
)
def test_an_institution_is_found_among_the_agencies_at_the_table(text, opd, sure):
    found = NAMES.match(text)
    assert (found.opd, found.sure) == (opd, sure)


def test_a_short_name_that_two_agencies_share_names_neither():
    both = OpdNames(
        [Opd(RowId("a"), name="Dinas A", short="DKP"), Opd(RowId("b"), name="Dinas B", short="DKP")]
    )
    assert both.match("DKP").opd == ""


def test_a_head_of_two_rows_below_titles_is_found_with_its_counted_columns():
    made = sheet(
        ("DAFTAR NAMA PESERTA",),
        (),
        ("No", "Nama", "Jabatan", "Kontak", "", "Unit Kerja"),
        ("", "", "", "No. HP", "Email", ""),
        ("1", "2", "3", "4", "5", "6"),
        ("1", "Budi", "Staf", "0812345678", "b@c", "Dinkes"),
    )
    found = layout_of(made)
    assert (found.first, found.end) == (2, 5)
    assert found.columns == ("", "name", "position", "phone", "", "opd")
    assert found.left_out() == ["Email"]


def test_the_first_person_is_never_taken_for_a_part_of_the_head():
    found = layout_of(sheet(("No", "Nama", "Asal"), ("1", "Budi", "Dinas Kesehatan"), ("2", "Ani", "Dinkes")))
    assert found.end == 1


def test_columns_for_l_and_p_are_read_from_their_ticks():
    found = reading(("Nama", "Jenis Kelamin", ""), ("", "L", "P"), ("Ani", "", "v"), ("Budi", "v", ""))
    assert [item.person.gender for item in found.people] == ["P", "L"]


def test_a_list_without_a_head_is_read_by_what_its_columns_hold():
    found = layout_of(sheet(("1", "Budi", "Camat", "Dinas Kesehatan"), ("2", "Ani", "Staf", "Univ. Contoh")))
    assert (found.end, found.columns) == (0, ("", "name", "position", "opd"))
    assert layout_of(sheet(("Budi, S.E.",), ("Ani",))).columns == ("name",)


def test_the_sheet_with_the_fullest_head_is_read_before_longer_and_hidden_ones():
    notes = PeopleSheet("Catatan", (("Nama",), *(("x",) for _ in range(50))))
    hidden = PeopleSheet("Lama", sheet(HEAD, ("1", "Budi")).rows, hidden=True)
    good = PeopleSheet("Peserta", sheet(HEAD, ("1", "Budi")).rows)
    assert likeliest([notes, hidden, good]) == 2


def test_a_column_that_is_assigned_anew_leaves_the_one_it_had():
    found = Layout(0, 1, ("name", "position", ""), ("a", "b", "c")).assigned(2, "name")
    assert found.columns == ("", "position", "name")


def test_a_name_keeps_its_titles_as_typed():
    name = "Dr. Ir. Hj. Andi Rahmatia Nurwahyuni Contohwati, S.Sos., S.T., M.Si., M.T."
    assert one("1", name, "", "", "Dinkes").person.name == name


def test_a_nip_below_the_name_is_parted_from_it():
    known = Known(opds=NAMES, keep_nip=True)
    found = one(
        "1",
        f"Budi Santoso, S.T. NIP. {GOOD[:8]} {GOOD[8:14]} {GOOD[14]} {GOOD[15:]}",
        "",
        "",
        "",
        known=known,
    )
    assert (found.person.name, found.nip) == ("Budi Santoso, S.T.", GOOD)


@pytest.mark.parametrize("nip", ["1,98E+17", "1.98001012006041E+17", "198001012006041000"])
def test_a_nip_spoiled_by_excel_is_told_and_never_kept(nip):
    found = one("1", "Budi", nip, "", "Dinkes", known=Known(opds=NAMES, keep_nip=True))
    assert found.nip == ""
    assert "NIP dirusak Excel" in words(found)
    assert found.action == ADD


def test_a_nip_that_has_not_18_digits_is_told():
    found = one("1", "Budi", "19800101", "", "Dinkes", known=Known(opds=NAMES, keep_nip=True))
    assert (found.nip, words(found)) == ("", "NIP “19800101” bukan 18 angka, tidak diambil")


def test_nothing_is_said_about_numbers_that_the_workshop_does_not_keep():
    assert words(one("1", "Budi", "19800101", "", "Dinkes")) == ""


def test_a_phone_number_gets_its_lost_nought_back_and_a_spoiled_one_is_told():
    known = Known(opds=NAMES, keep_phone=True)
    head = ("Nama", "HP", "Instansi")
    assert one("Budi", "81234567890", "Dinkes", known=known, head=head).phone == "081234567890"
    assert one("Budi", "+62 812-3456-7890", "Dinkes", known=known, head=head).phone == "+62 812-3456-7890"
    spoiled = one("Budi", "8,12E+10", "Dinkes", known=known, head=head)
    assert (spoiled.phone, "tidak terbaca" in words(spoiled)) == ("", True)


def test_a_row_without_a_name_stays_in_sight_and_cannot_be_taken():
    found = one("1", "", GOOD, "Staf", "Dinkes")
    assert (found.kind, found.action, found.actions) == (PERSON, SKIP, (SKIP,))
    assert "nama kosong" in words(found)


def test_an_unknown_agency_is_told_and_written_as_it_stands():
    found = one("1", "Budi", "", "Staf", "Dinas Sosial")
    assert (found.person.opd, found.person.institution) == ("", "Dinas Sosial")
    assert words(found) == "OPD tidak dikenal, ditulis sebagai instansi"
    assert words(one("1", "Budi", "", "Dosen", "Universitas Contoh")) == ""


def test_an_agency_that_is_only_guessed_keeps_the_words_and_says_so():
    found = one("1", "Budi", "", "Staf", "Dinas Kominfo")
    assert (found.person.opd, found.person.institution) == (KOMINFO, "Dinas Kominfo")
    assert words(found) == "“Dinas Kominfo” dianggap OPD ini: periksa"


def test_an_agency_chosen_by_a_person_holds_for_every_row_of_that_institution():
    rows = (HEAD, ("1", "Budi", "", "", "Dinas Sosial"), ("2", "Ani", "", "", "DINAS SOSIAL"))
    found = reading(*rows, choice=Choice(opds={"dinassosial": DINKES}))
    assert [item.person.opd for item in found.people] == [DINKES, DINKES]
    none = reading(HEAD, ("1", "Budi", "", "", "Dinkes"), choice=Choice(opds={"dinkes": RowId("")}))
    assert (none.people[0].person.opd, none.people[0].person.institution) == ("", "Dinkes")


def test_an_unknown_unsur_is_told_and_proposed_from_the_institution():
    found = one("Budi", "Univ. Contoh", "rakyat", head=("Nama", "Instansi", "Unsur"))
    assert found.person.element == "akademisi"
    assert "unsur “rakyat” tidak dikenal" in words(found)


def test_a_line_over_its_people_counts_for_the_rows_below_it():
    found = reading(HEAD, ("DINAS KESEHATAN",), ("1", "Budi"), ("2", "Ani"), ("II. MEDIA",), ("3", "Rina"))
    kinds = [item.kind for item in found.candidates]
    assert kinds == [HEADING, PERSON, PERSON, HEADING, PERSON]
    assert [item.person.opd for item in found.people] == [DINKES, DINKES, ""]
    assert found.people[2].person.element == "media"


def test_an_empty_agency_is_filled_from_above_only_while_a_person_wants_it():
    rows = (HEAD, ("1", "Budi", "", "Kadis", "Dinkes"), ("2", "Ani", "", "Staf", ""))
    filled = reading(*rows)
    assert (filled.people[1].person.opd, filled.filled_down) == (DINKES, 1)
    assert "dari baris di atasnya" in words(filled.people[1])
    bare = reading(*rows, choice=Choice(fill_down=False))
    assert (bare.people[1].person.opd, words(bare.people[1])) == ("", "OPD/instansi kosong")


def test_a_merged_agency_counts_for_all_its_rows_whatever_is_wanted():
    rows = (HEAD, ("1", "Budi", "", "", "Dinkes"), ("2", "Ani", "", "", ""))
    found = reading(*rows, merges=((1, 4, 2, 4),), choice=Choice(fill_down=False))
    assert (found.people[1].person.opd, found.filled_down) == (DINKES, 0)


def test_sums_repeated_heads_and_signatures_are_shown_as_no_participants():
    found = reading(
        HEAD,
        ("1", "Budi", "", "", "Dinkes"),
        HEAD,
        ("2", "Ani"),
        ("Jumlah", "2"),
        (),
        ("", "Drs. Fulan"),
        ("3",),
    )
    kinds = [(item.kind, item.action) for item in found.candidates]
    assert kinds == [(PERSON, ADD), (OTHER, SKIP), (PERSON, ADD), (OTHER, SKIP), (PERSON, SKIP)]
    assert "periksa apakah ini peserta" in words(found.candidates[-1])
    assert found.empty_rows == 1


def test_somebody_who_stands_twice_in_the_file_is_left_out_by_proposal_only():
    found = reading(
        HEAD, ("1", "Muhammad Jum'at, S.E.", "", "", "Dinkes"), ("2", "Muh. Jumat", "", "", "Dinkes")
    ).people[1]
    assert (found.action, found.twin, found.actions) == (SKIP, 2, (ADD, SKIP))
    assert "dobel di berkas: sama dengan baris 2" in words(found)


def test_namesakes_from_other_agencies_are_told_and_both_taken():
    rows = (HEAD, ("1", "Ani", "", "", "Dinkes"), ("2", "Ani", "", "", "Kec. Pesisir"))
    found = reading(*rows).people[1]
    assert (found.action, words(found)) == (ADD, "nama sama dengan baris 2, instansinya lain")


def test_one_nip_under_two_names_is_told():
    known = Known(opds=NAMES, keep_nip=True)
    rows = (HEAD, ("1", "Ani", GOOD, "", "Dinkes"), ("2", "Budi", GOOD, "", "Dinkes"))
    assert "NIP sama dengan baris 2 (Ani)" in words(reading(*rows, known=known).people[1])


def test_somebody_of_the_list_is_completed_and_never_overwritten():
    standing = Person(RowId("p"), name="Hj. Ani, S.E.", opd=DINKES, position="Kadis", number=7)
    found = one("1", "Ani", "", "Staf", "Dinkes", known=Known((standing,), opds=NAMES))
    assert (found.action, found.match) == (FILL, "p")
    assert "sudah ada (nomor 7): lengkapi yang kosong" in words(found)
    full = Person(RowId("p"), name="Ani", opd=DINKES, position="Kadis", element="pemerintah", number=7)
    again = one("1", "Ani", "", "Staf", "Dinkes", known=Known((full,), opds=NAMES))
    assert (again.action, FILL in again.actions) == (SKIP, False)


@given(
    st.lists(
        st.lists(st.text(alphabet="Aa1 .,'\n;LPNIPnama Dinas", max_size=14), min_size=3, max_size=3),
        min_size=1,
        max_size=12,
    )
)
def test_every_row_that_says_anything_is_shown(rows):
    made = sheet(("No", "Nama", "Instansi"), *rows)
    layout = layout_of(made)
    found = read_list(made, layout, Known(opds=NAMES))
    shown = {item.row for item in found.candidates}
    taken = [place for place, field in enumerate(layout.columns) if field]
    for place, row in enumerate(made.rows[layout.end :], start=layout.end + 1):
        if any(row[column].strip() for column in taken):
            assert place in shown


@pytest.mark.parametrize(
    "name",
    ["Desak Made Ayu", "Aji Santoso", "BAMBANG AJI", "Dinita Sari", "Disti Amalia", "Rei Saputra", "Diska"],
)
def test_a_name_that_sounds_like_an_institution_is_a_person(name):
    found = reading(("Budi Santoso",), (name,), ("Siti Aminah",)).people
    assert [(item.person.name, item.action, item.place) for item in found] == [
        ("Budi Santoso", ADD, ""),
        (name, ADD, ""),
        ("Siti Aminah", ADD, ""),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("AJI Kendari", "AJI Kendari"),
        ("A. Desa Sukamaju", "Desa Sukamaju"),
        ("II. Dinkes", "Dinkes"),
        ("DISPERINDAG", "DISPERINDAG"),
        ("Disnakkeswan", "Disnakkeswan"),
    ],
)
def test_an_institution_alone_on_its_line_stands_over_its_people(line, place):
    found = reading(HEAD, ("", line), ("1", "Budi Santoso", "", "Staf"))
    assert [item.kind for item in found.candidates] == [HEADING, PERSON]
    assert found.people[0].place == place


def test_an_empty_line_ends_no_list_of_names_but_its_foot_does():
    found = reading(("Budi",), ("",), ("Wati",), ("",), ("Mengetahui,",), ("",), ("Drs. Kepala",))
    assert [(item.text, item.action) for item in found.candidates] == [
        ("Budi", ADD),
        ("Wati", ADD),
        ("Mengetahui,", SKIP),
        ("Drs. Kepala", SKIP),
    ]


def test_late_additions_of_an_agency_below_another_unsur_stay_with_the_government():
    rows = [("1", "Rina", "", "Ketua", "RTIK"), ("2", "Budi", "", "Staf", "Diskominfo")]
    found = reading(HEAD, ("", "KOMUNITAS"), *rows)
    assert [item.person.element for item in found.people] == ["komunitas", "pemerintah"]
