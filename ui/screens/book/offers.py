"""What the data say beside the text of a chapter: proposals, old figures, and how much stands there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from smartcity_desktop.domain.book_proposal import standing
from smartcity_desktop.domain.book_text import plain
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.screens.book.read import Filling
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.chapter_side import PROPOSE, ChapterSide
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from smartcity_desktop.domain.book_proposal import Proposal

_TWO: Final = "Naskah bab ini ditulis di dua laptop. Pilih yang dipakai, lalu lanjutkan menulis."
_OLD: Final = "{count} kalimat bab ini memuat angka lama: datanya sudah berubah."


class ChapterOffers(QObject):
    """Counts the text anew whenever it changed, and tells in the bar above it what waits for a person."""

    def __init__(
        self, edit: ChapterEdit, side: ChapterSide, bar: MessageBar, ask_versions: Callable[[], None]
    ) -> None:
        """Look into a text; ``ask_versions`` lets one of two texts be chosen."""
        super().__init__(edit)
        self._edit, self._side, self._bar, self._ask_versions = edit, side, bar, ask_versions
        self._proposals: tuple[Proposal, ...] = ()
        self._row, self._versions = NO_ROW, 0
        self._barred: tuple[RowId, int, int] = (NO_ROW, 0, 0)

    def stand(self, row: RowId, versions: int) -> None:
        """Count what stands in this chapter, of which so many texts wait for a choice."""
        if row != self._row:
            self._proposals = ()
        self._row, self._versions = row, versions
        self.count()

    def show_filling(self, found: Filling, code: str) -> None:
        """Offer what can stand in the chapter and be said of it; ``code`` is that of its book."""
        self._edit.show_faces(found.faces())
        self._side.show_offered(found.offered, self._edit.content().parts, code)
        self._proposals = found.proposals
        self._show_proposals()

    def count(self) -> None:
        """Say how much stands in the text as it is now."""
        self._show_proposals()
        found = self._edit.content()
        self._side.show_counts(found.words, len(found.parts), found.proposals)

    def _show_proposals(self) -> None:
        """Offer what may be said, and tell where the text says it with figures that the data has left."""
        said = [plain(item.runs) for item in self._edit.content().paragraphs] if self._proposals else []
        found = [standing(item, said) for item in self._proposals]
        self._side.show_proposals(found)
        self._tell_bar(sum(item.is_old for item in found))

    def _tell_bar(self, old: int) -> None:
        """Say above the text what waits for a person there; one who closed the bar is not told twice."""
        wanted = (self._row, self._versions, old)
        if wanted == self._barred:
            return
        self._barred = wanted
        if self._versions:
            self._bar.tell(_TWO, "warning", "Lihat keduanya", self._ask_versions)
        elif old:
            self._bar.tell(_OLD.format(count=old), "warning", "Lihat", partial(self._side.turn_to, PROPOSE))
        else:
            self._bar.hide()
