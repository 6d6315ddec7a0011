"""How programs answer the plan of the region: links with degree and reason, SDG, SPBE, grades of evidence."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.alignment import (
    DEGREE_WORDS,
    EVIDENCE_WORDS,
    GOAL,
    INITIATIVES,
    KIND_WORDS,
    MISSION,
    PROGRAM,
    WHAT_WORDS,
    AlignmentBoard,
    Subject,
    spbe_words,
)
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import SPBE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import alignment as query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.verdict import said, verdicts

_REFUSED: Final = "tolak"
_OF_EVERY: Final = 6
"""Columns of the matrix that both kinds of programs have."""
_INITIATIVE: Final = "initiative"
_NAME: Final = 60


class AlignmentService:
    """Keeps the links of programs; what is proposed is stored only by a person's act."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def what(self) -> str:
        """Return what can be held against the plan now: programs smart city, else those of the plans."""
        return query.what_stands(self._store.db)

    def board(self, what: str = INITIATIVES) -> AlignmentBoard:
        """Return the plan of the region with what answers it and what may."""
        return query.board(self._store.db, what)

    def align(
        self, subject: RowId, target: RowId, degree: str = "", reason: str = "", evidence: str = ""
    ) -> Changes:
        """Link a program to a point of the RPJMD or a program of a Renstra, or say it differently.

        ``degree`` and ``evidence`` are of the catalogue or empty. Raises UserFault ``row-gone`` where the
        program is gone.
        """
        item = self._subject(subject)
        values: dict[str, Value] = {
            "subject": subject,
            "target": target,
            "degree": degree,
            "reason": reason.strip(),
            "evidence": evidence,
        }
        row = self._store.key(query.ENTITY, subject, target)
        words = f'kaitkan "{shortened(item.name, _NAME)}"'
        if degree:
            words += f" ({DEGREE_WORDS[degree].lower()})"
        return self._store.write([Birth(query.ENTITY, row, values)], words)

    def say(self, subject: RowId, target: RowId, field: str, value: str) -> Changes:
        """Say one thing of a link (``degree``, ``reason``, ``evidence``); the others stay as they are.

        Raises UserFault ``row-gone`` where the program is gone.
        """
        item = self._subject(subject)
        row = self._store.key(query.ENTITY, subject, target)
        values: dict[str, Value] = {"subject": subject, "target": target, field: value.strip()}
        words = f'kaitan "{shortened(item.name, _NAME)}"'
        return self._store.write([Birth(query.ENTITY, row, values)], words, typing=field == "reason")

    def unalign(self, subject: RowId, target: RowId) -> Changes:
        """Take a link away, also the simple one on the worksheet.

        A program of a plan that a program smart city was made of stays: that is where it came from.
        """
        item = self._subject(subject)
        edits: list[Edit] = [
            Gone(query.ENTITY, one.id)
            for one in query.alignments(self._store.db).get(subject, ())
            if one.target == target
        ]
        if item.kind == INITIATIVES:
            own = [one for one in item.points if one.target == target]
            edits += [Set(_INITIATIVE, subject, f"point@{target}", None) for _ in own]
        words = f'lepas kaitan "{shortened(item.name, _NAME)}"'
        return self._store.write(edits, words) if edits else Changes()

    def refuse(self, subject: RowId, target: RowId) -> Changes:
        """Never propose this link again."""
        item = self._subject(subject)
        verdict = said(self._store, (subject, query.GOAL, target), _REFUSED)
        return self._store.write([verdict], f'tolak usulan kaitan "{shortened(item.name, _NAME)}"')

    def offer_again(self) -> Changes:
        """Propose again what was refused."""
        found = verdicts(self._store.db, {query.GOAL})
        edits = [said(self._store, (item.subject, item.kind, item.value), None) for item in found]
        return self._store.write(edits, "tampilkan lagi usulan yang ditolak") if edits else Changes()

    def grade(self, initiative: RowId, evidence: str) -> Changes:
        """Say what the evidence of a program smart city is worth, empty for nothing."""
        item = self._subject(initiative)
        words = f'bukti "{shortened(item.name, _NAME)}": {EVIDENCE_WORDS.get(evidence, "–").lower()}'
        return self._store.write([Set(_INITIATIVE, initiative, "evidence_grade", evidence)], words)

    def mark(self, initiative: RowId, sdg: Sequence[int], spbe: Sequence[str]) -> Changes:
        """Say which SDG and which domains of SPBE a program smart city serves, in one act."""
        item = self._subject(initiative)
        wanted = {"sdg": {str(one) for one in sdg}, "spbe": {key for key in spbe if key in SPBE}}
        stands = {"sdg": {str(one) for one in item.sdg}, "spbe": set(item.spbe)}
        edits: list[Edit] = []
        for field, keys in wanted.items():
            value: Value = 1 if field == "sdg" else "1"
            edits += [
                Set(_INITIATIVE, initiative, f"{field}@{key}", value) for key in sorted(keys - stands[field])
            ]
            edits += [
                Set(_INITIATIVE, initiative, f"{field}@{key}", None) for key in sorted(stands[field] - keys)
            ]
        words = f'SDG dan SPBE "{shortened(item.name, _NAME)}"'
        return self._store.write(edits, words) if edits else Changes()

    def tables(self) -> tuple[TableSheet, ...]:
        """Return the matrix of both kinds of programs as plain tables, each with what nothing answers."""
        found: list[TableSheet] = []
        for what in WHAT_WORDS:
            board = query.board(self._store.db, what, proposing=False)
            found += [self._matrix(board), self._unanswered(board)]
        return tuple(found)

    def _matrix(self, board: AlignmentBoard) -> TableSheet:
        say, title = self._store.say, WHAT_WORDS[board.what]
        heads = (
            *(title, say("Dimensi"), say("OPD"), "Misi", "Tujuan dan sasaran", "Program prioritas"),
            *("Program Renstra", "SDG", "SPBE", "Bukti"),
        )
        rows = tuple(self._row(board, item) for item in board.subjects)
        long: Kind = "long"
        kinds: tuple[Kind, ...] = (long, "text", "text", long, long, long, long, "text", long, "text")
        widths = (40, 12, 18, 40, 46, 40, 46, 12, 24, 12)
        # A program of a plan has no plan, SDG, SPBE or evidence of its own.
        shown = len(heads) if board.what == INITIATIVES else _OF_EVERY
        return TableSheet(
            f"Keselarasan {title}",
            heads[:shown],
            tuple(row[:shown] for row in rows),
            widths[:shown],
            kinds[:shown],
            (say(board.told),),
        )

    def _unanswered(self, board: AlignmentBoard) -> TableSheet:
        asked = KIND_WORDS[board.frame.asked]
        rows = tuple(
            (
                one.number,
                one.text,
                mission.called if (mission := board.frame.mission(one.id)) else "",
                "; ".join(one.indicators),
                ", ".join(board.names.get(row, "") for row in board.frame.in_charge(one.id)),
            )
            for one in board.unanswered
        )
        # The name of a tab has room for 31 letters.
        title = f"Belum terjawab {'Smart City' if board.what == INITIATIVES else 'Renstra'}"
        heads = ("No", asked, "Misi", "Indikator", self._store.say("OPD"))
        return TableSheet(title, heads, rows, (10, 50, 40, 40, 24), ("text", "long", "long", "long", "long"))

    @staticmethod
    def _row(board: AlignmentBoard, item: Subject) -> tuple[str, ...]:
        def told(*kinds: str) -> str:
            return "; ".join(board.point_words(one, long=True) for one in board.points_of(item, *kinds))

        return (
            item.called,
            item.subdimension or item.dimension,
            item.opd,
            told(MISSION),
            told("tujuan", GOAL),
            told(PROGRAM),
            "; ".join(board.programs.get(one.target, "") for one in item.lines),
            ", ".join(str(one) for one in item.sdg),
            spbe_words(item.spbe),
            EVIDENCE_WORDS.get(item.grade, ""),
        )

    def _subject(self, row: RowId) -> Subject:
        found = query.subject(self._store.db, row)
        if found is None:
            raise UserFault("row-gone")
        return found
