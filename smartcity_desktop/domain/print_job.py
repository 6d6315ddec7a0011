"""One gathered print as values: to be rendered whole, or one OPD at a time; and what it is asked about."""

from dataclasses import dataclass, replace

from smartcity_desktop.domain.dossier import Dossier
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_book import BOOK
from smartcity_desktop.domain.paper_evaluation import EVALUATION
from smartcity_desktop.domain.paper_monitor import MONITORING
from smartcity_desktop.domain.paper_quickwin_sheet import SHEET as QUICKWIN_SHEET
from smartcity_desktop.domain.paper_roadmap import ACTIONS, PICTURE, TABLE
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_kinds import (
    AGENDA_WALL,
    BALLOTS,
    BLANK,
    CARDS,
    CONTROL,
    DATA_REMINDER,
    DATA_REQUEST,
    DOSSIER,
    EVERY,
    FILLED,
    GROUP_LISTS,
    GROUP_SHEETS,
    INVITATION,
    KINDS,
    MOMENTS,
    NAME_TAGS,
    NUMBERED,
    OF_WORKSHEET,
    PER_OPD,
    QUICKWIN_DECISION,
    QUICKWIN_GIVEN,
    QUICKWIN_RANKING,
    QUICKWIN_SCORES,
    QUICKWIN_SHORT,
    READINESS_RECAP,
    RECEIPT,
    RESULT,
    RUNNING_SCRIPT,
    SWOT_SHEET,
    TENT_CARDS,
    VOTE_RESULT,
    PrintKind,
)
from smartcity_desktop.domain.report import AttendanceForm, Paper, PrintFrame, SessionReport, SheetPicture
from smartcity_desktop.domain.wording import day_of

__all__ = [
    "AGENDA_WALL",
    "BALLOTS",
    "BLANK",
    "CARDS",
    "CONTROL",
    "DATA_REMINDER",
    "DATA_REQUEST",
    "DOSSIER",
    "EVERY",
    "FILLED",
    "GROUP_LISTS",
    "GROUP_SHEETS",
    "INVITATION",
    "KINDS",
    "MOMENTS",
    "NAME_TAGS",
    "NUMBERED",
    "OF_WORKSHEET",
    "PER_OPD",
    "QUICKWIN_DECISION",
    "QUICKWIN_GIVEN",
    "QUICKWIN_RANKING",
    "QUICKWIN_SCORES",
    "QUICKWIN_SHORT",
    "READINESS_RECAP",
    "RECEIPT",
    "RESULT",
    "RUNNING_SCRIPT",
    "SWOT_SHEET",
    "TENT_CARDS",
    "VOTE_RESULT",
    "PrintAsk",
    "PrintJob",
    "PrintKind",
    "ask_about",
    "each",
    "file_name",
    "kind_of",
]


@dataclass(frozen=True, slots=True)
class PrintAsk:
    """What a print is asked about; what its kind does not need is left out.

    ``opd`` limits sheets to one party, an OPD or a dimension group, results to one vote, sheets of quick
    wins to one (all otherwise), ``worksheet`` to those of one worksheet; ``session`` defaults to the running
    or last one; ``day`` is an ISO day, by default that of the session, else today where the stage meets, else
    its first; ``people`` limits cards and certificates to these participants; ``first_label`` is the place on
    the sheet from 1 at which cards begin; ``filled`` asks for a list with who was there; ``per_opd`` begins a
    page for each OPD; ``choice`` is one of the kind's ``choices``; ``signer`` is who signs, a row or
    ``print_signer.USUAL``, otherwise who was chosen for the kind; ``kinds`` are the papers of a file that
    holds several.
    """

    opd: RowId = NO_ROW
    session: RowId = NO_ROW
    worksheet: RowId = NO_ROW
    stage: RowId = NO_ROW
    day: str = ""
    grouping: RowId = NO_ROW
    group: RowId = NO_ROW
    people: tuple[RowId, ...] = ()
    first_label: int = 1
    filled: bool = False
    per_opd: bool = False
    even_empty: bool = False
    choice: str = ""
    signer: RowId = NO_ROW
    kinds: tuple[str, ...] = ()
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A gathered print: everything rendering needs, as values. ``name`` is the file name without ending.

    ``picture`` is what its family of prints sets; ``jobs`` are several prints that go into one file.
    ``passages`` are the sentences that a person may write anew; ``silent`` names, a line for each worksheet,
    who wrote nothing on it and therefore has no sheet here.
    """

    kind: str
    name: str
    frame: PrintFrame
    sheets: tuple[SheetPicture, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    session: SessionReport | None = None
    attendance: AttendanceForm | None = None
    picture: object = None
    jobs: "tuple[PrintJob, ...]" = ()
    passages: tuple[Passage, ...] = ()
    silent: tuple[str, ...] = ()


def kind_of(key: str) -> PrintKind | None:
    """Return a kind of print by its key."""
    return next((item for item in KINDS if item.key == key), None)


def ask_about(key: str, row: str) -> PrintAsk:
    """Return what a print is asked about that a screen asks for: its kind, and the row that it means there.

    The row is what the kind ``needs``: an agency, worksheet, session, stage or division. For a paper of a
    day it is an ISO day, or a stage with all its days. After a worksheet one of the kind's ``choices`` may
    stand, ``<row>:dimensi``; where a kind needs nothing, one of them alone. Empty asks about nothing.
    """
    kind = kind_of(key)
    needs = kind.needs if kind else ""
    if needs == "day" and day_of(row) is None:
        needs = "stage"
    if kind and not needs and row in dict(kind.choices):
        return PrintAsk(choice=row)
    if row and key in {BOOK, PICTURE, TABLE, ACTIONS}:
        return PrintAsk(choice=row)
    if row and key == QUICKWIN_SHEET:
        return PrintAsk(opd=RowId(row))
    if row.isdigit() and key in {MONITORING, EVALUATION}:
        return PrintAsk(day=f"{row}-01-01")
    about, _, way = row.partition(":")
    asked = {
        OF_WORKSHEET: PrintAsk(worksheet=RowId(about), choice=way),
        PER_OPD: PrintAsk(opd=RowId(row)),
        "session": PrintAsk(session=RowId(row)),
        "stage": PrintAsk(stage=RowId(row)),
        "day": PrintAsk(day=row),
        "grouping": PrintAsk(grouping=RowId(row)),
    }
    return asked.get(needs, PrintAsk())


def file_name(key: str, called: str) -> str:
    """Return the name of the file of one OPD, without ending: ``Dossier Diskominfo``."""
    kind = kind_of(key)
    word = (kind.called or kind.title) if kind else key
    return f"{word} {called}".strip()


def each(job: PrintJob) -> tuple[PrintJob, ...]:
    """Return a gathered print as one print per OPD or group, all sheets of one together, in their order.

    A print that is not made of OPD comes back alone.
    """
    if job.jobs:
        return job.jobs
    if job.dossiers:
        return tuple(
            replace(job, name=file_name(job.kind, item.called), dossiers=(item,)) for item in job.dossiers
        )
    by_party: dict[str, list[SheetPicture]] = {}
    for sheet in job.sheets:
        by_party.setdefault(sheet.party or sheet.opd, []).append(sheet)
    if not by_party:
        return (job,)
    return tuple(
        replace(job, name=file_name(job.kind, own[0].called or own[0].opd), sheets=tuple(own), silent=())
        for own in by_party.values()
    )
