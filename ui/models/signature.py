"""Words of the screen Komitmen: who signs as lines of a table, and the keys by which it is said."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.signature import (
    LATER,
    NEVER,
    OPEN,
    SIGNED,
    STATE_WORDS,
    Signature,
    SignatureBoard,
    numbers,
)
from smartcity_desktop.domain.wording import day_of, number, short_date
from ui.models.read_table import ReadLine
from ui.translate import worded

_HEADS: Final = ("No", "Nama", "Keadaan", "Tanggal")
WIDTHS: Final[Mapping[int, int]] = {0: 36, 2: 74, 3: 84, 4: 108}
NAME: Final = 1
"""The column that takes what room is left."""
KEYS: Final[Mapping[str, str]] = {"1": SIGNED, "2": LATER, "3": NEVER, "0": OPEN}
"""What is pressed on a line, and the state it means."""
ORDER: Final = (SIGNED, LATER, NEVER, OPEN)
SHORT: Final[Mapping[str, str]] = {**STATE_WORDS, NEVER: "Tidak"}
"""The states as they stand beside each other."""
HINT: Final = (
    "Tekan 1: sudah · 2: susulan · 3: tidak · 0: belum · Del: hapus dari daftar · Enter: mengisi nama"
)


def heads() -> tuple[str, ...]:
    """Return the heads of the list; behind the day stands whom somebody signs for."""
    return (*_HEADS, worded("OPD/jabatan"))


def lines(board: SignatureBoard, *, waiting: bool) -> list[ReadLine]:
    """Return the list, or those alone whose signature is still to come; numbers stay those of the list."""
    numbered, agencies = numbers(board.rows), dict(board.opds)
    return [
        ReadLine(
            item.id,
            (
                number(numbered[item.id]) if item.id in numbered else "",
                item.name.strip() or "(nama belum diisi)",
                SHORT[item.stands],
                short_date(day_of(item.on)) if item.on else "",
                agencies.get(item.opd, "") or item.position,
            ),
            faint=item.stands == NEVER,
        )
        for item in board.rows
        if not waiting or item.stands == OPEN
    ]


def missing_words(board: SignatureBoard) -> str:
    """Return how many could be added to the list, nothing where nobody is missing."""
    if not board.missing:
        return ""
    said = worded("{count} pimpinan OPD atau tenaga ahli belum ada di daftar.")
    return said.format(count=number(board.missing))


def about(item: Signature) -> str:
    """Return who is chosen, and how it stands."""
    day = f", {short_date(day_of(item.on))}" if item.on else ""
    return f"{item.called} · {STATE_WORDS[item.stands]}{day}"
