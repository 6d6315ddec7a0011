"""The text of a chapter while it is written: every letter is on its way to the file, whatever comes next."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.book import Chapter, Figure, TextVersion
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.photo import Raster
from smartcity_desktop.services import photo as door
from ui.context import Screen, Services
from ui.screens.book.read import gather_pictures
from ui.translate import explain
from ui.widgets.chapter_caption import CaptionDialog
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.chapter_object import PictureFace
from ui.widgets.chapter_versions import VersionsDialog
from ui.widgets.photo_tile import pixmap_of
from ui.widgets.writing import takes_nothing

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes
    from smartcity_desktop.domain.photo import NewPhoto
    from smartcity_desktop.errors import Fault

_WIDE, _HIGH = 1120, 840
"""Pixels of a picture on the screen: enough for two to each of the view."""
_LEFT = "Teksnya masuk. Gambar tidak ikut: salin gambarnya satu per satu, lalu tempel di sini."
_PICTURES = "Gambar (*.jpg *.jpeg *.png *.webp)"


class ChapterWriting(QObject):
    """Brings what is typed to the file, and pictures into the text."""

    filled = Signal()
    """Other parts stand in the text than before."""
    settled = Signal()
    """One of two texts was chosen."""

    def __init__(self, screen: Screen, services: Services, edit: ChapterEdit) -> None:
        """Write for a screen."""
        super().__init__(screen)
        self._screen, self._services, self._edit = screen, services, edit
        self.row = NO_ROW
        self._parts: tuple[str, ...] = ()
        self._figures: dict[str, Figure] = {}
        self._faces: dict[str, PictureFace] = {}
        self._versions: tuple[TextVersion, ...] = ()
        edit.edited.connect(self._edited)
        screen.context.autosave.watch(edit.hand_in, edit)
        edit.picture_given.connect(self._pasted)
        edit.files_given.connect(self._dropped)
        edit.pictures_left.connect(self._told_of_pictures)
        edit.picture_asked.connect(self.ask_caption)

    def show(self, chapter: Chapter, known: Sequence[Figure]) -> None:
        """Show the text of a chapter; what is being typed into this one stays."""
        self._edit.hand_in()
        if chapter.id != self.row:
            self.row = chapter.id
            self._faces = {}
            self._edit.show_text(chapter.text)
        elif not self._screen.context.autosave.waits(self._key()):
            self._edit.follow_text(chapter.text)
        self._follow_parts()
        self._show_figures(chapter.id, known)

    def show_versions(self, versions: Sequence[TextVersion]) -> None:
        """Keep the text as it is while two people's texts wait for a choice: typing would pass one over."""
        self._versions = tuple(versions)
        if not takes_nothing(self._screen):
            self._edit.let_write(may=not versions)

    def ask_versions(self) -> None:
        """Show both texts and let one be chosen."""
        if not self._versions:
            return
        dialog = VersionsDialog(self._versions, self._edit.faces, self._faces, self._screen)
        dialog.chosen.connect(partial(self._choose, self.row))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, row: RowId, text: str) -> None:
        self._screen.act(partial(self._services.book.update, row, "text", text), self._chosen)

    def _chosen(self, _changes: "Changes") -> None:
        self._screen.said.emit("Naskah bab sudah dipilih.")
        self.settled.emit()

    def leave(self) -> None:
        """Stand on no chapter: what is typed next belongs to none."""
        self._edit.hand_in()
        self.row = NO_ROW

    def text(self) -> str:
        """Return what stands in the text now."""
        return self._edit.text()

    def choose_picture(self) -> None:
        """Ask for pictures from files."""
        folder = self._screen.context.settings.value.last_folder or str(Path.home())
        chosen, _kind = QFileDialog.getOpenFileNames(self._screen, "Sisipkan gambar", folder, _PICTURES)
        if chosen:
            self._screen.context.settings.remember_folder(Path(chosen[0]).parent)
            self._dropped(chosen)

    def ask_caption(self, row: str) -> None:
        """Let the caption and source of a picture be written."""
        found = self._figures.get(row)
        if found is None:
            return
        dialog = CaptionDialog(found.caption, found.source, self._screen)
        dialog.field_edited.connect(partial(self._caption, found.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._captioned)
        dialog.open()

    def _key(self) -> tuple[str, RowId, str]:
        return ("chapter", self.row, "text")

    def _edited(self, text: str) -> None:
        if not self.row:
            return
        save = partial(self._services.book.update, self.row, "text", text)
        self._screen.context.autosave.note(self._key(), save, self._screen)
        self._follow_parts()
        if set(self._edit.content().figures) - set(self._faces):
            self._read_pictures()

    def _follow_parts(self) -> None:
        """Ask for what new parts of the text show."""
        here = self._edit.content().parts
        if set(here) - set(self._parts):
            self.filled.emit()
        self._parts = here

    # Pictures

    def _dropped(self, paths: Sequence[str]) -> None:
        row = self.row
        for path in paths:
            call = partial(door.read, Path(path))
            self._screen.context.lane.side(call, partial(self._keep, row), failed=self._refused)

    def _pasted(self, raw: bytes) -> None:
        call = partial(door.read_pasted, raw)
        self._screen.context.lane.side(call, partial(self._keep, self.row), failed=self._refused)

    def _told_of_pictures(self) -> None:
        self._screen.warned.emit(_LEFT)

    def _refused(self, fault: "Fault") -> None:
        self._screen.warned.emit(explain(fault))

    def _keep(self, row: RowId, photo: "NewPhoto") -> None:
        if row:
            call = partial(self._services.book.add_figures, row, [photo])
            self._screen.read(call, partial(self._kept, row))

    def _kept(self, row: RowId, made: "tuple[list[RowId], Changes]") -> None:
        rows, changes = made
        self._screen.context.bus.publish(changes, self._screen)
        if row != self.row:
            # Another chapter is in front by now: the picture goes to the end of the one it was meant for.
            self._screen.act(partial(_append, self._services, row, rows))
            return
        for figure in rows:
            self._edit.insert_picture(figure)
        self._read_pictures()

    def _caption(self, row: RowId, field: str, text: str) -> None:
        save = partial(self._services.book.update_figure, row, field, text)
        self._screen.context.autosave.note(("figure", row, field), save, self._screen)

    def _captioned(self, _result: int) -> None:
        self._screen.context.autosave.flush()
        self._read_pictures()
        self._edit.setFocus()

    def _read_pictures(self) -> None:
        if self.row:
            call = partial(self._services.book.figures, self.row)
            self._screen.read(call, partial(self._show_figures, self.row))

    def _show_figures(self, row: RowId, found: Sequence[Figure]) -> None:
        if row != self.row:
            return
        self._figures = {item.id: item for item in found}
        for key in set(self._edit.content().figures) - set(self._figures):
            self._faces[key] = PictureFace(lost=True)
        for item in found:
            image = self._faces.get(item.id, PictureFace()).image
            self._faces[item.id] = PictureFace(image, item.caption)
        self._edit.show_pictures(self._faces)
        fresh = [item for item in found if self._faces[item.id].image is None]
        if fresh:
            self._screen.read(partial(gather_pictures, self._services, fresh), self._draw)

    def _draw(self, found: list[tuple[Figure, bytes | None]]) -> None:
        for item, content in found:
            if content is None:
                self._drawn(item, None)
                continue
            call = partial(door.raster, content, _WIDE, _HIGH)
            self._screen.context.lane.side(call, partial(self._drawn, item))

    def _drawn(self, figure: Figure, raster: Raster | None) -> None:
        image = pixmap_of(raster).toImage() if raster is not None else None
        self._faces[figure.id] = PictureFace(image, figure.caption, lost=image is None)
        self._edit.show_pictures(self._faces)


def _append(services: Services, row: RowId, rows: Sequence[RowId]) -> "Changes":
    found = services.book.chapter(row)
    lines = [found.text if found else "", *(f"[[gambar:{item}]]" for item in rows)]
    return services.book.update(row, "text", "\n\n".join(line for line in lines if line))
