"""A person says once what the columns of a table hold; the next file of that kind reads by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.map_drawing import (
    Drawing,
    RoleChoice,
    dated,
    filled,
    headed,
    marked,
    repeated,
)
from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from smartcity_desktop.domain.table_map import MULTIPLIERS, YEARLY, missing
from smartcity_desktop.domain.wording import shortened
from ui import theme
from ui.models.map_preview import heads_of, lines_of, told_of
from ui.models.reading_source import SourceModel, column_name
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.map_grid import MapGrid
from ui.widgets.number_edit import NumberEdit
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing

_SIZE: Final = (1560, 880)
_SPARE: Final = 40
_PAUSE_MS: Final = 150
_HELP: Final = (
    "Pergi ke sebuah kolom, lalu tekan Enter atau hurufnya untuk menyebut isinya. Tahun-tahun berikutnya "
    "ikut sendiri; + dan - mengganti tahunnya."
)
_UNITS: Final = ("rupiah", "ribu rupiah", "juta rupiah", "miliar rupiah")
_NO_LINES: Final = "Belum ada baris yang terbaca dengan peta ini."
_UNUSED: Final = "Peta ini belum cocok dengan tabelnya. Periksa baris judul kolomnya."
_UNKEPT: Final = "Peta ini belum disimpan. Esc sekali lagi menutupnya."
_NO_NAME: Final = "Beri peta ini nama, misalnya nama tabelnya."
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_HIGHEST: Final = 20
"""Rows that a heading may have."""
_WIDTHS: Final = (96, 124, 240, 180)
_NARROW: Final = (96, 116, 240, 120)
_YEAR_WIDTH: Final = 128
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NAME_COLUMN: Final = 2
_MOST_YEARS: Final = 2
_ENOUGH: Final = 1160
"""Pixels at the usual type size that are enough to show two years of the first lines."""


@dataclass(frozen=True, slots=True)
class MapTask:
    """What a mapping is drawn on: the sheets and with what each begins, and the mapping that is changed.

    ``first`` is the sheet to begin with, ``years`` are those of the plan, ``kept`` the row of the mapping.
    """

    sheets: Sequence[tuple[SourceSheet, Drawing]]
    source: str = ""
    name: str = ""
    first: str = ""
    years: Sequence[str] = ()
    kept: RowId = NO_ROW


class MapDialog(QDialog):
    """Shows the bare table, what was said of its columns, and what that gives; stores nothing."""

    preview_asked = Signal(object, object)
    """The sheet (SourceSheet) and the Drawing of which the first lines are wanted."""
    headings_asked = Signal(object, int, int)
    """The sheet of which the heading is wanted, its first row (from 0) and height."""
    saved = Signal(object, str)
    """The TableMap to keep, and the row of the one that it replaces ("" for none)."""

    def __init__(self, task: MapTask, parent: QWidget | None = None) -> None:
        """Begin with what is understood of the table already."""
        super().__init__(parent)
        self.setObjectName("map-dialog")
        self.setWindowTitle("Petakan kolom")
        self._task = task
        self._place = 0
        self._drawings = [drawing for _, drawing in task.sheets]
        self._drawn = self._warned = False
        self._read: Draft | None = None
        self._is_kept = False
        """Whether the mapping was handed over: a second key must not keep it twice."""
        self.model = SourceModel(self)
        self.grid = MapGrid(self.model, self)
        self._make_fields(task)
        self._make_foot(task)
        self._lay_out(task)
        self._connect()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        for_writing(self.save)
        self._fit()
        names = [sheet.name for sheet, _ in task.sheets]
        self._show_sheet(names.index(task.first) if task.first in names else self._likely())

    @property
    def drawing(self) -> Drawing:
        """What has been said of the sheet that is shown."""
        return self._drawings[self._place]

    @property
    def source(self) -> SourceSheet:
        """The sheet that is shown."""
        return self._task.sheets[self._place][0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field end the field alone, and one Escape lose nothing that was drawn."""
        if event.key() == Qt.Key.Key_Escape and self._drawn and not self._warned:
            self._warned = True
            self._say()
            event.accept()
            return
        if Qt.Key(event.key()) in _ENTERS and not isinstance(self.focusWidget(), QAbstractButton):
            event.accept()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more once it is closed."""
        super().hideEvent(event)
        self._pause.stop()

    def show_preview(self, read: Draft | None) -> None:
        """Show what the mapping gives so far, None where that is nothing."""
        self._read = read
        self.told.setText(told_of(read) if read else "")
        is_wide = self.width() >= theme.scaled(_ENOUGH)
        widths = dict(enumerate(_WIDTHS if is_wide else _NARROW))
        years = _MOST_YEARS if is_wide else 1
        heads = heads_of(read or Draft(), years)
        widths |= dict.fromkeys(range(len(_WIDTHS), len(heads)), _YEAR_WIDTH)
        right = frozenset(range(len(_WIDTHS), len(heads) - 1))
        self.preview.show_lines(heads, lines_of(read, years) if read else [], widths, right)
        self._say()

    def show_fault(self, sentence: str) -> None:
        """Say why the mapping could not be kept; what was drawn stays."""
        self._is_kept = False
        self.lacks.setText(sentence)
        self.lacks.show()
        self.save.setFocus()

    def show_headings(self, sheet: SourceSheet, headings: Sequence[str]) -> None:
        """Take the words of the heading that was chosen; what was said of the columns stays."""
        if sheet is not self.source:
            return
        self._take(replace(self.drawing, columns=headed(self.drawing.columns, headings)))

    def _likely(self) -> int:
        """Return the sheet with the most rows, of shown ones first."""
        sheets = [sheet for sheet, _ in self._task.sheets]
        return max(range(len(sheets)), key=lambda place: (not sheets[place].hidden, len(sheets[place].rows)))

    def _show_sheet(self, place: int) -> None:
        self._place = place
        self.sheet.setCurrentIndex(place)
        self.grid.begin(self.source, self.drawing)
        self._show()
        self.show_preview(None)
        self._pause.start()
        self.grid.setFocus()
        # Only a table that has its size can be rolled.
        QTimer.singleShot(0, self.grid, self.grid.show_head)

    def _take(self, drawing: Drawing) -> None:
        self._drawn, self._warned = True, False
        self._drawings[self._place] = drawing
        self._show()
        self._pause.start()

    def _show(self) -> None:
        drawing, rows = self.drawing, max(1, len(self.source.rows))
        self.grid.show_drawing(drawing)
        for edit, value, limits in (
            (self.head, drawing.first + 1, (1, rows)),
            (self.tall, drawing.height, (0, min(_HIGHEST, rows))),
        ):
            with QSignalBlocker(edit):
                edit.setRange(*limits)
                edit.setValue(value)
        with QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(max(0, self.unit.findData(drawing.multiplier)))
        self.head.setEnabled(drawing.height > 0)
        self.begins.setText(f"Data mulai baris {drawing.data + 1}.")
        self._show_year()
        self._say()

    def _show_year(self) -> None:
        column = self.drawing.columns[self.grid.column] if self.drawing.columns else None
        dates = column is not None and column.role in YEARLY
        self.year_label.setText(f"Tahun kolom {column_name(self.grid.column)}")
        for part in (self.year_label, self.year):
            part.setEnabled(dates)
        with QSignalBlocker(self.year):
            text = column.year if column is not None and dates else ""
            self.year.setValue(int(text) if text.isdigit() else _FIRST_YEAR - 1)

    def _say(self) -> None:
        """Say what is still lacking, one thing at a time."""
        lacks = missing(self.drawing.columns)
        if not lacks and self._read is not None:
            lacks = _NO_LINES if not self._read.lines else "" if self._read.map_name else _UNUSED
        ready = bool(not lacks and self._read and self._read.lines)
        if not lacks and ready and not self.name.text().strip():
            lacks, ready = _NO_NAME, False
        told = _UNKEPT if self._warned else lacks
        self.lacks.setText(told)
        self.lacks.setVisible(bool(told))
        self.save.setEnabled(ready)

    def _ask(self) -> None:
        if missing(self.drawing.columns):
            self.show_preview(None)
        else:
            self.preview_asked.emit(self.source, self.drawing)

    def _said(self, column: int, choice: RoleChoice) -> None:
        drawing = self.drawing
        columns = marked(drawing.columns, column, choice.role, choice.level, self._task.years)
        self._take(replace(drawing, columns=columns))

    def _year_moved(self, column: int, steps: int) -> None:
        item = self.drawing.columns[column]
        if item.role in YEARLY:
            before = item.year if item.year.isdigit() else self._first_year()
            self._date(column, int(before) + steps if item.year.isdigit() else int(before))

    def _year_typed(self, year: int) -> None:
        if year >= _FIRST_YEAR:
            self._date(self.grid.column, year)

    def _first_year(self) -> str:
        return next((year for year in self._task.years if year.isdigit()), str(_FIRST_YEAR))

    def _date(self, column: int, year: int) -> None:
        drawing = self.drawing
        self._take(replace(drawing, columns=dated(drawing.columns, column, str(year))))

    def _repeat(self) -> None:
        drawing = self.drawing
        held = filled(self.source.rows[drawing.data :], len(drawing.columns))
        self._take(replace(drawing, columns=repeated(drawing.columns, held)))
        self.grid.setFocus()

    def _head_said(self, row: int) -> None:
        data = self.drawing.data
        self._set_head(row, data - row if data > row else 1)

    def _data_said(self, row: int) -> None:
        first = min(self.drawing.first, max(0, row - 1))
        self._set_head(first, min(_HIGHEST, row - first))

    def _set_head(self, first: int, height: int) -> None:
        first = first if height else 0
        self._take(replace(self.drawing, first=first, height=height))
        self.headings_asked.emit(self.source, first, height)

    def _head_typed(self) -> None:
        self._set_head(self.head.value() - 1, self.tall.value())

    def _unit_chosen(self, _place: int) -> None:
        self._take(replace(self.drawing, multiplier=int(self.unit.currentData())))

    def _save(self) -> None:
        if self.save.isEnabled() and not self._is_kept:
            self._is_kept = True
            self.saved.emit(self.drawing.named(self.name.text()), self._task.kept)

    def _make_fields(self, task: MapTask) -> None:
        self.sheet = ChoiceBox()
        self.sheet.setObjectName("map-sheet")
        self.sheet.setAccessibleName("Tabel yang dipetakan")
        self.sheet.setMinimumWidth(theme.scaled(220))
        for sheet, _ in task.sheets:
            hidden = " (tersembunyi)" if sheet.hidden else ""
            self.sheet.addItem(f"{shortened(sheet.name, 60)}{hidden}")
        self.sheet.setVisible(len(task.sheets) > 1)
        self.head = NumberEdit("map-head-row", "Judul kolom mulai baris", (1, 1), self)
        self.tall = NumberEdit("map-head-height", "Tinggi judul, baris", (0, _HIGHEST), self)
        self.year = NumberEdit("map-year", "Tahun kolom", (_FIRST_YEAR - 1, _LAST_YEAR), self)
        self.year.setSpecialValueText("–")
        self.year_label = Label("", "soft", parent=self)
        self.begins = Label("", "soft", name="map-begins", parent=self)
        self.unit = ChoiceBox()
        self.unit.setObjectName("map-unit")
        self.unit.setAccessibleName("Pagu ditulis dalam")
        for words, factor in zip(_UNITS, MULTIPLIERS, strict=True):
            self.unit.addItem(words, factor)
        self.more = Button("Ulangi ke kanan", "map-repeat", parent=self)
        self.more.setToolTip("Ulangi kolom tahun terakhir untuk tahun-tahun berikutnya (Ctrl+Kanan).")

    def _make_foot(self, task: MapTask) -> None:
        self.lacks = Label("", "warning", name="map-lacks", wrap=True, parent=self)
        self.told = Label("", "soft", name="map-told", parent=self)
        self.preview = ReadTable("map-preview", "Baris pertama yang terbaca", _NAME_COLUMN, self)
        self.name = QLineEdit(task.name, self)
        self.name.setObjectName("map-name")
        self.name.setCursorPosition(0)
        self.name.setAccessibleName("Nama peta")
        self.name.setMaximumWidth(theme.scaled(320))
        self.cancel = Button("Batal", "map-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.save = Button("Simpan peta ini dan baca", "map-save", "primary", parent=self)
        self.save.clicked.connect(self._save)

    def _connect(self) -> None:
        self.sheet.activated.connect(self._show_sheet)
        self.grid.said.connect(self._said)
        self.grid.year_moved.connect(self._year_moved)
        self.grid.head_said.connect(self._head_said)
        self.grid.data_said.connect(self._data_said)
        self.grid.column_chosen.connect(self._show_year)
        self.head.editingFinished.connect(self._head_typed)
        self.tall.editingFinished.connect(self._head_typed)
        self.year.valueChanged.connect(self._year_typed)
        self.unit.activated.connect(self._unit_chosen)
        self.more.clicked.connect(self._repeat)
        self.name.textChanged.connect(self._say)
        self.name.returnPressed.connect(self._save)
        QShortcut(QKeySequence("Ctrl+Right"), self.grid).activated.connect(self._repeat)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save)

    def _fields(self) -> FlowRow:
        """Return what is said of the whole table, and of the year of the column; at large type in lines."""
        for field, width in ((self.head, 56), (self.tall, 56), (self.year, 72)):
            field.setFixedWidth(theme.scaled(width))
        begins = Label("Judul kolom di baris", "soft", parent=self)
        tall, unit = Label("tinggi", "soft", parent=self), Label("Pagu dalam", "soft", parent=self)
        groups = (
            (begins, self.head, tall, self.tall, self.begins),
            (unit, self.unit),
            (self.year_label, self.year, self.more),
        )
        return FlowRow([_together(parts, self) for parts in groups], parent=self)

    def _lay_out(self, task: MapTask) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Label("Petakan kolom", "title", parent=self))
        top.addWidget(ElidedLabel(task.source, "soft", parent=self), 1)
        top.addWidget(self.sheet)
        under = QWidget(self)
        below = QVBoxLayout(under)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.lacks)
        below.addWidget(self.told)
        below.addWidget(self.preview, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        parts.addWidget(self.grid)
        parts.addWidget(under)
        parts.setSizes([360, 190])
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label("Nama peta", "soft", parent=self))
        foot.addWidget(self.name, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(Label(_HELP, "soft", wrap=True, parent=self))
        column.addWidget(self._fields())
        column.addWidget(parts, 1)
        column.addLayout(foot)

    def _fit(self) -> None:
        """Take the room of the window, no more."""
        wide, high = (theme.scaled(size) for size in _SIZE)
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            wide, high = min(wide, room.width() - _SPARE), min(high, room.height() - _SPARE)
        self.resize(wide, high)


def _together(parts: Sequence[QWidget], parent: QWidget) -> QWidget:
    """Return a widget that keeps these beside each other."""
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return group
