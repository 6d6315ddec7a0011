"""Queries: keywords, proposals with their votes, the vision and missions worked on, and their versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.vision import (
    KIND_WORDS,
    MISSION,
    VISION,
    Adoption,
    Board,
    Idea,
    Proposal,
    Text,
    keywords,
    with_uses,
)
from smartcity_desktop.domain.vote import Tally, tally
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import Worksheet, choice_lines
from smartcity_desktop.storage import vote as vote_query
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.origin import links, wholes
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets
from smartcity_desktop.storage.workshop import stages

IDEA: Final = "idea"
STATEMENT: Final = "statement"
ADOPTION: Final = "adoption"
TEXT: Final = "adopted_text"
_WHO: Final = "SELECT row, who FROM op WHERE ent = 'adoption' AND field = '*' ORDER BY tick, writer, seq"
MANY: Final = {"points": "point", "dimensions": "dimension", "origin": "origin"}
"""Fields of a text that hold several rows, and what they are called in the journal."""


def vision_key(store: Store) -> RowId:
    """Return the row of the vision that is worked on: one, however many laptops write it."""
    return store.key(TEXT, VISION)


def texts(db: Database) -> list[Text]:
    """Return every vision and mission in order, those worked on and those of every version."""
    found = fetch(db, Text, TEXT)
    rows = [item.id for item in found]
    point, dimension, origin = (parts(db, TEXT, name, rows) for name in MANY.values())
    return [
        replace(
            item,
            points=_named(point.get(item.id, {})),
            dimensions=_named(dimension.get(item.id, {})),
            origin=_named(origin.get(item.id, {})),
        )
        for item in found
    ]


def adoptions(db: Database, known: Sequence[Text]) -> list[Adoption]:
    """Return every version with its texts, the first one first."""
    found = fetch(db, Adoption, ADOPTION, order="version, at, id")
    with translated():
        who = {RowId(row): name for row, name in db.conn.execute(_WHO)}
    where = _places(db) if found else {}
    return [
        replace(
            item,
            who=who.get(item.id, ""),
            where=where.get(item.session, ""),
            texts=tuple(one for one in known if one.adoption == item.id),
        )
        for item in found
    ]


def _places(db: Database) -> dict[RowId, str]:
    stage = {item.id: f"Tahap {stage_name(item.number or 0)}" for item in stages(db)}
    named = ((item.id, (stage.get(item.stage, ""), item.title)) for item in sessions(db))
    return {row: " · ".join(filter(None, words)) for row, words in named}


def board(store: Store) -> Board:
    """Return everything about vision and missions in one go."""
    db, found = store.db, texts_board(store)
    votes = _Votes(db)
    ideas, merged = _ideas(db, votes)
    return replace(
        found,
        keywords=keywords(ideas, merged, found.vision.text),
        proposals=with_uses(_proposals(db, votes), (found.vision, *found.missions)),
        ideas=_first(db, IDEA),
        statements=_first(db, STATEMENT),
        hidden=votes.hidden,
    )


def texts_board(store: Store) -> Board:
    """Return what is worked on and what was adopted, without what the tables wrote."""
    db = store.db
    known = texts(db)
    key = vision_key(store)
    drafts = [item for item in known if not item.adoption]
    missions = [item for item in drafts if item.kind == MISSION]
    versions = adoptions(db, known)
    return Board(
        vision=next((item for item in drafts if item.id == key), Text(key)),
        missions=tuple(item for item in missions if not item.retired),
        dropped=tuple(item for item in missions if item.retired),
        visions=tuple(item for item in versions if item.kind == VISION),
        mission_sets=tuple(item for item in versions if item.kind == MISSION),
        points=plan_missions(db),
        dimensions=tuple(dimensions(db)),
    )


def plan_missions(db: Database) -> tuple[PlanPoint, ...]:
    """Return the missions of the RPJMD in order."""
    return tuple(points(db, MISSION))


def _first(db: Database, target: str) -> RowId:
    return next((item.id for item in _defined(db, target)), NO_ROW)


def _defined(db: Database, target: str) -> list[Worksheet]:
    found = [item for item in worksheets(db) if item.target == target]
    return [item for item in found if not item.retired] or found


class _Votes:
    """What was given to rows in votes that were revealed; of the others only how many there are."""

    def __init__(self, db: Database) -> None:
        self.hidden = 0
        self._found: dict[RowId, Tally] = {}
        self._in: dict[RowId, list[RowId]] = {}
        targets = {item.id: item.target for item in worksheets(db)}
        for vote in vote_query.votes(db):
            items = vote_query.items(db, vote.id)
            if not vote.is_revealed:
                self.hidden += targets.get(vote.worksheet) in {IDEA, STATEMENT}
                continue
            for item in tally(vote, items, vote_query.casts(db, vote.id)).tallies:
                if item.item.subject:
                    self._found[item.item.subject] = item
                    self._in.setdefault(item.item.subject, []).append(vote.id)

    def points(self, row: RowId) -> int | None:
        """Return the points of the vote held last."""
        return self._found[row].points if row in self._found else None

    def rank(self, row: RowId) -> int | None:
        """Return the place in the vote held last."""
        return self._found[row].rank if row in self._found else None

    def of(self, row: RowId) -> tuple[RowId, ...]:
        """Return the votes in which a row was chosen from."""
        return tuple(self._in.get(row, ()))


def _rows(db: Database, target: str) -> tuple[list[tuple[RowId, str]], dict[RowId, dict[str, str]]]:
    """Return the rows of every sheet with the name of its party, and the words of their choices by field."""
    found: list[tuple[RowId, str]] = []
    words: dict[RowId, dict[str, str]] = {}
    for worksheet in _defined(db, target):
        own = {item.id: item.party for item in sheets(db, worksheet.id)}
        labels = {
            item.bound: {choice.value: choice.words for choice in choice_lines(item.choices)}
            for item in columns(db, worksheet.id)
            if item.bound == "kind"
        }
        for sheet, rows in rows_under(db, target, own).items():
            party = party_of(db, worksheet, own[sheet])
            found += [(row, party.short or party.name) for row in rows]
            words |= dict.fromkeys(rows, labels.get("kind", {}))
    return found, words


def _merged(db: Database, rows: Iterable[RowId]) -> dict[RowId, RowId]:
    """Return by row the one of its kind that it was put into."""
    own = set(rows)
    return {link.source: link.row for link in links(db) if link.source in own and link.row in own}


def _ideas(db: Database, votes: _Votes) -> tuple[list[Idea], dict[RowId, RowId]]:
    found, words = _rows(db, IDEA)
    said = wholes(db, IDEA, [row for row, _ in found])
    ideas = [
        Idea(
            row,
            said[row].text_of("text"),
            words[row].get(said[row].text_of("kind"), said[row].text_of("kind")),
            said[row].text_of("reason"),
            bool(said[row].single.get("chosen")),
            party,
            votes.points(row),
        )
        for row, party in found
        if row in said
    ]
    return ideas, _merged(db, said)


def _proposals(db: Database, votes: _Votes) -> list[Proposal]:
    """Return what the tables proposed, visions before missions, what went into another one left out."""
    found, _ = _rows(db, STATEMENT)
    said = wholes(db, STATEMENT, [row for row, _ in found])
    merged = _merged(db, said)
    sources: dict[RowId, int] = {}
    for heir in merged.values():
        sources[heir] = sources.get(heir, 0) + 1
    proposals = [
        Proposal(
            row,
            said[row].text_of("kind") if said[row].text_of("kind") in KIND_WORDS else "",
            " ".join(said[row].text_of("text").split()),
            said[row].text_of("reason"),
            party,
            sources.get(row, 0),
            _named(said[row].many.get("point", {})),
            _named(said[row].many.get("dimension", {})),
            votes.points(row),
            votes.rank(row),
            votes.of(row),
        )
        for row, party in found
        if row in said and row not in merged and said[row].text_of("text").strip()
    ]
    order = {VISION: 0, MISSION: 1}
    proposals.sort(key=lambda item: (order.get(item.kind, 2), -(item.vote_points or 0)))
    return proposals


def _named(many: Mapping[str, object]) -> tuple[RowId, ...]:
    return tuple(RowId(part) for part in many if part)
