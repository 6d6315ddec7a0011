"""Indonesian words made comparable: lower case, affixes off by a few rules, small words left out.

The rules only have to treat two forms of one word alike (``pengolahan``, ``mengolah``, ``olahan``); what they
leave need not be a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from smartcity_desktop.domain.match import plain

LONGEST: Final = 3
"""Words that a phrase has at most."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written with blanks between them."""
    return frozenset(words.split())


_WORD: Final = re.compile(r"[^\W_]+")
_LEAST: Final = 4
"""Letters that an affix must leave."""
_ROUNDS: Final = 3
_VOWELS: Final = frozenset("aeiou")
_VERB_ENDS: Final = ("kan", "an", "i")
_NOUN_ENDS: Final = ("an",)
"""What closes a word that begins with pe-, per- or ke-: pendidikan is didik, not didi."""
_FRONTS: Final = ("memper", "diper", "ber", "ter", "per", "ke", "pe", "me")
_NASAL: Final = re.compile(r"^[mp]e(ny|ng|n|m)(?=[a-z])")
_DROPPED: Final = {"ny": "s", "n": "t", "m": "p"}
"""What a nasal swallowed before a vowel: menanam is me- and tanam."""
_KEEPS_K: Final = re.compile(
    r"^(?:elola|endali|embang|umpul|irim|urang|aji|uat|enal|uasa|emas|eras|eluar|onsumsi|ering|arantina"
    r"|edepan|ulak)"
)
"""Words with a swallowed k; any other vowel after meng- or peng- begins the word itself."""
_NASAL_BORN: Final = re.compile(r"^(?:ilai|aik|ama|iaga|ikmat|uda|ilik|akan|usnah|inum)")
"""Words that begin with n or m themselves: penilaian, pemuda, pemilik."""
_SAME: Final = {
    "aduan": "adu",
    "pengaduan": "adu",
    "mengadu": "adu",
    "izin": "izin",
    "ijin": "izin",
    "perijinan": "izin",
    "udara": "udara",
    "beras": "beras",
    "berita": "berita",
    "media": "media",
    "kantor": "kantor",
    "kota": "kota",
    "kesenian": "seni",
    "online": "daring",
    "cctv": "cctv",
    "wifi": "wifi",
    "usia": "usia",
    "wisatawan": "wisata",
    "pariwisata": "wisata",
    "kepariwisataan": "wisata",
    "ukm": "umkm",
    "ikm": "ikm",
    "rumah": "rumah",
    "perumahan": "rumah",
    "pemukiman": "mukim",
    "petani": "tani",
    "pemohon": "mohon",
    "pelajar": "belajar",
    "nelayan": "nelayan",
    "pangan": "pangan",
    "ketahanan": "tahan",
    "perempuan": "perempuan",
    "pelayanan": "layan",
    "layanan": "layan",
    "pemerintah": "perintah",
    "pemerintahan": "perintah",
    "terminal": "terminal",
    "kementerian": "menteri",
    "kecil": "kecil",
    "kemasan": "kemasan",
    "teknologi": "teknologi",
    "berkala": "berkala",
    "berkas": "berkas",
    "persen": "persen",
    "perda": "perda",
    "pemilu": "pemilu",
    "pemuda": "pemuda",
    "kepemudaan": "pemuda",
    "pelabuhan": "labuh",
}
"""Words that the rules would take apart wrongly, and spellings of one word."""
_SMALL: Final = word_set(
    "yang dan di ke dari pada untuk dengan dalam oleh serta atau bagi para sebagai secara agar melalui antar"
    " tahun program kegiatan sub terhadap atas akan adalah ini itu bila dapat tidak tanpa juga telah bagian"
    " kabupaten provinsi kab pemkab pemkot se belum sudah masih setiap tiap semua"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: how it is compared, how it was written, its place among all, and its start."""

    stem: str
    written: str
    place: int
    start: int


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the form by which a lower-case word is compared (``pemasaran`` -> ``pasar``)."""
    known = _SAME.get(word)
    if known is not None:
        return known
    if word.endswith("nya") and len(word) > _LEAST + 3:
        word = word[:-3]
    for _ in range(_ROUNDS):
        shorter = _peeled(word)
        if shorter == word:
            break
        word = _SAME.get(shorter, shorter)
    return word


def _peeled(word: str) -> str:
    """Take one affix off, in front first; what stands behind goes only with something in front or as -an."""
    bare = _without_front(word)
    if bare != word:
        for end in _NOUN_ENDS if word[0] in "pk" else _VERB_ENDS:
            kept = bare.removesuffix(end)
            if (
                kept != bare
                and len(kept) >= _LEAST - (end == "an")
                and not (end == "i" and kept[-1] in "aeo")
            ):
                return kept
        return bare
    if word.endswith("an") and len(word) - 2 >= _LEAST:
        return word[:-2]
    return word


def _without_front(word: str) -> str:
    nasal = _NASAL.match(word)
    if nasal:
        return _without_nasal(word, nasal[1])
    if word.startswith("di") and word.endswith("kan") and len(word) - 2 > _LEAST + 2:
        return word[2:]
    for front in _FRONTS:
        # A front without its end is too often the word's own beginning: media, kecap, perahu.
        if front == "ke" and not word.endswith("an"):
            continue
        least = _LEAST if front in {"ber", "per", "ter"} else _LEAST + 1
        if word.startswith(front) and len(word) - len(front) >= least:
            return word[len(front) :]
    return word


def _without_nasal(word: str, sound: str) -> str:
    rest = word[2 + len(sound) :]
    if len(rest) < _LEAST - 1:
        return word
    if rest[0] not in _VOWELS:
        return rest if sound != "ny" and len(rest) >= _LEAST else word
    if sound == "ng":
        return f"k{rest}" if _KEEPS_K.match(rest) else rest if len(rest) >= _LEAST else word
    if sound in "nm" and _NASAL_BORN.match(rest):
        return sound + rest
    return _DROPPED[sound] + rest


@lru_cache(maxsize=16_384)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; small words and numbers are left out but keep their places."""
    return tuple(
        Token(stem(word), found[0], place, found.start())
        for place, found in enumerate(_WORD.finditer(text))
        if (word := plain(found[0])) not in _SMALL and not word.isdecimal() and len(word) > 1
    )


def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared."""
    return tuple(token.stem for token in tokens(text))


def phrase(text: str) -> tuple[str, ...]:
    """Return a word or phrase of a list as it is looked for in texts; empty where nothing is left of it."""
    return stems(text)[:LONGEST]


def span(text: str, run: Sequence[Token]) -> str:
    """Return what stands in a text from the first to the last of these words, as it was written."""
    return text[run[0].start : run[-1].start + len(run[-1].written)]
