"""Beranda tells who is there today and who is missing, and whose data has not come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.people import Person
from smartcity_desktop.services.attendance import Place
from tests.ui.frame import turn
from tests.ui.test_home_screen import settle, wanted
from tests.ui.worksheets import Hall
from ui.models.home import SINCE
from ui.screens.workshop import WorkshopScreen
from ui.widgets.link_row import LinkRow
from ui.widgets.since_card import SinceCard
from ui.widgets.today_card import DataCard, Today, TodayCard


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall):
        made = WorkshopScreen(hall.desk, context)
        qtbot.addWidget(made)
        made.resize(1156, 658)
        made.show()
        made.arrive()
        settle(made)
        return made

    return make


def stand(screen):
    """Let it be painted once, and let what waited for that be answered."""
    for _turn in range(100):
        turn(5)
        if screen.has_stood:
            break
    turn()
    settle(screen)


def invite(hall, count):
    """Let so many people of the first agency be expected, and people meet today."""

    def work():
        agency = hall.desk.opd.opds()[0].id
        hall.desk.people.add([Person(name=f"Peserta {n}", opd=agency) for n in range(1, count + 1)])
        stage = hall.desk.workshop.stages()[1]
        today = hall.desk.note.today().isoformat()
        hall.desk.workshop.update_stage(stage.id, "date_start", today)
        hall.desk.workshop.update_stage(stage.id, "date_end", today)

    return hall.ask(work)


def test_nothing_is_said_of_people_where_nobody_meets(show, hall):
    screen = show(hall)
    stand(screen)
    assert screen.today.isHidden()


def test_who_is_there_and_who_is_missing_is_told_and_leads_to_the_door(show, hall, heard):
    invite(hall, 3)
    hall.ask(lambda: hall.desk.attendance.enter("1", Place(hall.desk.note.today().isoformat())))
    screen = show(hall)
    stand(screen)
    assert (screen.today.figure.text(), screen.today.words.text()) == ("1", "dari 3 peserta")
    assert screen.today.missing.text().startswith("Belum hadir: ")
    asked = wanted(screen, heard)
    QTest.mouseClick(screen.today.way, Qt.MouseButton.LeftButton)
    assert asked == [("people", "door")]


def test_the_people_are_read_when_the_figures_have_been_painted(show, hall):
    screen = show(hall)
    assert screen.funnel.isVisible()
    assert screen.data.isHidden()
    stand(screen)
    assert screen.data.isVisible()


def test_a_screen_that_nobody_sees_waits_for_no_paint(context, hall, qtbot, dressed):
    assert dressed
    screen = WorkshopScreen(hall.desk, context)
    qtbot.addWidget(screen)
    screen.arrive()
    settle(screen)
    assert not screen.data.isHidden()


def test_data_that_has_not_come_is_counted_and_leads_to_its_page(show, hall, heard):
    screen = show(hall)
    stand(screen)
    assert screen.data.isVisible()
    asked = wanted(screen, heard)
    QTest.mouseClick(screen.data.findChild(LinkRow), Qt.MouseButton.LeftButton)
    assert asked == [("request", "")]


def test_only_the_first_agencies_are_named(qtbot):
    card = TodayCard()
    qtbot.addWidget(card)
    card.show_today(Today(20, 8, 2, tuple((f"Dinas {n}", n) for n in range(1, 7)), "Undang yang lain."))
    assert card.words.text() == "dari 20 peserta, 2 diwakili"
    assert card.missing.text() == "Belum hadir: Dinas 1 1, Dinas 2 2, Dinas 3 3, Dinas 4 4 dan 2 OPD lain."
    assert not card.warning.isHidden()
    card.show_today(None)
    assert card.isHidden()


def test_where_all_has_come_nothing_is_asked(qtbot):
    card = DataCard()
    qtbot.addWidget(card)
    card.show_counts({"lengkap": 3, "sebagian": 1, "belum": 0}, "4 Agustus 2026")
    assert not card.isHidden()
    assert card.findChild(LinkRow).accessibleName() == ("3 lengkap, 1 sebagian; ditunggu 4 Agustus 2026")
    card.show_counts({"lengkap": 4, "sebagian": 0, "belum": 0}, "")
    assert card.isHidden()


def end_first_stage(hall, day="2023-01-05"):
    def work():
        first = hall.desk.workshop.stages()[0]
        for field in ("date_start", "date_end"):
            hall.desk.workshop.update_stage(first.id, field, day)

    hall.ask(work)


def test_a_stage_opens_with_what_changed_since_the_one_before_and_leads_there(show, hall, qtbot):
    end_first_stage(hall)
    screen = show(hall)
    screen.show_stage(2)
    stand(screen)
    card = screen.findChild(SinceCard)
    assert card.isVisible()
    assert card.title.text() == "Sejak hari terakhir Tahap I (5 Januari 2023)"
    assert card.minimumSizeHint().width() < 260, "the day makes the column no broader"
    row = card.findChild(LinkRow, "since-way")
    assert "lembar bertambah" in row.accessibleName() or "Belum ada yang berubah" in row.accessibleName()
    with qtbot.waitSignal(screen.go) as went:
        row.click()
    assert went.args == ["homework", SINCE]


def test_a_stage_that_is_still_to_come_is_told_of_nothing_since(show, hall):
    end_first_stage(hall, "2099-01-05")
    screen = show(hall)
    screen.show_stage(2)
    stand(screen)
    assert not screen.findChild(SinceCard).isVisible()


def test_the_first_stage_has_nothing_before_it(show, hall):
    end_first_stage(hall)
    screen = show(hall)
    screen.show_stage(1)
    stand(screen)
    assert not screen.findChild(SinceCard).isVisible()
