"""A chapter to Word and back: gathered, written, read, compared, and taken as one act."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from smartcity_desktop.domain.book_text import parse, written
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.chapter_word import ChapterBack, ChapterOut, WordChange, compare
from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.storage.book import CHAPTER
from smartcity_desktop.storage.chapter_word import standing, titles_of, word_chapter
from smartcity_desktop.storage.store import Store


def save(out: ChapterOut, frame: PrintFrame, target: Path) -> Path:
    """Write a gathered chapter as a Word file, whole or not at all; return where.

    Slow: for the side pool. Raises DiskFault ``print-not-saved``.
    """
    from smartcity_desktop.reporting import docx_chapter

    made = docx_chapter.written(out, frame)
    try:
        replace_file(target, partial(_fill, made))
    except OSError:
        raise DiskFault("print-not-saved", name=target.name) from None
    return target


def _fill(made: bytes, path: Path) -> None:
    path.write_bytes(made)


def read(path: Path, cancelled: Callable[[], bool] = lambda: False) -> ChapterBack:
    """Return what a Word file holds as the text of a chapter; nothing is stored.

    Slow: for the side pool. Raises UserFault: why a file is not read.
    """
    from smartcity_desktop.exchange import chapter_word

    return chapter_word.read_file(path, cancelled=cancelled)


class ChapterWordService:
    """Gives chapters out to Word and takes their text back."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def out(self, row: RowId) -> tuple[ChapterOut, PrintFrame]:
        """Return a chapter with everything that fills it, and what stands round it; see ``save``.

        Raises UserFault ``row-gone``.
        """
        return word_chapter(self._store, row)

    def compare(self, row: RowId, back: ChapterBack) -> WordChange:
        """Return how what came back differs from the chapter that stands. Raises UserFault ``row-gone``."""
        return compare(row, standing(self._store, row).text, back, titles_of(self._store, row))

    def take(self, row: RowId, back: ChapterBack) -> Changes:
        """Put what came back in the place of the text of a chapter, in one act; undo brings the old one back.

        Raises UserFault ``row-gone``.
        """
        found = standing(self._store, row)
        if written(parse(found.text)) == back.text:
            return Changes()
        edits: list[Edit] = [Set(CHAPTER, row, "text", back.text)]
        edits += [Set(CHAPTER, row, "state", "draf")] if found.state in {"", "belum"} else []
        return self._store.write(edits, "ambil teks bab dari Word")
