"""From the words of a command to the stage and the day that a print is about."""

from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.wording import day_of, stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import days_of, meant_stage


def ask_of(work: Gathering, stage: str, day: str) -> PrintAsk:
    """Return what is asked by a stage (``II`` or ``2``) and a day (``2`` or ``2026-08-05``), both optional.

    Raises UserFault ``print-no-day`` where the workshop has no such stage or day.
    """
    if not stage and not day:
        return PrintAsk()
    found = _stage(work, stage) if stage else _stage_with(work, day)
    if not day:
        return PrintAsk(stage=found.id)
    days = days_of(work, found)
    if day_of(day) and day in days:
        return PrintAsk(stage=found.id, day=day)
    place = int(day) if day.isdecimal() else 0
    if not 1 <= place <= len(days):
        known = ", ".join(f"{number} ({one})" for number, one in enumerate(days, start=1))
        raise UserFault("print-no-day", value=day, known=known or "belum ada")
    return PrintAsk(stage=found.id, day=days[place - 1])


def _stage(work: Gathering, words: str) -> Stage:
    wanted = words.strip().upper()
    for item in work.stages:
        if wanted in {str(item.number), stage_name(item.number or 0)}:
            return item
    known = ", ".join(stage_name(item.number or 0) for item in work.stages)
    raise UserFault("print-no-day", value=words, known=known or "belum ada")


def _stage_with(work: Gathering, day: str) -> Stage:
    """Return the stage that meets on an ISO day, else the one that prints are about by themselves."""
    held = next((item for item in work.stages if day in days_of(work, item)), None)
    found = held or meant_stage(work, PrintAsk())
    if found is None:
        raise UserFault("print-no-day", value=day, known="belum ada")
    return found
