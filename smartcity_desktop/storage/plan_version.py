"""Queries: the versions of a plan, and which of its lines somebody has worked on."""

from dataclasses import dataclass, replace

from smartcity_desktop.domain.analysis import Line, as_drafts
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_change import says_same
from smartcity_desktop.domain.plan_content import KIND, PlanVersion, packed, unpacked
from smartcity_desktop.domain.plan_strategy import GOALS
from smartcity_desktop.domain.renstra_draft import Draft, Origin, RecordDraft
from smartcity_desktop.storage import attachment, renstra
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, one, parts
from smartcity_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row beside the programs stands in the file."""

    id: RowId = NO_ROW
    source_sheet: str = ""
    source_row: int | None = None
    source_page: int | None = None


@dataclass(frozen=True, slots=True)
class _OnLine:
    """What hangs on a line."""

    line: RowId = NO_ROW


def versions(db: Database, document: RowId) -> list[PlanVersion]:
    """Return the versions of one plan, the first one first; each has a number of its own.

    Two laptops may have given the same number to what each of them read.
    """
    found = fetch(db, PlanVersion, "plan_version", "document = :document", {"document": document})
    found.sort(key=lambda item: (item.number, item.read_at, item.id))
    return [replace(item, number=number) for number, item in enumerate(found, start=1)]


def draft_of(db: Database, version: PlanVersion) -> Draft | None:
    """Return what a version holds, None where its content is not in this file (any more)."""
    kept = attachment.get(db, version.content)
    return unpacked(kept.content) if kept else None


def standing_draft(db: Database, document: Document) -> Draft:
    """Return a stored plan in the shape that is read from a file, with originals and confidence."""
    lines = renstra.lines(db, document.id)
    drafts = as_drafts(lines, renstra.indicators(db, [line.id for line in lines]))
    rows = [line.id for line in lines]
    written, sure = (parts(db, "renstra_line", name, rows) for name in ("written", "sure"))
    whole = tuple(
        replace(
            item,
            written={key: str(value) for key, value in written.get(row, {}).items()},
            sure={key: value for key, value in sure.get(row, {}).items() if isinstance(value, int)},
        )
        for item, row in zip(drafts, rows, strict=True)
    )
    return Draft(
        format=document.format,
        opd_name=document.file_opd,
        period_start=document.period_start,
        period_end=document.period_end,
        base_year=document.base_year,
        years=document.years,
        lines=whole,
        multiplier=document.multiplier or 1,
        source_name=document.source_name,
        source_sha256=document.source_sha256,
        sheet=document.source_sheet,
        records=tuple(item for _, item in records(db, document.id)),
    )


def records(db: Database, document: RowId) -> list[tuple[RowId, RecordDraft]]:
    """Return the rows of the tables beside the programs (T-C.23, T-C.24, T-C.28) with their ids."""
    found = fetch(db, _Place, "plan_record", "document = :document", {"document": document})
    plain = fetch(db, RecordDraft, "plan_record", "document = :document", {"document": document})
    rows = [item.id for item in found]
    target, realised, ratio = (
        parts(db, "plan_record", name, rows) for name in ("target", "realised", "ratio")
    )
    return [
        (
            line.id,
            replace(
                item,
                target={key: str(value) for key, value in target.get(line.id, {}).items()},
                realised={key: str(value) for key, value in realised.get(line.id, {}).items()},
                ratio={key: str(value) for key, value in ratio.get(line.id, {}).items()},
                origin=Origin(line.source_sheet, line.source_row or 0, line.source_page or 0),
            ),
        )
        for line, item in zip(found, plain, strict=True)
    ]


def renamed_goal(db: Database, row: RowId, name: str) -> list[Edit]:
    """Return what lets strategies stand under a goal by its new name; nothing for any other line."""
    line = one(db, Line, "renstra_line", "id = :id", {"id": row})
    if line is None or line.level not in GOALS:
        return []
    return [
        Set("plan_record", record, "goal", name)
        for record, item in records(db, line.document)
        if item.goal and item.goal == line.name
    ]


def worked(db: Database, lines: list[Line]) -> frozenset[int]:
    """Return the places of the lines on which somebody has made an analysis, or a second reading."""
    known = {*analyses(db), *(item.line for item in fetch(db, _OnLine, "second_tag"))}
    return frozenset(place for place, line in enumerate(lines) if line.id in known)


def stands(db: Database, document: Document, version: PlanVersion) -> bool:
    """Tell whether the plan still says what a version holds."""
    held = draft_of(db, version)
    lines = renstra.lines(db, document.id)
    drafts = as_drafts(lines, renstra.indicators(db, [line.id for line in lines]))
    return held is not None and says_same(held.lines, drafts)


def kept(store: Store, document: RowId, number: int, title: str, draft: Draft, *, read_at: str) -> Birth:
    """Keep the lines of a plan beside the journal; return the row that stands for them as a version."""
    values: dict[str, Value] = {
        "pos": store.positions("plan_version", 1)[0],
        "document": document,
        "number": number,
        "title": title,
        "read_at": read_at,
        "source_name": draft.source_name,
        "content": attachment.put(store.db, packed(draft), KIND),
        "lines": len(draft.lines),
    }
    return Birth("plan_version", store.ids.new(), values)
