"""What the screen Peserta does with participants who were removed from the list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people_record import Remains, Removed
from ui.context import Screen, Services
from ui.widgets.button import Button
from ui.widgets.people_gone import GoneDialog
from ui.widgets.personal_data import EraseDialog


class PeopleGone(QObject):
    """Works for a screen, which says the sentences."""

    def __init__(self, services: Services, screen: Screen, changed: Callable[[], None]) -> None:
        """Call ``changed`` after somebody was brought back or erased."""
        super().__init__(screen)
        self._services, self._screen, self._changed = services, screen, changed
        self.button = Button("", "people-gone-came", parent=screen)
        self.button.clicked.connect(self.ask)
        self.button.hide()
        self.dialog: GoneDialog | None = None

    def look(self) -> None:
        """Count anew who was removed here and marked as present on another laptop since."""
        self._screen.read(self._services.people_gone.count_came, self._count)

    def _count(self, came: int) -> None:
        words = f"Dihapus, lalu dicatat hadir ({came}) …"
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(came))

    def ask(self) -> None:
        """Open the list of the removed, or show it anew."""
        self.ask_over(self._screen.window())

    def ask_over(self, parent: QWidget) -> None:
        """Open the list over a dialog."""
        self._screen.context.autosave.flush_all()
        services = self._services
        self._screen.read(
            lambda: (services.people_gone.removed(), services.is_read_only), partial(self._show, parent)
        )

    def _show(self, parent: QWidget, found: tuple[list[Removed], bool]) -> None:
        people, read_only = found
        if self.dialog is not None:
            self.dialog.show_people(people)
            return
        self.dialog = GoneDialog(people, locked=read_only, parent=parent)
        self.dialog.restore_asked.connect(self._restore)
        self.dialog.erase_asked.connect(self._ask_erase)
        self.dialog.finished.connect(self._closed)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _restore(self, rows: list[RowId]) -> None:
        call = partial(self._services.people_gone.restore, *rows)
        self._screen.act(call, partial(self._restored, len(rows)))

    def _restored(self, count: int, changes: Changes) -> None:
        if changes:
            who = "Seorang peserta" if count == 1 else f"{count} peserta"
            self._screen.said.emit(f"{who} kembali di daftar dengan kehadirannya. Ctrl+Z mengurungkan.")
        self._after()

    def _ask_erase(self, rows: list[RowId]) -> None:
        self._screen.read(partial(self._services.people_gone.remains, *rows), partial(self._confirm, rows))

    def _confirm(self, rows: list[RowId], remains: Remains) -> None:
        dialog = EraseDialog(remains, self.dialog or self._screen.window())
        dialog.confirmed.connect(partial(self._erase, rows))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _erase(self, rows: list[RowId]) -> None:
        self._screen.act(partial(self._services.people_gone.erase, *rows), self._erased)

    def _erased(self, changes: Changes) -> None:
        if changes:
            self._screen.told.emit(
                "Data pribadinya sudah dihapus dari berkas Bimtek ini dan dari riwayatnya."
            )
        self._after()

    def _after(self) -> None:
        if self.dialog is not None:
            self.ask()
        self._changed()
