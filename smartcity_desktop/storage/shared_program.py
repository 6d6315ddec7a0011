"""Queries: shared programs, and what may be shared, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.domain.shared_partner import Parting, parting
from smartcity_desktop.domain.shared_program import (
    PARTNER,
    SUPPORT,
    SUREST,
    TWIN,
    UNIT,
    PartnerProposals,
    SharedBoard,
    SharedProgram,
    open_proposals,
    support_proposals,
    twin_proposals,
    unit_proposals,
)
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.opd_names import opd_names
from smartcity_desktop.storage.plan_program import initiatives, programs
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.verdict import verdicts
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.suggest_match import PlanLine

ENTITY = "shared_program"
KINDS = frozenset({TWIN, SUPPORT, PARTNER, UNIT})
REFUSED = "tolak"
_OUTSIDER = "luar"


def shared_programs(db: Database) -> list[SharedProgram]:
    """Return the shared programs in order, each with its lines, agencies and programs smart city.

    A program smart city that went into another one is told by that.
    """
    found = fetch(db, SharedProgram, ENTITY)
    rows = [item.id for item in found]
    away = heirs(db, INITIATIVE)
    lines, extra, own = (parts(db, ENTITY, name, rows) for name in ("line", "opd", "initiative"))
    return [
        replace(
            item,
            lines=tuple(RowId(row) for row in lines.get(item.id, {})),
            opds=tuple(RowId(row) for row in extra.get(item.id, {})),
            initiatives=tuple(
                dict.fromkeys(away.get(RowId(row), RowId(row)) for row in own.get(item.id, {}))
            ),
        )
        for item in found
    ]


class Twins:
    """The likely twins among programs; sought again only where a program, a name or an indicator changed."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lines: Sequence[PlanLine] = ()
        self._pairs: list[tuple[RowId, RowId, str, float]] = []

    def of(
        self, lines: Sequence[PlanProgram], kinds: Mapping[RowId, str]
    ) -> list[tuple[RowId, RowId, str, float]]:
        """Return pairs with reason and score, the surest first; ``kinds`` are those of the agencies."""
        # Loaded with the first proposals: prints and slides do without.
        from smartcity_desktop.domain.suggest_match import PlanLine, twins

        wanted = [
            PlanLine(
                item.id,
                item.opd,
                item.name,
                item.code,
                kinds.get(item.opd, ""),
                item.support,
                item.indicators,
            )
            for item in lines
        ]
        if wanted != self._lines:
            self._lines = wanted
            self._pairs = [
                (item.one, item.other, _sentence(item.reason), item.score) for item in twins(wanted, SUREST)
            ]
        return self._pairs


def parted_by(db: Database) -> Parting:
    """Return what tells agencies of the workshop from others in a text of partners."""

    def is_field(text: str) -> bool:
        return bool(reference.propose_opd(f"Dinas {text}").bidang)

    own = {item.id: item for item in opds(db) if item.kind != _OUTSIDER}
    return parting(opd_names(db), own, workshop(db).region_name, is_field)


def board(db: Database, twins: Twins | None = None) -> SharedBoard:
    """Return what is shared, and with ``twins`` what may be, which is the costly part."""
    known = opds(db)
    lines = programs(db, whole=True)
    own = initiatives(db)
    place = {item.id: number for number, item in enumerate(lines)}
    items = [
        replace(item, lines=tuple(sorted(item.lines, key=lambda row: place.get(row, len(place)))))
        for item in shared_programs(db)
    ]
    event = workshop(db)
    part = parted_by(db)
    found = SharedBoard(
        tuple(items),
        programs={item.id: item for item in lines},
        initiatives={item.id: item for item in own},
        names={item.id: item.called for item in known},
        outsiders=frozenset(item.id for item in known if item.kind == _OUTSIDER),
        partners={item.partners: part(item.partners) for item in items if item.partners.strip()},
    )
    if twins is None:
        return found
    said = verdicts(db, KINDS)
    proposals = [
        *twin_proposals(twins.of(lines, {item.id: item.kind for item in known}), found.programs),
        *support_proposals(own, found.names, found.outsiders, words_of(event).say),
        *PartnerProposals(
            found.names, found.outsiders, part, words_of(event).say, partial(label, "element")
        ).of(own, lines),
        *unit_proposals(lines),
    ]
    taken = [(item.subject, item.kind, item.value) for item in said]
    return replace(
        found,
        proposals=open_proposals(proposals, items, taken),
        refused=sum(1 for item in said if item.state == REFUSED),
    )


def _sentence(text: str) -> str:
    told = text.strip().rstrip(".")
    return f"{told[:1].upper()}{told[1:]}." if told else ""
