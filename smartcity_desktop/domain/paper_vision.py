"""Pictures of vision and missions on paper: the keywords, and the adopted text with its versions."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.vision import Board

VISION_WORDS: Final = "kata-kunci-visi"
VISION_TEXT: Final = "visi-misi"
SHORT: Final = "ringkas"
DRAFT: Final = "rancangan"
VISION_CHOICES: Final = (
    ("", "Yang ditetapkan, dengan riwayat versi"),
    (SHORT, "Yang ditetapkan, tanpa riwayat"),
    (DRAFT, "Rancangan yang sedang dikerjakan"),
)
_NOTHING: Final = Board()


@dataclass(frozen=True, slots=True)
class WordsPicture:
    """The keywords with their counts."""

    board: Board = _NOTHING


@dataclass(frozen=True, slots=True)
class VisionPicture:
    """Vision and missions: what is worked on where ``draft``, else as they were adopted."""

    board: Board = _NOTHING
    draft: bool = False
    history: bool = True
