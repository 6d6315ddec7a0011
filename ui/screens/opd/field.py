"""Bidang urusan that plans say their agencies have: read, added, refused."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.suggest_match import FieldOffer
from smartcity_desktop.services.suggest import SuggestService
from ui.context import Screen
from ui.widgets.opd_field import FieldLine


class FieldActs(QObject):
    """Fills the line below the table, and writes what a person says of it."""

    def __init__(
        self, screen: Screen, line: FieldLine, suggest: SuggestService, again: Callable[[], None]
    ) -> None:
        """Act for this screen; ``again`` reads anew what stands in the file."""
        super().__init__(screen)
        self._screen, self._line, self._suggest, self._again = screen, line, suggest, again
        line.taken.connect(self._take)
        line.refused.connect(self._refuse)

    def refresh(self) -> None:
        """Read what plans say now."""
        self._screen.read(self._suggest.missing_fields, self._line.show_offers)

    def _take(self, offer: FieldOffer) -> None:
        call = partial(self._suggest.accept_field, offer.opd, offer.field.bidang)
        self._screen.act(call, partial(self._settled, f"Bidang {offer.field.bidang} ditambahkan"))

    def _refuse(self, offer: FieldOffer) -> None:
        call = partial(self._suggest.refuse_field, offer.opd, offer.field.bidang)
        self._screen.act(call, partial(self._settled, f"Usulan bidang {offer.field.bidang} ditolak"))

    def _settled(self, words: str, changes: Changes) -> None:
        if changes:
            self._screen.said.emit(f"{words}. Ctrl+Z mengurungkan.")
        self._again()
