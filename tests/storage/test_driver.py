"""One SQLite, known under one name to everybody."""

import subprocess
import sys

import pytest

from smartcity_desktop.errors import DiskFault, Fault, UserFault
from smartcity_desktop.storage import driver


def test_sqlite_utils_and_the_driver_know_the_same_exceptions(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    made = db.utils
    # Only what the driver has loaded is looked at: this test imports nothing by itself.
    sqlite_utils = sys.modules["sqlite_utils"]
    assert type(made) is sqlite_utils.Database
    assert made.conn is db.conn
    db.close()
    assert sqlite_utils.utils.OperationalError is driver.OperationalError


AFTER_USE = """
import sys
from pathlib import Path
from smartcity_desktop.storage import driver
db = driver.connect(Path(sys.argv[1]))
before = "sqlite_utils" in sys.modules
db.utils["t"].insert({"a": 1})
print(before, "sqlite3" in sys.modules, sys.modules["sqlite_utils"].utils.sqlite3.__name__)
"""


def test_sqlite_utils_is_loaded_at_its_first_use_and_brings_no_second_sqlite(tmp_path):
    command = [sys.executable, "-c", AFTER_USE, str(tmp_path / "a.db")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False", "sqlcipher3"]


def _insert_and_fail(db):
    with driver.transaction(db.conn):
        db.utils["t"].insert({"a": 1})
        assert db.conn.in_transaction
        raise KeyError


def test_what_sqlite_utils_writes_inside_a_transaction_goes_with_it(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    db.conn.execute("CREATE TABLE t (a)")
    with pytest.raises(KeyError):
        _insert_and_fail(db)
    assert db.utils["t"].count == 0
    db.close()


def test_a_replaced_row_is_told_to_the_triggers(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    assert db.conn.execute("PRAGMA recursive_triggers").fetchone() == (1,)
    db.close()


def test_the_library_is_new_enough_for_the_wal_reset_fix():
    assert driver.SQLITE_VERSION >= (3, 51, 3)


def test_an_older_library_stops_the_program_at_the_first_import():
    code = (
        "import sqlcipher3.dbapi2 as d; d.sqlite_version_info = (3, 51, 2)\n"
        "import smartcity_desktop.storage.driver"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode != 0
    assert "ImportError" in done.stderr


def test_the_search_index_and_json_are_compiled_in(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    db.conn.execute("CREATE VIRTUAL TABLE t USING fts5 (body)")
    assert db.conn.execute("SELECT count(*) FROM json_each('[1, 2]')").fetchone() == (2,)
    db.close()


def test_a_full_database_is_told_as_a_full_disk(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    db.conn.execute("CREATE TABLE t (a)")
    db.conn.execute("PRAGMA max_page_count = 3").fetchall()
    with pytest.raises(DiskFault) as caught, driver.transaction(db.conn):
        db.conn.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert caught.value.code == "disk-full"
    assert not db.conn.in_transaction
    db.close()


def test_a_database_that_is_open_for_reading_alone_is_told_as_such(tmp_path):
    path = tmp_path / "a.db"
    db = driver.connect(path)
    db.conn.execute("CREATE TABLE t (a)")
    db.close()
    reading = driver.connect_reading(path)
    with pytest.raises(UserFault) as caught, driver.translated():
        reading.conn.execute("INSERT INTO t VALUES (1)")
    assert caught.value.code == "file-takes-nothing"
    reading.close()


def test_a_file_that_the_disk_does_not_give_is_told_as_a_disk_fault(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    with pytest.raises(DiskFault) as caught, driver.translated():
        db.conn.execute("ATTACH DATABASE ? AS other", (str(tmp_path / "away" / "b.db"),))
    assert caught.value.code == "disk-fault"
    db.close()


def test_what_is_no_database_is_told_as_damaged(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"bukan basis data" * 100)
    reading = driver.connect_reading(path)
    with pytest.raises(UserFault) as caught, driver.translated():
        reading.conn.execute("SELECT * FROM sqlite_master")
    assert caught.value.code == "file-damaged"
    reading.close()


def test_a_mistake_in_our_own_sql_stays_a_mistake(tmp_path):
    db = driver.connect(tmp_path / "a.db")
    with pytest.raises(driver.OperationalError), driver.translated():
        db.conn.execute("SELECT nothing FROM nowhere")
    db.close()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("database or disk is full", "disk-full"),
        ("disk I/O error", "disk-fault"),
        ("database disk image is malformed", "file-damaged"),
        ("attempt to write a readonly database", "disk-fault"),
    ],
)
def test_what_a_backup_says_without_a_code_is_told_too(words, code):
    with pytest.raises(Fault) as caught, driver.translated():
        raise driver.OperationalError(words)
    assert caught.value.code == code


def test_a_backup_to_a_full_disk_is_told_as_such(tmp_path):
    source, target = driver.connect(tmp_path / "a.db"), driver.connect(tmp_path / "b.db")
    source.conn.execute("CREATE TABLE t (x BLOB)")
    source.conn.execute("INSERT INTO t VALUES (zeroblob(400000))")
    target.conn.execute("PRAGMA max_page_count = 9").fetchall()
    with pytest.raises(DiskFault) as caught, driver.translated():
        source.conn.backup(target.conn)
    assert caught.value.code == "disk-full"
    source.close()
    target.close()
