"""F1 and "?": the manual page of this screen and the list of keys, as plain text from the shelf."""

import re
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartcity_desktop.paths import shelf
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label

SHORTCUTS: Final = "pintasan"
_TAB: Final = 110
_MISSING: Final = "Halaman petunjuk ini tidak ada di laptop ini. Pasang ulang program untuk melengkapinya."


def page(name: str) -> tuple[str, str]:
    """Return title and text of a manual page in the event's words, without the marks of Markdown."""
    try:
        text = shelf("manual", f"{name}.md").read_text(encoding="utf-8")
    except OSError:
        return "Petunjuk", _MISSING
    head, _, body = text.partition("\n")
    body = re.sub(r"(?m)^#+ +(.*)$", lambda found: found[1].upper(), body)
    body = re.sub(r"\*\*|`", "", body)
    body = re.sub(r"(?<=\S) {2,}", "\t", body)
    body = re.sub(r"(?m)^- ", "•  ", body)
    return worded(head.lstrip("# ").strip()), worded(body.strip())


class Manual(QDialog):
    """One page of the manual."""

    about_asked = Signal()
    """A person wants to know about the program itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show the page of this name."""
        super().__init__(parent)
        title, body = page(name)
        self.setObjectName("manual")
        self.setWindowTitle(title)
        self.resize(640, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, "title", name="manual-title", parent=self))
        self.text = QPlainTextEdit(body, self)
        self.text.setObjectName("manual-text")
        self.text.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setTabStopDistance(_TAB)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        self.about = Button("Tentang program", "manual-about", "quiet", parent=self)
        self.about.clicked.connect(self._ask_about)
        row.addWidget(self.about)
        row.addStretch(1)
        self.away = Button("Tutup", "manual-close", "primary", parent=self)
        self.away.clicked.connect(self.accept)
        row.addWidget(self.away)
        column.addLayout(row)
        self.away.setFocus()

    def _ask_about(self) -> None:
        self.accept()
        self.about_asked.emit()
