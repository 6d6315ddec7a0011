"""A stored Renstra as a tree: tujuan, sasaran, program, kegiatan, subkegiatan, each with its indicators.

Under a goal stand its strategies and directions too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.analysis import Indicator, Line, with_unit
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding import ListedFinding
from smartcity_desktop.domain.grid import CellFault
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_strategy import WORDS
from smartcity_desktop.domain.plan_typed import FORMAT as TYPED
from smartcity_desktop.domain.renstra_draft import RecordDraft
from smartcity_desktop.domain.wording import day_of, label, long_date, money, parse_money
from ui import theme
from ui.models.plan_review import PlanReview

Index = QModelIndex | QPersistentModelIndex
NAME, SOURCE, BASELINE = 0, 1, 2
CODE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The code that stands before the name, or the word for a goal."""
LEVEL_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The level of the line, ``indikator`` for an indicator."""
MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether something about the line should be looked at."""
_GOALS: Final = frozenset({"tujuan", "sasaran"})
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LONG_FIGURE: Final = re.compile(r"-?\d[\d.]*,\d{3,}|-?\d+\.\d{4,}", re.ASCII)
"""A point before three digits may part thousands, so only four or more are decimals."""
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """What the tree shows: the document, its lines in order, their indicators, and what to look at."""

    document: Document = field(default_factory=Document)
    lines: Sequence[Line] = ()
    indicators: Mapping[RowId, Sequence[Indicator]] = field(default_factory=dict)
    findings: Sequence[ListedFinding] = ()
    strategies: Mapping[RowId, Sequence[RecordDraft]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Node:
    """One row of the tree: a line, one indicator of it, or (with its ``word``) a strategi under a goal."""

    line: Line | None = None
    indicator: Indicator | None = None
    parent: "Node | None" = None
    row: int = 0
    children: list["Node"] = field(default_factory=list)
    word: str = ""

    def add(self, child: "Node") -> "Node":
        """Hang a child below."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child


def origin_of(document: Document) -> str:
    """Return where a plan comes from: its file, its sheet and the day it was read, or that it was typed."""
    day = day_of(document.read_at[:10]) if document.read_at else None
    read = [long_date(day, weekday=False)] if day else []
    if document.format == TYPED:
        return " · ".join([f"Diketik dari {document.source_name or 'kertas'}", *read])
    parts = [f"Dari {document.source_name}" if document.source_name else "Dari tabel yang ditempel"]
    parts += [f"lembar {document.source_sheet}"] if document.source_sheet else []
    parts += [f"dibaca {words}" for words in read]
    parts += [document.format] if document.format else []
    return " · ".join(parts)


def rounded(text: str) -> str:
    """Return a figure with at most two decimals (``47297,9478`` is ``47297,95``), other text as it is."""
    found = _LONG_FIGURE.fullmatch(text.strip())
    if found is None:
        return text
    sign = "," if "," in text else "."
    figure = text.strip().replace(".", "").replace(",", ".") if sign == "," else text.strip()
    short = Decimal(figure).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(short).replace(".", sign)


class PlanTreeModel(QAbstractItemModel):
    """Columns: name with code, source, baseline, then one a year: pagu of a line, target of an indicator.

    Name and pagu of a line can be changed in place. While ``review`` stands, its answers take the place of
    source and years.
    """

    edited = Signal(str, str, object)
    """The row of a line, its field (``name``, ``pagu@2026``), and the value."""
    answered = Signal(str, str, str)
    """The row of a program, the column of its worksheet, and the raw value."""
    refused = Signal(str)
    """Why something typed was not taken; what stood before stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._plan = PlanPicture()
        self._root = Node()
        self._by_line: dict[RowId, Node] = {}
        self._marked: frozenset[RowId] = frozenset()
        self.review: PlanReview | None = None

    @property
    def plan(self) -> PlanPicture:
        """What is shown."""
        return self._plan

    def show(self, plan: PlanPicture, *, with_indicators: bool = True) -> None:
        """Show another plan, or the same with or without its indicators."""
        self.beginResetModel()
        self._plan = plan
        self._root, self._by_line = Node(), {}
        self._marked = frozenset(
            plan.lines[item.finding.line].id
            for item in plan.findings
            if item.is_open and item.finding.line is not None
        )
        for line in plan.lines:
            upper = self._by_line.get(line.parent, self._root)
            node = upper.add(Node(line))
            self._by_line[line.id] = node
            if with_indicators:
                for item in plan.indicators.get(line.id, ()):
                    node.add(Node(line, item))
                for told in plan.strategies.get(line.id, ()):
                    node.add(Node(line, Indicator(name=told.name), word=WORDS[told.kind]))
        self.endResetModel()

    def show_review(self, review: PlanReview | None) -> None:
        """Show how the programs were read in place of source and years, or these again."""
        self.beginResetModel()
        self.review = review
        self.endResetModel()

    def answer(self, line: str, column: int, raw: str) -> None:
        """Take an answer (a raw value) about a program; ``column`` counts those of the review."""
        if self.review is None or not self.review.takes(line):
            return
        key = self.review.columns[column].key
        if self.review.values[line].get(key, "") == raw:
            return
        self.review = self.review.answered(line, column, raw)
        place = self.index_of(RowId(line))
        last = place.siblingAtColumn(len(self.review.columns))
        self.dataChanged.emit(place, last)
        self.answered.emit(line, key, raw)

    def index_of(self, line: RowId, indicator: RowId | None = None) -> QModelIndex:
        """Return where a line (or one of its indicators, where these are shown) stands."""
        node = self._by_line.get(line)
        if node is None:
            return QModelIndex()
        for child in node.children:
            if indicator and child.indicator and child.indicator.id == indicator:
                return self.createIndex(child.row, 0, child)
        return self.createIndex(node.row, 0, node)

    def node(self, index: Index) -> Node:
        """Return the node of an index, the root for none."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        """Return the place of a child."""
        children = self.node(parent).children
        if not (0 <= row < len(children) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = _NO_PARENT) -> QModelIndex:  # type: ignore[override] # Qt has two of this name
        """Return the place of the parent."""
        upper = self.node(index).parent
        if upper is None or upper is self._root:
            return QModelIndex()
        return self.createIndex(upper.row, 0, upper)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of children."""
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        del parent
        if self.review is not None:
            return 1 + len(self.review.columns)
        return BASELINE + 1 + len(self._plan.document.years)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        reads = self.review is not None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section > BASELINE and not reads else _LEFT
        return self._head(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _head(self, section: int) -> str:
        """Return the words over a column."""
        if self.review is not None and section > NAME:
            return self.review.columns[section - 1].label
        if section == BASELINE:
            base = self._plan.document.base_year
            return f"Kondisi awal ({base})" if base else "Kondisi awal"
        if section < BASELINE:
            return ("Uraian", "Sumber")[section]
        return self._plan.document.years[section - BASELINE - 1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let name and pagu of a line be changed."""
        flags = super().flags(index)
        node = self.node(index)
        if self.review is not None and index.column() > NAME:
            asked = node.line is not None and not node.indicator and self.review.takes(node.line.id)
            return flags | Qt.ItemFlag.ItemIsEditable if asked else flags
        if node.line is None or node.indicator or index.column() in {SOURCE, BASELINE}:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a name, or a pagu as a person types it; what is no amount is not taken."""
        node = self.node(index)
        if role != Qt.ItemDataRole.EditRole or node.line is None:
            return False
        text = " ".join(str(value or "").split())
        if self.review is not None and index.column() > NAME:
            return self._answer(self.review, node.line.id, index.column() - 1, text)
        if index.column() == NAME:
            if not text:
                self.refused.emit("Nama tidak boleh kosong. Nama semula tetap.")
                return False
            return self._change(index, replace(node.line, name=text), "name", text)
        year = self._plan.document.years[index.column() - BASELINE - 1]
        try:
            amount = parse_money(text)
        except ValueError:
            self.refused.emit(f'Pagu {year}: "{text[:40]}" bukan jumlah rupiah utuh. Angka semula tetap.')
            return False
        pagu = {key: kept for key, kept in node.line.pagu.items() if key != year}
        pagu |= {} if amount is None else {year: amount}
        return self._change(index, replace(node.line, pagu=pagu), f"pagu@{year}", amount)

    def _answer(self, review: PlanReview, line: str, column: int, text: str) -> bool:
        try:
            raw = review.parsed(column, text)
        except CellFault as fault:
            self.refused.emit(str(fault))
            return False
        self.answer(line, column, raw)
        return True

    def _change(self, index: Index, line: Line, name: str, value: object) -> bool:
        node = self.node(index)
        if line == node.line:
            return False
        node.line = line
        for child in node.children:
            if child.indicator:
                child.line = line
        lines = [line if item.id == line.id else item for item in self._plan.lines]
        self._plan = replace(self._plan, lines=lines)
        self.dataChanged.emit(index, index)
        self.edited.emit(line.id, name, value)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, its code and level, marks and tooltip."""
        node = self.node(index)
        line = node.line
        if line is None:
            return None
        column = index.column()
        if role == CODE_ROLE:
            return _code(node, line)
        if role == LEVEL_ROLE:
            return "indikator" if node.indicator else line.level
        if role == MARK_ROLE:
            return node.indicator is None and line.id in self._marked
        if self.review is not None and column > NAME:
            return self._reviewed(self.review, node, column - 1, role)
        return self._extra(node, line, column, role)

    @staticmethod
    def _reviewed(review: PlanReview, node: Node, column: int, role: int) -> object:
        """Return what stands in a cell of the review: an answer, or quietly what is proposed."""
        line = node.line.id if node.line and not node.indicator else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        words = review.words(line, column) if review.takes(line) else ""
        hint = review.hint(line, column) if review.takes(line) and not words else ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.color("text-faint" if hint else "text"))
        if role == Qt.ItemDataRole.EditRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(words or hint)}</qt>" if words or hint else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{review.columns[column].label}: {words or hint or 'kosong'}"
        return words or hint if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, node: Node, line: Line, column: int) -> str:
        if column == NAME:
            if node.indicator is None:
                return line.name
            name, unit = node.indicator.name or "(tanpa nama)", node.indicator.unit
            return with_unit(name, unit)
        if column == SOURCE:
            return "" if node.indicator else self._source(line)
        if column == BASELINE:
            return _baseline(node.indicator, self._plan.document.base_year) if node.indicator else ""
        year = self._plan.document.years[column - BASELINE - 1]
        if node.indicator:
            return rounded(node.indicator.target.get(year, ""))
        return money(line.pagu.get(year)) if line.pagu else ""

    def _source(self, line: Line) -> str:
        other = line.source_sheet not in {"", self._plan.document.source_sheet}
        row = f"baris {line.source_row}" if line.source_row else ""
        return f"{line.source_sheet}, {row}" if other else row

    def _extra(self, node: Node, line: Line, column: int, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(node, line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column > BASELINE else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            soft = node.indicator is not None or line.support or column == SOURCE
            return QColor(theme.color("text-soft" if soft else "text"))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(node, line) if column in {NAME, SOURCE} else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = ", perlu dilihat" if line.id in self._marked and not node.indicator else ""
            return f"{_code(node, line)} {self._words(node, line, column)}{mark}".strip()
        return None


def _code(node: Node, line: Line) -> str:
    if node.word:
        return node.word
    if node.indicator:
        direction = node.indicator.direction
        return "Indikator, makin kecil makin baik" if direction == "turun" else "Indikator"
    if line.level in _GOALS or not line.code:
        return label("level", line.level)
    aside = " · penunjang, tidak dihitung" if line.support and line.level == "program" else ""
    return f"{line.code}{aside}"


def _baseline(item: Indicator, base: int | None) -> str:
    told = not item.baseline or item.baseline_year in {"", str(base)}
    year = "" if told else f" ({item.baseline_year})"
    return f"{rounded(item.baseline)}{year}"


def _tip(node: Node, line: Line) -> str:
    if node.indicator:
        return f"<qt>{escape(node.indicator.name)}</qt>"
    where = f"Lembar {line.source_sheet}, baris {line.source_row}" if line.source_row else ""
    parts = (line.name, line.unit, line.location, where)
    return "<qt>{}</qt>".format("<br>".join(escape(part) for part in parts if part))
