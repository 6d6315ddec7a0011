"""Who signs: up to three, each with heading, prefix, office, name with degrees, rank and NIP."""

from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.workshop import NIP_DIGITS, Signer, is_nip
from ui import theme
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label

MOST: Final = 3
PREFIXES: Final = ("", "Plt.", "Plh.", "Pj.", "a.n.")
_NO_PREFIX: Final = "(tanpa awalan)"
_OPENING: Final = "Kata pembuka (mis. Mengetahui,)"
_LABEL_WIDTH: Final = 118
_GROUPS: Final = (8, 14, 15)


def grouped(nip: str) -> str:
    """Return 18 digits as they are written by hand, ``19780512 200212 2 004``; anything else as it is."""
    digits = nip.replace(" ", "")
    if not is_nip(digits):
        return nip
    first, second, third = _GROUPS
    return f"{digits[:first]} {digits[first:second]} {digits[second:third]} {digits[third:]}"


def nip_words(nip: str) -> str:
    """Return the soft warning of a NIP that is not 18 digits, empty where it is right or missing."""
    kept = "".join(nip.split())
    if not kept or is_nip(kept):
        return ""
    if not (kept.isascii() and kept.isdigit()):
        return "NIP biasanya hanya angka. Boleh dilanjutkan."
    return f"NIP biasanya {NIP_DIGITS} angka, ini {len(kept)}. Boleh dilanjutkan."


class NipLine(QLineEdit):
    """A NIP: grouped while it is not being typed."""

    def show_text(self, nip: str) -> None:
        """Show another number without telling anybody."""
        wanted = nip if self.hasFocus() else grouped(nip)
        if wanted.replace(" ", "") != self.text().replace(" ", "") or not self.hasFocus():
            self.setText(wanted)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Group the figures."""
        super().focusOutEvent(event)
        self.setText(grouped(self.text().strip()))


class SignerForm(QFrame):
    """One signer."""

    edited = Signal(str, str)
    """A field of the signer (``nip`` too) and its text."""
    removed = Signal()

    def __init__(self, signer: str, parent: QWidget | None = None) -> None:
        """Start empty; ``signer`` is the id of the row."""
        super().__init__(parent)
        self.setObjectName(f"signer-{signer}")
        self.number = Label("", "strong", parent=self)
        self.delete = Button("Hapus", "signer-delete", "quiet", parent=self)
        self.delete.clicked.connect(self.removed)
        self.heading = self._line("heading", "Kata pembuka", "Mengetahui,")
        self.prefix = ChoiceBox(self)
        self.prefix.setObjectName("signer-prefix")
        self.prefix.setAccessibleName("Awalan jabatan")
        for prefix in PREFIXES:
            self.prefix.addItem(prefix or _NO_PREFIX, prefix)
        self.prefix.activated.connect(self._prefix_chosen)
        self.position = self._text("position", "Jabatan", "Kepala Dinas Komunikasi dan Informatika")
        self.name = self._text("name", "Nama dan gelar", "Nama lengkap dengan gelar")
        self.rank = self._line("rank", "Pangkat", "Pembina Utama Muda (IV/c)")
        self.nip = NipLine(self)
        self.nip.setObjectName("signer-nip")
        self.nip.setAccessibleName("NIP")
        self.nip.setPlaceholderText("18 angka")
        self.nip.textEdited.connect(self._nip_edited)
        self.nip.editingFinished.connect(self._look_at_nip)
        self.warning = Label("", "warning", name="signer-warning", wrap=True, parent=self)
        self._lay_out()

    def stops(self) -> tuple[QWidget, ...]:
        """Return the fields in the order of the Tab key; deleting comes last."""
        return (self.heading, self.prefix, self.position, self.name, self.rank, self.nip, self.delete)

    def show_signer(self, place: int, signer: Signer, nip: str, kept: Collection[str] = ()) -> None:
        """Show a signer, but leave the fields in ``kept`` as they are being typed."""
        self.number.setText(f"Penanda tangan {place}")
        self.setAccessibleName(f"Penanda tangan {place}")
        self.delete.setAccessibleName(f"Hapus penanda tangan {place}")
        for name, line in (("heading", self.heading), ("rank", self.rank)):
            if name not in kept and line.text() != getattr(signer, name):
                line.setText(getattr(signer, name))
                line.setCursorPosition(0)
        for name, text in (("position", self.position), ("name", self.name)):
            if name not in kept:
                text.show_text(getattr(signer, name))
        if "prefix" not in kept:
            self._show_prefix(signer.prefix)
        if "nip" not in kept:
            self.nip.show_text(nip)
            self._look_at_nip()

    def _show_prefix(self, prefix: str) -> None:
        place = self.prefix.findData(prefix)
        if place < 0:
            self.prefix.addItem(prefix, prefix)
            place = self.prefix.count() - 1
        self.prefix.setCurrentIndex(place)

    def _prefix_chosen(self, _place: int) -> None:
        self.edited.emit("prefix", str(self.prefix.currentData() or ""))

    def _nip_edited(self, text: str) -> None:
        if self.warning.isVisible():
            self._look_at_nip()
        self.edited.emit("nip", text)

    def _look_at_nip(self) -> None:
        words = nip_words(self.nip.text())
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def _line(self, field: str, words: str, hint: str) -> QLineEdit:
        line = HeadLine(self)
        line.setObjectName(f"signer-{field}")
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.textEdited.connect(partial(self.edited.emit, field))
        return line

    def _text(self, field: str, words: str, hint: str) -> GrowingText:
        text = GrowingText(f"signer-{field}", words, hint, parent=self)
        text.edited.connect(partial(self.edited.emit, field))
        return text

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.delete)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            (
                (_OPENING, self.heading),
                ("Jabatan", self.position),
                ("Nama, gelar", self.name),
                ("Pangkat", self.rank),
                ("NIP", self.nip),
            )
        ):
            grows = isinstance(field, GrowingText)
            label = Label(words, "soft", wrap=True, parent=self)
            keep_width(label, _LABEL_WIDTH)
            label.setContentsMargins(0, 7 if grows else 0, 0, 0)
            label.setBuddy(field)
            side = Qt.AlignmentFlag.AlignTop if grows else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, side)
            grid.addWidget(field, row, 1, 1, 1 if field is self.heading else 3)
        prefix = Label("Awalan", "soft", parent=self)
        prefix.setBuddy(self.prefix)
        grid.addWidget(prefix, 0, 2)
        grid.addWidget(self.prefix, 0, 3)
        grid.addWidget(self.warning, 5, 1, 1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid)
        self.setStyleSheet(f"SignerForm {{ border: 0; border-bottom: 1px solid {theme.color('line')}; }}")


class SignerList(QWidget):
    """The signers under each other; a button for the next while there are fewer than three."""

    edited = Signal(str, str, str)
    """Row, field, text."""
    removed = Signal(str)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("signer-list")
        self.forms: dict[str, SignerForm] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.add = Button("Tambah penanda tangan", "signer-add", icon="tambah", parent=self)
        self.add.clicked.connect(self.added)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_signers(
        self, signers: Sequence[tuple[Signer, str]], kept: Collection[tuple[str, str]] = ()
    ) -> None:
        """Show signers with their NIP, but leave (row, field) in ``kept`` as they are being typed."""
        if list(self.forms) != [signer.id for signer, _ in signers]:
            self._rebuild([signer.id for signer, _ in signers])
        for place, (signer, nip) in enumerate(signers):
            fields = {field for row, field in kept if row == signer.id}
            self.forms[signer.id].show_signer(place + 1, signer, nip, fields)
        self.add.setVisible(len(signers) < MOST)

    def begin_at(self, row: str) -> None:
        """Put the focus on the office of a signer."""
        if row in self.forms:
            self.forms[row].position.setFocus()

    def focus_first(self) -> None:
        """Put the focus on the first signer, or on the button that adds one."""
        first = next(iter(self.forms.values()), None)
        (first.heading if first else self.add).setFocus()

    def _rebuild(self, rows: Sequence[str]) -> None:
        old, self.forms = self.forms, {}
        for form in old.values():
            self._column.removeWidget(form)
        for place, row in enumerate(rows):
            form = old.pop(row) if row in old else self._form(row)
            self.forms[row] = form
            self._column.insertWidget(place, form)
        for form in old.values():
            form.hide()
            form.deleteLater()
        stops = [stop for form in self.forms.values() for stop in form.stops()]
        for before, after in pairwise((self.add, *stops)):
            QWidget.setTabOrder(before, after)
        if stops:
            QWidget.setTabOrder(stops[-1], self.add)

    def _form(self, row: str) -> SignerForm:
        form = SignerForm(row, self)
        form.edited.connect(partial(self.edited.emit, row))
        form.removed.connect(partial(self.removed.emit, row))
        return form
