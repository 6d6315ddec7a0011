"""What the plans say, as a spreadsheet: the tables of every tab in one file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.coverage import write_tables
from ui.context import Screen, Services
from ui.translate import explain

_FILTER: Final = "Excel (*.xlsx)"
_NAME: Final = "Analisis Renstra"
Tables = Callable[[Services], tuple[TableSheet, ...]]


def _coverage(services: Services) -> tuple[TableSheet, ...]:
    return services.coverage.tables()


def _shared(services: Services) -> tuple[TableSheet, ...]:
    return services.shared_program.tables()


def _alignment(services: Services) -> tuple[TableSheet, ...]:
    return services.alignment.tables()


def _second(services: Services) -> tuple[TableSheet, ...]:
    return services.second.tables()


TABLES: Final[tuple[Tables, ...]] = (_coverage, _shared, _alignment, _second)
"""What gives the tables of the tabs, in their order in the file."""


def _gathered(services: Services) -> tuple[tuple[TableSheet, ...], str]:
    found = tuple(table for give in TABLES for table in give(services))
    return found, services.workshop.get().title


class WorkbookFile(QObject):
    """Asks where the spreadsheet goes, and writes it beside everything else."""

    def __init__(self, host: Screen, services: Services) -> None:
        """Work for a screen, which says the sentences."""
        super().__init__(host)
        self._host = host
        self._services = services

    def ask(self) -> None:
        """Let the person choose where the file goes."""
        folder = Path(self._host.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(_NAME)}.xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(self._host, "Simpan ke Excel", proposed, _FILTER)
        if chosen:
            self.save_to(with_ending(chosen, ".xlsx"))

    def save_to(self, target: Path) -> None:
        """Write what stands in the file and in the editors as a spreadsheet."""
        self._host.context.autosave.flush_all()
        self._host.read(
            partial(_gathered, self._services), partial(self._write, target), failed=self._refused
        )

    def _write(self, target: Path, gathered: tuple[tuple[TableSheet, ...], str]) -> None:
        tables, title = gathered
        call = partial(write_tables, tables, title, target)
        self._host.context.lane.side(call, self._saved, failed=self._refused)

    def _saved(self, target: Path) -> None:
        self._host.told.emit(
            f"Tersimpan: {target.name}. Setiap angka bisa dihitung ulang dari lembar Program."
        )

    def _refused(self, fault: Fault) -> None:
        self._host.warned.emit(explain(fault))
