"""Every screen that stands in the rail, in its order; the only place where screens are built.

A screen is loaded when it is first gone to: the start waits for the first one alone.
"""

from functools import partial
from typing import Final

from ui.context import Context, Screen, Services
from ui.shell.registry import ScreenSpec


def _home(services: Services, context: Context) -> Screen:
    from ui.screens.workshop import WorkshopScreen

    return WorkshopScreen(services, context)


def _agenda(services: Services, context: Context) -> Screen:
    from ui.screens.agenda.screen import AgendaScreen

    return AgendaScreen(services, context)


def _opd(services: Services, context: Context) -> Screen:
    from ui.screens.opd.screen import OpdScreen

    return OpdScreen(
        opd=services.opd,
        workshop=services.workshop,
        renstra=services.renstra,
        suggest=services.suggest,
        context=context,
    )


def _people(services: Services, context: Context) -> Screen:
    from ui.screens.people.door import open_people

    return open_people(services, context)


def _document(services: Services, context: Context) -> Screen:
    from ui.screens.document.screen import DocumentScreen

    return DocumentScreen(services, context)


def _group(services: Services, context: Context) -> Screen:
    from ui.screens.group.screen import GroupScreen

    return GroupScreen(services, context)


def _worksheet(services: Services, context: Context) -> Screen:
    from ui.screens.worksheet.screen import WorksheetScreen

    return WorksheetScreen(services=services, context=context)


def _analysis(services: Services, context: Context) -> Screen:
    from ui.screens.analysis.screen import AnalysisScreen

    return AnalysisScreen(services, context)


def _initiative(services: Services, context: Context) -> Screen:
    from ui.screens.initiative.screen import InitiativeScreen

    return InitiativeScreen(services, context)


def _paper(services: Services, context: Context) -> Screen:
    from ui.screens.paper.screen import PaperScreen

    return PaperScreen(services, context)


def _note(services: Services, context: Context) -> Screen:
    from ui.screens.note.screen import NoteScreen

    return NoteScreen(services, context)


def _book(services: Services, context: Context) -> Screen:
    from ui.screens.book.screen import BookScreen

    return BookScreen(services, context)


def _request(services: Services, context: Context) -> Screen:
    from ui.screens.request.screen import RequestScreen

    return RequestScreen(services, context)


def _report(services: Services, context: Context) -> Screen:
    from ui.screens.report.screen import ReportScreen

    return ReportScreen(services, context)


def _event(services: Services, context: Context) -> Screen:
    from ui.screens.event import EventScreen

    return EventScreen(services, context)


def _dimension(services: Services, context: Context) -> Screen:
    from ui.screens.dimension import DimensionScreen

    return DimensionScreen(services, context)


def _cue(services: Services, context: Context) -> Screen:
    from ui.screens.cue import CueScreen

    return CueScreen(services, context)


def _settings(_services: Services, context: Context) -> Screen:
    from ui.screens.settings import SettingsScreen

    return SettingsScreen(context)


def _about(services: Services, context: Context) -> Screen:
    from ui.screens.about import AboutScreen

    return AboutScreen(context, partial(getattr, services, "schema_step"))


def _preflight(services: Services, context: Context) -> Screen:
    from ui.screens.preflight import PreflightScreen

    return PreflightScreen(context, services.preflight.asked)


def _result(services: Services, context: Context) -> Screen:
    from ui.screens.result.screen import ResultScreen

    return ResultScreen(services, context)


def _definition(services: Services, context: Context) -> Screen:
    from ui.screens.definition.screen import DefinitionScreen

    return DefinitionScreen(services, context)


def _homework(services: Services, context: Context) -> Screen:
    from ui.screens.homework.screen import HomeworkScreen

    return HomeworkScreen(services, context)


def _vote(services: Services, context: Context) -> Screen:
    from ui.screens.vote.screen import VoteScreen

    return VoteScreen(services, context)


def _package(services: Services, context: Context) -> Screen:
    from ui.screens.package.screen import PackageScreen

    return PackageScreen(services, context)


def _signature(services: Services, context: Context) -> Screen:
    from ui.screens.signature.screen import SignatureScreen

    return SignatureScreen(services, context)


def _stage_copy(services: Services, context: Context) -> Screen:
    from ui.screens.stage_copy.screen import StageCopyScreen

    return StageCopyScreen(services, context)


SCREENS: Final = (
    ScreenSpec("home", "Beranda", "beranda", "beranda", _home),
    ScreenSpec("agenda", "Agenda", "agenda", "agenda", _agenda),
    ScreenSpec("opd", "OPD", "opd", "opd", _opd),
    ScreenSpec("people", "Peserta", "peserta", "peserta", _people),
    ScreenSpec("group", "Kelompok", "kelompok", "kelompok", _group),
    ScreenSpec("worksheet", "Kertas Kerja", "kertas-kerja", "kertas-kerja", _worksheet),
    ScreenSpec("document", "Dokumen", "dokumen", "dokumen", _document),
    ScreenSpec("analysis", "Analisis", "analisis", "analisis", _analysis),
    ScreenSpec("initiative", "Program Smart City", "program", "program-smart-city", _initiative),
    ScreenSpec("note", "Catatan", "catatan", "catatan", _note),
    ScreenSpec("book", "Buku", "buku", "buku", _book),
    ScreenSpec("report", "Cetak", "cetak", "cetak", _report),
    ScreenSpec(
        "result", "Hasil kertas kerja", "kertas-kerja", "hasil", _result, in_rail=False, under="worksheet"
    ),
    ScreenSpec(
        "homework",
        "Pekerjaan rumah",
        "kertas-kerja",
        "pekerjaan-rumah",
        _homework,
        in_rail=False,
        under="worksheet",
    ),
    ScreenSpec(
        "paper", "Ketik dari kertas", "kertas-kerja", "ketik", _paper, in_rail=False, under="worksheet"
    ),
    ScreenSpec(
        "definition",
        "Susunan kertas kerja",
        "kertas-kerja",
        "susunan",
        _definition,
        in_rail=False,
        under="worksheet",
    ),
    ScreenSpec("vote", "Suara", "kertas-kerja", "suara", _vote, in_rail=False, under="worksheet"),
    ScreenSpec(
        "signature", "Komitmen bersama", "cetak", "komitmen", _signature, in_rail=False, under="report"
    ),
    ScreenSpec(
        "package", "Serah terima data", "cetak", "serah-terima", _package, in_rail=False, under="report"
    ),
    ScreenSpec(
        "stage_copy", "Salinan tahap", "pulihkan", "salinan-tahap", _stage_copy, in_rail=False, under="home"
    ),
    ScreenSpec("request", "Permintaan data", "dokumen", "permintaan-data", _request, in_rail=False),
    ScreenSpec("event", "Data Bimtek", "dokumen", "data-bimtek", _event, in_rail=False),
    ScreenSpec("settings", "Pengaturan", "pengaturan", "pengaturan", _settings, in_rail=False, keys="Ctrl+,"),
    ScreenSpec("about", "Tentang program", "tentang", "pengaturan", _about, in_rail=False),
    ScreenSpec("preflight", "Cek Sebelum Acara", "centang", "cek", _preflight, in_rail=False),
    ScreenSpec("dimension", "Dimensi", "dokumen", "dimensi", _dimension, in_rail=False),
    ScreenSpec("cue", "Kata petunjuk", "dokumen", "kata-petunjuk", _cue, in_rail=False),
)
