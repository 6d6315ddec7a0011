"""The text of a cell of a PDF: words in the order of reading, lines put together again as they were meant.

A line that ends within a word, an amount or a code is joined without a blank; items of a list keep their
lines; a hyphen stays unless the word is written without it elsewhere on the page.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from smartcity_desktop.exchange.pdf_marks import ACROSS, DOWN, UP, Word
from smartcity_desktop.exchange.text import clean

_SAME_LINE: Final = 0.45
"""Of a letter's height: words whose middles are no farther apart stand on one line."""
_BLANK: Final = 0.1
"""Of a letter's height: a gap that is wider is a blank."""
_ROOM: Final = 6.0
"""Letters' widths, margins counted: a line of one word with no more room left may have broken that word."""
_GROUP: Final = 3
_RESTS: Final = 2
"""Letters of a rest that is no word of its own."""
_SHORT: Final = frozenset(
    ("di", "ke", "si", "yg", "dg", "ha", "km", "kg", "kk", "rp", "tk", "sd", "rt", "rw", "ii", "iv", "vi")
)
"""Words of two letters that stand for themselves."""
_COUNTED: Final = frozenset("abcivx")
"""Letters that number a kind: "Kelas I", "Tipe C"."""
_LIGATURES: Final = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
_SOFT: Final = "\xad"
_ITEM: Final = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•▪●o])\s+\S")
_FIGURE: Final = re.compile(r"\(?-?(?:Rp\.?)?\s?\d[\d.,]*\)?|[.,]\d[\d.,]*\)?", re.IGNORECASE)
_CODE: Final = re.compile(r"[\dxX]{1,4}(?:\.[\dxX]{1,4})*\.?")
_CUT_CODE: Final = re.compile(r"[\dxX]{1,2}(?:\.[\dxX]{1,2}){3,4}\.\d{1,3}")
"""A code whose last part, of four digits, is not whole."""
_REST_OF_CODE: Final = re.compile(r"\.?[\dxX]{1,4}(?:\.[\dxX]{1,4})*\.?")
_LAST_PART: Final = re.compile(r"\w+$")
_FIRST_PART: Final = re.compile(r"\w+")
COMMON: Final = frozenset(
    (
        *("tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "indikator", "kinerja", "satuan"),
        *("target", "tahun", "pagu", "anggaran", "realisasi", "kode", "uraian", "lokasi", "keterangan"),
        *("capaian", "kondisi", "akhir", "awal", "periode", "penanggung", "jawab", "perangkat", "daerah"),
        *("urusan", "bidang", "persentase", "jumlah", "dokumen", "laporan", "baseline", "indikatif"),
    )
)
"""Words of headings, which stand in the narrowest columns."""


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return words as lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda one: one.top + one.bottom):
        own, tall = (word.top + word.bottom) / 2, word.height
        if lines and abs(own - middle) <= _SAME_LINE * max(height, tall):
            lines[-1].append(word)
            if tall > height:
                middle, height = own, tall
        else:
            lines.append([word])
            middle, height = own, tall
    for line in lines:
        if len(line) > 1:
            line.sort(key=_left)
    return lines


def line_text(line: Sequence[Word]) -> str:
    """Return the words of a line with blanks where there are any."""
    text, before = line[0].text, line[0]
    for word in line[1:]:
        followed = before.start < word.start > before.start + len(before.text)
        has_blank = followed or word.left - before.right > _BLANK * max(word.height, before.height)
        text += f" {word.text}" if has_blank else word.text
        before = word
    return f"{text}-" if line[-1].hyphen else text


def cell_text(words: Sequence[Word], width: float, known: Collection[str] = COMMON) -> str:
    """Return the text of a cell of this width in points; ``known`` are words that stand whole nearby."""
    if len(words) == 1:
        return _clean(f"{words[0].text}-" if words[0].hyphen else words[0].text)
    level = [word for word in words if word.runs == ACROSS]
    texts = [_flowing(level, width, known)] if level else []
    for runs in {word.runs for word in words} - {ACROSS}:
        turned = [_turned(word) for word in words if word.runs == runs]
        texts.append(_flowing(turned, 0.0, known))
    return _clean("\n".join(texts))


def _clean(text: str) -> str:
    return clean(text if text.isascii() else text.translate(_LIGATURES))


def continued(first: str, rest: str, known: Collection[str] = COMMON) -> str:
    """Return two halves of a text that a page break cut."""
    if not first or not rest:
        return first or rest
    return (
        first + _between(first, rest) + rest if not _drops_hyphen(first, rest, known) else first[:-1] + rest
    )


def _left(word: Word) -> float:
    return word.left


def _flowing(words: Sequence[Word], width: float, known: Collection[str]) -> str:
    lines = lines_of(words)
    text = line_text(lines[0])
    for before, line in pairwise(lines):
        more = line_text(line)
        if _is_broken(before, more, width, known):
            text += more
        else:
            text = continued(text, more, known)
    return text


def _is_broken(before: Sequence[Word], more: str, width: float, known: Collection[str]) -> bool:
    """Tell whether a narrow column broke a word or a code in two: it fills its line, the rest is no word."""
    word = before[0]
    long = word.right - word.left
    if len(before) > 1 or not width or width - long > _ROOM * long / len(word.text):
        return False
    if _CODE.fullmatch(word.text):
        return "." in word.text and bool(_REST_OF_CODE.fullmatch(more))
    rest = _FIRST_PART.match(more)
    if not word.text[-1].isalpha() or rest is None or rest[0].islower() is not word.text[-1].islower():
        return False
    begun = _LAST_PART.search(word.text)
    part = rest[0].lower()
    return (begun[0].lower() if begun else "") + part in known or _is_scrap(rest[0], part, known)


def _is_scrap(rest: str, part: str, known: Collection[str]) -> bool:
    """Tell whether a rest is too short for a word; the page knows it too, as it stands there broken off."""
    if len(part) == 1:
        return rest.islower() or part not in _COUNTED
    return len(part) <= _RESTS and (part not in _SHORT if rest.islower() else part not in known)


def _between(first: str, rest: str) -> str:
    """Return what stands between two lines of one text: nothing, a blank or a line break."""
    if first.endswith("-") and rest[0].isalnum() and len(first) > 1 and first[-2].isalnum():
        return ""
    if _is_one_figure(first, rest) or _is_one_code(first, rest):
        return ""
    return "\n" if _ITEM.match(rest) else " "


def _drops_hyphen(first: str, rest: str, known: Collection[str]) -> bool:
    """Tell whether the hyphen at the end of a line only broke a word: the word is known without it."""
    if first.endswith(_SOFT):
        return True
    if not first.endswith("-") or not rest[0].islower():
        return False
    before, after = _LAST_PART.search(first[:-1]), _FIRST_PART.match(rest)
    if before is None or after is None or after[0].lower().startswith(before[0].lower()):
        return False
    return (before[0] + after[0]).lower() in known


def _is_one_figure(first: str, rest: str) -> bool:
    """Tell whether an amount goes on in the next line: after a sign, or if only then its groups are whole."""
    if not _FIGURE.fullmatch(first) or not _FIGURE.fullmatch(rest):
        return False
    if first[-1] in ".," or rest[0] in ".,":
        return True
    last, begun = re.split(r"[.,]", first)[-1], re.split(r"[.,]", rest)[0]
    return len(re.split(r"[.,]", first)) > 1 and len(last) < _GROUP and len(last) + len(begun) == _GROUP


def _is_one_code(first: str, rest: str) -> bool:
    if not _CODE.fullmatch(first) or not _REST_OF_CODE.fullmatch(rest):
        return False
    return first.endswith(".") or rest.startswith(".") or bool(_CUT_CODE.fullmatch(first) and rest.isdigit())


def _turned(word: Word) -> Word:
    """Return a word that runs another way as if it ran to the right."""
    left, top, right, bottom = word[1:5]
    if word.runs == UP:
        box = (-bottom, left, -top, right)
    elif word.runs == DOWN:
        box = (top, -right, bottom, -left)
    else:
        box = (-right, -bottom, -left, -top)
    return Word(word.text, *box, word.start, ACROSS, word.hyphen)
