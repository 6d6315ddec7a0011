"""Carries Changes sideways: merged per turn of the event loop, never back to who made them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from smartcity_desktop.domain.changes import Changes

Slot = Callable[[Changes], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Subscription:
    kinds: frozenset[str]
    slot: Callable[[], Slot | None]
    owner: QObject

    def target(self) -> Slot | None:
        """Return the slot, or None once its owner is gone."""
        return self.slot() if isValid(self.owner) else None


class Bus(QObject):
    """Screens publish what they changed and hear what others changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nobody listening."""
        super().__init__(parent)
        self._subscriptions: list[_Subscription] = []
        self._waiting: list[tuple[Changes, QObject | None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.deliver)

    def subscribe(self, kinds: Iterable[str], slot: Slot, owner: QObject) -> None:
        """Call ``slot`` when one of ``kinds`` changed by another than ``owner``; no kinds means all.

        A bound method is held weakly, and nothing is called once ``owner`` is destroyed.
        """
        held: Callable[[], Slot | None]
        held = WeakMethod(slot) if hasattr(slot, "__self__") else lambda: slot
        self._subscriptions = [item for item in self._subscriptions if item.target()]
        self._subscriptions.append(_Subscription(frozenset(kinds), held, owner))

    def publish(self, changes: Changes, source: QObject | None = None) -> None:
        """Tell everybody but ``source``, in the next turn of the event loop."""
        if changes:
            self._waiting.append((changes, source))
            self._timer.start()

    def deliver(self) -> None:
        """Deliver what waits now, one merged message to each listener."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for item in tuple(self._subscriptions):
            heard = [changes for changes, source in waiting if source is not item.owner]
            merged = reduce(or_, heard, Changes())
            slot = item.target()
            if slot and merged and (not item.kinds or item.kinds & merged.kinds):
                slot(merged)
