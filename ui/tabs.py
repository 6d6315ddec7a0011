"""A screen of tabs: what the tabs share, how one is made known before it is built, and the screen itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.translate import worded
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.segments import Segments

_MARK: Final = ":"
"""Stands between the key of a tab and the row that is to be shown on it."""
_GAP: Final = 14
_EDGE: Final = 16
"""Pixels between what stands beside each other, and at the sides of the page."""
_HINT: Final = "Ctrl+PageUp/PageDown: bagian lain"
EMPTY_PAGE, FULL_PAGE = range(2)
"""The pages of a tab that stands on ``ScreenTab.set_pages``."""


class ScreenTab(QWidget):
    """One tab: it reads and writes through the ``host`` that holds it, whose signals are its own.

    The screen calls ``arrive`` when the tab comes to the front, and ``changed`` with what others changed in
    its ``kinds`` while it is there.
    """

    kinds: frozenset[str] = frozenset()
    """Entities this tab shows; empty means all."""

    def __init__(self, host: Screen) -> None:
        """Stand on a screen."""
        super().__init__(host)
        self.host = host
        self.comes = False

    def arrive(self) -> None:
        """Come to the front: read what is to be shown."""

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self.arrive()

    def open_row(self, row: str) -> None:
        """Show and choose this row when the tab comes to the front."""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return ()

    def take_focus(self) -> None:
        """Give the keyboard to what is gone through first."""

    def set_pages(self, empty: QWidget, full: QWidget) -> QStackedWidget:
        """Fill the tab with what is shown while there is nothing, and with what there is after that."""
        pages = QStackedWidget(self)
        pages.addWidget(empty)
        pages.addWidget(full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pages)
        return pages

    def done(self, sentence: str, changed: Changes) -> None:
        """Say what was done where anything was, and read again; what ``Screen.act`` ends in."""
        if changed:
            self.host.said.emit(sentence)
        self.arrive()

    def again(self, _changed: Changes) -> None:
        """Read again; what ``Screen.act`` ends in where nothing needs to be said."""
        self.arrive()

    def show_print(self, kind: str, about: str = "") -> None:
        """Show what stands here as it is printed, with what is being typed."""
        self.host.context.autosave.flush_all()
        self.host.print_asked.emit(kind, about)

    def show_slide(self, kind: str, about: str = "") -> None:
        """Show what stands here on the projector, with what is being typed."""
        self.host.context.autosave.flush_all()
        self.host.slide_asked.emit(kind, about)

    def back_by_escape(self, side: QWidget, to: QWidget) -> None:
        """Let Esc lead from what is written at the side back into the list; what was typed stays written."""
        shortcut = QShortcut(QKeySequence("Esc"), side)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(to.setFocus)

    def settled(self) -> None:
        """Take the keyboard where somebody came to the tab; to be called when what was read is shown."""
        if self.comes:
            self.comes = False
            self.take_focus()

    def unfinished(self) -> str:
        """Return in a sentence what stands here and nowhere else, empty where there is nothing."""
        return ""

    def standing(self) -> str:
        """Return the row that is chosen here, for the tab that is built anew in its place."""
        return ""


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: the group it stands in, the key by which it is opened, its words, how it is built."""

    group: str
    key: str
    title: str
    factory: Callable[[Screen, Services], ScreenTab]


class TabbedScreen(Screen):
    """Shows one tab at a time; a tab is built when it is first gone to."""

    name = ""
    """The word by which objects of the screen are called, ``analysis``."""
    title = ""
    specs: tuple[TabSpec, ...] = ()
    """Every tab in its order, those of a group together."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._tabs: dict[str, ScreenTab] = {}
        self._front = self.specs[0].key
        self._names = tuple(dict.fromkeys(item.group for item in self.specs))
        self._last: dict[str, str] = {}
        self.setObjectName(f"screen-{self.name}")
        theme.set_role(self, "page")
        self.groups = Segments(
            [(name, f"{self.name}-group-{place}") for place, name in enumerate(self._names)], self
        )
        self.groups.chosen.connect(self._choose_group)
        self.groups.setVisible(len(self._names) > 1)
        self.segments = {name: self._segments_of(name) for name in self._names}
        self.pages = QStackedWidget(self)
        self._lay_out()
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._back if by < 0 else self._on)

    @property
    def tab(self) -> ScreenTab:
        """The tab in front; it is built when it is first gone to."""
        if self._front not in self._tabs:
            spec = next(item for item in self.specs if item.key == self._front)
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
        if any(item.key == key for item in self.specs):
            self._front = key
        if rest:
            self.tab.open_row(rest)
        self._show_tab()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here: what the tab in front can, and going to the others."""
        others = (
            Command(f"{self.title}: {worded(item.title)}", partial(self._choose, item.key))
            for item in self.specs
            if item.key != self._front
        )
        return (*self.tab.commands(), *others)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tabs below the title where large type leaves no room beside it."""
        super().resizeEvent(event)
        self._turn()

    def _segments_of(self, name: str) -> Segments:
        known = [item for item in self.specs if item.group == name]
        made = Segments([(worded(item.title), f"{self.name}-{item.key}") for item in known], self)
        made.chosen.connect(partial(self._choose_of, name))
        return made

    def _choose_group(self, place: int) -> None:
        name = self._names[place]
        first = next(item.key for item in self.specs if item.group == name)
        self._choose(self._last.get(name, first))

    def _choose_of(self, name: str, place: int) -> None:
        self._choose([item.key for item in self.specs if item.group == name][place])

    def _choose(self, key: str) -> None:
        self.context.autosave.flush_all()
        self._front = key
        self._show_tab()

    def _on(self) -> None:
        self._step(1)

    def _back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        keys = [item.key for item in self.specs]
        self._choose(keys[(keys.index(self._front) + by) % len(keys)])

    def _show_tab(self) -> None:
        spec = next(item for item in self.specs if item.key == self._front)
        self._last[spec.group] = spec.key
        self.groups.show_chosen(self._names.index(spec.group))
        for name, segments in self.segments.items():
            segments.setVisible(name == spec.group)
        self.segments[spec.group].show_chosen(
            [item.key for item in self.specs if item.group == spec.group].index(spec.key)
        )
        self._turn()
        self.pages.setCurrentWidget(self.tab)
        self.tab.comes = True
        self.tab.arrive()

    def _turn(self) -> None:
        """Stand beside each other what fits, at any size of type."""
        shown = [self._title, self.groups, *self.segments.values()]
        needed = sum(item.sizeHint().width() + _GAP for item in shown if not item.isHidden())
        ways = QBoxLayout.Direction
        # The hint behind the tabs may be short, but it takes some room and a gap for itself.
        fits = needed + self._hint.minimumSizeHint().width() + _GAP + 2 * _EDGE <= self.width()
        self._head.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    def _lay_out(self) -> None:
        self._title = Label(self.title, "title", parent=self)
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self._title)
        first.addWidget(self.groups)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(_GAP)
        for segments in self.segments.values():
            second.addWidget(segments)
        self._hint = ElidedLabel(_HINT, "small", parent=self)
        second.addWidget(self._hint, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(_GAP)
        self._head.addLayout(first)
        self._head.addLayout(second, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, _EDGE, 12)
        column.setSpacing(10)
        column.addLayout(self._head)
        column.addWidget(self.pages, 1)
