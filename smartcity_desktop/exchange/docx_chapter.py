"""The text of a chapter that was written in Word, as blocks; what is the program's comes back as its name.

Tracked changes are read as accepted: what was inserted is text, what was deleted never is. Comments, notes,
hidden text and new pictures are counted, so that the person is told of them.
"""

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Part,
    Picture,
    Run,
    Runs,
    plain,
)
from smartcity_desktop.domain.book_text import Paragraph as Said
from smartcity_desktop.domain.chapter_word import PART_TAG, PICTURE_TAG, TITLE_TAG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.exchange import markup, text
from smartcity_desktop.exchange.docx_lines import Entry, calm, listed, one, pieces_of, small, without_word
from smartcity_desktop.exchange.docx_looks import Looks, Meaning, is_on, looks_of
from smartcity_desktop.exchange.markup import Attributes
from smartcity_desktop.exchange.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_LETTERS: Final = 400_000
"""Letters of one chapter; what is longer is a whole book."""
_PROPOSED: Final = "usulan"
_FILLS: Final = "isi otomatis"
_TABLE: Final = "tabel buku"
_OURS: Final = frozenset({_FILLS, "judul bab"})
"""Names of styles in which only the program writes."""
_BELOW: Final = "sumber"
"""The style of what the program writes below the line that names a part; elsewhere people write in it."""
_SIGN: Final = re.compile(r"\[\[\s*([^\[\]]+?)\s*\]\]")
_SIGNS: Final = {"tab": " ", "noBreakHyphen": "-", "ptab": " ", "cr": "\n"}
_SKIPPED: Final = frozenset({"del", "moveFrom", "Fallback", "sectPr", "tblStylePr"})
_COUNTED: Final = {
    "commentReference": "comments",
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
    "blip": "pictures",
    "imagedata": "pictures",
}
_LEVELS: Final = (2, 3)


@dataclass(frozen=True, slots=True)
class WordText:
    """What was read: the blocks, the chapter it was written for, and what was counted beside them."""

    blocks: tuple[Block, ...] = ()
    chapter: str = ""
    notes: dict[str, int] = field(default_factory=dict)


def read_chapter(path: Path) -> WordText:
    """Return the text of a Word document; call it in a child process only."""
    with zipfile.ZipFile(path) as archive:
        main = next(
            (
                target.lstrip("/")
                for _, kind, target in markup.relations(archive, "_rels/.rels")
                if kind == "officeDocument"
            ),
            "word/document.xml",
        )
        reader = _Chapter(looks_of(archive))
        with archive.open(main) as stream:
            reader.follow(stream)
        chapter = reader.chapter or _keyword(archive)
    notes = {key: count for key, count in reader.notes.items() if count}
    return WordText(tuple(listed(reader.blocks)), chapter, notes)


def _keyword(archive: zipfile.ZipFile) -> str:
    """Return the chapter that the document's own data name, for programs that lose the frame of the title."""
    found: list[str] = []

    class _Own(markup.Elements):
        def words(self, words: str) -> None:
            found.append(words)

    if "docProps/core.xml" in archive.namelist():
        with archive.open("docProps/core.xml") as stream:
            _Own().follow(stream)
    told = re.search(rf"\b{TITLE_TAG.rstrip(':')}[: ]([0-9A-Za-z-]+)", " ".join(found))
    return told[1] if told else ""


@dataclass(slots=True)
class _Line:
    """A paragraph while it is read."""

    runs: list[Run] = field(default_factory=list)
    style: str = ""
    number: str | None = None
    level: int | None = None
    merged: bool = False
    """Its end was deleted: what follows belongs to it."""


@dataclass(slots=True)
class _Table:
    """A table while it is read; ``gone`` tells of the row that is read."""

    rows: list[list[list[Runs]]] = field(default_factory=list)
    gone: bool = False
    style: str = ""


class _Chapter(markup.Elements):
    """Follows the main part of a document."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.blocks: list[Block | Entry] = []
        self.notes: Counter[str] = Counter()
        self.chapter = ""
        self._looks = looks
        self._meanings: dict[str, Meaning] = {}
        self._path: list[str] = []
        self._lines: list[_Line] = []
        self._tables: list[_Table] = []
        self._skipped = self._letters = 0
        self._frames: list[bool] = []
        """Of every frame that is open whether it is the program's."""
        self._is_led = False
        """Whether a line that names a part was just read: the program's table may follow it."""
        self._carried: list[Run] = []
        """Text of paragraphs whose end was deleted; it goes on in the next one."""
        self._begun: set[str] = set()
        self._is_text = False
        self._bold: bool | None = None
        self._italic: bool | None = None
        self._hides = False
        self._raised = ""
        self._letter_style = ""
        self._counts: dict[str, int] = {}
        """The last number of every list."""
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "sdt": self._start_frame,
            "tag": self._tag,
            "sdtContent": self._start_content,
            "p": self._start_line,
            "pStyle": self._line_style,
            "numId": self._list_number,
            "ilvl": self._list_level,
            "r": self._start_run,
            "rStyle": self._run_style,
            "b": self._bolds,
            "i": self._italics,
            "vanish": self._vanishes,
            "vertAlign": self._raises,
            "t": self._start_text,
            "br": self._break,
            "ins": self._inserted,
            "tbl": self._start_table,
            "tblStyle": self._table_style,
            "tr": self._start_row,
            "tc": self._start_cell,
            "gridSpan": self._spanned,
            "vMerge": self._spanned,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "sdt": self._end_frame,
            "p": self._end_line,
            "t": self._end_text,
            "tr": self._end_row,
            "tbl": self._end_table,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        self._path.append(name)
        if self._skipped:
            self._skipped += 1
        elif name in _SKIPPED:
            self._skip(name)
        elif name in _COUNTED:
            # The picture below a line that names a chart is the chart.
            self.notes[_COUNTED[name]] += not self._is_led
        elif name in _SIGNS:
            if self._path[-2:-1] == ["r"]:
                self._say(_SIGNS[name])
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        self._path.pop()
        if self._skipped:
            self._skipped -= 1
        elif name in self._ends:
            self._ends[name]()

    def words(self, words: str) -> None:
        if self._is_text and not self._skipped:
            self._say(words)

    # What is left out, what is the program's

    def _skip(self, name: str) -> None:
        inside = self._path[-2:-1]
        if name == "del" and inside == ["rPr"]:
            # Not text: the end of the paragraph was deleted.
            if self._path[-3:-2] == ["pPr"] and self._lines:
                self._lines[-1].merged = True
            return
        if name in {"del", "moveFrom"}:
            self.notes["deleted"] += 1
        if name == "del" and inside == ["trPr"] and self._tables:
            self._tables[-1].gone = True
        else:
            self._skipped = 1

    def _inserted(self, _attributes: Attributes) -> None:
        if self._path[-2:-1] != ["rPr"]:
            self.notes["inserted"] += 1

    def _start_frame(self, _attributes: Attributes) -> None:
        self._frames.append(False)

    def _tag(self, attributes: Attributes) -> None:
        """Take what a frame of the program's names."""
        value = attributes.get("val", "")
        if not self._frames or self._path[-2:-1] != ["sdtPr"]:
            return
        if value.startswith(TITLE_TAG):
            self.chapter = self.chapter or value.removeprefix(TITLE_TAG)
            self._frames[-1] = True
        elif value.startswith((PART_TAG, PICTURE_TAG)):
            self._frames[-1] = self._is_object(value.removeprefix(PART_TAG))

    def _start_content(self, _attributes: Attributes) -> None:
        # What stands in the program's frame is made anew from the data.
        if self._frames and self._frames[-1]:
            self._skipped = 1

    def _end_frame(self) -> None:
        if self._frames:
            self._frames.pop()

    def _is_object(self, key: str) -> bool:
        """Take a part or picture by its name; False where it is none."""
        key = key.strip()
        if not key or any(sign in key for sign in "[]|\\\n"):
            return False
        row = key.removeprefix(PICTURE_TAG)
        self.blocks.append(Picture(RowId(row.strip())) if row != key else Part(key))
        return True

    # Paragraphs

    def _start_line(self, _attributes: Attributes) -> None:
        self._lines.append(_Line())
        self._bold = self._italic = None

    def _line_style(self, attributes: Attributes) -> None:
        if self._lines:
            self._lines[-1].style = attributes.get("val", "")

    def _list_number(self, attributes: Attributes) -> None:
        if self._lines and self._path[-3:-1] == ["pPr", "numPr"]:
            self._lines[-1].number = attributes.get("val", "")

    def _list_level(self, attributes: Attributes) -> None:
        if self._lines and self._path[-3:-1] == ["pPr", "numPr"]:
            self._lines[-1].level = markup.whole(attributes.get("val"))

    def _start_run(self, _attributes: Attributes) -> None:
        self._bold = self._italic = None
        self._hides = False
        self._letter_style = self._raised = ""

    def _of_run(self) -> bool:
        return self._path[-3:-1] == ["r", "rPr"]

    def _run_style(self, attributes: Attributes) -> None:
        self._letter_style = attributes.get("val", "")

    def _bolds(self, attributes: Attributes) -> None:
        if self._of_run():
            self._bold = is_on(attributes)

    def _italics(self, attributes: Attributes) -> None:
        if self._of_run():
            self._italic = is_on(attributes)

    def _vanishes(self, attributes: Attributes) -> None:
        if self._of_run() and is_on(attributes):
            self._hides = True
            self.notes["hidden"] += 1

    def _raises(self, attributes: Attributes) -> None:
        if self._of_run():
            self._raised = attributes.get("val", "")

    def _start_text(self, _attributes: Attributes) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _break(self, attributes: Attributes) -> None:
        if attributes.get("type", "") not in {"page", "column"}:
            self._say("\n")

    def _say(self, words: str) -> None:
        if not self._lines or self._hides:
            return
        self._letters += len(words)
        if self._letters > MOST_LETTERS:
            raise Unread("chapter-too-long")
        # The sign at the end keeps the blanks before it.
        said = text.clean(f"{words}|")[:-1]
        if self._raised:
            found = small(said, self._raised)
            self.notes["raised"] += found is None
            said = said if found is None else found
        look = self._meaning(self._letter_style)
        bold = look.bold if self._bold is None else self._bold
        italic = look.italic if self._italic is None else self._italic
        self._lines[-1].runs.append(Run(said, bold, italic))

    def _meaning(self, style: str) -> Meaning:
        if style not in self._meanings:
            self._meanings[style] = self._looks.meaning(style)
        return self._meanings[style]

    def _end_line(self) -> None:
        if not self._lines:
            return
        line = self._lines.pop()
        line.runs[:0], self._carried = self._carried, []
        if line.merged:
            self._carried = line.runs
        elif self._tables:
            self._in_cell(line)
        else:
            self._block(line)

    def _block(self, line: _Line) -> None:
        look = self._meaning(line.style)
        if look.hidden:
            self.notes["hidden"] += 1
            return
        pieces = pieces_of(line.runs)
        number = look.number if line.number is None else line.number
        if look.names & _OURS or (self._is_led and _BELOW in look.names):
            self._lead(line.runs, look)
        elif look.heading and pieces:
            self._is_led = False
            level = _LEVELS[0] if look.heading <= _LEVELS[0] else _LEVELS[1]
            self.blocks.append(Heading(level, calm(one(pieces))))
        elif number not in {"", "0"} and pieces:
            self._item(pieces, number, look.level if line.level is None else line.level)
        else:
            self._plain(pieces, is_proposed=_PROPOSED in look.names)

    def _lead(self, runs: list[Run], look: Meaning) -> None:
        """Take the name of a part out of the line that leads its frame; all else there is the program's."""
        found = _SIGN.search(plain(tuple(runs)))
        if found and _FILLS in look.names:
            self._is_led = self._is_object(found[1])

    def _plain(self, pieces: list[Runs], *, is_proposed: bool) -> None:
        for runs in pieces:
            self._is_led = False
            found = _SIGN.fullmatch(plain(runs).strip())
            if not found or not self._is_object(found[1]):
                kept = without_word(runs) if is_proposed else runs
                self.blocks.append(Said(kept, proposed=is_proposed))

    def _item(self, pieces: list[Runs], number: str, level: int) -> None:
        if level > 1:
            self.notes["deep"] += 1
        ordered = not self._looks.is_bullet(number, level)
        inner = min(level, 1)
        fresh = number in self._looks.restarts and number not in self._begun
        self._begun.add(number)
        self._is_led = False
        place = self._number(number, fresh=fresh) if ordered and not level else 1
        self.blocks.append(
            Entry(one(pieces), inner, bool(inner and ordered), numbered=ordered, fresh=fresh, number=place)
        )

    def _number(self, number: str, *, fresh: bool) -> int:
        """Return the number of the next item: lists of one kind count on until one begins anew."""
        kind = self._looks.kinds.get(number, number)
        if fresh:
            self._counts[kind] = self._looks.restarts[number] - 1
        first = self._looks.starts.get(kind, 1)
        self._counts[kind] = self._counts.get(kind, first - 1) + 1
        return max(self._counts[kind], 1)

    # Tables

    def _start_table(self, _attributes: Attributes) -> None:
        self._tables.append(_Table())

    def _table_style(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].style = attributes.get("val", "")

    def _start_row(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].gone = False

    def _start_cell(self, _attributes: Attributes) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def _spanned(self, _attributes: Attributes) -> None:
        self.notes["merged"] += 1

    def _in_cell(self, line: _Line) -> None:
        rows = self._tables[-1].rows
        if rows and rows[-1]:
            rows[-1][-1] += pieces_of(line.runs)

    def _end_row(self) -> None:
        if self._tables and self._tables[-1].gone and self._tables[-1].rows:
            self._tables[-1].rows.pop()

    def _end_table(self) -> None:
        if not self._tables:
            return
        table = self._tables.pop()
        if self._tables:
            rows = self._tables[-1].rows
            if rows and rows[-1]:
                rows[-1][-1] += [piece for row in table.rows for cell in row for piece in cell]
            return
        led, self._is_led = self._is_led, False
        # Where a program lost the frame, the table below the line that names it is still ours.
        width = max((len(row) for row in table.rows), default=0)
        if width and not (led and _TABLE in self._meaning(table.style).names):
            cells = [[one(cell) for cell in row] for row in table.rows]
            self.blocks.append(Grid(tuple((*row, *((),) * (width - len(row))) for row in cells)))
