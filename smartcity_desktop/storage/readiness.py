"""Queries: how ready the region is, by every worksheet that asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.readiness import Answer, Question, ReadinessRecap, Reading, stand
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import BY_OPD, BY_PART, Sheet, Worksheet
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.exercise import sheet_items, worksheet_parts
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import workshop

TARGET: Final = "readiness"
_OF_SHEETS: Final = "sheet IN (SELECT id FROM sheet WHERE worksheet = :worksheet)"


def recap(db: Database) -> ReadinessRecap:
    """Return all worksheets of readiness beside each other, those by part first."""
    asking = [item for item in worksheets(db) if item.target == TARGET]
    known = [item for item in asking if not item.retired] or asking
    known.sort(key=lambda item: item.filled_by != BY_PART)
    names = {
        part.code: part.name for item in known for part in worksheet_parts(db, item.id) if not part.retired
    }
    return ReadinessRecap(tuple(_reading(db, item, names) for item in known), names)


def _reading(db: Database, worksheet: Worksheet, names: Mapping[str, str]) -> Reading:
    say = words_of(workshop(db)).say
    # What nobody is asked any more is not missing: the items of a part that is no longer used.
    unasked = {item.code for item in worksheet_parts(db, worksheet.id) if item.retired}
    unasked = unasked if worksheet.filled_by == BY_PART else set()
    questions = tuple(
        Question(item.id, item.code, item.section, say(item.component), say(item.text))
        for item in sheet_items(db, worksheet.id)
        if not item.retired and item.section not in unasked
    )
    asked = {item.id: item for item in questions}
    # What was merged for a dimension would count the agencies it came from twice.
    own = {
        item.id: item
        for item in sheets(db, worksheet.id)
        if worksheet.filled_by != BY_OPD or not item.dimension
    }
    answers = [item for item in _answers(db, worksheet.id) if item.sheet in own and item.item in asked]
    scored = {item.sheet for item in answers if item.score is not None}
    whose = parties(db, worksheet)
    is_shared = worksheet.filled_by != BY_PART
    return Reading(
        worksheet=worksheet.id,
        code=worksheet.code,
        title=say(worksheet.title),
        questions=questions,
        answers=tuple(answers),
        found=stand(questions, answers, names, len(scored) if is_shared and scored else 1),
        sheets=_named(answers, own, {item.id: item.called for item in whose}),
        asked=sum(1 for item in whose if not item.retired),
        is_shared=is_shared,
    )


def _answers(db: Database, worksheet: RowId) -> list[Answer]:
    found = fetch(db, Answer, TARGET, _OF_SHEETS, {"worksheet": worksheet})
    sources = parts(db, TARGET, BY_OPD, [item.id for item in found])
    return [replace(item, opds=tuple(RowId(row) for row in sources.get(item.id, {}))) for item in found]


def _named(
    answers: Sequence[Answer], own: Mapping[RowId, Sheet], names: Mapping[RowId, str]
) -> dict[RowId, str]:
    """Return whose sheets say anything; one that is gone from the list is called by its number."""
    said = dict.fromkeys(item.sheet for item in answers)
    return {row: names.get(own[row].party, "") or own[row].number for row in said if row != NO_ROW}
