"""Screen Dokumen: files read and adopted whole or not at all, plans as trees, points of the RPJMD."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from smartcity_desktop.domain.opd import OpdRow
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, document_screen, draft, on_data, settle
from ui import theme
from ui.models.plan_tree import BASELINE, CODE_ROLE, NAME, SOURCE, rounded
from ui.screens.document.reading import ReadingPart
from ui.widgets.document_frame import NO_OPD, NOTHING, PLAN, POINTS, READING, RENSTRA
from ui.widgets.plan_tree import in_two_lines
from ui.widgets.reading_paste import PasteTableDialog

SUMEDANG = "01_sumedang_diskominfosanditik_renstra_2021-2023.xlsx"
PASANGKAYU = "10_pasangkayu_dpupr_renstra_5tahun.xlsx"
PASTED = "Kode\tProgram\tTarget 2025\tRp 2025\n2.16.02\tProgram Informasi\t80\t1.500.000.000\n"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def empty(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def screen(empty, desk):
    on_data(empty.context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    empty.arrive()
    settle(empty)
    return empty


def look_at(screen, read=None):
    """Show a hand-made reading as if a file had been read."""
    screen.files._got(read or draft())
    settle(screen)


def adopt(screen, read=None):
    look_at(screen, read)
    screen.reading.use.click()
    settle(screen)


def plan(screen, desk, name=OPDS[1]):
    return on_data(screen.context.lane, lambda: desk.renstra.plan(desk.opd.find(name).id))


def states(screen):
    shelf = screen.shelf
    items = [shelf.item(row).data(Qt.ItemDataRole.UserRole) for row in range(shelf.count())]
    return {item.name: item.state for item in items}


def choose(screen, name):
    screen.shelf.choose(next(item.id for item in screen._shown.opds if item.name == name))
    settle(screen)


def test_without_agencies_the_way_to_them_is_shown(empty, heard):
    assert empty.frame.right.currentIndex() == NO_OPD
    empty.go.connect(lambda key, row: heard.items.append((key, row)))
    empty.frame.no_opd.buttons[0].click()
    assert heard.items == [("opd", "")]


def test_each_agency_stands_with_the_state_of_its_renstra(screen):
    assert states(screen) == dict(zip(OPDS, ("belum", "belum", "tidak wajib"), strict=True))
    adopt(screen)
    assert states(screen)[OPDS[1]] == "2025–2026 · 1 program · 1 temuan"


def test_everything_that_takes_the_tab_key_can_be_named(screen):
    assert nameless(screen) == []
    adopt(screen)
    assert nameless(screen) == []
    screen.frame.show_page(POINTS)
    assert nameless(screen) == []


def test_nothing_is_stored_before_the_reading_is_used(screen, desk):
    look_at(screen)
    assert screen.frame.pages.currentIndex() == READING
    screen.reading.doubts.rows()[0].buttons[0].click()
    screen.reading.cancel.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA
    assert plan(screen, desk) is None


def test_a_used_reading_is_stored_whole_in_one_act(screen, desk):
    adopt(screen)
    assert [line.code for line in plan(screen, desk).lines] == ["2.16.02", "", "2.16.01"]
    assert "Hasil baca dipakai: 3 baris" in screen.notes[-1]
    assert screen.frame.right.currentIndex() == PLAN
    on_data(screen.context.lane, desk.undo)
    assert plan(screen, desk) is None


def test_the_sentence_after_adopting_names_the_doubts_that_were_left_open(screen):
    look_at(screen)
    open_doubts = len(screen.reading.draft.problems)
    assert open_doubts
    screen.reading.use.click()
    settle(screen)
    assert f"{open_doubts} hal yang perlu dilihat belum dijawab." in screen.notes[-1]


def test_an_agency_named_in_the_file_is_added_with_its_renstra(empty, desk):
    adopt(empty)
    assert states(empty) == {OPDS[1]: "2025–2026 · 1 program · 1 temuan"}
    assert len(plan(empty, desk).lines) == 3
    on_data(empty.context.lane, desk.undo)
    assert on_data(empty.context.lane, desk.opd.opds) == []


def test_reading_again_names_the_lines_that_are_gone_those_with_analysis_first(screen, desk):
    adopt(screen)
    sheet = on_data(screen.context.lane, lambda: desk.worksheet.find("L5"))
    opd = on_data(screen.context.lane, lambda: desk.opd.find(OPDS[1])).id
    row = plan(screen, desk).lines[0].id
    cells = [(row, "relevant", "ya")]
    on_data(screen.context.lane, lambda: desk.worksheet.set_cells(sheet.id, opd, cells))
    other = replace(draft().lines[0], code="2.20.02", name="Program Statistik Sektoral", indicators=())
    adopt(screen, draft(lines=(other,), problems=()))
    words = [label.text() for label in screen.frame.lost._shown]
    assert screen.frame.lost.isVisible()
    assert words[0] == "2.16.02 Program Informasi <b>Publik — sudah dianalisis"
    assert len(words) == 3
    screen.changed(on_data(screen.context.lane, desk.undo))
    settle(screen)
    assert screen.frame.lost.isHidden(), "what stands again is not named as gone"


def test_the_plan_is_a_tree_with_source_and_years(screen):
    adopt(screen)
    model = screen.frame.plan.model
    first = model.index(0, 0)
    assert (first.data(CODE_ROLE), first.data()) == ("2.16.02", "Program Informasi <b>Publik")
    assert model.index(0, SOURCE).data() == "baris 2"
    assert model.index(0, BASELINE + 1).data() == "1.000"
    spi = model.index(0, NAME, first)
    assert spi.data() == "Indeks (indeks)"
    assert model.index(0, BASELINE, first).data() == "2,1"
    assert model.index(0, BASELINE + 2, first).data() == "90"
    assert model.index(1, NAME, first).data() == "Pengelolaan Informasi"
    assert "&lt;b&gt;" in first.data(Qt.ItemDataRole.ToolTipRole)


def test_the_tree_is_a_sound_model(screen, qtmodeltester):
    adopt(screen)
    qtmodeltester.check(screen.frame.plan.model)


def test_indicators_can_be_hidden(screen):
    adopt(screen)
    model = screen.frame.plan.model
    screen.frame.plan.with_indicators.click()
    assert model.rowCount(model.index(0, 0)) == 1


def test_support_programs_are_folded_and_count_only_when_switched_on(screen):
    adopt(screen)
    panel = screen.frame.plan
    support = panel.model.index(1, 0)
    assert support.data(CODE_ROLE) == "2.16.01 · penunjang, tidak dihitung"
    assert not panel.tree.isExpanded(support)
    assert "1 program" in panel.sentence.text()
    panel.support.click()
    settle(screen)
    assert "2 program" in panel.sentence.text()
    assert panel.support.isChecked()
    assert states(screen)[OPDS[1]].endswith("2 program · 2 temuan")


def go_to(panel, words):
    """Choose the finding that says this, its kind opened where it is folded."""
    item = next(item for item in panel.model.plan.findings if words in item.finding.message)
    panel.findings.table.choose(str(item.number))
    assert panel.findings.item == item


def test_a_finding_leads_to_its_line(screen):
    adopt(screen)
    panel = screen.frame.plan
    panel.tree.collapseAll()
    go_to(panel, "turun dari 10 ke 5")
    QTest.keyClick(panel.findings.table, Qt.Key.Key_Return)
    assert panel.tree.currentIndex().data() == "Dokumen (dokumen)"
    assert panel.tree.isExpanded(panel.tree.currentIndex().parent())


def test_whether_smaller_is_better_is_asked_once_and_kept(screen, desk):
    adopt(screen)
    panel = screen.frame.plan
    go_to(panel, "turun dari 10 ke 5")
    QTest.keyClick(panel.findings.table, Qt.Key.Key_Y)
    settle(screen)
    stored = plan(screen, desk)
    assert next(iter(stored.indicators[stored.lines[1].id])).direction == "turun"
    assert not any("turun dari 10" in item.finding.message for item in panel.model.plan.findings)
    adopt(screen)
    assert not any("turun dari 10" in item.finding.message for item in panel.model.plan.findings)


def test_name_and_pagu_of_a_line_are_changed_in_place(screen, desk):
    adopt(screen)
    panel = screen.frame.plan
    program = panel.model.index(0, 0)
    assert panel.model.setData(program.siblingAtColumn(BASELINE + 1), "2.500.000")
    assert panel.model.setData(program, "Program Informasi Publik")
    told = []
    screen.warned.connect(told.append)
    assert not panel.model.setData(program.siblingAtColumn(BASELINE + 1), "dua juta")
    assert not panel.model.setData(program, "  ")
    assert told == [
        'Pagu 2025: "dua juta" bukan jumlah rupiah utuh. Angka semula tetap.',
        "Nama tidak boleh kosong. Nama semula tetap.",
    ]
    settle(screen)
    line = plan(screen, desk).lines[0]
    assert (line.name, line.pagu["2025"]) == ("Program Informasi Publik", 2_500_000)
    on_data(screen.context.lane, desk.undo)
    assert plan(screen, desk).lines[0].name == "Program Informasi <b>Publik"


def test_f2_edits_the_chosen_cell_of_the_tree(screen, desk):
    adopt(screen)
    tree = screen.frame.plan.tree
    tree.setCurrentIndex(screen.frame.plan.model.index(0, BASELINE + 2))
    QTest.keyClick(tree, Qt.Key.Key_F2)
    line = tree.viewport().findChild(QLineEdit, "plan-cell")
    assert line.text() == "2.000"
    line.setText("")
    QTest.keyClick(line, ENTER)
    settle(screen)
    assert plan(screen, desk).lines[0].pagu == {"2025": 1_000}


def test_what_is_read_again_waits_for_a_cell_that_is_being_typed_into(screen, desk):
    adopt(screen)
    panel = screen.frame.plan
    panel.tree.setCurrentIndex(panel.model.index(0, NAME))
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    line = panel.tree.viewport().findChild(QLineEdit, "plan-cell")
    line.setText("Baru")
    row = plan(screen, desk).lines[2].id
    on_data(screen.context.lane, lambda: desk.renstra.update_line(row, "name", "Penunjang lain"))
    screen.changed(None)
    settle(screen)
    assert line.isVisible()
    QTest.keyClick(line, ENTER)
    settle(screen)
    assert [item.name for item in plan(screen, desk).lines if item.level == "program"] == [
        "Baru",
        "Penunjang lain",
    ]
    screen.arrive()
    settle(screen)
    assert panel.model.index(1, NAME).data() == "Penunjang lain"


def test_a_renstra_is_deleted_without_a_question_and_comes_back(screen, desk):
    adopt(screen)
    screen.frame.plan.remove.click()
    settle(screen)
    assert screen.frame.right.currentIndex() == NOTHING
    on_data(screen.context.lane, desk.undo)
    assert len(plan(screen, desk).lines) == 3


def test_a_line_named_by_the_search_is_shown(screen, desk):
    adopt(screen)
    choose(screen, OPDS[0])
    row = plan(screen, desk).lines[1].id
    screen.open_row(row)
    settle(screen)
    assert screen.frame.plan.tree.currentIndex().data() == "Pengelolaan Informasi"


def test_an_agency_named_by_another_screen_is_shown(screen):
    wanted = screen._shown.opds[2]
    screen.open_row(wanted.id)
    settle(screen)
    assert screen.shelf.opd == wanted.id
    assert "tidak wajib punya Renstra" in screen.frame.nothing.title.text()


def test_what_others_changed_is_read_again(screen, desk):
    on_data(screen.context.lane, lambda: desk.opd.add([OpdRow("Dinas Sosial")]))
    screen.changed(None)
    settle(screen)
    assert "Dinas Sosial" in states(screen)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("renstra.xlsx", b"%PDF-1.7 x", "rusak dan tidak bisa dibaca"),
        ("kosong.xlsx", b"", "kosong"),
        ("rusak.xlsx", b"PK\x03\x04 rusak", "rusak"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_place_with_other_ways(screen, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    screen.files.read_files([path])
    settle(screen)
    assert said in screen.frame.fault.text.text()
    assert screen.frame.fault.isVisible()
    assert screen.frame.pages.currentIndex() == RENSTRA
    screen.frame.fault.table.click()
    assert screen.findChild(PasteTableDialog).isVisible()


def test_files_are_chosen_in_a_dialog_and_read_one_after_the_other(screen, tmp_path, monkeypatch):
    paths = [tmp_path / "satu.csv", tmp_path / "dua.csv"]
    for place, path in enumerate(paths, start=2):
        text = PASTED.replace("2.16.02", f"2.16.0{place}").replace("\t", ";")
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(ReadingPart, "ask_files", lambda *_: paths)
    screen.frame.open_button.click()
    settle(screen)
    assert screen.frame.file_name.text() == "satu.csv"
    assert screen.context.settings.value.last_folder == str(tmp_path)
    screen.reading.cancel.click()
    settle(screen)
    assert screen.frame.file_name.text() == "dua.csv"
    screen.reading.cancel.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA


def test_no_file_chosen_means_nothing_happens(screen, monkeypatch):
    monkeypatch.setattr(ReadingPart, "ask_files", lambda *_: [])
    screen.frame.open_button.click()
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA


def test_a_dropped_file_is_read(screen, tmp_path):
    path = tmp_path / "seret.csv"
    path.write_text(PASTED.replace("\t", ";"), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    screen.frame.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), *keys))
    assert screen.frame.drop.isVisible()
    screen.frame.dropEvent(QDropEvent(QPointF(50, 50), *keys))
    settle(screen)
    assert not screen.frame.drop.isVisible()
    assert screen.frame.file_name.text() == "seret.csv"


def test_a_pasted_table_is_read_and_adopted(screen, desk):
    choose(screen, OPDS[1])
    QApplication.clipboard().setText(PASTED)
    screen.open_paste()
    dialog = screen.findChild(PasteTableDialog)
    assert dialog.text.toPlainText() == PASTED
    dialog.read.click()
    settle(screen)
    screen.reading.use.click()
    settle(screen)
    assert [line.code for line in plan(screen, desk).lines] == ["2.16.02"]


def test_slow_reading_shows_what_it_does_and_can_be_cancelled(screen, tmp_path, monkeypatch, qtbot):
    begun, stopped = threading.Event(), threading.Event()

    def slow(_path, _sheet, cancelled):
        begun.set()
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()
        return draft()

    monkeypatch.setattr(screen.flow, "_read", slow)
    screen.files.read_files([tmp_path / "lama.xlsx"])
    qtbot.waitUntil(screen.frame.progress.isVisible)
    assert begun.is_set()
    assert "lama.xlsx" in screen.frame.progress.words.text()
    screen.frame.progress.stop.click()
    settle(screen)
    assert stopped.is_set()
    assert screen.frame.pages.currentIndex() == RENSTRA
    assert not screen.frame.progress.isVisible()
    assert "Tidak ada yang disimpan" in screen.notes[-1]


def test_an_agency_deleted_meanwhile_leaves_the_reading_as_it_is(screen, desk):
    look_at(screen)
    on_data(screen.context.lane, lambda: desk.opd.remove(desk.opd.find(OPDS[1]).id))
    screen.reading.use.click()
    settle(screen)
    assert "sudah dihapus" in screen.frame.fault.text.text()
    assert screen.frame.pages.currentIndex() == READING
    assert screen.reading.isEnabled()


def test_sumedang_reads_adopts_and_counts_right(screen, desk, renstra_folder):
    screen.files.read_files([renstra_folder / SUMEDANG])
    settle(screen)
    said = screen.reading.sentence.text()
    assert said.endswith("2021–2023: 4 program, 6 kegiatan, Rp8,39 miliar (2021). 3 hal perlu dilihat.")
    assert screen.reading.target == screen._shown.opds[1].id
    for _doubt in range(2):
        QTest.keyClick(screen.reading.doubts.rows()[0], ENTER)
    screen.reading.use.click()
    settle(screen)
    stored = plan(screen, desk)
    programs = [line for line in stored.lines if line.level == "program"]
    assert [line.code for line in programs] == ["2.16.02", "2.16.03", "2.21.02", "2.20.02"]
    assert sum(line.pagu["2021"] for line in programs) == 8_386_282_200
    assert stored.document.years == ("2021", "2022", "2023")


def test_pasangkayu_asks_for_its_years_and_reports_its_real_faults(screen, desk, renstra_folder):
    on_data(screen.context.lane, lambda: desk.opd.add([OpdRow("Dinas Pekerjaan Umum dan Penataan Ruang")]))
    screen.arrive()
    settle(screen)
    screen.files.read_files([renstra_folder / PASANGKAYU])
    settle(screen)
    assert screen._shown.opds[-1].id == screen.reading.target
    screen.reading.use.click()
    row = next(row for row in screen.reading.doubts.rows() if row.value.isVisible())
    QTest.keyClicks(row.value, "2021")
    QTest.keyClick(row.value, ENTER)
    screen.reading.use.click()
    settle(screen)
    panel = screen.frame.plan
    panel.support.click()
    settle(screen)
    assert "10 program, 22 kegiatan, 60 subkegiatan" in panel.sentence.text()
    words = " ".join(item.finding.message for item in panel.model.plan.findings)
    for amount in ("Rp175.915.891.891", "Rp190.245.559.804", "Rp201.393.883.804"):
        assert amount in words
    assert "belum punya pagu" in words


def test_a_year_under_which_money_stands_says_so(screen):
    adopt(screen)
    tree = screen.frame.plan.tree
    assert tree.header() is tree.years
    assert [tree.years.words(column) for column in (0, 3, 4)] == ["Uraian", "2025 (Rp)", "2026 (Rp)"]


def test_a_long_name_ends_in_an_ellipsis_after_two_lines(dressed):
    assert dressed
    font = theme.font("small")
    words = "Program Pengelolaan Informasi dan Komunikasi Publik Pemerintah Daerah Kabupaten dan Kota " * 3
    shown = in_two_lines(words, font, 260)
    first, second = shown.split("\n")
    assert words.startswith(first)
    assert second.endswith("…")
    assert QFontMetrics(font).horizontalAdvance(second) <= 260
    assert in_two_lines("Program Aptika", font, 260) == "Program Aptika"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("47297,9478318667", "47297,95"),
        ("1.047.297,9478", "1047297,95"),
        ("47297.9478318667", "47297.95"),
        ("47.297", "47.297"),
        ("98,75", "98,75"),
        ("75,125 - 80,5", "75,125 - 80,5"),
        ("A", "A"),
    ],
)
def test_figures_of_many_decimals_are_shown_with_two(stored, shown):
    assert rounded(stored) == shown
