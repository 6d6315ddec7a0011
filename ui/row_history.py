"""What a row has been, asked for from any screen: its versions in a window, and an older one put back."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.row_history import RowHistory
from ui.context import Screen, Services
from ui.models.stage_copy import CHAPTER
from ui.translate import worded
from ui.widgets.row_history import RowHistoryDialog

HISTORY_KEYS: Final = "Ctrl+H"
HISTORY_WORDS: Final = f"Riwayat baris ini ({HISTORY_KEYS})"
_NO_ROW: Final = "Pilih barisnya dahulu."
_NONE: Final = "Baris ini belum punya riwayat."
_TEXT: Final = "Teks lama dipakai lagi. Ctrl+Z mengurungkan."
_COPY: Final = (
    "Versi lama ditambahkan sebagai baris baru di bawah; baris sekarang tetap. Ctrl+Z mengurungkan."
)
_BACK: Final = "Isi lama dipakai lagi. Ctrl+Z mengurungkan."


class RowHistoryWay(QObject):
    """Opens the versions of a row for a screen, which reads and writes and says what was done."""

    restored = Signal(str)
    """The row on which an older version stands now."""

    def __init__(
        self,
        screen: Screen,
        services: Services,
        row: Callable[[], str],
        read: Callable[[RowId], RowHistory] | None = None,
    ) -> None:
        """``row`` tells which row a person stands on, empty for none.

        ``read`` tells on the data thread what it has been, where that is not the history of the row itself.
        """
        super().__init__(screen)
        self._screen, self._history, self._row = screen, services.row_history, row
        self._reading = read
        self.dialog: RowHistoryDialog | None = None

    def take_key(self, widget: QWidget) -> None:
        """Open it with its key wherever the keyboard is on a widget."""
        shortcut = QShortcut(QKeySequence(HISTORY_KEYS), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open)

    def open(self) -> None:
        """Show the versions of the row one stands on, the newest first."""
        row = self._row()
        if not row:
            self._screen.warned.emit(_NO_ROW)
            return
        # What is being typed is a version too.
        self._screen.context.autosave.flush_all()
        self._screen.read(partial(self._reading or self._history.history, RowId(row)), self._show)

    def _show(self, found: RowHistory) -> None:
        if not found.versions:
            self._screen.warned.emit(_NONE)
            return
        self.dialog = RowHistoryDialog(found, worded, self._screen)
        self.dialog.restored.connect(partial(self._restore, found))
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _restore(self, found: RowHistory, row: str, place: int) -> None:
        stands = [NO_ROW]

        def put_back() -> Changes:
            stands[0], changes = self._history.restore(RowId(row), place)
            return changes

        self._screen.act(put_back, partial(self._done, found, stands))

    def _done(self, found: RowHistory, stands: list[RowId], changes: Changes) -> None:
        if changes:
            words = _TEXT if found.ent == CHAPTER else _COPY if found.copyable else _BACK
            self._screen.said.emit(words)
        self.restored.emit(stands[0])
