"""What was printed when, and the texts that people wrote for a paper."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Printing:
    """One print that left the program: ``way`` is ``printer`` or ``pdf``, ``about`` whom or what it is about.

    ``sha256`` is that of the PDF, so that a paper can be told from a later one.
    """

    id: RowId = NO_ROW
    pos: str = ""
    kind: str = ""
    title: str = ""
    about: str = ""
    way: str = ""
    sha256: str = ""
    at: str = ""
    pages: int | None = None
    copies: int | None = None


@dataclass(frozen=True, slots=True)
class PaperText:
    """What a person wrote in the place of a proposed text of a paper, for one stage or day."""

    id: RowId = NO_ROW
    kind: str = ""
    stage: RowId = NO_ROW
    date: str = ""
    text: str = ""
