"""The way to every sheet of a stage: its worksheets, and who fills the chosen one, each with its status."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.dimension import RETIRED
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, BY_DIMENSION, BY_OPD, SheetPlace, Worksheet
from ui import theme
from ui.models.manner import (
    DELIVERED,
    Manner,
    delivered_words,
    far_words,
    listed_words,
    manner_of,
    moved_words,
    owing_words,
    ready_words,
    state_words,
)
from ui.models.places import by_table
from ui.translate import worded
from ui.widgets.assessor_line import AssessorLine
from ui.widgets.button import Button, shown_whole
from ui.widgets.label import Label, tip

_PLACE: Final = Qt.ItemDataRole.UserRole
_LINE: Final = Qt.ItemDataRole.UserRole + 1
"""Code, title and how many have delivered."""
_PAD: Final = 8
_DOT: Final = 8
_TALLEST: Final = 264
"""Pixels that the list of worksheets takes at most; the rest is scrolled."""
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
        group = place.kind == BY_DIMENSION
        left = self._chip(painter, room, place)
        painter.setFont(font)
        painter.setPen(QColor(theme.color("text" if place.required else "text-faint")))
        called = (place.short or place.name) if place.kind == BY_OPD else place.name
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
        manner = replace(self.manner, kind=place.kind)
        words = small.elidedText(state_words(place, manner), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _chip(self, painter: QPainter, room: QRect, place: SheetPlace) -> int:
        """Paint the code of a dimension in its colour; return the room it takes."""
        if place.kind != BY_DIMENSION:
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


class SheetPainter(QStyledItemDelegate):
    """Paints a worksheet in one line: its code, its title, and how many have delivered."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line."""
        del index
        return QSize(60, QFontMetrics(option.font).height() + 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the list."""
        code, title, far = index.data(_LINE)
        rect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.color("accent-soft")))
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        font = painter.font()
        font.setBold(chosen)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.color("text-soft")))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), code)
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), far)
        left = metrics.horizontalAdvance("L10N") + 6
        taken = metrics.horizontalAdvance(far) + 6 if far else 0
        painter.setPen(QColor(theme.color("text")))
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width() - left - taken)
        painter.drawText(room.adjusted(left, 0, 0, 0), int(middle | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


class PlacesPanel(QFrame):
    """Left of the worksheet: what there is in this stage, and who is how far. Never a ranking."""

    worksheet_chosen = Signal(str)
    party_chosen = Signal(str)
    party_entered = Signal(str)
    """This sheet is to be filled in now."""
    way_asked = Signal(str)
    """A worksheet is to be taken up in this stage, or out of it (``ui.models.places``)."""
    assessors_named = Signal(object)
    """Names of people who are to score."""
    assessor_renamed = Signal(str, str)
    assessor_retired = Signal(str, bool)
    """One who scores, and whether no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty lists."""
        super().__init__(parent)
        self.setObjectName("placesPanel")
        self.setAccessibleName(worded("Kertas kerja dan OPD"))
        theme.set_role(self, "card")
        self._shown_worksheets: object = None
        self._shown_places: object = None
        self._ways: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 4)
        column.setSpacing(2)
        column.addLayout(self._head())
        self.worksheets = self._list("worksheetList", "Kertas kerja tahap ini")
        self.worksheets.setItemDelegate(SheetPainter(self.worksheets))
        self.worksheets.itemActivated.connect(self._worksheet)
        self.worksheets.itemClicked.connect(self._worksheet)
        column.addWidget(self.worksheets)
        self.listed = Label("", "small", name="partyHead", parent=self)
        self.listed.setContentsMargins(_PAD, 4, _PAD, 0)
        column.addWidget(self.listed)
        self.parties = self._list("partyList", worded("OPD menurut meja"))
        self.parties.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._painter = PlacePainter(self.parties)
        self.parties.setItemDelegate(self._painter)
        self.parties.itemActivated.connect(self._enter)
        self.parties.itemClicked.connect(self._party)
        self.parties.itemChanged.connect(self._renamed)
        column.addWidget(self.parties, 1)
        self.owing = Label("", "small", name="partiesOwing", wrap=True, parent=self)
        self.owing.setContentsMargins(_PAD, 4, _PAD, 4)
        self.owing.hide()
        column.addWidget(self.owing)
        self.assessors = AssessorLine(self)
        self.assessors.named.connect(self.assessors_named)
        self.assessors.retired.connect(self.assessor_retired)
        self.assessors.hide()
        column.addWidget(self.assessors)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_PAD, 0, 4, 0)
        row.addWidget(Label("Kertas kerja tahap ini", "small", parent=self), 1)
        self.more_button = Button("+", "placesMore", "quiet", parent=self)
        self.more_button.setAccessibleName("Pakai kertas kerja lain di tahap ini, atau keluarkan")
        tip(self.more_button, self.more_button.accessibleName())
        self.more_button.clicked.connect(self._offer)
        row.addWidget(self.more_button)
        return row

    def show_ways(self, ways: Sequence[tuple[str, str]]) -> None:
        """Take what can be brought into this stage or taken out of it: (way, its words)."""
        self._ways = tuple(ways)
        self.more_button.setVisible(bool(ways))

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
            own, manner = places.get(item.id, ()), manner_of(item)
            line = QListWidgetItem(f"{item.code} {item.title}", self.worksheets)
            line.setData(_PLACE, item.id)
            due = [place for place in own if place.required]
            ready = sum(1 for place in due if place.status in DELIVERED)
            line.setData(_LINE, (item.code, item.title, f"{ready}/{len(due)}" if due else ""))
            told = (f"{item.code} {item.title}", delivered_words(own, manner), owing_words(own))
            line.setToolTip(_plain(". ".join(part for part in told if part)))
            said = (f"{item.code} {item.title}", ready_words(own, manner))
            line.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in said if part))
            if item.id == chosen:
                self.worksheets.setCurrentItem(line)
        rows = sum(self.worksheets.sizeHintForRow(row) for row in range(self.worksheets.count()))
        self.worksheets.setFixedHeight(min(rows + 2 * self.worksheets.count(), _TALLEST) + 6)
        current = self.worksheets.currentItem()
        if current is not None:
            self.worksheets.scrollToItem(current)

    def show_places(
        self,
        worksheet: Worksheet | None,
        places: Sequence[SheetPlace],
        chosen: str,
        merged: Sequence[SheetPlace] = (),
    ) -> None:
        """Show who fills a worksheet, OPD by table, and below them the sheets that were ``merged``."""
        manner = manner_of(worksheet)
        wanted = (manner, tuple(places), chosen, tuple(merged))
        if wanted == self._shown_places:
            return
        self._shown_places = wanted
        self._painter.manner = manner
        self.assessors.setVisible(worksheet is not None and manner.kind == BY_ASSESSOR)
        self.owing.setText(owing_words(places))
        self.owing.setVisible(bool(self.owing.text()))
        self.parties.setAccessibleName(listed_words(manner))
        self.listed.setText(listed_words(manner))
        self.listed.setVisible(not manner.by_opd and bool(places))
        self.parties.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.parties.clear()
        for table, found in by_table(places).items():
            if manner.by_opd:
                self._heading(f"Meja {table}" if table else "Tanpa meja")
            for place in found:
                self._choose(self._line(place, manner), place, chosen)
        if merged:
            self._heading(worded("Gabungan per dimensi"))
        for place in merged:
            self._choose(self._line(place, Manner(BY_DIMENSION, manner.takes_rows)), place, chosen)
        self.parties.blockSignals(False)  # noqa: FBT003 - Qt's own
        current = self.parties.currentItem()
        if current is not None:
            self.parties.scrollToItem(current)

    def _heading(self, words: str) -> None:
        head = QListWidgetItem(words, self.parties)
        head.setFlags(Qt.ItemFlag.NoItemFlags)

    def _choose(self, line: QListWidgetItem, place: SheetPlace, chosen: str) -> None:
        if place.party == chosen:
            self.parties.setCurrentItem(line)
            self.assessors.show_chosen(place)

    def _line(self, place: SheetPlace, manner: Manner) -> QListWidgetItem:
        line = QListWidgetItem(self.parties)
        line.setData(_PLACE, place)
        name = f"{place.short} {place.name}" if manner.by_dimension else place.name
        if manner.kind == BY_ASSESSOR:
            line.setText(place.name.removesuffix(RETIRED))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsEditable)
        waiting = f"{place.comments} catatan telaah terbuka" if place.comments else ""
        told = (" · ".join(part for part in (place.number, name) if part), moved_words(place), waiting)
        line.setToolTip(_plain("\n".join(part for part in told if part)))
        said = (name, state_words(place, manner), far_words(place, manner), waiting)
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
            self.assessors.show_chosen(place)
            self.party_chosen.emit(place.party)

    def _enter(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, SheetPlace):
            self.party_entered.emit(place.party)

    def _renamed(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        name = " ".join(item.text().split())
        if isinstance(place, SheetPlace) and name and name != place.name.removesuffix(RETIRED):
            self.assessor_renamed.emit(place.party, name)

    def rename_current(self) -> None:
        """Let the name of the assessor that is chosen be typed anew."""
        if self.parties.currentRow() < 0:
            return
        current = self.parties.currentItem()
        if current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.parties.setFocus(Qt.FocusReason.OtherFocusReason)
            self.parties.editItem(current)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("placesMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way, words in self._ways:
            action = menu.addAction(shown_whole(words))
            action.triggered.connect(partial(self._ask, way))
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _ask(self, way: str) -> None:
        self.way_asked.emit(way)


def _plain(text: str) -> str:
    """Return a tooltip that Qt does not take for markup, a line for a line."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
