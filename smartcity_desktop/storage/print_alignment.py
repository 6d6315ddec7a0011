"""The matrix of alignment, and the objectives that nobody answers, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_alignment import (
    MATRIX,
    UNANSWERED,
    WITH_SDG,
    matrix_paper,
    unanswered_paper,
    what_of,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.alignment import board
from smartcity_desktop.storage.gathering import Gathering


def _matrix(work: Gathering, ask: PrintAsk) -> PrintJob:
    found = board(work.db, what_of(ask.choice), proposing=False)
    picture = matrix_paper(found, work.words.say, with_sdg=ask.choice == WITH_SDG)
    return PrintJob(MATRIX, f"{picture.title} {picture.what}", work.frame(None, ""), picture=picture)


def _unanswered(work: Gathering, ask: PrintAsk) -> PrintJob:
    picture = unanswered_paper(board(work.db, what_of(ask.choice)), work.words.say)
    return PrintJob(UNANSWERED, picture.title, work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    MATRIX: _matrix,
    UNANSWERED: _unanswered,
}
