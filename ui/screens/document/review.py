"""The programs of the plan that is shown, read beside the tree: the same answers as in their worksheet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.context import Screen, Services
from ui.lane import Ticket
from ui.models.manner import PROGRAMS
from ui.models.plan_review import PlanReview, review_of
from ui.translate import worded
from ui.widgets.plan_tree import PlanPanel

_ANALYSIS = "analysis"


def _read(services: Services, opd: RowId) -> PlanReview | None:
    known = services.worksheet.worksheets()
    fit = (item for item in known if item.target == _ANALYSIS and item.rows_from == PROGRAMS)
    sheet = next((item for item in fit if not item.retired), None)
    if sheet is None:
        return None
    found = {} if services.is_read_only else services.suggest.suggestions(opd)
    return review_of(services.worksheet.grid(sheet.id, opd), found)


class ReviewPart(QObject):
    """Fills the columns while the switch is on, and writes what is answered in them."""

    def __init__(
        self, screen: Screen, panel: PlanPanel, services: Services, again: Callable[[], None]
    ) -> None:
        """Act for this screen; ``again`` reads anew what stands in the file."""
        super().__init__(screen)
        self._screen, self._panel, self._services, self._again = screen, panel, services, again
        self._opd = NO_ROW
        self._ticket = Ticket()
        panel.review.switched.connect(self._switched)
        panel.review.refused.connect(screen.warned)
        panel.review.offer_refused.connect(self._refuse)
        panel.model.answered.connect(self._answered)

    def show_plan(self, opd: RowId) -> None:
        """Read the answers of the agency whose plan is shown now, where they are wanted."""
        self._opd = opd
        self._ticket.cancel()
        if self._panel.review.switch.isChecked():
            self._ticket = self._screen.read(partial(_read, self._services, opd), self._show)

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        if on and self._opd:
            self.show_plan(self._opd)
        else:
            self._ticket.cancel()
            self._panel.show_review(None)

    def _show(self, review: PlanReview | None) -> None:
        if review is None or not review.columns:
            self._panel.review.switch.setChecked(False)
            self._screen.warned.emit("Kertas kerja Analisis Renstra tidak dipakai, jadi tidak ada telaahnya.")
            return
        self._panel.show_review(review)

    def _answered(self, line: str, key: str, raw: str) -> None:
        review = self._panel.model.review
        if review is not None:
            cells = [(RowId(line), key, raw)]
            call = partial(self._services.worksheet.set_cells, review.worksheet, review.party, cells)
            self._screen.act(call)

    def _refuse(self, line: str) -> None:
        review = self._panel.model.review
        offers = [item.offer for item in review.offers(line)] if review else []
        call = partial(self._services.cell_offer.refuse, RowId(line), offers)
        self._screen.act(call, self._refused)

    def _refused(self, changes: Changes) -> None:
        if changes:
            self._screen.said.emit(worded("Usulan dimensi ditolak. Ctrl+Z mengurungkan."))
        self._again()
