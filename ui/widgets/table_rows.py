"""A table whose rows are looked at and chosen, never typed into: how it is set up, once for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget


def choose_rows(table: QTableView) -> None:
    """Let whole rows be chosen by mouse and arrow keys; Tab goes on to what stands beside the table."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.horizontalHeader().setHighlightSections(False)


def listed(table: QTableWidget, heads: list[str]) -> None:
    """Set up a table of a dialog: heads at the left of their columns, no numbers before the rows."""
    choose_rows(table)
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.verticalHeader().hide()
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)
