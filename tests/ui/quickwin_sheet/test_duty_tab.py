"""Tab Tindak lanjut: the ready-made list by one act, cells changed in place, what is late, own lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from smartcity_desktop.errors import DiskFault
from tests.ui.masterplan import settle
from ui.models.duty_table import DOCUMENT, DUE, EVIDENCE, KIND, OPD, STATE, TEXT, WHO
from ui.models.row_table import INKS_ROLE
from ui.widgets.label import Label


def items(hall):
    return hall.ask(lambda: hall.desk.duty.board().items)


def test_the_ready_made_list_stands_after_one_click_and_says_that_its_days_are_proposals(show, hall, qtbot):
    screen = show("duty")
    tab = screen.tab
    assert tab.empty.isVisible()
    qtbot.mouseClick(tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    settle(screen)
    assert tab.model.rowCount() == len(items(hall)) > 10
    assert "tenggatnya usulan" in screen.heard[-1]
    assert not tab.ready.isVisible()
    assert tab.table.hasFocus()


def test_cells_are_changed_in_place_and_counts_follow(show, hall, qtbot):
    hall.ask(hall.desk.duty.fill)
    screen = show("duty")
    tab = screen.tab
    model = tab.model
    agency = next(iter(tab.model.board.names))
    row = model.row(0).id
    assert model.setData(model.index(0, OPD), agency)
    assert model.setData(model.index(0, EVIDENCE), "Nomor 12 Tahun 2026")
    assert not model.setData(model.index(0, DUE), "entah")
    assert not model.setData(model.index(0, TEXT), "  ")
    assert not model.setData(model.index(0, KIND), "entah")
    assert model.setData(model.index(0, DUE), "1 Januari 2020")
    assert model.index(0, DUE).data(INKS_ROLE) == ("error", "error-soft")
    assert "1 lewat tenggat" in tab.told.text()
    tab.table.choose(0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    settle(screen)
    item = next(one for one in items(hall) if one.id == row)
    assert (item.opd, item.evidence, item.due, item.state) == (
        agency,
        "Nomor 12 Tahun 2026",
        "2020-01-01",
        "selesai",
    )
    assert "1 selesai" in tab.told.text()
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    assert model.index(0, STATE).data() == "Belum"


def test_an_own_line_is_written_found_and_removed(show, hall, qtbot):
    screen = show("duty")
    tab = screen.tab
    qtbot.mouseClick(tab.empty.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(tab.line, "Menyusun SOP")
    qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    settle(screen)
    assert [item.text for item in items(hall)] == ["Menyusun SOP"]
    tab.look.setText("tidak ada yang begini")
    assert tab.model.rowCount() == 0
    tab.look.setText("sop")
    assert tab.model.rowCount() == 1
    tab.kept.setCurrentIndex(2)
    tab.kept.activated.emit(2)
    assert tab.model.rowCount() == 0, "nothing presses"
    tab.kept.setCurrentIndex(0)
    tab.kept.activated.emit(0)
    tab.table.choose(0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert items(hall) == ()
    asked = []
    screen.print_asked.connect(lambda *what: asked.append(what))
    tab.print.click()
    assert asked == [("tindak-lanjut-masterplan", "")]
    assert all("None" not in label.text() for label in tab.findChildren(Label))


def test_a_line_that_was_written_or_found_is_shown_whatever_is_filtered(show, hall, qtbot):
    hall.ask(hall.desk.duty.fill)
    screen = show("duty")
    tab = screen.tab
    tab.look.setText("perwal")
    tab.kept.setCurrentIndex(2)
    tab.kept.activated.emit(2)
    qtbot.keyClicks(tab.line, "Menyusun SOP")
    qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    settle(screen)
    assert tab.model.row(tab.table.currentIndex().row()).text == "Menyusun SOP"
    assert (tab.look.text(), tab.kept.currentIndex()) == ("", 0)
    tab.look.setText("sop")
    row = next(item.id for item in items(hall) if item.text != "Menyusun SOP")
    screen.open_row(f"duty:{row}")
    settle(screen)
    assert tab.standing() == row


def test_a_line_that_could_not_be_added_is_given_back(show, qtbot, monkeypatch):
    def full(_text):
        raise DiskFault("disk-full")

    screen = show("duty")
    tab = screen.tab
    qtbot.mouseClick(tab.empty.buttons[1], Qt.MouseButton.LeftButton)
    monkeypatch.setattr(tab._duty, "add", full)
    qtbot.keyClicks(tab.line, "Menyusun SOP")
    for _ in range(2):
        qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    settle(screen)
    assert tab.line.text() == "Menyusun SOP"
    assert screen.heard[-1].startswith("“Menyusun SOP” belum ditambahkan. ")
    assert len(screen.heard) == 1, "the second Enter asked for nothing"


def test_in_a_file_that_takes_nothing_every_key_says_why(show, hall, qtbot):
    hall.ask(hall.desk.duty.fill)
    screen = show("duty", closed=True)
    tab = screen.tab
    tab.table.choose(0)
    tab.table.setFocus()
    for key, held in (
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    ):
        screen.heard.clear()
        qtbot.keyClick(tab.table, key, held)
        settle(screen)
        assert len(screen.heard) == 1
        assert "hanya bisa dibaca" in screen.heard[0]


def test_what_has_no_room_in_the_table_is_written_below_it(show, hall, qtbot):
    hall.ask(hall.desk.duty.fill)
    screen = show("duty")
    tab = screen.tab
    assert tab.left_out.isHidden()
    tab.table.setFixedWidth(660)
    qtbot.waitUntil(lambda: tab.table.horizontalScrollBar().maximum() == 0)
    assert [tab.table.isColumnHidden(at) for at in (KIND, WHO, DOCUMENT)] == [True] * 3
    tab.table.choose(1)
    row = tab.model.row(1).id
    qtbot.keyClicks(tab.left_out.form.fields[str(WHO)], "Bu Rahma")
    tab.left_out.form.edited.emit(str(KIND), "lain")
    settle(screen)
    item = next(one for one in items(hall) if one.id == row)
    assert (item.who, item.kind) == ("Bu Rahma", "lain")
    tab.table.choose(0)
    assert tab.left_out.form.fields[str(WHO)].text() == tab.model.row(0).who


def test_a_day_is_read_as_people_write_it_in_the_year_of_its_duty(show, hall, qtbot):
    hall.ask(hall.desk.duty.fill)
    screen = show("duty")
    tab = screen.tab
    place = next(at for at in range(tab.model.rowCount()) if tab.model.row(at).code == "rapat-dewan-2025")
    row = tab.model.row(place).id
    tab.table.choose(place, DUE)
    tab.table.setFocus()
    qtbot.keyClicks(tab.table, "3")
    line = next(one for one in tab.table.viewport().findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(line, "1 Jul")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(screen)

    def due():
        return next(item.due for item in items(hall) if item.id == row)

    assert due() == "2025-07-31"
    place = tab.model.row_of(row)
    tab.table.choose(place, DUE)
    qtbot.keyClicks(tab.table, "a")
    line = next(one for one in tab.table.viewport().findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(line, "khir tahun")
    tab.table.choose(0, TEXT)
    settle(screen)
    assert due() == "2025-07-31", "nothing was lost, nothing guessed"
    assert tab.model.index(tab.model.row_of(row), DUE).data() == "akhir tahun"
    assert "misalnya 31 Juli 2027" in screen.heard[-1]
    assert "akhir tahun" in screen.unfinished()


def test_a_yearly_meeting_is_repeated_by_one_key_and_stands_chosen(show, hall, qtbot):
    hall.ask(lambda: hall.desk.duty.add("Rapat Forum tahun 2025"))
    (row,) = (item.id for item in items(hall))
    hall.ask(lambda: hall.desk.duty.write(row, "due", "2025-07-31"))
    screen = show("duty")
    tab = screen.tab
    tab.table.choose(0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert [(item.text, item.due) for item in items(hall)] == [
        ("Rapat Forum tahun 2025", "2025-07-31"),
        ("Rapat Forum tahun 2026", "2026-07-31"),
    ]
    assert tab.model.row(tab.table.currentIndex().row()).text == "Rapat Forum tahun 2026"
