"""Which session is meant where nobody named one."""

import pytest

from smartcity_desktop.domain.session import Session, meant_session

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
