"""A table of all agencies: split by OPD on a page of its own, decided by keys, stored in one act."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import LineDraft, Origin, PointDraft, Problem
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, document_screen, draft, hold, on_data, settle
from ui.models import agency_parts as columns
from ui.widgets.agency_parts import told_names
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.document_frame import AGENCIES, PREVIEW, READING, RENSTRA
from ui.widgets.plan_change import CompareDialog

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
HEALTH, KOMINFO = OPDS[0], OPDS[1]


def program(row, opd, name="", **more):
    pagu = {"Tahun-1": row * 1_000_000}
    return LineDraft(
        "program",
        f"1.0{row}.02",
        name or f"Program {row}",
        pagu=pagu,
        opd=opd,
        origin=Origin("R", row),
        **more,
    )


YEARS = Problem("R", "E1", "years", "Tahun?", suggestion="2026", field="years")
CODE = Problem("R", "A3", "code-odd", "Kode?", 1, suggestion="1.03.09", field="code")
LINES = (
    program(2, HEALTH),
    program(3, "Dinas Kominfo dan Sandi"),
    program(4, "DINAS PASAR"),
    program(5, "Dinkes Kab"),
    program(6, ""),
)


def whole(**changes):
    given = {
        "lines": LINES,
        "problems": (YEARS, CODE),
        "years": ("Tahun-1",),
        "opd_name": "",
        "grids": (),
        "sheets": (),
    }
    return draft(document_kind="rpjmd", source_name="rpjmd.xlsx", **{**given, **changes})


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS[:2]]))
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(screen):
    screen.files._got(whole())
    settle(screen)
    return screen.frame.agencies


def press(page, row, key, modifier=Qt.KeyboardModifier.NoModifier):
    page.table.setFocus()
    page.table.choose(row)
    QTest.keyClick(page.table, key, modifier)


def cell(page, row, column):
    return page.model.data(page.model.index(row, column))


def fates(page):
    return [page.model.fate(row) for row in range(page.model.rowCount())]


def aim(page, row, words):
    target = next(value for value, told in page.model.choices(row) if told.startswith(words))
    assert page.model.setData(page.model.index(row, columns.TARGET), target)


def plans(screen, desk):
    def read():
        found = {item.name: desk.renstra.plan(item.id) for item in desk.opd.opds()}
        return {name: [line.name for line in plan.lines] for name, plan in found.items() if plan}

    return on_data(screen.context.lane, read)


def test_what_cannot_be_answered_at_once_stays_and_says_so(screen):
    asked = tuple(replace(YEARS, cell=cell, suggestion="tahun depan") for cell in ("E1", "F1"))
    screen.files._got(whole(problems=asked))
    settle(screen)
    page = screen.frame.agencies
    QTest.keyClick(page.doubts.rows()[0], Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.parts.asked) == 2
    assert "2 yang ini tidak bisa dijawab sekaligus." in page.doubts.rows()[0].fault.text()


def test_every_agency_of_the_file_stands_with_its_target_its_money_and_its_doubts(screen, page):
    assert screen.frame.pages.currentIndex() == AGENCIES
    assert page.sentence.text() == "Berkas ini memuat program 4 OPD: 5 baris, 5 program."
    assert [cell(page, row, columns.NAME) for row in range(5)] == [
        HEALTH,
        "Dinas Kominfo dan Sandi",
        "DINAS PASAR",
        "Dinkes Kab",
        columns.NAMELESS,
    ]
    assert fates(page)[2:] == ["Dilewati", "Dilewati", "Dilewati"]
    assert cell(page, 1, columns.TARGET) == f"{KOMINFO} ?"
    assert (cell(page, 1, columns.DOUBTS), cell(page, 1, columns.YEARS)) == ("1", "3")
    assert page.hint.text() == "1 tebakan belum dilihat."
    assert page.doubts.rows()[0].hasFocus()
    QTest.keyClick(page.doubts.rows()[0], Qt.Key.Key_B)
    assert page.model.headerData(columns.YEARS, Qt.Orientation.Horizontal) == "2026"
    assert page.table.hasFocus()
    assert nameless(screen) == []
    assert screen.unfinished() == "Hasil baca rpjmd.xlsx belum dipakai."


def test_targets_are_chosen_by_keys_and_everything_is_taken_back(page):
    press(page, 1, Qt.Key.Key_B)
    assert (page.parts.rows[1].sure, page.table.row) == (True, 2)
    page.add.click()
    assert fates(page)[2:4] == ["OPD baru", "OPD baru"]
    assert page.model.target_words(page.parts.rows[2].target) == "Dinas Pasar"
    aim(page, 3, HEALTH)
    aim(page, 4, "Tambah OPD baru: Dinas Pasar")
    assert fates(page)[0] == "Disimpan · gabungan 2 baris daftar"
    assert fates(page)[3] == f"Digabung dengan {HEALTH}"
    assert page.use.text() == "Pakai untuk 3 OPD"
    press(page, 0, Qt.Key.Key_L)
    assert fates(page)[0] == "Dilewati"
    for _step in range(5):
        QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert (page.undo.isHidden(), page.parts.rows[1].sure) == (True, False)
    for row in (0, 1):
        press(page, row, Qt.Key.Key_L)
    assert (page.use.isEnabled(), page.hint.text()) == (False, "Belum ada yang akan disimpan.")
    press(page, 2, Qt.Key.Key_F2)
    assert page.table.state() == page.table.State.EditingState
    box = page.table.findChild(ChoiceBox)
    box.showPopup()
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
    assert box.view().minimumWidth() > longest > box.width()
    box.hidePopup()


def test_a_part_is_looked_at_as_any_reading_and_its_answers_come_back(screen, page):
    press(page, 1, ENTER)
    settle(screen)
    reading = page.reading
    assert (reading.use.text(), reading.opd.currentText(), reading.cancel.isHidden()) == (
        "Kembali ke daftar",
        KOMINFO,
        True,
    )
    reading.doubts.answered.emit(CODE.key, "accept", "")
    settle(screen)
    reading.use.click()
    assert (page.parts.own(1), page.parts.rows[1].draft.lines[0].code) == ((), "1.03.09")
    press(page, 0, ENTER)
    settle(screen)
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert (page.table.hasFocus(), page.table.row) == (True, 0)


def test_all_is_stored_in_one_act_with_new_agencies_and_one_undo_takes_all_back(screen, desk, page):
    page.add.click()
    aim(page, 3, "Lewati")
    QTest.keyClick(page, ENTER, CONTROL)
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA
    assert screen.notes[-1] == (
        "Renstra 3 OPD dipakai: 3 baris. 1 OPD baru ditambahkan: Dinas Pasar. "
        "Dilewati: Dinkes Kab, baris tanpa OPD. Ctrl+Z mengurungkan semuanya."
    )
    assert plans(screen, desk) == {
        HEALTH: ["Program 2"],
        KOMINFO: ["Program 3"],
        "Dinas Pasar": ["Program 4"],
    }
    on_data(screen.context.lane, desk.undo)
    assert plans(screen, desk) == {}


def test_a_renstra_that_stands_stays_unless_it_is_compared_and_replaced(screen, desk):
    on_data(screen.context.lane, lambda: desk.renstra.adopt(desk.opd.find(HEALTH).id, draft()))
    screen.arrive()
    settle(screen)
    screen.files._got(whole(lines=LINES[:2], problems=()))
    settle(screen)
    page = screen.frame.agencies
    assert fates(page) == ["Dibiarkan (2025–2026)", "Disimpan"]
    page.compare.click()
    settle(screen)
    dialog = screen.findChild(CompareDialog)
    dialog.tied.emit({0: 0})
    settle(screen)
    assert len(page.parts.ties) == 1
    dialog.use.click()
    assert fates(page)[0] == "Mengganti 2025–2026"
    press(page, 0, Qt.Key.Key_Space)
    assert page.use.text() == "Pakai untuk 1 OPD"
    page.use.click()
    settle(screen)
    assert "Renstra yang ada dibiarkan: Dinkes." in screen.notes[-1]
    assert len(plans(screen, desk)[HEALTH]) == 3


def test_a_person_who_stops_while_it_is_stored_has_stored_nothing(screen, desk, page):
    release = hold(screen.context.lane)
    page.use.click()
    assert page.busy
    page.progress.stop.click()
    release.set()
    settle(screen)
    assert (page.busy, screen.notes[-1]) == (False, "Dihentikan. Tidak ada yang disimpan.")
    assert plans(screen, desk) == {}
    page.cancel.click()
    assert screen.frame.pages.currentIndex() == RENSTRA


def test_the_file_can_be_read_as_the_plan_of_one_agency_after_all(screen, page):
    page.one.click()
    assert screen.frame.pages.currentIndex() == READING
    assert screen.reading.use.text() == "Pakai hasil baca (5 baris)"


def test_an_rpjmd_with_its_goals_is_looked_at_as_such_and_its_programs_from_there(screen):
    screen.files._got(whole(points=(PointDraft("program", "Informasi"),)))
    settle(screen)
    assert screen.frame.pages.currentIndex() == AGENCIES
    screen.files._got(whole(points=(PointDraft("misi", "Melayani"),)))
    settle(screen)
    assert screen.frame.pages.currentIndex() == PREVIEW
    assert screen.frame.preview.agencies.isVisibleTo(screen)


def test_many_names_are_told_by_the_first_of_them():
    assert told_names(["A", "B"], 2) == "A, B"
    assert told_names(["A", "B", "C", "D"], 2) == "A, B, dan 2 lagi"
