"""Groups of the participants: divided by rules, moved by hand, with their officers, tables and sheets."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.changes import Changes, with_answers
from smartcity_desktop.domain.divide import BY_OPD
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.group import Group, Grouping, Seat, own_title
from smartcity_desktop.domain.group_board import HAND, Board, Card, board, called, chair_for, scribe_for
from smartcity_desktop.domain.group_plan import Ask, Proposal, Proposed, propose
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import between, run
from smartcity_desktop.domain.people import Person, told_apart
from smartcity_desktop.domain.worksheet import BY_GROUP
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import group as query
from smartcity_desktop.storage import seating
from smartcity_desktop.storage.people import person
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import stages

_OFFICERS: Final = ("chair", "scribe")
_OWN: Final = ("name", "code", "dimension", "lead", "chair", "scribe", "mentor", "table_no", "place")
_STAYING: Final = " (tetap ada sebagai lembar lama)"
_WORDS: Final = {"chair": "ketua", "scribe": "notulis"}


class GroupService:
    """Keeps the divisions of a stage; each participant sits once in each."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def groupings(self, stage: RowId | None = None) -> list[Grouping]:
        """Return the divisions in order, of one stage or of all."""
        return query.groupings(self._store.db, stage)

    def get(self, row: RowId) -> Grouping | None:
        """Return one division, None where it is gone."""
        return next((item for item in self.groupings() if item.id == row), None)

    def groups(self, grouping: RowId) -> list[Group]:
        """Return the groups of a division in order."""
        return query.groups(self._store.db, grouping)

    def board(self, grouping: RowId) -> Board:
        """Return a division whole: groups, members, who is not seated, warnings, what it could fill in.

        Raises UserFault ``grouping-gone``.
        """
        own = self._own(grouping)
        hall = seating.hall(self._store)
        seats = query.seats(self._store.db, grouping)
        found = board(hall, own, self.groups(grouping), seats, self._store.say)
        of_stage = tuple(sessions(self._store.db, own.stage))
        used = [item for item in of_stage if item.grouping == grouping]
        _, offer = seating.head_edits(self._store, found, used)
        return replace(found, sessions=of_stage, used=frozenset(item.id for item in used), offer=offer)

    def present(self) -> int:
        """Return how many were counted as present today, or in the place of whom somebody came."""
        return len(seating.hall(self._store, self._today()).present)

    def propose(self, ask: Ask) -> Proposal:
        """Return what a division would come to; nothing is written."""
        standing = self.groups(ask.again) if ask.again else []
        seats = query.seats(self._store.db, ask.again) if ask.again else []
        hall = seating.hall(self._store, self._today())
        return propose(hall, ask, standing, seats, self._store.say)

    def apply(self, proposal: Proposal) -> tuple[RowId, Changes]:
        """Write a proposed division in one act and return its row.

        Raises UserFault ``grouping-gone`` where the division that is to be made anew is no longer there.
        """
        ask = proposal.ask
        edits: list[Edit] = []
        if ask.again:
            row = self._own(ask.again).id
            edits.append(Set("grouping", row, "seed", ask.rules.seed))
        else:
            row = self._store.ids.new()
            values: dict[str, Value] = {
                "pos": self._store.positions("grouping", 1)[0],
                "stage": ask.stage,
                "title": own_title(ask.title, ask.rules.kind, self._store.say),
                "kind": ask.rules.kind,
                "seed": ask.rules.seed,
            }
            edits.append(Birth("grouping", row, values))
        rows = {item.key: item.group.id or self._store.ids.new() for item in proposal.groups}
        edits += self._group_edits(row, proposal, rows)
        edits += self._seat_edits(
            row, {item.person: (rows[item.table], item.why) for item in proposal.places}
        )
        edits += self._emptied_seats(row, proposal)
        words = f"bagi {len(proposal.places)} peserta ke {len(proposal.groups)} kelompok"
        return row, self._store.write(edits, words)

    def add(self, stage: RowId, title: str, kind: str) -> tuple[RowId, Changes]:
        """Make a division without groups and return its row."""
        row = self._store.ids.new()
        pos = self._store.positions("grouping", 1)[0]
        own = own_title(title, kind, self._store.say)
        values: dict[str, Value] = {"pos": pos, "stage": stage, "title": own, "kind": kind}
        return row, self._store.write([Birth("grouping", row, values)], f"buat pembagian {title.strip()}")

    def rename(self, grouping: RowId, title: str) -> Changes:
        """Call a division otherwise; an empty title changes nothing.

        Raises UserFault ``grouping-gone``.
        """
        if not title.strip():
            return Changes()
        own = own_title(title, self._own(grouping).kind, self._store.say)
        return self._store.write([Set("grouping", grouping, "title", own)], "ubah nama pembagian")

    def copy(self, grouping: RowId, stage: RowId, title: str = "") -> tuple[RowId, Changes]:
        """Take a division over as it stands, into the same stage or another, and return the new row.

        Raises UserFault ``grouping-gone``.
        """
        source = self._own(grouping)
        row = self._store.ids.new()
        edits: list[Edit] = [
            Birth(
                "grouping",
                row,
                {
                    "pos": self._store.positions("grouping", 1)[0],
                    "stage": stage,
                    "title": own_title(title or source.title, source.kind, self._store.say),
                    "kind": source.kind,
                    "seed": source.seed,
                },
            )
        ]
        groups = self.groups(grouping)
        rows = {item.id: self._store.ids.new() for item in groups}
        for item, pos in zip(groups, self._store.positions("group", len(groups)), strict=True):
            edits.append(Birth("group", rows[item.id], _values(row, pos, item)))
        seats = query.seats(self._store.db, grouping)
        edits += self._seat_edits(
            row, {item.person: (rows[item.group], item.why) for item in seats if item.group in rows}
        )
        return row, self._store.write(edits, f"salin pembagian {source.title}")

    def remove(self, grouping: RowId) -> Changes:
        """Delete a division with its groups and seats, also from its sessions; undo brings all back.

        The act says how many answers its groups have written.
        """
        own = self._own(grouping)
        used = [item for item in sessions(self._store.db) if item.grouping == grouping]
        edits: list[Edit] = [Set("session", item.id, "grouping", None) for item in used]
        edits.append(Gone("grouping", grouping))
        return self._gone(edits, f"hapus pembagian {own.title}", [item.id for item in self.groups(grouping)])

    def use_in(self, grouping: RowId, chosen: Collection[RowId]) -> Changes:
        """Let exactly these sessions of its stage work in this division."""
        own = self._own(grouping)
        edits: list[Edit] = []
        for item in sessions(self._store.db, own.stage):
            if item.id in chosen and item.grouping != grouping:
                edits.append(Set("session", item.id, "grouping", grouping))
            elif item.id not in chosen and item.grouping == grouping:
                edits.append(Set("session", item.id, "grouping", None))
        return self._store.write(edits, f"pakai pembagian {own.title} di sesi") if edits else Changes()

    def add_group(self, grouping: RowId) -> tuple[RowId, Changes]:
        """Add an empty group behind the others and return its row; it takes the next free table number."""
        own, standing = self._own(grouping), self.groups(grouping)
        numbers = [int(item.table_no) for item in standing if item.table_no.isdecimal()]
        number = str(max([*numbers, len(standing)]) + 1)
        word, code = ("Meja", "M") if own.kind == BY_OPD else ("Kelompok", "K")
        group = Group(name=f"{word} {number}", code=f"{code}{number}", table_no=number)
        row = self._store.ids.new()
        birth = Birth("group", row, _values(grouping, self._store.positions("group", 1)[0], group))
        return row, self._store.write([birth], f"tambah {group.name}")

    def update_group(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a group as it is typed."""
        return self._store.write([Set("group", row, field, value)], "ubah kelompok", typing=True)

    def set_opds(self, row: RowId, opds: Sequence[RowId]) -> Changes:
        """Give a group exactly these agencies; their people stay where they sit."""
        return self._store.write(
            seating.opd_edits(row, self._group(row), opds), self._store.say("ubah OPD kelompok")
        )

    def remove_group(self, row: RowId) -> Changes:
        """Delete a group; who sat there is no longer seated. Undo brings all back.

        The act says how many answers it has written.
        """
        return self._gone([Gone("group", row)], f"hapus {called(self._group(row))}", [row])

    def move_group(self, row: RowId, by: int) -> Changes:
        """Move a group one place up (-1) or down (1) among the others; at the end it stays."""
        order = self.groups(self._group(row).grouping)
        place = [item.id for item in order].index(row)
        if not 0 <= place + by < len(order):
            return Changes()
        order.insert(place + by, order.pop(place))
        keys = run(len(order))
        edits = [
            Set("group", item.id, "pos", pos)
            for item, pos in zip(order, keys, strict=True)
            if item.pos != pos
        ]
        return self._store.write(edits, "pindah urutan kelompok")

    def move(
        self, grouping: RowId, people: Sequence[RowId], group: RowId, opds: Sequence[RowId] = ()
    ) -> Changes:
        """Seat people by hand in a group, in one act; an empty ``group`` takes them from their tables.

        Agencies that are moved come with their own place at the table and all of their people. Whoever led
        or wrote in the group that is left does so no longer.
        """
        cards = self.board(grouping).cards
        own = {item.id for card in cards for item in card.members if item.person.opd in set(opds)}
        moved = [row for row in dict.fromkeys((*people, *sorted(own))) if _group_of(cards, row) != group]
        edits = self._seat_edits(grouping, dict.fromkeys(moved, (group, HAND)))
        edits += _left_offices(cards, set(moved))
        for card in cards:
            has = [item.id for item in card.opds]
            wanted = [row for row in has if row not in opds]
            if card.group.id == group:
                wanted = [*has, *(row for row in opds if row not in has)]
            edits += seating.opd_edits(card.group.id, card.group, wanted)
        if not edits:
            return Changes()
        return self._store.write(edits, self._moved_words(cards, moved, group, opds))

    def swap(self, grouping: RowId, one: RowId, other: RowId) -> Changes:
        """Let two people change their places, in one act."""
        cards = self.board(grouping).cards
        here, there = _group_of(cards, one), _group_of(cards, other)
        if here == there:
            return Changes()
        edits = self._seat_edits(grouping, {one: (there, HAND), other: (here, HAND)})
        edits += _left_offices(cards, {one, other})
        return self._store.write(edits, f"tukar {self._who(one)} dan {self._who(other)}")

    def seat_newcomers(self, grouping: RowId) -> Changes:
        """Seat everybody who has no seat, unless a hand took it, in the group that suits, in one act."""
        found = self.board(grouping).newcomers
        if not found:
            return Changes()
        edits = self._seat_edits(grouping, {row: (group, "baru") for row, group in found})
        return self._store.write(edits, f"dudukkan {len(found)} peserta")

    def give_office(self, group: RowId, office: str, row: RowId) -> Changes:
        """Make a member chair (``chair``) or note-taker (``scribe``); given to the same one again, it ends.

        Whoever has the other office gives it up for this one.
        """
        own = self._group(group)
        other = next(name for name in _OFFICERS if name != office)
        ends = getattr(own, office) == row
        edits: list[Edit] = [Set("group", group, office, None if ends else row)]
        if not ends and getattr(own, other) == row:
            edits.append(Set("group", group, other, None))
        verb = "lepas" if ends else "tunjuk"
        return self._store.write(edits, f"{verb} {_WORDS[office]} {called(own)}")

    def propose_officers(self, grouping: RowId) -> Changes:
        """Give every group without them a chair and a note-taker by their offices, in one act."""
        edits: list[Edit] = []
        for card in self.board(grouping).cards:
            chair = card.group.chair if card.has_chair else chair_for(card)
            scribe = card.group.scribe if card.has_scribe else scribe_for(card, chair)
            for office, row in (("chair", chair), ("scribe", scribe)):
                if row and row != getattr(card.group, office):
                    edits.append(Set("group", card.group.id, office, row))
        return self._store.write(edits, "usulkan ketua dan notulis") if edits else Changes()

    def fill_heads(self, grouping: RowId) -> Changes:
        """Fill the empty heads of the sheets of its sessions from the groups; what was typed stays."""
        found = self.board(grouping)
        used = [item for item in found.sessions if item.id in found.used]
        edits, offer = seating.head_edits(self._store, found, used)
        words = f"isi kepala {offer.sheets} lembar dari kelompok"
        return self._store.write(edits, words) if edits else Changes()

    def trail(self, grouping: RowId, row: RowId) -> tuple[str, ...]:
        """Return in which groups of this division somebody sat before, the first one first."""
        key = self._store.key("seat", grouping, row)
        entries = self._store.workspace.journal.history(key, "group")
        names = {item.id: called(item) for item in query.groups(self._store.db)}
        found = [names[RowId(item.val)] for item in entries if item.val and RowId(item.val) in names]
        steps = [name for place, name in enumerate(found) if place == 0 or found[place - 1] != name]
        seat = next((item for item in query.seats(self._store.db, grouping) if item.person == row), Seat())
        return tuple(steps[:-1] if seat.group in names else steps)

    def elsewhere(self, grouping: RowId, row: RowId) -> tuple[str, ...]:
        """Return where somebody sits in the other divisions: ``Tahap I · Komponen kesiapan: Struktur``."""
        numbers = {item.id: item.number for item in stages(self._store.db)}
        found: list[str] = []
        for own in self.groupings():
            seat = next((item for item in query.seats(self._store.db, own.id) if item.person == row), Seat())
            group = next((item for item in self.groups(own.id) if item.id == seat.group), None)
            if own.id != grouping and group is not None:
                found.append(f"Tahap {_roman(numbers.get(own.stage))} · {own.title}: {called(group)}")
        return tuple(found)

    def _gone(self, edits: Sequence[Edit], words: str, rows: Collection[RowId]) -> Changes:
        from smartcity_desktop.storage.definition_read import answers_of

        answers = answers_of(self._store, BY_GROUP, rows)
        answers += _STAYING if answers else ""
        return replace(self._store.write(edits, with_answers(words, answers)), answers=answers)

    def _own(self, grouping: RowId) -> Grouping:
        found = self.get(grouping)
        if found is None:
            raise UserFault("grouping-gone")
        return found

    def _group(self, row: RowId) -> Group:
        found = next((item for item in query.groups(self._store.db) if item.id == row), None)
        if found is None:
            raise UserFault("grouping-gone")
        return found

    def _today(self) -> str:
        return self._store.now().date().isoformat()

    def _who(self, *rows: RowId) -> str:
        known = (person(self._store.db, row) for row in rows)
        return told_apart([item or Person() for item in known])

    def _moved_words(
        self, cards: Sequence[Card], moved: Sequence[RowId], group: RowId, opds: Sequence[RowId]
    ) -> str:
        target = next((card.called for card in cards if card.group.id == group), "")
        who = self._who(*moved) if len(moved) == 1 and not opds else f"{len(moved)} peserta"
        if opds and not moved:
            who = self._store.say(f"{len(opds)} OPD")
        return f"pindahkan {who} ke {target}" if target else f"keluarkan {who} dari kelompok"

    def _group_edits(self, grouping: RowId, proposal: Proposal, rows: "dict[str, RowId]") -> "Iterable[Edit]":
        standing = {item.id: item for item in self.groups(grouping)} if proposal.ask.again else {}
        places = run(len(proposal.groups), between(self._last_pos(), "") if standing else self._last_pos())
        for item, pos in zip(proposal.groups, places, strict=True):
            if not item.group.id:
                yield Birth("group", rows[item.key], _values(grouping, pos, item.group))
                continue
            yield Set("group", item.group.id, "pos", pos)
            yield Set("group", item.group.id, "lead", item.group.lead or None)
            yield from seating.opd_edits(item.group.id, standing.get(item.group.id), item.group.opds)
            yield from _lost_offices(item)
        yield from (Gone("group", row) for row in proposal.gone)

    def _emptied_seats(self, row: RowId, proposal: Proposal) -> list[Edit]:
        """Return what empties the seats of those who are not divided this time."""
        if not proposal.ask.again:
            return []
        placed = {item.person for item in proposal.places}
        return [
            edit
            for item in query.seats(self._store.db, row)
            if item.person not in placed and item.group and not (item.why == HAND and proposal.ask.keep)
            for edit in (Set("seat", item.id, "group", None), Set("seat", item.id, "why", None))
        ]

    def _last_pos(self) -> str:
        return max((item.pos for item in query.groups(self._store.db)), default="")

    def _seat_edits(self, grouping: RowId, wanted: "dict[RowId, tuple[RowId, str]]") -> list[Edit]:
        """Return what seats exactly these people as told, people by row: the group and the reason."""
        standing = {item.person: item for item in query.seats(self._store.db, grouping)}
        edits: list[Edit] = []
        for row, (group, why) in wanted.items():
            key = self._store.key("seat", grouping, row)
            if row in standing:
                edits += [Set("seat", key, "group", group or None), Set("seat", key, "why", why)]
            else:
                values: dict[str, Value] = {"grouping": grouping, "person": row, "group": group, "why": why}
                edits.append(Birth("seat", key, values))
        return edits


def _values(grouping: RowId, pos: str, group: Group) -> dict[str, Value]:
    values: dict[str, Value] = {"pos": pos, "grouping": grouping}
    values |= {name: getattr(group, name) for name in _OWN if getattr(group, name)}
    return values | {f"opd@{row}": "1" for row in group.opds}


def _group_of(cards: Sequence[Card], row: RowId) -> RowId:
    found = (card.group.id for card in cards if any(item.id == row for item in card.members))
    return next(found, NO_ROW)


def _left_offices(cards: Sequence[Card], moved: Collection[RowId]) -> list[Edit]:
    """Return what ends the offices of people who leave their group."""
    return [
        Set("group", card.group.id, office, None)
        for card in cards
        for office in _OFFICERS
        if getattr(card.group, office) in moved
    ]


def _lost_offices(item: Proposed) -> list[Edit]:
    """Return what ends the offices of people who no longer sit in this group."""
    return [
        Set("group", item.group.id, office, None)
        for office in _OFFICERS
        if getattr(item.group, office) and getattr(item.group, office) not in item.people
    ]


def _roman(number: int | None) -> str:
    from smartcity_desktop.domain.wording import stage_name

    return stage_name(number) if number else "–"
