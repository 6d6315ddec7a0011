"""Asks for the rules of certificates and writes what was changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_certificate import Renumbered, Roll
from smartcity_desktop.domain.workshop import Workshop
from ui.context import Screen, Services
from ui.widgets.print_certificate import CertificateRules


def ask_rules(screen: Screen, services: Services, stage: str, then: Callable[[Changes], None]) -> None:
    """Read the rules and who falls short, show them, and write what a person changed."""

    def gather() -> tuple[Roll, Workshop, str]:
        days = services.agenda.days(RowId(stage)) if stage else ()
        return services.certificate.eligible(RowId(stage)), services.workshop.get(), (days or ("",))[-1]

    screen.read(gather, partial(_show, screen, services, RowId(stage), then))


def _show(
    screen: Screen,
    services: Services,
    stage: RowId,
    then: Callable[[Changes], None],
    found: tuple[Roll, Workshop, str],
) -> None:
    roll, workshop, day = found
    dialog = CertificateRules(roll, workshop.certificate_title, workshop.title, day, screen)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.renumber_asked.connect(partial(_renumber, screen, services, stage, then, dialog))
    dialog.accepted.connect(partial(_write, screen, services, then, dialog))
    dialog.open()


def _renumber(
    screen: Screen,
    services: Services,
    stage: RowId,
    then: Callable[[Changes], None],
    dialog: CertificateRules,
) -> None:
    """Give later certificates numbers of their own, and say whose papers are to be printed again."""

    def done(found: tuple[tuple[Renumbered, ...], Changes]) -> None:
        told, changes = found
        screen.context.bus.publish(changes, screen)
        then(changes)
        dialog.show_renumbered(told)

    screen.context.autosave.flush_all()
    screen.read(partial(services.certificate.renumber, stage), done)


def _write(
    screen: Screen, services: Services, then: Callable[[Changes], None], dialog: CertificateRules
) -> None:
    changed = dialog.changed()
    for field, value in changed.items():
        screen.act(partial(services.workshop.update, field, value), then)
