"""The container of Office files before 2007 (.doc, .xls): a small file system of sectors in chains.

Everything in it may lie: chains that run in a circle, sectors outside of the file, sizes without end. All of
it ends in ``Broken``. Format: [MS-CFB].
"""

import struct
from array import array
from dataclasses import dataclass
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 512
_IN_HEAD: Final = 109
"""Sectors of the table of chains that the head itself lists."""
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""This and what is above are no sectors but marks: free, end of a chain."""
_NOTHING: Final = 0xFFFFFFFF
_ROOT: Final = 5
_STREAM: Final = 2
_SECTORS: Final = (9, 12)
_MINI: Final = 6
_MOST_ENTRIES: Final = 20_000


class Broken(ValueError):
    """A container that contradicts itself."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams at the top of a container, by name without regard to case."""

    def __init__(self, content: bytes) -> None:
        """Read the tables of a container. Raises ``Broken``."""
        if len(content) < _HEAD or not content.startswith(MAGIC):
            raise Broken
        self._content = content
        shift, mini = struct.unpack_from("<HH", content, 30)
        if shift not in _SECTORS or mini != _MINI:
            raise Broken
        self._size = 1 << shift
        self._most = len(content) // self._size + 1
        """Sectors that the file can hold; a chain that is longer runs over some of them again."""
        first_folder, _, self._cutoff, first_mini, _, first_more, _ = struct.unpack_from("<7I", content, 48)
        self._fat = self._chains(first_more)
        self._entries = self._folder(first_folder)
        root = self._entries[0] if self._entries else None
        if root is None or root.kind != _ROOT:
            raise Broken
        self._mini_fat = _numbers(self._chain(first_mini))
        self._small = self._chain(root.start)
        self._top = {entry.name.casefold(): entry for entry in self._below(root.child)}

    def __contains__(self, name: str) -> bool:
        """Return whether there is a stream or folder of this name at the top."""
        return name.casefold() in self._top

    def stream(self, name: str) -> bytes:
        """Return a stream at the top, whole. Raises ``Broken`` where there is none."""
        entry = self._top.get(name.casefold())
        if entry is None or entry.kind != _STREAM:
            raise Broken
        chain = self._mini_chain if entry.size < self._cutoff else self._chain
        found = chain(entry.start)
        if len(found) < entry.size:
            raise Broken
        return found[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = _HEAD if self._size == _HEAD else self._size
        start += number * self._size
        if start >= len(self._content):
            raise Broken
        return self._content[start : start + self._size]

    def _chains(self, more: int) -> "array[int]":
        """Return the table that names the next sector of each sector."""
        listed = list(struct.unpack_from(f"<{_IN_HEAD}I", self._content, 76))
        for _ in range(self._most):
            if more >= _LAST:
                break
            page = _numbers(self._sector(more))
            listed += page[:-1]
            more = page[-1] if page else _NOTHING
        else:
            raise Broken
        sectors = [number for number in listed if number < _LAST]
        if len(sectors) > self._most:
            raise Broken
        return _numbers(b"".join(map(self._sector, sectors)))

    def _chain(self, number: int) -> bytes:
        """Return what stands in the sectors of a chain."""
        found: list[bytes] = []
        while number < _LAST:
            if number >= len(self._fat) or len(found) >= self._most:
                raise Broken
            found.append(self._sector(number))
            number = self._fat[number]
        return b"".join(found)

    def _mini_chain(self, number: int) -> bytes:
        found: list[bytes] = []
        size = 1 << _MINI
        while number < _LAST:
            # A chain without a circle is never longer than what holds it.
            if number >= len(self._mini_fat) or len(found) * size > len(self._small):
                raise Broken
            found.append(self._small[number * size : (number + 1) * size])
            number = self._mini_fat[number]
        return b"".join(found)

    def _folder(self, first: int) -> list[_Entry]:
        content = self._chain(first)
        if len(content) // _ENTRY > _MOST_ENTRIES:
            raise Broken
        entries = []
        for place in range(0, len(content) - _ENTRY + 1, _ENTRY):
            name, length, kind, _, left, right, child = struct.unpack_from("<64sHBBIII", content, place)
            start, size = struct.unpack_from("<IQ", content, place + 116)
            words = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
            if self._size == _HEAD:
                # Older programs leave rubbish in the upper half.
                size &= 0xFFFFFFFF
            entries.append(_Entry(words, kind, left, right, child, start, size))
        return entries

    def _below(self, child: int) -> list[_Entry]:
        """Return the entries of one folder: they hang together as a tree."""
        found: list[_Entry] = []
        seen: set[int] = set()
        waiting = [child]
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            found.append(entry)
            waiting += [entry.left, entry.right]
        return found


def _numbers(content: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(content[: len(content) // 4 * 4])
    return found
