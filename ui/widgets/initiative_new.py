"""Beginning programs smart city: one that is new, or several made of programs of plans."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label

_WIDE: Final = 560
_TAKE: Final = (820, 560)
_NEW: Final = "Programnya sekaligus menjadi baris di lembar dimensi itu. Isian lain dilengkapi di kartunya."
_FROM: Final = (
    "Program Renstra yang ditandai relevan dan belum menjadi Program Smart City. Dimensi, OPD, usulan, dan "
    "kaitannya ikut; asalnya tetap terbaca."
)
_KEYS: Final = "Spasi mencentang · Ctrl+A semua yang tampil · Ctrl+Enter menjadikan"


class _Places(ChoiceBox):
    """The dimensions that programs may belong to."""

    def __init__(self, name: str, words: str, places: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMinimumContentsLength(12)
        for row, called in places:
            self.addItem(called, row)

    @property
    def chosen(self) -> RowId:
        return RowId(str(self.currentData() or ""))


class NewInitiative(QDialog):
    """Asks for a name and a dimension."""

    def __init__(self, places: Sequence[tuple[str, str]], chosen: str, parent: QWidget | None = None) -> None:
        """``places`` are dimensions (row, words); ``chosen`` is proposed."""
        super().__init__(parent)
        self.setObjectName("initiative-new")
        self.setWindowTitle("Program baru")
        self.resize(theme.scaled(_WIDE), 0)
        self.line = QLineEdit(self)
        self.line.setObjectName("initiative-new-name")
        self.line.setAccessibleName("Nama program")
        self.line.setPlaceholderText("Nama pendek yang diingat warga")
        self.place = _Places("initiative-new-dimension", worded("Dimensi"), places, self)
        self.place.setCurrentIndex(max(self.place.findData(chosen), 0))
        self.go = Button("Tambah", "initiative-new-go", "primary", parent=self)
        self.cancel = Button("Batal", "initiative-new-cancel", parent=self)
        self.cancel.setAutoDefault(False)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.line.textChanged.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        for words, field in (("Nama program", self.line), (worded("Dimensi"), self.place)):
            label = Label(words, "soft", parent=self)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(Label(worded(_NEW), "small", wrap=True, parent=self))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self._look()
        self.line.setFocus()

    @property
    def chosen(self) -> tuple[str, RowId]:
        """The name and the dimension."""
        return self.line.text().strip(), self.place.chosen

    def _look(self, *_typed: object) -> None:
        self.go.setEnabled(bool(self.line.text().strip()))


class TakeFromPlans(QDialog):
    """Programs of plans to be ticked; those without a dimension go to the one that is chosen below."""

    def __init__(
        self, lines: Sequence[PlanProgram], places: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Offer these programs."""
        super().__init__(parent)
        self.setObjectName("initiative-take")
        self.setWindowTitle("Dari program Renstra")
        self.resize(theme.scaled(_TAKE[0]), theme.scaled(_TAKE[1]))
        self.words = QLineEdit(self)
        self.words.setObjectName("initiative-take-find")
        self.words.setAccessibleName("Cari program Renstra")
        self.words.setPlaceholderText("Cari dengan beberapa huruf")
        self.words.textChanged.connect(self._sift)
        self.list = QListWidget(self)
        self.list.setObjectName("initiative-take-list")
        self.list.setAccessibleName("Program Renstra yang relevan")
        for one in lines:
            home = one.subdimension or one.dimension or worded("belum berdimensi")
            item = QListWidgetItem(f"{home} · {one.told}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.place = _Places("initiative-take-dimension", worded("Dimensi"), places, self)
        self.go = Button("Jadikan Program Smart City", "initiative-take-go", "primary", parent=self)
        self.cancel = Button("Batal", "initiative-take-cancel", parent=self)
        for button in (self.go, self.cancel):
            button.setAutoDefault(False)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        for keys, call in (("Ctrl+Return", self._done), ("Ctrl+Enter", self._done)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(call)
        every = QShortcut(QKeySequence("Ctrl+A"), self.list)
        every.setContext(Qt.ShortcutContext.WidgetShortcut)
        every.activated.connect(self.tick_shown)
        self._lay_out(has_loose=any(not (one.dimension or one.subdimension) for one in lines))
        self.list.itemChanged.connect(self._look)
        self._look()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[tuple[RowId, ...], RowId]:
        """The programs that are ticked, and the dimension for those without one."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = [
            RowId(str(item.data(Qt.ItemDataRole.UserRole)))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        return tuple(ticked), self.place.chosen

    def tick_shown(self) -> None:
        """Tick everything that is shown; once more takes the ticks away."""
        shown = [item for row in range(self.list.count()) if not (item := self.list.item(row)).isHidden()]
        whole = all(item.checkState() == Qt.CheckState.Checked for item in shown)
        for item in shown:
            item.setCheckState(Qt.CheckState.Unchecked if whole else Qt.CheckState.Checked)

    def _lay_out(self, *, has_loose: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(Label(worded(_FROM), "soft", wrap=True, parent=self))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(Label(_KEYS, "small", parent=self))
        loose = Label(worded("Yang belum berdimensi masuk ke"), "soft", parent=self)
        loose.setBuddy(self.place)
        row = QHBoxLayout()
        row.addWidget(loose)
        row.addWidget(self.place, 1)
        column.addLayout(row)
        for part in (loose, self.place):
            part.setVisible(has_loose)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _sift(self, text: str) -> None:
        words = plain(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            told = plain(item.text())
            item.setHidden(not all(word in told for word in words))

    def _look(self, *_ticked: object) -> None:
        count = len(self.chosen[0])
        words = f"Jadikan {number(count)} Program Smart City" if count else "Jadikan Program Smart City"
        self.go.setText(words)
        self.go.setEnabled(bool(count))

    def _done(self) -> None:
        if self.go.isEnabled():
            self.accept()
