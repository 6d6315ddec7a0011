"""The tables of the file that was read: what each was taken for, and which ones shall make up the plan."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.renstra_draft import Draft, SheetChoice
from smartcity_desktop.domain.wording import shortened
from ui import theme
from ui.models.read_table import ReadLine
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.keyed_table import KeyedTable
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

KINDS: Final[Mapping[str, str]] = {
    "program": "Program, kegiatan, pagu",
    "tujuan": "Tujuan dan sasaran",
    "layanan": "Kinerja layanan (T-C.23)",
    "anggaran": "Anggaran dan realisasi (T-C.24)",
    "rpjmd": "Indikator RPJMD (T-C.28)",
    "kerangka": "RPJMD / RPD",
    "": "Tidak dipakai",
}
"""What a table can be taken for, in words."""
_WHY: Final[Mapping[str, str]] = {
    "hidden": "tersembunyi di berkasnya",
    "same": "isinya sama dengan tabel yang dipakai",
    "other": "tahun atau pagunya lain",
    "empty": "barisnya tidak dimengerti",
    "asked": "Anda keluarkan",
}
_NO_PLAN: Final = "Bukan tabel rencana"
_HEADS: Final = ("Tabel", "Baris", "Dibaca sebagai")
_WIDTHS: Final = {1: 60, 2: 230}
_WIDE: Final = 720
_BESIDE: Final = 170
"""Pixels of the frame beside its lines."""
_LINE, _MOST_LINES = 30, 9
_LONGEST: Final = 60
_KEYS: Final = ("Spasi memakai atau mengeluarkan", "Enter melihat", "Esc menutup")
_SPACE: Final = " "
_OF_FILE: Final = "left-"
"""Doubts with such a code tell what of the file was not read at all."""


class TablesPopup(QFrame):
    """Stands under its button; a choice counts once the file is read again with it."""

    read_asked = Signal(object)
    """What the tables shall be taken for, by their names; "" leaves one out."""
    look_asked = Signal(str)
    """The name of a table that shall be looked at as it stands in the file."""
    map_asked = Signal(str)
    """The name of a table whose columns a person wants to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it hidden."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("reading-tables")
        self.setAccessibleName("Tabel dalam berkas")
        theme.set_role(self, "popup")
        self._sheets: Sequence[SheetChoice] = ()
        self._picked: dict[str, str] = {}
        self.can_look = True
        """Whether there is room beside the result in which a table can be looked at."""
        self.table = KeyedTable("reading-tables-list", "Tabel dalam berkas", 0, (_SPACE,), self)
        self.table.keyed.connect(self._toggle)
        self.table.asked.connect(self._look)
        self.table.chosen.connect(self._choose)
        self.kind = ChoiceBox()
        self.kind.setObjectName("reading-tables-kind")
        self.kind.setAccessibleName("Baca sebagai")
        self.kind.setMinimumWidth(230)
        self.kind.activated.connect(self._kind_chosen)
        self.notes = Label("", "small", name="reading-tables-notes", wrap=True, parent=self)
        self.keys = Label("", "small", wrap=True, parent=self)
        self.lacks = Label("", "warning", name="reading-tables-lacks", wrap=True, parent=self)
        self.look = Button("Lihat tabel ini (Enter)", "reading-tables-look", parent=self)
        self.look.clicked.connect(lambda: self._look(self.table.key, 0))
        self.map = Button("Petakan kolomnya", "reading-tables-map", parent=self)
        self.map.clicked.connect(self._map)
        self.read = Button("Baca ulang", "reading-tables-read", "primary", parent=self)
        self.read.clicked.connect(self._read)
        self._lay_out()
        for_writing(self.map)

    def show_draft(self, draft: Draft) -> None:
        """Show the tables of another reading; what was picked before counts no more."""
        self._sheets, self._picked = draft.sheets, {}
        notes = [item.message for item in draft.problems if item.code.startswith(_OF_FILE)]
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        self._show()

    @property
    def kinds(self) -> Mapping[str, str]:
        """What a person wants of the tables, where it is not what was read."""
        return self._picked

    def open_below(self, button: QWidget) -> None:
        """Open under a button."""
        lines = max(2, min(_MOST_LINES, len(self._sheets)))
        wide, high = theme.scaled(_WIDE), theme.scaled(_BESIDE + lines * _LINE)
        room = self.screen().availableGeometry()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        self.look.setVisible(self.can_look)
        self.keys.setText(" · ".join(_KEYS if self.can_look else (_KEYS[0], _KEYS[-1])))
        self._choose(self.table.key)
        self.resize(min(wide, room.width()), min(high, room.height()))
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.show()
        self.table.setFocus()

    def _show(self) -> None:
        lines = [
            ReadLine(
                item.name,
                (_named(item), str(item.rows or ""), self._said(item)),
                faint=not self._kind_of(item),
            )
            for item in self._sheets
        ]
        self.table.show_lines(_HEADS, lines, _WIDTHS, frozenset({1}))
        self._choose(self.table.key)
        is_left = any(map(self._kind_of, self._sheets))
        self.lacks.setText("" if is_left else "Paling sedikit satu tabel dipakai.")
        self.lacks.setVisible(not is_left)
        self.read.setEnabled(bool(self._picked) and is_left)

    def _kind_of(self, item: SheetChoice) -> str:
        """Return what a table is taken for now, "" where it is not used."""
        return self._picked.get(item.name, item.kind if item.used else "")

    def _said(self, item: SheetChoice) -> str:
        kind = self._kind_of(item)
        if kind:
            return KINDS[kind]
        if item.name in self._picked:
            return KINDS[""]
        if not item.kind:
            return _NO_PLAN
        return f"{KINDS['']}: {_WHY[item.why]}" if item.why in _WHY else KINDS[""]

    def _current(self) -> SheetChoice | None:
        return next((item for item in self._sheets if item.name == self.table.key), None)

    def _choose(self, _key: str) -> None:
        item = self._current()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in (*item.can, "") if item else ():
                self.kind.addItem(KINDS[kind], kind)
            if item is not None:
                self.kind.setCurrentIndex(max(0, self.kind.findData(self._kind_of(item))))
        self.kind.setEnabled(bool(item and item.can))
        self.look.setEnabled(item is not None and self.can_look)

    def _pick(self, item: SheetChoice, kind: str) -> None:
        if kind == (item.kind if item.used else ""):
            self._picked.pop(item.name, None)
        else:
            self._picked[item.name] = kind
        self._show()

    def _kind_chosen(self, _place: int) -> None:
        item = self._current()
        if item is not None:
            self._pick(item, str(self.kind.currentData() or ""))

    def _toggle(self, _key: str, _pressed: str) -> None:
        item = self._current()
        if item is not None and item.can:
            own = item.kind if item.kind in item.can else item.can[0]
            self._pick(item, "" if self._kind_of(item) else own)

    def _look(self, key: str, _column: int) -> None:
        if key and self.can_look:
            self.hide()
            self.look_asked.emit(key)

    def _map(self) -> None:
        self.hide()
        self.map_asked.emit(self.table.key)

    def _read(self) -> None:
        self.hide()
        self.read_asked.emit(dict(self._picked))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label("Baca sebagai", "soft", parent=self))
        row.addWidget(self.kind)
        row.addWidget(self.look)
        row.addWidget(self.map)
        row.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.lacks)
        column.addWidget(self.notes)
        column.addLayout(foot)


def _named(item: SheetChoice) -> str:
    words = shortened(item.name, _LONGEST)
    if item.page and "hal" not in item.name:
        words = f"{words} · hal. {item.page}"
    return f"{words} · tersembunyi" if item.hidden else words
