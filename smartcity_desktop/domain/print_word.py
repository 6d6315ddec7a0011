"""Which prints are also saved as a Word document, for those who go on writing them. Pure."""

from typing import Final

from smartcity_desktop.domain.print_job import kind_of

WORD_FAMILIES: Final = frozenset({"book", "rule"})
"""Families of prints whose text a team goes on with: books, drafts of regulations and decrees."""
WORD_KINDS: Final = frozenset(
    {
        "notulen",
        "berita-acara-kelompok",
        "berita-acara-pleno",
        "penetapan-quick-win",
        "laporan-sesi",
        "laporan-harian",
        "laporan-tahap",
        "laporan-akhir",
        "komitmen-bersama",
        "siaran-pers",
    }
)
"""Minutes, records and reports that a team goes on writing: in Word they look as on paper."""


def takes_word(key: str) -> bool:
    """Tell whether a kind of print can be saved as a Word document."""
    kind = kind_of(key)
    return kind is not None and (kind.family in WORD_FAMILIES or key in WORD_KINDS)
