"""From nothing to a plan: dates, ready-made rundowns, the first block; stages added and removed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.agenda_plan import TemplateList
from smartcity_desktop.services.agenda import NewBlock
from tests.ui.agenda.hand import choose, settle, stored, titles, undo, write
from ui.widgets.agenda_templates import TemplateDialog


def open_templates(screen):
    screen.open_templates()
    settle(screen)
    return screen.templates.dialog


def open_stages(screen):
    screen.open_stages()
    settle(screen)
    return screen.stages.dialog


def test_a_stage_without_a_date_asks_for_it_first(hall, show):
    screen = show(3)
    assert screen.dateless.isVisibleTo(screen)
    screen.dateless.buttons[0].click()
    settle(screen)
    dialog = screen.stages.dialog
    assert dialog.focusWidget() is dialog.start
    QTest.keyClicks(dialog.start, "1/9")
    dialog.end.setFocus()
    QTest.keyClicks(dialog.end, "2 September")
    settle(screen)
    found = hall.ask(hall.desk.stage.stages)[2]
    assert (found.date_start, found.date_end) == ("2026-09-01", "2026-09-02")
    assert list(dialog.days) == ["2026-09-01", "2026-09-02"]
    assert dialog.list.item(2).text() == "Tahap III\n1–2 September 2026"
    write(dialog.days["2026-09-02"], "Aula Bappeda")
    dialog.accept()
    settle(screen)
    assert screen.empty.isVisibleTo(screen)
    assert [day.place for day in screen.plan.days] == ["Aula", "Aula Bappeda"]


def test_an_empty_stage_takes_a_rundown_of_its_own_and_one_undo_takes_it_away(stage, hall, show):
    screen = show()
    assert QApplication.focusWidget() is screen.empty.buttons[0]
    screen.empty.buttons[0].click()
    settle(screen)
    dialog = screen.templates.dialog
    assert dialog.chosen.stage == 2
    assert "07.30–08.30   Registrasi" in dialog.text.toPlainText()
    assert "12.00–13.00   ISHOMA  (tetap)" in dialog.text.toPlainText()
    assert not dialog.keep_row.isVisibleTo(dialog)
    QTest.keyClick(dialog.use, Qt.Key.Key_Return)
    settle(screen)
    assert screen.templates.dialog is None
    assert len(stored(hall, stage)) == 10
    assert "Bupati" in screen.plan.days[0].blocks[1].block.speaker
    undo(screen, hall)
    assert screen.empty.isVisibleTo(screen)


def test_the_first_block_is_added_and_named(stage, hall, show):
    screen = show()
    screen.empty.buttons[1].click()
    settle(screen)
    QTest.keyClicks(QApplication.focusWidget(), "Registrasi")
    settle(screen)
    assert stored(hall, stage) == [("Registrasi", "07:30", "08:45")]


def test_an_own_rundown_is_kept_offered_and_dropped(screen, hall, planned):
    choose(screen, "Pembukaan")
    write(screen.form.title, "Pembukaan adat")
    dialog = open_templates(screen)
    told = []
    screen.told.connect(told.append)
    write(dialog.name, "Ala Konsel")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle(screen)
    assert told == ["Templat Ala Konsel tersimpan di laptop ini."]
    assert (dialog.chosen.title, dialog.chosen.own) == ("Ala Konsel", True)
    assert "Pembukaan adat" in dialog.text.toPlainText()
    assert "diganti" in dialog.note.text()
    dialog.drop.click()
    settle(screen)
    assert not [item for item in hall.ask(hall.desk.agenda.templates).templates if item.own]
    assert not dialog.drop.isVisibleTo(dialog)
    dialog.reject()
    assert titles(screen)[1] == "Pembukaan adat"
    assert planned


def test_files_that_cannot_be_read_are_named_and_the_rest_can_be_used(screen, hall):
    known = hall.ask(hall.desk.agenda.templates)
    dialog = TemplateDialog(TemplateList(known.templates, ("rusak.json",)), screen.plan, screen)
    assert "rusak.json" in dialog.broken.text()
    assert dialog.use.isEnabled()


def test_a_rundown_of_two_days_says_that_one_day_takes_its_first(stage, hall, show):
    hall.ask(partial(hall.desk.stage.update, stage, "date_end", "2026-08-04"))
    dialog = open_templates(show())
    assert "Susunan 2 hari, Tahap II 1 hari" in dialog.note.text()


def test_a_rundown_that_went_meanwhile_is_told(screen, hall):
    key = hall.ask(partial(hall.desk.agenda.save_template, screen.plan.stage.id, "Hilang"))
    dialog = open_templates(screen)
    dialog.show_list(hall.ask(hall.desk.agenda.templates), key)
    hall.ask(partial(hall.desk.agenda.remove_template, key))
    warned = []
    screen.warned.connect(warned.append)
    dialog.use.click()
    settle(screen)
    assert [words.startswith("Templat Hilang tidak bisa dibaca") for words in warned] == [True]


def test_a_stage_is_added_named_and_removed_in_the_dialog(screen, hall):
    dialog = open_stages(screen)
    dialog.add.click()
    settle(screen)
    assert dialog.stage.number == 5
    write(dialog.title, "Bimtek tambahan")
    settle(screen)
    assert hall.ask(hall.desk.stage.stages)[-1].title == "Bimtek tambahan"
    dialog.remove.click()
    settle(screen)
    assert len(hall.ask(hall.desk.stage.stages)) == 4
    assert dialog.stage is not None


def test_a_stage_that_holds_something_says_so_in_the_dialog(screen, hall):
    dialog = open_stages(screen)
    dialog.remove.click()
    settle(screen)
    assert dialog.warning.text().startswith("Tahap II berisi 19 sesi")
    assert len(hall.ask(hall.desk.stage.stages)) == 4


def test_a_stage_gets_another_number(screen, hall):
    dialog = open_stages(screen)
    row = dialog.stage.id
    dialog.number.setValue(4)
    settle(screen)
    assert hall.ask(hall.desk.stage.stages)[3].id == row
    assert dialog.stage.id == row


def test_a_stage_that_ends_before_it_begins_is_told_and_kept(screen, hall, planned):
    hall.ask(partial(hall.desk.stage.update, planned, "date_end", "2026-08-01"))
    screen.arrive()
    settle(screen)
    dialog = open_stages(screen)
    assert "selesai sebelum mulai" in dialog.warning.text()
    assert len(stored(hall, planned)) == 10


def test_every_command_of_the_screen_can_be_run(screen, hall, planned):
    commands = {item.words: item.run for item in screen.commands()}
    commands["Tambah sesi"]()
    settle(screen)
    assert "Sesi baru" in titles(screen)
    commands["Atur tahap: judul, tanggal, tempat"]()
    assert screen.stages.dialog is not None
    screen.stages.dialog.accept()
    commands["Susunan acara siap pakai"]()
    settle(screen)
    assert screen.templates.dialog is not None
    asked = []
    screen.print_asked.connect(lambda kind, row: asked.append((kind, row)))
    for words, run in commands.items():
        if words.startswith("Cetak"):
            run()
    assert set(asked) == {("susunan-acara", planned), ("rundown-panitia", planned)}
    assert hall.ask(partial(hall.desk.agenda.blocks, planned, "2026-08-04"))


def test_the_day_runs_behind_a_button_and_comes_back(screen):
    screen.run_button.click()
    settle(screen)
    assert screen.deck.currentIndex() == 1
    assert any(item.words == "Kembali ke susunan acara" for item in screen.commands())
    assert screen.standing()[2] is True
    screen.arrive()
    screen.leave()
    screen.open_plan()
    settle(screen)
    assert screen.deck.currentIndex() == 0
    screen.open_row("run")
    settle(screen)
    assert screen.deck.currentIndex() == 1


def test_a_screen_that_is_built_anew_stands_where_the_other_stood(screen, show):
    row = choose(screen, "Rehat kopi")
    other = show()
    other.take_over(screen.standing())
    other.arrive()
    settle(other)
    assert other.board.row == row


def test_another_stage_shows_its_own_blocks(screen, hall, show):
    first = hall.ask(hall.desk.stage.stages)[0].id
    for field in ("date_start", "date_end"):
        hall.ask(partial(hall.desk.stage.update, first, field, "2026-07-07"))
    hall.ask(partial(hall.desk.agenda.add, first, "2026-07-07", NewBlock("Hanya ini")))
    screen.show_stage(1)
    settle(screen)
    assert titles(screen) == ["Hanya ini"]
    screen.show_stage(2)
    settle(screen)
    assert len(titles(screen)) == 10
    assert show


def test_a_block_of_another_stage_that_was_searched_brings_its_stage(screen, hall):
    third = hall.ask(hall.desk.stage.stages)[2].id
    row = hall.ask(partial(hall.desk.agenda.add, third, "2026-09-01", NewBlock("Peta jalan")))[0]
    screen.go.connect(lambda key, number: screen.show_stage(int(number)) if key == "stage" else None)
    screen.open_row(row)
    settle(screen)
    assert screen.plan.stage.number == 3
    assert screen.board.row == row
    screen.open_row("nobody")
    settle(screen)
    assert screen.board.row == row
