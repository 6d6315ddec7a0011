"""Which texts of a collection are near another one: by their words, rare ones weighing most."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.suggest_words import Token, tokens, word_set

COMMON: Final = 0.1
"""Words in more than this part of the texts (and in more than ``_MANY`` of them) join no two texts."""
_MANY: Final = 12
_GENERAL: Final = word_set(
    "tingkat kembang kelola selenggara laksana dukung sedia kualitas mutu layan perintah urus bina bangun"
    " kuat fasilitas fasilitasi optimal wujud terwujud capai jumlah persentase presentase indeks nilai cakup"
    " rasio layak bidang sektor kawasan wilayah warga masyarakat publik daya guna sarana prasarana teknis"
    " sistem informasi data digital aplikasi awas kendali tata serah rata baik koordinasi sinkronisasi"
    " kapasitas sumber manusia bijak rencana kerja sama tetap lembaga evaluasi lapor usun susun dokumen"
    " menengah umum pusat induk lanjut ikat kota daerah"
)
"""Words (as ``stem`` leaves them) that stand in plans of every kind: alone they make nothing alike."""
_GENERAL_PART: Final = 0.25
_FLOOR: Final = 0.3


@dataclass(frozen=True, slots=True)
class Near:
    """A text that is near: its place in the collection, how near (0 to 1), and the words both have."""

    place: int
    score: float
    words: tuple[str, ...]


class Texts:
    """A collection of texts, indexed once; asking costs only what the shared words touch.

    Texts that are written alike, as the names of a nomenclature are, are compared once.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts; their places in the sequence are their names."""
        places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            places.setdefault(text, []).append(place)
        self._size = len(texts)
        self._places = list(places.values())
        self._bags = [_bag(tokens(text)) for text in places]
        self._posts: dict[str, list[int]] = {}
        self._seen: Counter[str] = Counter()
        for kind, bag in enumerate(self._bags):
            for word in bag:
                self._posts.setdefault(word, []).append(kind)
                self._seen[word] += len(self._places[kind])
        self._squares: dict[str, float] = {}
        self._lengths = [self._length(bag) for bag in self._bags]

    def near(self, text: str, *, least: float, without: frozenset[int] = frozenset()) -> list[Near]:
        """Return the texts at least this near, the nearest first; ``without`` are left out."""
        found = [
            Near(place, score, words)
            for kind, score, words in self._near(_bag(tokens(text)), least)
            for place in self._places[kind]
            if place not in without
        ]
        return sorted(found, key=lambda item: (-item.score, item.place))

    def pairs(self, least: float) -> Iterator[tuple[int, int, float, tuple[str, ...]]]:
        """Yield every pair of texts that are near, once: the earlier place, the later, score, words."""
        for kind, bag in enumerate(self._bags):
            own = self._places[kind]
            # Texts are numbered as they first come: whatever comes after the last of these is later.
            for other, score, words in self._near(bag, least, below=own[-1]):
                places = self._places[other]
                for place in own:
                    yield from ((one, place, score, words) for one in places[: bisect_left(places, place)])

    def _near(
        self, bag: Mapping[str, Token], least: float, below: int | None = None
    ) -> Iterator[tuple[int, float, tuple[str, ...]]]:
        """Yield the texts at least this near, each with its score and the words as ``bag`` writes them."""
        own = self._length(bag)
        dots, rest = self._dots(bag, below)
        weights = [(word, self._square(word), token.written) for word, token in bag.items()]
        for kind, dot in dots.items():
            length = own * self._lengths[kind]
            if (dot + rest) / length < least:
                continue
            other = self._bags[kind]
            shared = [square for word, square, _ in weights if word in other]
            score = sum(shared) / length
            if score >= least:
                yield kind, min(score, 1.0), tuple([said for word, _, said in weights if word in other])

    def _dots(self, bag: Mapping[str, Token], below: int | None) -> tuple[dict[int, float], float]:
        """Return what the telling words add up to for each text, and the most that the others can add."""
        dots: dict[int, float] = {}
        rest = 0.0
        for word in bag:
            posts, square = self._posts.get(word, []), self._square(word)
            if self._joins_nothing(word, self._seen[word]):
                rest += square
                continue
            for kind in posts if below is None else posts[: bisect_left(posts, below, key=self._first)]:
                dots[kind] = dots.get(kind, 0.0) + square
        return dots, rest

    def _first(self, kind: int) -> int:
        return self._places[kind][0]

    def _joins_nothing(self, word: str, seen: int) -> bool:
        return word in _GENERAL or (seen > _MANY and seen > COMMON * self._size)

    def _square(self, word: str) -> float:
        """Return the square of how much a compared word tells, from the number of texts that have it."""
        known = self._squares.get(word)
        if known is None:
            seen = self._seen[word]
            rare = math.log(1 + self._size / (1 + seen)) + _FLOOR
            known = (rare * (_GENERAL_PART if word in _GENERAL else 1.0)) ** 2
            if seen:
                self._squares[word] = known
        return known

    def _length(self, bag: Mapping[str, Token]) -> float:
        return math.sqrt(sum(self._square(word) for word in bag)) or 1.0


def telling(words: Iterable[Token]) -> list[Token]:
    """Return the words that tell what a text is about: those that do not stand in every plan."""
    return [token for token in words if token.stem not in _GENERAL]


def _bag(words: Iterable[Token]) -> dict[str, Token]:
    bag: dict[str, Token] = {}
    for token in words:
        bag.setdefault(token.stem, token)
    return bag
