"""Comments on a chapter: the one that is being typed is written from its first letter on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.context import Screen, Services
from ui.widgets.comment_card import CommentCard

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes


class ChapterComments(QObject):
    """Writes and settles what is said about the chapter that is shown."""

    changed = Signal()
    """The comments are other ones."""

    def __init__(self, screen: Screen, services: Services, card: CommentCard) -> None:
        """Work for a screen and its card."""
        super().__init__(screen)
        self._screen, self._comment, self._card = screen, services.comment, card
        self._chapter = self._writing = self._spare = NO_ROW
        self._is_whole = False
        card.typed.connect(self._typed)
        card.entered.connect(self._entered)
        card.left.connect(self._left)
        card.settled.connect(self._settle)

    def show(self, chapter: RowId, found: Sequence[Comment], spare: RowId) -> None:
        """List the comments on a chapter; the one that is being typed stands in its line alone."""
        if chapter != self._chapter:
            if not self._writing and self._card.line.text().strip():
                # Typed faster than there was an id for it, and meant for the chapter that was left.
                self._spare, spare = spare, NO_ROW
                self._typed(self._card.line.text())
            self._finish()
            self._chapter = chapter
        self._spare = spare
        if not self._writing and self._card.line.text().strip():
            # Typed faster than there was an id for it.
            self._typed(self._card.line.text())
            if self._is_whole:
                self._finish()
                self.changed.emit()
        self._card.show_comments(
            [
                Comment(item.id, item.pos, text=item.text, by=item.by, at=item.at, solved=item.solved)
                for item in found
                if item.id != self._writing
            ],
            {},
        )
        self._card.show()

    def _typed(self, text: str) -> None:
        if not self._writing:
            self._writing, self._spare = self._spare, NO_ROW
        if self._writing and self._chapter:
            save = partial(self._comment.write_on_row, self._writing, text, self._chapter)
            self._screen.context.autosave.note(("comment", self._writing), save, self._screen)

    def _entered(self) -> None:
        if self._card.line.text().strip():
            self._typed(self._card.line.text())
            self._is_whole = not self._writing
            if self._writing:
                self._finish()
                self.changed.emit()

    def _left(self) -> None:
        if self._card.line.text().strip():
            self._entered()
        else:
            self._finish()
            self.changed.emit()

    def _finish(self) -> None:
        self._writing = NO_ROW
        self._is_whole = False
        self._card.line.clear()
        self._screen.context.autosave.flush()

    def _settle(self, comment: str, solved: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._comment.settle, RowId(comment), solved=solved)
        self._screen.act(call, self._again)

    def _again(self, _changes: "Changes") -> None:
        self.changed.emit()
