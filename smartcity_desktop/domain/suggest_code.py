"""What the nomenclature says of programs whose code is missing or unknown, or whose name is another one's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.renstra_checks_code import shared_words
from smartcity_desktop.domain.renstra_checks_limits import NAME_SHARE
from smartcity_desktop.domain.suggest_match import CodeProposal, Nomens
from smartcity_desktop.domain.wording import calm_name

CODE: Final = "code"
NAME: Final = "name"
_LIKELY: Final = 0.5
"""How near a name has to come before a code is proposed for it."""
_SURE: Final = 0.9
"""How near it has to come before the code that stands is doubted instead of the name."""
_PROGRAM: Final = "program"


@dataclass(frozen=True, slots=True)
class CodeOffer:
    """A proposal for one line: its ``field`` (code or name) would take ``value``.

    ``code`` and ``name`` are those of the nomenclature, ``reason`` says what led there.
    """

    line: RowId
    field: str
    value: str
    code: str
    name: str
    reason: str


def code_offers(lines: Sequence[Line], nomens: Nomens, fields: Sequence[str] = ()) -> list[CodeOffer]:
    """Return what is proposed for the programs of one plan, in their order; most programs need nothing.

    ``fields`` are the bidang urusan of the agency. A code that another program of the plan has is not
    proposed.
    """
    programs = [line for line in lines if line.level == _PROGRAM and line.name.strip()]
    taken = {line.code for line in programs}
    found = (_offer(line, nomens, fields, taken) for line in programs)
    return [item for item in found if item is not None]


def _offer(line: Line, nomens: Nomens, fields: Sequence[str], taken: Iterable[str]) -> CodeOffer | None:
    official = nomens.name_of(line.code) if line.code else None
    if official is None:
        return _code(line, nomens, fields, taken, _LIKELY)
    if shared_words(line.name, official.name) >= NAME_SHARE.worth:
        return None
    return _code(line, nomens, fields, taken, _SURE) or _name(line, official)


def _code(
    line: Line, nomens: Nomens, fields: Sequence[str], taken: Iterable[str], least: float
) -> CodeOffer | None:
    free = (item for item in nomens.codes_for(line.name, fields) if item.code not in taken)
    best = next(free, None)
    if best is None or best.score < least:
        return None
    return CodeOffer(line.id, CODE, best.code, best.code, calm_name(best.name), best.reason)


def _name(line: Line, official: CodeProposal) -> CodeOffer:
    name = calm_name(official.name)
    # The plan keeps its way of writing: with the word in front, or without.
    first = "Program " if line.name.casefold().startswith("program ") else ""
    return CodeOffer(line.id, NAME, f"{first}{name}", official.code, name, official.reason)
