"""What a chapter has been: its versions, and an older text put back as the newest."""

from smartcity_desktop.domain.ids import NO_ROW
from ui.context import Screen, Services
from ui.row_history import RowHistoryWay


class ChapterHistory(RowHistoryWay):
    """Opens the versions of the chapter that is shown."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Read and write for a screen."""
        super().__init__(screen, services, lambda: self.row)
        self.row = NO_ROW
