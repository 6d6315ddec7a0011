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
        )
