"""Every screen that stands in the rail, in its order; the only place where screens are built."""

from typing import Final

from ui.context import Context, Screen, Services
from ui.screens.note import NoteScreen
from ui.screens.opd import OpdScreen
from ui.shell.registry import ScreenSpec


def _opd(services: Services, context: Context) -> Screen:
    return OpdScreen(opd=services.opd, workshop=services.workshop, renstra=services.renstra, context=context)


SCREENS: Final = (
    ScreenSpec("opd", "OPD", "opd", "opd", _opd),
    ScreenSpec("note", "Catatan", "catatan", "catatan", NoteScreen),
)
