"""The rounded day, played in the real window from a new Bimtek until its file was opened again.

``rounded FOLDER [PICTURES]`` tells every fact seen on the way as one JSON line on stdout, and keeps a picture
of the window after every part where a folder for them is named.
"""

import os
import sys
import time
from functools import partial
from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.flows import rounded_plot as plot
from tests.flows.playing import play, tell
from tests.flows.plot import SAMPLE
from tests.flows.rounded_hand import Facilitator
from tests.ui.photos.hand import COPY, LEFT, PLAIN, carrying
from ui.screens.document.reading import ReadingPart

L1 = "Kertas kerja L1.xlsx"
REPORT, DOSSIERS = "laporan.pdf", "dossier.pdf"


class Rounded(Facilitator):
    """The day of one facilitator who never read a manual."""

    def play(self):
        """Play all of it."""
        parts = (
            *(self.make_bimtek, self.choose_words, self.change_pillars, self.add_agencies),
            *(self.begin_session, self.fill_issues, self.fill_others, self.drop_pillar, self.read_plan),
            *(self.fill_analysis, self.write_notes, self.bring_photos, self.save_issues, self.read_issues),
            *(self.end_session, self.print_dossiers, self.open_again),
        )
        for number, part in enumerate(parts, start=1):
            begun = time.monotonic()
            part()
            tell("seconds", [part.__name__, round(time.monotonic() - begun, 1)])
            self.keep(f"{number:02} {part.__name__}")
            self.look(part.__name__)

    # Before the hall opens

    def make_bimtek(self):
        """Welcome → Bimtek baru of a Kabupaten."""
        hand = self.hand
        self.app.begin()
        self.keep("00 welcome")
        hand.fill("welcome-person", "Sitti Nur'aini")
        hand.click("welcome-new")
        hand.go_to("new-region-text")
        hand.type("kon sel")
        hand.press("Return")
        page = self.app.window.page
        hand.until(lambda: page.region.code, "for the region")
        hand.fill("new-stage-1-start", plot.DAY)
        hand.press("Tab")
        self.keep("00 new")
        hand.click("new-create")
        hand.until(lambda: hand.page is not None, "for the workshop")
        hand.settle()
        tell("made", [hand.page.top.title.text(), hand.page.top.stages.number])
        tell("file", str(self.app.desk.path))

    def choose_words(self):
        """Data Bimtek: "dimensi" becomes "pilar", an OPD a "Perangkat Daerah"."""
        hand = self.hand
        hand.click("home-event")
        hand.until(lambda: hand.page.screens.key == "event", "for Data Bimtek")
        hand.settle()
        hand.go_to("event-word-dimension")
        hand.press("Down")
        hand.go_to("event-word-opd")
        hand.press("Down", "Down")
        hand.until(
            lambda: hand.page.rail.buttons["opd"].words == "Perangkat Daerah", "for the words of the event"
        )
        hand.settle()
        card = hand.find("event-dimensions")
        tell("words", [hand.text("event-word-example"), hand.target().objectName(), card.title.text()])

    def change_pillars(self):
        """Atur: rename one, add one; nothing is asked where nothing was answered."""
        hand = self.hand
        hand.click("event-dimensions-change")
        hand.until(lambda: hand.page.screens.key == "dimension", "for the pillars")
        hand.settle()
        self.stand_on("ECO")
        hand.fill("dimension-name", plot.RENAMED)
        hand.fill("dimension-add", plot.ADDED)
        hand.press("Return")
        hand.until(lambda: "MOB" in self.pillars(), "for the pillar that was added")
        hand.settle()
        tell("pillars", [self.pillars(), hand.text("dimension-counts"), hand.text("dimension-name")])

    def add_agencies(self):
        """Four agencies, typed one after another."""
        hand = self.hand
        hand.rail("opd")
        hand.press("Ctrl+N")
        for count, name in enumerate(plot.AGENCIES, start=1):
            hand.type(name)
            hand.press("Return")
            hand.until(lambda count=count: hand.screen.model.rowCount() == count, f"for {name}")
            hand.settle()
        tell("agencies", hand.text("opd-counts"))
        hand.rail("document")
        hand.click("document-rpjmd")
        points = hand.screen.frame.points
        points.focus_kind("isu")
        hand.copy_elsewhere("\n".join(f"{place}. {words}" for place, words in enumerate(plot.POINTS, 1)))
        hand.press("Ctrl+V", "Ctrl+Return")
        hand.until(lambda: len(points.points) == len(plot.POINTS), "for the issues of the RPJMD")
        hand.settle()

    # In the hall

    def begin_session(self):
        """F5: stage I, L1."""
        hand = self.hand
        self.clock.moment = plot.BEGINS.replace(hour=9, minute=0)
        hand.rail("worksheet")
        hand.press("F5")
        hand.find("sessionStart")
        hand.fill("session-title", "Isu daerah, enam meja")
        tell("proposed", [hand.text("session-head"), hand.find("session-worksheet").currentText()])
        self.keep("05 start")
        hand.click("session-go")
        hand.until(lambda: hand.page.sessions.session is not None, "for the session")
        hand.settle()
        tell("session", [hand.text("runningSession"), hand.text("timeLeft")])

    def fill_issues(self):
        """Smart Governance by keys; one row is deleted and comes back."""
        hand = self.hand
        self.sheet("L1-01")
        self.write(plot.TYPED)
        hand.settle()
        tell("typed", self.shown())
        hand.go_to("worksheetGrid")
        hand.press("Ctrl+Home", "Down", "Ctrl+Del")
        hand.settle()
        tell("deleted", [self.texts(), hand.said()])
        self.keep("06 deleted")
        hand.press("Ctrl+Z")
        hand.until(lambda: len(self.texts()) == len(plot.TYPED), "for the row that comes back")
        hand.settle()
        tell("undone", [self.texts(), hand.said()])
        self.set_head("Ketua GOV", 9)

    def fill_others(self):
        """The renamed pillar is pasted from Excel, two more are typed."""
        hand = self.hand
        self.hand.sheet_of("ECO")
        self.first_cell()
        hand.copy_elsewhere(plot.excel(plot.PASTED))
        hand.press("Ctrl+V")
        hand.settle()
        tell("pasted", [self.shown(), hand.text("sheetProgress")])
        tell("refused", hand.said())
        self.keep("07 pasted")
        self.set_head("Ketua ECO", 7)
        for code, issues in ((plot.DROPPED, plot.LEFT_BEHIND), ("MOB", plot.MOVING)):
            self.hand.sheet_of(code)
            self.write(issues)
            hand.settle()
            tell("sheet", [code, hand.text("sheetWhose"), self.texts(), hand.text("sheetProgress")])

    def drop_pillar(self):
        """A pillar under which issues stand is used no longer; the issues stay."""
        hand = self.hand
        self.command("pilar", "Pilar")
        hand.until(lambda: hand.page.screens.key == "dimension", "for the pillars")
        hand.settle()
        self.stand_on(plot.DROPPED)
        tell("uses", hand.text("dimension-uses"))
        hand.click("dimension-drop")
        tell("asked", [hand.text("dimension-drop-uses"), hand.find("dimension-stay").isChecked()])
        self.keep("08 asked")
        hand.click("dimension-drop-accept")
        hand.until(lambda: self.pillars()[plot.DROPPED].startswith("("), "until it is dropped")
        hand.settle()
        tell("dropped", [self.pillars(), hand.said(), hand.text("dimension-retired")])
        hand.rail("worksheet")
        self.hand.sheet_of(plot.DROPPED)
        tell("kept", [hand.text("sheetWhose"), self.texts()])
        self.keep("08 kept")

    def read_plan(self):
        """The Renstra of Diskominfo is read and used."""
        hand = self.hand
        ReadingPart.ask_files = classmethod(lambda *_: [SAMPLE / "renstra_diskominfo_t-c27.xlsx"])
        hand.rail("document")
        hand.click("document-renstra")
        hand.click("document-open")
        hand.until(lambda: hand.screen.frame.is_reading, "for the reading")
        hand.settle()
        tell("reading", [hand.text("reading-sentence"), hand.screen.reading.opd.currentText()])
        self.keep("09 reading")
        hand.click("reading-use")
        hand.until(lambda: not hand.screen.frame.is_reading, "until it is used")
        hand.settle()
        hand.choose_in("document-opds", lambda index: index.data() == plot.DISKOMINFO)
        hand.settle()
        tell("plan", hand.text("plan-sentence"))

    def fill_analysis(self):
        """Stage II: L5 of two programs."""
        hand = self.hand
        hand.press("Ctrl+2")
        self.sheet(plot.SHEET)
        hand.go_to("worksheetGrid")
        hand.press("Ctrl+Home", "Tab")
        for row in plot.ANSWERS:
            answers = (row.relevant, row.dimension, row.issue, row.existing, row.proposal, row.horizon)
            for words in (*answers, row.quickwin):
                hand.type(words)
                hand.press("Tab")
            hand.press("Home", "Down", "Tab") if row is not plot.ANSWERS[-1] else None
        hand.settle()
        tell("analysis", [self.shown()[:2], hand.text("sheetProgress")])
        self.keep("10 analysis")
        hand.press("Ctrl+1")
        hand.settle()

    def write_notes(self):
        """A decision and a follow-up."""
        hand = self.hand
        hand.rail("note")
        for line in plot.NOTES:
            hand.go_to("note-line")
            hand.type(line)
            hand.press("Return")
        hand.settle()
        tell("notes", hand.text("note-counts"))

    def bring_photos(self):
        """Three photos are dropped on Catatan, and each gets its caption."""
        hand = self.hand
        paths = plot.write_photos(self.folder / "foto")
        mime = carrying(paths)
        for event in (
            QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, PLAIN),
            QDropEvent(QPointF(300, 300), COPY, mime, LEFT, PLAIN),
        ):
            QApplication.sendEvent(hand.screen, event)
        album = hand.screen.photos.album
        hand.until(lambda: len(album.wall.tiles) == len(paths) and not album.flow.is_busy, "for the photos")
        hand.settle()
        hand.until(lambda: all(tile.picture.picture for tile in album.wall.tiles), "for their pictures")
        tell("photos", [hand.said(), hand.text("note-photos"), self.tiles()])
        for tile, words in zip(album.wall.tiles, plot.CAPTIONS, strict=True):
            hand.fill(tile.caption.objectName(), words)
        hand.press("Tab")
        hand.settle()
        tell("captions", self.tiles())

    def save_issues(self):
        """L1 goes to Excel, is changed there, and meanwhile here."""
        hand = self.hand
        self.sheet("L1-01")
        self.chosen = L1
        self.command("excel semua lembar", "Excel: Simpan semua")
        hand.until((self.folder / L1).exists, "for the file")
        hand.until(lambda: L1 in hand.said(), "for the word that it is saved")
        tell("saved", hand.said())
        self.change_in_excel()
        hand.go_to("worksheetGrid")
        hand.press("Ctrl+Home", "Down", "Tab", "Tab")
        hand.type(plot.HERE_MEANWHILE)
        hand.press("Return")
        hand.settle()

    def change_in_excel(self):
        """Somebody else answers in Excel: two cells that stand, and a line at the end."""
        path = self.folder / L1
        book = openpyxl.load_workbook(path)
        tell("tabs", book.sheetnames)
        page = book[next(name for name in book.sheetnames if "GOV" in name or name == "L1-01")]
        head = next(row for row in page.iter_rows() if any(cell.value == "Sumber data" for cell in row))
        at = {cell.value: cell.column for cell in head if cell.value}
        first = head[0].row + 1
        page.cell(first, at["Data atau fakta"]).value = plot.FROM_EXCEL
        page.cell(first + 1, at["Data atau fakta"]).value = plot.THERE_MEANWHILE
        page.cell(first + 3, at["Isu atau permasalahan"]).value = plot.NEW_FROM_EXCEL
        page.cell(first + 3, at["Prioritas"]).value = 2
        book.save(path)

    def read_issues(self):
        """What came back is listed; what differs is left as it stands here."""
        hand = self.hand
        self.command("excel baca isian", "Excel: Baca")
        table = hand.find("taken-table")
        rows = range(table.rowCount())
        listed = [[table.item(row, column).text() for column in range(table.columnCount())] for row in rows]
        ticked = [table.item(row, 0).checkState() == Qt.CheckState.Checked for row in rows]
        tell("taken", [hand.text("taken-words"), listed, ticked, hand.text("taken-go")])
        self.keep("14 taken")
        hand.click("taken-go")
        hand.until(lambda: hand.seen("taken") is None, "until it is taken")
        hand.until(lambda: len(self.texts()) == len(plot.TYPED) + 1, "for the new line")
        hand.settle()
        tell("read", [self.shown(), hand.said()])

    # In the evening

    def end_session(self):
        """F9: the report lies on the screen and is saved."""
        hand = self.hand
        self.clock.moment = plot.BEGINS.replace(hour=11, minute=30)
        self.chosen = REPORT
        hand.press("F9")
        hand.until(lambda: hand.seen("preview") is not None, "for the preview of the report")
        preview = hand.page.prints.preview
        hand.until(lambda: preview.pages.pages[0].is_drawn, "for the first page")
        self.keep("15 report")
        hand.click("preview-save")
        hand.until((self.folder / REPORT).exists, "for the PDF")
        hand.click("preview-close")
        hand.until(lambda: hand.seen("preview") is None, "until the preview is closed")
        hand.settle()

    def print_dossiers(self):
        """Cetak: the dossiers of all agencies."""
        hand = self.hand
        hand.rail("report")
        self.chosen = DOSSIERS
        hand.choose_in("print-list", lambda index: index.row() and self.is_dossier(index))
        hand.until(lambda: hand.seen("print-count") is not None and hand.text("print-count"), "for pages")
        hand.settle()
        tell("dossiers", [hand.text("print-title"), hand.text("print-count")])
        hand.click("print-save")
        hand.until((self.folder / DOSSIERS).exists, "for the PDF")

    def open_again(self):
        """Close the file, open it from the first page, and look into every corner."""
        hand = self.hand
        hand.press("Ctrl+W")
        hand.until(lambda: hand.page is None, "until it is closed")
        hand.settle()
        self.keep("16 closed")
        hand.click("welcome-recent")
        hand.press("Return")
        hand.until(lambda: hand.page is not None, "for the same again")
        hand.settle()
        hand.press("Ctrl+1")
        self.sheet("L1-01")
        for code in ("GOV", "ECO", plot.DROPPED, "MOB"):
            self.hand.sheet_of(code)
            tell("again", [code, self.shown()])
        self.keep("17 sheet")
        hand.rail("note")
        tell("notes again", hand.text("note-counts"))
        hand.click("note-photos")
        hand.until(lambda: len(hand.screen.photos.album.wall.tiles) == len(plot.FILES), "for the photos")
        tell("captions again", self.tiles())
        hand.press("Ctrl+2")
        self.sheet(plot.SHEET)
        tell("analysis again", [self.shown()[:2], hand.text("sheetProgress")])
        hand.rail("home")
        self.app.lane.data(self.app.desk.check, partial(tell, "check"))
        hand.settle()


def main():
    """Play the rounded day to its end."""
    folder = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    app = play(plot.BEGINS, folder, lambda app, clock: Rounded(app, clock, folder, pictures))
    app.finish()
    os._exit(0)


if __name__ == "__main__":
    main()
