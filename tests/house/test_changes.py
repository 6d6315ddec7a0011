"""A change says what it changed: whoever writes to the journal returns Changes or the row that was made."""

from tests.house.source import CORE, parse, python_files, short, writers_without_changes


def test_every_service_that_writes_says_what_it_changed():
    found = {short(path): writers_without_changes(parse(path)) for path in python_files(CORE / "services")}
    assert {path: methods for path, methods in found.items() if methods} == {}
