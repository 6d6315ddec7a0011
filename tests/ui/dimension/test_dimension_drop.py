"""One that goes: what stands under it is said, stays or moves, and comes back."""

from functools import partial

from PySide6.QtWidgets import QLabel

from smartcity_desktop.domain.dimension_use import Place
from tests.ui.dimension.hand import codes, dialog, find, go, listed, settle, told, undo
from ui.widgets.dimension_drop import DropDialog


def test_one_that_nobody_used_goes_at_once_and_comes_back(screen, hall):
    said = told(screen.said)
    go(screen, "ECO")
    screen.page.doing.drop.click()
    settle(screen)
    assert find(hall, "ECO").retired
    assert said == ["ECO Smart Economy tidak dipakai lagi."]
    assert listed(screen.page.list) == ["GOV", "BRD", "LIV", "SOC", "ENV", "ECO"]
    assert screen.page.retired.isVisible()
    assert screen.page.retired.text().endswith("tidak ditawarkan dan tidak dicetak.")
    assert not screen.page.doing.drop.isVisible()
    screen.page.doing.back.click()
    settle(screen)
    assert not find(hall, "ECO").retired
    assert not screen.page.retired.isVisible()


def test_where_something_stands_it_is_said_exactly_and_may_stay(screen, hall, answered):
    screen.arrive()
    settle(screen)
    go(screen, "SOC")
    screen.page.doing.drop.click()
    found = dialog(screen)
    uses = found.findChild(QLabel, "dimension-drop-uses")
    assert uses.text() == "Dipakai oleh 2 isu dan 1 kertas kerja."
    assert found.moves() == {}
    found.accept()
    settle(screen)
    soc = find(hall, "SOC")
    assert soc.retired
    grid = hall.ask(partial(hall.desk.worksheet.grid, answered, soc.id))
    assert [row.values["text"] for row in grid.rows] == ["Sekolah tanpa internet", "Tawuran"]
    assert screen.page.doing.move_answers.isVisible()
    assert "isian yang ada tetap dicetak" in screen.page.retired.text()


def test_where_something_stands_it_may_move_in_one_act_and_undo_brings_all_back(screen, hall, answered):
    screen.arrive()
    settle(screen)
    go(screen, "SOC")
    screen.page.doing.drop.click()
    found = dialog(screen)
    found.move_them.setChecked(True)
    assert not found.accept_button.isEnabled()
    ids = codes(hall)
    found.all.choose(Place(ids["ENV"], ids["ENV-1"]))
    found.all.activated.emit(found.all.currentIndex())
    assert found.accept_button.isEnabled()
    found.boxes[ids["SOC"]].choose(Place(ids["LIV"]))
    assert found.moves() == {
        ids["SOC"]: Place(ids["LIV"]),
        ids["SOC-2"]: Place(ids["ENV"], ids["ENV-1"]),
    }
    said = told(screen.said)
    found.accept()
    settle(screen)
    assert said == ["SOC Smart Society tidak dipakai lagi, isiannya dipindahkan."]
    grid = hall.ask(partial(hall.desk.worksheet.grid, answered, ids["ENV"]))
    assert [row.values["text"] for row in grid.rows] == ["Sekolah tanpa internet"]
    undo(screen, hall)
    grid = hall.ask(partial(hall.desk.worksheet.grid, answered, ids["SOC"]))
    assert len(grid.rows) == 2
    assert not find(hall, "SOC").retired


def test_answers_of_one_that_went_can_be_moved_later(screen, hall, answered):
    ids = codes(hall)
    hall.ask(partial(hall.desk.dimension.drop, ids["SOC"]))
    screen.arrive()
    settle(screen)
    go(screen, "SOC")
    screen.page.doing.move_answers.click()
    found = dialog(screen)
    assert found.move_them.isChecked()
    assert not found.stay.isVisible()
    for box in found.boxes.values():
        box.choose(Place(ids["ENV"]))
    found.accept()
    settle(screen)
    grid = hall.ask(partial(hall.desk.worksheet.grid, answered, ids["ENV"]))
    assert len(grid.rows) == 2
    assert not screen.page.doing.move_answers.isVisible()


def test_what_cannot_go_to_a_whole_dimension_is_said_before(qtbot, hall, dressed):
    assert dressed
    board = hall.ask(hall.desk.dimension.board)
    ids = codes(hall)
    board = type(board)(board.dimensions, board.subdimensions, {ids["SOC-1"]: {"analysis.also": 2}})
    found = DropDialog(board.named(ids["SOC"]), board, drops=True)
    qtbot.addWidget(found)
    found.move_them.setChecked(True)
    (box,) = found.boxes.values()
    assert found.all.isHidden()
    box.choose(Place(ids["ENV"]))
    box.activated.emit(box.currentIndex())
    assert found.note.text().startswith("2 dimensi tambahan tetap di tempatnya")
    box.choose(Place(ids["ENV"], ids["ENV-1"]))
    box.activated.emit(box.currentIndex())
    assert found.note.text() == ""


def test_a_subdimension_is_put_under_another_dimension(screen, hall):
    said = told(screen.said)
    home = screen.page.sub_form.home
    home.setCurrentIndex(home.findData(codes(hall)["ECO"]))
    home.activated.emit(home.currentIndex())
    settle(screen)
    assert find(hall, "ECO-4").name == "Layanan publik"
    assert screen.page.form.code.text() == "ECO"
    assert screen.page.sub_form.code.text() == "ECO-4"
    assert said == ["Dipindahkan ke ECO Smart Economy beserta isiannya."]
