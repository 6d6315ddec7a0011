"""The prints of vision and missions, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_vision import (
    DRAFT,
    SHORT,
    VISION_TEXT,
    VISION_WORDS,
    VisionPicture,
    WordsPicture,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import meant_stage
from smartcity_desktop.storage.vision import board


def _words(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the keywords of all tables."""
    picture = WordsPicture(board(work.store))
    return PrintJob(VISION_WORDS, "Kata kunci visi", work.frame(meant_stage(work, ask), ""), picture=picture)


def _text(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather what was adopted; where nothing was, or it is asked for, what is worked on."""
    found = board(work.store)
    draft = ask.choice == DRAFT or not (found.visions or found.mission_sets)
    picture = VisionPicture(found, draft, history=ask.choice != SHORT)
    return PrintJob(VISION_TEXT, "Visi dan misi", work.frame(meant_stage(work, ask), ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    VISION_WORDS: _words,
    VISION_TEXT: _text,
}
