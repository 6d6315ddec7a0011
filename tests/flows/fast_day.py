"""The first day of stage II until the power goes: ``fast_day FOLDER [PICTURES]``."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from tests.flows import fast_plot as plot
from tests.flows.fast_run import SLIDES, Running
from tests.flows.playing import play, tell

BEGINS = plot.at(plot.FIRST, "07.20")


class Day(Running):
    """The door, a late opening, group work, a presentation; then the laptop has no power."""

    def play(self):
        """Play all of it; never returns."""
        self.run(
            *(self.open_file, self.open_door, self.mark_all, self.send_deputy, self.add_guest),
            *(self.open_late, self.catch_up, self.pause_and_add, self.skip_one, self.group_work),
            *(self.fill_sheet, self.bring_photo, self.show_hall, self.darken, self.present),
        )
        self.pull_the_plug()

    # The door

    def open_door(self):
        """F5 begins the first block; the field for numbers has the keyboard."""
        hand = self.hand
        self.clock.moment = plot.at(plot.FIRST, "07.30")
        self.begin("Registrasi", "F5")
        hand.rail("people")
        hand.command("catat kehadiran", "Catat kehadiran dengan nomor")
        hand.until(lambda: hand.target().objectName() == "door-number", "for the field for numbers")
        tell("door", [hand.text("door-count"), hand.find("door-day").currentText()])

    def mark_all(self):
        """Everybody but one comes and says a number."""
        hand = self.hand
        strokes = 0
        for number in range(1, plot.PEOPLE + 1):
            if number == plot.REPRESENTED:
                continue
            entry = str(number)
            hand.strokes(entry)
            hand.press("Return")
            strokes += len(entry) + 1
            self.clock.forward(seconds=20)
            assert hand.target().objectName() == "door-number"
        number = hand.screen.extra[0].number
        hand.until(lambda: not number.is_waiting, "until all are marked")
        hand.settle()
        tell("strokes", strokes)
        tell("marked", [hand.text("door-count"), hand.text("door-answer"), list(number.kept_entries)])

    def send_deputy(self):
        """One sent somebody else; the door asks for name and office."""
        hand = self.hand
        hand.strokes(f"{plot.REPRESENTED}d")
        hand.press("Return")
        hand.until(lambda: hand.target().objectName() == "door-deputy-name", "for the deputy's name")
        hand.type(plot.DEPUTY)
        hand.press("Return")
        hand.type(plot.DEPUTY_OFFICE)
        hand.press("Return")
        hand.until(lambda: "diwakili" in hand.text("door-answer"), "for the deputy")
        hand.settle()
        tell("deputy", [hand.text("door-answer"), hand.text("door-count")])

    def add_guest(self):
        """One who was not invited, in one line."""
        hand = self.hand
        hand.press("F7")
        hand.until(lambda: hand.target().objectName() == "door-guest", "for the line of guests")
        hand.type(plot.GUEST)
        hand.until(lambda: hand.seen("door-guest-becomes") is not None, "for what the line becomes")
        tell("guest becomes", hand.text("door-guest-becomes"))
        hand.press("Return")
        hand.until(lambda: hand.seen("door-guest-answer") is not None, "for the number of the guest")
        hand.settle()
        tell("guest", [hand.text("door-guest-answer"), hand.text("door-count")])

    # The day runs

    def open_late(self):
        """The mayor comes forty minutes late."""
        hand = self.hand
        self.go_to_run()
        self.now_is("09.10")
        tell("before opening", self.seen_now())
        self.begin("Pembukaan")
        self.now_is("09.11")
        hand.settle()
        tell("late", self.seen_now())

    def catch_up(self):
        """Kejar proposes minutes of what is still to come; the fixed point is not touched."""
        hand = self.hand
        hand.press("F4")
        table = hand.find("catch-table")
        rows = [
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]
        tell("catch up", [hand.text("catch-target"), rows, hand.text("catch-sum"), hand.text("catch-result")])
        self.keep("day-catch-up")
        hand.press("Return")
        hand.until(lambda: hand.seen("catchUp") is None, "until it is used")
        hand.settle()
        self.wait_said(rows and "1")
        tell("caught", [hand.said(), self.seen_now()])

    def pause_and_add(self):
        """A pause of three minutes for the sound, then five minutes more."""
        hand = self.hand
        self.now_is("09.20")
        hand.press("F7")
        hand.until(lambda: hand.page.sessions.session.is_paused, "for the pause")
        hand.settle()
        held = self.seen_now()[1:3]
        self.now_is("09.23")
        tell("paused", [held[0], self.seen_now()[1]])
        hand.press("F7")
        hand.until(lambda: not hand.page.sessions.session.is_paused, "until it goes on")
        hand.settle()
        hand.press("+")
        hand.until(lambda: hand.page.sessions.session.extra_minutes, "for five minutes more")
        hand.settle()
        tell("longer", [held, self.seen_now()[1:3], hand.page.sessions.session.extra_minutes])

    def skip_one(self):
        """The line to the ministry does not work: F8 leaves the block out."""
        hand = self.hand
        self.now_is("10.05")
        self.begin("Ulasan Buku 1")
        self.now_is("10.35")
        self.begin(plot.INSERTED)
        self.now_is("10.38")
        self.begin("Kerja kelompok 1", "F8")
        tell("skipped", [hand.said(), [item.words for item in self.run_page.list.blocks.lines]])

    def group_work(self):
        """Six groups work and deliver, each with a word on what."""
        hand = self.hand
        tell("groups begin", self.states())
        self.now_is("10.50")
        self.advance(*range(1, 7))
        tell("groups work", [self.states(), hand.text("board-count")])
        self.now_is("11.30")
        for place, words in enumerate(plot.DELIVERED, start=1):
            self.advance(place)
            hand.press("F2")
            hand.until(lambda: hand.target().objectName() == "board-delivered", "for what was delivered")
            hand.type(words)
            hand.settle()
            self.leave_line()
        tell("groups done", [self.states(), hand.text("board-count")])
        self.keep("day-groups")

    def fill_sheet(self):
        """After lunch two programs of an agency are analysed."""
        hand = self.hand
        for moment, title in (("11.45", "Penjelasan"), ("12.00", "ISHOMA"), ("13.02", "Kerja kelompok 2")):
            self.now_is(moment)
            self.begin(title)
        hand.rail("worksheet")
        hand.sheet_of("Diskominfo")
        hand.go_to("worksheetGrid")
        hand.press("Ctrl+Home", "Tab")
        for row in plot.ANSWERS:
            answers = (row.relevant, row.dimension, row.issue, row.existing, row.proposal, row.horizon)
            for words in (*answers, row.quickwin):
                hand.type(words)
                hand.press("Tab")
            hand.press("Home", "Down", "Tab") if row is not plot.ANSWERS[-1] else None
        hand.settle()
        tell("analysis", hand.text("sheetProgress"))

    def bring_photo(self):
        """A photo from the clipboard comes into the running block."""
        hand = self.hand
        hand.rail("note")
        picture = QImage(640, 480, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.darkCyan)
        QGuiApplication.clipboard().setImage(picture)
        hand.press("Ctrl+V")
        self.wait_said("1 foto masuk")
        tell("photo", hand.said())

    def show_hall(self):
        """The hall sees clock, groups, review and funnel, on three projectors."""
        self.go_to_run()
        self.photograph("block", "groups", "review", "funnel")

    def darken(self):
        """The screen goes dark and is held, by keys of the laptop."""
        hand = self.hand
        self.show("block")
        view = hand.page.showing.view
        seen = []
        for keys in ("Ctrl+B", "Ctrl+B", "Ctrl+T"):
            hand.press_window(keys)
            seen.append([view.is_dark, view.is_held])
        hand.command(SLIDES["funnel"].lower().replace(":", ""), SLIDES["funnel"])
        hand.until(lambda: view.prepared is not None, "for the slide that is prepared")
        seen.append([view.slide.slide.kind, view.prepared.slide.kind])
        hand.press_window("Ctrl+T")
        seen.append(view.slide.slide.kind)
        tell("held", seen)
        hand.press("F11")
        hand.until(lambda: hand.page.showing.view is None, "until nothing is shown")

    # The presentation

    def present(self):
        """The order is drawn; two groups are heard, the third speaks."""
        hand = self.hand
        self.now_is("14.46")
        self.begin("Presentasi")
        self.leave_line()
        drawn = self.order()
        for _try in range(4):
            hand.press("U")
            hand.settle()
            if self.order() != drawn:
                break
        tell("order", [drawn, self.order(), hand.said()])
        for place, note in enumerate(plot.SPEECH_NOTES[:2]):
            self.speak_on()
            self.now_is(f"14.{48 + place * 4}")
            tell("speech", self.speaker())
            self.write_note(note)
            self.speak_on()
            self.now_is(f"14.{50 + place * 4}")
            tell("reply", self.speaker())
        self.speak_on()
        hand.settle()
        self.now_is("14.57")
        tell("third", [self.speaker(), self.seen_now()])
        self.keep("day-presentation")

    def pull_the_plug(self):
        """A note of the group that speaks reaches the disk; then the power goes."""
        hand = self.hand
        self.clock.moment = plot.at(plot.FIRST, "14.58").replace(second=30)
        hand.press("N")
        hand.type(plot.SPEECH_NOTES[2])
        hand.until(lambda: hand.text("savedAt") == "Tersimpan 14.58.30", "for the word that it is saved")
        hand.settle()
        tell("killed", [self.speaker()[0], hand.text("savedAt")])
        os.kill(os.getpid(), signal.SIGKILL)


def main():
    """Play the first day; nothing comes after its power cut."""
    folder = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    play(BEGINS, folder, lambda app, clock: Day(app, clock, folder, pictures))
    os._exit(3)


if __name__ == "__main__":
    main()
