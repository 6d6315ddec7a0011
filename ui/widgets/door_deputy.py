"""Who came in the place of a participant: name and position, by the keyboard alone."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import called
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

_INSTEAD: Final = "Tulis siapa yang mewakili; atau Esc, lalu ketik nomor itu lagi di Nomor peserta."


class DoorDeputy(Card):
    """Two fields; Enter goes from the name to the position and then keeps both, Esc gives up."""

    kept = Signal(str, str, str)
    """The participant's row, the deputy's name and position."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(name="door-deputy", parent=parent)
        self._row = ""
        self.whose = Label("", "strong", name="door-deputy-whose", wrap=True, parent=self)
        self.name, self.office = QLineEdit(self), QLineEdit(self)
        self.keep = Button("Catat diwakili", "door-deputy-keep", "primary", parent=self)
        self.cancel = Button("Batal", "door-deputy-cancel", parent=self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        pairs = (
            (self.name, "Diwakili oleh", "door-deputy-name"),
            (self.office, "Jabatan", "door-deputy-office"),
        )
        for place, (field, words, name) in enumerate(pairs):
            field.setObjectName(name)
            field.setAccessibleName(words)
            said = Label(words, "soft", parent=self)
            said.setBuddy(field)
            grid.addWidget(said, place, 0)
            grid.addWidget(field, place, 1)
        self.name.returnPressed.connect(self._go_on)
        self.office.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        self.wrong = Label("", "warning", name="door-deputy-wrong", wrap=True, parent=self)
        self.wrong.hide()
        self.name.textEdited.connect(self.wrong.hide)
        column = QVBoxLayout()
        column.addWidget(self.whose)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        column.addLayout(row)
        self.body.addLayout(column)
        self.hide()

    def ask(self, who: Presence) -> None:
        """Ask who came for this participant; what is known already stands there."""
        self._row = who.person.id
        self.whose.setText(called(who))
        self.name.setText(who.deputy)
        self.office.setText(who.deputy_position)
        self.wrong.hide()
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def bring_back(self, who: Presence, name: str, position: str) -> None:
        """Ask again with what was typed: it could not be kept."""
        self.ask(who)
        for field, text in ((self.name, name), (self.office, position)):
            field.setText(text)
            field.setModified(True)

    @property
    def is_begun(self) -> bool:
        """Whether a name stands here that was not kept yet."""
        return not self.isHidden() and bool(self.name.text().strip()) and self.name.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._is_named():
            self.office.setFocus()
            self.office.selectAll()

    def _is_named(self) -> bool:
        """Tell whether a name stands there; a number is the next participant, scanned or typed too soon."""
        for field in (self.name, self.office):
            typed = field.text().strip()
            if typed.isdigit():
                self.wrong.setText(f"{typed} itu nomor. {_INSTEAD}")
                self.wrong.show()
                field.setFocus()
                field.selectAll()
                return False
        return bool(self.name.text().strip())

    def _keep(self) -> None:
        if not self._is_named():
            if not self.name.text().strip():
                self.name.setFocus()
            return
        self.hide()
        self.kept.emit(self._row, self.name.text(), self.office.text())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
