"""The material of the evaluation, gathered: the last year that somebody estimated, or the one before it."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_evaluation import EARLIER, EVALUATION, SHORT, EvaluationPaper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.storage.evaluation import board, evaluations
from smartcity_desktop.storage.gathering import Gathering


def _evaluation(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the year of the day that is asked for, else the last one that was begun or the one before it."""
    years = [item.year for item in evaluations(work.db) if item.year] or [work.store.now().year]
    day = day_of(ask.day) if ask.day else None
    year = day.year if day else years[-1 if len(years) == 1 else 1] if ask.choice == EARLIER else years[0]
    paper = EvaluationPaper(board(work.store, year), ask.choice == SHORT)
    return PrintJob(EVALUATION, f"Bahan evaluasi {year}", work.frame(None, ""), picture=paper)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {EVALUATION: _evaluation}
