"""The sample city without the usual words in its own data, and every text that a window shows."""

import re
import shutil
from dataclasses import is_dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from smartcity_desktop import sample
from smartcity_desktop.paths import shelf

USUAL = re.compile(r"\b(OPD|(?:[Ss]ub|SUB)?(?:[Dd]imensi|DIMENSI)(?:nya)?)\b")
"""The usual words for an agency and a dimension."""
_OWN = (
    (r"\bOPD\b", "instansi"),
    (r"\b[Ss]ubdimensi\b", "subbagian"),
    (r"\b[Dd]imensi\b", "bagian"),
    (r"\bWali Kota\b", "Kepala Daerah"),
    (r"\bPerwal\b", "Peraturan"),
)
_KEY = re.compile(r"\bkey='[^']*'")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    *(Qt.ItemDataRole(Qt.ItemDataRole.UserRole + more) for more in range(4)),
)


def build(path, profile, clock, monkeypatch, **words):
    """Make the sample city in a file: its own texts without the usual words, its event with these words."""
    source = path.parent / "kota"
    shutil.copytree(shelf("sample"), source)
    for item in source.glob("*.json"):
        text = item.read_text(encoding="utf-8")
        for usual, own in _OWN:
            text = re.sub(usual, own, text)
        item.write_text(text, encoding="utf-8")

    def own_shelf(*parts):
        return source.joinpath(*parts[1:]) if parts[0] == "sample" else shelf(*parts)

    monkeypatch.setattr("smartcity_desktop.services.sample.shelf", own_shelf)
    monkeypatch.setattr("smartcity_desktop.storage.reference.shelf", own_shelf)
    desk = sample.build(path, clock=clock, profile=profile)
    for field, word in words.items():
        desk.workshop.update(field, word)
    return desk


def usual_in(*roots):
    """Return where a usual word stands in what these widgets show or say, by the names of the widgets."""
    found = {}
    for root in roots:
        for part in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
            for text in _texts(part):
                if USUAL.search(text):
                    found.setdefault(f"{type(part).__name__} {part.objectName()}", []).append(text)
    return found


def _texts(part):
    yield part.toolTip()
    if isinstance(part, QAction):
        yield part.text()
        return
    yield from (part.accessibleName(), part.accessibleDescription(), part.windowTitle())
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        yield part.text()
    if isinstance(part, QLineEdit | QPlainTextEdit):
        yield part.placeholderText()
    if isinstance(part, QPlainTextEdit):
        yield part.toPlainText()
    is_popup = part.metaObject().className() == "QComboBoxListView"
    if isinstance(part, QComboBox | QAbstractItemView) and part.model() is not None and not is_popup:
        yield from _cells(part.model())


def _cells(model: QAbstractItemModel):
    for column in range(_columns(model, QModelIndex())):
        for role in _ROLES:
            yield _said(model.headerData(column, Qt.Orientation.Horizontal, role))
    places = [QModelIndex()]
    while places:
        parent = places.pop()
        for row in range(model.rowCount(parent)):
            for column in range(_columns(model, parent)):
                index = model.index(row, column, parent)
                yield from (_said(model.data(index, role)) for role in _ROLES)
                if not column:
                    places.append(index)


def _columns(model, parent):
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _said(value):
    # The key of a print stays what it is, whatever the event calls things; nobody sees it.
    return value if isinstance(value, str) else _KEY.sub("", repr(value)) if is_dataclass(value) else ""
