"""Ketik dari kertas: keyed by keys only, in the order of the paper, lost is never more than one field."""

import shutil
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.paper_loop import BLANK, COUNTED, OUT, SPOILED
from smartcity_desktop.domain.print_job import BALLOTS, CARDS, CONTROL, NUMBERED
from smartcity_desktop.services.vote import VoteAsk
from tests.exercises import add
from tests.ui.paper.hand import KEY, finish, key, number, press, send, settle, values
from ui.widgets.exercise_strip import VIEWS


@pytest.fixture
def known(hall):
    found = hall.ask(partial(add, hall.desk, "TF", "TP", "TK"))
    send(hall, NUMBERED, worksheet=found["TF"])
    return found


def state(hall, typed):
    return hall.ask(partial(hall.desk.paper.find, typed)).paper.state


def test_without_papers_it_says_how_to_begin(show, hall):
    screen = show(hall)
    assert screen.pages.currentWidget() is screen.empty
    screen.empty.buttons[0].click()
    screen.empty.buttons[1].click()
    assert screen.printed == [(NUMBERED, ""), (CARDS, "")]


def test_every_worksheet_of_the_stage_is_offered_before_any_paper_of_it_was_printed(show, hall, known):
    offered = show(hall, known["TF"]).page.worksheets
    assert {known["TF"], known["TP"], known["TK"]} <= {
        offered.itemData(place) for place in range(offered.count())
    }


def test_the_field_that_is_keyed_stands_in_sight_also_in_a_low_window(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "2")
    area = screen.form.findChild(QScrollArea, "paper-scroll")
    area.setFixedHeight(70)
    QTest.qWait(1)
    last = len(screen.form.fields) - 1
    screen.form.stand(last)
    assert area.verticalScrollBar().value() > 0
    seen = screen.form.fields[last].mapTo(area.viewport(), screen.form.fields[last].rect().bottomLeft())
    assert seen.y() < area.viewport().height()
    press(screen, KEY.Key_PageDown)
    assert screen.form.fields[0].hasFocus()
    assert area.verticalScrollBar().value() == 0, "another row begins at its top"


def test_it_is_a_view_of_the_worksheets(show, hall, known):
    screen = show(hall, known["TF"])
    assert "paper" in [name for name, *_ in VIEWS]
    screen.page.strip.buttons["worksheet"].click()
    assert screen.gone == [("worksheet", known["TF"])]


def test_a_sheet_is_keyed_with_keys_alone_and_the_next_number_waits(show, hall, known):
    screen = show(hall, known["TF"])
    assert screen.page.progress.text() == "0 dari 6 lembar selesai"
    number(screen, "2")
    assert screen.page.title.text() == "Dinas Komunikasi, Informatika, Statistik dan Persandian"
    assert screen.form.heading.text() == "Baris 1"
    key(screen, "1", "Jaringan serat optik", "0,25", "4")
    assert screen.form.heading.text() == "Baris 2"
    key(screen, "3", "Dana pusat", "", "")
    finish(screen)
    assert screen.page.number.text() == "TF-03"
    assert screen.page.progress.text() == "1 dari 6 lembar selesai"
    first, second = values(
        hall,
        known["TF"],
        hall.opds[
            "Diskominfo"
            if "Diskominfo" in hall.opds
            else next(iter(name for name in hall.opds if "Informatika" in name))
        ],
    )
    assert (first["kind"], first["text"], first["weight"], first["rating"]) == (
        "S",
        "Jaringan serat optik",
        "0.25",
        "4",
    )
    assert (second["kind"], second["text"]) == ("O", "Dana pusat")
    assert state(hall, "TF-02") == COUNTED
    press(screen, KEY.Key_Return)
    assert screen.page.number.text() == code_of("TF-03")


def test_a_wrong_letter_says_so_and_the_number_stays(show, hall, known):
    screen = show(hall, known["TF"])
    right = code_of("TF-02")
    number(screen, right[:-1] + ("A" if right[-1] != "A" else "B"))
    assert "salah ketik" in screen.page.refused.text()
    number(screen, "TF-99")
    assert "Tidak ada kertas bernomor TF-99" in screen.page.refused.text()
    number(screen, right)
    assert not screen.page.refused.isVisible()


def test_what_does_not_fit_stays_in_its_field_with_a_sentence(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "7")
    assert "bukan pilihan" in screen.form.faults[0].text()
    assert screen.focusWidget() is screen.form.fields[0]
    screen.form.fields[0].selectAll()
    key(screen, "2")
    assert screen.form.faults[0].text() == ""
    assert screen.focusWidget() is screen.form.fields[1]


def test_after_a_crash_at_most_the_field_being_typed_is_lost(show, hall, known, tmp_path, clock):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan")
    screen.form.fields[2].insertPlainText("0,5")
    assert hall.lane.drain(20)
    after = tmp_path / "after"
    after.mkdir()
    for part in tmp_path.glob("konsel.bimtek*"):
        shutil.copyfile(part, after / part.name)
    with open_desk(after / "konsel.bimtek", clock=clock, profile=after) as desk:
        found = desk.paper.sheet(desk.paper.find("TF-01").paper)
        assert (found.rows[0].values["kind"], found.rows[0].values["text"]) == ("S", "Jaringan")
        assert [item.fields for item in found.by] == [2]


def test_leaving_keeps_the_field_and_coming_back_goes_on_where_it_was(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan")
    screen.form.fields[2].insertPlainText("0,5")
    screen.leave()
    settle(screen)
    again = show(hall, known["TF"])
    number(again, "1")
    assert again.form.heading.text() == "Baris 2"
    press(again, KEY.Key_PageUp)
    assert [field.toPlainText() for field in again.form.fields] == ["Kekuatan", "Jaringan", "0,5", ""]


def test_one_key_says_blank_spoiled_missing_and_takes_it_back(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    press(screen, KEY.Key_F6)
    assert state(hall, "TF-01") == BLANK
    number(screen, "1")
    press(screen, KEY.Key_F6)
    assert state(hall, "TF-01") == OUT
    number(screen, "2")
    press(screen, KEY.Key_F7)
    assert state(hall, "TF-02") == SPOILED
    words, action, call = screen.offers[-1]
    assert (words, action) == ("TF-02 ditandai rusak.", "Cetak lembar pengganti")
    call()
    sheet = hall.ask(partial(hall.desk.paper.find, "TF-02")).paper.sheet
    assert screen.printed == [(NUMBERED, sheet)]
    assert "rusak 1" in screen.page.sums.text()


def test_a_number_waiting_in_its_line_can_be_put_aside_unopened(show, hall, known):
    screen = show(hall, known["TF"])
    assert screen.page.number.text() == "TF-01"
    press(screen, KEY.Key_F8)
    assert state(hall, "TF-01") == "hilang"
    assert screen.page.number.text() == "TF-02"


def test_two_readings_are_compared_and_one_key_chooses(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan", "0,5", "4")
    press(screen, KEY.Key_F4)
    assert [field.toPlainText() for field in screen.form.fields] == [""] * 4, "the first reading is not seen"
    key(screen, "2", "Jaringan", "0,5", "3")
    finish(screen)
    lines = screen.page.differences.table.lines.lines
    assert [line.cells for line in lines] == [
        ("Baris 1", "Kind", "Kekuatan", "Kelemahan"),
        ("Baris 1", "Rating", "4", "3"),
    ]
    press(screen, KEY.Key_2)
    press(screen, KEY.Key_1)
    party = hall.ask(partial(hall.desk.worksheet.places, known["TF"]))[0].party
    row = values(hall, known["TF"], party)[0]
    assert (row["kind"], row["rating"]) == ("W", "4")
    assert state(hall, "TF-01") == COUNTED
    line = hall.ask(partial(hall.desk.paper.lines, known["TF"]))[0]
    assert line.second == "dibaca dua kali, 2 beda, selesai"


def test_a_wrong_number_leaves_a_second_reading_what_it_is(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan", "0,5", "4")
    press(screen, KEY.Key_F4)
    key(screen, "2")
    number(screen, "TF-99")
    assert "Tidak ada kertas bernomor TF-99" in screen.page.refused.text()
    other = hall.ask(partial(hall.desk.paper.find, "TF-05")).paper
    screen.changed(hall.ask(partial(hall.desk.paper.put, other, BLANK)))
    settle(screen)
    assert [field.toPlainText() for field in screen.form.fields] == ["2", "", "", ""], "still blind"


def test_a_second_reading_that_is_not_whole_goes_on(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan", "", "")
    press(screen, KEY.Key_F4)
    key(screen, "1")
    finish(screen)
    assert "bacaan kedua 1 dari 4 isian" in screen.words[-1]
    assert screen.form.heading.text() == "Baris 1"
    assert state(hall, "TF-01") == OUT


def test_cards_follow_each_other_with_the_group_of_the_one_before(show, hall, known):
    room = known["TK"]
    send(hall, CARDS, worksheet=room)
    screen = show(hall, room)
    number(screen, "K1-1")
    assert "1 Pleno" in [label.text() for label in screen.form.findChildren(type(screen.form.about))]
    key(screen, "1", "Tanpa antre")
    assert screen.page.title.text() == code_of("K1-002")
    assert screen.form.fields[0].toPlainText() == "Pleno"
    key(screen, "", "Dua bahasa")
    press(screen, KEY.Key_F6)
    assert screen.page.title.text() == code_of("K1-004")
    assert [row["text"] for row in values(hall, room, room)] == ["Tanpa antre", "Dua bahasa"]
    number(screen, "K1-040")
    press(screen, KEY.Key_F7)
    number(screen, "K1-7..39")
    press(screen, KEY.Key_F8)
    sums = hall.ask(partial(hall.desk.paper.settlements, room))[0]
    assert (sums.counted, sums.blank, sums.spoiled, sums.missing) == (2, 1, 1, 33)
    assert sums.waiting == "4–6"


def test_a_ballot_is_counted_whole_after_its_last_line_and_its_rule_is_kept(show, hall, known):
    ask = VoteAsk(title="Visi", points=3, most=2, voters=3, worksheet=known["TK"])
    row = hall.ask(partial(hall.desk.vote.add, replace(ask, lines=(("", "Maju"), ("", "Adil")))))[0]
    send(hall, BALLOTS, worksheet=known["TK"])
    screen = show(hall, known["TK"])
    number(screen, "S1-1")
    key(screen, "2")
    assert hall.ask(partial(hall.desk.vote.ballots, row)) == {}
    key(screen, "2")
    assert "Jumlahnya 4 poin" in screen.form.faults[1].text()
    screen.form.fields[1].selectAll()
    key(screen, "1")
    assert screen.page.title.text() == code_of("S1-002")
    assert [sum(given.values()) for given in hall.ask(partial(hall.desk.vote.ballots, row)).values()] == [3]


def test_many_cards_are_put_aside_by_their_numbers(show, hall, known):
    room = known["TK"]
    send(hall, CARDS, worksheet=room)
    screen = show(hall, room)
    screen.page.number.setText("K1-7..39")
    screen.page.number.setFocus()
    press(screen, KEY.Key_F8)
    sums = hall.ask(partial(hall.desk.paper.settlements, room))[0]
    assert (sums.missing, sums.waiting) == (33, "1–6, 40")


def test_an_undo_from_elsewhere_shows_in_the_row_that_is_keyed(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "1")
    key(screen, "1", "Jaringan")
    screen.context.bus.publish(hall.ask(hall.desk.undo))
    settle(screen)
    assert screen.form.fields[1].toPlainText() == ""
    assert screen.form.fields[0].toPlainText() == "Kekuatan"


def test_the_list_opens_a_sheet_and_begins_the_number_of_a_batch(show, hall, known):
    send(hall, CARDS, worksheet=known["TF"])
    screen = show(hall, known["TF"])
    screen.page.list.choose(screen.page.list.lines.lines[2].key)
    screen.page.list.setFocus()
    press(screen, KEY.Key_Return)
    assert screen.page.number.text() == code_of("TF-03")
    room = known["TK"]
    send(hall, CARDS, worksheet=room)
    again = show(hall, room)
    again.page.list.setFocus()
    press(again, KEY.Key_Return)
    assert again.page.number.text() == "K1-"


def test_commands_and_prints_lead_where_they_say(show, hall, known):
    screen = show(hall, known["TF"])
    calls = {item.words: item.run for item in screen.commands()}
    calls["Cetak lembar bernomor"]()
    calls["Cetak kendali kertas"]()
    assert screen.printed == [(NUMBERED, known["TF"]), (CONTROL, "")]
    number(screen, "1")
    calls["Tandai kertas hilang"]()
    settle(screen)
    assert state(hall, "TF-01") == "hilang"


def test_in_a_file_that_takes_nothing_fields_are_read_alone(show, hall, known):
    screen = show(hall, known["TF"], closed=True)
    number(screen, "1")
    assert screen.form.fields[0].isReadOnly()
    assert not screen.page.finish.isEnabled()
    assert not any(button.isEnabled() for button in screen.page.states)


def test_where_it_stood_is_taken_over(show, hall, known):
    screen = show(hall, known["TF"])
    number(screen, "3")
    stood = screen.standing()
    again = show(hall)
    again.take_over(stood)
    assert again.page.number.text() == code_of("TF-03")


def test_a_line_added_by_hand_below_the_rows_is_keyed_and_nothing_of_it_is_lost(show, hall, known):
    send(hall, NUMBERED, worksheet=known["TP"])
    screen = show(hall, known["TP"])
    number(screen, "1")
    assert screen.form.heading.text() == "Baris 1 dari 2"
    press(screen, KEY.Key_PageDown)
    press(screen, KEY.Key_PageDown)
    assert screen.form.heading.text() == "Di bawah baris terakhir"
    key(screen, "Genset rusak")
    assert screen.form.fields[0].toPlainText() == "", "there is room for one line more"
    press(screen, KEY.Key_PageUp)
    assert screen.form.fields[0].toPlainText() == "Genset rusak"
    press(screen, KEY.Key_PageDown)
    press(screen, KEY.Key_Return)
    assert screen.focusWidget() is screen.page.finish
    found = hall.ask(partial(hall.desk.paper.find, "TP-01")).paper
    assert hall.ask(partial(hall.desk.paper.sheet, found)).added == ("Genset rusak",)
    number(screen, "1")
    press(screen, KEY.Key_F4)
    press(screen, KEY.Key_PageDown)
    press(screen, KEY.Key_PageDown)
    assert screen.form.heading.text() == "Baris 2 dari 2", "only rows are read a second time"


def test_words_for_which_nothing_can_be_chosen_yet_are_told_where_to_go(show, hall):
    (sheet,) = hall.ask(partial(add, hall.desk, "TT")).values()
    send(hall, NUMBERED, worksheet=sheet)
    screen = show(hall, sheet)
    number(screen, "1")
    key(screen, "SO", "Perluas jaringan", "S1")
    told = screen.form.faults[2].text()
    assert told.startswith('Factor: "S1" belum bisa dipilih: daftarnya masih kosong. Isi dahulu kertas kerja')
    assert told.endswith("Sementara itu kosongkan di sini, dan tulis isinya di Catatan.")


def test_who_comes_from_a_worksheet_without_papers_is_told_where_some_lie(show, hall, known):
    screen = show(hall, known["TP"])
    assert screen.page.worksheets.currentData() == known["TP"]
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.sentence.text().endswith("Yang sudah keluar: TF. Pilih kertas kerjanya di atas.")
    screen.page.worksheet_chosen.emit(known["TF"])
    settle(screen)
    assert screen.pages.currentWidget() is screen.page
