"""Tables of a PDF put together over its pages: headings once, rows that a page end cut made whole."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.exchange.joining import title_of
from smartcity_desktop.exchange.pdf_beside import whole
from smartcity_desktop.exchange.pdf_indent import indented
from smartcity_desktop.exchange.pdf_piece import Line, Piece, tidy, without
from smartcity_desktop.exchange.pdf_text import continued
from smartcity_desktop.exchange.sheets import Grid, Merge

_SAME_PLACE: Final = 3.5
"""Points that a column's line may lie elsewhere on the next page."""
_SAME_HEIGHT: Final = 4.0
_HEAD_ROWS: Final = 8
_MOST_ABOVE: Final = 12
_TAKEN: Final = 2
_CUT_HEAD: Final = 6
"""Letters of a heading that its row cut off on a further page."""
_WORDS: Final = 3
"""Words of a text at least that a page end may have cut."""
_FIGURE: Final = re.compile(r"\(?-?(?:rp\.?\s*)?[\d.,]+(?:\s*%)?,?-?\)?|[-–]", re.IGNORECASE)
_CODE: Final = re.compile(r"[\dx]{1,4}(?:[.,][\dx]{1,4})*\.?", re.IGNORECASE)
_CUT_CODE: Final = re.compile(r"[\dx]{1,2}(?:\.[\dx]{1,2}){3,4}\.(\d{1,3})", re.IGNORECASE)
_LAST_PART: Final = 4
"""Digits of the last part of a sub-activity's code."""
_NEW: Final = re.compile(
    r"(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|(?:.{3,40},\s*)?\d{1,2}\s+(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)"
    r"\w*\s+20\d\d$|(?:plt\.?\s*)?kepala\b|sumber\s*:|nip\b",
    re.IGNORECASE,
)
"""What begins anew: an item of a list, place and date of a signature, a signer, a source."""
_LEVEL: Final = re.compile(
    r"(?:visi|misi|tujuan|sasaran|program|kegiatan|sub\s*-?\s*kegiatan|urusan|bidang urusan|jumlah|total)\b",
    re.IGNORECASE,
)
_OPEN_END: Final = re.compile(
    r"(?:[,;(/&-]|\b(?:dan|atau|yang|di|ke|dari|untuk|dengan|pada|oleh|dalam|serta|secara|bagi|antar|terhadap))$",
    re.IGNORECASE,
)
_CONTINUED: Final = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:hal(?:aman)?\W*)?(?:\d{1,4}|[ivxl]{1,7})\W*(?:dari\s+\d+)?", re.IGNORECASE
)
_VALUE: Final = re.compile(r"[\dx]{1,4}(?:[.,][\dx]{1,4})+|\d+%|\d{5,}", re.IGNORECASE)
"""A code, an amount or a share, which no heading holds."""
_PAGE_TAIL: Final = re.compile(r"\W*\bhal(?:aman)?\b\W*\d+$", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")


class _Table:
    """A table that grows from page to page."""

    def __init__(self, piece: Piece, above: Sequence[str]) -> None:
        self.above = tuple(above)
        self.rows = list(piece.rows)
        self.merges = list(piece.merges)
        self.pages = [piece.page] * len(piece.rows)
        self.last = piece
        self._across = piece.across
        self._starts = list(piece.starts)

    def take(self, piece: Piece, above: Sequence[str]) -> bool:
        """Add the table of the next page if it continues this one."""
        if not (
            piece.is_first and self.last.is_last and piece.page in {self.last.page + 1, self.last.until + 1}
        ):
            return False
        columns = self._columns(piece)
        if columns is None:
            return False
        rows = [self._wide(row, columns) for row in piece.rows]
        repeated = self._repeated(rows)
        self._drop_overflow(rows, repeated)
        if above and not _CONTINUED.search(" ".join(above)) and (repeated or not _has_figures(rows[0])):
            return False
        merges = [(top, columns[left], bottom, columns[right]) for top, left, bottom, right in piece.merges]
        starts = [start._replace(column=columns[start.column]) for start in piece.starts]
        self._add(replace(piece, rows=tuple(rows), merges=tuple(merges), starts=tuple(starts)), repeated)
        self.last = piece
        return True

    def grid(self) -> Grid:
        """Return the whole table."""
        first, last = self.pages[0], max(self.pages[-1], self.last.until)
        where = f"{first}" if first == last else f"{first}–{last}"
        title = _PAGE_TAIL.sub("", title_of(self.above))
        name = f"{title} (hal. {where})" if title else f"Halaman {where}"
        return Grid(
            name,
            tuple(indented(self.rows, self._starts)),
            tuple(self.merges),
            pages=tuple(self.pages),
            above=self.above[-_MOST_ABOVE:],
        )

    def _columns(self, piece: Piece) -> list[int] | None:
        """Return where the columns of a piece stand in this table; None where its lines are others."""
        mine, theirs = self._across, piece.across
        shift = mine[0] - theirs[0]
        if abs((mine[-1] - mine[0]) - (theirs[-1] - theirs[0])) > _SAME_PLACE:
            return None
        columns = []
        for at in theirs[:-1]:
            near = min(range(len(mine)), key=lambda place: abs(mine[place] - at - shift))
            if abs(mine[near] - at - shift) > _SAME_PLACE:
                return None
            columns.append(near)
        return columns if len(set(columns)) == len(columns) else None

    def _wide(self, row: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
        cells = [""] * (len(self._across) - 1)
        for text, column in zip(row, columns, strict=True):
            cells[column] = text
        return tuple(cells)

    def _repeated(self, rows: Sequence[Sequence[str]]) -> int:
        """Return how many rows at the top of a page repeat the heading, or the last part of it."""
        body = (place for place, row in enumerate(self.rows) if any(map(_VALUE.fullmatch, row)))
        own = [_plain(row) for row in self.rows[: min(next(body, _HEAD_ROWS), _HEAD_ROWS)]]
        theirs = [_plain(row) for row in rows[:_HEAD_ROWS]]
        for start in range(len(own)):
            same = 0
            for mine, other in zip(own[start:], theirs, strict=False):
                if not all(map(_is_same, mine, other)):
                    break
                same += 1
            if any(sum(map(bool, row)) >= _TAKEN for row in theirs[:same]):
                return same
        return 0

    def _drop_overflow(self, rows: list[tuple[str, ...]], repeated: int) -> None:
        """Take away what a repeated heading that is too low lets hang into the row below it."""
        if not 0 < repeated < len(rows):
            return
        own = [_plain(row) for row in self.rows[:_HEAD_ROWS]]
        heads = [_plain(row) for row in rows[:repeated]]
        below = list(rows[repeated])
        for column, text in enumerate(_plain(below)):
            cut = [row[column] + text for row in heads if row[column] and text]
            if any(whole == row[column] for whole in cut for row in own):
                below[column] = ""
        rows[repeated] = tuple(below)

    def _add(self, piece: Piece, skipped: int) -> None:
        rows, merges = piece.rows, piece.merges
        if skipped < len(rows) and self._is_rest(rows[skipped], skipped, merges):
            self._complete(rows[skipped])
            skipped += 1
        shift = len(self.rows) - skipped
        self.rows += rows[skipped:]
        self.pages += [piece.page] * (len(rows) - skipped)
        self.merges += [
            (max(top, skipped) + shift, left, bottom + shift, right)
            for top, left, bottom, right in merges
            if bottom >= skipped and (max(top, skipped), left) != (bottom, right)
        ]
        self._starts += [
            start._replace(row=start.row + shift) for start in piece.starts if start.row >= skipped
        ]

    def _is_rest(self, row: Sequence[str], place: int, merges: Iterable[Merge]) -> bool:
        """Tell whether the first row of a page is the end of the last one of the page before.

        It has words alone, no code and no figure, and none in a column that was empty; what begins anew with
        the name of a level, or stands over several columns, is a row of its own.
        """
        last = len(self.rows) - 1
        filled = [(column, text) for column, text in enumerate(row) if text]
        if (
            not filled
            or len(self.rows) <= 1
            or any(top == place and right > left for top, left, _, right in merges)
        ):
            return False
        before = [self._owner(last, column)[1] for column, _ in filled]
        if not all(before) or not any(map(_is_figure, self.rows[last])):
            return False
        texts = [text for _, text in filled]
        pairs = list(zip(before, texts, strict=True))
        figures = [(first, rest) for first, rest in pairs if rest[0].isdigit() and first[0].isdigit()]
        figures += [
            (first, rest) for first, rest in pairs if _is_figure(rest) and (first, rest) not in figures
        ]
        if not all(_goes_on(first, rest) for first, rest in figures) or any(map(_NEW.match, texts)):
            return False
        if figures or any(_is_open(first, rest) for first, rest in pairs):
            return True
        # Nothing in the words says so: then only a long text without the figures of a row of its own.
        long = all(len(text.split()) >= _WORDS for text in before)
        return long and len(self._filled_of(last)) > len(texts) and not any(map(_LEVEL.match, texts))

    def _filled_of(self, row: int) -> list[str]:
        return [text for text in self.rows[row] if text]

    def _owner(self, row: int, column: int) -> tuple[int, str]:
        """Return the row that holds the text of a place, and the text; a merged cell has it on top."""
        for top, left, bottom, right in reversed(self.merges):
            if top <= row <= bottom and left <= column <= right:
                return top, self.rows[top][left]
        return row, self.rows[row][column]

    def _complete(self, rest: Sequence[str]) -> None:
        last = len(self.rows) - 1
        for column, text in enumerate(rest):
            if text:
                row, before = self._owner(last, column)
                cells = list(self.rows[row])
                cells[column] = continued(before, text)
                self.rows[row] = tuple(cells)


def tables(pieces: Sequence[Piece], lines: Sequence[Sequence[Line]]) -> list[Grid]:
    """Return the tables of all pages; ``lines`` are those outside tables, page by page."""
    running = _running(lines)
    told: set[str] = set()
    found: list[_Table] = []
    for piece in map(tidy, _unframed(whole(pieces))):
        above = []
        for top, text in piece.above:
            key = _DIGITS.sub("#", text)
            if _PAGE_NUMBER.fullmatch(text) or (_key(top, text) in running and key in told):
                continue
            told.add(key)
            above.append(text)
        if not found or not found[-1].take(piece, above):
            found.append(_Table(piece, above))
    return [table.grid() for table in found]


def _unframed(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """Yield tables without the lines of every page that stand in a frame round page and table.

    They look like a first or last row of one cell; what stands on top of the first page stays, as titles do.
    """
    edges = [(_over_all(piece, 0), _over_all(piece, len(piece.rows) - 1)) for piece in pieces]
    tops, feet = Counter(top for top, _ in edges), Counter(foot for _, foot in edges)
    told: set[str] = set()
    for piece, (top, foot) in zip(pieces, edges, strict=True):
        gone = set()
        if top and tops[top] > 1 and top in told:
            gone.add(0)
        if foot and feet[foot] > 1:
            gone.add(len(piece.rows) - 1)
        told.add(top)
        yield without(piece, gone) if len(gone) < len(piece.rows) else piece


def _over_all(piece: Piece, row: int) -> str:
    """Return the text of a row of one cell, numbers left open, "" where there are several."""
    if not any(merge[:2] == (row, 0) and merge[2:] == (row, len(piece.across) - 2) for merge in piece.merges):
        return ""
    return _DIGITS.sub("#", piece.rows[row][0])


def _running(lines: Sequence[Sequence[Line]]) -> set[tuple[int, str]]:
    """Return the lines that stand at the same height of several pages."""
    counted = Counter(key for page in lines for key in {_key(top, text) for top, text in page})
    return {key for key, times in counted.items() if times > 1}


def _key(top: float, text: str) -> tuple[int, str]:
    return round(top / _SAME_HEIGHT), _DIGITS.sub("#", text)


def _plain(row: Sequence[str]) -> list[str]:
    return ["".join(cell.split()).casefold() for cell in row]


def _is_same(one: str, other: str) -> bool:
    """Tell whether two heading cells say the same; on a page whose heading is too low the end may be gone."""
    return one == other or (len(other) >= _CUT_HEAD and one.startswith(other))


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.fullmatch(cell) or _CODE.fullmatch(cell))


def _has_figures(row: Sequence[str]) -> bool:
    return any(map(_is_figure, row))


def _is_open(first: str, rest: str) -> bool:
    """Tell whether a text must go on: it ends with such a word, or the rest begins in small letters.

    A text of one word says nothing: units are written small.
    """
    return bool(_OPEN_END.search(first)) or (rest[0].islower() and len(first.split()) > 1)


def _goes_on(first: str, rest: str) -> bool:
    """Tell whether a figure or code that was cut goes on: at a sign, or within the last part of a code."""
    if not _is_figure(first):
        return False
    if first[-1] in ".," or rest[0] in ".,":
        return True
    cut = _CUT_CODE.fullmatch(first)
    return bool(cut and rest.isdigit() and len(cut[1]) + len(rest) == _LAST_PART)
