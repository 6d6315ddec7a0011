"""Bimtek baru, on one page: region, years, dimensions and books, days of the stages, paper, words."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.reference import BookPreset, DimensionSet
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.workshop import YEAR_RANGE, Letterhead, NewWorkshop
from smartcity_desktop.paths import safe_name
from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.finder import Choice, Find
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.number_edit import NumberEdit
from ui.widgets.region_picker import RegionPicker

STAGES: Final = 4
SUFFIX: Final = ".bimtek"
PAPERS: Final = (("F4", "F4 (215 × 330 mm)"), ("A4", "A4 (210 × 297 mm)"))
_BOOKS: Final = "4-buku"
_WORDS: Final = ("OPD", "Perangkat Daerah", "SKPD")
_PERIOD_YEARS: Final = 5
_FIRST_PERIOD: Final = 2025
"""Plans follow the regional elections: 2025 to 2030, and so on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the shelf offers to choose from."""

    sets: tuple[DimensionSet, ...]
    books: tuple[BookPreset, ...]
    paper: str = PAPERS[0][0]
    kop: Letterhead | None = None
    """The letterhead of the settings, None where there is none."""


class NewWorkshopPage(QScrollArea):
    """Asks what a new workshop needs; only the region must be given."""

    asked = Signal(object, object)
    """The NewWorkshop, and the Path of the file it shall be in."""
    back_asked = Signal()

    def __init__(
        self, find: Find, offer: Offer, year: int, folder: Path, parent: QWidget | None = None
    ) -> None:
        """``find`` gives regions; ``folder`` is where the file goes unless a person chooses another."""
        super().__init__(parent)
        self.setObjectName("newWorkshop")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offer, self._folder = offer, folder
        self._named = self._kop_chosen = False
        page = QWidget()
        page.setObjectName("newWorkshop-page")
        theme.set_role(page, "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = MessageBar("new-message", page)
        self.region = RegionPicker(find, "new-region", page)
        self.title = self._line("new-title", "Judul Bimtek")
        self.place = self._line("new-place", "Tempat")
        period = _FIRST_PERIOD + (year - _FIRST_PERIOD) // _PERIOD_YEARS * _PERIOD_YEARS
        self.year = self._year("new-year", "Tahun Bimtek", year)
        self.start = self._year("new-start", "Periode RPJMD dari", period)
        self.end = self._year("new-end", "Periode RPJMD sampai", period + _PERIOD_YEARS)
        self.sets = self._combo("new-dimensions", "Dimensi", [item.name for item in offer.sets])
        self.books = self._combo("new-books", "Buku", [item.name for item in offer.books])
        self.books.setCurrentIndex(
            next((at for at, item in enumerate(offer.books) if item.code == _BOOKS), 0)
        )
        self.paper = self._paper_combo()
        self.kop = self._kop_box(page)
        self.word = self._combo("new-word", "Sebutan OPD", list(_WORDS))
        self.days = [
            (
                DateEdit(f"new-stage-{number}-start", f"Tahap {stage_name(number)} mulai", year, page),
                DateEdit(f"new-stage-{number}-end", f"Tahap {stage_name(number)} selesai", year, page),
            )
            for number in range(1, STAGES + 1)
        ]
        self.early = Label("", "warning", name="new-early", wrap=True, parent=page)
        self.early.hide()
        self.codes = Label("", "small", name="new-codes", wrap=True, parent=page)
        self.target = ElidedLabel("", "small", name="new-target", parent=page)
        self.choose = Button("Pilih folder …", "new-folder", "quiet", parent=page)
        self.back = Button("Kembali", "new-back", parent=page)
        self.make = Button("Buat Bimtek", "new-create", "primary", parent=page)
        self._lay_out(page)
        self.setWidget(page)
        self._order()
        self._connect()
        self._show_set(self.sets.currentIndex())
        self._show_target()

    def arrive(self) -> None:
        """Begin with the region."""
        self.region.box.setFocus()

    def value(self) -> NewWorkshop:
        """Return what was asked for."""
        return NewWorkshop(
            title=self.title.text().strip() or self._usual_title(),
            region_code=self.region.code,
            year=self.year.value(),
            period_start=self.start.value(),
            period_end=max(self.start.value(), self.end.value()),
            dimension_set=self._offer.sets[self.sets.currentIndex()].code,
            book_preset=self._offer.books[self.books.currentIndex()].code,
            paper=PAPERS[self.paper.currentIndex()][0],
            word_opd=self.word.currentText().strip() or _WORDS[0],
            stage_dates=tuple((first.value, last.value or first.value) for first, last in self.days),
            place=self.place.text().strip(),
            kop=self._offer.kop if self.kop.isChecked() else None,
        )

    def path(self) -> Path:
        """Return the file the workshop shall be in; one that is there is never taken."""
        name = safe_name(self.title.text().strip() or self._usual_title())
        found = self._folder / f"{name}{SUFFIX}"
        count = 2
        while found.exists():
            found = self._folder / f"{name} ({count}){SUFFIX}"
            count += 1
        return found

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(words)
        return line

    def _year(self, name: str, words: str, year: int) -> NumberEdit:
        edit = NumberEdit(name, words, (YEAR_RANGE.start, YEAR_RANGE.stop - 1))
        edit.setValue(year)
        edit.setFixedWidth(84)
        return edit

    def _combo(self, name: str, words: str, items: list[str]) -> QComboBox:
        combo = ChoiceBox()
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.addItems(items)
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _paper_combo(self) -> QComboBox:
        combo = self._combo("new-paper", "Kertas", [words for _key, words in PAPERS])
        combo.setCurrentIndex([key for key, _words in PAPERS].index(self._offer.paper))
        return combo

    def _kop_box(self, page: QWidget) -> QCheckBox:
        box = QCheckBox("Pa&kai kop bawaan", page)
        box.setObjectName("new-kop")
        box.setAccessibleName("Pakai kop bawaan")
        kop = self._offer.kop
        box.setVisible(kop is not None)
        box.setChecked(kop is not None and not kop.government)
        return box

    def _lay_out(self, page: QWidget) -> None:
        left, right = (
            Card("Daerah dan acara", parent=page),
            Card("Hari pelaksanaan (boleh diisi nanti)", parent=page),
        )
        setup = Card("Dimensi, buku, dan kertas", parent=page)
        self._fill_left(left)
        self._fill_days(right)
        self._fill_setup(setup)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        second = QVBoxLayout()
        second.setSpacing(14)
        second.addWidget(right)
        second.addWidget(setup)
        second.addStretch(1)
        first = QVBoxLayout()
        first.addWidget(left)
        first.addStretch(1)
        columns.addLayout(first, 1)
        columns.addLayout(second, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.target, 1)
        foot.addWidget(self.choose)
        foot.addWidget(self.back)
        foot.addWidget(self.make)
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 24, 40, 20)
        column.setSpacing(14)
        column.addWidget(Label("Bimtek baru", "headline", name="new-head", parent=page))
        column.addWidget(self.bar)
        column.addLayout(columns)
        column.addStretch(1)
        column.addLayout(foot)

    def _fill_left(self, card: Card) -> None:
        years = QHBoxLayout()
        years.setSpacing(8)
        for part in (self.start, Label("sampai", "soft"), self.end):
            years.addWidget(part)
        years.addStretch(1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout, QWidget], ...] = (
            ("&Kabupaten atau kota", self.region, self.region.box),
            ("&Judul", self.title, self.title),
            ("&Tahun Bimtek", self.year, self.year),
            ("&Periode RPJMD/RPD", years, self.start),
            ("T&empat", self.place, self.place),
        )
        for words, item, buddy in rows:
            name = Label(words, "soft", parent=card)
            name.setBuddy(buddy)
            card.body.addWidget(name)
            if isinstance(item, QWidget):
                card.body.addWidget(item)
            else:
                card.body.addLayout(item)
            card.body.addSpacing(4)

    def _fill_days(self, card: Card) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, (first, last) in enumerate(self.days):
            grid.addWidget(Label(f"Tahap {stage_name(row + 1)}", "soft", parent=card), row, 0)
            grid.addWidget(first, row, 1)
            grid.addWidget(Label("sampai", "soft", parent=card), row, 2)
            grid.addWidget(last, row, 3)
        card.body.addLayout(grid)
        card.body.addWidget(self.early)

    def _fill_setup(self, card: Card) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (("&Dimensi", self.sets), ("", self.codes), ("&Buku", self.books), ("&Kertas", self.paper))
        for row, (words, item) in enumerate((*rows, ("&Sebutan", self.word))):
            name = Label(words, "soft", parent=card)
            name.setBuddy(item)
            grid.addWidget(name, row, 0)
            grid.addWidget(item, row, 1)
        card.body.addLayout(grid)
        if self._offer.kop is not None:
            kop = self._offer.kop
            card.body.addWidget(self.kop)
            words = " · ".join(part for part in (kop.government, kop.agency) if part)
            card.body.addWidget(Label(words or "Kop dari Pengaturan", "small", wrap=True, parent=card))

    def _order(self) -> None:
        """Let Tab go down the left side, down the right side, and along the foot."""
        stops: tuple[QWidget, ...] = (
            *(self.region.box, self.title, self.year, self.start, self.end, self.place),
            *(day for pair in self.days for day in pair),
            *(self.sets, self.books, self.paper, self.word, self.kop, self.choose, self.back, self.make),
        )
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _show_early(self, _value: str = "") -> None:
        early = [
            f"Tahap {stage_name(number)}"
            for number, (first, last) in enumerate(self.days, start=1)
            if first.value and last.value and last.value < first.value
        ]
        self.early.setText(f"{', '.join(early)}: selesainya sebelum mulainya.")
        self.early.setVisible(bool(early))

    def _connect(self) -> None:
        for day in (day for pair in self.days for day in pair):
            day.changed.connect(self._show_early)
        self.word.setEditable(True)
        self.kop.clicked.connect(self._kop_clicked)
        self.region.picked.connect(self._region_picked)
        self.title.textEdited.connect(self._title_edited)
        self.year.valueChanged.connect(self._year_changed)
        self.sets.currentIndexChanged.connect(self._show_set)
        self.choose.clicked.connect(self._choose_folder)
        self.back.clicked.connect(self.back_asked)
        self.make.clicked.connect(self._ask)

    def _usual_title(self) -> str:
        region = self.region.region.words if self.region.region else ""
        return f"Bimtek {region} {self.year.value()}".replace("  ", " ")

    def _kop_clicked(self) -> None:
        self._kop_chosen = True

    def _offer_kop(self) -> None:
        """Propose the usual letterhead, unless it names another government than that of the region."""
        kop = self._offer.kop
        if kop is None or self._kop_chosen:
            return
        named = self.region.region.words.casefold() if self.region.region else ""
        self.kop.setChecked(not kop.government or (bool(named) and named in kop.government.casefold()))

    def _region_picked(self, code: str) -> None:
        self.bar.hide()
        self._offer_kop()
        if not self._named:
            self.title.setText(self._usual_title() if code else "")
        self._show_target()
        if code:
            self.title.setFocus()

    def _title_edited(self, text: str) -> None:
        self._named = bool(text.strip())
        self._show_target()

    def _year_changed(self, year: int) -> None:
        for first, last in self.days:
            first.year = last.year = year
        if not self._named and self.region.code:
            self.title.setText(self._usual_title())
        self._show_target()

    def _show_set(self, place: int) -> None:
        chosen = self._offer.sets[place]
        self.codes.setText(" · ".join(f"{item.code} {item.name}" for item in chosen.dimensions))

    def _show_target(self) -> None:
        self.target.setText(f"Disimpan di {self.path()}" if self.region.code or self._named else "")

    def _choose_folder(self) -> None:
        # The folder is only made with the workshop; a dialog sent where nothing is opens anywhere.
        there = next((item for item in (self._folder, *self._folder.parents) if item.is_dir()), self._folder)
        chosen = QFileDialog.getExistingDirectory(self, "Simpan Bimtek di", str(there))
        if chosen:
            self._folder = Path(chosen)
            self._show_target()

    def _ask(self) -> None:
        if not self.region.code:
            self.bar.tell("Pilih dahulu kabupaten atau kotanya: ketik beberapa huruf, lalu Enter.", "warning")
            self.region.box.setFocus()
            return
        wrong = next((day for pair in self.days for day in pair if day.is_wrong), None)
        if wrong is not None:
            self.bar.tell("Ada tanggal yang belum terbaca. Contoh: 31 Juli 2026 atau 31/7/2026.", "warning")
            wrong.setFocus()
            return
        self.asked.emit(self.value(), self.path())


def region_choice(code: str, name: str, province: str) -> Choice:
    """Return a region as the picker lists it."""
    return Choice(code, name, province)
