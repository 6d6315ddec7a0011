"""A workshop file of its own for every test."""

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.storage.workspace import Workspace

WHO = "Rina"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "uji çoba Ω" / "konawe.bimtek"


@pytest.fixture
def workspace(path, clock, ids):
    with Workspace.create(path, clock=clock, ids=ids, laptop="laptop depan", person=WHO) as made:
        yield made


@pytest.fixture
def reopen(clock, ids):
    """Open a file again, as the next start of the program does."""
    opened = []

    def again(path):
        opened.append(Workspace.open(path, clock=clock, ids=ids, laptop="laptop depan", person=WHO))
        return opened[-1]

    yield again
    for item in opened:
        item.close()


@pytest.fixture
def journal(workspace):
    return workspace.journal


@pytest.fixture
def write(journal):
    """Write one act and return its Changes."""

    def act(*edits, label="uji", typing=False, who=WHO):
        return journal.write(edits, who=who, label=label, typing=typing)

    return act


@pytest.fixture
def cells(workspace):
    """Read one typed row as a dict, with plain SQL."""

    def read(ent, row):
        cursor = workspace.db.conn.execute(f'SELECT * FROM "{ent}" WHERE id = ?', (row,))
        found = cursor.fetchone()
        return dict(zip([item[0] for item in cursor.description], found, strict=True)) if found else None

    return read


@pytest.fixture
def note(write, ids):
    """A note that stands in the file."""
    row = ids.new()
    write(Birth("note", row, {"text": "Jum'at kumpul", "kind": "pokok"}), label="Catatan baru")
    return row


@pytest.fixture
def twin(workspace, tmp_path, clock, ids):
    """The same workshop on a second laptop, with what the first one has."""
    path = tmp_path / "laptop kedua.bimtek"
    with Workspace.create(path, clock=clock, ids=ids, laptop="laptop kedua", person="Budi") as made:
        made.db.conn.execute("UPDATE meta SET val = ? WHERE key = 'workshop'", (workspace.workshop_id,))
    made = Workspace.open(path, clock=clock, ids=ids, laptop="laptop kedua", person="Budi")
    made.journal.merge(workspace.journal.since({}), workspace.journal.writers(), workspace.journal.acts())
    yield made
    made.close()
