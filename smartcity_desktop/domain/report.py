"""Frozen pictures that the prints are made from: values only, gathered once, safe to hand to any thread.

Texts are already in the words of the paper (choices, money, times) unless a field says otherwise; every
field has a default, so that a workshop in which nothing stands yet gives a picture too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from smartcity_desktop.domain.attendance import Recap
from smartcity_desktop.domain.course import CourseLine, TurnLine
from smartcity_desktop.domain.words import Words

Paper = Literal["A4", "F4"]
"""A4 is 210 x 297 mm, F4 (folio) 215 x 330 mm."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop: coat of arms (PNG or JPEG bytes), government, agency and one line of address."""

    government: str = ""
    agency: str = ""
    address: str = ""
    logo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: ``heading`` as ``Mengetahui,``; ``prefix`` as ``Plt.``, ``a.n.``; NIP as 18 digits."""

    heading: str = ""
    prefix: str = ""
    position: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFrame:
    """What stands round every print: kop, event, paper, and who printed what when.

    ``stage_name`` is ``Tahap II``; ``zone`` is ``WIB``, ``WITA`` or ``WIT``; ``printed_at`` is in that zone;
    ``doc_number`` is the number in the foot (``II-1-2``).
    """

    printed_at: datetime
    letterhead: Letterhead = Letterhead()
    workshop_title: str = ""
    stage_name: str = ""
    region: str = ""
    city: str = ""
    zone: str = "WIB"
    paper: Paper = "F4"
    version: str = ""
    doc_number: str = ""
    words: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of a worksheet: ``width`` is its share of the row, ``section`` subject, grid or form.

    ``kind`` is one of ``entity.COLUMN_KINDS``; ``choices`` are the words behind the tick boxes of the blank
    print (for a dimension its codes).
    """

    key: str
    label: str
    kind: str = "text"
    width: int = 0
    section: str = "grid"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its subject in words, the answers by column key in words; ``support`` is a program X.XX.01."""

    code: str = ""
    program: str = ""
    pagu: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    support: bool = False


PLAN_WIDTHS: Final = (17, 42, 28)
"""Millimetres of code, name and pagu of a program."""


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """One worksheet of one OPD or group. An empty subject label leaves that column out.

    ``subject_widths`` are millimetres; ``subject_figures`` tells whether the third column holds figures.
    ``party`` is the id and ``called`` the short name of whose sheet it is; ``stage`` is ``Tahap I``;
    ``present`` is the number of people at the sheet, None where nobody counted, ``members`` that of those who
    are to sit there; ``status`` is in words; ``scale`` says in words how factors are weighed; ``comments``
    are those of its mentor: about what, the text, by whom, and how it stands. ``signers`` sign it when it is
    filled, those at its table where there are none. ``sums`` are lines that stand below its rows.
    """

    title: str = "Kertas Kerja"
    stage: str = ""
    code: str = ""
    number: str = ""
    opd: str = ""
    party: str = ""
    called: str = ""
    table: str = ""
    chair: str = ""
    scribe: str = ""
    mentor: str = ""
    present: int | None = None
    represented_by: str = ""
    status: str = ""
    subject_labels: tuple[str, str, str] = ("Kode", "Program Renstra", "Pagu (Rp)")
    subject_widths: tuple[int, ...] = PLAN_WIDTHS
    subject_figures: bool = True
    columns: tuple[ColumnView, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    instruction: str = ""
    guide: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    minutes: int | None = None
    warnings: tuple[str, ...] = ()
    members: int | None = None
    scale: str = ""
    comments: tuple[tuple[str, str, str, str], ...] = ()
    signers: tuple[Signer, ...] = ()
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpdResult:
    """The results of one OPD in one line; None means that nothing can be counted yet.

    ``pagu_relevant`` is whole rupiah; ``dimensions`` is ``GOV 3 · SOC 1``; ``own_plan`` is False for an OPD
    that works without a Renstra of its own.
    """

    name: str
    programs: int | None = None
    relevant: int | None = None
    pagu_relevant: int | None = None
    dimensions: str = ""
    quick_wins: tuple[str, ...] = ()
    present: int | None = None
    represented_by: str = ""
    status: str = ""
    own_plan: bool = True


@dataclass(frozen=True, slots=True)
class GroupResult:
    """The results of one dimension group: rows written, rows of which nothing is missing, and the first rows.

    ``top`` holds the cells of those rows in words, in the order of ``GroupSummary.labels``.
    """

    name: str
    code: str = ""
    rows: int = 0
    complete: int = 0
    present: int | None = None
    status: str = ""
    top: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """One worksheet that is no list of programs: its code, title, columns of ``top``, what each came to.

    ``by_opd`` tells that agencies filled it, not the groups of the dimensions. ``ranked`` is the label of the
    column that orders ``top``, empty where they stand as written. ``merged`` counts the rows that went into
    another one: they stand in no figure.
    """

    code: str
    title: str
    labels: tuple[str, ...] = ()
    ranked: str = ""
    results: tuple[GroupResult, ...] = ()
    merged: int = 0
    by_opd: bool = False


@dataclass(frozen=True, slots=True)
class DimensionCount:
    """How many relevant programs have this dimension as their home."""

    code: str
    name: str = ""
    programs: int = 0


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note: its text, ``at`` as ``10.12``, ``source`` as ``Meja 3`` or the name of the OPD."""

    text: str
    at: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Who does what by when; ``state`` in words."""

    what: str
    who: str = ""
    due: date | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class OpenWarning:
    """Something that is still to be completed: whose it is and the sentence."""

    opd: str
    text: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many came: people, OPD, and ``elements`` outside government as (word, people)."""

    people: int | None = None
    opd: int | None = None
    elements: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoPrint:
    """One photo of a session: what is said below it, and its JPEG, None where its bytes are lost."""

    caption: str = ""
    picture: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SessionReport:
    """Everything a session report says, at any moment of the session.

    ``planned`` and ``actual`` are ``09.15–10.30`` without zone; ``running`` says that the session goes on;
    ``pagu_year`` is the year of the pagu in ``results``; ``details`` are the worksheets of the OPD in the
    order of ``results``; ``warning_summary`` is one sentence, empty where nothing is to be said; ``word`` is
    the title of the print. ``course`` are all blocks of the day, ``turns`` the groups of this one; ``recap``
    counts who was there, nobody where attendance was not taken.
    """

    word: str = "Laporan Sesi"
    title: str = ""
    stage: str = ""
    day: date | None = None
    planned: str = ""
    actual: str = ""
    running: bool = False
    place: str = ""
    leader: str = ""
    attendance: Attendance = Attendance()
    pagu_year: int | None = None
    results: tuple[OpdResult, ...] = ()
    details: tuple[SheetPicture, ...] = ()
    dimensions: tuple[DimensionCount, ...] = ()
    decisions: tuple[NoteLine, ...] = ()
    questions: tuple[NoteLine, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    groups: tuple[GroupSummary, ...] = ()
    warning_summary: str = ""
    warnings: tuple[OpenWarning, ...] = ()
    basis: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    photos: tuple[PhotoPrint, ...] = ()
    course: tuple[CourseLine, ...] = ()
    turns: tuple[TurnLine, ...] = ()
    recap: Recap = field(default_factory=Recap)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One expected participant; a phone number never stands on the list, a NIP only where it is switched on.

    ``number`` is the participant's at the door; ``group`` is short (``GOV``); ``presence`` is in words
    (``hadir 08.07``), ``deputy`` who came instead with his position.
    """

    name: str
    position: str = ""
    opd: str = ""
    number: int | None = None
    nip: str = ""
    group: str = ""
    gender: str = ""
    presence: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceForm:
    """The daftar hadir to be signed: expected people first, then ``blank_rows`` for those who come besides.

    ``planned`` is ``09.15–10.30`` without zone. ``agency`` makes it the list of one agency alone, or, where
    it is ``mixed``, of several that share it. ``filled`` shows who was there, as far as it is known, and
    leaves no empty rows; ``summary`` is one sentence that stands below the list.
    """

    word: str = "Daftar Hadir"
    title: str = ""
    day: date | None = None
    planned: str = ""
    place: str = ""
    rows: tuple[AttendanceRow, ...] = ()
    blank_rows: int = 10
    signers: tuple[Signer, ...] = ()
    agency: str = ""
    mixed: bool = False
    filled: bool = False
    summary: str = ""
