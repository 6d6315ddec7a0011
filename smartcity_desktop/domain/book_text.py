"""The text of a chapter: a small markup of lines, read into blocks and written back without a loss.

One line is one paragraph, heading, list item or table row; an empty line ends a list or a table:

========================  ==============================================================
``## text``, ``### text``  heading
``- text``, ``1. text``    list item; two spaces before it make it an item of the second level
``| a | b |``              table row, the first row is the head
``**tebal**``, ``*miring*``  emphasis inside any text, ``***`` for both
``[[KEY]]``                a table or chart that fills itself from the data
``[[gambar:ID]]``          a picture, by the id of its row
``?? text``                a paragraph that was proposed and that nobody has accepted yet
========================  ==============================================================

A backslash takes the meaning from the sign behind it. Anything can be read: what is none of these is plain
text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

LEVELS: Final = (2, 3)
"""The levels of headings inside a chapter; level 1 is the title of the chapter itself."""
_BREAKS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_HEADING: Final = re.compile(r"(#{2,3})[ \t]+(.+)")
_ITEM: Final = re.compile(r"([ \t]*)(-|\d{1,2}\.)(?:[ \t]+(.*))?")
_OBJECT: Final = re.compile(r"\[\[ *([^\[\]|\\\s](?:[^\[\]|\\]*[^\[\]|\\\s])?) *\]\]")
_PICTURE: Final = "gambar:"
_PROPOSED: Final = re.compile(r"\?\?[ \t]+(.+)")
_RULE: Final = re.compile(r":?-{3,}:?")
_SIGN: Final = re.compile(r"\\[\\*|\[\]#?.\-]|\*+|[^\\*]+|\\")
_STYLES: Final = {1: (False, True), 2: (True, False), 3: (True, True)}
"""Which of bold and italic a row of asterisks turns over."""
_STARTS: Final = (
    re.compile(r"()#{2,3}[ \t]"),
    re.compile(r"()-(?:[ \t]|$)"),
    re.compile(r"(\d{1,2})\.(?:[ \t]|$)"),
    re.compile(r"()\|"),
    re.compile(r"()\[\["),
    re.compile(r"()\?\?[ \t]"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner; the text has no line breaks."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter; ``level`` is 2 or 3, the number of its hash signs."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``proposed`` while nobody has accepted it."""

    runs: Runs
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; ``level`` 0 or 1, ``ordered`` counts for the second level only."""

    runs: Runs
    level: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered where ``ordered`` from ``start`` on; its first item is of level 0.

    One that goes on behind a paragraph has the number of its first line: ``3. text``.
    """

    ordered: bool
    items: tuple[Item, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table typed by hand: rows of cells of runs, all of one length; the first row is the head."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table or chart that fills itself; ``key`` is one of ``domain.book_part.PARTS`` or a stranger."""

    key: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the id of its ``figure`` row."""

    figure: RowId


Block = Heading | Paragraph | Listing | Grid | Part | Picture


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of the text of a chapter; every text can be read."""
    blocks: list[Block] = []
    for kind, group in groupby(_lines(text), key=_kind):
        blocks += _READERS[kind](list(group))
    return tuple(blocks)


def written(blocks: tuple[Block, ...]) -> str:
    """Return blocks as markup: ``parse`` reads the same blocks back, without empty ones.

    Runs of one manner that touch become one, a line break inside a text a space.
    """
    return "\n\n".join(filter(None, map(_written, blocks)))


def plain(runs: Runs) -> str:
    """Return the text of runs without their manner."""
    return "".join(run.text for run in runs)


def joined(runs: Runs) -> Runs:
    """Return runs without empty ones and with neighbours of one manner made one."""
    groups = groupby((run for run in runs if run.text), key=lambda run: (run.bold, run.italic))
    return tuple(Run(plain(tuple(group)), bold, italic) for (bold, italic), group in groups)


def proposals(text: str) -> int:
    """Return how many paragraphs of a text are proposals nobody has accepted yet."""
    return sum(isinstance(block, Paragraph) and block.proposed for block in _begun(text, "??"))


def parts(text: str) -> tuple[str, ...]:
    """Return the keys of the tables and charts of a text that fill themselves, in their order."""
    return tuple(block.key for block in _begun(text, "[[") if isinstance(block, Part))


def figures(text: str) -> tuple[RowId, ...]:
    """Return the pictures of a text, in their order."""
    return tuple(block.figure for block in _begun(text, "[[") if isinstance(block, Picture))


def both(text: str, other: str) -> str:
    """Return a text with what only another one of the same chapter says behind it; nothing twice."""
    stands = parse(text)
    return written((*stands, *(block for block in parse(other) if block not in stands)))


def _lines(text: str) -> list[str]:
    return _BREAKS.sub("\n", text).split("\n")


def _begun(text: str, sign: str) -> Iterator[Block]:
    """Yield the blocks of the lines that begin with a sign, without reading the others: a text may be long.

    Only for signs that begin neither items nor rows: such a line is a block of its own wherever it stands.
    """
    if sign in text:
        yield from (_line(line) for line in map(str.strip, _lines(text)) if line.startswith(sign))


def _kind(line: str) -> str:
    """Return whether a line is empty, an item of one of the two lists, a table row, or a line of its own."""
    if not line.strip():
        return "empty"
    if _ITEM.fullmatch(line.rstrip()):
        return "item"
    return "row" if line.lstrip().startswith("|") else "line"


def _empty(lines: list[str]) -> Iterator[Block]:
    del lines
    return iter(())


def _single(lines: list[str]) -> Iterator[Block]:
    for line in map(str.strip, lines):
        yield _line(line)


def _line(line: str) -> Block:
    if found := _HEADING.fullmatch(line):
        return Heading(len(found[1]), _runs(found[2].strip()))
    if found := _OBJECT.fullmatch(line):
        key = found[1]
        return Picture(RowId(key[len(_PICTURE) :].strip())) if key.startswith(_PICTURE) else Part(key)
    if found := _PROPOSED.fullmatch(line):
        return Paragraph(_runs(found[1].strip()), proposed=True)
    return Paragraph(_runs(line))


def _items(lines: list[str]) -> Iterator[Block]:
    """Yield the lists of item lines: another sign on the first level begins another list."""
    items: list[Item] = []
    ordered, start = False, 1
    for found in filter(None, (_ITEM.fullmatch(line.rstrip()) for line in lines)):
        numbered = found[2] != "-"
        inner = bool(items) and ("\t" in found[1] or len(found[1]) > 1)
        if not inner and items and numbered != ordered:
            yield Listing(ordered, tuple(items), start)
            items = []
        if not items:
            start = max(int(found[2][:-1]), 1) if numbered else 1
        if not inner:
            ordered = numbered
        items.append(Item(_runs((found[3] or "").strip()), int(inner), inner and numbered))
    yield Listing(ordered, tuple(items), start)


def _grid(lines: list[str]) -> Iterator[Block]:
    rows = [_cells(line.strip()) for line in lines]
    if len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1]):
        del rows[1]
    width = max(len(row) for row in rows)
    yield Grid(tuple(tuple(map(_runs, row + [""] * (width - len(row)))) for row in rows))


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)((?:\\\\)*)\|", line[1:])
    # The pattern keeps pairs of backslashes before a bar: they belong to the cell in front of it.
    whole = [text + (cells[place + 1] if place + 1 < len(cells) else "") for place, text in enumerate(cells)]
    result = [cell.strip() for cell in whole[::2]]
    return result[:-1] if len(result) > 1 and not result[-1] else result


_READERS: Final[dict[str, Callable[[list[str]], Iterator[Block]]]] = {
    "empty": _empty,
    "item": _items,
    "row": _grid,
    "line": _single,
}


def _runs(text: str) -> Runs:
    """Return the runs of a text: one to three asterisks turn a manner over; an odd one is text."""
    signs = _SIGN.findall(text)
    stars = [place for place, sign in enumerate(signs) if sign[0] == "*" and len(sign) <= len(_STYLES)]
    turns = {place: list(_STYLES[len(signs[place])]) for place in stars}
    for manner in (0, 1):
        meant = [place for place in stars if turns[place][manner]]
        if len(meant) % 2:
            turns[meant[-1]][manner] = False
    bold = italic = False
    runs: list[Run] = []
    for place, sign in enumerate(signs):
        turn = turns.get(place, [False, False])
        bold, italic = bold ^ turn[0], italic ^ turn[1]
        runs.append(Run(_said(sign, 2 * turn[0] + turn[1]), bold, italic))
    return joined(tuple(runs))


def _said(sign: str, used: int) -> str:
    """Return what a sign says as text; ``used`` asterisks of it turned a manner over."""
    if sign[0] == "*":
        return sign[used:]
    return sign[1:] if sign[0] == "\\" and len(sign) > 1 else sign


def _written(block: Block) -> str:
    match block:
        case Heading():
            level = min(max(block.level, LEVELS[0]), LEVELS[-1])
            text = _marked(block.runs)
            return f"{'#' * level} {text}" if text else ""
        case Paragraph():
            text = _marked(block.runs)
            return f"?? {text}" if block.proposed and text else _escaped(text)
        case Listing():
            return "\n".join(_written_items(block))
        case Grid():
            return "\n".join(_row(row) for row in block.rows if row)
        case Part():
            return f"[[{block.key}]]"
        case Picture():
            return f"[[{_PICTURE}{block.figure}]]" if block.figure != NO_ROW else ""


def _written_items(block: Listing) -> Iterator[str]:
    counts = [block.start - 1, 0]
    for place, item in enumerate(block.items):
        level = int(item.level > 0 and place > 0)
        counts[level] += 1
        if not level:
            counts[1] = 0
        sign = f"{(counts[level] - 1) % 99 + 1}." if (item.ordered if level else block.ordered) else "-"
        yield f"{'  ' * level}{sign} {_marked(item.runs)}".rstrip()


def _row(row: tuple[Runs, ...]) -> str:
    cells = (_marked(cell).replace("|", "\\|") for cell in row)
    return "| " + " | ".join("\\" + cell if _RULE.fullmatch(cell) else cell for cell in cells) + " |"


def _escaped(line: str) -> str:
    """Return a line of plain text that is read as one: its first sign loses its meaning."""
    for start in _STARTS:
        if found := start.match(line):
            return f"{found[1]}\\{line[found.end(1) :]}"
    return line


def _marked(runs: Runs) -> str:
    """Return runs as one line of markup, without blanks at its ends."""
    signs: list[str] = []
    bold = italic = False
    for run in (*joined(tuple(replace(run, text=_BREAKS.sub(" ", run.text)) for run in runs)), Run("")):
        signs.append("*" * (2 * (run.bold ^ bold) + (run.italic ^ italic)))
        signs.append(run.text.replace("\\", "\\\\").replace("*", "\\*"))
        bold, italic = run.bold, run.italic
    return "".join(signs).strip()
