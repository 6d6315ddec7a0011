"""The drafts of the regulation and of the two decrees, gathered: only what stands in the file is stated."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain import rule_decree, rule_draft
from smartcity_desktop.domain.dimension import offered
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.entity import FUNDS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import FUND_WORDS
from smartcity_desktop.domain.paper_rule import BLANK, COUNCIL, REGULATION, RULE_KINDS, TEAM, RulePaper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.quickwin import Candidate
from smartcity_desktop.domain.rule_facts import RuleFacts, RuleMember, RuleProgram
from smartcity_desktop.domain.wording import calm_name, label
from smartcity_desktop.storage.book import books
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.heir import merged_away
from smartcity_desktop.storage.initiative_facts import facts
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.print_opening import bare_region
from smartcity_desktop.storage.reference import book_presets
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.vision import texts_board
from smartcity_desktop.storage.workshop import basis

_CANDIDATE: Final = "candidate"
_CHOSEN: Final = "terpilih"
_COUNCIL, _TEAM = "Dewan", "Tim Pelaksana"
_NO_LAW: Final = frozenset({"draf", "dicabut"})
_REGIONAL: Final[Mapping[str, str]] = {
    "rpjpd": "Rencana Pembangunan Jangka Panjang Daerah",
    "rpjmd": "Rencana Pembangunan Jangka Menengah Daerah",
    "rtrw": "Rencana Tata Ruang Wilayah",
}
_TITLES: Final[Mapping[str, str]] = {item[0]: item[1] for item in RULE_KINDS}


def _draft(work: Gathering, _ask: PrintAsk, *, kind: str, make: Callable[[RuleFacts], RulePaper]) -> PrintJob:
    rule = (
        label("region_head", work.workshop.region_kind) if work.workshop.region_kind else "Bupati/Wali Kota"
    )
    name = _TITLES[kind].replace("Perbup/Perwal", f"Peraturan {rule}")
    return PrintJob(kind, name, work.frame(None, ""), picture=make(facts_of(work)))


def facts_of(work: Gathering) -> RuleFacts:
    """Return what a legal text may state about this workshop."""
    shop, board = work.workshop, texts_board(work.store)
    office = label("region_head", shop.region_kind) if shop.region_kind else ""
    names = {item.id: item.name for item in work.opds}
    programs, funds = _programs(work, names)
    return RuleFacts(
        region=shop.region_name,
        office=office,
        rule_of=f"{office} {bare_region(work)}".strip(),
        government=calm_name(shop.kop_government),
        city=shop.city,
        period=_years(shop.period_start, shop.period_end),
        agency=calm_name(shop.kop_agency or shop.agency),
        mou=shop.mou,
        stages=len(work.stages),
        basis=tuple(item.text for item in basis(work.db)),
        plan=_plan(documents(work.db), shop.region_name),
        regional=tuple(_regional(documents(work.db), shop.region_name)),
        vision=board.visions[-1].texts[0].text if board.visions and board.visions[-1].texts else "",
        missions=tuple(item.text for item in board.mission_sets[-1].texts) if board.mission_sets else (),
        dimensions=_dimensions(work),
        books=_books(work),
        programs=programs,
        quick_wins=_quick_wins(work, names),
        funds=funds,
        council=_members(work, _COUNCIL),
        team=_members(work, _TEAM),
        words=work.words,
    )


def _years(first: int | None, last: int | None) -> str:
    found = [str(year) for year in (first, last) if year]
    return "–".join(dict.fromkeys(found))


def _programs(work: Gathering, names: Mapping[RowId, str]) -> tuple[tuple[RuleProgram, ...], tuple[str, ...]]:
    """Return the programs smart city by dimension, and the sources of money that they name."""
    order = {item.id: (place, item.name) for place, item in enumerate(dimensions(work.db))}
    last = (len(order), "")
    found = facts(work.db)
    found.sort(key=lambda item: order.get(item.dimension, last)[0])
    used = {key for item in found for key in item.fund}
    told = tuple(
        RuleProgram(
            " ".join(item.name.split()),
            order.get(item.dimension, last)[1],
            names.get(item.opd, ""),
            _years(item.year_start, item.year_end),
        )
        for item in found
    )
    return told, tuple(FUND_WORDS[key] for key in FUNDS if key in used and key != FUNDS[-1])


def _quick_wins(work: Gathering, names: Mapping[RowId, str]) -> tuple[tuple[str, str], ...]:
    gone = merged_away(work.db, _CANDIDATE)
    chosen = fetch(work.db, Candidate, _CANDIDATE, "decision = :decision", {"decision": _CHOSEN})
    kept = [item for item in chosen if not item.withdrawn and item.id not in gone and item.name.strip()]
    return tuple((" ".join(item.name.split()), names.get(item.opd, "")) for item in kept)


def _dimensions(work: Gathering) -> tuple[tuple[str, tuple[str, ...]], ...]:
    below = offered(subdimensions(work.db))
    return tuple(
        (item.name, tuple(sub.name for sub in below if sub.dimension == item.id))
        for item in offered(dimensions(work.db))
    )


def _books(work: Gathering) -> tuple[str, ...]:
    """Return the books as they are called; where none were made, those of the chosen set."""
    found = [item.called for item in books(work.db)]
    if found or not work.workshop.book_preset:
        return tuple(found)
    chosen = next((item for item in book_presets() if item.code == work.workshop.book_preset), None)
    return tuple(f"{item.number} {item.title}".strip() for item in chosen.books) if chosen else ()


def _members(work: Gathering, body: str) -> tuple[RuleMember, ...]:
    names = {item.id: item.name for item in work.opds}
    return tuple(
        RuleMember(item.name, item.position, names.get(item.opd, "") or item.institution)
        for item in people(work.db)
        if item.body == body
    )


def _plan(found: Iterable[Document], region: str) -> str:
    """Return the regulation of the RPJMD, with the places that the register does not tell left open."""
    plan = next((item for item in found if item.kind == "rpjmd" and item.status != "dicabut"), Document())
    return _law(plan, region, _REGIONAL["rpjmd"])


def _regional(found: Iterable[Document], region: str) -> Iterable[str]:
    """Yield the other regulations of the region that the register numbers."""
    for item in found:
        if item.status in _NO_LAW or not item.number:
            continue
        if item.kind in _REGIONAL and item.kind != "rpjmd":
            yield _law(item, region, _REGIONAL[item.kind])
        elif item.kind == "perda":
            yield _law(item, region, item.title.rpartition(" tentang ")[2] or BLANK, dated=False)


def _law(item: Document, region: str, about: str, *, dated: bool = True) -> str:
    years = f" {region} Tahun {_years(item.period_start, item.period_end) or BLANK}" if dated else ""
    numbered = f"Nomor {item.number or BLANK} Tahun {item.year or BLANK}"
    return f"Peraturan Daerah {region} {numbered} tentang {about}{years}"


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    REGULATION: partial(_draft, kind=REGULATION, make=rule_draft.regulation),
    COUNCIL: partial(_draft, kind=COUNCIL, make=rule_decree.council),
    TEAM: partial(_draft, kind=TEAM, make=rule_decree.team),
}
