"""What a chapter has been: its versions, and an older text put back as the newest."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.context import Screen, Services
from ui.translate import worded
from ui.widgets.row_history import RowHistoryDialog

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes
    from smartcity_desktop.domain.row_history import RowHistory

_NONE: Final = "Bab ini belum punya riwayat."


class ChapterHistory(QObject):
    """Opens the versions of the chapter that is shown."""

    restored = Signal()
    """The text of the chapter is an older one again."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Read and write for a screen."""
        super().__init__(screen)
        self._screen, self._history = screen, services.row_history
        self.row = NO_ROW

    def open(self) -> None:
        """Show the versions of the chapter, the newest first."""
        if self.row:
            self._screen.context.autosave.flush_all()
            self._screen.read(partial(self._history.history, self.row), self._show)

    def _show(self, found: "RowHistory") -> None:
        if not found.versions:
            self._screen.warned.emit(_NONE)
            return
        dialog = RowHistoryDialog(found, worded, self._screen)
        dialog.restored.connect(self._restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore(self, row: str, place: int) -> None:
        def put_back() -> "Changes":
            return self._history.restore(RowId(row), place)[1]

        self._screen.act(put_back, self._done)

    def _done(self, _changes: "Changes") -> None:
        self._screen.said.emit("Teks lama dipakai lagi. Ctrl+Z membatalkan.")
        self.restored.emit()
