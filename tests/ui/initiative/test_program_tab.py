"""Programs smart city gone through, completed, changed many at once, and begun."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.paper_initiative import LIST, OWED, SHEET
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from tests.services.test_shared_program import read
from tests.ui.analysis.hand import agency
from tests.ui.initiative.hand import begin, item, names
from tests.ui.masterplan import settle
from ui.models.initiative_list import BY_OPD, COST, DONE, NUDGED, RETIRED
from ui.models.typed_values import Typed
from ui.tabs import EMPTY_PAGE
from ui.widgets.initiative_form import InitiativeForm
from ui.widgets.writing import WHY

FLAGS = QItemSelectionModel.SelectionFlag


def choose(tab, *rows):
    """Choose several programs, as Ctrl and clicks do."""
    tab.table.clearSelection()
    for row in rows:
        index = tab.model.index(tab.model.place_of(row), 0)
        tab.table.selectionModel().select(index, FLAGS.Select | FLAGS.Rows)
    settle(tab.host)


def field(tab, name):
    page = next(form for form in tab.side.form.forms.values() if name in form.fields)
    return page.fields[name]


def test_letters_typed_in_the_list_look_for_a_program_and_filters_leave_out_the_rest(hall, show):
    begin(hall)
    tab = show(hall).tab
    assert names(tab) == ["Satu Data", "Aduan Warga", "Bank Sampah"]
    QTest.keyClicks(tab.table, "s")
    QTest.keyClicks(tab.filter.words, "ampah")
    assert tab.filter.words.text() == "sampah"
    assert names(tab) == ["Bank Sampah"]
    QTest.keyClick(tab.filter.words, Qt.Key.Key_Escape)
    tab.filter.ask("fund", "apbd")
    assert names(tab) == ["Satu Data"]
    assert tab.told.text() == "1 dari 3 program · 0 lengkap · biaya belum ada"
    tab.filter.clear()
    tab.filter.ask("state", NUDGED)
    assert names(tab) == ["Aduan Warga"]
    tab.filter.clear()
    assert [tab.model.head(at).words for at in tab.model.heads()] == [
        "GOV Smart Governance",
        "ENV Smart Environment",
    ]
    tab.filter.gather(BY_OPD)
    assert [tab.model.head(at).words for at in tab.model.heads()] == ["OPD penanggung jawab belum dipilih"]
    cells = [tab.model.words(one, column) for one in tab.model.rows() for column in (COST, DONE)]
    assert cells[-2:] == ["mulai Rp200 juta", "3/8"]


def test_what_is_missing_is_a_way_to_its_field_and_what_is_typed_there_is_kept(hall, show):
    row = begin(hall)[0]
    screen = show(hall, row)
    tab = screen.tab
    side = tab.side
    assert not side.gap_buttons["baseline"].isHidden()
    assert side.gap_buttons["fund"].isHidden()
    side.gap_buttons["baseline"].click()
    line = field(tab, "baseline")
    assert line.hasFocus()
    QTest.keyClicks(line, "41")
    settle(screen)
    assert item(hall, row).baseline == "41"
    QTest.keyClicks(field(tab, "indicator"), "Data terbit tepat jadwal")
    settle(screen)
    assert side.gap_buttons["baseline"].isHidden()
    assert item(hall, row).done == 5


def test_an_amount_that_is_none_is_said_and_stays_with_its_program_until_it_is_mended(hall, show):
    row, other, _ = begin(hall)
    screen = show(hall, row)
    tab = screen.tab
    line = field(tab, "cost@1")
    tab.side.go_to("cost@1")
    QTest.keyClicks(line, "banyak")
    assert not tab.side.wrong.isHidden()
    tab.table.stand(other)
    settle(screen)
    assert line.text() == ""
    assert tab.side.wrong.isHidden()
    tab.table.stand(row)
    settle(screen)
    assert line.text() == "banyak"
    assert tab.unfinished() == "Isian yang belum terbaca dan belum tersimpan: Satu Data."
    line.selectAll()
    tab.side.go_to("cost@1")
    QTest.keyClicks(line, "1,25 miliar")
    settle(screen)
    assert item(hall, row).cost == {"1": 1_250_000_000}
    assert tab.unfinished() == ""
    assert tab.years.text() == "Per tahun: 2025: Rp1,25 miliar · Tanpa tahun: mulai Rp200 juta"


def test_a_name_is_never_emptied(hall, show):
    row = begin(hall)[0]
    screen = show(hall, row)
    text = field(screen.tab, "name")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert "tidak dikosongkan" in screen.tab.side.wrong.text()
    settle(screen)
    assert item(hall, row).name == "Satu Data"


def test_the_button_that_takes_filters_away_says_so_and_stands_still_without_any(hall, show):
    begin(hall)
    tab = show(hall).tab
    assert tab.filter.all.text() == "Hapus saringan"
    assert not tab.filter.all.isEnabled()
    assert tab.print.text() == "Cetak daftar"
    tab.filter.ask("fund", "apbd")
    assert tab.filter.all.isEnabled()
    assert tab.print.text() == "Cetak semua", "the list is printed whole"
    tab.filter.all.click()
    assert names(tab) == ["Satu Data", "Aduan Warga", "Bank Sampah"]
    tab.filter.gather(BY_OPD)
    assert not tab.filter.all.isEnabled()


def test_what_was_touched_for_many_stays_while_others_are_chosen_besides(hall, show):
    one, other, third = begin(hall)
    screen = show(hall, one)
    tab = screen.tab
    panel = tab.side.bulk
    choose(tab, one, other)
    panel.form.edited.emit("year_start", "2027")
    index = tab.model.index(tab.model.place_of(third), 0)
    tab.table.selectionModel().select(index, FLAGS.Select | FLAGS.Rows)
    settle(screen)
    assert panel.title.text() == "Ubah 3 program sekaligus"
    assert panel.values == {"year_start": "2027"}
    panel.apply()
    settle(screen)
    assert {item(hall, row).year_start for row in (one, other, third)} == {2027}
    choose(tab, one, other)
    panel.form.edited.emit("year_start", "2028")
    tab.table.stand(third)
    settle(screen)
    choose(tab, one, other)
    assert panel.values == {}, "they were left in between"


def test_a_card_before_its_first_program_takes_what_is_typed_without_a_word(dressed, qtbot):
    assert dressed
    form = InitiativeForm(Typed(lambda _row, _field: False))
    qtbot.addWidget(form)
    told = []
    for signal in (form.edited, form.chosen, form.refused):
        signal.connect(lambda *what: told.append(what))
    for page in form.forms.values():
        for name, made in page.fields.items():
            page.edited.emit(name, "12")
            page.left.emit(name)
            assert made is page.fields[name]
    assert told == []


def test_many_get_only_what_was_touched(hall, show):
    one, other, third = begin(hall)
    screen = show(hall, one)
    tab = screen.tab
    choose(tab, one, other)
    panel = tab.side.bulk
    assert tab.side.currentWidget() is panel
    assert panel.title.text() == "Ubah 2 program sekaligus"
    assert not panel.go.isEnabled()
    horizon, year, fund = (panel.form.fields[name] for name in ("horizon", "year_start", "fund"))
    assert horizon.currentText() == "(tetap: berbeda-beda)"
    assert year.placeholderText() == "(tetap: kosong)"
    assert fund.text() == "(tetap: berbeda-beda)"
    dlh = agency(hall, "DLH")
    panel.form.edited.emit("opd", dlh)
    panel.form.edited.emit("fund", ("csr", "desa"))
    panel.form.edited.emit("year_start", "2030")
    panel.form.edited.emit("year_start", "2030 atau nanti")
    # What can be read of it is not what was meant, and another field does not hide that.
    panel.form.edited.emit("opd", dlh)
    assert not panel.wrong.isHidden()
    assert not panel.go.isEnabled()
    panel.apply()
    panel.form.edited.emit("year_start", "2027")
    panel.apply()
    settle(screen)
    found = [item(hall, row) for row in (one, other, third)]
    assert [(row.opd, row.fund, row.year_start) for row in found] == [
        (dlh, ("csr", "desa"), 2027),
        (dlh, ("csr", "desa"), 2027),
        ("", ("csr",), None),
    ]
    assert [row.horizon for row in found] == ["menengah", "pendek", "pendek"]
    assert screen.heard[-1] == "2 program diubah"
    assert panel.values == {}
    assert year.placeholderText() == "(tetap: 2027)"
    assert fund.accessibleName() == "Sumber dana: (tetap: CSR/TJSL, Dana desa)"
    hall.ask(hall.desk.undo)
    assert [item(hall, row).year_start for row in (one, other)] == [None, None], "it is one act"


def test_the_question_about_an_application_is_answered_once(hall, show):
    row = begin(hall)[1]
    screen = show(hall, row)
    side = screen.tab.side
    assert not side.nudge.isHidden()
    QTest.keyClicks(side.answer, "pesan singkat tidak cukup")
    QTest.keyClick(side.answer, Qt.Key.Key_Return)
    settle(screen)
    assert side.nudge.isHidden()
    assert item(hall, row).note == "Tanpa aplikasi baru: pesan singkat tidak cukup"


def test_rows_are_linked_by_a_few_letters_and_parted(hall, show):
    row, other, _ = begin(hall)
    screen = show(hall, row)
    tab = screen.tab
    tab.side.form.links["after"].asked.emit()
    assert [one.words for one in tab.picker.finder.choices()] == ["Aduan Warga", "Bank Sampah"]
    tab.picker.take(tab.picker.finder.choices()[0])
    settle(screen)
    assert item(hall, row).after == (other,)
    assert tab.side.form.links["after"].links == ((other, "Aduan Warga"),)
    tab.side.form.links["after"].parted.emit(other)
    settle(screen)
    assert item(hall, row).after == ()


def test_one_that_is_left_out_is_found_under_its_filter_and_comes_back(hall, show):
    row = begin(hall)[0]
    screen = show(hall, row)
    tab = screen.tab
    tab.retire()
    settle(screen)
    assert names(tab) == ["Aduan Warga", "Bank Sampah"]
    tab.filter.ask("state", RETIRED)
    settle(screen)
    assert names(tab) == ["Satu Data"]
    assert tab.told.text().startswith("1 program yang tidak dipakai · ")
    assert tab.side.retire.text() == "Pakai lagi"
    tab.filter.clear()
    screen.open_row(row)
    settle(screen)
    assert tab.table.current().id == row, "what is found is shown, also where it is left out"
    tab.side.retire.click()
    settle(screen)
    assert not item(hall, row).retired


def test_further_indicators_and_comments_are_written_on_the_card(hall, show):
    row = begin(hall)[0]
    screen = show(hall, row)
    tab = screen.tab
    tab.side.form.add_indicator.click()
    settle(screen)
    (form,) = tab.side.form.more.values()
    QTest.keyClicks(form.fields["baseline"], "7")
    settle(screen)
    (found,) = item(hall, row).further
    assert (found.name, found.baseline) == ("", "7")
    QTest.keyClicks(tab.side.comment, "Cek datanya")
    QTest.keyClick(tab.side.comment, Qt.Key.Key_Return)
    settle(screen)
    assert tab.side.comments.text().endswith("Cek datanya")


def test_a_workshop_without_programs_offers_both_ways_to_begin(hall, show):
    opd = agency(hall, "DLH")
    screen = show(hall)
    tab = screen.tab
    assert tab.pages.currentIndex() == EMPTY_PAGE
    tab.empty.buttons[0].click()
    settle(screen)
    assert "sudah menjadi Program Smart City" in screen.heard[-1]
    hall.adopt("DLH", Draft(lines=(LineDraft("program", "2.11.11", "Persampahan"),), years=("2026",)))
    hall.ask(partial(read, hall.desk, opd, 0, relevant="ya"))
    tab.empty.buttons[0].click()
    settle(screen)
    dialog = tab.beginning.dialog
    assert not dialog.go.isEnabled()
    dialog.tick_shown()
    dialog.accept()
    settle(screen)
    (made,) = tab.model.rows()
    assert made.lines
    tab.beginning.add()
    settle(screen)
    QTest.keyClicks(tab.beginning.dialog.line, "Taman Baca")
    tab.beginning.dialog.accept()
    settle(screen)
    assert tab.table.current().name == "Taman Baca"


def test_what_stands_here_is_printed_shown_and_saved(hall, show, tmp_path):
    row = begin(hall)[0]
    screen = show(hall, row)
    tab = screen.tab
    tab.print.click()
    tab.filter.gather(BY_OPD)
    tab.print.click()
    tab.side.print.click()
    tab.print_owed()
    assert screen.printed == [(LIST, ""), (LIST, "opd"), (SHEET, row), (OWED, "")]
    tab.show_result.click()
    gov = tab.table.current().dimension
    tab.filter.ask("dimension", gov)
    tab.show_result.click()
    assert screen.slides == [("programs", ""), ("programs", gov)]
    target = tmp_path / "program.xlsx"
    tab.file.save_to(target)
    settle(screen)
    assert target.stat().st_size > 5_000
    assert screen.heard[-1] == "Tersimpan: program.xlsx."


def test_a_file_that_takes_nothing_shows_programs_and_changes_none(hall, show):
    row = begin(hall)[0]
    tab = show(hall, row, closed=True).tab
    assert not tab.add.isEnabled()
    assert field(tab, "code").isReadOnly()
    tab.side.turn_to(1)
    assert not field(tab, "horizon").isEnabled()
    assert not tab.side.retire.isEnabled()
    tab.beginning.add()
    assert tab.beginning.dialog is None
    assert tab.host.heard == [WHY]


def test_an_older_version_of_a_program_comes_back_as_a_program_of_its_own(hall, show, clock):
    row = begin(hall)[1]
    clock.forward(minutes=6)
    hall.ask(partial(hall.desk._store.write, [Set("initiative", row, "name", "Aduan Cepat")], "ganti nama"))
    tab = show(hall).tab
    tab.open_row(row)
    tab.arrive()
    settle(tab.host)
    QTest.keyClick(tab.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    settle(tab.host)
    dialog = tab.history.dialog
    assert dialog.back.text() == "Pulihkan sebagai salinan"
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)
    assert dialog.back.isEnabled()
    dialog.back.click()
    settle(tab.host)
    assert sorted(names(tab)) == ["Aduan Cepat", "Aduan Warga", "Bank Sampah", "Satu Data"]
    assert tab.table.current().name == "Aduan Warga"


def test_columns_share_the_width_without_a_bar_to_roll_sideways(hall, show):
    begin(hall)
    tab = show(hall).tab
    QTest.keyClicks(tab.filter.words, "sampah")
    settle(tab.host)
    assert not tab.table.horizontalScrollBar().isVisible()
    assert tab.table.horizontalHeader().length() <= tab.table.viewport().width()


def test_a_text_that_came_behind_another_page_shows_whole_when_its_page_is_turned_to(hall, show, qtbot):
    row = begin(hall)[0]
    box = field(show(hall, row).tab, "description")
    box.hide()
    box.show_text("Warga masuk ke semua layanan daring kota dengan satu akun yang sudah dipadankan. " * 3)
    box.setFixedHeight(30)
    box.show()
    qtbot.waitUntil(lambda: box.height() == box.sizeHint().height() > 60, timeout=2000)
