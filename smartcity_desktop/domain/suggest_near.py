"""Which texts of a collection are near another one: by their words, rare ones weighing most."""

import math
from bisect import bisect_left
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
    """A collection of texts, indexed once; asking costs only what the shared words touch."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts; their places in the sequence are their names."""
        self._bags = [_bag(tokens(text)) for text in texts]
        self._posts: dict[str, list[int]] = {}
        for place, bag in enumerate(self._bags):
            for word in bag:
                self._posts.setdefault(word, []).append(place)
        self._squares: dict[str, float] = {}
        self._lengths = [self._length(bag) for bag in self._bags]

    def near(self, text: str, *, least: float, without: frozenset[int] = frozenset()) -> list[Near]:
        """Return the texts at least this near, the nearest first; ``without`` are left out."""
        return self._near(_bag(tokens(text)), least, without)

    def pairs(self, least: float) -> Iterator[tuple[int, Near]]:
        """Yield every pair of texts that are near, once: the later place, and the earlier as near."""
        for place, bag in enumerate(self._bags):
            yield from ((place, item) for item in self._near(bag, least, frozenset(), below=place))

    def _near(
        self, bag: Mapping[str, Token], least: float, without: frozenset[int], below: int | None = None
    ) -> list[Near]:
        found: list[Near] = []
        own = self._length(bag)
        dots, rest = self._dots(bag, below)
        for place, dot in dots.items():
            length = own * self._lengths[place]
            if place in without or (dot + rest) / length < least:
                continue
            other = self._bags[place]
            shared = [word for word in bag if word in other]
            score = sum(self._square(word) for word in shared) / length
            if score >= least:
                found.append(Near(place, min(score, 1.0), tuple(bag[word].written for word in shared)))
        return sorted(found, key=lambda item: (-item.score, item.place))

    def _dots(self, bag: Mapping[str, Token], below: int | None) -> tuple[dict[int, float], float]:
        """Return what the telling words add up to for each text, and the most that the others can add."""
        dots: dict[int, float] = {}
        rest = 0.0
        for word in bag:
            posts, square = self._posts.get(word, []), self._square(word)
            if self._joins_nothing(word, len(posts)):
                rest += square
                continue
            for place in posts if below is None else posts[: bisect_left(posts, below)]:
                dots[place] = dots.get(place, 0.0) + square
        return dots, rest

    def _joins_nothing(self, word: str, seen: int) -> bool:
        return word in _GENERAL or (seen > _MANY and seen > COMMON * len(self._bags))

    def _square(self, word: str) -> float:
        """Return the square of how much a compared word tells, from the number of texts that have it."""
        known = self._squares.get(word)
        if known is None:
            seen = len(self._posts.get(word, ()))
            rare = math.log(1 + len(self._bags) / (1 + seen)) + _FLOOR
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
