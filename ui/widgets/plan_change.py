"""Two versions of a plan in one view: counts, money per year, every difference; and the dialogs about it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.plan_change import LineChange, PlanChange
from smartcity_desktop.domain.plan_content import PlanVersion
from smartcity_desktop.domain.wording import shortened
from ui import theme
from ui.models import plan_change as words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_reading, for_writing

_SIZE: Final = (1100, 660)
_LONGEST: Final = 70
_ROWS: Final = 5
_ROW: Final = 30
_TIES: Final = 150
_GOES: Final = "Hilang bersama barisnya"
_ALONE: Final = "Baru satu versi. Bila Renstra ini dibaca lagi, perubahannya tampil di sini."


class ChangeView(QWidget):
    """The sentence, the money, and a table of the differences that can be narrowed to one kind."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` begins the object names of the parts."""
        super().__init__(parent)
        self.setObjectName(name)
        self._change = PlanChange()
        self._part = words.ALL
        self.sentence = Label("", "strong", name=f"{name}-sentence", wrap=True, parent=self)
        self.work = Label("", "warning", name=f"{name}-work", wrap=True, parent=self)
        self.parts = Segments(
            [(word, f"{name}-part-{place}") for place, word in enumerate(words.PARTS)], self
        )
        self.parts.chosen.connect(self._narrow)
        self.table = ReadTable(f"{name}-table", "Perbedaan", words.NAME, self)
        self.table.chosen.connect(self._tell)
        self.money = ReadTable(f"{name}-money", "Pagu per tahun", 3, self)
        self.whole = Label("", "soft", name=f"{name}-whole", wrap=True, parent=self)
        self._tables = QStackedWidget(self)
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.money)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.sentence, self.work, self.parts):
            column.addWidget(part)
        column.addWidget(self._tables, 1)
        column.addWidget(self.whole)
        column.addStretch()

    def show_change(self, change: PlanChange) -> None:
        """Show another change."""
        self._change = change
        self.sentence.setText(" ".join(filter(None, (change.told, change.money_told))))
        self.work.setText(change.work_told)
        theme.set_role(self.work, "warning" if change.lost else "soft")
        self.work.setVisible(bool(change.work_told))
        lines = words.money_of(change)
        self.money.show_lines(words.MONEY_HEADS, lines, words.MONEY_WIDTHS, frozenset({1, 2}))
        for place, told in enumerate(words.counts_of(change)):
            self.parts.say(place, told)
        for part in (self.parts, self._tables):
            part.setVisible(not change.is_empty)
        self._narrow(self._part)

    def _narrow(self, part: int) -> None:
        self._part = part
        self._tables.setCurrentIndex(1 if part == words.MONEY else 0)
        if part != words.MONEY:
            self.table.show_lines(words.HEADS, words.lines_of(self._change, part), words.WIDTHS)
        self._tell()

    def _tell(self, _key: str = "") -> None:
        told = "" if self._part == words.MONEY else words.told_of(self._change, self.table.key)
        self.whole.setText(told)
        self.whole.setVisible(bool(told))


class TiesCard(Card):
    """The lines whose analysis would be lost, each with the new line that may take it over."""

    tied = Signal(object)
    """A mapping of old places to new places, as far as a person chose any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__("Analisis yang akan hilang", name="plan-ties", parent=parent)
        self.boxes: dict[int, QComboBox] = {}
        self._inner = QWidget(self)
        self._inner.setObjectName("plan-ties-ground")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        area = scroll_area(self._inner, "plan-ties-scroll", self)
        area.setMaximumHeight(theme.scaled(_TIES))
        area.setStyleSheet("QScrollArea, QWidget#plan-ties-ground { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area)
        self.hide()

    def show_lines(self, lost: Sequence[LineChange], added: Sequence[LineChange]) -> None:
        """Offer for each lost line the new ones of its level."""
        for place, item in enumerate(lost):
            fits = [one for one in added if one.level == item.level and one.new is not None]
            if item.old is None:
                continue
            box = ChoiceBox(self._inner)
            box.setObjectName(f"plan-tie-{place}")
            box.setAccessibleName(f"Pindahkan analisis {item.called} ke")
            box.addItem(_GOES, -1)
            for one in fits:
                box.addItem(f"Pindahkan ke {shortened(one.called, _LONGEST)}", one.new)
            box.setEnabled(bool(fits))
            box.activated.connect(partial(self._chosen, item.old))
            self.boxes[item.old] = box
            self._grid.addWidget(Label(item.called, wrap=True, parent=self._inner), place, 0)
            self._grid.addWidget(box, place, 1)
        self.setVisible(bool(self.boxes))

    @property
    def ties(self) -> dict[int, int]:
        """What was chosen: old place -> new place."""
        chosen = {old: int(box.currentData()) for old, box in self.boxes.items()}
        return {old: new for old, new in chosen.items() if new >= 0}

    def _chosen(self, old: int, _place: int) -> None:
        wanted = self.boxes[old].currentData()
        for other, box in self.boxes.items():
            # One new line takes over one analysis.
            if other != old and wanted != -1 and box.currentData() == wanted:
                box.setCurrentIndex(0)
        self.tied.emit(self.ties)


class CompareDialog(QDialog):
    """A reading beside the plan that stands, before it is used."""

    tied = Signal(object)
    """Old places and the new ones that shall take over their analysis."""
    used = Signal()
    """The reading shall be used as it is shown here."""

    def __init__(self, name: str, change: PlanChange, parent: QWidget | None = None) -> None:
        """Show what using the reading would change in the plan of ``name``."""
        super().__init__(parent)
        self.setObjectName("plan-compare")
        self.setWindowTitle("Bandingkan dengan versi yang dipakai")
        self.resize(*_SIZE)
        self.view = ChangeView("plan-compare-view", self)
        self.view.show_change(change)
        self.ties = TiesCard(self)
        self.ties.show_lines(change.lost, change.added)
        self.ties.tied.connect(self.tied)
        self.back = Button("Kembali", "plan-compare-back", parent=self)
        self.back.clicked.connect(self.reject)
        self.use = Button("Pakai hasil baca", "plan-compare-use", "primary", parent=self)
        self.use.clicked.connect(self._use)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(
            Label(f"Renstra {name}: hasil baca dan yang dipakai", "title", wrap=True, parent=self)
        )
        column.addWidget(self.view, 1)
        column.addWidget(self.ties)
        column.addLayout(foot)
        for_writing(self.use)
        self.view.table.setFocus()

    def _use(self) -> None:
        self.accept()
        self.used.emit()


class VersionsDialog(QDialog):
    """All versions of a plan, any two of them compared, and the way back to one."""

    compare_asked = Signal(int, int)
    restore_asked = Signal(int)
    print_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start without versions of the plan of ``name``."""
        super().__init__(parent)
        self.setObjectName("plan-versions")
        self.setWindowTitle("Versi Renstra")
        self.resize(*_SIZE)
        self._versions: Sequence[PlanVersion] = ()
        self.table = ReadTable("plan-versions-table", "Versi Renstra", 2, self)
        self.table.chosen.connect(self._chosen)
        self.one = self._box("plan-versions-one", "Versi lama")
        self.other = self._box("plan-versions-other", "Versi baru")
        self.view = ChangeView("plan-versions-view", self)
        self.restore = Button("Pulihkan versi ini", "plan-versions-restore", parent=self)
        self.restore.clicked.connect(self._restore)
        self.print = Button("Cetak perubahan", "plan-versions-print", parent=self)
        self.print.clicked.connect(self.print_asked)
        self.close_button = Button("Tutup", "plan-versions-close", "primary", parent=self)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(name)
        for_writing(self.restore)
        for_reading(self.print, self.close_button)

    def show_versions(self, versions: Sequence[PlanVersion]) -> None:
        """Show the versions; the newest is compared with the one before it."""
        self._versions = versions
        lines = words.version_lines(versions)
        self.table.show_lines(words.VERSION_HEADS, lines, words.VERSION_WIDTHS, frozenset({0, 3}))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(theme.scaled(_ROW) * min(max(len(lines), 1), _ROWS) + head + 6)
        choices = words.version_choices(versions)
        for box in (self.one, self.other):
            box.clear()
            for number, told in choices:
                box.addItem(told, number)
        self.other.setCurrentIndex(0)
        self.one.setCurrentIndex(min(1, len(choices) - 1))
        self._chosen()
        several = len(versions) > 1
        for part in (self._between, self.view, self.print):
            part.setVisible(several)
        self.alone.setVisible(not several)
        if several:
            self._compare()

    def show_change(self, change: PlanChange) -> None:
        """Show what differs between the two that were asked for."""
        self.view.show_change(change)
        self.view.show()

    def _box(self, name: str, told: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.activated.connect(self._compare)
        return box

    def _compare(self, _place: int = 0) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        if isinstance(one, int) and isinstance(other, int):
            self.compare_asked.emit(one, other)

    def _chosen(self, _key: str = "") -> None:
        found = next((item for item in self._versions if str(item.number) == self.table.key), None)
        self.restore.setEnabled(found is not None and not found.stands)

    def _restore(self) -> None:
        if self.table.key:
            self.restore_asked.emit(int(self.table.key))

    def _lay_out(self, name: str) -> None:
        self._between = QWidget(self)
        self.alone = Label(_ALONE, "soft", name="plan-versions-alone", wrap=True, parent=self)
        between = QHBoxLayout(self._between)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(8)
        between.addWidget(Label("Bandingkan", "soft", parent=self))
        between.addWidget(self.one, 1)
        between.addWidget(Label("dengan", "soft", parent=self))
        between.addWidget(self.other, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.restore)
        foot.addWidget(self.print)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label(f"Versi Renstra {name}", "title", wrap=True, parent=self))
        column.addWidget(self.table)
        column.addWidget(self._between)
        column.addWidget(self.alone)
        column.addWidget(self.view, 1)
        column.addStretch()
        column.addLayout(foot)
