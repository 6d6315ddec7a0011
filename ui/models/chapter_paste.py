"""What was copied in Word, on a web page or in a sheet as clean blocks: text, emphasis, lists and tables.

Everything else that a clipboard carries (fonts, colours, comments of Word, scripts, hidden text) stays out.
"""

import re
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from typing import Final

from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Runs,
    joined,
    plain,
)

_HEADINGS: Final = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_SILENT: Final = frozenset({"script", "style", "head", "title", "xml", "template", "noscript", "del"})
_VOID: Final = frozenset({"br", "img", "meta", "link", "input", "hr", "col", "area", "base", "wbr"})
_BREAKS: Final = frozenset({"p", "div", "section", "article", "blockquote", "pre", "dt", "dd", "tr", "table"})
_BOLD: Final = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD: Final = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD_SIGN: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_WORD_ITEM: Final = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_WORD_HEADING: Final = re.compile(r"MsoHeading(\d)|Judul(\d)", re.IGNORECASE)
_CONDITION: Final = re.compile(r"<!\[(?:if|endif)[^>]*>", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\r\n\u00a0]+")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_BULLET: Final = re.compile(r"^(\s*)(?:[-–—*•·▪◦‣●○]|o(?=\t)|\uf0b7|\u00a7)\s+(.*)$")
_NUMBER: Final = re.compile(r"^(\s*)\(?(\d{1,2}|[a-z])[.)]\s+(.*)$")
_WIDEST: Final = 60
"""No table has more columns that one cell reaches over."""
_CUT_TABLE: Final = re.compile(
    r"\s*(?:<col\b[^>]*>\s*|<!--.*?-->\s*)*<(?:tr|td|tbody|thead|colgroup)\b", re.IGNORECASE
)
_DIGITS: Final = 2
"""Figures of the number of an item at most."""
_INNER: Final = 2
"""Blanks before the sign of a line that make it an item of the second level."""


@dataclass
class _Style:
    """What holds inside of one tag."""

    tag: str
    bold: bool = False
    italic: bool = False
    silent: bool = False


@dataclass
class _Line:
    """One line while it is gathered: what it is, and its runs."""

    kind: str = "text"
    level: int = 0
    ordered: bool = False
    runs: list[Run] = field(default_factory=list)
    place: int = 0
    """Which list it belongs to: items of one list follow each other."""
    start: int = 1
    """The number of a numbered item that is the first of its list."""


@dataclass
class _Cell:
    """A cell while it is gathered, and over how many columns and rows it reaches."""

    wide: int = 1
    high: int = 1
    runs: list[Run] = field(default_factory=list)


def from_html(text: str) -> tuple[Block, ...]:
    """Return the blocks of a page or of what Word puts on the clipboard."""
    reader = _Page()
    reader.feed(_CONDITION.sub("", _fragment(text)))
    reader.close()
    return reader.blocks()


def from_plain(text: str) -> tuple[Block, ...]:
    """Return the blocks of plain text: lines with signs are lists, lines with tabs are a table."""
    lines = [_INVISIBLE.sub("", line) for line in text.splitlines()]
    found: list[Block] = []
    for kind, group in groupby(lines, key=_kind_of):
        if kind == "row":
            found.append(_grid([[(Run(cell.strip()),) for cell in line.split("\t")] for line in group]))
        elif kind in {"bullet", "number"}:
            pattern = _BULLET if kind == "bullet" else _NUMBER
            hits = [hit for line in group if (hit := pattern.match(line))]
            items = [(len(hit[1]), hit[hit.re.groups]) for hit in hits]
            made = [
                Item((Run(_blank(words)),), int(bool(at) and deep >= _INNER), kind == "number")
                for at, (deep, words) in enumerate(items)
            ]
            start = _number(hits[0][2]) if kind == "number" else 1
            found.append(_listing(made, ordered=kind == "number", start=start))
        elif kind == "text":
            found += [Paragraph((Run(_blank(line)),)) for line in group]
    return tuple(found)


def to_html(blocks: tuple[Block, ...]) -> str:
    """Return blocks as a page for other programs; parts and pictures stay at home."""
    return "".join(_tagged(block) for block in blocks)


class _Page(HTMLParser):
    """Reads tags into lines and tables, and keeps nothing of their looks but emphasis."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._styles: list[_Style] = []
        self._lists: list[tuple[bool, int, int]] = []
        self._count = 0
        self._line = _Line()
        self._found: list[_Line | Grid] = []
        self._tables: list[list[list[_Cell]]] = []
        self._beside: list[Run] = []
        self._in_cell = 0

    def blocks(self) -> tuple[Block, ...]:
        """Return what was read."""
        self._end_line()
        made: list[Block] = []
        keyed = groupby(
            self._found, key=lambda item: item.place if isinstance(item, _Line) and item.place else id(item)
        )
        for _place, group in keyed:
            first, *rest = group
            if isinstance(first, Grid):
                made.append(first)
            elif first.kind == "item":
                lines = [first, *(item for item in rest if isinstance(item, _Line))]
                made.append(_list_of(lines))
            elif first.kind == "heading":
                runs = [replace(run, bold=False) for run in first.runs]
                made.append(Heading(first.level, _trimmed(runs)))
            else:
                made.append(Paragraph(_trimmed(first.runs)))
        return tuple(made)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line, a list, a cell, or a manner."""
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break()
            return
        if tag in _VOID:
            return
        above = self._styles[-1] if self._styles else _Style("")
        self._styles.append(_styled(tag, given, above))
        if tag in {"ul", "ol"}:
            self._end_line()
            self._count += not self._lists
            self._lists.append((tag == "ol", self._count, _number(given.get("start", ""))))
        elif tag in {"table", "tr", "td", "th"}:
            self._open_table(tag, given)
        elif not self._in_cell:
            self._open_line(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last under this name."""
        if tag in _VOID:
            return
        places = [at for at, style in enumerate(self._styles) if style.tag == tag]
        if places:
            del self._styles[places[-1] :]
        if tag in {"ul", "ol"}:
            self._end_line()
            if self._lists:
                self._lists.pop()
        elif tag in {"table", "td", "th"}:
            self._close_table(tag)
        elif tag in _BREAKS or tag in _HEADINGS or tag == "li":
            if self._in_cell or (tag != "li" and self._line.place > 0):
                # A second paragraph of an item belongs to it, as one in a cell does.
                self._add(" ")
            else:
                self._end_line()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not (self._styles and self._styles[-1].silent):
            self._add(data)

    def _open_line(self, tag: str, given: dict[str, str]) -> None:
        style = given.get("style", "")
        word_level = _WORD_ITEM.search(style)
        heading = _HEADINGS.get(tag, 0) or _word_heading(given.get("class", ""))
        if tag == "li":
            self._end_line()
            ordered, place, start = self._lists[-1] if self._lists else (False, self._fresh(), 1)
            level = min(max(len(self._lists) - 1, 0), 1)
            self._line = _Line(
                "item", level, ordered, place=place, start=_number(given.get("value", ""), start)
            )
        elif word_level:
            self._end_line()
            last = self._found[-1] if self._found else None
            follows = isinstance(last, _Line) and last.kind == "item" and last.place < 0
            place = last.place if follows and isinstance(last, _Line) else -self._fresh()
            self._line = _Line("item", min(int(word_level[1]) - 1, 1), place=place)
        elif heading:
            self._end_line()
            self._line = _Line("heading", heading)
        elif tag in _BREAKS and self._line.kind == "text":
            self._end_line()

    def _fresh(self) -> int:
        self._count += 1
        return self._count

    def _open_table(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            if not self._in_cell:
                self._end_line()
            self._tables.append([])
        elif self._tables and tag == "tr":
            self._tables[-1].append([])
        elif self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._tables[-1][-1].append(_Cell(_count(given, "colspan"), _count(given, "rowspan")))
            self._in_cell += 1

    def _close_table(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._in_cell = max(0, self._in_cell - 1)
            return
        if not self._tables:
            return
        rows = _spread([row for row in self._tables.pop() if row])
        if self._tables:
            # A table inside a cell is a layout of its page: its words join the cell.
            self._in_cell = max(1, self._in_cell)
            self._add(" ".join(plain(cell) for row in rows for cell in row))
            return
        if _trimmed(self._beside):
            # The caption of a table, and what a page wrongly has between its cells.
            self._found.append(_Line(runs=self._beside))
        self._beside = []
        if len(rows) == 1 and len(rows[0]) == 1:
            self._found.append(_Line(runs=list(rows[0][0])))
        elif any(cell for row in rows for cell in row):
            self._found.append(_grid(rows))

    def _break(self) -> None:
        if self._in_cell or self._line.kind != "text":
            self._add(" ")
        else:
            self._end_line()

    def _add(self, text: str) -> None:
        clean = _INVISIBLE.sub("", text)
        style = self._styles[-1] if self._styles else _Style("")
        run = Run(clean, style.bold, style.italic)
        if self._in_cell and self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].runs.append(run)
        elif self._tables:
            self._beside.append(run)
        else:
            self._line.runs.append(run)

    def _end_line(self) -> None:
        if _trimmed(self._line.runs):
            if self._line.kind == "item" and self._line.place < 0:
                self._line = _without_sign(self._line)
            self._found.append(self._line)
        self._line = _Line()


def _count(given: dict[str, str], name: str) -> int:
    """Return over how many columns or rows a cell says that it reaches."""
    told = given.get(name, "").strip()
    return min(max(int(told), 1), _WIDEST) if told.isdecimal() else 1


def _spread(rows: list[list[_Cell]]) -> list[list[Runs]]:
    """Return the rows of a table with every cell below its head: one that reaches further leaves room."""
    found: list[list[Runs]] = []
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[Runs] = []
        for cell in row:
            _pass_over(cells, taken)
            for place in range(cell.wide):
                if cell.high > 1:
                    taken[len(cells)] = cell.high - 1
                cells.append(_trimmed(cell.runs) if not place else ())
        _pass_over(cells, taken)
        found.append(cells)
    return found


def _pass_over(cells: list[Runs], taken: dict[int, int]) -> None:
    """Leave the places empty into which cells of rows above reach."""
    while taken.get(len(cells), 0) > 0:
        taken[len(cells)] -= 1
        cells.append(())


def _styled(tag: str, given: dict[str, str], above: _Style) -> _Style:
    style = given.get("style", "")
    bold = above.bold or tag in {"b", "strong", "th"}
    bold = (bold or bool(_BOLD.search(style))) and not _NOT_BOLD.search(style)
    italic = above.italic or tag in {"i", "em", "cite"} or bool(_ITALIC.search(style))
    hidden = tag in _SILENT or tag.startswith(("o:", "w:", "v:")) or bool(_HIDDEN.search(style))
    sign = bool(_WORD_SIGN.search(style))
    is_heady = tag in _HEADINGS or tag == "th"
    # The sign of an item is kept for a moment: it alone says whether Word numbered the list.
    made = _Style(tag, bold and not is_heady, italic, above.silent or (hidden and not sign))
    return replace(made, bold=False, italic=False) if sign else made


def _without_sign(line: _Line) -> _Line:
    """Return an item of Word without the sign that stands in front of it as text."""
    text = _blank("".join(run.text for run in line.runs)).strip()
    found = re.match(r"(?:\(?(?:\d{1,2}|[a-zA-Z]{1,4})[.)]|[^\w\s(]|o)\s+", text)
    if found is None:
        return line
    numbered = re.match(r"\(?(\w{1,4})[.)]", text)
    left = len(found[0].strip())
    runs: list[Run] = []
    for run in line.runs:
        rest = run.text
        while left and rest:
            left -= not rest[0].isspace()
            rest = rest[1:]
        runs.append(replace(run, text=rest))
    return replace(
        line, runs=runs, ordered=numbered is not None, start=_number(numbered[1]) if numbered else 1
    )


def _list_of(lines: list[_Line]) -> Listing:
    items = [
        Item(_trimmed(line.runs), line.level if place else 0, line.ordered)
        for place, line in enumerate(lines)
    ]
    return _listing(items, ordered=lines[0].ordered, start=lines[0].start)


def _listing(items: list[Item], *, ordered: bool, start: int) -> Listing:
    made = tuple(replace(item, ordered=bool(item.level) and item.ordered) for item in items)
    return Listing(ordered, made, start if ordered else 1)


def _number(told: str, usual: int = 1) -> int:
    """Return the number that a list begins with: the ``usual`` one where it is not told in figures."""
    return max(int(told), 1) if told.strip().isdecimal() and len(told.strip()) <= _DIGITS else usual


def _grid(rows: list[list[Runs]]) -> Grid:
    width = max(len(row) for row in rows)
    return Grid(tuple((*row, *([()] * (width - len(row)))) for row in rows))


def _trimmed(runs: list[Run]) -> Runs:
    """Return runs with single blanks, and none at both ends."""
    found: list[Run] = []
    ends_blank = True
    for run in runs:
        text = _blank(run.text)
        text = text.lstrip(" ") if ends_blank else text
        if text:
            ends_blank = text.endswith(" ")
            found.append(replace(run, text=text))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return joined(tuple(found))


def _blank(text: str) -> str:
    return _BLANKS.sub(" ", text)


def _word_heading(classes: str) -> int:
    found = _WORD_HEADING.search(classes)
    return (2 if "1" in found.groups() or "2" in found.groups() else 3) if found else 0


def _fragment(text: str) -> str:
    """Return the part of a page that was marked to be copied, as Windows says it."""
    start, end = text.find("<!--StartFragment"), text.find("<!--EndFragment")
    if 0 <= start < end:
        part = text[text.find(">", start) + 1 : end]
        # Excel marks what is inside of its table: rows alone are no table.
        return f"<table>{part}</table>" if _CUT_TABLE.match(part) else part
    return text[max(0, text.find("<")) :]


def _kind_of(line: str) -> str:
    if not line.strip():
        return ""
    if _BULLET.match(line):
        return "bullet"
    if _NUMBER.match(line):
        return "number"
    return "row" if "\t" in line.strip("\t ") else "text"


def _tagged(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_spans(block.runs)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_spans(block.runs)}</p>"
        case Listing():
            tag = "ol" if block.ordered else "ul"
            start = f' start="{block.start}"' if block.start > 1 else ""
            return (
                f"<{tag}{start}>"
                + "".join(f"<li>{_spans(item.runs)}</li>" for item in block.items)
                + f"</{tag}>"
            )
        case Grid():
            rows = "".join(
                "<tr>" + "".join(f"<td>{_spans(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
            )
            return f'<table border="1">{rows}</table>'
        case _:
            return ""


def _spans(runs: Runs) -> str:
    found = ""
    for run in runs:
        text = escape(run.text, quote=False)
        text = f"<i>{text}</i>" if run.italic else text
        found += f"<b>{text}</b>" if run.bold else text
    return found
