"""What is done and seen on a running day, again and again: blocks, groups, speakers, the projector."""

from tests.flows import fast_plot as plot
from tests.flows.fast_hand import Fast
from tests.flows.playing import tell
from tests.ui.frame import turn

SLIDES = {
    "block": "Tayangkan: jam dan acara",
    "groups": "Tayangkan: pembagian kelompok",
    "review": "Tayangkan: ulasan hari",
    "funnel": "Tayangkan: dari Renstra",
}


class Running(Fast):
    """A facilitator at the page of the running day."""

    def open_file(self):
        """Open the last file from the first page."""
        hand = self.hand
        self.app.begin()
        hand.go_to("welcome-recent")
        hand.press("Return")
        hand.until(lambda: hand.page is not None, "for the file")
        hand.settle()

    @property
    def run_page(self):
        """The page on which the day runs."""
        return self.hand.screen._run

    def go_to_run(self):
        """Bring the running day to the front."""
        hand = self.hand
        if hand.page.screens.key != "agenda":
            hand.rail("agenda")
        if hand.seen("runPage") is None:
            hand.command("mulai acara", "Mulai acara")
        hand.until(lambda: hand.seen("runPage") is not None, "for the running day")
        hand.settle()

    def now_is(self, words, day=plot.FIRST):
        """Let time go by until an hour of the day; the page counts on."""
        self.clock.moment = plot.at(day, words)
        self.hand.page.sessions.ticked.emit()
        if self.hand.seen("runPage") is not None:
            self.run_page.tick()

    def begin(self, title, keys="F6"):
        """Begin the next block."""
        hand = self.hand
        hand.press(keys)
        hand.until(lambda: self.running_title().startswith(title), f"for {title}")
        hand.settle()

    def running_title(self):
        """Return the title of the running block, empty where nothing runs."""
        running = self.hand.page.sessions.session
        return running.title if running is not None else ""

    def seen_now(self):
        """Return what the page says of the running block."""
        hand, now = self.hand, self.run_page.now
        return [
            hand.text("run-title"),
            now.clock.accessibleName(),
            now.ends.text(),
            now.late.text(),
            now.next.text(),
        ]

    def states(self):
        """Return each group with how far it is."""
        return [[tile.slot.group.name, tile.slot.state] for tile in self.run_page.board.tiles]

    def advance(self, *places):
        """Move the states of groups on by their number keys."""
        hand = self.hand
        for place in places:
            before = self.states()[place - 1]
            hand.press(str(place))
            hand.until(lambda at=place - 1, was=before: self.states()[at] != was, f"for group {place}")
        hand.settle()

    def leave_line(self):
        """Give the keys back to the page: out of a line into the list of the day."""
        self.hand.tab(lambda part: part.objectName() == "run-list", "the list of the day")

    def speaker(self):
        """Return who speaks, in which phase, with the countdown."""
        queue = self.run_page.queue
        return [queue.name.text(), queue.phase.text(), queue.clock.accessibleName()]

    def order(self):
        """Return the groups in the order in which they are to speak."""
        return [line.words for line in self.run_page.queue.list.blocks.lines]

    def speak_on(self):
        """Go one step on in the queue."""
        before = self.speaker()[:2]
        self.hand.press("PgDown")
        self.hand.until(lambda: self.speaker()[:2] != before, "for the next step of the queue")
        self.hand.settle()

    def write_note(self, text):
        """Write a note beside the running block, and leave its line."""
        hand = self.hand
        hand.press("N")
        hand.until(lambda: hand.target().objectName() == "run-note-line", "for the line of a note")
        hand.type(text)
        hand.press("Return")
        hand.settle()
        self.leave_line()

    # The projector

    def use_screen(self, place):
        """Choose a screen for the hall in the panel."""
        hand = self.hand
        hand.press("F12")
        hand.until(lambda: hand.seen("show-list") is not None, "for the panel")
        hand.settle()
        box = hand.find("show-screen")
        hand.go_to("show-screen")
        # The laptop's own screen stands behind all others.
        hand.press("Home", *["Down"] * place)
        hand.until(lambda: plot.SCREENS[place][0] in box.currentText(), f"for {plot.SCREENS[place][0]}")
        hand.press("Esc")
        hand.until(lambda: hand.seen("show-list") is None, "until the panel is closed")
        hand.settle()

    def show(self, kind):
        """Show a slide of this kind."""
        hand = self.hand
        hand.command(SLIDES[kind].lower().replace(":", ""), SLIDES[kind])
        showing = hand.page.showing
        hand.until(lambda: showing.shown is not None and showing.shown[0] == kind, f"for the slide {kind}")
        hand.until(lambda: showing.view is not None, "for the projector")
        hand.settle()
        turn(30)

    def photograph(self, *kinds):
        """Show these slides on every projector, and keep a picture of each."""
        hand = self.hand
        for place, (name, *_size) in enumerate(plot.SCREENS[1:], start=1):
            self.use_screen(place)
            for kind in kinds:
                self.show(kind)
                view = hand.page.showing.view
                picture = view.grab()
                target = self.folder / f"layar {name.split()[-1]} {kind}.png"
                picture.save(str(target))
                tell("slide", [target.name, [picture.width(), picture.height()], view.screen().name()])
        hand.press("F11")
        hand.until(lambda: hand.page.showing.view is None, "until nothing is shown")
