"""Fields below each other, each with its word at the left: lines, texts, figures, choices, ticks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.widgets.button import shown_whole
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label, tip
from ui.widgets.number_edit import NumberEdit
from ui.widgets.tick_menu import TickButton
from ui.widgets.undo_way import pass_undo

LINE: Final = "line"
TEXT: Final = "text"
NUMBER: Final = "number"
CHOICE: Final = "choice"
TICK: Final = "tick"
TICKS: Final = "ticks"
MENU: Final = "menu"
"""Several of many: a button with a menu of ticks; its value is a tuple of keys."""
_TOP: Final = 6
_BOX: Final = 190
_FIGURE: Final = 90


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name, its words, what it is (LINE, TEXT …), a hint, and limits of a figure."""

    field: str
    words: str
    kind: str = LINE
    hint: str = ""
    limits: tuple[int, int] = (0, 600)


def show_line(line: QLineEdit, text: str) -> None:
    """Show a text in a line; while it is being typed into, its cursor and a blank at its end stay."""
    if line.text() == text or (line.hasFocus() and line.text().strip() == text.strip()):
        return
    place = line.cursorPosition() if line.hasFocus() else 0
    line.setText(text)
    line.setCursorPosition(place)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Mark a field whose text cannot be read, or take the mark away."""
    if bool(field.property("wrong") == "true") != wrong:
        field.setProperty("wrong", str(wrong).lower())
        theme.restyle(field)


class FieldsForm(QWidget):
    """Shows the values of one row and tells what a person changed."""

    edited = Signal(str, object)
    """A field and its new value: text, whole number, bool, for TICKS a pair (value, bool), for MENU keys."""
    left = Signal(str)
    """A field that is typed was finished: the focus went elsewhere."""

    def __init__(
        self, name: str, specs: Sequence[FieldSpec], parent: QWidget | None = None, *, across: int = 1
    ) -> None:
        """Make the fields, some ``across``; ``name`` begins their object names."""
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self.fields: dict[str, QWidget] = {}
        self.labels: dict[str, Label] = {}
        self._ticks: dict[str, dict[str, QCheckBox]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        for place, spec in enumerate(specs):
            self._add(place // across, 2 * (place % across), spec)
            self._grid.setColumnStretch(2 * (place % across) + 1, 1)
        self._grid.setRowStretch(len(specs), 1)

    def show_values(self, values: Mapping[str, object], keeps: Callable[[str], bool]) -> None:
        """Show other values; a field that ``keeps`` what is being typed stays."""
        for field, value in values.items():
            if field in self.fields and not keeps(field):
                self._show(field, value)

    def offer(self, field: str, choices: Sequence[tuple[str, str]], *, why: str = "") -> None:
        """Offer these choices (value, words); with a reason ``why`` the field stands still."""
        box = self.fields[field]
        if isinstance(box, TickButton):
            box.offer(choices)
        if isinstance(box, QComboBox):
            known = [(str(box.itemData(at)), box.itemText(at)) for at in range(box.count())]
            if known != [*choices]:
                with QSignalBlocker(box):
                    box.clear()
                    for value, words in choices:
                        box.addItem(words, value)
        box.setEnabled(not why)
        tip(box, why)

    def mark(self, field: str, *, wrong: bool) -> None:
        """Mark a line whose text cannot be read, or take the mark away."""
        mark_wrong(self.fields[field], wrong=wrong)

    def hint(self, field: str, words: str) -> None:
        """Say other words in a field while it is empty."""
        made = self.fields[field]
        if isinstance(made, QLineEdit):
            made.setPlaceholderText(words)
        elif isinstance(made, TickButton):
            made.say_nothing(words)

    def show_field(self, field: str, *, shown: bool) -> None:
        """Show a field with its word, or leave it out."""
        self.fields[field].setVisible(shown)
        self.labels[field].setVisible(shown)

    def tick_of(self, field: str, value: str) -> QCheckBox:
        """Return one tick of a field with several."""
        return self._ticks[field][value]

    def add_ticks(self, field: str, choices: Sequence[tuple[str, str]]) -> None:
        """Give a field with several ticks its choices (value, words), once."""
        row = self.fields[field].layout()
        if row is None or self._ticks.get(field):
            return
        self._ticks[field] = {}
        for value, words in choices:
            box = QCheckBox(shown_whole(words), self.fields[field])
            box.setObjectName(f"{self._name}-{field}-{value}")
            # Qt calls a partial of "clicked" without its mark.
            box.toggled.connect(partial(self._ticked, field, value))
            self._ticks[field][value] = box
            row.addWidget(box)

    def _add(self, place: int, first: int, spec: FieldSpec) -> None:
        made = self._make(spec)
        self.fields[spec.field] = made
        label = Label("" if spec.kind == TICK else spec.words, "soft", parent=self)
        label.setContentsMargins(0, _TOP if spec.kind == TEXT else 0, 0, 0)
        label.setBuddy(made)
        self.labels[spec.field] = label
        top = Qt.AlignmentFlag.AlignTop if spec.kind == TEXT else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, place, first, top)
        if spec.kind in {CHOICE, NUMBER}:
            self._grid.addWidget(made, place, first + 1, Qt.AlignmentFlag.AlignLeft)
        elif spec.kind == MENU:
            # As wide as its words, and less where there is no room for them.
            row = QHBoxLayout()
            row.addWidget(made)
            row.addStretch(1)
            self._grid.addLayout(row, place, first + 1)
        else:
            self._grid.addWidget(made, place, first + 1)

    def _make(self, spec: FieldSpec) -> QWidget:
        name = f"{self._name}-{spec.field}"
        tell = partial(self._tell, spec.field)
        if spec.kind == TEXT:
            text = GrowingText(name, spec.words, spec.hint, paragraph=False, parent=self)
            text.edited.connect(tell)
            text.left.connect(partial(self.left.emit, spec.field))
            return text
        if spec.kind == NUMBER:
            figure = NumberEdit(name, spec.words, spec.limits, self)
            figure.setFixedWidth(_FIGURE)
            figure.valueChanged.connect(tell)
            return figure
        if spec.kind == CHOICE:
            box = ChoiceBox(self)
            box.setObjectName(name)
            box.setAccessibleName(spec.words)
            box.setMinimumWidth(_BOX)
            box.activated.connect(partial(self._activated, spec.field))
            return box
        if spec.kind == TICK:
            tick = QCheckBox(shown_whole(spec.words), self)
            tick.setObjectName(name)
            tick.toggled.connect(tell)
            return tick
        if spec.kind in {TICKS, MENU}:
            return self._make_several(spec, name)
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(spec.words)
        line.setPlaceholderText(spec.hint)
        line.textEdited.connect(tell)
        line.editingFinished.connect(partial(self.left.emit, spec.field))
        pass_undo(line)
        return line

    def _make_several(self, spec: FieldSpec, name: str) -> QWidget:
        if spec.kind == MENU:
            menu = TickButton(name, spec.words, spec.hint, self)
            menu.ticked.connect(partial(self._tell, spec.field))
            return menu
        row = QWidget(self)
        row.setObjectName(name)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row

    def _show(self, field: str, value: object) -> None:
        made = self.fields[field]
        with QSignalBlocker(made):
            if isinstance(made, GrowingText):
                made.show_text(str(value or ""))
            elif isinstance(made, QLineEdit):
                show_line(made, str(value or ""))
            elif isinstance(made, NumberEdit):
                made.setValue(value if isinstance(value, int) else made.minimum())
            elif isinstance(made, QComboBox):
                made.setCurrentIndex(made.findData(str(value or "")))
            elif isinstance(made, QCheckBox):
                made.setChecked(bool(value))
            elif isinstance(made, TickButton) and isinstance(value, tuple):
                made.show_ticked(value)
        for one, box in self._ticks.get(field, {}).items():
            with QSignalBlocker(box):
                box.setChecked(isinstance(value, set | frozenset | tuple) and one in value)

    def _tell(self, field: str, value: object) -> None:
        self.edited.emit(field, value)

    def _activated(self, field: str, place: int) -> None:
        box = self.fields[field]
        if isinstance(box, QComboBox):
            self.edited.emit(field, str(box.itemData(place)))

    def _ticked(self, field: str, value: str, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.edited.emit(field, (value, checked))
