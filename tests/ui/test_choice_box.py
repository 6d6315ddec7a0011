"""A list to choose one of: a long name ends in an ellipsis and is told whole."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

import ui
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.number_edit import NumberEdit

LONG = "Dinas Penanaman Modal & Pelayanan <Terpadu> Satu Pintu Kabupaten Konawe Selatan"


@pytest.fixture
def build(dressed, qtbot):
    """How to make a box in a window of its own."""
    assert dressed
    windows = []

    def made(kind, words=(LONG, "DLH"), wide=200):
        windows.append(QWidget())
        return _shown(kind, windows[-1], qtbot, words, wide)

    return made


def _shown(kind, window, qtbot, words, wide):
    window.resize(900, 300)
    qtbot.addWidget(window)
    box = kind(window)
    box.addItems(words)
    box.setGeometry(10, 10, wide, 32)
    with qtbot.waitExposed(window):
        window.show()
    return box


@pytest.fixture
def box(build):
    return build(ChoiceBox)


def test_a_long_name_is_drawn_with_an_ellipsis_at_its_end(box, build):
    shown = box.shown(LONG)
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1])
    assert box.grab().toImage() == build(QComboBox, (shown,)).grab().toImage()


def test_the_tooltip_tells_the_whole_name_as_plain_text_and_only_where_it_is_cut(box):
    box.grab()
    assert box.toolTip() == (
        "<qt>Dinas Penanaman Modal &amp; Pelayanan &lt;Terpadu&gt; Satu Pintu Kabupaten Konawe Selatan</qt>"
    )
    box.setCurrentIndex(1)
    box.grab()
    assert box.toolTip() == ""
    box.setCurrentIndex(0)
    box.resize(860, 32)
    box.grab()
    assert box.toolTip() == ""


def test_a_short_name_and_a_box_without_a_choice_look_as_usual(build):
    for place in (0, -1):
        pictures = []
        for kind in (ChoiceBox, QComboBox):
            box = build(kind, ("DLH",))
            box.setPlaceholderText("Pilih tujuan …")
            box.setCurrentIndex(place)
            pictures.append(box.grab().toImage())
        assert pictures[0] == pictures[1]


def test_the_opened_list_has_room_for_the_whole_name_and_stays_inside_the_window(box, build):
    box.showPopup()
    view = box.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    box.hidePopup()
    narrow = build(ChoiceBox, (LONG * 4,))
    narrow.showPopup()
    assert narrow.view().width() <= 900
    narrow.hidePopup()


def test_every_list_of_the_window_is_one():
    folder = Path(ui.__file__).parent
    plain = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "choice_box.py"
        and re.search(r"(?<!\w)QComboBox\(|\(QComboBox\):", path.read_text("utf-8"))
    ]
    assert plain == []


def roll(widget):
    at = QPointF(5, 5)
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            at,
            QPointF(widget.mapToGlobal(at.toPoint())),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_rolling_past_a_list_or_a_number_changes_neither(build, qtbot):
    box = build(ChoiceBox, ("DLH", "Dinas PU"))
    number = NumberEdit("minutes", "Lama", (0, 90))
    qtbot.addWidget(number)
    number.setValue(45)
    chosen = []
    box.activated.connect(chosen.append)
    for field in (box, number):
        field.show()
        field.setFocus()
        roll(field)
    assert (box.currentIndex(), chosen, number.value()) == (0, [], 45)


def test_a_name_of_two_words_is_found_by_its_letters(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["Badan Pendapatan", "Dinas Lingkungan Hidup", "Dinas Kesehatan"])
    box.show()
    QTest.keyClicks(box, "Dinas Kes")
    assert box.currentText() == "Dinas Kesehatan"
    assert not box.view().isVisible()
    QTest.keyClick(box, Qt.Key.Key_Home)
    QTest.qWait(QApplication.keyboardInputInterval() + 60)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible(), "by itself a space opens the list"
    box.hidePopup()


@pytest.mark.parametrize("name", ["Menengah (5 th)", "Pendek (1 th)", "Dinas Kebudayaan dan Pariwisata", "–"])
def test_a_box_of_its_own_size_shows_its_longest_name_whole(qtbot, dressed, name):
    assert dressed
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["", name])
    box.setCurrentIndex(1)
    box.resize(box.sizeHint())
    assert box.shown(name) == name
