"""The whole row as a form, for what a grid of eight questions leaves out."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import GridColumn, show
from smartcity_desktop.domain.ids import RowId
from ui import theme
from ui.models.grid import GridModel
from ui.models.grid_table import place_of_grid
from ui.models.proposal import told_below
from ui.widgets.button import Button
from ui.widgets.form_fields import FormField
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_reading

_SUBJECT: Final = ("goal", "objective", "indicator", "baseline", "program_indicator", "unit", "location")


class RowForm(QFrame):
    """Slides in at the right: subject on top, then every question that does not stand in the grid."""

    closed = Signal()
    step = Signal(int)
    """Asks for the next (1) or previous (-1) row."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        """Write through this model."""
        super().__init__(parent)
        self.setObjectName("rowForm")
        self.setAccessibleName("Isian lengkap")
        theme.set_role(self, "card")
        self._grid = model
        self._row = RowId("")
        self._columns: tuple[GridColumn, ...] = ()
        self.fields: dict[str, FormField] = {}
        self._unfit: dict[tuple[object, RowId, str], str] = {}
        self.subject = Label("", "small", name="formSubject", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 4, 8)
        column.setSpacing(6)
        column.addLayout(self._head())
        self.program = Label("", "lead", name="formProgram", wrap=True, parent=self)
        column.addWidget(self.program)
        column.addWidget(self.subject)
        self._area = QScrollArea(self)
        self._area.setObjectName("formArea")
        self._area.setAccessibleName("Isian lengkap")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setStyleSheet("QScrollArea, QWidget#formPage { background: transparent; }")
        self._area.viewport().setAutoFillBackground(False)
        column.addWidget(self._area, 1)
        model.dataChanged.connect(self.refresh)
        model.modelReset.connect(self._after_reset)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label("Isian lengkap", "strong", parent=self), 1)
        for words, name, told, step in (
            ("◂", "formPrevious", "Baris sebelumnya", -1),
            ("▸", "formNext", "Baris berikutnya", 1),
        ):
            button = Button(words, name, "quiet", parent=self)
            button.setAccessibleName(told)
            button.setProperty("step", step)
            tip(button, told)
            button.clicked.connect(self._step)
            for_reading(button)
            row.addWidget(button)
        close = Button("Tutup", "formClose", "quiet", parent=self)
        tip(close, "Tutup (F4 atau Esc)")
        close.clicked.connect(self.closed)
        for_reading(close)
        row.addWidget(close)
        return row

    def show_row(self, row: RowId) -> None:
        """Show another row."""
        every = self._grid.form_columns()
        own = [item for item in every if item.is_editable] if self._grid.takes_rows else []
        wanted = tuple(own or (item for item in every if item.section == "form"))
        wanted = wanted or tuple(item for item in every if item.is_editable)
        if wanted != self._columns:
            self._columns = wanted
            self._build()
        moved = row != self._row
        self._row = row
        self.refresh()
        if moved:
            self._area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the row as it stands now, while anybody looks at it."""
        if not self._row or self.isHidden():
            return
        values = self._grid.values_of(self._row)
        number = self._grid.place_of_row(self._row) + 1
        self.program.setText(self._grid.name_of(self._row) or f"Baris {number}")
        self.subject.setText(self._subject_words())
        self.subject.setVisible(bool(self.subject.text()))
        for key, field in self.fields.items():
            unfit = self._unfit.get(self._at(key))
            if unfit is None:
                field.show_raw(values.get(key, ""))
            else:
                field.show_unfit(unfit)
            field.setEnabled(bool(values) or self._grid.takes_rows)
            offers = self._grid.offers_in(self._row, key) if self._grid.may_write else ()
            field.show_offer(told_below(offers))

    @property
    def key(self) -> str:
        """The column of the question one stands in, empty where one stands in none."""
        held = QApplication.focusWidget()
        fields = (item for item in self.fields.values() if held is not None and item.isAncestorOf(held))
        return next((item.column.key for item in fields), "")

    def showEvent(self, event: QShowEvent) -> None:
        """Show the row as it stands when the form slides in."""
        super().showEvent(event)
        self.refresh()

    def start(self) -> None:
        """Put the focus on the first question."""
        first = next((field.answer for field in self.fields.values() if field.answer is not None), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        page = QWidget(self._area)
        page.setObjectName("formPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 10, 8)
        column.setSpacing(12)
        self.fields = {}
        for item in self._columns:
            field = FormField(item, page)
            field.answered.connect(self._answered)
            field.refused.connect(self._refused)
            self.fields[item.key] = field
            column.addWidget(field)
        column.addStretch(1)
        self._area.setWidget(page)

    def _subject_words(self) -> str:
        values = self._grid.values_of(self._row)
        known = {item.key: item for item in self._grid.subject_columns()}
        words = [
            (known[key].label, show(known[key], values.get(key, ""))) for key in _SUBJECT if key in known
        ]
        return "\n".join(f"{label}: {text}" for label, text in words if text)

    def _at(self, key: str) -> tuple[object, RowId, str]:
        """Return sheet, row and column: a row of fixed items stands on the sheets of many."""
        return place_of_grid(self._grid.grid), self._row, key

    def _refused(self, key: str, text: str) -> None:
        # It stays with its row until it is mended: nothing that was typed is taken off by another answer.
        self._unfit[self._at(key)] = text

    def _answered(self, key: str, raw: str) -> None:
        self._unfit.pop(self._at(key), None)
        self._grid.write([(self._row, key, raw)], typing=True)

    def _step(self) -> None:
        button = self.sender()
        if button is not None:
            self.step.emit(int(button.property("step")))

    def _after_reset(self) -> None:
        if self.fields:
            self.refresh()
