"""Typing a plan over from paper or a picture, for the screen Dokumen: the way there, the page, and on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_typed import USUAL, TypedPlan, TypedSheet, years_in
from smartcity_desktop.domain.renstra import Draft
from smartcity_desktop.domain.workshop import Workshop
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.plan_typed import PlanTypedService, SourceFile, source_file
from ui.context import Command, Screen, Services
from ui.models.reading_opd import likely_opd
from ui.models.typing_grid import TypingModel
from ui.screens.document.reading import FIRST, ReadingPart
from ui.screens.document.typing_pages import TypedPages
from ui.screens.document.typing_rows import TypedRows
from ui.translate import explain, worded
from ui.widgets.document_frame import RENSTRA, DocumentFrame
from ui.widgets.reading_original import PAGE
from ui.widgets.typing_ask import TypingDialog, TypingHead
from ui.widgets.typing_offer import Begun
from ui.widgets.typing_page import TypingPage
from ui.widgets.writing import takes_nothing

KINDS: Final = frozenset({"typed_plan", "typed_line"})
"""What is typed here; the plans that stand are none of it."""
_PICTURE: Final = "read-picture"
_DELETED: Final = "typed-gone"
_FILTER: Final = "PDF atau foto halaman (*.pdf *.jpg *.jpeg *.png);;Semua berkas (*)"
_REGIONAL: Final = (
    "Berkas RPJMD / RPD ini hanya gambar, tulisannya tidak bisa dibaca ({name}). Tidak ada yang disimpan. "
    "Ketik butirnya langsung di halaman ini, atau minta berkas Word/Excel-nya."
)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A typed plan with the agencies it may belong to, and its file where it is kept and was asked for."""

    sheet: TypedSheet
    opds: Sequence[Opd]
    file: SourceFile | None

    @property
    def called(self) -> str:
        """Whose plan it is."""
        opd = self.sheet.plan.opd
        return next((item.called for item in self.opds if item.id == opd), worded("OPD belum dipilih"))


class TypingPart(QObject):
    """Serves the page of typing, the offer to go on with it, and the way there from a picture."""

    def __init__(self, host: Screen, frame: DocumentFrame, services: Services, files: ReadingPart) -> None:
        """Serve ``host``; what is typed is looked at and used by ``files``."""
        super().__init__(host)
        self._host, self._frame, self._files = host, frame, files
        self._service: PlanTypedService = services.plan_typed
        self._opds, self._workshop = services.opd.opds, services.workshop.get
        self._grid = TypingModel(self)
        self.rows = TypedRows(host, self._service, self._grid)
        self.pages = TypedPages(host, self._service)
        self.rows.page = self.pages.number
        self.rows.changed.connect(self._reload)
        self.rows.stocked.connect(self._stocked)
        self._made: TypingPage | None = None
        self._opened: _Opened | None = None
        self._file: SourceFile | None = None
        self._path: Path | None = None
        """The picture that could not be read as a table."""
        self.dialog: TypingDialog | None = None
        self._returns = self._is_answered = False
        frame.type_asked.connect(self.begin)
        frame.offer.asked.connect(self.open_plan)
        frame.fault.type_asked.connect(self._type_picture)
        files.fault_takers.append(self._take_fault)
        files.left.connect(self._left)
        files.adopted.connect(self._used)

    @property
    def page(self) -> TypingPage:
        """The page, built when it is first wanted."""
        if self._made is None:
            self._made = TypingPage(self._grid)
            self._frame.add_typing(self._made)
            self._listen(self._made)
        return self._made

    @property
    def plan(self) -> RowId:
        """The typed plan that is in front, no row where another page is."""
        return self.rows.plan if self._frame.is_typing else NO_ROW

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do."""
        ways = (Command("Ketik Renstra dari kertas/gambar", self.begin, writes=True),)
        if not self._frame.is_typing:
            return ways
        page = self.page
        return (
            Command("Pakai hasil ketik Renstra", self.use, writes=True),
            Command("Pakai semua usulan nama dari kode", page.take_all, writes=True),
            Command("Sisipkan baris ketikan", page.insert_here, writes=True),
            Command(worded("Ubah OPD atau tahun ketikan"), self._ask_head, writes=True),
            Command("Gambar halaman di atas atau di kiri", page.turn_side),
            Command("Ganti gambar halaman", self._choose_pages, writes=True),
            Command("Hapus ketikan Renstra ini", self._remove, writes=True),
            *ways,
        )

    def refresh(self) -> None:
        """Read again what was begun, and what stands on the page."""
        self._host.read(partial(_begun, self._service, self._opds), self._frame.offer.show_begun)
        if self.rows.plan:
            self._reload()

    def leave(self) -> None:
        """Close an open editor: what stands in it is taken."""
        if self._made is not None:
            self._made.view.hand_in_and_close()

    # Beginning

    def begin(self) -> None:
        """Ask whose plan is typed, from paper or from a file that is chosen yet."""
        if self._frame.is_reading:
            # What was answered about the reading stands nowhere else.
            self._host.warned.emit(f"{self._files.unfinished()} {FIRST}")
            return
        self._file = None
        self._ask()

    def open_plan(self, plan: str) -> None:
        """Go on with typing that was begun."""
        self._host.context.autosave.flush_all()
        call = partial(_open, self._service, self._opds, RowId(plan), with_file=True)
        self._host.read(call, self._begin, failed=self._lost)

    @classmethod
    def ask_file(cls, parent: QWidget, folder: str) -> Path | None:
        """Let a person choose the file of the pages."""
        found, _ = QFileDialog.getOpenFileName(parent, "Gambar halaman Renstra", folder, _FILTER)
        return Path(found) if found else None

    def _take_fault(self, fault: Fault) -> bool:
        """Take the fault of a file that is only a picture: its pages can be typed over."""
        path = self._files.flow.path
        if fault.code != _PICTURE or path is None:
            return False
        if self._files.for_frame:
            self._frame.fault.tell(_REGIONAL.format(name=path.name))
        else:
            self._path = path
            self._frame.fault.tell(explain(fault), types=not takes_nothing(self._host))
        return True

    def _type_picture(self) -> None:
        self._frame.fault.hide()
        if self._path is not None:
            self._look_at(self._path, self._ask_unless_begun)

    def _look_at(self, path: Path, then: Callable[[SourceFile], None]) -> None:
        known = partial(self._known, path, then)
        self._host.context.lane.side(partial(source_file, path), known, failed=self._lost)

    def _known(self, path: Path, then: Callable[[SourceFile], None], file: SourceFile) -> None:
        self.pages.know(file, path)
        then(file)

    def _ask_unless_begun(self, file: SourceFile) -> None:
        """Go on at once where this very file is being typed; else ask whose plan it is."""
        self._file = file
        self._host.read(partial(_same_file, self._service, file.digest), self._go_on_or_ask)

    def _go_on_or_ask(self, known: TypedPlan | None) -> None:
        if known is not None:
            self.open_plan(known.id)
        else:
            self._ask()

    def _ask(self) -> None:
        self._host.read(partial(_asked, self._opds, self._workshop), self._open_dialog)

    def _open_dialog(self, asked: tuple[Sequence[Opd], TypingHead]) -> None:
        if self.dialog is not None:
            return
        opds, head = asked
        name = self._file.name if self._file else ""
        likely = likely_opd(Draft(opd_name=Path(name).stem, source_name=name), opds) if name else NO_ROW
        first, last = years_in(name) or (head.first, head.last)
        head = TypingHead(likely or self._files.whom().preferred, first, last)
        dialog = self._dialog(opds, head, begun=False)
        dialog.show_file(name)
        dialog.file_asked.connect(self._choose_for_dialog)
        dialog.answered.connect(self._answered)
        dialog.open()

    def _ask_head(self) -> None:
        if self._opened is not None and self.plan and self.dialog is None:
            plan = self._opened.sheet.plan
            head = TypingHead(plan.opd, plan.period_start or 0, plan.period_end or 0)
            dialog = self._dialog(self._opened.opds, head, begun=True)
            dialog.answered.connect(partial(self._change_head, plan.id))
            dialog.open()

    def _dialog(self, opds: Sequence[Opd], head: TypingHead, *, begun: bool) -> TypingDialog:
        made = self.dialog = TypingDialog(opds, head, begun=begun, parent=self._host)
        made.finished.connect(self._dialog_closed)
        return made

    def _dialog_closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _choose_for_dialog(self) -> None:
        self._choose_file(partial(self._file_chosen, self.dialog))

    def _file_chosen(self, asking: TypingDialog | None, file: SourceFile) -> None:
        if asking is not None and asking is self.dialog:
            self._file = file
            asking.show_file(file.name)

    def _choose_file(self, then: Callable[[SourceFile], None]) -> None:
        settings = self._host.context.settings
        path = self.ask_file(self.dialog or self._host, settings.value.last_folder)
        if path is not None:
            settings.store(replace(settings.value, last_folder=str(path.parent)))
            self._look_at(path, then)

    def _answered(self, head: TypingHead) -> None:
        self._is_answered = True
        call = partial(self._service.begin, head.opd, (head.first, head.last), self._file)
        self._host.context.autosave.flush_all()
        self._host.context.lane.data(call, self._made_row, failed=self._lost)

    def _made_row(self, made: tuple[RowId, Changes]) -> None:
        plan, changes = made
        self._host.context.bus.publish(changes, self._host)
        self.open_plan(plan)

    def _change_head(self, plan: RowId, head: TypingHead) -> None:
        call = partial(self._service.set_head, plan, head.opd, (head.first, head.last))
        self._host.act(call, self._written)

    def _written(self, _changes: Changes) -> None:
        self._reload()

    # The page

    def _begin(self, opened: _Opened) -> None:
        """Show a plan from the page that was looked at last, ready to type."""
        plan = opened.sheet.plan
        page = self.page
        self._opened, self.rows.plan = opened, plan.id
        page.show_sheet(opened.sheet, opened.called)
        self._frame.show_typing(plan.source_name or "dari kertas")
        self.pages.begin(plan, opened.file)
        page.show_paper(has_pages=self.pages.paint is not None)
        page.begin()
        self.rows.stock()
        if self._is_answered and plan.lines:
            self._host.told.emit(f"Ketikan {opened.called} yang sudah ada dibuka lagi: {plan.lines} baris.")
        self._is_answered = False

    def _stocked(self) -> None:
        if self.plan:
            self.page.begin()

    def _reload(self) -> None:
        """Read again what stands; typing goes on meanwhile."""
        if self.rows.plan:
            self._host.context.autosave.flush()
            call = partial(_open, self._service, self._opds, self.rows.plan)
            self._host.read(call, self._show, failed=self._gone)

    def _show(self, opened: _Opened) -> None:
        if opened.sheet.plan.id == self.rows.plan:
            self._opened = opened
            self.page.show_sheet(opened.sheet, opened.called)

    def _gone(self, fault: Fault) -> None:
        """Leave the page of a plan that was deleted; what else went wrong takes nobody's rows away."""
        if fault.code != _DELETED:
            self._host.warned.emit(explain(fault))
            return
        is_seen, self.rows.plan = bool(self.plan), NO_ROW
        if is_seen:
            self._frame.show_page(RENSTRA)
            self._host.warned.emit(explain(fault))

    def _lost(self, fault: Fault) -> None:
        self._frame.fault.tell(explain(fault))

    def _choose_pages(self) -> None:
        """Let a person say from which file the pages come that were typed from paper so far."""
        self._choose_file(partial(self._pages_chosen, self.rows.plan))

    def _pages_chosen(self, plan: RowId, file: SourceFile) -> None:
        # A large file takes a while: another plan may be in front by now.
        self._host.act(partial(self._service.set_source, plan, file), partial(self._with_pages, plan))

    def _with_pages(self, plan: RowId, _changes: Changes) -> None:
        if plan == self.plan:
            self.open_plan(plan)

    # Done

    def use(self) -> None:
        """Show what was typed as a reading: with its doubts, its findings, and what it would change."""
        if self.page.view.finish():
            self._host.context.autosave.flush_all()
            plan = self.rows.plan
            then = partial(self._to_reading, plan)
            self._host.read(partial(self._service.draft, plan), then, failed=self._lost)

    def _to_reading(self, plan: RowId, draft: Draft) -> None:
        if plan != self.plan:
            return
        self._returns = True
        self._files.show_draft(draft)
        self._files.pages.paint = self.pages.paint
        self._frame.title.setText("Periksa ketikan")
        self._frame.file_name.setText(draft.source_name or "dari kertas")
        if self.pages.paint is not None:
            original = self._frame.reading.original
            original.switch.show_chosen(PAGE)
            original.show_side(PAGE)

    def _left(self) -> None:
        """Come back to typing from the reading that was not used."""
        if self._returns:
            self._returns = False
            self.open_plan(self.rows.plan)

    def _used(self, _opd: str, _adopted: object) -> None:
        if self._returns:
            self._returns, self.rows.plan = False, NO_ROW
        self.refresh()

    def _close(self) -> None:
        self.leave()
        self._host.context.autosave.flush_all()
        self.rows.plan = NO_ROW
        self._frame.show_page(RENSTRA)
        self.refresh()

    def _remove(self) -> None:
        self.leave()
        plan, self.rows.plan = self.rows.plan, NO_ROW
        self._host.act(partial(self._service.remove, plan), self._removed, failed=partial(self._stays, plan))

    def _stays(self, plan: RowId, fault: Fault) -> None:
        """Go on with what could not be deleted: without its plan nothing typed would be stored."""
        self.rows.plan = plan
        self._host.warned.emit(explain(fault))

    def _removed(self, changes: Changes) -> None:
        if changes:
            self._host.said.emit("Ketikan dihapus. Ctrl+Z mengembalikan.")
        self._frame.show_page(RENSTRA)
        self.refresh()

    def _listen(self, page: TypingPage) -> None:
        self.rows.serve(page)
        self.pages.serve(page.paper)
        page.used.connect(self.use)
        page.closed.connect(self._close)
        page.removed.connect(self._remove)
        page.head_asked.connect(self._ask_head)
        page.file_asked.connect(self._choose_pages)


def _begun(service: PlanTypedService, opds: Callable[[], Sequence[Opd]]) -> list[Begun]:
    names = {item.id: item.called for item in opds()}
    return [
        Begun(item.id, names.get(item.opd, worded("OPD belum dipilih")), item.lines, _page(item))
        for item in service.plans()
        if item.lines and not item.used
    ]


def _page(plan: TypedPlan) -> int:
    return (plan.page or 0) if plan.source_name else 0


def _open(
    service: PlanTypedService, opds: Callable[[], Sequence[Opd]], plan: RowId, *, with_file: bool = False
) -> _Opened:
    return _Opened(service.sheet(plan), opds(), service.source(plan) if with_file else None)


def _asked(
    opds: Callable[[], Sequence[Opd]], workshop: Callable[[], Workshop]
) -> tuple[Sequence[Opd], TypingHead]:
    found = workshop()
    first = found.period_start or found.year or 2025
    return opds(), TypingHead(NO_ROW, first, found.period_end or first + USUAL - 1)


def _same_file(service: PlanTypedService, digest: str) -> TypedPlan | None:
    found = [item for item in service.plans() if item.source_sha256 == digest]
    return found[0] if len(found) == 1 else None
