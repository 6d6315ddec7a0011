"""The comments beside a sheet: the one that is being typed is written from its first letter on."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import Grid, GridRow
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.services.comment import CommentPlace
from ui.context import Command, Screen, Services
from ui.models.grid import GridModel
from ui.models.manner import step_line
from ui.models.sheet_picture import Picture
from ui.widgets.grid_page import WorksheetPage

_WORDS = 48
_STEPS = 8
"""Steps of a sheet that are listed; the last come first."""


class SheetComments(QObject):
    """Writes, settles and lists what a mentor says about the rows of the sheet that is shown."""

    settled = Signal()
    """The file has answered: what stands in it is to be read again."""

    def __init__(self, screen: Screen, services: Services, page: WorksheetPage, grid: GridModel) -> None:
        """Work for a screen, its page and its grid."""
        super().__init__(screen)
        self._screen, self._services, self._page, self._grid = screen, services, page, grid
        self._picture: Picture | None = None
        self._spare: list[RowId] = []
        self._writing = NO_ROW
        self._place = CommentPlace(NO_ROW, NO_ROW)
        card = page.comments
        card.typed.connect(self._typed)
        card.entered.connect(self._entered)
        card.left.connect(self._left)
        card.row_asked.connect(self._go)
        card.settled.connect(self._settle)
        card.whole_asked.connect(self._about_whole)
        page.comment_asked.connect(self.write_about_row)
        page.settle_asked.connect(self.settle_row)

    def show_picture(self, picture: Picture) -> None:
        """List the comments and steps that were read, and mark the rows that have open ones."""
        self._picture = picture
        self._spare = list(picture.spare_comments)
        comments = tuple(item for item in picture.comments if item.id != self._writing)
        self._page.comments.show_comments(comments, _names(picture.grid, {item.subject for item in comments}))
        steps = [step_line(*step) for step in picture.steps]
        self._page.trace.show_lines(steps[::-1][:_STEPS])
        marked: dict[str, list[str]] = {}
        for item in picture.comments:
            if not item.solved:
                marked.setdefault(item.subject, []).append(item.text)
        self._grid.show_comments({row: tuple(texts) for row, texts in marked.items()})

    def show_sheet(self, worksheet: RowId, party: RowId) -> None:
        """Let the next letter begin a comment about the whole of another sheet."""
        self.finish()
        self._place = CommentPlace(worksheet, party)
        self._page.comments.show_about("")

    def finish(self) -> None:
        """Let the next letter begin another comment."""
        self._writing = NO_ROW
        self._page.comments.line.clear()
        self._screen.context.autosave.flush()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done with comments."""
        if not self._grid.may_write:
            return ()
        return (
            Command("Tulis catatan telaah pada baris ini (F10)", self.write_about_row),
            Command("Catatan telaah baris ini selesai (Ctrl+F10)", self.settle_row),
            Command("Tulis catatan telaah tentang seluruh lembar", self.write_about_whole),
        )

    def write_about_row(self) -> None:
        """Stand in the line that writes about the row one stands on."""
        row = self._grid.row_at(self._page.view.currentIndex().row())
        is_known = row is not None and bool(self._grid.grid) and not self._grid.is_new(self._here())
        self._write(row if is_known else None)

    def write_about_whole(self) -> None:
        """Stand in the line that writes about the whole sheet."""
        self._write(None)

    def settle_row(self) -> None:
        """Settle the oldest open comment on the row one stands on."""
        row = self._grid.row_at(self._here())
        known = self._picture.comments if self._picture else ()
        found = [item for item in known if row and item.subject == row.row and not item.solved]
        if found and self._grid.may_write:
            self._settle(found[0].id, True)  # noqa: FBT003 - as the card says it
        elif row is not None:
            self._screen.warned.emit("Baris ini tidak punya catatan telaah yang terbuka.")

    def _here(self) -> int:
        return self._page.view.currentIndex().row()

    def _about_whole(self) -> None:
        self.finish()
        self._place = self._place._replace(subject=NO_ROW)
        self._page.comments.show_about("")
        self._page.comments.line.setFocus()

    def _write(self, row: GridRow | None) -> None:
        if self._grid.grid is None or not self._page.view.finish():
            return
        self.finish()
        self._place = self._place._replace(subject=row.row if row else NO_ROW)
        names = _names(self._grid.snapshot(), {row.row}) if row else {}
        self._page.comments.show_about(next(iter(names.values()), ""))
        self._page.open_comments()

    def _typed(self, text: str) -> None:
        if not self._writing and self._spare:
            self._writing = self._spare.pop()
        if self._writing:
            call = partial(self._services.comment.write, self._writing, text, self._place)
            self._screen.context.autosave.note(("comment", self._writing), call, self._screen)

    def _entered(self) -> None:
        if self._page.comments.line.text().strip():
            self._typed(self._page.comments.line.text())
            self.finish()
            self.settled.emit()
        self._page.focus_body()

    def _left(self) -> None:
        self.finish()
        self.settled.emit()
        self._page.focus_body()

    def _go(self, row: str) -> None:
        self._page.view.show_row(row)
        self._page.focus_body()

    def _settle(self, comment: str, solved: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._services.comment.settle, RowId(comment), solved=solved)
        self._screen.act(call, self._again)

    def _again(self, _changes: Changes) -> None:
        self.settled.emit()


def _names(grid: Grid | None, wanted: set[RowId]) -> dict[str, str]:
    """Return what names these rows of a grid: their number and their first words, in their order."""
    if grid is None:
        return {}
    keys = [item.key for item in grid.columns if item.kind in {"text", "long"} and not item.folded]
    found: dict[str, str] = {}
    for number, row in enumerate(grid.rows, start=1):
        if row.row in wanted:
            words = next((row.values[key] for key in keys if row.values.get(key)), "")
            found[row.row] = f"Baris {number} · {shortened(words, _WORDS)}" if words else f"Baris {number}"
    return found
