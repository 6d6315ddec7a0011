"""One chapter to Word and back."""

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.book_text import Part, Picture
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services import chapter_word as door
from ui.context import Screen, Services
from ui.translate import explain
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.word_dialog import WordDialog

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes
    from smartcity_desktop.domain.chapter_word import ChapterBack, ChapterOut, WordChange
    from smartcity_desktop.domain.report import PrintFrame
    from smartcity_desktop.errors import Fault

_FILTER: Final = "Word (*.docx)"
_SAME: Final = "Teks di {name} sama dengan bab ini, jadi tidak ada yang diambil."


class ChapterWord(QObject):
    """Writes the chapter that is shown as a Word file, and takes the text of one back after a look at it."""

    taken = Signal()
    """The text of the chapter is another one."""

    def __init__(self, screen: Screen, services: Services, edit: ChapterEdit) -> None:
        """Work for a screen."""
        super().__init__(screen)
        self._screen, self._word, self._edit = screen, services.chapter_word, edit
        self.row, self.called = NO_ROW, ""
        self._given_up = threading.Event()
        self._reading = ""

    def send(self) -> None:
        """Gather the chapter, ask where it goes, and write it."""
        if self.row:
            self._screen.context.autosave.flush_all()
            self._screen.read(partial(self._word.out, self.row), self._ask_target, failed=self._refused)

    def fetch(self) -> None:
        """Ask for a Word file and read it."""
        if not self.row or self._reading:
            return
        chosen, _kind = QFileDialog.getOpenFileName(self._screen, "Ambil dari Word", self._folder(), _FILTER)
        if chosen:
            self._screen.context.settings.remember_folder(Path(chosen).parent)
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read a Word file beside the window; nothing is taken before a person saw it."""
        self._given_up = threading.Event()
        self._reading = f"Membaca {path.name} …"
        self._screen.offered.emit(self._reading, "Batal", self._given_up.set)
        call = partial(door.read, path, self._given_up.is_set)
        then = partial(self._compare, self.row, self.called)
        self._screen.context.lane.side(call, then, failed=self._refused)

    def write_to(self, target: Path, out: "ChapterOut", frame: "PrintFrame") -> None:
        """Write a gathered chapter."""
        call = partial(door.save, out, frame, target)
        self._screen.context.lane.side(call, self._saved, failed=self._refused)

    def _folder(self) -> str:
        return self._screen.context.settings.value.last_folder or str(Path.home())

    def _ask_target(self, found: "tuple[ChapterOut, PrintFrame]") -> None:
        out, frame = found
        proposed = str(Path(self._folder()) / f"{safe_name(out.name)}.docx")
        chosen, _kind = QFileDialog.getSaveFileName(self._screen, "Bab ke Word", proposed, _FILTER)
        if chosen:
            self._screen.context.settings.remember_folder(Path(chosen).parent)
            self.write_to(with_ending(chosen, ".docx"), out, frame)

    def _saved(self, target: Path) -> None:
        self._screen.told.emit(f"{target.name} tersimpan. Setelah ditulis di Word, pakai Ambil dari Word.")

    def _refused(self, fault: "Fault") -> None:
        self._done_reading()
        self._screen.warned.emit(explain(fault))

    def _done_reading(self) -> None:
        if self._reading:
            self._screen.withdrawn.emit(self._reading)
        self._reading = ""

    def _compare(self, row: RowId, chapter: str, back: "ChapterBack") -> None:
        self._done_reading()
        self._screen.context.autosave.flush_all()
        self._screen.read(partial(self._word.compare, row, back), partial(self._show, row, chapter, back))

    def _show(self, row: RowId, chapter: str, back: "ChapterBack", change: "WordChange") -> None:
        if change.is_same:
            self._screen.warned.emit(_SAME.format(name=back.name))
            return
        dialog = WordDialog(back.name, chapter, change, self._name, self._screen)
        dialog.taken.connect(partial(self._take, row, back))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name(self, block: Part | Picture) -> str:
        """Name a part by its title, a picture by its caption."""
        if isinstance(block, Part):
            return self._edit.part_face(block.key).words()
        return f"Gambar: {self._edit.picture_face(block.figure).caption or block.figure}"

    def _take(self, row: RowId, back: "ChapterBack") -> None:
        self._screen.act(partial(self._word.take, row, back), self._taken)

    def _taken(self, _changes: "Changes") -> None:
        self._screen.said.emit("Teks bab diambil dari Word.")
        self.taken.emit()
