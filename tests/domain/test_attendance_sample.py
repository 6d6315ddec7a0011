"""Who came to the sample city's days."""

from smartcity_desktop.domain.attendance_sample import sample_marks
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person

RULE = {"day": "2026-08-04", "zone": "+08:00", "opens": "07:30", "minutes": 60, "share": 90, "leaders": 50}
DEPUTIES = [{"deputy": f"Wakil {place}", "deputy_position": "Staf"} for place in range(60)]
PEOPLE = [
    Person(
        RowId(f"p{place}"), name=f"Orang {place}", number=place, body="Dewan" if place % 4 == 0 else "Forum"
    )
    for place in range(1, 201)
]


def test_the_same_people_come_every_time():
    assert sample_marks(PEOPLE, RULE, DEPUTIES) == sample_marks(PEOPLE, RULE, DEPUTIES)


def test_about_as_many_come_as_the_rule_says_and_some_leaders_send_somebody():
    found = sample_marks(PEOPLE, RULE, DEPUTIES)
    assert 165 <= len(found) <= 195
    sent = [item.deputy for item in found if item.state == "diwakili"]
    assert 10 <= len(sent) <= 40
    assert len(set(sent)) == len(sent)


def test_they_come_between_the_opening_of_the_door_and_its_closing():
    for item in sample_marks(PEOPLE, RULE, DEPUTIES):
        assert "2026-08-04T07:30:00+08:00" <= item.at <= "2026-08-04T08:32:00+08:00"


def test_any_list_will_do():
    assert sample_marks([], RULE, DEPUTIES) == []
    assert all(item.state == "hadir" for item in sample_marks(PEOPLE, RULE, []))
    assert sample_marks([Person(RowId("x"), name="Tanpa nomor")], {**RULE, "share": 100}, DEPUTIES)
