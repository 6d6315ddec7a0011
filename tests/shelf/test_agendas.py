"""The ready-made rundowns: whole days without gap or overrun, on a Friday too, with words for the team."""

import re

import pytest

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_template import blocks_of
from smartcity_desktop.storage.agenda_template import on_shelf

TEMPLATES = on_shelf()
TUESDAY, FRIDAY = "2026-08-04", "2026-08-07"
EVERY = [(item.key, number) for item in TEMPLATES for number in range(len(item.days))]
LEAST_ROOM = 15


def day_of(key, number, date):
    template = next(item for item in TEMPLATES if item.key == key)
    return agenda.placed(blocks_of(template.days[number], date, {}))


def test_there_is_one_for_each_stage_two_for_the_last_and_one_of_a_single_day():
    assert sorted((item.stage, len(item.days)) for item in TEMPLATES) == [
        *((0, 1), (1, 2), (2, 2), (3, 2), (4, 2), (4, 2))
    ]
    signing = {
        item.key: next(
            number for number, day in enumerate(item.days) for b in day.blocks if b.kind == "penandatanganan"
        )
        for item in TEMPLATES
        if item.stage == 4
    }
    assert sorted(signing.values()) == [0, 1]


@pytest.mark.parametrize("date", [TUESDAY, FRIDAY])
@pytest.mark.parametrize(("key", "number"), EVERY)
def test_a_day_has_no_overrun_little_room_and_the_lunch_of_its_date(key, number, date):
    day = day_of(key, number, date)
    assert [item.says for item in day if item.overlap or item.gap > LEAST_ROOM] == []
    lunches = [item for item in day if item.block.title.startswith("ISHOMA")]
    assert [(item.block.start_plan, item.block.end_plan) for item in lunches] == [agenda.lunch(date)]
    assert 15 * 60 <= day[-1].end <= 17 * 60


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.key)
def test_every_block_tells_the_room_and_the_team_something(template):
    assert template.words
    blocks = [block for day in template.days for block in day.blocks]
    assert [block.title for block in blocks if not (block.public and len(block.private) > 30)] == []
    words = " ".join((b.title + b.public + b.private + b.speaker) for b in blocks)
    assert set(re.findall(r"\{\w*\}", words)) <= {"{head}", "{ministry}"}
    assert {b.worksheet for b in blocks} <= {"", *(f"L{number}" for number in range(1, 13))}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.key)
def test_the_opening_may_slip_and_presentations_have_times_that_fit(template):
    blocks = [block for day in template.days for block in day.blocks]
    assert [block.slack for block in blocks if block.title == "Pembukaan"] == [60]
    talks = [block for block in blocks if block.kind == "presentasi"]
    assert all(block.speak_minutes and block.reply_minutes for block in talks)
    assert all(block.speak_minutes + block.reply_minutes <= block.minutes for block in talks)
