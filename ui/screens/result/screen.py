"""Kertas Kerja, Hasil: the rows of all sheets of one worksheet beside each other, merged by people."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import lasting_dimension
from smartcity_desktop.domain.paper_result import BY_HOME
from smartcity_desktop.domain.print_job import RESULT
from smartcity_desktop.domain.result import ResultRow, Trail
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.worksheet import Worksheet
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.result_table import DIMENSION, ResultModel, Sieve
from ui.screens.result.carrying import Carrying
from ui.screens.result.read import Picture, gathered
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.exercise_strip import ExerciseStrip
from ui.widgets.label import ElidedLabel, tip
from ui.widgets.result_head import ResultHead
from ui.widgets.result_merge import MergeDialog
from ui.widgets.result_near import NearPanel
from ui.widgets.result_table import ResultTable
from ui.widgets.result_trail import TrailPanel
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

KEY: Final = "result"
_SHEET: Final = "worksheet"
_EMPTY: Final = (
    "Isian semua lembar kertas kerja ini tampil berdampingan di sini, untuk dibandingkan, digabungkan, dan "
    "dibawa ke kertas kerja berikutnya. Belum ada lembar yang terisi."
)
_HINT: Final = (
    "Shift+panah memilih beberapa · Ctrl+G menggabungkan · Ctrl+L membawa · Enter membuka lembarnya"
)
_FIXED: Final = "Baris kertas kerja ini tetap, jadi tidak digabungkan"
_TOO_FEW: Final = "Pilih paling sedikit dua isian yang belum masuk gabungan (Shift+panah)"
_SIDE: Final = 330
_TRAIL, _NEAR = range(2)
_PAUSE: Final = 120
"""Milliseconds after which the way of a row is read, so that going through rows reads none of them."""


class ResultScreen(Screen):
    """The table, what is chosen in it, and beside it the way of a row or rows that say nearly the same."""

    kinds = frozenset(
        {
            *("worksheet", "sheet_column", "sheet", "opd", "dimension", "subdimension", "twin"),
            *("analysis", "renstra_line", "assessor", "group", "score", "milestone"),
            *(name for name, entity in CATALOG.items() if entity.owner == "sheet"),
        }
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._stage = 1
        self._wanted = NO_ROW
        self._row = ""
        self._picture = Picture()
        self._ticket: Ticket | None = None
        self.merging: MergeDialog | None = None
        self.setObjectName("screen-result")
        theme.set_role(self, "page")
        self.strip = ExerciseStrip(KEY, self)
        self.strip.chosen.connect(self._go_to_view)
        self.model = ResultModel(self)
        self.table = ResultTable(self.model, self)
        self.near = NearPanel(self)
        self.trail = TrailPanel(self)
        self.carrying = Carrying(self, services)
        self.head = ResultHead(self)
        self.counts = ElidedLabel("", "soft", name="result-counts", parent=self)
        self._make_foot()
        self.empty = EmptyState(
            "Belum ada isian", _EMPTY, ("Buka lembarnya",), name="result-empty", parent=self
        )
        self.empty.first.connect(self._open_sheet)
        self._lay_out()
        self._listen()

    # What the window asks

    def show_stage(self, number_of: int) -> None:
        """Show the worksheets of this stage."""
        if number_of != self._stage:
            self._stage = number_of
            self._wanted = NO_ROW
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read and show the results."""
        self._refresh()
        self.table.setFocus()

    def leave(self) -> None:
        """Read nothing more for what nobody looks at."""
        self._later.stop()
        super().leave()

    def end(self) -> None:
        """Read nothing more: the file is closed after this."""
        self._later.stop()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show a worksheet, or the one on which a row stands with that row."""
        self._row = row
        self._refresh()

    def standing(self) -> object:
        """Return worksheet and row."""
        current = self.table.current()
        return self._picture.worksheet, current.id if current else ""

    def take_over(self, standing: object) -> None:
        """Show the same worksheet and row."""
        if isinstance(standing, tuple):
            self._wanted, self._row = RowId(str(standing[0])), str(standing[1])

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Gabungkan isian yang dipilih", self.merge_chosen),
            Command("Bawa isian ke kertas kerja lain", self.carry_chosen),
            Command("Dari mana ini?", self.show_way),
            Command("Periksa isian mirip", self.show_near),
            Command("Buka lembar isian ini", self._open_current),
            Command("Cetak hasil kertas kerja ini", self.print_result),
            *(
                Command(f"Hasil {item.code} {item.title}", partial(self._show_other, item.id))
                for item in self._others()
            ),
        )

    # What a person does

    def merge_chosen(self) -> None:
        """Ask for the sentence and the dimension of the chosen rows."""
        rows = [row for row in self.table.rows() if not row.into]
        if not self._picture.result.can_merge:
            self.warned.emit(_FIXED)
        elif len(rows) < 2:  # noqa: PLR2004 - two make one
            self.warned.emit(_TOO_FEW)
        else:
            self._ask_merge(rows)

    def carry_chosen(self) -> None:
        """Show where the chosen rows (or all) can be carried on to."""
        rows = self.table.rows()
        chosen = [row.id for row in rows] if len(rows) > 1 else []
        self.carrying.ask(self._picture.worksheet, self._picture.targets, chosen)

    def show_way(self) -> None:
        """Show where the current row has come from."""
        self._turn(_TRAIL)

    def show_near(self) -> None:
        """Show rows that say nearly the same, and let one key decide."""
        self._turn(_NEAR)
        self.near.setFocus()

    def print_result(self) -> None:
        """Show the preview of all rows of the worksheet, gathered by dimension where they are so here."""
        if not self._picture.worksheet:
            return
        self.context.autosave.flush_all()
        by = BY_HOME if self.model.sieve.by == DIMENSION else ""
        self.print_asked.emit(RESULT, f"{self._picture.worksheet}:{by}")

    # Reading

    def _refresh(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.context.autosave.flush()
        self._ticket = self.read(
            partial(gathered, self._services, self._stage, self._wanted, self._row), self._show
        )

    def _show(self, picture: Picture) -> None:
        other = picture.worksheet != self._picture.worksheet
        stood = self.table.current()
        self._picture, self._wanted = picture, picture.worksheet
        wanted, self._row = picture.row, ""
        self.head.show_worksheets(picture.worksheets, picture.worksheet)
        if other:
            self.head.open_wide()
        self.model.show(picture.result)
        self.head.show_groups(self.model.groups())
        self._sift(self.head.sieve)
        rows: dict[str, ResultRow] = {row.id: row for row in picture.result.rows}
        self.near.show_pairs(picture.pairs, rows)
        self.sides.say(
            _NEAR, f"Isian mirip ({number(len(picture.pairs))})" if picture.pairs else "Isian mirip"
        )
        self._show_target()
        self.pages.setCurrentIndex(1 if picture.result.rows else 0)
        if wanted and self.model.place_of(wanted) < 0:
            # What is looked for hides the row that was asked for.
            self.head.open_wide()
        if not self.table.stand(wanted) and not (stood and self.table.stand(stood.id)):
            self.table.start()
        self._counted()
        self._chosen()

    def _sift(self, sieve: Sieve) -> None:
        current = self.table.current()
        if sieve != self.model.sieve:
            self.model.filter(sieve)
            if not (current and self.table.stand(current.id)):
                self.table.start()
        self._counted()

    def _counted(self) -> None:
        result = self._picture.result
        whole, shown = len(result.rows), self.model.count
        told = f"{number(whole)} isian dari {number(result.sheets)} lembar"
        self.counts.setText(told if shown == whole else f"{number(shown)} dari {told}")

    def _chosen(self) -> None:
        for words in (_FIXED, _TOO_FEW):
            # They were about the rows that were chosen before.
            self.withdrawn.emit(words)
        rows = self.table.rows()
        open_rows = [row for row in rows if not row.into]
        self.merge.setText(f"Gabungkan {number(len(open_rows))} isian" if len(open_rows) > 1 else "Gabungkan")
        self.merge.setVisible(self._picture.result.can_merge)
        self.carry.setVisible(bool(self._picture.targets))
        self.carry.setText("Bawa yang dipilih" if len(rows) > 1 else "Bawa ke kertas kerja lain")
        self._later.start()

    def _read_way(self) -> None:
        current = self.table.current()
        if current is None:
            self.trail.show_trail(Trail())
        elif self.sides.buttons[_TRAIL].isChecked():
            self.read(partial(self._services.result.trail, current.id), self._show_way)

    def _show_way(self, trail: Trail) -> None:
        current = self.table.current()
        if current is not None and current.id == trail.row:
            self.trail.show_trail(trail)

    # Acts

    def _ask_merge(self, rows: list[ResultRow]) -> None:
        if self.merging is not None:
            return
        self.context.autosave.flush_all()
        chosen = lasting_dimension(row.dimension for row in rows)
        self.merging = MergeDialog(rows, self._picture.result.dimensions, chosen, self)
        self.merging.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.merging.accepted.connect(partial(self._merge, [row.id for row in rows]))
        self.merging.finished.connect(self._merge_closed)
        self.merging.open()

    def _merge_closed(self, _result: int) -> None:
        self.merging = None

    def _merge(self, rows: list[RowId]) -> None:
        if self.merging is not None:
            dimension, text = self.merging.chosen
            call = partial(_merged, self._services, self._picture.worksheet, dimension, rows, text)
            self._run(call)

    def _accept(self, one: str, other: str) -> None:
        rows = {row.id: row for row in self._picture.result.rows}
        pair = [rows[RowId(row)] for row in (one, other) if row in rows]
        dimension = lasting_dimension(row.dimension for row in pair)
        if not dimension:
            self._ask_merge(pair)
            return
        call = partial(
            _accepted,
            self._services,
            self._picture.worksheet,
            dimension,
            (RowId(one), RowId(other)),
            pair[0].text,
        )
        self._run(call)

    def _run(self, call: "partial[tuple[RowId, Changes]]") -> None:
        self.context.autosave.flush_all()
        self.context.lane.data(call, self._merged)

    def _merged(self, found: tuple[RowId, Changes]) -> None:
        row, changes = found
        self.context.bus.publish(changes, self)
        self._row = row
        self._refresh()
        if changes:
            self.said.emit("Isian digabungkan. Isian asal tetap di lembarnya.")

    def _refuse(self, one: str, other: str) -> None:
        self.act(partial(self._services.result.refuse, RowId(one), RowId(other)), self._again)

    def _noted(self, rows: object) -> None:
        current = self.table.current()
        if current is not None and isinstance(rows, tuple):
            self.act(partial(self._services.result.note_changes, current.id, rows), self._again)

    def _again(self, _changes: Changes) -> None:
        self.trail.show_trail(Trail())
        self._refresh()

    # Ways

    def _go_to_view(self, key: str) -> None:
        self.go.emit(key, self._picture.worksheet)

    def _open_current(self) -> None:
        current = self.table.current()
        if current is not None:
            self._open(current.id)

    def _open(self, row: str) -> None:
        """Show a row where it stands."""
        result = self._picture.result
        known = next((item for item in result.rows if item.id == row), None)
        # A row that only stands on other sheets too, such as a candidate that is scored, leads to this one.
        here = known is not None and known.subject == known.id and not result.worksheet.takes_rows
        self.go.emit(_SHEET, known.sheet if known and here else row)

    def _open_step(self, row: str) -> None:
        """Show a step of the way where it stands: what was adopted, and a chapter, stand on no sheet."""
        kind = self.trail.kind_of(row)
        if kind == "adopted_text":
            self.go.emit("analysis", f"vision:{row}")
        elif kind == "chapter":
            self.go.emit("book", row)
        else:
            self._open(row)

    def _open_sheet(self) -> None:
        self.go.emit(_SHEET, self._picture.worksheet)

    def _others(self) -> list[Worksheet]:
        return [item for item in self._picture.worksheets if item.id != self._picture.worksheet]

    def _show_other(self, worksheet: str) -> None:
        self._wanted = RowId(worksheet)
        self._refresh()

    def _turn(self, place: int) -> None:
        self.sides.show_chosen(place)
        self.side.setCurrentIndex(place)
        self._read_way()

    def _show_target(self, *_moved: object) -> None:
        pair = self.near.pair
        rows = {row.id: row for row in self._picture.result.rows}
        ends = [rows[row] for row in (pair.one, pair.other) if row in rows] if pair else []
        names = dict(self._picture.result.dimensions)
        self.near.show_target(names.get(lasting_dimension(row.dimension for row in ends), ""))

    # Making

    def _make_foot(self) -> None:
        self.merge = Button("Gabungkan", "result-merge", "primary", parent=self)
        self.merge.clicked.connect(self.merge_chosen)
        self.carry = Button("Bawa ke kertas kerja lain", "result-carry", parent=self)
        self.carry.clicked.connect(self.carry_chosen)
        self.print = Button("Cetak hasil", "result-print", parent=self)
        self.print.clicked.connect(self.print_result)
        tip(self.print, "Ctrl+P")
        tip(self.merge, "Ctrl+G")
        tip(self.carry, "Ctrl+L")
        for_writing(self.merge, self.carry)

    def _listen(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._read_way)
        self.head.worksheet_chosen.connect(self._show_other)
        self.head.sifted.connect(self._sift)
        self.head.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.near.accepted.connect(self._accept)
        self.near.refused.connect(self._refuse)
        self.near.shown.connect(self._show_target)
        self.trail.opened.connect(self._open_step)
        self.trail.noted.connect(self._noted)
        self.carrying.done.connect(self._refresh)
        for keys, call in (
            ("Ctrl+G", self.merge_chosen),
            ("Ctrl+L", self.carry_chosen),
            ("Ctrl+F", self.head.words.setFocus),
            ("Ctrl+J", self.show_near),
            ("Ctrl+P", self.print_result),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.table, 1)
        row.addWidget(self._beside())
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(middle)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.counts)
        foot.addWidget(ElidedLabel(worded(_HINT), "small", parent=self), 1)
        foot.addWidget(self.print)
        foot.addWidget(self.carry)
        foot.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _beside(self) -> QWidget:
        self.sides = Segments((("Dari mana ini?", "result-way"), ("Isian mirip", "result-near-page")), self)
        self.sides.chosen.connect(self._turn)
        self.side = QStackedWidget(self)
        for panel in (self.trail, self.near):
            ground = QWidget(self)
            theme.set_role(ground, "page")
            inner = QVBoxLayout(ground)
            inner.setContentsMargins(0, 0, 6, 0)
            inner.addWidget(panel)
            self.side.addWidget(scroll_area(ground, f"{panel.objectName()}-area", self))
        beside = QWidget(self)
        beside.setFixedWidth(theme.scaled(_SIDE))
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.sides)
        right.addWidget(self.side, 1)
        return beside


def _merged(
    services: Services, worksheet: RowId, dimension: RowId, rows: list[RowId], text: str
) -> tuple[RowId, Changes]:
    return services.result.merge(worksheet, dimension, rows, text)


def _accepted(
    services: Services, worksheet: RowId, dimension: RowId, pair: tuple[RowId, RowId], text: str
) -> tuple[RowId, Changes]:
    return services.result.accept(worksheet, dimension, pair, text)
