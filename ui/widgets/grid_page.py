"""The whole page of one worksheet: the way to it on the left, the grid in the middle, time and notes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.grid import GridColumn
from ui import theme
from ui.models.countdown import Countdown
from ui.models.grid import GridModel
from ui.models.manner import Manner, listed_words, panel_words
from ui.models.places import DROP, TAKE, USE, WRITE, Why
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.comment_card import CommentCard, TraceCard
from ui.widgets.form import RowForm
from ui.widgets.grid import GridView
from ui.widgets.grid_find import FindBar
from ui.widgets.grid_head import SheetHead, SheetTitle
from ui.widgets.grid_paint import scale_of
from ui.widgets.grid_places import PlacesPanel
from ui.widgets.grid_program import ProgramLine
from ui.widgets.grid_side import GuideCard, NotesCard, TimerCard
from ui.widgets.grid_tools import GridTools
from ui.widgets.grid_warnings import WarningPanel
from ui.widgets.label import Label, tip
from ui.widgets.proposal_card import ProposalCard
from ui.widgets.writing import for_writing, shut

_PLACES: Final = 186
_SIDE: Final = 214
_FORM: Final = 392
_ROOM_FOR_PLACES: Final = 1_320
"""Pixels at 100 % from which the list of OPD stands beside the grid without being asked for."""

_MANY_QUESTIONS: Final = 9
"""So many questions get the room of guide, time and notes on a small screen, until these are asked for."""
_EDGES: Final = 24
_BETWEEN: Final = 12
"""Pixels at both edges of the screen, and between list, grid and side."""
_WRITES: Final = frozenset({WRITE, TAKE, USE, DROP})
"""Ways out of an empty sheet that change the file."""
_ROW_KEYS: Final = ("Alt+↑", "Alt+↓", "Ctrl+Delete")
"""The keys of the row commands, in their order."""


class WorksheetPage(QWidget):
    """Lays the parts of the screen out and knows their keys; it neither reads nor writes."""

    support_asked = Signal(str, bool)
    """A row, and whether it is support (does not count)."""
    comment_asked = Signal()
    """A comment on the row one stands on is to be written."""
    settle_asked = Signal()
    """The oldest open comment on that row is settled."""
    way_asked = Signal(str)
    """One of the ways out of an empty sheet (``ui.models.places``)."""

    def __init__(self, model: GridModel, countdown: Countdown, parent: QWidget | None = None) -> None:
        """Build the parts for this model."""
        super().__init__(parent)
        self.setObjectName("worksheetPage")
        self._grid = model
        self._places_wanted: bool | None = None
        self._ways: tuple[str, ...] = ()
        self._has_sheets = True
        self._has_sheet = True
        self._side_wanted: dict[bool, bool] = {}
        self._manner = Manner()
        self.places = PlacesPanel(self)
        self.title = SheetTitle(self)
        self.head = SheetHead(self)
        self.view = GridView(model, self)
        self.warnings = WarningPanel(self)
        self.timer = TimerCard(countdown, self)
        self.guide = GuideCard(self)
        self.notes = NotesCard(self)
        self.comments = CommentCard(parent=self)
        self.trace = TraceCard(self)
        self.proposals = ProposalCard(self)
        self.find_bar = FindBar(self.view, model, self)
        self.form = RowForm(model, self)
        self.program = ProgramLine(self)
        self.tools = GridTools(self)
        self.help, self.file_button = self.tools.help, self.tools.file_button
        self.program_button, self.support_button = self.tools.program_button, self.tools.support_button
        self.subject_button, self.form_button = self.tools.subject_button, self.tools.form_button
        self.side_button = self.tools.side_button
        self.empty = EmptyState("", "", ("1", "2", "3"), name="sheetEmpty", parent=self)
        self._lay_out()
        self._listen()
        for_writing(self.view, self.head, self.title.status, self.timer, self.notes, self.form, self.program)
        for_writing(self.support_button, self.program_button)

    # Layout

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.places)
        row.addLayout(self._middle(), 1)
        self.side = QStackedWidget(self)
        self.side.setObjectName("sheetSide")
        self.side.addWidget(self._cards())
        self.side.addWidget(self.form)
        row.addWidget(self.side)
        self._set_widths()

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(7)
        top = QHBoxLayout()
        top.setSpacing(4)
        self.places_button = Button("☰", "placesToggle", "quiet", parent=self)
        self.places_button.setAccessibleName(worded("Daftar OPD"))
        tip(self.places_button, panel_words(self._manner))
        top.addWidget(self.places_button)
        top.addWidget(self.title, 1)
        column.addLayout(top)
        column.addWidget(self.head)
        self.body = QStackedWidget(self)
        self.body.setObjectName("sheetBody")
        self.body.addWidget(self.view)
        self.body.addWidget(self.empty)
        column.addWidget(self.find_bar)
        column.addWidget(self.body, 1)
        self.sums = Label("", "small", name="sheetSums", wrap=True, parent=self)
        self.sums.hide()
        column.addWidget(self.sums)
        column.addWidget(self.program)
        column.addLayout(self.tools)
        column.addWidget(self.warnings)
        return column

    def _cards(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("sheetCards")
        area.setAccessibleName("Waktu, pemandu, catatan")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(area)
        page.setObjectName("sheetCardsPage")
        theme.set_role(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in (self.comments, self.timer, self.proposals, self.guide, self.notes, self.trace):
            column.addWidget(card)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _listen(self) -> None:
        self.places_button.clicked.connect(self.turn_places)
        self.side_button.clicked.connect(self.turn_side)
        self.subject_button.clicked.connect(self.turn_subject)
        self.form_button.clicked.connect(self.turn_form)
        self.support_button.clicked.connect(self._count)
        self.form.closed.connect(self.close_form)
        self.form.step.connect(self._form_step)
        self.program_button.clicked.connect(self.open_program)
        self.program.closed.connect(self.focus_body)
        for place, button in enumerate(self.empty.buttons):
            button.clicked.connect(partial(self._take_way, place))
        self.view.row_changed.connect(self._row_changed)
        self.view.cell_changed.connect(self._cell_changed)
        self.view.marks_asked.connect(self._marks_asked)
        self.warnings.row_asked.connect(self._go_to_row)
        for keys, way in (
            ("F3", self.turn_side),
            ("F4", self.turn_form),
            ("F6", self.turn_subject),
            ("F7", self.turn_places),
            ("F8", self.warnings.toggle),
            ("F10", self.comment_asked.emit),
            ("Ctrl+F10", self.settle_asked.emit),
            ("Ctrl+F", self.find_bar.open),
            ("Ctrl+L", self.title.offer_others),
            ("Ctrl+PgUp", self._back),
            ("Ctrl+PgDown", self._on),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            if not keys.startswith("Ctrl+Pg"):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    # What is shown

    def show_grid_or(self, why: Why | None) -> None:
        """Show the grid, or say why there is none and what to do."""
        self.body.setCurrentWidget(self.empty if why else self.view)
        for part in (self.help, self.form_button):
            part.setVisible(why is None)
        self.subject_button.setVisible(why is None and self._has_subject())
        self.program_button.setVisible(why is None and self._manner.of_plans)
        self._fit_tools()
        if why is None:
            return
        self._ways = tuple(way for way, _ in why.ways)
        self.empty.title.setText(why.title)
        self.empty.sentence.setText(why.sentence)
        self.empty.setAccessibleName(why.title)
        for place, button in enumerate(self.empty.buttons):
            words = why.ways[place][1] if place < len(why.ways) else ""
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(bool(words))
            shut(button, on=place < len(why.ways) and why.ways[place][0].partition("-")[0] in _WRITES)
        self.close_form()
        self.support_button.hide()

    def show_sums(self, lines: Sequence[str]) -> None:
        """Show below the grid what its rupiah come to."""
        self.sums.setText("\n".join(lines))
        self.sums.setVisible(bool(lines))

    def show_manner(self, manner: Manner, *, year: str) -> None:
        """Speak of whose sheets these are; let programs be added where the rows are programs."""
        self._manner = manner
        self.program.show_year(year)
        self.places_button.setAccessibleName(listed_words(manner))
        tip(self.places_button, panel_words(manner))

    def open_program(self) -> None:
        """Type a program that stands in no Renstra."""
        if self._manner.of_plans and self.view.finish():
            self.program.open()

    def held(self) -> QWidget | None:
        """Return what of this page had the keyboard last, None where nothing did."""
        return self.focusWidget()

    def focus_body(self) -> None:
        """Stand in the grid, or on the first way out of an empty sheet."""
        if self.body.currentWidget() is self.view:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        button = next((button for button in self.empty.buttons if not button.isHidden()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, *, has_sheets: bool, has_sheet: bool) -> None:
        """Show the list beside the grid, and the head and cards of a sheet, where there are any."""
        self._has_sheets, self._has_sheet = has_sheets, has_sheet
        for part in (self.title, self.head, self.side_button, self.file_button):
            part.setVisible(has_sheet)
        self._set_widths()

    def turn_form(self) -> None:
        """Open the form of the row one stands on, or close it."""
        if self.side.currentWidget() is self.form:
            self.close_form()
            return
        self.view.finish()
        self.view.stand_on_next()
        row = self._grid.row_at(self.view.currentIndex().row())
        if row is None or self.body.currentWidget() is self.empty:
            return
        self.form.show_row(row.row)
        self.side.setCurrentWidget(self.form)
        self._set_widths()
        self.form.start()

    def close_form(self) -> None:
        """Show time, guide and notes again."""
        if self.side.currentWidget() is self.form:
            self.side.setCurrentIndex(0)
            self._set_widths()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_subject(self) -> None:
        """Open the columns of the Renstra, or fold them."""
        if not self._has_subject():
            return
        row = self._grid.row_at(self.view.currentIndex().row())
        self._grid.open_subject(is_open=not self._grid.subject_open)
        words = "Lipat kolom Renstra (F6)" if self._grid.subject_open else "Buka kolom Renstra (F6)"
        self.subject_button.setAccessibleName(words)
        self._set_widths()
        if row is not None:
            self.view.show_row(row.row)
            if self._grid.subject_open:
                self.view.horizontalScrollBar().setValue(0)

    def turn_side(self) -> None:
        """Take guide, time and notes away so that the grid has their room, or show them again."""
        self._side_wanted[self._has_many_questions()] = self.side.isHidden()
        focused = QApplication.focusWidget()
        if focused is not None and self.side.isAncestorOf(focused):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set_widths()

    def open_side(self) -> None:
        """Show time, guide, comments and notes."""
        self.close_form()
        if self.side.isHidden():
            self.turn_side()

    def open_comments(self) -> None:
        """Stand in the line of the comments."""
        self.open_side()
        self.comments.show()
        area = self.side.widget(0)
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self.comments.line)
        self.comments.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_places(self) -> None:
        """Show the lists beside the grid."""
        self._places_wanted = True
        self._set_widths()

    def grid_ways(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return what can be done with the grid, in words: find, sort, fill down."""
        return (("Cari di lembar ini (Ctrl+F)", self.find_bar.open), *self.view.order_ways())

    def turn_places(self) -> None:
        """Show the list of OPD, or take it away; where there is no sheet it stays."""
        if self._has_sheet:
            self._places_wanted = not self.places.isVisible()
            self._set_widths()
        if self.places.isVisible():
            self.places.parties.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the list of what there is to look at."""
        if event.key() == Qt.Key.Key_Escape and self.warnings.area.isVisible():
            self.warnings.close_list()
            self.focus_body()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the grid the room on a small screen."""
        super().resizeEvent(event)
        self._set_widths()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.layout() is not None:
            self._set_widths()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row one stands on."""
        if self.view.geometry().contains(self.body.mapFrom(self, event.pos())):
            self.row_menu().popup(event.globalPos())

    def row_menu(self) -> QMenu:
        """Return the menu of the row one stands on."""
        menu = QMenu(self)
        menu.setObjectName("rowMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, way in (
            ("Salin", self.view.copy),
            ("Tempel", self.view.paste),
            ("Kosongkan", self.view.clear_chosen),
            ("Isian lengkap", self.turn_form),
        ):
            menu.addAction(words).triggered.connect(way)
        menu.addSeparator()
        for words, way in self._row_ways():
            menu.addAction(words).triggered.connect(way)
        row = self._grid.row_at(self.view.currentIndex().row())
        if (
            self._manner.takes_rows
            and row is not None
            and not self._grid.is_new(self.view.currentIndex().row())
        ):
            menu.addSeparator()
            for (words, way), keys in zip(self.view.rows.ways(), _ROW_KEYS, strict=True):
                menu.addAction(f"{words}\t{keys}").triggered.connect(way)
        if self._manner.of_plans and row is not None:
            menu.addSeparator()
            words = "Ikut dihitung" if row.support else "Jadikan penunjang (tidak dihitung)"
            menu.addAction(words).triggered.connect(self._count)
        return menu

    def _row_ways(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return what can be done about a row and its column, each with its key behind a tab."""
        comment = (
            ("Catatan telaah (F10)", self.comment_asked.emit),
            ("Catatan telaah selesai (Ctrl+F10)", self.settle_asked.emit),
        )
        ways = (*(comment if self.view.may_write else ()), *self.grid_ways())
        return tuple((words.replace(" (", "\t").removesuffix(")"), way) for words, way in ways)

    def _set_widths(self) -> None:
        scale = scale_of(self)
        wide = self.width() >= _ROOM_FOR_PLACES * scale
        wanted = wide if self._places_wanted is None else self._places_wanted
        # Without a sheet the lists take no room from anything, and tell which worksheets there are.
        self.places.setVisible(self._has_sheets and (wanted or not self._has_sheet))
        self.places_button.setVisible(self._has_sheets and self._has_sheet)
        self.places.setFixedWidth(int(_PLACES * scale * (1.25 if wide else 1)))
        form = self.side.currentWidget() is self.form
        many = self._has_many_questions()
        beside = self._side_wanted.get(many, wide or not many)
        self.side.setVisible(self._has_sheet and (form or beside))
        self.side.setFixedWidth(int((_FORM if form else _SIDE) * scale * (1.2 if wide else 1)))
        self._fit_tools()

    def _fit_tools(self) -> None:
        beside = [part for part in (self.places, self.side) if not part.isHidden()]
        self.tools.fit(self.width() - _EDGES - sum(part.maximumWidth() + _BETWEEN for part in beside))

    def _has_many_questions(self) -> bool:
        return sum(item.is_editable for item in self._grid.columns()) >= _MANY_QUESTIONS

    # Where one stands

    def _row_changed(self, place: int) -> None:
        row = self._grid.row_at(place)
        self.support_button.setVisible(bool(row and row.support) and self.body.currentWidget() is self.view)
        if row is not None and self.side.currentWidget() is self.form:
            self.form.show_row(row.row)

    def _cell_changed(self, column: GridColumn) -> None:
        row = self._grid.row_at(self.view.currentIndex().row())
        if row is None:
            self.help.setText("Program penunjang tidak ikut dihitung. Enter membuka atau melipat.")
            return
        said = f"{column.label}: {column.help}" if column.help else column.label
        self.help.setText(said if column.is_editable else self._grid.name_of(row.row))

    def _marks_asked(self, place: int) -> None:
        row = self._grid.row_at(place)
        if row is not None:
            self.warnings.open_list(row.row)

    def _go_to_row(self, row: str) -> None:
        self.view.show_row(row)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_step(self, by: int) -> None:
        place = self.view.currentIndex().row() + by
        if self._grid.is_fold(place):
            place += by
        if self._grid.is_new(place) and place != self._grid.next_row():
            return
        if self._grid.row_at(place) is not None:
            self.view.setCurrentIndex(self._grid.index(place, self.view.currentIndex().column()))

    def _count(self) -> None:
        row = self._grid.row_at(self.view.currentIndex().row())
        if row is not None:
            self.support_asked.emit(row.row, not row.support)

    def _has_subject(self) -> bool:
        """Tell whether there are columns to be unfolded."""
        return any(item.folded for item in self._grid.subject_columns())

    def _take_way(self, place: int) -> None:
        self.way_asked.emit(self._ways[place])

    def _back(self) -> None:
        self.title.step.emit(-1)

    def _on(self) -> None:
        self.title.step.emit(1)
