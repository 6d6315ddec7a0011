"""Partners of a program: which of them are agencies of the workshop, and who stays outside."""

import pytest

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people_opd import OpdNames
from smartcity_desktop.domain.shared_partner import Partners, parting
from smartcity_desktop.storage import reference

LISTED = (
    ("Dinas Kesehatan", "Dinkes", "dinas", ("1.02",)),
    ("Dinas Komunikasi dan Informatika", "Diskominfo", "dinas", ("2.16",)),
    ("Dinas Pariwisata, Kebudayaan, Pemuda dan Olahraga", "Disparbudpora", "dinas", ("3.26",)),
    ("Bagian Organisasi", "", "bagian", ("4.01",)),
    ("Kecamatan Pesisir", "", "kecamatan", ("7.01",)),
    ("Kepolisian Resor", "Polres", "luar", ()),
)
AGENCIES = {
    RowId(short or name): Opd(RowId(short or name), name=name, short=short, kind=kind, bidang=bidang)
    for name, short, kind, bidang in LISTED
}


@pytest.fixture(scope="module")
def part():
    names = OpdNames(tuple(AGENCIES.values()), "Kota Contoh", propose=reference.propose_opd)
    fields = {"kebudayaan": True}
    own = {row: item for row, item in AGENCIES.items() if item.kind != "luar"}
    return parting(names, own, "Kota Contoh", lambda text: fields.get(text.casefold(), False))


@pytest.mark.parametrize(
    ("text", "opds", "rest"),
    [
        ("Dinas Kesehatan", ("Dinkes",), ""),
        ("dinas kesehatan, kampus", ("Dinkes",), "kampus"),
        ("DINKES; PKK", ("Dinkes",), "PKK"),
        ("Dinas Kominfo", ("Diskominfo",), ""),
        ("Dinas Kesehatan Kota Contoh", ("Dinkes",), ""),
        ("Dinkes dan Diskominfo", ("Dinkes", "Diskominfo"), ""),
        ("Polres/Dinkes\nkarang taruna", ("Dinkes",), "Polres, karang taruna"),
        ("Kepolisian Resor", (), "Kepolisian Resor"),
        ("Dinas Pariwisata, Kebudayaan, Pemuda dan Olahraga, PKK", ("Disparbudpora",), "PKK"),
        ("Dinas Kesehatan dan PKK", ("Dinkes",), "PKK"),
        ("Dinas Kesehatan dan Kebudayaan", ("Dinkes",), ""),
        ("Kepala Dinas Kesehatan", ("Dinkes",), ""),
        ("Dinas Kesehatan Provinsi", (), "Dinas Kesehatan Provinsi"),
        ("Dinas Kesehatan Kabupaten Tetangga", (), "Dinas Kesehatan Kabupaten Tetangga"),
        ("Bagian Hukum, kecamatan, puskesmas", (), "Bagian Hukum, kecamatan, puskesmas"),
        ("Kecamatan Pesisir, Kementerian Kesehatan", ("Kecamatan Pesisir",), "Kementerian Kesehatan"),
        ("Komunitas budaya dan seni; Bank daerah", (), "Komunitas budaya dan seni; Bank daerah"),
        ("Dinkes, Komunitas budaya dan seni", ("Dinkes",), "Komunitas budaya dan seni"),
        (" ".join(["warga dan Dinas Kesehatan"] * 4), (), " ".join(["warga dan Dinas Kesehatan"] * 4)),
        (" , ; ", (), ", ;"),
        ("", (), ""),
    ],
)
def test_agencies_are_found_by_their_names_and_others_keep_their_words(part, text, opds, rest):
    assert part(text) == Partners(tuple(map(RowId, opds)), rest)
