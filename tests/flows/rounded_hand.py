"""What a facilitator does again and again on the rounded day, and what an eye sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.flows import city
from tests.flows import rounded_plot as plot
from tests.flows.hand import Hand
from tests.flows.playing import tell
from ui.widgets.dimension_list import Entry

_ENTRY = Qt.ItemDataRole.UserRole + 1


class Facilitator:
    """A hand on one App; ``chosen`` is the file that is answered wherever one is asked for."""

    def __init__(self, app, clock, folder, pictures=None):
        self.app, self.clock, self.folder, self.pictures = app, clock, folder, pictures
        self.hand = Hand(app)
        self.chosen = ""
        for ask in ("getSaveFileName", "getOpenFileName"):
            setattr(QFileDialog, ask, staticmethod(lambda *_: (str(self.folder / self.chosen), "")))

    def keep(self, name):
        """Keep a picture of what is in front."""
        if self.pictures:
            self.hand.settle()
            front = QApplication.activeModalWidget() or self.app.window
            front.grab().save(str(self.pictures / f"{name}.png"))

    def look(self, part):
        """Tell where the window still says a usual word by itself, by the part of the day."""
        self.hand.settle()
        page = self.hand.page
        found = city.usual_in(page.screens.current, page.top, page.rail)
        own = {name: [text for text in texts if is_ours(text)] for name, texts in found.items()}
        tell("usual", [part, {name: texts for name, texts in own.items() if texts}])

    def command(self, words, first):
        """Call something by Ctrl+K, once it is the first that is found."""
        self.hand.press("Ctrl+K")
        self.hand.type(words)
        listed = self.hand.find("palette").finder.choices
        self.hand.until(lambda: listed() and listed()[0].words.startswith(first), f"for {words}")
        self.hand.press("Return")

    def sheet(self, number):
        """Go to a sheet by its number, as it stands on paper."""
        self.command(number, number)

        def shown():
            grid = self.hand.page.screens.key == "worksheet" and self.hand.screen.grid.grid
            return bool(grid) and grid.sheet.number == number

        self.hand.until(shown, f"for sheet {number}")
        self.hand.settle()

    def pillars(self):
        """Return code and name of what the list shows; a dropped one in brackets."""
        listed = self.hand.find("dimension-list")
        found = [listed.item(row).data(_ENTRY) for row in range(listed.count())]
        entries = [entry for entry in found if isinstance(entry, Entry)]
        return {item.code: f"({item.name})" if item.retired else item.name for item in entries}

    def stand_on(self, code):
        """Stand on a pillar of the list."""

        def is_it(index):
            entry = index.data(_ENTRY)
            return isinstance(entry, Entry) and entry.code == code

        self.hand.choose_in("dimension-list", is_it)
        self.hand.until(lambda: self.hand.text("dimension-code") == code, f"for {code}")
        self.hand.settle()

    def first_cell(self):
        """Stand on the first cell of the first row that is free."""
        hand = self.hand
        hand.go_to("worksheetGrid")
        hand.press("Ctrl+Home")
        for _row in self.texts():
            hand.press("Down")

    def write(self, issues):
        """Type line by line: letters choose, Tab goes on, Enter begins the next line."""
        hand = self.hand
        self.first_cell()
        for issue in issues:
            cells = issue.cells
            last = max(place for place, words in enumerate(cells) if words)
            for words in cells[:last]:
                hand.type(words)
                hand.press("Tab")
            hand.type(cells[last])
            hand.press("Return")

    def shown(self):
        """Return the rows that say anything as they show."""
        grid = self.hand.screen.grid
        rows = [row for row in range(grid.rowCount()) if not grid.is_new(row)]
        columns = range(grid.columnCount())
        return [[str(grid.index(row, column).data() or "") for column in columns] for row in rows]

    def texts(self):
        """Return the issues of the sheet in front."""
        return [row[1] for row in self.shown()]

    def set_head(self, chair, present):
        """Who leads the table, and how many sit there."""
        self.hand.fill("head-chair", chair)
        self.hand.fill("head-present", str(present))
        self.hand.press("Tab")
        self.hand.settle()

    def tiles(self):
        """Return number, file, time and caption of each photo."""
        tiles = self.hand.screen.photos.album.wall.tiles
        return [
            [tile.number.text(), tile.photo.source_name, tile.time.text(), tile.caption.toPlainText()]
            for tile in tiles
        ]

    def is_dossier(self, index):
        """Tell whether a line of the list of prints is that of the dossiers."""
        return self.hand.screen.list._key(self.hand.screen.list.item(index.row())) == "dossier-opd"


def is_ours(text):
    """Tell whether a usual word is the program's, and nobody's who wrote it."""
    return bool(city.USUAL.search(plot.without_own(text)))
