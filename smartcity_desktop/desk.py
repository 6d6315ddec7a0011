"""The only place that builds services: one open workshop file, one desk."""

import platform
import time
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from smartcity_desktop.desk_analysis import AnalysisDesk
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import Clock, IdSource
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.paths import profile_dir
from smartcity_desktop.services.note import NoteService
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.safety import SafetyService
from smartcity_desktop.services.session import SessionService
from smartcity_desktop.services.worksheet import WorksheetService
from smartcity_desktop.services.workshop import WorkshopService
from smartcity_desktop.settings import AGENDA_FOLDER, CopyPlaces, SettingsFile
from smartcity_desktop.storage import migrate
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workspace import Workspace

if TYPE_CHECKING:
    from smartcity_desktop.services.agenda import AgendaService
    from smartcity_desktop.services.attendance import AttendanceService
    from smartcity_desktop.services.book import BookService
    from smartcity_desktop.services.carry import CarryService
    from smartcity_desktop.services.cell_offer import CellOfferService
    from smartcity_desktop.services.certificate import CertificateService
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
    from smartcity_desktop.services.sample import SampleService
    from smartcity_desktop.services.search import SearchService
    from smartcity_desktop.services.signature import SignatureService
    from smartcity_desktop.services.stage import StageService
    from smartcity_desktop.services.stage_copy import StageCopyService
    from smartcity_desktop.services.vote import VoteService


def system_clock() -> datetime:
    """Return the present moment in the zone of this laptop."""
    return datetime.fromtimestamp(time.time(), tz=UTC).astimezone()


class Desk(AnalysisDesk):
    """Every service of one open workshop file; to be used only in the thread that opened it.

    Services that the first page does without are loaded when they are first asked for.
    """

    def __init__(self, workspace: Workspace, store: Store, places: CopyPlaces) -> None:
        """Build the services on an open file; ``places`` says where its safety copies go."""
        self._workspace = workspace
        super().__init__(store)
        self._places = places
        self.workshop = WorkshopService(store)
        self.opd = OpdService(store)
        self.session = SessionService(store)
        self.worksheet = WorksheetService(store)
        self.note = NoteService(store)
        self.safety = SafetyService(store, places)

    @cached_property
    def agenda(self) -> "AgendaService":
        """The agenda of the stages as a plan; rundowns are saved in the profile, beside the usual copies."""
        from smartcity_desktop.services.agenda import AgendaService

        return AgendaService(self._store, self._places.usual.with_name(AGENDA_FOLDER))

    @cached_property
    def attendance(self) -> "AttendanceService":
        """Who is there."""
        from smartcity_desktop.services.attendance import AttendanceService

        return AttendanceService(self._store)

    @cached_property
    def book(self) -> "BookService":
        """The books of the masterplan."""
        from smartcity_desktop.services.book import BookService

        return BookService(self._store)

    @cached_property
    def cell_offer(self) -> "CellOfferService":
        """What cells of worksheets are proposed."""
        from smartcity_desktop.services.cell_offer import CellOfferService

        return CellOfferService(self._store)

    @cached_property
    def comment(self) -> "CommentService":
        """What mentors write about the rows of a sheet."""
        from smartcity_desktop.services.comment import CommentService

        return CommentService(self._store)

    @cached_property
    def stage(self) -> "StageService":
        """How many stages there are, when and where."""
        from smartcity_desktop.services.stage import StageService

        return StageService(self._store)

    @cached_property
    def data_request(self) -> "DataRequestService":
        """What the agencies are asked to bring."""
        from smartcity_desktop.services.data_request import DataRequestService

        return DataRequestService(self._store)

    @cached_property
    def certificate(self) -> "CertificateService":
        """Certificates and their numbers."""
        from smartcity_desktop.services.certificate import CertificateService

        return CertificateService(self._store)

    @cached_property
    def package(self) -> "PackageService":
        """What is handed over at the end."""
        from smartcity_desktop.services.package import PackageService

        return PackageService(self._store)

    @cached_property
    def definition(self) -> "DefinitionService":
        """The make-up of the exercises."""
        from smartcity_desktop.services.definition import DefinitionService

        return DefinitionService(self._store)

    @cached_property
    def dimension(self) -> "DimensionService":
        """Dimensions and sub-dimensions."""
        from smartcity_desktop.services.dimension import DimensionService

        return DimensionService(self._store)

    @cached_property
    def document(self) -> "DocumentService":
        """The RPJMD/RPD as a frame."""
        from smartcity_desktop.services.document import DocumentService

        return DocumentService(self._store)

    @cached_property
    def roadmap(self) -> "RoadMapService":
        """Road map and action plan."""
        from smartcity_desktop.services.roadmap import RoadMapService

        return RoadMapService(self._store)

    @cached_property
    def initiative(self) -> "InitiativeService":
        """Programs smart city."""
        from smartcity_desktop.services.initiative import InitiativeService

        return InitiativeService(self._store)

    @cached_property
    def monitor(self) -> "MonitorService":
        """How programs and quick wins run, year by year."""
        from smartcity_desktop.services.monitor import MonitorService

        return MonitorService(self._store)

    @cached_property
    def duty(self) -> "DutyService":
        """What must follow the masterplan."""
        from smartcity_desktop.services.duty import DutyService

        return DutyService(self._store)

    @cached_property
    def quickwin_sheet(self) -> "QuickWinSheetService":
        """The sheets of quick wins."""
        from smartcity_desktop.services.quickwin_sheet import QuickWinSheetService

        return QuickWinSheetService(self._store)

    @cached_property
    def stage_copy(self) -> "StageCopyService":
        """Copies at the end of a stage."""
        from smartcity_desktop.services.stage_copy import StageCopyService

        return StageCopyService(self._store, lambda: self.safety.folder)

    @cached_property
    def row_history(self) -> "RowHistoryService":
        """What single rows have been."""
        from smartcity_desktop.services.row_history import RowHistoryService

        return RowHistoryService(self._store)

    @cached_property
    def evaluation(self) -> "EvaluationService":
        """The own estimate on the ministry's evaluation."""
        from smartcity_desktop.services.evaluation import EvaluationService

        return EvaluationService(self._store)

    @cached_property
    def group(self) -> "GroupService":
        """Groups of the participants."""
        from smartcity_desktop.services.group import GroupService

        return GroupService(self._store)

    @cached_property
    def hall(self) -> "HallService":
        """What the projector can show."""
        from smartcity_desktop.services.hall import HallService

        return HallService(self._store)

    @cached_property
    def paper(self) -> "PaperService":
        """Numbered papers, keyed in."""
        from smartcity_desktop.services.paper import PaperService

        return PaperService(self._store)

    @cached_property
    def people(self) -> "PeopleService":
        """Participants."""
        from smartcity_desktop.services.people import PeopleService

        return PeopleService(self._store)

    @cached_property
    def people_gone(self) -> "PeopleGoneService":
        """Participants who were removed."""
        from smartcity_desktop.services.people_gone import PeopleGoneService

        return PeopleGoneService(self._store)

    @cached_property
    def people_twin(self) -> "PeopleTwinService":
        """Participants who stand in the list twice."""
        from smartcity_desktop.services.people_twin import PeopleTwinService

        return PeopleTwinService(self._store)

    @cached_property
    def photo(self) -> "PhotoService":
        """Photos of the sessions."""
        from smartcity_desktop.services.photo import PhotoService

        return PhotoService(self._store)

    @cached_property
    def plan_typed(self) -> "PlanTypedService":
        """Plans typed over from paper."""
        from smartcity_desktop.services.plan_typed import PlanTypedService

        return PlanTypedService(self._store)

    @cached_property
    def preflight(self) -> "PreflightService":
        """Cek Sebelum Acara."""
        from smartcity_desktop.services.preflight import PreflightService

        return PreflightService(self._store, self._places)

    @cached_property
    def print_log(self) -> "PrintLogService":
        """What was printed when, and the texts of papers."""
        from smartcity_desktop.services.print_log import PrintLogService

        return PrintLogService(self._store)

    @cached_property
    def quickwin(self) -> "QuickWinService":
        """Candidates of quick wins, their scores and what was decided."""
        from smartcity_desktop.services.quickwin import QuickWinService

        return QuickWinService(self._store)

    @cached_property
    def vote(self) -> "VoteService":
        """Votes on any list."""
        from smartcity_desktop.services.vote import VoteService

        return VoteService(self._store)

    @cached_property
    def register(self) -> "RegisterService":
        """The register of documents."""
        from smartcity_desktop.services.register import RegisterService

        return RegisterService(self._store)

    @cached_property
    def renstra(self) -> "RenstraService":
        """Plans of the agencies."""
        from smartcity_desktop.services.renstra import RenstraService

        return RenstraService(self._store)

    @cached_property
    def report(self) -> "ReportService":
        """Prints."""
        from smartcity_desktop.services.report import ReportService

        return ReportService(self._store)

    @cached_property
    def result(self) -> "ResultService":
        """Results of worksheets beside each other, merged by people."""
        from smartcity_desktop.services.result import ResultService

        return ResultService(self._store)

    @cached_property
    def carry(self) -> "CarryService":
        """Results carried on to the next worksheet."""
        from smartcity_desktop.services.carry import CarryService

        return CarryService(self._store)

    @cached_property
    def homework(self) -> "HomeworkService":
        """What the agencies still owe after a stage."""
        from smartcity_desktop.services.homework import HomeworkService

        return HomeworkService(self._store)

    @cached_property
    def sample(self) -> "SampleService":
        """The sample workshop."""
        from smartcity_desktop.services.sample import SampleService

        return SampleService(self._store)

    @cached_property
    def signature(self) -> "SignatureService":
        """Who signs the shared commitment."""
        from smartcity_desktop.services.signature import SignatureService

        return SignatureService(self._store)

    @cached_property
    def search(self) -> "SearchService":
        """Full-text search."""
        from smartcity_desktop.services.search import SearchService

        return SearchService(self._store)

    @property
    def path(self) -> Path:
        """The workshop file."""
        return self._workspace.path

    @property
    def stopped_at(self) -> datetime | None:
        """Up to which moment everything is there, where the last opening ended without closing."""
        stopped = self._workspace.stopped_at
        return stopped.at if stopped else None

    @property
    def is_read_only(self) -> bool:
        """Whether the file lies on a medium that takes no change."""
        return self._workspace.read_only

    @property
    def schema_step(self) -> int:
        """The number of the last migration this file has gone through."""
        return migrate.version(self._workspace.db.conn)

    def bring_up_to_date(self) -> Changes:
        """Give worksheets of an older file the columns and choices the program got later; answers stay.

        Undo steps over it: no person did it.
        """
        from smartcity_desktop.storage.older import complete

        return complete(self._store)

    def undo(self) -> Changes:
        """Take back the last act of this person. Raises UserFault ``nothing-to-undo``."""
        return self._workspace.journal.undo(self._store.person)

    def redo(self) -> Changes:
        """Bring back what was taken back last. Raises UserFault ``nothing-to-redo``."""
        return self._workspace.journal.redo(self._store.person)

    def undo_label(self) -> str | None:
        """Return the words of the act that undo would take back."""
        return self._workspace.journal.undo_label(self._store.person)

    def redo_label(self) -> str | None:
        """Return the words of the act that redo would bring back."""
        return self._workspace.journal.redo_label(self._store.person)

    def count_differences(self) -> int:
        """Return how many fields wait for a person to choose between two values."""
        return len(self._workspace.journal.differences())

    def check(self) -> list[str]:
        """Return the faults of file, journal and tables, in words; nothing where all is sound."""
        return self._workspace.check()

    def close(self) -> None:
        """Close the file so that any medium can carry it."""
        self._workspace.close()

    def __enter__(self) -> Self:
        """Return the desk."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()


def _places(profile: Path | None) -> CopyPlaces:
    return SettingsFile(profile_dir(profile)).places


def open_desk(
    path: Path,
    *,
    clock: Clock = system_clock,
    ids: IdSource | None = None,
    profile: Path | None = None,
    person: str = "",
    looking: bool = False,
) -> Desk:
    """Open a workshop file; ``looking`` reads it and leaves no trace of the opening.

    Raises UserFault or DiskFault as ``storage.workspace.Workspace.open`` does: not ours, damaged, too new,
    in use, missing.
    """
    source = ids or IdSource(clock)
    who = person or platform.node()
    workspace = Workspace.open(
        path, clock=clock, ids=source, laptop=platform.node(), person=who, looking=looking
    )
    desk = Desk(workspace, Store(workspace, clock, source, who), _places(profile))
    if not looking and not workspace.read_only:
        desk.bring_up_to_date()
    return desk


def create_desk(
    path: Path,
    new: NewWorkshop,
    *,
    clock: Clock = system_clock,
    ids: IdSource | None = None,
    profile: Path | None = None,
    person: str = "",
) -> Desk:
    """Make a workshop file as the page "Bimtek baru" asked; a file that stands is never touched."""
    source = ids or IdSource(clock)
    who = person or platform.node()
    workspace = Workspace.create(path, clock=clock, ids=source, laptop=platform.node(), person=who)
    desk = Desk(workspace, Store(workspace, clock, source, who), _places(profile))
    try:
        desk.workshop.create(new)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk
