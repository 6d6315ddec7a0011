"""Screen Analisis: a tab for each way in which the worksheets are brought together."""

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.screens.analysis.tab import AnalysisTab
from ui.screens.analysis.tabs import TABS
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.segments import Segments

_MARK: Final = ":"
"""Stands between the key of a tab and the row that is to be shown on it."""
_HINT: Final = "Ctrl+PageUp dan Ctrl+PageDown berganti bagian · Enter membuka lembarnya"


class AnalysisScreen(Screen):
    """Shows one tab at a time; what a tab shows belongs to the whole workshop, whatever the stage."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._tabs: dict[str, AnalysisTab] = {}
        self._front = TABS[0].key
        self.setObjectName("screen-analysis")
        theme.set_role(self, "page")
        self.segments = Segments([(item.title, f"analysis-{item.key}") for item in TABS], self)
        self.segments.chosen.connect(self._choose)
        self.pages = QStackedWidget(self)
        self._lay_out()
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._back if by < 0 else self._on)

    @property
    def tab(self) -> AnalysisTab:
        """The tab in front; it is built when it is first gone to."""
        if self._front not in self._tabs:
            spec = next(item for item in TABS if item.key == self._front)
            self._tabs[self._front] = spec.factory(self, self._services)
            self.pages.addWidget(self._tabs[self._front])
        return self._tabs[self._front]

    def arrive(self) -> None:
        """Read and show the tab in front."""
        self._show_tab()

    def changed(self, changes: Changes) -> None:
        """Let the tab in front read again what others changed; the others read when they are gone to."""
        kinds = self.tab.kinds
        if not kinds or changes.kinds & kinds:
            self.tab.changed(changes)

    def open_row(self, row: str) -> None:
        """Go to a tab by its key, and to a row on it (``swot:<row>``)."""
        key, _, rest = row.partition(_MARK)
        if any(item.key == key for item in TABS):
            self._front = key
        if rest:
            self.tab.open_row(rest)
        self._show_tab()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return self.tab.commands()

    def unfinished(self) -> str:
        """Return what is typed on the tabs and was not taken yet."""
        return " ".join(text for tab in self._tabs.values() if (text := tab.unfinished()))

    def standing(self) -> object:
        """Return the tab in front and the row that is chosen on it."""
        return self._front, self.tab.standing()

    def take_over(self, standing: object) -> None:
        """Stand at the same tab and row."""
        if isinstance(standing, tuple):
            self._front, row = standing
            if row:
                self.tab.open_row(row)

    def _choose(self, place: int) -> None:
        self.context.autosave.flush_all()
        self._front = TABS[place].key
        self._show_tab()

    def _on(self) -> None:
        self._step(1)

    def _back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        keys = [item.key for item in TABS]
        self._choose((keys.index(self._front) + by) % len(keys))

    def _show_tab(self) -> None:
        self.segments.show_chosen([item.key for item in TABS].index(self._front))
        self.pages.setCurrentWidget(self.tab)
        self.tab.comes = True
        self.tab.arrive()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label("Analisis", "title", parent=self))
        head.addWidget(self.segments)
        head.addWidget(ElidedLabel(_HINT, "small", parent=self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
