"""The typed tables of a new file are those of the catalogue, and those of the reference beside it."""

from pathlib import Path

import pytest

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.storage import tables

REFERENCE = Path(__file__).parent.parent / "reference" / "schema.sql"


def schema(workspace):
    found = workspace.db.conn.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'doc_fts_%' "
        "ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name"
    )
    return "".join(f"{sql};\n" for (sql,) in found.fetchall())


def test_the_schema_of_a_new_file_is_the_reference(workspace):
    """After a deliberate change of the catalogue or a migration: write ``schema(...)`` to the reference."""
    assert schema(workspace) == REFERENCE.read_text("utf-8")


def test_every_table_is_strict_and_has_no_constraint_that_could_stop_a_merge(workspace):
    conn = workspace.db.conn
    for name, is_strict in conn.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"):
        if name.startswith(("sqlite_", "doc_fts")):
            continue
        assert is_strict, name
        assert conn.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,)).fetchall() == []
        if name in CATALOG:
            origins = {row[0] for row in conn.execute("SELECT origin FROM pragma_index_list(?)", (name,))}
            assert origins <= {"c", "pk"}, name


def test_every_entity_has_its_table_with_its_columns(workspace):
    for name in CATALOG:
        found = [row[1] for row in workspace.db.conn.execute(f'PRAGMA table_info("{name}")')]
        assert tuple(found) == tables.columns(name)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("75", 75),
        ("-3", -3),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("0.1234", 0.1234),
        ("1.234.567", 1_234_567),
        ("1.234.567,5", 1_234_567.5),
        ("1.234", None),
        ("75 %", None),
        ("", None),
        ("1e5", None),
        ("٣", None),
        ("12,", None),
    ],
)
def test_a_text_is_a_number_only_where_it_plainly_is_one(text, number):
    assert tables.number(text) == number
    assert type(tables.number(text)) is type(number)


def test_a_number_beyond_the_columns_becomes_the_nearest_one_it_can_hold():
    assert tables.number("9" * 30) == pytest.approx(1e30)
    assert tables.cell("session", "timer_minutes", "9" * 30) is None
    assert tables.cell("session", "timer_minutes", "1,5") is None
