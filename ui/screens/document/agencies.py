"""A file with the plans of several agencies, for the screen Dokumen: split, looked at, stored in one act."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.renstra import Draft
from smartcity_desktop.domain.renstra_parts import SKIP, PartRow, Parts, is_of_several, new_name
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.renstra import Comparison, PartsAdopted, RenstraService
from ui.context import Screen, Services
from ui.screens.document.checking import CheckingPart, Whose
from ui.screens.document.page import PagePart
from ui.screens.document.reading import ReadingPart
from ui.translate import explain, worded
from ui.widgets.agency_parts import AgencyPartsPage, PartsFor, told_names
from ui.widgets.document_frame import AGENCIES, RENSTRA, DocumentFrame
from ui.widgets.plan_change import CompareDialog
from ui.widgets.reading import ReadingView

_STORING = "Menyimpan Renstra {count} OPD …"


def _store(
    renstra: RenstraService, parts: Parts, step: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> tuple[PartsAdopted, Changes]:
    choices = [replace(item, draft=replace(item.draft, grids=())) for item in parts.choices]
    return renstra.adopt_parts(choices, step=step, cancelled=cancelled)


class AgenciesPart(QObject):
    """Serves the page of the list, and the reading of one part of it."""

    stored = Signal(str)
    """The row of the first agency whose plan was stored, empty where it is new."""
    left = Signal()
    """The page was left without storing anything."""
    finished = Signal()
    """The reading was stored or given up."""
    points_asked = Signal(object)
    """The Draft whose points shall be looked at."""

    def __init__(self, host: Screen, frame: DocumentFrame, services: Services, files: ReadingPart) -> None:
        """Serve the page of ``host``; files come from ``files``."""
        super().__init__(host)
        self._host, self._frame, self._files = host, frame, files
        self._page: AgencyPartsPage = frame.agencies
        self._renstra, self._finding = services.renstra, services.finding
        self._stop = threading.Event()
        page = self._page
        page.adopted.connect(self._use)
        page.cancelled.connect(self._leave)
        page.whole_asked.connect(self._read_whole)
        page.points_asked.connect(self._ask_points)
        page.compare_asked.connect(self._compare)
        page.part_opened.connect(self._serve_reading)
        page.progress.cancelled.connect(self._cancel)

    def take(self, draft: Draft) -> bool:
        """Show the list where a file names several agencies; an RPJMD with its goals is looked at as such."""
        goals = any(item.kind != "program" for item in draft.points)
        if not is_of_several(draft) or goals or (self._files.for_frame and draft.points):
            return False
        self.open(draft)
        return True

    def open(self, draft: Draft) -> None:
        """Split a reading and show its list."""
        self._frame.file_name.setText(draft.source_name or "tabel yang ditempel")
        self._host.read(partial(self._renstra.parts, draft), self._show)

    def go_on(self, draft: Draft) -> None:
        """Show the list of a reading again with what was decided about it, if that is still open."""
        if self._page.is_open:
            self._frame.show_page(AGENCIES)
        else:
            self.open(draft)

    def close(self) -> None:
        """Give up what was decided: another file is read, or this one is done."""
        self._page.is_open = False

    def _show(self, parts: Parts) -> None:
        whom = self._files.whom()
        self._page.show_parts(parts, PartsFor(whom.opds, whom.standing))
        self._frame.show_page(AGENCIES)

    def _serve_reading(self, view: ReadingView) -> None:
        PagePart(self._host, view, self._files.flow)
        CheckingPart(self._host, view, self._finding, self._whose)

    def _whose(self) -> Whose:
        target = self._page.opened_target
        return (NO_ROW, new_name(target)) if new_name(target) else (RowId(target), "")

    def _compare(self, target: str) -> None:
        parts = self._page.parts
        call = partial(self._renstra.compare, RowId(target), parts.joined(target), parts.ties.get(target, {}))
        self._host.read(call, partial(self._compared, target))

    def _compared(self, target: str, found: Comparison | None) -> None:
        if found is None or not self._page.isVisible():
            return
        dialog = CompareDialog(self._page.model.target_words(target), found.change, self._host)
        words = "Ganti dengan hasil baca"
        dialog.use.setText(words)
        dialog.use.setAccessibleName(words)
        dialog.tied.connect(partial(self._tie, dialog, target, found))
        dialog.used.connect(partial(self._page.replace, target))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tie(self, dialog: CompareDialog, target: str, found: Comparison, ties: dict[int, int]) -> None:
        kept = {found.rows[old]: new for old, new in ties.items() if old < len(found.rows)}
        self._page.tie(target, kept)
        call = partial(self._renstra.compare, RowId(target), self._page.parts.joined(target), kept)
        self._host.read(call, partial(self._tied, dialog))

    @staticmethod
    def _tied(dialog: CompareDialog, found: Comparison | None) -> None:
        if found is not None:
            dialog.view.show_change(found.change)

    def _read_whole(self) -> None:
        self._files.show_draft(self._page.parts.whole)

    def _ask_points(self) -> None:
        self.points_asked.emit(self._page.parts.whole)

    def _use(self, parts: Parts) -> None:
        lane = self._host.context.lane
        self._host.context.autosave.flush_all()
        self._frame.fault.hide()
        self._stop = threading.Event()
        self._page.begin(worded(_STORING).format(count=len(parts.targets)))
        step = partial(_tell_step, lane.post, self._stepped)
        call = partial(_store, self._renstra, parts, step, self._stop.is_set)
        lane.data(call, partial(self._stored, parts), failed=self._not_stored)

    def _stepped(self, told: tuple[int, int]) -> None:
        if self._page.busy:
            self._page.progress.step(*told)

    def _cancel(self) -> None:
        self._stop.set()

    def _not_stored(self, fault: Fault) -> None:
        self._page.end()
        self._frame.fault.tell(explain(fault))

    def _stored(self, parts: Parts, result: tuple[PartsAdopted, Changes]) -> None:
        told, changes = result
        self._page.end()
        if told.stopped:
            self._host.told.emit("Dihentikan. Tidak ada yang disimpan.")
            return
        self._host.context.bus.publish(changes, self._host)
        self._host.said.emit(_result(told, [row for row in parts.rows if row.target == SKIP]))
        self.finished.emit()
        self._frame.show_page(RENSTRA)
        first = next((target for target in parts.targets if not new_name(target)), "")
        self.stored.emit(first)
        self._files.flow.next()

    def _leave(self) -> None:
        self.finished.emit()
        self._frame.show_page(RENSTRA)
        self.left.emit()
        self._files.flow.next()


def _tell_step(
    post: Callable[[Callable[[tuple[int, int]], None], tuple[int, int]], None],
    slot: Callable[[tuple[int, int]], None],
    done: int,
    total: int,
) -> None:
    post(slot, (done, total))


def _result(told: PartsAdopted, left_out: list[PartRow]) -> str:
    """Return what was stored, what was added, and what was left aside, in plain words."""
    lines = sum(item.lines for item in told.adopted)
    words = [
        worded("Renstra {count} OPD dipakai: {lines} baris.").format(
            count=len(told.adopted), lines=number(lines)
        )
    ]
    if told.added:
        added = worded("{count} OPD baru ditambahkan: {names}.")
        words.append(added.format(count=len(told.added), names=told_names(told.added)))
    if told.skipped:
        words.append(f"Renstra yang ada dibiarkan: {told_names(told.skipped)}.")
    if left_out:
        listed = told_names([row.name or worded("baris tanpa OPD") for row in left_out])
        words.append(f"Dilewati: {listed}.")
    return " ".join([*words, "Ctrl+Z mengurungkan semuanya."])
