"""Everything about one participant that the table leaves out, and what can be done with the personal data."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.people import BODIES, Person, digits_of
from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.workshop import is_nip
from ui import theme
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_reading

_LINES: Final = (("rank", "Pangkat/golongan"), ("nip", "NIP"), ("phone", "HP"))
_TEXTS: Final = (("name", "Nama dengan gelar"), ("position", "Jabatan"))
_LONG: Final = (
    ("access", "Kebutuhan akses", "Misalnya: kursi roda, juru bahasa isyarat"),
    ("note", "Catatan", "Hanya untuk panitia"),
)


class PersonSide(QFrame):
    """The panel at the right; every change is told at once."""

    edited = Signal(str, str, object)
    """Row id, field and value."""
    export_asked = Signal()
    erase_asked = Signal()
    settings_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without anybody."""
        super().__init__(parent)
        self.setObjectName("person-side")
        self.setAccessibleName("Rincian peserta")
        theme.set_role(self, "card")
        self._row = ""
        self.texts: dict[str, GrowingText] = {}
        self.lines: dict[str, QLineEdit] = {}
        self._labels: dict[str, Label] = {}
        self.body = ChoiceBox(self)
        self.body.setObjectName("person-body")
        self.body.setAccessibleName("Peran")
        self.body.setEditable(True)
        self.body.addItems(["", *BODIES])
        self.body.activated.connect(self._body)
        body_line = self.body.lineEdit()
        if body_line is not None:
            body_line.setObjectName("person-body-text")
            body_line.setAccessibleName("Peran")
            body_line.textEdited.connect(self._body)
        self.element = ChoiceBox(self)
        self.element.setObjectName("person-element")
        self.element.setAccessibleName("Unsur")
        for value in ("", *ELEMENTS):
            self.element.addItem(label("element", value) if value else "(kosong)", value)
        self.element.activated.connect(self._element)
        self.walk_in = QCheckBox("Peserta tambahan (tidak diundang)", self)
        self.walk_in.setObjectName("person-walk-in")
        self.walk_in.clicked.connect(self._walk_in)
        self.number = Label("", "soft", name="person-number", parent=self)
        self.wrong = Label("", "warning", name="person-wrong", wrap=True, parent=self)
        self.off = Label("", "small", name="person-off", wrap=True, parent=self)
        self.settings = Button("Data pribadi …", "person-settings", "quiet", parent=self)
        self.settings.clicked.connect(self.settings_asked)
        self.export = Button("Ekspor data orang ini …", "person-export", parent=self)
        self.export.clicked.connect(self.export_asked)
        self.erase = Button("Hapus atas permintaan …", "person-erase", parent=self)
        self.erase.clicked.connect(self.erase_asked)
        self._lay_out()
        self.show_person(None, PersonalSettings())

    def show_person(
        self, person: Person | None, kept: PersonalSettings, numbers: tuple[str, str] = ("", "")
    ) -> None:
        """Show a participant with NIP and phone, as far as they are kept; None for nobody."""
        moved = person is None or person.id != self._row
        self._row = person.id if person else ""
        self._page.setEnabled(person is not None)
        who = person or Person()
        walk = " · peserta tambahan" if who.walk_in else ""
        self.number.setText(f"Nomor {who.number}{walk}" if who.number else "Pilih seorang peserta")
        for name, text in self.texts.items():
            if moved or not text.hasFocus():
                text.show_text(str(getattr(who, name)))
        told = {"rank": who.rank, "nip": numbers[0], "phone": numbers[1]}
        for name, line in self.lines.items():
            if (moved or not line.hasFocus()) and line.text() != told[name]:
                line.setText(told[name])
                line.setCursorPosition(0)
        self.body.setCurrentText(who.body)
        self.element.setCurrentIndex(max(0, self.element.findData(who.element)))
        self.walk_in.setChecked(who.walk_in)
        for name, is_kept in (("nip", kept.keep_nip), ("phone", kept.keep_phone)):
            self.lines[name].setVisible(is_kept)
            self._labels[name].setVisible(is_kept)
        off = [word for word, is_kept in (("NIP", kept.keep_nip), ("HP", kept.keep_phone)) if not is_kept]
        self.off.setText(f"{' dan '.join(off)} tidak disimpan di Bimtek ini." if off else "")
        self.off.setVisible(bool(off))
        self._look_at_nip()

    def start(self) -> None:
        """Put the keyboard on the first field."""
        self.texts["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        page = self._page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for name, words in _TEXTS:
            self._text(column, name, words, "")
        for words, field in (("Peran", self.body), ("Unsur", self.element)):
            self._head(column, words, field)
            column.addWidget(field)
        self._line(column, *_LINES[0])
        for name, words, hint in _LONG:
            self._text(column, name, words, hint)
        column.addWidget(self.walk_in)
        column.addSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label("Data pribadi", "strong", parent=self), 1)
        head.addWidget(self.settings)
        column.addLayout(head)
        column.addWidget(self.off)
        for name, words in _LINES[1:]:
            self._line(column, name, words)
        column.addWidget(self.wrong)
        column.addSpacing(4)
        column.addWidget(self.export)
        column.addWidget(self.erase)
        column.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.number, 1)
        close = Button("Tutup", "person-close", "quiet", parent=self)
        close.clicked.connect(self.closed)
        for_reading(close, self.settings, self.export)
        top.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 8, 6, 10)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(scroll_area(page, "person-area", self), 1)
        page.setStyleSheet("QWidget#person-page { background: transparent; }")
        page.setObjectName("person-page")

    def _head(self, column: QVBoxLayout, words: str, field: QWidget) -> Label:
        made = Label(words, "small", parent=self)
        made.setBuddy(field)
        column.addWidget(made)
        return made

    def _text(self, column: QVBoxLayout, name: str, words: str, hint: str) -> None:
        field = GrowingText(f"person-{name}", words, hint, paragraph=name not in {"access", "note"})
        field.edited.connect(self._typed)
        field.setProperty("field", name)
        self.texts[name] = field
        self._head(column, words, field)
        column.addWidget(field)

    def _line(self, column: QVBoxLayout, name: str, words: str) -> None:
        field = HeadLine(self)
        field.setObjectName(f"person-{name}")
        field.setAccessibleName(words)
        field.setProperty("field", name)
        field.textEdited.connect(self._typed)
        self.lines[name] = field
        self._labels[name] = self._head(column, words, field)
        column.addWidget(field)

    def _typed(self, text: str) -> None:
        name = str(self.sender().property("field") or "")
        self._look_at_nip()
        if self._row and name and not (name == "name" and not text.strip()):
            self.edited.emit(self._row, name, " ".join(text.split()) if name != "note" else text.strip())

    def _look_at_nip(self) -> None:
        digits = digits_of(self.lines["nip"].text())
        wrong = bool(digits) and not is_nip(digits)
        told = f"NIP harus 18 angka; sekarang {len(digits)}. Boleh dilanjutkan."
        self.wrong.setText(told if wrong else "")
        self.wrong.setVisible(wrong and not self.lines["nip"].isHidden())

    def _body(self, *_ignored: object) -> None:
        if self._row:
            self.edited.emit(self._row, "body", " ".join(self.body.currentText().split()))

    def _element(self, _place: int) -> None:
        if self._row:
            self.edited.emit(self._row, "element", str(self.element.currentData()))

    def _walk_in(self) -> None:
        if self._row:
            self.edited.emit(self._row, "walk_in", self.walk_in.isChecked())
