"""Files beside the journal, by what is in them."""

import hashlib

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment, backup


def test_the_same_bytes_are_kept_once_and_come_back(workspace):
    first = attachment.put(workspace.db, b"logo", "image/png")
    assert attachment.put(workspace.db, b"logo", "image/png") == first == hashlib.sha256(b"logo").hexdigest()
    assert workspace.db.conn.execute("SELECT count(*), sum(size) FROM attachment").fetchone() == (1, 4)
    assert attachment.get(workspace.db, first) == (first, "image/png", b"logo")
    assert attachment.get(workspace.db, "0" * 64) is None


def test_a_file_that_is_too_big_is_refused(workspace, monkeypatch):
    monkeypatch.setattr(attachment, "LIMIT", 3)
    with pytest.raises(UserFault) as caught:
        attachment.put(workspace.db, b"logo", "image/png")
    assert caught.value.code == "attachment-too-big"


def test_bytes_that_rotted_do_not_come_back(workspace):
    digest = attachment.put(workspace.db, b"logo", "image/png")
    workspace.db.conn.execute("UPDATE attachment SET bytes = x'00'")
    assert attachment.get(workspace.db, digest) is None


def everything(workspace, known=()):
    journal = workspace.journal
    files = attachment.others(workspace.db, known)
    return journal.since({}), journal.writers(), journal.acts(), files


def pictured(workspace, ids, content=b"foto"):
    row = ids.new()
    birth = Birth("photo", row, {"picture": attachment.put(workspace.db, content, "image/jpeg")})
    workspace.journal.write([birth], who="Rina", label="tambah foto")
    return row


def test_files_come_along_when_two_laptops_are_merged(workspace, twin, ids):
    row = pictured(workspace, ids)
    known = attachment.hashes(twin.db)
    twin.journal.merge(*everything(workspace, known))
    picture = twin.db.conn.execute("SELECT picture FROM photo WHERE id = ?", (row,)).fetchone()[0]
    assert attachment.get(twin.db, picture) == (picture, "image/jpeg", b"foto")
    assert attachment.hashes(twin.db) == attachment.hashes(workspace.db)
    assert list(attachment.others(workspace.db, attachment.hashes(twin.db))) == []


def test_merging_again_keeps_each_file_once_and_mends_one_that_rotted(workspace, twin, ids):
    pictured(workspace, ids)
    twin.journal.merge(*everything(workspace))
    twin.db.conn.execute("UPDATE attachment SET bytes = x'00'")
    twin.journal.merge(*everything(workspace))
    assert twin.db.conn.execute("SELECT count(*), sum(size) FROM attachment").fetchone() == (1, 4)
    (digest,) = attachment.hashes(twin.db)
    assert attachment.get(twin.db, digest).content == b"foto"


def test_a_file_that_rotted_does_not_travel(workspace, ids):
    pictured(workspace, ids)
    workspace.db.conn.execute("UPDATE attachment SET bytes = x'00'")
    assert list(attachment.others(workspace.db, ())) == []


@pytest.mark.parametrize("content", [b"lain", b"x" * 5])
def test_a_file_that_is_not_that_of_its_hash_or_too_big_stops_the_whole_merge(
    workspace, twin, ids, monkeypatch, content
):
    row = pictured(workspace, ids)
    ops, writers, acts, files = everything(workspace)
    forged = [item._replace(content=content) for item in files]
    if len(content) > 4:
        forged = [item._replace(sha256=hashlib.sha256(content).hexdigest()) for item in forged]
        monkeypatch.setattr(attachment, "LIMIT", 4)
    with pytest.raises(UserFault, match="package-damaged"):
        twin.journal.merge(ops, writers, acts, forged)
    assert attachment.hashes(twin.db) == frozenset()
    assert twin.db.conn.execute("SELECT count(*) FROM photo WHERE id = ?", (row,)).fetchone() == (0,)


def test_safety_copies_hold_the_files(workspace, ids, tmp_path, reopen):
    pictured(workspace, ids)
    (digest,) = attachment.hashes(workspace.db)
    made = backup.make(workspace, tmp_path / "salinan")
    assert attachment.get(reopen(made.path).db, digest).content == b"foto"
