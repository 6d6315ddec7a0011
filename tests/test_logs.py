"""One log file, small enough to be carried away, and never twice open."""

import logging

import pytest

from smartcity_desktop import logs


@pytest.fixture
def log(profile):
    yield logs.start(profile)
    logs.stop()


def test_both_halves_of_the_program_write_into_one_file(log):
    logging.getLogger("smartcity_desktop.storage").info("a safety copy")
    logging.getLogger("ui.shell").info("a page")
    assert [line.split(" ", 3)[2:] for line in log.read_text(encoding="utf-8").splitlines()] == [
        ["INFO", "smartcity_desktop.storage a safety copy"],
        ["INFO", "ui.shell a page"],
    ]


def test_a_full_log_begins_anew_and_the_last_four_stay(log, monkeypatch):
    monkeypatch.setattr(logs, "_MAX_BYTES", 1)
    for number in range(7):
        logging.getLogger("ui").info("line %d", number)
    left = {path.name: path.read_text(encoding="utf-8")[-2] for path in log.parent.iterdir()}
    assert left == {
        "program.log": "6",
        "program.log.1": "5",
        "program.log.2": "4",
        "program.log.3": "3",
        "program.log.4": "2",
    }


def test_where_the_files_cannot_be_moved_the_log_grows_and_goes_on(log, monkeypatch):
    monkeypatch.setattr(logs, "_MAX_BYTES", 1)
    (log.parent / "program.log.4" / "held").mkdir(parents=True)
    (log.parent / "program.log.3").write_text("older", encoding="utf-8")
    for number in range(3):
        logging.getLogger("ui").info("line %d", number)
    assert log.read_text(encoding="utf-8").count("line") == 3


def test_started_twice_is_as_started_once_and_stopped_it_lets_go(profile):
    logs.start(profile)
    log = logs.start(profile)
    logging.getLogger("ui").info("once")
    logs.stop()
    logging.getLogger("ui").info("nobody listens")
    assert log.read_text(encoding="utf-8").count("\n") == 1
