"""The way to every sheet of a stage: its worksheets, and the OPD by table, or the dimensions, with status."""

from collections.abc import Mapping, Sequence
from html import escape
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
from ui.models.places import DELIVERED, Manner, by_table, far_words, manner_of, state_words
from ui.translate import worded
from ui.widgets.label import Label

_PLACE: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 8
_DOT: Final = 8
Index = QModelIndex | QPersistentModelIndex


class PlacePainter(QStyledItemDelegate):
    """Paints whose sheet it is: name, status in colour and words, how far; a dimension's code as a chip."""

    def __init__(self, view: QWidget) -> None:
        """Speak of OPD and their programs until told otherwise."""
        super().__init__(view)
        self.manner = Manner()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines for a sheet, one for a table."""
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
        far = far_words(place, self.manner)
        group = self.manner.by_dimension
        left = self._chip(painter, room, place)
        painter.setFont(font)
        painter.setPen(QColor(theme.color("text" if place.required else "text-faint")))
        called = place.name if group else place.short or place.name
        taken = left + (0 if group else metrics.horizontalAdvance(far) + 6)
        name = metrics.elidedText(called, Qt.TextElideMode.ElideRight, room.width() - taken)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room.adjusted(left, 0, 0, 0), top, name)
        painter.setPen(QColor(theme.color("text-soft")))
        if not group:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, far)
        font.setBold(False)
        font.setPixelSize(max(9, round(font.pixelSize() * theme.size("small") / theme.size("base"))))
        painter.setFont(font)
        self._status(painter, room, place, far if group else "")

    def _status(self, painter: QPainter, room: QRect, place: SheetPlace, far: str) -> None:
        """Paint the second line: the status with its dot, and how far where that stands here."""
        ink, _ = theme.pill_inks(place.status if place.required else "belum")
        dot = theme.color("accent") if place.status == "disepakati" else ink
        small = painter.fontMetrics()
        center = room.bottom() - small.height() // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(dot))
        if place.required and place.status != "belum":
            painter.setBrush(QColor(dot))
        painter.drawEllipse(QRect(room.left(), center - _DOT // 2, _DOT, _DOT))
        painter.setPen(QColor(theme.color("text-soft")))
        below = room.adjusted(_DOT + 5, 0, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, far)
        wide = below.width() - (small.horizontalAdvance(far) + 6 if far else 0)
        words = small.elidedText(state_words(place, self.manner), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _chip(self, painter: QPainter, room: QRect, place: SheetPlace) -> int:
        """Paint the code of a dimension in its colour; return the room it takes."""
        if not self.manner.by_dimension:
            return 0
        ground = place.color if QColor.isValidColorName(place.color) else theme.color("neutral-soft")
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(max(9, round(font.pixelSize() * theme.size("small") / theme.size("base"))))
        metrics = QFontMetrics(font)
        box = QRect(room.left(), room.top(), metrics.horizontalAdvance(place.short) + 8, metrics.height() + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_on(ground)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, place.short)
        return box.width() + 6


class PlacesPanel(QFrame):
    """Left of the worksheet: what there is in this stage, and who is how far. Never a ranking."""

    worksheet_chosen = Signal(str)
    party_chosen = Signal(str)
    party_entered = Signal(str)
    """The sheet of this OPD or dimension is to be filled in now."""

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
        self.parties = self._list("partyList", worded("OPD menurut meja"))
        self._painter = PlacePainter(self.parties)
        self.parties.setItemDelegate(self._painter)
        self.parties.itemActivated.connect(self._enter)
        self.parties.itemClicked.connect(self._party)
        column.addWidget(self.parties, 1)

    def show_worksheets(
        self, worksheets: Sequence[Worksheet], places: Mapping[RowId, Sequence[SheetPlace]], chosen: str
    ) -> None:
        """Show the worksheets of this stage with how many have delivered."""
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

    def show_places(
        self,
        worksheet: Worksheet | None,
        places: Sequence[SheetPlace],
        chosen: str,
        numbers: Mapping[RowId, str],
    ) -> None:
        """Show the OPD by table, or the dimensions; ``numbers`` are those of their sheets on paper."""
        manner = manner_of(worksheet)
        wanted = (manner, tuple(places), chosen, dict(numbers))
        if wanted == self._shown_places:
            return
        self._shown_places = wanted
        self._painter.manner = manner
        self.parties.setAccessibleName(worded("Dimensi" if manner.by_dimension else "OPD menurut meja"))
        self.parties.clear()
        for table, found in by_table(places).items():
            if not manner.by_dimension:
                head = QListWidgetItem(f"Meja {table}" if table else "Tanpa meja", self.parties)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
            for place in found:
                line = self._line(place, manner, numbers.get(place.party, ""))
                if place.party == chosen:
                    self.parties.setCurrentItem(line)
        current = self.parties.currentItem()
        if current is not None:
            self.parties.scrollToItem(current)

    def _line(self, place: SheetPlace, manner: Manner, number: str) -> QListWidgetItem:
        line = QListWidgetItem(self.parties)
        line.setData(_PLACE, place)
        name = f"{place.short} {place.name}" if manner.by_dimension else place.name
        told = " · ".join(part for part in (number, name) if part)
        line.setToolTip(f"<qt>{escape(told)}</qt>" if told else "")
        said = (name, state_words(place, manner), far_words(place, manner))
        line.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in said if part))
        return line

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

    def _party(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, SheetPlace):
            self.party_chosen.emit(place.party)

    def _enter(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, SheetPlace):
            self.party_entered.emit(place.party)
