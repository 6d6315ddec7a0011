"""Codes and names that the nomenclature proposes for the programs of the plan that is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest_code import CODE, CodeOffer
from smartcity_desktop.services.suggest import SuggestService
from ui.context import Screen
from ui.lane import Ticket
from ui.widgets.plan_tree import PlanPanel


class CodePart(QObject):
    """Fills the line below the tree, and writes what a person says of it."""

    def __init__(
        self, screen: Screen, panel: PlanPanel, suggest: SuggestService, again: Callable[[], None]
    ) -> None:
        """Act for this screen; ``again`` reads anew what stands in the file."""
        super().__init__(screen)
        self._screen, self._panel, self._suggest, self._again = screen, panel, suggest, again
        self._ticket = Ticket()
        panel.codes.taken.connect(self._take)
        panel.codes.refused.connect(self._refuse)

    def show_plan(self, opd: RowId) -> None:
        """Seek what is proposed for the plan of an agency that is shown now."""
        self._ticket.cancel()
        self._ticket = self._screen.read(partial(self._suggest.code_offers, opd), self._panel.show_codes)

    def _take(self, offer: CodeOffer) -> None:
        words = "Kode" if offer.field == CODE else "Nama"
        call = partial(self._suggest.accept_code, offer)
        self._screen.act(call, partial(self._settled, f"{words} {offer.value} dipakai"))

    def _refuse(self, offer: CodeOffer) -> None:
        call = partial(self._suggest.refuse_code, offer)
        self._screen.act(call, partial(self._settled, f"Usulan {offer.value} ditolak"))

    def _settled(self, words: str, changes: Changes) -> None:
        if changes:
            self._screen.said.emit(f"{words}. Ctrl+Z mengurungkan.")
        self._again()
