"""Files that are only read wherever they lie: copies of the end of a stage, or without personal data."""

from typing import Final, NamedTuple

KEPT: Final = "kept"
"""A copy made at the end of a stage."""
WITHHELD: Final = "withheld"
"""A copy without personal data, as it is handed over."""
_ONLY_READ: Final = (
    "Berkas ini hanya bisa dibaca: bisa dilihat dan dicetak, perubahan tidak disimpan. Salin berkasnya ke "
    "laptop, lalu buka salinannya untuk mengisi."
)
_KEPT: Final = (
    "Ini {words}: bisa dilihat dan dicetak, isinya tetap seperti saat dibuat. Untuk mengisi, buka berkas "
    "kerja."
)
_WITHHELD: Final = (
    "Ini salinan tanpa data pribadi: bisa dilihat dan dicetak, tidak untuk diisi atau digabungkan. Untuk "
    "mengisi, buka berkas kerja."
)


class Seal(NamedTuple):
    """What a file bears that is only read: which of the two it is, and what it says; both empty for none.

    ``words`` is what a copy of a stage is called, or the moment at which data were withheld.
    """

    key: str = ""
    words: str = ""

    @property
    def told(self) -> str:
        """Say why a file that takes no change takes none, and what to do."""
        if self.key == WITHHELD:
            return _WITHHELD
        return _KEPT.format(words=self.words) if self.key else _ONLY_READ
