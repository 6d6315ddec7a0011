"""Hasil: rows beside each other, merged by people, with their way, carried on."""

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.edit import Birth
from tests.services.test_result import dimension
from tests.ui.result.hand import press, settle, texts
from tests.ui.worksheets import plan
from ui.models.result_table import CHANGED, DIMENSION, MERGED, OPEN, TRAIL

ALL = [
    "Aplikasi tidak terintegrasi datanya",
    "Bank sampah tumbuh",
    "Data belum terintegrasi antar aplikasi",
    "Pegawai muda",
]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def rows(hall, code="L3"):
    return hall.ask(lambda: hall.desk.result.result(hall.desk.worksheet.find(code).id).rows)


def test_rows_of_all_sheets_stand_under_the_names_of_their_parties(screen):
    assert sorted(texts(screen)) == ALL
    heads = [screen.model.index(place, screen.model.first).data() for place in screen.model.heads()]
    assert heads == [
        "Dinas Komunikasi, Informatika, Statistik dan Persandian (2)",
        "Dinas Lingkungan Hidup (2)",
    ]
    assert screen.counts.text() == "4 isian dari 2 lembar"
    assert screen.table.current().text == "Data belum terintegrasi antar aplikasi"


def test_heads_break_into_lines_and_no_word_of_them_is_cut(screen):
    table, across = screen.table, Qt.Orientation.Horizontal
    table.resize(420, 300)
    table.fit()
    titles = [screen.model.headerData(at, across) for at in range(screen.model.columnCount())]
    shown = [at for at in range(len(titles)) if not table.isColumnHidden(at)]
    assert all(table.columnWidth(at) >= table.heads.widest_word(titles[at]) for at in shown)
    longest = max(shown, key=lambda at: len(titles[at].split()))
    assert table.heads.height() > table.heads.fontMetrics().height() * len(titles[longest].split()) // 2
    assert table.heads.defaultAlignment() & Qt.TextFlag.TextWordWrap
    assert screen.model.headerData(longest, across, Qt.ItemDataRole.TextAlignmentRole) is None
    assert titles[longest] in screen.model.headerData(longest, across, Qt.ItemDataRole.ToolTipRole)


def test_rows_are_looked_for_and_gathered_by_a_column(screen):
    screen.head.words.setText("sampah bank")
    assert texts(screen) == ["Bank sampah tumbuh"]
    assert screen.counts.text() == "1 dari 4 isian dari 2 lembar"
    screen.head.words.clear()
    screen.head.by.setCurrentIndex(screen.head.by.findData("kind"))
    screen.head.by.activated.emit(screen.head.by.currentIndex())
    heads = [screen.model.index(place, screen.model.first).data() for place in screen.model.heads()]
    assert heads == ["W (kelemahan) (2)", "S (kekuatan) (1)", "O (peluang) (1)"]


def test_y_merges_a_near_pair_and_its_sources_are_marked(screen, hall, swot, qtbot):
    press(screen.table, Qt.Key.Key_J, modifiers=CTRL)
    assert screen.near.reason.text().startswith("Semua katanya sama")
    assert "GOV Smart Governance" in screen.near.target.text()
    assert sorted(texts(screen)) == ALL, "nothing is merged alone"
    with qtbot.waitSignal(screen.said, timeout=5000):
        press(screen.near, Qt.Key.Key_Y)
        settle(screen)
    found = {row.id: row for row in rows(hall)}
    assert len(found) == 5
    assert found[swot[0]].into == found[swot[2]].into
    assert screen.table.current().merged
    settle(screen)
    assert screen.near.pair is None
    screen.head.kept.setCurrentIndex(screen.head.kept.findData(OPEN))
    screen.head.kept.activated.emit(0)
    assert len(texts(screen)) == 3
    screen.head.kept.setCurrentIndex(screen.head.kept.findData(MERGED))
    screen.head.kept.activated.emit(0)
    assert texts(screen) == ["Data belum terintegrasi antar aplikasi"]


def test_t_remembers_that_two_rows_differ(screen, hall):
    screen.show_near()
    press(screen.near, Qt.Key.Key_T)
    settle(screen)
    assert screen.near.pair is None
    l3 = hall.ask(lambda: hall.desk.worksheet.find("L3").id)
    assert hall.ask(lambda: hall.desk.result.near(l3)) == ()
    assert len(rows(hall)) == 4


def test_chosen_rows_are_merged_under_a_sentence_of_ones_own(screen, hall, swot):
    screen.table.stand(swot[0])
    press(screen.table, Qt.Key.Key_Down, modifiers=SHIFT)
    assert screen.merge.text() == "Gabungkan 2 isian"
    press(screen.table, Qt.Key.Key_G, modifiers=CTRL)
    dialog = screen.merging
    assert dialog.text.toPlainText() == "Data belum terintegrasi antar aplikasi"
    dialog.text.setPlainText("")
    assert not dialog.merge.isEnabled()
    dialog.text.setPlainText("Pegawai muda, data tercerai")
    dialog.dimension.setCurrentIndex(dialog.dimension.findData(hall.ask(lambda: dimension(hall.desk, "SOC"))))
    dialog.merge.click()
    settle(screen)
    assert screen.table.current().text == "Pegawai muda, data tercerai"
    assert screen.table.current().code == "SOC"
    assert screen.merging is None


def test_one_row_alone_is_not_merged_and_that_is_said_until_others_are_chosen(screen, qtbot):
    with qtbot.waitSignal(screen.warned) as warned:
        screen.merge_chosen()
    assert screen.merging is None
    gone = []
    screen.withdrawn.connect(gone.append)
    press(screen.table, Qt.Key.Key_Down, modifiers=SHIFT)
    assert warned.args[0] in gone


def test_the_way_of_a_merged_row_leads_to_its_sources(screen, hall, swot, qtbot):
    def merge():
        desk = hall.desk
        l3 = desk.worksheet.find("L3").id
        new, _ = desk.result.merge(l3, dimension(desk, "GOV"), [swot[0], swot[2]], "Bersama")
        desk.worksheet.set_cells(l3, hall.opds["DLH"], [(swot[2], "text", "Data DLH terpisah")])
        return new

    new = hall.ask(merge)
    screen.open_row(new)
    settle(screen)
    qtbot.waitUntil(lambda: screen.trail.text.text() == "Bersama")
    told = [part.text() for part in screen.trail.steps if hasattr(part, "text") and part.text()]
    assert any("sekarang “Data DLH terpisah”" in words for words in told)
    here = screen.model.index(screen.table.currentIndex().row(), TRAIL)
    assert here.data() == "sumber berubah · dari 2 isian"
    link = screen.trail.findChild(QWidget, "trail-back-1")
    with qtbot.waitSignal(screen.go) as asked:
        link.click()
    assert asked.args[0] == "worksheet"
    assert asked.args[1] in {swot[0], swot[2]}
    screen.head.kept.setCurrentIndex(screen.head.kept.findData(CHANGED))
    screen.head.kept.activated.emit(0)
    assert texts(screen) == ["Bersama"]
    screen.trail.note.click()
    settle(screen)
    assert not next(row for row in rows(hall) if row.id == new).changed


def test_rows_are_shown_before_they_are_carried_on(screen, hall, swot, qtbot):
    screen.table.stand(swot[2])
    press(screen.table, Qt.Key.Key_Down, modifiers=SHIFT)
    press(screen.table, Qt.Key.Key_L, modifiers=CTRL)
    settle(screen)
    dialog = screen.carrying.dialog
    assert [dialog.target.itemText(place) for place in range(dialog.target.count())] == [
        "L3T Strategi TOWS",
        "L4 Kata kunci visi",
    ]
    index = dialog.model.index(0, 1)
    assert index.data() == (
        "Atasi aplikasi tidak terintegrasi datanya dengan memanfaatkan bank sampah tumbuh"
    )
    dialog.model.setData(index, "Satu data sampah")
    assert dialog.go.text() == "Bawa 1 isian"
    with qtbot.waitSignal(screen.said):
        dialog.go.click()
        settle(screen)
    found = rows(hall, "L3T")
    assert [(row.text, set(row.origin)) for row in found] == [("Satu data sampah", {swot[2], swot[3]})]
    hall.ask(hall.desk.undo)
    assert rows(hall, "L3T") == ()


def test_rows_that_belong_nowhere_wait_for_a_sheet(screen, hall, show, qtbot):
    def write():
        desk = hall.desk
        l1, gov = desk.worksheet.find("L1").id, dimension(desk, "GOV")
        row = desk.worksheet.new_rows(1)[0]
        desk.worksheet.set_cells(l1, gov, [(row, "text", "Antre lama")])

    hall.ask(write)
    assert screen
    other = show(hall, "L1")
    other.carry_chosen()
    settle(other)
    dialog = other.carrying.dialog
    assert not dialog.go.isEnabled()
    assert dialog.told.text() == "1 belum jelas ke lembar mana: pilih dahulu."
    dialog.kind.setCurrentIndex(dialog.kind.findData("W"))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    settle(other)
    dialog.party.setCurrentIndex(dialog.party.findData(hall.opds["DLH"]))
    dialog.party.activated.emit(dialog.party.currentIndex())
    assert dialog.go.isEnabled()
    press(dialog.table, Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()
    press(dialog.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(other.said):
        dialog.go.click()
        settle(other)
    assert [(row.short, row.kind) for row in rows(hall) if row.text == "Antre lama"] == [("DLH", "W")]


def test_enter_opens_a_row_where_it_stands(screen, swot, qtbot):
    screen.table.stand(swot[1])
    with qtbot.waitSignal(screen.go) as asked:
        press(screen.table, Qt.Key.Key_Return)
    assert asked.args == ["worksheet", swot[1]]


def test_a_worksheet_without_rows_says_what_belongs_here(show, hall):
    screen = show(hall, "L8")
    assert screen.pages.currentWidget() is screen.empty
    assert "Belum ada lembar yang terisi" in screen.empty.sentence.text()


def test_two_thousand_rows_are_gathered_while_nobody_waits(show, hall):
    def write():
        desk = hall.desk
        l3 = desk.worksheet.find("L3").id
        sheets = [desk.worksheet.sheet(l3, row).id for row in hall.opds.values()]
        edits = [
            Birth(
                "factor",
                desk._store.ids.new(),
                {"sheet": sheets[place % len(sheets)], "kind": "S", "text": f"faktor ke {place} kata{place}"},
            )
            for place in range(2_000)
        ]
        desk._store.write(edits, "banyak")

    hall.ask(write)
    screen = show(hall)
    assert screen.model.count == 2_000
    assert len(screen.table.findChildren(QWidget)) < 20, "there is no widget for a row"
    begun = time.perf_counter()
    screen.head.words.setText("kata1999")
    assert texts(screen) == ["faktor ke 1999 kata1999"]
    assert time.perf_counter() - begun < 0.5


def test_a_row_that_is_asked_for_is_shown_whatever_was_looked_for(screen, swot):
    screen.head.words.setText("bank sampah")
    screen.open_row(swot[1])
    settle(screen)
    assert screen.table.current().id == swot[1]
    assert screen.head.words.text() == ""


def test_the_way_of_a_program_leads_to_the_line_of_the_plan(show, hall, qtbot):
    def write():
        desk = hall.desk
        desk.renstra.adopt(hall.opds["Diskominfo"], plan())
        l5 = desk.worksheet.find("L5").id
        row = desk.worksheet.grid(l5, hall.opds["Diskominfo"]).rows[0].row
        desk.worksheet.set_cells(l5, hall.opds["Diskominfo"], [(row, "proposal", "Satu pintu")])
        return row

    row = hall.ask(write)
    screen = show(hall, "L5")
    screen.open_row(row)
    settle(screen)
    assert screen.table.current().subject == row
    qtbot.waitUntil(lambda: screen.trail.text.text() == "Satu pintu")
    link = screen.trail.findChild(QWidget, "trail-back-1")
    assert link.accessibleName().startswith("Baris Renstra: Program Pengelolaan Informasi")
    assert not screen.merge.isVisible()
    with qtbot.waitSignal(screen.go) as asked:
        link.click()
    assert asked.args == ["worksheet", row]


def test_a_reviewed_chapter_leads_to_the_book(show, hall, qtbot):
    def write():
        desk = hall.desk
        desk.book.set_up("4-buku")
        l11 = desk.worksheet.find("L11").id
        party = desk.worksheet.places(l11)[0].party
        row = next(item.row for item in desk.worksheet.grid(l11, party).rows if item.values["code"] == "AS-2")
        desk.worksheet.set_cells(l11, party, [(row, "finding", "Angka berbeda")])
        return desk._store.key("review", desk._store.key("sheet", l11, party), row)

    row = hall.ask(write)
    screen = show(hall, "L11")
    screen.table.stand(row)
    settle(screen)
    qtbot.waitUntil(lambda: screen.trail.findChild(QWidget, "trail-back-1") is not None)
    link = screen.trail.findChild(QWidget, "trail-back-1")
    assert link.accessibleName().startswith("Bab buku: BAB II Gambaran daerah")
    with qtbot.waitSignal(screen.go) as asked:
        link.click()
    key, chapter = asked.args
    assert key == "book"
    assert hall.ask(lambda: hall.desk.book.chapter(chapter)).code == "AS-2"


def test_the_result_is_printed_as_it_is_gathered_on_the_screen(screen, hall):
    l3 = hall.ask(lambda: hall.desk.worksheet.find("L3").id)
    asked = []
    screen.print_asked.connect(lambda *told: asked.append(told))
    screen.print.click()
    screen.head.by.setCurrentIndex(screen.head.by.findData(DIMENSION))
    screen.head.by.activated.emit(screen.head.by.currentIndex())
    press(screen.table, Qt.Key.Key_P, modifiers=CTRL)
    assert asked == [("hasil-kertas-kerja", f"{l3}:"), ("hasil-kertas-kerja", f"{l3}:dimensi")]
