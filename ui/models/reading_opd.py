"""Guesses which agency a planning file belongs to: by the name in it, its file name, and its codes."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of, plain
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_draft import Draft

_LIKE: Final = 0.8
_ENOUGH: Final = 0.9
_LONG_SHORT: Final = 5
_SILENT: Final = frozenset({"dinas", "badan", "kabupaten", "kota", "kab", "dan", "pemerintah", "daerah"})


def likely_opd(draft: Draft, opds: Sequence[Opd]) -> RowId:
    """Return the agency that the draft most likely belongs to, no row where nothing speaks for one."""
    scored = [(_score(draft, opd), -place) for place, opd in enumerate(opds)]
    if not scored:
        return NO_ROW
    best, place = max(scored)
    return opds[-place].id if best >= _ENOUGH else NO_ROW


def _score(draft: Draft, opd: Opd) -> float:
    return _by_name(draft, opd) + _by_file(draft, opd) + _by_codes(draft, opd)


def _by_name(draft: Draft, opd: Opd) -> float:
    written = " ".join(_words(draft.opd_name))
    if not written:
        return 0.0
    if opd.short and key_of(opd.short) == key_of(draft.opd_name):
        return 3.0
    own = " ".join(_words(opd.name))
    if own and f" {own} " in f" {written} ":
        return 2.5
    like = SequenceMatcher(None, own, written, autojunk=False).ratio()
    return 2.5 * like if like >= _LIKE else 0.0


def _by_file(draft: Draft, opd: Opd) -> float:
    short = key_of(opd.short)
    if not short:
        return 0.0
    stem = draft.source_name.rpartition(".")[0] or draft.source_name
    tokens = [key_of(part) for part in re.split(r"[\s_.\-]+", stem)]
    if short in tokens:
        return 2.0
    near = len(short) >= _LONG_SHORT and any(token.startswith(short) for token in tokens)
    return 1.5 if near else 0.0


def _by_codes(draft: Draft, opd: Opd) -> float:
    bidang = [".".join(line.code.split(".")[:2]) for line in draft.lines if line.level == "program"]
    named = [code for code in bidang if code and not code.startswith("X")]
    if not named or not opd.bidang:
        return 0.0
    return 1.5 * sum(code in opd.bidang for code in named) / len(named)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", plain(name)) if word not in _SILENT]
