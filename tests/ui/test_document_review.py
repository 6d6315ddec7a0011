"""Dokumen: programs are read beside the tree, in the same sheet as in the worksheet, by letters and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from tests.ui.planning import OPDS, document_screen, on_data, settle
from ui import theme

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
YEARS = ["Uraian", "Sumber", "Kondisi awal", "2026"]
PLAN = Draft(
    lines=(
        LineDraft("program", "2.16.02", "Pengelolaan Informasi dan Komunikasi Publik"),
        LineDraft("kegiatan", "2.16.02.2.01", "Pengelolaan Media", parent=0),
        LineDraft("program", "2.16.01", "Penunjang Urusan Pemerintahan", support=True),
    ),
    years=("2026",),
)


@pytest.fixture
def sheet(desk, context):
    """Answer by key what stands in the sheet of the agency for its first program."""
    lane = context.lane

    def ask():
        opd = desk.opd.find(OPDS[1]).id
        known = next(item.id for item in desk.worksheet.worksheets() if item.code == "L5")
        return desk.worksheet.grid(known, opd).rows[0].values

    on_data(lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    on_data(lane, lambda: desk.renstra.adopt(desk.opd.find(OPDS[1]).id, PLAN))
    return lambda: on_data(lane, ask)


def shown(desk, context, qtbot, *, reads=False):
    made = document_screen(desk, context, reads=reads)
    qtbot.addWidget(made)
    made.activateWindow()
    opd = on_data(context.lane, lambda: desk.opd.find(OPDS[1]).id)
    made.open_row(opd)
    settle(made)
    made.frame.plan.review.switch.setChecked(True)
    settle(made)
    stand(made, 0)
    return made


def stand(screen, place):
    panel = screen.frame.plan
    panel.tree.show_index(panel.model.index_of(panel.model.plan.lines[place].id))
    panel.tree.setFocus()


def press(screen, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.frame.plan.tree, key, held)
    settle(screen)


def heads(model):
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def cells(screen):
    index = screen.frame.plan.tree.currentIndex()
    return [index.siblingAtColumn(at).data() for at in range(1, 5)]


@pytest.mark.usefixtures("dressed")
def test_programs_are_read_beside_the_tree_as_in_their_worksheet(desk, context, qtbot, sheet):
    screen = shown(desk, context, qtbot)
    panel = screen.frame.plan
    assert heads(panel.model) == ["Uraian", "Relevan", "Dimensi", "Jangka", "Usulan quick win"]
    assert not panel.findings.isVisible()
    assert cells(screen) == ["", "usul: GOV-3 · informasi dan komunikasi pu…", "", ""]
    ink = panel.tree.currentIndex().siblingAtColumn(2).data(Qt.ItemDataRole.ForegroundRole)
    assert ink.name() == theme.color("text-faint").lower()
    assert panel.review.told.text().startswith("Usulan: GOV-3 ")
    press(screen, KEY.Key_S)
    assert (sheet()["relevant"], cells(screen)[0]) == ("sebagian", "Sebagian")
    press(screen, KEY.Key_U, ALT)
    assert sheet()["dimension"] == panel.model.review.values[panel.model.plan.lines[0].id]["dimension"] != ""
    assert cells(screen)[1].startswith("GOV ")
    press(screen, KEY.Key_J)
    editor = next(item for item in panel.tree.findChildren(QLineEdit, "plan-cell") if item.isVisible())
    QTest.keyClicks(editor, "pe")
    QTest.keyClick(editor, KEY.Key_Return)
    settle(screen)
    assert sheet()["horizon"] == "pendek"
    screen.changed(on_data(context.lane, desk.undo))
    settle(screen)
    assert cells(screen)[2] == ""
    assert sheet()["horizon"] == ""

    stand(screen, 1)
    press(screen, KEY.Key_Y)
    stand(screen, 2)
    press(screen, KEY.Key_Y)
    assert panel.model.review.values.keys() == {panel.model.plan.lines[0].id}
    panel.review.switch.setChecked(False)
    assert heads(panel.model) == YEARS
    assert panel.findings.isVisible()
    assert panel.review.told.isHidden()


@pytest.mark.usefixtures("dressed")
def test_what_is_no_choice_is_not_taken_and_a_refused_dimension_is_not_proposed(desk, context, qtbot, sheet):
    screen = shown(desk, context, qtbot)
    warned = []
    screen.warned.connect(warned.append)
    panel = screen.frame.plan
    place = panel.tree.currentIndex().siblingAtColumn(2)
    assert not panel.model.setData(place, "XYZ")
    assert "XYZ" in warned[0]
    assert panel.model.setData(place, "SOC-1")
    settle(screen)
    assert cells(screen)[1].startswith("SOC ")
    on_data(context.lane, desk.undo)
    screen.arrive()
    settle(screen)
    press(screen, KEY.Key_T, ALT)
    assert cells(screen)[1] == ""
    assert panel.review.told.text().startswith("Usulan dimensi: tidak tahu. Pada baris program: Y, S, T ")
    assert sheet()["dimension"] == ""
    press(screen, KEY.Key_U, ALT)
    assert warned[1:] == ["Tidak ada usulan dimensi untuk baris ini."]


@pytest.mark.usefixtures("dressed")
def test_a_file_that_takes_nothing_shows_the_answers_and_takes_none(desk, context, qtbot, sheet):
    screen = shown(desk, context, qtbot, reads=True)
    for key, held in ((KEY.Key_Y, Qt.KeyboardModifier.NoModifier), (KEY.Key_U, ALT), (KEY.Key_T, ALT)):
        press(screen, key, held)
    assert heads(screen.frame.plan.model)[1] == "Relevan"
    assert not any(sheet()[key] for key in ("relevant", "dimension"))
