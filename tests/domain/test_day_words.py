"""The sentences that a paper of the evening proposes."""

import pytest

from smartcity_desktop.domain.attendance import Recap
from smartcity_desktop.domain.day_words import Event, obstacles, purpose
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.words import Words


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Membaca Renstra setiap OPD.", "Bimtek A Tahap II bertujuan membaca Renstra setiap OPD."),
        ("Media siap meliput", "Bimtek A Tahap II bertujuan: Media siap meliput."),
        ("RPJMD terbaca", "Bimtek A Tahap II bertujuan: RPJMD terbaca."),
    ],
)
def test_the_goal_of_a_stage_is_said_in_one_sentence(goal, told):
    assert purpose(Event("Bimtek A", "Tahap II", "Kota A", "", goal), Words()) == told


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ("09:27", "dimulai 22 menit dan selesai 12 menit lebih lambat dari rencana."),
        ("09:15", "dimulai 22 menit lebih lambat dari rencana, selesai tepat waktu."),
        ("09:10", "dimulai 22 menit lebih lambat dari rencana, selesai 5 menit lebih awal."),
        ("", "dimulai 22 menit lebih lambat dari rencana."),
    ],
)
def test_a_late_beginning_is_told_with_the_end_that_the_table_counts(ended, told):
    day = "2026-08-04"
    block = Session(
        "a",
        title="Pembukaan",
        date=day,
        start_plan="08:30",
        end_plan="09:15",
        started_at=f"{day}T08:52:00+08:00",
        ended_at=f"{day}T{ended}:00+08:00" if ended else "",
    )
    assert obstacles([block], Recap(), (), Words()) == f"Pembukaan {told}"
