"""Whatever is done to the masterplan, undo brings every row back as it was, and redo as it became."""

import random
import shutil

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.action_when import When
from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.entity import (
    ACTION_HEADS,
    BOOK_PARTS,
    CHAPTER_STATES,
    EVALUATION_GROUPS,
    FUNDS,
    HORIZONS,
    PROGRESS,
    QUICKWIN_KINDS,
    QUICKWIN_STEPS,
    RUN_STATES,
    SIGN_STATES,
)
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.quickwin_sheet import TEXTS
from smartcity_desktop.domain.roadmap import Span
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import reference, tables
from tests.services.conftest import Ticking

TYPED = (
    *("", " ", "abc", "Jum'at <b>&amp;</b>", "x" * 10_000, "satu\n# dua\n\n| a | b |\n|--|--|\n[[isu:GOV]]"),
    *(
        "😀👨‍👩‍👧 \u200b\u202eعربي",
        "a\x00b\ud83d\x07",
        "0",
        "1e15",
        "9999-12-31",
        "2026-08-05",
        "=1+1",
        "%s {0} @@",
    ),
)
NUMBERS = (None, 0, 1, -1, 100, 101, 10**15, 2**62)
YEARS = (2026, 2027, 9999)
SEEDS, STEPS = 3, 50


class Hand:
    """Does anything that a person can do on the screens of the masterplan, by chance."""

    def __init__(self, desk, chance):
        self.desk, self.chance = desk, chance
        self.items = [item.code for item in reference.evaluation_items()]

    def one(self, found):
        known = list(found)
        return self.chance.choice(known) if known else ""

    def text(self):
        return self.one(TYPED)

    def opd(self):
        return self.one([*(item.id for item in self.desk.opd.opds()), ""])

    def dimension(self):
        return self.one(item.id for item in self.desk.initiative.dimensions())

    def program(self):
        return self.one(item.id for item in self.desk.roadmap.road().programs)

    def action(self):
        return self.one(item.id for item in self.desk.roadmap.plan().rows)

    def indicator(self):
        return self.one(more.id for item in self.desk.initiative.board().items for more in item.further)

    def win(self):
        return self.one(item.candidate.id for item in self.desk.quickwin_sheet.sheets().items)

    def partner(self):
        known = self.desk.quickwin_sheet.sheets().items
        return self.one((item.candidate.id, one.id) for item in known for one in item.partners)

    def duty(self):
        return self.one(item.id for item in self.desk.duty.board().items)

    def signer(self):
        return self.one(item.id for item in self.desk.signature.board().rows)

    def book(self):
        return self.one(item.id for item in self.desk.book.books(retired=True))

    def chapter(self):
        books = self.desk.book.books(retired=True)
        return self.one(
            item.chapter.id for one in books for item in self.desk.book.tree(one.id, retired=True)
        )

    def programs(self):
        """Change programs, their indicators, their years and their actions."""
        write, road, plan = self.desk.initiative, self.desk.roadmap, self.one(PERIODS)
        yield lambda: write.add(self.text(), self.dimension(), self.opd())
        yield lambda: write.set(self.program(), self.one(("name", "description", "target@2")), self.text())
        yield lambda: write.set(self.program(), "cost@1", str(self.one(NUMBERS[1:])))
        yield lambda: write.set(self.program(), "support", f"{self.opd()} {self.opd()}")
        yield lambda: write.answer_nudge(self.program(), self.text())
        yield lambda: write.change([self.program(), self.program()], {"horizon": self.one(HORIZONS)})
        yield lambda: write.retire([self.program()], retired=self.chance.random() < 0.5)
        yield lambda: write.take([item.id for item in write.unused()[:2]], self.dimension())
        yield lambda: write.add_indicator(self.program())
        yield lambda: self.indicator() and write.set_indicator(self.indicator(), "name", self.text())
        yield lambda: self.indicator() and write.drop_indicator(self.indicator())
        yield lambda: road.place(self.program(), Span(1, self.chance.randint(1, 10)))
        yield lambda: road.say_milestone(self.program(), plan, self.text())
        yield lambda: road.mark_milestone(self.program(), plan, done=self.chance.random() < 0.5)
        yield lambda: road.limit(self.chance.randint(-1, 200), 3)
        yield lambda: road.add(self.program(), self.one(ACTION_HEADS))
        yield lambda: road.say(self.action(), self.one(("text", "output", "risk")), self.text())
        yield lambda: road.plan_time(self.action(), When(2026, self.one((None, 1, 12)), 2027, None))
        yield lambda: road.say_year(self.action(), "cost", plan, self.one(NUMBERS))
        yield lambda: road.choose(self.action(), "fund", self.chance.sample(FUNDS, 2))
        yield lambda: road.move_head([self.action(), self.action()], self.one(ACTION_HEADS))
        yield lambda: road.remove([self.action()])

    def wins(self):
        """Write the sheets of quick wins."""
        write, month = self.desk.quickwin_sheet, self.chance.randint(1, 12)
        yield lambda: write.write(self.win(), self.one(sorted(TEXTS)), self.text())
        yield lambda: write.write(self.win(), "step", self.one(QUICKWIN_STEPS))
        yield lambda: write.write(self.win(), "progress", self.one(NUMBERS))
        yield lambda: write.mark(self.win(), "kind", self.chance.sample(QUICKWIN_KINDS, 2))
        yield lambda: write.mark(self.win(), "support", [self.opd(), self.opd()])
        yield lambda: write.write_month(self.win(), month, self.one(("plan", "evidence")), self.text())
        yield lambda: write.write_month(self.win(), month, "state", self.one(PROGRESS))
        yield lambda: write.add_partner(self.win(), self.text(), self.text())
        yield lambda: self.partner() and write.write_partner(*self.partner(), "name", self.text())
        yield lambda: self.partner() and write.remove_partner(*self.partner())
        yield lambda: write.take(self.win())

    def followed(self):
        """Write duties, monitoring, the own estimate, and who signs."""
        duty, monitor, sign = self.desk.duty, self.desk.monitor, self.desk.signature
        estimate, year, item = self.desk.evaluation, self.one(YEARS), self.one(self.items)
        subject = self.one(line.subject.id for line in monitor.board().lines)
        yield duty.fill
        yield lambda: duty.add(self.text())
        yield lambda: duty.write(self.duty(), self.one(("text", "who", "due", "state")), self.text())
        yield lambda: duty.remove([self.duty()])
        yield lambda: monitor.write(subject, year, self.one(("achieved", "evidence", "note")), self.text())
        yield lambda: monitor.write(subject, year, self.one(("spent", "progress")), self.one(NUMBERS))
        yield lambda: monitor.write(subject, year, "state", self.one(RUN_STATES))
        yield lambda: monitor.write(subject, year, "planned", self.one((True, False, None)))
        yield lambda: estimate.begin(year, self.one(EVALUATION_GROUPS))
        yield lambda: estimate.score(year, item, self.one(("", "0", "2,75", "9", "x")))
        yield lambda: estimate.write(year, item, self.one(("evidence", "note")), self.text())
        yield sign.draw_up
        yield lambda: sign.add(self.text(), self.text())
        yield lambda: sign.mark(self.signer(), self.one(SIGN_STATES))
        yield lambda: sign.write(self.signer(), self.one(("name", "note", "on")), self.text())
        yield lambda: sign.remove(self.signer())

    def books(self):
        """Write the books, and comments on their chapters."""
        write, note = self.desk.book, self.desk.comment
        yield lambda: write.set_up(self.one(("3-buku", "4-buku")))
        yield lambda: write.add_book(self.text())
        yield lambda: write.update_book(self.book(), self.one(("number", "title")), self.text())
        yield lambda: write.retire_book(self.book(), retired=self.chance.random() < 0.3)
        yield lambda: write.move_book(self.book(), self.chance.randint(-2, 2))
        yield lambda: write.add_chapter(self.book(), self.text(), part=self.one(BOOK_PARTS))
        yield lambda: write.add_chapter(self.book(), self.text(), parent=self.chapter(), after=self.chapter())
        yield lambda: write.update(self.chapter(), self.one(("title", "text", "author")), self.text())
        yield lambda: write.update(self.chapter(), "state", self.one(CHAPTER_STATES))
        yield lambda: write.move(self.chapter(), self.one(("up", "down", "in", "out")))
        yield lambda: write.retire(self.chapter(), retired=self.chance.random() < 0.5)
        yield lambda: write.update(self.chapter(), "text", f"?? {self.text()}")
        yield lambda: note.write_on_row(note.new_id(), self.text(), self.chapter())

    def around(self):
        """Change what all of it stands on, and bring back what a row has been."""
        yield lambda: self.desk.opd.remove(self.one(item.id for item in self.desk.opd.opds()))
        yield lambda: self.desk.dimension.drop(self.dimension())
        yield self.restore

    def restore(self):
        row = self.one((self.program(), self.action(), self.duty(), self.signer(), self.chapter()))
        versions = self.desk.row_history.history(row).versions if row else ()
        return bool(versions) and self.desk.row_history.restore(row, self.chance.randrange(len(versions)))

    def act(self):
        kinds = (self.programs, self.wins, self.followed, self.books)
        chosen = self.around if self.chance.random() < 0.05 else self.one(kinds)
        try:
            self.one(chosen())()
        except UserFault as fault:
            return fault.code
        return ""


def standing(desk):
    """Return every visible row with all its values."""
    conn = desk._store.db.conn
    found = {}
    for entity in ENTITIES:
        for row, *cells in conn.execute(tables.select(entity.name, tables.columns(entity.name))).fetchall():
            found[row] = [entity.name, *cells]
    for row, *part in conn.execute("SELECT row, field, part, val FROM part ORDER BY 1, 2, 3").fetchall():
        if row in found:
            found[row].append(tuple(part))
    return found


def open_acts(desk):
    count = "SELECT count(*) FROM act WHERE undone = 0 AND kind IN ('do', 'redo')"
    return desk._store.db.conn.execute(count).fetchone()[0]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_everything_goes_back_and_comes_again(sample_city, tmp_path, seed):
    chance, clock = random.Random(seed), Ticking()
    path = shutil.copy2(sample_city, tmp_path / "a.bimtek")
    with open_desk(path, clock=clock, ids=IdSource(clock, chance), profile=tmp_path / "p") as desk:
        hand, before, known = Hand(desk, chance), standing(desk), open_acts(desk)
        codes = set()
        for _step in range(STEPS):
            codes.add(hand.act())
            clock.forward(minutes=chance.choice((0, 0, 7)))
        assert codes <= {"", "row-gone", "carry-no-sheet"}
        after, acts = standing(desk), open_acts(desk) - known
        assert acts > STEPS // 3
        assert [told for _act in range(acts) if (told := desk.undo().left_out)] == []
        assert standing(desk) == before
        assert [told for _act in range(acts) if (told := desk.redo().left_out)] == []
        assert standing(desk) == after
        desk._store.workspace.journal.rebuild()
        assert standing(desk) == after
        assert desk.check() == []
