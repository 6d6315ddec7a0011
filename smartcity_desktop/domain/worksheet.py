"""Worksheets (kertas kerja) are data: a definition, its columns, and one sheet per OPD or dimension group."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

SEPARATOR: Final = ";"
"""Stands between several values of one cell."""
FREE: Final = "free"
"""``rows_from`` of a worksheet whose rows are added at the table."""
FIXED: Final = "fixed"
"""``rows_from`` of a worksheet that holds its rows itself."""
BY_OPD: Final = "opd"
BY_DIMENSION: Final = "dimension"
BY_GROUP: Final = "group"
BY_PART: Final = "part"
BY_ASSESSOR: Final = "assessor"
PLENARY: Final = "plenary"
"""``filled_by``: a sheet per OPD, per dimension group, per table of a division, per part that the worksheet
names itself, per assessor, or one for the whole room."""


def code_order(code: str) -> tuple[str, int, str]:
    """Return what sorts the codes of worksheets as people count: L2 and L2K before L10."""
    found = re.fullmatch(r"(\D*)(\d{1,9})(.*)", code, re.DOTALL)
    return (found[1], int(found[2]), found[3]) if found else (code, 0, "")


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One choice of a column as it is stored; without words those of the program are used.

    A ``retired`` one is offered no longer and stays where it was answered.
    """

    value: str
    words: str = ""
    retired: bool = False

    @property
    def text(self) -> str:
        """``value=words``, with a minus before one that is retired."""
        return "-" * self.retired + self.value + (f"={self.words}" if self.words else "")


def choice_lines(text: str) -> tuple[ChoiceLine, ...]:
    """Return the choices that stand in ``choices`` of a column, one in each line, in order."""
    lines = [line.strip() for line in text.splitlines()]
    parted = [(line.removeprefix("-").partition("="), line.startswith("-")) for line in lines if line]
    return tuple(ChoiceLine(value, words, retired) for (value, _, words), retired in parted)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet of this workshop: who fills it, where its rows come from, what entity it writes.

    ``guide_from`` names what gives more guide questions (``subdimension``). ``summary`` lists the column keys
    that a report shows per sheet, the first of them with ``-`` before it where rows are to be ranked by it,
    highest first. ``feeds`` lists the codes of the worksheets that go on with its rows. ``grouping`` is the
    division whose tables fill it; ``scale`` how a SWOT is weighed; ``own`` marks one made in this workshop.
    ``also`` are further stages in which it is taken up again. ``filled_before`` lists who filled it before
    somebody else was to (values of ``filled_by``, a blank between them): their sheets stay.
    """

    id: RowId = NO_ROW
    pos: str = ""
    code: str = ""
    title: str = ""
    stage: int | None = None
    filled_by: str = ""
    rows_from: str = ""
    target: str = ""
    minutes: int | None = None
    instruction: str = ""
    example: str = ""
    guide: str = ""
    guide_from: str = ""
    summary: str = ""
    feeds: str = ""
    grouping: RowId = NO_ROW
    scale: str = ""
    own: bool = False
    retired: bool = False
    filled_before: str = ""
    also: tuple[int, ...] = ()

    @property
    def takes_rows(self) -> bool:
        """Tell whether the people at the table add the rows themselves."""
        return self.rows_from == FREE

    @property
    def fed_codes(self) -> frozenset[str]:
        """The codes of the worksheets that go on with its rows."""
        return frozenset(filter(None, map(str.strip, self.feeds.replace(",", SEPARATOR).split(SEPARATOR))))

    def stands_in(self, stage: int) -> bool:
        """Tell whether it is used in this stage; one that is retired is used in none."""
        return not self.retired and (self.stage == stage or stage in self.also)


def before_and_after(
    worksheet: Worksheet, known: Iterable[Worksheet]
) -> tuple[tuple[Worksheet, ...], tuple[Worksheet, ...]]:
    """Return the worksheets whose rows go on into this one, and those into which its own go on.

    Retired ones are left out; both stand in the order of their codes.
    """
    others = [item for item in known if not item.retired and item.id != worksheet.id]
    others.sort(key=lambda item: code_order(item.code))
    fed = worksheet.fed_codes
    return (
        tuple(item for item in others if worksheet.code in item.fed_codes),
        tuple(item for item in others if item.code in fed),
    )


def used_in(stage: int, known: Iterable[Worksheet]) -> tuple[Worksheet, ...]:
    """Return the worksheets used in a stage as every list shows them.

    Its own come first, as they stand in ``known``; then those that are taken up again from another stage.
    """
    here = (item for item in known if item.stands_in(stage))
    return tuple(sorted(here, key=lambda item: item.stage != stage))


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column as this workshop keeps it. ``bound`` is the field it writes, or ``x:key`` for its own.

    ``many`` lets an own column of choices hold several values in a cell.
    """

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    key: str = ""
    label: str = ""
    kind: str = ""
    unit: str = ""
    choices: str = ""
    width: int | None = None
    help: str = ""
    bound: str = ""
    section: str = ""
    hidden: bool = False
    wanted: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one party: number on paper, head, status, its sessions; who signed it where one does.

    A ``waived`` sheet is nobody's duty (tidak wajib). ``present_before`` and ``represented_before`` are what
    was written last in another session, where this one has nothing yet.
    """

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    opd: RowId = NO_ROW
    dimension: RowId = NO_ROW
    group: RowId = NO_ROW
    part: RowId = NO_ROW
    assessor: RowId = NO_ROW
    number: str = ""
    chair: str = ""
    scribe: str = ""
    mentor: str = ""
    represented_by: str = ""
    status: str = ""
    present: int | None = None
    on_paper: bool = False
    sessions: tuple[RowId, ...] = ()
    waived: bool = False
    signed_by: str = ""
    signed_position: str = ""
    signed_on: str = ""
    present_before: int | None = None
    represented_before: str = ""

    @property
    def party(self) -> RowId:
        """Whose sheet it is; that of the whole room is named by its worksheet."""
        return self.opd or self.dimension or self.group or self.part or self.assessor or self.worksheet


@dataclass(frozen=True, slots=True)
class Party:
    """Whose sheet it is: an OPD with its short name, a dimension with its code and colour, any other by name.

    ``kind`` is the field of the sheet that names it, one of the values of ``filled_by``.
    """

    id: RowId
    name: str = ""
    short: str = ""
    color: str = ""
    table_no: str = ""
    renstra_required: bool = False
    retired: bool = False
    kind: str = BY_OPD

    @property
    def called(self) -> str:
        """``Dinas Kesehatan``; a dimension with its code before its name (``GOV Smart Governance``)."""
        return f"{self.short} {self.name}" if self.color else self.name


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """How far one party is with one worksheet; ``short`` is a dimension's code.

    ``who`` moved the sheet to its ``status`` at ``at`` (ISO moment); ``comments`` are those of mentors that
    nobody has settled. ``kind`` is that of the party. ``owed`` are the scores that an assessor still owes.
    """

    party: RowId
    worksheet: RowId
    status: str
    done: int = 0
    total: int = 0
    on_paper: bool = False
    required: bool = True
    table_no: str = ""
    name: str = ""
    short: str = ""
    present: int | None = None
    represented_by: str = ""
    has_renstra: bool = False
    color: str = ""
    number: str = ""
    waived: bool = False
    kind: str = BY_OPD
    who: str = ""
    at: str = ""
    comments: int = 0
    owed: int = 0
