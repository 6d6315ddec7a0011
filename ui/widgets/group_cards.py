"""All groups of a division as cards, who has none at the left; chosen people go from one to the other."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from smartcity_desktop.domain.group_board import Board, Card
from smartcity_desktop.domain.ids import RowId
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.group_card import GroupCard, line_of
from ui.widgets.group_list import Chosen, GroupList, Line
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_reading, for_writing

_GAP: Final = 10
_LEAST_WIDTH: Final = 264
_SIDE_WIDTH: Final = 232
_TWO: Final = 2
_OFFICES: Final = {Qt.Key.Key_K: "chair", Qt.Key.Key_N: "scribe"}
_AWAY: Final = {Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_NUMBERS: Final = {getattr(Qt.Key, f"Key_{number}"): number for number in range(1, 10)}


class GroupBoard(QWidget):
    """Cards in as many columns as there is room for, and the people without a group beside them."""

    move_asked = Signal(object, str)
    """A Chosen and the row of the group it shall go to, empty for no group."""
    swap_asked = Signal(str, str)
    """Two participants of different groups who shall change places."""
    office_asked = Signal(str, str, str)
    """A group, ``chair`` or ``scribe``, and the participant."""
    form_asked = Signal(str)
    """The group whose form shall open."""
    newcomers_asked = Signal()
    """All who have no group shall be seated where it suits."""
    told = Signal(str)
    """A sentence about what a key waits for now."""
    stood = Signal(str, str)
    """The participant that has the keyboard (empty for an agency) and the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("group-board")
        self.board = Board()
        self.cards: list[GroupCard] = []
        self._columns = 0
        self._first = ""
        self._ground = QWidget(self)
        theme.set_role(self._ground, "page")
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.area = scroll_area(self._ground, "group-area", self)
        self.area.viewport().installEventFilter(self)
        self.side = self._side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.side)
        row.addWidget(self.area, 1)
        self.may_write = True
        for_writing(self)

    def show_board(self, board: Board) -> None:
        """Show a division; what is chosen and the place of the keyboard stay where they can."""
        self.board = board
        rows = [card.group.id for card in board.cards]
        if rows != [item.row for item in self.cards]:
            self._renew(rows)
        for place, (item, card) in enumerate(zip(self.cards, board.cards, strict=True), start=1):
            item.show_card(card, place, board.grouping.kind)
        self._show_side()
        self._arrange()
        self.tell_standing()

    def tell_standing(self) -> None:
        """Say again who has the keyboard, as he or she sits now."""
        focused = next((item for item in self.lists if item.hasFocus()), None)
        key = focused.current_key() if focused is not None else ""
        self.stood.emit("" if ":" in key else key, focused.group if focused is not None else "")

    @property
    def lists(self) -> list[GroupList]:
        """The lists of people: that of those without a group first."""
        return [self.free, *(item.list for item in self.cards)]

    def chosen(self) -> Chosen:
        """Return everything that is chosen, in whatever group, else the line with the keyboard."""
        found = Chosen()
        for item in self.lists:
            if item.keys() or item.hasFocus():
                found |= item.chosen()
        return found

    def choose(self, key: str) -> bool:
        """Choose somebody (or a group's first line, by its row) and give it the keyboard."""
        for item in self.lists:
            if item.choose(key) or item.group == key != "":
                if item is self.free:
                    self.show_free(shown=True)
                item.setFocus()
                self._only(item)
                self.area.ensureWidgetVisible(item)
                return True
        return False

    def focus_first(self) -> None:
        """Give the keyboard to the first list with people in it."""
        filled = (item for item in self.lists if item.count() and not item.isHidden())
        target = next(filled, None)
        if target is not None and self.side.isHidden() and target is self.free:
            target = next((item.list for item in self.cards if item.list.count()), None)
        if target is not None:
            target.stand_at(max(0, target.currentRow()))

    def show_free(self, *, shown: bool) -> None:
        """Show or hide the people without a group; who is hidden is not chosen."""
        self.side.setVisible(shown)
        if not shown:
            self.free.clearSelection()
        self._arrange()

    def menu(self) -> QMenu:
        """Return what can be done with what is chosen: the groups it can go to, and the offices."""
        menu = QMenu(self)
        menu.setObjectName("group-menu")
        for place, card in enumerate(self.board.cards, start=1):
            number = f"&{place}  " if place in _NUMBERS.values() else ""
            words = f"{card.called} {card.group.name}" if card.called != card.group.name else card.called
            action = menu.addAction(f"{number}{words.replace('&', '&&')}")
            action.triggered.connect(partial(self._move, card.group.id))
        menu.addSeparator()
        for words, key in (("Ketua (K)", Qt.Key.Key_K), ("Notulis (N)", Qt.Key.Key_N)):
            menu.addAction(words).triggered.connect(partial(self.press, key))
        menu.addAction("Tukar dua orang (T)").triggered.connect(partial(self.press, Qt.Key.Key_T))
        menu.addAction("Keluarkan dari kelompok (0)").triggered.connect(partial(self._move, ""))
        return menu

    def press(self, key: Qt.Key) -> None:
        """Do what a key means for what is chosen; in a file that takes nothing groups can be looked at."""
        if not self.may_write and key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            return
        if key in _NUMBERS:
            place = _NUMBERS[key]
            if place <= len(self.board.cards):
                self._move(self.board.cards[place - 1].group.id)
        elif key in _AWAY:
            self._move("")
        elif key in _OFFICES:
            self._give(_OFFICES[key])
        elif key == Qt.Key.Key_T:
            self._swap()
        elif key == Qt.Key.Key_Escape:
            self._first = ""
        elif key == Qt.Key.Key_M:
            self._open_menu(QPoint())
        else:
            group = self._here()
            if group:
                self.form_asked.emit(group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again how many columns there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the room of the cards changed."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _side(self) -> QWidget:
        side = QWidget(self)
        self.free_words = Label("", "strong", name="group-free-words", parent=side)
        self.filter = QLineEdit(side)
        self.filter.setObjectName("group-filter")
        self.filter.setAccessibleName("Cari yang belum duduk")
        self.filter.setPlaceholderText(worded("Cari nama, OPD, atau unsur"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_free_lines)
        self.filter.returnPressed.connect(self._into_free)
        for_reading(self.filter)
        self.free = self._wired(GroupList("", "group-free", "Belum duduk", side))
        self.seat = Button("", "group-seat", parent=side)
        self.seat.clicked.connect(self.newcomers_asked)
        self.seat_hint = ElidedLabel("", "small", parent=side)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.free_words, self.filter):
            column.addWidget(part)
        column.addWidget(self.free, 1)
        column.addWidget(self.seat)
        column.addWidget(self.seat_hint)
        return side

    def _wired(self, item: GroupList) -> GroupList:
        item.dropped.connect(partial(self._dropped, item))
        item.pressed_key.connect(self.press)
        item.sideways.connect(partial(self._go_on, item))
        item.menu_asked.connect(self._open_menu)
        item.stood.connect(partial(self._stood, item))
        return item

    def _renew(self, rows: Sequence[str]) -> None:
        standing = {item.row: item for item in self.cards}
        for row, item in standing.items():
            if row not in rows:
                self._grid.removeWidget(item)
                item.deleteLater()
        self.cards = [standing.get(row) or self._new(row) for row in rows]
        self._columns = 0

    def _new(self, row: str) -> GroupCard:
        item = GroupCard(row, self._ground)
        item.opened.connect(partial(self.form_asked.emit, row))
        for_reading(item.form)
        self._wired(item.list)
        return item

    def _arrange(self) -> None:
        """Put the cards into columns of about equal number, so that no row is nearly empty."""
        self.side.setFixedWidth(theme.scaled(_SIDE_WIDTH))
        count = len(self.cards)
        if not count:
            return
        room = self.area.viewport().width()
        most = max(1, (room + _GAP) // (theme.scaled(_LEAST_WIDTH) + _GAP))
        columns = math.ceil(count / math.ceil(count / most))
        if columns == self._columns:
            return
        self._columns = columns
        for place, item in enumerate(self.cards):
            self._grid.addWidget(item, place // columns, place % columns)
            item.show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, int(row < math.ceil(count / columns)))

    def _show_side(self) -> None:
        waiting = [item for item in self.board.unseated if not item.is_guest]
        guests = len(self.board.unseated) - len(waiting)
        self.free_words.setText(f"Belum duduk: {len(waiting)}" if waiting else "Semua sudah duduk")
        self.free.setAccessibleName(f"Belum duduk, {len(waiting)} orang, {guests} tamu dan narasumber")
        count = len(self.board.newcomers)
        self.seat.setVisible(bool(count))
        self.seat_hint.setVisible(bool(count))
        self.seat.setText(f"Dudukkan {count} orang")
        self.seat.setAccessibleName(self.seat.text())
        self.seat_hint.setText(worded("ikut OPD-nya, lainnya ke kelompok terkecil"))
        self._show_free_lines()

    def _show_free_lines(self) -> None:
        text = self.filter.text()
        suits: dict[str, str] = dict(self.board.newcomers)
        names: dict[str, str] = {card.group.id: card.called for card in self.board.cards}
        lines = (line_of(item) for item in self.board.unseated if item.said(text))
        self.free.show_lines([_told(line, names.get(suits.get(line.row, ""), "")) for line in lines])

    def _into_free(self) -> None:
        if self.free.count():
            self.free.stand_at(0)

    def _go_on(self, item: GroupList, across: int, down: int) -> None:
        """Go with the keyboard to the card beside, above or below this one."""
        if item is self.free:
            place = 0 if across > 0 else -1
        else:
            here = next(at for at, card in enumerate(self.cards) if card.list is item)
            edge = across < 0 and here % self._columns == 0
            place = -1 if edge else here + across + down * self._columns
            if edge and not self.side.isHidden() and self.free.count():
                self.free.stand_at(max(0, self.free.currentRow()))
        if 0 <= place < len(self.cards):
            target = self.cards[place].list
            rows = {1: 0, -1: target.count() - 1}
            target.stand_at(rows.get(down, max(0, target.currentRow())))
            self.area.ensureWidgetVisible(self.cards[place])

    def _stood(self, item: GroupList) -> None:
        """Only the list with the keyboard keeps what is chosen, unless Ctrl or Shift holds the others."""
        held = QGuiApplication.keyboardModifiers()
        if item.hasFocus():
            if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
                self._only(item)
            self.tell_standing()

    def _only(self, item: GroupList) -> None:
        for other in self.lists:
            if other is not item:
                other.clearSelection()

    def _here(self) -> str:
        focused = next((item.group for item in self.lists if item.hasFocus()), "")
        return focused or next((item.group for item in self.lists if item.keys()), "")

    def _move(self, group: str) -> None:
        chosen = self.chosen()
        if chosen:
            self.move_asked.emit(chosen, group)

    def _dropped(self, item: GroupList, chosen: Chosen) -> None:
        if self.may_write:
            self.move_asked.emit(chosen, item.group)

    def _give(self, office: str) -> None:
        people = self.chosen().people
        card = self.board.card_of(RowId(people[0])) if len(people) == 1 else None
        if card is not None:
            self.office_asked.emit(card.group.id, office, people[0])

    def _swap(self) -> None:
        people = self.chosen().people
        first, self._first = self._first, ""
        if len(people) == _TWO:
            self.swap_asked.emit(*people)
        elif len(people) == 1 and first not in {"", people[0]}:
            self.swap_asked.emit(first, people[0])
        elif len(people) == 1 and not first:
            self._first = people[0]
            self.told.emit("Pilih orang kedua, lalu tekan T lagi. Keduanya bertukar tempat; Esc membatalkan.")

    def _open_menu(self, point: QPoint) -> None:
        if not self.chosen() or not self.may_write:
            return
        focused = next((item for item in self.lists if item.hasFocus()), self.free)
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(focused.below() if point.isNull() else point)


def _told(line: Line, group: str) -> Line:
    """Return a line whose hint names the group that suits."""
    return replace(line, hint=f"{line.hint}\nCocok di {group}") if group else line


def card_named(board: Board, row: str) -> Card | None:
    """Return a group of a division by its row."""
    return next((card for card in board.cards if card.group.id == row), None)
