"""The model of a worksheet: typed values, acts, folding, paste and copy, what waits for the disk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from smartcity_desktop.domain.grid import CellFault
from tests.ui.worksheets import hand_grid
from ui.models.grid import GridModel


@pytest.fixture
def model(qapp):
    assert qapp
    made = GridModel()
    made.show_grid(hand_grid())
    return made


@pytest.fixture
def acts(model):
    found = []
    model.acted.connect(found.append)
    return found


def at(model, row, key):
    return model.index(row, model.place_of(key))


def shown(model, row, key):
    return model.data(at(model, row, key))


def test_keeps_the_rules_of_qt(model, qtmodeltester: ModelTester):
    qtmodeltester.check(model)


def test_folds_the_subject_but_for_code_name_and_main_year(model):
    keys = [column.key for column in model.columns()]
    assert keys[:4] == ["code", "program", "pagu@2026", "relevant"]
    model.open_subject(is_open=True)
    keys = [column.key for column in model.columns()]
    assert keys[:5] == ["code", "program", "pagu@2026", "goal", "relevant"]
    assert model.count_named() == 2


def test_shows_money_with_dots_and_choices_in_words(model):
    assert shown(model, 0, "pagu@2026") == "1.250.000.000"
    model.enter(at(model, 0, "relevant"), "ya")
    assert shown(model, 0, "relevant") == "Ya"


def test_a_typed_value_stands_at_once_and_is_one_act(model, acts):
    model.enter(at(model, 1, "issue"), "Aduan warga")
    assert shown(model, 1, "issue") == "Aduan warga"
    assert [act.cells for act in acts] == [(("row-2", "issue", "Aduan warga"),)]
    assert acts[0].typing


def test_the_same_value_again_is_no_act(model, acts):
    model.enter(at(model, 1, "issue"), "Aduan")
    model.enter(at(model, 1, "issue"), "Aduan ")
    assert len(acts) == 1


def test_a_refused_value_changes_nothing(model, acts):
    with pytest.raises(CellFault, match="bukan jumlah rupiah"):
        model.enter(at(model, 0, "cost"), "banyak")
    assert shown(model, 0, "cost") == ""
    assert not acts


def test_computed_cells_follow_their_parts(model):
    model.enter(at(model, 0, "cost"), "1.000.000")
    model.enter(at(model, 0, "more"), "Rp250.000")
    assert shown(model, 0, "total") == "1.250.000"


def test_read_only_cells_take_nothing(model, acts):
    for key in ("program", "total"):
        model.put(at(model, 0, key), "1")
        assert not model.flags(at(model, 0, key)) & Qt.ItemFlag.ItemIsEditable
    assert not acts


def test_counts_how_far_the_sheet_is_without_support(model):
    model.enter(at(model, 0, "relevant"), "tidak")
    assert model.count_done() == (1, 3)


def test_support_programs_lie_in_one_line_until_opened(model):
    assert model.rowCount() == 4
    assert model.is_fold(3)
    assert shown(model, 3, "code").startswith("▸ Program 4 · tidak relevan (penunjang) · terlipat")
    model.open_support(is_open=True)
    assert model.rowCount() == 5
    assert model.row_at(4).support
    assert "terbuka" in shown(model, 3, "code")


def test_paste_fills_many_cells_as_one_act_and_explains_what_does_not_fit(model, acts):
    told = []
    model.refused.connect(lambda *what: told.append(what))
    text = 'ya\tGOV\t"baris 1\nbaris 2"\ntidak\tbukan dimensi\tdua\n'
    assert model.paste(at(model, 0, "relevant"), text) == 5
    assert len(acts) == 1
    assert not acts[0].typing
    assert shown(model, 0, "issue") == "baris 1\nbaris 2"
    assert shown(model, 1, "relevant") == "Tidak"
    assert shown(model, 1, "dimension") == ""
    assert "bukan pilihan" in told[0][0][0]
    assert told[0][1:] == (5, 0)


def test_paste_outside_the_table_is_told(model):
    told = []
    model.refused.connect(lambda *what: told.append(what))
    model.paste(at(model, 2, "relevant"), "ya\nya\nya")
    assert shown(model, 2, "relevant") == "Ya"
    [(sentences, fitted, over)] = told
    assert (len(sentences), fitted, over) == (2, 1, 2)
    assert "di luar tabel" in sentences[0]


def test_paste_goes_over_the_fold_line_into_open_support_rows(model):
    model.open_support(is_open=True)
    model.paste(at(model, 2, "relevant"), "ya\ntidak")
    assert shown(model, 4, "relevant") == "Tidak"


def test_one_value_fills_every_chosen_cell(model, acts):
    chosen = [at(model, row, "relevant") for row in range(3)]
    assert model.paste(chosen[0], "ya", chosen) == 3
    assert [shown(model, row, "relevant") for row in range(3)] == ["Ya", "Ya", "Ya"]
    assert len(acts) == 1


def test_copy_gives_what_a_spreadsheet_takes_and_paste_reads_it_back(model):
    model.enter(at(model, 0, "relevant"), "ya")
    model.enter(at(model, 0, "issue"), 'satu "dua"\ntiga')
    first = [at(model, 0, key) for key in ("relevant", "dimension", "issue")]
    text = model.copied(first)
    assert text == 'Ya\t\t"satu ""dua""\ntiga"'
    model.paste(at(model, 1, "relevant"), text)
    assert shown(model, 1, "issue") == 'satu "dua"\ntiga'


def test_clearing_many_cells_is_one_act(model, acts):
    model.paste(at(model, 0, "relevant"), "ya\nya\nya")
    model.clear([at(model, row, "relevant") for row in range(3)])
    assert model.count_done() == (0, 3)
    assert len(acts) == 2


def test_what_waits_for_the_disk_stays_over_what_is_read(model, acts):
    model.enter(at(model, 0, "issue"), "belum di disk")
    model.show_grid(hand_grid())
    assert shown(model, 0, "issue") == "belum di disk"
    model.settle(model.pending_keys(acts[0]), acts[0].number)
    model.show_grid(hand_grid())
    assert shown(model, 0, "issue") == ""


def test_a_later_value_is_not_let_go_by_an_earlier_act(model, acts):
    model.enter(at(model, 0, "issue"), "satu")
    model.enter(at(model, 0, "issue"), "satu dua")
    model.settle(model.pending_keys(acts[0]), acts[0].number)
    model.show_grid(hand_grid())
    assert shown(model, 0, "issue") == "satu dua"


def test_what_waits_belongs_to_its_own_sheet(model):
    model.enter(at(model, 0, "issue"), "milik OPD pertama")
    model.show_grid(hand_grid(opd="opd-2"))
    assert shown(model, 0, "issue") == ""
    model.show_grid(hand_grid())
    assert shown(model, 0, "issue") == "milik OPD pertama"


def test_the_same_sheet_read_again_is_not_a_reset(model, qtbot):
    grid = hand_grid()
    rows = (grid.rows[0]._replace(values={**grid.rows[0].values, "issue": "dari meja lain"}), *grid.rows[1:])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_grid(replace(grid, rows=rows))
    assert shown(model, 0, "issue") == "dari meja lain"


def test_brackets_of_a_choice_stay_on_one_line(model):
    model.enter(at(model, 0, "horizon"), "pendek")
    assert model.face(0, model.place_of("horizon")).text == "Pendek (1\u00a0th)"


def test_a_dimension_shows_its_code_as_a_chip(model):
    model.enter(at(model, 0, "dimension"), "Sub dua SOC")
    face = model.face(0, model.place_of("dimension"))
    assert (face.code, face.text) == ("SOC", "Sub dua SOC")
    assert shown(model, 0, "dimension") == "SOC Sub dua SOC"
