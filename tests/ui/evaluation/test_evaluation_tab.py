"""Tab Evaluasi: items keyed by one figure, the index beside them, what would raise it, the year before."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.exchange.gate import shown as file_name
from tests.ui.evaluation.hand import cells, stored
from tests.ui.masterplan import settle
from ui.shell import palette
from ui.widgets.writing import WHY

LAW = "baseline-perencanaan-1.1.1"
SECOND = "baseline-perencanaan-1.2.1"
ENERGY = "impact-environment-4.3.1"


def test_one_key_estimates_an_item_and_the_index_follows(show, hall):
    screen = show(hall)
    tab = screen.tab
    assert tab.table.hasFocus()
    assert tab.table.key == LAW
    assert tab.index.text() == EMPTY
    QTest.keyClicks(tab.table, "3")
    assert cells(tab, LAW)[3] == "3"
    assert tab.index.text() == "3,00"
    assert tab.table.key == SECOND
    QTest.keyClick(tab.table, Qt.Key.Key_Up)
    QTest.keyClicks(tab.table, "++-")
    assert (tab.table.key, cells(tab, LAW)[3]) == (LAW, "3,25"), "a quarter stays, to be pressed again"
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClicks(tab.table, "1")
    settle(screen)
    assert tab.index.text() == "2,13"
    assert tab.told.text().startswith("2 dari 111 butir diperkirakan.")
    assert [stored(hall, 2023, item).score for item in (LAW, SECOND)] == ["3.25", "1"]
    QTest.keyClick(tab.table, Qt.Key.Key_Up)
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    settle(screen)
    assert stored(hall, 2023, SECOND).score == ""


def test_five_scores_are_five_keys_and_an_undo_goes_back_to_the_last_of_them(show, hall, bus):
    screen = show(hall)
    tab = screen.tab
    keys = [line.key for line in tab.table.lines.lines[:6]]
    QTest.keyClicks(tab.table, "43210")
    assert tab.table.key == keys[5]
    settle(screen)
    assert [stored(hall, 2023, item).score for item in keys] == ["4", "3", "2", "1", "0", ""]
    bus.publish(hall.ask(hall.desk.undo))
    settle(screen)
    assert [stored(hall, 2023, item).score for item in keys] == ["4", "3", "2", "1", "", ""]
    assert tab.table.key == keys[4], "the next figure stands where the wrong one stood"
    QTest.keyClicks(tab.table, "2")
    settle(screen)
    assert stored(hall, 2023, keys[4]).score == "2"


def test_behind_the_last_item_of_a_section_that_is_said(show, hall):
    screen = show(hall)
    tab = screen.tab
    tab.choose_section("output")
    QTest.keyClicks(tab.table, "1" * 6)
    assert screen.heard == []
    QTest.keyClicks(tab.table, "4")
    assert screen.heard == ["Butir terakhir di daftar ini sudah dinilai."]
    last = tab.table.lines.lines[-1].key
    settle(screen)
    assert (tab.table.key, stored(hall, 2023, last).score) == (last, "4")


def test_evidence_agency_and_document_are_written_beside_the_score(show, hall):
    screen = show(hall)
    tab = screen.tab
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    field = tab.form.fields["evidence"]
    assert field.hasFocus()
    QTest.keyClicks(field, "Perbup 4/2026")
    tab.form.edited.emit("opd", hall.opds["DLH"])
    settle(screen)
    answer = stored(hall, 2023, LAW)
    assert (answer.evidence, answer.opd) == ("Perbup 4/2026", hall.opds["DLH"])
    assert cells(tab, LAW)[5] == "ada"


def test_what_is_typed_stays_with_its_item_and_year_whatever_is_read_or_cannot_be_written(
    show, hall, bus, monkeypatch
):
    screen = show(hall)
    tab = screen.tab
    field = tab.form.fields["evidence"]
    stuck = True

    def refuse(*given):
        if stuck:
            raise DiskFault("disk-full")
        return written(*given)

    written = hall.desk.evaluation.write
    monkeypatch.setattr(hall.desk.evaluation, "write", refuse)
    field.setFocus()
    QTest.keyClicks(field, "Perbup empa")
    screen.context.autosave.flush_all()
    assert screen.context.lane.drain(20)
    tab.table.choose(SECOND)
    assert field.toPlainText() == "", "nothing was typed into this one"
    QTest.keyClicks(field, "Notula")
    bus.publish(hall.ask(partial(hall.desk.evaluation.score, 2023, ENERGY, "1")))
    settle(screen)
    assert field.toPlainText() == "Notula"
    tab.table.choose(LAW)
    assert field.toPlainText() == "Perbup empa"
    tab.choose_year(2024)
    settle(screen)
    assert tab.table.key == LAW
    assert field.toPlainText() == ""
    tab.choose_year(2023)
    settle(screen)
    assert field.toPlainText() == "Perbup empa"
    stuck = False
    settle(screen)
    assert [stored(hall, 2023, item).evidence for item in (LAW, SECOND)] == ["Perbup empa", "Notula"]
    assert hall.ask(lambda: hall.desk.evaluation.board(2024)).line(LAW).answer.evidence == ""


def test_a_year_later_the_evidence_of_the_year_before_and_how_complete_it_was_are_told(show, hall):
    hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "2"))
    hall.ask(partial(hall.desk.evaluation.write, 2023, LAW, "evidence", "Rancangan Perwal"))
    screen = show(hall, f"evaluation:2024|{ENERGY}")
    tab = screen.tab
    assert tab.known.text() == "Diukur dengan survei pemakai (50 responden)."
    tab.table.choose(LAW)
    assert tab.known.text() == "Bukti tahun 2023: Rancangan Perwal"
    assert "Pembanding tahun 2023: 1 dari 111 butir diperkirakan" in tab.told.text()


def test_evidence_that_was_found_leads_to_its_item_in_its_year(show, hall):
    hall.ask(partial(hall.desk.evaluation.write, 2022, ENERGY, "evidence", "Rekening listrik kantor"))
    hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "1"))
    (hit,) = hall.ask(lambda: hall.desk.search.find("rekening"))
    screen, word = palette._HOME[hit.ent]
    assert (screen, word) == ("initiative:evaluation", "Butir evaluasi")
    made = show(hall, f"evaluation:{hit.row}")
    assert (made.tab._board.year, made.tab.table.key) == (2022, ENERGY)


def test_what_is_to_be_known_of_a_year_is_written_beside_its_index(show, hall, bus):
    screen = show(hall)
    tab = screen.tab
    tab.note.setFocus()
    QTest.keyClicks(tab.note, "Diperkirakan Tim Pelaksana ")
    bus.publish(hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "1")))
    settle(screen)
    QTest.keyClicks(tab.note, "bulan Juli")
    tab.choose_year(2024)
    settle(screen)
    assert tab.note.toPlainText() == ""
    board = hall.ask(lambda: hall.desk.evaluation.board(2023))
    assert (board.note, board.group) == ("Diperkirakan Tim Pelaksana bulan Juli", "reguler")
    assert hall.ask(hall.desk.evaluation.years) == (2023,)
    tab.choose_year(2023)
    settle(screen)
    assert tab.note.toPlainText() == board.note
    assert board.note in hall.ask(lambda: hall.desk.evaluation.tables(2023))[0].told


def test_supposed_scores_show_what_they_would_do_and_are_not_kept(show, hall):
    hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "1"))
    screen = show(hall)
    tab = screen.tab
    tab.supposes.click()
    QTest.keyClicks(tab.table, "4")
    assert cells(tab, LAW)[3] == "1 → 4"
    assert tab.index.text() == "1,00 → 4,00 (+3,00)"
    settle(screen)
    assert stored(hall, 2023, LAW).score == "1"
    tab.supposes.click()
    assert tab.index.text() == "1,00"
    assert cells(tab, LAW)[3] == "1"


def test_a_group_of_regions_has_its_weights_and_its_items(show, hall):
    screen = show(hall)
    tab = screen.tab
    assert tab.section.count() == 6
    tab.group.setCurrentIndex(tab.group.findData("kppn_ikn"))
    tab.group.activated.emit(tab.group.currentIndex())
    settle(screen)
    assert tab.section.count() == 7
    assert tab.section.itemText(0) == "Semua bagian: 0/117"
    assert "Kolaborasi 10" in tab.weights.text()
    assert hall.ask(hall.desk.evaluation.board).group == "kppn_ikn"


def test_a_bar_shows_its_section_and_a_weak_item_is_gone_to(show, hall):
    for item, score in ((LAW, "3"), (ENERGY, "1")):
        hall.ask(partial(hall.desk.evaluation.score, 2023, item, score))
    tab = show(hall).tab
    tab.bars.asked.emit("output")
    assert tab.table.lines.rowCount() == 7
    assert tab.section.currentData() == "output"
    tab.weakest[0].click()
    assert tab.table.key == ENERGY
    assert tab.weakest[0].words.text().startswith("1 · Impact 4.3.1")
    assert [row.isHidden() for row in tab.weakest] == [False, False, True, True, True]


def test_the_year_before_stands_beside_and_another_year_can_be_chosen(show, hall):
    hall.ask(partial(hall.desk.evaluation.score, 2022, LAW, "2"))
    hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "3"))
    screen = show(hall)
    tab = screen.tab
    assert [tab.year.itemText(at) for at in range(tab.year.count())] == ["2024", "2023", "2022"]
    assert cells(tab, LAW)[3:5] == ("3", "2")
    assert tab.change.text() == "+1,00 dari 2,00 pada 2022"
    tab.print_year()
    tab.choose_year(2022)
    settle(screen)
    assert cells(tab, LAW)[3:5] == ("2", "")
    tab.print_year()
    tab.choose_year(2024)
    settle(screen)
    assert cells(tab, LAW)[3:5] == ("–", "3")
    tab.print_year()
    assert screen.printed == [("bahan-evaluasi", year) for year in ("2023", "2022", "2024")]


def test_what_another_laptop_or_an_undo_changed_is_read_again(show, hall, bus):
    screen = show(hall)
    bus.publish(hall.ask(partial(hall.desk.evaluation.score, 2023, LAW, "4")))
    settle(screen)
    assert cells(screen.tab, LAW)[3] == "4"


def test_a_file_that_takes_nothing_says_why(show, hall):
    screen = show(hall, closed=True)
    QTest.keyClicks(screen.tab.table, "3")
    assert screen.heard == [WHY]
    assert cells(screen.tab, LAW)[3] == EMPTY
    assert not screen.tab.group.isEnabled()


def test_the_shown_year_goes_into_a_spreadsheet(show, hall, tmp_path):
    screen = show(hall, f"evaluation:2022|{SECOND}")
    assert screen.tab.table.key == SECOND
    target = tmp_path / "evaluasi.xlsx"
    screen.tab._file.save_to(target)
    settle(screen)
    assert target.is_file()
    assert screen.heard == [f"Tersimpan: {file_name(target)}."]
