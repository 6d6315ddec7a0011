"""The worksheet on the screen, used like a spreadsheet: typing answers at once, Tab goes on, paste fills."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from smartcity_desktop.domain.grid import CellFault, GridColumn
from smartcity_desktop.domain.wording import day_of, short_date
from ui.models.grid import GridModel
from ui.models.grid_table import Index
from ui.widgets.form_fields import lacks_choices, where_from
from ui.widgets.grid_editors import DOWN, LEFT, RIGHT, ChoiceEditor, TextEditor, is_tab
from ui.widgets.grid_letters import Letters, letters_of, meant
from ui.widgets.grid_paint import scale_of
from ui.widgets.grid_rows import RowCommands
from ui.widgets.grid_walk import GridWalk
from ui.widgets.writing import WHY

_FEW: Final = 6
_FILL: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
_SORT: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_U)
_ROOMY: Final = 190
"""Pixels at 100 % that an open answer takes at least, over its neighbours if need be."""
_NOT_TYPING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class GridView(GridWalk):
    """Shows a ``GridModel``; opens editors itself, so that a refused answer can stay in its editor."""

    refused = Signal(str)
    """The sentence about an answer that does not fit; it stays in its editor."""
    row_changed = Signal(int)
    cell_changed = Signal(object)
    """The column one stands in now (GridColumn)."""
    sorted_by = Signal()
    """The rows stand in another order now, or in the stored one again."""
    marks_asked = Signal(int)
    """The list of a row's soft warnings is wanted."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        self.letters = Letters()
        super().__init__(model, parent)
        self.setObjectName("worksheetGrid")
        self.setAccessibleName("Kertas kerja")
        self._editor: TextEditor | ChoiceEditor | None = None
        self._at = QModelIndex()
        self._before = ""
        self._begins = False
        self._forwarding = False
        self.rows = RowCommands(self, model)
        self.rows.still.connect(self.refused)
        self.letters.setParent(self)
        self.letters.paused.connect(self._letters_paused)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        model.modelAboutToBeReset.connect(self.hand_in_and_close)
        self.margin.asked.connect(self.marks_asked)
        self.heads.sectionDoubleClicked.connect(self.sort_at)
        self.moved.connect(self._place_editor)

    # Where one stands

    @property
    def may_write(self) -> bool:
        """Whether answers can be typed."""
        return self._grid.may_write

    @may_write.setter
    def may_write(self, on: bool) -> None:
        self._grid.may_write = on

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one stands."""
        super().currentChanged(current, previous)
        if not self._stepping:
            self._run = None
        self._leave_letters(previous)
        if current.row() != previous.row():
            self.row_changed.emit(current.row())
        self.cell_changed.emit(self._grid.column_at(current.column()))

    # Answers

    def answer(self, typed: str = "") -> None:
        """Open the editor of the cell one stands on; ``typed`` begins a new answer."""
        self.stand_on_next()
        index = self.currentIndex()
        if self._grid.is_fold(index.row()):
            self.fold_or_unfold()
            return
        if not self._may():
            return
        column = self._grid.column_at(index.column())
        if not index.isValid() or not column.is_editable or self._editor is not None:
            return
        if lacks_choices(column):
            self.refused.emit(f"{column.label} belum punya pilihan. {where_from(column)}")
        elif column.kind == "score" and typed:
            self._answer_by_figure(index, typed)
        elif column.choices:
            if typed and self._answer_by_letter(index, column, typed):
                return
            self._open(index, ChoiceEditor(column, self._grid.raw(index), typed, self.viewport()))
        else:
            text = self._grid.marked(index) or self._grid.data(index, Qt.ItemDataRole.EditRole)
            if column.kind == "date" and self._grid.raw(index) and not self._grid.marked(index):
                text = short_date(day_of(self._grid.raw(index)))
            raw = str(text or "")
            editor = TextEditor(column, typed or raw, self.viewport())
            editor.typed.connect(self._typed)
            editor.pasted_table.connect(self._paste_table)
            self._open(index, editor)
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            if typed:
                self._typed(typed)

    def hand_in(self) -> None:
        """Take what an open editor holds, as far as it fits, and leave it open."""
        if isinstance(self._editor, TextEditor):
            self._typed(self._editor.text())

    def hand_in_and_close(self) -> None:
        """Take what an open editor holds and close it; what does not fit stays visible over its cell."""
        self.hand_in()
        if isinstance(self._editor, TextEditor) and self._editor.is_wrong:
            self._grid.mark(QModelIndex(self._at), self._editor.text())
        if isinstance(self._editor, ChoiceEditor):
            self._take_choice(QModelIndex(self._at), self._editor)
        self._close()
        self._leave_letters(self.currentIndex())

    def finish(self, step: str = "") -> bool:
        """Close the editor with its answer and go on; False where the answer does not fit and stays."""
        editor = self._editor
        if editor is None:
            self._leave_letters(self.currentIndex())
            return True
        index = QModelIndex(self._at)
        if isinstance(editor, TextEditor):
            try:
                self._grid.enter(index, editor.text())
            except CellFault as fault:
                editor.show_wrong(wrong=True)
                self.refused.emit(str(fault))
                return False
        else:
            self._take_choice(index, editor)
        self._close()
        if step:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)
            self._go(step)
        return True

    def give_up(self) -> None:
        """Close the editor and put back what stood before."""
        index = QModelIndex(self._at)
        self._close()
        self._grid.mark(index, "")
        self._grid.put(index, self._before)
        row = self._grid.row_at(index.row())
        if self._begins and row is not None and not any(row.values.values()):
            self.rows.taken_back.emit(self._grid.written([row.row]))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Copy the chosen cells."""
        QGuiApplication.clipboard().setText(self._grid.copied(self.selectedIndexes()))

    def paste(self) -> None:
        """Paste from the clipboard, as one act."""
        text = QGuiApplication.clipboard().text()
        if text and self._may():
            self._grid.paste(self._corner(), text, self.selectedIndexes())

    def clear_chosen(self) -> None:
        """Empty the chosen cells, as one act."""
        if self._may():
            self._grid.clear(self.selectedIndexes())

    def fill_down(self) -> None:
        """Fill the chosen cells with what stands in the highest of them, or with what stands above."""
        if self._may() and self.finish():
            self._grid.fill_down(self.selectedIndexes() or [self.currentIndex()])

    def sort_here(self) -> None:
        """Sort by the column one stands in: upwards, downwards, back to the stored order."""
        self.sort_at(self.currentIndex().column())

    def sort_at(self, at: int) -> None:
        """Sort by a column on the screen alone; one stands on the same row afterwards."""
        row, key = self._grid.row_at(self.currentIndex().row()), self._grid.column_at(at).key
        if key and self.finish():
            self._grid.sort_by(key)
            self.stand_near(row.row if row else "", key, self.currentIndex().row())
            self.sorted_by.emit()

    def unsort(self) -> None:
        """Show the rows in their stored order again."""
        index = self.currentIndex()
        row, key = self._grid.row_at(index.row()), self._grid.column_at(index.column()).key
        if self.finish():
            self._grid.unsort()
            self.stand_near(row.row if row else "", key, index.row())
            self.sorted_by.emit()

    def order_ways(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return what can be done with order and columns, in words."""
        fill = (("Isi ke bawah (Ctrl+D)", self.fill_down),) if self._grid.may_write else ()
        back = (("Kembalikan urutan baris asli", self.unsort),) if self._grid.order.key else ()
        return (*fill, ("Urutkan menurut kolom ini (Ctrl+U)", self.sort_here), *back)

    def _may(self) -> bool:
        """Tell whether answers are taken, and say why where they are not."""
        if not self._grid.may_write:
            self.refused.emit(WHY)
        return self._grid.may_write

    def fold_or_unfold(self) -> None:
        """Open the folded support programs, or fold them."""
        self._grid.open_support(is_open=not self._grid.support_open)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Behave like a spreadsheet; keys that arrive while an editor is open belong to it."""
        if self._editor is not None:
            self._forward(event)
            return
        if self._command(event) or self.rows.take(event) or self._walk(event):
            return
        text = event.text()
        if text and text.isprintable() and not event.modifiers() & _NOT_TYPING:
            self.answer(text)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Tab inside the grid, except at its ends."""
        if is_tab(event) and isinstance(event, QKeyEvent) and self._tab(event):
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Finish an answer before going to another cell; a click on the fold line opens it."""
        if not self.finish():
            return
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and self._grid.is_fold(index.row()):
            self.fold_or_unfold()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the editor of a cell."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.answer()

    def _forward(self, event: QKeyEvent) -> None:
        """Hand a key to the open editor; what it leaves alone comes back here once and goes on up."""
        if self._forwarding or self._editor is None:
            event.ignore()
            return
        self._forwarding = True
        QApplication.sendEvent(self._editor, event)
        self._forwarding = False

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_chosen()
        elif event.keyCombination() == _FILL:
            self.fill_down()
        elif event.keyCombination() == _SORT:
            self.sort_here()
        else:
            return False
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(event)
        elif key == Qt.Key.Key_F2 or (key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier):
            self.answer()
        elif self._drop_letters(key):
            return True
        elif key == Qt.Key.Key_Delete:
            self.clear_chosen()
        elif key == Qt.Key.Key_Backspace:
            self.clear_chosen()
            self.answer()
        elif key == Qt.Key.Key_Space and self.letters.word:
            self.answer(" ")
        elif key == Qt.Key.Key_Space and self._grid.column_at(self.currentIndex().column()).choices:
            self.answer()
        else:
            return False
        return True

    def _enter(self, event: QKeyEvent) -> None:
        if self._grid.is_fold(self.currentIndex().row()):
            self.fold_or_unfold()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._to(self.currentIndex().row() - 1, self.currentIndex().column())
        else:
            self._go(DOWN)

    def _tab(self, event: QKeyEvent) -> bool:
        back = event.key() == Qt.Key.Key_Backtab
        if self._editor is not None:
            self._forward(event)
            return True
        return self._go(LEFT if back else RIGHT)

    def _answer_by_figure(self, index: QModelIndex, typed: str) -> None:
        """Write a score with its key and go on to the next one."""
        try:
            self._grid.enter(index, typed, typing=True)
        except CellFault as fault:
            self.refused.emit(str(fault))
            return
        self._along_scores(index)

    # Choices by letters

    def _answer_by_letter(self, index: QModelIndex, column: GridColumn, typed: str) -> bool:
        if column.kind != "choice" or column.many or len(column.choices) > _FEW:
            return False
        found = self.letters.add(column.choices, typed, self._grid.raw(index))
        self._grid.put(index, found[0].value if len(found) == 1 else self.letters.before)
        if len(found) != 1:
            # What stood before stands again, under the letters that may become something yet.
            self._grid.mark(index, self.letters.word, is_wrong=not found)
        if not found:
            self._unknown(column, self.letters.word)
        return True

    def _letters_paused(self) -> None:
        if self.letters.is_half:
            self._half(self.currentIndex(), self.letters.word)

    def _leave_letters(self, index: Index) -> None:
        if self.letters.is_half and index.isValid():
            self._half(index, self.letters.word)
        self.letters.forget()

    def _drop_letters(self, key: Qt.Key) -> bool:
        """Take letters that are no answer off the cell; what stood before stands."""
        if key not in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return False
        self.letters.forget()
        index = self.currentIndex()
        if not self._grid.marked(index):
            return False
        self._grid.mark(index, "")
        return True

    def _take_choice(self, index: QModelIndex, editor: ChoiceEditor) -> None:
        raw, text = editor.raw(), editor.open_text()
        if raw is not None:
            self._grid.put(index, raw)
        if text:
            self._grid.mark(index, text)
            column = self._grid.column_at(index.column())
            if editor.popup.list.count():
                self.refused.emit(f'{column.label}: "{text}" belum dipilih. Sel ini belum berubah.')
            else:
                self._unknown(column, text)

    def _half(self, index: Index, word: str) -> None:
        column = self._grid.column_at(index.column())
        found = meant(column.choices, word)
        labels = " atau ".join(item.label for item in found)
        letters = " atau ".join(letters_of(found))
        self._grid.mark(index, word)
        self.refused.emit(f'{column.label}: "{word}" bisa berarti {labels}. Ketik {letters}.')

    def _unknown(self, column: GridColumn, typed: str) -> None:
        few = column.kind == "choice" and len(column.choices) <= _FEW
        listed = "Pilihannya: " + ", ".join(item.label for item in column.choices) + "." if few else ""
        more = listed or "Tekan F2 untuk melihat semua pilihan."
        self.refused.emit(f'{column.label}: "{typed}" bukan pilihan. {more}')

    # The editor itself

    def _open(self, index: QModelIndex, editor: TextEditor | ChoiceEditor) -> None:
        self.scrollTo(index)
        self._at, self._editor, self._before = index, editor, self._grid.raw(index)
        self._begins = self._grid.is_new(index.row())
        editor.finished.connect(self._finished)
        editor.given_up.connect(self.give_up)
        editor.left.connect(self._left)
        editor.show()
        self._place_editor()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, ChoiceEditor):
            editor.place_popup()

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        if isinstance(editor, ChoiceEditor):
            editor.close_popup()
        editor.hide()
        editor.deleteLater()
        self._at = QModelIndex()

    def _finished(self, step: str) -> None:
        self.finish(step)

    def _left(self) -> None:
        if self._editor is not None:
            self.finish()

    def _typed(self, text: str) -> None:
        editor = self._editor
        if not isinstance(editor, TextEditor):
            return
        try:
            self._grid.enter(self._at, text)
        except CellFault:
            editor.is_wrong = True
            return
        editor.show_wrong(wrong=False)
        self._place_editor()

    def _paste_table(self) -> None:
        """Paste into the grid what was meant for more than the cell that is open."""
        if self.finish():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.paste()

    def _place_editor(self) -> None:
        editor = self._editor
        if editor is None:
            return
        cell, room = self.visualRect(self._at), self.viewport().size()
        width = cell.width()
        if isinstance(editor, TextEditor):
            width = min(max(width, int(_ROOMY * scale_of(self))), max(width, room.width()))
        left = min(cell.left(), max(0, room.width() - width))
        editor.resize(width + 1, cell.height() + 1)
        height = min(max(cell.height(), editor.needed_height()), max(cell.height(), room.height() - 8))
        top = min(cell.top(), max(0, room.height() - height))
        editor.setGeometry(QRect(left - 1, top - 1, width + 1, height + 1))
        if isinstance(editor, ChoiceEditor) and editor.popup.isVisible():
            editor.place_popup()
