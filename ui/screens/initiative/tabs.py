"""Every tab of Program Smart City in its order; one is loaded when it is first gone to."""

from typing import Final

from ui.context import Screen, Services
from ui.tabs import ScreenTab, TabSpec


def _initiative(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.program import ProgramTab

    return ProgramTab(screen, services)


def _quickwin(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.quickwin import QuickWinTab

    return QuickWinTab(screen, services)


def _duty(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.duty import DutyTab

    return DutyTab(screen, services)


def _monitor(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.monitor import MonitorTab

    return MonitorTab(screen, services)


def _evaluation(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.evaluation import EvaluationTab

    return EvaluationTab(screen, services)


def _action(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.action import ActionTab

    return ActionTab(screen, services)


def _roadmap(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.initiative.roadmap import RoadMapTab

    return RoadMapTab(screen, services)


PLAN: Final = "Masterplan"
TABS: Final = (
    TabSpec(PLAN, "initiative", "Program", _initiative),
    TabSpec(PLAN, "action", "Rencana aksi", _action),
    TabSpec(PLAN, "roadmap", "Peta jalan", _roadmap),
    TabSpec(PLAN, "quickwin", "Quick win", _quickwin),
    TabSpec(PLAN, "duty", "Tindak lanjut", _duty),
    TabSpec(PLAN, "monitor", "Pemantauan", _monitor),
    TabSpec(PLAN, "evaluation", "Evaluasi", _evaluation),
)
