"""The list of what came back from Excel: ticked is taken, what both sides changed waits for a tick."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from smartcity_desktop.domain.worksheet_file import Coming, Taken
from ui import theme
from ui.widgets.taken_cells import TakenDialog

ONLY_THERE = Coming("r1", "cause", "Pipa tua", "Penyebab", "Air bersih", "", "Pipa tua")
BOTH = Coming("r2", "text", "Sampah <b>rumah", "Isu", "Sampah", "Sampah pasar", "Sampah <b>rumah")
FOUND = [
    Taken("L1-01", "w", "p", (ONLY_THERE,), (BOTH,), refused=("Baris 5: bukan tahun.",), left_out=2),
    Taken("L1-02", "w", "q", (Coming("r3", "text", "Banjir", "Isu", there="Banjir"),), new=1),
]


@pytest.fixture
def dialog(qtbot):
    made = TakenDialog("L1.xlsx", FOUND)
    qtbot.addWidget(made)
    made.show()
    return made


def row_of(dialog, words):
    return next(row for row in range(dialog.table.rowCount()) if words in dialog.table.item(row, 5).text())


def test_what_only_excel_changed_is_ticked_and_a_difference_is_not(dialog):
    ticked = [cell for item in dialog.chosen() for cell in item.cells]
    assert ticked == [ONLY_THERE, FOUND[1].cells[0]]
    assert dialog.take.text() == "Pakai isian dari Excel (2)"
    assert dialog.table.item(row_of(dialog, "Sampah"), 4).text() == "Sampah pasar"


def test_a_difference_has_the_tone_of_a_warning_and_the_sheet_says_whose_it_is(qtbot):
    told = ("Baris 5.",)
    found = [Taken("L1-01", "w", "p", (ONLY_THERE,), (BOTH,), refused=told, whose="GOV Smart Governance")]
    dialog = TakenDialog("L1.xlsx", found)
    qtbot.addWidget(dialog)
    asks, plain = (dialog.table.item(row, 0) for row in (0, 1))
    assert asks.text() == "isian berbeda"
    assert asks.foreground().color().name() == theme.color("warning")
    assert asks.background().color().name() == theme.color("warning-soft")
    assert not asks.icon().isNull(), "also in the row one stands on"
    assert plain.icon().isNull()
    assert dialog.table.item(0, 1).text() == "L1-01 · GOV Smart Governance"
    assert dialog.refused.toPlainText() == "L1-01 · GOV Smart Governance: Baris 5."


def test_a_long_name_of_a_party_leaves_the_room_to_the_answers(qtbot):
    name = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana"
    dialog = TakenDialog("L5.xlsx", [Taken("L5-03", "w", "p", (ONLY_THERE,), whose=name)])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.table.columnWidth(5) > 150
    assert dialog.table.item(0, 1).text().endswith("Keluarga Berencana")


def test_a_row_is_high_enough_where_a_text_just_does_not_fit_its_column(qtbot, dressed):
    assert dressed
    dialog = TakenDialog("L1.xlsx", [Taken("L1-01", "w", "p", (ONLY_THERE,), whose="GOV Smart Governance")])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    table = dialog.table
    inside = table.fontMetrics().horizontalAdvance(table.item(0, 1).text())
    one_line = table.fontMetrics().lineSpacing() * 1.5
    low = []
    for wide in range(inside + 4, inside + 30):
        table.setColumnWidth(1, wide)
        table.resizeRowsToContents()
        fits = inside + 2 * 11 <= wide
        low += [] if fits or table.rowHeight(0) - 12 > one_line else [wide]
    assert low == []
    dialog.table.resizeColumnToContents(1)
    table.resizeRowsToContents()
    assert table.rowHeight(0) - 12 < one_line, "and no higher where it fits"


def test_a_tick_takes_the_words_of_excel(dialog, qtbot):
    dialog.table.item(row_of(dialog, "Sampah"), 0).setCheckState(Qt.CheckState.Checked)
    dialog.table.item(row_of(dialog, "Banjir"), 0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.taken) as told:
        dialog.take.click()
    (first, second) = told.args[0]
    assert set(first.cells) == {ONLY_THERE, BOTH}
    assert (second.cells, first.differing) == ((), ())


def test_what_cannot_be_taken_is_listed_and_rows_that_are_gone_there_are_told(dialog):
    assert dialog.refused.toPlainText() == "L1-01: Baris 5: bukan tahun."
    words = dialog.findChild(QLabel, "taken-words").text()
    assert "2 baris tidak ada lagi di Excel" in words
    assert "1 baris baru" in words


def test_without_a_tick_there_is_nothing_to_take(dialog):
    for row in range(dialog.table.rowCount()):
        dialog.table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.take.isEnabled()


def test_tab_leaves_the_list_and_space_turns_the_tick(dialog, qtbot):
    dialog.table.setFocus()
    dialog.table.setCurrentCell(row_of(dialog, "Banjir"), 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.table.item(row_of(dialog, "Banjir"), 0).checkState() == Qt.CheckState.Unchecked
    qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert not dialog.table.hasFocus()


def test_a_row_that_stands_here_already_is_shown_without_a_tick_and_is_taken_with_one(qtbot):
    there = Coming("r9", "text", "Banjir", "Isu", "Banjir", "Banjir", "Banjir")
    dialog = TakenDialog("L1.xlsx", [Taken("L1-01", "w", "p", again=(there,))])
    qtbot.addWidget(dialog)
    assert dialog.table.item(0, 0).text() == "sudah ada"
    assert not dialog.take.isEnabled()
    words = dialog.findChild(QLabel, "taken-words").text()
    assert "1 baris baru di Excel sudah ada di sini" in words
    assert words.startswith("L1.xlsx: tidak ada isian yang berubah.")
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Checked)
    assert [(item.cells, item.again) for item in dialog.chosen()] == [((there,), ())]


def test_both_answers_are_read_whole_to_their_end(qtbot):
    here = "Anak pulau putus sekolah setelah SMP karena tidak ada perahu sekolah pada musim barat"
    cell = Coming("r1", "text", f"{here} (11%)", "Isu", "Anak pulau", here, f"{here} (11%)")
    dialog = TakenDialog("L1.xlsx", [Taken("L1-05", "w", "p", (cell,))])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    table = dialog.table
    lines = table.fontMetrics().boundingRect(
        0, 0, table.columnWidth(5) - 12, 1_000, int(Qt.TextFlag.TextWordWrap), cell.there
    )
    assert lines.height() > table.fontMetrics().height() * 1.5
    assert table.rowHeight(0) >= lines.height()


def test_a_row_written_on_both_sides_can_be_taken_as_a_row_of_its_own(qtbot):
    own = Coming("r9", "text", "Sampah rumah", "Isu", there="Sampah rumah")
    cause = Coming("r9", "cause", "Tidak ada truk", "Penyebab", there="Tidak ada truk")
    dialog = TakenDialog(
        "L1.xlsx", [Taken("L1-01", "w", "p", (), (BOTH,), apart=(("r2", (own, cause)),)), FOUND[1]]
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.table.item(row_of(dialog, "Banjir"), 0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.apart.text().startswith("Ambil sebagai baris baru: 1 baris Excel")
    assert not dialog.take.isEnabled()
    dialog.apart.click()
    taken, other = dialog.chosen()
    assert other.cells == (), "a tick that was taken away stays away"
    assert (taken.cells, taken.differing, taken.apart) == ((own, cause), (), ())
    assert dialog.take.text() == "Pakai isian dari Excel (2)"
    assert dialog.table.item(0, 2).text() == "baris baru"
    dialog.apart.click()
    assert dialog.table.rowCount() == 2
    assert not dialog.take.isEnabled()
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen()[0].cells == (BOTH,)


def test_nothing_is_offered_as_a_row_of_its_own_where_no_row_was_written_on_both_sides(dialog):
    assert not dialog.apart.isVisible()
