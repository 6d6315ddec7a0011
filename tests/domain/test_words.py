"""Small rules of agencies, plans, sessions, people's numbers and the catalogue."""

import dataclasses
from datetime import datetime, timedelta

import pytest

from smartcity_desktop.domain import (
    analysis,
    dimension,
    document,
    note,
    opd,
    people,
    session,
    worksheet,
    workshop,
)
from smartcity_desktop.domain.catalog import CATALOG, ENTITIES, owned_by
from smartcity_desktop.domain.codec import decode, encode, kind_of
from smartcity_desktop.domain.document import points_from
from smartcity_desktop.domain.opd import OpdRow, from_paste
from smartcity_desktop.domain.session import Session, countdown
from smartcity_desktop.domain.workshop import is_nip

START = "2026-08-04T09:15:00+08:00"


def test_pasted_agencies_lose_numbers_and_head_lines():
    text = "No\tNama OPD\n1\tDinas  Kesehatan\tDinkes\tMeja 3\n2. Dinas Sosial\n\n3\tDINAS KESEHATAN"
    assert from_paste(text, set()) == [
        OpdRow("Dinas Kesehatan", "Dinkes", "3"),
        OpdRow("Dinas Sosial"),
        OpdRow("DINAS KESEHATAN", problem="sudah ada"),
    ]


def test_agencies_that_stand_already_are_not_added_twice():
    assert from_paste("Bappeda", {"bappeda"})[0].problem == "sudah ada"


def test_plan_points_lose_their_numbers():
    text = (
        "Misi 1: Tata kelola bersih\n2. Ekonomi tumbuh\n- Lingkungan lestari\n\n"
        "• 3 pulau terlayani\n5 tahun emas"
    )
    assert points_from(text) == [
        "Tata kelola bersih",
        "Ekonomi tumbuh",
        "Lingkungan lestari",
        "3 pulau terlayani",
        "5 tahun emas",
    ]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("2.5 juta warga terlayani", "2.5 juta warga terlayani"),
        ("3.000 KK tanpa air bersih", "3.000 KK tanpa air bersih"),
        ("Isu 3.000 KK tanpa air bersih", "Isu 3.000 KK tanpa air bersih"),
        ("1.Tata kelola bersih", "Tata kelola bersih"),
        ("2) 3.000 KK tanpa air bersih", "3.000 KK tanpa air bersih"),
        ("Misi 2. Ekonomi tumbuh", "Ekonomi tumbuh"),
    ],
)
def test_an_amount_in_front_of_a_point_is_no_mark(pasted, kept):
    assert points_from(pasted) == [kept]


def test_a_countdown_knows_its_half_time_and_its_end():
    running = Session(started_at=START, timer_minutes=75, timer_started_at=START)
    now = datetime.fromisoformat(START) + timedelta(minutes=33, seconds=40)
    assert running.is_running
    assert countdown(running.timer_left(now)) == "41:20"
    assert running.half_time().strftime("%H.%M.%S") == "09.52.30"
    assert countdown(running.timer_left(now + timedelta(minutes=42))) == "-00:40"
    assert countdown(timedelta(hours=1, minutes=15)) == "1:15:00"
    assert Session(started_at=START).timer_left(now) is None
    assert Session().half_time() is None
    assert not Session(started_at=START, ended_at=START).is_running


@pytest.mark.parametrize(
    ("text", "fits"), [("197805122002122004", True), ("19780512 200212 2 004", True), ("1978", False)]
)
def test_a_nip_has_eighteen_digits(text, fits):
    assert is_nip(text) is fits


@pytest.mark.parametrize(
    ("ent", "field", "value", "text"),
    [
        ("renstra_line", "pagu@2026", 1250000000, "1250000000"),
        ("opd", "renstra_required", True, "1"),
        ("opd", "renstra_required", False, "0"),
        ("opd", "name", "Dinas <b", "Dinas <b"),
        ("opd", "name", "", None),
        ("opd", "pos", "V", "V"),
        ("analysis", "x:own", "teks", "teks"),
        ("from-a-newer-program", "field", "x", "x"),
    ],
)
def test_values_travel_as_text_and_come_back(ent, field, value, text):
    assert encode(ent, field, value) == text
    assert decode(ent, field, text) == (value if text is not None else None)


def test_a_number_of_a_newer_program_comes_back_as_its_text():
    assert decode("renstra_line", "pagu@2026", "1,5") == "1,5"
    assert kind_of("renstra_line", "pagu@2026") == "money"


def test_a_deleted_agency_takes_its_plans_sheets_and_numbers_along():
    of_any_row = {"identity", "alignment", "verdict", "finding_answer", "monitor"}
    owned = {"document", "sheet", "delivery", "homework", "typed_plan"} | of_any_row
    assert {entity.name for entity, _ in owned_by("opd")} == owned
    assert {entity.name for entity, _ in owned_by("renstra_line")} >= {"indicator", "analysis"}


def test_owners_and_keys_are_fields_and_refs_name_entities():
    for entity in ENTITIES:
        assert not entity.owner or entity.owner in entity.by_name
        assert all(key in entity.by_name for key in entity.key)
        for field in entity.fields:
            assert not field.ref or field.ref in CATALOG
            assert field.kind != "choice" or field.choices


STORED = {
    "workshop": workshop.Workshop,
    "stage": workshop.Stage,
    "basis": workshop.Basis,
    "signer": workshop.Signer,
    "identity": workshop.Identity,
    "dimension": dimension.Dimension,
    "subdimension": dimension.Subdimension,
    "opd": opd.Opd,
    "person": people.Person,
    "session": session.Session,
    "plan_point": document.PlanPoint,
    "document": document.Document,
    "renstra_line": analysis.Line,
    "indicator": analysis.Indicator,
    "worksheet": worksheet.Worksheet,
    "sheet_column": worksheet.SheetColumn,
    "sheet": worksheet.Sheet,
    "note": note.Note,
}


@pytest.mark.parametrize("ent", sorted(STORED))
def test_the_objects_of_the_domain_have_the_fields_of_the_catalogue(ent):
    single = {field.name for field in CATALOG[ent].fields if not field.many}
    ref_to_document = {"opd"} if ent == "renstra_line" else set()
    own = {field.name for field in dataclasses.fields(STORED[ent])}
    assert single - ref_to_document <= own
