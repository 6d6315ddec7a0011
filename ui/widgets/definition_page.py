"""The page of Susunan: exercises at the left, the chosen one with its columns and rows, its sheet below."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.definition import (
    FILLER_WORDS,
    FIXED,
    HELD,
    KIND_WORDS,
    SEVERAL,
    Definition,
    in_summary,
    is_own,
    kind_words,
)
from smartcity_desktop.domain.exercise import Assessor, Criterion, SheetItem, WorksheetPart
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.swot import SCALE_NAMES, scale_of
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_GROUP, SheetColumn, Worksheet, choice_lines
from ui.models.grid import GridModel
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.dimension_list import DimensionList, Entry
from ui.widgets.fields_form import CHOICE, LINE, MENU, NUMBER, TEXT, TICK, TICKS, FieldsForm, FieldSpec
from ui.widgets.grid import GridView
from ui.widgets.label import Label
from ui.widgets.list_editor import GONE, ListEditor
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

HEAD, COLUMNS, ROWS = range(3)
_SUMMED: Final = ("summary", "ranked")
"""Fields of a column that stand in the summary of its worksheet."""
_SPREAD: Final = frozenset({"years", "scores", "milestones"})
"""Kinds of which a column stands for several: none of them is told in a summary."""
_WEIGHED: Final = "factor"
"""What a worksheet writes that is weighed on a scale."""
STAGES: Final = ("1", "2", "3", "4")
_LIST_WIDE: Final = 250
_FIXED_KIND: Final = "Jenis kolom bawaan program tetap. Tambahkan kolom sendiri untuk jenis yang lain."
_NO_ROWS: Final = "Baris kertas kerja ini tidak tetap: ditambah peserta atau datang dari kertas kerja lain."
_ONE_FILLER: Final = "Baris kertas kerja ini milik pengisinya, jadi pengisinya tetap."
_GUIDED: Final = "Tambahkan pertanyaan tentang tiap subdimensi"
_HEAD_FIELDS: Final = (
    FieldSpec("title", "Judul"),
    FieldSpec("filled_by", "Diisi oleh", CHOICE),
    FieldSpec("grouping", "Pembagian", CHOICE),
    FieldSpec("stage", "Tahap", CHOICE),
    FieldSpec("also", "Juga di", TICKS),
    FieldSpec("minutes", "Menit", NUMBER, limits=(0, 600)),
    FieldSpec("scale", "Skala", CHOICE),
    FieldSpec("feeds", "Berlanjut ke", MENU, "Tidak ada"),
    FieldSpec("instruction", "Petunjuk", TEXT, "Satu langkah satu baris"),
    FieldSpec("guide", "Pertanyaan pemandu", TEXT, "Satu pertanyaan satu baris"),
    FieldSpec("guide_from", _GUIDED, TICK),
    FieldSpec("example", "Contoh terisi", TEXT, "Nama kolom: isian, satu baris satu kolom"),
)
_COLUMN_FIELDS: Final = (
    FieldSpec("label", "Nama"),
    FieldSpec("kind", "Jenis", CHOICE),
    FieldSpec("unit", "Satuan", LINE, "misalnya Rp, %, orang"),
    FieldSpec("width", "Lebar (mm)", NUMBER, limits=(5, 300)),
    FieldSpec("help", "Bantuan", TEXT, "Satu kalimat yang tampil saat kolom diisi"),
    FieldSpec("many", "Boleh lebih dari satu", TICK),
    FieldSpec("wanted", "Diminta di setiap baris", TICK),
    FieldSpec("summary", "Di ringkasan laporan sesi", TICK),
    FieldSpec("ranked", "Urutkan ringkasan menurut ini", TICK),
)
_HELD_FIELDS: Final[Mapping[str, tuple[FieldSpec, ...]]] = {
    "sheet_item": (
        FieldSpec("text", "Bunyi", TEXT),
        FieldSpec("code", "Kode"),
        FieldSpec("section", "Bagian", LINE, "Kode bagian, misalnya STR"),
        FieldSpec("component", "Komponen"),
        FieldSpec("help", "Bantuan", TEXT),
    ),
    "worksheet_part": (FieldSpec("name", "Nama"), FieldSpec("code", "Kode")),
    "criterion": (
        FieldSpec("name", "Nama"),
        FieldSpec("weight", "Bobot", NUMBER, limits=(0, 1000)),
        FieldSpec("help", "Arti", TEXT),
    ),
    "assessor": (FieldSpec("name", "Nama"), FieldSpec("position", "Jabatan")),
}
ENTS: Final = ("sheet_item", "worksheet_part", "criterion", "assessor")
_HINTS: Final = {
    "sheet_item": "Butir baru, lalu Enter",
    "worksheet_part": "Bagian baru, lalu Enter",
    "criterion": "Kriteria baru, lalu Enter",
    "assessor": "Nama penilai, lalu Enter",
}
Keeps = Callable[[str, str], bool]
"""Whether a field of a row is being typed: row, field."""


class HeldPage(QWidget):
    """The list of one kind of rows of a definition, and the fields of the chosen one."""

    def __init__(self, ent: str, parent: QWidget | None = None) -> None:
        """Show parts, items, criteria or assessors."""
        super().__init__(parent)
        name = f"definition-{ent}"
        words = (HELD[ent].capitalize(), _HINTS[ent])
        self.editor = ListEditor(name, words, ("Tidak dipakai", "Pakai lagi"), self)
        self.form = FieldsForm(f"{name}-form", _HELD_FIELDS[ent], self)
        self.why = Label("", "soft", name=f"{name}-why", wrap=True, parent=self)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        ground = QWidget(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.why)
        column.addWidget(self.form, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.editor, 2)
        row.addWidget(scroll_area(ground, f"{name}-area", self), 3)


class DefinitionPage(QWidget):
    """Everything that Susunan shows."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.exercises = DimensionList("definition-exercises", "Kertas kerja", self, head=GONE)
        self.exercises.setDragDropMode(DimensionList.DragDropMode.NoDragDrop)
        self.exercises.setFixedWidth(_LIST_WIDE)
        self.exercises.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.pages = Segments(
            (
                ("Kertas kerja", "definition-head"),
                ("Kolom", "definition-columns"),
                ("Butir", "definition-rows"),
            ),
            self,
        )
        self.told = Label("", "soft", name="definition-told", parent=self)
        self.old = Button("Buka lembar lama", "definition-old", "quiet", parent=self)
        self.head = FieldsForm("definition-head-form", _HEAD_FIELDS, self)
        self.head.add_ticks("also", [(item, f"Tahap {stage_name(int(item))}") for item in STAGES])
        self.head.offer("scale", list(SCALE_NAMES.items()))
        self.head.offer("stage", [(item, f"Tahap {stage_name(int(item))}") for item in STAGES])
        self.columns = ListEditor(
            "definition-column", ("Kolom", "Kolom baru, lalu Enter"), ("Sembunyikan", "Tampilkan"), self
        )
        self.column = FieldsForm("definition-column-form", _COLUMN_FIELDS, self)
        self.choices = ListEditor(
            "definition-choice",
            ("Pilihan", "Pilihan baru, lalu Enter"),
            ("Tidak dipakai", "Pakai lagi"),
            self,
        )
        self.choice = FieldsForm("definition-choice-form", (FieldSpec("words", "Kata"),), self)
        self.held = {ent: HeldPage(ent, self) for ent in ENTS}
        self.ents = Segments([(HELD[ent].capitalize(), f"definition-ent-{ent}") for ent in ENTS], self)
        self.stack = QStackedWidget(self)
        self.held_stack = QStackedWidget(self)
        self._known: tuple[Worksheet, ...] = ()
        self.grid = GridModel(self)
        self.grid.may_write = False
        self.view = GridView(self.grid, self)
        self.view.setObjectName("definition-preview")
        self.view.setAccessibleName("Pratinjau lembar")
        self._lay_out()
        self.pages.chosen.connect(self.show_page)
        self.ents.chosen.connect(self.held_stack.setCurrentIndex)
        for_writing(self.head, self.columns, self.column, self.choice_box, *self.held.values())

    @property
    def ent(self) -> str:
        """Which kind of rows stands in front."""
        return ENTS[self.held_stack.currentIndex()]

    def show_page(self, place: int) -> None:
        """Show the exercise itself, its columns, or its rows."""
        self.pages.show_chosen(place)
        self.stack.setCurrentIndex(place)
        self.page_chosen.emit(place)

    def show_exercises(self, found: list[Worksheet], row: str) -> None:
        """List the exercises by stage, those that are not used at the end."""
        self._known = tuple(found)
        entries = [
            Entry(
                item.id,
                item.code,
                item.title,
                f"Tahap {stage_name(item.stage)}" if item.stage else "",
                retired=item.retired,
            )
            for item in sorted(found, key=lambda item: item.retired)
        ]
        self.exercises.show_entries(entries, row)

    def show_definition(self, found: Definition, grid: Grid, keeps: Keeps) -> None:
        """Show one exercise: fields that are being typed stay."""
        sheet = found.worksheet
        words = [f"{found.answers} isian"] if found.answers else ["belum ada isian"]
        self.told.setText(worded(" · ".join([*words, *(item.words for item in found.old)])))
        self.old.setVisible(bool(found.old))
        self._offer_fillers(found)
        values: dict[str, object] = {
            spec.field: getattr(sheet, spec.field) for spec in _HEAD_FIELDS if spec.field != "also"
        }
        values |= {"stage": str(sheet.stage or ""), "also": {str(item) for item in sheet.also}}
        self.head.offer("feeds", self._next_of(sheet))
        values |= {"feeds": tuple(code.strip() for code in sheet.feeds.split(";") if code.strip())}
        values |= {"scale": scale_of(sheet.scale), "guide_from": bool(sheet.guide_from)}
        guided = self.head.fields["guide_from"]
        if isinstance(guided, QCheckBox):
            guided.setText(worded(_GUIDED))
        self.head.show_field("scale", shown=sheet.target == _WEIGHED)
        self.head.show_field("guide_from", shown=sheet.filled_by == BY_DIMENSION)
        self.head.show_values(values, lambda field: keeps(sheet.id, field))
        for item in STAGES:
            self.head.tick_of("also", item).setEnabled(item != str(sheet.stage))
        self.show_columns(found, grid, self.columns.current, keeps)
        for ent, page in self.held.items():
            self.show_held(ent, found, page.editor.current, keeps)
        self.grid.show_grid(grid)

    def show_columns(self, found: Definition, grid: Grid, row: str, keeps: Keeps) -> None:
        """Show the columns and the chosen one."""
        entries = [
            Entry(item.id, str(place), item.label, _note(item), retired=item.hidden)
            for place, item in enumerate(found.columns, start=1)
        ]
        self.columns.show_entries(entries, row)
        item = next((one for one in found.columns if one.id == self.columns.current), SheetColumn())
        free = is_own(item) and item.kind != "years"
        kinds = KIND_WORDS if free and item.kind in KIND_WORDS else _kept_kind(item, free=free)
        self.column.offer(
            "kind", [(kind, worded(said)) for kind, said in kinds.items()], why="" if free else _FIXED_KIND
        )
        values = {
            spec.field: getattr(item, spec.field) for spec in _COLUMN_FIELDS if spec.field not in _SUMMED
        }
        is_shown, is_ranked = in_summary(found.worksheet.summary, item.key)
        values |= {"summary": is_shown, "ranked": is_ranked}
        self.column.show_field("many", shown=free and item.kind in SEVERAL)
        for field in _SUMMED:
            self.column.show_field(field, shown=item.kind not in _SPREAD)
        self.column.show_values(values, lambda field: keeps(item.id, field))
        self.choice_box.setVisible(item.kind == "choice")
        if item.kind == "choice":
            self.show_choices(item, grid, self.choices.current, keeps)

    def show_choices(self, item: SheetColumn, grid: Grid, value: str, keeps: Keeps) -> None:
        """Show the choices of a column in the words they have now."""
        shown = next((one for one in grid.columns if one.key == item.key), None)
        words = {one.value: one.label for one in shown.choices} if shown else {}
        lines = choice_lines(item.choices)
        entries = [
            Entry(one.value, str(place), one.words or words.get(one.value, one.value), retired=one.retired)
            for place, one in enumerate(lines, start=1)
        ]
        self.choices.show_entries(entries, value)
        self.choices.add.setVisible(is_own(item))
        current = next((one.name for one in entries if one.row == self.choices.current), "")
        self.choice.setEnabled(bool(entries))
        self.choice.show_values({"words": current}, lambda _: keeps(item.id, "choices"))

    def show_held(self, ent: str, found: Definition, row: str, keeps: Keeps) -> None:
        """Show parts, items, criteria or assessors, and the chosen one."""
        every: Mapping[str, Sequence[WorksheetPart | SheetItem | Criterion | Assessor]] = {
            "sheet_item": found.items,
            "worksheet_part": found.parts,
            "criterion": found.criteria,
            "assessor": found.assessors,
        }
        own = every[ent]
        page = self.held[ent]
        entries = [
            Entry(
                item.id,
                getattr(item, "code", "") or str(place),
                item.text if isinstance(item, SheetItem) else item.name,
                _held_note(item),
                retired=item.retired,
            )
            for place, item in enumerate(own, start=1)
        ]
        page.editor.show_entries(entries, row)
        item = next((one for one in own if one.id == page.editor.current), None)
        page.form.setVisible(item is not None)
        page.why.setVisible(item is None)
        page.why.setText(_NO_ROWS if page.editor.add.isHidden() else f"Belum ada {HELD[ent]}.")
        if item is not None:
            values = {spec.field: getattr(item, spec.field) for spec in _HELD_FIELDS[ent]}
            page.form.show_values(values, lambda field: keeps(item.id, field))

    def _next_of(self, sheet: Worksheet) -> list[tuple[str, str]]:
        """Return what can go on with the rows of an exercise: every other one that is used."""
        others = [item for item in self._known if item.code and item.id != sheet.id and not item.retired]
        return [(item.code, f"{item.code} {item.title}") for item in others]

    def _offer_fillers(self, found: Definition) -> None:
        offered = [(kind, worded(FILLER_WORDS[kind])) for kind in found.fillers]
        self.head.offer("filled_by", offered, why="" if len(offered) > 1 else _ONE_FILLER)
        divisions = [("", "Pembagian terakhir"), *((item.id, item.title) for item in found.groupings)]
        self.head.offer("grouping", divisions)
        self.head.show_field("grouping", shown=found.worksheet.filled_by == BY_GROUP)
        may_add = found.worksheet.rows_from == FIXED
        self.held["sheet_item"].editor.add.setVisible(may_add)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        top.addWidget(self.pages)
        top.addWidget(self.told)
        top.addWidget(self.old)
        top.addStretch(1)
        self.stack.addWidget(scroll_area(self._padded(self.head), "definition-head-area", self))
        self.stack.addWidget(self._columns_page())
        self.stack.addWidget(self._rows_page())
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        lower = QWidget(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(4)
        below.addWidget(Label("Pratinjau lembar, dengan dua baris contoh", "soft", parent=lower))
        below.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.exercises)
        row.addWidget(split, 1)

    def _padded(self, form: QWidget) -> QWidget:
        ground = QWidget(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 12, 8)
        column.addWidget(form)
        return ground

    def _columns_page(self) -> QWidget:
        page = QWidget(self)
        self.choice_box = QWidget(page)
        choices = QVBoxLayout(self.choice_box)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(6)
        choices.addWidget(Label("Pilihan", "soft", parent=self.choice_box))
        choices.addWidget(self.choices, 1)
        choices.addWidget(self.choice)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.columns, 3)
        row.addWidget(scroll_area(self._padded(self.column), "definition-column-area", page), 4)
        row.addWidget(self.choice_box, 3)
        return page

    def _rows_page(self) -> QWidget:
        page = QWidget(self)
        for ent in ENTS:
            self.held_stack.addWidget(self.held[ent])
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ents)
        column.addWidget(self.held_stack, 1)
        return page


def _kept_kind(item: SheetColumn, *, free: bool) -> dict[str, str]:
    """Return the kind that a column has and cannot be given, before those that it can have."""
    return {item.kind: kind_words(item.kind), **(KIND_WORDS if free else {})}


def _note(item: SheetColumn) -> str:
    told = [kind_words(item.kind)]
    told += ["hanya baca"] if item.section == "subject" else []
    told += ["kolom sendiri"] if is_own(item) else []
    return worded(" · ".join(told))


def _held_note(item: object) -> str:
    weight = getattr(item, "weight", None)
    return f"bobot {weight}" if weight is not None else str(getattr(item, "component", ""))
