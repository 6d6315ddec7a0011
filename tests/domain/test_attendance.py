"""Who was there, and what it comes to."""

import pytest

from smartcity_desktop.domain.attendance import (
    counted_days,
    in_print_order,
    missing,
    outsiders_warning,
    percent,
    presences,
    presences_in,
    recap,
    stays,
)
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Attendance, Person

DAY = "2026-08-04"
KOMINFO = Opd(RowId("k"), name="Dinas Komunikasi dan Informatika", short="Diskominfo")
HEALTH = Opd(RowId("h"), name="Dinas Kesehatan", short="Dinkes")


def person(number, opd="k", **more):
    return Person(RowId(f"p{number}"), name=f"Peserta {number}", number=number, opd=RowId(opd), **more)


def mark(number, state="hadir", **more):
    given = {"date": DAY, "at": f"{DAY}T08:07:00+08:00", "way": "nomor"} | more
    return Attendance(RowId(f"m{number}{more}"), RowId(f"p{number}"), state=state, **given)


def states(people, marks, **place):
    return [item.state for item in presences(people, marks, (KOMINFO, HEALTH), **({"day": DAY} | place))]


def test_without_a_mark_a_participant_is_not_there_yet():
    assert states([person(1), person(2)], [mark(2)]) == ["", "hadir"]


def test_a_mark_of_another_day_says_nothing_about_this_one():
    assert states([person(1)], [mark(1, date="2026-08-05")]) == [""]


def test_whoever_was_in_one_session_was_there_that_day_and_counts_once():
    marks = [mark(1, session=RowId("s1")), mark(1, session=RowId("s2")), mark(1, "tidak")]
    people = presences([person(1)], marks, (KOMINFO,), day=DAY)
    assert recap(people).whole.there == 1
    assert people[0].session == "s1"


def test_staying_away_from_a_session_is_not_staying_away_that_day():
    marks = [mark(1, "tidak", session=RowId("s1"))]
    assert states([person(1)], marks) == [""]
    assert states([person(1)], marks, session=RowId("s1")) == ["tidak"]


def test_being_there_that_day_is_not_being_in_a_session():
    assert states([person(1)], [mark(1)], session=RowId("s1")) == [""]


def told_in(session, *marks):
    people = [person(1), person(2), person(3)]
    return [item.state for item in presences_in(people, marks, day=DAY, session=RowId(session))]


def test_a_session_that_only_tells_who_stayed_away_has_the_others_of_its_day():
    marks = (mark(1), mark(2), mark(2, "tidak", session=RowId("s1")))
    assert told_in("s1", *marks) == ["hadir", "tidak", ""]
    assert told_in("s2", *marks) == ["hadir", "hadir", ""]
    assert told_in("", *marks) == ["hadir", "hadir", ""]


def test_a_session_in_which_somebody_was_marked_as_there_tells_its_own_marks_alone():
    marks = (mark(1), mark(2, session=RowId("s1")), mark(3, "tidak", session=RowId("s1")))
    assert told_in("s1", *marks) == ["", "hadir", "tidak"]


def test_the_mark_of_the_day_goes_before_that_of_a_session():
    marks = [mark(1, session=RowId("s1")), mark(1, "diwakili", deputy="Ani")]
    assert presences([person(1)], marks, day=DAY)[0].words == "diwakili oleh Ani"


def test_a_seat_with_a_deputy_is_filled():
    whole = recap(presences([person(1), person(2)], [mark(1, "diwakili", deputy="Ani")], day=DAY)).whole
    assert (whole.there, whole.sent, whole.came, whole.missing, whole.share) == (1, 1, 0, 1, 0.5)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "hadir 08.07"),
        ({"way": "kertas"}, "hadir"),
        ({"at": "2026-08-05T19:30:00+08:00"}, "hadir"),
        ({"state": "tidak"}, "tidak hadir"),
        ({"state": ""}, ""),
        ({"state": "diwakili"}, "diwakili"),
    ],
)
def test_the_hour_is_said_only_where_it_tells_when_somebody_came(given, words):
    assert presences([person(1)], [mark(1, **given)], day=DAY)[0].words == words


def test_a_name_that_is_no_deputy_is_not_told():
    assert presences([person(1)], [mark(1, "hadir", deputy="Ani")], day=DAY)[0].deputy == ""


def test_agencies_stand_in_their_order_then_institutions_by_name_then_those_from_nowhere():
    people = [
        person(1, "", institution="Universitas Halu Oleo"),
        person(2, "h"),
        person(3, "k"),
        person(4, ""),
        person(5, "", institution="dinas kesehatan"),
        person(6, "", institution="Bank Sultra"),
    ]
    found = recap(presences(people, [mark(5)], (KOMINFO, HEALTH), day=DAY), (KOMINFO, HEALTH)).by_opd
    assert [(item.called, item.expected, item.there) for item in found] == [
        ("Diskominfo", 1, 0),
        ("Dinkes", 2, 1),
        ("Bank Sultra", 1, 0),
        ("Universitas Halu Oleo", 1, 0),
        ("Tanpa instansi", 1, 0),
    ]


def test_a_recap_tells_unsur_and_roles_and_guests():
    people = [
        person(1, element="pemerintah", body="Tim Teknis"),
        person(2, element="akademisi", body="Dewan"),
        person(3, body="Paduan suara", walk_in=True),
    ]
    found = recap(presences(people, [mark(2), mark(3)], day=DAY))
    assert [(item.name, item.there) for item in found.by_element if item.expected] == [
        ("Pemerintah", 0),
        ("Akademisi", 1),
        ("Belum diketahui", 1),
    ]
    assert [item.name for item in found.by_body] == ["Dewan", "Tim Teknis", "Paduan suara"]
    assert found.added == 1


def test_missing_participants_stand_by_agency_the_most_first():
    people = [person(1, "k"), person(2, "h"), person(3, "h"), person(4, "k")]
    found = missing(
        presences(people, [mark(4), mark(1, "tidak")], (KOMINFO, HEALTH), day=DAY), (KOMINFO, HEALTH)
    )
    assert [[item.person.number for item in own] for own in found] == [[2, 3], [1]]


def crowd(outside, inside):
    kinds = ["akademisi"] * outside + ["pemerintah"] * inside
    return [person(place, element=kind) for place, kind in enumerate(kinds, start=1)]


def test_too_few_outsiders_are_told_in_words():
    people = crowd(2, 18)
    found = presences(people, [mark(place) for place in range(1, 21)], day=DAY)
    assert outsiders_warning(found) == (
        "Baru 2 dari 20 yang hadir berasal dari luar pemerintah (10%, di bawah 20%). "
        "Belum ada: dunia usaha, komunitas, media."
    )


def test_outsiders_who_were_only_invited_do_not_count():
    found = presences(crowd(10, 20), [mark(place) for place in range(10, 31)], day=DAY)
    assert "Baru 1 dari 21" in outsiders_warning(found)


@pytest.mark.parametrize(("outside", "inside"), [(4, 16), (0, 9)])
def test_nothing_is_said_where_outsiders_are_enough_or_hardly_anybody_is_there(outside, inside):
    marks = [mark(place) for place in range(1, outside + inside + 1)]
    assert outsiders_warning(presences(crowd(outside, inside), marks, day=DAY)) == ""


def test_the_printed_order_is_by_number_and_those_without_one_come_last():
    people = [person(3), Person(RowId("x"), name="Tanpa nomor"), person(1)]
    order = in_print_order(presences(people, [], day=DAY))
    assert [item.person.number for item in order] == [1, 3, None]


def test_days_of_a_stage_are_counted_once_each_with_deputies_by_name():
    days = (DAY, "2026-08-05", "2026-08-06")
    marks = [
        mark(1),
        mark(1, session=RowId("s1")),
        mark(1, "diwakili", date=days[1], deputy="Ani"),
        mark(2, "diwakili", deputy="Budi"),
        mark(2, "diwakili", date=days[1], deputy="Budi"),
        mark(3, "tidak", date=days[2]),
    ]
    counted = counted_days(days, marks)
    assert counted == days[:2]
    found = stays([RowId("p1"), RowId("p2"), RowId("p3")], marks, counted)
    assert (found[RowId("p1")].share, found[RowId("p1")].deputy_share("Ani")) == (0.5, 0.5)
    assert (found[RowId("p2")].share, found[RowId("p2")].deputy_share("Budi")) == (0.0, 1.0)
    assert found[RowId("p3")].own == 0
    assert stays([RowId("p1")], [], ())[RowId("p1")].share == 0


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.825, "82,5%"), (0, "0%"), (1, "100%"), (0.9999, "99,9%"), (0.0001, "0,1%"), (0.5, "50%")],
)
def test_a_share_never_rounds_to_nothing_or_all(share, words):
    assert percent(share) == words
