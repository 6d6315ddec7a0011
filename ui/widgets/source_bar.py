"""Beside the name of a file that is being looked at: its tables, and the mapping by which it was read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.renstra_draft import Draft
from ui.widgets.button import Button
from ui.widgets.label import tip
from ui.widgets.reading_tables import TablesPopup
from ui.widgets.writing import for_writing


class SourceBar(QWidget):
    """Stands above every page on which a reading is looked at, whatever the reading was taken for."""

    map_asked = Signal(str)
    """A person wants to say what the columns of a table hold; its name, "" for the likeliest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a file."""
        super().__init__(parent)
        self._draft = Draft()
        self.tables = TablesPopup(self)
        self.tables.map_asked.connect(self.map_asked)
        self.open_tables = Button("", "reading-tables-open", parent=self)
        self.open_tables.clicked.connect(self._open)
        self.map = Button("", "reading-map", parent=self)
        self.map.clicked.connect(self._map)
        for_writing(self.map)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.open_tables)
        row.addWidget(self.map)
        for keys, button, words in (
            ("F6", self.open_tables, "Tabel mana yang dipakai, dan dibaca sebagai apa (F6)"),
            ("F7", self.map, "Sebut sendiri isi tiap kolom (F7)"),
        ):
            tip(button, words)
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.show_draft(self._draft)

    @property
    def draft(self) -> Draft:
        """What was read, before anything was answered."""
        return self._draft

    def show_draft(self, draft: Draft) -> None:
        """Name the tables of another reading; what was typed has none."""
        self._draft = draft
        self.tables.show_draft(draft)
        count = len(draft.sheets)
        self.open_tables.setText(f"Tabel dalam berkas ({count})")
        self.open_tables.setAccessibleName(self.open_tables.text())
        self.open_tables.setVisible(bool(count) and not draft.typed)
        self.map.setText("Ubah peta" if draft.map_name else "Petakan kolom sendiri")
        self.map.setAccessibleName(self.map.text())
        self.map.setVisible(not draft.typed)

    def allow_looking(self, *, on: bool) -> None:
        """Say whether a table can be looked at on the page that is shown."""
        self.tables.can_look = on

    def _open(self) -> None:
        # A key presses a hidden button too.
        if not self.open_tables.isHidden():
            self.tables.open_below(self.open_tables)

    def _map(self) -> None:
        if not self.map.isHidden():
            self.map_asked.emit(self._draft.sheet)
