"""How programs smart city begin: one that is new, or several made of relevant programs of plans."""

from collections.abc import Callable
from functools import partial

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.services.initiative import InitiativeService
from ui.tabs import ScreenTab
from ui.translate import worded
from ui.widgets.initiative_new import NewInitiative, TakeFromPlans
from ui.widgets.writing import WHY, takes_nothing

_NO_PLANS = (
    "Semua program Renstra yang relevan sudah menjadi Program Smart City, atau belum ada yang ditandai."
)
_NO_PLACES = "Belum ada dimensi. Atur dahulu dimensinya di Beranda."


class Beginning:
    """Asks what is needed and adds; the tab shows it then."""

    def __init__(
        self,
        tab: ScreenTab,
        initiative: InitiativeService,
        home: Callable[[], str],
        stand: Callable[[str], None],
    ) -> None:
        """Stand beside a tab: ``home`` gives the likely dimension, ``stand`` chooses what was made."""
        self._tab, self._initiative = tab, initiative
        self._home, self._stand = home, stand
        self.dialog: NewInitiative | TakeFromPlans | None = None

    def add(self) -> None:
        """Ask for the name and the dimension of a new program."""
        if self._is_closed():
            return
        self._tab.host.read(self._initiative.dimensions, self._ask_new)

    def take(self) -> None:
        """Show the programs of plans of which nothing was made yet."""
        if self._is_closed():
            return
        self._tab.host.read(
            lambda: (self._initiative.unused(), self._initiative.dimensions()), self._ask_take
        )

    def _is_closed(self) -> bool:
        """Say why nothing begins in a file that takes nothing."""
        closed = takes_nothing(self._tab)
        if closed:
            self._tab.host.warned.emit(WHY)
        return closed

    def _ask_new(self, known: list[Dimension]) -> None:
        if not known:
            self._tab.host.warned.emit(worded(_NO_PLACES))
            return
        dialog = NewInitiative([(item.id, item.called) for item in known], self._home(), self._tab.window())
        dialog.accepted.connect(partial(self._add, dialog))
        self._open(dialog)

    def _ask_take(self, found: tuple[list[PlanProgram], list[Dimension]]) -> None:
        lines, known = found
        if not lines:
            self._tab.host.warned.emit(_NO_PLANS)
            return
        dialog = TakeFromPlans(lines, [(item.id, item.called) for item in known], self._tab.window())
        dialog.accepted.connect(partial(self._take, dialog))
        self._open(dialog)

    def _open(self, dialog: NewInitiative | TakeFromPlans) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, dialog: NewInitiative) -> None:
        name, place = dialog.chosen

        def call() -> Changes:
            row, changed = self._initiative.add(name, place)
            made.append(row)
            return changed

        made: list[RowId] = []
        self._tab.host.act(call, lambda changed: self._added(made, changed))

    def _added(self, made: list[RowId], changed: Changes) -> None:
        self._stand(made[0])
        self._tab.done("Program ditambahkan; lengkapi di kartunya", changed)

    def _take(self, dialog: TakeFromPlans) -> None:
        rows, place = dialog.chosen
        call = partial(self._initiative.take, list(rows), place)
        words = f"{len(rows)} program Renstra menjadi Program Smart City"
        self._tab.host.act(call, partial(self._tab.done, words))
