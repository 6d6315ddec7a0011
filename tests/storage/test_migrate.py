"""Steps go forward only, one transaction each, with a copy before."""

import pytest

from smartcity_desktop import paths
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.storage import driver, migrate
from smartcity_desktop.storage.copying import verified_copy
from smartcity_desktop.storage.workspace import Workspace


@pytest.fixture
def db(tmp_path):
    opened = driver.connect(tmp_path / "a.db")
    yield opened
    opened.close()


@pytest.fixture
def steps(tmp_path):
    folder = tmp_path / "steps"
    folder.mkdir()
    (folder / "0001_one.sql").write_text("CREATE TABLE one (a);\nINSERT INTO one VALUES (';');\n", "utf-8")
    (folder / "0002_two.sql").write_text("ALTER TABLE one ADD COLUMN b;\n", "utf-8")
    return folder


def test_missing_steps_are_taken_in_order_and_recorded(db, steps):
    assert migrate.migrate(db.conn, lambda: None, steps) == 2
    assert migrate.version(db.conn) == 2
    assert migrate.migrate(db.conn, lambda: None, steps) == 0
    assert db.conn.execute("SELECT a, b FROM one").fetchall() == [(";", None)]


def test_a_step_that_fails_leaves_nothing_of_itself(db, steps):
    (steps / "0003_three.sql").write_text(
        "CREATE TABLE three (a);\nINSERT INTO nowhere VALUES (1);\n", "utf-8"
    )
    with pytest.raises(driver.OperationalError):
        migrate.migrate(db.conn, lambda: None, steps)
    assert migrate.version(db.conn) == 2
    assert db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'three'").fetchone() == (0,)


def test_a_copy_is_made_once_before_a_file_with_content_is_changed(db, steps):
    copies = []
    migrate.migrate(db.conn, lambda: copies.append(migrate.version(db.conn)), steps)
    assert copies == []
    (steps / "0003_three.sql").write_text("CREATE TABLE three (a);\n", "utf-8")
    (steps / "0004_four.sql").write_text("CREATE TABLE four (a);\n", "utf-8")
    migrate.migrate(db.conn, lambda: copies.append(migrate.version(db.conn)), steps)
    assert copies == [2]


def test_a_failed_copy_stops_the_migration(db, steps):
    migrate.migrate(db.conn, lambda: None, steps)
    (steps / "0003_three.sql").write_text("CREATE TABLE three (a);\n", "utf-8")

    def full():
        raise DiskFault("disk-full")

    with pytest.raises(DiskFault):
        migrate.migrate(db.conn, full, steps)
    assert migrate.version(db.conn) == 2


def test_a_trigger_is_one_statement():
    script = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;\nSELECT 1;\n"
    assert len(list(migrate.statements(script))) == 2


def test_the_steps_of_the_shelf_are_numbered_without_a_gap():
    numbers = [step.number for step in migrate.steps()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_older_file_is_copied_beside_itself_and_brought_up_to_date(
    path, clock, ids, reopen, monkeypatch, tmp_path
):
    with Workspace.create(path, clock=clock, ids=ids, laptop="a", person="b") as made:
        workshop = made.workshop_id
    newer = tmp_path / "newer"
    newer.mkdir()
    for item in paths.shelf("migrations").glob("*.sql"):
        (newer / item.name).write_bytes(item.read_bytes())
    old = migrate.newest()
    (newer / f"{old + 1:04}_more.sql").write_text("ALTER TABLE act ADD COLUMN place TEXT;\n", "utf-8")
    monkeypatch.setattr(paths, "shelf", lambda *_: newer)
    conn = reopen(path).db.conn
    assert migrate.version(conn) == old + 1
    assert "place" in [row[1] for row in conn.execute("PRAGMA table_info(act)")]
    (copy,) = [item for item in path.parent.iterdir() if "sebelum diperbarui" in item.name]
    before = driver.connect_reading(copy)
    assert migrate.version(before.conn) == old
    assert before.conn.execute("SELECT val FROM meta WHERE key = 'workshop'").fetchone() == (workshop,)
    before.close()


def test_a_copy_is_never_made_inside_a_transaction(workspace, tmp_path):
    conn = workspace.db.conn
    conn.execute("BEGIN")
    with pytest.raises(RuntimeError):
        verified_copy(conn, tmp_path / "salinan.bimtek")
    conn.execute("ROLLBACK")
    assert not (tmp_path / "salinan.bimtek").exists()
