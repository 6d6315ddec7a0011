"""What a service changed: kinds of data and rows, so that a screen reads again only what concerns it."""

from dataclasses import dataclass, field

from smartcity_desktop.domain.ids import RowId


@dataclass(frozen=True, slots=True)
class Changes:
    """Entity names and row ids that one act touched, and the words of that act in Indonesian."""

    kinds: frozenset[str] = field(default_factory=frozenset)
    rows: frozenset[RowId] = field(default_factory=frozenset)
    label: str = ""
    left_out: tuple[str, ...] = ()
    """What an undo could not put back, in words for a person."""
    answers: str = ""
    """What a deletion takes out of sight of people's answers: ``12 isian di 3 lembar``."""

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.kinds)

    def __or__(self, other: "Changes") -> "Changes":
        """Return both together, with the later label."""
        return Changes(
            self.kinds | other.kinds,
            self.rows | other.rows,
            other.label or self.label,
            self.left_out + other.left_out,
            other.answers or self.answers,
        )


def with_answers(words: str, answers: str) -> str:
    """Return the words of a deletion with the answers it takes along: ``…, dengan 5 isian di 1 lembar``."""
    return f"{words}, dengan {answers}" if answers else words
