"""Screen Data Bimtek: the workshop's own page. What is typed here stands round every print."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.entity import PAPERS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.workshop import Basis, Signer, Stage, Workshop
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.profile import letterhead
from smartcity_desktop.services.workshop import picture_file
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.translate import explain
from ui.widgets.abreast import Abreast
from ui.widgets.basis import BasisList
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.dimension_card import DimensionCard
from ui.widgets.event_words import WordChoice
from ui.widgets.field_grid import FieldGrid, FieldSpec
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.letterhead import LetterheadView
from ui.widgets.message_bar import MessageBar
from ui.widgets.signer import SignerList
from ui.widgets.stage_dates import StageDates
from ui.widgets.writing import for_reading, for_writing

if TYPE_CHECKING:
    from smartcity_desktop.domain.edit import Value
    from ui.lane import Ticket

HOME: Final = "home"
REPORT: Final = "report"
DIMENSION: Final = "dimension"
_GROWN_MS: Final = (0, 20, 60)
_NUMBERS: Final = frozenset({"year", "period_start", "period_end"})
_KOP: Final = ("kop_government", "kop_agency", "kop_address")
_IDENTITY: Final = (
    FieldSpec("title", "Judul Bimtek", "Bimtek Smart City Kabupaten …", "text"),
    FieldSpec("agency", "Instansi", "Dinas Komunikasi dan Informatika"),
    FieldSpec("year", "Tahun", "2026", "year"),
    FieldSpec("period_start", "Periode", "2025", "year"),
    FieldSpec("period_end", "sampai", "2029", "year"),
    FieldSpec("city", "Tempat surat", "Nama kota di depan tanggal tanda tangan"),
)
_HEAD: Final = (
    FieldSpec("kop_government", "Pemerintah", "PEMERINTAH KABUPATEN …"),
    FieldSpec("kop_agency", "Dinas", "DINAS KOMUNIKASI DAN INFORMATIKA"),
    FieldSpec("kop_address", "Alamat", "Jalan, telepon, surel; boleh dua baris", "lines"),
)
_WORDS: Final = {"word_opd": "opd", "word_dimension": "dimension", "word_minutes": "minutes"}
"""Fields of the workshop and of the Words they stand for."""
_GUIDES: Final = (
    FieldSpec("ministry", "Kementerian", "Kementerian Komunikasi dan Digital"),
    FieldSpec("program", "Nama gerakan", "Gerakan Menuju Smart City"),
)
_PICTURES: Final = "Gambar (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything the page shows, read in one go."""

    workshop: Workshop
    stages: tuple[Stage, ...]
    basis: tuple[Basis, ...]
    signers: tuple[tuple[Signer, str], ...]
    logo: bytes | None
    year: int
    dimensions: tuple[Dimension, ...]


def _gather(services: Services) -> _Read:
    workshop = services.workshop.get()
    return _Read(
        workshop,
        tuple(services.workshop.stages()),
        tuple(services.workshop.basis()),
        tuple(services.workshop.signers()),
        services.workshop.logo(),
        workshop.year or services.note.today().year,
        tuple(services.workshop.dimensions()),
    )


class EventScreen(Screen):
    """Identity, signers, kop, paper and words at the left; stages and "Dasar" at the right."""

    kinds = frozenset({"workshop", "stage", "basis", "signer", "identity", "dimension"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._workshop = services.workshop
        self._typed: set[tuple[str, ...]] = set()
        self._sent: set[tuple[str, ...]] = set()
        self._ticket: Ticket | None = None
        self._wanted = self._event = ""
        self._begin_signer = ""
        self._is_read = False
        self._said = Words()
        self.setObjectName("screen-event")
        theme.set_role(self, "page")
        self.region = ElidedLabel("", "soft", name="event-region", parent=self)
        self.bar = MessageBar("event-message", self)
        self.identity = FieldGrid("event", _IDENTITY, self)
        self.signers = SignerList(self)
        self.head = FieldGrid("event", _HEAD, self)
        self.letterhead = LetterheadView(self)
        self.choose = Button("Pilih lambang …", "event-logo", parent=self)
        self.drop = Button("Hapus lambang", "event-logo-remove", "quiet", parent=self)
        self.usual = Button("Pakai kop bawaan", "event-kop-usual", "quiet", parent=self)
        self.words = WordChoice(self)
        self.guides = FieldGrid("event", _GUIDES, self)
        self.papers = QButtonGroup(self)
        self.dimensions = DimensionCard(self)
        self.stages = StageDates(self)
        self.basis = BasisList(self)
        self.area = self._area()
        self._lay_out()
        self._connect()
        context.autosave.watch(self._hand_in, self)

    def arrive(self) -> None:
        """Read what stands."""
        self.usual.setVisible(letterhead(self.context.settings) is not None)
        self._refresh()

    def changed(self, changes: Changes) -> None:
        """Show what others, or an undo, changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Go to ``kop``, ``basis``, ``signer``, a stage or the workshop by its row, else the first stage."""
        self._wanted = row
        if self._is_read:
            self._go_to_wanted()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Pilih lambang daerah", self.choose_logo, writes=True),
            *(
                (Command("Pakai kop bawaan", self.use_kop, writes=True),)
                if letterhead(self.context.settings)
                else ()
            ),
            Command("Tambah dasar", self.basis.next.setFocus, writes=True),
            Command("Tambah penanda tangan", self._add_signer, writes=True),
        )

    def is_naming(self) -> bool:
        """Return whether a word of one's own is being written."""
        return self.words.is_naming

    def reword(self) -> bool:
        """Stay: the words of the event are asked for here; only the card of dimensions is called by one."""
        self.dimensions.reword()
        return True

    def choose_logo(self) -> None:
        """Let the person choose a picture of the coat of arms."""
        folder = self.context.settings.value.last_folder or str(Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self, "Pilih lambang daerah", folder, _PICTURES)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, path: Path) -> None:
        """Read a picture beside the window and put it into the kop."""
        self.choose.setEnabled(False)
        self.context.lane.side(partial(picture_file, path), self._picture_read, failed=self._picture_refused)

    def use_kop(self) -> None:
        """Take the letterhead of Pengaturan for this workshop; undo brings the former one back."""
        kop = letterhead(self.context.settings)
        if kop is not None:
            self.act(partial(self._workshop.use_letterhead, kop), partial(self._done, "Kop bawaan dipakai."))

    def remove_logo(self) -> None:
        """Take the coat of arms out of the kop; undo brings it back."""
        self.act(self._workshop.remove_logo, partial(self._done, "Lambang dihapus dari kop."))

    def _picture_read(self, png: bytes) -> None:
        self.choose.setEnabled(True)
        self.act(partial(self._workshop.set_logo, png), partial(self._done, ""))

    def _picture_refused(self, fault: Fault) -> None:
        self.choose.setEnabled(True)
        self.bar.tell(explain(fault), "warning")

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self._sent |= self._typed
        self._typed.clear()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.read(partial(_gather, self._services), self._show)

    def _show(self, read: _Read) -> None:
        workshop = read.workshop
        self._event = workshop.id
        self._is_read = True
        # What could not be written stays as it was typed.
        self._typed |= {key for key in self._sent if self.context.autosave.waits(key)}
        self._sent.clear()
        kept = {key[1] for key in self._typed if key[0] == "workshop"}
        values = {
            name: "" if (value := getattr(workshop, name)) is None else str(value)
            for name in (*(spec.name for spec in (*_IDENTITY, *_HEAD, *_GUIDES)), *_WORDS)
        }
        for grid in (self.identity, self.head, self.guides, self.words):
            grid.show_values(values, kept)
        self._show_example(words_of(workshop))
        place = ", ".join(part for part in (workshop.region_name, workshop.province) if part)
        self.region.setText(" · ".join(part for part in (place, workshop.zone) if part))
        self._show_kop()
        self.letterhead.show_logo(read.logo)
        self.dimensions.show_dimensions(read.dimensions)
        self.choose.setText("Ganti lambang …" if read.logo else "Pilih lambang …")
        self.drop.setVisible(read.logo is not None)
        if "paper" not in kept:
            self._show_paper(workshop.paper)
        self.stages.show_stages(read.stages, read.year, self._kept("stage"))
        if not self.basis.fresh:
            self.basis.begin_next(self._services.note.new_id())
        self.basis.show_basis(read.basis, {row for row, _ in self._kept("basis")})
        self.signers.show_signers(read.signers, self._kept("signer"))
        self._go_to_wanted()

    def _kept(self, ent: str) -> set[tuple[str, str]]:
        return {(key[1], key[2]) for key in self._typed if key[0] == ent}

    def _go_to_wanted(self) -> None:
        if self._begin_signer:
            self.signers.begin_at(self._begin_signer)
        elif self._wanted:
            ways: dict[str, Callable[[], None]] = {
                "kop": self.head.fields["kop_government"].setFocus,
                "basis": self.basis.next.setFocus,
                "signer": self.signers.focus_first,
                self._event: self.identity.fields["title"].setFocus,
            }
            ways.get(self._wanted, partial(self.stages.focus, self._wanted))()
        else:
            return
        self._wanted = self._begin_signer = ""
        # What was just made has its place only after the next turn of the loop, growing texts a little later.
        for pause in _GROWN_MS:
            QTimer.singleShot(pause, self, self._reveal)

    def _reveal(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            form = next((form for form in self.signers.forms.values() if form.isAncestorOf(focused)), None)
            if form is not None:
                self.area.ensureWidgetVisible(form, 0, 12)
            self.area.ensureWidgetVisible(focused, 0, 120)

    def _save(self, key: tuple[str, ...], call: Callable[[], Changes]) -> None:
        self._typed.add(key)
        self.context.autosave.note(key, call, self)

    def _edited(self, field: str, text: str) -> None:
        value: Value = (int(text) if text else None) if field in _NUMBERS else text
        self._save(("workshop", field), partial(self._workshop.update, field, value))
        if field in _KOP:
            self._show_kop()
        if field in _WORDS:
            self._show_example(replace(self._said, **{_WORDS[field]: text}))

    def _show_example(self, words: Words) -> None:
        self._said = words
        self.words.show_example(words)

    def _show_kop(self) -> None:
        texts = [_text_of(self.head.fields[name]) for name in _KOP]
        self.letterhead.show_texts(*texts)

    def _paper_chosen(self, place: int) -> None:
        self._save(("workshop", "paper"), partial(self._workshop.update, "paper", PAPERS[place]))

    def _show_paper(self, paper: str) -> None:
        button = self.papers.button(PAPERS.index(paper) if paper in PAPERS else 0)
        if button is not None:
            button.setChecked(True)

    def _stage_edited(self, row: str, field: str, value: str) -> None:
        call = partial(self._workshop.update_stage, RowId(row), field, value)
        self._save(("stage", row, field), call)

    def _basis_edited(self, row: str, text: str) -> None:
        self._save(("basis", row, "text"), partial(self._workshop.write_basis, RowId(row), text))

    def _basis_finished(self) -> None:
        self.context.autosave.flush()
        self.basis.begin_next(self._services.note.new_id())
        self._refresh()

    def _basis_given_up(self, row: str) -> None:
        self.basis.begin_next(self._services.note.new_id())
        self.act(partial(self._workshop.remove_basis, RowId(row)), partial(self._done, ""))

    def _basis_removed(self, row: str) -> None:
        self.basis.focus_near(row)
        self.context.autosave.drop(("basis", row, "text"))
        self.act(partial(self._workshop.remove_basis, RowId(row)), partial(self._done, "Dasar dihapus."))

    def _signer_edited(self, row: str, field: str, text: str) -> None:
        call = partial(self._workshop.update_signer, RowId(row), field, text)
        self._save(("signer", row, field), call)

    def _add_signer(self) -> None:
        heading = "" if self.signers.forms else "Mengetahui,"
        self.context.autosave.flush_all()
        self.context.lane.data(
            partial(self._workshop.add_signer, Signer(heading=heading)), self._signer_added
        )

    def _signer_added(self, added: tuple[RowId, Changes]) -> None:
        row, changes = added
        self._begin_signer = row
        self.context.bus.publish(changes, self)
        self._refresh()

    def _signer_removed(self, row: str) -> None:
        self.signers.add.setFocus()
        call = partial(self._workshop.remove_signer, RowId(row))
        self.act(call, partial(self._done, "Penanda tangan dihapus."))

    def _done(self, words: str, changes: Changes) -> None:
        if words and changes:
            self.said.emit(words)
        self._refresh()

    def _hand_in(self) -> None:
        text = self.basis.next.toPlainText()
        if text.strip() and ("basis", self.basis.fresh, "text") in self._typed:
            self._basis_edited(self.basis.fresh, text)

    def _connect(self) -> None:
        for grid in (self.identity, self.head, self.guides, self.words):
            grid.edited.connect(self._edited)
        self.choose.clicked.connect(self.choose_logo)
        self.drop.clicked.connect(self.remove_logo)
        self.usual.clicked.connect(self.use_kop)
        self.papers.idClicked.connect(self._paper_chosen)
        self.dimensions.asked.connect(partial(self.go.emit, DIMENSION, ""))
        self.stages.edited.connect(self._stage_edited)
        self.basis.edited.connect(self._basis_edited)
        self.basis.finished.connect(self._basis_finished)
        self.basis.given_up.connect(self._basis_given_up)
        self.basis.removed.connect(self._basis_removed)
        self.signers.edited.connect(self._signer_edited)
        self.signers.removed.connect(self._signer_removed)
        self.signers.added.connect(self._add_signer)

    def _lay_out(self) -> None:
        self.home = Button("Kembali ke Beranda", "event-home", parent=self)
        self.home.clicked.connect(partial(self.go.emit, HOME, ""))
        self.report = Button("Ke Cetak", "event-report", icon="cetak", parent=self)
        self.report.clicked.connect(partial(self.go.emit, REPORT, ""))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Data Bimtek", "title", parent=self))
        head.addWidget(self.region, 1)
        head.addWidget(self.home)
        head.addWidget(self.report)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addLayout(head)
        top.addWidget(self.bar)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        for_writing(self.area)
        for_reading(self.dimensions)

    def _area(self) -> Abreast:
        left = (self._identity_card(), self._signer_card(), self._kop_card(), self._paper_card())
        right = (self._word_card(), self.dimensions, self._stage_card(), self._basis_card())
        return Abreast("event", ((left, 5), (right, 6)), self)

    def _identity_card(self) -> Card:
        card = Card("Identitas", name="event-identity", parent=self)
        card.body.addWidget(self.identity)
        return card

    def _kop_card(self) -> Card:
        card = Card("Kop surat", name="event-kop", parent=self)
        card.body.addWidget(self.letterhead)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.usual)
        card.body.addLayout(row)
        card.body.addWidget(self.head)
        return card

    def _word_card(self) -> Card:
        card = Card("Sebutan di layar dan cetakan", name="event-words-card", parent=self)
        card.body.addWidget(self.words)
        card.body.addWidget(self.guides)
        return card

    def _paper_card(self) -> Card:
        card = Card("Kertas", name="event-paper-card", parent=self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, paper in enumerate(PAPERS):
            button = QPushButton(paper, card)
            button.setObjectName(f"event-paper-{paper}")
            button.setAccessibleName(f"Kertas {paper}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            theme.set_role(button, "segment", place="first" if place == 0 else "last")
            self.papers.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _stage_card(self) -> Card:
        card = Card("Tanggal dan tempat", name="event-stages", parent=self)
        card.body.addWidget(self.stages)
        return card

    def _basis_card(self) -> Card:
        card = Card("Dasar", name="event-basis", parent=self)
        card.body.addWidget(self.basis)
        return card

    def _signer_card(self) -> Card:
        card = Card("Penanda tangan", name="event-signers", parent=self)
        card.body.addWidget(self.signers)
        return card


def _text_of(field: QWidget) -> str:
    text = getattr(field, "toPlainText", None) or getattr(field, "text", None)
    return str(text()) if text is not None else ""
