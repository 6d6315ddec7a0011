"""The matrix of Beranda: the worksheets of the stage, by who fills them; a cell leads to its sheet."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.worksheet import BY_OPD, SheetPlace, Worksheet
from smartcity_desktop.services.comment import CommentPlace
from tests.exercises import add
from tests.ui.frame import nameless
from tests.ui.worksheets import Hall, plan
from ui.models.home import Home, next_of
from ui.models.places import sheet_key
from ui.screens.workshop import WorkshopScreen
from ui.widgets.matrix import FIRST, OPD, TABLE, MatrixView

KEY = Qt.Key
TIP = Qt.ItemDataRole.ToolTipRole
BY_OPD_PAGE, BY_DIMENSION_PAGE, OTHER_PAGE = range(3)


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def groups(hall):
    return {item.code: item.id for item in hall.ask(hall.desk.workshop.dimensions)}


@pytest.fixture
def screen(hall, context, qtbot, dressed):
    assert dressed
    made = WorkshopScreen(hall.desk, context)
    qtbot.addWidget(made)
    made.resize(1156, 658)
    made.show()
    made.show_stage(1)
    made.arrive()
    settle(made)
    return made


def settle(screen):
    for _ in range(3):
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def again(screen):
    screen.arrive()
    settle(screen)


def fill(hall, dimension, *texts, status="diserahkan"):
    rows = hall.ask(partial(hall.desk.worksheet.new_rows, len(texts)))
    cells = [(row, "text", text) for row, text in zip(rows, texts, strict=True)]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.issues, dimension, cells))
    return hall.ask(partial(hall.desk.worksheet.set_status, hall.issues, dimension, status))


def choose(screen, page):
    screen.kinds_of.buttons[page].click()


def heads(screen):
    model = screen.matrix.matrix
    return [
        model.headerData(at, Qt.Orientation.Horizontal).split()[0] for at in range(FIRST, model.columnCount())
    ]


def cell(screen, name, code):
    model = screen.matrix.matrix
    row = next(place for place, line in enumerate(model.lines) if line.name == name)
    return model.index(row, FIRST + heads(screen).index(code))


def test_the_worksheets_of_the_stage_stand_by_who_fills_them(screen):
    assert heads(screen) == ["L0", "L2K", "L3", "L3T"]
    choose(screen, BY_DIMENSION_PAGE)
    assert heads(screen) == ["L1", "L4", "L4V"]
    assert screen.matrix.isColumnHidden(TABLE)
    choose(screen, OTHER_PAGE)
    assert heads(screen) == ["L2"]
    assert [line.name for line in screen.matrix.matrix.lines][:2] == ["Struktur", "Infrastruktur"]
    screen.show_stage(2)
    settle(screen)
    assert heads(screen)[0] == "L5", "what no stage of that kind has is not chosen there"
    assert "L0" not in heads(screen)


def test_a_worksheet_taken_up_again_stands_behind_those_of_the_stage(screen, hall):
    inventory = hall.ask(partial(hall.desk.worksheet.find, "L0")).id
    hall.ask(partial(hall.desk.worksheet.use_in_stage, inventory, 2, used=True))
    screen.show_stage(2)
    settle(screen)
    assert heads(screen) == ["L5", "L0"]


def test_dimensions_say_how_far_they_are(screen, hall, groups):
    fill(hall, groups["GOV"], "Antre", "Data ganda")
    fill(hall, groups["ENV"], "Sampah", status="sedang")
    again(screen)
    choose(screen, BY_DIMENSION_PAGE)
    words = {
        name: cell(screen, name, "L1").data()
        for name in ("GOV Smart Governance", "ENV Smart Environment", "SOC Smart Society")
    }
    assert list(words.values()) == ["Diserahkan · 2 baris", "Sedang diisi · 1 baris", "Belum diisi"]
    assert "L1 1 dari 6 dimensi" in screen.delivered.text()


def test_a_cell_tells_who_moved_the_sheet_and_what_its_mentor_waits_for(screen, hall, groups):
    fill(hall, groups["GOV"], "Antre")
    place = CommentPlace(hall.issues, groups["GOV"])
    hall.ask(partial(hall.desk.comment.write, RowId("c"), "Angka dari mana?", place))
    hall.ask(partial(hall.desk.worksheet.waive, hall.issues, groups["ENV"], waived=True))
    again(screen)
    choose(screen, BY_DIMENSION_PAGE)
    told = cell(screen, "GOV Smart Governance", "L1").data(TIP)
    assert "Diserahkan" in told
    assert "pukul" in told
    assert "1 catatan telaah terbuka" in told
    assert cell(screen, "ENV Smart Environment", "L1").data() == "tidak wajib"
    assert "L1 1 dari 5 dimensi" in screen.delivered.text()


def test_a_cell_of_any_kind_leads_to_its_sheet_by_click_and_by_enter(screen, hall, groups, qtbot):
    asked = []
    screen.go.connect(lambda *where: asked.append(where))
    choose(screen, BY_DIMENSION_PAGE)
    index = cell(screen, "ECO Smart Economy", "L1")
    spot = screen.matrix.visualRect(index).center()
    qtbot.mouseClick(screen.matrix.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    screen.matrix.setCurrentIndex(cell(screen, "BRD Smart Branding", "L1"))
    QTest.keyClick(screen.matrix, KEY.Key_Return)
    screen.matrix.setCurrentIndex(screen.matrix.matrix.index(0, OPD))
    QTest.keyClick(screen.matrix, KEY.Key_Return)
    wanted = [sheet_key(hall.issues, groups[code]) for code in ("ECO", "BRD", "GOV")]
    assert asked == [("worksheet", key) for key in wanted]


def test_who_fills_another_worksheet_has_an_empty_cell_that_leads_nowhere(screen, hall):
    add_one = hall.ask(partial(add, hall.desk, "TK"))["TK"]
    again(screen)
    asked = []
    screen.go.connect(lambda *where: asked.append(where))
    choose(screen, OTHER_PAGE)
    empty = cell(screen, "Pleno", "L2")
    assert empty.data() == ""
    screen.matrix.setCurrentIndex(empty)
    QTest.keyClick(screen.matrix, KEY.Key_Return)
    screen.matrix.setCurrentIndex(cell(screen, "Pleno", "TK"))
    QTest.keyClick(screen.matrix, KEY.Key_Return)
    assert asked == [("worksheet", sheet_key(add_one, add_one))]


def test_forty_agencies_and_six_worksheets_can_be_read_on_a_small_screen(qtbot, dressed):
    assert dressed
    view = MatrixView()
    qtbot.addWidget(view)
    sheets = [Worksheet(code=f"L{number}", title="Lembar", filled_by=BY_OPD) for number in range(6)]
    places = [
        [
            SheetPlace(
                RowId(f"o{row}"),
                item.id,
                "perbaikan",
                3,
                12,
                name=f"Dinas {row}",
                short=f"Din{row}",
                table_no="1",
            )
            for row in range(40)
        ]
        for item in sheets
    ]
    view.show_places(sheets, places)
    view.resize(820, 400)
    view.show()
    qtbot.waitExposed(view)
    assert view.matrix.rowCount() == 40
    metrics = view.fontMetrics()
    for at in range(FIRST, FIRST + 6):
        assert view.columnWidth(at) >= metrics.horizontalAdvance("Perlu perbaikan") - 12
    assert view.horizontalScrollBar().maximum() == 0
    assert view.matrix.index(0, OPD).data() == "Din0", "the short name where many worksheets stand"
    assert "Dinas 0" in view.matrix.index(0, OPD).data(TIP)


def test_the_first_worksheet_that_somebody_owes_is_asked_for_next(screen, hall):
    assert screen.next.soft.text().endswith("OPD belum menyerahkan kertas kerja.")
    screen.show_stage(2)
    settle(screen)
    assert screen.next.lead.text() == "Baca Renstra setiap OPD"
    screen.changed(hall.adopt("Diskominfo", plan())[1])
    settle(screen)
    assert screen.next.lead.text() == "Analisis Renstra"
    assert "OPD belum menyerahkan" in screen.next.soft.text()
    desk = hall.desk
    for worksheet in hall.ask(desk.worksheet.worksheets):
        if not worksheet.stands_in(2):
            continue
        for place in hall.ask(partial(desk.worksheet.places, worksheet.id)):
            hall.ask(partial(desk.worksheet.set_status, worksheet.id, place.party, "diperiksa"))
    again(screen)
    assert screen.next.lead.text() == "Laporan sesi"


def test_a_stage_without_sheets_asks_for_its_session():
    found = next_of(Home(), 4)
    assert found.lead == "Sesi Tahap IV"
    assert found.ways[0] == ("Mulai sesi", "session-start")


def test_everything_that_takes_the_focus_has_a_name(screen):
    assert nameless(screen) == []


def test_a_new_agency_has_a_line_at_once(screen, hall):
    screen.changed(hall.ask(partial(hall.desk.opd.add, [OpdRow("Dinas Sosial", "Dinsos", "2")])))
    settle(screen)
    assert "Dinas Sosial" in {line.name for line in screen.matrix.matrix.lines}


def test_the_board_names_the_assessors_who_still_owe_scores(screen, hall):
    desk = hall.desk

    def scored():
        known = add(desk, "TC", "TN")
        home = desk.worksheet.places(known["TC"])[0].party
        row = desk.worksheet.new_rows(1)[0]
        desk.worksheet.set_cells(known["TC"], home, [(row, "name", "Desaku")])
        desk.worksheet.add_assessors(known["TN"], ["Andi", "Sri", "Wati"])
        andi, sri, wati = (item.party for item in desk.worksheet.places(known["TN"]))
        keys = [item.key for item in desk.worksheet.grid(known["TN"], sri).columns if item.kind == "score"]
        desk.worksheet.set_cells(known["TN"], sri, [(row, keys[0], "4")])
        desk.worksheet.set_cells(known["TN"], wati, [(row, key, "4") for key in keys])
        desk.worksheet.retire_assessor(wati, retired=True)
        return known["TN"], andi

    sheet, andi = hall.ask(scored)
    screen.show_stage(2)
    again(screen)
    choose(screen, OTHER_PAGE)
    assert screen.owing.text() == "TN · Belum menilai: Andi, Sri (kurang 2 nilai)"
    assert screen.owing.isVisible()
    assert cell(screen, "Andi", "TN").data() == "Belum menilai · 0 dari 1"
    assert cell(screen, "Sri", "TN").data() == "Sedang diisi · kurang 2 nilai · 1 dari 1"
    hall.ask(partial(desk.worksheet.set_head, sheet, andi, "on_paper", True))
    again(screen)
    choose(screen, OTHER_PAGE)
    assert "Andi (di kertas)" in screen.owing.text()
    choose(screen, BY_DIMENSION_PAGE)
    assert not screen.owing.isVisible()
