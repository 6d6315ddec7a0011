"""Pasted text of an RPJMD/RPD as points: by the words in front, the numbering, the indent, or by columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.plan_frame import ISU, LADDER, VISI, below, counted, rank
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, Origin, PointDraft

INDICATOR: Final = "indikator"
_ORDINALS: Final = (
    *("kesatu", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh"),
    *("kedelapan", "kesembilan", "kesepuluh"),
)
_PLACES: Final = {word: max(1, place) for place, word in enumerate(_ORDINALS)}
_WORD: Final = re.compile(
    r"^(visi|misi|tujuan|sasaran|program(?:\s+prioritas)?|isu(?:\s+strategis)?|indikator(?:\s+\w+){0,2}?)"
    rf"(?:\s*(?:ke-?\s*)?(\d[\d.]*|{'|'.join(_ORDINALS)}))?"
    r"(?:\s*daerah|\s*kabupaten|\s*kota|\s*rpjmd|\s*rpd)?\s*(?:([:.)=–-])\s*(.*)|(\s.*)?)$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(.+)$")
_BULLET: Final = re.compile(r"^(?:[-•*–·o▪➢]|[a-z][.)])\s+(.+)$")
_UNIT: Final = re.compile(r"^(.*?)\s*\(([^()]{1,30})\)\s*$")
_YEAR_VALUE: Final = re.compile(r"^(?:target\s*)?(20\d\d)\s*[:=]?\s*(.+)$", re.IGNORECASE)
_BASELINE: Final = re.compile(
    r"^(?:kondisi awal|baseline|awal)?\s*[:=]?\s*(.+?)\s*(?:\(\s*(20\d\d)\s*\))?$", re.IGNORECASE
)
_TAB: Final = 4


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasted text was taken for; ``notes`` name what was left aside, with its line."""

    points: tuple[PointDraft, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Return in a few words what was found."""
        indicators = sum(len(item.indicators) for item in self.points)
        words = [counted(item.kind for item in self.points)]
        words += [f"{indicators} indikator"] if indicators else []
        return ", ".join(word for word in words if word)


@dataclass(slots=True)
class Builder:
    """Points as they are found, one after the other, each below the one that is meant."""

    points: list[PointDraft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, text: str, code: str = "", parent: int | None = None, row: int = 0) -> int:
        """Take one point; return its place."""
        self.points.append(PointDraft(kind, tidy(text), code, parent, origin=Origin(row=row)))
        return len(self.points) - 1

    def more(self, place: int, words: str) -> None:
        """Take words that go on a point."""
        item = self.points[place]
        self.points[place] = replace(item, text=tidy(f"{item.text} {words}"))

    def indicator(self, place: int, item: IndicatorDraft) -> None:
        """Take an indicator of a point; the same one twice is one."""
        point = self.points[place]
        if item.name and item not in point.indicators:
            self.points[place] = replace(point, indicators=(*point.indicators, item))

    def upper(self, kind: str, code: str) -> int | None:
        """Return the point that a new one of this kind and number belongs below: by number, else the last."""
        if kind in {ISU, VISI}:
            return None
        above = [place for place, item in enumerate(self.points) if rank(item.kind) < rank(kind)]
        prefix = code.rpartition(".")[0]
        named = [place for place in above if prefix and self.points[place].code == prefix]
        found = named or above
        return found[-1] if found else None

    def made(self) -> Pasted:
        """Return what was found; points without a word are none."""
        kept = [place for place, item in enumerate(self.points) if item.text]
        place_now = {old: new for new, old in enumerate(kept)}
        points = []
        for old in kept:
            upper = self.points[old].parent
            while upper is not None and upper not in place_now:
                upper = self.points[upper].parent
            points.append(replace(self.points[old], parent=None if upper is None else place_now[upper]))
        return Pasted(tuple(points), tuple(self.notes))


def tidy(text: str) -> str:
    """Return text on one line without quotation marks round it."""
    return " ".join(text.split()).strip('"“” ').strip()


def from_text(text: str, kind: str = "misi") -> Pasted:
    """Return the points in numbered or indented lines; lines that say nothing else are of ``kind``.

    "Misi 1: …", "Tujuan 1.1 …", "Sasaran:" above a list, "Indikator: Nama (satuan); 2,1 (2024); 2026: 2,6".
    """
    reader = _Lines(kind)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            reader.take(line, number)
    return reader.builder.made()


class _Lines:
    """Reads one line after the other."""

    def __init__(self, kind: str) -> None:
        self.builder = Builder()
        self._usual = kind
        self._section = ""
        self._home: int | None = None
        self._open: int | None = None
        """The point whose text still has to come."""
        self._last: int | None = None
        self._stack: list[tuple[int, int]] = []
        """Indent and place of the points that lines without a mark may stand below."""

    def take(self, line: str, row: int) -> None:
        """Take one line."""
        indent = sum(_TAB if sign == "\t" else 1 for sign in line[: len(line) - len(line.lstrip())])
        text = line.strip()
        word = _WORD.match(text)
        if word and self._worded(word, row, indent):
            return
        if self._section == INDICATOR and self._last is not None and not _NUMBER.match(text):
            bullet = _BULLET.match(text)
            self.builder.indicator(self._last, indicator_of(bullet.group(1) if bullet else text))
            return
        numbered = _NUMBER.match(text)
        if self._open is not None and not numbered:
            self.builder.more(self._open, text)
            self._open = None
        elif numbered:
            self._numbered(numbered.group(1), numbered.group(2), row, indent)
        else:
            self._plain(text, row, indent)

    def _worded(self, word: re.Match[str], row: int, indent: int) -> bool:
        name, number, mark, after, rest = word.groups()
        kind = name.lower().split()[0]
        words = (after or rest or "").strip()
        code = _code(number)
        if words and not (mark or number or " " in name):
            # "Program Penunjang …" and "Visi daerah yang …" are texts, not headings.
            return False
        if kind == INDICATOR:
            self._indicators(words)
            return True
        self._open = None
        if not words and not code:
            self._heading(kind)
            return True
        self._section = ""
        self._point(kind, words, code, row, indent)
        if not words:
            self._open = self._last
        return True

    def _indicators(self, words: str) -> None:
        if words and self._last is not None:
            self.builder.indicator(self._last, indicator_of(words))
        elif not words:
            self._section = INDICATOR

    def _heading(self, kind: str) -> None:
        """Begin a list of one kind: below the last point above it, or on top where several came before."""
        points = self.builder.points
        last = max((at for at, item in enumerate(points) if rank(item.kind) >= rank(kind)), default=-1)
        since = [at for at in range(last + 1, len(points)) if rank(points[at].kind) < rank(kind)]
        deepest = max((rank(points[at].kind) for at in since), default=0)
        nearest = [at for at in since if rank(points[at].kind) == deepest]
        self._section = kind
        self._home = nearest[0] if len(nearest) == 1 and kind not in {ISU, VISI} else None
        self._stack = []

    def _point(self, kind: str, text: str, code: str, row: int, indent: int) -> None:
        parent = self.builder.upper(kind, code)
        self._last = self.builder.add(kind, text, code, parent, row)
        self._stack = [(indent, self._last)]

    def _numbered(self, number: str, text: str, row: int, indent: int) -> None:
        self._open = None
        prefix = number.rpartition(".")[0]
        upper = next(
            (at for at in range(len(self.builder.points) - 1, -1, -1) if self._called(at) == prefix), None
        )
        if prefix and upper is not None:
            kind = self._section if self._fits(upper) else below(self.builder.points[upper].kind)
            self._listed(kind, text, number, upper, row, indent)
        elif self._section and self._section != INDICATOR:
            by_number = self.builder.upper(self._section, number) if prefix else self._home
            self._listed(self._section, text, number, by_number, row, indent)
        else:
            deeper = number.count(".")
            kind = LADDER[min(rank(self._usual) + deeper, len(LADDER) - 1)] if self._usual != ISU else ISU
            self._listed(kind, text, number, self.builder.upper(kind, number), row, indent)

    def _called(self, at: int) -> str:
        return self.builder.points[at].code

    def _fits(self, upper: int) -> bool:
        wanted = bool(self._section) and self._section != INDICATOR
        return wanted and rank(self.builder.points[upper].kind) < rank(self._section)

    def _listed(self, kind: str, text: str, code: str, parent: int | None, row: int, indent: int) -> None:
        self._last = self.builder.add(kind, text, code, parent, row)
        self._stack = [(indent, self._last)]

    def _plain(self, text: str, row: int, indent: int) -> None:
        bullet = _BULLET.match(text)
        words = bullet.group(1) if bullet else text
        if self._last is not None and not bullet and words[:1].islower():
            self.builder.more(self._last, words)
            return
        while self._stack and self._stack[-1][0] > indent:
            self._stack.pop()
        at, near = self._stack[-1] if self._stack else (indent, None)
        if near is not None and at == indent and not self._lists(near):
            item = self.builder.points[near]
            self._last = self.builder.add(item.kind, words, "", item.parent, row)
            self._stack[-1] = (indent, self._last)
            return
        kind = self._section or self._usual
        parent = self._home if self._section else self.builder.upper(kind, "")
        if near is not None and at < indent and not self._lists(near):
            kind, parent = below(self.builder.points[near].kind), near
        self._last = self.builder.add(kind, words, "", parent, row)
        self._stack.append((indent, self._last))

    def _lists(self, near: int) -> bool:
        """Tell whether a heading came since this point."""
        return bool(self._section) and self.builder.points[near].kind != self._section


def _code(number: str | None) -> str:
    word = (number or "").lower().strip(".")
    return str(_PLACES[word]) if word in _PLACES else word


def indicator_of(text: str) -> IndicatorDraft:
    """Return an indicator in a line: ``Indeks SPBE (indeks); 2,1 (2024); 2026: 2,6``."""
    # Runs of blanks are made one: the patterns would try every part of a long one.
    name, *values = [" ".join(part.split()) for part in re.split(r"[;\t]", text)]
    found = _UNIT.match(name)
    item = IndicatorDraft(tidy(found.group(1) if found else name), found.group(2).strip() if found else "")
    targets: dict[str, str] = {}
    for value in values:
        yearly = _YEAR_VALUE.match(value)
        if yearly:
            targets[yearly.group(1)] = yearly.group(2).strip()
        elif value and not item.baseline:
            start = _BASELINE.match(value)
            if start:
                item = replace(item, baseline=start.group(1), baseline_year=start.group(2) or "")
    return replace(item, targets=targets)


def is_table(rows: Sequence[str]) -> bool:
    """Tell whether lines are cells copied out of a table rather than an indented list."""
    return sum("\t" in line.strip() for line in rows) * 2 >= max(1, sum(bool(line.strip()) for line in rows))
