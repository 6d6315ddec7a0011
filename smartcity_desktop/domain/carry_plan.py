"""What carrying rows on comes to, shown before it is done."""

from dataclasses import dataclass, field

from smartcity_desktop.domain.carry import Proposed
from smartcity_desktop.domain.grid import Choice
from smartcity_desktop.domain.worksheet import Party, Worksheet


@dataclass(frozen=True, slots=True)
class Mapped:
    """One column that goes over: its name here and there."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What carrying some rows on would come to.

    ``parties`` are the sheets of the target, for rows of which nobody can tell whose they are; ``kinds`` are
    the choices of the kind of the new rows, where it is not taken over.
    """

    source: Worksheet = field(default_factory=Worksheet)
    target: Worksheet = field(default_factory=Worksheet)
    rows: tuple[Proposed, ...] = ()
    mapped: tuple[Mapped, ...] = ()
    parties: tuple[Party, ...] = ()
    kinds: tuple[Choice, ...] = ()

    @property
    def fresh(self) -> tuple[Proposed, ...]:
        """What was not carried before."""
        return tuple(item for item in self.rows if not item.already)
