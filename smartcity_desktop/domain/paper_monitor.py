"""One year of programs and quick wins as it is printed: what is known, room for the rest, and the counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.monitor import KIND_WORDS, QUICKWIN, STATE_WORDS, MonitorBoard, MonitorLine, Sum
from smartcity_desktop.domain.wording import money, number

MONITORING: Final = "pemantauan-program"
LAST_YEAR: Final = "tahun-lalu"
MONITOR_KINDS: Final = (
    (
        *(MONITORING, "Pemantauan program", "Sesudah", ""),
        *("Direncanakan, berjalan, bukti; kolom kosong untuk ditulis tangan", "", False, "monitor"),
        (("", "Tahun ini"), (LAST_YEAR, "Tahun lalu")),
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""


@dataclass(frozen=True, slots=True)
class MonitorRow:
    """One program or quick win in words; empty cells are written by hand."""

    name: str
    home: str = ""
    owner: str = ""
    planned: str = ""
    state: str = ""
    progress: str = ""
    achieved: str = ""
    spent: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class MonitorPaper:
    """One year: what it comes to, its rows, and the counts by dimension and by agency, the whole last."""

    year: int = 0
    told: str = ""
    rows: tuple[MonitorRow, ...] = ()
    by_dimension: tuple[tuple[str, ...], ...] = ()
    by_opd: tuple[tuple[str, ...], ...] = ()
    whole: tuple[str, ...] = ()


def monitor_paper(board: MonitorBoard, say: Callable[[str], str]) -> MonitorPaper:
    """Return what is printed; ``say`` puts the program's own words into those of the event."""
    return MonitorPaper(
        board.year,
        board.told,
        tuple(_row(board, item) for item in board.lines),
        tuple(_sum(item, say) for item in board.by_dimension()),
        tuple(_sum(item, say) for item in board.by_opd()),
        _sum(board.whole, say),
    )


def _row(board: MonitorBoard, item: MonitorLine) -> MonitorRow:
    subject = item.subject
    mark = f" ({KIND_WORDS[QUICKWIN].lower()})" if subject.kind == QUICKWIN else ""
    planned = "ya" if item.planned else "tidak"
    return MonitorRow(
        f"{subject.name}{mark}",
        board.code_of(subject.dimension),
        board.names.get(subject.opd, ""),
        planned if item.said else f"{planned} (usulan)",
        STATE_WORDS.get(item.state, ""),
        "" if item.progress is None else f"{item.progress}%",
        item.achieved.strip(),
        "" if item.spent is None else money(item.spent),
        "\n".join(text for text in (item.evidence.strip(), item.note.strip()) if text),
    )


def _sum(item: Sum, say: Callable[[str], str]) -> tuple[str, ...]:
    return (
        say(item.name),
        number(item.planned),
        number(item.reported),
        item.run_words,
        number(item.shown),
        number(item.beside),
        money(item.spent or None),
    )
