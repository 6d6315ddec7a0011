import sys

import pytest

from smartcity_desktop.errors import DiskFault, UserFault
from ui import faults as module


@pytest.fixture
def shown(faults):
    told = []
    faults.shown.connect(lambda text, weight: told.append((text, weight)))
    return told


def test_a_fault_is_a_sentence_with_its_weight(faults, shown):
    faults.present(UserFault("file-missing", name="a.bimtek"))
    faults.present(DiskFault("disk-full"))
    assert [weight for _text, weight in shown] == ["warning", "error"]
    assert "a.bimtek" in shown[0][0]


@pytest.mark.allow_log("bug ValueError")
def test_a_bug_is_logged_by_its_place_without_the_words_of_people(faults, shown, caplog):
    try:
        int("NIP 1980 rahasia")
    except ValueError as bug:
        faults.hook(type(bug), bug, bug.__traceback__)
    assert "test_faults.py" in caplog.text
    assert "rahasia" not in caplog.text
    assert shown
    assert "Traceback" not in shown[0][0]
    assert "ValueError" not in shown[0][0]


def test_a_fault_that_reaches_the_hook_is_not_called_a_bug(faults, shown, caplog):
    fault = UserFault("nothing-to-undo")
    faults.hook(type(fault), fault, None)
    assert shown == [("Tidak ada yang bisa diurungkan lagi.", "warning")]
    assert "bug" not in caplog.text


def test_the_hook_is_put_in_place_and_taken_away(faults):
    before = sys.excepthook
    try:
        module.install(faults)
        assert sys.excepthook == faults.hook
        module.uninstall()
        assert sys.excepthook is sys.__excepthook__
    finally:
        sys.excepthook = before
