"""The findings of a plan as lines to read: those of one kind under its title, many of them folded. Pure."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.finding import ListedFinding
from smartcity_desktop.domain.finding_kinds import STATES, kind_of
from smartcity_desktop.domain.wording import EMPTY
from ui.models.read_table import ReadLine
from ui.translate import worded

HEADS: Final = ("No", "Tempat", "Temuan", "Jawaban")
NUMBER, PLACE, MESSAGE, ANSWER = range(len(HEADS))
_KIND: Final = "kind:"
_MANY: Final = 3
"""A kind with more findings than these is folded until somebody opens it."""
_CLOSED, _OPENED = "▸", "▾"


def finding_lines(
    items: Sequence[ListedFinding], opened: frozenset[str], *, open_only: bool
) -> list[ReadLine]:
    """Return the lines: every kind with its findings; of a folded kind its title alone, with its count.

    ``opened`` are the codes of kinds that somebody opened; ``open_only`` leaves out what was answered.
    """
    shown = [item for item in items if item.is_open or not open_only]
    by_code: dict[str, list[ListedFinding]] = {}
    for item in shown:
        by_code.setdefault(item.finding.code, []).append(item)
    lines: list[ReadLine] = []
    for code, own in by_code.items():
        many = len(own) > _MANY
        if many:
            lines.append(_title(code, own, is_open=code in opened))
        if not many or code in opened:
            lines += [_line(item, titled=not many) for item in own]
    return lines


def folded_kind(key: str) -> str:
    """Return the code of the kind whose title a line is, "" for a finding."""
    return key.removeprefix(_KIND) if key.startswith(_KIND) else ""


def line_key(item: ListedFinding) -> str:
    """Return what the line of a finding leads to."""
    return str(item.number)


def title_words(items: Sequence[ListedFinding]) -> str:
    """Return how many findings wait, in a sentence."""
    waiting = sum(item.is_open for item in items)
    if not items:
        return "Tidak ada yang perlu dilihat"
    if not waiting:
        return f"{len(items)} temuan, semua sudah dijawab"
    answered = len(items) - waiting
    return f"{waiting} temuan belum dijawab" + (f", {answered} sudah" if answered else "")


def _title(code: str, own: Sequence[ListedFinding], *, is_open: bool) -> ReadLine:
    kind = kind_of(code)
    waiting = sum(item.is_open for item in own)
    sign = _OPENED if is_open else _CLOSED
    words = f"{sign} {worded(kind.title)}: {len(own)} temuan, {kind.sure}"
    left = f"{waiting} belum" if waiting else "lengkap"
    return ReadLine(f"{_KIND}{code}", ("", f"no {own[0].number}–{own[-1].number}", words, left))


def _line(item: ListedFinding, *, titled: bool) -> ReadLine:
    said = STATES.get(item.state, EMPTY)
    called = f"{worded(kind_of(item.finding.code).title)}: " if titled else ""
    return ReadLine(
        line_key(item),
        (str(item.number), item.where, f"{called}{item.finding.message}", said),
        faint=not item.is_open,
    )
