"""What the screen Peserta does with participants who stand in the list twice."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.people_twin import Comparison
from ui.context import Screen, Services
from ui.widgets.button import Button
from ui.widgets.people_twin import TwinDialog


class PeopleTwins(QObject):
    """Works for a screen, which says the sentences; its button tells how many pairs there are."""

    def __init__(self, services: Services, screen: Screen, changed: Callable[[], None]) -> None:
        """Call ``changed`` after two were joined."""
        super().__init__(screen)
        self._services, self._screen, self._changed = services, screen, changed
        self.button = Button("", "people-twins-open", parent=screen)
        self.button.clicked.connect(self.ask)
        self.button.hide()
        self.dialog: TwinDialog | None = None

    def look(self) -> None:
        """Count the likely pairs anew."""
        self._screen.read(self._services.people_twin.count, self._count)

    def ask(self) -> None:
        """Open the pairs, or show them anew."""
        self._screen.context.autosave.flush_all()
        self._screen.read(self._services.people_twin.pairs, self._show)

    def _count(self, pairs: int) -> None:
        words = f"Peserta kembar ({pairs}) …"
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(pairs))

    def _show(self, pairs: tuple[Comparison, ...]) -> None:
        self._count(len(pairs))
        if self.dialog is not None:
            self.dialog.show_pairs(pairs)
            return
        self.dialog = TwinDialog(pairs, self._screen)
        self.dialog.joined.connect(self._join)
        self.dialog.all_asked.connect(self._join_clear)
        self.dialog.parted.connect(self._part)
        self.dialog.finished.connect(self._closed)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _join(self, pair: Comparison, chosen: Mapping[str, int]) -> None:
        twin = pair.twin
        call = partial(self._services.people_twin.join, twin.keep.id, twin.gone.id, chosen)
        self._screen.act(call, partial(self._said, "Dua baris menjadi satu peserta."))

    def _join_clear(self) -> None:
        self._screen.act(self._services.people_twin.join_clear, self._joined_clear)

    def _joined_clear(self, changes: Changes) -> None:
        self._said(f"{changes.label[:1].upper()}{changes.label[1:]}: selesai.", changes)

    def _part(self, pair: Comparison) -> None:
        twin = pair.twin
        call = partial(self._services.people_twin.keep_apart, twin.keep.id, twin.gone.id)
        self._screen.act(call, partial(self._said, "Keduanya tetap dua peserta."))

    def _said(self, words: str, changes: Changes) -> None:
        if changes:
            self._screen.said.emit(f"{words} Ctrl+Z mengurungkan.")
        if self.dialog is not None:
            self.ask()
        self._changed()
