"""Ten laptops with wrong clocks that work apart, hand each other their ops in any order, and are copied."""

import random
from datetime import datetime, timedelta, timezone

from smartcity_desktop.domain.edit import Birth, Erase, Gone, Set
from smartcity_desktop.domain.ids import IdSource, derived
from smartcity_desktop.storage import backup, oplog
from smartcity_desktop.storage.workspace import Workspace
from tests.storage.oracle import Oracle

START = datetime(2023, 7, 31, 8, 0, tzinfo=timezone(timedelta(hours=7)))
WORDS = ("peta", "satu", "Jum'at", "<b", "", "a\nb", "ünï", "0")
FIELDS = {
    "note": ("text", "owner", "pos"),
    "opd": ("name", "bidang@1.01", "bidang@2.16"),
    "document": ("title", "years@2024"),
    "renstra_line": ("name", "pagu@2024", "pagu@2025"),
    "analysis": ("issue", "also@x", "x:warna"),
    "identity": ("nip", "phone"),
}


class Laptop:
    """One opened file, with a clock that is wrong by up to a year."""

    def __init__(self, path, rng, person):
        self.clock = START + timedelta(minutes=rng.randint(-500_000, 500_000))
        self.person = person
        self.known = set()
        ids = IdSource(lambda: self.clock, rng)
        self.workspace = Workspace.open(path, clock=lambda: self.clock, ids=ids, laptop=person, person=person)

    @property
    def conn(self):
        return self.workspace.db.conn

    def rows(self, ent, *, visible=True):
        clause = "WHERE alive = 1" if visible else ""
        return [row for (row,) in self.conn.execute(f'SELECT id FROM "{ent}" {clause} ORDER BY id')]


class World:
    """Plays a script of small numbers; the oracle is told of every op as it is made."""

    def __init__(self, folder, seed, laptops):
        self.rng = random.Random(seed)
        self.folder = folder
        self.oracle = Oracle()
        first = folder / "awal.bimtek"
        with Workspace.create(
            first, clock=lambda: START, ids=IdSource(lambda: START, self.rng), laptop="-", person="-"
        ) as made:
            self.workshop = made.workshop_id
        self.laptops = []
        for number in range(laptops):
            path = folder / f"{number}.bimtek"
            path.write_bytes(first.read_bytes())
            self.laptops.append(Laptop(path, self.rng, f"orang {number}"))
        self.ids = IdSource(lambda: START, self.rng)

    def close(self):
        for laptop in self.laptops:
            laptop.workspace.close()

    def play(self, script):
        actions = (
            [self.birth] * 4
            + [self.set] * 8
            + [self.type] * 6
            + [self.paste] * 2
            + [self.sheet] * 3
            + [self.delete] * 3
            + [self.restore] * 3
            + [self.undo] * 3
            + [self.redo] * 2
            + [self.personal] * 3
            + [self.erase] * 2
            + [self.deliver] * 5
            + [self.copy]
        )
        for who, what, which in script:
            laptop = self.laptops[who % len(self.laptops)]
            laptop.clock += timedelta(seconds=which % 90)
            actions[what % len(actions)](laptop, which)

    def settle(self):
        """Let everybody have everything, shuffled, in pieces, with repeats."""
        ops = {}
        for laptop in self.laptops:
            for op in laptop.workspace.journal.since({}):
                self.oracle.sent(op)
                ops[op.writer, op.seq] = op
        for laptop in self.laptops:
            again = [*ops.values(), *self.rng.sample(list(ops.values()), len(ops) // 3)]
            self.rng.shuffle(again)
            cut = self.rng.randrange(len(again) + 1)
            for piece in (again[:cut], again[cut:]):
                laptop.workspace.journal.merge(piece)

    def verify(self):
        """Every laptop shows what the oracle says, has every op, and its tables are those of its journal."""
        wanted = self.oracle.rows()
        doubled = {
            (row, name): vals
            for row, (_, visible, _, _, fields) in wanted.items()
            if visible
            for name, vals in fields.items()
        }
        disputed = {row for row, stands in wanted.items() if stands[2]}
        for laptop in self.laptops:
            journal = laptop.workspace.journal
            assert {op.key for op in journal.since({})} == set(self.oracle.known), "ops were lost"
            shown = shown_rows(laptop)
            right = {row: stands[:4] for row, stands in wanted.items()}
            unlike = {row: (shown.get(row), right[row]) for row in right if shown.get(row) != right[row]}
            assert not unlike
            assert len(shown) == len(right)
            found = {(d.row, d.field): {v.val for v in d.versions} for d in journal.differences()}
            assert found == doubled
            assert {row for _, row in journal.disputes()} == disputed
            assert laptop.workspace.check() == []

    def write(self, laptop, edits, *, typing=False):
        self.work(
            laptop, lambda: laptop.workspace.journal.write(edits, who=laptop.person, label="x", typing=typing)
        )

    def work(self, laptop, work):
        """Let a laptop work, and tell the oracle which ops came of it and what their author had seen."""
        writer = laptop.workspace.journal.writer
        last = max((seq for known, seq in laptop.known if known == writer), default=0)
        work()
        made = []
        for op in oplog.after(laptop.conn, writer, last):
            # Within an act an op has seen the earlier ones, except those beside it in the same field.
            known = laptop.known.union(key for key, place in made if place != (op.row, op.field))
            self.oracle.made(op.key, op.row, op.field, known)
            made.append((op.key, (op.row, op.field)))
        laptop.known.update(key for key, _ in made)

    def pick(self, laptop, which, *, visible=True):
        """Return some row that this laptop shows."""
        rows = [(ent, row) for ent in FIELDS for row in laptop.rows(ent, visible=visible)]
        return rows[which % len(rows)] if rows else None

    def value(self, which, name):
        word = WORDS[which % len(WORDS)]
        return which if name.startswith("pagu") else f"{word} {which % 3}".strip()

    def birth(self, laptop, which):
        ent = ("note", "opd", "document", "renstra_line")[which % 4]
        owner = {"document": ("opd", "opd"), "renstra_line": ("document", "document")}.get(ent)
        values = {name: self.value(which, name) for name in FIELDS[ent][: which % 3 + 1]}
        if owner:
            rows = laptop.rows(owner[1])
            values[owner[0]] = rows[which % len(rows)] if rows else None
        row = self.ids.new()
        self.write(laptop, [Birth(ent, row, values)], typing=bool(which % 2))
        if which % 3:
            name = FIELDS[ent][which % len(FIELDS[ent])]
            before = len(laptop.known)
            for step in range(which % 4 + 1):
                val = self.value(which + step, name)
                self.write(laptop, [Set(ent, row, name, val)], typing=True)
            assert len(laptop.known) <= before + (which + 1) % 2, "the birth was not typed on"

    def set(self, laptop, which):
        picked = self.pick(laptop, which)
        if picked is None:
            return
        ent, row = picked
        name = FIELDS[ent][which % len(FIELDS[ent])]
        val = self.value(which // 7, name) if which % 11 else None
        self.write(laptop, [Set(ent, row, name, val)])
        text = None if val in {None, ""} else str(val)
        assert shown_rows(laptop)[row][3].get(name) == text, "what was just typed is not shown"

    def type(self, laptop, which):
        """Key after key into one field: at most one op comes of it."""
        picked = self.pick(laptop, which)
        if picked is None:
            return
        name = FIELDS[picked[0]][which % len(FIELDS[picked[0]])]
        before = len(laptop.known)
        for step in range(which % 4 + 2):
            val = which + step if name.startswith("pagu") else "k" * (step + 1) + str(which)
            self.write(laptop, [Set(*picked, name, val)], typing=True)
        allowed = 2 if picked[0] == "analysis" else 1
        assert len(laptop.known) <= before + allowed

    def paste(self, laptop, which):
        edits = []
        for step in range(which % 5 + 2):
            picked = self.pick(laptop, which + step * 3)
            if picked:
                name = FIELDS[picked[0]][step % len(FIELDS[picked[0]])]
                edits.append(Set(*picked, name, self.value(which + step, name)))
        self.write(laptop, edits)

    def sheet(self, laptop, which):
        """Two laptops that fill the analysis of one line make one row of it."""
        lines = laptop.rows("renstra_line")
        if lines:
            line = lines[which % len(lines)]
            row = derived(self.workshop, "analysis", line)
            name = FIELDS["analysis"][which % 3]
            edits = [Birth("analysis", row, {"line": line})] if which % 2 else []
            answer = Set("analysis", row, name, self.value(which, name))
            self.write(laptop, [*edits, answer], typing=which % 3 == 0)

    def delete(self, laptop, which):
        picked = self.pick(laptop, which)
        if picked:
            self.write(laptop, [Gone(*picked)])

    def restore(self, laptop, which):
        picked = self.pick(laptop, which, visible=False)
        if picked:
            self.write(laptop, [Gone(*picked, gone=False)])

    def undo(self, laptop, _which):
        if laptop.workspace.journal.undo_label(laptop.person):
            self.work(laptop, lambda: laptop.workspace.journal.undo(laptop.person))

    def redo(self, laptop, which):
        for _ in range(which % 3 + 1):
            self.undo(laptop, which)
        for _ in range(which % 4):
            if laptop.workspace.journal.redo_label(laptop.person):
                self.work(laptop, lambda: laptop.workspace.journal.redo(laptop.person))

    def personal(self, laptop, which):
        subjects = laptop.rows("opd")
        if subjects:
            subject = subjects[which % len(subjects)]
            row = derived(self.workshop, "identity", subject)
            self.write(laptop, [Set("identity", row, ("nip", "phone")[which % 2], f"1987{which}")])

    def erase(self, laptop, which):
        rows = laptop.rows("identity", visible=False)
        if rows:
            self.write(laptop, [Erase("identity", rows[which % len(rows)])])

    def deliver(self, laptop, which):
        """Some of the ops of another laptop arrive: any of them, in any order, some twice."""
        other = self.laptops[which % len(self.laptops)]
        if other is laptop:
            return
        ops = other.workspace.journal.since({})
        for op in ops:
            self.oracle.sent(op)
        some = self.rng.choices(ops, k=self.rng.randrange(2 * len(ops) + 1)) if ops else []
        if which % 2:
            some = ops
        laptop.workspace.journal.merge(some)
        laptop.known.update(op.key for op in some)

    def copy(self, laptop, which):
        """One file goes on as two: a safety copy is opened on another laptop in place of its own file."""
        place = which % len(self.laptops)
        other = self.laptops[place]
        if other is laptop or len(self.oracle.known) > 4000:
            return
        for op in other.workspace.journal.since({}):
            self.oracle.sent(op)
        laptop.workspace.journal.merge(other.workspace.journal.since({}))
        laptop.known |= other.known
        made = backup.make(laptop.workspace, self.folder / "salinan")
        path = backup.restore(made, self.folder / "pulihan.bimtek")
        other.workspace.close()
        twin = Laptop(path, self.rng, other.person)
        twin.known = set(laptop.known)
        self.laptops[place] = twin


def shown_rows(laptop):
    """Return every row as the typed tables show it, read with plain SQL."""
    shown = {}
    parts = {}
    for row, name, part, val in laptop.conn.execute("SELECT row, field, part, val FROM part"):
        parts.setdefault(row, {})[f"{name}@{part}" if part else name] = val
    for ent in FIELDS:
        cursor = laptop.conn.execute(f'SELECT * FROM "{ent}"')
        names = [item[0] for item in cursor.description]
        for cells in cursor.fetchall():
            cell = dict(zip(names, cells, strict=True))
            row, alive, disputed = cell.pop("id"), cell.pop("alive"), cell.pop("disputed")
            values = {name: str(val) for name, val in cell.items() if val is not None}
            shown[row] = (ent, bool(alive), bool(disputed), values | parts.get(row, {}))
    return shown
