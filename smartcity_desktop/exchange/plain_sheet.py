"""The rows of a worksheet written as nearly every program writes it: size, marks and texts in one go.

Rows of one shape differ in their row number and their texts alone, so the markup of each shape is understood
once. Whatever is written in another way, and a figure that may be a date, is left to ``scan`` and the sheet
library, which tell the same and take longer: ``read`` returns None.
"""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final

from smartcity_desktop.exchange import scan, text
from smartcity_desktop.exchange.plain_text import Blanks, Indented, Strings, Unlike, decoded
from smartcity_desktop.exchange.scan import (
    MAX_AREA,
    MAX_CELLS,
    MAX_COLUMNS,
    Position,
    Style,
    TooBig,
)

_MOST_SHAPES: Final = 4000
"""Rows that differ more than this are not worth remembering."""
_FEW: Final = 2
_WORTH_A_PATTERN: Final = 50
"""Rows of one shape that were met before a pattern is made of it, which takes as long as reading so many."""
_MOST_PATTERNS: Final = 40
_HERE: Final = "\x01"
"""Stands in the markup of a row where a text stood; no XML holds it."""
_TEXTS: Final = re.compile(r">([^<]+)")
_UTF8: Final = re.compile(r"""encoding=["']utf-?8["']""", re.IGNORECASE)
_BARE_ROWS: Final = r"\s*(?:<row(?: [^<>]*)?/>\s*)*"
_BEFORE: Final = re.compile(_BARE_ROWS)
_END: Final = re.compile(rf"{_BARE_ROWS}</sheetData>")
_NUMBER: Final = re.compile(r'<row r="([0-9]{1,7})"')
_NUMBER_AT: Final = len('<row r="')
_NUMBERED: Final = re.compile(r'( r="[A-Z]{0,3})([0-9]+)"')
_UNNUMBERED: Final = re.compile(rf'( r="[A-Z]{{0,3}})(?=")|>{_HERE}')
"""Where in the markup of a shape the number of the row stood, and where a text."""
_WHOLE: Final = "(0|[1-9][0-9]{0,13})"
"""A figure whose text is as it stands in the XML."""
_TIDY: Final = rf"([!-%'-;=-~][ -%'-;=-~]{{0,{text.MAX_LENGTH - 1}}})(?<! )"
"""A text of signs that are all kept, without blanks at its ends, no longer than a cell may be."""
_ESCAPE: Final = "_x"
_ROW: Final = re.compile(r'<row r=""(?: [A-Za-z0-9:]+="[^"<>&]*")* ?(/?)>')
_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3})"((?: [a-z]+="[^"<>&]*")*) ?(?:/>|>'
    rf"(?:(<f)[^<>]*(?:/>|(?<!/)>({_HERE}?)</f>))?"
    rf"(?:<(v|is><t)((?: [^<>]*)?)(?:(?<!/)>({_HERE}?)</[vt]>|/>)(?:</is>)?)?</c>)"
)
_ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([^"]*)"')
_MERGED: Final = re.compile(r'<mergeCell ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})" ?/>')
_KEPT: Final = 'xml:space="preserve"'

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a worksheet holds: rows of text from the first on, ranges of merged cells, cells with a fault."""

    rows: Sequence[Sequence[str]]
    merges: tuple[Merge, ...]
    errors: tuple[Position, ...]
    unsaved: tuple[Position, ...]


Shows = tuple[tuple[int, Mapping[str, str]], ...]
"""By column: the texts of what stands in the XML."""


@dataclass(frozen=True)
class _Form:
    """A pattern of whole rows of one shape, the places of its values, and which of them show otherwise."""

    pattern: str
    places: tuple[int, ...]
    shows: Shows
    is_tidy: bool
    """Whether its texts stand as they are shown; not to be asked in pieces with a sign that tells others."""
    width: int
    filled: int
    elements: int

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Return what matches a row that begins at a place."""
        return re.compile(self.pattern).match


@dataclass(slots=True)
class _Shape:
    """What rows of the same markup hold: which of their texts are values, what makes them ours, and where."""

    markup: str
    elements: int
    numbers: int
    """How often the number of the row stands in it."""
    texts: int
    pick: Callable[[Sequence[str]], Sequence[str]]
    """Takes the values out of the texts."""
    places: tuple[int, ...]
    """Which of the texts are values."""
    shows: tuple[Mapping[str, str], ...]
    spread: Callable[[Sequence[str]], Sequence[str]]
    """Puts the values, a blank behind them, into the columns: two at least."""
    columns: tuple[int, ...]
    """Where the values stand."""
    errors: tuple[int, ...]
    unsaved: tuple[int, ...]
    met: int = 0
    """How many rows of it were read without a pattern."""

    @property
    def shown(self) -> Shows:
        """Return by column what makes our text of its value."""
        return tuple(zip(self.columns, self.shows, strict=True))

    @property
    def width(self) -> int:
        """Return how many columns its rows need."""
        return self.columns[-1] + 1 if self.columns else 0


def read(archive: zipfile.ZipFile, member: str, styles: Sequence[Style], strings: Strings) -> Found | None:
    """Return what a worksheet holds, None where it is written otherwise. Raises ``TooBig``."""
    try:
        return _Reader(styles, strings).read(archive, member)
    except Unlike:
        return None


class _Reader:
    def __init__(self, styles: Sequence[Style], strings: Strings) -> None:
        self._styles = styles
        self._strings = strings
        self._shapes: dict[str, _Shape] = {}
        self._forms: list[_Form] = []
        """Patterns for the shapes that were met often, the last one used in front."""
        self._rows: list[Sequence[str]] = []
        self._errors: list[Position] = []
        self._unsaved: list[Position] = []
        self._cells = 0
        self._elements = 0
        self._columns = 0
        self._blanks = Blanks()

    def read(self, archive: zipfile.ZipFile, member: str) -> Found:
        begun, piece = False, ""
        for block in scan.rows_at_once(archive, member):
            piece = decoded(block)
            if not begun:
                before, piece = _opened(piece)
                self._count(before)
                begun = True
            piece = self._take(piece, tidy=_ESCAPE not in piece)
        self._count(piece)
        return Found(self._rows, self._ended(piece), tuple(self._errors), tuple(self._unsaved))

    def _count(self, markup: str) -> None:
        """Count elements outside of the rows."""
        self._elements += markup.count("<") - markup.count("</")
        if self._elements > scan.MAX_ELEMENTS:
            raise TooBig

    def _take(self, piece: str, *, tidy: bool) -> str:
        """Read all rows of a piece and return what follows the last of them."""
        at = 0
        while True:
            form = self._form_at(piece, at, tidy=tidy)
            if form is not None:
                at = self._take_alike(form, piece, at)
                continue
            end = piece.find("</row>", at)
            if end < 0:
                return piece[at:]
            self._add(piece[at:end])
            at = end + len("</row>")

    def _form_at(self, piece: str, at: int, *, tidy: bool) -> _Form | None:
        """Return the pattern that fits the row at a place; the next row is asked for the same one first."""
        for place, form in enumerate(self._forms):
            if (tidy or not form.is_tidy) and form.match(piece, at):
                if place:
                    self._forms.insert(0, self._forms.pop(place))
                return form
        return None

    def _take_alike(self, form: _Form, piece: str, at: int) -> int:
        """Read rows of one shape as long as they follow each other; return where they end."""
        match, places, shows, rows = form.match, form.places, form.shows, self._rows
        expected = begun = len(rows)
        while (found := match(piece, at)) is not None:
            number = int(found[1])
            if number != expected + 1:
                self._check(form.width, number)
                self._skip(number - 1)
                begun += number - 1 - expected
                expected = number - 1
            if shows:
                row = [*found.group(*places)]
                for column, shown in shows:
                    row[column] = shown[row[column]]
                rows.append(row)
            else:
                rows.append(found.group(*places))
            at, expected = found.end(), expected + 1
        self._cells += form.filled * (expected - begun)
        self._elements += form.elements * (expected - begun)
        self._check(form.width, expected)
        return at

    def _check(self, width: int, height: int) -> None:
        """Raise ``TooBig`` where the sheet has grown beyond any plan."""
        self._columns = max(self._columns, width)
        if (
            self._cells > MAX_CELLS
            or self._elements > scan.MAX_ELEMENTS
            or self._columns > MAX_COLUMNS
            or self._columns * height > MAX_AREA
        ):
            raise TooBig

    def _skip(self, index: int) -> None:
        """Let the rows before a row be there, empty where none stood."""
        missing = index - len(self._rows)
        if missing < 0:
            raise Unlike
        self._rows += [()] * missing

    def _ended(self, rest: str) -> tuple[Merge, ...]:
        """Return the merged cells out of what follows the rows."""
        if not _END.match(rest) or not rest.rstrip().endswith("</worksheet>"):
            raise Unlike
        found = _MERGED.findall(rest)
        if len(found) != rest.count("mergeCell "):
            raise Unlike
        return tuple((*_place(first), *_place(last)) for first, last in found)

    def _add(self, row: str) -> None:
        parts = _TEXTS.split(row)
        markup = f">{_HERE}".join(parts[::2])
        number = markup[_NUMBER_AT : markup.find('"', _NUMBER_AT)]
        key = markup.replace(f'{number}"', '"')
        shape = self._shapes.get(key)
        if shape is None or len(markup) - len(key) != len(number) * shape.numbers:
            number, shape = self._new(markup)
        texts = parts[1::2]
        if len(texts) != shape.texts or not number.isdigit():
            raise Unlike
        index = int(number) - 1
        self._elements += shape.elements
        if shape.errors or shape.unsaved:
            self._errors += [(index, column) for column in shape.errors]
            self._unsaved += [(index, column) for column in shape.unsaved]
        if shape.shows:
            self._place(index, shape, texts)
        shape.met += 1
        if shape.met == _WORTH_A_PATTERN and len(self._forms) < _MOST_PATTERNS:
            self._forms += _forms(shape, self._strings)

    def _new(self, markup: str) -> tuple[str, _Shape]:
        """Return the number and the shape of a row that is not like those before it."""
        bare = _BEFORE.match(markup)
        if bare is not None and bare.end():
            self._count(bare[0])
            markup = markup[bare.end() :]
        named = _NUMBER.match(markup)
        if named is None:
            raise Unlike
        number = named[1]
        # An attribute may happen to end like the number of the row.
        key = _NUMBERED.sub(lambda found: f'{found[1]}"' if found[2] == number else found[0], markup)
        return number, self._shapes.get(key) or self._learn(key)

    def _place(self, index: int, shape: _Shape, texts: Sequence[str]) -> None:
        """Put the values of a row where they stand."""
        self._cells += len(shape.shows)
        self._check(shape.width, index + 1)
        self._skip(index)
        cells = [show[raw] for show, raw in zip(shape.shows, shape.pick(texts), strict=True)]
        cells.append("")
        self._rows.append(shape.spread(cells))

    def _learn(self, markup: str) -> _Shape:
        """Understand the markup of a row, its row number and its texts taken out."""
        opened = _ROW.match(markup)
        if opened is None or opened[1] or len(self._shapes) >= _MOST_SHAPES:
            raise Unlike
        at, seen = opened.end(), 0
        columns: list[int] = []
        values: list[tuple[int, int, Mapping[str, str]]] = []
        errors: list[int] = []
        unsaved: list[int] = []
        while at < len(markup):
            cell = _CELL.match(markup, at)
            if cell is None:
                raise Unlike
            at = cell.end()
            columns.append(_place(f"{cell[1]}1")[1])
            seen += bool(cell[4])
            if cell[7]:
                values.append((columns[-1], seen, self._shown(cell, errors, columns[-1])))
                seen += 1
            elif cell[3]:
                unsaved.append(columns[-1])
        if columns != sorted(set(columns)):
            raise Unlike
        made = self._shapes[markup] = _shape(markup, len(columns) + 1, seen, values, (errors, unsaved))
        return made

    def _shown(self, cell: re.Match[str], errors: list[int], column: int) -> Mapping[str, str]:
        """Return what makes our text of the value of a cell."""
        said = dict(_ATTRIBUTE.findall(cell[2]))
        number, kind = said.get("s", "0"), said.get("t", "n")
        style = self._styles[int(number)] if number.isdigit() and int(number) < len(self._styles) else Style()
        if (cell[5] != "v") != (kind == "inlineStr"):
            raise Unlike
        made = self._strings
        if kind == "n":
            if style.dated:
                raise Unlike
            return made.percents if style.percent else made.figures
        if kind == "e" and not style.indent:
            errors.append(column)
            return self._blanks
        if kind == "b":
            return made.truths
        inside = made.words if _KEPT in cell[6] else made.loose
        texts = {"s": made.shared, "str": made.words, "inlineStr": inside}.get(kind)
        if texts is None:
            raise Unlike
        return Indented(texts, style.indent) if style.indent else texts


def _shape(
    markup: str,
    numbers: int,
    texts: int,
    values: list[tuple[int, int, Mapping[str, str]]],
    faults: tuple[list[int], list[int]],
) -> _Shape:
    width = values[-1][0] + 1 if values else 0
    spots = [-1] * max(width, _FEW)
    for spot, (column, _, _) in enumerate(values):
        spots[column] = spot
    places = [place for _, place, _ in values]
    return _Shape(
        markup,
        markup.count("<") - markup.count("</"),
        numbers,
        texts,
        itemgetter(*places) if len(places) >= _FEW else lambda found: [found[place] for place in places],
        tuple(places),
        tuple(show for _, _, show in values),
        itemgetter(*spots),
        tuple(column for column, _, _ in values),
        tuple(faults[0]),
        tuple(faults[1]),
    )


def _forms(shape: _Shape, strings: Strings) -> list[_Form]:
    """Return the patterns of a shape, from the one for tidy texts and whole figures to that for any."""
    if not shape.columns or shape.errors or shape.unsaved:
        return []
    figures = {column for column, show in shape.shown if show is strings.figures}
    texts = {column for column, show in shape.shown if show in (strings.words, strings.loose)}
    made = [_form(shape, dict.fromkeys(figures, _WHOLE) | dict.fromkeys(texts, _TIDY))] if texts else []
    if figures:
        made.append(_form(shape, dict.fromkeys(figures, _WHOLE)))
    return [*made, _form(shape, {})]


def _form(shape: _Shape, as_shown: Mapping[int, str]) -> _Form:
    """Return a pattern of the rows of a shape; in some columns stands what is shown, by patterns too."""
    columns = dict(zip(shape.places, shape.columns, strict=True))
    parts: list[str] = []
    groups = [0] * max(shape.width, _FEW)
    at = seen = 0
    known = 1
    for found in _UNNUMBERED.finditer(shape.markup):
        parts.append(re.escape(shape.markup[at : found.end()].removesuffix(_HERE)))
        at = found.end()
        if found[1]:
            parts.append(r"\1" if len(parts) > 1 else "([0-9]{1,7})")
            continue
        column = columns.get(seen)
        seen += 1
        if column is None:
            parts.append("[^<]+")
        else:
            known += 1
            groups[column] = known
            parts.append(as_shown.get(column, "([^<]+)"))
    # The last group is empty, as the cells are that hold no value.
    parts.append(re.escape(shape.markup[at:]) + "</row>()")
    return _Form(
        "".join(parts),
        tuple(group or known + 1 for group in groups),
        tuple(one for one in shape.shown if one[0] not in as_shown),
        _TIDY in as_shown.values(),
        shape.width,
        len(shape.columns),
        shape.elements,
    )


def _opened(piece: str) -> tuple[str, str]:
    """Return what stands before the rows, and what follows their opening."""
    before, mark, rest = piece.partition("<sheetData>")
    if not mark:
        before, mark, rest = piece.partition("<sheetData/>")
        rest = f"</sheetData>{rest}"
    if not mark or ("encoding=" in before and not _UTF8.search(before)):
        raise Unlike
    return before, rest


def _place(name: str) -> Position:
    found = scan.position(name)
    if found is None:
        raise Unlike
    return found
