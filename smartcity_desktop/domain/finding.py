"""The findings of one agency's plan as a list that is worked through: numbered, each with its answer."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding_kinds import ORDER, Weight, kind_of
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.renstra_draft import Finding
from smartcity_desktop.domain.wording import label

Key = tuple[RowId, str, str]
"""What a finding is known by, however often the plan is checked: the row it is about, its code, its place."""
_MARK: Final = 4
_SIGNS: Final = "23456789ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class FindingAnswer:
    """What an agency said about one finding: ``state`` diperbaiki, dijelaskan or keliru."""

    id: RowId = NO_ROW
    row: RowId = NO_ROW
    code: str = ""
    place: str = ""
    state: str = ""
    answer: str = ""

    @property
    def key(self) -> Key:
        """What finding it answers."""
        return self.row, self.code, self.place


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One finding with its number in the list of its agency, and what was answered.

    ``row`` is the line, the indicator or the document it is about, ``place`` the field or year of that.
    ``where`` says in words where it stands in the file.
    """

    number: int
    finding: Finding
    row: RowId = NO_ROW
    place: str = ""
    where: str = ""
    state: str = ""
    answer: str = ""

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.row, self.finding.code, self.place

    @property
    def is_open(self) -> bool:
        """Whether nobody answered it yet."""
        return not self.state

    @property
    def weight(self) -> Weight:
        """How much it weighs: berat, sedang, ringan."""
        return kind_of(self.finding.code).weight

    @property
    def sure(self) -> str:
        """Return "pasti" or "mungkin"."""
        return self.finding.sure or kind_of(self.finding.code).sure


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings one plan has, and how many of them wait for an answer."""

    total: int = 0
    open: int = 0

    @property
    def words(self) -> str:
        """``3 temuan belum dijawab``, or what is left to say where none is."""
        if not self.total:
            return "tanpa temuan"
        return f"{self.open} temuan belum dijawab" if self.open else f"{self.total} temuan sudah dijawab"


@dataclass(frozen=True, slots=True)
class OpdFindings:
    """The findings of the plan of one agency; ``programs`` counts its programs without those of support."""

    opd: RowId = NO_ROW
    document: Document = field(default_factory=Document)
    items: tuple[ListedFinding, ...] = ()
    programs: int = 0

    @property
    def count(self) -> FindingCount:
        """How many there are, and how many are open."""
        return FindingCount(len(self.items), sum(item.is_open for item in self.items))

    @property
    def mark(self) -> str:
        """Return four signs that change with the list: a paper with other ones has other numbers."""
        return mark_of(item.key for item in self.items)


def mark_of(keys: Iterable[Key]) -> str:
    """Return the four signs of a list of findings in its order, "" for an empty one."""
    said = "\n".join("\t".join(key) for key in keys)
    if not said:
        return ""
    digest = hashlib.sha256(said.encode()).digest()
    return "".join(_SIGNS[part % len(_SIGNS)] for part in digest[:_MARK])


def listed(
    found: Sequence[Finding],
    document: Document,
    lines: Sequence[Line],
    indicators: Mapping[RowId, Sequence[Indicator]],
    answers: Mapping[Key, FindingAnswer],
) -> tuple[ListedFinding, ...]:
    """Return findings numbered from 1, the weightiest kind first, each with its answer where there is one."""
    order = sorted(found, key=_place)
    items: list[ListedFinding] = []
    for number, item in enumerate(order, start=1):
        row, place = _identity(item, document, lines, indicators)
        said = answers.get((row, item.code, place), FindingAnswer())
        where = where_of(item, document, lines)
        items.append(ListedFinding(number, item, row, place, where, said.state, said.answer))
    return tuple(items)


def _place(item: Finding) -> tuple[int, int, int]:
    line = item.line if item.line is not None else -1
    last = len(ORDER)
    return ORDER.get(item.code, last), line, item.indicator if item.indicator is not None else -1


def _identity(
    item: Finding,
    document: Document,
    lines: Sequence[Line],
    indicators: Mapping[RowId, Sequence[Indicator]],
) -> tuple[RowId, str]:
    if item.line is None:
        return document.id, next(iter(item.values), "")
    line = lines[item.line]
    if item.indicator is not None:
        known = indicators.get(line.id, ())
        row = known[item.indicator].id if item.indicator < len(known) else line.id
        return row, item.field.partition("@")[2]
    if "opds" in item.values:
        return line.id, item.values["opds"]
    return line.id, item.field


def where_of(item: Finding, document: Document, lines: Sequence[Line]) -> str:
    """Return where a finding stands: ``2.16.02, halaman 14, baris 9``, or that it is about the whole."""
    if item.line is None:
        return "Seluruh Renstra"
    line = lines[item.line]
    other = line.source_sheet not in {"", document.source_sheet}
    parts = (
        line.code or (label("level", line.level) if line.level else ""),
        f"lembar {line.source_sheet}" if other else "",
        f"halaman {line.source_page}" if line.source_page else "",
        f"baris {line.source_row}" if line.source_row else "",
    )
    return ", ".join(part for part in parts if part)
