"""Checks across the plans of all agencies: the same program claimed by two."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.finding_kinds import kind_of
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.renstra_checks_frame import short
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft
from smartcity_desktop.domain.wording import calm_name

BELOW: Final = frozenset({"kelurahan", "puskesmas", "sekolah", "upt", "rsud", "bagian"})
"""Kinds of units that run the programs of the agency above them."""
UNITS: Final = BELOW | {"kecamatan"}
"""Kinds of units of which a region has many, which all run the same programs."""
_NAMED: Final = 5
"""How many other agencies a finding names."""
_BY_NAME: Final = (
    ("kecamatan", re.compile(r"\b(?:kecamatan|distrik)\b", re.IGNORECASE)),
    ("kelurahan", re.compile(r"\b(?:kelurahan|desa|kampung|nagari|gampong)\b", re.IGNORECASE)),
    ("puskesmas", re.compile(r"\b(?:puskesmas|pusat kesehatan masyarakat)\b", re.IGNORECASE)),
    ("sekolah", re.compile(r"\b(?:sekolah|sdn?|smpn?|sman?|smkn?|tk)\b", re.IGNORECASE)),
    ("upt", re.compile(r"\b(?:uptd?|unit pelaksana teknis)\b", re.IGNORECASE)),
    ("bagian", re.compile(r"^bagian\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class OpdPlan:
    """The plan of one agency as it is compared with others: who, what kind of agency, and its lines."""

    opd: RowId
    name: str
    kind: str = ""
    lines: Sequence[LineDraft] = ()

    @property
    def unit(self) -> str:
        """The kind of unit of which there are many, "" for an agency of its own."""
        found = next((kind for kind, pattern in _BY_NAME if pattern.search(self.name)), "")
        return self.kind if self.kind in UNITS else found


def cross_checks(
    plans: Sequence[OpdPlan], wanted: Collection[RowId] | None = None
) -> dict[RowId, list[Finding]]:
    """Return by agency the programs that others claim too, each with the names of the others.

    Programs are the same by code, by name where one has no code. Support programs are left out, and so are
    those that kecamatan share among themselves, and all of units that run the programs of the agency above
    them (kelurahan, puskesmas, sekolah, UPT …). Places are indexes into the lines of each plan; ``values``
    hold the ids of the others under ``opds``. Only the ``wanted`` agencies are told, or all.
    """
    units = {plan.opd: plan.unit for plan in plans}
    found: dict[RowId, list[Finding]] = {}
    for rows in _claims([plan for plan in plans if units[plan.opd] not in BELOW], _names_of_codes(plans)):
        for plan, index in rows:
            if wanted is not None and plan.opd not in wanted:
                continue
            unit = units[plan.opd]
            others = {
                item.opd: item
                for item, _ in rows
                if item.opd != plan.opd and not (unit and units[item.opd] == unit)
            }
            if others:
                found.setdefault(plan.opd, []).append(_finding(plan, index, others))
    return {opd: sorted(items, key=lambda item: item.line or 0) for opd, items in found.items()}


def _claims(plans: Sequence[OpdPlan], names: Mapping[str, str]) -> Iterator[list[tuple[OpdPlan, int]]]:
    """Yield the lines that are the same program, each with its plan and its place there."""
    claims: dict[str, list[tuple[OpdPlan, int]]] = {}
    for plan in plans:
        for index, line in enumerate(plan.lines):
            if line.level == "program" and not line.support and not plan_code.is_support(line.code):
                key = _key(line, names)
                if key:
                    claims.setdefault(key, []).append((plan, index))
    return (rows for rows in claims.values() if len(rows) > 1)


def _names_of_codes(plans: Sequence[OpdPlan]) -> Mapping[str, str]:
    """Return the codes of names, where a program without a code needs to be found by its name."""
    programs = [line for plan in plans for line in plan.lines if line.level == "program"]
    coded = [line for line in programs if plan_code.fits(line.code, "program")]
    if len(coded) == len(programs):
        return {}
    return {plan_code.plain(line.name): line.code for line in coded}


def _key(line: LineDraft, names: Mapping[str, str]) -> str:
    """Return what two lines of the same program share; a name that some plan gives a code counts as that."""
    if plan_code.fits(line.code, "program"):
        return line.code
    plain = plan_code.plain(line.name)
    return names.get(plain, plain)


def _finding(plan: OpdPlan, index: int, others: Mapping[RowId, OpdPlan]) -> Finding:
    line = plan.lines[index]
    kind = kind_of("claimed-twice")
    names = [item.name for item in others.values()]
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED]) + (f", dan {more} lainnya" if more > 0 else "")
    called = f"{line.code} {short(calm_name(line.name))}".strip()
    return Finding(
        kind.code,
        f'Program "{called}" juga ada dalam Renstra {listed}.',
        index,
        line.origin.sheet,
        line.cells.get("name", ""),
        values={"opds": " ".join(sorted(others))},
        sure=kind.sure,
        advice=kind.advice,
        field="name",
        value=line.name,
    )
