"""What mentors write about the rows of a sheet, who moved it up the ladder, and where a row stands."""

from typing import TYPE_CHECKING, NamedTuple

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.storage import comment as query
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.party import numbered, party_of
from smartcity_desktop.storage.sheet_trace import steps
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet, worksheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.comment import Comment
    from smartcity_desktop.domain.grid import Grid
    from smartcity_desktop.domain.worksheet_file import Notes
    from smartcity_desktop.storage.sheet_trace import Step


class CommentPlace(NamedTuple):
    """What a comment is about: a worksheet, whose sheet of it, and one row of that or the whole sheet.

    Without a worksheet it is a row that stands on no sheet.
    """

    worksheet: RowId
    party: RowId
    subject: RowId = NO_ROW


class CommentService:
    """Writes and settles the comments of mentors, and tells the way of a sheet."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def comments(self, worksheet: RowId, party: RowId) -> "list[Comment]":
        """Return the comments on one sheet in the order they were written, settled ones too."""
        return query.comments(self._store.db, self._sheet(worksheet, party))

    def on_row(self, subject: RowId) -> "list[Comment]":
        """Return the comments on a row that stands on no sheet, such as a chapter, settled ones too."""
        return query.comments_on(self._store.db, subject)

    def is_comment(self, row: RowId) -> bool:
        """Tell whether a row is a comment."""
        return query.comment(self._store.db, row) is not None

    def count_open(self) -> dict[RowId, int]:
        """Return by row how many comments on rows that stand on no sheet wait to be settled."""
        return query.count_open(self._store.db)

    def write_on_row(self, row: RowId, text: str, subject: RowId) -> Changes:
        """Write the comment typed for ``row`` about a row that stands on no sheet; an empty one goes."""
        return self.write(row, text, CommentPlace(NO_ROW, NO_ROW, subject))

    def open_notes(self, grids: "Iterable[Grid]") -> "Notes":
        """Return what still waits to be settled on these sheets, in sentences, by row or by whole sheet."""
        found: dict[RowId, list[str]] = {}
        for grid in grids:
            standing = {row.row for row in grid.rows}
            for item in query.comments(self._store.db, grid.sheet.id):
                if item.solved or not item.text:
                    continue
                is_gone = bool(item.subject) and item.subject not in standing
                about = " (baris yang dihapus)" if is_gone else ""
                said = f"Catatan telaah {item.by}".rstrip() + f"{about}: {item.text}"
                row = grid.sheet.id if is_gone or not item.subject else item.subject
                found.setdefault(row, []).append(said)
        return found

    def steps(self, worksheet: RowId, party: RowId) -> "list[Step]":
        """Return who moved one sheet where and when, the oldest first."""
        return steps(self._store.db, self._sheet(worksheet, party))

    def new_id(self) -> RowId:
        """Return the id for a comment that is being typed, so that it has one from its first key on."""
        return self._store.ids.new()

    def write(self, row: RowId, text: str, place: CommentPlace) -> Changes:
        """Write the comment typed for ``row``: the first time it is born, with its sheet where none stands.

        An empty text takes a comment away that stood; one that never stood leaves nothing.
        """
        kept = text.strip()
        stands = query.comment(self._store.db, row)
        if not kept:
            return self.remove(row) if stands else Changes()
        if stands is not None:
            return self._store.write([Set("comment", row, "text", kept)], "ubah catatan telaah", typing=True)
        if has_row(self._store.db, row):
            back: list[Edit] = [Gone("comment", row, gone=False), Set("comment", row, "text", kept)]
            return self._store.write(back, "tulis catatan telaah", typing=True)
        edits = [*self._begun(place), self._born(row, kept, place)]
        return self._store.write(edits, "tulis catatan telaah", typing=True)

    def settle(self, row: RowId, *, solved: bool = True) -> Changes:
        """Say that what a comment asks for is done, or is open again."""
        words = "catatan telaah selesai" if solved else "buka lagi catatan telaah"
        return self._store.write([Set("comment", row, "solved", solved)], words)

    def remove(self, row: RowId) -> Changes:
        """Delete a comment; undo brings it back."""
        return self._store.write([Gone("comment", row)], "hapus catatan telaah")

    def _sheet(self, worksheet: RowId, party: RowId) -> RowId:
        return self._store.key("sheet", worksheet, party)

    def _begun(self, place: CommentPlace) -> list[Edit]:
        """Return the birth of the sheet where none stands; a comment alone does not begin to fill it in."""
        if not place.worksheet:
            return []
        if sheet(self._store.db, self._sheet(place.worksheet, place.party)):
            return []
        definition = worksheet_of(self._store, place.worksheet)
        return numbered(self._store, definition, [party_of(self._store.db, definition, place.party).id])

    def _born(self, row: RowId, text: str, place: CommentPlace) -> Birth:
        return Birth(
            "comment",
            row,
            {
                "pos": self._store.positions("comment", 1)[0],
                "sheet": self._sheet(place.worksheet, place.party) if place.worksheet else None,
                "subject": place.subject,
                "text": text,
                "by": self._store.person,
                "at": self._store.now_text(),
                "solved": False,
            },
        )
