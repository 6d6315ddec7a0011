"""The text of a chapter in plain words, without its marks, and how two texts of one differ line by line."""

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.book import letter
from smartcity_desktop.domain.book_part import kind_of, limit_of
from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    parse,
    plain,
)

State = Literal["same", "new", "gone"]
Call = Callable[[Part | Picture], str]
"""Names what fills itself, or a picture."""
_LEVELS: Final = {2: "Judul", 3: "Subjudul"}
_COUNTED: Final = re.compile(r"(\s*)\d{1,2}\.(?=\s)")
_MOVED: Final = "pindah tempat"
_DRESSED: Final = "hanya tebal atau miringnya yang berubah"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of markup of two that are compared: it stands in both, came new, or is gone."""

    state: State
    text: str


def called(block: Part | Picture) -> str:
    """Return ``[Tabel: Isu per dimensi (GOV)]``, empty for a part that nobody knows."""
    if isinstance(block, Picture):
        return "[Gambar]"
    kind, limit = kind_of(block.key), limit_of(block.key)
    return f"[{kind.word}: {kind.title}{f' ({limit})' if limit else ''}]" if kind else ""


def told(text: str) -> str:
    """Return the text of a chapter without its marks; what fills itself is named in brackets."""
    return "\n\n".join(filter(None, (_said(block, called) for block in parse(text))))


def told_line(line: str, call: Call = called) -> str:
    """Return one line of markup in words; headings say that they are some."""
    words = []
    for block in parse(line):
        said = _said(block, call)
        words.append(f"{_LEVELS[block.level]}: {said}" if isinstance(block, Heading) else said)
    return " ".join(words)


def changed_lines(before: str, after: str) -> tuple[TextLine, ...]:
    """Return how two texts differ, line by line; items that only count on differently stand in both."""
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    keys = [[_COUNTED.sub(r"\1-.", line) for line in lines] for lines in (old, new)]
    found = tuple(_compared(old, new, *keys))
    if old != new and all(item.state == "same" for item in found):
        return tuple(_compared(old, new, old, new))
    return found


def told_changes(lines: Sequence[TextLine], call: Call = called) -> list[str]:
    """Return the words of compared lines; one whose words stood before says what became of it."""
    gone = [item.text for item in lines if item.state == "gone"]
    words = {told_line(text, call) for text in gone}
    return [_told_change(item, told_line(item.text, call), gone, words) for item in lines]


def _told_change(item: TextLine, said: str, gone: Sequence[str], words: set[str]) -> str:
    if item.state != "new" or said not in words:
        return said
    return f"{said} ({_MOVED if item.text in gone else _DRESSED})"


def _compared(
    old: Sequence[str], new: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[TextLine]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            yield from (TextLine("same", line) for line in new[begin:end])
        else:
            yield from (TextLine("gone", line) for line in old[first:last])
            yield from (TextLine("new", line) for line in new[begin:end])


def _said(block: Block, call: Call) -> str:
    match block:
        case Grid():
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in block.rows)
        case Listing():
            return "\n".join(_items(block))
        case Part() | Picture():
            return call(block)
        case Paragraph() if block.proposed:
            return f"USULAN, belum disetujui: {plain(block.runs)}"
        case _:
            return plain(block.runs)


def _items(listing: Listing) -> Iterator[str]:
    count, inner = listing.start - 1, 0
    for item in listing.items:
        if item.level:
            inner += 1
            sign = f"{letter(inner).lower()})" if item.ordered else "-"
            yield f"  {sign} {plain(item.runs)}"
        else:
            count, inner = count + 1, 0
            yield f"{f'{count}.' if listing.ordered else '-'} {plain(item.runs)}"
