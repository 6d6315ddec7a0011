"""The points of an RPJMD/RPD that a file gave, for the screen Dokumen: looked at one by one, then taken."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.frame_reading import FrameReading
from smartcity_desktop.domain.plan_frame import FrameTaken
from smartcity_desktop.domain.renstra import Draft
from smartcity_desktop.domain.renstra_parts import is_of_several
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.document import DocumentService
from ui.context import Screen
from ui.lane import Ticket
from ui.screens.document.frame import told_taken
from ui.screens.document.reading import ReadingPart
from ui.translate import explain, worded
from ui.widgets.document_frame import POINTS, PREVIEW, DocumentFrame

_NONE = (
    "Tidak ada visi, misi, tujuan, atau sasaran yang terbaca dari {name}. Tidak ada yang disimpan. Tempel "
    "daftarnya, atau ketik butirnya."
)
_PROGRAMS = "Programnya per OPD belum dipakai: baca berkas ini lagi di Renstra OPD."


class PreviewPart(QObject):
    """Serves the page on which the points are looked at."""

    agencies_asked = Signal(object)
    """The Draft whose programs shall be looked at agency by agency."""

    finished = Signal()
    """The reading was stored or given up."""

    def __init__(
        self, host: Screen, frame: DocumentFrame, document: DocumentService, files: ReadingPart
    ) -> None:
        """Serve the page of ``host``; files come from ``files``."""
        super().__init__(host)
        self._host, self._frame, self._document, self._files = host, frame, document, files
        self._page = frame.preview
        self._ticket = Ticket()
        self._page.change_asked.connect(self._compare)
        self._page.adopted.connect(self._use)
        self._page.cancelled.connect(self._leave)
        self._page.agencies_asked.connect(self._ask_agencies)

    def take(self, draft: Draft) -> bool:
        """Take what was read for the RPJMD / RPD, a document of many agencies, what holds nothing else."""
        alone = bool(draft.points) and (not draft.lines or is_of_several(draft))
        if not (self._files.for_frame or alone):
            return False
        self.open(draft)
        return True

    def open(self, draft: Draft) -> None:
        """Show the points of a reading, or say that it has none."""
        name = draft.source_name or "tabel yang ditempel"
        if not draft.points:
            self._frame.show_page(POINTS)
            self._host.warned.emit(_NONE.format(name=name))
            self._files.flow.next()
            return
        self._frame.file_name.setText(name)
        self._frame.show_page(PREVIEW)
        self._page.show_reading(FrameReading(draft), several=is_of_several(draft))

    def go_on(self, draft: Draft) -> None:
        """Show the points of a reading again with what was decided about them, if that is still open."""
        if self._page.is_open:
            self._frame.show_page(PREVIEW)
        else:
            self.open(draft)

    def close(self) -> None:
        """Give up what was decided: another file is read, or this one is done."""
        self._page.is_open = False

    def _compare(self, reading: FrameReading) -> None:
        self._ticket.cancel()
        call = partial(self._document.change, reading.points, reading.said)
        self._ticket = self._host.read(call, self._page.show_change)

    def _ask_agencies(self) -> None:
        self.agencies_asked.emit(self._page.reading.draft)

    def _use(self, reading: FrameReading) -> None:
        self._host.context.autosave.flush_all()
        self._frame.fault.hide()
        self._page.setEnabled(False)
        points, said = reading.taken()
        source = replace(reading.draft, grids=(), lines=(), problems=())
        call = partial(self._document.take, points, source, said=said)
        self._host.context.lane.data(call, self._taken, failed=self._not_taken)

    def _not_taken(self, fault: Fault) -> None:
        self._page.setEnabled(True)
        self._frame.fault.tell(explain(fault))

    def _taken(self, result: tuple[FrameTaken, Changes]) -> None:
        told, changes = result
        self._page.setEnabled(True)
        self._host.context.bus.publish(changes, self._host)
        more = is_of_several(self._page.reading.draft)
        self._host.said.emit(told_taken(told) + (f" {worded(_PROGRAMS)}" if more else ""))
        self._leave()

    def _leave(self) -> None:
        self.finished.emit()
        self._frame.show_page(POINTS)
        self._host.arrive()
        self._files.flow.next()
