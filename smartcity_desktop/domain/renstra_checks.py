"""Soft warnings about a plan (domain.md 5.7 D): never a block, each with its place and what to do about it.

The rules stand by theme in ``renstra_checks_money``, ``_target``, ``_code``, ``_shape`` and ``_whole``, those
across plans in ``renstra_checks_across``, their thresholds in ``renstra_checks_limits``, and what the kinds
are called in ``finding_kinds``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain import (
    renstra_checks_code,
    renstra_checks_money,
    renstra_checks_shape,
    renstra_checks_target,
    renstra_checks_whole,
)
from smartcity_desktop.domain.finding_kinds import ORDER
from smartcity_desktop.domain.renstra_checks_frame import Looked, PlanFacts, looked
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft
from smartcity_desktop.domain.renstra_targets import FALLING, falls_by_nature, target_number

__all__ = ["FALLING", "PlanFacts", "checks", "falls_by_nature", "target_number"]
_RULES: Final[tuple[Callable[[Looked], Iterator[Finding]], ...]] = (
    renstra_checks_whole.agency,
    renstra_checks_whole.period,
    renstra_checks_whole.years,
    renstra_checks_shape.goals,
    renstra_checks_shape.homeless,
    renstra_checks_shape.measured,
    renstra_checks_shape.empty_columns,
    renstra_checks_money.without_pagu,
    renstra_checks_money.children,
    renstra_checks_money.frame,
    renstra_checks_money.units,
    renstra_checks_money.levels,
    renstra_checks_code.codes,
    renstra_checks_code.names,
    renstra_checks_code.foreign,
    renstra_checks_code.activities,
    renstra_checks_code.twice,
    renstra_checks_code.parents,
    renstra_checks_target.indicators,
)


def checks(
    lines: Sequence[LineDraft],
    *,
    years: Sequence[str] = (),
    nomenclature: Mapping[str, str] | None = None,
    facts: PlanFacts | None = None,
) -> list[Finding]:
    """Return every soft warning, the weightiest kind first, within a kind in the order of the lines.

    ``years`` in their order; without it the years are taken in the order of their names. What is not told
    in ``facts`` is not checked. Indicators of support programmes are not looked at.
    """
    plan = looked(lines, years, nomenclature, facts or PlanFacts())
    found = [finding for rule in _RULES for finding in rule(plan)]
    return sorted(found, key=_place)


def _place(finding: Finding) -> tuple[int, int, int]:
    line = finding.line if finding.line is not None else -1
    return ORDER[finding.code], line, finding.indicator if finding.indicator is not None else -1
