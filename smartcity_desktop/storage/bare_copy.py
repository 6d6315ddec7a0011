"""A copy of a workshop file without personal data, to be handed to others; the file itself stays as it is.

Every op is still there, so that nothing looks like a hole; what it said about a participant is withheld, and
a number stands for the name, so that people can still be counted. Fields that name a person by their kind
are emptied whole; a full name, a number of a person or an address that stands in running text is covered, in
old values and in the names of acts too. Attached files go but for the coat of arms: nobody can look into
them. Such a copy is marked: it is for reading, and is never merged into another file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.codec import kind_of
from smartcity_desktop.domain.op import BIRTH, Op, emptied, pack, signed, unpack
from smartcity_desktop.domain.seal import WITHHELD
from smartcity_desktop.domain.signature import BY_OFFICE
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.storage import oplog, rebuild
from smartcity_desktop.storage.driver import Connection, connect, transaction, translated

COVER: Final = "(nama tidak disertakan)"
_NUMBER: Final = "(nomor tidak disertakan)"
_NUMBERS: Final = re.compile(
    r"(?<![\w.-])(?:"
    r"(?:19|20)\d{6}[ .]?\d{6}[ .]?[12][ .]?\d{3}"
    r"|\d{16}"
    r"|(?:\+62[ -]?|\(?0)8\d[\d) .-]{6,13}\d"
    r"|\(0\d{2,3}\)[ ]?\d[\d .-]{4,9}\d"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r")(?![\w-])"
)
"""NIP of 18 digits, NIK of 16, mobile and fixed phones, addresses of e-mail."""
_PERSON, _NAME = "person", "name"
_PLACEHOLDER: Final = "Peserta {number}"
_NUMBERED: Final = re.compile(r"Peserta \d+")
_NAMED: Final = ((_PERSON, _NAME), ("attendance", "deputy"), ("certificate", "holder"))
_NAMING: Final = frozenset(
    {
        *(("sheet", name) for name in ("chair", "scribe", "mentor", "represented_by", "signed_by")),
        *(("assessor", name) for name in ("name", "position")),
        *(("session", name) for name in ("leader", "speaker")),
        *(("vote", "note"), ("vote_cast", "voter"), ("paper", "note"), ("group", "mentor")),
        *(("comment", "by"), ("recheck", "by"), ("adoption", "by"), ("candidate", "decided_by")),
        *(("sheet", "signed_position"), ("note", "owner"), ("promise", "who"), ("duty", "who")),
        *(("quickwin", "member"), ("second_tag", "reader"), ("chapter", "author"), ("photo", "source_name")),
    }
)
"""Fields that hold the name of a person, or say who did something."""
_OFFICE: Final = frozenset({("signer", "name"), ("opd", "head"), ("chapter", "signed_by")})
"""Names that stand there by office: they sign papers for the public."""
_SIGNATURE: Final = "signature"
_RUNNING: Final = frozenset({"text", "long"})
_SHELVED: Final = frozenset({"content", "picture", "logo", "sha256", "source_sha256", "file", "code", "pos"})
"""Fields of letters that are no words: nothing is looked for in them."""
_FEW: Final = 1000
_OPS: Final = "SELECT val, field FROM op WHERE ent = ? AND (field = ? OR field = ?)"
_MEMBERS: Final = "SELECT person FROM writer UNION SELECT who FROM op UNION SELECT who FROM act"
_REWRITE: Final = "UPDATE op SET who = ?, val = ?, sum = ? WHERE writer = ? AND seq = ?"
_NO_FILES: Final = (
    "DELETE FROM attachment WHERE sha256 NOT IN (SELECT logo FROM workshop WHERE logo IS NOT NULL)"
)
_SIGNED: Final = "SELECT id, heading FROM signature"


@dataclass(frozen=True, slots=True)
class _Cover:
    """What is looked for: full names in running text, people at the keyboard, who signs by office."""

    names: re.Pattern[str] | None
    users: dict[str, str]
    officials: frozenset[str]

    def text(self, text: str) -> str:
        """Return running text without names and numbers of people."""
        told = self.names.sub(COVER, text) if self.names is not None else text
        return _NUMBERS.sub(_NUMBER, told)


def withhold(path: Path, moment: str) -> int:
    """Empty a copy of everything personal and return how many ops said anything of that kind.

    ``path`` is a closed copy, never the file that people work with. Raises DiskFault ``disk-fault`` where the
    copy is not sound afterwards, or a name is still in it.
    """
    with translated():
        db = connect(path)
        try:
            conn = db.conn
            conn.execute("PRAGMA secure_delete = ON").fetchall()
            cover = _cover(conn)
            with transaction(conn):
                conn.execute(_NO_FILES)
                count = _ops(conn, cover)
                _acts(conn, cover)
                conn.execute("INSERT OR REPLACE INTO meta (key, val) VALUES (?, ?)", (WITHHELD, moment))
                rebuild.fill(conn)
            conn.execute("VACUUM")
            if rebuild.check(conn) or _left(conn, cover):
                raise DiskFault("disk-fault")
        finally:
            db.close()
    return count


def _cover(conn: Connection) -> _Cover:
    users = sorted(str(name) for (name,) in conn.execute(_MEMBERS).fetchall() if name)
    officials = (row for row, heading in conn.execute(_SIGNED).fetchall() if heading in BY_OFFICE)
    return _Cover(
        _pattern([*_names(conn), *users]),
        {name: f"Pengguna {number}" for number, name in enumerate(users, start=1)},
        frozenset(officials),
    )


def _names(conn: Connection) -> Iterator[str]:
    """Yield every name that a participant or deputy has or had."""
    for ent, field in _NAMED:
        for val, name in conn.execute(_OPS, (ent, field, BIRTH)).fetchall():
            text = unpack(val).get(field) if name == BIRTH else val
            if text and not _NUMBERED.fullmatch(text.strip()):
                yield " ".join(text.split())


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of the names, with their titles or without, whatever the capitals.

    A name of one word is left: it is a word of the language as often as not, and the fields that hold it are
    emptied anyway.
    """
    wanted = {form for name in names for form in (name, _bare(name)) if len(form.split()) > 1}
    if not wanted:
        return None
    parts = (r"\s+".join(map(re.escape, item.split())) for item in sorted(wanted, key=len, reverse=True))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


def _bare(name: str) -> str:
    """Return a name without what stands behind its first comma, and without titles in front."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[0].endswith("."):
        del words[0]
    return " ".join(words)


def _ops(conn: Connection, cover: _Cover) -> int:
    changed = people = 0
    for _, ops in list(oplog.by_row(conn)):
        people += ops[0].ent == _PERSON
        for op in ops:
            bare = _numbered(_bared(op, cover), op, people)
            changed += bare.val != op.val
            bare = signed(bare._replace(who=cover.users.get(op.who, "")))
            conn.execute(_REWRITE, (bare.who, bare.val, bare.sum, op.writer, op.seq))
    return changed


def _bared(op: Op, cover: _Cover) -> Op:
    """Return an op with what is personal withheld, in its own field and in running text."""
    kept = emptied(op, _withheld(op, cover))
    if kept.val is None:
        return kept
    if op.field == BIRTH:
        values = unpack(kept.val)
        told = {name: _said(op.ent, name, text, cover) for name, text in values.items()}
        return kept if told == values else kept._replace(val=pack(told))
    return kept._replace(val=_said(op.ent, op.field, kept.val, cover))


def _withheld(op: Op, cover: _Cover) -> frozenset[str]:
    """Return the fields of a row that are emptied whole."""
    found = set(oplog.personal(op.ent)) | {name for ent, name in _NAMING if ent == op.ent}
    if op.ent == _SIGNATURE and op.row in cover.officials:
        found -= oplog.personal(_SIGNATURE)
    return frozenset(found)


def _numbered(bare: Op, op: Op, number: int) -> Op:
    """Return an op that gives a participant a number for a name: how many came can still be counted."""
    if op.ent != _PERSON:
        return bare
    told = _PLACEHOLDER.format(number=number)
    if op.field == _NAME and op.val:
        return bare._replace(val=told)
    if op.field == BIRTH and _NAME in unpack(op.val):
        return bare._replace(val=pack({**unpack(bare.val), _NAME: told}))
    return bare


def _said(ent: str, name: str, text: str, cover: _Cover) -> str:
    return cover.text(text) if _is_running(ent, name) else text


def _is_running(ent: str, name: str) -> bool:
    """Tell whether names are looked for in a field: words that people wrote, and no name by office."""
    field = name.partition("@")[0]
    is_own = ent not in CATALOG
    shelved = field in _SHELVED or (ent, field) in _OFFICE or ent in {_PERSON, _SIGNATURE}
    return not shelved and (is_own or kind_of(ent, name) in _RUNNING)


def _acts(conn: Connection, cover: _Cover) -> None:
    for writer, act, who, label in conn.execute("SELECT writer, act, who, label FROM act").fetchall():
        told = (cover.users.get(who, ""), cover.text(label), writer, act)
        conn.execute("UPDATE act SET who = ?, label = ? WHERE writer = ? AND act = ?", told)
    for number, person in conn.execute("SELECT id, person FROM writer").fetchall():
        opening = (cover.users.get(person, ""), f"Laptop {number % _FEW}", number)
        conn.execute("UPDATE writer SET person = ?, laptop = ? WHERE id = ?", opening)


def _left(conn: Connection, cover: _Cover) -> bool:
    """Tell whether anything that is covered still stands where it would be read."""
    for ent, name, val in conn.execute("SELECT ent, field, val FROM op WHERE val IS NOT NULL").fetchall():
        texts = unpack(val) if name == BIRTH else {name: val}
        if any(_said(ent, key, text, cover) != text for key, text in texts.items()):
            return True
    labels = conn.execute("SELECT label FROM act").fetchall()
    return any(cover.text(str(label)) != label for (label,) in labels)
