"""Screen Komitmen: everybody who signs the shared commitment, ticked off by one key, late ones too."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_commitment import COMMITMENT_PAPER, LATE, LIST
from smartcity_desktop.domain.signature import HEADING_WORDS, SignatureBoard, told
from smartcity_desktop.domain.wording import EMPTY
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models import signature as words
from ui.models.typed_values import Typed
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields_form import CHOICE, TEXT, FieldsForm, FieldSpec
from ui.widgets.flow_row import FlowRow
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Komitmen bersama ditandatangani kepala daerah, para pimpinan OPD, dan tenaga ahli. Daftarnya disusun "
    "dari layar OPD dan Peserta; nama yang belum ada bisa ditambah."
)
_SPECS: Final = (
    FieldSpec("name", "Nama", TEXT, "Nama lengkap dengan gelar"),
    FieldSpec("position", "Jabatan", TEXT),
    FieldSpec("heading", "Bagian", CHOICE),
    FieldSpec("opd", "OPD", CHOICE),
    FieldSpec("note", "Catatan", TEXT, "Misalnya: diwakili Sekretaris, menyusul pekan depan"),
)
_NONE_PAGE, _LIST_PAGE = range(2)
_DAY: Final = 170
_ENTITY: Final = "signature"


class SignatureScreen(Screen):
    """The list at the left, the chosen person at the right; prints of all and of those still to come."""

    kinds = frozenset({_ENTITY, "opd", "person", "signer", "workshop"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._signature = services.signature
        self._board = SignatureBoard()
        self._wanted = ""
        self._typing = self._comes = False
        self._typed = Typed(self._waits)
        self._shown = ""
        self._half: dict[str, str] = {}
        self.setObjectName("screen-signature")
        theme.set_role(self, "page")
        self._make_list()
        self._make_person()
        self.empty = EmptyState(
            "Belum ada daftar penanda tangan",
            worded(_EMPTY),
            ("Susun daftar",),
            name="signature-empty",
            parent=self,
        )
        self.empty.first.connect(self.draw_up)
        self._lay_out()
        for_writing(self.empty.buttons[0], self.fill, self.add, self.remove, self.states, self.form, self.on)

    # What the window asks

    def arrive(self) -> None:
        """Read and show how it stands."""
        self._comes = True
        self._refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Choose one who signs."""
        self._wanted = row
        self._refresh()

    def unfinished(self) -> str:
        """Tell of whom a day was typed that could not be read."""
        self._keep_half_day()
        known = (self._board.row(row) for row in self._half)
        names = "; ".join(f"{item.called} “{self._half[item.id]}”" for item in known if item)
        return f"Tanggal tanda tangan yang belum terbaca dan belum tersimpan: {names}." if names else ""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Susun daftar penanda tangan", self.draw_up, writes=True),
            Command("Tambah penanda tangan", self.add_one, writes=True),
            Command("Cetak komitmen bersama", self.print_all),
            Command("Cetak lembar susulan komitmen", self.print_late),
            Command("Cetak daftar penanda tangan komitmen", self.print_list),
        )

    # What a person does

    def draw_up(self) -> None:
        """Put everybody on the list who usually signs."""
        self.act(self._signature.draw_up, partial(self._done, "Daftar disusun. Ctrl+Z mengembalikan."))

    def add_one(self) -> None:
        """Add a person and let the name be typed."""

        def call() -> Changes:
            row, changes = self._signature.add("", "")
            self._wanted = row
            return changes

        self._typing = True
        self.waiting.setChecked(False)
        self.act(call, lambda _changes: self._refresh())

    def mark(self, row: str, state: str) -> None:
        """Say how it stands with one signature."""
        self.act(partial(self._signature.mark, RowId(row), state), lambda _changes: self._refresh())

    def drop(self) -> None:
        """Take the chosen person off the list."""
        row = RowId(self.table.key)
        if row:
            done = partial(self._done, "Dihapus dari daftar. Ctrl+Z mengembalikan.")
            self.act(partial(self._signature.remove, row), done)

    def print_all(self) -> None:
        """Show the commitment with everybody."""
        self._print("")

    def print_late(self) -> None:
        """Show the sheet for those whose signature is still to come."""
        self._print(LATE)

    def print_list(self) -> None:
        """Show who has signed and who has not."""
        self._print(LIST)

    def _print(self, choice: str) -> None:
        self.context.autosave.flush_all()
        self.print_asked.emit(COMMITMENT_PAPER, choice)

    def _keyed(self, row: str, pressed: str) -> None:
        if pressed == DELETE:
            self.drop()
        else:
            self.mark(row, words.KEYS[pressed])

    def _chose_state(self, place: int) -> None:
        if self.table.key:
            self.mark(self.table.key, words.ORDER[place])

    def _edited(self, field: str, value: object) -> None:
        row = self.table.key
        if row:
            self._typed.put(row, field, str(value or ""))
            call = partial(self._signature.write, RowId(row), field, str(value or ""))
            # Not its own source: the list tells what was typed once it is stored.
            self.context.autosave.note((_ENTITY, row, field), call)

    def _dated(self, value: str) -> None:
        self._edited("on", value)

    def _open(self, _row: str, _column: int) -> None:
        self.form.fields["name"].setFocus()

    # What is shown

    def _done(self, sentence: str, changes: Changes) -> None:
        if changes:
            self.said.emit(sentence)
        self._refresh()

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.read(self._signature.board, self._show)

    def _show(self, board: SignatureBoard) -> None:
        self._board = board
        self.on.year = int(board.today[:4] or self.on.year)
        self.pages.setCurrentIndex(_LIST_PAGE if board.rows else _NONE_PAGE)
        self.counted.setText(told(board.rows))
        missing = words.missing_words(board)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        self.fill.setVisible(bool(missing))
        self.late.setEnabled(bool(board.open))
        self.form.offer("opd", [("", EMPTY), *board.opds])
        self._fill()
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
        self._show_person(self.table.key)
        if self._comes:
            self._comes = False
            (self.table if board.rows else self.empty.buttons[0]).setFocus()
        if self._typing and self.table.key:
            self._typing = False
            self.form.fields["name"].setFocus()

    def _fill(self) -> None:
        shown = words.lines(self._board, waiting=self.waiting.isChecked())
        key, place = self.table.key, self.table.currentIndex().row()
        self.table.show_lines(words.heads(), shown, words.WIDTHS, frozenset({0}))
        if key and shown and self.table.key != key:
            # Who has signed left the list: the next one is asked, not the first again.
            self.table.choose(shown[min(max(place, 0), len(shown) - 1)].key)
        self._show_person(self.table.key)

    def _show_person(self, row: str) -> None:
        item = self._board.row(row)
        self.person.setVisible(item is not None)
        if item is None:
            return
        self.about.setText(words.about(item))
        self.states.show_chosen(words.ORDER.index(item.stands))
        # Only the person who stands there keeps what is being typed: the others show what was typed of them.
        stays = row == self._shown
        if not stays:
            self._keep_half_day()
        self._shown = row
        read = {name: getattr(item, name) for name in ("name", "position", "opd", "note", "on")}
        values = self._typed.over(row, {**read, "heading": item.part})
        day = str(values.pop("on"))
        if not stays:
            self.on.setModified(False)
        if not stays or not self._waits(row, "on"):
            self.on.show_value(day)
        if row in self._half:
            self.on.show_wrong(self._half[row])
        self.on.setEnabled(item.has_signed)
        self.form.show_values(values, lambda field: stays and self._waits(row, field))

    def _keep_half_day(self) -> None:
        """Remember a day that was typed and cannot be read, with the person it was typed for."""
        self._half.pop(self._shown, None)
        if self._board.row(self._shown) is not None and self.on.is_wrong:
            self._half[self._shown] = self.on.text()

    def _waits(self, row: str, field: str) -> bool:
        return self.context.autosave.waits((_ENTITY, row, field))

    # Parts

    def _make_list(self) -> None:
        self.title = Label("Komitmen bersama", "title", parent=self)
        self.counted = Label("", "soft", name="signature-told", wrap=True, parent=self)
        self.missing = Label("", "warning", name="signature-missing", wrap=True, parent=self)
        self.fill = Button("Tambahkan", "signature-fill", parent=self)
        self.fill.clicked.connect(self.draw_up)
        self.add = Button("Tambah orang", "signature-add", parent=self)
        self.add.clicked.connect(self.add_one)
        self.waiting = Button("Hanya yang belum", "signature-waiting", parent=self)
        self.waiting.setCheckable(True)
        self.waiting.toggled.connect(self._fill)
        self.print = Button("Cetak komitmen", "signature-print", parent=self)
        self.print.clicked.connect(self.print_all)
        self.late = Button("Cetak lembar susulan", "signature-late", parent=self)
        self.late.clicked.connect(self.print_late)
        self.checked = Button("Cetak daftar", "signature-checked", parent=self)
        self.checked.clicked.connect(self.print_list)
        self.table = KeyedTable("signature-list", "Penanda tangan", words.NAME, {*words.KEYS, DELETE}, self)
        self.table.keyed.connect(self._keyed)
        self.table.chosen.connect(self._show_person)
        self.table.asked.connect(self._open)
        self.hint = Label(words.HINT, "small", name="signature-hint", wrap=True, parent=self)

    def _make_person(self) -> None:
        self.person = Card(name="signature-person", parent=self)
        self.about = Label("", "strong", name="signature-about", wrap=True, parent=self)
        self.states = Segments([(words.SHORT[key], f"signature-{key}") for key in words.ORDER], self)
        self.states.chosen.connect(self._chose_state)
        self.on = DateEdit("signature-on", "Tanggal tanda tangan", 2026, self)
        self.on.setFixedWidth(theme.scaled(_DAY))
        self.on.changed.connect(self._dated)
        self.on.textEdited.connect(lambda _text: self._half.pop(self._shown, None))
        specs = [FieldSpec(item.field, worded(item.words), item.kind, item.hint) for item in _SPECS]
        self.form = FieldsForm("signature-form", specs, self)
        self.form.offer("heading", [(key, worded(text)) for key, text in HEADING_WORDS.items()])
        self.form.edited.connect(self._edited)
        self.remove = Button("Hapus dari daftar", "signature-remove", "quiet", parent=self)
        self.remove.clicked.connect(self.drop)
        row = QHBoxLayout()
        row.addWidget(Label("Tanggal", parent=self))
        row.addWidget(self.on)
        row.addStretch(1)
        self.person.body.addWidget(self.about)
        self.person.body.addWidget(self.states)
        self.person.body.addLayout(row)
        self.person.body.addWidget(self.form)
        self.person.body.addWidget(self.remove)

    def _lay_out(self) -> None:
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.counted)
        lack = QHBoxLayout()
        lack.addWidget(self.missing, 1)
        lack.addWidget(self.fill)
        column.addLayout(lack)
        column.addWidget(FlowRow((self.add, self.waiting), (self.print, self.late, self.checked), full))
        both = QHBoxLayout()
        both.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(self.hint)
        both.addLayout(left, 6)
        ground = QWidget(full)
        theme.set_role(ground, "page")
        right = QVBoxLayout(ground)
        right.setContentsMargins(0, 0, 6, 0)
        right.addWidget(self.person)
        right.addStretch(1)
        both.addWidget(scroll_area(ground, "signature-side", full), 4)
        column.addLayout(both, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(self.title)
        whole.addWidget(self.pages, 1)
