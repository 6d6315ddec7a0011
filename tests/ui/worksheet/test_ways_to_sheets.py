"""The ways to the sheets of both kinds: stages, search, what the shelf offers, what is built anew."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_DIMENSION, SheetPlace, Worksheet
from smartcity_desktop.storage import reference
from tests.ui.worksheet.hand import press, settle, stand, without_stage_three, words
from ui.models.manner import Manner, far_words, manner_of, state_words
from ui.models.places import of_sheet_key, sheet_key, why_no_worksheet
from ui.screens.worksheet.screen import WorksheetScreen
from ui.shell.palette import _found

KEY = Qt.Key


@pytest.fixture
def groups(hall):
    return {item.code: item.id for item in hall.ask(hall.desk.workshop.dimensions)}


@pytest.fixture
def ways(screen):
    found = []
    screen.go.connect(lambda *asked: found.append(asked))
    return found


def an_issue(hall, dimension, text):
    row = hall.ask(partial(hall.desk.worksheet.new_rows, 1))[0]
    cells = [(row, "text", text)]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.issues, dimension, cells))
    return row


def test_each_worksheet_remembers_whose_sheet_was_shown_last(screen, hall):
    for worksheet, whose in ((hall.issues, "Smart Governance"), (hall.worksheet, "Dinas Komunikasi")):
        screen.open_row(worksheet)
        settle(screen)
        assert words(screen, "sheetWhose").startswith(whose)
    screen.open_row(hall.issues)
    settle(screen)
    screen.step_party(1)
    settle(screen)
    screen.open_row(hall.worksheet)
    settle(screen)
    screen.open_row(hall.issues)
    settle(screen)
    assert words(screen, "sheetWhose") == "Smart Branding"


def test_a_found_row_opens_its_sheet_and_the_stage_follows(screen, hall, groups, ways):
    an_issue(hall, groups["SOC"], "Anak putus sekolah")
    row = an_issue(hall, groups["SOC"], "Literasi rendah")
    screen.open_row(row)
    settle(screen)
    assert words(screen, "sheetWhose") == "Smart Society"
    assert screen.page.view.currentIndex().row() == 1
    assert ways == [("stage", "1")]


def test_a_sheet_is_asked_for_by_worksheet_and_party(screen, hall, groups, ways):
    screen.open_row(sheet_key(hall.issues, groups["LIV"]))
    settle(screen)
    assert words(screen, "sheetWhose") == "Smart Living"
    screen.show_stage(1)
    screen.open_row(sheet_key(hall.worksheet, hall.opds["Disdukcapil"]))
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Kependudukan")
    assert ways == [("stage", "1"), ("stage", "2")]
    assert of_sheet_key(hall.issues) is None


def test_an_opd_is_asked_for_while_the_sheets_of_dimensions_are_shown(screen, hall):
    screen.show_stage(1)
    settle(screen)
    screen.open_row(hall.opds["DLH"])
    settle(screen)
    assert words(screen, "sheetWhose") == "Dinas Lingkungan Hidup"


def test_sheets_of_both_kinds_and_issues_are_found_by_the_search(hall, groups):
    row = an_issue(hall, groups["ENV"], "Sampah menumpuk di muara")
    for worksheet, party, name in (
        (hall.issues, groups["ENV"], "ENV Smart Environment"),
        (hall.worksheet, hall.opds["DLH"], "Dinas Lingkungan Hidup"),
    ):
        number = hall.ask(partial(hall.desk.worksheet.sheet, worksheet, party)).number
        sheets, _ = hall.ask(partial(_found, hall.desk, number.lower()))
        assert [(item.key, item.words) for item in sheets] == [
            (f"sheet:{sheet_key(worksheet, party)}", f"{number} {name}")
        ]
    _, hits = hall.ask(partial(_found, hall.desk, "muara"))
    assert [(item.ent, item.row) for item in hits] == [("issue", row)]


def test_a_stage_without_worksheet_offers_the_one_of_the_shelf(screen, hall, monkeypatch):
    known = reference.worksheet_definitions()
    later = replace(
        next(item for item in known if item.code == "L1"), code="L77", title="Isu lanjutan", stage=3
    )
    monkeypatch.setattr(reference, "worksheet_definitions", lambda: (*known, later))
    said = []
    screen.said.connect(said.append)
    without_stage_three(hall)
    screen.show_stage(3)
    settle(screen)
    button = screen.page.empty.buttons[0]
    assert button.text() == "Tambah L77 Isu lanjutan"
    assert "Tambah L77 Isu lanjutan" in {command.words for command in screen.commands()}
    button.click()
    settle(screen)
    assert words(screen, "sheetWorksheet") == "Isu lanjutan"
    assert said == ["L77 Isu lanjutan ditambahkan."]
    stand(screen, 0, "text")
    press("Pertama", KEY.Key_Return)
    settle(screen)
    assert words(screen, "sheetProgress") == "1 baris"
    assert "Tambah L77 Isu lanjutan" not in {command.words for command in screen.commands()}


def test_a_worksheet_of_another_stage_is_not_offered_in_place_of_one():
    offered = [Worksheet(code="L1", title="Isu", stage=1)]
    assert why_no_worksheet(3, (), offered).ways == ()
    assert why_no_worksheet(1, (), offered).ways == (("take-L1", "Tambah L1 Isu"),)


def test_a_screen_that_is_built_anew_shows_the_same_sheet(screen, hall, context, groups, qtbot):
    screen.open_row(sheet_key(hall.issues, groups["ECO"]))
    settle(screen)
    again = WorksheetScreen(services=hall.desk, context=context)
    qtbot.addWidget(again)
    again.take_over(screen.standing())
    again.show_stage(1)
    again.arrive()
    settle(again)
    assert words(again, "sheetWhose") == "Smart Economy"


def test_notes_of_a_group_are_those_of_the_session(screen, hall, groups):
    hall.begin_session()
    screen.open_row(sheet_key(hall.issues, groups["GOV"]))
    settle(screen)
    line = screen.page.notes.line
    line.setText("? data siapa")
    line.textEdited.emit(line.text())
    line.returnPressed.emit()
    settle(screen)
    screen.step_party(1)
    settle(screen)
    [note] = hall.ask(hall.desk.note.notes)
    assert (note.opd, bool(note.session), note.text) == ("", True, "data siapa")
    assert screen.page.notes.title.text() == "Catatan sesi ini"
    assert [item.text for item in screen._picture.notes] == ["data siapa"]


def test_how_one_speaks_of_a_sheet_follows_its_worksheet():
    by_dimension = Worksheet(filled_by=BY_DIMENSION, rows_from="free")
    place = SheetPlace(RowId("a"), RowId("w"), "sedang", done=4, total=4, on_paper=True)
    group = manner_of(by_dimension)
    assert (far_words(place, group), state_words(place, group)) == ("4 baris", "Sedang diisi · di kertas")
    plans = Manner(of_plans=True)
    assert far_words(place, plans) == "4/4"
    gone = replace(place, required=False)
    assert state_words(gone, group) == "Sedang diisi · di kertas · tidak dipakai lagi"
    assert state_words(replace(gone, status="belum"), group) == "tidak dipakai lagi"
    assert state_words(place, plans) == "Sedang diisi · di kertas · tanpa Renstra"
    assert state_words(replace(place, status="belum", required=False), plans) == "tidak wajib"
    assert state_words(replace(place, waived=True, required=False), group).endswith("tidak wajib")
    assert far_words(replace(place, done=0, total=0), group) == ""


def test_without_any_dimension_the_way_leads_to_them_and_no_button_stretches(screen, hall, groups, ways):
    screen.open_row(hall.issues)
    for row in groups.values():
        hall.ask(partial(hall.desk.dimension.drop, row, {}))
    screen.reload()
    settle(screen)
    empty = screen.page.empty
    assert empty.title.text() == "Belum ada dimensi"
    shown = [button for button in empty.buttons if not button.isHidden()]
    assert [button.text() for button in shown] == ["Atur dimensi"]
    assert screen.page.file_button.isHidden(), "there is no sheet to save"
    shown[0].click()
    assert ways[-1] == ("dimension", "")


def test_where_a_sheet_has_no_rows_yet_its_buttons_keep_their_size(screen, hall):
    usual = screen.page.file_button.width()
    screen.open_row(hall.opds["DLH"])
    settle(screen)
    assert screen.page.body.currentWidget() is screen.page.empty
    screen.page.layout().activate()
    assert not screen.page.file_button.isHidden()
    assert screen.page.file_button.width() == usual


def test_rows_of_every_exercise_and_sheets_of_assessors_are_found(screen, hall):
    desk = hall.desk
    candidates = hall.ask(partial(desk.worksheet.find, "L10")).id
    home = hall.ask(partial(desk.worksheet.places, candidates))[0].party
    (row,) = hall.ask(partial(desk.worksheet.new_rows, 1))
    hall.ask(partial(desk.worksheet.set_cells, candidates, home, [(row, "name", "Bank sampah digital")]))
    scores = hall.ask(partial(desk.worksheet.find, "L10N")).id
    hall.ask(partial(desk.worksheet.add_assessors, scores, ["Dr. Ratna"]))
    _, hits = hall.ask(partial(_found, desk, "sampah digital"))
    assert [(item.ent, item.row) for item in hits] == [("candidate", row)]
    sheets, _ = hall.ask(partial(_found, desk, "l10n-01"))
    assert [item.words for item in sheets] == ["L10N-01 Dr. Ratna"]
    screen.open_row(row)
    settle(screen)
    assert screen.grid.grid.worksheet.code == "L10"
    assert screen.grid.row_at(screen.page.view.currentIndex().row()).row == row


def test_a_line_names_where_rows_come_from_and_go_on_and_opens_it(screen, hall):
    screen.open_row(hall.ask(partial(hall.desk.worksheet.find, "L7")).id)
    settle(screen)
    assert screen.fed.accessibleName() == "Dari L0, L1, L3T, L5, L6 · Berlanjut ke L8, L9, L10"
    assert screen.page.guide._texts["instruction"][-1] == screen.fed.accessibleName()
    button = screen.fed.findChild(QPushButton, "feed-L9")
    assert button.isVisible()
    button.click()
    settle(screen)
    assert screen.grid.grid.worksheet.code == "L9", "in another stage"
    assert [item.text() for item in screen.fed.buttons] == ["L7"]
    screen.fed.setFixedWidth(20)
    assert not screen.fed.buttons[0].isVisible(), "better none than half of it"
