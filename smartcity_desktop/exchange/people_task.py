"""What the child process does with a list of participants: hand over its sheets as clean text."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartcity_desktop.exchange.grids import grids
from smartcity_desktop.exchange.people_text import grid_of
from smartcity_desktop.exchange.sheets import Grid, decoded


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield every sheet of the file in the request (``path``, ``kind``) that holds anything, one a line."""
    for grid in _grids(Path(str(request["path"])), str(request["kind"])):
        if grid.rows:
            yield {"name": grid.name, "rows": grid.rows, "merges": grid.merges, "hidden": grid.hidden}


def _grids(path: Path, kind: str) -> list[Grid]:
    if kind == "text":
        return [grid_of(decoded(path), path.stem)]
    return grids(path, kind)
