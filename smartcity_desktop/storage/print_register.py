"""The list of documents, and what changed in the plans of the agencies, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_register import FIRST, PLAN_CHANGE, REGISTER, ChangePaper, RegisterPaper
from smartcity_desktop.domain.plan_change import compare
from smartcity_desktop.domain.plan_content import PlanVersion
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name
from smartcity_desktop.domain.register import register
from smartcity_desktop.domain.wording import day_of, long_date
from smartcity_desktop.storage import attachment, plan_version
from smartcity_desktop.storage.document import documents, renstra_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import meant_stage

_ALONE: Final = "Renstra ini baru dibaca sekali, jadi belum ada yang bisa dibandingkan."
_NONE: Final = "Renstra belum dibaca."
_NOBODY: Final = "Belum ada Renstra yang dibaca ulang."
_GONE: Final = "Isi versi itu tidak ada di berkas ini."


def _register(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather all documents with those that are missing."""
    found = register(documents(work.db), work.opds, attachment.hashes(work.db))
    frame = work.frame(meant_stage(work, ask), "")
    return PrintJob(REGISTER, "Daftar dokumen acuan", frame, picture=RegisterPaper(found))


def _changes(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather what changed in one plan, or in all that were read more than once."""
    wanted = [opd for opd in work.opds if not ask.opd or opd.id == ask.opd]
    papers = [(opd, _change(work, opd, first=ask.choice == FIRST)) for opd in wanted]
    if not ask.opd:
        papers = [(opd, paper) for opd, paper in papers if not paper.told]
    frame = work.frame(meant_stage(work, ask), "")
    jobs = tuple(
        PrintJob(PLAN_CHANGE, file_name(PLAN_CHANGE, opd.called), frame, picture=paper)
        for opd, paper in papers
    )
    if len(jobs) == 1:
        return jobs[0]
    picture = None if jobs else ChangePaper(told=_NOBODY)
    return PrintJob(PLAN_CHANGE, "Perubahan Renstra", frame, jobs=jobs, picture=picture)


def _change(work: Gathering, opd: Opd, *, first: bool) -> ChangePaper:
    document = renstra_of(work.db, opd.id)
    if document is None:
        return ChangePaper(opd.name, told=_NONE)
    known = plan_version.versions(work.db, document.id)
    stands = bool(known) and plan_version.stands(work.db, document, known[-1])
    # Where the plan was changed since it was read, that is the newest there is.
    older = known[:-1] if stands else known
    if not older:
        return ChangePaper(opd.name, told=_ALONE)
    chosen = older[0] if first else older[-1]
    held = plan_version.draft_of(work.db, chosen)
    if held is None:
        return ChangePaper(opd.name, told=_GONE)
    standing = plan_version.standing_draft(work.db, document)
    new = _named(known[-1]) if stands else _standing(document)
    return ChangePaper(
        opd.name,
        _named(chosen),
        new,
        compare(held.lines, standing.lines, records=(held.records, standing.records)),
    )


def _named(version: PlanVersion) -> str:
    day = day_of(version.read_at)
    parts = [f"Versi {version.number}", version.title, version.source_name, long_date(day) if day else ""]
    return " · ".join(part for part in parts if part)


def _standing(document: Document) -> str:
    return f"Yang tersimpan sekarang · {document.source_name}".removesuffix(" · ")


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    REGISTER: _register,
    PLAN_CHANGE: _changes,
}
