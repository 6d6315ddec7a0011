"""What changes the file is marked where it is built: in a file that takes nothing it stands still."""

from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from ui import theme
from ui.widgets.label import tip

WHY: Final = "Berkas ini hanya bisa dibaca. Untuk mengisi, buka berkas kerja di laptop."
_CLOSED: Final = "takesNothing"
_READS: Final = "readsOnly"
_PAGES: Final[WeakSet[QWidget]] = WeakSet()
"""The pages whose file takes no change, mostly none: then nobody is asked for the page it stands on."""


def take_nothing(root: QWidget, *, on: bool = True) -> None:
    """Say of a page that its file takes no change: all that is shown on it, dialogs too, stands still."""
    root.setProperty(_CLOSED, on)
    if on:
        _PAGES.add(root)
    else:
        _PAGES.discard(root)


def takes_nothing(widget: QWidget) -> bool:
    """Tell whether a widget stands on a page whose file takes no change."""
    # Climbing is dear: at the first parent that Qt made itself PySide6 goes through all its kinds of widget.
    found: QWidget | None = widget if _PAGES else None
    while found is not None:
        if found.property(_CLOSED):
            return True
        found = found.parentWidget()
    return False


def for_writing(*widgets: QWidget) -> None:
    """Mark what changes the file, with everything in it.

    When it is first shown in a file that takes nothing, buttons and choices in it are disabled whatever is
    said to them later, lines can be read alone, and views with ``may_write`` are told.
    """
    for widget in widgets:
        _Watch(widget)


def for_reading(*widgets: QWidget) -> None:
    """Mark what changes nothing inside of what does: a search, a way to close or to print."""
    for widget in widgets:
        widget.setProperty(_READS, "yes")


def shut(widget: QWidget, *, on: bool) -> None:
    """Disable a button that leads elsewhere at times while what it leads to would change the file."""
    closed = on and takes_nothing(widget)
    widget.setEnabled(not closed)
    tip(widget, WHY if closed else "")


class _Watch(QObject):
    """Waits until a widget is first shown: only then is it known on what page it stands."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            if takes_nothing(watched):
                _lock(watched)
            self.deleteLater()
        return False


class _Lock(QObject):
    """Keeps a widget as ``_still`` left it, and takes in what is put into it later."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setObjectName(_CLOSED)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget):
                _lock(child)
        elif kind in {QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange} and isinstance(watched, QWidget):
            _still(watched)
        return False


def _lock(widget: QWidget) -> None:
    """Let a widget and everything in it stand still, once."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    if widget.property(_READS) or widget.findChild(_Lock, _CLOSED, direct) is not None:
        return
    _still(widget)
    _Lock(widget)
    widget.setProperty("still", "true")
    theme.restyle(widget)
    if isinstance(widget, QAbstractItemView | QAbstractSpinBox | QComboBox):
        return
    for child in widget.findChildren(QWidget, options=direct):
        if not (isinstance(child, QScrollBar) or child.isWindow()):
            _lock(child)


def _still(widget: QWidget) -> None:
    if isinstance(widget, QAbstractButton | QComboBox):
        if widget.isEnabled():
            widget.setEnabled(False)
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
        widget.setReadOnly(True)
    elif isinstance(widget, QAbstractItemView):
        widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        widget.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        if isinstance(widget, QListWidget):
            _keep_ticks(widget)
    elif not hasattr(widget, "may_write"):
        return
    if hasattr(widget, "may_write"):
        widget.may_write = False
    if widget.toolTip() != _tip_of():
        tip(widget, WHY)


def _keep_ticks(view: QListWidget) -> None:
    quiet = view.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
    for row in range(view.count()):
        line = view.item(row)
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    view.blockSignals(quiet)


def _tip_of() -> str:
    return f"<qt>{WHY}</qt>"
