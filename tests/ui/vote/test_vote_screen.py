"""Suara: entered on the numeric pad, covered until it is revealed by one key, repeated, mended."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.hall import VOTE
from smartcity_desktop.domain.print_job import BALLOTS as PAPER
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.domain.vote import BALLOTS, PERSONS
from smartcity_desktop.domain.worksheet import BY_DIMENSION
from tests.services.test_exercise_sheets import put
from tests.ui.vote.hand import column, figures, press, settle
from ui.widgets.vote_page import ENTRY, RESULT, TALLIED
from ui.widgets.writing import WHY, take_nothing

ENTER = Qt.Key.Key_Enter
CTRL = Qt.KeyboardModifier.ControlModifier


def points(hall, row, held=None):
    return [item.points for item in hall.ask(lambda: hall.desk.vote.result(row, held)).tallies]


def test_twenty_tallies_take_their_figures_and_one_enter_each(show, hall, vote_of):
    row = vote_of(20, points=3, most=3, voters=200)
    screen = show(row)
    keys = 0
    hands = [str(7 * place % 41) for place in range(1, 21)]
    screen.page.tally.setFocus()
    for said in hands:
        keys += figures(screen.page.tally, said)
        press(screen.page.tally, ENTER)
        keys += 1
    settle(screen)
    assert points(hall, row) == [int(said) for said in hands]
    assert keys == sum(map(len, hands)) + 20


def test_ballots_tallied_by_points_take_an_enter_for_each_figure(show, hall, vote_of):
    row = vote_of(20, way=BALLOTS, points=3, most=2, voters=90)
    screen = show(row)
    screen.page.entry.buttons[TALLIED].click()
    assert screen.page.model.heads == ("1 poin", "2 poin")
    screen.page.tally.setFocus()
    screen.page.tally.start()
    keys = 0
    for place in range(20):
        for said in (str(place + 1), "12"):
            figures(screen.page.tally, said)
            press(screen.page.tally, ENTER)
            keys += 1
    settle(screen)
    assert points(hall, row) == [place + 1 + 24 for place in range(20)]
    assert keys <= 3 * 20


def test_every_figure_is_on_the_disk_before_the_next_one(show, hall, vote_of):
    row = vote_of()
    screen = show(row)
    figures(screen.page.tally, "12")
    press(screen.page.tally, ENTER)
    figures(screen.page.tally, "7")
    assert points(hall, row)[0] == 12
    screen.leave()
    assert points(hall, row) == [12, 7, 0], "what was begun is taken when somebody goes elsewhere"


def test_figures_are_covered_until_the_one_key_that_reveals_them(show, hall, vote_of, qtbot):
    row = vote_of()
    screen = show(row)
    for said in ("12", "30"):
        figures(screen.page.tally, said)
        press(screen.page.tally, ENTER)
    settle(screen)
    assert column(screen, 2) == ["•", "•", ""]
    assert screen.page.pages.currentIndex() == ENTRY
    screen.foot.show_figures.click()
    assert column(screen, 2) == ["12", "30", ""]
    with qtbot.waitSignal(screen.said):
        press(screen.page.tally, Qt.Key.Key_F8)
        settle(screen)
    assert screen.page.pages.currentIndex() == RESULT
    assert [line.cells for line in screen.page.result.lines.lines] == [
        ("1", "Pilihan 2", "30", "71,4%"),
        ("2", "Pilihan 1", "12", "28,6%"),
        ("–", "Pilihan 3", "0", "0,0%"),
    ]
    assert "sebaran per orang tidak ada" in screen.side.spread.text()
    press(screen.page.result, Qt.Key.Key_F8)
    settle(screen)
    assert screen.page.pages.currentIndex() == ENTRY
    assert not hall.ask(lambda: hall.desk.vote.vote(row)).is_revealed


def test_impossible_figures_stay_and_what_is_possible_is_told(show, hall, vote_of):
    row = vote_of(voters=40)
    screen = show(row)
    figures(screen.page.tally, "77")
    press(screen.page.tally, ENTER)
    settle(screen)
    assert points(hall, row)[0] == 77
    assert '"Pilihan 1": 77 orang memilih, padahal yang memilih 40 orang.' in screen.side.told.text()
    screen.side.knobs.numbers["voters"].setValue(80)
    settle(screen)
    assert not screen.side.told.isVisible()


def test_a_figure_is_mended_emptied_and_given_up(show, hall, vote_of):
    row = vote_of()
    screen = show(row)
    table = screen.page.tally
    figures(table, "129")
    press(table, Qt.Key.Key_Backspace, ENTER, Qt.Key.Key_Up)
    assert column(screen, 2)[0] == "12", "where somebody stands the figure is seen"
    figures(table, "5")
    press(table, Qt.Key.Key_Escape, ENTER)
    settle(screen)
    assert points(hall, row)[0] == 12
    press(table, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    settle(screen)
    assert points(hall, row)[0] == 0
    figures(table, "8")
    table.setCurrentIndex(screen.page.model.index(2, 2))
    settle(screen)
    assert points(hall, row) == [8, 0, 0], "what was typed belongs to the line where it was typed"


def test_ballots_are_counted_one_by_one_without_the_mouse(show, hall, vote_of):
    row = vote_of(12, way=BALLOTS, points=3, most=2, voters=30)
    screen = show(row)
    line = screen.page.ballot
    assert line.sign.text() == "001"
    figures(line.choices, "7+7+12")
    assert line.told.text() == "3 dari 3 poin."
    assert column(screen, 2)[6] == "2"
    press(line.choices, ENTER)
    assert (line.sign.text(), line.choices.text()) == ("002", "")
    figures(line.choices, "1+2+3+4")
    assert line.told.text() == "4 poin; paling banyak 3 dari satu suara."
    press(line.choices, ENTER)
    settle(screen)
    assert points(hall, row)[:4] == [1, 1, 1, 1]
    assert "Lebih dari 3 poin dari satu suara: 002." in screen.side.told.text()
    screen.side.ballots.asked.emit("002", 0)
    assert (line.sign.text(), line.choices.text()) == ("002", "1+2+3+4")
    line.choices.setText("1+2+3")
    press(line.choices, ENTER)
    settle(screen)
    assert not screen.side.told.isVisible()
    assert line.sign.text() == "003"
    screen.side.ballots.choose("001")
    screen.side.ballots.setFocus()
    press(screen.side.ballots, Qt.Key.Key_Delete, modifiers=CTRL)
    settle(screen)
    assert points(hall, row)[6] == 0


def test_a_ballot_with_a_number_that_is_no_choice_waits(show, hall, vote_of, qtbot):
    row = vote_of(way=PERSONS, points=3)
    screen = show(row)
    line = screen.page.ballot
    assert line.called.text() == "Peserta"
    figures(line.choices, "9")
    with qtbot.waitSignal(screen.warned) as told:
        press(line.choices, ENTER)
    assert told.args == ["Tidak ada pilihan nomor 9; nomornya 1 sampai 3"]
    assert screen.unfinished() == "Suara 1 belum disimpan: 9."
    assert hall.ask(lambda: hall.desk.vote.ballots(row)) == {}


def test_a_closed_vote_takes_nothing_until_it_goes_on(show, hall, vote_of, qtbot):
    row = vote_of()
    screen = show(row)
    screen.foot.close_vote.click()
    settle(screen)
    with qtbot.waitSignal(screen.warned):
        figures(screen.page.tally, "5")
    assert screen.foot.close_vote.text() == "Lanjutkan menghitung"
    screen.foot.close_vote.click()
    settle(screen)
    figures(screen.page.tally, "5")
    press(screen.page.tally, ENTER)
    settle(screen)
    assert points(hall, row)[0] == 5


def test_a_new_round_begins_at_nought_and_the_earlier_one_can_be_looked_at(show, vote_of):
    row = vote_of()
    screen = show(row)
    figures(screen.page.tally, "12")
    press(screen.page.tally, ENTER)
    settle(screen)
    screen.foot.new_round.click()
    settle(screen)
    assert column(screen, 2) == ["", "", ""]
    assert screen.page.rounds.isVisible()
    assert screen.side.log.text().startswith("Putaran 2 dimulai")
    screen.page.rounds.setCurrentIndex(1)
    screen.page.rounds.activated.emit(1)
    assert screen.page.pages.currentIndex() == RESULT
    assert screen.page.result.lines.lines[0].cells[2] == "12"


def test_rows_of_a_worksheet_are_proposed_and_the_sources_of_a_merge_left_out(show, hall, qtbot):
    def write():
        desk = hall.desk
        sheet = desk.worksheet.find("L4")
        assert sheet.filled_by == BY_DIMENSION
        party = desk.worksheet.places(sheet.id)[0].party
        rows = put(desk, sheet.id, party, {"text": "bersih kota"}, {"text": "kota bersih"}, {"text": "jujur"})
        desk.result.merge(sheet.id, party, rows[:2], "kota yang bersih")
        return sheet.id

    sheet = hall.ask(write)
    screen = show(sheet)
    assert screen.worksheet.currentData() == sheet
    press(screen, Qt.Key.Key_N, modifiers=CTRL)
    settle(screen)
    dialog = screen.dialog
    assert sorted(words for _, words in dialog.chosen) == ["jujur", "kota yang bersih"]
    dialog.own.setPlainText("tangguh\n\n  ramah ")
    assert [words for _, words in dialog.chosen][2:] == ["tangguh", "ramah"]
    dialog.own.setPlainText("tangguh\nJujur\nramah\n Tangguh")
    assert [words for _, words in dialog.chosen][2:] == ["tangguh", "ramah"], "no words twice"
    dialog.make.click()
    settle(screen)
    assert [item.text for item in screen._picture.items][2:] == ["tangguh", "ramah"]
    assert screen._picture.vote.worksheet == sheet
    with qtbot.waitSignal(screen.slide_asked) as asked:
        screen.foot.show_hall.click()
    assert asked.args == [VOTE, screen._picture.vote.id]


def test_lines_of_a_new_vote_are_ticked_all_at_once_or_several_together(show, hall):
    def write():
        sheet = hall.desk.worksheet.find("L1").id
        party = hall.desk.worksheet.places(sheet)[0].party
        put(hall.desk, sheet, party, *({"text": words} for words in ("Antrean", "Banjir", "Pasar sepi")))
        return sheet

    screen = show(hall.ask(write))
    press(screen, Qt.Key.Key_N, modifiers=CTRL)
    settle(screen)
    dialog = screen.dialog
    dialog.none.click()
    assert dialog.chosen == ()
    press(dialog.lines, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.ShiftModifier)
    press(dialog.lines, Qt.Key.Key_Space)
    assert [words for _, words in dialog.chosen] == ["Antrean", "Banjir"]
    press(dialog.lines, Qt.Key.Key_A, modifiers=CTRL)
    assert len(dialog.chosen) == 3
    press(dialog.lines, Qt.Key.Key_A, modifiers=CTRL)
    assert dialog.chosen == ()
    dialog.all.click()
    assert len(dialog.chosen) == 3
    dialog.reject()


def test_a_worksheet_whose_rows_stand_is_none_to_vote_on(show, hall):
    screen = show(hall.ask(lambda: hall.desk.worksheet.find("L2").id))
    press(screen, Qt.Key.Key_N, modifiers=CTRL)
    settle(screen)
    assert (screen.dialog.about, screen.dialog.chosen) == ("", ())
    assert screen.dialog.lines.isHidden()
    screen.dialog.own.setPlainText("Pagi\nSiang\nSore\nMalam\nSubuh")
    assert screen.dialog.title.text() == "Pagi, Siang, Sore, dan 2 lainnya", "named by what is chosen"
    screen.dialog.reject()


def test_fewer_than_two_choices_make_no_vote(show):
    screen = show()
    screen.empty.first.emit()
    settle(screen)
    assert not screen.dialog.make.isEnabled()
    screen.dialog.own.setPlainText("satu")
    assert not screen.dialog.make.isEnabled()
    screen.dialog.own.setPlainText("satu\ndua")
    assert screen.dialog.make.isEnabled()
    screen.dialog.reject()


def test_a_choice_is_added_taken_off_and_comes_back_by_undo(show, hall, vote_of):
    row = vote_of()
    screen = show(row)
    screen.page.add.setText("Pilihan baru")
    press(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    assert column(screen, 1)[-1] == "Pilihan baru"
    screen.page.tally.setFocus()
    press(screen.page.tally, Qt.Key.Key_Delete, modifiers=CTRL)
    settle(screen)
    assert column(screen, 1) == ["Pilihan 2", "Pilihan 3", "Pilihan baru"]
    hall.ask(hall.desk.undo)
    assert not hall.ask(lambda: hall.desk.vote.items(row))[0].retired


def test_a_file_that_takes_nothing_shows_votes_and_changes_none(show, hall, vote_of, context, qtbot):
    row = vote_of()
    screen = show(row)
    screen.hide()
    take_nothing(screen)
    screen.foot.new_round.hide()
    fresh = type(screen)(hall.desk, context)
    take_nothing(fresh)
    qtbot.addWidget(fresh)
    fresh.resize(1172, 684)
    fresh.show()
    fresh.open_row(row)
    fresh.arrive()
    settle(fresh)
    QApplication.sendPostedEvents()
    figures(fresh.page.tally, "5")
    press(fresh.page.tally, ENTER)
    press(fresh, Qt.Key.Key_F8)
    settle(fresh)
    assert points(hall, row) == [0, 0, 0]
    assert not hall.ask(lambda: hall.desk.vote.vote(row)).is_revealed
    assert WHY in fresh.foot.show_all.toolTip()
    assert fresh.foot.print.isEnabled()
    fresh.end()


def test_a_new_vote_on_any_list_offers_every_worksheet_that_holds_rows(show, hall):
    def write():
        desk = hall.desk
        issues, swot = desk.worksheet.find("L1").id, desk.worksheet.find("L3").id
        gov, eco = (item.party for item in desk.worksheet.places(issues)[:2])
        put(desk, issues, gov, {"text": "Antrean"}, {"text": "Data ganda"})
        put(desk, issues, eco, {"text": "Pasar sepi"})
        for called, home in (("DLH", gov), ("Bappeda", eco)):
            desk.opd.update(hall.opds[called], "dimension", home)
        put(desk, swot, hall.opds["DLH"], {"text": "Armada tua"}, {"text": "Kader"})
        put(desk, swot, hall.opds["Bappeda"], {"text": "Anggaran"})
        return issues, swot

    issues, swot = hall.ask(write)
    screen = show()
    screen.empty.first.emit()
    settle(screen)
    dialog = screen.dialog
    box = dialog.worksheet
    assert [box.itemData(place) for place in range(box.count())] == ["", issues, swot]
    assert dialog.chosen == ()
    assert dialog.title.text() == ""
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(screen)
    assert [words for _, words in dialog.chosen] == ["Antrean", "Data ganda", "Pasar sepi"]
    assert dialog.title.text() == "Analisis isu daerah"
    dialog.title.selectAll()
    press(dialog.title, *"Isu")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    settle(screen)
    assert len(dialog.chosen) == 3
    place = dialog.source.findText("GOV Smart Governance")
    dialog.source.setCurrentIndex(place)
    dialog.source.activated.emit(place)
    assert sorted(words for _, words in dialog.chosen) == ["Armada tua", "Kader"]
    dialog.own.setPlainText("Lainnya")
    dialog.make.click()
    settle(screen)
    vote = screen._picture.vote
    assert (vote.title, vote.worksheet) == ("Isu", swot)
    assert [bool(item.subject) for item in screen._picture.items] == [True, True, False]
    assert screen.worksheet.currentIndex() == 0, "all votes are shown as before"


def test_one_person_is_counted_once_however_the_name_is_typed(show, hall, vote_of):
    row = vote_of(way=PERSONS, points=2, most=2)
    screen = show(row)
    ballot = screen.page.ballot
    for sign, choices in (("Andi", "1+1"), ("andi", "2+2+2"), ("Sri", "3")):
        ballot.sign.setText(sign)
        press(ballot.sign, Qt.Key.Key_Return)
        ballot.choices.setText(choices)
        press(ballot.choices, Qt.Key.Key_Return)
        settle(screen)
    assert list(hall.ask(lambda: hall.desk.vote.ballots(row))) == ["Sri", "Andi"]
    result = hall.ask(lambda: hall.desk.vote.result(row))
    assert [item.points for item in result.tallies] == [0, 3, 1]
    told = " ".join(result.told)
    assert "Lebih dari 2 poin untuk satu pilihan: Andi." in told
    assert "Lebih dari 2 poin dari satu suara: Andi." in told


def test_the_hall_sees_no_figure_before_it_is_revealed_nor_after_a_new_round(show, hall, vote_of):
    row = vote_of(count=20, voters=150)
    screen = show(row)
    for place, item in enumerate(hall.ask(lambda: hall.desk.vote.items(row))):
        hall.ask(partial(hall.desk.vote.enter_hands, row, item.id, 111 + place))

    def shown():
        slide = hall.ask(lambda: hall.desk.hall.slide(VOTE, row))
        return str(slide), [line.badge.name for line in slide.body.lines]

    words, lines = shown()
    assert (len(lines), lines[0]) == (20, "Pilihan 1")
    assert not any(str(figure) in words for figure in range(111, 131))
    hall.ask(lambda: hall.desk.vote.reveal(row))
    words, lines = shown()
    assert lines[0] == "Pilihan 20"
    assert "130" in words
    hall.ask(lambda: hall.desk.vote.again(row, "salah hitung"))
    words, lines = shown()
    assert lines[0] == "Pilihan 1"
    assert "130" not in words
    hall.ask(hall.desk.undo)
    assert "130" in shown()[0], "what was reset comes back whole"
    assert screen


def test_what_a_key_asks_of_a_file_that_takes_nothing_is_answered_with_why(show, hall, vote_of):
    row = vote_of()
    screen = show(row)
    told, done = [], []
    screen.warned.connect(told.append)
    take_nothing(screen)
    screen.act(partial(hall.desk.vote.close, row), done.append)
    settle(screen)
    assert (told, done) == ([WHY], [])
    assert hall.ask(lambda: hall.desk.vote.vote(row)).state == "siap"
    take_nothing(screen, on=False)
    screen.act(partial(hall.desk.vote.close, row), done.append)
    settle(screen)
    assert len(done) == 1


def test_tallied_ballots_are_matched_with_the_papers_that_went_out(show, hall, vote_of):
    row = vote_of(3, way=BALLOTS, points=3, most=1)
    ask = PrintAsk(opd=row, choice="40")
    hall.ask(lambda: hall.desk.print_log.tell(hall.desk.report.asked(PAPER, ask), ask, Sent("printer", 1)))
    screen = show(row)
    assert not screen.page.papers.isVisible(), "ballots keyed one by one are known by their numbers"
    screen.page.entry.buttons[TALLIED].click()
    settle(screen)
    (batch,) = hall.ask(lambda: hall.desk.vote.papers(row))
    screen.page.papers.fields[batch.id, "counted"].setFocus()
    for said in ("36", "1", "2", "1"):
        edit = QApplication.focusWidget()
        figures(edit, said)
        press(edit, ENTER)
    settle(screen)
    assert screen.side.sums.text() == "Keluar 40 = diketik 36 + kosong 1 + rusak 2 + hilang 1. Cocok."
    hall.ask(lambda: hall.desk.vote.close(row))
    screen._refresh()
    settle(screen)
    assert not screen.page.papers.fields[batch.id, "counted"].isEnabled()
