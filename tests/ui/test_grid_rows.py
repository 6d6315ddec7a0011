"""Rows that are added at the table, in the model: empty ones below, born by what is written, never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from smartcity_desktop.domain.grid import GridRow
from smartcity_desktop.domain.ids import RowId
from tests.ui.issues import STOCK, issue_grid
from ui.models.grid import GridModel
from ui.models.grid_rows import EMPTY_ROWS
from ui.models.grid_table import MARKS

PLACE = ("sheet-a", "dim-1")


@pytest.fixture
def model(qapp):
    assert qapp
    made = GridModel()
    made.add_new_rows(STOCK)
    made.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    return made


@pytest.fixture
def acts(model):
    found = []
    model.acted.connect(found.append)
    return found


def at(model, row, key="text"):
    return model.index(row, model.place_of(key))


def texts(model):
    return [model.data(at(model, row)) for row in range(model.rowCount()) if not model.is_new(row)]


def rows(model):
    return [model.row_at(place).row for place in range(model.rowCount())]


def let_go(model, *acts):
    for act in acts:
        model.settle(model.pending_keys(act), act.number)


def test_keeps_the_rules_of_qt_while_rows_come_and_go(model, qtmodeltester: ModelTester):
    qtmodeltester.check(model)
    model.enter(at(model, 2), "Satu lagi")
    model.take_out([RowId("row-1")])
    qtmodeltester.check(model)


def test_empty_rows_stand_below_the_written_ones_with_their_numbers(model):
    assert model.rowCount() == 2 + EMPTY_ROWS
    assert [model.is_new(row) for row in range(5)] == [False, False, True, True, True]
    numbers = [model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert model.face(2, model.place_of("text")).hint.startswith("Baris baru")
    assert model.face(3, model.place_of("text")).hint == ""
    assert model.count_done() == (2, 2)


def test_typing_into_an_empty_row_makes_it_and_the_next_one_appears(model, acts, qtbot):
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.enter(at(model, 2), "A")
    born = model.row_at(2).row
    assert [act.cells for act in acts] == [((born, "text", "A"),)]
    assert acts[0].typing
    model.enter(at(model, 2), "Aduan lama dijawab")
    assert model.row_at(2).row == born == STOCK[0]
    assert model.rowCount() == 3 + EMPTY_ROWS
    assert not model.is_new(2)
    assert model.count_done() == (3, 3)
    assert [row.row for row in model.snapshot().rows] == ["row-1", "row-2", born]


def test_an_empty_row_that_is_only_looked_at_or_emptied_is_not_written(model, acts):
    model.enter(at(model, 2), "  ")
    model.clear([at(model, row) for row in range(2, 5)])
    assert not acts
    assert model.rowCount() == 2 + EMPTY_ROWS


def test_what_is_written_further_down_takes_the_next_row(model, acts):
    model.put(at(model, 4), "Loncat")
    assert acts[0].cells == ((STOCK[0], "text", "Loncat"),)
    assert texts(model) == ["Antrean panjang", "Data ganda", "Loncat"]


def test_a_row_being_begun_outlives_a_reload_that_does_not_know_it(model, acts, qtbot):
    model.enter(at(model, 2), "Belum di disk")
    before = rows(model)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert texts(model)[-1] == "Belum di disk"
    assert rows(model) == before
    model.enter(at(model, 2), "Belum di disk, masih diketik")
    model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert texts(model)[-1] == "Belum di disk, masih diketik"
    assert [row for act in acts for row, _, _ in act.cells] == [STOCK[0], STOCK[0]]


def test_a_row_that_is_on_the_disk_follows_the_file(model, acts):
    model.enter(at(model, 2), "Tertulis")
    read = issue_grid("Antrean panjang", "Data ganda")
    written = replace(read, rows=(*read.rows, GridRow(STOCK[0], {"text": "Tertulis"})))
    let_go(model, *acts)
    model.show_grid(written)
    assert texts(model) == ["Antrean panjang", "Data ganda", "Tertulis"]
    model.show_grid(read)
    assert texts(model) == ["Antrean panjang", "Data ganda"], "it was taken back"
    assert STOCK[0] not in rows(model), "an id is never given to another row"


def test_a_begun_row_waits_on_its_own_sheet_while_another_is_shown(model, acts):
    model.enter(at(model, 2), "Milik GOV")
    model.show_grid(issue_grid("Isu lain", party="dim-2"))
    assert texts(model) == ["Isu lain"]
    model.enter(at(model, 1), "Milik dimensi dua")
    model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert texts(model) == ["Antrean panjang", "Data ganda", "Milik GOV"]
    model.show_grid(issue_grid("Isu lain", party="dim-2"))
    assert texts(model) == ["Isu lain", "Milik dimensi dua"]
    assert {act.cells[0][0] for act in acts} == {STOCK[0], STOCK[1]}


def test_two_begun_rows_keep_their_order_when_the_first_is_written(model, acts):
    model.enter(at(model, 2), "Pertama")
    model.enter(at(model, 3), "Kedua")
    let_go(model, acts[0])
    read = issue_grid("Antrean panjang", "Data ganda")
    model.show_grid(replace(read, rows=(*read.rows, GridRow(STOCK[0], {"text": "Pertama"}))))
    assert texts(model)[2:] == ["Pertama", "Kedua"]


def test_a_paste_makes_as_many_rows_as_it_has_lines_in_one_act(model, acts):
    text = "\n".join(f"Isu {number}\t{2000 + number}" for number in range(40))
    assert model.paste(at(model, 2), text) == 80
    assert len(acts) == 1
    assert model.count_done() == (42, 42)
    assert model.rowCount() == 42 + EMPTY_ROWS
    assert texts(model)[2:5] == ["Isu 0", "Isu 1", "Isu 2"]
    assert list(dict.fromkeys(row for row, _, _ in acts[0].cells)) == list(STOCK[:40])


def test_a_paste_begins_in_written_rows_and_leaves_no_gap(model):
    model.paste(at(model, 1), "Ganti\n\nTiga\n\nEmpat")
    assert texts(model) == ["Antrean panjang", "Ganti", "Tiga", "Empat"]
    model.paste(at(model, model.rowCount() - 1), "Lima")
    assert texts(model)[-1] == "Lima"


def test_a_paste_longer_than_there_are_ids_says_what_stayed_out(model):
    told = []
    model.refused.connect(lambda *what: told.append(what))
    model.paste(at(model, 2), "\n".join(f"Isu {number}" for number in range(70)))
    assert model.count_done() == (62, 62)
    assert told[0][1:] == (60, 10)
    model.add_new_rows([RowId(f"more-{number}") for number in range(5)])
    assert model.rowCount() == 62 + EMPTY_ROWS


def test_one_value_fills_chosen_empty_rows_too(model, acts):
    chosen = [at(model, row, "year") for row in range(1, 4)]
    assert model.paste(chosen[0], "2025", chosen) == 3
    assert len(acts) == 1
    assert [model.data(at(model, row, "year")) for row in range(4)] == ["", "2025", "2025", "2025"]


def test_a_row_of_which_nothing_is_left_stays_until_it_is_removed(model, acts):
    model.clear([at(model, 0)])
    assert texts(model) == ["", "Data ganda"]
    assert model.count_done() == (1, 1)
    assert not model.is_new(0)
    assert len(acts) == 1


def test_rows_that_are_taken_out_do_not_come_back_before_the_file_has_answered(model):
    model.take_out([RowId("row-1")])
    assert texts(model) == ["Data ganda"]
    model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert texts(model) == ["Data ganda"]
    model.taken_out(PLACE, [RowId("row-1")])
    model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert texts(model) == ["Antrean panjang", "Data ganda"]


def test_only_rows_of_the_table_can_be_taken_out(model):
    assert model.written(rows(model)) == ("row-1", "row-2")


def test_what_is_missing_goes_while_one_writes_and_comes_when_one_has_gone_on(model):
    model.enter(at(model, 2), "Aduan lama dijawab")
    assert not model.count_marks(2), "nobody is nagged while writing"
    assert model.renew_marks()
    assert model.headerData(2, Qt.Orientation.Vertical, MARKS) == ("Belum diisi: Subdimensi, Sumber data.",)
    model.put(at(model, 2, "sub"), "sub-1")
    assert model.headerData(2, Qt.Orientation.Vertical, MARKS) == ("Belum diisi: Sumber data.",)
    model.put(at(model, 2, "source"), "Disdukcapil")
    assert not model.count_marks(2)
    model.clear([at(model, 2, "source")])
    assert not model.count_marks(2)
    model.renew_marks()
    assert model.count_marks(2)


def test_the_row_is_named_by_its_first_long_answer(model):
    assert model.count_named() == 2
    assert [column.key for column in model.columns()][:2] == ["sub", "text"]
