"""Reading a file for the screen Dokumen: choosing, waiting, looking at what was read, and using it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.renstra import Decision, Draft, SourceSheet
from smartcity_desktop.domain.renstra_parts import PartChoice
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.renstra import Adopted, RenstraService, read, read_pasted
from smartcity_desktop.services.table_map import grids
from ui.context import Screen, Services
from ui.screens.document.checking import CheckingPart, whose_reading
from ui.screens.document.page import PagePart
from ui.screens.document.versions import VersionsPart
from ui.translate import explain
from ui.widgets.document_frame import POINTS, READING, RENSTRA, DocumentFrame
from ui.widgets.reading import NEW_OPD, ReadingFor
from ui.widgets.reading_flow import ReadingFlow
from ui.widgets.reading_paste import PasteTableDialog

if TYPE_CHECKING:
    from smartcity_desktop.domain.table_map import TableMap

_SLOW_MS: Final = 250
"""Reading that is done sooner shows no progress, so that nothing flickers."""
FIRST: Final = "Pakai atau batalkan dahulu."
"""Said behind what would be lost if another page took its place."""
_LATER: Final = "{names} dibaca sesudah hasil baca ini dipakai atau dibatalkan."
_AFTER: Final = "{names} dibaca sesudah berkas yang sedang dibaca."
_MORE: Final = "{count} berkas lain belum dibaca."
_FILTER: Final = (
    "Semua berkas Renstra (*.xlsx *.xlsm *.xlsb *.xls *.ods *.odt *.docx *.docm *.doc *.pdf *.csv *.tsv "
    "*.txt *.htm *.html *.mht *.xml);;Excel (*.xlsx *.xlsm *.xlsb *.xls *.xml);;Word (*.docx *.docm *.doc);;"
    "PDF (*.pdf);;LibreOffice (*.ods *.odt);;Halaman web (*.htm *.html *.mht);;Teks (*.csv *.tsv *.txt);;"
    "Semua berkas (*)"
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a person has said about a file that is read once more."""

    source: str = ""
    answers: tuple[Decision, ...] = ()
    target: RowId = NO_ROW


def _adopt(
    opd: OpdService, renstra: RenstraService, target: RowId, draft: Draft, ties: Mapping[RowId, int]
) -> tuple[RowId, Adopted, Changes]:
    if target != NEW_OPD:
        return target, *renstra.adopt(target, draft, ties=ties)
    # The agency comes into being in the same act, so that one undo takes both back.
    told, changes = renstra.adopt_parts([PartChoice(draft, name=draft.opd_name)])
    return opd.find(draft.opd_name).id, told.adopted[0], changes


class ReadingPart(QObject):
    """Brings files to the page "Baca berkas" one after the other; nothing is stored before a person says so.

    What is no plan of one agency belongs on another page: ``draft_takers`` are asked in their order before
    that page is shown, and ``fault_takers`` before the sentence of a fault. Whoever takes answers True, and
    asks for the next file with ``flow.next`` when it is done.
    """

    adopted = Signal(str, object)
    """The row of the agency whose plan was stored, and Adopted."""
    left = Signal()
    """The page was left without storing anything."""

    def __init__(self, host: Screen, frame: DocumentFrame, services: Services) -> None:
        """Serve the page of ``host``; ``whom`` has to be set before anything is read."""
        super().__init__(host)
        self._host, self._frame, self._view = host, frame, frame.reading
        self._opd, self._renstra = services.opd, services.renstra
        self.whom: Callable[[], ReadingFor] = ReadingFor
        """Says to whom a reading may belong."""
        self.for_frame = False
        """Whether what is read now shall become points of the RPJMD / RPD."""
        self.draft_takers: list[Callable[[Draft], bool]] = []
        self.fault_takers: list[Callable[[Fault], bool]] = []
        self.maps: Sequence[TableMap] = ()
        """The mappings of the workshop, with which everything is read."""
        self._kept = _Kept()
        self._words = self._more = ""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._still_busy)
        self.flow = ReadingFlow(host.context.lane, self._read, self._read_cells, self)
        self.versions = VersionsPart(host, self._view, services.renstra)
        CheckingPart(host, self._view, services.finding, partial(whose_reading, self._view))
        self.pages = PagePart(host, self._view, self.flow)
        self._connect()

    def unfinished(self) -> str:
        """Tell of a file that is being read, or looked at and not adopted yet."""
        if self._frame.is_reading:
            return f"Hasil baca {self._frame.file_name.text()} belum dipakai."
        return self._words.rstrip(" …") + " belum selesai." if self.flow.is_busy else ""

    @classmethod
    def ask_files(cls, parent: QWidget, folder: str) -> list[Path]:
        """Let a person choose files."""
        found, _ = QFileDialog.getOpenFileNames(parent, "Baca berkas Renstra", folder, _FILTER)
        return [Path(name) for name in found]

    def choose_file(self) -> None:
        """Ask for files and read them."""
        settings = self._host.context.settings
        paths = self.ask_files(self._host, settings.value.last_folder)
        if paths:
            settings.store(replace(settings.value, last_folder=str(paths[0].parent)))
            self.read_files(paths)

    def read_files(self, paths: list[Path]) -> None:
        """Read files one after the other; what is being looked at is not lost for them."""
        if self._frame.is_reading or self.flow.is_busy:
            self.flow.add(paths)
            told = _LATER if self._frame.is_reading else _AFTER
            self._host.told.emit(told.format(names=", ".join(path.name for path in paths)))
            return
        self.for_frame = self._frame.pages.currentIndex() == POINTS
        self._kept = _Kept()
        self._frame.fault.hide()
        self.flow.open(paths)

    def open_paste(self, text: str) -> None:
        """Open the box for pasted cells, with this text in it where it holds a table."""
        dialog = PasteTableDialog(text if "\t" in text else "", self._host)
        dialog.taken.connect(self._read_text)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_again(self, kinds: Mapping[str, str] | None = None) -> None:
        """Read the same file once more; what was answered about it still counts."""
        said = {kind for kind in (kinds or {}).values() if kind}
        own = {item.name for item in self._frame.source.draft.sheets if item.kind == "kerangka"}
        if said or own & set(kinds or ()):
            # Whoever says what a table is says with it where the reading belongs; to leave one out says
            # that only of the frame itself.
            self.for_frame = "kerangka" in said
        self._kept = _Kept(self._view.draft.source_sha256, self._view.looks.decisions, self._view.target)
        self.flow.again(kinds)

    def show_draft(self, draft: Draft) -> None:
        """Show the page with what was read as the plan of one agency."""
        self._frame.file_name.setText(draft.source_name or "tabel yang ditempel")
        self._frame.source.show_draft(draft)
        self._frame.show_page(READING)
        self.pages.paint = None
        kept = self._kept if self._kept.source == draft.source_sha256 else _Kept()
        self._kept = _Kept()
        self._view.show_draft(draft, replace(self.whom(), chosen=kept.target), kept.answers)

    def _read(self, path: Path, kinds: Mapping[str, str], cancelled: Callable[[], bool]) -> Draft:
        # In the side pool: the mappings are a value, another list stands here where they change.
        return read(path, kinds=kinds, cancelled=cancelled, maps=self.maps)

    def _read_cells(self, text: str) -> Draft:
        return read_pasted(text, maps=self.maps)

    def _read_text(self, text: str) -> None:
        self.for_frame = False
        self._kept = _Kept()
        self._frame.fault.hide()
        self.flow.open_text(text)

    def _began(self, words: str) -> None:
        self._frame.fault.hide()
        if self._more:
            self._host.withdrawn.emit(self._more)
            self._more = ""
        self._words = words
        self._slow.start()

    def _still_busy(self) -> None:
        self._frame.progress.begin(self._words)

    def _ended(self) -> None:
        self._slow.stop()
        self._frame.progress.finish()

    def _stopped(self) -> None:
        self._ended()
        self._host.told.emit("Membaca dihentikan. Tidak ada yang disimpan.")

    def _got(self, draft: Draft) -> None:
        self._ended()
        self._frame.source.show_draft(draft)
        if not any(take(draft) for take in self.draft_takers):
            self.show_draft(draft)

    def _failed(self, fault: Fault) -> None:
        self._ended()
        if not any(take(fault) for take in self.fault_takers):
            self._frame.fault.tell(explain(fault))
        waiting = self.flow.count_waiting()
        if waiting:
            # The next one at once would take the sentence about this one away.
            self._more = _MORE.format(count=number(waiting))
            self._host.offered.emit(self._more, "Lanjut membaca", self._read_more)

    def _read_more(self) -> None:
        if self._frame.is_reading:
            self._host.warned.emit(f"{self.unfinished()} {FIRST}")
        elif not self.flow.is_busy:
            self.flow.next()

    def _show_table(self, name: str) -> None:
        """Show a table of which the reading holds no rows."""
        path = self.flow.path
        if path is not None:
            call = partial(grids, path)
            self._host.context.lane.side(call, partial(self._show_grid, name), failed=self._not_shown)

    def _show_grid(self, name: str, sheets: Sequence[SourceSheet]) -> None:
        found = next((sheet for sheet in sheets if sheet.name == name), None)
        # Of several tables in a sheet the further ones are called by the sheet and a number.
        whole = next((sheet for sheet in sheets if name.startswith(f"{sheet.name} (")), None)
        if (shown := found or whole) is not None:
            self._view.show_table(shown)

    def _not_shown(self, fault: Fault) -> None:
        self._frame.fault.tell(explain(fault))

    def _use(self, draft: Draft, target: str) -> None:
        self._host.context.autosave.flush_all()
        self._view.setEnabled(False)
        ties = dict(self.versions.ties)
        call = partial(_adopt, self._opd, self._renstra, RowId(target), draft, ties)
        then = partial(self._adopted, len(draft.problems))
        self._host.context.lane.data(call, then, failed=self._not_adopted)

    def _not_adopted(self, fault: Fault) -> None:
        self._view.setEnabled(True)
        self._frame.fault.tell(explain(fault))

    def _adopted(self, doubts: int, result: tuple[RowId, Adopted, Changes]) -> None:
        opd, adopted, changes = result
        self._view.setEnabled(True)
        self._host.context.bus.publish(changes, self._host)
        kept = f", {number(adopted.matched)} dikenali dari Renstra sebelumnya" if adopted.matched else ""
        left = f" {number(doubts)} hal yang perlu dilihat belum dijawab." if doubts else ""
        lines = number(adopted.lines)
        self._host.said.emit(f"Hasil baca dipakai: {lines} baris{kept}.{left} Ctrl+Z mengurungkan.")
        self._frame.show_page(RENSTRA)
        self.adopted.emit(opd, adopted)
        self.flow.next()

    def _leave(self) -> None:
        self._frame.show_page(RENSTRA)
        self.left.emit()
        self.flow.next()

    def _connect(self) -> None:
        self._frame.progress.cancelled.connect(self.flow.cancel)
        self._frame.dropped.connect(self.read_files)
        self._frame.file_asked.connect(self.choose_file)
        self.flow.began.connect(self._began)
        self.flow.done.connect(self._got)
        self.flow.failed.connect(self._failed)
        self.flow.stopped.connect(self._stopped)
        self._view.adopted.connect(self._use)
        self._view.cancelled.connect(self._leave)
        self._frame.source.tables.read_asked.connect(self.read_again)
        self._frame.source.tables.look_asked.connect(self._view.look_at)
        self._view.table_wanted.connect(self._show_table)
