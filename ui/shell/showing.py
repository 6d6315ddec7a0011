"""What the laptop shows while the hall looks: "Sedang tayang" with its buttons, and the projector's state."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label, tip

if TYPE_CHECKING:
    from ui.projector.worksheet import SheetProjector


class Showing(QObject):
    """Knows the projector's window while it is open."""

    changed = Signal()
    """Shown or closed, darkened, held."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is shown yet."""
        super().__init__(parent)
        self._view: SheetProjector | None = None

    @property
    def view(self) -> "SheetProjector | None":
        """The projector's window where it is open."""
        return self._view if self._view is not None and self._view.isVisible() else None

    def look_for(self, owner: QWidget) -> None:
        """Take the projector that a screen of ``owner`` has just opened."""
        from ui.projector.worksheet import SheetProjector

        found = owner.findChild(SheetProjector)
        if found is not None and found is not self._view:
            found.turned.connect(self.changed)
            found.destroyed.connect(self._gone)
            self._view = found
        self.changed.emit()

    def turn_dark(self) -> None:
        """Darken the hall's screen, or light it again."""
        if self.view is not None:
            self.view.turn_dark()

    def turn_held(self) -> None:
        """Hold what the hall sees, or go on."""
        if self.view is not None:
            self.view.turn_held()

    def stop(self) -> None:
        """Close the projector's window."""
        if self.view is not None:
            self.view.close()

    def _gone(self) -> None:
        self._view = None


class ShowLine(QFrame):
    """A calm line on the laptop, there only while the hall looks."""

    def __init__(self, showing: Showing, parent: QWidget | None = None) -> None:
        """Follow this showing."""
        super().__init__(parent)
        self.setObjectName("showing")
        self._showing = showing
        self.words = Label("Sedang tayang", "good", name="showing-words", parent=self)
        self.dark = Button("Gelapkan layar", "showing-dark", "quiet", parent=self)
        self.hold = Button("Tahan tayangan", "showing-hold", "quiet", parent=self)
        self.stop = Button("Hentikan tayangan", "showing-stop", "quiet", parent=self)
        tip(self.dark, "Layar proyektor menjadi hitam. Klik lagi untuk menerangkannya.")
        tip(self.hold, "Peserta tetap melihat yang sekarang, sementara Anda mengubah isian.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        for button in (self.dark, self.hold, self.stop):
            button.setFocusPolicy(button.focusPolicy() & ~button.focusPolicy().ClickFocus)
            row.addWidget(button)
        for button in (self.dark, self.hold):
            button.setCheckable(True)
        self.dark.clicked.connect(showing.turn_dark)
        self.hold.clicked.connect(showing.turn_held)
        self.stop.clicked.connect(showing.stop)
        showing.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        view = self._showing.view
        self.setVisible(view is not None)
        dark, held = (view.is_dark, view.is_held) if view is not None else (False, False)
        self.dark.setChecked(dark)
        self.hold.setChecked(held)
        self.words.setText("Layar gelap" if dark else "Tayangan ditahan" if held else "Sedang tayang")
