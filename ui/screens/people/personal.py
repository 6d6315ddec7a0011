"""What the screen Peserta does with personal data: the switches, the export and the removal of one person."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_record import KeptNumbers, PersonalSettings, PersonRecord, remains_of
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.people import PeopleService, save_record
from ui.context import Screen, Services
from ui.screens.people.gone import PeopleGone
from ui.widgets.personal_data import EraseDialog, PersonalDialog

_FILTER: Final = "Teks (*.txt);;Untuk program lain (*.json)"


class PersonalData(QObject):
    """Works for a screen, which says the sentences."""

    def __init__(self, services: Services, screen: Screen, settled: Callable[[], None]) -> None:
        """``settled`` is called after the switches, or what stands in the file, became others."""
        super().__init__(screen)
        self._people, self._screen, self._settled = services.people, screen, settled
        self.gone = PeopleGone(services, screen, self._gone_changed)
        self._dialog: PersonalDialog | None = None

    def ask_settings(self) -> None:
        """Open the switches."""
        self._screen.context.autosave.flush_all()
        self._screen.read(self._people.personal, self._show_settings)

    def export_one(self, chosen: Sequence[Person]) -> None:
        """Ask where everything about the only chosen one goes."""
        if len(chosen) == 1:
            self.ask_export(chosen[0].id, chosen[0].name.partition(",")[0])

    def erase_one(self, chosen: Sequence[Person]) -> None:
        """Ask before the only chosen one is erased."""
        if len(chosen) == 1:
            self.ask_erase(chosen[0].id)

    def ask_export(self, row: RowId, name: str) -> None:
        """Ask where everything about one participant goes, and write it."""
        folder = Path(self._screen.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(f'Data peserta {name}')}.txt")
        chosen, kind = QFileDialog.getSaveFileName(
            self._screen, "Ekspor data seorang peserta", proposed, _FILTER
        )
        if chosen:
            machine = chosen.lower().endswith(".json") or (kind.endswith("(*.json)") and "." not in chosen)
            self.export_to(row, with_ending(chosen, ".json" if machine else ".txt"))

    def export_to(self, row: RowId, target: Path) -> None:
        """Write everything about one participant into a file."""
        self._screen.context.autosave.flush_all()
        call = partial(self._people.told, row, machine=target.suffix == ".json")
        self._screen.read(call, partial(self._write, target))

    def ask_erase(self, row: RowId) -> None:
        """Say what a removal takes away and what stays; it is done when the person confirms."""
        self._screen.context.autosave.flush_all()
        self._screen.read(partial(self._people.record, row), self._show_erase)

    def _show_settings(self, kept: KeptNumbers) -> None:
        dialog = PersonalDialog(kept, self._screen.window())
        dialog.settled.connect(self._settle)
        dialog.removed_asked.connect(partial(self.gone.ask_over, dialog))
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _gone_changed(self) -> None:
        """Count the removed anew where they are counted, and let the list be read again."""
        if self._dialog is not None:
            self._screen.read(self._people.personal, self._show_removed)
        self._settled()

    def _show_removed(self, kept: KeptNumbers) -> None:
        if self._dialog is not None:
            self._dialog.show_removed(kept.removed)

    def _settle(self, settings: PersonalSettings, nip: bool, phone: bool) -> None:  # noqa: FBT001 - a Signal's
        call = partial(_settle, self._people, settings, nip=nip, phone=phone)
        self._screen.act(call, partial(self._said, nip or phone))

    def _said(self, erased: bool, changes: Changes) -> None:  # noqa: FBT001 - bound by partial
        if erased:
            self._screen.told.emit("Nomor yang dimatikan sudah dihapus, juga dari riwayat perubahan.")
        elif changes:
            self._screen.said.emit("Pengaturan data pribadi tersimpan.")
        self._settled()

    def _write(self, target: Path, text: str) -> None:
        settings = self._screen.context.settings
        settings.store(replace(settings.value, last_folder=str(target.parent)))
        self._screen.context.lane.side(partial(_written, text, target), self._written)

    def _written(self, target: Path) -> None:
        self._screen.told.emit(f"Tersimpan: {target.name}")

    def _show_erase(self, record: PersonRecord) -> None:
        dialog = EraseDialog(remains_of(record), self._screen.window())
        dialog.confirmed.connect(partial(self._erase, record.person.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _erase(self, row: RowId) -> None:
        self._screen.act(partial(self._people.erase, row), self._erased)

    def _erased(self, changes: Changes) -> None:
        if changes:
            self._screen.told.emit("Data orang itu sudah dihapus dari berkas Bimtek ini dan dari riwayatnya.")
        self._settled()


def _settle(people: PeopleService, settings: PersonalSettings, *, nip: bool, phone: bool) -> Changes:
    """Write the switches, and erase what is switched off where a person asked for it."""
    changes = people.set_personal(settings)
    return changes | people.erase_numbers(nip=nip, phone=phone)


def _written(text: str, target: Path) -> Path:
    save_record(text, target)
    return target
