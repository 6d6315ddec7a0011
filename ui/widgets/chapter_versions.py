"""Two texts of one chapter, written apart: both are read in full, one is chosen or both are kept."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.book import TextVersion
from smartcity_desktop.domain.book_text import both
from ui import theme
from ui.models.manner import moment_words
from ui.widgets.button import Button
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.chapter_object import PartFace, PictureFace
from ui.widgets.dialog_size import size_dialog
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_WIDE, _HIGH = 1080, 620
_TOLD: Final = "Tidak ada yang hilang: naskah yang tidak dipilih tetap ada di riwayat bab."


class VersionsDialog(QDialog):
    """Each text in its own view, with the button that chooses it below; one more keeps both."""

    chosen = Signal(str)
    """The text that is to stand."""

    def __init__(
        self,
        versions: Sequence[TextVersion],
        faces: Mapping[str, PartFace],
        pictures: Mapping[str, PictureFace],
        parent: QWidget | None = None,
    ) -> None:
        """Show the texts, the one that stands first, with their parts and pictures."""
        super().__init__(parent)
        self._pictures = pictures
        self.setObjectName("chapter-versions")
        self.setWindowTitle("Dua naskah untuk bab ini")
        theme.set_role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        title = "Bab ini ditulis di dua laptop. Pilih yang dipakai."
        column.addWidget(Label(title, "title", wrap=True, parent=self))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.takes: list[Button] = []
        self.views: list[ChapterEdit] = []
        for item in versions:
            row.addLayout(self._side(item, faces), 1)
        column.addLayout(row, 1)
        self.join = Button("Gabungkan keduanya", "version-join", parent=self)
        self.join.clicked.connect(partial(self._choose, _joined([item.text for item in versions])))
        away = Button("Nanti saja", "version-later", "quiet", parent=self)
        away.clicked.connect(self.reject)
        for_writing(self.join, *self.takes)
        below = QHBoxLayout()
        below.addWidget(Label(_TOLD, "small", wrap=True, parent=self), 1)
        below.addWidget(self.join)
        below.addWidget(away)
        column.addLayout(below)
        size_dialog(self, _WIDE, _HIGH)

    def _side(self, item: TextVersion, faces: Mapping[str, PartFace]) -> QVBoxLayout:
        """Return one text with whose it is above, and what chooses it below."""
        place = len(self.takes)
        side = QVBoxLayout()
        side.setSpacing(6)
        by = " · ".join(part for part in (item.who, moment_words(item.at) if item.at else "") if part)
        side.addWidget(Label(by or "Penulis tidak tercatat", "strong", wrap=True, parent=self))
        view = ChapterEdit(self)
        view.setObjectName(f"version-text-{place}")
        view.setAccessibleName(f"Naskah {by}")
        view.show_text(item.text)
        view.show_faces(faces)
        lost = PictureFace(lost=True)
        view.show_pictures({row: self._pictures.get(row, lost) for row in view.content().figures})
        view.may_write = False
        side.addWidget(view, 1)
        take = Button("Pakai naskah ini", f"version-take-{place}", parent=self)
        take.setAccessibleName(f"Pakai naskah {by}")
        take.clicked.connect(partial(self._choose, item.text))
        side.addWidget(take)
        self.takes.append(take)
        self.views.append(view)
        return side

    def _choose(self, text: str) -> None:
        self.chosen.emit(text)
        self.accept()


def _joined(texts: Sequence[str]) -> str:
    whole = texts[0] if texts else ""
    for other in texts[1:]:
        whole = both(whole, other)
    return whole
