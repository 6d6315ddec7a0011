"""The sentences that a paper of the evening proposes."""

import pytest

from smartcity_desktop.domain.day_words import Event, purpose
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
