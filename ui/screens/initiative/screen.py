"""Screen Program Smart City: a tab for each part of the masterplan that is worked on after the exercises."""

from smartcity_desktop.domain.ids import is_row_id
from ui.screens.initiative.tabs import TABS
from ui.tabs import TabbedScreen


class InitiativeScreen(TabbedScreen):
    """Shows one tab at a time; what a tab shows belongs to the whole workshop, whatever the stage."""

    name = "initiative"
    title = "Program Smart City"
    specs = TABS

    def open_row(self, row: str) -> None:
        """Go to a tab and a row on it; a row alone is a program."""
        super().open_row(f"{TABS[0].key}:{row}" if is_row_id(row) else row)
