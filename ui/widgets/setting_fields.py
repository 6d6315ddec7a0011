"""One setting on the page "Pengaturan": its words, the way to change it, its help, what is wrong with it."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smartcity_desktop.settings import CHOICE, LINE, LINES, PICTURE, Setting
from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import ElidedLabel, Label, tip

PAUSE_MS: Final = 400
"""Typing rests so long before a text is taken."""
_LOW: Final = "QPushButton { padding: 0 6px; min-height: 14px; } QPushButton:focus { padding: 0 5px; }"
"""A button no higher than the words beside it."""


class TextEditor(QWidget):
    """A line or some lines of text, told when typing rests or the field is left."""

    told = Signal(object)

    def __init__(self, item: Setting, parent: QWidget | None = None) -> None:
        """Ask for this setting."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._tell)
        self.field: HeadLine | GrowingText
        name = f"setting-{item.name.replace('_', '-')}"
        if item.kind == LINES:
            self.field = GrowingText(name, item.label, paragraph=False, parent=self)
            self.field.edited.connect(self._typed)
            self.field.left.connect(self.hand_in)
        else:
            self.field = HeadLine(self)
            self.field.setObjectName(name)
            self.field.setAccessibleName(item.label)
            self.field.textEdited.connect(self._typed)
            self.field.editingFinished.connect(self.hand_in)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)

    def show_value(self, value: object) -> None:
        """Show another value, unless a person is typing."""
        if self._timer.isActive():
            return
        if isinstance(self.field, GrowingText):
            self.field.show_text(str(value))
        elif self.field.text() != value:
            self.field.setText(str(value))
            self.field.setCursorPosition(0)

    def hand_in(self) -> None:
        """Tell at once what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    def _tell(self) -> None:
        text = self.field.toPlainText() if isinstance(self.field, GrowingText) else self.field.text()
        self.told.emit(text.strip())

    def _typed(self, _text: str) -> None:
        self._timer.start()


class ChoiceEditor(QWidget):
    """A few values side by side."""

    told = Signal(object)

    def __init__(self, item: Setting, parent: QWidget | None = None) -> None:
        """Ask for this setting."""
        super().__init__(parent)
        self._values = [value for value, _words in item.choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(item.choices) - 1
        for place, (value, words) in enumerate(item.choices):
            button = QPushButton(words, self)
            button.setObjectName(f"setting-{item.name.replace('_', '-')}-{value}")
            button.setAccessibleName(f"{item.label}: {words}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            theme.set_role(button, "segment", place={0: "first", last: "last"}.get(place, ""))
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def show_value(self, value: object) -> None:
        """Show another value."""
        button = self._group.button(self._values.index(value))
        if button is not None:
            button.setChecked(True)

    def hand_in(self) -> None:
        """Have nothing to tell: a choice is told when it is made."""

    def _clicked(self, place: int) -> None:
        self.told.emit(self._values[place])


class PickEditor(QWidget):
    """Something that is picked in a window of the system: a folder or a picture."""

    told = Signal(object)
    asked = Signal()

    def __init__(self, item: Setting, parent: QWidget | None = None) -> None:
        """Ask for this setting."""
        super().__init__(parent)
        self._empty = "Belum ada" if item.kind == PICTURE else item.empty[:1].upper() + item.empty[1:]
        self._is_picture = item.kind == PICTURE
        name = f"setting-{item.name.replace('_', '-')}"
        self.words = ElidedLabel("", name=f"{name}-words", parent=self)
        picture = self._is_picture
        self.pick = Button("Pilih lambang …" if picture else "Pilih folder …", name, parent=self)
        self.pick.setAccessibleName(f"{item.label}: {self.pick.text()}")
        self.pick.clicked.connect(self.asked)
        self.setFocusProxy(self.pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if picture:
            row.addWidget(self.pick)
            row.addWidget(self.words, 1)
        else:
            row.addWidget(self.words, 1)
            row.addWidget(self.pick)

    def show_value(self, value: object) -> None:
        """Show whether something was picked; a folder with its place."""
        shown = "Sudah ada" if self._is_picture else str(value)
        self.words.setText(shown if value else self._empty)

    def hand_in(self) -> None:
        """Have nothing to tell: a folder is told when it is picked."""


Editor = TextEditor | ChoiceEditor | PickEditor


class SettingField(QWidget):
    """A setting with everything that belongs to it."""

    changed = Signal(str, object)
    """Name and value, after a person changed it to something that can be taken."""
    asked = Signal(str)
    """A folder or a picture shall be picked for this setting."""

    def __init__(self, item: Setting, parent: QWidget | None = None) -> None:
        """Ask for this setting."""
        super().__init__(parent)
        self.item = item
        name = item.name.replace("_", "-")
        self.setObjectName(f"setting-row-{name}")
        self.editor: Editor = _editor(item, self)
        self.setFocusProxy(self.editor)
        self.back = Button("Bawaan", f"setting-back-{name}", "quiet", parent=self)
        self.back.setAccessibleName(f"{item.label}: kembali ke bawaan")
        tip(self.back, "Kembalikan ke bawaan")
        self.back.setStyleSheet(_LOW)
        room = self.back.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(room)
        self.help = Label(item.help, "small", name=f"setting-help-{name}", wrap=True, parent=self)
        self.note = Label("", "small", name=f"setting-note-{name}", wrap=True, parent=self)
        self.note.hide()
        self._lay_out(item)
        self.editor.told.connect(self._told)
        self.back.clicked.connect(self._go_back)
        if isinstance(self.editor, PickEditor):
            self.editor.asked.connect(partial(self.asked.emit, item.name))

    def show_value(self, value: object) -> None:
        """Show another value."""
        self.editor.show_value(value)
        self.back.setVisible(value != self.item.default)

    def tell(self, words: str, role: str = "small") -> None:
        """Say something about this setting under it; nothing with empty words."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if self.note.property("role") != role:
            theme.set_role(self.note, role)

    def hand_in(self) -> None:
        """Tell at once what was typed."""
        self.editor.hand_in()

    def _told(self, value: object) -> None:
        wrong = self.item.check(value)
        self.tell(wrong, "warning")
        if not wrong:
            self.back.setVisible(value != self.item.default)
            self.changed.emit(self.item.name, value)

    def _go_back(self) -> None:
        self.editor.setFocus()
        self.tell("")
        self.editor.show_value(self.item.default)
        self.back.hide()
        self.changed.emit(self.item.name, self.item.default)

    def _lay_out(self, item: Setting) -> None:
        label = Label(item.label, "soft", parent=self)
        label.setBuddy(self.editor)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.editor)
        column.addWidget(self.help)
        column.addWidget(self.note)


def _editor(item: Setting, parent: QWidget) -> Editor:
    if item.kind == CHOICE:
        return ChoiceEditor(item, parent)
    if item.kind in {LINE, LINES}:
        return TextEditor(item, parent)
    return PickEditor(item, parent)


class SettingsForm(QWidget):
    """A card for each group of settings."""

    changed = Signal(str, object)
    asked = Signal(str)

    def __init__(self, items: tuple[Setting, ...], parent: QWidget | None = None) -> None:
        """Ask for these settings, in their order."""
        super().__init__(parent)
        self.setObjectName("settings-form")
        self.fields: dict[str, SettingField] = {}
        self.cards: dict[str, Card] = {}
        for item in items:
            if item.group not in self.cards:
                card = Card(item.group, name=f"settings-card-{len(self.cards)}", parent=self)
                card.body.setSpacing(12)
                self.cards[item.group] = card
            field = SettingField(item, self.cards[item.group])
            field.changed.connect(self.changed)
            field.asked.connect(self.asked)
            self.fields[item.name] = field
            self.cards[item.group].body.addWidget(field)
        self._lay_out()

    def show_values(self, values: dict[str, Any]) -> None:
        """Show other values."""
        for name, field in self.fields.items():
            field.show_value(values[name])

    def hand_in(self) -> None:
        """Tell at once what was typed."""
        for field in self.fields.values():
            field.hand_in()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        sides = [QVBoxLayout(), QVBoxLayout()]
        for place, side in enumerate(sides):
            side.setSpacing(12)
            grid.addLayout(side, 0, place)
            grid.setColumnStretch(place, 1)
        filled = [0, 0]
        for group, card in self.cards.items():
            shorter = filled.index(min(filled))
            sides[shorter].addWidget(card)
            filled[shorter] += sum(field.item.group == group for field in self.fields.values())
        for side in sides:
            side.addStretch(1)
