"""What two laptops filled differently beside the text of a chapter, or on the cover: told, and chosen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.book_differing import Differing, told
from ui.context import Screen, Services
from ui.translate import worded
from ui.widgets.field_versions import FieldVersionsDialog
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes


class BookDiffering(QObject):
    """Tells in a bar that fields wait for a choice, as long as they do."""

    settled = Signal()
    """A value of a field was chosen."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Tell it on a screen."""
        super().__init__(screen)
        self._screen, self._book = screen, services.book
        self._fields: tuple[Differing, ...] = ()

    def tell(self, bar: MessageBar, fields: tuple[Differing, ...]) -> None:
        """Say in a bar which fields differ; one who closed it is not told of the same ones twice."""
        if fields and fields != self._fields:
            bar.tell(worded(told(fields)), "warning", "Pilih", self.ask)
        elif not fields:
            bar.hide()
        self._fields = fields

    def ask(self) -> None:
        """Show every value of the fields that differ, and let one of each be chosen."""
        if not self._fields:
            return
        self._screen.context.autosave.flush_all()
        dialog = FieldVersionsDialog(self._fields, self._screen)
        dialog.chosen.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, item: Differing, value: str) -> None:
        self._screen.act(partial(self._book.choose, item, value), self._chosen)

    def _chosen(self, _changes: "Changes") -> None:
        self._screen.said.emit("Isian sudah dipilih.")
        self.settled.emit()
