"""Dokumen: proposals of the nomenclature for a program, below the tree; one key goes there, then writes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from tests.ui.planning import OPDS, document_screen, on_data, settle

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
PLAN = Draft(
    lines=(
        LineDraft("program", "2.16.02", "Pengelolaan Informasi dan Komunikasi Publik"),
        LineDraft("program", "", "Program Pengelolaan Aplikasi Informatika"),
        LineDraft("program", "2.16.77", "Penyelenggaraan Statistik Sektoral"),
    ),
    years=("2026",),
)


@pytest.fixture
def plan_of(desk, context):
    def ask():
        return on_data(context.lane, lambda: desk.renstra.plan(desk.opd.find(OPDS[1]).id))

    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    on_data(context.lane, lambda: desk.renstra.adopt(desk.opd.find(OPDS[1]).id, PLAN))
    return ask


def shown(desk, context, qtbot, plan_of, *, reads=False):
    made = document_screen(desk, context, reads=reads)
    qtbot.addWidget(made)
    made.activateWindow()
    made.open_row(plan_of().document.id)
    settle(made)
    made.frame.plan.tree.setFocus()
    return made


def press(screen, key, held=ALT):
    QTest.keyClick(screen.frame.plan.tree, key, held)
    settle(screen)


@pytest.mark.usefixtures("dressed")
def test_one_key_goes_to_the_program_and_the_same_key_writes_its_code(desk, context, qtbot, plan_of):
    screen = shown(desk, context, qtbot, plan_of)
    line, tree = screen.frame.plan.codes, screen.frame.plan.tree
    tree.show_index(screen.frame.plan.model.index_of(plan_of().lines[0].id))
    assert line.words.text() == (
        "Program Pengelolaan Aplikasi Informatika: usulan kode 2.16.03 Pengelolaan Aplikasi Informatika "
        "(nama sama; bidang urusan OPD (2.16)). 1 usulan lain."
    )
    assert line.use.text() == "Ke barisnya (Alt+K)"
    assert line.leave.isHidden()
    press(screen, KEY.Key_K, ALT | Qt.KeyboardModifier.ShiftModifier)
    press(screen, KEY.Key_K)
    assert [item.code for item in plan_of().lines] == ["2.16.02", "", "2.16.77"]
    assert screen.frame.plan.model.node(tree.currentIndex()).line.id == plan_of().lines[1].id
    assert line.use.text() == "Pakai (Alt+K)"
    press(screen, KEY.Key_K)
    assert [item.code for item in plan_of().lines] == ["2.16.02", "2.16.03", "2.16.77"]
    assert screen.notes == ["Kode 2.16.03 dipakai. Ctrl+Z mengurungkan."]
    assert line.words.text().startswith("2.16.77 Penyelenggaraan Statistik Sektoral: usulan kode 2.20.02 ")
    press(screen, KEY.Key_K)
    press(screen, KEY.Key_K, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert [item.code for item in plan_of().lines] == ["2.16.02", "2.16.03", "2.16.77"]
    assert line.isHidden()
    screen.changed(on_data(context.lane, desk.undo))
    settle(screen)
    assert not line.isHidden()


@pytest.mark.usefixtures("dressed")
def test_a_file_that_takes_nothing_proposes_nothing(desk, context, qtbot, plan_of):
    screen = shown(desk, context, qtbot, plan_of, reads=True)
    assert screen.frame.plan.codes.isHidden()
    press(screen, KEY.Key_K)
    assert [item.code for item in plan_of().lines] == ["2.16.02", "", "2.16.77"]
