"""What the child process does with a chapter that came back from Word: hand over its text as markup."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartcity_desktop.domain.book_text import written
from smartcity_desktop.exchange.docx_chapter import read_chapter
from smartcity_desktop.exchange.unread import Unread


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the text of the document in the request (``path``), its chapter, and what was counted in it."""
    try:
        found = read_chapter(Path(str(request["path"])))
    except Unread as reason:
        raise reason.fault("") from None
    yield {"text": written(found.blocks), "chapter": found.chapter, "notes": found.notes}
