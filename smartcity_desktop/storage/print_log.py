"""Queries: what was printed when, and the texts that people wrote for a paper."""

from smartcity_desktop.domain.print_log import PaperText, Printing
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def printings(db: Database) -> list[Printing]:
    """Return every print that left the program, the latest first."""
    return fetch(db, Printing, "printing", order="at DESC, id DESC")


def paper_texts(db: Database) -> list[PaperText]:
    """Return the texts that people wrote for papers."""
    return fetch(db, PaperText, "paper_text")
