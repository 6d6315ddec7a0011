"""The points of an RPJMD that a file gave: looked at one by one, mended by keys, taken in one act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.renstra_draft import IndicatorDraft, LineDraft, PointDraft, Problem
from tests.ui.frame import nameless
from tests.ui.planning import document_screen, draft, on_data, settle
from ui.models.frame_preview import ALL, DOUBTFUL, LOST
from ui.widgets.document_frame import AGENCIES, POINTS, PREVIEW, RENSTRA

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
STOOD = (
    "Misi 1 Melayani semua warga\nTujuan 1.1 Layanan bermutu\nMisi 2 Menata ruang kota\nMisi 3 Ekonomi maju"
)
POINTS_READ = (
    PointDraft("misi", "Melayani semua warga kota", "1"),
    PointDraft(
        "tujuan", "Layanan bermutu", "1.1", 0, (IndicatorDraft("Indeks", "poin", "2", "2024", {"2026": "3"}),)
    ),
    PointDraft("sasaran", "Layanan cepat", parent=1, opd=("Dinas Sihir",)),
    PointDraft("misi", "Kota hijau dan teratur"),
)


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    on_data(context.lane, lambda: desk.document.take(desk.document.read_pasted(STOOD).points))
    made.frame.show_page(POINTS)
    return made


@pytest.fixture
def page(screen):
    return screen.frame.preview


def look_at(screen, **changes):
    screen.files.for_frame = True
    given = {"lines": (), "problems": (), "points": POINTS_READ, "source_name": "rpjmd.docx"}
    screen.files._got(draft(document_kind="rpjmd", **{**given, **changes}))
    settle(screen)


def press(page, key, text):
    """Press a key on the point of this text."""
    page.tree.setFocus()
    shown = page._change.outlined
    page.tree.choose(next(item.point.id for item in shown if item.point.text == text))
    QTest.keyClick(page.tree, key)


def texts(screen, desk, kind=""):
    return [item.text for item in on_data(screen.context.lane, lambda: desk.document.points(kind))]


def test_every_point_stands_in_the_tree_with_what_becomes_of_it(screen, page):
    look_at(screen)
    assert screen.frame.pages.currentIndex() == PREVIEW
    assert page.sentence.text() == "RPJMD ini memuat 2 misi, 1 tujuan, 1 sasaran, 1 indikator."
    assert page.note.text().startswith("2 baru, 2 berubah, 2 tidak ada lagi di berkas. Butir yang tidak ada")
    assert [button.text() for button in page.parts.buttons] == [
        "Semua (6)",
        "Baru (2)",
        "Berubah (2)",
        "Tidak ada lagi (2)",
        "Perlu dilihat (2)",
    ]
    assert page.point.head.text() == "Misi 1 · berubah, perlu dilihat"
    lines = page.point.changes.lines.lines
    assert [item.cells for item in lines] == [("Teks", "Melayani semua warga", "Melayani semua warga kota")]
    assert page.hint.text() == "2 hal belum dilihat."
    assert nameless(screen) == []
    assert screen.unfinished() == "Hasil baca rpjmd.docx belum dipakai."


def test_points_are_narrowed_to_what_is_wanted_with_those_above(screen, page):
    look_at(screen)
    page.parts.buttons[LOST].click()
    assert (page.tree.topLevelItemCount(), page.point.remove.isVisibleTo(page)) == (2, True)
    page.parts.buttons[DOUBTFUL].click()
    assert page.tree.topLevelItemCount() == 1
    QTest.keyClick(page.tree, Qt.Key.Key_B)
    settle(screen)
    assert page.point.text.toPlainText() == "Layanan cepat"
    assert page.point.doubts.text() == '"Dinas Sihir" tidak ada di daftar OPD, jadi tidak ditautkan.'
    page.point.agree.click()
    assert (page.hint.text(), page.parts.buttons[DOUBTFUL].text()) == ("", "Perlu dilihat (0)")
    settle(screen)
    assert page.parts.buttons[ALL].isChecked(), "the last doubt leaves no empty page"
    assert page.point.text.toPlainText() == "Layanan cepat"


def test_a_point_is_mended_left_out_kept_apart_tied_and_everything_taken_back(screen, page):
    look_at(screen)
    press(page, ENTER, "Layanan cepat")
    assert page.point.text.hasFocus()
    QTest.keyClicks(page.point.text, "Layanan mudah")
    page.point.flush()
    settle(screen)
    press(page, Qt.Key.Key_L, "Layanan mudah")
    press(page, Qt.Key.Key_N, "Melayani semua warga kota")
    settle(screen)
    assert page.note.text().startswith("3 baru, 1 berubah, 3 tidak ada lagi")
    press(page, Qt.Key.Key_P, "Kota hijau dan teratur")
    same = page.point.same
    assert [same.itemText(at) for at in range(same.count())][1:] == [
        "Melayani semua warga",
        "Menata ruang kota",
        "Ekonomi maju",
    ]
    same.setCurrentIndex(2)
    same.activated.emit(2)
    settle(screen)
    assert page.point.head.text() == "Misi 2 · berubah"
    assert page.use.text() == "Pakai (3 butir)"
    for _step in range(4):
        QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    settle(screen)
    assert (page.undo.isHidden(), page.use.text()) == (True, "Pakai (4 butir)")


def test_words_that_are_typed_stay_when_another_point_is_gone_to_at_once(screen, page):
    look_at(screen)
    press(page, ENTER, "Layanan cepat")
    QTest.keyClicks(page.point.text, "Layanan mudah")
    press(page, Qt.Key.Key_Down, "Kota hijau dan teratur")
    page.point.flush()
    assert [item.text for item in page.reading.points if item.kind == "sasaran"] == ["Layanan mudah"]
    settle(screen)
    press(page, ENTER, "Layanan mudah")
    QTest.keyClicks(page.point.text, "Layanan ramah")
    page.point.kind.setFocus()
    page.point.flush()
    assert page.reading.points[2].text == "Layanan ramah"


def test_kind_and_home_of_a_point_are_chosen(screen, page):
    look_at(screen)
    press(page, Qt.Key.Key_P, "Layanan cepat")
    kind, home = page.point.kind, page.point.home
    assert home.currentText() == "Tujuan 1.1: Layanan bermutu"
    home.setCurrentIndex(home.findData(3))
    home.activated.emit(home.currentIndex())
    settle(screen)
    assert page.reading.points[2].parent == 3
    kind.setCurrentIndex(kind.findData("misi"))
    kind.activated.emit(kind.currentIndex())
    assert (page.reading.points[2].kind, page.reading.points[2].parent) == ("misi", None)


def test_what_was_decided_is_stored_in_one_act_and_what_is_gone_stays_unless_ticked(screen, desk, page):
    look_at(screen)
    press(page, Qt.Key.Key_Delete, "Ekonomi maju")
    press(page, Qt.Key.Key_Delete, "Layanan cepat")
    assert page.point.leave.text() == "Pakai butir ini"
    QTest.keyClick(page, ENTER, CONTROL)
    settle(screen)
    assert screen.frame.pages.currentIndex() == POINTS
    assert (
        screen.notes[-1] == "RPJMD / RPD dipakai: 1 butir baru, 2 diperbarui, 1 dihapus. Ctrl+Z mengurungkan."
    )
    assert sorted(texts(screen, desk, "misi")) == [
        "Kota hijau dan teratur",
        "Melayani semua warga kota",
        "Menata ruang kota",
    ]
    assert texts(screen, desk, "sasaran") == []
    documents = on_data(screen.context.lane, lambda: desk.register.register().regional)
    assert [item.kind for item in documents if not item.missing] == ["rpjmd"]
    on_data(screen.context.lane, desk.undo)
    assert texts(screen, desk, "misi") == ["Melayani semua warga", "Menata ruang kota", "Ekonomi maju"]


def test_all_that_is_gone_and_not_used_goes_at_one_tick(screen, page):
    look_at(screen)
    assert page.drop.text() == "Hapus 2 butir yang tidak ada lagi dan tidak dipakai"
    page.drop.setChecked(True)
    assert len(page.reading.said.gone) == 2
    page.drop.setChecked(False)
    assert page.reading.said.gone == frozenset()


def test_doubts_of_the_file_are_answered_and_the_points_follow(screen, page):
    lines = (LineDraft("misi"), LineDraft("sasaran", name="Layanan cepat", pagu={"2026": 5}))
    problems = (
        Problem("Renstra", "C3", "pagu-unreadable", "Pagu?", 1, field="pagu@2026"),
        Problem("Renstra", "C4", "pagu-unreadable", "Pagu?", 1, field="pagu@2027"),
        Problem("Renstra", "A1", "multiplier", "Rupiah?", suggestion="1000", field="multiplier"),
    )
    look_at(screen, lines=lines, problems=problems)
    assert page.doubts.rows()[0].hasFocus()
    page.doubts.visited.emit(problems[0].key)
    assert page.point.text.toPlainText() == "Layanan cepat"
    page._answered(problems[0].key, "mend", "abc")
    page._answered(problems[0].key, "mend", "7")
    settle(screen)
    assert page.reading.points[2].pagu == {"2026": 2}
    page._all_answered("pagu-unreadable", "leave_out")
    page._answered(problems[2].key, "accept", "")
    assert (page.reading.asked, page.tree.hasFocus()) == ((), True)


def test_programs_of_several_agencies_in_the_same_file_are_a_step_away_and_back(screen, page):
    lines = tuple(LineDraft("program", "1.0", name, opd=name) for name in ("Dinas A", "Dinas B"))
    look_at(screen, lines=lines)
    page.agencies.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == AGENCIES
    press(page, Qt.Key.Key_L, "Layanan cepat")
    agencies = screen.frame.agencies
    agencies.add.click()
    agencies.points.click()
    assert (screen.frame.pages.currentIndex(), page.use.text()) == (PREVIEW, "Pakai (3 butir)")
    page.agencies.click()
    assert agencies.use.text() == "Pakai untuk 2 OPD"
    agencies.points.click()
    page.use.click()
    settle(screen)
    assert "Programnya per OPD belum dipakai" in screen.notes[-1]
    assert screen.frame.pages.currentIndex() == POINTS


def test_a_file_of_points_alone_is_looked_at_from_the_renstra_too(screen):
    screen.frame.show_page(RENSTRA)
    screen.files.for_frame = False
    screen.files._got(draft(lines=(), problems=(), points=POINTS_READ[:1], document_kind="rpd"))
    settle(screen)
    assert screen.frame.preview.sentence.text() == "RPD ini memuat 1 misi."
