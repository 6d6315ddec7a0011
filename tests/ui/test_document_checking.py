"""What a reading is warned of before it is taken: as the plan of the agency that is chosen for it."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.opd import OpdRow
from tests.ui.planning import OPDS, document_screen, draft, on_data, settle

HEALTH, INFORMATICS, _VILLAGE = OPDS


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    return made


def old(**more):
    """Return a reading of a past period that names an agency, with a program of its own."""
    base = draft(problems=())
    lines = tuple(replace(item, code="", level="program", parent=None) for item in base.lines[:1])
    more = {"lines": lines, "years": ("2019",), "period_start": 2019, "period_end": 2020, **more}
    return replace(base, **more)


def codes(screen):
    return [item.code for item in screen.reading._findings]


def choose(screen, name):
    place = next(at for at in range(screen.reading.opd.count()) if name in screen.reading.opd.itemText(at))
    screen.reading.opd.setCurrentIndex(place)
    settle(screen)


def test_a_reading_is_warned_of_what_is_known_around_it_and_anew_for_another_agency(screen, desk):
    health = on_data(screen.context.lane, lambda: desk.opd.find(HEALTH).id)
    on_data(screen.context.lane, lambda: desk.renstra.adopt(health, old(opd_name=HEALTH)))
    screen.files._got(old(opd_name=INFORMATICS))
    settle(screen)
    assert "past-period" in codes(screen)
    assert "claimed-twice" in codes(screen)
    assert "wrong-agency" not in codes(screen)
    choose(screen, HEALTH)
    assert "wrong-agency" in codes(screen)
    assert "claimed-twice" not in codes(screen)
    choose(screen, INFORMATICS)
    assert "wrong-agency" not in codes(screen)


def test_an_agency_that_is_not_on_the_list_yet_is_looked_at_by_its_name(screen):
    screen.files._got(old(opd_name="Dinas Sosial"))
    settle(screen)
    choose(screen, "Tambah OPD baru")
    assert "past-period" in codes(screen)
    assert "wrong-agency" not in codes(screen)
