"""Prints: one consistent picture is gathered from the file, rendering it needs the file no more."""

from base64 import b64decode
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import (
    BLANK,
    DOSSIER,
    FILLED,
    KINDS,
    PER_OPD,
    PrintAsk,
    PrintJob,
    PrintKind,
    each,
)
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import replace_file, safe_name, unused
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.store import Store

__all__ = [
    "BLANK",
    "DOSSIER",
    "FILLED",
    "KINDS",
    "PER_OPD",
    "Paper",
    "PrintAsk",
    "PrintJob",
    "PrintKind",
    "ReportService",
    "each",
    "label_places",
    "page_count",
    "page_is_broad",
    "page_png",
    "render",
    "render_word",
    "save",
    "save_new",
]
Paper = pictures.Paper
_APART_SECONDS: Final = 600.0
"""A slow laptop takes a minute for a book of 200 pages."""


def render(job: PrintJob, told: Callable[[int, int], None] = lambda _done, _total: None) -> bytes:
    """Return the PDF of a gathered print, or of several one behind the other. Slow: for the side pool.

    ``told`` hears (steps done, of how many); what it raises ends the work.
    """
    from smartcity_desktop.reporting import families, page

    alone = _apart(job, told) if families.is_large(job) else families.whole(job, told)
    if alone is not None:
        return alone
    found = [part for item in job.jobs or (job,) for part in families.parts(item)]
    return page.press(found, title=job.name if len(found) > 1 or job.kind == DOSSIER else "", told=told)


def render_word(job: PrintJob, told: Callable[[int, int], None] = lambda _done, _total: None) -> bytes:
    """Return the Word document of a gathered print that has one (``print_word.takes_word``); as ``render``.

    Slow: for the side pool. ``told`` hears (steps done, of how many); what it raises ends the work.
    """
    from smartcity_desktop.reporting import docx_families

    return docx_families.written(job, told)


def _apart(job: PrintJob, told: Callable[[int, int], None]) -> bytes | None:
    """Return the PDF of a large print made in a process of its own; here where that process cannot.

    What ``told`` raises ends the process.
    """
    from smartcity_desktop.exchange import child
    from smartcity_desktop.reporting import book_task, families

    pieces: list[bytes] = []
    try:
        for answer in child.run("book", book_task.packed(job), name=job.name, seconds=_APART_SECONDS):
            if "pdf" in answer:
                pieces.append(b64decode(str(answer["pdf"])))
            else:
                told(int(str(answer["done"])), int(str(answer["total"])))
    except UserFault as fault:
        if not fault.code.startswith("read-"):
            raise
        return families.whole(job, told)
    return b"".join(pieces)


def save(pdf: bytes, target: Path) -> None:
    """Write a rendered print whole or not at all. Raises DiskFault ``print-not-saved``."""
    try:
        replace_file(target, partial(_fill, pdf))
    except OSError:
        raise DiskFault("print-not-saved", name=target.name) from None


def save_new(pdf: bytes, folder: Path, name: str) -> Path:
    """Write a rendered print into a folder under a name that nothing there has yet, and return where.

    Raises DiskFault ``print-not-saved``.
    """
    try:
        target = unused(folder / f"{safe_name(name)}.pdf")
    except OSError:
        raise DiskFault("print-not-saved", name=name) from None
    save(pdf, target)
    return target


def _fill(pdf: bytes, path: Path) -> None:
    path.write_bytes(pdf)


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a rendered print."""
    from smartcity_desktop.reporting import pages

    return pages.page_count(pdf)


def page_png(pdf: bytes, index: int, width_px: int) -> bytes:
    """Return one page of a rendered print (from 0) as PNG, ``width_px`` wide."""
    from smartcity_desktop.reporting import pages

    return pages.page_png(pdf, index, width_px)


def page_is_broad(pdf: bytes, index: int) -> bool:
    """Tell whether a page of a rendered print (from 0) lies broad."""
    from smartcity_desktop.reporting import pages

    width, height = pages.page_size(pdf, index)
    return width > height


def label_places(paper: Paper) -> tuple[int, int]:
    """Return how many name tags stand beside and below each other on a sheet of this paper."""
    from smartcity_desktop.reporting import cards, style

    places = cards.tag_places(style.cards(paper))
    across = len({place.x for place in places})
    return across, len(places) // max(across, 1)


class ReportService:
    """Gathers prints from the file."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def kinds(self) -> tuple[PrintKind, ...]:
        """Return every kind of print, by moment."""
        return KINDS

    def gather(
        self,
        kind: str,
        *,
        opd: RowId = NO_ROW,
        session: RowId = NO_ROW,
        worksheet: RowId = NO_ROW,
        paper: Paper | None = None,
        even_empty: bool = False,
    ) -> PrintJob:
        """Return one consistent picture of a print; see ``asked``."""
        ask = PrintAsk(opd=opd, session=session, worksheet=worksheet, paper=paper, even_empty=even_empty)
        return self.asked(kind, ask)

    def meant(self, stage: str, day: str) -> PrintAsk:
        """Return what a print is asked about by words: a stage (``II``, ``2``) and a day (``2``, ISO).

        Raises UserFault ``print-no-day`` where the workshop has no such stage or day.
        """
        from smartcity_desktop.storage.print_words import ask_of

        return ask_of(Gathering(self._store, None), stage, day)

    def asked(self, kind: str, ask: PrintAsk) -> PrintJob:
        """Return one consistent picture of a print as it is asked for.

        Raises UserFault ``print-unknown``, ``print-nothing-filled`` where filled sheets are wanted and nobody
        wrote any, or ``session-unknown`` where a session report has no session and is not wanted
        ``even_empty``.
        """
        from smartcity_desktop.storage.print_families import GATHER

        if kind not in GATHER:
            raise UserFault("print-unknown", kind=kind)
        if not self._store.workspace.read_only:
            # What is on paper is never written over: a later key makes a new op.
            self._store.workspace.journal.seal()
        return GATHER[kind](Gathering(self._store, ask.paper), ask)
