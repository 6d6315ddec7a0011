"""Every screen that stands in the rail, in its order; the only place where screens are built."""

from functools import partial
from typing import Final

from ui.context import Context, Screen, Services
from ui.projector.worksheet import open_projector
from ui.screens.about import AboutScreen
from ui.screens.dimension import DimensionScreen
from ui.screens.document import DocumentScreen
from ui.screens.event import EventScreen
from ui.screens.note.screen import NoteScreen
from ui.screens.opd import OpdScreen
from ui.screens.report import ReportScreen
from ui.screens.settings import SettingsScreen
from ui.screens.worksheet.screen import WorksheetScreen
from ui.screens.workshop import WorkshopScreen
from ui.shell.registry import ScreenSpec


def _opd(services: Services, context: Context) -> Screen:
    return OpdScreen(opd=services.opd, workshop=services.workshop, renstra=services.renstra, context=context)


def _document(services: Services, context: Context) -> Screen:
    return DocumentScreen(
        renstra=services.renstra, document=services.document, opd=services.opd, context=context
    )


def _worksheet(services: Services, context: Context) -> Screen:
    return WorksheetScreen(services=services, context=context, project=open_projector)


def _settings(_services: Services, context: Context) -> Screen:
    return SettingsScreen(context)


def _about(services: Services, context: Context) -> Screen:
    return AboutScreen(context, partial(getattr, services, "schema_step"))


SCREENS: Final = (
    ScreenSpec("home", "Beranda", "beranda", "beranda", WorkshopScreen),
    ScreenSpec("opd", "OPD", "opd", "opd", _opd),
    ScreenSpec("worksheet", "Kertas Kerja", "kertas-kerja", "kertas-kerja", _worksheet),
    ScreenSpec("document", "Dokumen", "dokumen", "dokumen", _document),
    ScreenSpec("note", "Catatan", "catatan", "catatan", NoteScreen),
    ScreenSpec("report", "Cetak", "cetak", "cetak", ReportScreen),
    ScreenSpec("event", "Data Bimtek", "dokumen", "data-bimtek", EventScreen, in_rail=False),
    ScreenSpec("settings", "Pengaturan", "pengaturan", "pengaturan", _settings, in_rail=False, keys="Ctrl+,"),
    ScreenSpec("about", "Tentang program", "tentang", "pengaturan", _about, in_rail=False),
    ScreenSpec("dimension", "Dimensi", "dokumen", "dimensi", DimensionScreen, in_rail=False),
)
