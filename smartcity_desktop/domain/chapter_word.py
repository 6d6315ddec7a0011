"""A chapter on its way to Word and back: what goes out, what came back, and how the two differ. Pure.

The tables, charts and pictures of the program stay the program's: they go out as frames that are not written
into, and come back as the lines that name them.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.book import Book, Node
from smartcity_desktop.domain.book_part import Filled
from smartcity_desktop.domain.book_text import Part, Picture, parse, written
from smartcity_desktop.domain.book_told import State, TextLine, changed_lines
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_book import BookPicture
from smartcity_desktop.domain.wording import number

PART_TAG, PICTURE_TAG, TITLE_TAG = "isi:", "gambar:", "bab:"
"""What the tag of a frame begins with; behind it stand key, row of the picture, row of the chapter."""

_NOTES: Final[Mapping[str, str]] = {
    "deleted": "{count} coretan (perubahan terlacak) dibaca sebagai dihapus",
    "inserted": "{count} sisipan (perubahan terlacak) dibaca sebagai diterima",
    "comments": "{count} komentar Word tidak ikut",
    "footnotes": "{count} catatan kaki tidak ikut; tulis isinya di dalam teks",
    "pictures": "{count} gambar baru di Word tidak ikut; tambahkan lewat layar Buku",
    "hidden": "{count} bagian tersembunyi tidak ikut",
    "raised": "{count} tulisan kecil di atas atau di bawah baris ditulis biasa",
    "merged": "{count} sel gabungan dipisah",
    "deep": "{count} butir daftar yang lebih dalam dinaikkan ke tingkat kedua",
}
_MOST_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class ChapterOut:
    """A chapter as it goes to Word: its place in its book, and what fills it."""

    book: Book
    node: Node
    parts: Mapping[str, Filled] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[RowId, BookPicture] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the file, without ending: ``BAB II Gambaran daerah``."""
        return self.node.called or "Bab"


@dataclass(frozen=True, slots=True)
class ChapterBack:
    """What was read from a Word file: ``text`` is the markup of a chapter, ``notes`` what was counted in it.

    ``chapter`` is the chapter that the file was written for, empty where it does not say so.
    """

    name: str
    text: str
    chapter: RowId = NO_ROW
    notes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordChange:
    """How a chapter that came back differs from the one that stands here.

    ``missing`` and ``added`` are keys of parts and ids of pictures that the text no longer names, or names
    anew; ``moved`` stand at another place among the others. ``strange`` are parts that nobody knows.
    """

    lines: tuple[TextLine, ...] = ()
    missing: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    is_other: bool = False

    @property
    def is_same(self) -> bool:
        """Whether there is nothing to take."""
        return all(item.state == "same" for item in self.lines)

    def count(self, state: State) -> int:
        """Return how many lines are in a state."""
        return sum(item.state == state for item in self.lines)


def compare(row: RowId, stands: str, back: ChapterBack, names: Mapping[str, str]) -> WordChange:
    """Return how what came back differs from what stands; ``names`` are the titles of known parts."""
    before, after = written(parse(stands)), back.text
    old, new = objects(before), objects(after)
    missing = tuple(item for item in old if item not in new)
    moved = tuple(_moved(old, new))
    added = tuple(item for item in dict.fromkeys(new) if item not in old)
    strange = tuple(item for item in added if not item.startswith(PICTURE_TAG) and item not in names)
    is_other = bool(back.chapter) and back.chapter != row
    parts = (("hilang", missing), ("pindah tempat", moved), ("baru", added), ("tidak dikenal", strange))
    told = [f"{_listed(keys, names)} {word}." for word, keys in parts if keys]
    told += [
        f"{text.format(count=number(back.notes[key]))}."
        for key, text in _NOTES.items()
        if back.notes.get(key)
    ]
    return WordChange(changed_lines(before, after), missing, moved, added, strange, tuple(told), is_other)


def objects(text: str) -> tuple[str, ...]:
    """Return what fills itself in a text, in its order: keys of parts, and pictures as ``gambar:id``."""
    found = (item for item in parse(text) if isinstance(item, Part | Picture))
    return tuple(item.key if isinstance(item, Part) else f"{PICTURE_TAG}{item.figure}" for item in found)


def _moved(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield what stands in both but no longer in the order of the others."""
    both = Counter(old) & Counter(new)
    ours = [item for item in dict.fromkeys(old) if item in both]
    theirs = [item for item in dict.fromkeys(new) if item in both]
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    kept = {item for block in matcher.get_matching_blocks() for item in ours[block.a : block.a + block.size]}
    yield from (item for item in ours if item not in kept)


def _listed(keys: Sequence[str], names: Mapping[str, str]) -> str:
    """Return parts by their titles: ``“Isu per dimensi”, “Peta jalan”, dan 2 lagi``."""
    said = [names.get(key, "Gambar" if key.startswith(PICTURE_TAG) else key) for key in keys]
    shown = ", ".join(f"“{text}”" for text in said[:_MOST_SHOWN])
    more = len(said) - _MOST_SHOWN
    return f"{shown}, dan {number(more)} lagi" if more > 0 else shown
