"""Screen Analisis: a tab for each way in which plans and worksheets are brought together."""

from ui.screens.analysis.tabs import TABS
from ui.tabs import TabbedScreen


class AnalysisScreen(TabbedScreen):
    """Shows one tab at a time; what a tab shows belongs to the whole workshop, whatever the stage."""

    name = "analysis"
    title = "Analisis"
    specs = TABS
