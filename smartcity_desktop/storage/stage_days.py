"""The days of a stage as they are counted everywhere: on paper, for certificates, in the agenda."""

from smartcity_desktop.domain.agenda import stage_days
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.session import sessions


def days_of(db: Database, stage: Stage) -> tuple[str, ...]:
    """Return the ISO days of a stage: those between its dates, and those that have blocks."""
    own = stage_days(stage.date_start, stage.date_end)
    return tuple(sorted({*own, *(item.date for item in sessions(db, stage.id) if item.date)}))
