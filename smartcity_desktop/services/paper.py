"""The loop of papers: what was issued, keying it in its own order, a second reading, what came back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.grid import Choice, GridColumn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_code import means, numbers_of, proves, same, spelt, taken_apart
from smartcity_desktop.domain.paper_loop import (
    COUNTED,
    DIFFERS,
    EQUAL,
    OUT,
    PUT_ASIDE,
    SETTLED,
    SHEET,
    STATE_WORDS,
    Ballot,
    BallotLine,
    Card,
    Issue,
    KeySheet,
    Paper,
    PaperLine,
    PrintedColumn,
    Settlement,
)
from smartcity_desktop.domain.vote import Vote
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import paper as query
from smartcity_desktop.storage import vote as vote_query
from smartcity_desktop.storage import worksheet as sheets_query
from smartcity_desktop.storage.answers import has_row, values
from smartcity_desktop.storage.paper_line import paper_lines, settlements
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.sheet_write import Cell, SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.vote_write import ballot as ballot_edits

BEGUN: Final = frozenset({"", "belum", "sedang"})
"""Steps of the ladder from which a sheet that was keyed whole is delivered."""


class Found(NamedTuple):
    """A paper that was asked for by its number; ``number`` is that of a card or ballot, 0 for a sheet."""

    paper: Paper
    number: int = 0

    @property
    def called(self) -> str:
        """The number as it is printed, without its letter."""
        return self.paper.called(self.number) if self.number else self.paper.number


class PaperService:
    """Keys papers in; every act notes who did it in the journal."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # What there is -------------------------------------------------------------------------------------

    def lines(self, worksheet: RowId = NO_ROW) -> list[PaperLine]:
        """Return the issued sheets, of one worksheet or of all, each with its party and who keyed it."""
        return paper_lines(self._store, worksheet)

    def issued_worksheets(self) -> frozenset[RowId]:
        """Return the worksheets of which any numbered paper was issued."""
        return frozenset(item.worksheet for item in query.papers(self._store.db))

    def batches(self, worksheet: RowId = NO_ROW) -> list[Paper]:
        """Return the batches of cards and ballots, of one worksheet or of all."""
        return [
            item
            for item in query.papers(self._store.db)
            if item.kind != SHEET and worksheet in {NO_ROW, item.worksheet}
        ]

    def settlements(self, worksheet: RowId = NO_ROW) -> list[Settlement]:
        """Return issued = counted + blank + spoiled + missing: of the sheets first, then of every batch."""
        return settlements(self._store, worksheet)

    def waiting(self, worksheet: RowId, after: RowId = NO_ROW) -> Paper | None:
        """Return the next sheet of a worksheet that nobody has keyed, behind another, then from the top."""
        own = [item for item in query.papers(self._store.db) if item.worksheet == worksheet]
        own = [item for item in own if item.kind == SHEET]
        place = next((at for at, item in enumerate(own) if item.id == after), -1)
        return next((item for item in (*own[place + 1 :], *own[: place + 1]) if item.state == OUT), None)

    # Finding -------------------------------------------------------------------------------------------

    def find(self, typed: str, worksheet: RowId = NO_ROW) -> Found:
        """Return the paper whose number or code was typed or scanned.

        Figures alone are a sheet of ``worksheet`` (``3`` is ``L5-03``). A sheet that was printed without
        being noted is taken as it would be printed now. Raises UserFault ``paper-check`` where the check
        letter does not belong to the number, ``paper-unknown`` where there is no such paper.
        """
        text = typed.strip()
        number, letter = taken_apart(text)
        if text.isdigit() and worksheet:
            definition = sheets_query.worksheet_of(self._store, worksheet)
            number = f"{spelt(definition.code)}-{int(text):02d}"
        known = query.papers(self._store.db)
        found = (
            self._one(known, lambda paper: spelt(paper.number) == number)
            or self._one(known, lambda paper: means(number, paper.number))
            or self._single(text)
            or self._unnoted(number)
        )
        # The letter belongs to the number as it is printed, also where its hyphens were left out.
        whole = found.called if found else number
        if letter and not proves(whole, letter):
            raise UserFault("paper-check", code=spelt(text))
        if found is None:
            raise UserFault("paper-unknown", code=spelt(text))
        return found

    def span(self, typed: str) -> tuple[Paper, range] | None:
        """Return the batch and the numbers of ``K1-089..100``; None for anything else."""
        found = numbers_of(typed)
        if found is None:
            return None
        batch = next((item for item in self.batches() if same(item.number) == same(found[0])), None)
        if batch is None or not (found[1] and found[1][0] in batch.numbers and found[1][-1] in batch.numbers):
            return None
        return batch, found[1]

    def _single(self, typed: str) -> Found | None:
        """Return one paper of a batch whose number was typed without its noughts (``K1-7``)."""
        span = self.span(typed)
        return Found(span[0], span[1][0]) if span is not None and len(span[1]) == 1 else None

    @staticmethod
    def _one(known: Sequence[Paper], is_meant: Callable[[Paper], bool]) -> Found | None:
        sheets = [item for item in known if item.kind == SHEET and is_meant(item)]
        if len(sheets) == 1:
            return Found(sheets[0])
        singles = [
            Found(item, number)
            for item in known
            if item.kind != SHEET
            for number in item.numbers
            if is_meant(Paper(number=item.called(number)))
        ]
        return singles[0] if len(singles) == 1 and not sheets else None

    def _unnoted(self, number: str) -> Found | None:
        db = self._store.db
        meant = [item for item in sheets_query.sheets(db) if number and means(number, item.number)]
        sheet = next((item for item in meant if spelt(item.number) == number), None)
        if sheet is None and len(meant) != 1:
            return None
        sheet = sheet or meant[0]
        noted = [item for item in query.papers(db) if item.sheet == sheet.id]
        grid = grid_of(self._store, sheet.worksheet, sheet.party)
        return Found(query.sheet_issue(self._store, grid, sheet.number, "", noted).paper)

    # Keying a sheet --------------------------------------------------------------------------------------

    def sheet(self, paper: Paper) -> KeySheet:
        """Return a sheet as it is keyed: rows and columns in the order in which they were printed."""
        return query.key_sheet(self._store, self._now(paper))

    def key(self, paper: Paper, cells: Sequence[Cell]) -> Changes:
        """Write what was keyed; a line of which the row was deleted since brings that back."""
        if not cells:
            return Changes()
        writer = SheetWriter(self._store, paper.worksheet, self._party(paper))
        target = writer.definition.target
        rows = {row for row, _, _ in cells}
        back = {
            row for row in rows if writer.definition.takes_rows and query.is_gone(self._store, target, row)
        }
        # What comes back has its place and its values: it is not born again.
        written = [item for item in writer.cells(cells) if not (isinstance(item, Birth) and item.row in back)]
        edits = [*self._noted(paper), *(Gone(target, row, gone=False) for row in back), *written]
        return self._store.write(edits, self._words(paper))

    def key_added(self, paper: Paper, place: int, text: str) -> Changes:
        """Keep a line that was written by hand below the rows of a paper, as a comment on its sheet.

        The first ``place`` is 0; an empty text takes the line away.
        """
        kept = " ".join(text.split())
        edits = query.added_edits(self._store, paper, place, kept)
        born = [] if not edits else SheetWriter(self._store, paper.worksheet, self._party(paper)).begun()
        return (
            self._store.write([*self._noted(paper), *born, *edits], self._words(paper))
            if edits
            else Changes()
        )

    def finish(self, paper: Paper) -> Changes:
        """Say that a sheet is keyed whole: it is delivered, and no longer only on paper."""
        writer = SheetWriter(self._store, paper.worksheet, self._party(paper))
        wanted: dict[str, Value] = {"on_paper": False} if writer.sheet.on_paper else {}
        wanted |= {"status": "diserahkan"} if writer.sheet.status in BEGUN else {}
        edits = [*self._noted(paper), *(writer.head(wanted) if wanted else [])]
        if self._now(paper).state == COUNTED:
            return Changes()
        return self._store.write(
            [*edits, Set("paper", paper.id, "state", COUNTED)], f"selesai mengetik {paper.number}"
        )

    def put(self, paper: Paper, state: str) -> Changes:
        """Say that a sheet came back blank or spoiled, is missing, or is to be keyed after all."""
        if self._now(paper).state == state and has_row(self._store.db, paper.id):
            return Changes()
        words = f"tandai {paper.number} {STATE_WORDS[state].lower()}"
        return self._store.write([*self._noted(paper), Set("paper", paper.id, "state", state)], words)

    # Second reading --------------------------------------------------------------------------------------

    def reread(self, paper: Paper, row: RowId, key: str, raw: str) -> Changes:
        """Keep what a second reading found in one field; the first stays what it is."""
        db, now = self._store.db, self._store.now_text()
        stands = self._stands(paper, row, key)
        told: dict[str, Value] = {
            "text": raw,
            "by": self._store.person,
            "at": now,
            "state": EQUAL if raw == stands else DIFFERS,
        }
        target = self._store.key("recheck", paper.sheet, row, key)
        words = f"baca kedua {paper.number}"
        if (row, key) in query.rereads(db, paper.sheet):
            edits: list[Edit] = [Set("recheck", target, name, value) for name, value in told.items()]
        else:
            edits = [Birth("recheck", target, {"sheet": paper.sheet, "line": row, "column": key, **told})]
        return self._store.write([*self._noted(paper), *edits], words)

    def choose(self, paper: Paper, row: RowId, key: str, *, second: bool) -> Changes:
        """Settle a field that was read in two ways: the second reading replaces the first, or it stays."""
        again = query.rereads(self._store.db, paper.sheet)[row, key]
        edits: list[Edit] = [Set("recheck", again.id, "state", SETTLED)]
        if second:
            writer = SheetWriter(self._store, paper.worksheet, self._party(paper))
            edits = [*writer.cells([(row, key, again.text)]), *edits]
        return self._store.write(edits, f"pilih bacaan {'kedua' if second else 'pertama'} {paper.number}")

    def _stands(self, paper: Paper, row: RowId, key: str) -> str:
        found = next((item for item in self.sheet(paper).rows if item.row == row), None)
        return found.values.get(key, "") if found else ""

    # Cards and ballots -----------------------------------------------------------------------------------

    def mark(self, batch: Paper, numbers: Sequence[int], state: str) -> Changes:
        """Say that papers of a batch are blank, spoiled or missing; an empty state takes that back."""
        if state and state not in PUT_ASIDE:
            raise ValueError(state)
        edits = [Set("paper", batch.id, f"mark@{number}", state or None) for number in numbers]
        words = STATE_WORDS[state].lower() if state else "dihitung lagi"
        return (
            self._store.write(edits, f"{len(numbers)} kertas {batch.number} {words}") if edits else Changes()
        )

    def card_columns(self, batch: Paper) -> tuple[tuple[GridColumn, PrintedColumn], ...]:
        """Return what is keyed from a card: whose sheet it goes to, by the number there, and the idea."""
        definition = sheets_query.worksheet_of(self._store, batch.worksheet)
        choices = tuple(
            Choice(item.id, item.called, item.short, also=(item.name,), retired=item.retired)
            for item in parties(self._store.db, definition)
        )
        order = next(iter(batch.column_order), PrintedColumn("party"))
        whose = GridColumn("party", "Kelompok", "choice", "grid", choices=choices, wanted=True)
        return (whose, order), (GridColumn("text", "Isi kartu", "long", "grid"), PrintedColumn("text"))

    def card(self, batch: Paper, number: int) -> Card:
        """Return a card as it stands, an empty one before it is keyed."""
        marked = query.marks(self._store.db, [batch.id]).get(batch.id, {}).get(number, "")
        found = query.cards(self._store.db, self._target(batch), batch).get(number, Card(number))
        return Card(number, found.row, found.party, found.text, marked)

    def write_card(self, batch: Paper, number: int, party: RowId, text: str) -> Changes:
        """Write the idea of a card onto the sheet of a party, or correct it; an empty text takes it away.

        Raises UserFault ``carry-no-sheet`` where nobody says whose it is.
        """
        target, row = self._target(batch), self._store.key("paper", batch.id, "card", str(number))
        words = f"{query.KEYED} {batch.called(number)}"
        stands = bool(values(self._store.db, target, [row]))
        kept = text.strip()
        if not kept:
            return (
                self._store.write([Gone(target, row)], f"kosongkan {batch.called(number)}")
                if stands
                else Changes()
            )
        writer = SheetWriter(self._store, batch.worksheet, party)
        if not party:
            raise UserFault("carry-no-sheet", title=writer.definition.title)
        edits: list[Edit] = [*writer.begun()]
        if not stands and has_row(self._store.db, row):
            edits.append(Gone(target, row, gone=False))
        elif not stands:
            place = self._store.positions(target, 1)[0]
            born = {POS: place, "sheet": writer.sheet.id, "card": batch.called(number)}
            edits.append(Birth(target, row, born))
        moved: list[Edit] = (
            [Set(target, row, "sheet", writer.sheet.id)] if has_row(self._store.db, row) else []
        )
        unmarked: list[Edit] = (
            [Set("paper", batch.id, f"mark@{number}", None)] if self.card(batch, number).state else []
        )
        return self._store.write([*edits, *moved, Set(target, row, "text", kept), *unmarked], words)

    def ballot(self, batch: Paper, number: int) -> Ballot:
        """Return a ballot with the lines of its vote, empty before it is counted."""
        given = query.ballots(self._store.db, batch).get(number, {})
        vote = vote_query.vote(self._store.db, batch.vote) or Vote()
        lines = tuple(
            BallotLine(item.id, item.text, str(given[item.id]) if item.id in given else "")
            for item in vote_query.choices(self._store.db, batch.vote)
        )
        marked = query.marks(self._store.db, [batch.id]).get(batch.id, {}).get(number, "")
        return Ballot(number, vote.title, lines, vote.points, vote.most, marked, vote.is_closed)

    def cast(self, batch: Paper, number: int, points: Mapping[RowId, int]) -> Changes:
        """Count one ballot: the points it gives each item of its vote; counting it again corrects it.

        Raises UserFault ``vote-closed`` where its vote is closed, ``row-gone`` where it was deleted.
        """
        vote = vote_query.vote(self._store.db, batch.vote)
        if vote is None:
            raise UserFault("row-gone")
        edits = ballot_edits(self._store, vote, batch.called(number), points)
        return self._store.write(edits, f"{query.KEYED} {batch.called(number)}") if edits else Changes()

    # Kept together ---------------------------------------------------------------------------------------

    def _now(self, paper: Paper) -> Paper:
        return next((item for item in query.papers(self._store.db) if item.id == paper.id), paper)

    def _noted(self, paper: Paper) -> list[Edit]:
        """Return what notes a sheet that was printed without being noted."""
        return query.issued(self._store, [Issue(paper, self._party(paper))])

    def _words(self, paper: Paper) -> str:
        return f"{query.KEYED} {paper.number}"

    def _party(self, paper: Paper) -> RowId:
        return query.party_of_paper(self._store, paper)

    def _target(self, batch: Paper) -> str:
        return sheets_query.worksheet_of(self._store, batch.worksheet).target
