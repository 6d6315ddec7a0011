"""Rundowns as files: what is taken, what is refused, and what goes out comes back."""

import pytest

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_template import blocks_of, raw_of, template_from, template_of
from smartcity_desktop.domain.ids import RowId

WHOLE = {
    "title": "Dua hari",
    "words": "Untuk mencoba",
    "stage": 2,
    "days": [
        {
            "start": "08:00",
            "blocks": [
                {"title": "Pembukaan", "kind": "seremoni", "minutes": 45, "slack": 60, "speaker": "Bupati"},
                {
                    "title": "Kerja",
                    "kind": "kelompok",
                    "minutes": 90,
                    "worksheet": "L5",
                    "private": "Keliling",
                },
                {"title": "Bupati datang", "kind": "seremoni", "minutes": 30, "start": "11:00"},
                {"title": "ISHOMA", "kind": "istirahat", "lunch": True, "minutes": 60},
                {
                    "title": "Paparan",
                    "kind": "presentasi",
                    "minutes": 60,
                    "speak_minutes": 8,
                    "reply_minutes": 2,
                },
            ],
        }
    ],
}
L5 = RowId("l5")


def test_a_rundown_goes_out_and_comes_back_the_same():
    found = template_of(WHOLE, "dua-hari", own=True)
    assert template_of(raw_of(found), "dua-hari", own=True) == found
    assert found.length == "1 hari, 5 sesi"


def test_a_rundown_lies_on_a_date_with_its_fixed_points_and_the_lunch_of_that_day():
    day = blocks_of(template_of(WHOLE, "x").days[0], "2026-08-04", {"L5": L5})
    assert [(item.title, item.start_plan, item.end_plan, item.fixed) for item in day] == [
        ("Pembukaan", "08:00", "08:45", False),
        ("Kerja", "08:45", "10:15", False),
        ("Bupati datang", "11:00", "11:30", True),
        ("ISHOMA", "12:00", "13:00", True),
        ("Paparan", "13:00", "14:00", False),
    ]
    assert {item.date for item in day} == {"2026-08-04"}
    assert (day[0].slack, day[1].worksheet, day[4].speak_minutes) == (60, L5, 8)
    friday = blocks_of(template_of(WHOLE, "x").days[0], "2026-08-07", {})
    assert (friday[3].start_plan, friday[3].end_plan) == agenda.FRIDAY_LUNCH
    assert friday[1].worksheet == ""


def test_a_planned_day_becomes_the_rundown_it_came_from():
    template = template_of(WHOLE, "x")
    for date in ("2026-08-04", "2026-08-07"):
        made = template_from("Dua hari", [blocks_of(template.days[0], date, {"L5": L5})], {L5: "L5"})
        kept, wanted = made.days[0], template.days[0]
        assert kept.start == wanted.start
        assert [(item.title, item.lunch, item.start) for item in kept.blocks] == [
            (item.title, item.lunch, item.start) for item in wanted.blocks
        ]
        assert kept.blocks[1] == wanted.blocks[1]


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        {"title": "x", "days": []},
        {"title": "x", "days": [{"blocks": []}]},
        {"title": "", "days": WHOLE["days"]},
        {"title": "x" * 81, "days": WHOLE["days"]},
        {"title": "x", "days": WHOLE["days"] * 15},
        {"title": "x", "days": [{"start": "25:00", "blocks": WHOLE["days"][0]["blocks"]}]},
        {"title": "x", "days": [{"blocks": [{"title": "a", "kind": "pesta", "minutes": 5}]}]},
        {"title": "x", "days": [{"blocks": [{"title": "a", "kind": "materi", "minutes": -5}]}]},
        {"title": "x", "days": [{"blocks": [{"title": "a", "kind": "materi"}]}]},
        {"title": "x", "days": [{"blocks": [{"title": "a", "kind": "materi", "minutes": True}]}]},
        {"title": "x", "days": [{"blocks": [{"title": 7, "kind": "materi", "minutes": 5}]}]},
        {
            "title": "x",
            "days": [{"blocks": [{"title": "a", "kind": "materi", "minutes": 5, "start": "pagi"}]}],
        },
        {"title": "x", "days": [{"blocks": [{"title": "a", "kind": "materi", "minutes": 5}] * 61}]},
    ],
)
def test_what_is_no_rundown_is_refused(raw):
    with pytest.raises((ValueError, TypeError)):
        template_of(raw, "x")
