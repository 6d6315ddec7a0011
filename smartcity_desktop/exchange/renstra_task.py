"""What the child process does with a Renstra file: read the sheets, understand them, answer in pieces."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_wire
from smartcity_desktop.exchange.grids import BOOKS, grids
from smartcity_desktop.exchange.renstra_plan import choose


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the draft of the file in the request (``path``, ``kind``, ``sheet``) as lines of an answer."""
    path = Path(str(request["path"]))
    sheet = request.get("sheet")
    kind = str(request["kind"])
    found = grids(path, kind)
    if not found and kind not in BOOKS:
        raise UserFault("read-no-table", name=path.name)
    chosen = choose(found, path.name, sheet if isinstance(sheet, str) else None)
    # The rows go first, every line as soon as it is made: the other process takes them in meanwhile.
    yield from renstra_wire.source(chosen.source())
    reading = chosen.reading()
    yield from renstra_wire.lines(reading.lines())
    yield from renstra_wire.judged(reading.draft())
