"""What a target says: its number as written, and whether smaller is better by the name of the indicator."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

FALLING: Final = (
    "kemiskinan",
    "miskin",
    "stunting",
    "wasting",
    "aki",
    "akb",
    "kematian",
    "pengangguran",
    "gini",
    "ketimpangan",
    "kesenjangan",
    "inflasi",
    "emisi",
    "kumuh",
    "putus sekolah",
    "tidak sekolah",
    "buta aksara",
    "kriminalitas",
    "kejahatan",
    "kecelakaan",
    "pelanggaran",
    "pengaduan",
    "temuan",
    "kekerasan",
    "rawan pangan",
    "kerawanan",
    "risiko bencana",
    "kehilangan air",
    "prevalensi",
    "gizi buruk",
    "gizi kurang",
    "angka kesakitan",
    "kebakaran",
    "perkawinan anak",
    "waktu tunggu",
    "response time",
    "waktu tanggap",
    "timbulan sampah",
    "pencemaran",
)
_FALLING: Final = re.compile(r"\b(?:" + "|".join(FALLING) + r")\b", re.IGNORECASE)
_BY_FIRST_WORD: Final = {
    first: tuple(item for item in FALLING if item.split()[0] == first)
    for first in (item.split()[0] for item in FALLING)
}
_TOGETHER: Final = 50
_FIRST_WORDS: Final = frozenset(_BY_FIRST_WORD)
_WORD: Final = re.compile(r"\w+")
_BLANKS: Final = bytes(code if _WORD.match(chr(code)) else ord(" ") for code in range(256))
"""The same as ``_WORD``, for plain ASCII."""
_RISING: Final = re.compile(
    r"\b(?:penurunan|menurunnya|pengurangan|ditangani|tertangani|diselesaikan|terselesaikan|ditindaklanjuti|"
    r"dilayani|terlayani|dicegah|pencegahan|penanganan|penyelesaian|tindak lanjut|pemenuhan|"
    r"yang\s+(?:di(?!alami|sebabkan|akibatkan)|ter(?!jadi|dampak|jangkit))\w+)\b"
    r"|^\W*jumlah\s+(?:peserta|penerima|relawan|petugas|personel|kader|dokumen|laporan|sarana|prasarana|pos|"
    r"armada|kegiatan|sosialisasi|pelatihan|layanan|rekomendasi)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"-?\d[\d.,]*")
_UNCLEAR: Final = re.compile(r"-?\d{4,}(?:(?:\.\d{3})+|(?:,\d{3})+)")
"""``12500.000``: a slip for thousands, or three decimals."""
_GROUP: Final = 3


@lru_cache(maxsize=8192)
def target_number(text: str) -> Decimal | None:
    """Return the number in a target as written (``42.50%``, ``1.250 orang``); None unless there is just one.

    A single separator before three digits groups thousands, as in every Indonesian table; where more than
    three digits stand before it, nobody can tell.
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = str(found[0]).rstrip(".,")
    mark = max(digits.rfind("."), digits.rfind(","))
    if _UNCLEAR.fullmatch(digits):
        return None
    if mark >= 0 and not _groups(digits, mark):
        whole = re.sub(r"[.,]", "", digits[:mark])
        digits = f"{whole}.{digits[mark + 1 :]}"
    else:
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _groups(digits: str, mark: int) -> bool:
    if len(digits) - mark - 1 != _GROUP or digits.lstrip("-").startswith("0"):
        return False
    return len({digit for digit in digits if not digit.isdigit() and digit != "-"}) == 1


def counts_what_is_done(name: str) -> bool:
    """Tell whether an indicator of this name counts what is handled, and so rises where work is done."""
    return bool(_RISING.search(name))


def falls_by_nature(name: str) -> bool:
    """Tell whether smaller is better for an indicator of this name (kemiskinan, stunting, AKI, …)."""
    return _may_fall(name.lower()) and bool(_FALLING.search(name)) and not counts_what_is_done(name)


def falling(names: Sequence[str]) -> list[bool]:
    """Tell of each of many names what ``falls_by_nature`` tells of one."""
    found: list[bool] = []
    for start in range(0, len(names), _TOGETHER):
        some = names[start : start + _TOGETHER]
        # Most names say none of the words, which is seen of several at once.
        is_said = _may_fall("\n".join(some).lower())
        found += map(falls_by_nature, some) if is_said else [False] * len(some)
    return found


def _may_fall(words: str) -> bool:
    """Tell whether words in small letters say any that ``_FALLING`` looks for."""
    # A pattern of many words is tried at every letter; to look words up by their first one is cheap.
    plain = words.isascii()
    spoken = words.encode().translate(_BLANKS).decode().split() if plain else _WORD.findall(words)
    return any(item in words for word in _FIRST_WORDS.intersection(spoken) for item in _BY_FIRST_WORD[word])


def numbers(texts: Sequence[str]) -> list[tuple[str, Decimal]]:
    """Return the texts that hold just one number, each with it."""
    found = ((text, target_number(text)) for text in texts)
    return [(text, value) for text, value in found if value is not None]
