"""175 people come through the door: by number, in the real window, with no key to spare."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.workshop import NewWorkshop

PEOPLE = 175
AGENCIES = tuple(f"Dinas Contoh {place}" for place in range(1, 26))


class Ear(QObject):
    """Counts the keys that come down and the buttons of the mouse, whatever they are meant for."""

    def __init__(self, window):
        super().__init__(window)
        self.keys = 0
        self.clicks = 0

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        """Count each key once, where the keyboard is, and every press of a mouse wherever it lands."""
        if watched is QApplication.focusWidget():
            self.keys += event.type() == QEvent.Type.KeyPress
        self.clicks += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def hall(tmp_path):
    """A file with 175 participants of 25 agencies, numbers 1 to 175, in a folder beside the profile."""
    path = tmp_path / "padang.bimtek"
    new = NewWorkshop(
        *("Bimtek Padang", "13.71", 2026, 2025, 2029, "kominfo-6", "4-buku"),
        stage_dates=(("2026-08-04", "2026-08-05"),),
    )
    with create_desk(path, new, profile=tmp_path / "lain") as desk:
        desk.opd.add([OpdRow(name) for name in AGENCIES])
        rows = [item.id for item in desk.opd.opds()]
        desk.people.add(
            [
                Person(name=f"Peserta {place + 1}", opd=rows[place % len(rows)], element="pemerintah")
                for place in range(PEOPLE)
            ]
        )
    return path


def test_175_people_are_marked_with_their_digits_and_enter_alone(start, hall, tmp_path, qapp, monkeypatch):
    for name in ("mouseClick", "mousePress", "mouseDClick"):
        monkeypatch.setattr(QTest, name, staticmethod(no_mouse))
    hand = start(tmp_path / "profil", hall)
    hand.rail("people")
    hand.settle()
    hand.press("Ctrl+H")
    hand.settle()
    assert hand.target().objectName() == "door-number"
    ear = Ear(hand.app.window)
    qapp.installEventFilter(ear)
    for number in range(1, PEOPLE + 1):
        before = ear.keys
        hand.type(str(number))
        hand.press("Return")
        assert ear.keys - before <= len(str(number)) + 1
        assert hand.target().objectName() == "door-number", "nothing takes the keyboard away"
    qapp.removeEventFilter(ear)
    hand.settle()
    assert ear.keys == sum(len(str(number)) + 1 for number in range(1, PEOPLE + 1))
    assert ear.clicks == 0
    assert hand.text("door-count") == "175 dari 175 hadir"
    assert hand.seen("door-missing") is None
    undone(hand)
    hand.press("Ctrl+W")
    hand.until(lambda: hand.page is None, "until it is closed")
    hand.settle()
    with open_desk(hall, profile=tmp_path / "lain") as desk:
        marked = {
            item.person: item for row in desk.people.people() for item in desk.attendance.history(row.id)
        }
        assert len(marked) == PEOPLE
        assert {(item.state, item.way) for item in marked.values()} == {("hadir", "nomor")}


def undone(hand):
    """Take the last mark back with Ctrl+Z in the field, and make it again."""
    hand.press("Ctrl+Z")
    hand.until(lambda: hand.text("door-count") == "174 dari 175 hadir", "for the undo")
    hand.settle()
    hand.type("175")
    hand.press("Return")
    hand.until(lambda: hand.text("door-count") == "175 dari 175 hadir", "for the mark")
    hand.settle()


def no_mouse(*_ignored, **_also):
    pytest.fail("nobody at the door has a mouse")
