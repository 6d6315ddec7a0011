"""A cell of a table that is answered by choosing from a list, at once when something is chosen."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

Index = QModelIndex | QPersistentModelIndex


class ChoiceCell(QStyledItemDelegate):
    """Who stands on it makes the list (``createEditor``) and ties its ``activated`` to ``take``."""

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is chosen now."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over another choice."""
        if isinstance(editor, QComboBox) and editor.currentData() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.currentData())

    def take(self) -> None:
        """Hand over what was chosen, and close the list."""
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)
