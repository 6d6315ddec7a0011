"""How lists come in on the screen Peserta: a chosen or dropped file, or what was pasted; looked at first."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.people_list import Candidate, Choice
from smartcity_desktop.domain.people_sheet import Layout, PeopleFile, PeopleSheet
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.people import PeopleService, read, read_pasted
from ui.context import Screen
from ui.lane import Ticket
from ui.translate import explain
from ui.widgets.people_import import PeopleImportDialog, Preview

_FILTER: Final = (
    "Daftar peserta (*.xlsx *.xlsm *.xlsb *.xls *.ods *.odt *.docx *.docm *.doc *.pdf *.csv *.tsv "
    "*.txt *.htm *.html *.mht *.xml);;Semua berkas (*)"
)


class PeopleIntake(QObject):
    """Works for a screen, which says the sentences."""

    def __init__(
        self,
        people: PeopleService,
        opd: OpdService,
        screen: Screen,
        adopted: Callable[[Changes], None],
        ask_settings: Callable[[], None],
    ) -> None:
        """``adopted`` hears of what came in; ``ask_settings`` opens the switches of NIP and phone."""
        super().__init__(screen)
        self._people, self._opd, self._screen = people, opd, screen
        self._adopted, self._ask_settings = adopted, ask_settings
        self._ticket = Ticket()
        self._cancelled = threading.Event()
        self.dialog: PeopleImportDialog | None = None

    def ask(self) -> None:
        """Let the person choose a file."""
        folder = self._screen.context.settings.value.last_folder
        chosen, _kind = QFileDialog.getOpenFileName(self._screen, "Impor peserta", folder, _FILTER)
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read a file in the side pool and show what it comes to; nothing is stored yet."""
        settings = self._screen.context.settings
        settings.store(replace(settings.value, last_folder=str(path.parent)))
        self._cancelled.set()
        self._ticket.cancel()
        self._cancelled = threading.Event()
        self._screen.context.autosave.flush_all()
        self._screen.told.emit(f"Membaca {path.name} …")
        call = partial(read, path, cancelled=self._cancelled.is_set)
        self._ticket = self._screen.context.lane.side(call, self._show_file, failed=self._refused)

    def paste(self, text: str) -> None:
        """Show what pasted text comes to, with room to paste more."""
        self._screen.context.autosave.flush_all()
        dialog = PeopleImportDialog(
            self._preview, ask_text=self._read_text, text=text, parent=self._screen.window()
        )
        self._open(dialog)

    def look_again(self) -> None:
        """Read the list that is being looked at once more: what it is compared with has changed."""
        if self.dialog is not None:
            self.dialog.ask_again()

    def end(self) -> None:
        """Stop a reading that nobody waits for any more."""
        self._cancelled.set()
        self._ticket.cancel()

    def _show_file(self, file: PeopleFile) -> None:
        self._open(PeopleImportDialog(self._preview, file, parent=self._screen.window()))

    def _open(self, dialog: PeopleImportDialog) -> None:
        self.dialog = dialog
        dialog.adopted.connect(self._adopt)
        dialog.settings_asked.connect(self._ask_settings)
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _preview(
        self, sheet: PeopleSheet, layout: Layout, choice: Choice, give: Callable[[Preview], None]
    ) -> None:
        call = partial(_preview, self._people, self._opd, sheet, layout, choice)
        self._screen.read(call, give, failed=self._refused)

    def _read_text(
        self, text: str, give: Callable[[PeopleFile], None], refuse: Callable[[str], None]
    ) -> None:
        def refused(fault: Fault) -> None:
            refuse(explain(fault))

        self._screen.context.lane.side(partial(read_pasted, text), give, failed=refused)

    def _adopt(self, candidates: Sequence[Candidate], chosen: Mapping[int, str]) -> None:
        call = partial(self._people.adopt, candidates, chosen)
        self._screen.act(call, self._took, failed=self._not_taken)

    def _took(self, changes: Changes) -> None:
        if self.dialog is not None:
            self.dialog.taken()
        self._adopted(changes)

    def _not_taken(self, fault: Fault) -> None:
        if self.dialog is not None:
            self.dialog.refuse(explain(fault))

    def _refused(self, fault: Fault) -> None:
        self._screen.warned.emit(explain(fault))


def _preview(
    people: PeopleService, opd: OpdService, sheet: PeopleSheet, layout: Layout, choice: Choice
) -> Preview:
    kept = people.personal().settings
    return Preview(people.preview(sheet, layout, choice), opd.opds(), kept.keep_nip, kept.keep_phone)
