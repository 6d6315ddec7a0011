"""The switch "Telaah" of a plan: its keys, and the line that says what is proposed for a program."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QTreeView, QWidget

from smartcity_desktop.domain.grid import CellFault
from ui.models.plan_review import DIMENSION, HORIZON, QUICKWIN, RELEVANT
from ui.models.plan_tree import PlanTreeModel
from ui.models.proposal import REFUSE_KEYS, TAKE_KEYS, is_open
from ui.translate import worded
from ui.widgets.label import Label, tip
from ui.widgets.writing import takes_nothing

_LETTERS: Final = frozenset({Qt.Key.Key_Y, Qt.Key.Key_S, Qt.Key.Key_T})
_CELLS: Final = {Qt.Key.Key_D: DIMENSION, Qt.Key.Key_J: HORIZON, Qt.Key.Key_Q: QUICKWIN}
_HELP: Final = "Pada baris program: Y, S, T relevan · D dimensi (ketik kodenya) · J jangka · Q quick win"


class ReviewKeys(QObject):
    """Lets the tree be answered row by row while its switch is on."""

    switched = Signal(bool)
    refused = Signal(str)
    """Why something was not taken."""
    offer_refused = Signal(str)
    """The line whose proposals do not fit."""

    def __init__(self, tree: QTreeView, model: PlanTreeModel, parent: QWidget) -> None:
        """Work on this tree; the proposal keys work everywhere in ``parent``."""
        super().__init__(parent)
        self._tree, self._model = tree, model
        self.switch = QCheckBox("Telaah", parent)
        self.switch.setObjectName("plan-review")
        tip(self.switch, worded("Relevan, dimensi, jangka, dan quick win di samping pohon"))
        self.switch.toggled.connect(self.switched)
        self.told = Label("", "small", name="plan-review-told", wrap=True, parent=parent)
        self.told.hide()
        tree.installEventFilter(self)
        tree.selectionModel().currentChanged.connect(self.tell)
        model.modelReset.connect(self.tell)
        model.dataChanged.connect(self.tell)
        ways = [(keys, partial(self.take, place)) for place, keys in enumerate(TAKE_KEYS)]
        for keys, way in (*ways, (REFUSE_KEYS, self.refuse)):
            shortcut = QShortcut(QKeySequence(keys), parent)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the program one stands on by a letter."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return False
        key = Qt.Key(event.key())
        if not self._line() or takes_nothing(self._tree):
            return False
        if key in _LETTERS:
            self._write(RELEVANT, event.text())
        elif key in _CELLS:
            self._edit(_CELLS[key])
        else:
            return False
        return True

    def take(self, place: int) -> None:
        """Write the first (0) or second (1) proposal into the program one stands on."""
        line, review = self._line(), self._model.review
        if review is None or takes_nothing(self._tree):
            return
        offers = review.offers(line)
        if place < len(offers):
            self._model.answer(line, review.place_of(review.proposed.key), offers[place].value)
        else:
            self.refused.emit(worded("Tidak ada usulan dimensi untuk baris ini."))

    def refuse(self) -> None:
        """Say that what is proposed for the program one stands on does not fit."""
        line, review = self._line(), self._model.review
        if review is not None and review.offers(line) and not takes_nothing(self._tree):
            self.offer_refused.emit(line)

    def tell(self) -> None:
        """Say below the tree what is proposed here, or which keys answer."""
        review = self._model.review
        self.told.setVisible(review is not None)
        if review is None:
            return
        line = self._line()
        offers = () if takes_nothing(self._tree) else review.offers(line)
        parts = [
            f"{offer.head}, {offer.reason} ({keys})" for offer, keys in zip(offers, TAKE_KEYS, strict=False)
        ]
        told = " | ".join((*parts, f"tolak ({REFUSE_KEYS})"))
        waits = bool(line) and is_open(review.values[line], review.proposed.key)
        unknown = worded("Usulan dimensi: tidak tahu. ") if waits else ""
        self.told.setText(f"Usulan: {told}" if parts else f"{unknown}{worded(_HELP)}")

    def _line(self) -> str:
        """Return the program one stands on, empty where it is none of the sheet."""
        node, review = self._model.node(self._tree.currentIndex()), self._model.review
        fits = node.line is not None and node.indicator is None and review is not None
        return node.line.id if fits and node.line and review and review.takes(node.line.id) else ""

    def _write(self, key: str, text: str) -> None:
        review = self._model.review
        place = review.place_of(key) if review else -1
        if review is None or place < 0:
            return
        try:
            self._model.answer(self._line(), place, review.parsed(place, text))
        except CellFault as fault:
            self.refused.emit(str(fault))

    def _edit(self, key: str) -> None:
        review = self._model.review
        place = review.place_of(key) if review else -1
        if place >= 0:
            index = self._tree.currentIndex()
            self._tree.edit(index.siblingAtColumn(1 + place))
