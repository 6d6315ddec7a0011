"""Queries: who signs a paper, and who could: the head of the region, heads of agencies, experts."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.dossier import leader
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.reference import NOT_REQUIRED
from smartcity_desktop.domain.signature import (
    AGENCY,
    EXPERT,
    HEAD,
    Signature,
    SignatureBoard,
    ordered,
)
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import signers, workshop

ENTITY: Final = "signature"
_EXPERTS: Final = frozenset({"tenaga ahli"})


def signatures(db: Database, paper: str) -> tuple[Signature, ...]:
    """Return who signs a paper, in the order of its list."""
    return ordered(fetch(db, Signature, ENTITY, "paper = :paper", {"paper": paper}))


def board(store: Store, paper: str) -> SignatureBoard:
    """Return the list of a paper, with how many belong on it and are not there."""
    rows = signatures(store.db, paper)
    known = {item.id for item in rows}
    return SignatureBoard(
        rows,
        tuple((item.id, item.called) for item in opds(store.db)),
        sum(1 for item in usual(store, paper) if item.id not in known),
        store.now().date().isoformat(),
    )


def usual(store: Store, paper: str) -> tuple[Signature, ...]:
    """Return who usually signs: the head of the region, heads of agencies, experts among the participants.

    Villages, divisions of the secretariat and outside bodies are left out. Ids are derived, so that two
    laptops make one list; what was removed from it comes back by the same id.
    """
    db = store.db
    shop = workshop(db)
    office = words_of(shop).head
    region = shop.region_name
    for kind in ("Kabupaten ", "Kota ", "Provinsi "):
        region = region.removeprefix(kind)
    elected = [item for item in signers(db) if item.position.strip().casefold().startswith(office.casefold())]
    name = elected[0].name.strip() if elected else ""
    first = Signature(paper=paper, name=name, position=f"{office} {region}".strip(), heading=HEAD)
    found = [replace(first, id=store.key(ENTITY, paper, HEAD))]
    for agency in opds(db):
        if agency.kind in NOT_REQUIRED:
            continue
        one = leader(agency)
        row = store.key(ENTITY, paper, agency.id)
        found.append(
            Signature(
                row,
                paper=paper,
                opd=agency.id,
                name=one.name.strip(),
                position=one.position,
                heading=AGENCY,
            )
        )
    for person in people(db):
        if person.body.strip().casefold() in _EXPERTS and person.name.strip():
            row = store.key(ENTITY, paper, person.id)
            position = person.position.strip() or "Tenaga ahli"
            found.append(
                Signature(row, paper=paper, name=person.name.strip(), position=position, heading=EXPERT)
            )
    return tuple(found)


def signature(db: Database, row: RowId) -> Signature | None:
    """Return one who signs, None where the row is gone."""
    return next(iter(fetch(db, Signature, ENTITY, "id = :id", {"id": row})), None)
