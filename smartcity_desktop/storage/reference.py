"""Reads the shelf (``resources/``): reference tables, dimension sets, worksheet definitions, the sample.

Nothing is read at import; each table is read once, when it is first asked for. Never touches a workshop file.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from smartcity_desktop.domain.alignment import Hints
from smartcity_desktop.domain.match import key_of, search_words
from smartcity_desktop.domain.reference import (
    BasisItem,
    Bidang,
    Book,
    BookPreset,
    ChapterPlan,
    ColumnDefinition,
    Dimension,
    DimensionSet,
    Nomen,
    OpdKindRule,
    OpdProposal,
    OpdRules,
    OpdShort,
    OpdType,
    Participant,
    Province,
    Region,
    StageType,
    SubDimension,
    WorksheetDefinition,
    propose,
    search_regions,
)
from smartcity_desktop.domain.worksheet import code_order
from smartcity_desktop.paths import shelf

if TYPE_CHECKING:
    from smartcity_desktop.domain.evaluation import EvaluationItem
    from smartcity_desktop.domain.suggest import Cue

DEFAULT_SET: Final = "kominfo-6"
_YES: Final = "ya"
_BY_PATTERN: Final = "*"
_EDITIONS: Final[Mapping[str, tuple[int, ...]]] = {"37": (2023, 2027), "3": (2023,), "7": (2027,), "": ()}


@cache
def provinces() -> tuple[Province, ...]:
    """Return the 38 provinces in the order of their codes."""
    return tuple(Province(row["code"], row["name"], row["zone"]) for row in _rows("provinces.csv"))


@cache
def regions() -> tuple[Region, ...]:
    """Return the 514 kabupaten and kota in the order of their codes."""
    known = {item.code: item for item in provinces()}
    return tuple(
        Region(
            row["code"],
            row["kind"],
            row["name"],
            row["full_name"],
            known[row["province_code"]].name,
            row["province_code"],
            known[row["province_code"]].zone,
            row["administrative"] == _YES,
            search_words(row["name"]),
        )
        for row in _rows("regions.csv")
    )


def find_region(text: str, limit: int = 8) -> tuple[Region, ...]:
    """Return the regions that a few typed letters mean, best first; see ``domain.reference``."""
    return search_regions(regions(), text, limit=limit)


@cache
def opd_types() -> tuple[OpdType, ...]:
    """Return the typical agencies, with the kelurahan, Setda divisions and outside agencies at the end."""
    return tuple(
        OpdType(
            row["name"],
            row["short"],
            _parts(row["other_shorts"]),
            row["kind"],
            _parts(row["bidang"]),
            row["dimension"],
            row["renstra_required"] == _YES,
            int(row["usual"]),
        )
        for row in _rows("opd.csv")
    )


@cache
def bidang() -> Mapping[str, Bidang]:
    """Return the bidang urusan by code."""
    return MappingProxyType(
        {row["code"]: Bidang(row["code"], row["name"], row["dimension"]) for row in _rows("bidang.csv")}
    )


def propose_opd(name: str, dimension_set: str = DEFAULT_SET) -> OpdProposal:
    """Return kind, bidang and dimension (code of ``dimension_set``) of an agency, from its name."""
    proposal = propose(_opd_rules(), name)
    return replace(proposal, dimension=equivalents(dimension_set).get(proposal.dimension, ""))


def equivalents(dimension_set: str) -> Mapping[str, str]:
    """Return the codes of a set by the codes of the default set that they stand for."""
    chosen = next((item for item in dimension_sets() if item.code == dimension_set), None)
    return chosen.equivalents if chosen else {}


@cache
def nomenclature() -> Mapping[str, Nomen]:
    """Return the planning nomenclature by code, from urusan down to subkegiatan (about 5,000 codes)."""
    return MappingProxyType(
        {
            row["code"]: Nomen(
                row["code"], row["level"], row["name"], row["unit"], _EDITIONS[row["editions"]]
            )
            for row in _rows("nomenclature.csv")
        }
    )


@cache
def nomenclature_names() -> Mapping[str, str]:
    """Return the names of the nomenclature by code, the form that reading and checking use."""
    return {code: item.name for code, item in nomenclature().items()}


@cache
def dimension_sets() -> tuple[DimensionSet, ...]:
    """Return the dimension sets, the default one first."""
    return tuple(
        DimensionSet(
            item["code"],
            item["name"],
            item["word"],
            item["note"],
            MappingProxyType(dict(item["equivalents"])),
            tuple(_dimension(part) for part in item["dimensions"]),
        )
        for item in _read("reference", "dimension_sets.json")["sets"]
    )


@cache
def cues() -> "tuple[Cue, ...]":
    """Return the words that speak for dimensions and sub-dimensions of the default set."""
    from smartcity_desktop.domain.suggest import Cue

    return tuple(
        Cue(row["target"], row["word"], int(row["weight"]), row["facet"]) for row in _rows("cues.csv")
    )


@cache
def cue_fields() -> Mapping[str, Mapping[str, int]]:
    """Return by bidang urusan how much it serves each target of the default set, 1 to 4."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows("cue_fields.csv"):
        found.setdefault(row["bidang"], {})[row["target"]] = int(row["weight"])
    return MappingProxyType(found)


@cache
def book_presets() -> tuple[BookPreset, ...]:
    """Return the usual sets of books."""
    read = _read("reference", "book_presets.json")
    known = {book["code"]: book for book in read["books"]}
    return tuple(
        BookPreset(
            item["code"],
            item["name"],
            tuple(_book(known[code], item["code"], item.get("numbers", {})) for code in item["books"]),
            tuple(_book(known[code], item["code"], {}) for code in item["extras"]),
        )
        for item in read["presets"]
    )


def _book(item: Mapping[str, Any], preset: str, numbers: Mapping[str, str]) -> Book:
    outline = tuple(_chapter_plans(item["chapters"], preset))
    return Book(
        numbers.get(item["code"], item["number"]),
        item["title"],
        tuple(chapter.title for chapter in outline if chapter.part == "bab"),
        item["code"],
        outline,
    )


def _chapter_plans(items: Iterable[Mapping[str, Any]], preset: str) -> Iterator[ChapterPlan]:
    """Yield chapters as a set has them: some stand in one set ``only``, as another has a book for them."""
    for item in items:
        if item.get("only", preset) == preset:
            yield ChapterPlan(
                code=item["code"],
                title=item["title"],
                text="\n\n".join(item.get("text", ())),
                part=item.get("part", "bab"),
                signed=item.get("signed", ""),
                each=item.get("each", ""),
                chapters=tuple(_chapter_plans(item.get("chapters", ()), preset)),
            )


@cache
def basis() -> tuple[BasisItem, ...]:
    """Return the usual "Dasar" of a report: laws, agreement, decrees."""
    return tuple(BasisItem(item["kind"], item["text"]) for item in _read("reference", "basis.json")["items"])


@cache
def stages() -> tuple[StageType, ...]:
    """Return the four usual stages."""
    return tuple(
        StageType(item["number"], item["title"], item["days"], item["goal"], tuple(item["outputs"]))
        for item in _read("reference", "stages.json")["stages"]
    )


@cache
def participants() -> tuple[Participant, ...]:
    """Return the regions that took part in the movement, by year."""
    return tuple(
        Participant(
            int(row["year"]), row["region_code"], row["name"], row["status"], row["note"], row["source"]
        )
        for row in _rows("participants.csv")
    )


@cache
def sdg() -> Mapping[int, str]:
    """Return the goals of sustainable development by number."""
    return MappingProxyType({int(row["number"]): row["name"] for row in _rows("sdg.csv")})


@cache
def alignment_hints() -> Mapping[tuple[str, str], Hints]:
    """Return SDG and SPBE that are proposed, by ("subdimension", code) and ("innovation", kind)."""
    return MappingProxyType(
        {
            (row["by"], row["key"]): Hints(
                tuple(int(part) for part in _parts(row["sdg"])), tuple(_parts(row["spbe"]))
            )
            for row in _rows("alignment_hints.csv")
        }
    )


@cache
def evaluation_items() -> "tuple[EvaluationItem, ...]":
    """Return the items of the ministry's evaluation in the order of the form of 2023."""
    from smartcity_desktop.domain.evaluation import EvaluationItem

    return tuple(
        EvaluationItem(row["item"], row["section"], row["indicator"], row["number"], row["text"], row["fact"])
        for row in _rows("evaluation_items.csv")
    )


@cache
def worksheet_definitions() -> tuple[WorksheetDefinition, ...]:
    """Return the worksheets of the shelf in the order of their codes, L2 before L10."""
    names = [path.name for path in shelf("templates", "worksheets").glob("*.json")]
    found = (_worksheet(_read("templates", "worksheets", name)) for name in names)
    return tuple(sorted(found, key=lambda item: code_order(item.code)))


@cache
def examples(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the filled examples of a worksheet by field: bidang urusan, code of a dimension or of a part."""
    path = shelf("templates", "examples", f"{code}.json")
    if not path.is_file():
        return MappingProxyType({})
    told = _read("templates", "examples", path.name)["examples"]
    return MappingProxyType({field: tuple(item["lines"]) for item in told for field in item["for"]})


def sample_part(name: str) -> dict[str, Any]:
    """Return one file of the sample city (``opd`` for ``sample/opd.json``) as it stands."""
    return _read("sample", f"{name}.json")


@cache
def _opd_rules() -> OpdRules:
    return OpdRules(
        MappingProxyType(
            {
                key_of(row["short"]): OpdShort(row["kind"], _parts(row["bidang"]), _parts(row["clash"]))
                for row in _rows("opd_shorts.csv")
            }
        ),
        tuple(
            OpdKindRule(
                row["kind"],
                re.compile(row["pattern"]),
                None if row["bidang"] == _BY_PATTERN else _parts(row["bidang"]),
                row["dimension"],
                row["renstra_required"] == _YES,
            )
            for row in _rows("opd_kinds.csv")
        ),
        tuple((row["bidang"], re.compile(row["pattern"])) for row in _rows("opd_patterns.csv")),
        {item.code: item.dimension for item in bidang().values()},
    )


def _dimension(item: Mapping[str, Any]) -> Dimension:
    return Dimension(
        item["code"],
        item["name"],
        item["color"],
        item["definition"],
        tuple(
            SubDimension(part["code"], part["name"], part["term"], tuple(part["points"]))
            for part in item["subdimensions"]
        ),
    )


def _worksheet(item: Mapping[str, Any]) -> WorksheetDefinition:
    return WorksheetDefinition(
        code=item["code"],
        title=item["title"],
        stage=item["stage"],
        filled_by=item["filled_by"],
        rows_from=item["rows_from"],
        target=item["target"],
        minutes=item["minutes"],
        paper=item["paper"],
        orientation=item["orientation"],
        instruction="\n".join(item["instruction"]),
        example="\n".join(item["example"]),
        guide="\n".join(item["guide"]),
        columns=tuple(
            ColumnDefinition(**{**column, "choices": tuple(column["choices"])}) for column in item["columns"]
        ),
        guide_from=item.get("guide_from", ""),
        summary=item.get("summary", ""),
        feeds=item.get("feeds", ""),
        scale=item.get("scale", ""),
        also_stage=tuple(item.get("also_stage", ())),
        **{name: tuple(item.get(name, ())) for name in ("parts", "items", "criteria")},
        chapters=_chapters() if item.get("items_from") == "book_presets" else {},
    )


def _chapters() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Return the chapters of every set of books as rows of a worksheet."""
    return {
        preset.code: tuple(
            {
                "code": f"{book.code}-{place}",
                "section": book.code,
                "component": f"{book.number} {book.title}",
                "text": f"Bab {place} {chapter}",
            }
            for book in preset.books
            for place, chapter in enumerate(book.chapters, start=1)
        )
        for preset in book_presets()
    }


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _read(*parts: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(shelf(*parts).read_text(encoding="utf-8"))
    return read


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table; its first line is a comment that names the source."""
    with shelf("reference", name).open(encoding="utf-8", newline="") as stream:
        next(stream)
        yield from csv.DictReader(stream)
