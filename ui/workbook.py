"""What a screen shows as a spreadsheet: asks where it goes, and writes it beside everything else."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.coverage import write_tables
from ui.context import Screen
from ui.translate import explain

_FILTER: Final = "Excel (*.xlsx)"
Gather = Callable[[], tuple[Sequence[TableSheet], str]]
"""Returns the tables and the title of the workshop, on the data thread."""


class WorkbookFile(QObject):
    """Writes what one tab shows, or several together."""

    def __init__(self, host: Screen, name: str, gather: Gather, more: str = "") -> None:
        """``name`` is that of the file; the host says the sentences, ``more`` behind the name of the file."""
        super().__init__(host)
        self._host, self._name, self._gather = host, name, gather
        self._more = more

    def ask(self) -> None:
        """Let the person choose where the file goes."""
        folder = Path(self._host.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(self._name)}.xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(self._host, "Simpan ke Excel", proposed, _FILTER)
        if chosen:
            self.save_to(with_ending(chosen, ".xlsx"))

    def save_to(self, target: Path) -> None:
        """Write what stands in the file and in the editors as a spreadsheet."""
        self._host.context.autosave.flush_all()
        self._host.read(self._gather, partial(self._write, target), failed=self._refused)

    def _write(self, target: Path, gathered: tuple[Sequence[TableSheet], str]) -> None:
        tables, title = gathered
        call = partial(write_tables, tables, title, target)
        self._host.context.lane.side(call, self._saved, failed=self._refused)

    def _saved(self, target: Path) -> None:
        self._host.told.emit(f"Tersimpan: {target.name}. {self._more}".strip())

    def _refused(self, fault: Fault) -> None:
        self._host.warned.emit(explain(fault))
