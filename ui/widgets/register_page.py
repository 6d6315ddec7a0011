"""The page Daftar dokumen: what there is, what is missing, and the chosen document beside it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from smartcity_desktop.domain.register import (
    KIND_WORDS,
    REGIONAL,
    RENSTRA,
    STATE_WORDS,
    Register,
    RegisterRow,
)
from smartcity_desktop.domain.wording import EMPTY
from ui.models.read_table import ReadLine
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields_form import CHOICE, LINE, TEXT, FieldsForm, FieldSpec
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_HEADS: Final = ("Jenis", "Judul", "Nomor, tahun", "Status")
_WIDTHS: Final[Mapping[int, int]] = {0: 130, 2: 150, 3: 90}
_TITLE: Final = 1
_YEAR: Final = 4
_EITHER: Final = " atau "
"""In the name of a missing document: it may be of one kind or another, so the name is no title."""
_KEYS: Final = "Enter pada yang belum ada menambahkannya · Del menghapus"
_SPECS: Final = (
    FieldSpec("kind", "Jenis", CHOICE),
    FieldSpec("title", "Judul", TEXT),
    FieldSpec("number", "Nomor", LINE),
    FieldSpec("year", "Tahun", LINE, "Tahun ditetapkan, misalnya 2025"),
    FieldSpec("issuer", "Penerbit", LINE, "Misalnya Bupati dan DPRD"),
    FieldSpec("status", "Status", CHOICE),
    FieldSpec("pages", "Halaman rujukan", LINE),
    FieldSpec("note", "Catatan", TEXT, "Tempat penyimpanan, tautan ke bab, dan lain-lain"),
)
_LIMIT: Final = "Di dalam berkas Bimtek ini, paling besar 20 MB."


class _Table(ReadTable):
    """The register; Del asks to remove the chosen document."""

    remove_asked = Signal()
    may_write = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete remove."""
        if event.key() == Qt.Key.Key_Delete and self.may_write:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class RegisterPage(QWidget):
    """Tells what a person wants; stores nothing."""

    added = Signal(str, str)
    """The kind of a document that shall be added, and its title where one is usual."""
    edited = Signal(str, str, object)
    """Row, field, value."""
    removed = Signal(str)
    file_asked = Signal(str, bool)
    """Row of the document whose file shall be noted, and whether a copy of it is kept."""
    file_dropped = Signal(str)
    copy_asked = Signal(str)
    """Row of the document whose kept file shall be saved somewhere."""
    opd_asked = Signal(str)
    """The agency whose Renstra shall be shown."""
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self.setObjectName("register-page")
        self.keeps: Callable[[str, str], bool] = _never
        """Whether a field (row, name) is being typed and not yet on the disk."""
        self._rows: dict[str, RegisterRow] = {}
        self.told = Label("", "strong", name="register-told", wrap=True, parent=self)
        self.table = _Table("register-table", "Daftar dokumen", _TITLE, self)
        self.kind = ChoiceBox(self)
        self.kind.setObjectName("register-kind")
        self.kind.setAccessibleName("Jenis dokumen")
        for kind in REGIONAL:
            self.kind.addItem(KIND_WORDS[kind], kind)
        self.add = Button("Tambah dokumen", "register-add", parent=self)
        self.print = Button("Cetak daftar", "register-print", parent=self)
        self.form = FieldsForm("register-form", _SPECS, self)
        self.form.offer("kind", [(kind, KIND_WORDS[kind]) for kind in REGIONAL])
        self.form.offer("status", [("", EMPTY), *STATE_WORDS.items()])
        self.drop = Button("Hapus dari daftar", "register-remove", "quiet", parent=self)
        self.head = Label("", "soft", name="register-head", wrap=True, parent=self)
        self.file = Label("", name="register-file", wrap=True, parent=self)
        self.keep = QCheckBox("Simpan juga salinannya", self)
        self.keep.setObjectName("register-keep")
        self.limit = Label(_LIMIT, "small", name="register-limit", wrap=True, parent=self)
        self.choose_file = Button("Catat berkas …", "register-file-choose", parent=self)
        self.forget = Button("Lepas", "register-file-forget", "quiet", parent=self)
        self.copy = Button("Simpan salinan ke …", "register-file-copy", parent=self)
        self._lay_out()
        self._connect()
        self._choose("")

    @property
    def row(self) -> RegisterRow | None:
        """The line that is chosen."""
        return self._rows.get(self.table.key)

    def show_register(self, register: Register, wanted: str = "") -> None:
        """Show other documents; ``wanted`` is chosen, else the line that was."""
        self._rows = {item.key: item for item in register.rows}
        self.told.setText(register.told(worded))
        lines = [
            ReadLine(
                item.key,
                (item.kind_words, item.title, item.numbered or _years(item), item.state_words),
                faint=item.missing,
            )
            for item in register.rows
        ]
        self.table.show_lines(_HEADS, lines, _WIDTHS)
        if wanted in self._rows:
            self.table.choose(wanted)
        self._choose(self.table.key)

    def start_typing(self) -> None:
        """Go to the title of the chosen document."""
        self.form.fields["title"].setFocus()

    def _choose(self, key: str) -> None:
        row = self._rows.get(key)
        own = row is not None and not row.missing and row.kind != RENSTRA
        for part in (self.form, self.file, self.keep, self.limit, self.choose_file, self.drop):
            part.setVisible(own)
        self.head.setText(_told(row))
        self.head.setVisible(bool(self.head.text()))
        document = row.document if row else None
        named = bool(own and document and document.source_name)
        self.forget.setVisible(named)
        self.copy.setVisible(bool(own and row and row.stored))
        if row is None or document is None or not own:
            return
        stored = " · salinannya tersimpan" if row.stored else " · hanya namanya"
        self.file.setText(f"Berkas: {document.source_name}{stored}" if named else "Berkas: belum dicatat")
        values = {name: getattr(document, name) for name in ("kind", "title", "number", "issuer")}
        values |= {name: getattr(document, name) for name in ("status", "pages", "note")}
        values["year"] = str(document.year or "")
        self.form.show_values(values, partial(self.keeps, key))

    def _edited(self, name: str, value: object) -> None:
        row = self.row
        if row is None or row.missing:
            return
        if name == "year":
            text = str(value).strip()
            if text and not (text.isdigit() and len(text) == _YEAR):
                return
            value = int(text) if text else None
        self.edited.emit(row.key, name, value)

    def _open(self, key: str, _column: int = 0) -> None:
        row = self._rows.get(key)
        if row is None:
            return
        if row.kind == RENSTRA:
            self.opd_asked.emit(row.document.opd)
        elif row.missing:
            if self.table.may_write:
                self.added.emit(row.kind, "" if _EITHER in row.title else row.title)
        else:
            self.start_typing()

    def _add(self) -> None:
        self.added.emit(str(self.kind.currentData()), "")

    def _remove(self) -> None:
        row = self.row
        if row is not None and not row.missing and row.kind != RENSTRA:
            self.removed.emit(row.key)

    def _file(self) -> None:
        if self.row is not None:
            self.file_asked.emit(self.row.key, self.keep.isChecked())

    def _forget(self) -> None:
        if self.row is not None:
            self.file_dropped.emit(self.row.key)

    def _copy(self) -> None:
        if self.row is not None:
            self.copy_asked.emit(self.row.key)

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.asked.connect(self._open)
        self.table.remove_asked.connect(self._remove)
        self.form.edited.connect(self._edited)
        self.add.clicked.connect(self._add)
        self.print.clicked.connect(self.print_asked)
        self.drop.clicked.connect(self._remove)
        self.choose_file.clicked.connect(self._file)
        self.forget.clicked.connect(self._forget)
        self.copy.clicked.connect(self._copy)
        for_writing(self.kind, self.add, self.drop, self.form, self.keep, self.choose_file, self.forget)
        for_writing(self.table)

    def _document_card(self) -> Card:
        card = Card(name="register-card", parent=self)
        ground = QWidget(self)
        ground.setObjectName("register-ground")
        area = scroll_area(ground, "register-scroll", self)
        area.setStyleSheet("QScrollArea, QWidget#register-ground { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(8)
        inner.addWidget(self.head)
        inner.addWidget(self.form)
        inner.addWidget(self.file)
        inner.addWidget(self.keep)
        inner.addWidget(self.limit)
        inner.addWidget(FlowRow((self.choose_file, self.copy, self.forget)))
        inner.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.drop)
        card.body.addWidget(area, 1)
        card.body.addLayout(foot)
        return card

    def _lay_out(self) -> None:
        card = self._document_card()
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(12)
        sides.addWidget(self.table)
        sides.addWidget(card)
        sides.setSizes([680, 460])
        sides.setStretchFactor(0, 3)
        sides.setStretchFactor(1, 2)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addWidget(self.add)
        line.addWidget(self.print)
        line.addWidget(Label(_KEYS, "small", parent=self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(sides, 1)
        column.addLayout(line)


def _years(item: RegisterRow) -> str:
    years = item.document.years
    if not years:
        return ""
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _told(row: RegisterRow | None) -> str:
    if row is None:
        return "Belum ada dokumen. Pilih jenisnya di bawah, lalu Tambah dokumen."
    if row.kind == RENSTRA:
        state = "belum dibaca" if row.missing else "sudah dibaca"
        return worded("{title} {state}. Enter membukanya di Renstra OPD.").format(
            title=row.title, state=state
        )
    return f"{row.title} belum ada di daftar. Enter menambahkannya." if row.missing else ""


def _never(row: str, name: str) -> bool:
    del row, name
    return False
