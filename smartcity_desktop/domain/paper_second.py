"""Two readings of a plan on paper: a blank sheet for the second reader, and one page to talk over."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.second import DECISION_WORDS, SecondBoard, agreement, kappa, kappa_words

SECOND_BLANK: Final = "bacaan-kedua"
SECOND_TALK: Final = "beda-bacaan"
SECOND_KINDS: Final = (
    (
        *(SECOND_BLANK, "Lembar bacaan kedua", "Selama", "opd"),
        *(
            "Kosong: pembaca kedua memberi tanda tanpa melihat bacaan pertama",
            "Bacaan kedua",
            False,
            "second",
        ),
    ),
    (
        *(SECOND_TALK, "Beda bacaan", "Selama", "opd"),
        *("Satu halaman untuk dibahas sepuluh menit", "Beda bacaan", False, "second"),
    ),
)
"""Both kinds of print as ``print_job.PrintKind`` takes them; each is made for one OPD or for all."""


@dataclass(frozen=True, slots=True)
class SecondBlank:
    """The programs of a plan to be read by a second person, and the codes that are used."""

    opd: str = ""
    called: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One difference: the program, both readings, both notes, and what was decided."""

    place: int
    program: str
    what: str
    first: str
    second: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class SecondTalk:
    """What two readers of a plan have to talk over."""

    opd: str = ""
    called: str = ""
    reader: str = ""
    told: str = ""
    note: str = ""
    progress: str = ""
    rows: tuple[TalkRow, ...] = ()


def blank_paper(board: SecondBoard, called: str) -> SecondBlank:
    """Return the sheet of a plan; nothing of the first reading stands on it."""
    homes = [item for item in board.dimensions if not item.retired]
    codes = tuple(
        f"{home.called}: "
        + "; ".join(sub.called for sub in board.subdimensions if sub.dimension == home.id and not sub.retired)
        for home in homes
    )
    return SecondBlank(board.opd_name, called, tuple((item.code, item.name) for item in board.lines), codes)


def talk_paper(board: SecondBoard, called: str) -> SecondTalk:
    """Return the page to talk over."""
    rows = tuple(
        TalkRow(
            item.place,
            f"{item.code} {item.name}".strip(),
            item.what,
            _with_note(board.told(item.first), item.first.note),
            _with_note(board.told(item.second), item.second.note),
            DECISION_WORDS[item.decision] if item.decision else "",
        )
        for item in board.differing
    )
    return SecondTalk(
        board.opd_name,
        called,
        board.reader,
        agreement(board.lines),
        kappa_words(kappa(board.lines)),
        board.progress,
        rows,
    )


def _with_note(told: str, note: str) -> str:
    said = " ".join(note.split())
    return f"{told}\n{said}" if said else told
