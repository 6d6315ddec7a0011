import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel

from smartcity_desktop.domain.entity import SHEET_STATES
from smartcity_desktop.paths import shelf
from ui import theme


def luminance(name):
    found = QColor(theme.color(name))
    parts = [found.redF(), found.greenF(), found.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink, ground):
    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "window"),
        ("text-soft", "surface"),
        ("text-soft", "window"),
        ("accent", "accent-soft"),
        ("accent-text", "accent"),
        ("warning", "warning-soft"),
        ("error", "error-soft"),
        ("info", "info-soft"),
        ("good", "good-soft"),
        ("neutral", "neutral-soft"),
    ],
)
def test_text_can_be_read_on_its_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


def test_faint_text_still_reaches_the_contrast_of_large_text():
    assert contrast("text-faint", "surface") >= 3.0


def test_every_status_of_the_ladder_has_its_inks():
    assert set(theme.load().pills) == set(SHEET_STATES)
    assert theme.pill_inks("unknown") == (theme.color("neutral"), theme.color("neutral-soft"))


def test_the_style_sheet_names_no_colour_itself_and_leaves_nothing_open():
    source = shelf("themes", "window.qss").read_text(encoding="utf-8")
    assert re.findall(r":\s*#[0-9a-fA-F]{3,6}\b", source) == []
    assert "$" not in theme.sheet(1.25)


def test_larger_text_makes_every_size_larger():
    assert f"font-size: {theme.size('title', 1.5)}px" in theme.sheet(1.5)
    assert theme.size("base", 1.5) == 21


@pytest.mark.usefixtures("dressed")
def test_figures_have_equal_width():
    label = QLabel()
    metrics = label.fontMetrics()
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.usefixtures("dressed")
def test_the_fonts_of_the_shelf_are_the_ones_shown():
    assert QLabel().fontInfo().family() == "Liberation Sans"


@pytest.mark.parametrize(
    ("ground", "ink"), [("#0f3d5c", "surface"), ("#f2c94c", "text"), ("#ffffff", "text")]
)
def test_ink_is_chosen_to_be_read(ground, ink):
    assert theme.ink_on(ground) == theme.color(ink)


@pytest.mark.usefixtures("dressed")
def test_a_missing_icon_is_empty_and_breaks_nothing():
    assert theme.pixmap("tidak-ada-ikon-ini").toImage().pixelColor(5, 5).alpha() == 0


@pytest.mark.usefixtures("dressed")
def test_an_icon_is_drawn_in_the_ink_asked_for(tmp_path, monkeypatch):
    square = '<rect width="8" height="8" fill="currentColor"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{square}</svg>'
    (tmp_path / "kotak.svg").write_text(drawing, encoding="utf-8")
    monkeypatch.setattr(theme, "shelf", lambda *parts: tmp_path / parts[-1])
    assert theme.pixmap("kotak", "#123456").toImage().pixelColor(9, 9).name() == "#123456"


def test_what_paints_itself_follows_the_type_size_of_now(dressed):
    usual = theme.font("small").pixelSize()
    theme.apply(dressed, 1.5)
    try:
        assert theme.font("small").pixelSize() == theme.size("small", 1.5) > usual
        assert theme.scaled(40) == 60
    finally:
        theme.apply(dressed)
    assert theme.font("small").pixelSize() == usual
    assert theme.scaled(40) == 40


@pytest.mark.usefixtures("dressed")
def test_an_icon_is_drawn_for_its_state_and_in_the_size_that_is_asked_for(tmp_path, monkeypatch):
    square = '<rect width="8" height="8" fill="currentColor"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{square}</svg>'
    (tmp_path / "papan.svg").write_text(drawing, encoding="utf-8")
    monkeypatch.setattr(theme, "shelf", lambda *parts: tmp_path / parts[-1])
    icon = theme.icon("papan", "#123456", "#654321")

    def ink(mode, state, side=18):
        return icon.pixmap(QSize(side, side), 1.0, mode, state).toImage().pixelColor(9, 9).name()

    normal, disabled, active = QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Active
    assert ink(normal, QIcon.State.Off) == "#123456"
    assert ink(normal, QIcon.State.On) == ink(active, QIcon.State.On, 30) == "#654321"
    assert ink(disabled, QIcon.State.Off) == theme.color("text-faint")
    assert icon.pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)
    assert max(size.width() for size in icon.availableSizes()) == 48
