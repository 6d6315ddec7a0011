"""What a reading changes in the plan that stands, and the versions of a plan, for the screen Dokumen."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_register import PLAN_CHANGE
from smartcity_desktop.services.renstra import Adopted, Comparison, RenstraService
from ui.context import Screen
from ui.lane import Ticket
from ui.widgets.plan_change import CompareDialog, VersionsDialog
from ui.widgets.reading import NEW_OPD, ReadingView


class VersionsPart(QObject):
    """Compares what was read with what stands, and one version with another."""

    restored = Signal(str)
    """The agency whose plan is an earlier version again."""

    def __init__(self, host: Screen, reading: ReadingView, renstra: RenstraService) -> None:
        """Serve the reading of ``host``."""
        super().__init__(host)
        self._host, self._reading, self._renstra = host, reading, renstra
        self._ticket = Ticket()
        self._found: Comparison | None = None
        self._ties: dict[RowId, int] = {}
        reading.draft_changed.connect(self._read_again)
        reading.target_changed.connect(self._read_again)
        reading.compare_asked.connect(self.open_compare)

    @property
    def ties(self) -> Mapping[RowId, int]:
        """Which stored lines have become which lines of the reading, as a person said."""
        return self._ties

    def open_compare(self) -> None:
        """Show every difference between the reading and the plan that stands."""
        if self._found is None:
            return
        opd = self._reading.chosen_name
        dialog = CompareDialog(opd, self._found.change, self._host)
        dialog.tied.connect(partial(self._tie, dialog))
        dialog.used.connect(self._reading.use.click)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_versions(self, opd: RowId, name: str) -> None:
        """Show the versions of an agency's plan."""
        dialog = VersionsDialog(name, self._host)
        dialog.compare_asked.connect(partial(self._compare, dialog, opd))
        dialog.restore_asked.connect(partial(self._restore, dialog, opd))
        dialog.print_asked.connect(partial(self._print, dialog, opd))
        dialog.finished.connect(dialog.deleteLater)
        self._host.context.autosave.flush_all()
        self._host.read(partial(self._renstra.versions, opd), dialog.show_versions)
        dialog.open()

    def _read_again(self, _draft: object = None) -> None:
        """Ask what using the reading would change, whenever it or its agency is another."""
        self._ticket.cancel()
        self._found, self._ties = None, {}
        self._reading.show_change(None)
        draft, target = self._reading.draft, self._reading.target
        if draft.lines and target not in {NO_ROW, NEW_OPD}:
            call = partial(self._renstra.compare, target, draft)
            self._ticket = self._host.read(call, self._compared)

    def _compared(self, found: Comparison | None) -> None:
        self._found = found
        self._reading.show_change(found.change if found else None)

    def _tie(self, dialog: CompareDialog, ties: dict[int, int]) -> None:
        if self._found is None:
            return
        rows = self._found.rows
        self._ties = {rows[old]: new for old, new in ties.items() if old < len(rows)}
        draft = self._reading.draft
        call = partial(self._renstra.compare, self._reading.target, draft, dict(self._ties))
        self._host.read(call, partial(self._tied, dialog))

    def _tied(self, dialog: CompareDialog, found: Comparison | None) -> None:
        if found is not None:
            dialog.view.show_change(found.change)
            self._reading.show_change(found.change)

    def _compare(self, dialog: VersionsDialog, opd: RowId, one: int, other: int) -> None:
        self._host.read(partial(self._renstra.change, opd, one, other), dialog.show_change)

    def _restore(self, dialog: VersionsDialog, opd: RowId, number: int) -> None:
        self._host.context.autosave.flush_all()
        call = partial(self._renstra.restore, opd, number)
        self._host.read(call, partial(self._restored, dialog, opd, number))

    def _restored(
        self, dialog: VersionsDialog, opd: RowId, number: int, result: tuple[Adopted, Changes]
    ) -> None:
        adopted, changes = result
        dialog.accept()
        self._host.context.bus.publish(changes, self._host)
        lost = len(adopted.lost_with_analysis)
        aside = f" Analisis pada {lost} baris hilang bersama barisnya." if lost else ""
        self._host.said.emit(f"Renstra kembali ke versi {number}.{aside} Ctrl+Z mengurungkan.")
        self.restored.emit(opd)

    def _print(self, dialog: VersionsDialog, opd: RowId) -> None:
        dialog.accept()
        self._host.print_asked.emit(PLAN_CHANGE, opd)
