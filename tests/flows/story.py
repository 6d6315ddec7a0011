"""One day in the hall, played in the real window until the plug is pulled: ``story VARIANT RENSTRA FOLDER``.

Every fact that was seen on the way is told on stdout as one JSON line ``{"fact": …, "value": …}``. The last
thing this program does is to kill itself in the middle of a word.
"""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from tests.flows import plot as script
from tests.flows.hand import Hand
from tests.flows.playing import play, tell
from ui.models.plan_tree import BASELINE, LEVEL_ROLE
from ui.screens.document.reading import ReadingPart

LEVELS = ("program", "kegiatan", "subkegiatan")


def texts_of(page, kind):
    """Return the texts of the points of one kind as the page shows them."""
    return [item.text for item in page.points if item.kind == kind]


class Story:
    """The day from the welcome page to the power cut."""

    def __init__(self, app, clock, plot, folder):
        self.app, self.clock, self.plot, self.folder = app, clock, plot, folder
        self.hand = Hand(app)

    def play(self):
        """Play all of it; never returns."""
        parts = (
            self.make_bimtek,
            self.add_agencies,
            self.read_files,
            self.paste_plans,
            self.paste_points,
            self.write_event,
            self.begin_session,
            self.fill_sheets,
            self.write_notes,
            self.end_while_typing,
            self.pull_the_plug,
        )
        for part in parts:
            begun = time.monotonic()
            part()
            tell("seconds", [part.__name__, round(time.monotonic() - begun, 1)])

    # Before the hall opens

    def make_bimtek(self):
        """Welcome → Bimtek baru, on one page, mostly by the keyboard."""
        hand = self.hand
        self.app.begin()
        hand.fill("welcome-person", "Andi Jum'ah")
        hand.click("welcome-new")
        hand.go_to("new-region-text")
        hand.type("kon sel")
        hand.press("Return")
        page = self.app.window.page
        hand.until(lambda: page.region.code, "for the region")
        tell("region", page.region.region.words)
        hand.fill("new-place", "Aula Jum'at <b>, Andoolo")
        hand.fill("new-stage-1-start", "12 Juni")
        hand.fill("new-stage-2-start", self.plot.day)
        hand.press("Tab")
        hand.click("new-create")
        hand.until(lambda: hand.page is not None, "for the workshop")
        hand.settle()
        tell("title", hand.page.top.title.text())
        tell("stage", hand.page.top.stages.number)
        tell("file", str(self.app.desk.path))

    def add_agencies(self):
        """Six OPD at three tables, pasted from a spreadsheet."""
        hand = self.hand
        hand.rail("opd")
        lines = [f"{item.name}\t{item.short}\tMeja {item.table}" for item in self.plot.tables]
        hand.copy_elsewhere("Nama OPD\tSingkatan\tMeja\n" + "\n".join(lines))
        hand.click("opd-empty-2")
        hand.until(lambda: hand.text("paste-add") == "Tambah 6 OPD", "for the preview of what was pasted")
        hand.click("paste-add")
        hand.until(lambda: hand.screen.model.rowCount() == len(lines), "for six OPD")
        hand.settle()
        tell("opds", hand.text("opd-counts"))

    def read_files(self):
        """Both files at once; every doubt is answered with the keys of the screen."""
        hand, paths = self.hand, [self.plot.folder / item.file for item in self.plot.readings]
        ReadingPart.ask_files = classmethod(lambda _screen, _parent, _folder: paths)
        hand.rail("document")
        hand.click("document-open")
        for reading in self.plot.readings:
            self.read_one(reading)
        hand.until(lambda: not hand.screen.frame.is_reading, "until both are read")
        hand.settle()
        for reading in self.plot.readings:
            short = next(item.short for item in self.plot.tables if item.name == reading.opd)
            self.choose_opd(reading.opd)
            hand.until(partial(self.is_plan_of, short), f"for the plan of {short}")
            hand.settle()
            tell("tree", [reading.file, self.tree()])

    def choose_opd(self, name):
        """Stand on an OPD beside the plan."""
        self.hand.choose_in("document-opds", lambda index: index.data() == name)

    def is_plan_of(self, short):
        """Tell whether the plan of this OPD is shown."""
        return short in self.hand.text("plan-sentence")

    def read_one(self, reading):
        """Look at one file, answer its doubts, use it."""
        hand = self.hand
        screen = hand.screen
        wanted = f"{reading.file}"
        hand.until(
            lambda: screen.frame.file_name.text() == wanted and screen.frame.is_reading, f"for {wanted}"
        )
        hand.settle()
        view = screen.reading
        tell("sentence", [reading.file, hand.text("reading-sentence")])
        tell("opd", [reading.file, view.opd.currentText()])
        tell("doubts", [reading.file, [look.message for look in view.doubts.looks()]])
        while view.doubts.rows():
            row = view.doubts.rows()[0]
            hand.go_to(row.objectName())
            self.answer(row, reading)
        tell("left", [reading.file, hand.text("reading-none"), hand.text("reading-use")])
        hand.until(lambda: hand.target() is view.use, "until everything is answered")
        hand.press("Space")
        used = f"Hasil baca dipakai: {len(view.draft.lines)} baris. Ctrl+Z mengurungkan."
        hand.until(lambda: hand.said() == used, "until the reading is used")
        tell("used", [reading.file, hand.said()])

    def answer(self, row, reading):
        """Answer one doubt by its keys."""
        key = row.look.key
        words = row.look.message
        found = next((answer for begins, answer in reading.answers if words.startswith(begins)), script.ENTER)
        keys, _, typed = found.partition(" ")
        self.hand.press(keys)
        if typed:
            self.hand.press("Ctrl+A")
            self.hand.type(typed)
            self.hand.press("Return")
        view = self.hand.screen.reading
        self.hand.until(
            lambda: key not in {look.key for look in view.doubts.looks()}, f"for the answer to {words}"
        )

    def tree(self):
        """Count the lines of the tree on the screen, and add up its money columns."""
        panel = self.hand.screen.frame.plan
        model = panel.model
        years = [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(BASELINE + 1, model.columnCount())
        ]
        counts, sums = dict.fromkeys(LEVELS, 0), {f"{year} {level}": 0 for year in years for level in LEVELS}
        waiting = [model.index(row, 0) for row in range(model.rowCount())]
        while waiting:
            at = waiting.pop()
            waiting += [model.index(row, 0, at) for row in range(model.rowCount(at))]
            level = at.data(LEVEL_ROLE)
            if level in counts:
                counts[level] += 1
                for place, year in enumerate(years):
                    shown = str(at.siblingAtColumn(BASELINE + 1 + place).data() or "").replace(".", "")
                    sums[f"{year} {level}"] += int(shown) if shown.isdigit() else 0
        return {
            "years": years,
            "counts": [counts[level] for level in LEVELS],
            "sums": {key: f"{value:,}".replace(",", ".") for key, value in sums.items()},
            "sentence": self.hand.text("plan-sentence"),
        }

    def paste_plans(self):
        """Three OPD brought only a table to copy."""
        hand = self.hand
        for table in self.plot.tables:
            for text in table.pasted:
                self.choose_opd(table.name)
                hand.settle()
                hand.copy_elsewhere(text)
                hand.click("document-paste")
                hand.until(lambda text=text: hand.text("paste-table-text") == text, "for the pasted table")
                hand.click("paste-table-read")
                view = hand.screen.reading
                hand.until(lambda: hand.screen.frame.is_reading, f"for the table of {table.short}")
                hand.settle()
                assert view.opd.currentText().startswith(table.name), view.opd.currentText()
                assert not view.doubts.looks(), [look.message for look in view.doubts.looks()]
                hand.click("reading-use")
                hand.until(lambda: not hand.screen.frame.is_reading, f"until {table.short} is used")
                hand.settle()
                tell("pasted", [table.short, hand.text("plan-sentence")])

    def paste_points(self):
        """Vision, missions and strategic issues of the RPJMD, line by line."""
        hand = self.hand
        hand.click("document-rpjmd")
        page = hand.screen.frame.points
        for kind, lines in (("visi", (script.VISION,)), ("misi", script.MISSIONS), ("isu", script.ISSUES)):
            numbered = "\n".join(f"{place}. {words}" for place, words in enumerate(lines, start=1))
            page.focus_kind(kind)
            hand.copy_elsewhere(numbered if len(lines) > 1 else lines[0])
            hand.press("Ctrl+V", "Ctrl+Return")
            hand.until(lambda kind=kind, lines=lines: len(texts_of(page, kind)) == len(lines), f"for {kind}")
            tell("points", [kind, texts_of(page, kind)])

    def write_event(self):
        """Data Bimtek: two signers with long names; the paper is F4 already."""
        hand = self.hand
        hand.rail("home")
        hand.click("home-event")
        hand.until(lambda: hand.page.screens.key == "event", "for Data Bimtek")
        hand.settle()
        assert hand.find("event-paper-F4").isChecked()
        for place, signer in enumerate(script.SIGNERS, start=1):
            hand.click("signer-add")
            hand.until(lambda wanted=place: len(hand.screen.signers.forms) == wanted, f"for signer {place}")
            hand.settle()
            for field, words in signer.items():
                hand.fill(f"signer-{field}", words)
            hand.press("Tab")
            hand.settle()
        forms = hand.screen.signers.forms.values()
        tell("signers", [[form.name.toPlainText(), form.nip.text()] for form in forms])

    # In the hall

    def begin_session(self):
        """F5: 75 minutes for the analysis of the Renstra."""
        hand = self.hand
        self.clock.moment = self.plot.begins.replace(hour=9, minute=15)
        hand.rail("worksheet")
        hand.press("F5")
        hand.find("sessionStart")
        hand.fill("session-title", "Analisis Renstra, meja 1–3")
        hand.fill("session-leader", "Hj. Sitti Nur'aini")
        assert "L5" in hand.find("session-worksheet").currentText()
        hand.fill("session-minutes", "75")
        hand.press("Tab")
        hand.click("session-go")
        hand.until(lambda: hand.page.sessions.session is not None, "for the session")
        hand.settle()
        tell("session", [hand.text("runningSession"), hand.text("timeLeft"), hand.text("sessionTimes")])

    def fill_sheets(self):
        """Six OPD at three tables; the clock runs from 9.15 to 10.25."""
        hand = self.hand
        for place, table in enumerate(self.plot.tables):
            self.clock.forward(minutes=11)
            if place % 2:
                hand.press("Ctrl+PgDown")
                hand.until(lambda name=table.name: self.whose() == name, f"for the next OPD, {table.short}")
                hand.settle()
            else:
                hand.sheet_of(table.name)
            self.fill_head(table)
            if table.by_paste:
                self.paste_sheet(table)
            elif table.rows:
                self.type_sheet(table)
            if not place:
                self.fill_form()
            hand.settle()
            page = hand.screen.page
            shown = page.title.far.text() if table.rows else page.empty.title.text()
            tell("sheet", [table.short, shown, page.title.status.text()])
            if place == 3:
                hand.page.sessions.ticked.emit()
                tell("time", [hand.text(name) for name in ("timeLeft", "timerTime", "timerBelow")])

    def whose(self):
        """Return whose sheet is shown."""
        grid = self.hand.screen.grid.grid
        return grid.party_name if grid else ""

    def fill_head(self, table):
        """Who sits there; two sheets come from paper, one head of agency sent a deputy."""
        hand = self.hand
        for field, words in (
            ("chair", f"Ketua {table.short} Nur'aini"),
            ("scribe", f"Notulis {table.short}"),
            ("mentor", "Dr. Baharuddin <b>"),
            ("present", str(table.present)),
            ("represented_by", table.deputy),
        ):
            if words:
                hand.fill(f"head-{field}", words)
        if table.on_paper:
            hand.go_to("head-on_paper")
            hand.press("Space")

    def first_question(self):
        """Stand on the first question of the first program."""
        self.hand.go_to("worksheetGrid")
        self.hand.press("Ctrl+Home", "Tab")
        view = self.hand.screen.page.view
        at = view.currentIndex()
        assert (at.row(), view.model().column_at(at.column()).key) == (0, "relevant")

    def type_sheet(self, table):
        """Answer program by program: letters choose, Tab goes on, the list of dimensions narrows."""
        hand = self.hand
        self.first_question()
        for row in table.rows:
            hand.type(row.relevant)
            if row.relevant == "T":
                hand.press("Return")
                continue
            hand.press("Tab")
            # The same letter again goes round those that begin with it: Pendek, Panjang.
            horizon = {"J": "PP"}.get(row.horizon, row.horizon)
            answers = (row.dimension, row.issue, row.existing, row.proposal, horizon, row.quickwin, row.note)
            for words in answers:
                hand.type(words)
                hand.press("Tab")

    def fill_form(self):
        """The rest of the first program, as a form: a line of text, and an issue of the RPJMD."""
        hand = self.hand
        self.first_question()
        hand.press("F4")
        hand.find("rowForm")
        tell("form", hand.text("formProgram"))
        hand.fill("form-partners", script.PARTNERS)
        listed = hand.find("form-issue_link")
        hand.go_to("form-issue_link")
        hand.press("Home")
        for _step in range(listed.count()):
            if script.ISSUES[1] not in listed.currentItem().text():
                hand.press("Down")
        hand.press("Space", "Esc")
        hand.until(lambda: hand.seen("rowForm") is None, "until the form is closed")

    def paste_sheet(self, table):
        """Paste a block of answers from a spreadsheet in one go."""
        hand = self.hand
        words = {"Y": "Ya", "S": "Sebagian", "T": "Tidak", "P": "Pendek", "M": "Menengah"}
        block = [
            "\t".join(
                (
                    words[row.relevant],
                    row.dimension,
                    row.issue,
                    row.existing,
                    row.proposal,
                    words.get(row.horizon, ""),
                    words.get(row.quickwin, ""),
                )
            )
            for row in table.rows
        ]
        self.first_question()
        hand.copy_elsewhere("\n".join(block))
        hand.press("Ctrl+V")

    def write_notes(self):
        """Fast minutes: decisions, a question, two follow-ups."""
        hand = self.hand
        hand.rail("note")
        for line in script.NOTES:
            hand.go_to("note-line")
            hand.type(line)
            hand.press("Return")
        hand.settle()
        tell("notes", [hand.text("note-counts"), self.listed()])

    def listed(self):
        """Return the lines of the list of notes as they show."""
        model = self.hand.screen.model
        return [
            " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def end_while_typing(self):
        """The last OPD types still, the session ends with F9, the report lies on the screen."""
        hand = self.hand
        hand.rail("worksheet")
        hand.until(lambda: self.whose() == self.plot.tables[-1].name, "for the sheet of the last OPD")
        view = hand.screen.page.view
        self.first_question()
        hand.press("Tab", "Tab", "Tab", "Tab")
        assert view.model().column_at(view.currentIndex().column()).key == "proposal"
        self.clock.moment = self.plot.begins.replace(hour=10, minute=30)
        hand.type(script.LAST_WORDS)
        assert view.is_editing
        hand.pressed.clear()
        begun = time.monotonic()
        hand.press("F9")
        hand.until(lambda: hand.seen("preview") is not None, "for the preview of the report")
        preview = hand.page.prints.preview
        hand.until(lambda: preview.pages.pages[0].is_drawn, "for the first page")
        tell("report", [list(hand.pressed), round(time.monotonic() - begun, 1), hand.text("preview-count")])
        target = self.folder / "laporan.pdf"
        preview.write_to(target)
        hand.until(target.exists, "for the PDF")
        hand.until(
            lambda: "Tersimpan: laporan.pdf" in preview.bar.text.text(), "for the word that it is saved"
        )
        hand.click("preview-close")
        hand.until(lambda: hand.seen("preview") is None, "until the preview is closed")
        hand.settle()
        tell("ended", [hand.text("runningSession"), hand.text("session")])

    def pull_the_plug(self):
        """One more line that reaches the disk, the beginning of another that may not; then the power goes."""
        hand = self.hand
        hand.rail("note")
        self.clock.moment = self.plot.begins.replace(hour=10, minute=42, second=6)
        hand.go_to("note-line")
        hand.type(script.TO_THE_DISK)
        hand.press("Return")
        hand.until(lambda: hand.text("savedAt") == "Tersimpan 10.42.06", "for the word that it is saved")
        hand.settle()
        tell("bar", hand.said())
        hand.type(script.IN_THE_AIR)
        tell("typed", script.IN_THE_AIR)
        os.kill(os.getpid(), signal.SIGKILL)


def main():
    """Play the day of a variant; nothing comes after its power cut."""
    variant, renstra, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    plot = script.variants()[variant](renstra)
    play(plot.begins, folder, lambda app, clock: Story(app, clock, plot, folder))
    os._exit(3)


if __name__ == "__main__":
    main()
