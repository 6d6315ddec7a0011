"""From a proposal in Hasil to the vision that it became."""

from functools import partial

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.vision import VISION
from tests.services.test_vision import PROPOSED, write
from tests.ui.result.hand import settle


def test_a_proposal_leads_on_to_the_version_that_was_adopted_of_it(show, hall, qtbot):
    row = hall.ask(partial(write, hall.desk, "L4V", {"kind": VISION, "text": PROPOSED}))
    hall.ask(partial(hall.desk.vision.take, row, VISION))
    screen = show(hall, "L4V")
    gone = []
    screen.go.connect(lambda key, there: gone.append((key, there)))
    screen.table.stand(row)
    settle(screen)
    qtbot.waitUntil(lambda: screen.trail.text.text() == PROPOSED)
    draft = hall.ask(hall.desk.vision.board).vision.id
    screen.trail.findChild(QWidget, "trail-forward-1").click()
    assert gone == [("analysis", f"vision:{draft}")]
