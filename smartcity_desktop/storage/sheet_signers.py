"""Who signs a filled sheet that those at its table do not: an assessor, or the head of an agency."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.dossier import leader
from smartcity_desktop.domain.exercise import Assessor
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import FILLED
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, BY_OPD
from smartcity_desktop.storage.exercise import assessors
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.print_opening import bare_region
from smartcity_desktop.storage.workshop import identities

_PROMISE: Final = "promise"
_WITNESS: Final = "Mengetahui"


def sheet_signers(work: Gathering, grid: Grid) -> tuple[Signer, ...]:
    """Return who signs a sheet when it is filled; nobody where chair, scribe and mentor do.

    Scores are signed by their assessor; promises by the head of the agency, or by whom the sheet names,
    before a witness of the region (domain.md 7, 9.2).
    """
    if grid.party.kind == BY_ASSESSOR:
        return (_assessor(work, grid),)
    if grid.worksheet.target == _PROMISE and grid.party.kind == BY_OPD:
        head = _head(work, grid)
        return (_witness(work, head), head)
    return ()


def _assessor(work: Gathering, grid: Grid) -> Signer:
    known = assessors(work.db, grid.worksheet.id)
    found = next((item for item in known if item.id == grid.party.id), Assessor())
    return Signer("Penilai", position=found.position, name=found.name)


def _head(work: Gathering, grid: Grid) -> Signer:
    """Return who signs for an agency, with rank and NIP where that is one of the participants."""
    agency = next((item for item in work.opds if item.id == grid.party.id), None)
    usual = leader(agency) if agency else Signer(position=f"Kepala {grid.party.name}".strip())
    named = grid.sheet.signed_by.strip()
    signer = (
        replace(usual, name=named, position=grid.sheet.signed_position or usual.position) if named else usual
    )
    person = _person(work, grid, signer.name)
    numbers = identities(work.db, [person.id]) if person.id and work.workshop.keep_nip else {}
    nip = numbers[person.id].nip if person.id in numbers else ""
    return replace(signer, rank=person.rank, nip=nip)


def _person(work: Gathering, grid: Grid, name: str) -> Person:
    wanted = " ".join(name.split()).casefold()
    own = [item for item in people(work.db) if item.opd == grid.party.id] if wanted else []
    found = [item for item in own if " ".join(item.name.split()).casefold() == wanted]
    return found[0] if len(found) == 1 else Person(id=NO_ROW)


def _witness(work: Gathering, head: Signer) -> Signer:
    """Return who stands for the region: the first who signs its papers, else the head of the region.

    Nobody bears witness to what he signs himself.
    """
    named = [item for item in work.signers(FILLED) if not head.name or item.name != head.name]
    if named:
        return replace(named[0], heading=named[0].heading or _WITNESS)
    return Signer(_WITNESS, position=f"{work.words.head} {bare_region(work)}".strip())
