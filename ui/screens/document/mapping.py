"""Mappings that a person draws for tables of an own kind, for the screen Dokumen."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from shiboken6 import isValid

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.map_drawing import Drawing
from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from smartcity_desktop.domain.table_map import TableMap
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.document import DocumentService
from smartcity_desktop.services.table_map import (
    TableMapService,
    begun,
    grids,
    headings,
    pasted_grids,
    preview,
)
from ui.context import Screen, Services
from ui.lane import Ticket
from ui.screens.document.reading import ReadingPart
from ui.translate import explain
from ui.widgets.document_frame import DocumentFrame
from ui.widgets.map_dialog import MapDialog, MapTask
from ui.widgets.map_list import MapsDialog
from ui.widgets.writing import takes_nothing

_UNREAD: Final = frozenset({"read-no-table"})
"""Faults of files whose columns a person can name."""
_OPENING: Final = "Membuka tabelnya …"
_NO_FILE: Final = "Baca dahulu berkas atau tabel yang kolomnya mau dipetakan."
_TYPED: Final = "Yang diketik tidak perlu dipetakan: kolomnya sudah tetap."

Begun = tuple[tuple[SourceSheet, Drawing], ...]


def _begun(path: Path | None, text: str, known: TableMap | None, cancelled: Callable[[], bool]) -> Begun:
    sheets = grids(path, cancelled=cancelled) if path is not None else pasted_grids(text)
    return tuple((sheet, begun(sheet, known)) for sheet in sheets)


def _standing(maps: TableMapService, document: DocumentService) -> tuple[list[TableMap], Sequence[str]]:
    return maps.maps(), document.years()


class MappingPart(QObject):
    """Opens the table of the file that is read, keeps what is drawn on it, and has the file read by it."""

    def __init__(self, host: Screen, frame: DocumentFrame, services: Services, files: ReadingPart) -> None:
        """Serve the readings of ``host``."""
        super().__init__(host)
        self._host, self._frame, self._files = host, frame, files
        self._maps, self._document = services.table_map, services.document
        self._years: Sequence[str] = ()
        self._ticket, self._look, self._head = Ticket(), Ticket(), Ticket()
        self._cancelled = threading.Event()
        files.fault_takers.append(self._take_fault)
        files.flow.done.connect(self._note_used)
        files.flow.began.connect(self._leave_off)
        frame.source.map_asked.connect(self.open)
        frame.fault.map_asked.connect(self.open)
        frame.progress.cancelled.connect(self._stop)

    def refresh(self) -> None:
        """Read which mappings stand, for the next reading."""
        self._host.read(partial(_standing, self._maps, self._document), self._take)

    def open(self, table: str = "") -> None:
        """Show the bare table of what was read last, to say what its columns hold; ``table`` comes first."""
        flow = self._files.flow
        if self._frame.is_reading and self._frame.source.draft.typed:
            # What was read before the typing is not what stands here.
            self._host.warned.emit(_TYPED)
            return
        if flow.is_busy or not (flow.path or flow.text):
            self._host.warned.emit(_NO_FILE)
            return
        self._leave_off()
        self._cancelled = threading.Event()
        self._frame.fault.hide()
        self._frame.progress.begin(_OPENING)
        call = partial(_begun, flow.path, flow.text, self._known(), self._cancelled.is_set)
        then = partial(self._open, table)
        self._ticket = self._host.context.lane.side(call, then, failed=self._not_opened)

    def open_list(self) -> None:
        """Show the mappings, to rename or to delete one."""
        dialog = MapsDialog(self._host)
        dialog.renamed.connect(partial(self._rename, dialog))
        dialog.removed.connect(partial(self._remove, dialog))
        dialog.finished.connect(dialog.deleteLater)
        self._list(dialog)
        dialog.open()

    def _take(self, standing: tuple[list[TableMap], Sequence[str]]) -> None:
        self._files.maps, self._years = standing

    def _known(self) -> TableMap | None:
        """Return the mapping by which the reading that is looked at was made, None without one."""
        name = self._frame.source.draft.map_name if self._frame.is_reading else ""
        return next((item for item in self._files.maps if name and item.name == name), None)

    def _leave_off(self, _words: object = None) -> None:
        self._cancelled.set()
        self._ticket.cancel()

    def _stop(self) -> None:
        if not self._files.flow.is_busy:
            self._leave_off()
            self._frame.progress.finish()

    def _not_opened(self, fault: Fault) -> None:
        self._frame.progress.finish()
        self._frame.fault.tell(explain(fault))

    def _open(self, table: str, sheets: Begun) -> None:
        self._frame.progress.finish()
        known, flow = self._known(), self._files.flow
        names = [sheet.name for sheet, _ in sheets]
        # Of several tables in a sheet the further ones are called by the sheet and a number.
        first = next((name for name in names if table == name or table.startswith(f"{name} (")), "")
        source = flow.path.name if flow.path else "tabel yang ditempel"
        task = MapTask(
            sheets,
            source,
            known.name if known else (flow.path.stem.replace("_", " ") if flow.path else ""),
            first,
            self._years,
            known.id if known else NO_ROW,
        )
        dialog = MapDialog(task, self._host)
        dialog.preview_asked.connect(partial(self._preview, dialog))
        dialog.headings_asked.connect(partial(self._headings, dialog))
        dialog.saved.connect(partial(self._save, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _preview(self, dialog: MapDialog, sheet: SourceSheet, drawing: Drawing) -> None:
        self._look.cancel()
        failed = partial(self._nothing, dialog)
        self._look = self._host.context.lane.side(
            partial(preview, sheet, drawing), dialog.show_preview, failed=failed
        )

    def _nothing(self, dialog: MapDialog, _fault: Fault) -> None:
        dialog.show_preview(Draft())

    def _headings(self, dialog: MapDialog, sheet: SourceSheet, first: int, height: int) -> None:
        # Of two headings that were asked for the last one counts, and none of a sheet that was left.
        self._head.cancel()
        call = partial(headings, sheet, first, height)
        self._head = self._host.context.lane.side(call, partial(dialog.show_headings, sheet))

    def _save(self, dialog: MapDialog, drawn: TableMap, instead: str) -> None:
        self._host.context.autosave.flush_all()
        call = partial(self._maps.save, drawn, RowId(instead))
        self._host.read(call, partial(self._saved, dialog), failed=partial(self._not_saved, dialog))

    @staticmethod
    def _not_saved(dialog: MapDialog, fault: Fault) -> None:
        if isValid(dialog):
            dialog.show_fault(explain(fault))

    def _saved(self, dialog: MapDialog, result: tuple[RowId, Changes]) -> None:
        if isValid(dialog):
            dialog.accept()
        self._host.context.bus.publish(result[1], self._host)
        self._host.read(partial(_standing, self._maps, self._document), self._read_again)

    def _read_again(self, standing: tuple[list[TableMap], Sequence[str]]) -> None:
        self._take(standing)
        self._files.read_again()

    def _take_fault(self, fault: Fault) -> bool:
        wanted = fault.code in _UNREAD
        if wanted:
            self._frame.fault.tell(explain(fault), maps=True)
        return wanted

    def _note_used(self, draft: Draft) -> None:
        if draft.map_name and not takes_nothing(self._host):
            self._host.act(partial(self._maps.used, draft.map_name))

    def _list(self, dialog: MapsDialog, _changes: object = None) -> None:
        self.refresh()
        self._host.read(self._maps.maps, dialog.show_maps)

    def _rename(self, dialog: MapsDialog, row: str, name: str) -> None:
        self._host.act(partial(self._maps.rename, RowId(row), name), partial(self._list, dialog))

    def _remove(self, dialog: MapsDialog, row: str) -> None:
        self._host.act(partial(self._maps.remove, RowId(row)), partial(self._removed, dialog))

    def _removed(self, dialog: MapsDialog, changes: Changes) -> None:
        if changes:
            self._host.said.emit("Peta tabel dihapus. Ctrl+Z mengembalikan.")
        self._list(dialog)
