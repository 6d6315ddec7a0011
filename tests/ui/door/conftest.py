"""The page of attendance beside the list of participants, on a real workshop file."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from tests.ui.door.hand import settle
from tests.ui.planning import on_data, open_workshop
from ui.screens.people.door import open_people

NAMES = ("Andi Jum'ah, S.Kom.", "Hj. Sitti Rahmawati", "La Ode Rusli", "Wa Ode Nurhayati", "Andi Fauzan")


@pytest.fixture
def desk(lane, tmp_path, clock, ids):
    made = open_workshop(lane, tmp_path, clock, ids)
    on_data(lane, lambda: fill(made))
    yield made
    lane.drain(5)
    lane.data(made.close)


def fill(desk):
    """Invite five by name and forty more, numbers 1 to 45, of two agencies and a university."""
    desk.opd.add(
        [OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan", "Dinkes")]
    )
    places = [item.id for item in desk.opd.opds()]
    people = [Person(name=name, opd=places[0], element="pemerintah") for name in NAMES]
    people += [
        Person(name=f"Peserta {number}", opd=places[1], position="Staf", element="pemerintah")
        for number in range(6, 44)
    ]
    people += [Person(name=name, institution="Univ. X", element="akademisi") for name in ("Rina", "Tono")]
    desk.people.add(people)


@pytest.fixture
def screen(desk, context, qtbot, dressed):
    assert dressed
    made = open_people(desk, context)
    context.bus.subscribe(made.kinds, made.changed, made)
    made.heard = []
    for signal in (made.said, made.told, made.warned):
        signal.connect(made.heard.append)
    qtbot.addWidget(made)
    made.resize(1190, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.arrive()
    settle(made)
    return made


@pytest.fixture
def door(screen):
    screen.show_page(1)
    settle(screen)
    return screen.extra[0]
