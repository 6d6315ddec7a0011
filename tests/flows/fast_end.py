"""From the power cut to the closing of stage II: ``fast_end FOLDER [PICTURES]``."""

import os
import sys
from functools import partial
from pathlib import Path

from tests.flows import fast_plot as plot
from tests.flows.fast_run import Running
from tests.flows.playing import play, tell

BEGINS = plot.at(plot.FIRST, "15.01")


class End(Running):
    """The presentation goes on, the evening prints, the second day closes the stage."""

    def play(self):
        """Play all of it."""
        self.run(
            *(self.open_again, self.go_on, self.end_day, self.print_evening, self.sign_pages),
            *(self.second_day, self.close_stage, self.print_after, self.look_back),
        )

    def open_again(self):
        """The file as the power cut left it: the same group speaks, its time went on."""
        hand = self.hand
        self.open_file()
        tell("again", hand.said())
        self.go_to_run()
        self.now_is("15.01")
        tell("goes on", [self.speaker(), self.seen_now(), self.order()])
        notes = [line.words for line in self.run_page.notes.list.blocks.lines]
        tell("notes again", notes)

    def go_on(self):
        """The other groups are heard; the last one is put off by one place."""
        hand = self.hand
        self.leave_line()
        minute = 2
        while self.run_page.queue.buttons["on"].isEnabled():
            before = self.speaker()[:2]
            hand.press("PgDown")
            hand.settle()
            minute += 4
            self.now_is(f"15.{minute:02}")
            if self.speaker()[:2] == before:
                break
        tell("heard", self.order())
        self.now_is("15.59")
        tell("after all", self.seen_now())

    def end_day(self):
        """Break and summary; F9 ends the day and lays the report on the screen."""
        self.now_is("16.00")
        self.begin("Rehat")
        self.now_is("16.14")
        self.begin("Rangkuman")
        self.now_is("16.45")
        self.end_session("laporan hari 1.pdf")

    def end_session(self, name):
        """F9, and the report saved from its preview."""
        hand = self.hand
        hand.press("F9")
        hand.until(lambda: hand.seen("preview") is not None, "for the preview of the report")
        preview = hand.page.prints.preview
        hand.until(lambda: preview.pages.pages[0].is_drawn, "for the first page")
        self.chosen = name
        hand.use("preview-save")
        hand.until((self.folder / name).exists, "for the PDF")
        hand.press("Esc")
        hand.until(lambda: hand.seen("preview") is None, "until the preview is closed")
        hand.settle()

    def print_evening(self):
        """The papers of the evening, the reports of two blocks, and all of the day in one file."""
        for kind in plot.EVENING_PAPERS:
            self.print_paper(kind)
        for name, words in (("laporan kelompok", "Kerja kelompok 1"), ("laporan presentasi", "Presentasi")):
            self.print_paper("laporan-sesi", answers=(("session", words),), name=name)
        self.print_paper("semua-hari-ini", name="semua hari 1")

    def sign_pages(self):
        """The second day by the signed list: page by page, all but those who did not sign."""
        hand = self.hand
        self.clock.moment = plot.at(plot.SECOND, "07.31")
        hand.rail("people")
        hand.command("catat dari lembar", "Catat dari lembar bertanda tangan")
        hand.until(lambda: hand.target().objectName() == "door-except", "for the signed list")
        hand.until(lambda: "Halaman 1" in hand.text("door-page"), "for its first page")
        hand.settle()
        tell("day", hand.find("door-day").currentText())
        paper = hand.screen.extra[0].paper
        pages = len(paper._pages)
        for place in range(pages):
            numbers = {item.person.number for item in paper.page}
            away = sorted(numbers & set(plot.ABSENT))
            if plot.REPRESENTED in numbers:
                self.send_again(paper)
            hand.strokes(" ".join(map(str, away)))
            hand.press("Return")
            said = f"Halaman {place + 1} dicatat"
            hand.until(lambda words=said: hand.text("door-page-answer").startswith(words), f"for {said}")
            hand.settle()
            if place + 1 < pages:
                hand.press("PgDown")
        tell("signed", [pages, hand.text("door-count"), hand.text("door-page-answer")])

    def send_again(self, paper):
        """The same deputy signed again: in the list of the page, by D."""
        hand = self.hand
        place = [item.person.number for item in paper.page].index(plot.REPRESENTED)
        hand.press("Down")
        hand.until(lambda: hand.target().objectName() == "door-page-list", "for the names of the page")
        hand.press("Home", *["Down"] * place, "D")
        hand.until(lambda: hand.target().objectName() == "door-deputy-name", "for the deputy's name")
        hand.type(plot.DEPUTY)
        hand.press("Return")
        hand.type(plot.DEPUTY_OFFICE)
        hand.press("Return")
        hand.until(lambda: hand.target().objectName() == "door-except", "for the field again")
        hand.settle()
        tell("deputy again", hand.text("door-page-answer"))

    def second_day(self):
        """The second day runs in fast motion; the groups work once more."""
        self.go_to_run()
        for moment, title, keys in plot.SECOND_RUN:
            self.now_is(moment, plot.SECOND)
            self.begin(title, keys)
        tell("second day", [item.words for item in self.run_page.list.blocks.lines])

    def close_stage(self):
        """The last block ends: the stage is closed."""
        self.now_is("15.05", plot.SECOND)
        self.end_session("laporan hari 2.pdf")

    def print_after(self):
        """What is given out and kept: certificates, the records, all of the day in one file."""
        for kind in plot.AFTER:
            self.print_paper(kind, name=plot.again(kind))
        self.print_paper("semua-hari-ini", name="semua hari 2")

    def look_back(self):
        """Beranda at the end; the file is sound."""
        hand = self.hand
        hand.rail("home")
        self.app.lane.data(self.app.desk.check, partial(tell, "check"))
        hand.settle()


def main():
    """Play from the power cut to the end."""
    folder = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    app = play(BEGINS, folder, lambda app, clock: End(app, clock, folder, pictures))
    app.finish()
    os._exit(0)


if __name__ == "__main__":
    main()
