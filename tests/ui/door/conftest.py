"""The page of attendance beside the list of participants, on a real workshop file."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from tests.ui.door.hand import settle
from tests.ui.planning import on_data
from ui.screens.people.door import open_people

NAMES = ("Andi Jum'ah, S.Kom.", "Hj. Sitti Rahmawati", "La Ode Rusli", "Wa Ode Nurhayati", "Andi Fauzan")


@pytest.fixture
def desk(desk, lane):
    on_data(lane, lambda: fill(desk))
    return desk


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
def screen(desk, context, come_up):
    made = come_up(open_people(desk, context), 1190, 660)
    settle(made)
    return made


@pytest.fixture
def door(screen):
    screen.show_page(1)
    settle(screen)
    return screen.extra[0]
