"""The rows of a table, or the picture of a chart, that fills itself in a chapter."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from smartcity_desktop.domain.book_part import Filled
from ui.context import Screen, Services
from ui.widgets.part_dialog import PartDialog

_STRANGER: Final = "Bagian ini tidak dikenal program ini; isinya dibiarkan apa adanya."


class PartRows(QObject):
    """Opens what a part shows just now."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Read for a screen."""
        super().__init__(screen)
        self._screen, self._book = screen, services.book

    def open(self, key: str) -> None:
        """Show the rows of a part as they are now."""
        self._screen.context.autosave.flush()
        self._screen.read(partial(self._book.filled, (key,)), partial(self._show, key))

    def _show(self, key: str, found: dict[str, Filled]) -> None:
        if key not in found:
            self._screen.warned.emit(_STRANGER)
            return
        dialog = PartDialog(found[key], self._screen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
