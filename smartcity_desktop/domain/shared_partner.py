"""Who the partners are that people write beside a program: agencies of the workshop, and everybody else."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people_opd import OpdNames

_PARTS: Final = re.compile(r"\s*[,;\n•·]\s*")
_JOINED: Final = re.compile(r"\s+(?:dan|serta|bersama|dengan)\s+|\s*[/&+]\s*", re.IGNORECASE)
_LONGEST: Final = 4
"""How many commas a name of an agency may hold, and one more."""
_ABROAD: Final = re.compile(
    r"\b(?:provinsi|prov|kementerian|kemen\w+|ditjen|dirjen|direktorat|nasional|pusat|republik|ri)\b"
    r"|\b(?:kab|kabupaten|kota|pemkab|pemkot)\b\.?\s+\w"
)
"""Words of another government: of the province, of the state, of a neighbour."""
_WORDS: Final = 12
"""Words of the longest name of an agency; what is longer is a sentence, and tells of no one agency."""
_MANY: Final = frozenset({"kecamatan", "kelurahan", "bagian"})
"""Kinds of which there are many: one of them is meant only where it is called by its name."""


@dataclass(frozen=True, slots=True)
class Partners:
    """The agencies of the workshop that a text names, in its order, and the words for all others."""

    opds: tuple[RowId, ...] = ()
    rest: str = ""


Parting = Callable[[str], Partners]
"""Tells agencies of the workshop from others in a text of partners."""


def parting(
    names: OpdNames, opds: Mapping[RowId, Opd], region: str, is_field: Callable[[str], bool]
) -> Parting:
    """Return what parts texts for these agencies; ``region`` is the name of the region.

    ``names`` may know more than ``opds``: who is on the list as an outsider stays outside.
    ``is_field`` tells whether an agency of that name would have a field of government affairs: what follows
    "dan" in ``Dinas Pendidikan dan Kebudayaan`` is no partner of its own, in ``Dinas Sosial dan PKK`` it is.
    An agency is found by its name and short names. Where it is only near (``Dinas Kominfo``) it counts unless
    the words point to another government, or to one of many units of a kind.
    """
    own = plain(" ".join(region.split()))
    bare = re.sub(r"^(?:kabupaten|kota)\s+", "", own)

    def sure(text: str) -> RowId:
        found = names.match(text)
        return found.opd if found.sure and found.opd in opds else NO_ROW

    def meant(text: str) -> RowId:
        found = names.match(text)
        agency = opds.get(found.opd)
        if agency is None or found.sure:
            return found.opd if agency else NO_ROW
        words = plain(text)
        for ending in (own, bare):
            words = words.replace(ending, " ").strip() if ending else words
        return NO_ROW if agency.kind in _MANY or _ABROAD.search(words) else found.opd

    def told(piece: str) -> Partners:
        if len(piece.split()) > _WORDS:
            return Partners(rest=piece)
        row = sure(piece)
        words = [piece] if row else [word for word in _JOINED.split(piece) if word]
        rows = [row or meant(word) for word in words]
        if not any(rows):
            row = meant(piece)
            return Partners((row,)) if row else Partners(rest=piece)
        others = [word for row, word in zip(rows, words, strict=True) if not row and not is_field(word)]
        return Partners(tuple(row for row in rows if row), ", ".join(others))

    def part(text: str) -> Partners:
        found: list[Partners] = []
        pieces = [piece for piece in _PARTS.split(text) if piece]
        while pieces:
            count = _called(pieces, sure)
            found.append(told(", ".join(pieces[:count])))
            pieces = pieces[count:]
        rows = tuple(dict.fromkeys(row for item in found for row in item.opds))
        rest = ", ".join(item.rest for item in found if item.rest)
        return Partners(rows, rest if rows else " ".join(text.split()))

    return part


def _called(pieces: list[str], sure: Callable[[str], RowId]) -> int:
    """Return how many pieces from the first on are the name of one agency that holds commas, else 1."""
    most = min(_LONGEST, len(pieces))
    return next((count for count in range(most, 1, -1) if sure(", ".join(pieces[:count]))), 1)
