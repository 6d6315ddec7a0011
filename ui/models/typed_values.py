"""What is typed beside a list: it stays with its row until it is on the disk, or until it can be read.

A row that is left and come back to shows what was typed into it, whatever has been read of it meanwhile. A
beginning that happens to be readable (``1`` of ``1,5 juta``) is not what was meant: where what follows cannot
be read, what stood before is to be written again.
"""

from collections.abc import Callable, Mapping

Place = tuple[str, str]
"""A row and its field."""


class Typed:
    """Values by row and field that are on their way to the disk, and texts that fit no field yet."""

    def __init__(self, waits: Callable[[str, str], bool]) -> None:
        """Begin empty; ``waits`` tells whether what was typed into a field is not on the disk yet."""
        self._waits = waits
        self._values: dict[Place, object] = {}
        self._unread: dict[Place, str] = {}
        self._stood: dict[Place, object] = {}

    # On its way --------------------------------------------------------------------------------------------

    def put(self, row: str, field: str, value: object) -> None:
        """Remember what was typed until it is on the disk."""
        self._values[row, field] = value

    def over(self, row: str, values: Mapping[str, object]) -> dict[str, object]:
        """Return values of a row that were read, with what was typed into these fields since."""
        self._values = {place: value for place, value in self._values.items() if self._waits(*place)}
        return {field: self._values.get((row, field), value) for field, value in values.items()}

    # What cannot be read -----------------------------------------------------------------------------------

    def begin(self, row: str, field: str, stood: object) -> None:
        """Remember what stood in a field before somebody began to type there."""
        self._stood.setdefault((row, field), stood)

    def stood(self, row: str, field: str) -> object:
        """Return what stood in a field before it was begun."""
        return self._stood[row, field]

    def misread(self, row: str, field: str, text: str) -> object:
        """Keep a text that fits no field; return what stood before it was begun."""
        self._unread[row, field] = text
        return self._stood[row, field]

    def mend(self, row: str, field: str) -> None:
        """Let go of a text that could not be read: what stands in its place can."""
        self._unread.pop((row, field), None)

    def leave(self, row: str, field: str) -> None:
        """Forget what stood before, where the field is left with what can be read."""
        if (row, field) not in self._unread:
            self._stood.pop((row, field), None)

    def unread(self, row: str) -> dict[str, str]:
        """Return the texts of a row that fit no field, by field."""
        return {field: text for (one, field), text in self._unread.items() if one == row}

    def rows_unread(self) -> list[str]:
        """Return the rows in which something cannot be read, each once, in the order it was typed."""
        return list(dict.fromkeys(row for row, _ in self._unread))
