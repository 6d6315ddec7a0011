"""What a workshop knows around a plan: agencies, years, the RPJMD, and what other plans hold. Pure.

The same ground serves plans that are stored and readings that nobody has taken yet, so that both are told
the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding_kinds import ORDER
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_checks import PlanFacts, checks
from smartcity_desktop.domain.renstra_checks_across import OpdPlan, cross_checks
from smartcity_desktop.domain.renstra_draft import Draft, Finding


@dataclass(frozen=True, slots=True)
class Nomenclature:
    """The nomenclature as the checks ask it: names of codes, and the editions they are in."""

    names: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known around the plans of a workshop.

    ``year`` is that of the workshop, ``master`` the first and last year of its master plan, ``frame`` what
    the RPJMD gives to the programs of one agency alone (rupiah by agency, code and year), ``plans`` the
    programs of every plan that stands.
    """

    opds: Mapping[RowId, Opd] = field(default_factory=dict)
    year: int | None = None
    master: tuple[int, int] | None = None
    frame: Mapping[RowId, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    plans: tuple[OpdPlan, ...] = ()

    def facts(self, agency: Opd, document: Document, known: Nomenclature) -> PlanFacts:
        """Return what is known around the plan of an agency; ``document`` is what its file says of itself."""
        return PlanFacts(
            opd=agency.name,
            bidang=agency.bidang,
            file_opd=document.file_opd,
            form=document.format,
            start=document.period_start,
            end=document.period_end,
            year=self.year,
            master=self.master,
            editions=known.editions,
            frame=self.frame.get(agency.id, {}),
        )


def found_in_draft(draft: Draft, agency: Opd, ground: Ground, known: Nomenclature) -> list[Finding]:
    """Return what the checks find in a reading if it becomes the plan of this agency.

    An agency that is not on the list yet has no row; nothing is said of a plan of its own that it replaces.
    """
    # Years that a file does not say are proposed: whether they are over is seen before they are confirmed.
    proposed = sorted(draft.proposed_years.values())
    first, last = (proposed[0], proposed[-1]) if proposed else (None, None)
    document = Document(
        opd=agency.id,
        format=draft.format,
        period_start=draft.period_start or first,
        period_end=draft.period_end or last,
        file_opd=draft.opd_name,
    )
    found = checks(
        draft.lines,
        years=draft.years,
        nomenclature=known.names,
        facts=ground.facts(agency, document, known),
    )
    others = [item for item in ground.plans if item.opd != agency.id]
    own = OpdPlan(agency.id, agency.name, agency.kind, draft.lines)
    claims = cross_checks([*others, own], {agency.id}).get(agency.id, [])
    return sorted([*found, *claims], key=lambda item: ORDER[item.code])
