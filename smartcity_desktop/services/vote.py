"""Votes: any list, three knobs, entered as hands, as ballots or per person, hidden until revealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain import vote as rule
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.vote import GROUPED, HANDS, READY, Result, Vote, VoteItem
from smartcity_desktop.domain.wording import long_date
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import vote as query
from smartcity_desktop.storage import vote_write as write
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.paper_loop import Paper, Settlement

_WORDS: Final = frozenset({"title", "question"})
_KNOBS: Final = _WORDS | {"way", "points", "most", "voters"}


@dataclass(frozen=True, slots=True)
class VoteAsk:
    """A new vote: its title and question, the three knobs, how many vote, and what it is about."""

    title: str
    question: str = ""
    way: str = HANDS
    points: int | None = 1
    most: int | None = 1
    voters: int | None = None
    stage: RowId = NO_ROW
    worksheet: RowId = NO_ROW
    lines: tuple[tuple[RowId, str], ...] = ()
    """The row that a line is about (none for a line of one's own), and its words."""


class VoteService:
    """Reads and writes votes; every line that is entered is on the disk before the next one."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def votes(self, stage: RowId | None = None) -> list[Vote]:
        """Return the votes in order, of one stage or of all."""
        return query.votes(self._store.db, stage)

    def vote(self, row: RowId) -> Vote:
        """Return one vote. Raises UserFault ``row-gone``."""
        found = query.vote(self._store.db, row)
        if found is None:
            raise UserFault("row-gone")
        return found

    def items(self, row: RowId) -> list[VoteItem]:
        """Return the lines of a vote in order, those taken off the list too."""
        return query.items(self._store.db, row)

    def result(self, row: RowId, held: int | None = None) -> Result:
        """Return what a round came to, the one that is held where none is asked for."""
        db = self._store.db
        return rule.tally(self.vote(row), query.items(db, row), query.casts(db, row), held)

    def rounds(self, row: RowId) -> tuple[Result, ...]:
        """Return every round from the first on, the one that is held last."""
        db, found = self._store.db, self.vote(row)
        items, casts = query.items(db, row), query.casts(db, row)
        return tuple(rule.tally(found, items, casts, number) for number in range(1, found.held + 1))

    def lines_of(self, worksheet: RowId, party: RowId | None = None) -> list[tuple[RowId, str]]:
        """Return the rows of a worksheet that can be voted on, with their words; of one party or of all."""
        return query.rows_to_vote_on(self._store.db, worksheet_of(self._store, worksheet), party)

    def given(self, row: RowId, voter: str) -> dict[RowId, int]:
        """Return the points that one ballot or person gave in the round that is held, by line."""
        held = self.vote(row).held
        return {
            item.item: item.points or 0
            for item in query.casts(self._store.db, row)
            if item.voter == voter and (item.round or 1) == held
        }

    def ballots(self, row: RowId) -> dict[str, dict[RowId, int]]:
        """Return what every ballot or person gave in the round that is held, by sign, in their order."""
        held = self.vote(row).held
        found: dict[str, dict[RowId, int]] = {}
        for item in query.casts(self._store.db, row):
            if (item.round or 1) == held and not item.voter.startswith(GROUPED):
                found.setdefault(item.voter, {})[item.item] = item.points or 0
        return dict(sorted(found.items(), key=lambda one: (len(one[0]), one[0])))

    def counted(self, row: RowId) -> dict[tuple[RowId, int], int]:
        """Return how many hands or ballots gave a line so many points, as it was entered in this round."""
        held = self.vote(row).held
        return {
            (item.item, int(item.voter.removeprefix(GROUPED))): item.count
            for item in query.casts(self._store.db, row)
            if item.count is not None and item.voter.startswith(GROUPED) and (item.round or 1) == held
        }

    def issued(self, row: RowId) -> tuple[str, ...]:
        """Return the signs of all ballots that were printed for a vote."""
        return tuple(item.called(number) for item in self.papers(row) for number in item.numbers)

    def sums(self, row: RowId) -> "tuple[Settlement, ...]":
        """Return issued = counted + blank + spoiled + missing for every batch of ballots of a vote."""
        from smartcity_desktop.storage.paper_line import settlements

        found = self.papers(row)
        return tuple(settlements(self._store, only=found)) if found else ()

    def set_heap(self, batch: RowId, field: str, count: int | None) -> Changes:
        """Write how many ballots of a batch were counted, blank, spoiled or missing, whatever their numbers.

        For ballots that are tallied line by line. None takes it back.
        """
        from smartcity_desktop.domain.paper_loop import IN_A_HEAP

        words = f"surat suara {IN_A_HEAP[field]}"
        return self._store.write([Set("paper", batch, field, count)], words, typing=True)

    def add(self, ask: VoteAsk) -> tuple[RowId, Changes]:
        """Make a vote with its lines; returns its id."""
        row, running = self._store.ids.new(), session_query.running(self._store.db)
        told: dict[str, Value] = {
            "pos": self._store.positions("vote", 1)[0],
            "title": ask.title.strip() or "Pemungutan suara",
            "question": ask.question.strip(),
            "way": ask.way,
            "points": ask.points,
            "most": ask.most,
            "voters": ask.voters,
            "stage": ask.stage,
            "worksheet": ask.worksheet,
            "session": running.id if running else NO_ROW,
            "round": 1,
            "state": READY,
        }
        edits: list[Edit] = [Birth("vote", row, told), *self._births(row, ask.lines)]
        return row, self._store.write(edits, f"buat pemungutan suara {told['title']}")

    def add_lines(self, row: RowId, lines: Sequence[tuple[RowId, str]]) -> Changes:
        """Add lines behind the others; one whose row was taken off comes back in its place."""
        standing = {item.subject: item for item in self.items(row) if item.subject}
        back: list[Edit] = [
            Set("vote_item", standing[subject].id, "retired", None)
            for subject, _ in lines
            if subject in standing and standing[subject].retired
        ]
        new = [(subject, words) for subject, words in lines if subject not in standing and words.strip()]
        edits = [*back, *self._births(row, new)]
        return self._store.write(edits, "tambah pilihan suara") if edits else Changes()

    def take_off(self, item: RowId, *, gone: bool = True) -> Changes:
        """Take a line off the list, or put it back; what was given to it stays."""
        words = "keluarkan pilihan suara" if gone else "kembalikan pilihan suara"
        return self._store.write([Set("vote_item", item, "retired", gone or None)], words)

    def set_knob(self, row: RowId, field: str, value: Value) -> Changes:
        """Change title, question, way, points, most or voters.

        Once a vote is closed its title and question alone: raises UserFault ``vote-rule-closed`` for what it
        was counted by.
        """
        if field not in _KNOBS:
            raise KeyError(field)
        found = self.vote(row)
        if found.is_closed and field not in _WORDS:
            raise UserFault("vote-rule-closed", title=found.title)
        return self._store.write([Set("vote", row, field, value)], "ubah pemungutan suara", typing=True)

    def enter_hands(self, row: RowId, item: RowId, count: int | None) -> Changes:
        """Write how many hands a line got; None takes it back."""
        return self.enter_counted(row, item, 1, count)

    def enter_counted(self, row: RowId, item: RowId, points: int, count: int | None) -> Changes:
        """Write how many hands or ballots gave a line so many points; None takes it back."""
        edits = write.figure(self._store, self.vote(row), item, f"{GROUPED}{points}", count)
        return self._store.write(edits, "catat suara")

    def enter_voter(self, row: RowId, voter: str, points: Mapping[RowId, int]) -> Changes:
        """Write what one person or ballot gives; lines that are not named get nothing. One act."""
        sign = " ".join(voter.split())
        if not sign or sign.startswith(GROUPED):
            raise UserFault("vote-no-voter")
        edits = write.ballot(self._store, self.vote(row), sign, points)
        return self._store.write(edits, "catat satu suara")

    def forget_voter(self, row: RowId, voter: str) -> Changes:
        """Take back what one person or ballot gave in the round that is held.

        Raises UserFault ``vote-closed``, as entering does: what was closed stays as it was counted.
        """
        edits = write.forgotten(self._store, self.vote(row), voter)
        return self._store.write(edits, "hapus satu suara") if edits else Changes()

    def close(self, row: RowId) -> Changes:
        """Close a vote: nothing more is entered, nothing is shown yet. A closed one is left alone."""
        if self.vote(row).is_closed:
            return Changes()
        return self._to(row, rule.CLOSED, "closed_at", "tutup pemungutan suara")

    def reveal(self, row: RowId) -> Changes:
        """Let everybody see the result."""
        return self._to(row, rule.REVEALED, "revealed_at", "umumkan hasil suara")

    def hide(self, row: RowId) -> Changes:
        """Take a result off the walls again; it stays as it is. One that is not on them is left alone."""
        if not self.vote(row).is_revealed:
            return Changes()
        edits: list[Edit] = [Set("vote", row, "state", rule.CLOSED), Set("vote", row, "revealed_at", None)]
        return self._store.write(edits, "sembunyikan hasil suara")

    def reopen(self, row: RowId) -> Changes:
        """Go on counting a vote that was closed."""
        told: dict[str, Value] = {"state": rule.RUNNING, "closed_at": None, "revealed_at": None}
        return self._store.write(
            [Set("vote", row, field, value) for field, value in told.items()], "lanjutkan menghitung suara"
        )

    def again(self, row: RowId, why: str = "") -> Changes:
        """Begin a new round with a line in the log; the rounds before stay and can be looked at."""
        found = self.vote(row)
        now = self._store.now()
        when = f"{long_date(now.date(), weekday=False)} {now:%H.%M}"
        line = f"Putaran {found.held + 1} dimulai {when} oleh {self._store.person}"
        line += f": {why.strip()}" if why.strip() else "."
        told: dict[str, Value] = {
            "round": found.held + 1,
            "state": READY,
            "opened_at": None,
            "closed_at": None,
            "revealed_at": None,
            "note": "\n".join(part for part in (found.note, line) if part),
        }
        edits = [Set("vote", row, field, value) for field, value in told.items()]
        return self._store.write(edits, "ulangi pemungutan suara")

    def remove(self, row: RowId) -> Changes:
        """Delete a vote with all that was given; undo brings it back."""
        return self._store.write([Gone("vote", row)], "hapus pemungutan suara")

    def _to(self, row: RowId, state: str, field: str, words: str) -> Changes:
        edits = [Set("vote", row, "state", state), Set("vote", row, field, self._store.now_text())]
        return self._store.write(edits, words)

    def papers(self, row: RowId) -> "list[Paper]":
        """Return the batches of ballots that were printed for a vote."""
        from smartcity_desktop.domain.paper_loop import BALLOT
        from smartcity_desktop.storage.paper import papers

        return [item for item in papers(self._store.db) if item.kind == BALLOT and item.vote == row]

    def _births(self, row: RowId, lines: Sequence[tuple[RowId, str]]) -> list[Edit]:
        places = self._store.positions("vote_item", len(lines)) if lines else []
        return [
            Birth(
                "vote_item",
                self._store.key("vote_item", row, subject) if subject else self._store.ids.new(),
                {"pos": pos, "vote": row, "subject": subject, "text": words.strip()},
            )
            for (subject, words), pos in zip(lines, places, strict=True)
        ]
