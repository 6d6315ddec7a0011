"""Vision and missions: keywords and proposals, the texts that are worked on, and their adopted versions."""

from collections.abc import Collection, Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import origin_of
from smartcity_desktop.domain.order import moved, run
from smartcity_desktop.domain.result import Trail
from smartcity_desktop.domain.vision import (
    MISSION,
    VISION,
    Board,
    Proposal,
    Text,
    is_changed,
    written,
)
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import vision as query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.trail import trail_of

_NAME: Final = 40


class VisionService:
    """Reads the board; every change is one act."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def board(self) -> Board:
        """Return everything about vision and missions."""
        return query.board(self._store)

    def trail(self, row: RowId) -> Trail:
        """Return what a text came from and what it became."""
        return trail_of(self._store, row)

    # What is worked on

    def write(self, row: RowId, text: str) -> Changes:
        """Write the words of the vision or of a mission as they are typed.

        A text that is emptied came from nowhere any more.
        """
        found = self._draft(row)
        if found is None or found.text == text:
            return Changes()
        edits: list[Edit] = [self._said(found, text)]
        if not text.strip():
            edits += _without_origin(found)
        return self._store.write(edits, f"tulis {found.kind}", typing=True)

    def add(self, text: str = "") -> tuple[RowId, Changes]:
        """Put a mission behind the others; returns its id."""
        row = self._store.ids.new()
        return row, self._store.write([self._mission(row, text)], "tambah misi")

    def tie(self, row: RowId, field: str, wanted: Collection[RowId]) -> Changes:
        """Let a mission serve these missions of the RPJMD (``point``) or dimensions (``dimension``).

        Strategic issues that a proposal brought along stay tied.
        """
        found = self._draft(row)
        if found is None or field not in {"point", "dimension"}:
            return Changes()
        plan = {item.id for item in query.plan_missions(self._store.db)}
        stood = [item for item in found.points if item in plan] if field == "point" else found.dimensions
        edits: list[Edit] = [
            Set(query.TEXT, row, f"{field}@{item}", "1" if item in wanted else None)
            for item in dict.fromkeys((*stood, *wanted))
            if (item in wanted) != (item in stood)
        ]
        words = "kaitkan misi dengan misi RPJMD" if field == "point" else "kaitkan misi dengan dimensi"
        return self._store.write(edits, self._store.say(words)) if edits else Changes()

    def move(self, row: RowId, by: int) -> Changes:
        """Bring a mission up (-1) or down (1) in the list; at its end it stays."""
        missions = list(self.board().missions)
        at = next((place for place, item in enumerate(missions) if item.id == row), -1)
        if at < 0 or not 0 <= at + by < len(missions):
            return Changes()
        missions.insert(at + by, missions.pop(at))
        keys = moved([(item.id, item.pos) for item in missions], row)
        edits: list[Edit] = [Set(query.TEXT, item, "pos", pos) for item, pos in keys.items()]
        return self._store.write(edits, "pindahkan misi")

    def retire(self, row: RowId, *, retired: bool) -> Changes:
        """Take a mission off the list, or back onto it; versions that have it keep it."""
        found = self._draft(row)
        if found is None or found.kind != MISSION or found.retired == retired:
            return Changes()
        words = f"{'lepas' if retired else 'kembalikan'} misi {shortened(found.text, _NAME)}".strip()
        return self._store.write([_retired(found, on=retired)], words)

    def choose(self, rows: Sequence[RowId], *, chosen: bool) -> Changes:
        """Mark the rows of a keyword as one that has to stay in the vision, or no longer."""
        known = [row for item in self.board().keywords for row in item.rows if row in set(rows)]
        edits: list[Edit] = [Set(query.IDEA, row, "chosen", chosen) for row in known]
        words = "pilih kata kunci" if chosen else "lepas pilihan kata kunci"
        return self._store.write(edits, words) if edits else Changes()

    # What comes from a proposal

    def take(self, proposal: RowId, kind: str) -> Changes:
        """Use a proposal as the vision, or as a further mission; what it came from is kept.

        The words of the vision before stay in the journal. Raises UserFault ``row-gone``.
        """
        board = self.board()
        found = next((item for item in board.proposals if item.id == proposal), None)
        if found is None:
            raise UserFault("row-gone")
        if kind in found.used and (kind == MISSION or board.vision.said == found.text):
            return Changes()
        # What is typed into the proposal later is told from what it said when it was taken.
        self._store.workspace.journal.seal()
        origin = origin_of((found.id, *found.votes))
        words = f"pakai usulan sebagai {kind}: {shortened(found.text, _NAME)}"
        if kind == VISION:
            edits = [
                self._said(board.vision, found.text),
                *_without_origin(board.vision, (found.id, *found.votes)),
            ]
            edits += [Set(query.TEXT, board.vision.id, name, value) for name, value in origin.items()]
            return self._store.write(edits, words)
        row = self._store.ids.new()
        return self._store.write([self._mission(row, found.text, {**_ties(found), **origin})], words)

    # Versions

    def adopt(self, kind: str, by: str = "") -> Changes:
        """Adopt what is worked on as the next version; the one before is kept.

        ``by`` is who adopted it, as people say it. Where nothing is written, or nothing differs from the
        version that stands, nothing happens.
        """
        board = self.board()
        texts = written((board.vision,) if kind == VISION else board.missions)
        if not texts or not is_changed(board, kind):
            return Changes()
        self._store.workspace.journal.seal()
        standing, running = board.standing(kind), session_query.running(self._store.db)
        number = standing.number + 1 if standing else 1
        row = self._store.ids.new()
        head: dict[str, Value] = {
            "pos": self._store.positions(query.ADOPTION, 1)[0],
            "kind": kind,
            "version": number,
            "at": self._store.now_text(),
        }
        head |= {"session": running.id} if running else {}
        head |= {"by": " ".join(by.split())} if by.strip() else {}
        edits: list[Edit] = [Birth(query.ADOPTION, row, head)]
        for item, pos in zip(texts, run(len(texts)), strict=True):
            edits.append(Birth(query.TEXT, self._store.ids.new(), _adopted(item, row, pos)))
        return self._store.write(edits, f"tetapkan {kind} versi {number}")

    def bring_back(self, adoption: RowId) -> Changes:
        """Work on a version again: its words, its missions, their order and ties; nothing is adopted by it.

        Missions that the version does not have come off the list. Raises UserFault ``row-gone``.
        """
        board = self.board()
        found = next((item for item in (*board.visions, *board.mission_sets) if item.id == adoption), None)
        if found is None:
            raise UserFault("row-gone")
        if found.kind == VISION:
            edits = self._again(board.vision, found.texts[0] if found.texts else Text())
        else:
            edits = self._missions_again(board, found.texts)
        words = f"pakai lagi {found.kind} versi {found.number}"
        return self._store.write(edits, words) if edits else Changes()

    def _missions_again(self, board: Board, texts: Sequence[Text]) -> list[Edit]:
        known = {item.id: item for item in (*board.missions, *board.dropped)}
        edits: list[Edit] = [
            _retired(item, on=True) for item in board.missions if item.id not in {one.draft for one in texts}
        ]
        for item, pos in zip(texts, run(len(texts)), strict=True):
            own = known.get(item.draft)
            if own is None:
                values = {**_values(item), **origin_of(item.origin)}
                edits.append(
                    Birth(query.TEXT, self._store.ids.new(), {**values, "pos": pos, "kind": MISSION})
                )
                continue
            edits += self._again(own, item)
            edits += [Set(query.TEXT, own.id, "pos", pos)] if own.pos != pos else []
            edits += [_retired(own, on=False)] if own.retired else []
        return edits

    def _again(self, draft: Text, wanted: Text) -> list[Edit]:
        """Return what lets a text say again what it said in a version."""
        edits: list[Edit] = [] if draft.text == wanted.text else [self._said(draft, wanted.text)]
        for field in ("points", "dimensions", "origin"):
            name = query.MANY[field]
            now, then = getattr(draft, field), getattr(wanted, field)
            edits += [
                Set(query.TEXT, draft.id, f"{name}@{item}", "1" if item in then else None)
                for item in dict.fromkeys((*now, *then))
                if (item in now) != (item in then)
            ]
        return edits

    def _draft(self, row: RowId) -> Text | None:
        if row == query.vision_key(self._store):
            return self._text(row) or Text(row)
        found = self._text(row)
        return found if found is not None and not found.adoption else None

    def _text(self, row: RowId) -> Text | None:
        return next((item for item in query.texts(self._store.db) if item.id == row), None)

    def _said(self, found: Text, text: str) -> Edit:
        """Return what gives a text its words; the vision is born with its first ones."""
        if found.kind == VISION:
            return Birth(query.TEXT, found.id, {"kind": VISION, "text": text})
        return Set(query.TEXT, found.id, "text", text)

    def _mission(self, row: RowId, text: str, more: "dict[str, Value] | None" = None) -> Edit:
        values: dict[str, Value] = {"pos": self._store.positions(query.TEXT, 1)[0], "kind": MISSION}
        return Birth(query.TEXT, row, {**values, **({"text": text} if text else {}), **(more or {})})


def _retired(item: Text, *, on: bool) -> Edit:
    return Set(query.TEXT, item.id, "retired", on)


def _ties(found: Proposal | Text) -> dict[str, Value]:
    return {
        **{f"point@{item}": "1" for item in found.points},
        **{f"dimension@{item}": "1" for item in found.dimensions},
    }


def _values(item: Text) -> dict[str, Value]:
    return {"text": item.said, **_ties(item)}


def _adopted(item: Text, adoption: RowId, pos: str) -> dict[str, Value]:
    return {
        "pos": pos,
        "adoption": adoption,
        "kind": item.kind,
        "draft": item.id,
        **_values(item),
        **origin_of(item.origin),
    }


def _without_origin(found: Text, but: Collection[RowId] = ()) -> list[Edit]:
    return [Set(query.TEXT, found.id, f"origin@{item}", None) for item in found.origin if item not in but]
