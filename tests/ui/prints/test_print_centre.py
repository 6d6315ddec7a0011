"""Cetak as the centre: narrowed and folded documents, questions by need, memory, sentences, certificates."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from smartcity_desktop.domain.attendance import CAME
from smartcity_desktop.domain.people import Person
from smartcity_desktop.services.attendance import Place
from tests.ui.prints.hand import count, pages, saved, settle, text_of
from ui.widgets.print_people import NEW
from ui.widgets.print_told import COPY, HISTORY, NUMBER, RULES, TEXTS

DAYS = ("2023-07-31", "2023-08-01")


@pytest.fixture
def people(hall):
    """A stage of two days and three people, of whom two came on both."""
    stage = hall.ask(hall.desk.workshop.stages)[1].id
    for field, day in (("date_start", DAYS[0]), ("date_end", DAYS[1])):
        hall.ask(partial(hall.desk.workshop.update_stage, stage, field, day))
    hall.ask(partial(hall.desk.people.add, [Person(name=name) for name in ("Ani", "Budi", "Citra")]))
    rows = {item.name: item.id for item in hall.ask(hall.desk.people.people)}
    for day in DAYS:
        hall.ask(partial(hall.desk.attendance.mark, Place(day), CAME, rows["Ani"], rows["Budi"]))
    return rows


def offered(screen):
    return {key for key, button in screen.trace.buttons.items() if button.isVisible()}


def test_typing_narrows_the_documents_and_a_title_goes_before_a_sentence(show, hall, qtbot):
    screen = show(hall)
    everything = screen.list.seen()
    QTest.keyClicks(screen.search, "sert")
    qtbot.waitUntil(lambda: screen.list.seen() == ["sertifikat"], timeout=2_000)
    assert screen.list.key == "sertifikat"
    screen.search.clear()
    qtbot.waitUntil(lambda: screen.list.seen() == everything, timeout=2_000)


def test_a_moment_folds_and_opens_by_key_and_its_marked_document_stays_in_sight(show, hall):
    screen = show(hall)
    screen.list.choose("notulen")
    before = len(screen.list.seen())
    QTest.keyClick(screen.list, Qt.Key.Key_Left)
    assert screen.list.is_folded("Malam")
    assert "notulen" in screen.list.seen()
    assert len(screen.list.seen()) < before
    QTest.keyClick(screen.list, Qt.Key.Key_Right)
    assert len(screen.list.seen()) == before
    screen.list.fold("Sesudah", folded=True)
    screen.list.choose("sertifikat")
    assert not screen.list.is_folded("Sesudah"), "what is asked for is opened"


def test_each_paper_asks_only_what_it_needs(show, hall, people):
    assert people
    screen = show(hall)
    asked = {}
    for key in screen.list.documents():
        screen.list.choose(key)
        asked[key] = {name for name, row in screen.choice._rows.items() if row.isVisible()}
    assert asked["laporan-harian"] == {"stage", "day"}
    assert asked["notulen"] == {"session"}
    assert asked["sertifikat"] == {"stage", "people"}
    assert asked["tanda-pengenal"] == {"people", "labels"}
    assert asked["semua-hari-ini"] == {"stage", "day", "papers"}
    assert asked["dossier-opd"] == {"opd"}
    assert asked["periksa-renstra"] == {"opd"}
    assert asked["daftar-hadir"] == {"session", "choice"}


def test_a_day_can_be_asked_for_from_elsewhere_and_is_shown(show, hall, people):
    assert people
    screen = show(hall)
    screen.open_row(f"laporan-harian?day={DAYS[1]}&show")
    settle(screen)
    assert screen.head.name.text() == f"Laporan harian {DAYS[1]}"
    screen.open_row(f"daftar-hadir?session=day:{DAYS[0]}&show")
    settle(screen)
    assert screen._made.asked.ask.day == DAYS[0]


def test_the_next_morning_the_papers_are_those_of_the_new_day(show, hall, people, clock):
    assert people
    screen = show(hall)
    screen.list.choose("laporan-harian")
    assert screen.wanted().ask.day == DAYS[0]
    clock.forward(days=1)
    screen.arrive()
    settle(screen)
    assert screen.wanted().ask.day == DAYS[1]
    screen.choice.choose("day", DAYS[0])
    screen.arrive()
    settle(screen)
    assert screen.wanted().ask.day == DAYS[0], "a day that somebody chose stays"


def test_the_evening_before_the_list_to_sign_is_that_of_the_first_day(show, hall, people, clock):
    assert people
    stage = hall.ask(hall.desk.workshop.stages)[1].id
    hall.ask(partial(hall.desk.agenda.use_template, stage, "2-tahap-2"))
    clock.forward(days=-1)
    screen = show(hall)
    screen.list.choose("notulen")
    assert screen.choice.session.currentText().startswith("Registrasi")
    screen.list.choose("daftar-hadir")
    assert screen.wanted().ask.day == DAYS[0]


def test_after_noon_the_file_of_the_day_holds_what_the_evening_needs(show, hall, people, clock):
    assert people
    screen = show(hall)
    screen.list.choose("semua-hari-ini")
    assert "daftar-hadir" in screen.wanted().ask.kinds
    clock.forward(hours=6)
    screen.arrive()
    settle(screen)
    assert "daftar-hadir" not in screen.wanted().ask.kinds
    assert "laporan-harian" in screen.wanted().ask.kinds
    screen.choice.ticks.tick("siaran-pers", on=True)
    clock.forward(hours=15)
    screen.arrive()
    settle(screen)
    assert "siaran-pers" in screen.wanted().ask.kinds, "what somebody ticked stays"


def test_what_was_printed_is_told_and_a_change_since_then_too(show, hall, people, tmp_path, qtbot):
    screen = show(hall)
    pages(screen, "laporan-harian")
    assert screen.trace.told.text() == "Belum pernah dicetak"
    saved(screen, tmp_path)
    settle(screen)
    assert screen.trace.told.text().startswith("Dicetak ")
    assert not screen.trace.changed.isVisible()
    assert screen.list.line("laporan-harian").printed.startswith("Dicetak ")
    hall.ask(partial(hall.desk.people.update, people["Ani"], "element", "media"))
    screen.changed(None)
    qtbot.waitUntil(screen.trace.changed.isVisible, timeout=10_000)
    assert screen.trace.changed.text() == "Berubah sejak dicetak"


def test_the_history_lists_every_print_and_leads_back(show, hall, tmp_path):
    screen = show(hall)
    pages(screen, "laporan-harian")
    saved(screen, tmp_path, "satu.pdf")
    saved(screen, tmp_path, "dua.pdf")
    settle(screen)
    assert HISTORY in offered(screen)
    screen.trace.buttons[HISTORY].click()
    assert screen.stack.currentWidget() is screen.history
    assert screen.history.list.count() == 2
    assert "disimpan sebagai PDF" in screen.history.list.item(0).text()
    screen.history.view.click()
    settle(screen)
    assert screen.stack.currentWidget() is screen.pages


def test_a_sentence_is_written_with_the_proposal_beside_it_and_given_back(show, hall, people, tmp_path):
    assert people
    screen = show(hall)
    pages(screen, "laporan-harian")
    screen.trace.buttons[TEXTS].click()
    key = "laporan-harian.kendala"
    box = screen.texts.boxes[key]
    assert not screen.texts.backs[key].isEnabled()
    box.selectAll()
    QTest.keyClicks(box, "Listrik padam dua kali.")
    assert screen.texts.backs[key].isEnabled()
    screen.texts.view.click()
    settle(screen)
    assert "Listrik padam dua kali." in saved(screen, tmp_path)
    screen.trace.buttons[TEXTS].click()
    screen.texts.backs[key].click()
    assert not screen.texts.backs[key].isEnabled()
    screen.texts.view.click()
    settle(screen)
    assert "Listrik padam" not in saved(screen, tmp_path, "lagi.pdf")


def test_the_text_for_the_group_goes_to_the_clipboard_and_into_a_file(show, hall, tmp_path):
    screen = show(hall)
    pages(screen, "siaran-pers")
    screen.trace.buttons[COPY].click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*")
    screen.write_text_to(tmp_path / "grup.txt")
    settle(screen)
    assert (tmp_path / "grup.txt").read_text(encoding="utf-8") == f"{text}\n"
    assert screen.bar.text.text() == "Tersimpan: grup.txt"


def test_certificates_get_their_numbers_in_the_act_of_the_first_print(
    show, hall, people, tmp_path, monkeypatch
):
    assert people
    screen = show(hall)
    pages(screen, "sertifikat")
    assert {RULES, NUMBER} <= offered(screen)
    assert screen.trace.buttons[NUMBER].text() == "Beri nomor (2)"
    target = tmp_path / "sertifikat.pdf"
    monkeypatch.setattr(
        "ui.screens.report.ways.QFileDialog.getSaveFileName", lambda *_args: (str(target), "")
    )
    screen.head.save.click()
    for _ in range(3):
        settle(screen)
    text = text_of(target)
    assert "001/SC/2023" in text
    assert "002/SC/2023" in text
    assert count(target) == 4
    settle(screen)
    assert NUMBER not in offered(screen)


def test_only_those_without_a_card_yet_are_printed(show, hall, people, tmp_path):
    screen = show(hall)
    screen.list.choose("tanda-pengenal")
    screen.choice.people.take((people["Ani"],))
    screen.show_pages()
    settle(screen)
    saved(screen, tmp_path)
    settle(screen)
    screen.choice.people.choose(NEW)
    assert set(screen.choice.people.rows()) == {people["Budi"], people["Citra"]}
    screen.show_pages()
    settle(screen)
    text = saved(screen, tmp_path, "sisa.pdf")
    assert "Budi" in text
    assert "Ani" not in text


def test_cards_begin_at_the_place_that_is_chosen(show, hall, people):
    assert people
    screen = show(hall)
    screen.list.choose("tanda-pengenal")
    sheet = screen.choice.labels
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.first == 4
    assert screen.wanted().ask.first_label == 4
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.first == 1


def test_the_file_of_a_day_holds_what_is_ticked(show, hall, people):
    assert people
    screen = show(hall)
    screen.list.choose("semua-hari-ini")
    for key in screen.choice.ticks.ticked():
        screen.choice.ticks.tick(key, on=False)
    screen.choice.ticks.tick("laporan-harian", on=True)
    screen.choice.ticks.tick("susunan-acara", on=True)
    screen.show_pages()
    settle(screen)
    assert [item.kind for item in screen._made.job.jobs] == ["susunan-acara", "laporan-harian"]


def test_the_papers_to_tick_give_way_to_what_stands_below_them(show, hall, people, qtbot):
    assert people
    screen = show(hall)
    screen.resize(1156, 600)
    screen.list.choose("semua-hari-ini")
    ticks, copies = screen.choice.ticks, screen.choice.copies
    qtbot.waitUntil(ticks.isVisible)
    ends = ticks.mapTo(screen, ticks.rect().bottomLeft()).y()
    assert ends < copies.mapTo(screen, copies.rect().topLeft()).y()
    assert ticks.height() >= 3 * ticks.sizeHintForRow(0)


def test_every_document_can_be_shown_in_a_workshop_with_people(show, hall, people):
    assert people
    screen = show(hall)
    for key in screen.list.documents():
        shown = pages(screen, key)
        assert shown or screen.stack.currentWidget() is screen.refused, key


def test_what_was_just_written_is_copied_and_saved_without_looking_at_the_pages(
    show, hall, tmp_path, monkeypatch
):
    screen = show(hall)
    pages(screen, "siaran-pers")
    screen.trace.buttons[TEXTS].click()
    for key in ("siaran-pers.judul", "siaran-pers.whatsapp"):
        screen.texts.boxes[key].selectAll()
        QTest.keyClicks(screen.texts.boxes[key], f"Baru saja {key}")
    screen.trace.buttons[COPY].click()
    assert QGuiApplication.clipboard().text() == "Baru saja siaran-pers.whatsapp"
    target = tmp_path / "siaran.pdf"
    monkeypatch.setattr(
        "ui.screens.report.ways.QFileDialog.getSaveFileName", lambda *_args: (str(target), "")
    )
    screen.head.save.click()
    for _ in range(3):
        settle(screen)
    assert "Baru saja siaran-pers.judul" in text_of(target)


def test_a_draft_of_a_regulation_is_saved_for_word_and_other_papers_are_not(show, hall, tmp_path):
    screen = show(hall)
    pages(screen, "daftar-hadir")
    assert not screen.head.word.isVisible()
    assert pages(screen, "rancangan-perkada")
    assert screen.head.word.isVisible()
    screen.write_word_to(tmp_path / "rancangan.docx")
    settle(screen)
    assert (tmp_path / "rancangan.docx").read_bytes().startswith(b"PK")
    assert screen.bar.text.text() == "Tersimpan: rancangan.docx"
    assert offered(screen) >= {HISTORY}
    (tmp_path / "berkas").write_text("")
    screen.write_word_to(tmp_path / "berkas" / "x.docx")
    settle(screen)
    assert screen.bar.action.text() == "Coba lagi"
