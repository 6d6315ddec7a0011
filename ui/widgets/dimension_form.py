"""The fields of one dimension, and of one sub-dimension: what cannot be taken is said under the line."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from smartcity_desktop.domain.dimension import Dimension, Either, Subdimension, clashes, refuse
from smartcity_desktop.domain.ids import NO_ROW
from ui import theme
from ui.translate import explain, worded
from ui.widgets.button import shown_whole
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label
from ui.widgets.swatches import Swatches

_CODE_WIDTH: Final = 92
_LABEL_WIDTH: Final = 76
_TOP: Final = 7
_LEFT: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class CheckedLine(QLineEdit):
    """A line whose text is only told where it can be taken; left with another, it gives back what stood.

    A code is told when it is finished: on the way to TKL, TK would be a code as well.
    """

    taken = Signal(str)
    """A text that can be taken."""
    problem = Signal(str)
    """Why the text cannot be taken, empty where it can."""
    given_back = Signal(str)
    """The line was left with a text that could not be taken: why."""

    def __init__(self, name: str, words: str, field: str, parent: QWidget | None = None) -> None:
        """``field`` is the field that ``domain.dimension.refuse`` checks."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._field = field
        self._stands = ""
        self._stood = ""
        self._item: Either = Dimension()
        self._others: Sequence[Either] = ()
        self._why = ""
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self.finish)

    def finish(self) -> None:
        """Tell a code that is whole."""
        text = self.text()
        if self._field == "code" and not self._why and text != self._stands:
            self._stands = text
            self.taken.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what stood before anything is typed."""
        super().focusInEvent(event)
        if event.reason() not in _LEFT:
            self._stood = self._stands

    def show_item(self, item: Either, others: Sequence[Either], *, typed: bool) -> None:
        """Show this field of an item; where it is being ``typed`` the text stays as it is."""
        before = self._item.id
        changed = bool(self._why) or (self._field == "code" and self.text() != self._stands)
        busy = changed and self.hasFocus() and item.id == before
        self._item, self._others = item, others
        if typed or busy:
            return
        if item.id != before:
            self._stood = str(getattr(item, self._field))
        self._stands = str(getattr(item, self._field))
        if " ".join(self.text().split()) != self._stands:
            self.setText(self._stands)
            self.setCursorPosition(0)
        self._say("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give back what stood where this text cannot be taken."""
        super().focusOutEvent(event)
        if event.reason() in _LEFT:
            return
        if self._why:
            why = self._why
            self._say("")
            self.setText(self._stood)
            if self._stands != self._stood:
                self._stands = self._stood
                self.taken.emit(self._stood)
            self.given_back.emit(why)
        self.setCursorPosition(0)

    def _edited(self, text: str) -> None:
        if self._field == "code" and text != text.upper():
            place = self.cursorPosition()
            self.setText(text.upper())
            self.setCursorPosition(place)
            text = self.text()
        fault = refuse(self._item, self._field, text, self._others)
        self._say(explain(fault) if fault else "")
        if fault is None and self._field != "code":
            self._stands = text
            self.taken.emit(text)

    def _say(self, why: str) -> None:
        if why != self._why or self.property("wrong") is None:
            self._why = why
            self.setProperty("wrong", str(bool(why)).lower())
            theme.restyle(self)
            self.problem.emit(why)


class _Form(QWidget):
    """Code and name in one line, longer texts below, each with its word at the left."""

    edited = Signal(str, str)
    """A field and its text after a person changed it."""
    given_back = Signal(str)
    """A text could not be taken and the line gave back what stands: why."""

    def __init__(self, prefix: str, kind: str, hint: str, parent: QWidget | None = None) -> None:
        """``prefix`` begins the object names, ``kind`` is what a screen reader calls the thing."""
        super().__init__(parent)
        self.setObjectName(f"{prefix}-form")
        self._prefix = prefix
        self.code = CheckedLine(f"{prefix}-code", f"Kode {kind}", "code", self)
        keep_width(self.code, _CODE_WIDTH)
        self.code.setPlaceholderText(hint)
        self.name = CheckedLine(f"{prefix}-name", f"Nama {kind}", "name", self)
        self.problem = Label("", "warning", name=f"{prefix}-problem", wrap=True, parent=self)
        self.problem.hide()
        self._why: dict[str, str] = {}
        self._shown = NO_ROW
        for field, line in (("code", self.code), ("name", self.name)):
            line.taken.connect(partial(self.edited.emit, field))
            line.problem.connect(partial(self._show_problem, field))
            line.given_back.connect(self.given_back)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(3, 1)
        self.grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self.grid.addWidget(self._label("Kode", self.code), 0, 0)
        self.grid.addWidget(self.code, 0, 1)
        self.grid.addWidget(self.problem, 2, 1, 1, 3)
        self.texts: dict[str, GrowingText] = {}
        self.clash = Label("", "warning", name=f"{prefix}-clash", wrap=True, parent=self)
        self.clash.hide()

    def show_item(
        self, item: Either, same: Sequence[Either], all_of_them: Sequence[Either], typed: Collection[str]
    ) -> None:
        """Show an item; ``same`` are all of its kind, fields in ``typed`` stay as they are being typed."""
        # Words of another item are never kept for this one, written or not.
        kept = typed if item.id == self._shown else ()
        self._shown = item.id
        self.code.show_item(item, same, typed="code" in kept)
        self.name.show_item(item, same, typed="name" in kept)
        for field, text in self.texts.items():
            if field not in kept:
                text.show_text(str(getattr(item, field)))
        found = clashes(item, all_of_them)
        said = [
            f"“{name}” sudah berarti {other.called}; ketikan itu dibaca sebagai {other.code}."
            for name, other in found
        ]
        self.clash.setText("\n".join(said))
        self.clash.setVisible(bool(said))

    def _add_text(self, row: int, field: str, words: str, hint: str, *, paragraph: bool = False) -> None:
        text = GrowingText(f"{self._prefix}-{field}", words, hint, paragraph=paragraph, parent=self)
        text.edited.connect(partial(self.edited.emit, field))
        self.texts[field] = text
        label = self._label(words, text)
        label.setContentsMargins(0, _TOP, 0, 0)
        self.grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(text, row, 1, 1, 3)

    def _label(self, words: str, buddy: QWidget) -> Label:
        label = Label(words, "soft", parent=self)
        label.setBuddy(buddy)
        return label

    def _show_problem(self, field: str, why: str) -> None:
        self._why[field] = why
        said = [text for text in self._why.values() if text]
        self.problem.setText("\n".join(said))
        self.problem.setVisible(bool(said))


class DimensionForm(_Form):
    """Code, name, definition, other names and colour of a dimension."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("dimension", worded("dimensi"), "GOV", parent)
        self.grid.addWidget(self._label("Nama", self.name), 0, 2)
        self.grid.addWidget(self.name, 0, 3)
        self._add_text(3, "definition", "Definisi", "Satu kalimat: apa yang dituju", paragraph=True)
        self._add_text(4, "alias", "Nama lain", "Satu nama satu baris; dikenali saat diketik atau ditempel")
        self.grid.addWidget(self.clash, 5, 1, 1, 3)
        self.swatches = Swatches("dimension-color", self)
        self.swatches.picked.connect(partial(self.edited.emit, "color"))
        self.grid.addWidget(self._label("Warna", self.swatches), 6, 0)
        self.grid.addWidget(self.swatches, 6, 1, 1, 3)

    def show_dimension(
        self,
        item: Dimension,
        known: Sequence[Dimension],
        all_of_them: Sequence[Either],
        typed: Collection[str],
    ) -> None:
        """Show a dimension among all ``known`` ones."""
        self.show_item(item, known, all_of_them, typed)
        users: dict[str, str] = {}
        for other in known:
            if other.id != item.id and not other.retired and other.color:
                key = other.color.upper()
                users[key] = " ".join(part for part in (users.get(key, ""), other.code) if part)
        if "color" not in typed:
            self.swatches.show_color(item.color, users)


class SubdimensionForm(_Form):
    """Code, name, guide points, other names and home of a sub-dimension."""

    moved = Signal(str)
    """The dimension that a person put it under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("subdimension", worded("subdimensi"), "GOV-1", parent)
        self.grid.addWidget(self._label("Nama", self.name), 1, 0)
        self.grid.addWidget(self.name, 1, 1, 1, 3)
        self._add_text(3, "points", "Pokok", "Satu pokok satu baris; menjadi pertanyaan pemandu")
        self._add_text(4, "alias", "Nama lain", "Satu nama satu baris")
        self.grid.addWidget(self.clash, 5, 1, 1, 3)
        self.home = ChoiceBox(self)
        self.home.setObjectName("subdimension-home")
        self.home.setAccessibleName(worded("Dimensi induk"))
        self.home.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.home.activated.connect(self._activated)
        self.grid.addWidget(self._label(shown_whole(worded("Dimensi")), self.home), 0, 2)
        self.grid.addWidget(self.home, 0, 3)
        QWidget.setTabOrder(self.code, self.home)
        QWidget.setTabOrder(self.home, self.name)

    def show_subdimension(
        self,
        item: Subdimension,
        known: Sequence[Subdimension],
        homes: Sequence[Dimension],
        all_of_them: Sequence[Either],
        typed: Collection[str],
    ) -> None:
        """Show a sub-dimension; ``homes`` are the dimensions it may stand under."""
        self.show_item(item, known, all_of_them, typed)
        self.home.clear()
        for home in homes:
            self.home.addItem(home.shown, str(home.id))
        self.home.setCurrentIndex(self.home.findData(str(item.dimension)))

    def _activated(self, place: int) -> None:
        self.moved.emit(str(self.home.itemData(place)))
