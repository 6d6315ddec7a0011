"""What speaks for a dimension beside the words of a text: the agency, the code, and what people placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.plan_code import is_support, normal_code
from smartcity_desktop.domain.reference import OpdProposal
from smartcity_desktop.domain.suggest import AGENCY, Hint
from smartcity_desktop.domain.suggest_near import Texts

_AGENCY: Final = 0.5
"""An agency alone speaks as a word of half its weight: weakly."""
_CODE: Final = 0.6
_DIMENSION_ONLY: Final = 1.0
_PLACED: Final = 3.0
_NEAR: Final = 0.4
_NEIGHBOURS: Final = 3
_BIDANG_PARTS: Final = 2

Fields = Mapping[str, Mapping[str, int]]
"""By bidang urusan: how much it serves each target."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that a person placed: what it is called, its words, and the target it was given."""

    name: str
    target: str


def agency_hint(name: str, proposal: OpdProposal, fields: Fields) -> list[Hint]:
    """Return what the name of an agency says; several bidang urusan share its voice."""
    known = [fields[bidang] for bidang in proposal.bidang if bidang in fields]
    points: dict[str, float] = {}
    for weights in known:
        for target, weight in weights.items():
            points[target] = max(points.get(target, 0.0), _AGENCY * weight / len(known) ** 0.5)
    if not known and proposal.dimension:
        points[proposal.dimension] = _DIMENSION_ONLY
    return [Hint(f"{AGENCY}{name}", points)] if points else []


def code_hint(code: str, fields: Fields) -> list[Hint]:
    """Return what the bidang urusan of a program's code says; support programs say nothing."""
    normal = normal_code(code) or ""
    bidang = ".".join(normal.split(".")[:_BIDANG_PARTS])
    if bidang not in fields or is_support(normal):
        return []
    return [Hint(f"kode {bidang}", {target: _CODE * weight for target, weight in fields[bidang].items()})]


class PlacedTexts:
    """Texts that people placed, ready to be asked which of them another one is like."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        """Index them."""
        self._placed = placed
        self._texts = Texts([item.name for item in placed])

    def hints(self, text: str, without: frozenset[int] = frozenset()) -> list[Hint]:
        """Return one hint per target that the nearest of them stand under; ``without`` are places left out.

        The text itself is to be left out where it was placed.
        """
        best: dict[str, Hint] = {}
        for item in self._texts.near(text, least=_NEAR, without=without)[:_NEIGHBOURS]:
            like = self._placed[item.place]
            if like.target not in best:
                best[like.target] = Hint(f"seperti: {like.name}", {like.target: _PLACED * item.score})
        return list(best.values())
