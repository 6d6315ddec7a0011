"""What the hall may see of a text: numbers of people, addresses and paths are covered whoever typed them."""

import re
from dataclasses import fields
from typing import Final

_COVER: Final = "…"
_PERSONAL: Final = re.compile(
    r"(?<!\d)\d{8}[ .\-/]?\d{6}[ .\-/]?\d[ .\-/]?\d{3}(?!\d)"  # NIP as it is written
    r"|(?<!\d)\d{13,}(?!\d)"  # NIP or NIK in one go
    r"|(?<![\d.,])(?!0\d\.\d\d(?!\d))(?:\+\s?62|62(?=[\s\-]?8)|\(?0)[\s.\-()]{0,2}\d(?:[\s.\-()]{0,2}\d){6,12}"
    r"(?!\d)"  # phone, never a time of the day
    r"|(?<![\d.,])(?:62)?8\d{8,11}(?!\d)"  # phone without its 0
    r"|(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+"  # e-mail
    r"|(?<!\w)[A-Za-z]:[\\/][^\s,;]*"  # C:\...
    r"|\\\\[^\s,;]+"
    r"|(?<!\S)(?:file:/+|~?/)[\w.\-]+/[^\s,;]*"
)
_WORDS: Final = 12_000
"""Letters of one text at most: more cannot be read from a chair, and laying it out would take time."""


def shown(text: str) -> str:
    """Return a text as the hall may see it: numbers of people, addresses and paths covered."""
    kept = text.replace("\r", "").replace("\x00", "").strip()
    covered = _PERSONAL.sub(_COVER, kept[: _WORDS * 2])
    return covered if len(covered) <= _WORDS else covered[: _WORDS - 1] + _COVER


class Seen:
    """What is made of it is looked through when it is made."""

    __slots__ = ()
    KEPT: frozenset[str] = frozenset()
    """Fields that name a row and are never painted."""

    def __post_init__(self) -> None:
        """Look every text through that will be painted."""
        for item in fields(self):  # type: ignore[arg-type]  # every heir is a dataclass
            value = getattr(self, item.name)
            if item.name in self.KEPT:
                continue
            if isinstance(value, str):
                object.__setattr__(self, item.name, shown(value))
            elif isinstance(value, tuple) and any(isinstance(one, str) for one in value):
                cleaned = tuple(shown(one) for one in value if one.strip())
                object.__setattr__(self, item.name, cleaned)
