"""What follows a masterplan as it is printed: a checklist by day, with room for what is written by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.duty import LATE, DutyBoard, kind_words
from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.wording import day_of, label, long_date

DUTIES: Final = "tindak-lanjut-masterplan"
DUTY_KINDS: Final = (
    (
        *(DUTIES, "Tindak lanjut masterplan", "Sesudah", ""),
        *("Perkada, SK, anggaran, Forum, rapat: siapa, kapan, sampai mana", "", False, "duty"),
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One line of the checklist, in words; ``late`` where its day is over."""

    text: str
    kind: str = ""
    owner: str = ""
    due: str = ""
    state: str = ""
    evidence: str = ""
    late: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class DutyPaper:
    """The checklist, and what it comes to in a sentence."""

    told: str = ""
    rows: tuple[DutyRow, ...] = ()


def duty_paper(board: DutyBoard, say: Callable[[str], str]) -> DutyPaper:
    """Return what is printed; ``say`` puts the program's own words into those of the event."""
    rows = tuple(
        DutyRow(
            item.text,
            kind_words(item.kind),
            " · ".join(text for text in (board.names.get(item.opd, ""), item.who.strip()) if text),
            long_date(day_of(item.due), weekday=False) if item.due else "",
            label("state", item.state or PROGRESS[0]),
            "\n".join(
                text for text in (item.evidence.strip(), board.documents.get(item.document, "")) if text
            ),
            item.tone(board.today) == LATE,
            item.is_done,
        )
        for item in board.items
    )
    return DutyPaper(say(board.told), rows)
