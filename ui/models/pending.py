"""What was typed and is not yet on the disk; it stays on the screen until somebody says it is written."""

import itertools
from collections.abc import Iterator

Key = tuple[str, ...]


class Pending:
    """Values by key, each with the number of the act that typed it; a later act of a key takes its place."""

    def __init__(self) -> None:
        """Start with nothing waiting."""
        self._values: dict[Key, tuple[int, str]] = {}
        self._numbers = itertools.count(1)

    def __len__(self) -> int:
        """Return how many values wait."""
        return len(self._values)

    def number(self) -> int:
        """Return the number of a new act."""
        return next(self._numbers)

    def put(self, key: Key, value: str, number: int) -> None:
        """Remember a typed value."""
        self._values[key] = (number, value)

    def settle(self, key: Key, number: int) -> None:
        """Let go of a value, unless it was typed again since."""
        if self._values.get(key, (0, ""))[0] == number:
            del self._values[key]

    def of(self, place: Key) -> Iterator[tuple[Key, str]]:
        """Yield the rest of the key and the value of all that waits at this place."""
        for key, (_, value) in tuple(self._values.items()):
            if key[: len(place)] == place:
                yield key[len(place) :], value
