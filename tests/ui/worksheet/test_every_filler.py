"""Isian for every filler and row source: lists, ways out of empty sheets, stages, assessors, the ladder."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from smartcity_desktop.domain.worksheet import BY_ASSESSOR
from tests.exercises import DEFINITIONS, add
from tests.ui.worksheet.hand import press, settle, stand, words
from ui.models.places import sheet_key
from ui.widgets import exercise_strip

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def known(screen, hall):
    found = hall.ask(partial(add, hall.desk, *DEFINITIONS))
    screen.reload()
    settle(screen)
    return found


@pytest.fixture
def asked(screen):
    found = []
    screen.go.connect(lambda *where: found.append(where))
    return found


def open_sheet(screen, worksheet):
    screen.open_row(worksheet)
    settle(screen)


def listed(screen):
    parties = screen.page.places.parties
    return [parties.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(parties.count())]


def offers(screen):
    empty = screen.page.empty
    return [button.text() for button in empty.buttons if not button.isHidden()]


def places_of(hall, worksheet):
    return hall.ask(partial(hall.desk.worksheet.places, worksheet))


def put(hall, worksheet, party, *cells):
    rows = hall.ask(partial(hall.desk.worksheet.new_rows, len(cells)))
    wanted = [(row, key, raw) for row, told in zip(rows, cells, strict=True) for key, raw in told.items()]
    hall.ask(partial(hall.desk.worksheet.set_cells, worksheet, party, wanted))
    return rows


@pytest.mark.parametrize(
    ("code", "whose", "step"),
    [
        ("TP", "Struktur", "Bagian berikutnya"),
        ("TI", "Smart Governance", "Dimensi berikutnya"),
        ("TF", "Badan Perencanaan Pembangunan Daerah", "OPD berikutnya di meja ini"),
        ("TK", "Pleno", "Lembar berikutnya"),
    ],
)
def test_a_sheet_of_every_filler_opens_and_speaks_of_whose_it_is(screen, known, code, whose, step):
    open_sheet(screen, known[code])
    assert words(screen, "sheetWhose") == whose
    assert step in {command.words for command in screen.commands()}
    assert screen.page.body.currentWidget() is screen.page.view


def test_the_sheet_of_the_room_is_written_by_hand(screen, hall, known):
    open_sheet(screen, known["TK"])
    stand(screen, 0, "text")
    press("nyaman", KEY.Key_Return, "terhubung", KEY.Key_Return)
    settle(screen)
    found = hall.ask(partial(hall.desk.worksheet.grid, known["TK"], known["TK"]))
    assert [row.values["text"] for row in found.rows] == ["nyaman", "terhubung"]


def test_without_a_division_the_way_leads_to_the_groups(screen, known, asked):
    open_sheet(screen, known["TG"])
    assert screen.page.empty.title.text() == "Belum ada kelompok"
    screen.page.empty.buttons[0].click()
    assert asked[-1] == ("group", "")


def test_assessors_are_named_in_place_and_renamed_and_retired(screen, hall, known, qtbot):
    open_sheet(screen, known["TN"])
    assert screen.page.empty.title.text() == "Belum ada penilai"
    screen.page.empty.buttons[0].click()
    line = screen.findChild(QLineEdit, "assessorName")
    assert line.isVisible()
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "Dr. Ratna; Budi Santoso")
    QTest.keyClick(line, KEY.Key_Return)
    settle(screen)
    assert [place.name for place in places_of(hall, known["TN"])] == ["Dr. Ratna", "Budi Santoso"]
    assert line.text() == ""
    warned = []
    screen.warned.connect(warned.append)
    QTest.keyClicks(line, "budi santoso")
    QTest.keyClick(line, KEY.Key_Return)
    settle(screen)
    assert warned == ["Penilai bernama itu sudah ada."]
    ways = {command.words: command for command in screen.commands()}
    ways["Ganti nama penilai ini (F2 di daftar)"].run()
    editor = screen.page.places.parties.findChild(QLineEdit)
    editor.setText("Dr. Ratna Sari")
    with qtbot.waitSignal(screen.page.places.assessor_renamed):
        QTest.keyClick(editor, KEY.Key_Return)
    settle(screen)
    assert places_of(hall, known["TN"])[0].name == "Dr. Ratna Sari"
    retire = screen.page.places.assessors.retire_button
    retire.click()
    settle(screen)
    assert not places_of(hall, known["TN"])[0].required
    assert retire.text() == "Menilai lagi"
    assert "tidak menilai lagi" in listed(screen)[0]
    retire.click()
    settle(screen)
    assert places_of(hall, known["TN"])[0].required


def test_a_pasted_list_of_names_becomes_as_many_assessors(screen, hall, known):
    open_sheet(screen, known["TN"])
    screen.page.empty.buttons[0].click()
    QApplication.clipboard().setText("Dr. Ratna, M.T.\nBudi Santoso\n\nSiti\n")
    QTest.keyClick(screen.findChild(QLineEdit, "assessorName"), KEY.Key_V, CTRL)
    settle(screen)
    assert [place.name for place in places_of(hall, known["TN"])] == [
        "Dr. Ratna, M.T.",
        "Budi Santoso",
        "Siti",
    ]


def test_without_candidates_the_way_leads_to_their_nomination(screen, hall):
    known = hall.ask(partial(add, hall.desk, "TN"))
    hall.ask(partial(hall.desk.worksheet.add_assessors, known["TN"], ["Dr. Ratna"]))
    open_sheet(screen, known["TN"])
    assert screen.page.empty.title.text() == "Belum ada kandidat quick win"
    assert offers(screen)[0].startswith("Buka L10")
    screen.page.empty.buttons[0].click()
    settle(screen)
    assert screen.grid.grid.worksheet.code == "L10"


def test_scores_are_written_with_their_key_and_the_next_one_waits(screen, hall, known):
    home = places_of(hall, known["TC"])[0].party
    put(hall, known["TC"], home, {"name": "Desaku"}, {"name": "Edu Sampah"})
    hall.ask(partial(hall.desk.worksheet.add_assessors, known["TN"], ["Dr. Ratna"]))
    open_sheet(screen, known["TN"])
    first = next(item.key for item in screen.grid.columns() if item.kind == "score")
    stand(screen, 0, first)
    press("432")
    press("10")
    refused = []
    screen.page.view.refused.connect(refused.append)
    press("7")
    press("4")
    settle(screen)
    party = places_of(hall, known["TN"])[0].party
    rows = hall.ask(partial(hall.desk.worksheet.grid, known["TN"], party)).rows
    keys = [item.key for item in screen.grid.columns() if item.kind == "score"]
    assert [[row.values[key] for key in keys] for row in rows] == [["4", "3", "2"], ["1", "0", "4"]]
    assert "7" in refused[0]
    assert screen.page.title.far.text() == "2 dari 2 baris"


def test_rows_of_another_worksheet_are_chosen_by_their_code(screen, hall, known):
    party = hall.opds["Diskominfo"]
    rows = put(
        hall,
        known["TF"],
        party,
        {"kind": "S", "text": "Tim cakap"},
        {"kind": "O", "text": "Dana CSR"},
        {"kind": "S", "text": "Jaringan"},
    )
    open_sheet(screen, sheet_key(known["TT"], party))
    stand(screen, 0, "text")
    press("strategi", KEY.Key_Tab)
    QApplication.clipboard().setText("s2; O1")
    press(KEY.Key_V, held=CTRL)
    settle(screen)
    (row,) = hall.ask(partial(hall.desk.worksheet.grid, known["TT"], party)).rows
    assert set(row.values["factor"].split(";")) == {rows[2], rows[1]}
    at = screen.grid.index(0, screen.grid.place_of("factor"))
    assert at.data() == "O1, S2", "in their order"
    stand(screen, 0, "factor")
    screen.page.view.copy()
    assert QApplication.clipboard().text() == "O1, S2"


def test_a_day_is_typed_and_shown_and_copied_as_people_write_it(screen, hall, known):
    open_sheet(screen, sheet_key(known["TW"], hall.opds["Diskominfo"]))
    stand(screen, 0, "text")
    press("janji", KEY.Key_Tab, "12-8-2026", KEY.Key_Return)
    settle(screen)
    at = screen.grid.index(0, screen.grid.place_of("due"))
    assert at.data() == "12 Agustus 2026"
    stand(screen, 0, "due")
    screen.page.view.copy()
    stand(screen, 1, "due")
    screen.page.view.paste()
    assert screen.grid.raw(screen.grid.index(1, at.column())) == "2026-08-12"
    stand(screen, 0, "due")
    screen.page.view.answer()
    assert screen.page.view._editor.text() == "12-8-2026"
    screen.page.view.give_up()


def test_a_worksheet_is_brought_into_a_stage_and_out_of_it_again(screen, hall):
    said = []
    screen.said.connect(said.append)
    screen.show_stage(2)
    settle(screen)
    ways = {command.words: command for command in screen.commands()}
    ways["Pakai L0 Inventaris aplikasi dan inovasi juga di Tahap II"].run()
    settle(screen)
    codes = [item.code for item in screen._picture.worksheets]
    assert "L0" in codes
    assert codes[0] == "L5"
    menu_words = [words for _, words in screen.page.places._ways]
    assert "Keluarkan L0 Inventaris aplikasi dan inovasi dari Tahap II" in menu_words
    screen.page.places.way_asked.emit("drop-L0")
    settle(screen)
    assert "L0" not in [item.code for item in screen._picture.worksheets]
    assert said[-1].endswith("Isiannya tetap ada.")
    assert hall.ask(partial(hall.desk.worksheet.find, "L0")).stage == 1


def test_every_worksheet_of_every_stage_is_one_command_away(screen):
    ways = {command.words: command for command in screen.commands()}
    ways["Buka L12 Komitmen dan rencana tindak lanjut (Tahap IV)"].run()
    settle(screen)
    assert screen.grid.grid.worksheet.code == "L12"


def test_the_worksheets_of_the_stage_stand_in_a_menu_beside_the_title(screen):
    screen.show_stage(1)
    settle(screen)
    press(KEY.Key_L, held=CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert [words.split()[0] for words in actions][:4] == ["L0", "L1", "L2", "L2K"]
    next(action for words, action in actions.items() if words.startswith("L3 ")).trigger()
    menu.close()
    settle(screen)
    assert screen.grid.grid.worksheet.code == "L3"


def test_a_sheet_is_waived_from_the_ladder_and_says_so(screen, hall):
    status = screen.page.title.status
    status.waive_action.trigger()
    settle(screen)
    assert status.text() == "tidak wajib"
    assert not hall.ask(partial(hall.desk.worksheet.places, hall.worksheet))[0].waived
    grid = hall.grid("Diskominfo")
    assert grid.sheet.waived
    assert any("tidak wajib" in (line or "") for line in listed(screen))
    status.waive_action.trigger()
    settle(screen)
    assert status.text() == "Belum diisi"


def test_who_moved_the_sheet_stands_in_the_tooltip_and_beside_the_grid(screen):
    screen.set_status("diserahkan")
    settle(screen)
    assert "Diserahkan oleh" in screen.page.title.status.toolTip()
    screen.page.open_side()
    assert screen.page.trace.isVisible()
    assert "Diserahkan" in words(screen, "traceLines")


def test_the_strip_keeps_the_worksheet_when_one_goes_to_another_view(screen, hall, asked):
    assert screen.strip.current == "worksheet"
    assert exercise_strip.VIEWS[0][:2] == ("worksheet", "Isian")
    screen.strip.chosen.emit("result")
    assert asked[-1] == ("result", hall.worksheet)


def test_what_was_merged_from_the_agencies_stands_below_them(screen, hall, known):
    home = next(iter(hall.ask(hall.desk.workshop.dimensions))).id
    put(hall, known["TF"], home, {"kind": "S", "text": "Gabungan"})
    open_sheet(screen, sheet_key(known["TF"], home))
    assert words(screen, "sheetWhose") == "Smart Governance"
    assert screen.grid.raw(screen.grid.index(0, screen.grid.place_of("text"))) == "Gabungan"
    assert listed(screen)[-1].startswith("GOV Smart Governance")
    assert len(places_of(hall, known["TF"])) == len(hall.opds), "it is none of those that are due"


def test_a_scoring_sheet_asks_for_no_chair(screen, hall, known):
    home = places_of(hall, known["TC"])[0].party
    put(hall, known["TC"], home, {"name": "Desaku"})
    hall.ask(partial(hall.desk.worksheet.add_assessors, known["TN"], ["Dr. Ratna"]))
    open_sheet(screen, known["TN"])
    assert screen.grid.grid.worksheet.filled_by == BY_ASSESSOR
    assert all(line.isHidden() for line in screen.page.head.fields.values())
    assert not screen.page.head.paper.isHidden()


def test_the_list_of_assessors_names_who_still_owes_scores(screen, hall, known):
    home = places_of(hall, known["TC"])[0].party
    put(hall, known["TC"], home, {"name": "Desaku"})
    hall.ask(partial(hall.desk.worksheet.add_assessors, known["TN"], ["Andi", "Sri"]))
    open_sheet(screen, known["TN"])
    owing = screen.page.places.owing
    assert owing.text() == "Belum menilai: Andi, Sri"
    stand(screen, 0, next(item.key for item in screen.grid.columns() if item.kind == "score"))
    press("432")
    settle(screen)
    assert owing.text() == "Belum menilai: Sri"
    assert listed(screen)[1] == "Sri, Belum menilai, 0/1"
    open_sheet(screen, known["TF"])
    assert owing.isHidden()
