"""Programs that several share: the list, what is proposed for it, and who works with whom."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.shared_program import (
    INSIDE,
    PLACE_WORDS,
    Proposal,
    SharedBoard,
    SharedProgram,
    matrix,
    place_of,
)
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import shared_program as query
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.verdict import said, verdicts

_TAKEN, _REFUSED = "terima", "tolak"
_TYPED: Final = {"title": "nama", "partners": "mitra", "note": "catatan", "place": "letak", "lead": "OPD"}


class SharedProgramService:
    """Keeps the list of shared programs; what is proposed stands on it only by a person's act."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store
        self._twins = query.Twins()

    def board(self) -> SharedBoard:
        """Return what is shared and what may be."""
        return query.board(self._store.db, self._twins)

    def accept(self, key: str) -> tuple[RowId, Changes]:
        """Put a proposal on the list, or add it to the shared program that has a line of it already.

        Returns the row that it stands in. Raises UserFault ``row-gone`` where it is no longer proposed.
        """
        found = self.board().proposal(key)
        if found is None:
            raise UserFault("row-gone")
        verdict = said(self._store, (found.subject, found.kind, found.value), _TAKEN)
        row = found.joins or self._row(found)
        edits: list[Edit] = [verdict, *(self._joined(found) if found.joins else [self._born(found, row)])]
        return row, self._store.write(edits, f'jadikan program bersama: "{found.title}"')

    def refuse(self, key: str) -> Changes:
        """Never propose this again. Raises UserFault ``row-gone`` where it is no longer proposed."""
        found = self.board().proposal(key)
        if found is None:
            raise UserFault("row-gone")
        verdict = said(self._store, (found.subject, found.kind, found.value), _REFUSED)
        return self._store.write([verdict], f'tolak usulan program bersama: "{found.title}"')

    def offer_again(self) -> Changes:
        """Propose again what was refused."""
        found = [item for item in verdicts(self._store.db, query.KINDS) if item.state == _REFUSED]
        edits = [said(self._store, (item.subject, item.kind, item.value), None) for item in found]
        return self._store.write(edits, "tampilkan lagi usulan yang ditolak") if edits else Changes()

    def add(self, title: str, rows: Sequence[RowId], partners: str = "") -> tuple[RowId, Changes]:
        """Put programs of plans (and programs smart city) on the list together.

        The first one leads. Raises UserFault ``shared-nothing`` where neither rows nor a title are given.
        """
        board = query.board(self._store.db)
        lines = [row for row in rows if row in board.programs]
        own = [row for row in rows if row in board.initiatives]
        homes = [board.programs[row].opd for row in lines] + [board.initiatives[row].opd for row in own]
        names = [board.programs[row].name for row in lines] + [board.initiatives[row].name for row in own]
        told = " ".join(title.split()) or next(iter(names), "")
        if not told:
            raise UserFault("shared-nothing")
        row = self._store.ids.new()
        parted = query.parted_by(self._store.db)(partners)
        made = SharedProgram(
            row,
            title=told,
            place=place_of([*homes, *parted.opds], parted.rest, board.outsiders),
            lead=next(iter(homes), RowId("")),
            partners=" ".join(partners.split()),
            lines=tuple(lines),
            initiatives=tuple(own),
        )
        return row, self._store.write([self._birth(made)], f'tambah program bersama "{told}"')

    def update(self, row: RowId, field: str, value: str) -> Changes:
        """Change title, place, leading agency, partners or note of a shared program.

        Raises UserFault ``row-gone``, or ``shared-nothing`` for a title without a word.
        """
        self._item(row)
        kept = " ".join(value.split()) if field == "title" else value.strip()
        if field == "title" and not kept:
            raise UserFault("shared-nothing")
        words = self._store.say(f"ubah {_TYPED[field]} program bersama")
        return self._store.write([Set(query.ENTITY, row, field, kept)], words, typing=True)

    def join(self, row: RowId, lines: Sequence[RowId]) -> Changes:
        """Add programs of plans, programs smart city or agencies to a shared program.

        What was inside one agency is no longer, where another one comes.
        """
        item, board = self._item(row), query.board(self._store.db)
        pools = (("line", board.programs), ("initiative", board.initiatives), ("opd", board.names))
        edits: list[Edit] = [
            Set(query.ENTITY, row, f"{name}@{one}", "1")
            for one in lines
            for name, pool in pools
            if one in pool
        ]
        homes = {board.programs[one].opd for one in lines if one in board.programs}
        homes |= {board.initiatives[one].opd for one in lines if one in board.initiatives}
        homes |= {one for one in lines if one in board.names} | set(board.parties(item))
        words = f'tambah {number(len(edits))} peserta ke program bersama "{item.title}"'
        place = place_of(homes, board.others(item), board.outsiders)
        if edits and item.place == INSIDE and place != INSIDE:
            edits.append(Set(query.ENTITY, row, "place", place))
        return self._store.write(edits, words) if edits else Changes()

    def part(self, row: RowId, one: RowId) -> Changes:
        """Take a program, a program smart city or an agency out of a shared program."""
        item = self._item(row)
        edits: list[Edit] = [
            Set(query.ENTITY, row, f"{name}@{one}", None)
            for name, known in (("line", item.lines), ("initiative", item.initiatives), ("opd", item.opds))
            if one in known
        ]
        return (
            self._store.write(edits, f'keluarkan dari program bersama "{item.title}"') if edits else Changes()
        )

    def remove(self, row: RowId) -> Changes:
        """Take a shared program off the list; plans and programs smart city stay as they are.

        What it was taken from is proposed again.
        """
        item = self._item(row)
        known = {*item.lines, *item.initiatives}
        back = [
            said(self._store, (one.subject, one.kind, one.value), None)
            for one in verdicts(self._store.db, query.KINDS)
            if one.state == _TAKEN and one.subject in known
        ]
        return self._store.write([Gone(query.ENTITY, row), *back], f'hapus program bersama "{item.title}"')

    def tables(self) -> tuple[TableSheet, ...]:
        """Return what is shared as plain tables: the list, then who works with whom."""
        board = query.board(self._store.db)
        say = self._store.say
        heads = ("Program bersama", "Letak", say("OPD penanggung jawab"), say("OPD dan mitra"))
        listed = tuple(
            (
                item.title,
                say(PLACE_WORDS.get(item.place, item.place)),
                board.names.get(item.lead, ""),
                board.told(item),
                "; ".join(board.programs[row].told for row in item.lines if row in board.programs),
                item.note,
            )
            for item in board.items
        )
        found = matrix(board)
        names = [board.names[row] for row in found.opds]
        grid: tuple[tuple[str | int, ...], ...] = tuple(
            (board.names[one], *(found.count(one, other) for other in found.opds)) for one in found.opds
        )
        numbers: list[Kind] = ["number" for _ in names]
        return (
            TableSheet(
                say("Program lintas OPD"),
                (*heads, "Program Renstra", "Catatan"),
                listed,
                (36, 20, 22, 34, 60, 40),
                ("long", "text", "text", "long", "long", "long"),
                (say(board.counts),),
            ),
            TableSheet(
                say("OPD bersama OPD"),
                (say("OPD"), *names),
                grid,
                (24, *(14 for _ in names)),
                ("text", *numbers),
            ),
        )

    def _item(self, row: RowId) -> SharedProgram:
        found = next((item for item in query.shared_programs(self._store.db) if item.id == row), None)
        if found is None:
            raise UserFault("row-gone")
        return found

    def _row(self, item: Proposal) -> RowId:
        """Return the row of a proposal that begins a shared program.

        Taken on two laptops it is one and the same; one that was taken off the list is not brought back.
        """
        row = self._store.key(query.ENTITY, item.kind, item.subject, item.value)
        return self._store.ids.new() if has_row(self._store.db, row) else row

    def _born(self, item: Proposal, row: RowId) -> Birth:
        made = SharedProgram(
            row,
            title=item.title,
            place=item.place,
            lead=item.lead,
            partners=item.partners,
            lines=item.lines,
            opds=item.opds,
            initiatives=item.initiatives,
        )
        return self._birth(made)

    def _birth(self, made: SharedProgram) -> Birth:
        values: dict[str, Value] = {
            POS: self._store.positions(query.ENTITY, 1)[0],
            "title": made.title,
            "place": made.place,
            "lead": made.lead,
            "partners": made.partners,
        }
        values |= {f"line@{one}": "1" for one in made.lines}
        values |= {f"opd@{one}": "1" for one in made.opds}
        values |= {f"initiative@{one}": "1" for one in made.initiatives}
        return Birth(query.ENTITY, made.id, values)

    def _joined(self, item: Proposal) -> list[Edit]:
        """Return what adds a proposal to the shared program that it belongs to."""
        home = self._item(item.joins)
        added = {"line": item.lines, "opd": item.opds, "initiative": item.initiatives}
        edits: list[Edit] = [
            Set(query.ENTITY, home.id, f"{name}@{one}", "1") for name, rows in added.items() for one in rows
        ]
        if item.partners and item.partners not in home.partners:
            told = "; ".join(text for text in (home.partners.strip(), item.partners) if text)
            edits.append(Set(query.ENTITY, home.id, "partners", told))
        if home.place == INSIDE != item.place:
            edits.append(Set(query.ENTITY, home.id, "place", item.place))
        return edits
