"""Every tab of Analisis in its order, those of a group together; one is loaded when it is first gone to."""

from typing import Final

from ui.context import Screen, Services
from ui.tabs import ScreenTab, TabSpec


def _readiness(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.readiness import ReadinessTab

    return ReadinessTab(screen, services)


def _swot(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.swot import SwotTab

    return SwotTab(screen, services)


def _vision(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.vision import VisionTab

    return VisionTab(screen, services)


def _quickwin(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.quickwin import QuickWinTab

    return QuickWinTab(screen, services)


def _recap(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.recap import RecapTab

    return RecapTab(screen, services)


def _spread(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.coverage import SpreadTab

    return SpreadTab(screen, services)


def _alignment(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.alignment import AlignmentTab

    return AlignmentTab(screen, services)


def _money(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.money import MoneyTab

    return MoneyTab(screen, services)


def _shared(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.shared import SharedTab

    return SharedTab(screen, services)


def _completeness(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.completeness import CompletenessTab

    return CompletenessTab(screen, services)


def _second(screen: Screen, services: Services) -> ScreenTab:
    from ui.screens.analysis.second import SecondTab

    return SecondTab(screen, services)


PLANS: Final = "Renstra"
SHEETS: Final = "Kertas kerja"
TABS: Final = (
    TabSpec(PLANS, "spread", "Sebaran program", _spread),
    TabSpec(PLANS, "shared", "Lintas OPD", _shared),
    TabSpec(PLANS, "alignment", "Keselarasan", _alignment),
    TabSpec(PLANS, "money", "Pagu", _money),
    TabSpec(PLANS, "completeness", "Kelengkapan", _completeness),
    TabSpec(PLANS, "second", "Dua pembaca", _second),
    TabSpec(SHEETS, "readiness", "Kesiapan", _readiness),
    TabSpec(SHEETS, "swot", "SWOT", _swot),
    TabSpec(SHEETS, "vision", "Visi–misi", _vision),
    TabSpec(SHEETS, "quickwin", "Quick win", _quickwin),
    TabSpec(SHEETS, "recap", "Rekap", _recap),
)
