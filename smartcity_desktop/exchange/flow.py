"""What a document says from top to bottom: lines of text and tables between them, made into grids.

Word, LibreOffice Writer and web pages differ in how they write a table; from here on they are one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.exchange import joining, renstra_titles, text
from smartcity_desktop.exchange.scan import MAX_CELLS, MAX_COLUMNS
from smartcity_desktop.exchange.sheets import Grid, Merge
from smartcity_desktop.exchange.unread import Unread

MAX_PARTS: Final = 100_000
"""Lines and tables of one document."""
MAX_NESTING: Final = 30
"""Tables inside each other; a file with more was not written by a person."""
_ABOVE: Final = 3
"""Lines right above a table that may be its title."""
_LONGEST_TITLE: Final = 200
_SENTENCE: Final = 6
_COVER: Final = 60
"""First lines of a document, where whose plan it is stands."""
_LEAST_DATA: Final = 2
_BEFORE_AGENCY: Final = re.compile(
    r"(?:rencana|strategis|renstra|perubahan|rancangan|akhir|dokumen|perangkat|daerah|nama|opd|skpd|[\W\d])*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Table:
    """A table while it is read: texts and spans by row and column from 0."""

    rows: list[dict[int, str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    caption: str = ""
    inner: list["Table"] = field(default_factory=list)
    """Tables that stand in cells of this one; their texts are in those cells too."""
    held: dict[int, int] = field(default_factory=dict)
    """By column the last row that a cell from above reaches into."""
    count: int = 0

    def row(self) -> None:
        """Begin a row."""
        self.rows.append({})

    def free(self, column: int) -> int:
        """Return the first column from this one on that no cell from above reaches into."""
        here = len(self.rows) - 1
        while self.held.get(column, -1) >= here:
            column += 1
        return column

    def put(self, column: int, words: str, *, across: int = 1, down: int = 1) -> None:
        """Put a cell into the current row; more cells than any plan has raise Unread "read-too-big"."""
        if not self.rows:
            self.row()
        row = len(self.rows) - 1
        self.count += 1
        if column >= MAX_COLUMNS or self.count > MAX_CELLS:
            raise Unread("read-too-big")
        self.rows[row][column] = text.clean(words)
        across, down = max(1, min(across, MAX_COLUMNS)), max(1, down)
        if down > 1:
            self.held.update(dict.fromkeys(range(column, column + across), row + down - 1))
        if (across, down) != (1, 1):
            self.merges.append((row, column, row + down - 1, column + across - 1))

    def put_all(self, words: Sequence[str]) -> None:
        """Put cells into the current row side by side, from its first column on. Raises as ``put`` does."""
        self.count += len(words)
        if len(words) > MAX_COLUMNS or self.count > MAX_CELLS:
            raise Unread("read-too-big")
        self.rows[-1] = dict(enumerate(map(text.clean, words)))

    @property
    def filled(self) -> int:
        """How many cells hold text."""
        return sum(bool(words.strip()) for row in self.rows for words in row.values())

    @property
    def has_data(self) -> bool:
        """Whether this is more than a frame around something."""
        return len(self.rows) >= _LEAST_DATA and self._width() >= _LEAST_DATA

    def _width(self) -> int:
        """Return the columns in which a cell begins; what reaches further to the right adds nothing."""
        return 1 + max((column for row in self.rows for column in row), default=-1)

    def flat(self) -> str:
        """Return the text of all cells, a row a line."""
        return "\n".join(
            line for row in self.rows if (line := " ".join(words for words in row.values() if words))
        )

    @property
    def is_title(self) -> bool:
        """Whether this is a title that somebody put into a table of its own: a few short lines, no label."""
        texts = [words for row in self.rows for words in row.values() if words.strip()]
        short = all(len(words) <= _LONGEST_TITLE and ":" not in words for words in texts)
        return 0 < len(texts) <= _ABOVE and self._width() == 1 and short

    def spread(self) -> list["Table"]:
        """Return the tables that carry the data: this one, or those inside where it only places them."""
        inner = [table for one in self.inner for table in one.spread() if table.has_data]
        weight = sum(table.filled for table in inner)
        frames = 2 * (self.filled - len(self.inner)) <= weight or not self.has_data
        return inner if inner and frames else [self]

    def grid(self, name: str, above: Sequence[str], notes: Sequence[str]) -> Grid:
        """Return the table as a grid; a span that reaches out of it ends at its edge."""
        width, height = self._width(), len(self.rows)
        while height and not any(self.rows[height - 1].values()):
            height -= 1
        merges = {
            (top, left, min(bottom, height - 1), min(right, width - 1))
            for top, left, bottom, right in self.merges
            if top < height
        }
        rows = tuple(tuple([row.get(column, "") for column in range(width)]) for row in self.rows[:height])
        if not any(map(any, rows)):
            rows = ()
        real = (place for place in merges if place[:2] != place[2:])
        return Grid(name, rows, tuple(sorted(real)), above=tuple(above), notes=tuple(notes))


@dataclass
class Flow:
    """Collects the lines and tables of a document in their order."""

    parts: list[str | Table] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    """What was left out on purpose, as in ``Grid.notes``."""
    _cells: int = 0

    def line(self, words: str) -> None:
        """Add a line of text that stands in no table. Raises Unread "read-too-big"."""
        line = text.one_line(text.clean(words))
        if line:
            self._add([line])

    def table(self, table: Table) -> None:
        """Add a table, or those inside it that carry the data. Raises Unread "read-too-big"."""
        whole = table.spread()
        if table.inner and whole != [table]:
            for row in table.rows:
                for words in row.values():
                    if len(words) <= _LONGEST_TITLE:
                        self.line(words)
        self._cells += sum(one.count for one in whole)
        self._add([one for one in whole if one.count])

    def _add(self, parts: Sequence[str | Table]) -> None:
        self.parts += parts
        if len(self.parts) > MAX_PARTS or self._cells > MAX_CELLS:
            raise Unread("read-too-big")

    def grids(self) -> list[Grid]:
        """Return the tables, each with its title above it, those that continue each other as one."""
        self.parts = list(self._unboxed())
        cover = self._cover()
        above: list[str] = []
        found: list[Grid] = []
        for part in self.parts:
            if isinstance(part, str):
                above.append(part)
                continue
            lines = [line for line in above[-_ABOVE:] if _may_be_title(line)]
            if part.caption:
                lines.append(text.one_line(text.clean(part.caption)))
            found.append(part.grid(joining.title_of(lines), lines, tuple(self.notes)))
            above = []
        return [_under(cover, grid) for grid in joining.joined(found)]

    def _unboxed(self) -> Iterator[str | Table]:
        """Yield lines and tables; a title in a table of its own is lines again, where a table follows it."""
        last = max((at for at, part in enumerate(self.parts) if isinstance(part, Table)), default=0)
        for at, part in enumerate(self.parts):
            if isinstance(part, Table) and part.is_title and at < last:
                yield from (
                    text.one_line(words) for row in part.rows for words in row.values() if words.strip()
                )
            else:
                yield part

    def _cover(self) -> list[str]:
        """Return the lines of the first page that say whose plan this is, and its years."""
        lines = [part for part in self.parts if isinstance(part, str)][:_COVER]
        short = [line for line in lines if len(line) <= _LONGEST_TITLE]
        whose = next((line for line in short if _names_agency(line)), None)
        when = next((line for line in short if renstra_titles.period([line])), None)
        return list(dict.fromkeys(line for line in (whose, when) if line))


def _may_be_title(line: str) -> bool:
    """Return whether a line above a table may be its title; a whole sentence is about something else."""
    is_sentence = line.endswith((".", ";")) and line.count(" ") >= _SENTENCE
    return len(line) <= _LONGEST_TITLE and not is_sentence


def _names_agency(line: str) -> bool:
    """Return whether a line is the name of an agency and no sentence about one."""
    name = renstra_titles.agency([line])
    return bool(name) and bool(_BEFORE_AGENCY.fullmatch(line[: line.find(name)]))


def _under(cover: Sequence[str], grid: Grid) -> Grid:
    """Return a grid under those lines of the cover that its own titles do not say."""
    own = [row[0] for row in grid.rows[: _ABOVE + 1] if row[0] and not any(row[1:])]
    missing = [line for line in cover if line not in own]
    if any(map(_names_agency, own)):
        missing = [line for line in missing if not _names_agency(line)]
    return joining.titled(replace(grid, above=tuple(missing)))
