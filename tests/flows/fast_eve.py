"""The evening before stage II: ``fast_eve FOLDER [PICTURES]`` makes event, list, plan, tables and papers."""

import os
import sys
from pathlib import Path

from tests.flows import fast_plot as plot
from tests.flows.fast_hand import Fast
from tests.flows.playing import play, tell
from tests.flows.plot import SAMPLE
from ui.models import people_import as columns
from ui.screens.document.reading import ReadingPart


class Eve(Fast):
    """Everything that is made ready, from an empty laptop on."""

    def play(self):
        """Play all of it, and close the file."""
        self.run(
            *(self.make_bimtek, self.check_laptop, self.write_event, self.add_agencies, self.keep_nip),
            *(self.import_list, self.ask_data, self.read_plan, self.plan_days, self.change_plan),
            *(self.keep_plan, self.divide, self.change_groups, self.print_before, self.close),
        )

    def make_bimtek(self):
        """Welcome, Bimtek baru, stage II on two days."""
        hand = self.hand
        self.app.begin()
        hand.press("Alt+B")
        hand.find("new-region-text")
        hand.type("kendari")
        hand.press("Return")
        hand.until(lambda: self.app.window.page.region.code, "for the region")
        hand.fill("new-place", "Aula Balai Kota")
        hand.fill("new-stage-2-start", "4 Agustus")
        hand.fill("new-stage-2-end", "5 Agustus")
        hand.use("new-create")
        hand.until(lambda: hand.page is not None, "for the workshop")
        hand.settle()
        hand.press("Ctrl+2")
        hand.settle()
        tell("made", [hand.page.top.title.text(), hand.page.top.stages.number])
        tell("file", str(self.app.desk.path))

    def check_laptop(self):
        """Cek Sebelum Acara looks at this laptop."""
        hand = self.hand
        hand.command("cek sebelum acara", "Cek Sebelum Acara")
        hand.until(lambda: hand.page.screens.key == "preflight", "for the page")
        hand.until(lambda: hand.screen.list.rows and hand.screen.again.isEnabled(), "for the checks")
        rows = {key: row.accessibleName() for key, row in hand.screen.list.rows.items()}
        tell("checks", [hand.screen.words.text(), rows])

    def write_event(self):
        """Data Bimtek: the two who sign."""
        hand = self.hand
        for number, signer in enumerate(plot.SIGNERS, start=1):
            hand.command("data bimtek", "Data Bimtek")
            hand.until(lambda: hand.page.screens.key == "event", "for Data Bimtek")
            hand.command("tambah penanda", "Tambah penanda tangan")
            hand.until(lambda wanted=number: len(hand.screen.signers.forms) == wanted, f"for signer {number}")
            hand.settle()
            form = list(hand.screen.signers.forms.values())[-1]
            for field, words in signer.items():
                field_of = getattr(form, field)
                hand.tab(lambda part, wanted=field_of: part is wanted, f"{field} of signer {number}")
                hand.type(words)
            hand.press("Tab")
            hand.settle()
        tell("signers", [item.name.toPlainText() for item in hand.screen.signers.forms.values()])

    def add_agencies(self):
        """The agencies of the city, pasted with their short names."""
        hand = self.hand
        hand.rail("opd")
        lines = [f"{item['name']}\t{item['short']}\tMeja {item['table_no']}" for item in plot.AGENCIES]
        hand.copy_elsewhere("Nama OPD\tSingkatan\tMeja\n" + "\n".join(lines))
        hand.command("tempel daftar opd", "Tempel daftar OPD")
        wanted = f"Tambah {len(lines)} OPD"
        hand.until(lambda: hand.text("paste-add") == wanted, "for the preview of what was pasted")
        hand.press("Ctrl+Return")
        hand.until(lambda: hand.screen.model.rowCount() == len(lines), "for the agencies")
        hand.settle()
        tell("agencies", hand.text("opd-counts"))

    def keep_nip(self):
        """NIP are kept for a purpose that is written down; phones are not."""
        hand = self.hand
        hand.rail("people")
        hand.command("data pribadi peserta", "Data pribadi peserta")
        hand.find("personal-data")
        hand.press("Space")
        tell("purpose asked", [hand.text("personal-wanting"), hand.find("personal-save").isEnabled()])
        hand.go_to("personal-purpose")
        hand.type(plot.PURPOSE)
        hand.press("Ctrl+Return")
        hand.until(lambda: hand.seen("personal-data") is None, "until it is kept")
        hand.settle()

    def import_list(self):
        """175 people from a workbook with doubles, headings and spoilt numbers; nothing comes in unseen."""
        hand = self.hand
        plot.write_list(self.folder / plot.BOOK)
        self.chosen = plot.BOOK
        hand.rail("people")
        hand.command("impor peserta", "Impor peserta dari Excel")
        hand.find("people-import")
        dialog = hand.screen.intake.dialog
        hand.until(lambda: dialog.model.rowCount() > 0, "for the rows of the list")
        hand.settle()
        tell("preview", [dialog.words.text(), dialog.about.text(), dialog.off.text(), dialog.take.text()])
        tell("doubts", self.doubts(dialog))
        self.keep("eve-preview")
        hand.press("Ctrl+Return")
        hand.until(lambda: hand.screen.model.rowCount() == plot.PEOPLE, "for the participants")
        hand.settle()
        tell("people", [hand.said(), hand.text("people-counts")])

    def doubts(self, dialog):
        """Return what the preview says of each row that is not simply taken."""
        model = dialog.model
        shown = ((row, str(model.index(row, columns.DOUBTS).data() or "")) for row in range(model.rowCount()))
        return [[str(model.index(row, columns.NAME).data() or ""), words] for row, words in shown if words]

    def ask_data(self):
        """What the agencies are asked for: the first has brought two things, the second one."""
        hand = self.hand
        hand.command("permintaan data", "Permintaan data")
        hand.until(lambda: hand.page.screens.key == "request", "for the table of data")
        hand.settle()
        hand.tab(lambda part: part is hand.screen.table, "the table of data")
        for keys in ("Space", "Right", "Space", "Left", "Down", "Space"):
            hand.press(keys)
            hand.settle()
        hand.settle()
        tell("data", hand.text("request-counts"))

    def read_plan(self):
        """One Renstra, so that there is something to be analysed on the day."""
        hand = self.hand
        ReadingPart.ask_files = classmethod(lambda *_: [SAMPLE / "renstra_diskominfo_t-c27.xlsx"])
        hand.rail("document")
        hand.command("baca berkas renstra", "Baca berkas Renstra")
        hand.until(lambda: hand.screen.frame.is_reading, "for the reading")
        hand.settle()
        tell("reading", [hand.text("reading-sentence"), hand.screen.reading.opd.currentText()])
        hand.use("reading-use")
        hand.until(lambda: not hand.screen.frame.is_reading, "until it is used")
        hand.settle()

    def plan_days(self):
        """The ready-made rundown of stage II."""
        hand = self.hand
        hand.rail("agenda")
        hand.command("susunan acara siap pakai", "Susunan acara siap pakai")
        hand.find("agenda-templates")
        hand.press("Return")
        hand.until(lambda: hand.screen.plan is not None and hand.screen.plan.count > 15, "for the rundown")
        hand.settle()
        tell("rundown", [self.day(0), self.day(1)])

    def day(self, number):
        """Return title, begin and minutes of the blocks of a day, and whether they stand fixed."""
        blocks = self.hand.screen.plan.days[number].blocks
        return [
            [item.block.title, item.block.start_plan, item.minutes, bool(item.block.fixed)] for item in blocks
        ]

    def stand_on(self, title):
        """Walk over the board with the arrow keys to a block."""
        hand = self.hand
        number, place, row = next(
            (number, place, item.block.id)
            for number, day in enumerate(hand.screen.plan.days)
            for place, item in enumerate(day.blocks)
            if item.block.title.startswith(title)
        )
        hand.press("Left", "Left", *["Right"] * number, "Home", *["Down"] * place)
        hand.until(lambda: hand.screen.board.row == row, f"to stand on {title}")

    def change_plan(self):
        """The presentation comes to the first day, one block goes, one is longer, one comes in and stays."""
        hand = self.hand
        hand.until(lambda: hand.target().objectName() == "agenda-board", "to stand on the plan")
        self.stand_on(plot.DROPPED)
        hand.press("Del")
        hand.settle()
        self.stand_on(plot.PRESENTATION)
        hand.press("Alt+Left")
        hand.settle()
        self.stand_on("Pembukaan")
        hand.press("+")
        hand.settle()
        self.stand_on("Ulasan Buku 1")
        hand.press("Ins")
        hand.until(lambda: hand.target().objectName() == "agenda-title", "for the title of the new block")
        hand.settle()
        hand.type(plot.INSERTED)
        hand.fill("agenda-start", plot.INSERTED_AT)
        hand.press("Tab")
        hand.settle()
        hand.fill("agenda-minutes", "15")
        hand.press("Tab")
        hand.settle()
        hand.press("Esc")
        tell("plan runs over", self.says())
        self.stand_on("Kerja kelompok 1")
        hand.press("Shift+-", "Shift+-")
        self.stand_on("Penjelasan")
        hand.press("-", "-", "-")
        hand.settle()
        tell("plan", [self.day(0), self.day(1)])
        tell("plan fits", self.says())

    def says(self):
        """Return what stands between the blocks of the first day: what runs over, and what is loose."""
        blocks = self.hand.screen.plan.days[0].blocks
        return [[item.block.title, item.says] for item in blocks if item.says]

    def keep_plan(self):
        """The plan that fits is kept for the next Bimtek on this laptop."""
        hand = self.hand
        hand.command("simpan susunan acara", "Simpan susunan acara")
        hand.find("agenda-templates")
        hand.go_to("agenda-template-name")
        hand.type(plot.TEMPLATE)
        hand.press("Return")
        self.wait_said(f"Templat {plot.TEMPLATE} tersimpan")
        hand.press("Esc")
        hand.until(lambda: hand.seen("agenda-templates") is None, "until the rundowns are closed")
        tell("template", hand.said())

    def divide(self):
        """Six groups by dimension, looked at before they are used."""
        hand = self.hand
        hand.rail("group")
        hand.command("bagi kelompok menurut", "Bagi kelompok menurut dimensi")
        hand.until(hand.screen.divide.apply.isEnabled, "for the proposal")
        uneven = hand.text("divide-summary")
        hand.go_to("divide-together")
        hand.press("Down")
        hand.until(lambda: hand.text("divide-summary") != uneven, "for a more even proposal")
        tell("proposal", [uneven, hand.text("divide-summary")])
        self.keep("eve-proposal")
        hand.press("Ctrl+Return")
        hand.until(lambda: len(hand.screen.board.cards) == plot.GROUPS, "for six groups")
        hand.settle()
        tell(
            "groups",
            [[item.card.called, item.card.group.name, len(item.list.lines())] for item in self.cards()],
        )

    def cards(self):
        """Return the groups as they stand."""
        return self.hand.screen.board.cards

    def change_groups(self):
        """Chair and note-taker proposed, one person moved, another chair and scribe set by hand."""
        hand = self.hand
        hand.command("usulkan ketua", "Usulkan ketua dan notulis")
        hand.tab(lambda part: part is self.cards()[0].list, "the first group")
        hand.press("Home", "Down", "Down", "Down")
        moved = hand.screen.board.cards[0].list.lines()[3].words
        hand.press("2")
        hand.until(lambda: moved in self.members(1), f"for {moved} in the second group")
        hand.settle()
        hand.tab(lambda part: part is self.cards()[2].list, "the third group")
        hand.press("Home", "Down", "Down")
        chair = self.cards()[2].list.lines()[2].words
        hand.press("K")
        hand.settle()
        hand.press("Down", "Down", "Down", "N")
        hand.settle()
        tell("moved", [moved, chair, [self.members(0), self.members(1)]])
        tell("seats", [[[line.words, line.mark] for line in item.list.lines()] for item in self.cards()])
        tell("standing", [hand.text("group-counts"), hand.screen.head.sessions.text()])

    def members(self, place):
        """Return who sits in a group."""
        return [line.words for line in self.cards()[place].list.lines()]

    def print_before(self):
        """What goes out before the event, and what lies at the door."""
        for kind in plot.BEFORE:
            self.print_paper(kind)

    def close(self):
        """Close the file: everything is on the disk, a safety copy is made."""
        hand = self.hand
        hand.rail("home")
        hand.press("Ctrl+W")
        hand.until(lambda: hand.page is None, "until it is closed")
        hand.settle()


def main():
    """Play the evening."""
    folder = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    app = play(plot.EVENING, folder, lambda app, clock: Eve(app, clock, folder, pictures))
    app.finish()
    os._exit(0)


if __name__ == "__main__":
    main()
