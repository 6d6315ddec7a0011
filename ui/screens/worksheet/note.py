"""The notes beside a sheet: the line that is being typed is a note from its first letter on."""

from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note_line import NoteLine, told
from smartcity_desktop.services.note import NotePlace
from ui.context import Screen, Services
from ui.models.manner import manner_of
from ui.models.sheet_picture import Picture
from ui.widgets.grid_side import NotesCard

Begun = tuple[RowId, tuple[RowId, ...], str]
"""The note that is being typed, the ids of the next ones, and the line as it stands."""


class SheetNotes(QObject):
    """Writes what is typed into the card of notes, about whom the shown sheet is of."""

    def __init__(self, screen: Screen, services: Services, card: NotesCard) -> None:
        """Work for a screen and its card."""
        super().__init__(screen)
        self._screen, self._services, self._card = screen, services, card
        self._spare: list[RowId] = []
        self._writing = NO_ROW
        self._place = NotePlace()
        card.typed.connect(self._typed)
        card.entered.connect(self._entered)

    def show_picture(self, picture: Picture) -> None:
        """Show the notes that were read; what is typed from now on belongs where the picture stands."""
        manner = manner_of(picture.worksheet)
        session = picture.session.id if picture.session else NO_ROW
        sheet = picture.grid.sheet if picture.grid else None
        self._place = NotePlace(
            picture.stage, session, sheet.opd if sheet else NO_ROW, sheet.group if sheet else NO_ROW
        )
        self._spare = list(picture.spare)
        self._card.show_manner(manner)
        shown = (note for note in picture.notes if note.id != self._writing)
        self._card.show_notes([(note.kind, told(note)) for note in shown])

    def finish(self) -> None:
        """Let the next letter begin another note."""
        self._writing = NO_ROW
        self._card.line.clear()
        self._screen.context.autosave.flush()

    def standing(self) -> Begun:
        """Return what is being typed."""
        return self._writing, tuple(self._spare), self._card.line.text()

    def take_over(self, begun: Begun) -> None:
        """Go on with what was being typed."""
        self._writing, spare, text = begun
        self._spare = list(spare)
        self._card.line.setText(text)

    def _typed(self, text: str) -> None:
        if not self._writing and self._spare:
            self._writing = self._spare.pop()
        if self._writing:
            call = partial(self._services.note.write, self._writing, text, self._place)
            self._screen.context.autosave.note(("note", self._writing), call, self._screen)

    def _entered(self, text: str) -> None:
        self._typed(text)
        if self._writing:
            self.finish()
            self._screen.read(partial(self._services.note.read, text), self._show_last)

    def _show_last(self, line: NoteLine) -> None:
        self._card.add(line.kind, told(line))
