"""Chooses agencies from the typical list: grouped, searched by letters, ticked by key."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.reference import OpdType
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label

_GROUPS: Final = (
    ("Sekretariat dan inspektorat", frozenset({"sekretariat", "inspektorat"})),
    ("Badan", frozenset({"badan"})),
    ("Dinas", frozenset({"dinas"})),
    ("Rumah sakit", frozenset({"rsud"})),
    ("Tidak wajib Renstra: bagian Setda dan instansi luar", frozenset({"bagian", "luar"})),
)
_NAMED: Final = ("kecamatan", "kelurahan")
_TYPE: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_SIZE: Final = (820, 620)
_PARTS: Final = re.compile(r"[,;\n]+")


@dataclass(frozen=True, slots=True)
class Typical:
    """A typical agency with what is said beside it; ``stands`` where the workshop has it already."""

    kind: OpdType
    bidang: str = ""
    stands: bool = False


def named_rows(kind: str, text: str) -> list[OpdRow]:
    """Return the agencies of a kind that a person listed by name: ``Menteng, Sawah`` becomes two."""
    title = kind.capitalize()
    names = (" ".join(part.split()) for part in _PARTS.split(text))
    return [
        OpdRow(name if name.casefold().startswith(kind) else f"{title} {name}")
        for name in dict.fromkeys(names)
        if name
    ]


class TypicalDialog(QDialog):
    """The typical agencies of a region; what is ticked is added in one act."""

    added = Signal(object)
    """A list of OpdRow."""

    def __init__(self, items: Sequence[Typical], parent: QWidget | None = None) -> None:
        """Show the list; what stands already is marked and cannot be ticked."""
        super().__init__(parent)
        self.setObjectName("typical")
        self.setWindowTitle("Dari daftar lazim")
        self.resize(*_SIZE)
        self._items: list[QTreeWidgetItem] = []
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.box = QLineEdit(self)
        self.box.setObjectName("typical-text")
        self.box.setAccessibleName(worded("Cari OPD"))
        self.box.setPlaceholderText("Cari nama atau singkatan; Enter mencentang")
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self.tree = self._tree()
        self._fill(items)
        self.tree.itemChanged.connect(self._changed)
        usual = sum(
            not item.stands and item.kind.usual == 1 and item.kind.kind not in _NAMED for item in items
        )
        self.usual = Button(f"Centang {usual} yang hampir selalu ada", "typical-usual", "quiet", parent=self)
        self.usual.setAutoDefault(False)
        self.usual.setEnabled(bool(usual))
        self.usual.clicked.connect(self._tick_usual)
        self.names = {kind: self._names(kind) for kind in _NAMED}
        self.cancel = Button("Batal", "typical-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.accept_button = Button("Tambah", "typical-add", "primary", parent=self)
        self.accept_button.clicked.connect(self.accept)
        self._lay_out()
        self._changed()
        self.box.setFocus()

    def rows(self) -> list[OpdRow]:
        """Return what is ticked and named."""
        found: list[OpdRow] = []
        for item in self._items:
            if item.checkState(0) == Qt.CheckState.Checked:
                kind: OpdType = item.data(0, _TYPE)
                found.append(OpdRow(kind.name, kind.short))
        for kind_name, line in self.names.items():
            found += named_rows(kind_name, line.text())
        return found

    def accept(self) -> None:
        """Hand over what is ticked."""
        rows = self.rows()
        super().accept()
        if rows:
            self.added.emit(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and tick while the search line has the focus; Ctrl+Enter adds."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.accept()
                else:
                    self._tick_current()
                return True
        return super().eventFilter(watched, event)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("typical-tree")
        tree.setAccessibleName(worded("OPD yang lazim ada"))
        tree.setHeaderLabels([worded("OPD"), "Singkatan", "Bidang urusan", worded("Dimensi"), ""])
        tree.setRootIsDecorated(False)
        tree.setIndentation(14)
        tree.setUniformRowHeights(True)
        tree.setItemsExpandable(False)
        tree.setStyleSheet("QTreeView::item { padding: 4px 0; }")
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 110), (2, 130), (3, 80), (4, 80)):
            tree.setColumnWidth(column, width)
        return tree

    def _fill(self, items: Sequence[Typical]) -> None:
        for title, kinds in _GROUPS:
            found = [item for item in items if item.kind.kind in kinds]
            if not found:
                continue
            group = QTreeWidgetItem(self.tree, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            group.setFont(0, theme.font("small", bold=True))
            group.setForeground(0, QColor(theme.color("text-soft")))
            group.setExpanded(True)
            rows = [self._row(group, item) for item in found]
            self._groups.append((group, rows))
            self._items += rows

    @staticmethod
    def _row(group: QTreeWidgetItem, item: Typical) -> QTreeWidgetItem:
        kind = item.kind
        words = "sudah ada" if item.stands else ("" if kind.renstra_required else "tidak wajib")
        row = QTreeWidgetItem(group, [kind.name, kind.short, item.bidang, kind.dimension, words])
        row.setData(0, _TYPE, kind)
        if item.stands:
            row.setFlags(Qt.ItemFlag.ItemIsSelectable)
            row.setCheckState(0, Qt.CheckState.PartiallyChecked)
        else:
            row.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            row.setCheckState(0, Qt.CheckState.Unchecked)
        for column in (1, 2, 3, 4):
            row.setForeground(column, QColor(theme.color("text-faint" if item.stands else "text-soft")))
        return row

    def _names(self, kind: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(f"typical-{kind}")
        line.setAccessibleName(f"Nama {kind}")
        line.setPlaceholderText(f"Nama {kind}, pisahkan dengan koma")
        line.textChanged.connect(self._changed)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label(worded("Centang OPD yang ada di meja"), "title", parent=self))
        top = QHBoxLayout()
        top.addWidget(self.box, 1)
        top.addWidget(self.usual)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        named = QHBoxLayout()
        named.setSpacing(10)
        for kind, note in zip(_NAMED, ("", " (tidak wajib)"), strict=True):
            named.addWidget(Label(f"{kind.capitalize()}{note}", "soft", parent=self))
            named.addWidget(self.names[kind], 1)
        column.addLayout(named)
        foot = QHBoxLayout()
        foot.addWidget(Label("Spasi atau Enter mencentang · Ctrl+Enter menambah", "small", parent=self))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)

    def _changed(self, *_ignored: object) -> None:
        count = len(self.rows())
        words = worded("Tambah {count} OPD").format(count=count) if count else "Tambah"
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(count))

    def _shown(self) -> list[QTreeWidgetItem]:
        return [item for item in self._items if not item.isHidden()]

    def _filter(self, text: str) -> None:
        words = plain(text).split()
        for item in self._items:
            kind: OpdType = item.data(0, _TYPE)
            letters = plain(" ".join((kind.name, kind.short, *kind.other_shorts)))
            item.setHidden(not all(word in letters for word in words))
        for group, rows in self._groups:
            group.setHidden(all(item.isHidden() for item in rows))
        free = _free(self._shown())
        if free:
            self.tree.setCurrentItem(next((item for item in free if _begins(item, plain(text))), free[0]))

    def _move(self, step: int) -> None:
        shown = self._shown()
        if shown:
            here = self.tree.currentItem()
            place = shown.index(here) if here in shown else -step
            self.tree.setCurrentItem(shown[max(0, min(len(shown) - 1, place + step))])

    def _tick_current(self) -> None:
        item = self.tree.currentItem()
        if item in self._shown() and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            off = item.checkState(0) == Qt.CheckState.Unchecked
            item.setCheckState(0, Qt.CheckState.Checked if off else Qt.CheckState.Unchecked)
            self.box.selectAll()

    def _tick_usual(self) -> None:
        for item in _free(self._items):
            kind: OpdType = item.data(0, _TYPE)
            if kind.usual == 1:
                item.setCheckState(0, Qt.CheckState.Checked)


def _free(items: Iterable[QTreeWidgetItem]) -> list[QTreeWidgetItem]:
    return [item for item in items if item.flags() & Qt.ItemFlag.ItemIsUserCheckable]


def _begins(item: QTreeWidgetItem, letters: str) -> bool:
    kind: OpdType = item.data(0, _TYPE)
    return any(plain(name).startswith(letters) for name in (kind.short, kind.name, *kind.other_shorts))
