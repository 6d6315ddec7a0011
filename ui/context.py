"""What a screen stands on: a context of four fields, and the base class with the few things screens share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.errors import Fault
from smartcity_desktop.settings import SettingsFile
from ui.analysis_services import AnalysisServices
from ui.autosave import Autosave
from ui.bus import Bus
from ui.lane import Lane, Ticket

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from smartcity_desktop.services.agenda import AgendaService
    from smartcity_desktop.services.attendance import AttendanceService
    from smartcity_desktop.services.book import BookService
    from smartcity_desktop.services.carry import CarryService
    from smartcity_desktop.services.cell_offer import CellOfferService
    from smartcity_desktop.services.certificate import CertificateService
    from smartcity_desktop.services.chapter_word import ChapterWordService
    from smartcity_desktop.services.comment import CommentService
    from smartcity_desktop.services.data_request import DataRequestService
    from smartcity_desktop.services.definition import DefinitionService
    from smartcity_desktop.services.dimension import DimensionService
    from smartcity_desktop.services.document import DocumentService
    from smartcity_desktop.services.duty import DutyService
    from smartcity_desktop.services.evaluation import EvaluationService
    from smartcity_desktop.services.group import GroupService
    from smartcity_desktop.services.hall import HallService
    from smartcity_desktop.services.homework import HomeworkService
    from smartcity_desktop.services.initiative import InitiativeService
    from smartcity_desktop.services.monitor import MonitorService
    from smartcity_desktop.services.note import NoteService
    from smartcity_desktop.services.opd import OpdService
    from smartcity_desktop.services.package import PackageService
    from smartcity_desktop.services.paper import PaperService
    from smartcity_desktop.services.people import PeopleService
    from smartcity_desktop.services.people_gone import PeopleGoneService
    from smartcity_desktop.services.people_twin import PeopleTwinService
    from smartcity_desktop.services.photo import PhotoService
    from smartcity_desktop.services.plan_typed import PlanTypedService
    from smartcity_desktop.services.preflight import PreflightService
    from smartcity_desktop.services.print_log import PrintLogService
    from smartcity_desktop.services.quickwin import QuickWinService
    from smartcity_desktop.services.quickwin_sheet import QuickWinSheetService
    from smartcity_desktop.services.register import RegisterService
    from smartcity_desktop.services.renstra import RenstraService
    from smartcity_desktop.services.report import ReportService
    from smartcity_desktop.services.result import ResultService
    from smartcity_desktop.services.roadmap import RoadMapService
    from smartcity_desktop.services.row_history import RowHistoryService
    from smartcity_desktop.services.safety import SafetyService
    from smartcity_desktop.services.search import SearchService
    from smartcity_desktop.services.session import SessionService
    from smartcity_desktop.services.signature import SignatureService
    from smartcity_desktop.services.stage import StageService
    from smartcity_desktop.services.stage_copy import StageCopyService
    from smartcity_desktop.services.vote import VoteService
    from smartcity_desktop.services.worksheet import WorksheetService
    from smartcity_desktop.services.workshop import WorkshopService

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """Bus, lane, autosave, settings; nothing else is handed round."""

    bus: Bus
    lane: Lane
    autosave: Autosave
    settings: SettingsFile


class Services(AnalysisServices, Protocol):
    """The services of one open workshop file; every call belongs on the lane's data thread."""

    @property
    def workshop(self) -> "WorkshopService":
        """The workshop's own page, its stages, and where it stands."""

    @property
    def agenda(self) -> "AgendaService":
        """The agenda of the stages as a plan."""

    @property
    def attendance(self) -> "AttendanceService":
        """Who is there."""

    @property
    def cell_offer(self) -> "CellOfferService":
        """What cells of worksheets are proposed."""

    @property
    def comment(self) -> "CommentService":
        """What mentors write about the rows of a sheet."""

    @property
    def stage(self) -> "StageService":
        """The stages themselves."""

    @property
    def data_request(self) -> "DataRequestService":
        """What the agencies are asked to bring."""

    @property
    def certificate(self) -> "CertificateService":
        """Certificates and their numbers."""

    @property
    def definition(self) -> "DefinitionService":
        """The make-up of the exercises."""

    @property
    def dimension(self) -> "DimensionService":
        """Dimensions and sub-dimensions, and what stands under them."""

    @property
    def opd(self) -> "OpdService":
        """Agencies."""

    @property
    def evaluation(self) -> "EvaluationService":
        """The own estimate on the ministry's evaluation."""

    @property
    def stage_copy(self) -> "StageCopyService":
        """Copies at the end of a stage."""

    @property
    def row_history(self) -> "RowHistoryService":
        """What single rows have been."""

    @property
    def group(self) -> "GroupService":
        """Groups of the participants."""

    @property
    def hall(self) -> "HallService":
        """What the projector can show."""

    @property
    def package(self) -> "PackageService":
        """What is handed over at the end."""

    @property
    def paper(self) -> "PaperService":
        """Numbered papers, keyed in."""

    @property
    def people(self) -> "PeopleService":
        """Participants."""

    @property
    def people_gone(self) -> "PeopleGoneService":
        """Participants who were removed."""

    @property
    def people_twin(self) -> "PeopleTwinService":
        """Participants who stand in the list twice."""

    @property
    def session(self) -> "SessionService":
        """Sessions and their countdown."""

    @property
    def document(self) -> "DocumentService":
        """Vision, missions and strategic issues."""

    @property
    def plan_typed(self) -> "PlanTypedService":
        """Plans typed over from paper."""

    @property
    def preflight(self) -> "PreflightService":
        """Cek Sebelum Acara."""

    @property
    def quickwin(self) -> "QuickWinService":
        """Candidates of quick wins, their scores and what was decided."""

    @property
    def quickwin_sheet(self) -> "QuickWinSheetService":
        """The sheets of quick wins."""

    @property
    def duty(self) -> "DutyService":
        """What must follow the masterplan."""

    @property
    def monitor(self) -> "MonitorService":
        """How programs and quick wins run, year by year."""

    @property
    def vote(self) -> "VoteService":
        """Votes on any list."""

    @property
    def register(self) -> "RegisterService":
        """The register of documents."""

    @property
    def renstra(self) -> "RenstraService":
        """Plans of the agencies."""

    @property
    def worksheet(self) -> "WorksheetService":
        """Worksheets and their sheets."""

    @property
    def book(self) -> "BookService":
        """The books of the masterplan."""

    @property
    def chapter_word(self) -> "ChapterWordService":
        """Chapters on their way to Word and back."""

    @property
    def note(self) -> "NoteService":
        """Minutes."""

    @property
    def photo(self) -> "PhotoService":
        """Photos of the sessions."""

    @property
    def print_log(self) -> "PrintLogService":
        """What was printed when, and the texts of papers."""

    @property
    def report(self) -> "ReportService":
        """Prints."""

    @property
    def result(self) -> "ResultService":
        """Results of worksheets beside each other."""

    @property
    def carry(self) -> "CarryService":
        """Results carried on to the next worksheet."""

    @property
    def homework(self) -> "HomeworkService":
        """What the agencies still owe after a stage."""

    @property
    def safety(self) -> "SafetyService":
        """Safety copies."""

    @property
    def signature(self) -> "SignatureService":
        """Who signs the shared commitment."""

    @property
    def search(self) -> "SearchService":
        """Full-text search."""

    @property
    def initiative(self) -> "InitiativeService":
        """Programs smart city."""

    @property
    def roadmap(self) -> "RoadMapService":
        """Road map and action plan."""

    @property
    def path(self) -> "Path":
        """The workshop file."""

    @property
    def stopped_at(self) -> "datetime | None":
        """Up to which moment everything is there, where the last opening ended without closing."""

    @property
    def is_read_only(self) -> bool:
        """Whether the file takes no change."""

    @property
    def schema_step(self) -> int:
        """The number of the last migration this file has gone through."""

    def count_differences(self) -> int:
        """Return how many fields wait for a person to choose between two values."""

    def undo(self) -> Changes:
        """Take this person's last act back."""

    def redo(self) -> Changes:
        """Do again what was taken back last."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something Ctrl+K can do on a screen: its words, what is called, and whether the file takes part."""

    words: str
    run: Callable[[], None]
    writes: bool = False
    """Whether it is there to change the file: not offered where the file takes nothing."""


class Screen(QWidget):
    """One screen of the rail.

    The window calls ``show_stage`` when the stage switch moves, ``arrive`` when the screen comes to the
    front, ``leave`` before another does, ``changed`` with what others changed in its ``kinds`` (while it is
    hidden these are gathered and told before ``arrive``), and ``open_row`` when the search found something.
    """

    kinds: frozenset[str] = frozenset()
    """Entities this screen shows; empty means all."""

    takes_photos = False
    """Whether photos that are dropped here are the screen's own; elsewhere they join the running session."""

    go = Signal(str, str)
    """Asks the window for another screen by its key, and the row to show there (may be empty).

    ``go.emit("stage", "2")`` moves the stage switch, ``go.emit("open-file", path)`` opens another file.
    """
    said = Signal(str)
    """A sentence for the message bar, after something was done."""
    told = Signal(str)
    """A sentence about something that was done outside the file, or given up: nothing to take back."""
    warned = Signal(str)
    """A sentence about something that changed nothing: there is nothing to take back."""
    offered = Signal(str, str, object)
    """A sentence that stays until somebody answers it, the words of its one action, and what that calls."""
    withdrawn = Signal(str)
    """The sentence of an offer that no longer holds."""
    print_asked = Signal(str, str)
    """Asks for the preview of a print: its kind and the row it is about (may be empty).

    The row is what the kind needs: an OPD, a division, a session, a stage, or an ISO day.
    """
    slide_asked = Signal(str, str)
    """Asks for a slide of the projector: its kind (domain.hall) and what it is about (may be empty)."""
    feed_asked = Signal(object)
    """Asks the projector to follow a worksheet (models.feed.SheetFeed)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Keep the context; services are kept by the screen that needs them."""
        super().__init__(parent)
        self.context = context

    def show_stage(self, number: int) -> None:
        """Show what belongs to this stage (1 to 4)."""

    def arrive(self) -> None:
        """Come to the front: read what is to be shown."""

    def leave(self) -> None:
        """Hand everything to the disk before another screen comes to the front."""
        self.context.autosave.flush_all()

    def changed(self, changes: Changes) -> None:
        """Read again what another screen, an undo or a command changed."""

    def open_row(self, row: str) -> None:
        """Show and select this row."""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return ()

    def take_files(self, paths: "Sequence[Path]") -> bool:
        """Take files that were dropped together with photos; False where this screen has no use for them."""
        del paths
        return False

    def unfinished(self) -> str:
        """Return in a sentence what stands here and nowhere else, such as a reading not adopted yet.

        Closing the workshop would lose it; empty where there is nothing of that kind.
        """
        return ""

    def holds(self) -> bool:
        """Return whether something stands here that is nowhere else."""
        return bool(self.unfinished())

    def end(self) -> None:
        """Hand over what is finished of it; the file is closed after this."""

    def is_naming(self) -> bool:
        """Return whether a word of the event is being typed here: it is not spoken before it is whole."""
        return False

    def reword(self) -> bool:
        """Say everything again in the event's words; False where the screen is to be built anew for that."""
        return False

    def standing(self) -> object:
        """Return where this screen stands, for the one that is built anew in its place."""
        return None

    def take_over(self, standing: object) -> None:
        """Stand where the screen stood in whose place this one was built; called before it arrives."""

    def present(self) -> bool:
        """Show what stands here on the projector ("Tayangkan"); False where nothing can be shown."""
        return False

    def slide(self) -> tuple[str, str] | None:
        """Return the slide (kind and about, domain.hall) that belongs to what stands here, None for none."""
        return None

    def read(
        self,
        call: Callable[[], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[Fault], None] | None = None,
    ) -> Ticket:
        """Run a reading call of a service on the data thread."""
        return self.context.lane.data(call, then, failed=failed)

    def act(
        self,
        call: Callable[[], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        """Write what is still in the editors, run a changing call, publish what it changed, then ``then``.

        In a file that takes nothing it only says why, by whatever key it was asked for.
        """
        from ui.widgets.writing import WHY, takes_nothing

        if takes_nothing(self):
            self.warned.emit(WHY)
            return
        self.context.autosave.flush_all()
        self.context.lane.data(call, partial(self._acted, then), failed=failed)

    def _acted(self, then: Callable[[Changes], None] | None, changes: Changes) -> None:
        self.context.bus.publish(changes, self)
        if then is not None:
            then(changes)
