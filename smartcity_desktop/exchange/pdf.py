"""Tables of a PDF as grids of text, by their ruling lines; call it in a child process only."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.joining import joined
from smartcity_desktop.exchange.pdf_marks import Page
from smartcity_desktop.exchange.pdf_open import opened
from smartcity_desktop.exchange.pdf_pages import tables
from smartcity_desktop.exchange.pdf_piece import Seen, seen
from smartcity_desktop.exchange.renstra_head import find_head
from smartcity_desktop.exchange.sheets import Grid

SECONDS: Final = 50.0
"""Time for all pages: the process that waits stops the reading soon after."""


def read_pdf(path: Path) -> list[Grid]:
    """Return the tables of a PDF, those that go on over several pages as one, each row with its page.

    Raises UserFault: "read-password", "read-damaged", "read-too-big", "read-too-slow", "read-picture" where
    there is nothing but pictures, "read-no-rules" where tables cannot be told without ruling lines.
    """
    document = opened(path)
    try:
        pages, broken = _pages(document, path.name)
    finally:
        document.close()
    if broken and not pages:
        raise UserFault("read-damaged", name=path.name)
    found = _grids(pages, path.name)
    return _noted(found, "broken", broken)


def _pages(document: pypdfium2.PdfDocument, name: str) -> tuple[list[Seen], list[int]]:
    """Return what stands on every page, and the numbers of those that cannot be opened."""
    begun = time.monotonic()
    pages: list[Seen] = []
    broken: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            opening = Page(document, number)
        except ValueError:
            broken.append(number)
            continue
        with opening as page:
            pages.append(seen(page))
        if time.monotonic() - begun > SECONDS:
            raise UserFault("read-too-slow", name=name)
    return pages, broken


def _grids(pages: Sequence[Seen], name: str) -> list[Grid]:
    lines = [page.lines for page in pages]
    grids = joined(tables([piece for page in pages for piece in page.pieces], lines))
    if not any(map(find_head, grids)):
        grids = _without_rules(grids, pages)
    if not grids:
        raise UserFault(_why(pages), name=name)
    pictures = [page.marks.number for page in pages if page.marks.is_picture or page.marks.is_drawing]
    return _noted(grids, "pictures", pictures)


def _without_rules(grids: list[Grid], pages: Sequence[Seen]) -> list[Grid]:
    """Return the tables of a document whose plan, if it has one, stands in no ruled table."""
    from smartcity_desktop.exchange.pdf_chart import merged
    from smartcity_desktop.exchange.pdf_gaps import unruled

    found = merged(grids, pages)
    if not any(map(find_head, found)):
        bare = unruled([page.marks for page in pages if not page.pieces])
        guessed = joined(tables(bare, [page.lines for page in pages]))
        found += [replace(grid, notes=("unruled",)) for grid in guessed if find_head(grid)]
    return found


def _why(pages: Sequence[Seen]) -> str:
    """Return the fault of a document without a table."""
    from smartcity_desktop.exchange.pdf_gaps import looks_unruled

    if any(looks_unruled(page.marks) for page in pages):
        return "read-no-rules"
    if any(page.marks.is_picture for page in pages):
        return "read-picture"
    if any(page.marks.is_drawing for page in pages):
        return "read-too-big"
    return "read-no-table" if any(page.marks.words for page in pages) else "read-empty"


def _noted(grids: Sequence[Grid], kind: str, unread: Sequence[int]) -> list[Grid]:
    """Return the grids, on each the note of the pages of which nothing could be read."""
    if not unread:
        return list(grids)
    note = f"{kind} {spans(unread)}"
    return [replace(grid, notes=(*grid.notes, note)) for grid in grids]


def spans(numbers: Sequence[int]) -> str:
    """Return rising numbers as people write them: ``3–5, 9``."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
