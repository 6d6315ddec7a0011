"""Who signs a paper where a workshop has several signers: what may be chosen, and who is meant. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_opening import OPENING
from smartcity_desktop.domain.print_job import DATA_REMINDER, DATA_REQUEST, INVITATION
from smartcity_desktop.domain.workshop import Signer

USUAL: Final = RowId("biasa")
"""The answer that leaves it as it is where nobody chose: the first signer, or all of them."""
CHAIR: Final = "ketua panitia"
BY_ONE: Final = frozenset({INVITATION, DATA_REQUEST, DATA_REMINDER, OPENING})
"""Papers that one person signs."""
BY_SEVERAL: Final[Mapping[str, int]] = {
    "daftar-hadir": 3,
    "rekap-kehadiran": 3,
    "laporan-harian": 3,
    "laporan-sesi": 3,
    "laporan-tahap": 3,
    "laporan-akhir": 3,
    "berita-acara-pleno": 3,
    "sertifikat": 2,
}
"""Papers that several people sign, and for how many of them there is room."""
_SEVERAL: Final = 2
_MOST: Final = 3
_COUNTS: Final = ("", "Satu", "Dua", "Tiga")


def is_signed(kind: str) -> bool:
    """Tell whether the signers of the workshop sign this kind of paper."""
    return kind in BY_ONE or kind in BY_SEVERAL


def text_key(kind: str) -> str:
    """Return by what the choice for a kind is kept among the texts of papers."""
    return f"penanda-tangan.{kind}"


def answers(kind: str, signers: Sequence[Signer]) -> Sequence[tuple[str, str]]:
    """Return who can be chosen for a kind as (row or ``USUAL``, words), the usual answer first.

    Where there is nobody, or one alone, the usual answer is the only one.
    """
    if not is_signed(kind):
        return []
    first = _usual(kind, signers)
    if kind in BY_ONE or len(signers) < _SEVERAL:
        others = [item for item in signers if item not in first]
        return [(USUAL, called(item)) for item in first] + [(item.id, called(item)) for item in others]
    room = BY_SEVERAL[kind]
    everybody = f"{_COUNTS[room]} yang pertama" if len(signers) > room else "Semua penanda tangan"
    return [(USUAL, everybody), *((item.id, called(item)) for item in signers)]


def called(signer: Signer) -> str:
    """Return a signer in a list to choose from: the name without which an office says too little."""
    office = " ".join(text for text in (signer.prefix.strip(), signer.position.strip()) if text)
    return " · ".join(text for text in (signer.name.strip(), office) if text) or "Tanpa nama"


def meant(kind: str, row: str, signers: Sequence[Signer]) -> tuple[Signer, ...]:
    """Return who signs a kind of paper: the chosen one, else as usual. A row that is gone means nobody."""
    chosen = tuple(item for item in signers if item.id == row)
    return chosen or _usual(kind, signers)


def _usual(kind: str, signers: Sequence[Signer]) -> tuple[Signer, ...]:
    if kind not in BY_ONE:
        return tuple(signers[:_MOST])
    heads = [item for item in signers if kind == OPENING and CHAIR in item.position.casefold()]
    return tuple([*heads, *signers][:1])
