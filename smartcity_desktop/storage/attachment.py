"""Pictures, logos and source files by their SHA-256, beside the journal; ops hold only the hash."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.driver import Connection, Database, transaction, translated

if TYPE_CHECKING:
    from sqlite_utils.db import Table

LIMIT: Final = 20 * 1024 * 1024
"""Bytes of the largest attachment."""
_KEEP: Final = "INSERT OR REPLACE INTO attachment (sha256, size, kind, bytes) VALUES (?, ?, ?, ?)"
"""What comes in is that of its hash, so it may take the place of bytes that rotted here."""


class Attachment(NamedTuple):
    """A stored file: its content and what it is (``image/png``, ``xlsx`` …)."""

    sha256: str
    kind: str
    content: bytes


def put(db: Database, content: bytes, kind: str) -> str:
    """Store a file once and return its SHA-256. Raises UserFault ``attachment-too-big`` above 20 MB."""
    if len(content) > LIMIT:
        raise UserFault("attachment-too-big", limit=LIMIT // 1024**2)
    digest = hashlib.sha256(content).hexdigest()
    with transaction(db.conn):
        _table(db).insert(
            {"sha256": digest, "size": len(content), "kind": kind, "bytes": content}, replace=True
        )
    return digest


def hashes(db: Database) -> frozenset[str]:
    """Return the SHA-256 of every file that is stored here."""
    with translated():
        return frozenset(row["sha256"] for row in _table(db).rows_where(select="sha256"))


def others(db: Database, known: Collection[str]) -> Iterator[Attachment]:
    """Yield the sound files that somebody who has ``known`` lacks; they travel with the ops."""
    for sha256 in sorted(hashes(db) - frozenset(known)):
        found = get(db, sha256)
        if found is not None:
            yield found


def take_in(conn: Connection, files: Iterable[Attachment]) -> None:
    """Store the files that come with the ops of others; inside a transaction.

    Raises UserFault ``package-damaged`` where one is larger than ours may be or is not that of its hash.
    """
    for item in files:
        if len(item.content) > LIMIT or hashlib.sha256(item.content).hexdigest() != item.sha256:
            raise UserFault("package-damaged")
        conn.execute(_KEEP, (item.sha256, len(item.content), item.kind, item.content))


def get(db: Database, sha256: str) -> Attachment | None:
    """Return a stored file, None where there is none or its bytes are no longer those of its hash."""
    with translated():
        found = next(_table(db).rows_where("sha256 = ?", [sha256], select="kind, bytes"), None)
    if found is None or hashlib.sha256(found["bytes"]).hexdigest() != sha256:
        return None
    return Attachment(sha256, found["kind"], bytes(found["bytes"]))


def _table(db: Database) -> "Table":
    return db.utils.table("attachment")
