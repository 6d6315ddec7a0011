"""The page Daftar dokumen of the screen Dokumen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_register import REGISTER
from smartcity_desktop.domain.register import Register
from smartcity_desktop.services.register import RegisterService
from ui.context import Screen
from ui.widgets.register_page import RegisterPage

_DOCUMENT = "document"


class RegisterPart(QObject):
    """Reads, shows and writes the register; how it looks is the page's."""

    def __init__(self, host: Screen, page: RegisterPage, register: RegisterService) -> None:
        """Serve this page of ``host``."""
        super().__init__(host)
        self._host, self._page, self._register = host, page, register
        self._wanted = ""
        self._fresh = False
        page.keeps = self._keeps
        page.added.connect(self.add)
        page.edited.connect(self._edit)
        page.removed.connect(self._remove)
        page.file_asked.connect(self._choose_file)
        page.file_dropped.connect(self._forget)
        page.copy_asked.connect(self._save_copy)
        page.print_asked.connect(self.print_list)

    def refresh(self) -> None:
        """Read and show what stands."""
        self._host.read(self._register.register, self._show)

    def choose(self, row: str) -> None:
        """Choose a document once the list is shown again."""
        self._wanted = row

    def print_list(self) -> None:
        """Show the list of sources as it is printed."""
        self._host.context.autosave.flush_all()
        self._host.print_asked.emit(REGISTER, "")

    @classmethod
    def ask_file(cls, parent: Screen, folder: str) -> Path | None:
        """Let a person choose the file of a document."""
        name, _ = QFileDialog.getOpenFileName(parent, "Berkas dokumen", folder)
        return Path(name) if name else None

    @classmethod
    def ask_place(cls, parent: Screen, path: str) -> Path | None:
        """Let a person choose where a kept file goes."""
        name, _ = QFileDialog.getSaveFileName(parent, "Simpan salinan", path)
        return Path(name) if name else None

    def add(self, kind: str, title: str = "") -> None:
        """Add a document of this kind and let its title be typed."""

        def call() -> Changes:
            row, changes = self._register.add(kind, title)
            self._wanted = row
            return changes

        self._fresh = True
        self._host.act(call, self._done)

    def _show(self, register: Register) -> None:
        self._page.show_register(register, self._wanted)
        if self._fresh and self._wanted:
            self._fresh = False
            self._page.start_typing()
        self._wanted = ""

    def _keeps(self, row: str, name: str) -> bool:
        return self._host.context.autosave.waits((_DOCUMENT, row, name))

    def _edit(self, row: str, name: str, value: object) -> None:
        kept = value if isinstance(value, int) or value is None else str(value)
        save = partial(self._register.update, RowId(row), name, kept)
        # Not its own source: the list tells what was typed once it is stored.
        self._host.context.autosave.note((_DOCUMENT, row, name), save)

    def _remove(self, row: str) -> None:
        self._host.act(partial(self._register.remove, RowId(row)), self._removed)

    def _removed(self, changes: Changes) -> None:
        if changes:
            self._host.said.emit("Dokumen dihapus dari daftar. Ctrl+Z mengembalikan.")
        self.refresh()

    def _choose_file(self, row: str, keep: bool) -> None:  # noqa: FBT001 - a slot of Qt
        path = self.ask_file(self._host, self._host.context.settings.value.last_folder)
        if path is not None:
            self._host.act(partial(self._register.attach, RowId(row), path, keep=keep), self._done)

    def _forget(self, row: str) -> None:
        self._host.act(partial(self._register.detach, RowId(row)), self._done)

    def _save_copy(self, row: str) -> None:
        found = self._page.row
        name = found.document.source_name if found else ""
        folder = self._host.context.settings.value.last_folder
        path = self.ask_place(self._host, str(Path(folder) / name))
        if path is not None:
            self._host.read(partial(self._register.save_copy, RowId(row), path), self._saved)

    def _saved(self, name: str) -> None:
        if name:
            self._host.told.emit(f"{name} tersimpan.")

    def _done(self, _changes: Changes) -> None:
        self.refresh()
