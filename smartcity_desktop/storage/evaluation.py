"""Queries: the own estimate of a year, item by item, with the year before and what the data know."""

from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.evaluation import (
    GROUP_WORDS,
    REGULAR,
    Answer,
    EvaluationBoard,
    EvaluationLine,
)
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.register import KIND_WORDS, numbered
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.evaluation_fact import Facts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch, one
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

EVALUATION: Final = "evaluation"
SCORE: Final = "evaluation_score"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One year that somebody began to estimate."""

    id: RowId = NO_ROW
    year: int | None = None
    group: str = ""
    note: str = ""


def evaluations(db: Database) -> list[Evaluation]:
    """Return the years that somebody began to estimate, the latest first."""
    found = [item for item in fetch(db, Evaluation, EVALUATION, order="id") if item.year]
    return sorted(found, key=lambda item: -(item.year or 0))


def answers(db: Database, evaluation: RowId) -> dict[str, Answer]:
    """Return what was answered in one year, by item."""
    found = fetch(db, Answer, SCORE, "evaluation = :row", {"row": evaluation}, order="id")
    return {item.item: item for item in found}


def place(db: Database, row: RowId) -> tuple[int, str] | None:
    """Return the year and the item of an answer, None where there is no such row."""
    answer = one(db, Answer, SCORE, "id = :id", {"id": row})
    home = next((item for item in evaluations(db) if answer and item.id == answer.evaluation), None)
    return (home.year or 0, answer.item) if answer and home else None


def board(store: Store, year: int) -> EvaluationBoard:
    """Return the estimate of a year whole; a year that nobody began has the group of the last one."""
    db = store.db
    known = evaluations(db)
    say = words_of(workshop(db)).say
    own = next((item for item in known if item.year == year), Evaluation(year=year))
    before = next((item for item in known if item.year and item.year < year), Evaluation())
    group = next(
        (one.group for one in (own, before, *known[:1]) if one.group in GROUP_WORDS),
        REGULAR,
    )
    given = answers(db, own.id) if own.id else {}
    earlier = answers(db, before.id) if before.id else {}
    agencies = [(item.id, item.called) for item in opds(db)]
    papers = [(item.id, document_words(item, dict(agencies))) for item in documents(db)]
    facts = Facts(store, year)
    return EvaluationBoard(
        year=year,
        group=group,
        row=own.id,
        note=own.note,
        lines=tuple(
            EvaluationLine(
                replace(item, text=say(item.text)),
                answer := given.get(item.code, Answer(item=item.code)),
                earlier[item.code].value if item.code in earlier else None,
                facts.known(item.fact),
                dict(agencies).get(answer.opd, ""),
                dict(papers).get(answer.document, ""),
                earlier[item.code].evidence.strip() if item.code in earlier else "",
            )
            for item in reference.evaluation_items()
        ),
        before_group=before.group if before.group in GROUP_WORDS else "",
        before_year=before.year,
        programs=facts.programs(year),
        quickwins=facts.quickwins(year),
        opds=tuple(agencies),
        documents=tuple(papers),
    )


def latest(store: Store) -> EvaluationBoard | None:
    """Return the last year of which anything was estimated, None where nothing ever was."""
    boards = (board(store, item.year) for item in evaluations(store.db) if item.year)
    return next((found for found in boards if found.index is not None), None)


def document_words(item: Document, agencies: dict[RowId, str]) -> str:
    """Return a document as it is named in a list: ``Perkada Nomor 3 Tahun 2025 Masterplan Smart City``."""
    kind = KIND_WORDS.get(item.kind, item.kind)
    owner = agencies.get(item.opd, "")
    title = " ".join(item.title.split())
    told = "" if title.casefold().startswith(kind.casefold()) else kind
    return " ".join(part for part in (told, numbered(item), title, owner) if part)
