"""Screen OPD: the agencies at the table, edited in place, with three ways to bring them in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes, with_answers
from smartcity_desktop.domain.dimension import offered
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.opd import Opd, OpdRow
from smartcity_desktop.domain.reference import NOT_REQUIRED, OpdType
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.renstra import RenstraService
from smartcity_desktop.services.suggest import SuggestService
from smartcity_desktop.services.workshop import WorkshopService
from ui import theme
from ui.context import Command, Context, Screen
from ui.models import opd_table as columns
from ui.models.opd_table import OpdTable, OpdTableModel
from ui.screens.opd.field import FieldActs
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label, tip
from ui.widgets.opd_add import OpdAddLine, Told, near_typical
from ui.widgets.opd_field import FieldLine
from ui.widgets.opd_paste import PasteDialog, Preview
from ui.widgets.opd_table import OpdTableView
from ui.widgets.opd_typical import Typical, TypicalDialog
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Siapa yang duduk di meja? Mulai dari daftar OPD yang lazim ada, tempel daftar dari Excel atau surat, "
    "atau ketik satu per satu di atas. Bidang urusan diusulkan dari namanya."
)

REQUEST: Final = "request"
_REPEAT_MS: Final = 1_000
"""A second click that comes sooner after a deletion belongs to the first."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the dialogs are filled with."""

    typical: tuple[Typical, ...]


def _period(document: Document) -> str:
    years = document.years
    if years:
        return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    start, end = document.period_start, document.period_end
    return f"{start}–{end}" if start and end else ""


def _read(opd: OpdService, workshop: WorkshopService, renstra: RenstraService) -> OpdTable:
    standing = {item.opd: _period(item) for item in renstra.documents() if item.kind == "renstra"}
    return OpdTable(tuple(opd.opds()), opd.bidang_names(), tuple(workshop.dimensions()), standing)


def _typical(opd: OpdService) -> _Lists:
    names = {key_of(word) for item in opd.opds() for word in (item.name, item.short) if word}
    found = (
        Typical(
            item,
            "  ".join(item.bidang),
            stands=key_of(item.name) in names or key_of(item.short) in names,
        )
        for item in opd.typical()
    )
    return _Lists(tuple(found))


def _tell(opd: OpdService, text: str) -> Told:
    """Return what a typed name or short name tells; runs on the data thread."""
    types = {item.name: item for item in opd.typical()}
    found = opd.propose(text)
    meant = [item for item in types.values() if key_of(item.short) == key_of(text)]
    others = {key_of(word) for item in types.values() for word in item.other_shorts}
    row = OpdRow(text, text if key_of(text) in others else "")
    candidates: tuple[OpdRow, ...] = ()
    near: tuple[OpdRow, ...] = ()
    if found.ambiguous and found.candidates:
        candidates = tuple(OpdRow(name, _short(types.get(name), text)) for name in found.candidates)
    elif len(meant) == 1 and meant[0].kind not in {*NOT_REQUIRED, "kecamatan"}:
        row = OpdRow(meant[0].name, meant[0].short)
        found = opd.propose(meant[0].name)
    standing = {item.name.casefold() for item in opd.opds()}
    if found.ambiguous and not found.bidang and not candidates:
        near = tuple(
            item for item in near_typical(types.values(), text) if item.name.casefold() not in standing
        )
    stands = row.name.casefold() in standing
    return Told(text, row, found, candidates or near, stands, opd.bidang_names(), is_guess=bool(near))


def _told_fields(opd: OpdService, workshop: WorkshopService, name: str) -> dict[str, object]:
    """Return the fields that a new agency of this name is given."""
    told = opd.propose(name)
    usual = next((item for item in opd.typical() if item.name.casefold() == name.casefold()), None)
    codes = {item.code: item.id for item in offered(workshop.dimensions())}
    return {
        "kind": told.kind,
        "dimension": codes.get(told.dimension, NO_ROW),
        "renstra_required": told.renstra_required,
        "bidang": tuple(sorted(usual.bidang if usual else told.bidang)),
    }


def _propose_again(opd: OpdService, workshop: WorkshopService, before: Sequence[Opd]) -> Changes:
    """Give renamed agencies what the new name tells, where still stands what the old one told.

    Where only the kind was changed, whether a Renstra is expected follows it in the same way.
    """
    changes = Changes()
    for old in before:
        new = opd.get(old.id)
        if new is None:
            continue
        wanted: dict[str, object] = {}
        if new.name != old.name:
            once = _told_fields(opd, workshop, old.name)
            now = _told_fields(opd, workshop, new.name)
            wanted = {key: now[key] for key in now if getattr(new, key) == once[key] != now[key]}
        elif new.kind != old.kind and new.renstra_required == _is_required(old.kind):
            wanted = {"renstra_required": _is_required(new.kind)}
        for key, value in wanted.items():
            if getattr(new, key) != value:
                changes |= _save(opd, new.id, key, value)
    return changes


def _is_required(kind: str) -> bool:
    return bool(kind) and kind not in NOT_REQUIRED


def _short(kind: OpdType | None, typed: str) -> str:
    return typed.upper() if kind is None or key_of(typed) != key_of(kind.short) else kind.short


def _preview(opd: OpdService, text: str) -> Preview:
    names = opd.bidang_names()
    found: list[tuple[OpdRow, str]] = []
    for row in opd.preview(text):
        told = opd.propose(row.name)
        bidang = ", ".join(told.bidang)
        words = bidang or "bidang urusan diisi nanti"
        if len(told.bidang) == 1:
            words = f"{bidang} {names.get(bidang, '')}"
        note = "" if told.renstra_required else " · tidak wajib Renstra"
        found.append((row, f"{row.problem}, dilewati" if row.problem else f"{words}{note}"))
    return found


def _save(opd: OpdService, row: RowId, field: str, value: object) -> Changes:
    if field == "bidang":
        return opd.set_bidang(row, [str(code) for code in value] if isinstance(value, tuple) else [])
    return opd.update(row, field, value if isinstance(value, str | bool) else str(value))


class OpdScreen(Screen):
    """The table of agencies, the line that adds one, and what can be done with a selection."""

    kinds = frozenset({"opd", "document", "dimension", "renstra_line", "verdict"})

    def __init__(
        self,
        *,
        opd: OpdService,
        workshop: WorkshopService,
        renstra: RenstraService,
        suggest: SuggestService,
        context: Context,
    ) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context)
        self._opd, self._workshop, self._renstra = opd, workshop, renstra
        self._wanted: tuple[str, ...] = ()
        self._place = 0
        self._before: dict[str, Opd] = {}
        self._just_removed = QTimer(self)
        self._just_removed.setSingleShot(True)
        self._just_removed.setInterval(_REPEAT_MS)
        self._just_removed.timeout.connect(self._selected)
        self.setObjectName("screen-opd")
        theme.set_role(self, "page")
        self.model = OpdTableModel(self)
        self.model.edited.connect(self._edited)
        self.model.waits = self._waits
        self.table = OpdTableView(self.model, self)
        self.table.remove_asked.connect(self.remove_chosen)
        self.table.cell_left.connect(self._propose_again)
        self.table.refused.connect(self.warned)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.add_line = OpdAddLine(self._ask, self)
        self.add_line.added.connect(self._add_one)
        self.counts = Label("", "soft", name="opd-counts", parent=self)
        self.typical = Button("Dari daftar lazim", "opd-typical", "primary", parent=self)
        self.typical.clicked.connect(self.open_typical)
        self.paste = Button("Tempel dari Excel", "opd-paste", parent=self)
        self.paste.clicked.connect(self.open_paste)
        self.request = Button("Permintaan data", "opd-request", parent=self)
        self.request.clicked.connect(partial(self.go.emit, REQUEST, ""))
        self.field = FieldLine(self)
        self._fields = FieldActs(self, self.field, suggest, self._refresh)
        self.bar = self._selection_bar()
        self.empty = self._empty()
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._full())
        self._lay_out()
        typing = QShortcut(QKeySequence("Ctrl+N"), self)
        typing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        typing.activated.connect(self.start_typing)

    def arrive(self) -> None:
        """Read and show the agencies."""
        self._refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Select an agency."""
        self._wanted = (row,)
        self._refresh()

    def show_opd(self, row: str) -> None:
        """Select an agency where another screen sends the user here."""
        self.open_row(row)

    def standing(self) -> object:
        """Return the selection, and a name that is being typed."""
        chosen = (self.model.opd(row) for row in self.table.chosen_rows())
        return tuple(item.id for item in chosen), self.add_line.line.text()

    def take_over(self, standing: object) -> None:
        """Keep the selection, and a name that is being typed."""
        if isinstance(standing, tuple):
            self._wanted, typed = standing
            self.add_line.line.setText(typed)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command(worded("Tambah OPD dari daftar lazim"), self.open_typical, writes=True),
            Command(worded("Tempel daftar OPD dari Excel"), self.open_paste, writes=True),
            Command(worded("Tambah OPD dengan mengetik"), self.start_typing, writes=True),
        )

    def start_typing(self) -> None:
        """Go to the line that adds an agency."""
        self.add_line.setFocus()

    def open_typical(self) -> None:
        """Open the list of typical agencies."""
        self.context.autosave.flush_all()
        self.read(partial(_typical, self._opd), self._show_typical)

    def open_paste(self) -> None:
        """Open the dialog for pasted lines, with the clipboard where it holds several."""
        self.context.autosave.flush_all()
        text = QGuiApplication.clipboard().text()
        dialog = PasteDialog(self._ask_preview, text if "\n" in text.strip() else "", self)
        dialog.added.connect(self._add_rows)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove_chosen(self) -> None:
        """Delete the chosen agencies; undo brings them back."""
        places = self.table.chosen_rows()
        chosen = [self.model.opd(row) for row in places]
        if not chosen or self._just_removed.isActive():
            return
        self._just_removed.start()
        self._place = places[0]
        self.table.setFocus()
        self.table.clearSelection()
        self._selected()
        names = chosen[0].called if len(chosen) == 1 else worded("{all} OPD").format(all=len(chosen))
        rows = [item.id for item in chosen]
        then = partial(self._removed, names)
        self.act(partial(self._opd.remove, *rows), then)

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.read(partial(_read, self._opd, self._workshop, self._renstra), self._show)
        self._fields.refresh()

    def _show(self, table: OpdTable) -> None:
        self.model.show(table)
        self._count(table.rows)
        self.pages.setCurrentIndex(1 if table.rows else 0)
        self.typical.setVisible(bool(table.rows))
        self.paste.setVisible(bool(table.rows))
        self.request.setVisible(bool(table.rows))
        found = [place for place in map(self.model.row_of, self._wanted) if place >= 0]
        if found:
            self._wanted = ()
            self.table.choose(found[-1])
            self.table.setFocus()
        elif table.rows and self._just_removed.isActive():
            self.table.stand_at(min(self._place, len(table.rows) - 1))
        elif table.rows and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _count(self, rows: Sequence[Opd]) -> None:
        tables = len({item.table_no for item in rows if item.table_no})
        wanted = [item for item in rows if item.renstra_required]
        done = sum(item.id in self.model.shown.renstra for item in wanted)
        parts = [
            worded("{all} OPD").format(all=len(rows)),
            f"{tables} meja" if tables else "meja belum diisi",
        ]
        parts.append(f"Renstra {done} dari {len(wanted)} yang wajib")
        self.counts.setText(" · ".join(parts) if rows else "")

    def _waits(self, row: RowId, field: str) -> bool:
        return self.context.autosave.waits(("opd", row, field))

    def _edited(self, row: str, field: str, value: object) -> None:
        opd = RowId(row)
        save = partial(_save, self._opd, opd, field, value)
        self.context.autosave.note(("opd", opd, field), save, self)
        self._count(self.model.opds())
        if field in {"name", "kind"}:
            old = next((item for item in self.model.shown.rows if item.id == row), None)
            if old is not None:
                self._before.setdefault(row, old)
            if not self.table.is_editing:
                self._propose_again()

    def _propose_again(self) -> None:
        before, self._before = tuple(self._before.values()), {}
        if before:
            self.act(partial(_propose_again, self._opd, self._workshop, before), self._proposed)

    def _proposed(self, changes: Changes) -> None:
        if changes:
            self._refresh()

    def _ask(self, text: str, give: Callable[[Told], None]) -> None:
        self.read(partial(_tell, self._opd, text), give)

    def _ask_preview(self, text: str, give: Callable[[Preview], None]) -> None:
        self.read(partial(_preview, self._opd, text), give)

    def _show_typical(self, lists: _Lists) -> None:
        dialog = TypicalDialog(lists.typical, self)
        dialog.added.connect(self._add_rows)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_one(self, row: OpdRow) -> None:
        self.act(partial(self._opd.add, [row]), self._added_one)

    def _add_rows(self, rows: list[OpdRow]) -> None:
        self.act(partial(self._opd.add, rows), self._added)

    def _added_one(self, changes: Changes) -> None:
        self._say_added(changes)
        self._refresh()

    def _added(self, changes: Changes) -> None:
        self._say_added(changes)
        self._wanted = tuple(changes.rows)
        self._refresh()

    def _say_added(self, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{changes.label[:1].upper()}{changes.label[1:]}. Ctrl+Z mengurungkan.")

    def _removed(self, names: str, changes: Changes) -> None:
        if changes:
            told = with_answers(f"{names} dihapus beserta dokumen dan lembar kerjanya", changes.answers)
            self.said.emit(f"{told}. Ctrl+Z mengembalikan.")
        self._refresh()

    def _selected(self, *_ignored: object) -> None:
        rows = self.table.chosen_rows()
        self.chosen_words.setText(worded("{all} OPD dipilih").format(all=len(rows)))
        several = len(rows) > 1
        for part in (self.chosen_words, self.table_label, self.table_all, self.fill):
            part.setVisible(several)
        self.keys.setVisible(not several)
        self.delete.setEnabled(bool(rows) and not self._just_removed.isActive())
        words = worded("Hapus {all} OPD").format(all=len(rows)) if several else "Hapus"
        self.delete.setText(words)
        self.delete.setAccessibleName(words)
        current = self.model.opd(rows[0]) if len(rows) == 1 else None
        self.document.setEnabled(current is not None)
        self.field.stand_on(current.id if current else "")
        stands = current is not None and current.id in self.model.shown.renstra
        self.document.setText("Buka Renstra" if stands else "Baca Renstra")

    def _fill_table(self) -> None:
        self.table.fill(columns.TABLE, self.table_all.text().strip())
        self.table_all.clear()
        self.table.setFocus()

    def _open_document(self) -> None:
        rows = self.table.chosen_rows()
        if len(rows) == 1:
            self.go.emit("document", self.model.opd(rows[0]).id)

    def _selection_bar(self) -> QWidget:
        bar = QWidget(self)
        self.keys = Label(
            "Ketik langsung di sel · Enter turun · Ctrl+D mengisi ke bawah · Ctrl+Delete menghapus",
            "small",
            parent=bar,
        )
        self.chosen_words = Label("", "strong", name="opd-chosen", parent=bar)
        self.table_label = Label("Meja untuk semua", "soft", parent=bar)
        self.table_all = QLineEdit(bar)
        self.table_all.setObjectName("opd-table-all")
        self.table_all.setAccessibleName("Meja untuk semua yang dipilih")
        keep_width(self.table_all, 64)
        self.table_all.returnPressed.connect(self._fill_table)
        self.fill = Button("Isi", "opd-fill", parent=bar)
        self.fill.clicked.connect(self._fill_table)
        self.document = Button("Baca Renstra", "opd-document", parent=bar)
        self.document.clicked.connect(self._open_document)
        self.delete = Button("Hapus", "opd-delete", parent=bar)
        tip(self.delete, "Ctrl+Delete. Ctrl+Z mengembalikan.")
        self.delete.clicked.connect(self.remove_chosen)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.keys, self.chosen_words, self.table_label, self.table_all, self.fill):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.document)
        row.addWidget(self.delete)
        return bar

    def _empty(self) -> EmptyState:
        empty = EmptyState(
            worded("Belum ada OPD"),
            worded(_EMPTY),
            ("Dari daftar lazim", "Tempel dari Excel"),
            name="opd-empty",
            parent=self,
        )
        empty.first.connect(self.open_typical)
        empty.second.connect(self.open_paste)
        return empty

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(self.field)
        column.addWidget(self.bar)
        return page

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(worded("OPD"), "title", parent=self))
        head.addWidget(self.counts)
        head.addStretch(1)
        head.addWidget(self.request)
        head.addWidget(self.paste)
        head.addWidget(self.typical)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.add_line)
        column.addWidget(self.pages, 1)
        for_writing(self.add_line, self.typical, self.paste, self.fill, self.table_all, self.delete)
        for_writing(*self.empty.buttons)
        self._selected()
