"""The shared commitment on paper: its statement, who signs, and the late sheet for those who have not yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.in_words import date_in_words
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.signature import Signature
from smartcity_desktop.domain.words import Words

COMMITMENT_PAPER: Final = "komitmen-bersama"
LATE: Final = "belum"
LIST: Final = "daftar"
OPENING_TEXT: Final = "komitmen.pembuka"
POINTS_TEXT: Final = "komitmen.butir"
CLOSING_TEXT: Final = "komitmen.penutup"
_INTEGRATED: Final = (
    "Menyusun perencanaan smart city yang terintegrasi dan sinkron dengan dokumen perencanaan pembangunan "
    "daerah."
)
_USED: Final = (
    "Menjadikan masterplan smart city sebagai dasar dan panduan pelaksanaan yang nyata dalam rencana dan "
    "anggaran setiap OPD."
)
_TOGETHER: Final = (
    "Menjalankan prosesnya secara efektif, efisien, inklusif, dan partisipatif bersama akademisi, dunia "
    "usaha, komunitas, media, dan warga."
)
COMMITMENT_KINDS: Final = (
    (
        *(COMMITMENT_PAPER, "Komitmen bersama", "Sesudah", ""),
        "Pernyataan dan tanda tangan kepala daerah, pimpinan OPD, tenaga ahli",
        "",
        False,
        "commitment",
        (
            ("", "Semua penanda tangan"),
            (LATE, "Lembar susulan: hanya yang belum"),
            (LIST, "Daftar: siapa sudah, siapa belum"),
        ),
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""


@dataclass(frozen=True, slots=True)
class CommitmentPaper:
    """The commitment of a region: its title, its passages, who signs; ``late`` leaves out who has signed.

    Of one that is ``checked`` only the list is printed: how it stands with everybody, and what is noted.
    ``year`` is that of the day it is signed; ``numbers`` are those of the whole list.
    """

    title: str = ""
    year: int = 0
    rows: tuple[Signature, ...] = ()
    late: bool = False
    told: str = ""
    listed: bool = False
    checked: bool = False
    numbers: Mapping[RowId, int] = field(default_factory=dict)


def opening(day: date | None, place: str, region: str, years: str, words: Words) -> str:
    """Return the proposed first sentence, with date and place where they are known."""
    where = f" bertempat di {place}," if place else ""
    what = " ".join(text for text in ("Masterplan Smart City", region, years) if text)
    said = words.say("kami yang bertanda tangan di bawah ini, {head}, para pimpinan OPD, dan tenaga ahli")
    return (
        f"Pada {date_in_words(day)},{where} {said.format(head=words.head)}, menyatakan komitmen bersama "
        f"untuk menyusun dan melaksanakan {what}, yaitu:"
    )


def points(words: Words) -> str:
    """Return the proposed points, one a line: those of the commitments that regions signed."""
    return "\n".join((_INTEGRATED, words.say(_USED), _TOGETHER))


CLOSING: Final = (
    "Demikian komitmen bersama ini dibuat dan ditandatangani untuk dilaksanakan dengan penuh tanggung jawab."
)


def passages_of(texts: tuple[str, str], own: Mapping[str, str], stage: RowId) -> tuple[Passage, ...]:
    """Return opening, points and closing as proposed, with what people wrote instead."""
    named = (
        (OPENING_TEXT, "Kalimat pembuka", texts[0]),
        (POINTS_TEXT, "Isi komitmen, satu butir satu baris", texts[1]),
        (CLOSING_TEXT, "Kalimat penutup", CLOSING),
    )
    return tuple(Passage(key, title, text, stage, text=own.get(key, "")) for key, title, text in named)
