"""Which stage, days and division a print is about that says nothing of them."""

from collections.abc import Sequence

from smartcity_desktop.domain.group import Grouping
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import stage_days
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.session import running, session, sessions


def meant_stage(work: Gathering, ask: PrintAsk) -> Stage | None:
    """Return the stage that is asked for, or that of the session, division or day that is.

    Otherwise that of the running session, else the one of today, else the next, else the last one.
    """
    if ask.stage:
        return work.stage(row=ask.stage)
    held = session(work.db, ask.session) if ask.session else None
    division = next((item for item in groupings(work.db) if ask.grouping and item.id == ask.grouping), None)
    known = held or division
    if known is not None and known.stage:
        return work.stage(row=known.stage)
    if ask.day:
        return _near(work.stages, ask.day)
    now = running(work.db)
    begun = work.stage(row=now.stage) if now else None
    return begun or _near(work.stages, work.store.now().date().isoformat())


def held_stage(work: Gathering, ask: PrintAsk) -> Stage | None:
    """Return the stage that a paper looks back on: as ``meant_stage``, but the last one held before the next.

    Between two stages the papers of an evening are about what was held, not about what is planned.
    """
    today = work.store.now().date().isoformat()
    named = ask.stage or ask.session or ask.grouping or ask.day
    if named or running(work.db) or any(today in days_of(work, item) for item in work.stages):
        return meant_stage(work, ask)
    begun = [item for item in sessions(work.db) if item.started_at and item.stage]
    last = max(begun, key=lambda item: item.started_at, default=None)
    return (work.stage(row=last.stage) if last else None) or meant_stage(work, ask)


def _near(stages: Sequence[Stage], day: str) -> Stage | None:
    """Return the stage that meets on an ISO day, else the next, else the last; undated the first."""
    dated = sorted((item for item in stages if item.date_start), key=lambda item: item.date_start)
    ahead = (item for item in dated if (item.date_end or item.date_start) >= day)
    return next(ahead, dated[-1] if dated else next(iter(stages), None))


def days_of(work: Gathering, stage: Stage | None) -> tuple[str, ...]:
    """Return the ISO days of a stage: those between its dates, and those that have blocks."""
    return stage_days.days_of(work.db, stage) if stage else ()


def meant_days(work: Gathering, ask: PrintAsk, stage: Stage | None) -> tuple[str, ...]:
    """Return the day that is asked for, or all days of the stage."""
    return (ask.day,) if ask.day else days_of(work, stage)


def meant_day(work: Gathering, ask: PrintAsk, stage: Stage | None) -> str:
    """Return the one day a print is about: the asked one, that of the session, today, the last one held.

    Where nothing of the stage has begun it is the first day.
    """
    held = session(work.db, ask.session) if ask.session else None
    if ask.day or (held and held.date):
        return ask.day or (held.date if held else "")
    days = days_of(work, stage)
    today = work.store.now().date().isoformat()
    begun = (item.date for item in blocks_of(work, stage) if item.started_at and item.date in days)
    return today if today in days else max(begun, default=next(iter(days), ""))


def blocks_of(work: Gathering, stage: Stage | None) -> list[Session]:
    """Return the blocks of a stage by day, without those that were left out."""
    return [item for item in sessions(work.db, stage.id) if not item.skipped] if stage else []


def meant_grouping(work: Gathering, ask: PrintAsk, stage: Stage | None) -> Grouping | None:
    """Return the division that is asked for or that the session uses; the last one of the stage otherwise."""
    known = groupings(work.db)
    held = session(work.db, ask.session) if ask.session else None
    wanted = ask.grouping or (held.grouping if held else "")
    named = next((item for item in known if wanted and item.id == wanted), None)
    own = [item for item in known if stage and item.stage == stage.id]
    return named or (own[-1] if own else None)
