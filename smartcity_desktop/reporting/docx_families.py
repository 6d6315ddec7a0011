"""Which prints have a twin for Word, and what writes it; only what is needed is loaded."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.book import Book
from smartcity_desktop.domain.paper_book import BookPaper
from smartcity_desktop.domain.paper_rule import RulePaper
from smartcity_desktop.domain.print_job import PrintJob, kind_of
from smartcity_desktop.domain.print_word import WORD_KINDS
from smartcity_desktop.reporting.page import Told


def written(job: PrintJob, told: Told) -> bytes:
    """Return the Word document of a gathered print. Raises LookupError where its kind has no such twin."""
    kind = kind_of(job.kind)
    if job.kind in WORD_KINDS:
        return _paper(job, told)
    return _FAMILIES[kind.family if kind else ""](job, told)


def _book(job: PrintJob, told: Told) -> bytes:
    from smartcity_desktop.reporting import docx_book

    # A book that nobody set up yet is written too, empty, as its print is.
    paper = job.picture if isinstance(job.picture, BookPaper) else BookPaper(Book(title=job.name))
    return docx_book.written(paper, job.frame, told)


def _rule(job: PrintJob, told: Told) -> bytes:
    from smartcity_desktop.reporting import docx_rule

    told(0, 1)
    paper = job.picture if isinstance(job.picture, RulePaper) else RulePaper()
    return docx_rule.written(paper, job.frame, job.name)


def _paper(job: PrintJob, told: Told) -> bytes:
    from smartcity_desktop.reporting import docx_paper

    return docx_paper.written(job, told)


_FAMILIES: Final[Mapping[str, Callable[[PrintJob, Told], bytes]]] = {"book": _book, "rule": _rule}
