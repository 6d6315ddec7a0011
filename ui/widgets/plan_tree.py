"""The tree of a stored Renstra beside its years, with what should be looked at below."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.analysis import as_drafts
from smartcity_desktop.domain.finding import ListedFinding
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.renstra import Draft, Finding, is_support, summary
from smartcity_desktop.domain.suggest_code import CodeOffer
from smartcity_desktop.domain.wording import EMPTY
from ui import theme
from ui.models.plan_review import PlanReview
from ui.models.plan_tree import (
    BASELINE,
    CODE_ROLE,
    LEVEL_ROLE,
    MARK_ROLE,
    NAME,
    SOURCE,
    Index,
    PlanPicture,
    PlanTreeModel,
    origin_of,
)
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.plan_findings import PlanFindings
from ui.widgets.plan_nomen import CodeLine
from ui.widgets.plan_review import ReviewKeys
from ui.widgets.writing import for_writing

_NAME, _SOURCE, _BASELINE, _YEAR = 290, 76, 152, 112
_WIDTHS: Final = {SOURCE: _SOURCE, BASELINE: _BASELINE}
_REVIEWED: Final = {2: 210, 4: 140}
_LINES: Final = 2
_STEP: Final = 16
_OPEN: Final = frozenset({"tujuan", "sasaran", "program"})
_HIGHEST: Final = 16_777_215
_NONE: Final = 58
"""Qt's own word for no limit."""
_CALM: Final = " Tidak ada yang meragukan."
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class SupportSwitch:
    """The support lines of a plan, and whether they shall stay out of counts and sums."""

    lines: tuple[RowId, ...]
    support: bool


class _Cells(QStyledItemDelegate):
    """Draws code and name in at most two lines; a line to look at has an amber edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        level = str(index.data(LEVEL_ROLE))
        if index.column() == NAME:
            self._name(painter, box, index, level)
        else:
            placed = int(str(index.data(Qt.ItemDataRole.TextAlignmentRole)))
            bold = level == "program" and bool(placed & Qt.AlignmentFlag.AlignRight.value)
            painter.setFont(theme.font("small", bold=bold))
            painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
            room = box.adjusted(6, 0, -8, 0)
            metrics = painter.fontMetrics()
            words = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, placed, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line or two, as the name needs."""
        del option
        font = theme.font("small", bold=index.data(LEVEL_ROLE) == "program")
        view = self.parent()
        if index.column() != NAME or not isinstance(view, PlanTreeView):
            return QSize(theme.scaled(_YEAR), 0)
        metrics = QFontMetrics(font)
        room = QRect(0, 0, view.name_room(index), theme.scaled(400))
        height = metrics.boundingRect(room, _WRAP, str(index.data() or "")).height()
        lines = min(_LINES, max(1, round(height / metrics.lineSpacing())))
        return QSize(_NAME, (lines + 1) * metrics.lineSpacing() + 12)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for a name or an amount."""
        del option
        line = QLineEdit(parent)
        line.setObjectName("plan-cell")
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        line.setStyleSheet("border-radius: 0; padding: 0 5px;")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the words of the cell into the line; the dash that stands for nothing is nothing."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or "").removeprefix(EMPTY))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @staticmethod
    def _name(painter: QPainter, box: QRect, index: Index, level: str) -> None:
        if index.data(MARK_ROLE):
            painter.setPen(QPen(QColor(theme.color("warning-line")), 3))
            painter.drawLine(box.left() + 1, box.top() + 3, box.left() + 1, box.bottom() - 3)
        room = box.adjusted(8, 5, -6, -5)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color("text-faint")))
        metrics = painter.fontMetrics()
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), str(index.data(CODE_ROLE) or ""))
        painter.setFont(theme.font("small", bold=level == "program"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        room.setTop(room.top() + metrics.lineSpacing())
        room.setHeight(_LINES * metrics.lineSpacing())
        painter.setClipRect(room)
        painter.drawText(room, _WRAP, in_two_lines(str(index.data() or ""), painter.font(), room.width()))


def in_two_lines(words: str, font: QFont, width: int) -> str:
    """Return words that fill at most two lines of this width; what is cut ends in "…"."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= _LINES:
        return words
    last = starts[_LINES - 1]
    rest = QFontMetrics(font).elidedText(words[last:], Qt.TextElideMode.ElideRight, width)
    return f"{words[:last].rstrip()}\n{rest}"


class _Years(QHeaderView):
    """The head of the tree; a year under which money stands says so."""

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Put the unit behind the year."""
        super().initStyleOptionForIndex(option, section)
        option.text = self.words(section)

    def words(self, column: int) -> str:
        """Return the head of a column as it is shown."""
        model = self.model()
        head = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if column <= BASELINE or not isinstance(model, PlanTreeModel) or model.review is not None:
            return head
        year = model.plan.document.years[column - BASELINE - 1]
        return f"{head} (Rp)" if any(line.pagu.get(year) is not None for line in model.plan.lines) else head


class PlanTreeView(QTreeView):
    """The tree; support programs and subkegiatan begin folded."""

    def __init__(self, model: PlanTreeModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._tree = model
        self.setObjectName("plan-tree")
        self.setAccessibleName("Pohon Renstra")
        self.years = _Years(Qt.Orientation.Horizontal, self)
        self.setHeader(self.years)
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setIndentation(_STEP)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().sectionResized.connect(self._resized)

    def name_room(self, index: Index) -> int:
        """Return how many pixels the name of a row has."""
        depth, upper = 1, index.parent()
        while upper.isValid():
            depth, upper = depth + 1, upper.parent()
        return max(60, self.columnWidth(NAME) - depth * _STEP - 14)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def fold(self) -> None:
        """Open tujuan, sasaran and programs, but no support programs and no kegiatan."""
        lines = self._tree.plan.lines
        self.unfold(
            frozenset(
                line.id
                for line in lines
                if line.level in _OPEN and not (line.support or is_support(line.code))
            )
        )

    def unfold(self, opened: frozenset[RowId]) -> None:
        """Open exactly these lines of a plan that was just shown."""
        # While a layout is due, Qt only notes what is open instead of laying all rows out at each step.
        self.scheduleDelayedItemsLayout()
        for line in opened:
            self.expand(self._tree.index_of(line))

    def fit(self) -> None:
        """Give the columns their widths, the name what is left."""
        for column in range(1, self._tree.columnCount()):
            widths = _REVIEWED if self._tree.review is not None else _WIDTHS
            width = widths.get(column, _YEAR)
            self.setColumnWidth(column, theme.scaled(width))
        others = sum(self.columnWidth(column) for column in range(1, self._tree.columnCount()))
        self.setColumnWidth(NAME, max(theme.scaled(_NAME), self.viewport().width() - others))

    def show_index(self, index: QModelIndex) -> None:
        """Open the way to a row and choose it."""
        if index.isValid():
            upper = index.parent()
            while upper.isValid():
                self.expand(upper)
                upper = upper.parent()
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Give the columns the room of another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "years"):
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns fitting, and the chosen row in sight."""
        super().resizeEvent(event)
        self.fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _resized(self, column: int, _old: int, _new: int) -> None:
        if column == NAME:
            self.scheduleDelayedItemsLayout()


class PlanPanel(QWidget):
    """One plan: its sentence, its tree, and what should be looked at."""

    read_again = Signal()
    removed = Signal(str)
    """The document row that shall be deleted."""
    direction_chosen = Signal(str, str)
    """The indicator row and ``turun`` or ``naik``."""
    edited = Signal(str, str, object)
    """The row of a line, its field, and the value that was typed."""
    refused = Signal(str)
    """Why something typed was not taken."""
    support_switched = Signal(object)
    """A SupportSwitch."""
    versions_asked = Signal()
    answered = Signal(object, str, str)
    """The ListedFinding that was answered, its state, the words of the agency."""
    print_asked = Signal()
    """The check sheet of this plan is wanted on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no plan."""
        super().__init__(parent)
        self.setObjectName("plan")
        self.model = PlanTreeModel(self)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self.refused)
        self.tree = PlanTreeView(self.model, self)
        self.sentence = Label("", "title", name="plan-sentence", wrap=True, parent=self)
        self.source = ElidedLabel("", "small", name="plan-source", parent=self)
        self.with_indicators = QCheckBox("Indikator", self)
        self.with_indicators.setObjectName("plan-indicators")
        self.with_indicators.setChecked(True)
        self.with_indicators.toggled.connect(self._indicators_switched)
        self.support = QCheckBox("", self)
        self.support.setObjectName("plan-support")
        self.support.clicked.connect(self._support_clicked)
        self.again = Button("Baca ulang", "plan-again", parent=self)
        self.again.clicked.connect(self.read_again)
        self.versions = Button("Versi …", "plan-versions-open", parent=self)
        self.versions.clicked.connect(self.versions_asked)
        self.remove = Button("Hapus", "plan-remove", parent=self)
        self.remove.clicked.connect(self._remove)
        self.findings = PlanFindings(self)
        self.findings.visited.connect(self._visit)
        self.findings.entered.connect(self._enter)
        self.findings.direction_chosen.connect(self._chose)
        self.findings.answered.connect(self.answered)
        self.findings.refused.connect(self.refused)
        self.findings.print_asked.connect(self.print_asked)
        self.codes = CodeLine(self)
        self.codes.row_asked.connect(self.show_line)
        self.tree.selectionModel().currentChanged.connect(self._stood)
        self.review = ReviewKeys(self.tree, self.model, self)
        self._name = ""
        self._waiting: tuple[PlanPicture, str] | None = None
        self.tree.itemDelegate().closeEditor.connect(self._editor_closed)
        self._lay_out()

    def show_plan(self, plan: PlanPicture, name: str) -> None:
        """Show the plan of an agency; the same one again keeps its place, and waits for an open cell."""
        same = plan.document.id == self.model.plan.document.id
        if same and self.tree.is_editing:
            self._waiting = (plan, name)
            return
        self._waiting = None
        here = self.model.node(self.tree.currentIndex()).line if same else None
        opened = self._opened() if same else None
        self._name = name
        self.model.show(plan, with_indicators=self.with_indicators.isChecked())
        self._unfold(opened)
        self.tree.fit()
        if here:
            self.tree.show_index(self.model.index_of(here.id))
        self._say()

    def show_line(self, line: str) -> bool:
        """Go to a line; False where this plan has none of that id."""
        index = self.model.index_of(RowId(line))
        self.tree.show_index(index)
        return index.isValid()

    def show_codes(self, offers: list[CodeOffer]) -> None:
        """Say below the tree what the nomenclature proposes for programs of this plan."""
        names = {str(line.id): f"{line.code} {line.name}".strip() for line in self.model.plan.lines}
        self.codes.show_offers([item for item in offers if item.line in names], names)

    def show_review(self, review: PlanReview | None) -> None:
        """Show how the programs were read, or the years again; what is open stays open."""
        if self.tree.is_editing or review == self.model.review:
            return
        self._in_place(partial(self.model.show_review, review))

    def _stood(self, current: QModelIndex) -> None:
        line = self.model.node(current).line
        self.codes.stand_on(line.id if line else "")

    def _editor_closed(self) -> None:
        # The view leaves its editing state only after this signal.
        QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self._waiting is not None:
            self.show_plan(*self._waiting)

    def _say(self) -> None:
        plan = self.model.plan
        document = plan.document
        drafts = as_drafts(plan.lines, plan.indicators)
        draft = Draft(
            years=document.years,
            lines=drafts,
            period_start=document.period_start,
            period_end=document.period_end,
        )
        self.sentence.setText(summary(draft, self._name).removesuffix(_CALM))
        self.source.setText(origin_of(document))
        self.findings.show_findings(plan.findings, plan.document.id)
        self._looks.setMaximumHeight(_HIGHEST if plan.findings else _NONE)
        supports = [line for line in plan.lines if is_support(line.code)]
        programs = sum(line.level == "program" for line in supports)
        self.support.setVisible(bool(supports))
        self.support.setText(f"Penunjang ikut dihitung ({programs} program)")
        self.support.setChecked(bool(supports) and not any(line.support for line in supports))

    def _visit(self, listed: ListedFinding) -> None:
        item = listed.finding
        if item.line is not None:
            line = self.model.plan.lines[item.line]
            self.tree.show_index(self.model.index_of(line.id, self._indicator(item)))

    def _enter(self, listed: ListedFinding) -> None:
        self._visit(listed)
        if listed.finding.line is not None:
            self.tree.setFocus()

    def _indicator(self, item: Finding) -> RowId | None:
        if item.line is None or item.indicator is None:
            return None
        found = self.model.plan.indicators.get(self.model.plan.lines[item.line].id, ())
        return found[item.indicator].id if item.indicator < len(found) else None

    def _chose(self, listed: ListedFinding, direction: str) -> None:
        indicator = self._indicator(listed.finding)
        if indicator:
            self.direction_chosen.emit(indicator, direction)

    def _indicators_switched(self) -> None:
        on = self.with_indicators.isChecked()
        self._in_place(partial(self.model.show, self.model.plan, with_indicators=on))

    def _in_place(self, show: Callable[[], None]) -> None:
        opened, here = self._opened(), self.model.node(self.tree.currentIndex()).line
        show()
        self._unfold(opened)
        self.tree.fit()
        if here:
            self.tree.show_index(self.model.index_of(here.id))

    def _support_clicked(self) -> None:
        rows = tuple(line.id for line in self.model.plan.lines if is_support(line.code))
        self.support_switched.emit(SupportSwitch(rows, support=not self.support.isChecked()))

    def _remove(self) -> None:
        self.removed.emit(self.model.plan.document.id)

    def _opened(self) -> frozenset[RowId]:
        lines = self.model.plan.lines
        return frozenset(line.id for line in lines if self.tree.isExpanded(self.model.index_of(line.id)))

    def _unfold(self, opened: frozenset[RowId] | None) -> None:
        if opened is None:
            self.tree.fold()
        else:
            self.tree.unfold(opened)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(14)
        tools.addWidget(self.source, 1)
        buttons = (self.versions, self.again, self.remove)
        for part in (self.review.switch, self.with_indicators, self.support, *buttons):
            tools.addWidget(part)
        self._looks = Card(parent=self)
        self._looks.body.addWidget(self.findings, 1)
        self.review.switched.connect(self._looks.setHidden)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        parts.addWidget(self.tree)
        parts.addWidget(self._looks)
        parts.setSizes([265, 255])
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addLayout(tools)
        column.addWidget(parts, 1)
        column.addWidget(self.review.told)
        column.addWidget(self.codes)
        for_writing(self.tree, self.support, self.again, self.remove)
