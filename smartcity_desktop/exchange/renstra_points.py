"""The points of an RPJMD or RPD: visi and misi beside the tujuan, sasaran and programs of its table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import LineDraft, Origin, PointDraft
from smartcity_desktop.exchange.renstra_agencies import several
from smartcity_desktop.exchange.renstra_sections import Mark, point_of

_GOALS: Final = ("tujuan", "sasaran", "program")
_MIXED: Final = ("visi", "misi")
_NUMBER: Final = re.compile(
    r"(?:(?:tujuan|sasaran|misi|visi)\s*)?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\D)", re.IGNORECASE
)


def points(lines: Sequence[LineDraft], marks: Sequence[Mark], sheet: str) -> tuple[PointDraft, ...]:
    """Return the tree of points, each after the one it hangs on; a program of several agencies is one."""
    return _Tree(sheet).grown(lines, marks)


class _Tree:
    """Points so far, and where further ones hang."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._points: list[PointDraft] = []
        self._known: dict[tuple[str, int | None, str], int] = {}
        self._visi: int | None = None
        self._misi: int | None = None

    def grown(self, lines: Sequence[LineDraft], marks: Sequence[Mark]) -> tuple[PointDraft, ...]:
        """Take lines and marks in the order of their rows."""
        waiting = list(marks)
        places: dict[int, int | None] = {}
        for index, line in enumerate(lines):
            while waiting and waiting[0].row < line.origin.row:
                self._mark(waiting.pop(0))
            above = None if line.parent is None else places.get(line.parent)
            places[index] = self._line(line, above) if line.level in _GOALS else above
        for mark in waiting:
            self._mark(mark)
        return tuple(self._points)

    def _mark(self, mark: Mark) -> None:
        said = point_of(mark.text)
        # A column "Visi / Misi" holds both: the word in front of the text decides.
        mark = mark._replace(kind=said.kind) if said and mark.kind in _MIXED else mark
        number, _, text = (said.text if said and said.kind == mark.kind else mark.text).rpartition("\t")
        if not number:
            number, text = _numbered(text)
        parent = self._visi if mark.kind == "misi" else None
        place = self._put(mark.kind, text, number, parent, Origin(self._sheet, max(0, mark.row + 1)))
        if mark.kind == "visi":
            self._visi, self._misi = place, None
        elif mark.kind == "misi":
            self._misi = place

    def _line(self, line: LineDraft, above: int | None) -> int:
        code, text = (line.code, line.name) if line.level == "program" else _numbered(line.name)
        code = code or _numbered(line.written.get("name", ""))[0]
        parent = self._misi if above is None and line.level in {"tujuan", "sasaran"} else above
        place = self._put(line.level, text, code, parent, line.origin)
        point = self._points[place]
        known = {item.name for item in point.indicators}
        pagu = {year: point.pagu.get(year, 0) + amount for year, amount in line.pagu.items()}
        self._points[place] = replace(
            point,
            indicators=(*point.indicators, *(item for item in line.indicators if item.name not in known)),
            pagu={**point.pagu, **pagu},
            opd=tuple(dict.fromkeys((*point.opd, *(several(line.opd or line.unit))))),
        )
        return place

    def _put(self, kind: str, text: str, code: str, parent: int | None, origin: Origin) -> int:
        key = (kind, parent, (code if kind == "program" else "") or plan_code.plain(text))
        if key not in self._known:
            self._known[key] = len(self._points)
            self._points.append(PointDraft(kind, text, code, parent, origin=origin))
        return self._known[key]


def _numbered(text: str) -> tuple[str, str]:
    """Return the number in front of a text and the text without it."""
    found = _NUMBER.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)
