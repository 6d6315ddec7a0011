"""Which session is meant where nobody named one."""

import pytest

from smartcity_desktop.domain.session import Session, has_report, meant_session, minutes_after

MORNING = Session(
    "a", stage="s1", title="Pembukaan", started_at="2026-08-04T08:00", ended_at="2026-08-04T09:00"
)
NOON = Session(
    "b", stage="s1", title="Kerja kelompok", started_at="2026-08-04T10:00", ended_at="2026-08-04T12:00"
)
NOW = Session("c", stage="s2", title="Pleno", started_at="2026-09-01T08:00")
PLANNED = Session("d", stage="s1", title="Penutup")


@pytest.mark.parametrize(
    ("sessions", "chosen", "stage", "wanted"),
    [
        ([MORNING, NOON, NOW, PLANNED], "a", "s2", MORNING),
        ([MORNING, NOON, NOW, PLANNED], "d", "s1", PLANNED),
        ([MORNING, NOON, NOW, PLANNED], "", "s1", NOW),
        ([MORNING, NOON, PLANNED], "s1", "s1", NOON),
        ([MORNING, NOON, PLANNED], "", "s2", None),
        ([PLANNED], "", "s1", None),
        ([], "a", "s1", None),
    ],
)
def test_the_chosen_session_else_the_running_else_the_last_of_the_stage(sessions, chosen, stage, wanted):
    assert meant_session(sessions, chosen, stage) == wanted


@pytest.mark.parametrize(
    ("moment", "plan", "minutes"),
    [
        ("2026-08-04T08:12:40+08:00", "08:00", 12),
        ("2026-08-04T07:59:30+08:00", "08:00", 0),
        ("2026-08-04T07:48:00+08:00", "08:00", -12),
        ("2026-08-05T00:10:00+08:00", "23:50", 20),
        ("2026-08-04T23:50:00+08:00", "00:10", -20),
        ("2026-08-04T19:00:00+08:00", "08:00", 660),
        ("2026-08-04T20:30:00+08:00", "08:00", None),
        ("2026-08-04T08:00:00+08:00", "", None),
        ("", "08:00", None),
    ],
)
def test_a_moment_is_compared_with_its_plan_where_they_belong_together(moment, plan, minutes):
    assert minutes_after(moment, plan) == minutes


@pytest.mark.parametrize(
    ("kind", "follows", "told"),
    [
        ("kelompok", True, True),
        ("presentasi", True, True),
        ("", True, True),
        ("istirahat", True, False),
        ("materi", True, False),
        ("seremoni", True, False),
        ("seremoni", False, True),
        ("istirahat", False, True),
    ],
)
def test_a_report_is_worth_it_after_work_a_presentation_and_at_the_end_of_the_day(kind, follows, told):
    running = Session("r", kind=kind, start_plan="10:00", started_at="2026-08-04T10:00")
    before = Session("p", start_plan="09:00")
    after = Session("f", start_plan="11:00", skipped=not follows)
    assert has_report(running, [before, running, after]) is told
