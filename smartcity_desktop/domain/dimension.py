"""Dimensions and sub-dimensions of this workshop (data, chosen per event): names, codes, colours, order."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.errors import UserFault

RETIRED: Final = " (tidak dipakai lagi)"
"""What follows the name of one that is no longer offered, wherever an answer still stands under it."""
_CODE: Final = re.compile(r"[A-Z0-9]{2,5}")
_SUB_CODE: Final = re.compile(r"[A-Z0-9]{2,5}-[A-Z0-9]{1,3}")
_USUAL_WORDS: Final = frozenset({"SMART", "KOTA", "CERDAS", "DAN", "YANG"})
_LETTERS: Final = 3
_CODE_LETTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with its code (GOV), name and colour (#rrggbb).

    ``alias`` holds other names it is known by, one a line. A ``retired`` one is no longer offered; answers
    given under it stay, under its name.
    """

    id: RowId = NO_ROW
    pos: str = ""
    code: str = ""
    name: str = ""
    color: str = ""
    definition: str = ""
    alias: str = ""
    retired: bool = False

    @property
    def called(self) -> str:
        """``GOV Smart Governance``."""
        return f"{self.code} {self.name}".strip()

    @property
    def shown(self) -> str:
        """As it is called, and that it is no longer used where that is so."""
        return self.called + RETIRED * self.retired


@dataclass(frozen=True, slots=True)
class Subdimension:
    """A sub-dimension with the guide points that facilitators ask by, one a line."""

    id: RowId = NO_ROW
    pos: str = ""
    dimension: RowId = NO_ROW
    code: str = ""
    name: str = ""
    points: str = ""
    alias: str = ""
    retired: bool = False

    @property
    def called(self) -> str:
        """``GOV-1 Layanan publik``."""
        return f"{self.code} {self.name}".strip()

    @property
    def shown(self) -> str:
        """As it is called, and that it is no longer used where that is so."""
        return self.called + RETIRED * self.retired


Either = Dimension | Subdimension
Kind = TypeVar("Kind", Dimension, Subdimension)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the palette: its Indonesian name, and ``#RRGGBB``."""

    name: str
    value: str


PALETTE: Final = (
    Colour("Biru kelabu", "#8E9FC6"),
    Colour("Merah muda", "#D8A0B1"),
    Colour("Kuning", "#F2DF59"),
    Colour("Merah bata", "#CE7B50"),
    Colour("Ungu muda", "#C7B2FF"),
    Colour("Hijau", "#86E097"),
    Colour("Jingga", "#F0A843"),
    Colour("Toska", "#72E7E5"),
    Colour("Ungu", "#A884EE"),
    Colour("Hijau daun", "#60BA79"),
    Colour("Hijau embun", "#C3F9D3"),
    Colour("Kuning limau", "#DEF031"),
)
"""Colours that are told apart by colour-blind eyes and on grey paper, and that carry dark text."""


def offered(items: Iterable[Kind]) -> list[Kind]:
    """Return what is offered for new answers; of sub-dimensions those of their own not dropped."""
    return [item for item in items if not item.retired]


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something: other names, guide points."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def question(item: Subdimension, say: Callable[[str], str] = str) -> str:
    """Return what a table is asked about a sub-dimension: its guide points in one question.

    ``say`` puts the points into the words of the event; the name stays as somebody gave it.
    """
    return f"{item.called}, sudahkah: {say('; '.join(lines(item.points)))}?"


def spellings(item: Either) -> tuple[str, ...]:
    """Return every way one may be written in what people type, paste or import: code, name, other names."""
    return (item.code, item.name, *lines(item.alias))


def spelt(items: Iterable[Kind], text: str) -> Kind | None:
    """Return the one that a text means, None where none is offered under it; codes before names."""
    wanted, known = _plain(text), offered(items)
    if not wanted:
        return None
    by_code = next((item for item in known if _plain(item.code) == wanted), None)
    by_name = next((item for item in known if _plain(item.name) == wanted), None)
    by_alias = next((item for item in known if wanted in map(_plain, lines(item.alias))), None)
    return by_code or by_name or by_alias


def clashes(item: Either, others: Iterable[Either]) -> list[tuple[str, Either]]:
    """Return the other names of one that already mean another, which is found first: name and that other."""
    known = [other for other in others if other.id != item.id and not other.retired]
    found: list[tuple[str, Either]] = []
    for name in lines(item.alias):
        meant = next((other for other in known if _plain(name) in map(_plain, spellings(other))), None)
        if meant is not None:
            found.append((name, meant))
    return found


def folded_code(text: str) -> str:
    """Return a typed code in capitals and without blanks."""
    return "".join(text.split()).upper()


def refuse(item: Either, field: str, text: str, others: Iterable[Either]) -> UserFault | None:
    """Return why a code or a name cannot be taken by ``item``, None where it can.

    ``others`` are all of its kind: codes are unique among them, also among those no longer used; names of
    sub-dimensions only within their dimension.
    """
    known = [other for other in others if other.id != item.id]
    if field == "code":
        return _refuse_code(item, folded_code(text), known)
    if field == "name":
        return _refuse_name(item, text, known)
    return None


def propose_code(name: str, taken: Collection[str]) -> str:
    """Return a free code for a name: ``Smart Mobility`` -> ``MOB``."""
    words = [word for word in re.split(r"[^A-Z0-9]+", _ascii(name)) if word]
    own = [word for word in words if word not in _USUAL_WORDS] or words
    letters = "".join(own)
    stem = (own[0] if own and len(own[0]) >= _LETTERS else letters)[:_LETTERS]
    tries = [
        stem,
        letters[: _LETTERS + 1],
        letters[:_CODE_LETTERS],
        "".join(word[0] for word in own)[:_LETTERS],
    ]
    for code in tries:
        if _CODE.fullmatch(code) and code not in taken:
            return code
    stem = (stem or "D")[:_LETTERS]
    number = 2 if stem in taken else 1
    while f"{stem}{number}" in taken or not _CODE.fullmatch(f"{stem}{number}"):
        number += 1
    return f"{stem}{number}"


def propose_sub_code(code: str, taken: Collection[str]) -> str:
    """Return the next free code of a sub-dimension of ``code``: ``GOV-4``."""
    own = [item.removeprefix(f"{code}-") for item in taken if item.startswith(f"{code}-")]
    last = max((int(item) for item in own if item.isascii() and item.isdigit()), default=0)
    return f"{code}-{last + 1}"


def recoded(old: str, new: str, subs: Iterable[Subdimension]) -> list[tuple[Subdimension, str]]:
    """Return the sub-dimensions whose codes follow when their dimension's code ``old`` becomes ``new``.

    ``subs`` are all of the workshop; a code that another already has is not taken.
    """
    known = list(subs)
    taken = {item.code for item in known}
    found = [
        (item, f"{new}-{item.code.removeprefix(f'{old}-')}")
        for item in known
        if old and item.code.startswith(f"{old}-")
    ]
    return [(item, code) for item, code in found if code not in taken]


def first_free_color(used: Iterable[str]) -> str:
    """Return the first colour of the palette that nobody has, else the one that was taken longest ago."""
    taken = [color.upper() for color in used]
    free = [item.value for item in PALETTE if item.value not in taken]
    return free[0] if free else PALETTE[len(taken) % len(PALETTE)].value


def in_order(items: Sequence[Kind], row: RowId, before: RowId) -> list[Kind]:
    """Return the offered ones with ``row`` put before another (at the end where ``before`` is empty)."""
    known = offered(items)
    rest = [item for item in known if item.id != row]
    place = next((at for at, item in enumerate(rest) if item.id == before), len(rest))
    return rest[:place] + [item for item in known if item.id == row] + rest[place:]


def _refuse_code(item: Either, code: str, known: Iterable[Either]) -> UserFault | None:
    is_sub = isinstance(item, Subdimension)
    if not (_SUB_CODE if is_sub else _CODE).fullmatch(code):
        return UserFault("subdimension-code" if is_sub else "dimension-code", code=code)
    other = next((other for other in known if other.code.upper() == code), None)
    return UserFault("dimension-code-taken", code=code, other=other.shown) if other else None


def _refuse_name(item: Either, text: str, known: Iterable[Either]) -> UserFault | None:
    wanted = _plain(text)
    if not wanted:
        return UserFault("dimension-nameless")
    home = item.dimension if isinstance(item, Subdimension) else NO_ROW
    for other in known:
        same = not isinstance(other, Subdimension) or other.dimension == home
        if same and _plain(other.name) == wanted:
            return UserFault("dimension-name-taken", name=" ".join(text.split()), other=other.shown)
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
