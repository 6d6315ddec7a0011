"""The head of the screen Kelompok: which division, how full it is, and what can be done with the whole."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smartcity_desktop.domain.group_board import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import stage_name
from ui.screens.group.read import Shown
from ui.screens.group.sentences import board_words, offer_words
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.group_menus import fill_copy_menu, fill_session_menu
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.writing import for_writing

_LETTERS = 16
"""The list of divisions has room for so many letters, however short their names are."""


class GroupHead(QWidget):
    """Two lines: the division with its counts and the next step, and the sessions that work in it."""

    chosen = Signal(str)
    """The division that shall be in front."""
    copied = Signal(str)
    """The division that shall be taken over into this stage."""
    used_in = Signal(object)
    """The rows of exactly the sessions that shall work in this division."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.choice = ChoiceBox(self)
        self.choice.setObjectName("group-choice")
        self.choice.setAccessibleName("Pembagian kelompok")
        self.choice.setMinimumContentsLength(_LETTERS)
        self.choice.activated.connect(self._choose)
        self.counts = ElidedLabel("", "soft", name="group-counts", parent=self)
        self.officers = Button("Usulkan ketua & notulis", "group-officers", parent=self)
        tip(self.officers, "Menurut jabatan; yang sudah ada tidak diganti")
        self.print = Button("Cetak", "group-print", icon="cetak", parent=self)
        self.more = Button("Lainnya", "group-more", parent=self)
        self._fill_more()
        self.start = Button("Bagi", "group-start", "primary", parent=self)
        tip(self.start, "Ctrl+G")
        self.sessions = Button("Pakai di sesi", "group-sessions", "quiet", parent=self)
        self.session_menu = QMenu(self.sessions)
        self.session_menu.setObjectName("group-session-menu")
        self.sessions.setMenu(self.session_menu)
        self.heads = Button("", "group-heads", parent=self)
        self.guests = Button("", "group-guests", "quiet", parent=self)
        self.guests.setCheckable(True)
        self._lay_out()
        for_writing(self.officers, self.more, self.start, self.sessions, self.heads)

    def show_choice(self, read: Shown, *, has_print: bool) -> None:
        """Show the divisions of the stage; what needs one is shown where one stands."""
        quiet = QSignalBlocker(self.choice)
        self.choice.clear()
        for item in read.groupings:
            self.choice.addItem(item.title, item.id)
        if read.board is not None:
            self.choice.setCurrentIndex(self.choice.findData(read.board.grouping.id))
        quiet.unblock()
        stages: dict[str, str] = {item.id: f"Tahap {stage_name(item.number or 0)}" for item in read.stages}
        fill_copy_menu(self.copies, read.every, stages, self._copy)
        stands = read.board is not None
        for part in (self.counts, self.sessions):
            part.setVisible(stands)
        self.choice.setVisible(stands)
        for part in (self.more, self.start):
            part.setVisible(stands or bool(read.every))
        if not stands:
            for later in (self.heads, self.guests, self.officers):
                later.hide()
        self.add.setEnabled(stands)
        self.print.setVisible(stands and has_print)
        self.rename.setEnabled(stands)
        self.drop.setEnabled(stands)

    def show_board(self, board: Board) -> None:
        """Show how full the groups are, who is beside them, and which sessions work in them."""
        self.counts.setText(board_words(board))
        waiting = any(not item.is_guest for item in board.unseated)
        guests = sum(item.is_guest for item in board.unseated)
        self.guests.setVisible(bool(guests) and not waiting)
        self.guests.setText(f"Tamu dan narasumber: {guests}")
        fill_session_menu(self.session_menu, board.sessions, board.used, self._use)
        used = [item.title for item in board.sessions if item.id in board.used]
        words = f"Dipakai di {len(used)} sesi" if used else "Pakai di sesi"
        self.sessions.setText(words)
        self.sessions.setAccessibleName(words)
        tip(self.sessions, ", ".join(used) or "Belum dipakai di sesi mana pun")
        self.officers.setVisible(any(card.wants_officers for card in board.cards))
        words = offer_words(board.offer)
        self.heads.setText(words)
        self.heads.setAccessibleName(words)
        self.heads.setVisible(bool(words))

    def _fill_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("group-more-menu")
        self.add = menu.addAction("Tambah kelompok (Ctrl+N)")
        self.rename = menu.addAction("Ganti nama pembagian …")
        self.new = menu.addAction("Pembagian baru tanpa isi …")
        self.copies = menu.addMenu("Salin dari …")
        self.copies.setObjectName("group-copy-menu")
        menu.addSeparator()
        self.drop = menu.addAction("Hapus pembagian ini")
        self.more.setMenu(menu)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self.choice.itemData(place))

    def _copy(self, row: RowId) -> None:
        self.copied.emit(row)

    def _use(self, rows: list[RowId]) -> None:
        self.used_in.emit(rows)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(Label("Kelompok", "title", parent=self))
        first.addWidget(self.choice)
        first.addWidget(self.sessions)
        first.addStretch(1)
        for part in (self.print, self.more, self.start):
            first.addWidget(part)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.counts, 1)
        second.addWidget(self.guests)
        second.addWidget(self.officers)
        second.addWidget(self.heads)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(first)
        rows.addLayout(second)
