"""Suggestions that explain themselves: which dimension a program seems to serve, and why."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.suggest import Seen, suggestion
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.suggest_shelf import evidence, of_agency

_SMART: Final = "Smart "


def of_file(path: Path) -> Iterator[dict[str, object]]:
    """Yield for every row of a list of initiatives its name and up to two dimensions of the default set.

    ``{"inisiatif", "saran": [{"dimensi", "skor", "alasan"}]}``: the dimension as its short English word
    (governance, branding, economy, living, society, environment), the score 0 to 1; no ``saran`` means "tidak
    tahu". Rows are read and told one by one. Raises UserFault as ``exchange.initiatives.read`` does.
    """
    from smartcity_desktop.exchange import initiatives

    words = _short_words()
    for row in initiatives.read(path):
        found = suggestion(evidence(f"{row.name} . {row.summary}", of_agency(row.agency)))
        yield {"inisiatif": row.name, "saran": [_told(place, words) for place in found.places]}


def _told(place: Seen, words: Mapping[str, str]) -> dict[str, object]:
    return {"dimensi": words[place.dimension], "skor": place.score, "alasan": place.reason}


def _short_words() -> dict[str, str]:
    """Return the short English word of every dimension of the default set, by code."""
    base = next(item for item in reference.dimension_sets() if item.code == reference.DEFAULT_SET)
    return {item.code: item.name.removeprefix(_SMART).lower() for item in base.dimensions}
