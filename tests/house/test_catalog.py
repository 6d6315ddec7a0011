"""The catalogue is the one list of entities: a new workshop file has a table for each, and no other."""

import pytest

from smartcity_desktop.domain.catalog import CATALOG, ENTITIES
from smartcity_desktop.storage.driver import connect_reading
from smartcity_desktop.storage.workspace import Workspace

EVERY_ROW = {"id", "pos", "alive", "disputed"}
JOURNAL = {"op", "base", "head", "act", "writer", "part", "doc", "attachment", "meta"}


@pytest.fixture
def tables(tmp_path, clock, ids):
    """Table -> (columns, whether it is STRICT) of a file made just now; without the shadows of the index."""
    path = tmp_path / "baru.bimtek"
    Workspace.create(path, clock=clock, ids=ids, laptop="depan", person="Ani").close()
    conn = connect_reading(path).conn
    try:
        rows = conn.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        return {
            name: ({row[1] for row in conn.execute(f'PRAGMA table_info("{name}")')}, bool(strict))
            for name, strict in rows
            if not name.startswith(("sqlite_", "_sqlite", "doc_fts"))
        }
    finally:
        conn.close()


def test_every_entity_has_its_table_and_every_table_its_entity(tables):
    assert set(tables) == set(CATALOG) | JOURNAL


def test_every_single_field_has_its_column_and_every_column_its_field(tables):
    wanted = {
        entity.name: EVERY_ROW | {item.name for item in entity.fields if not item.many} for entity in ENTITIES
    }
    assert {name: tables[name][0] for name in CATALOG} == wanted


def test_every_table_refuses_a_value_of_a_wrong_type(tables):
    assert {name for name, (_, strict) in tables.items() if not strict} == set()


def test_what_the_catalogue_refers_to_is_in_the_catalogue():
    for entity in ENTITIES:
        names = set(entity.by_name)
        assert not names & EVERY_ROW, entity.name
        assert set(entity.key) <= names, entity.name
        assert entity.owner in {"", *names}, entity.name
        for item in entity.fields:
            assert item.ref in {"", *CATALOG}, (entity.name, item.name)
            assert bool(item.choices) == (item.kind == "choice"), (entity.name, item.name)
