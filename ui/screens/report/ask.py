"""From what a person chose to what a print is asked about."""

from dataclasses import dataclass, replace

from smartcity_desktop.domain import print_needs as needs
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_job import BLANK, EVERY, RESULT
from smartcity_desktop.services.report import Paper, PrintAsk, PrintJob, PrintKind
from ui.screens.report.stock import DAY
from ui.widgets.print_choice import PrintChoice


@dataclass(frozen=True, slots=True)
class Asked:
    """Which print, and what it is asked about."""

    kind: str
    ask: PrintAsk

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return self.ask.paper or "F4"


@dataclass(frozen=True, slots=True)
class Made:
    """A print whose pages are there; ``mark`` is the fingerprint of what they show.

    Without ``pdf`` its pages are to be made anew.
    """

    asked: Asked
    job: PrintJob
    pdf: bytes
    count: int
    mark: str = ""

    def with_text(self, passage: Passage, text: str) -> "Made":
        """Return it with another text of a passage, and without pages: they do not say so yet."""
        known = self.job.passages
        passages = tuple(replace(item, text=text) if item.key == passage.key else item for item in known)
        return replace(self, job=replace(self.job, passages=passages), pdf=b"")


def paper_of(choice: PrintChoice) -> Paper:
    """Return the paper that is chosen."""
    return "A4" if choice.paper == "A4" else "F4"


def asked_of(kind: PrintKind, choice: PrintChoice) -> Asked:
    """Return what is asked of a kind of print."""
    session = choice.chosen(needs.SESSION)
    day = session.removeprefix(DAY) if session.startswith(DAY) else choice.chosen(needs.DAY)
    people = choice.people.rows() if choice.asks(needs.PEOPLE) else ()
    ask = PrintAsk(
        opd=RowId(choice.chosen(needs.OPD)),
        session=NO_ROW if session.startswith(DAY) else RowId(session),
        worksheet=RowId(choice.chosen(needs.WORKSHEET)),
        stage=RowId(_stage_of(kind, choice)),
        day=day,
        grouping=RowId(choice.chosen(needs.GROUPING)),
        group=RowId(choice.chosen(needs.GROUP)),
        people=tuple(RowId(row) for row in people),
        first_label=choice.labels.first if choice.asks(needs.LABELS) else 1,
        choice=choice.chosen(needs.CHOICE),
        signer=RowId(choice.chosen(needs.SIGNER)),
        kinds=choice.ticks.ticked() if choice.asks(needs.PAPERS) else (),
        paper=paper_of(choice),
    )
    return Asked(kind.key, ask)


def _stage_of(kind: PrintKind, choice: PrintChoice) -> str:
    """Return the stage that is asked for; all blank sheets and all results are those of the one in front."""
    is_all = kind.key in {BLANK, RESULT} and not choice.of_worksheet
    return str(choice.boxes[needs.STAGE].currentData() or "") if is_all else choice.chosen(needs.STAGE)


def everyone(kind: PrintKind, choice: PrintChoice) -> Asked:
    """Return the print of all OPD or groups of the chosen worksheet."""
    ask = PrintAsk(
        worksheet=RowId(choice.chosen(needs.WORKSHEET)),
        signer=RowId(choice.chosen(needs.SIGNER)),
        choice=EVERY if kind.key == BLANK else "",
        paper=paper_of(choice),
    )
    return Asked(kind.key, ask)
