"""Tab Visi–misi: keywords and proposals at the left, vision and missions with their versions at the right."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import VISION as SLIDE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_vision import VISION_TEXT, VISION_WORDS
from smartcity_desktop.domain.result import Trail
from smartcity_desktop.domain.vision import (
    KIND_WORDS,
    MISSION,
    VISION,
    Board,
    is_changed,
    warnings,
    written,
)
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import vision as words
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label, tip
from ui.widgets.result_trail import TrailPanel
from ui.widgets.scroll import scroll_area
from ui.widgets.vision_missions import MissionList
from ui.widgets.vision_source import SourcePanel
from ui.widgets.vision_versions import VersionsCard
from ui.widgets.writing import for_writing

SHEETS: Final = "worksheet"
DOCUMENTS: Final = "document"
_EMPTY: Final = (
    "Setiap kelompok menulis kata kunci, lalu mengusulkan visi dan misi pada kertas kerjanya. Jumlah kata "
    "kunci, usulan dengan suaranya, dan visi–misi yang ditetapkan tersusun di sini."
)


class VisionTab(ScreenTab):
    """What is typed is on the disk at once; a version is made only when somebody adopts."""

    kinds = frozenset(
        {
            *("idea", "statement", "adoption", "adopted_text", "vote", "vote_item", "vote_cast", "sheet"),
            *("worksheet", "sheet_column", "plan_point", "dimension", "session", "stage"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._vision = services.vision
        self._board = Board()
        self._typed = False
        self._begun = False
        self._wanted = ""
        self._trail = NO_ROW
        self.setObjectName("tab-vision")
        self.source = SourcePanel(self)
        self.source.opened.connect(self._open)
        self.source.marked.connect(self.choose_word)
        self.source.taken.connect(self.take)
        self.source.printed.connect(partial(self._print, VISION_WORDS))
        self._make_right()
        self.empty = EmptyState(
            "Belum ada kata kunci dan usulan",
            worded(_EMPTY),
            ("Buka kata kunci", "Tulis visi sekarang"),
            name="vision-empty",
            parent=self,
        )
        self.empty.first.connect(self.open_words)
        self.empty.second.connect(self.begin)
        for_writing(self.empty.buttons[1])
        self.pages = self.set_pages(self.empty, self._full())
        host.context.autosave.saved.connect(self._saved)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._vision.board, self._show)

    def open_row(self, row: str) -> None:
        """Show this version, or the text that is worked on."""
        self._wanted = row

    def standing(self) -> str:
        """Return the version that is chosen."""
        return self.versions.table.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Tetapkan visi", partial(self.adopt, VISION), writes=True),
            Command("Tetapkan misi", partial(self.adopt, MISSION), writes=True),
            Command("Tambah misi", self.add_mission, writes=True),
            Command("Pakai usulan ini sebagai visi", partial(self.take, VISION), writes=True),
            Command("Pakai usulan ini sebagai misi", partial(self.take, MISSION), writes=True),
            Command("Pilih kata kunci ini, atau lepas", self.choose_word, writes=True),
            Command("Pakai lagi versi ini", self.bring_back, writes=True),
            Command("Dari mana visi ini?", self.show_vision_trail),
            Command("Cetak kata kunci visi", partial(self._print, VISION_WORDS)),
            Command("Cetak visi dan misi", partial(self._print, VISION_TEXT)),
            Command("Tayangkan visi dan misi", self.present),
            Command("Buka kata kunci", self.open_words),
            Command("Buka usulan visi–misi", self.open_statements),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from keyword to keyword."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            (self.source.keywords if self._board.keywords else self.text).setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def open_words(self) -> None:
        """Go to the worksheet of keywords."""
        self.host.go.emit(SHEETS, self._board.ideas)

    def open_statements(self) -> None:
        """Go to the worksheet of proposals."""
        self.host.go.emit(SHEETS, self._board.statements)

    def open_plan(self) -> None:
        """Go to where the missions of the RPJMD are typed."""
        self.host.go.emit(DOCUMENTS, "")

    def begin(self) -> None:
        """Write the vision where no table wrote anything."""
        self._begun = True
        self.pages.setCurrentIndex(FULL_PAGE)
        self.text.setFocus()

    def choose_word(self) -> None:
        """Mark the chosen keyword as one that has to stay in the vision, or no longer."""
        found = self.source.keyword
        if found is None:
            return
        call = partial(self._vision.choose, found.rows, chosen=not found.chosen)
        told = f"Dipilih: {found.text}" if not found.chosen else f"Tidak lagi dipilih: {found.text}"
        self.host.act(call, partial(self.done, told))

    def take(self, kind: str) -> None:
        """Use the chosen proposal as the vision, or as a further mission."""
        found = self.source.proposal
        if found is None:
            return
        if kind in found.used and (kind == MISSION or self._board.vision.said == found.text):
            self.host.warned.emit(f"Usulan ini sudah dipakai sebagai {kind}.")
            return
        told = f"Usulan {found.party} dipakai sebagai {kind}"
        self.host.act(partial(self._vision.take, found.id, kind), partial(self.done, told))

    def add_mission(self) -> None:
        """Put an empty mission behind the others and begin to write."""
        self._begun = True
        self.host.context.autosave.flush_all()
        self.host.read(self._vision.add, self._added)

    def adopt(self, kind: str) -> None:
        """Adopt what is worked on as the next version."""
        self.host.context.autosave.flush_all()
        call = partial(self._vision.adopt, kind, self.by.text())
        self.host.act(call, partial(self._adopted, kind))

    def bring_back(self) -> None:
        """Work on the chosen version again."""
        found = self.versions.version
        if found is not None:
            told = f"Dikerjakan lagi: {found.kind} versi {found.number}, belum ditetapkan"
            self.host.act(partial(self._vision.bring_back, found.id), partial(self.done, told))

    def present(self) -> None:
        """Show vision and missions on the projector."""
        self.show_slide(SLIDE)

    def show_vision_trail(self) -> None:
        """Show what the vision came from and what it became."""
        self.show_trail(self._board.vision.id)

    def show_trail(self, row: str) -> None:
        """Show what a text came from and what it became."""
        self._trail = RowId(row)
        self.host.read(partial(self._vision.trail, RowId(row)), self._show_trail)

    def _write(self, row: str, text: str) -> None:
        self._typed = True
        call = partial(self._vision.write, RowId(row), text)
        self.host.context.autosave.note(("vision", row), call, self.host)

    def _tie(self, row: str, field: str, keys: tuple[str, ...]) -> None:
        wanted = tuple(RowId(key) for key in keys)
        self.host.act(partial(self._vision.tie, RowId(row), field, wanted), self.again)

    def _mission_asked(self, row: str, key: str) -> None:
        if key == "next":
            self.add_mission()
        elif key == "trail":
            self.show_trail(row)
        elif key in {"up", "down"}:
            self.missions.focus_on(row)
            self.host.act(partial(self._vision.move, RowId(row), -1 if key == "up" else 1), self.again)
        else:
            retired = key == "drop"
            told = "Misi dilepas dari daftar" if retired else "Misi kembali ke daftar"
            call = partial(self._vision.retire, RowId(row), retired=retired)
            self.host.act(call, partial(self.done, told))

    def _added(self, made: tuple[RowId, Changes]) -> None:
        row, changed = made
        self.host.context.bus.publish(changed, self.host)
        self.missions.focus_on(row)
        self.arrive()

    def _adopted(self, kind: str, changed: Changes) -> None:
        if not changed:
            has_text = self._board.vision.said if kind == VISION else written(self._board.missions)
            why = "Sama dengan versi yang berlaku." if has_text else "Belum ada kalimatnya."
            self.host.warned.emit(f"{KIND_WORDS[kind]} tidak ditetapkan lagi. {why}")
            return
        found = self._board.standing(kind)
        number = found.number + 1 if found else 1
        self.done(f"{KIND_WORDS[kind]} ditetapkan: versi {number}", changed)

    def _saved(self, _moment: object) -> None:
        """Tell how what was typed stands to what was adopted, once it is on the disk."""
        if self._typed and self.isVisible():
            self._typed = False
            self.host.read(self._vision.board, self._show)

    def _print(self, kind: str) -> None:
        self.show_print(kind)

    def _open(self, row: str, _column: int = 0) -> None:
        self.host.go.emit(SHEETS, row)

    def _open_step(self, row: str) -> None:
        if self.trail.kind_of(row) == "adopted_text":
            self.versions.choose(row)
            self.show_trail(row)
        else:
            self._open(row)

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, board: Board) -> None:
        self._board = board
        is_empty = board.is_empty and not self._begun
        self.pages.setCurrentIndex(EMPTY_PAGE if is_empty else FULL_PAGE)
        self.empty.buttons[0].setVisible(bool(board.ideas))
        self.source.show_board(board)
        self._show_texts(board)
        self.versions.show_board(board)
        if self._wanted:
            self.versions.choose(self._wanted)
            self._wanted = ""
        self.settled()

    def _show_texts(self, board: Board) -> None:
        autosave = self.host.context.autosave
        waiting = frozenset(item.id for item in board.missions if autosave.waits(("vision", item.id)))
        if not autosave.waits(("vision", board.vision.id)):
            self.text.show_text(board.vision.text)
        self.missions.show_board(board, waiting)
        self.vision_trail.setVisible(bool(board.vision.origin))
        for kind, label, button in (
            (VISION, self.vision_state, self.adopt_vision),
            (MISSION, self.missions_state, self.adopt_missions),
        ):
            said = words.state_words(board, kind)
            label.setText(said)
            label.setVisible(bool(said))
            has_text = bool(board.vision.said if kind == VISION else written(board.missions))
            button.setEnabled(has_text and is_changed(board, kind))
        told = "\n".join(item.words(worded) for item in warnings(board))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.no_points.setVisible(not board.points)
        if not self.by.text():
            known = [*board.visions, *board.mission_sets]
            self.by.setText(max(known, key=lambda item: item.at).by if known else "")
            self.by.setCursorPosition(0)

    def _show_trail(self, trail: Trail) -> None:
        if trail.row != self._trail:
            return
        self.trail.show_trail(trail)
        self.trail_card.show()
        self.area.ensureWidgetVisible(self.trail_card)

    # Parts -------------------------------------------------------------------------------------------------

    def _make_right(self) -> None:
        self.by = QLineEdit(self)
        self.by.setObjectName("vision-by")
        self.by.setAccessibleName("Ditetapkan oleh")
        self.by.setPlaceholderText("misalnya pleno semua kelompok")
        self.show_result = Button("Tayangkan", "vision-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.print_text = Button("Cetak visi dan misi", "vision-print", parent=self)
        self.print_text.clicked.connect(partial(self._print, VISION_TEXT))
        self.text = GrowingText("vision-text", "Visi", "Satu kalimat yang dimengerti warga", parent=self)
        theme.set_role(self.text, "vision")
        self.text.edited.connect(self._vision_typed)
        self.vision_state = Label("", "small", name="vision-state", wrap=True, parent=self)
        self.vision_trail = Button("Dari mana ini?", "vision-trail", "quiet", parent=self)
        self.vision_trail.clicked.connect(self.show_vision_trail)
        self.adopt_vision = Button("Tetapkan visi", "vision-adopt", "primary", parent=self)
        self.adopt_vision.clicked.connect(partial(self.adopt, VISION))
        self.missions = MissionList(self)
        self.missions.edited.connect(self._write)
        self.missions.tied.connect(self._tie)
        self.missions.asked.connect(self._mission_asked)
        self.no_points = Button("Ketik misi RPJMD di Dokumen", "vision-no-points", "quiet", parent=self)
        tip(self.no_points, "Misi bisa dikaitkan setelah misi RPJMD ada")
        self.no_points.clicked.connect(self.open_plan)
        self.missions_state = Label("", "small", name="missions-state", wrap=True, parent=self)
        self.add = Button("Tambah misi", "mission-add", parent=self)
        self.add.clicked.connect(self.add_mission)
        self.adopt_missions = Button("Tetapkan misi", "missions-adopt", "primary", parent=self)
        self.adopt_missions.clicked.connect(partial(self.adopt, MISSION))
        self.told = Label("", "warning", name="vision-told", wrap=True, parent=self)
        self.versions = VersionsCard(self)
        self.versions.brought_back.connect(self.bring_back)
        self.trail = TrailPanel(self)
        self.trail.opened.connect(self._open_step)
        for_writing(self.by, self.text, self.adopt_vision, self.adopt_missions, self.add)

    def _vision_typed(self, text: str) -> None:
        self._write(self._board.vision.id, text)

    def _full(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.source, 5)
        self.area = self._right(page)
        row.addWidget(self.area, 6)
        return page

    def _right(self, parent: QWidget) -> QScrollArea:
        ground = QWidget(parent)
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = Label("Ditetapkan oleh", "soft", parent=ground)
        name.setBuddy(self.by)
        head.addWidget(name)
        head.addWidget(self.by, 1)
        head.addWidget(self.show_result)
        head.addWidget(self.print_text)
        column.addLayout(head)
        vision = Card("Visi", name="vision-card", parent=ground)
        vision.body.addWidget(self.text)
        vision.body.addLayout(_foot(self.vision_state, self.vision_trail, self.adopt_vision))
        missions = Card("Misi", name="missions-card", parent=ground)
        missions.body.addWidget(self.missions)
        missions.body.addWidget(self.no_points, 0, Qt.AlignmentFlag.AlignLeft)
        missions.body.addLayout(_foot(self.missions_state, self.add, self.adopt_missions))
        self.trail_card = Card(name="vision-trail-card", parent=ground)
        self.trail_card.body.addWidget(self.trail)
        self.trail_card.hide()
        for card in (vision, missions, self.told, self.versions, self.trail_card):
            column.addWidget(card)
        column.addStretch(1)
        return scroll_area(ground, "vision-texts", parent)


def _foot(label: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label, 1)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
