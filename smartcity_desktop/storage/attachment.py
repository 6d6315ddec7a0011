"""Pictures, logos and source files by their SHA-256, beside the journal; ops hold only the hash."""

import hashlib
from typing import Final, NamedTuple

from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.driver import Connection, Database, transaction, translated

LIMIT: Final = 20 * 1024 * 1024
"""Bytes of the largest attachment."""


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
    conn: Connection = db.conn
    with transaction(conn):
        conn.execute(
            "INSERT OR IGNORE INTO attachment (sha256, size, kind, bytes) VALUES (?, ?, ?, ?)",
            (digest, len(content), kind, content),
        )
    return digest


def get(db: Database, sha256: str) -> Attachment | None:
    """Return a stored file, None where there is none or its bytes are no longer those of its hash."""
    conn: Connection = db.conn
    with translated():
        found = conn.execute(
            "SELECT sha256, kind, bytes FROM attachment WHERE sha256 = ?", (sha256,)
        ).fetchone()
    if found is None or hashlib.sha256(found[2]).hexdigest() != sha256:
        return None
    return Attachment(found[0], found[1], bytes(found[2]))
