"""Reading a chapter that was written in Word, in a child process with limits of memory and time."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.chapter_word import ChapterBack
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate
from smartcity_desktop.exchange.gate import Kind

_WORD: Final[frozenset[Kind]] = frozenset({"docx"})


def read_file(path: Path, *, cancelled: Callable[[], bool] = child.never) -> ChapterBack:
    """Return what a Word file holds as the text of a chapter; nothing is stored.

    Slow: call it outside the window's thread. Raises UserFault: the sentences of the gate and of the child,
    ``chapter-no-text``, ``chapter-too-long``.
    """
    name = gate.shown(path)
    if gate.check(path, gate.ANY_TABLE) not in _WORD:
        raise UserFault("chapter-no-text", name=name)
    pieces = list(child.run("chapter", {"path": str(path.resolve())}, name=name, cancelled=cancelled))
    if len(pieces) != 1:
        raise UserFault("read-damaged", name=name)
    told, notes = str(pieces[0].get("text", "")), pieces[0].get("notes")
    if not told.strip():
        raise UserFault("chapter-no-text", name=name)
    counted = {str(key): int(count) for key, count in notes.items()} if isinstance(notes, dict) else {}
    return ChapterBack(name, told, RowId(str(pieces[0].get("chapter", ""))), counted)
