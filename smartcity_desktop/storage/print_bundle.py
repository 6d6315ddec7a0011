"""All papers of one day gathered for one file, in the order in which they are used."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from smartcity_desktop.domain.paper_bundle import ALL_TODAY, OF_A_DAY, ON_THE_FIRST_DAY, PER_SESSION, usual
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, kind_of
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.print_scope import DayScope


def bundle(
    known: Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]], work: Gathering, ask: PrintAsk
) -> PrintJob:
    """Return the papers of a day as one print of several; what has nothing to say yet is left out.

    ``ask.kinds`` says which, otherwise those that the hour asks for.
    """
    scope = DayScope(work, ask)
    wanted = ask.kinds or usual(work.store.now())
    jobs: list[PrintJob] = []
    for kind in (key for key in OF_A_DAY if key in wanted and key in known):
        for one in _asks(kind, work, scope, ask):
            try:
                job = known[kind](work, one)
            except UserFault:
                continue
            jobs.extend(job.jobs or (job,))
    name = f"Semua cetakan {scope.day}".strip()
    frame = work.frame(scope.stage, "")
    if not jobs:
        jobs = [known["susunan-acara"](work, replace(ask, stage=scope.stage_row, day=scope.day))]
    return PrintJob(ALL_TODAY, name, frame, jobs=tuple(jobs))


def _asks(kind: str, work: Gathering, scope: DayScope, ask: PrintAsk) -> Iterator[PrintAsk]:
    """Yield what a kind is asked about: the day, or each of its sessions of which something was written."""
    own = PrintAsk(stage=scope.stage_row, day=scope.day, even_empty=True, paper=ask.paper)
    found = kind_of(kind)
    needs = found.needs if found else ""
    if kind in ON_THE_FIRST_DAY and scope.number > 1:
        return
    if kind in PER_SESSION:
        yield from (
            replace(own, session=block.id) for block in scope.blocks if notes(work.db, session=block.id)
        )
    elif found and found.of_worksheets:
        sheets = dict.fromkeys(block.worksheet for block in scope.blocks if block.worksheet)
        yield from (replace(own, worksheet=sheet) for sheet in sheets)
    elif needs == "session":
        held = next((block for block in scope.blocks if not block.skipped), None)
        yield replace(own, session=held.id) if held else own
    else:
        yield own
