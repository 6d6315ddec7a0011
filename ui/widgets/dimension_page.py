"""The page of dimensions: at the left the list, at the right the one that is chosen and its own."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.dimension import Dimension, Either, Kind, Subdimension, offered, refuse
from smartcity_desktop.domain.dimension_use import SHEET, Board
from smartcity_desktop.domain.ids import RowId
from ui import theme
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.dimension_drop import tally_words
from ui.widgets.dimension_form import DimensionForm, SubdimensionForm
from ui.widgets.dimension_list import DimensionList, Entry
from ui.widgets.label import Label, tip
from ui.widgets.scroll import scroll_area

_LIST_WIDE: Final = 330
_NOT_USED: Final = "Belum ada isian"
_FREE_DIMENSION: Final = "Dimensi ini tidak dipakai lagi: tidak ditawarkan dan tidak dicetak."
_NO_SUB: Final = "Belum ada subdimensi. Ketik namanya di sebelah kiri, lalu Enter."
_FREE_SUB: Final = "Subdimensi ini tidak dipakai lagi: tidak ditawarkan dan tidak dicetak."
_KEPT: Final = "tidak ditawarkan untuk isian baru; isian yang ada tetap dicetak dan ditandai."
_KEPT_DIMENSION: Final = f"Dimensi ini tidak dipakai lagi: {_KEPT}"
_KEPT_SUB: Final = f"Subdimensi ini tidak dipakai lagi: {_KEPT}"


class AddLine(QLineEdit):
    """A line in which the next one is named: Enter, or leaving the line, adds it."""

    named = Signal(str)

    def __init__(self, name: str, words: str, hint: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        self.why: Callable[[str], str] = lambda _text: ""
        """Says why a name cannot be added, in a sentence; empty where it can."""
        self.problem = Label("", "warning", name=f"{name}-problem", wrap=True, parent=parent)
        self.problem.hide()
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._finish)

    def name(self) -> str:
        """Return the name that can be added now, empty where there is none."""
        text = " ".join(self.text().split())
        return text if text and not self.why(text) else ""

    def tell(self, why: str) -> None:
        """Say under the line why its text cannot be added; nothing says it no more."""
        self.problem.setText(why)
        self.problem.setVisible(bool(why))

    def _edited(self) -> None:
        self.tell("")

    def _finish(self) -> None:
        text = " ".join(self.text().split())
        if text and self.name():
            self.named.emit(text)
        elif text:
            self.tell(self.why(text))


class Doing(QWidget):
    """What stands under the chosen one, and what can be done with it as a whole."""

    stepped = Signal(int)
    dropped = Signal()
    taken_back = Signal()
    move_asked = Signal()

    def __init__(self, prefix: str, words: str, parent: QWidget | None = None) -> None:
        """``words`` name what is moved and dropped, for a screen reader."""
        super().__init__(parent)
        self.setObjectName(f"{prefix}-doing")
        self.uses = Label("", "soft", name=f"{prefix}-uses", wrap=True, parent=self)
        self.up = self._button("Naik", f"{prefix}-up", f"Naikkan {words}", "Alt+Panah atas")
        self.down = self._button("Turun", f"{prefix}-down", f"Turunkan {words}", "Alt+Panah bawah")
        self.drop = self._button("Tidak dipakai lagi …", f"{prefix}-drop", f"{words} tidak dipakai lagi", "")
        self.move_answers = self._button(
            "Pindahkan isian…", f"{prefix}-answers", f"Pindahkan isian {words}", ""
        )
        self.back = Button("Pakai lagi", f"{prefix}-back", "primary", parent=self)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.drop.clicked.connect(self.dropped)
        self.move_answers.clicked.connect(self.move_asked)
        self.back.clicked.connect(self.taken_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.uses, 1)
        for button in (self.up, self.down, self.drop, self.move_answers, self.back):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_doing(self, uses: str, *, retired: bool, first: bool, last: bool) -> None:
        """Show what can be done: one that is not used any more can only be taken back."""
        self.uses.setText(f"Dipakai oleh {uses}" if uses else _NOT_USED)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        for button in (self.up, self.down, self.drop):
            button.setVisible(not retired)
        self.back.setVisible(retired)
        self.move_answers.setVisible(retired and bool(uses))
        words = "Tidak dipakai lagi …" if uses else "Tidak dipakai lagi"
        self.drop.setText(words)

    def _button(self, words: str, name: str, spoken: str, keys: str) -> Button:
        button = Button(words, name, "quiet", parent=self)
        button.setAccessibleName(spoken)
        if keys:
            tip(button, keys)
        return button


class DimensionPage(QWidget):
    """Shows a board and which dimension and sub-dimension are chosen; tells, stores nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("dimension-page")
        self.list = DimensionList("dimension-list", worded("Dimensi"), self)
        self.sub_list = DimensionList("subdimension-list", worded("Subdimensi"), self)
        self.add = AddLine(
            "dimension-add",
            worded("Tambah dimensi"),
            worded("Tambah dimensi: ketik nama, lalu Enter"),
            self,
        )
        self.add_sub = AddLine(
            "subdimension-add",
            worded("Tambah subdimensi"),
            worded("Tambah subdimensi: ketik nama, Enter"),
            self,
        )
        self.form = DimensionForm(self)
        self.sub_form = SubdimensionForm(self)
        self.doing = Doing("dimension", worded("dimensi"), self)
        self.sub_doing = Doing("subdimension", worded("subdimensi"), self)
        self.retired = Label(
            worded(_FREE_DIMENSION), "warning", name="dimension-retired", wrap=True, parent=self
        )
        self.sub_retired = Label(
            worded(_FREE_SUB), "warning", name="subdimension-retired", wrap=True, parent=self
        )
        self.no_sub = Label(
            worded(_NO_SUB),
            "soft",
            wrap=True,
            parent=self,
        )
        self._lay_out()

    def show_board(self, board: Board, row: RowId, sub: RowId, typed: Collection[tuple[str, str]]) -> None:
        """Show everything; ``typed`` are (row, field) that stay as they are being typed."""
        chosen = board.named(row)
        self.add.why = partial(_why, Dimension(), board.dimensions)
        self.add_sub.why = partial(_why, Subdimension(dimension=row), board.subdimensions)
        self.list.show_entries([self._entry(board, item) for item in _sorted(board.dimensions)], row)
        subs = _sorted(board.of(row))
        home = chosen if isinstance(chosen, Dimension) else Dimension()
        self.sub_list.show_entries([_sub_entry(board, item, home) for item in subs], sub)
        everything: list[Either] = [*board.dimensions, *board.subdimensions]
        self.card.setVisible(isinstance(chosen, Dimension))
        self.sub_card.setVisible(isinstance(chosen, Dimension))
        if not isinstance(chosen, Dimension):
            return
        fields = {field for of, field in typed if of == row}
        self.form.show_dimension(chosen, board.dimensions, everything, fields)
        self._show_doing(board, chosen, self.doing, offered(board.dimensions))
        self.retired.setVisible(chosen.retired)
        kept = _answers(board, board.places(row))
        self.retired.setText(worded(_KEPT_DIMENSION if kept else _FREE_DIMENSION))
        self.add_sub.setVisible(not chosen.retired)
        self.sub_list.setVisible(bool(subs))
        self.sub_title.setText(worded("Subdimensi {of}").replace("{of}", chosen.code))
        self._show_sub(board, sub, everything, {field for of, field in typed if of == sub})

    def _show_sub(self, board: Board, sub: RowId, everything: list[Either], typed: Collection[str]) -> None:
        item = board.named(sub)
        is_shown = isinstance(item, Subdimension)
        for part in (self.sub_form, self.sub_doing):
            part.setVisible(is_shown)
        self.no_sub.setVisible(not is_shown)
        self.sub_retired.setVisible(is_shown and isinstance(item, Subdimension) and item.retired)
        if not isinstance(item, Subdimension):
            return
        kept = _answers(board, [sub])
        self.sub_retired.setText(worded(_KEPT_SUB if kept else _FREE_SUB))
        homes = [one for one in board.dimensions if not one.retired or one.id == item.dimension]
        self.sub_form.show_subdimension(item, board.subdimensions, homes, everything, typed)
        self._show_doing(board, item, self.sub_doing, offered(board.of(item.dimension)))

    @staticmethod
    def _show_doing(
        board: Board, item: Either, doing: Doing, peers: list[Dimension] | list[Subdimension]
    ) -> None:
        ids = [one.id for one in peers]
        uses = tally_words(board.tally(board.places(item.id)))
        doing.show_doing(
            uses,
            retired=item.retired,
            first=bool(ids) and ids[0] == item.id,
            last=bool(ids) and ids[-1] == item.id,
        )

    @staticmethod
    def _entry(board: Board, item: Dimension) -> Entry:
        count = len(offered(board.of(item.id)))
        said = worded("{n} subdimensi" if count else "belum ada subdimensi").format(n=count)
        note = " · ".join(part for part in (said, _answers(board, board.places(item.id))) if part)
        return Entry(item.id, item.code, item.name, note, item.color, item.retired)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lists more room in a wide window."""
        super().resizeEvent(event)
        wide = max(_LIST_WIDE, min(440, self.width() // 4))
        self.left.setFixedWidth(wide)

    def _lay_out(self) -> None:
        self.left = Card(name="dimension-left", parent=self)
        self.left.setFixedWidth(_LIST_WIDE)
        self.left.body.addWidget(self.list)
        self.left.body.addWidget(self.add)
        self.left.body.addWidget(self.add.problem)
        self.left.body.addWidget(
            Label("Seret atau Alt+Panah mengubah urutan", "small", wrap=True, parent=self.left)
        )
        self.card = Card(name="dimension-card", parent=self)
        for part in (self.doing, self.retired, self.form):
            self.card.body.addWidget(part)
        self.sub_title = Label("", "strong", name="subdimension-title", parent=self)
        self.sub_card = self._sub_card()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 12)
        left.addWidget(self.left)
        left.addStretch(1)
        whole.addLayout(left)
        whole.addWidget(self._area(), 1)

    def _sub_card(self) -> Card:
        card = Card(name="subdimension-card", parent=self)
        card.body.addWidget(self.sub_title)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.sub_list)
        side.addWidget(self.add_sub)
        side.addWidget(self.add_sub.problem)
        side.addStretch(1)
        detail = QVBoxLayout()
        detail.setSpacing(8)
        for part in (self.sub_doing, self.sub_retired, self.sub_form, self.no_sub):
            detail.addWidget(part)
        detail.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(side, 2)
        both.addLayout(detail, 3)
        card.body.addLayout(both)
        return card

    def _area(self) -> QScrollArea:
        ground = QWidget()
        theme.set_role(ground, "page")
        right = QVBoxLayout(ground)
        right.setContentsMargins(0, 0, 8, 12)
        right.setSpacing(12)
        right.addWidget(self.card)
        right.addWidget(self.sub_card)
        right.addStretch(1)
        return scroll_area(ground, "dimension-area", self)


def _why(item: Either, known: Sequence[Either], name: str) -> str:
    fault = refuse(item, "name", name, known)
    return explain(fault) if fault else ""


def _answers(board: Board, places: list[RowId]) -> str:
    """Return how many answers stand there; the sheet that they are written on is none itself."""
    tally = board.tally(places)
    count = tally.total() - tally[SHEET]
    return f"{count} isian" if count else ""


def _sorted(items: Iterable[Kind]) -> list[Kind]:
    return sorted(items, key=lambda item: item.retired)


def _sub_entry(board: Board, item: Subdimension, home: Dimension) -> Entry:
    points = len([line for line in item.points.splitlines() if line.strip()])
    said = f"{points} pokok" if points else "belum ada pokok"
    note = " · ".join(part for part in (said, _answers(board, [item.id])) if part)
    return Entry(item.id, item.code, item.name, note, home.color, item.retired)
