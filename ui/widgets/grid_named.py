"""The columns that name a row stay at the left while the answers are scrolled sideways."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui import theme
from ui.models.grid import GridModel
from ui.widgets.grid_paint import ColumnHeads


class NamedColumns(QTableView):
    """Lies over the left edge of a grid, with the same model, and shows only its first columns."""

    def __init__(self, room: QTableView, model: GridModel) -> None:
        """Lie over this grid, hidden as long as nothing is scrolled away."""
        super().__init__(room)
        self.setObjectName("namedColumns")
        self.setAccessibleName("Kode dan nama baris")
        self._room = room
        self._grid = model
        self._count = 0
        self._pixels = 0
        self._heads = ColumnHeads(self)
        self.setHorizontalHeader(self._heads)
        self.verticalHeader().hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QTableView { border: 0; border-radius: 0;"
            f" border-right: 2px solid {theme.color('line-strong')}; }}"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(model)
        self.setSelectionModel(room.selectionModel())
        self.setItemDelegate(room.itemDelegate())
        room.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        room.horizontalScrollBar().valueChanged.connect(self.follow)
        room.verticalHeader().sectionResized.connect(self._row_resized)
        self.clicked.connect(self._clicked)
        self.hide()

    def width_shown(self) -> int:
        """Return how much of the grid these columns cover, 0 while they are hidden."""
        return self.width() if self.isVisible() else 0

    def show_columns(self, count: int) -> None:
        """Show the first ``count`` columns."""
        self._count = count
        for at in range(self.model().columnCount()):
            self.setColumnHidden(at, at >= count)
        self.follow()

    def follow(self) -> None:
        """Take place and sizes of the grid below, or go away where its own left edge is in view."""
        room = self._room
        wanted = bool(self._count) and room.horizontalScrollBar().value() > 0
        if wanted:
            self._take_sizes()
        self.setVisible(wanted)
        if wanted:
            self.raise_()

    def _take_sizes(self) -> None:
        room = self._room
        for at in range(self._count):
            self._heads.resizeSection(at, room.horizontalHeader().sectionSize(at))
        self.setFont(room.font())
        pixels = room.font().pixelSize()
        if pixels != self._pixels:
            self._pixels = pixels
            self._heads.setStyleSheet(f"QHeaderView::section {{ font-size: {pixels}px; }}")
        self._heads.setFixedHeight(room.horizontalHeader().height())
        heads, own = room.verticalHeader(), self.verticalHeader()
        for place in range(self.model().rowCount()):
            if own.sectionSize(place) != heads.sectionSize(place):
                own.resizeSection(place, heads.sectionSize(place))
        self.clearSpans()
        for place in range(self.model().rowCount()):
            if self._grid.is_fold(place) and self._count > 1:
                self.setSpan(place, 0, 1, self._count)
        width = sum(room.horizontalHeader().sectionSize(at) for at in range(self._count)) + 2
        corner = room.viewport().geometry().topLeft()
        height = room.viewport().height() + room.horizontalHeader().height()
        self.setGeometry(corner.x(), corner.y() - room.horizontalHeader().height(), width, height)
        self.verticalScrollBar().setValue(room.verticalScrollBar().value())

    def _row_resized(self, place: int, _old: int, new: int) -> None:
        if self.isVisible():
            self.setRowHeight(place, new)

    def _clicked(self, index: QModelIndex) -> None:
        self._room.setFocus(Qt.FocusReason.MouseFocusReason)
        self._room.setCurrentIndex(index)
