"""Files beside the journal, by what is in them."""

import hashlib

import pytest

from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment


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
