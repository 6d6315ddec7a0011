"""What the child process does with a Renstra file: read the sheets, understand them, answer in pieces."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartcity_desktop.exchange import renstra_wire
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.sheets import Grid, read_csv, read_xlsx


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the draft of the file in the request (``path``, ``kind``, ``sheet``) as lines of an answer."""
    path = Path(str(request["path"]))
    sheet = request.get("sheet")
    grids: list[Grid] = read_xlsx(path) if request["kind"] == "xlsx" else [read_csv(path)]
    draft = plan(grids, path.name, sheet if isinstance(sheet, str) else None)
    return renstra_wire.pieces(draft)
