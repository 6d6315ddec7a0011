"""Screen Dokumen: the Renstra of each OPD as a tree, read from files; the points of the RPJMD."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding import ListedFinding, OpdFindings
from smartcity_desktop.domain.finding_kinds import STATES
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_finding import CHECK_SHEET
from smartcity_desktop.services.document import DocumentService
from smartcity_desktop.services.finding import FindingService
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.renstra import Adopted, Plan, RenstraService
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.lane import Ticket
from ui.models.plan_tree import PlanPicture
from ui.screens.document.agencies import AgenciesPart
from ui.screens.document.code import CodePart
from ui.screens.document.frame import FramePart
from ui.screens.document.mapping import MappingPart
from ui.screens.document.preview import PreviewPart
from ui.screens.document.reading import FIRST, ReadingPart
from ui.screens.document.register import RegisterPart
from ui.screens.document.review import ReviewPart
from ui.screens.document.typing import KINDS as TYPED
from ui.screens.document.typing import TypingPart
from ui.translate import worded
from ui.widgets.document_frame import NO_OPD, PLAN, POINTS, REGISTER, RENSTRA, DocumentFrame
from ui.widgets.plan_tree import SupportSwitch
from ui.widgets.plan_tree_shelf import ShelfItem
from ui.widgets.reading import ReadingFor


@dataclass(frozen=True, slots=True)
class _Overview:
    """What the screen stands on."""

    opds: tuple[Opd, ...] = ()
    documents: tuple[Document, ...] = ()
    points: Mapping[str, RowId] = field(default_factory=dict)
    """The points of the RPJMD/RPD by their rows and by those of their indicators."""


def _overview(opd: OpdService, renstra: RenstraService, document: DocumentService) -> _Overview:
    frame = document.frame()
    rows = [(item.point.id, (item.point.id, *(one.id for one in item.indicators))) for item in frame]
    points = {str(row): point for point, own in rows for row in own}
    return _Overview(tuple(opd.opds()), tuple(renstra.documents()), points)


def _shelf_words(finding: FindingService, opd: RowId) -> str:
    """Return what stands beside the years of a plan: its programs, and what waits for an answer."""
    found = finding.of(opd)
    if found is None:
        return ""
    count = found.count
    waiting = f" · {count.open} temuan" if count.open else " · temuan terjawab" if count.total else ""
    return f" · {found.programs} program{waiting}"


def _with_findings(
    renstra: RenstraService, finding: FindingService, opd: RowId
) -> tuple[Plan | None, OpdFindings]:
    return renstra.plan(opd), finding.of(opd) or OpdFindings()


def _period(document: Document) -> str:
    years = document.years
    if years:
        return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    start, end = document.period_start, document.period_end
    return f"{start}–{end}" if start and end else "ada"


def _locate(renstra: RenstraService, row: str) -> tuple[RowId, RowId]:
    """Return the agency and the line that a row is about, no rows where it is neither document nor line."""
    for document in renstra.documents():
        if document.id == row:
            return document.opd, NO_ROW
        plan = renstra.plan(document.opd)
        for line in plan.lines if plan else ():
            if line.id == row:
                return document.opd, line.id
    return NO_ROW, NO_ROW


class DocumentScreen(Screen):
    """Reads, adopts and shows; how it looks is the frame's."""

    kinds = frozenset(
        {"opd", "document", "renstra_line", "indicator", "plan_point", "finding_answer", "goal_indicator"}
        | {"verdict", "analysis", "worksheet", "sheet_column", "table_map"}
        | TYPED
    )

    def __init__(self, services: Services, context: Context) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context)
        self._renstra, self._document = services.renstra, services.document
        self._opd, self._finding = services.opd, services.finding
        self._shown = _Overview()
        self._counts: dict[tuple[RowId, str], str] = {}
        self._wanted_line = NO_ROW
        self._frame_wanted = False
        self._plan_ticket = Ticket()
        self.setObjectName("screen-document")
        theme.set_role(self, "page")
        self.frame = DocumentFrame(self)
        self.reading, self.shelf = self.frame.reading, self.frame.shelf
        register = services.register
        self.files = ReadingPart(self, self.frame, services)
        self.files.whom = self._reading_for
        self.flow, self.versions = self.files.flow, self.files.versions
        self.mapping = MappingPart(self, self.frame, services, self.files)
        self.agencies = AgenciesPart(self, self.frame, services, self.files)
        self.typing = TypingPart(self, self.frame, services, self.files)
        self.points = FramePart(
            self, self.frame.points, document=self._document, opd=self._opd, register=register
        )
        self.preview = PreviewPart(self, self.frame, self._document, self.files)
        self.register = RegisterPart(self, self.frame.register, register)
        self.codes = CodePart(self, self.frame.plan, services.suggest, self._refresh)
        self.reviews = ReviewPart(self, self.frame.plan, services, self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    def arrive(self) -> None:
        """Read and show what stands."""
        self._refresh()

    def leave(self) -> None:
        """Hand everything to the disk, what is being typed too."""
        self.typing.leave()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed, and what was typed about the RPJMD."""
        if changes and changes.kinds <= {"plan_point", "goal_indicator"}:
            self.points.refresh()
            return
        if changes and changes.kinds <= TYPED:
            self.typing.refresh()
            return
        if changes and "renstra_line" in changes.kinds:
            # What the last reading took out may stand again.
            self.frame.lost.hide()
        self._counts.clear()
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show an agency's Renstra, a line of one, or a point of the RPJMD."""
        self.read(partial(_overview, self._opd, self._renstra, self._document), partial(self._open, row))

    def show_opd(self, row: str) -> None:
        """Show the Renstra of an agency where another screen sends the user here."""
        self.open_row(row)

    def unfinished(self) -> str:
        """Tell of a file that is being read, or looked at and not adopted yet."""
        return self.files.unfinished()

    def standing(self) -> object:
        """Return the agency whose plan is shown, the page, and the plan that is being typed."""
        return self.shelf.opd, self.frame.pages.currentIndex(), self.typing.plan

    def take_over(self, standing: object) -> None:
        """Show the plan of the same agency, or the points of the RPJMD."""
        if isinstance(standing, tuple):
            opd, page, typed = standing
            if opd:
                self.open_row(opd)
            if typed:
                self.typing.open_plan(typed)
            else:
                # A file that was looked at is not taken along: there would be nothing on its page.
                self.frame.show_page(page if page in {POINTS, REGISTER} else RENSTRA)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Baca berkas Renstra", self.files.choose_file, writes=True),
            Command("Tempel Renstra dari Excel", self.open_paste, writes=True),
            *self.typing.commands(),
            Command(worded("Cetak lembar periksa Renstra (OPD)"), self._print_sheet),
            Command("RPJMD / RPD: visi, misi, tujuan, sasaran", partial(self._turn_to, POINTS)),
            Command("Baca berkas RPJMD / RPD", partial(self._on_frame, self.files.choose_file), writes=True),
            Command(worded("Baca tabel program semua OPD"), self.files.choose_file, writes=True),
            Command("Tempel RPJMD / RPD", partial(self._on_frame, self.open_paste), writes=True),
            Command("Daftar dokumen", partial(self._turn_to, REGISTER)),
            Command("Cetak daftar dokumen acuan", self.register.print_list),
            Command("Versi Renstra", self._open_versions),
            Command("Petakan kolom sendiri", self.mapping.open, writes=True),
            Command("Peta tabel", self.mapping.open_list),
        )

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Read the plans that were dropped together with photos."""
        self.files.read_files(list(paths))
        return True

    def open_paste(self) -> None:
        """Open the box for pasted cells, with the clipboard where it holds a table."""
        text = QGuiApplication.clipboard().text()
        if self.frame.pages.currentIndex() == POINTS:
            self.points.open_paste(text if "\n" in text.strip() else "")
            return
        self.files.open_paste(text)

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.typing.refresh()
        self.read(partial(_overview, self._opd, self._renstra, self._document), self._show)

    def _show(self, shown: _Overview) -> None:
        self._shown = shown
        self.points.refresh()
        self.register.refresh()
        self.mapping.refresh()
        self._fill_shelf()
        self._show_plan_of(self.shelf.opd)
        for item in (one for one in shown.documents if one.opd):
            if (item.id, item.read_at) not in self._counts:
                self.read(partial(_shelf_words, self._finding, item.opd), partial(self._counted, item))

    def _counted(self, document: Document, words: str) -> None:
        self._counts[document.id, document.read_at] = words
        self._fill_shelf()

    def _fill_shelf(self) -> None:
        standing = {item.opd: item for item in self._shown.documents if item.opd}
        self.shelf.show_items([self._shelf_item(item, standing.get(item.id)) for item in self._shown.opds])

    def _shelf_item(self, opd: Opd, document: Document | None) -> ShelfItem:
        if document is not None:
            count = self._counts.get((document.id, document.read_at), "")
            return ShelfItem(opd.id, opd.name, f"{_period(document)}{count}", "good")
        if opd.renstra_required:
            return ShelfItem(opd.id, opd.name, "belum", "warning")
        return ShelfItem(opd.id, opd.name, "tidak wajib", "text-faint")

    def _show_plan_of(self, opd: str) -> None:
        self._plan_ticket.cancel()
        if not opd:
            self.frame.right.setCurrentIndex(NO_OPD)
            return
        row = RowId(opd)
        call = partial(_with_findings, self._renstra, self._finding, row)
        self._plan_ticket = self.read(call, partial(self._show_plan, row))

    def _show_plan(self, row: RowId, shown: tuple[Plan | None, OpdFindings]) -> None:
        plan, found = shown
        opd = next((item for item in self._shown.opds if item.id == row), None)
        if opd is None:
            return
        if plan is None:
            word = "Renstra {} belum dibaca" if opd.renstra_required else "{} tidak wajib punya Renstra"
            self.frame.say_nothing(word.format(opd.called))
            return
        picture = PlanPicture(plan.document, plan.lines, plan.indicators, found.items, plan.strategies)
        self.frame.plan.show_plan(picture, opd.called)
        self.frame.right.setCurrentIndex(PLAN)
        self.codes.show_plan(row)
        self.reviews.show_plan(row)
        if self._wanted_line and self.frame.plan.show_line(self._wanted_line):
            self._wanted_line = NO_ROW

    def _choose_opd(self, opd: str) -> None:
        self.frame.lost.hide()
        self._show_plan_of(opd)

    def _open(self, row: str, shown: _Overview) -> None:
        self._shown = shown
        if row in shown.points:
            self._show(shown)
            self.points.refresh(shown.points[row])
            self._turn_to(POINTS)
        elif any(item.id == row and not item.opd for item in shown.documents):
            self.register.choose(row)
            self._show(shown)
            self._turn_to(REGISTER)
        elif any(item.id == row for item in shown.opds):
            self._go_to((RowId(row), NO_ROW))
        else:
            self.read(partial(_locate, self._renstra, row), self._go_to)

    def _go_to(self, found: tuple[RowId, RowId]) -> None:
        opd, self._wanted_line = found
        if not opd:
            return
        if not self.frame.is_reading:
            self.frame.show_page(RENSTRA)
        self._fill_shelf()
        self.shelf.choose(opd)
        self._show(self._shown)

    def _reading_for(self) -> ReadingFor:
        standing = {item.opd: _period(item) for item in self._shown.documents if item.opd}
        return ReadingFor(self._shown.opds, standing, self.shelf.opd)

    def _done_with_file(self, _words: str = "") -> None:
        """Forget what was decided about a file on its other page too."""
        self.agencies.close()
        self.preview.close()

    def _stored(self, opd: str) -> None:
        self._counts.clear()
        self.shelf.setFocus()
        if opd:
            self.open_row(opd)
        else:
            self._refresh()

    def _adopted(self, opd: str, adopted: Adopted) -> None:
        self._counts.clear()
        self.frame.lost.tell(adopted.lost, adopted.lost_with_analysis)
        self.open_row(opd)
        self.shelf.setFocus()

    def _left(self) -> None:
        self.shelf.setFocus()
        self._refresh()

    def _remove(self, document: str) -> None:
        self.frame.lost.hide()
        self.act(partial(self._renstra.remove, RowId(document)), self._removed)

    def _removed(self, changes: Changes) -> None:
        if changes:
            self.said.emit("Renstra dihapus beserta analisisnya. Ctrl+Z mengembalikan.")
        self._refresh()

    def _set_direction(self, indicator: str, direction: str) -> None:
        self.act(partial(self._renstra.set_direction, RowId(indicator), direction), self._written)

    def _edit_line(self, line: str, field: str, value: object) -> None:
        row = RowId(line)
        typed = value if isinstance(value, int) else str(value or "")
        save = partial(self._renstra.update_line, row, field, typed)
        # Not its own source: sums and findings are read again once it is stored.
        self.context.autosave.note(("renstra_line", row, field), save)

    def _switch_support(self, switch: SupportSwitch) -> None:
        self._counts.clear()
        self.act(partial(self._renstra.set_support, *switch.lines, support=switch.support), self._written)

    def _answer(self, item: ListedFinding, state: str, text: str) -> None:
        # What one agency answers changes the count of no other; to count anew takes a while for sixty.
        own = {one.id for one in self._shown.documents if one.opd == self.shelf.opd}
        self._counts = {key: words for key, words in self._counts.items() if key[0] not in own}
        said = f"Temuan {item.number}: {STATES[state].lower()}" if state else f"Jawaban {item.number} dicabut"
        self.act(partial(self._finding.answer, item.key, state, text), partial(self._answered, said))

    def _answered(self, said: str, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{said}. Ctrl+Z mengurungkan.")
        self._refresh()

    def _print_sheet(self) -> None:
        """Ask for the check sheet of the agency that is shown, of all where none is."""
        self.print_asked.emit(CHECK_SHEET, self.shelf.opd)

    def _on_frame(self, call: Callable[[], None]) -> None:
        self._turn_to(POINTS, call)

    def _turn_to(self, page: int, then: Callable[[], None] | None = None) -> None:
        """Show a page, unless answers about a reading, which stand nowhere else, would be lost for it."""
        if self.frame.is_reading:
            self.warned.emit(f"{self.unfinished()} {FIRST}")
            return
        self.frame.show_page(page)
        if then is not None:
            then()

    def _open_versions(self) -> None:
        opd = next((item for item in self._shown.opds if item.id == self.shelf.opd), None)
        if opd is None:
            self.warned.emit(worded("Pilih dahulu OPD-nya."))
            return
        self._turn_to(RENSTRA, partial(self.versions.open_versions, opd.id, opd.called))

    def _restored(self, opd: str) -> None:
        self._counts.clear()
        self.open_row(opd)

    def _written(self, changes: Changes) -> None:
        del changes
        self._refresh()

    def _to_opds(self) -> None:
        self.go.emit("opd", "")

    def _connect(self) -> None:
        frame = self.frame
        frame.paste_asked.connect(self.open_paste)
        frame.opds_asked.connect(self._to_opds)
        frame.shelf.chosen.connect(self._choose_opd)
        frame.plan.removed.connect(self._remove)
        frame.plan.direction_chosen.connect(self._set_direction)
        frame.plan.edited.connect(self._edit_line)
        frame.plan.refused.connect(self.warned)
        frame.plan.support_switched.connect(self._switch_support)
        frame.plan.answered.connect(self._answer)
        frame.plan.print_asked.connect(self._print_sheet)
        frame.plan.versions_asked.connect(self._open_versions)
        frame.register.opd_asked.connect(self.show_opd)
        self.versions.restored.connect(self._restored)
        self.files.draft_takers += [self.agencies.take, self.preview.take]
        self.agencies.stored.connect(self._stored)
        self.agencies.left.connect(self._left)
        self.agencies.points_asked.connect(self.preview.go_on)
        self.preview.agencies_asked.connect(self.agencies.go_on)
        for part in (self.agencies, self.preview):
            part.finished.connect(self._done_with_file)
        self.flow.began.connect(self._done_with_file)
        self.files.adopted.connect(self._adopted)
        self.files.left.connect(self._left)
