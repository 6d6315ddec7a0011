"""Says that blocks stand on days that are none of their stage's, with the way to put them there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_plan import AgendaPlan
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.writing import for_writing


class AstrayLine(QWidget):
    """One line above the plan; away where every block stands on a day of its stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("agenda-astray")
        self.words = Label("", "warning", name="agenda-astray-words", parent=self)
        self.follow = Button("Geser ke tanggal tahap", "agenda-follow", parent=self)
        for_writing(self.follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words)
        row.addWidget(self.follow)
        row.addStretch(1)
        self.hide()

    def show_plan(self, plan: AgendaPlan) -> None:
        """Count the blocks of a plan; a stage without a date has no days to be put on."""
        own = agenda.stage_days(plan.stage.date_start, plan.stage.date_end)
        self.setVisible(bool(plan.astray and own))
        self.words.setText(f"{plan.astray} sesi berada di luar tanggal tahap ini.")
