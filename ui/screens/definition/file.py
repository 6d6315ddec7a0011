"""Exercises as files: saved for other workshops, read with what differs listed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from ui.context import Screen, Services
from ui.widgets.button import Button
from ui.widgets.definition_dialog import FileDialog

if TYPE_CHECKING:
    from smartcity_desktop.domain.definition_file import Difference
    from smartcity_desktop.domain.reference import WorksheetDefinition

_ENDING: Final = ".kertaskerja"
_FILTER: Final = "Kertas kerja (*.kertaskerja)"


class Holder(Protocol):
    """Whoever holds the exercise that files are about, and writes it."""

    def sheet(self) -> Worksheet | None:
        """Return the chosen exercise."""

    def failed(self, fault: Fault) -> None:
        """Say why nothing changed."""

    def make(self, call: Callable[[], tuple[RowId, Changes]]) -> None:
        """Make an exercise and stand at it."""

    def do(self, call: Callable[[], Changes]) -> None:
        """Change something at once."""


class DefinitionFiles(QObject):
    """The two buttons of files, and what they lead to."""

    def __init__(self, screen: Screen, holder: Holder, services: Services) -> None:
        """Make the buttons; the screen puts them into its head."""
        super().__init__(screen)
        self._screen = screen
        self._holder = holder
        self._definition = services.definition
        self.save_button = Button("Simpan …", "definition-save", parent=screen)
        self.open_button = Button("Ambil dari berkas …", "definition-open", parent=screen)
        self.save_button.clicked.connect(self.save)
        self.open_button.clicked.connect(self.ask)

    def save(self) -> None:
        """Ask where the chosen exercise goes and write it."""
        found = self._holder.sheet()
        if found is None:
            return
        folder = Path(self._screen.context.settings.value.last_folder or Path.home())
        name = safe_name(f"{found.code} {found.title}")
        proposed = str(folder / f"{name}{_ENDING}")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._screen, "Simpan kertas kerja sebagai berkas", proposed, _FILTER
        )
        if chosen:
            self.save_to(with_ending(chosen, _ENDING))

    def save_to(self, target: Path) -> None:
        """Write the chosen exercise, with what is still in the editors."""
        found = self._holder.sheet()
        if found is not None:
            self._screen.context.autosave.flush_all()
            call = partial(self._definition.save, found.id, target)
            self._screen.read(call, partial(self._saved, target), failed=self._holder.failed)

    def ask(self) -> None:
        """Let the person choose a file, and read it; nothing is written yet."""
        folder = self._screen.context.settings.value.last_folder
        chosen, _kind = QFileDialog.getOpenFileName(
            self._screen, "Ambil kertas kerja dari berkas", folder, _FILTER
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Read a file: a new exercise at once, else what differs from the one of the same code."""
        self._screen.context.autosave.flush_all()
        self._screen.read(partial(self._opened, path), self._show, failed=self._holder.failed)

    def _saved(self, target: Path, _nothing: object) -> None:
        self._screen.told.emit(f"Tersimpan: {target.name}. Bimtek lain mengambilnya di Susunan.")

    def _opened(self, path: Path) -> "tuple[WorksheetDefinition, Worksheet | None, tuple[Difference, ...]]":
        shape = self._definition.open(path)
        same = self._definition.same_code(shape)
        return shape, same, self._definition.differences(same.id, shape) if same else ()

    def _show(self, read: "tuple[WorksheetDefinition, Worksheet | None, tuple[Difference, ...]]") -> None:
        shape, same, found = read
        adopt = partial(self._holder.make, partial(self._definition.adopt, shape))
        if same is None:
            adopt()
            return
        dialog = FileDialog(f"{same.code} {same.title}", found, self._screen)
        dialog.adopted.connect(adopt)
        dialog.updated.connect(partial(self._update, same, shape))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _update(self, same: Worksheet, shape: "WorksheetDefinition", chosen: object) -> None:
        if isinstance(chosen, tuple):
            self._screen.open_row(same.id)
            self._holder.do(partial(self._definition.update, same.id, shape, chosen))
