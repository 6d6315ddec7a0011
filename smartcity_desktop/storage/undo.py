"""Turning an act back: a new act that puts the earlier values back wherever the act's op still stands."""

from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, ERASED, GONE, Op, OpId, Standing, rank, unpack
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.workshop import Workshop
from smartcity_desktop.storage import oplog
from smartcity_desktop.storage.draft import Draft
from smartcity_desktop.storage.driver import Connection

_NAME_LIMIT: Final = 40
_LAST: Final = (
    "SELECT a.* FROM act a JOIN writer w ON w.id = a.writer AND w.here = 1 AND w.laptop = :laptop "
    "WHERE a.who = :who AND a.undone = 0 AND a.kind IN ('do', 'redo') AND a.tick > ("
    "SELECT coalesce(max(m.tick), 0) FROM act m JOIN writer v ON v.id = m.writer AND v.here = 1 "
    "WHERE m.kind = 'make') ORDER BY a.tick DESC LIMIT 1"
)
_LAST_UNDO: Final = (
    "SELECT a.* FROM act a JOIN writer w ON w.id = a.writer AND w.here = 1 AND w.laptop = :laptop "
    "WHERE a.who = :who AND a.undone = 0 AND a.kind = 'undo' AND NOT EXISTS ("
    "SELECT 1 FROM act n JOIN writer v ON v.id = n.writer AND v.here = 1 AND v.laptop = :laptop "
    "WHERE n.who = :who AND n.kind IN ('do', 'erase', 'make') AND n.tick > a.tick) "
    "ORDER BY a.tick DESC LIMIT 1"
)


class Scope(NamedTuple):
    """What an act may delete on its own: rows of these writers, and with them only the act's own rows."""

    writers: frozenset[int]
    rows: frozenset[RowId]


def last_act(conn: Connection, who: str, laptop: str) -> oplog.Act | None:
    """Return the act that an undo of this person on this laptop would turn back.

    What made this file stays, and so does whatever was done before it stood whole.
    """
    return _one(conn, _LAST, who, laptop)


def last_undo(conn: Connection, who: str, laptop: str) -> oplog.Act | None:
    """Return the undo that a redo would turn back; none once something else was done since."""
    return _one(conn, _LAST_UNDO, who, laptop)


def _one(conn: Connection, statement: str, who: str, laptop: str) -> oplog.Act | None:
    found = conn.execute(statement, {"who": who, "laptop": laptop}).fetchone()
    return oplog.Act._make(found) if found else None


def turn_back(conn: Connection, draft: Draft, act: oplog.Act) -> tuple[str, ...]:
    """Write into ``draft`` what turns ``act`` back; return in words what could not be."""
    ops = oplog.of_act(conn, act.writer, act.act)
    left: dict[str, None] = {}
    said = _words(conn)
    born = {op.row for op in ops if op.field == BIRTH}
    scope = Scope(
        frozenset(writer for (writer,) in conn.execute("SELECT id FROM writer WHERE here = 1").fetchall()),
        frozenset(op.row for op in ops if op.field in {BIRTH, GONE}),
    )
    for op in reversed(ops):
        stands = draft.of(op.ent, op.row)
        if op.row in born and op.field not in {BIRTH, GONE}:
            continue
        if not _one_back(conn, draft, op, scope):
            left[f"{_title(stands, said)} sudah diubah lagi"] = None
    return tuple(left)


def _one_back(conn: Connection, draft: Draft, op: Op, scope: Scope) -> bool:
    if op.field == ERASED:
        return False
    if op.field == BIRTH:
        return _delete(draft, op, scope)
    heads = _still_there(draft, op, scope)
    if not heads:
        return False
    if op.field == GONE:
        if op.val == "1":
            draft.put_gone(op.ent, op.row, gone=False)
            return True
        return _delete(draft, op, scope)
    before = _before(conn, op)
    if before != [op.val]:
        draft.put_back(op, before, heads)
    return True


def _still_there(draft: Draft, op: Op, scope: Scope) -> tuple[OpId, ...]:
    """Return the heads that stand for an op: itself, or what later undos put back in its place.

    Nothing is returned where somebody else has written the field since, or another value stands.
    """
    stands = draft.of(op.ent, op.row)
    # Several values put back beside each other are turned back one by one.
    mine = {(op.writer, op.act), (draft.author.writer, draft.author.act)}
    heads = stands.of(op.field)
    if op.key in stands.heads.get(op.field, {}):
        return (op.key,) if all((head.writer, head.act) in mine for head in heads) else ()
    own = all(head.who == op.who and head.writer in scope.writers for head in heads)
    same = {stands.said(head, op.field) for head in heads} == {op.val}
    return tuple(head.key for head in heads) if own and same else ()


def _delete(draft: Draft, op: Op, scope: Scope) -> bool:
    """Delete a row again, unless somebody else has a hand in it by now or it owns rows that would stay."""
    stands = draft.of(op.ent, op.row)
    if stands.verdict() == (False, False):
        return True
    strange = any(
        head.who != op.who or head.writer not in scope.writers
        for ops in stands.heads.values()
        for head in ops.values()
    )
    owned = [row for ent, row in draft.owned(op.ent, op.row) if draft.of(ent, row).verdict()[0]]
    if strange or not scope.rows.issuperset(owned):
        return False
    draft.put_gone(op.ent, op.row, gone=True)
    return True


def _before(conn: Connection, op: Op) -> list[str | None]:
    """Return the values an op replaced, the one that was shown last."""
    found = (oplog.get(conn, key) for key in op.bases)
    bases = sorted((base for base in found if base and base.field in {op.field, BIRTH}), key=rank)
    vals = [unpack(base.val).get(op.field) if base.field == BIRTH else base.val for base in bases]
    return list(dict.fromkeys(reversed(vals)))[::-1] or [None]


def _words(conn: Connection) -> Words:
    """Return what the event calls an agency and a dimension."""
    found = conn.execute("SELECT word_opd, word_dimension FROM workshop").fetchone()
    opd, dimension = found or ("", "")
    return words_of(Workshop(word_opd=opd or "", word_dimension=dimension or ""))


def _title(stands: Standing, words: Words) -> str:
    # Nothing is named before somebody takes something back.
    from smartcity_desktop.domain.row_words import ROW_WORDS

    word = words.say(ROW_WORDS.get(stands.ent, "isian"))
    entity = CATALOG.get(stands.ent)
    names = [item.name for item in entity.fields if item.search and not item.many] if entity else []
    text = next((val for val in map(stands.value, names) if val), "")
    short = shortened(text, _NAME_LIMIT)
    return f"{word} “{short}”" if short else word
