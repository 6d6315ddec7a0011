"""Catatan: what is typed is a note from its first letter on."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.services.session import NewSession
from ui.models import note_table as columns


@pytest.fixture
def desk(konsel):
    return konsel(lambda desk: desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Dinas Sosial")]))


@pytest.fixture
def screen(minutes, desk):
    return minutes(desk)


def on_data(screen, call):
    found = []
    screen.context.lane.data(call, found.append)
    assert screen.context.lane.drain(10)
    return found[0]


def notes(screen, desk):
    return [(item.kind, item.text) for item in on_data(screen, desk.note.notes)]


def shown(screen):
    model = screen.model
    return [model.index(row, columns.TEXT).data() for row in range(model.rowCount())]


def test_enter_opens_the_next_line_and_each_line_is_its_own_note(screen, desk, qtbot):
    for line in ("Server lama", "! Data dibuka", "? Siapa wali data"):
        qtbot.keyClicks(screen.line, line)
        qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    assert notes(screen, desk) == [
        ("pokok", "Server lama"),
        ("keputusan", "Data dibuka"),
        ("pertanyaan", "Siapa wali data"),
    ]
    assert shown(screen) == ["Server lama", "Data dibuka", "Siapa wali data"]
    assert screen.line.text() == ""


def test_a_line_that_was_never_finished_is_there_all_the_same(screen, desk, qtbot):
    qtbot.keyClicks(screen.line, "Jum'at listrik pad")
    with qtbot.waitSignal(screen.context.autosave.saved, timeout=5000):
        pass
    assert notes(screen, desk) == [("pokok", "Jum'at listrik pad")]
    assert shown(screen) == []


def test_leaving_the_screen_writes_what_is_in_the_line(screen, desk, qtbot):
    qtbot.keyClicks(screen.line, "belum enter")
    screen.leave()
    assert notes(screen, desk) == [("pokok", "belum enter")]


def test_letters_that_no_key_has_are_typed_too(screen, desk):
    event = QInputMethodEvent()
    event.setCommitString("Café ≤ 3 – <b")
    QApplication.sendEvent(screen.line, event)
    screen.next_line()
    assert notes(screen, desk) == [("pokok", "Café ≤ 3 – <b")]


def test_the_meaning_of_a_line_shows_while_it_is_typed(screen, qtbot):
    qtbot.keyClicks(screen.line, "@Dinkes kirim 12 Agustus")
    assert screen.meaning.text().startswith("Tindak lanjut: Dinkes, 12 Agustus")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("@Disnaker kirim 12/8", "Disnaker tidak ada di daftar OPD"),
        ("@Dinkes kirim minggu depan", "Tenggat belum terbaca, tulis mis. 12/8"),
        ("@Dinkes kirim besok", ""),
        ("Rapat dengan Disnaker minggu depan", ""),
    ],
)
def test_what_is_not_understood_of_a_follow_up_is_said_softly(screen, qtbot, line, said):
    qtbot.keyClicks(screen.line, line)
    assert screen.doubt.text() == said
    screen.next_line()
    assert screen.doubt.text() == ""


def test_notes_made_while_a_session_runs_belong_to_it(screen, desk, qtbot):
    stage = on_data(screen, desk.workshop.stages)[1].id
    session, changes = on_data(screen, lambda: desk.session.start(NewSession(stage, "Kerja kelompok")))
    screen.changed(changes)
    screen.context.lane.drain(5)
    screen.about.setCurrentIndex(2)
    qtbot.keyClicks(screen.line, "Catatan meja")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    note = on_data(screen, desk.note.notes)[0]
    assert (note.session, note.stage) == (session, stage)
    assert on_data(screen, lambda: desk.opd.get(note.opd)).name == "Dinas Sosial"


def test_a_follow_up_moves_on_with_space_and_goes_with_delete(screen, desk, qtbot):
    qtbot.keyClicks(screen.line, "@Dinkes kirim")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    screen.table.choose(0)
    states = []
    for _ in range(3):
        qtbot.keyClick(screen.table, Qt.Key.Key_Space)
        screen.context.lane.drain(5)
        states.append(on_data(screen, desk.note.notes)[0].state)
    assert states == ["sedang", "selesai", "belum"]
    with qtbot.waitSignal(screen.said):
        qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
        screen.context.lane.drain(5)
    assert notes(screen, desk) == []
    on_data(screen, desk.undo)
    assert notes(screen, desk) == [("tindak_lanjut", "kirim")]


def test_a_note_is_changed_in_place_as_it_was_typed(screen, desk, qtbot):
    qtbot.keyClicks(screen.line, "! lama")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    screen.table.choose(0)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    editor = screen.table.findChild(object, "note-cell")
    assert editor.text() == "! lama"
    editor.setText("? baru")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(screen) == ["baru"])
    assert notes(screen, desk) == [("pertanyaan", "baru")]


def test_a_note_that_is_being_changed_is_left_alone_by_notes_that_come_meanwhile(screen, desk, qtbot):
    qtbot.keyClicks(screen.line, "! lama")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    screen.table.choose(0)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    editor = screen.table.findChild(object, "note-cell")
    editor.selectAll()
    qtbot.keyClicks(editor, "? bar")
    qtbot.keyClicks(screen.line, "lain")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shown(screen)) == 2)
    assert screen.table.findChild(object, "note-cell") is editor
    qtbot.keyClicks(editor, "u")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "baru" in shown(screen))
    assert ("pertanyaan", "baru") in notes(screen, desk)


def test_kind_words_and_scope_narrow_the_list(screen, qtbot):
    for line in ("satu", "! dua", "@Dinkes tiga"):
        qtbot.keyClicks(screen.line, line)
        qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    screen.kind.setCurrentIndex(screen.kind.findData("keputusan"))
    screen.kind.activated.emit(1)
    assert shown(screen) == ["dua"]
    screen.kind.setCurrentIndex(0)
    screen.search.setText("dinkes")
    qtbot.waitUntil(lambda: shown(screen) == ["tiga"])
    screen.search.clear()
    qtbot.waitUntil(lambda: len(shown(screen)) == 3)
    screen.show_stage(2)
    assert shown(screen) == []


def test_a_note_of_another_stage_stays_chosen_and_all_stages_stay_shown(screen, qtbot):
    qtbot.keyClicks(screen.line, "satu")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    qtbot.waitUntil(lambda: shown(screen) == ["satu"])
    row = screen.model.row(0).id
    screen.show_stage(2)
    assert shown(screen) == []
    screen.open_row(row)
    screen.arrive()
    screen.context.lane.drain(5)
    qtbot.waitUntil(lambda: shown(screen) == ["satu"])
    assert screen.model.row(screen.table.currentIndex().row()).id == row
    screen.arrive()
    screen.context.lane.drain(5)
    qtbot.wait(0)
    assert shown(screen) == ["satu"]


def test_typing_never_waits_for_the_disk(screen, desk, qtbot):
    release = threading.Event()
    screen.context.lane.hold(release)
    for place in range(20):
        qtbot.keyClicks(screen.line, f"baris {place:02d}")
        assert screen.line.text() == f"baris {place:02d}"
        qtbot.keyClick(screen.line, Qt.Key.Key_Return)
        assert screen.line.text() == ""
    release.set()
    assert screen.context.lane.drain(10)
    assert [text for _, text in notes(screen, desk)] == [f"baris {place:02d}" for place in range(20)]
    assert on_data(screen, lambda: desk._workspace.db.utils["op"].count_where("ent = 'note'")) == 20


def test_a_reader_hears_the_head_of_each_cell(screen, qtbot):
    qtbot.keyClicks(screen.line, "! satu")
    qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    spoken = [
        screen.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in (columns.KIND, columns.TEXT, columns.WHO)
    ]
    assert spoken == ["Jenis: Keputusan", "Catatan: satu", "Siapa: kosong"]


def test_pills_begin_where_plain_words_begin(screen, qtbot):
    for line in ("Biasa", "! Putusan"):
        qtbot.keyClicks(screen.line, line)
        screen.next_line()
    assert screen.context.lane.drain(10)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 2)
    qtbot.wait(20)
    table = screen.table
    table.clearSelection()
    image = table.viewport().grab().toImage()
    begins = []
    for row in range(2):
        box = table.visualRect(screen.model.index(row, columns.KIND))
        ground = image.pixelColor(box.left() + 1, box.center().y())
        begins.append(
            next(
                x - box.left()
                for x in range(box.left() + 1, box.right())
                if any(image.pixelColor(x, y) != ground for y in range(box.top() + 4, box.bottom() - 4))
            )
        )
    assert abs(begins[0] - begins[1]) <= 2


def test_tab_leaves_the_table_for_the_line_of_the_next_note(screen, qtbot):
    for words in ("Satu", "Dua"):
        qtbot.keyClicks(screen.line, words)
        qtbot.keyClick(screen.line, Qt.Key.Key_Return)
    screen.context.lane.drain(5)
    screen.table.setFocus()
    screen.table.choose(0)
    qtbot.keyClick(screen.table, Qt.Key.Key_Tab)
    assert screen.line.hasFocus()
