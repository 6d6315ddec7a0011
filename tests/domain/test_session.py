"""Which session is meant where nobody named one."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.session import (
    Session,
    has_report,
    meant_session,
    minutes_after,
    proposed_worksheet,
)
from smartcity_desktop.domain.worksheet import Worksheet

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


L0 = Worksheet("l0", code="L0", stage=1, also=(3,))
L1 = Worksheet("l1", code="L1", stage=1)
L2 = Worksheet("l2", code="L2", stage=1)
L5 = Worksheet("l5", code="L5", stage=2)
WORKED = Session("w", date="2026-08-04", worksheet="l1", started_at="2026-08-04T09:00")
TOMORROW = Session("t", date="2026-08-05", start_plan="09:00", worksheet="l2")
LATER = Session("u", date="2026-08-05", start_plan="13:00", worksheet="l0")
MISSED = Session("m", date="2026-08-03", start_plan="09:00", worksheet="l2")


@pytest.mark.parametrize(
    ("number", "sessions", "worksheets", "wanted"),
    [
        (1, [], [L0, L1, L2, L5], L1),
        (1, [WORKED], [L0, L1, L2, L5], L2),
        (1, [LATER, TOMORROW], [L0, L1, L2, L5], L2),
        (1, [LATER], [L0, L1, L2, L5], L0),
        (1, [MISSED], [L0, L1, L2, L5], L1),
        (1, [replace(TOMORROW, skipped=True)], [L0, L1, L2], L1),
        (1, [TOMORROW], [L0, L1, replace(L2, retired=True)], L1),
        (1, [WORKED], [L0, L1], L1),
        (1, [], [L0, replace(L1, retired=True)], L0),
        (2, [], [L0, L1, L2, L5], L5),
        (3, [], [L0, L1, L2, L5], None),
    ],
)
def test_a_session_works_on_what_the_agenda_names_next_else_on_what_nobody_worked_on(
    number, sessions, worksheets, wanted
):
    assert proposed_worksheet(number, sessions, worksheets, "2026-08-04") == wanted
