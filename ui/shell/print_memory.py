"""Remembers what left the program through a preview, whatever screen it was asked on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes
    from smartcity_desktop.domain.print_trace import Sent
    from smartcity_desktop.services.report import PrintAsk, PrintJob
    from ui.context import Context, Services
    from ui.printing import Prints


class PrintMemory(QObject):
    """Writes a line of the print log for each print that went out."""

    def __init__(self, prints: "Prints", services: "Services", context: "Context") -> None:
        """Listen to ``prints`` as long as it lives."""
        super().__init__(prints)
        self._services, self._context = services, context
        prints.sent.connect(self._remember)

    def _remember(self, ask: "PrintAsk", job: "PrintJob", sent: "Sent") -> None:
        call = partial(self._services.print_log.tell, job, ask, sent)
        self._context.lane.data(call, self._told)

    def _told(self, changes: "Changes") -> None:
        self._context.bus.publish(changes, self)
