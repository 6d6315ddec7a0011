"""The register of documents: order, what is missing, and how a document is cited."""

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.register import USUAL, cited, numbered, register

OPDS = (
    Opd("o1", name="Dinas Kesehatan", renstra_required=True),
    Opd("o2", name="Dinas Kominfo", short="Diskominfo", renstra_required=True),
    Opd("o3", name="Kelurahan Potoro"),
)


def test_an_empty_register_names_every_usual_document_and_every_plan_that_is_expected():
    found = register((), OPDS)
    assert [item.title for item in found.regional] == [item.words for item in USUAL]
    assert all(item.missing and item.state_words == "belum ada" for item in found.rows)
    assert [item.owner for item in found.plans] == ["Dinas Kesehatan", "Diskominfo"]
    assert found.told(lambda text: text.replace("OPD", "PD")).startswith(
        "0 dokumen daerah, Renstra 0 dari 2 PD. Belum ada: RPJMD atau RPD, RTRW"
    )


def test_either_kind_is_enough_and_a_withdrawn_one_is_not():
    found = register((Document("d1", kind="rpd"), Document("d2", kind="rtrw", status="dicabut")), ())
    missing = [item.key for item in found.regional if item.missing]
    assert "rpjmd" not in missing
    assert "rtrw" in missing
    assert [item.state_words for item in found.regional if not item.missing] == ["–", "Dicabut"]


def test_documents_stand_by_kind_and_plans_behind_them_the_one_read_last():
    plans = (
        Document("r1", kind="renstra", opd="o2", title="Renstra lama", read_at="2025"),
        Document("r2", kind="renstra", opd="o2", title="Renstra baru", read_at="2026"),
    )
    sk, odd = Document("d1", kind="sk", title="SK Tim"), Document("d2", kind="zzz")
    rpjmd = Document("d3", kind="rpjmd", title="RPJMD", source_sha256="ab")
    found = register((*plans, odd, sk, rpjmd), OPDS, frozenset({"ab"}))
    there = [item.key for item in found.rows if not item.missing]
    assert there == ["d3", "d1", "d2", "r2"]
    assert found.rows[0].stored
    assert not found.rows[1].stored


def test_a_document_is_cited_with_number_year_issuer_and_pages():
    document = Document(
        "d", kind="perda", title="RPJMD Konsel", number="3", year=2025, issuer="Bupati", pages="12–40"
    )
    [row] = [item for item in register((document,), ()).rows if not item.missing]
    assert cited(row) == "RPJMD Konsel, Nomor 3 Tahun 2025, Bupati, hlm. 12–40"
    assert numbered(Document(number="No. 3/2025", year=2025)) == "No. 3/2025"
    assert numbered(Document(year=2025)) == "2025"
    assert numbered(Document()) == ""


def test_the_period_is_cited_where_the_title_does_not_name_it():
    document = Document("d", kind="rtrw", title="RTRW Konsel", period_start=2021, period_end=2041)
    [row] = [item for item in register((document,), ()).rows if not item.missing]
    assert cited(row) == "RTRW Konsel, 2021–2041"
