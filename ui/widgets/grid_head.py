"""The head of a sheet: whose it is, how far, its status, its neighbours at the table, who sits there."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.entity import SHEET_STATES
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, Party, Sheet, SheetPlace, Worksheet
from ui import theme
from ui.models.manner import WAIVED, Manner, manner_of, neighbour_words
from ui.models.pending import Pending
from ui.translate import worded
from ui.widgets.button import Button, shown_whole
from ui.widgets.field_grid import HeadLine
from ui.widgets.grid_paint import scale_of
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.pill import Chip

_FIELDS: Final = (
    ("chair", "Ketua", 4, "Nama ketua kelompok OPD ini"),
    ("scribe", "Notulis", 3, "Siapa yang mengetik atau menulis"),
    ("mentor", "Pembimbing", 3, "Tenaga ahli atau fasilitator di meja ini"),
    ("present", "Hadir", 1, "Berapa orang dari OPD ini"),
    ("represented_by", "Diwakili oleh", 4, "Bila kepala OPD tidak hadir"),
)
_BEFORE: Final = {"present": "present_before", "represented_by": "represented_before"}
"""Fields that every session has anew, and what was written in one before."""
_SECOND: Final = frozenset({"mentor", "present", "represented_by"})
"""What stands in the second line of a narrow head."""
_OF_GROUP: Final = {"chair": "Nama ketua kelompok ini", "present": "Berapa orang di kelompok ini"}
"""What is asked of a group that is no OPD; nobody stands in for it."""
_PAPER: Final = "on_paper"
_ROOM_FOR_NAMES: Final = 860
_ROOM_FOR_FAR: Final = 600
_ROOM_FOR_ONE_LINE: Final = 760


class StatusButton(QPushButton):
    """The status of a sheet as a pill; its menu is the ladder."""

    chosen = Signal(str)
    waived = Signal(bool)
    """Whether this sheet is nobody's duty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer the six steps."""
        super().__init__(parent)
        self.setObjectName("statusButton")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.status = ""
        self.is_waived = False
        self._pixels = 0
        menu = QMenu(self)
        menu.setObjectName("statusMenu")
        menu.setAccessibleName("Status lembar")
        self._steps: dict[str, QAction] = {}
        for number, status in enumerate(SHEET_STATES, start=1):
            step = menu.addAction(f"&{number}  {label('status', status)}")
            step.setObjectName(f"status-{status}")
            step.setCheckable(True)
            step.setData(status)
            self._steps[status] = step
        menu.addSeparator()
        self.waive_action = menu.addAction("&0  Tidak wajib")
        self.waive_action.setObjectName("status-waived")
        self.waive_action.setCheckable(True)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)
        self.show_status("belum")

    def show_status(self, status: str, *, waived: bool = False) -> None:
        """Show a step of the ladder, and whether the sheet is nobody's duty."""
        self.waive_action.setChecked(waived)
        if (status, waived) == (self.status, self.is_waived):
            return
        self.status, self.is_waived = status, waived
        begun = "" if waived and status == "belum" else label("status", status)
        self.setText(" · ".join(part for part in (begun, WAIVED if waived else "") if part))
        self.setAccessibleName(f"Status: {self.text()}")
        for name, step in self._steps.items():
            step.setChecked(name == status)
        self._dress()

    def show_told(self, words: str) -> None:
        """Say in the tooltip who moved the sheet here, and when."""
        tip(self, words or "Langkah lembar ini: pilih dari menu")
        self.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.status and self._pixels != theme.small_type():
            self._dress()

    def _dress(self) -> None:
        ink, ground = theme.pill_inks(self.status)
        self._pixels = theme.small_type()
        self.setStyleSheet(
            f"QPushButton {{ font-size: {self._pixels}px; color: {ink}; background: {ground};"
            f" border: 2px solid {ground};"
            f" border-radius: 11px; padding: 2px 10px; min-height: 14px; font-weight: 700; }}"
            f"QPushButton:focus, QPushButton:hover {{ border-color: {ink}; }}"
            "QPushButton::menu-indicator { image: none; width: 0; }"
        )

    def _choose(self, step: QAction) -> None:
        if step is self.waive_action:
            self.waived.emit(step.isChecked())
        else:
            self.chosen.emit(str(step.data()))


class SheetTitle(QWidget):
    """``Analisis Renstra — Dinas … · 7 dari 12 program``, status, and the neighbours at the table."""

    step = Signal(int)
    """Asks for the next (1) or previous (-1) OPD at this table."""
    worksheet_asked = Signal(str)
    """Another worksheet of this stage is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setObjectName("sheetTitle")
        self._neighbours: tuple[SheetPlace | None, SheetPlace | None] = (None, None)
        self._manner = Manner()
        self._worksheets: tuple[tuple[str, str], ...] = ()
        self._chosen = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = ElidedLabel("", "title", name="sheetWorksheet", parent=self)
        self.others = Button("▾", "worksheetMenu", "quiet", parent=self)
        self.others.setAccessibleName("Kertas kerja lain di tahap ini")
        tip(self.others, "Kertas kerja lain di tahap ini (Ctrl+L)")
        self.others.clicked.connect(self.offer_others)
        self.chip = Chip("", parent=self)
        self.chip.setObjectName("sheetDimension")
        self.chip.hide()
        self.whose = ElidedLabel("", "soft", name="sheetWhose", parent=self)
        self.number = Label("", "soft", name="sheetNumber", parent=self)
        tip(self.number, "Nomor lembar di kertas")
        self.far = Label("", "soft", name="sheetProgress", parent=self)
        self.status = StatusButton(self)
        self.before = Button("", "previousOpd", "quiet", parent=self)
        self.table = Label("", "strong", name="sheetTable", parent=self)
        self.after = Button("", "nextOpd", "quiet", parent=self)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        row.addWidget(self.title)
        row.addWidget(self.others)
        row.addWidget(self.chip)
        row.addWidget(self.whose, 1)
        row.addWidget(self.number)
        row.addWidget(self.far)
        row.addWidget(self.status)
        row.addSpacing(6)
        row.addWidget(self.before)
        row.addWidget(self.table)
        row.addWidget(self.after)

    def show_sheet(self, worksheet: Worksheet, party: Party, number: str) -> None:
        """Show whose sheet this is, and its number on paper; a dimension with its code and colour."""
        self._manner = manner_of(worksheet)
        self.number.setText(number)
        self.number.setVisible(bool(number))
        self.title.setText(worksheet.title)
        self.chip.setVisible(bool(party.color))
        if party.color:
            self.chip.show_dimension(party.short, party.name, party.color)
        self.whose.setText(party.name)
        self.table.setText(f"Meja {party.table_no}" if party.table_no else "")
        self.table.setVisible(bool(party.table_no))
        self.setAccessibleName(", ".join(part for part in (worksheet.title, party.called, number) if part))

    def show_worksheets(self, worksheets: Sequence[tuple[str, str]], chosen: str) -> None:
        """Take the worksheets of this stage, (id, words), to be offered beside the title."""
        self._worksheets, self._chosen = tuple(worksheets), chosen
        self.others.setVisible(len(worksheets) > 1)

    def offer_others(self) -> None:
        """Offer the worksheets of this stage in a menu."""
        menu = QMenu(self)
        menu.setObjectName("worksheetsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row, words in self._worksheets:
            action = menu.addAction(shown_whole(words))
            action.setCheckable(True)
            action.setChecked(row == self._chosen)
            action.triggered.connect(partial(self._ask_for, row))
            if row == self._chosen:
                menu.setActiveAction(action)
        menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _ask_for(self, worksheet: str) -> None:
        if worksheet != self._chosen:
            self.worksheet_asked.emit(worksheet)

    def show_progress(self, words: str) -> None:
        """Show how far it is."""
        self.far.setText(words)

    def show_neighbours(self, before: SheetPlace | None, after: SheetPlace | None) -> None:
        """Show who comes before and after at this table."""
        self._neighbours = (before, after)
        narrow = self.width() < _ROOM_FOR_NAMES * scale_of(self)
        for button, place, words in ((self.before, before, "◂ {}"), (self.after, after, "{} ▸")):
            name = (place.short or place.name) if place else ""
            metrics = button.fontMetrics()
            room = 11 * metrics.averageCharWidth() + metrics.horizontalAdvance("…")
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            button.setText(words.format("" if narrow else short).strip())
            button.setVisible(place is not None)
            way, key = ("sebelumnya", "Ctrl+PgUp") if button is self.before else ("berikutnya", "Ctrl+PgDn")
            button.setAccessibleName(neighbour_words(self._manner).format(way=way, name=name))
            name = place.name if place and not self._manner.by_opd else name
            tip(button, f"{name} ({key})")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the neighbours' names, then how far it is, where the line is short."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again at another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "after"):
            self._fit()

    def _fit(self) -> None:
        self.far.setVisible(self.width() >= _ROOM_FOR_FAR * scale_of(self))
        self.show_neighbours(*self._neighbours)

    def _back(self) -> None:
        self.step.emit(-1)

    def _on(self) -> None:
        self.step.emit(1)


class HeadField(QWidget):
    """A small word above a line that is written in place."""

    edited = Signal(str, str)

    def __init__(self, field: str, words: str, hint: str, parent: QWidget | None = None) -> None:
        """Keep one field of the sheet."""
        super().__init__(parent)
        self.field, self._words = field, words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(words, "small", parent=self))
        self.line = HeadLine(self)
        self.line.setObjectName(f"head-{field}")
        self.line.setAccessibleName(words)
        self.show_hint(hint)
        self.line.setStyleSheet(
            "QLineEdit { background: transparent; border: 0;"
            f" border-bottom: 1px solid {theme.color('line-strong')}; border-radius: 0;"
            " padding: 2px 1px 3px 1px; }"
            f"QLineEdit:hover {{ background: {theme.color('surface')}; }}"
            f"QLineEdit:focus {{ background: {theme.color('surface')};"
            f" border-bottom: 2px solid {theme.color('focus')}; padding-bottom: 2px; }}"
            f'QLineEdit[wrong="true"] {{ border-bottom: 2px solid {theme.color("warning-line")}; }}'
        )
        self.line.textEdited.connect(self._tell)
        column.addWidget(self.line)

    def show_hint(self, hint: str, before: str = "") -> None:
        """Say in a tooltip what belongs here; ``before`` was written before this session, in it nothing yet.

        It stands in grey where nothing is written, and is kept nowhere before somebody types it.
        """
        told = f"{hint}. {self._words} pada sesi ini; sebelumnya {before}" if before else hint
        self.line.setPlaceholderText(before)
        self.line.setAccessibleDescription(told)
        tip(self.line, told)

    def show_value(self, text: str) -> None:
        """Show what stands in the file, unless it is on the screen already."""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark a value that does not fit."""
        self.line.setProperty("wrong", "true" if wrong else "")
        theme.restyle(self.line)

    def _tell(self, text: str) -> None:
        self.edited.emit(self.field, text)


class SheetHead(QWidget):
    """Who sits there: ketua, notulis, pembimbing, how many, represented by whom, on paper or typed."""

    edited = Signal(str, object, int)
    """A field, its value (text, whole number or bool), and the number to settle it with."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty fields."""
        super().__init__(parent)
        self.setObjectName("sheetHead")
        self.setAccessibleName("Kepala lembar")
        self._place: tuple[str, str] = ("", "")
        self._pending = Pending()
        self._lines = (QHBoxLayout(), QHBoxLayout())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in self._lines:
            line.setSpacing(14)
            column.addLayout(line)
        self.fields: dict[str, HeadField] = {}
        for field, words, _share, hint in _FIELDS:
            self.fields[field] = HeadField(field, words, worded(hint), self)
            self.fields[field].edited.connect(self._edited)
        self.paper = QCheckBox("di kertas", self)
        self.paper.setObjectName(f"head-{_PAPER}")
        self.paper.setAccessibleName("Lembar ini diisi di kertas")
        tip(self.paper, "Lembar diisi dengan tulisan tangan, diketik kemudian")
        self.paper.clicked.connect(self._paper_clicked)
        self._in_two: bool | None = None
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two lines where names would be cut in one."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again at another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_in_two"):
            self._fit()

    def _fit(self) -> None:
        in_two = self.width() < _ROOM_FOR_ONE_LINE * scale_of(self)
        if in_two == self._in_two:
            return
        self._in_two = in_two
        first, second = self._lines
        for field, _words, share, _hint in _FIELDS:
            line = second if in_two and field in _SECOND else first
            line.addWidget(self.fields[field], share)
        (second if in_two else first).addWidget(self.paper, 0, Qt.AlignmentFlag.AlignBottom)

    def show_sheet(self, sheet: Sheet, manner: Manner) -> None:
        """Show a sheet; what was typed and is not written yet stays on top."""
        self._place = (sheet.worksheet, sheet.party)
        for field, _words, _share, hint in _FIELDS:
            own = hint if manner.by_opd else _OF_GROUP.get(field, hint)
            before = str(getattr(sheet, _BEFORE[field]) or "") if field in _BEFORE else ""
            self.fields[field].show_hint(worded(own), before)
        for field, line in self.fields.items():
            # Who scores sits alone; nobody stands in for a table.
            alone = manner.kind == BY_ASSESSOR
            line.setHidden(alone or (field == "represented_by" and not manner.by_opd))
        waiting = {key[0]: value for key, value in self._pending.of(self._place)}
        for field, line in self.fields.items():
            value = getattr(sheet, field)
            line.show_value(waiting.get(field, "" if value is None else str(value)))
            line.show_wrong(wrong=False)
        paper = waiting.get(_PAPER, "1" if sheet.on_paper else "")
        self.paper.setChecked(bool(paper))

    def settle(self, place: tuple[str, str], field: str, number: int) -> None:
        """Let go of a value that is written now."""
        self._pending.settle((*place, field), number)

    def _edited(self, field: str, text: str) -> None:
        value: str | int | None = text.strip()
        if field == "present":
            digits = text.strip()
            if digits and not (digits.isascii() and digits.isdigit() and len(digits) < len("10000")):
                self.fields[field].show_wrong(wrong=True)
                self.refused.emit(f'Hadir: "{digits}" bukan jumlah orang. Tulis angka saja, misalnya 6.')
                return
            value = int(digits) if digits else None
        self.fields[field].show_wrong(wrong=False)
        self._tell(field, value, text.strip())

    def _paper_clicked(self) -> None:
        ticked = self.paper.isChecked()
        self._tell(_PAPER, ticked, "1" if ticked else "")

    def _tell(self, field: str, value: Value, kept: str) -> None:
        number = self._pending.number()
        self._pending.put((*self._place, field), kept, number)
        self.edited.emit(field, value, number)
