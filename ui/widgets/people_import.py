"""Takes a list of participants: what becomes of every row is shown first, every column can be re-assigned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people_list import ADD, FILL, SKIP, Choice, Reading
from smartcity_desktop.domain.people_sheet import Layout, PeopleFile, PeopleSheet, layout_of, likeliest
from smartcity_desktop.domain.people_words import COLUMNS
from ui.models import people_import as columns
from ui.models.people_import import Index, PeopleImportModel
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_cell import ChoiceCell
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.table_rows import choose_rows, listed

_SIZE: Final = (1260, 660)
_PAUSE_MS: Final = 200
_LEFT: Final = 272
_ROW: Final = 30
_SAMPLES: Final = 60
_WIDTHS: Final = {
    columns.ACTION: 102,
    columns.ROW: 52,
    columns.NAME: 190,
    columns.POSITION: 104,
    columns.PLACE: 134,
    columns.ELEMENT: 90,
    columns.BODY: 92,
    columns.GENDER: 40,
}
_HINT: Final = (
    "Salin daftar peserta dari Excel beserta judul kolomnya (Nama, Jabatan, Instansi …), lalu tempel di sini "
    "dengan Ctrl+V. Daftar nama saja, satu baris satu orang, juga bisa."
)
_KEYS: Final = "Spasi: ganti jadinya · Enter: pilih OPD · Ctrl+Enter: pakai"
_OFF: Final = "{what} tidak diambil: belum diaktifkan."


@dataclass(frozen=True, slots=True)
class Preview:
    """A reading with the agencies at the table, and which personal numbers are kept."""

    reading: Reading
    opds: Sequence[Opd] = ()
    keep_nip: bool = False
    keep_phone: bool = False


AskText = Callable[[str, Callable[[PeopleFile], None], Callable[[str], None]], None]
"""Asks what pasted text holds: given a file, or a sentence why it cannot be read."""
AskPreview = Callable[[PeopleSheet, Layout, Choice, Callable[[Preview], None]], None]


class _Places(ChoiceCell):
    """Chooses the agency that an institution is."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the list of agencies."""
        del option
        box = ChoiceBox(parent)
        box.setObjectName("people-import-opd")
        box.setAccessibleName(worded("OPD untuk instansi ini"))
        box.setStyleSheet("QComboBox { combobox-popup: 0; border-radius: 0; padding: 0 5px; }")
        model = index.model()
        if isinstance(model, PeopleImportModel):
            for value, words in model.choices():
                box.addItem(words, value)
        box.activated.connect(self.take)
        QTimer.singleShot(0, box, box.showPopup)
        return box


class _Preview(QTableView):
    """Space goes on to the next action of the chosen rows; Enter chooses the agency."""

    def __init__(self, model: PeopleImportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._people = model
        self.setObjectName("people-import-table")
        self.setAccessibleName("Yang akan terjadi pada setiap baris")
        self.setModel(model)
        choose_rows(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(columns.PLACE, _Places(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(columns.DOUBTS, QHeaderView.ResizeMode.Stretch)
        self.setStyleSheet("QTableView::item { padding: 0 5px; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step the tick with Space, open the agency with Enter."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            for row in sorted({index.row() for index in self.selectedIndexes()}):
                self._people.step(row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not event.modifiers():
            self._open_place(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Step the tick of the row that was clicked on."""
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and index.column() == columns.ACTION:
            self._people.step(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the agency."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == columns.PLACE:
            self._open_place(index.row())

    def _open_place(self, row: int) -> None:
        index = self._people.index(row, columns.PLACE)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)


class PeopleImportDialog(QDialog):
    """At the left the columns of the file, at the right what becomes of every row."""

    adopted = Signal(object, object)
    """The candidates, and the actions that a person chose by row."""
    settings_asked = Signal()
    """The keeping of NIP and phone shall be looked at."""

    def __init__(
        self,
        ask: AskPreview,
        file: PeopleFile | None = None,
        ask_text: AskText | None = None,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Look at ``file``, or at what is pasted (``ask_text``), beginning with ``text``."""
        super().__init__(parent)
        self.setObjectName("people-import")
        self.resize(*_SIZE)
        self._ask, self._ask_text = ask, ask_text
        self._file = file or PeopleFile("")
        self._sheet = PeopleSheet("")
        self._layout = Layout()
        self._choice = Choice()
        self._boxes: list[QComboBox] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._read_text)
        self.model = PeopleImportModel(self)
        self.model.chosen.connect(self._count)
        self.model.opd_chosen.connect(self._choose_opd)
        self._make_parts()
        self._lay_out()
        for part in (self.down, self.off, self.settings, self.sheets, self.long):
            part.hide()
        self.setWindowTitle("Impor peserta" if file else "Tempel peserta")
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        if file is not None:
            self._show_file(file)
            self.table.setFocus()
        else:
            self.text.textChanged.connect(self._timer.start)
            self.text.setPlainText(text)
            self._read_text()
            (self.table if text.strip() else self.text).setFocus()

    def accept(self) -> None:
        """Hand over what was looked at; it stays in sight until it is stored (``taken``, ``refuse``)."""
        if self.take.isEnabled():
            self.take.setEnabled(False)
            self.adopted.emit(self.model.reading.candidates, dict(self.model.actions))

    def taken(self) -> None:
        """Close: what was handed over is stored."""
        super().accept()

    def refuse(self, words: str) -> None:
        """Say why what was handed over is not stored, or what was pasted cannot be read."""
        self._count()
        self.about.setText(words)
        self.about.show()

    def done(self, result: int) -> None:
        """Ask nothing more once the dialog is closed."""
        self._timer.stop()
        super().done(result)

    def ask_again(self) -> None:
        """Read the same list again: what is kept, or what stands in the list, has changed."""
        if self._sheet.rows:
            self._ask(self._sheet, self._layout, self._choice, self._show)

    def _make_parts(self) -> None:
        self.title = ElidedLabel("", "title", name="people-import-title", parent=self)
        self.sheets = ChoiceBox(self)
        self.sheets.setObjectName("people-import-sheet")
        self.sheets.setAccessibleName("Lembar yang dibaca")
        self.sheets.activated.connect(self._choose_sheet)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("people-import-text")
        self.text.setAccessibleName("Daftar peserta yang ditempel")
        self.text.setPlaceholderText(_HINT)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.fields = QTableWidget(0, 2, self)
        self.fields.setObjectName("people-import-columns")
        self.fields.setAccessibleName("Kolom di berkas dan artinya")
        listed(self.fields, ["Kolom di berkas", "Dibaca sebagai"])
        self.fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.fields.verticalHeader().setDefaultSectionSize(34)
        self.table = _Preview(self.model, self)
        self.words = Label("", "strong", name="people-import-words", parent=self)
        self.detail = Label("", "soft", name="people-import-detail", wrap=True, parent=self)
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().currentChanged.connect(self._tell_row)
        self.about = Label("", "small", name="people-import-about", wrap=True, parent=self)
        self.long = Label("", "warning", name="people-import-long", wrap=True, parent=self)
        self.doubts = QCheckBox("Hanya yang perlu dilihat", self)
        self.doubts.setObjectName("people-import-doubts")
        self.doubts.toggled.connect(self._only_doubts)
        self.down = QCheckBox(worded("Isi OPD yang kosong dari baris di atasnya"), self)
        self.down.setObjectName("people-import-down")
        self.down.setChecked(True)
        self.down.clicked.connect(self._fill_down)
        self.off = Label("", "warning", name="people-import-off", parent=self)
        self._make_foot()

    def _make_foot(self) -> None:
        self.settings = Button("Data pribadi …", "people-import-settings", "quiet", parent=self)
        self.settings.clicked.connect(self.settings_asked)
        self.cancel = Button("Batal", "people-import-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.take = Button("Tambah", "people-import-take", "primary", parent=self)
        self.take.clicked.connect(self.accept)
        self.take.setEnabled(False)

    def _show_file(self, file: PeopleFile) -> None:
        self._file = file
        self.title.setText(f"Impor peserta: {file.name}" if self._ask_text is None else "Tempel peserta")
        self.sheets.clear()
        for sheet in file.sheets:
            self.sheets.addItem(sheet.name + (" (tersembunyi)" if sheet.hidden else ""))
        place = likeliest(file.sheets)
        self.sheets.setCurrentIndex(place)
        self.sheets.setVisible(len(file.sheets) > 1)
        self.long.setText(file.left_out)
        self.long.setVisible(bool(file.left_out))
        self._show_sheet(place)

    def _show_sheet(self, place: int) -> None:
        self._sheet = self._file.sheets[place] if self._file.sheets else PeopleSheet("")
        self._layout = layout_of(self._sheet)
        self._choice = Choice(fill_down=self._choice.fill_down)
        self.model.forget()
        self._show_columns()
        self.ask_again()

    def _show_columns(self) -> None:
        layout = self._layout
        self._boxes = []
        self.fields.setRowCount(len(layout.columns))
        for place, field in enumerate(layout.columns):
            head = " ".join(layout.heads[place].split()) or f"Kolom {place + 1}"
            sample = next(
                (
                    row[place]
                    for row in self._sheet.rows[layout.end : layout.end + _SAMPLES]
                    if row[place].strip()
                ),
                "",
            )
            item = QTableWidgetItem(head)
            item.setToolTip("")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.fields.setItem(place, 0, item)
            box = ChoiceBox(self.fields)
            box.setObjectName(f"people-import-column-{place}")
            box.setAccessibleName(f"{head}, misalnya {sample}: dibaca sebagai")
            box.addItem("(tidak diambil)", "")
            for value, words in COLUMNS:
                box.addItem(worded(words), value)
            box.setCurrentIndex(max(0, box.findData(field)))
            box.setStyleSheet("QComboBox { padding: 0 5px; min-height: 24px; }")
            box.activated.connect(partial(self._assign, place))
            self.fields.setCellWidget(place, 1, box)
            self._boxes.append(box)

    def _assign(self, place: int, _chosen: int) -> None:
        self._layout = self._layout.assigned(place, str(self._boxes[place].currentData()))
        for box, field in zip(self._boxes, self._layout.columns, strict=True):
            box.setCurrentIndex(max(0, box.findData(field)))
        self.model.forget()
        self.ask_again()

    def _show(self, preview: Preview) -> None:
        current = self.table.currentIndex().row()
        self.model.show(preview.reading, preview.opds)
        reading = preview.reading
        self.down.setVisible(bool(reading.filled_down) or not self._choice.fill_down)
        off = [
            word
            for word, field, kept in (("NIP", "nip", preview.keep_nip), ("HP", "phone", preview.keep_phone))
            if field in self._layout.columns and not kept
        ]
        self.off.setText(_OFF.format(what=" dan ".join(off)) if off else "")
        self.off.setVisible(bool(off))
        self.settings.setVisible(bool(off))
        self.about.setText(self._told(reading))
        self.about.setVisible(bool(self.about.text()))
        self.table.setColumnHidden(columns.BODY, "body" not in self._layout.columns)
        if self.model.rowCount():
            self.table.selectRow(min(max(current, 0), self.model.rowCount() - 1))
        self._tell_row()
        self._count()

    def _told(self, reading: Reading) -> str:
        parts = []
        if self._layout.end:
            parts.append(f"Judul kolom di baris {self._layout.end}")
        left = self._layout.left_out()
        if left:
            parts.append("kolom tidak diambil: " + ", ".join(" ".join(head.split()) for head in left))
        if reading.empty_rows:
            parts.append(f"{reading.empty_rows} baris hanya bernomor")
        words = "; ".join(parts)
        return f"{words[:1].upper()}{words[1:]}." if words else ""

    def _count(self) -> None:
        new, filled, left = (self.model.count(action) for action in (ADD, FILL, SKIP))
        aside = len(self.model.reading.candidates) - len(self.model.reading.people)
        parts = [f"{new} akan ditambah"]
        parts += [f"{filled} dilengkapi"] if filled else []
        parts += [f"{left} dilewati"] if left else []
        parts += [f"{aside} baris bukan peserta"] if aside else []
        heavy = sum(
            any(doubt.weight != "told" for doubt in item.doubts) for item in self.model.reading.people
        )
        parts += [f"{heavy} perlu dilihat"] if heavy else []
        self.words.setText(" · ".join(parts) if self._sheet.rows else "")
        said = [f"Tambah {new} peserta"] if new else []
        said += [f"{'lengkapi' if said else 'Lengkapi'} {filled}"] if filled else []
        words = ", ".join(said) or "Tidak ada yang diambil"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(new or filled))

    def _tell_row(self, *_ignored: object) -> None:
        """Say all of the current row below the table, where its column is too narrow."""
        row = self.table.currentIndex().row()
        told = ""
        if 0 <= row < self.model.rowCount():
            item = self.model.candidate(row)
            words = str(self.model.index(row, columns.DOUBTS).data() or "tidak ada yang perlu dilihat")
            told = f"Baris {item.row}: {item.person.name or item.text} · {words}."
        self.detail.setText(told)

    def _choose_sheet(self, place: int) -> None:
        self._show_sheet(place)

    def _choose_opd(self, letters: str, opd: str) -> None:
        self._choice = replace(self._choice, opds={**self._choice.opds, letters: RowId(opd)})
        self.ask_again()

    def _fill_down(self) -> None:
        self._choice = replace(self._choice, fill_down=self.down.isChecked())
        self.ask_again()

    def _only_doubts(self, only: bool) -> None:  # noqa: FBT001 - Qt gives it
        self.model.only_doubts(only=only)

    def _read_text(self) -> None:
        self._timer.stop()
        text = self.text.toPlainText()
        if self._ask_text is not None and text.strip():
            self._ask_text(text, self._show_file, self.refuse)
        else:
            self.title.setText("Tempel peserta")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.sheets)
        column.addLayout(head)
        column.addWidget(self.long)
        column.addWidget(self.about)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        left = QVBoxLayout()
        if self._ask_text is not None:
            left.addWidget(self.text, 2)
        else:
            self.text.hide()
        left.addWidget(self.fields, 3)
        for part in (self.text, self.fields):
            part.setFixedWidth(_LEFT)
        sides.addLayout(left)
        right = QVBoxLayout()
        above = QHBoxLayout()
        above.addWidget(self.words, 1)
        above.addWidget(self.down)
        above.addWidget(self.doubts)
        right.addLayout(above)
        right.addWidget(self.table, 1)
        right.addWidget(self.detail)
        sides.addLayout(right, 1)
        column.addLayout(sides, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label(worded(_KEYS), "small", parent=self))
        foot.addWidget(self.off)
        foot.addWidget(self.settings)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column.addLayout(foot)
