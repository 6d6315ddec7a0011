"""Reads who has earned a certificate of a stage from people, attendance and the numbers given."""

from dataclasses import replace

from smartcity_desktop.domain.attendance import counted_days, stays
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_certificate import (
    USUAL_PATTERN,
    USUAL_SHARE,
    Lesson,
    Roll,
    Rules,
    doubled_numbers,
    lessons_of,
    roll,
)
from smartcity_desktop.domain.workshop import Stage, Workshop
from smartcity_desktop.storage import people as query
from smartcity_desktop.storage import workshop as workshop_query
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.stage_days import days_of


def rules_of(workshop: Workshop) -> Rules:
    """Return the rules that the workshop wrote, the usual ones for what it left empty."""
    share = workshop.certificate_share
    return Rules(
        USUAL_SHARE if share is None else share,
        workshop.certificate_pattern.strip() or USUAL_PATTERN,
        workshop.certificate_hours,
    )


def roll_of(db: Database, stage: Stage | None, workshop: Workshop) -> Roll:
    """Return who has earned a certificate of a stage, in the order of the participants' numbers."""
    rules = rules_of(workshop)
    if stage is None:
        return Roll(rules=rules)
    people = sorted(query.people(db), key=lambda item: (item.number is None, item.number or 0, item.pos))
    marks = query.attendances(db)
    days = counted_days(days_of(db, stage), marks)
    every = query.certificates(db)
    given = [item for item in every if item.stage == stage.id]
    stayed = stays([item.id for item in people], marks, days)
    found = roll(people, stayed, given, {item.id: item.name for item in opds(db)}, rules)
    found = replace(found, doubled=doubled_numbers(every, rules.pattern, stage.id))
    if not workshop.keep_nip:
        return found
    numbers = workshop_query.identities(db, [item.person for item in found.holders])
    return replace(
        found,
        holders=tuple(
            replace(item, nip=numbers[item.person].nip)
            if item.person in numbers and not item.deputy
            else item
            for item in found.holders
        ),
    )


def every_doubled(db: Database, workshop: Workshop) -> tuple[int, ...]:
    """Return the numbers that stand on more than one certificate of any stage."""
    every, pattern = query.certificates(db), rules_of(workshop).pattern
    stages = {item.stage for item in every}
    return tuple(sorted({number for row in stages for number in doubled_numbers(every, pattern, row)}))


def lessons(db: Database, stage: RowId) -> tuple[Lesson, ...]:
    """Return what was taught in a stage, by day and order."""
    return lessons_of(sessions(db, stage))


def hours_of(workshop: Workshop, taught: tuple[Lesson, ...]) -> int:
    """Return the lesson hours on a certificate: those set by hand, else those of all lessons."""
    return workshop.certificate_hours or sum(item.hours for item in taught)
