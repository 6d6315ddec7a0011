"""Facts of the shelf as domain objects: regions, agencies, nomenclature, dimension sets, worksheets.

The rules that stand on them are pure: finding a region by a few letters, and proposing what an agency is
from its name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.match import LAST_RESORT, asked_for, key_of, plain, rank

NOT_REQUIRED: Final = frozenset({"kelurahan", "bagian", "luar"})
"""Kinds of agency that need no Renstra of their own."""

_LEADING_KIND: Final = re.compile(r"^(dinas|badan) ")


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its Kemendagri code and time zone (WIB, WITA or WIT)."""

    code: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Region:
    """A kabupaten or kota; ``administrative`` ones (Jakarta) have no council of their own."""

    code: str
    kind: str
    name: str
    full_name: str
    province: str
    province_code: str
    zone: str
    administrative: bool
    words: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """The letters that a search compares with, word by word."""


@dataclass(frozen=True, slots=True)
class OpdType:
    """A typical agency; ``usual`` runs from 1 (every region has it) to 4 (rare)."""

    name: str
    short: str
    other_shorts: tuple[str, ...]
    kind: str
    bidang: tuple[str, ...]
    dimension: str
    renstra_required: bool
    usual: int


@dataclass(frozen=True, slots=True)
class Bidang:
    """A field of government affairs and the dimension (code of the default set) it usually serves."""

    code: str
    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class OpdShort:
    """A short name; ``clash`` lists the agencies that share it, so that a person must be asked."""

    kind: str
    bidang: tuple[str, ...]
    clash: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpdKindRule:
    """A pattern of the name that decides the kind; ``bidang`` None means: by the patterns of the name."""

    kind: str
    pattern: re.Pattern[str]
    bidang: tuple[str, ...] | None
    dimension: str
    renstra_required: bool


@dataclass(frozen=True, slots=True)
class OpdRules:
    """Everything a proposal needs: short names, kinds, patterns per bidang, dimension per bidang."""

    shorts: Mapping[str, OpdShort]
    kinds: tuple[OpdKindRule, ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    dimensions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OpdProposal:
    """What an agency seems to be from its name; ``ambiguous`` means that a person should look.

    ``dimension`` is a code of the asked dimension set or empty; ``candidates`` are the agencies that share a
    short name.
    """

    kind: str
    bidang: tuple[str, ...]
    dimension: str
    renstra_required: bool
    ambiguous: bool
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nomen:
    """One code of the nomenclature; ``editions`` are the years of the lists that hold it."""

    code: str
    level: str
    name: str
    unit: str
    editions: tuple[int, ...]

    @property
    def parent(self) -> str:
        """Return the code one level up, empty for an urusan."""
        parts = self.code.split(".")
        return ".".join(parts[: -2 if self.level == "kegiatan" else -1])


@dataclass(frozen=True, slots=True)
class SubDimension:
    """A part of a dimension with its guide points; ``term`` is the usual English word."""

    code: str
    name: str
    term: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with a colour (#RRGGBB) that carries dark text and survives grey paper."""

    code: str
    name: str
    color: str
    definition: str
    subdimensions: tuple[SubDimension, ...]


@dataclass(frozen=True, slots=True)
class DimensionSet:
    """A set of dimensions; ``word`` is how the region calls one (dimensi, aspek, komponen).

    ``equivalents`` maps the codes of the default set to codes of this one.
    """

    code: str
    name: str
    word: str
    note: str
    equivalents: Mapping[str, str]
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """A chapter as a set of books has it: ``text`` is its markup, ``part`` pengantar, bab or lampiran.

    ``each`` is ``dimension`` where there is one for every dimension; its code, title and text then hold
    {code} and {name}. ``signed`` is the position of who signs a foreword and may be {kepala}.
    """

    code: str
    title: str
    text: str = ""
    part: str = "bab"
    signed: str = ""
    each: str = ""
    chapters: "tuple[ChapterPlan, ...]" = ()


@dataclass(frozen=True, slots=True)
class Book:
    """One book of the masterplan with the heads of its chapters; ``code`` begins the codes of these.

    ``outline`` are its chapters with forewords, parts, lampiran, and what fills them.
    """

    number: str
    title: str
    chapters: tuple[str, ...]
    code: str = ""
    outline: tuple[ChapterPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPreset:
    """A usual set of books; ``extras`` are made with them and counted apart."""

    code: str
    name: str
    books: tuple[Book, ...]
    extras: tuple[Book, ...] = ()


@dataclass(frozen=True, slots=True)
class BasisItem:
    """One usual "Dasar": ``kind`` is hukum, nota or sk; the text may hold {kepala} and {pemerintah}."""

    kind: str
    text: str

    def worded(self, *, head: str, government: str) -> str:
        """Return the text for a region: ``head`` as in Bupati, ``government`` as in Pemerintah Kota X."""
        return self.text.replace("{kepala}", head).replace("{pemerintah}", government)


@dataclass(frozen=True, slots=True)
class StageType:
    """A usual stage: number, title, length in days, goal and what comes out of it."""

    number: int
    title: str
    days: int
    goal: str
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A region that took part in the movement in a year, and how certain that is."""

    year: int
    region_code: str
    name: str
    status: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class ColumnDefinition:
    """A column of a worksheet. ``kind`` and ``section`` are those of the catalogue.

    ``bound`` names the field of the target entity (two of them joined by a slash for a dimension); in the
    section ``subject`` it says where the read-only value comes from. ``width`` is in millimetres on the paper
    of the worksheet; ``choices`` are stored values (``value=words`` where the words are not the usual ones).
    A ``wanted`` column is asked for softly in every row that says anything; a ``hidden`` one waits until it
    is needed; a cell of an own one with ``many`` holds several choices.
    """

    key: str
    label: str
    kind: str
    section: str
    bound: str
    unit: str
    choices: tuple[str, ...]
    width: int
    help: str
    wanted: bool = False
    hidden: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class WorksheetDefinition:
    """A worksheet of the shelf; instruction, example and guide are lines of text.

    ``guide_from``, ``summary``, ``feeds`` and ``scale`` are those of ``domain.worksheet.Worksheet``;
    ``also_stage`` are stages in which it is taken up again. ``parts``, ``items`` and ``criteria`` give the
    fields of ``domain.exercise`` by name; ``chapters`` are the items of each set of books, by its code, where
    the books give the rows.
    """

    code: str
    title: str
    stage: int
    filled_by: str
    rows_from: str
    target: str
    minutes: int
    paper: str
    orientation: str
    instruction: str
    example: str
    guide: str
    columns: tuple[ColumnDefinition, ...]
    guide_from: str = ""
    summary: str = ""
    feeds: str = ""
    scale: str = ""
    also_stage: tuple[int, ...] = ()
    parts: tuple[Mapping[str, str], ...] = ()
    items: tuple[Mapping[str, str], ...] = ()
    criteria: tuple[Mapping[str, str | int], ...] = ()
    chapters: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)

    def section(self, name: str) -> tuple[ColumnDefinition, ...]:
        """Return the columns of one section, in order."""
        return tuple(column for column in self.columns if column.section == name)


def search_regions(regions: Iterable[Region], text: str, *, limit: int) -> tuple[Region, ...]:
    """Return the regions that a few letters mean, best first.

    Spaces, capitals and a leading kab./kota do not matter; a name may be shortened at the start of its words
    (``konsel`` or ``kon sel`` for Konawe Selatan). Whole names and beginnings come before later words, those
    before letters inside; letters merely in the same order (``sitaro``) count only where nothing else fits.
    """
    asked = asked_for(text)
    found: list[tuple[tuple[int, int], str, str, Region]] = []
    for region in regions:
        places = [
            place
            for kind, letters in asked
            if kind in {"", region.kind} and (place := rank(region.words, letters)) is not None
        ]
        if places:
            found.append((min(places), region.name, region.kind, region))
    found.sort(key=lambda item: item[:3])
    if found and found[0][0][0] < LAST_RESORT:
        found = [item for item in found if item[0][0] < LAST_RESORT]
    return tuple(item[3] for item in found[:limit])


def propose(rules: OpdRules, name: str) -> OpdProposal:
    """Return what an agency of this name or short name seems to be; dimension in codes of the default set."""
    text = " ".join(plain(name).split())
    short = rules.shorts.get(key_of(name))
    if short is not None:
        return _from_short(rules, short)
    kind = next((rule for rule in rules.kinds if rule.pattern.search(text)), None)
    if kind is not None and kind.bidang is not None:
        return OpdProposal(kind.kind, kind.bidang, kind.dimension, kind.renstra_required, ambiguous=False)
    bidang = _bidang_of(rules, text)
    if not bidang and (short := rules.shorts.get(key_of(_LEADING_KIND.sub("", text)))):
        return _from_short(rules, short)
    dimension = next((rules.dimensions[code] for code in bidang if code in rules.dimensions), "")
    if kind is not None:
        return OpdProposal(
            kind.kind, bidang, dimension or kind.dimension, kind.renstra_required, ambiguous=not bidang
        )
    return OpdProposal("dinas" if bidang else "luar", bidang, dimension, bool(bidang), ambiguous=not bidang)


def _from_short(rules: OpdRules, short: OpdShort) -> OpdProposal:
    dimension = next((rules.dimensions[code] for code in short.bidang if code in rules.dimensions), "")
    return OpdProposal(
        short.kind or "dinas",
        short.bidang,
        dimension,
        short.kind not in NOT_REQUIRED,
        ambiguous=bool(short.clash),
        candidates=short.clash,
    )


def _bidang_of(rules: OpdRules, text: str) -> tuple[str, ...]:
    places = [(hit.start(), code) for code, pattern in rules.patterns if (hit := pattern.search(text))]
    return tuple(dict.fromkeys(code for _, code in sorted(places)))
