"""Regional agencies (OPD) at the table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

DISTRICT: Final = "kecamatan"
VILLAGE: Final = "kelurahan"
_NUMBERING: Final = re.compile(r"^\s*(?:\d{1,3}|[a-z])[.)]\s+", re.IGNORECASE)
_HEADS: Final = frozenset(
    {"no", "nama", "nama opd", "opd", "skpd", "perangkat daerah", "nama perangkat daerah"}
)


@dataclass(frozen=True, slots=True)
class Opd:
    """One agency at the table ``table_no``; a kelurahan and the like need no Renstra of their own.

    ``parent`` is the kecamatan of a kelurahan; empty where only the order of the list tells (``districts``).
    """

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    short: str = ""
    kind: str = ""
    dimension: RowId = NO_ROW
    parent: RowId = NO_ROW
    table_no: str = ""
    head: str = ""
    renstra_required: bool = False
    reminded_at: str = ""
    bidang: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The short name where there is one, for narrow places."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class OpdRow:
    """One line pasted from a spreadsheet: name, short name, table; ``problem`` says why it is left out."""

    name: str
    short: str = ""
    table_no: str = ""
    problem: str = ""


def districts(opds: Iterable[Opd]) -> dict[RowId, RowId]:
    """Return the kecamatan of each kelurahan: the one it was given, while that stands.

    Without one it is that above it in the list, before the first of all that one.
    """
    listed = list(opds)
    known = [item.id for item in listed if item.kind == DISTRICT]
    found: dict[RowId, RowId] = {}
    above = known[0] if known else NO_ROW
    for item in listed:
        if item.kind == DISTRICT:
            above = item.id
        elif item.kind == VILLAGE and above:
            found[item.id] = item.parent if item.parent in known else above
    return found


def from_paste(text: str, known: set[str]) -> list[OpdRow]:
    """Return the agencies in cells or lines pasted from a spreadsheet or a letter.

    A leading number and a head line are dropped; columns after the name are short name and table. Names that
    stand already (``known``, compared without case) or twice carry a problem and are not added.
    """
    seen = {name.casefold() for name in known}
    rows: list[OpdRow] = []
    for line in text.splitlines():
        cells = [cell.strip().strip('"').strip() for cell in line.split("\t")]
        if cells and re.fullmatch(r"\d{1,3}[.)]?", cells[0]):
            cells = cells[1:]
        name = re.sub(r"\s+", " ", _NUMBERING.sub("", cells[0])) if cells else ""
        if not name or name.casefold() in _HEADS:
            continue
        problem = "sudah ada" if name.casefold() in seen else ""
        seen.add(name.casefold())
        short, table_no = ([*cells[1:], "", ""])[:2]
        rows.append(OpdRow(name, short, re.sub(r"^meja\s*", "", table_no, flags=re.IGNORECASE), problem))
    return rows
