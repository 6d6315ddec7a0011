"""XML of foreign files, followed element by element: no document types, no entities, nothing from outside."""

import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Final
from xml.parsers import expat

from smartcity_desktop.exchange.unread import Unread

CHUNK: Final = 1 << 18
MAX_ELEMENTS: Final = 4_000_000
_MOST_NAMES: Final = 1000

Attributes = dict[str, str]


class Refused(Exception):
    """XML that no office program writes, for instance a document type with entities."""


def parse(
    stream: IO[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Follow a stream of XML: names of elements come bare, those of attributes with their ``namespace}``.

    Raises ``Refused`` and expat's ExpatError.
    """

    def refuse(*_args: object) -> None:
        raise Refused

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    # A file of many cells has few names.
    bare = _Bare()
    parser.StartElementHandler = lambda name, attributes: start(bare[name], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(bare[name])
    if words is not None:
        parser.CharacterDataHandler = words
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place only
    parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place only


class _Bare(dict[str, str]):
    """Names without their namespace, by the whole ones."""

    def __missing__(self, name: str) -> str:
        found = name.rpartition("}")[2]
        if len(self) < _MOST_NAMES:
            self[name] = found
        return found


class Elements:
    """Follows XML whose attributes are wanted by their bare names, and counts its elements."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen = 0
        self._bare = _Bare()

    def follow(self, stream: IO[bytes]) -> None:
        """Follow a stream. Raises ``Refused``, ExpatError, Unread "read-too-big"."""
        parse(stream, self._begin, self.end, self.words)

    def _begin(self, name: str, attributes: Attributes) -> None:
        self._seen += 1
        if self._seen > MAX_ELEMENTS:
            raise Unread("read-too-big")
        if attributes:
            bare = self._bare
            attributes = {bare[key]: value for key, value in attributes.items()}
        self.start(name, attributes)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take its end."""

    def words(self, words: str) -> None:
        """Take text."""


def whole(value: str | None, default: int = 0) -> int:
    """Return the whole number in an attribute, ``default`` where there is none; never below nought."""
    digits = (value or "").strip()[:9]
    return int(digits) if digits.isascii() and digits.isdigit() else default


def relations(archive: zipfile.ZipFile, member: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, kind and target of what a part of a package refers to inside the package."""
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            found.append(attributes)

    if member in archive.namelist():
        with archive.open(member) as stream:
            parse(stream, start)
    for item in found:
        yield item.get("Id", ""), item.get("Type", "").rpartition("/")[2], item.get("Target", "")
