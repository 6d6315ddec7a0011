"""The way to every sheet of a stage: its worksheets, and the OPD by table with their status."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from ui import theme
from ui.models.places import DELIVERED, by_table, state_words
from ui.translate import worded
from ui.widgets.label import Label

_PLACE: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 8
_DOT: Final = 8
Index = QModelIndex | QPersistentModelIndex


class PlacePainter(QStyledItemDelegate):
    """Paints an OPD: name, status in colour and words, how far."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines for an OPD, one for a table."""
        line = QFontMetrics(option.font).height()
        tall = 2 * line + 11 if isinstance(index.data(_PLACE), SheetPlace) else line + 12
        return QSize(60, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the list."""
        place = index.data(_PLACE)
        rect = option.rect
        painter.save()
        if not isinstance(place, SheetPlace):
            painter.setPen(QColor(theme.color("text-faint")))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(_PAD, 0, -_PAD, -3), bottom, str(index.data() or ""))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.color("accent-soft")))
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        self._place(painter, rect, place, bold=chosen)
        painter.restore()

    def _place(self, painter: QPainter, rect: QRect, place: SheetPlace, *, bold: bool) -> None:
        font = painter.font()
        font.setBold(bold)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        room = rect.adjusted(_PAD, 5, -_PAD, -5)
        far = f"{place.done}/{place.total}" if place.total else ""
        taken = metrics.horizontalAdvance(far)
        painter.setPen(QColor(theme.color("text" if place.required else "text-faint")))
        name = metrics.elidedText(
            place.short or place.name, Qt.TextElideMode.ElideRight, room.width() - taken - 6
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(QColor(theme.color("text-soft")))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, far)
        font.setBold(False)
        font.setPixelSize(max(9, round(font.pixelSize() * theme.size("small") / theme.size("base"))))
        painter.setFont(font)
        ink, _ = theme.pill_inks(place.status if place.required else "belum")
        dot = theme.color("accent") if place.status == "disepakati" else ink
        small = QFontMetrics(font)
        center = room.bottom() - small.height() // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(dot))
        if place.required and place.status != "belum":
            painter.setBrush(QColor(dot))
        painter.drawEllipse(QRect(room.left(), center - _DOT // 2, _DOT, _DOT))
        painter.setPen(QColor(theme.color("text-soft")))
        below = room.adjusted(_DOT + 5, 0, 0, 0)
        words = small.elidedText(state_words(place), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)


class PlacesPanel(QFrame):
    """Left of the worksheet: what there is in this stage, and who is how far. Never a ranking."""

    worksheet_chosen = Signal(str)
    opd_chosen = Signal(str)
    opd_entered = Signal(str)
    """The sheet of this OPD is to be filled in now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty lists."""
        super().__init__(parent)
        self.setObjectName("placesPanel")
        self.setAccessibleName(worded("Kertas kerja dan OPD"))
        theme.set_role(self, "card")
        self._shown_worksheets: object = None
        self._shown_places: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 4)
        column.setSpacing(2)
        head = Label("Kertas kerja tahap ini", "small", parent=self)
        head.setContentsMargins(_PAD, 0, _PAD, 0)
        column.addWidget(head)
        self.worksheets = self._list("worksheetList", "Kertas kerja tahap ini")
        self.worksheets.itemActivated.connect(self._worksheet)
        self.worksheets.itemClicked.connect(self._worksheet)
        column.addWidget(self.worksheets)
        self.opds = self._list("opdList", worded("OPD menurut meja"))
        self.opds.setItemDelegate(PlacePainter(self.opds))
        self.opds.itemActivated.connect(self._enter)
        self.opds.itemClicked.connect(self._opd)
        column.addWidget(self.opds, 1)

    def show_worksheets(
        self, worksheets: Sequence[Worksheet], places: Mapping[RowId, Sequence[SheetPlace]], chosen: str
    ) -> None:
        """Show the worksheets of this stage with how many OPD have delivered."""
        wanted = (tuple(worksheets), dict(places), chosen)
        if wanted == self._shown_worksheets:
            return
        self._shown_worksheets = wanted
        self.worksheets.clear()
        for item in worksheets:
            due = [place for place in places.get(item.id, ()) if place.required]
            ready = sum(1 for place in due if place.status in DELIVERED)
            line = QListWidgetItem(f"{item.title}\n{ready} dari {len(due)} diserahkan", self.worksheets)
            line.setData(_PLACE, item.id)
            if item.id == chosen:
                self.worksheets.setCurrentItem(line)
        rows = sum(self.worksheets.sizeHintForRow(row) for row in range(self.worksheets.count()))
        self.worksheets.setFixedHeight(min(rows, 240) + 6)

    def show_places(self, places: Sequence[SheetPlace], chosen: str, numbers: Mapping[RowId, str]) -> None:
        """Show the OPD by table; ``numbers`` are those of their sheets on paper."""
        wanted = (tuple(places), chosen, dict(numbers))
        if wanted == self._shown_places:
            return
        self._shown_places = wanted
        self.opds.clear()
        for table, found in by_table(places).items():
            head = QListWidgetItem(f"Meja {table}" if table else "Tanpa meja", self.opds)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            for place in found:
                line = QListWidgetItem(self.opds)
                line.setData(_PLACE, place)
                line.setToolTip(" · ".join(part for part in (numbers.get(place.party), place.name) if part))
                line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place.name}, {state_words(place)}")
                if place.party == chosen:
                    self.opds.setCurrentItem(line)
        current = self.opds.currentItem()
        if current is not None:
            self.opds.scrollToItem(current)

    def _list(self, name: str, words: str) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setStyleSheet(
            "QListWidget { border: 0; border-radius: 0; }"
            "QListWidget::item { border-radius: 5px; margin: 1px 3px; padding: 5px; }"
            f"QListWidget:focus {{ border: 2px solid {theme.color('focus')}; }}"
        )
        return made

    def _worksheet(self, item: QListWidgetItem) -> None:
        self.worksheet_chosen.emit(str(item.data(_PLACE)))

    def _opd(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, SheetPlace):
            self.opd_chosen.emit(place.party)

    def _enter(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, SheetPlace):
            self.opd_entered.emit(place.party)
