"""Days and times that are typed while what is stored comes back."""

from PySide6.QtTest import QTest

from ui.widgets.date_edit import TimeEdit


def test_a_time_that_is_marked_to_be_typed_over_stays_marked_when_the_same_comes_back(qtbot):
    time = TimeEdit("time", "Jam")
    qtbot.addWidget(time)
    time.show_value("10:05")
    time.selectAll()
    time.show_value("10:05")
    QTest.keyClicks(time, "10.30")
    assert (time.text(), time.value) == ("10.30", "10:30")
    time.show_value("10:45")
    assert time.text() == "10.45"
