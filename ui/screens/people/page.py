"""A page of the screen Peserta beside the list."""

from smartcity_desktop.domain.ids import RowId
from ui.context import Screen


class PeoplePage(Screen):
    """One page; it reads and writes as a screen does, and speaks through the screen it lies on.

    The screen calls ``arrive`` when the page comes to the front, ``leave`` before another does, ``changed``
    with what others changed in its ``kinds``, and offers its ``commands`` in Ctrl+K.
    """

    def show_person(self, row: RowId) -> None:
        """Show one participant, where this page shows participants."""
