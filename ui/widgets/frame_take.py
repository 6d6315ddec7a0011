"""Points of an RPJMD/RPD before they are taken: the pasted text, and what it means."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.plan_frame import FramePreview, counted, shown_drafts
from smartcity_desktop.domain.plan_paste_table import from_paste
from smartcity_desktop.domain.renstra_draft import PointDraft
from smartcity_desktop.domain.wording import label, shortened
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.frame_tree import FrameTree
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_SIZE: Final = (1080, 640)
_PAUSE_MS: Final = 150
_FEW: Final = 4
_SHORT: Final = 40
_KINDS: Final = ("misi", "visi", "isu", "tujuan", "sasaran", "program")
_HINT: Final = (
    "Tempel di sini. Dikenali: “Misi 1 …”, “Tujuan 1.1 …”, nomor 1, 1.1, 1.1.1, baris menjorok, judul "
    "“Sasaran” di atas daftarnya, “Indikator: nama (satuan); awal (tahun); 2026: target”, dan tabel dari "
    "Excel atau Word beserta kepala kolomnya."
)


class FrameTakeDialog(QDialog):
    """Shows the points as a tree with what taking them would come to; stores nothing."""

    preview_asked = Signal(object)
    """The points (PointDraft) about which the file is asked."""
    taken = Signal(object, bool)
    """The points to store, and whether those that are not among them go."""

    def __init__(self, text: str = "", kind: str = "misi", parent: QWidget | None = None) -> None:
        """Begin with pasted ``text``; lines that say nothing else are of ``kind``."""
        super().__init__(parent)
        self.setObjectName("frame-take")
        self.setWindowTitle("Tempel RPJMD / RPD")
        self.resize(*_SIZE)
        self._points: tuple[PointDraft, ...] = ()
        self._own_notes: list[str] = []
        self._make_text(text, kind)
        self.told = Label("", "strong", name="frame-take-told", wrap=True, parent=self)
        self.notes = Label("", "soft", name="frame-take-notes", wrap=True, parent=self)
        self.tree = FrameTree(self)
        self.tree.setObjectName("frame-take-tree")
        self.tree.setAccessibleName("Butir yang terbaca")
        self.tree.may_write = False
        self.drop = QCheckBox("", self)
        self.drop.setObjectName("frame-take-drop")
        self.drop.hide()
        self.cancel = Button("Batal", "frame-take-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.use = Button("Pakai", "frame-take-use", "primary", parent=self)
        self.use.clicked.connect(self.accept)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.text.textChanged.connect(self._pause.start)
        self.kind.activated.connect(self._read)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        for_writing(self.use)
        self.text.setFocus()
        self._read()

    @property
    def points(self) -> tuple[PointDraft, ...]:
        """What would be taken."""
        return self._points

    def show_preview(self, preview: FramePreview) -> None:
        """Show what the file says about these points."""
        words = [f"{preview.known} sudah ada dan diperbarui, {preview.fresh} baru."] if preview.known else []
        if preview.unknown:
            listed = _listed(preview.unknown)
            words.append(
                worded("Bukan nama OPD di daftar, jadi tidak ditautkan: {names}.").format(names=listed)
            )
        self.notes.setText(" ".join([*words, *self._own_notes]))
        self.notes.setVisible(bool(self.notes.text()))
        gone = len(preview.gone)
        used = f", {len(preview.used)} di antaranya dipilih di isian" if preview.used else ""
        listed = _listed([item.point.text for item in preview.gone])
        self.drop.setText(f"Hapus {gone} butir lama yang tidak ada di sini{used}")
        self._gone.setText(listed)
        for part in (self.drop, self._gone):
            part.setVisible(bool(gone) and bool(self._points))
        if not gone:
            self.drop.setChecked(False)

    def accept(self) -> None:
        """Hand the points over."""
        self._pause.stop()
        self._read()
        if self._points and self.use.isEnabled():
            super().accept()
            self.taken.emit(self._points, self.drop.isChecked())

    def _read(self, _place: int = 0) -> None:
        found = from_paste(self.text.toPlainText(), str(self.kind.currentData()))
        if found.points != self._points or not found.points:
            self._show(found.points, found.notes)

    def _show(self, points: tuple[PointDraft, ...], notes: Sequence[str]) -> None:
        self._points = points
        self._own_notes = [*notes[:_FEW], *([f"dan {len(notes) - _FEW} lagi."] if len(notes) > _FEW else [])]
        indicators = sum(len(item.indicators) for item in points)
        told = counted(item.kind for item in points)
        self.told.setText(f"{told}, {indicators} indikator" if indicators else told)
        with QSignalBlocker(self.tree):
            self.tree.show_points(shown_drafts(points))
        words = f"Pakai {len(points)} butir" if points else "Pakai"
        self.use.setText(words)
        self.use.setAccessibleName(words)
        self.use.setEnabled(bool(points))
        self.notes.setText(" ".join(self._own_notes))
        self.notes.setVisible(bool(self._own_notes))
        self.preview_asked.emit(points)

    def _make_text(self, text: str, kind: str) -> None:
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("frame-take-text")
        self.text.setAccessibleName("Teks yang ditempel")
        self.text.setPlaceholderText(_HINT)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlainText(text)
        self.kind = ChoiceBox(self)
        self.kind.setObjectName("frame-take-kind")
        self.kind.setAccessibleName("Baris tanpa tanda dibaca sebagai")
        for one in _KINDS:
            self.kind.addItem(label("plan_point", one), one)
        self.kind.setCurrentIndex(_KINDS.index(kind))

    def _lay_out(self) -> None:
        self._gone = Label("", "small", name="frame-take-gone", wrap=True, parent=self)
        self._gone.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.text, 1)
        usual = QHBoxLayout()
        usual.addWidget(Label("Baris tanpa tanda dibaca sebagai", "soft", parent=self))
        usual.addWidget(self.kind)
        usual.addStretch(1)
        left.addLayout(usual)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.told, self.notes):
            right.addWidget(part)
        right.addWidget(self.tree, 1)
        right.addWidget(self.drop)
        right.addWidget(self._gone)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label("Tempel butir RPJMD / RPD", "title", wrap=True, parent=self))
        column.addLayout(sides, 1)
        column.addLayout(foot)


def _listed(names: Sequence[str]) -> str:
    words = "; ".join(shortened(name, _SHORT) for name in names[:_FEW])
    return f"{words}; dan {len(names) - _FEW} lagi" if len(names) > _FEW else words
