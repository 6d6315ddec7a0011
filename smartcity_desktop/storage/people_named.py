"""Where a name stands outside the list of participants: in any text, and on lists of signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.entity import Entity
from smartcity_desktop.domain.ids import NO_ROW, RowId, derived
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.people import Person, bare_name
from smartcity_desktop.domain.row_words import ROW_WORDS
from smartcity_desktop.domain.signature import BY_OFFICE, PAPER_WORDS
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.workshop import workshop

_SIGNATURE: Final = "signature"
_SIGNED: Final = "SELECT id, paper, heading, name, position, alive FROM signature ORDER BY pos, id"
_PARTS: Final = (
    "SELECT DISTINCT p.row, o.ent, p.val FROM part p JOIN op o ON o.row = p.row AND o.seq = ("
    "SELECT min(b.seq) FROM op b WHERE b.row = p.row AND b.writer = o.writer) "
    "WHERE p.val LIKE :like ORDER BY p.row"
)
_TOLD_APART: Final = frozenset(
    {
        *("person", "attendance", "certificate", "identity", "signer", "opd", "sheet", "group", "session"),
        *("photo", "paper_text", "note", _SIGNATURE),
    }
)
"""Entities that the record of a participant tells of one by one."""
_NO_WORDS: Final = frozenset({"content", "picture", "logo", "sha256", "source_sha256", "file", "code"})


@dataclass(frozen=True, slots=True)
class Signed:
    """One line of a list of signatures, a deleted one too; ``by_office`` signs for the public."""

    id: RowId = NO_ROW
    paper: str = ""
    position: str = ""
    by_office: bool = False
    alive: bool = False

    @property
    def called(self) -> str:
        """Return the paper in words."""
        return PAPER_WORDS.get(self.paper, self.paper)


def is_named(text: str, name: str) -> bool:
    """Tell whether a text is this name, however it is spelt."""
    return bool(text) and bare_name(text) == bare_name(name)


def mentions(text: str, name: str) -> bool:
    """Tell whether a text holds a whole name without its titles; one of one word as a word of its own."""
    told = name.partition(",")[0]
    letters, bare = key_of(told), bare_name(name)
    if not bare:
        return False
    if len(_words(told)) == 1:
        return bool({letters, bare} & {key_of(word) for word in _words(text)})
    inside = key_of(text)
    return bare in inside or letters in inside


def named_in(db: Database, name: str) -> tuple[str, ...]:
    """Return in words which rows of other kinds hold a name, and how many: ``nama dalam 2 bab``."""
    words = sorted(_words(name.partition(",")[0]), key=len)
    if not words:
        return ()
    like = f"%{words[-1]}%"
    rows: dict[str, set[str]] = {}
    for ent, row, text in (*_texts(db, like), *_parts(db, like)):
        if is_named(text, name) or (len(words) > 1 and mentions(text, name)):
            rows.setdefault(ent, set()).add(row)
    return tuple(
        f"nama dalam {len(rows[ent])} {ROW_WORDS[ent]}"
        if len(rows[ent]) > 1
        else f"nama dalam {ROW_WORDS[ent]}"
        for ent in CATALOG
        if ent in rows
    )


def signed_by(db: Database, person: Person, *, by_name: bool = True) -> list[Signed]:
    """Return the lines of a participant on lists of signatures: those made of the participant itself.

    ``by_name`` takes those along that bear the name alone, those by office too.
    """
    home = workshop(db).id
    with translated():
        found = db.conn.execute(_SIGNED).fetchall()
    return [
        Signed(RowId(row), paper or "", position or "", heading in BY_OFFICE, bool(alive))
        for row, paper, heading, name, position, alive in found
        if row == derived(home, _SIGNATURE, paper or "", person.id)
        or (by_name and is_named(name or "", person.name))
    ]


def _texts(db: Database, like: str) -> Iterator[tuple[str, str, str]]:
    for ent, entity in CATALOG.items():
        names = _fields(entity)
        if not names:
            continue
        with translated():
            found = db.conn.execute(tables.holding(ent, names), {"like": like}).fetchall()
        yield from ((ent, row, text) for row, *cells in found for text in cells if text)


def _parts(db: Database, like: str) -> Iterator[tuple[str, str, str]]:
    with translated():
        found = db.conn.execute(_PARTS, {"like": like}).fetchall()
    for row, ent, text in found:
        if ent in CATALOG and ent not in _TOLD_APART and _stands(db, ent, row):
            yield ent, row, text


def _stands(db: Database, ent: str, row: str) -> bool:
    with translated():
        found = db.conn.execute(tables.select(ent, ("id",), "id = :row"), {"row": row}).fetchone()
    return found is not None


def _fields(entity: Entity) -> tuple[str, ...]:
    """Return the fields of one value in which people write words; none of what is told one by one."""
    if entity.name in _TOLD_APART:
        return ()
    return tuple(
        item.name
        for item in tables.single(entity)
        if item.kind in {"text", "long"} and not item.personal and item.name not in _NO_WORDS
    )


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"\W+", text) if key_of(word)]
