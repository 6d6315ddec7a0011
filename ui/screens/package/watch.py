"""How far a bundle is, told from the side pool to the window."""

from collections.abc import Callable

from smartcity_desktop.errors import UserFault
from ui.lane import Lane, Ticket


class PackageWatch:
    """Hears in the side pool what is being written, tells the window, and ends work nobody waits for."""

    def __init__(self, lane: Lane, told: Callable[["PackageWatch"], None]) -> None:
        """``told`` is called on the window's thread at every step."""
        self._lane = lane
        self._told = told
        self.ticket: Ticket | None = None
        self.name = ""
        self.done = self.total = 0

    def __call__(self, name: str, done: int, total: int) -> None:
        """Hear a step. Raises UserFault ``print-cancelled`` where the bundle was given up."""
        if self.ticket is not None and self.ticket.cancelled:
            raise UserFault("print-cancelled")
        self.name, self.done, self.total = name, done, total
        self._lane.post(self._told, self)
