"""Every screen at 100, 125 and 150 percent type: nothing that is read is cut, the window keeps its size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from smartcity_desktop.settings import Settings
from tests.ui.frame import settle, turn
from ui import theme
from ui.app import App
from ui.models.action_plan import FUND
from ui.models.initiative_list import HORIZON, YEARS
from ui.shell.all_screens import SCREENS
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_share, keep_widest, keep_width
from ui.widgets.label import ElidedLabel, TwoLineLabel
from ui.widgets.tick_menu import TickButton

WINDOW = (1366, 768)
GROWING = 12
"""Pixels of a growing text that are not for its letters."""
EDGES, FRAME = 4, 2
"""Pixels round the letters of a line, and of a button, that its frame needs at least."""


@pytest.fixture(scope="module")
def sample_bytes(sample_city):
    return sample_city.read_bytes()


@pytest.fixture
def app(dressed, profile, clock, tmp_path, sample_bytes):
    path = tmp_path / "contoh.bimtek"
    path.write_bytes(sample_bytes)
    made = App(profile, clock=clock)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    made.window.resize(*WINDOW)
    made.window.show()
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)
    theme.apply(dressed)


def cut(ground):
    """Return what is shown on a ground and cannot be read whole, each with its words."""
    seen = [item for item in ground.findChildren(QWidget) if item.isVisible()]
    return [
        f"{told}: {item.objectName() or type(item).__name__}"
        for item in seen
        if (told := told_of(item) or beyond(item) or lines_of(item))
    ]


def lines_of(widget):
    room = widget.height() - widget.viewport().height() if isinstance(widget, GrowingText) else 0
    return "lines" if room > GROWING else ""


def beyond(widget):
    """Tell of what reaches out at the right of an area that cannot be rolled sideways."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    read = QLabel | QPushButton | QLineEdit | QComboBox | QAbstractSpinBox
    if area is None or area.horizontalScrollBarPolicy() != never or not isinstance(widget, read):
        return ""
    right = widget.mapTo(area, widget.rect().topRight()).x()
    return "beyond" if right > area.viewport().geometry().right() + 1 else ""


def told_of(widget):
    metrics = widget.fontMetrics()
    if isinstance(widget, QPushButton) and widget.text():
        return button_of(widget)
    if isinstance(widget, QLabel) and widget.text():
        return label_of(widget, metrics)
    if isinstance(widget, QAbstractSpinBox):
        return "narrow" if widget.width() < metrics.horizontalAdvance(widget.text()) + EDGES else ""
    fields = QLineEdit | QComboBox
    if isinstance(widget, fields) and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
        return "low" if widget.height() < metrics.height() + EDGES else ""
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        return heads_of(widget)
    return ""


def button_of(button):
    metrics = button.fontMetrics()
    # What is ticked is told with an ellipsis, and whole in the tooltip.
    elided = isinstance(button, TickButton)
    needed = metrics.horizontalAdvance(button.text()) if elided else button.sizeHint().width()
    low = button.height() < metrics.height() * (1 + button.text().count("\n")) + FRAME
    return "low" if low else "narrow" if button.width() < needed - 2 else ""


def label_of(label, metrics):
    if isinstance(label, TwoLineLabel):
        return ""
    if label.wordWrap():
        return "low" if label.height() < label.heightForWidth(label.width()) - 2 else ""
    wide = isinstance(label, ElidedLabel) or label.width() >= metrics.horizontalAdvance(label.text())
    return "" if wide and label.height() >= metrics.height() - 1 else "cut"


def heads_of(header):
    """Return the heads of which not even the longest word fits."""
    font = header.font()
    font.setBold(True)
    metrics, model = QFontMetrics(font), header.model()
    for section in range(header.count()):
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "").split()
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        if not header.isSectionHidden(section) and header.sectionSize(section) < longest + EDGES:
            return f"head {words}"
    return ""


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_nothing_that_is_read_on_any_screen_is_cut(app, dressed, scale):
    """The type becomes larger while the window stands, as with Ctrl and plus."""
    frame, found = app.window.workshop, {}
    for spec in SCREENS:
        frame.go(spec.key)
        settle(app)
    frame.choose_stage(2)
    frame.go("agenda")
    settle(app)
    blocks = [item.block for day in frame.screens.current.plan.days for item in day.blocks]
    frame.screens.current.open_row(next(block.id for block in blocks if block.title == "Rehat kopi"))
    settle(app)
    theme.apply(dressed, scale)
    turn(50)
    found["in front"] = cut(app.window)
    for spec in SCREENS:
        frame.go(spec.key)
        settle(app)
        turn(20)
        found[spec.key] = cut(app.window)
        assert (app.window.width(), app.window.height()) == WINDOW, spec.key
    assert {key: told for key, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("size", "scale"),
    [(WINDOW, 1.0), (WINDOW, 1.5), ((1920, 1080), 1.0), ((911, 512), 1.0)],
    ids=["laptop", "large type", "desktop", "scaled by Windows"],
)
def test_nothing_that_is_read_on_any_tab_of_the_masterplan_is_cut(app, dressed, size, scale):
    """A laptop of 1366 pixels has 911 left where Windows draws everything half as large again."""
    frame, found = app.window.workshop, {}
    app.window.resize(*size)
    theme.apply(dressed, scale)
    frame.go("initiative")
    settle(app)
    for spec in frame.screens.current.specs:
        frame.go("initiative", f"{spec.key}:")
        settle(app)
        turn(150)
        found[spec.key] = cut(app.window)
        assert (app.window.width(), app.window.height()) == size, spec.key
    assert {key: told for key, told in found.items() if told} == {}


def test_the_tables_of_the_masterplan_need_no_rolling_sideways_on_a_laptop(app, dressed):
    assert dressed
    frame = app.window.workshop
    frame.go("initiative", "action:")
    settle(app)
    table = frame.screens.current.tab.table
    assert table.horizontalScrollBar().maximum() == 0
    assert [at for at in range(8) if table.isColumnHidden(at)] == [FUND]
    frame.go("initiative", "initiative:")
    settle(app)
    table = frame.screens.current.tab.table
    assert table.horizontalScrollBar().maximum() == 0
    assert not any(table.isColumnHidden(at) for at in (HORIZON, YEARS))


def test_the_tables_of_the_masterplan_need_no_rolling_sideways_in_large_type(app, dressed):
    """What has no room in a table stands beside or below it."""
    frame = app.window.workshop
    theme.apply(dressed, 1.5)
    for key in ("action", "duty", "monitor"):
        frame.go("initiative", f"{key}:")
        settle(app)
        turn(150)
        tab = frame.screens.current.tab
        hidden = {at for at in tab.table.widths if tab.table.isColumnHidden(at)}
        assert tab.table.horizontalScrollBar().maximum() == 0, key
        assert hidden, key
        assert tab.left_out.isVisible(), key


def test_a_kept_width_follows_the_type_while_it_stands(qtbot, dressed):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    line, choice = HeadLine(page), QLineEdit(page)
    for part in (line, choice):
        column.addWidget(part)
    keep_width(line, 100)
    keep_widest(choice, 120)
    shared = QWidget(page)
    column.addWidget(shared)
    keep_share(shared, page, 100, 30)
    page.resize(400, 200)
    page.show()
    try:
        for scale, wide, most in ((1.0, 100, 120), (1.5, 150, 180), (1.25, 125, 150)):
            theme.apply(dressed, scale)
            turn()
            assert (line.width(), choice.maximumWidth()) == (wide, most)
            assert shared.width() == min(wide, page.width() * 30 // 100)
    finally:
        theme.apply(dressed)


def test_a_text_that_is_too_long_for_its_line_ends_in_an_ellipsis_until_somebody_types_there(qtbot, dressed):
    assert dressed
    page = QWidget()
    qtbot.addWidget(page)
    line, other = HeadLine(page), QLineEdit(page)
    line.resize(160, 32)
    other.move(0, 60)
    page.resize(300, 120)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    other.setFocus()
    line.setText("Dr. Ir. Hj. Andi Rahmatia Nurwahyuni Contohwati")
    line.setCursorPosition(0)
    cut_short = line.grab().toImage()
    line.setText(line.fontMetrics().elidedText(line.text(), Qt.TextElideMode.ElideRight, 160 - 22))
    line.setCursorPosition(0)
    assert line.text().endswith("…")
    assert line.grab().toImage() == cut_short
