"""The warnings about the content of a reading, as the plan of the agency that is chosen for it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_ground import Ground
from smartcity_desktop.domain.renstra import Draft
from smartcity_desktop.services.finding import FindingService, found
from ui.context import Screen
from ui.lane import Ticket
from ui.widgets.reading import NEW_OPD, ReadingView

Whose = tuple[RowId, str]
"""The row of an agency, or no row and the name of a new one; neither where nobody has said whose it is."""


def whose_reading(view: ReadingView) -> Whose:
    """Return whose plan the reading of a view would become."""
    return (NO_ROW, view.draft.opd_name) if view.target == NEW_OPD else (view.target, "")


class CheckingPart(QObject):
    """Looks at a reading whenever it, or the agency chosen for it, is another."""

    def __init__(
        self, host: Screen, view: ReadingView, finding: FindingService, whose: Callable[[], Whose]
    ) -> None:
        """Serve the reading of ``view``; ``whose`` says whose plan it would become."""
        super().__init__(host)
        self._host, self._view, self._finding, self._whose = host, view, finding, whose
        self._ticket = Ticket()
        view.draft_changed.connect(self._again)
        view.target_changed.connect(self._again)

    def _again(self, _draft: object = None) -> None:
        self._ticket.cancel()
        # What is known around it may have changed since: another plan taken, the RPJMD read.
        self._ticket = self._host.read(self._finding.ground, partial(self._look, self._view.draft))

    def _look(self, draft: Draft, ground: Ground) -> None:
        agency, new = self._whose()
        call = partial(found, draft, ground, agency, new)
        self._ticket = self._host.context.lane.side(call, self._view.show_findings)
