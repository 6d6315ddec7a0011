"""Cek Sebelum Acara shows what was found on this laptop, and what to do about it."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtTest import QTest

from smartcity_desktop.domain.preflight import ORDER, TONE_WORDS
from smartcity_desktop.services.preflight import Asked
from tests.ui.frame import nameless, turn
from ui import theme
from ui.printing import fits_paper
from ui.screens import preflight
from ui.screens.preflight import PreflightScreen
from ui.widgets.label import Label


@pytest.fixture
def screen(context, qtbot, dressed, clock):
    made = PreflightScreen(context, lambda: Asked(context.settings.places, clock))
    qtbot.addWidget(made)
    made.resize(1156, 658)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    settle(made)
    yield made
    theme.apply(dressed)


def settle(screen):
    for _ in range(4):
        assert screen.context.lane.drain(20)
        turn()


def test_every_check_has_its_row_in_the_order_of_the_page(screen):
    assert tuple(screen.list.rows) == tuple(key for key in ORDER if key != "certificate")
    assert screen.verdict.text() in TONE_WORDS.values()
    assert screen.words.text().endswith(".")
    assert nameless(screen) == []


def test_a_number_on_two_certificates_stands_among_the_others(context, qtbot, dressed, clock):
    assert dressed
    made = PreflightScreen(context, lambda: Asked(context.settings.places, clock, doubled=(12,)))
    qtbot.addWidget(made)
    made.arrive()
    settle(made)
    assert tuple(made.list.rows) == ORDER
    assert "Nomor 12" in made.list.rows["certificate"].accessibleName()


def test_what_is_not_ready_says_what_to_do(screen):
    row = screen.list.rows["copies"]
    assert "Salinan dibuat di laptop ini saja." in row.accessibleName()
    assert screen.findChild(Label, "remedy-copies").text().startswith("Pilih folder kedua")


def test_looking_again_sees_what_was_plugged_in(screen, monkeypatch):
    monkeypatch.setattr(preflight, "screens", lambda: ["eDP-1 1366 × 768", "HDMI-1 1024 × 768"])
    folio = QPageSize(QSizeF(215, 330), QPageSize.Unit.Millimeter, "Folio")
    monkeypatch.setattr(preflight, "printers", lambda: [("Canon", True, [folio])])
    assert screen.again.hasFocus()
    QTest.keyClick(screen.again, Qt.Key.Key_Space)
    settle(screen)
    assert "HDMI-1 1024 × 768" in screen.list.rows["screen"].accessibleName()
    assert "Canon, kertas F4 tersedia" in screen.list.rows["printer"].accessibleName()
    assert screen.again.hasFocus()


def test_the_folder_of_copies_is_chosen_in_pengaturan(screen, qtbot):
    with qtbot.waitSignal(screen.go) as asked:
        QTest.mouseClick(screen.list.buttons["copies"], Qt.MouseButton.LeftButton)
    assert asked.args == ["settings", "safety_second"]


def test_a_printer_with_a_paper_nearly_as_large_fits():
    folio = QPageSize(QSizeF(216, 330), QPageSize.Unit.Millimeter, "Folio")
    assert fits_paper("F4", [folio])
    assert not fits_paper("F4", [QPageSize(QPageSize.PageSizeId.A4)])
    assert fits_paper("A4", [QPageSize(QPageSize.PageSizeId.A4)])
