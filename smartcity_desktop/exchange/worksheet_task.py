"""What the child process does with a worksheet that came back: hand over its sheets as text."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from smartcity_desktop.domain.worksheet_file import UNREADABLE
from smartcity_desktop.exchange.sheets import read_xlsx


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield every sheet of the workbook in the request (``path``), hidden ones too, one a line."""
    for grid in read_xlsx(Path(str(request["path"]))):
        rows = [list(row) for row in grid.rows]
        for row, column in (*grid.errors, *grid.unsaved):
            # A formula without a value is no empty cell: it must not empty an answer.
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = UNREADABLE
        yield {"name": grid.name, "rows": rows}
