"""The secretary at night: types a sheet, sends it round as a spreadsheet, keys it from paper; keys alone."""

import re
from dataclasses import dataclass

import openpyxl
from PySide6.QtWidgets import QFileDialog, QListWidget

from smartcity_desktop.domain.grid import called, in_order
from smartcity_desktop.domain.paper_loop import numbered
from smartcity_desktop.reporting.pages import page_count, page_text
from tests.flows.hand import Hand
from ui.widgets.grid_editors import matching
from ui.widgets.grid_letters import letters_of

FEW = 6
"""Choices of which letters alone choose in a cell; of more a list opens."""
HEAD, FIRST = 4, 5
"""Rows of a spreadsheet: the headings, and the first answers."""
LISTED = frozenset({"subdimension", "opd", "links", "rows"})
PLAIN = {
    "int": ("7", "7"),
    "year": ("2027", "2027"),
    "money": ("1.250.000", "1250000"),
    "decimal": ("0,25", "0.25"),
    "date": ("12-8-2026", "2026-08-12"),
    "score": ("3", "3"),
}
"""What is typed into a cell, and the raw value it becomes, by kind of column."""


@dataclass(frozen=True)
class Answer:
    """What somebody means to write into one cell: how it is typed, and what stands there afterwards."""

    typed: str
    raw: str


def written(column, way):
    """Return text for a column; ``way`` tells the three ways apart."""
    return f"Jum'at <{way}> {column.label[:12]} ±"


def chosen(column, own=""):
    """Return the choice that is taken: the last one, of dimensions the last within the ``own`` one."""
    within = [item for item in column.offered if own and item.code == own]
    return (within or column.offered)[-1]


def answer(column, way, before="", own=""):
    """Return what is typed into a cell of the grid that holds ``before``; None where nothing can be.

    ``own`` is the code of the dimension whose sheet it is: a program that is moved elsewhere leaves it.
    """
    if column.choices:
        if column.many:
            held = [value for value in before.split(";") if value]
            more = [item.value for item in added(column, held)]
            return Answer(called(column, chosen(column)), in_order(column, [*held, *more]))
        item = chosen(column, own)
        return Answer(called(column, item), item.value)
    if column.kind in {*LISTED, "choice", "dimension"}:
        return None
    typed, raw = PLAIN.get(column.kind, ("", ""))
    return Answer(typed or written(column, way), raw or written(column, way))


def added(column, held):
    """Return the first and the last choice of those that do not hold yet."""
    free = [item for item in column.offered if item.value not in held]
    return [*free[:1], *free[1:][-1:]]


def letters(column, item, held=()):
    """Return the fewest letters that mean a choice in the list that opens in a cell."""
    names = [item.code, item.label, *item.also]
    found = (
        name[:many]
        for name in names
        for many in range(1, len(name) + 1)
        if name[:many].isascii() and not set(name[:many]) & set(",;") and name[0] != " "
        if matching(column.offered, name[:many], held)[:1] == [item]
    )
    return next(found)


class Secretary:
    """A hand on one App; ``chosen`` is the file that is answered wherever one is asked for."""

    def __init__(self, hand: Hand, folder, monkeypatch):
        self.hand, self.folder, self.chosen = hand, folder, ""
        for ask in ("getSaveFileName", "getOpenFileName"):
            answered = staticmethod(lambda *_: (str(self.folder / self.chosen), ""))
            monkeypatch.setattr(QFileDialog, ask, answered)

    # Going about

    def ask(self, call):
        """Read something from the file as the window does, on its own thread; ``call`` gets the desk."""
        answers = []
        self.hand.app.lane.data(lambda: call(self.hand.app.desk), answers.append)
        self.hand.until(lambda: answers, "for an answer")
        return answers[0]

    def command(self, words, first):
        """Call something by Ctrl+K, once it is the first that is found."""
        self.hand.press("Ctrl+K")
        self.hand.type(words)
        listed = self.hand.find("palette").finder.choices
        self.hand.until(lambda: listed() and listed()[0].words.startswith(first), f"for {words}")
        self.hand.press("Return")

    @property
    def sheet(self):
        """The sheet in front as it was read."""
        return self.hand.screen.grid.grid

    def write(self, call):
        """Let somebody else at this file write; ``call`` gives the changes, which are told, and an answer."""
        changes, answered = self.ask(call)
        for item in changes:
            self.hand.app.bus.publish(item)
        self.hand.settle()
        return answered

    def open_sheet(self, number):
        """Go to a sheet by its number, as it stands on paper."""
        self.command(number, number)

        def shown():
            return self.hand.page.screens.key == "worksheet" and self.sheet and self.number == number

        self.hand.until(shown, f"for sheet {number}")
        self.hand.settle()

    @property
    def number(self):
        """The number of the sheet in front."""
        return self.sheet.sheet.number

    def stand(self, row, place):
        """Go to a cell by the arrow keys."""
        view = self.hand.find("worksheetGrid")
        self.hand.go_to("worksheetGrid")
        for keys, now, wanted in (("Down Up", "row", row), ("Right Left", "column", place)):
            more, less = keys.split()
            for _step in range(80):
                at = getattr(view.currentIndex(), now)()
                if at == wanted:
                    break
                self.hand.press(more if at < wanted else less)
            assert getattr(view.currentIndex(), now)() == wanted

    # Typing

    def type_row(self, row, way="ketik"):
        """Answer every column of a row by keys; return what is to stand there, by column key."""
        model, wanted = self.hand.screen.grid, {}
        before = self.values(row)
        for place, column in enumerate(model.columns()):
            if not column.is_editable:
                continue
            told = answer(column, way, before.get(column.key, ""), self.sheet.party.short)
            if told is not None:
                self.stand(row, place)
                self._type_cell(column, told, before.get(column.key, ""))
                wanted[column.key] = told.raw
        self.hand.settle()
        return wanted | self._type_form(row, way)

    def values(self, row):
        """Return the raw values of a row of the grid in front; of one that is not written, none."""
        found = self.hand.screen.grid.row_at(row)
        return dict(self.hand.screen.grid.values_of(found.row)) if found else {}

    def _type_cell(self, column, told, before):
        hand = self.hand
        if not column.choices:
            hand.type(told.typed)
            hand.press("Tab") if column.kind != "score" else None
        elif column.many:
            held = [value for value in before.split(";") if value]
            for item in added(column, held):
                hand.type(f"{letters(column, item, held)},")
                held.append(item.value)
            hand.press("Return")
        else:
            item = next(choice for choice in column.offered if choice.value == told.raw)
            few = column.kind == "choice" and len(column.choices) <= FEW
            place = column.choices.index(item)
            hand.type(letters_of(column.choices)[place] if few else letters(column, item))
            hand.press("Tab")

    def _type_form(self, row, way):
        columns = [item for item in self.sheet.columns if item.section == "form" and item.is_editable]
        if not columns:
            return {}
        hand, wanted = self.hand, {}
        self.stand(row, 0)
        before = self.values(row)
        hand.press("F4")
        for column in columns:
            told = answer(column, way, before.get(column.key, ""))
            if told is None:
                continue
            wanted[column.key] = self._type_field(column, told, before.get(column.key, ""))
        hand.press("Esc")
        hand.settle()
        return wanted

    def _type_field(self, column, told, before):
        hand, name = self.hand, f"form-{column.key}"
        if not column.choices:
            hand.fill(name, told.typed)
            return told.raw
        part = hand.seen(name)
        if isinstance(part, QListWidget):
            hand.go_to(name)
            hand.press("End", "Space")
            raw = column.choices[-1].value
        else:
            # Pressing what stands takes it away.
            raw = next(item.value for item in reversed(column.offered) if item.value != before)
            hand.go_to(f"{name}-{raw}")
            hand.press("Space")
        return in_order(column, {*before.split(";")} ^ {raw}) if column.many else raw

    # Excel

    def save_sheet(self, name):
        """Save the sheet in front as a spreadsheet; return where it lies."""
        self.chosen = name
        self.command("excel simpan lembar", "Excel: Simpan lembar ini")
        self.hand.until((self.folder / name).exists, f"for {name}")
        self.hand.until(lambda: name in self.hand.said(), "for the word that it is saved")
        return self.folder / name

    def read_back(self, name):
        """Read a spreadsheet and agree to what it brings; return the sentence of the list of it."""
        self.chosen = name
        self.command("excel baca isian", "Excel: Baca")
        self.hand.until(lambda: self.hand.seen("taken") is not None, f"to see what {name} brings")
        told = self.hand.text("taken-words")
        self.hand.click("taken-go")
        self.hand.until(lambda: self.hand.seen("taken") is None, "until it is taken")
        self.hand.settle()
        return told

    # Paper

    def open_papers(self):
        """Go from the sheet in front to its papers."""
        self.hand.click("exercise-paper")
        self.hand.until(lambda: self.hand.page.screens.key == "paper", "for Ketik dari kertas")
        self.hand.settle()

    def print_sheets(self, name):
        """Print the numbered sheets of this worksheet into a PDF; return its bytes."""
        hand = self.hand
        hand.press("Ctrl+P")
        hand.until(lambda: hand.seen("preview") is not None, "for the preview")
        hand.page.prints.preview.write_to(self.folder / name)
        hand.until((self.folder / name).exists, f"for {name}")
        hand.settle()
        hand.press("Esc")
        hand.until(lambda: hand.seen("preview") is None, "until the preview is closed")
        hand.settle()
        return (self.folder / name).read_bytes()

    def open_paper(self, typed):
        """Type the number of a paper."""
        self.hand.fill("paper-number", typed)
        self.hand.press("Return")
        self.hand.settle()

    def key_row(self, columns, own="", way="kertas"):
        """Key every field of the row in front in printed order; return what is to stand there."""
        hand, wanted = self.hand, {}
        for place, column in enumerate(columns):
            hand.until(
                lambda place=place: hand.target().objectName() == f"paper-field-{place}", "for a field"
            )
            assert hand.target().accessibleName().startswith(column.label)
            told = keyed(column, way, own)
            if told is None:
                hand.press("Return")
                continue
            hand.press("Ctrl+A")
            hand.type(told.typed)
            hand.press("Return")
            wanted[column.key] = told.raw
        return wanted


def keyed(column, way, own=""):
    """Return what is keyed for a cell of a paper: the number beside the box where there is one."""
    if not column.choices or not numbered(column):
        found = answer(column, way, own=own)
        if found is None or not column.many:
            return found
        return Answer(found.typed, column.offered[-1].value)
    ends = [len(column.offered), 1] if column.many and len(column.offered) > 1 else [len(column.offered)]
    return Answer(
        " ".join(map(str, ends)), in_order(column, (column.offered[place - 1].value for place in ends))
    )


def pages_of(pdf, code):
    """Return the texts of the pages by the code of their paper, in the order in which they were printed."""
    found = {}
    for place in range(page_count(pdf)):
        text = page_text(pdf, place)
        signs = re.findall(rf"\b{re.escape(code)}-\d\d-[A-Z]\b", text)
        assert len(set(signs)) == 1, f"page {place + 1} says whose it is once: {signs}"
        found.setdefault(signs[0], []).append(text)
    return found


def fill_in_excel(path, grid, place, way="excel"):
    """Answer every column of a row of the first sheet, as a person would; return what is to stand there."""
    book, page, at = _opened(path)
    wanted = {}
    for column in grid.columns:
        told = answer(column, way, own=grid.party.short) if column.is_editable else None
        if told is not None:
            typed, raw = told.typed, told.raw
            if column.many:
                typed = "; ".join(called(column, item) for item in added(column, ()))
                raw = in_order(column, [item.value for item in added(column, ())])
            page.cell(FIRST + place, at[column.key]).value = typed
            wanted[column.key] = raw
    book.save(path)
    return wanted


def change_in_excel(path, grid, row):
    """Change a text and a choice of a row that stands; return row, column and raw value of each."""
    book, page, at = _opened(path)
    changed = []
    texts = [item for item in grid.columns if item.is_editable and item.kind in {"text", "long"}]
    choices = [item for item in grid.columns if item.is_editable and item.kind == "choice" and not item.many]
    for column in (*texts[:1], *choices[:1]):
        stands = row.values[column.key]
        item = next((choice for choice in column.offered if choice.value != stands), None)
        typed, raw = (item.label, item.value) if item else (f"{stands} (revisi)",) * 2
        page.cell(FIRST + grid.rows.index(row), at[column.key]).value = typed
        changed.append((row.row, column.key, raw))
    book.save(path)
    return changed


def _opened(path):
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    return book, page, {cell.value: cell.column for cell in page[HEAD - 1] if cell.value}
