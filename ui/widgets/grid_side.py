"""Right of the worksheet: the time of the groups, what to ask, and the notes of this OPD."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.worksheet import BY_GROUP, Worksheet
from ui import theme
from ui.models.countdown import Countdown
from ui.models.manner import Manner
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label, tip

_INKS: Final = {"calm": "text", "warning": "warning-line", "error": "error"}
_BARS: Final = {"calm": "accent", "warning": "warning-line", "error": "error"}
_MORE: Final = 5


class TimeBar(QWidget):
    """What is left of the group time, with a mark at half-time."""

    def __init__(self, countdown: Countdown, parent: QWidget | None = None) -> None:
        """Follow this countdown."""
        super().__init__(parent)
        self.setObjectName("timeBar")
        self.setAccessibleName("Sisa waktu kelompok")
        self._countdown = countdown
        self.setFixedHeight(12)
        countdown.ticked.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and its half-time mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(0, 3, self.width(), 6)
        painter.setBrush(QColor(theme.color("neutral-soft")))
        painter.drawRoundedRect(room, 3, 3)
        painter.setBrush(QColor(theme.color(_BARS[self._countdown.weight])))
        room.setWidth(self.width() * self._countdown.share)
        painter.drawRoundedRect(room, 3, 3)
        painter.setBrush(QColor(theme.color("text-soft")))
        painter.drawRect(QRectF(self.width() / 2 - 1, 0, 2, 12))
        painter.end()


class TimerCard(Card):
    """The countdown of the groups: big, with its half-time, more minutes, begin and stop."""

    begin = Signal(int)
    """Asks for a countdown of so many minutes."""
    stop = Signal()
    more = Signal(int)

    def __init__(self, countdown: Countdown, parent: QWidget | None = None) -> None:
        """Follow this countdown."""
        super().__init__("", name="timerCard", parent=parent)
        self.setAccessibleName("Waktu kelompok")
        self._countdown = countdown
        self._planned = 0
        self._weight = ""
        self.time = Label("–", "timer", name="timerTime", parent=self)
        self.time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.below = Label("", "small", name="timerBelow", wrap=True, parent=self)
        self.below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = TimeBar(countdown, self)
        self.start_button = Button("Mulai", "timerStart", parent=self)
        self.stop_button = Button("Hentikan", "timerStop", "quiet", parent=self)
        self.more_button = Button(f"+{_MORE} menit", "timerMore", "quiet", parent=self)
        self.start_button.clicked.connect(self._begin)
        self.stop_button.clicked.connect(self.stop)
        self.more_button.clicked.connect(self._more)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for button in (self.start_button, self.more_button, self.stop_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.setSpacing(5)
        self.body.setContentsMargins(8, 12, 8, 12)
        self.body.addWidget(self.time)
        self.body.addWidget(self.below)
        self.body.addWidget(self.bar)
        self.body.addLayout(row)
        countdown.ticked.connect(self.refresh)
        self.refresh()

    def show_planned(self, minutes: int) -> None:
        """Show how long this worksheet takes, for a countdown that has not begun."""
        self._planned = minutes
        self.refresh()

    def refresh(self) -> None:
        """Show what is left now."""
        count = self._countdown
        runs = count.left is not None
        self.time.setVisible(runs)
        self.bar.setVisible(runs)
        self.stop_button.setVisible(runs)
        self.more_button.setVisible(runs)
        self.start_button.setVisible(not runs and count.session is not None)
        if runs:
            self.time.setText(count.words)
            self.time.setAccessibleName(f"Sisa waktu {count.words}")
            if count.weight != self._weight:
                self._weight = count.weight
                self.time.setStyleSheet(f"color: {theme.color(_INKS[count.weight])};")
            over = count.share == 0
            self.below.setText(f"Waktu habis · {count.minutes} menit" if over else count.below)
        elif count.session is None:
            self.below.setText("Waktu kelompok berjalan di dalam sesi. Mulai sesi dengan F5.")
        else:
            self.below.setText(f"Waktu kelompok {self._minutes()} menit, belum berjalan.")

    def _minutes(self) -> int:
        return self._planned or self._countdown.minutes or 60

    def _begin(self) -> None:
        self.begin.emit(self._minutes())

    def _more(self) -> None:
        self.more.emit(_MORE)


class GuideCard(Card):
    """Guide questions, the instruction, and a filled example of this worksheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("", name="guideCard", parent=parent)
        self.setAccessibleName("Pertanyaan pemandu")
        self._pixels = 0
        self._texts: dict[str, list[str]] = {}
        self._last_counts = True
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        places = ("first", "", "last")
        for place, (name, words) in enumerate(
            (("guide", "Pemandu"), ("instruction", "Petunjuk"), ("example", "Contoh"))
        ):
            button = Button(words, f"guide-{name}", "segment", parent=self)
            theme.set_role(button, "segment", place=places[place])
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setProperty("page", name)
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttons()[0].setChecked(True)
        self._group.buttonClicked.connect(self.refresh)
        self._dress()
        self.body.addLayout(row)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self.body.addLayout(self._lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._pixels not in {0, theme.small_type()}:
            self._dress()

    def _dress(self) -> None:
        self._pixels = theme.small_type()
        for button in self._group.buttons():
            button.setStyleSheet(f"padding: 4px 2px; font-size: {theme.small_type()}px;")

    def show_worksheet(
        self, worksheet: Worksheet, guide: Sequence[str], more: tuple[Sequence[str], str]
    ) -> None:
        """Show the texts of a worksheet: the questions of this sheet, and what there is ``more``.

        That is an example of a sheet filled in, and from where and whereto its rows go.
        """
        example, ways = more
        self._last_counts = not worksheet.guide_from
        wanted = {
            "guide": list(guide or worksheet.guide.splitlines()),
            "instruction": [*worded(worksheet.instruction).splitlines(), ways],
            "example": list(example),
        }
        if wanted != self._texts:
            self._texts = wanted
            self.refresh()

    def refresh(self) -> None:
        """Show the page that is chosen."""
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        chosen = self._group.checkedButton()
        page = str(chosen.property("page")) if chosen else "guide"
        lines = [line for line in self._texts.get(page, ()) if line.strip()]
        for place, line in enumerate(lines):
            last = page == "guide" and place == len(lines) - 1 and self._last_counts
            self._lines.addWidget(Label(line, "strong" if last else "soft", wrap=True, parent=self))


class NotesCard(Card):
    """The notes of this OPD, and a line to add one: ``!`` a decision, ``?`` a question, ``@`` a follow-up."""

    typed = Signal(str)
    """Every change of the line that is being written."""
    entered = Signal(str)
    """The line is whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without notes."""
        super().__init__(worded("Catatan OPD ini"), name="notesCard", parent=parent)
        self.title.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setObjectName("noteLine")
        self.line.setAccessibleName(worded("Tambah catatan OPD ini"))
        self.line.setPlaceholderText("Tulis catatan, lalu Enter")
        tip(self.line, "! keputusan · ? pertanyaan · @nama dan tanggal untuk tindak lanjut")
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self._enter)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self._shown: list[tuple[str, str]] = []
        self.body.addLayout(self._lines)
        self.body.addWidget(self.line)

    def show_manner(self, manner: Manner) -> None:
        """Say whose notes these are: those of an OPD or a table, else those of the session."""
        of_session, of_opd = "Catatan sesi ini", worded("Catatan OPD ini")
        words = of_opd if manner.by_opd else of_session
        if manner.kind == BY_GROUP:
            words = "Catatan kelompok ini"
        self.title.setText(words)
        self.setAccessibleName(words)
        self.line.setAccessibleName(f"Tambah {words[:1].lower()}{words[1:]}")

    def show_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Show notes as (kind, line as typed)."""
        if list(notes) == self._shown:
            return
        self._shown = []
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for kind, text in notes:
            self.add(kind, text)

    def add(self, kind: str, text: str) -> None:
        """Show one more note below the others."""
        self._shown.append((kind, text))
        role = "" if kind == "pokok" else "strong"
        self._lines.addWidget(Label(text, role, wrap=True, name="noteText", parent=self))

    def _enter(self) -> None:
        text = self.line.text().strip()
        if text:
            self.entered.emit(text)
