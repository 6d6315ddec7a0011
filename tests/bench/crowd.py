"""Makes a made-up workshop of any size: ``crowd.py TARGET AGENCIES LINES PEOPLE NOTES``.

Everything is written through the journal, an agency an act, so that the file is one that people could have
made; the same sizes give the same words.
"""

import itertools
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.session import NewSession

YEARS = range(2025, 2031)
NEW = NewWorkshop("Bimtek Kota Besar", "74.05", 2026, 2025, 2030, "kominfo-6", "4-buku", place="Aula")
START = datetime(2026, 8, 3, 8, 0, tzinfo=timezone(timedelta(hours=8)))
ROOTS = """
layan data warga jalan air sampah sehat sekolah pasar tani wisata aman bencana kerja usaha rumah
lampu parkir angkut sungai hutan pajak izin aplikasi jaringan sensor kamera peta arsip surat rapat dana
pegawai desa camat lurah pemuda budaya olahraga gizi ibu anak lansia difabel listrik energi udara drainase
"""
SHAPES = ("{}", "pe{}an", "ke{}an", "ter{}", "ber{}", "me{}kan", "{}nya", "pem{}an", "{} terpadu", "di{}i")
WORDS = [shape.format(root) for shape, root in itertools.product(SHAPES, ROOTS.split())]


class Speaker:
    """Speaks in words of which few are frequent and many are rare, as in any text."""

    def __init__(self):
        self.chance = random.Random(11)
        self._weights = list(itertools.accumulate(1 / (place + 3) for place in range(len(WORDS))))

    def say(self, least, most):
        """Return a sentence of so many words."""
        count = self.chance.randint(least, most)
        words = self.chance.choices(WORDS, cum_weights=self._weights, k=count)
        return " ".join(words).capitalize()


class Clock:
    """Moves on a little whenever it is asked."""

    def __init__(self):
        self.moment = START

    def __call__(self):
        self.moment += timedelta(milliseconds=20)
        return self.moment


def make(target, agencies, lines, people, notes):
    """Write the workshop; its one session works on the analysis of the Renstra and still runs."""
    clock, speaker = Clock(), Speaker()
    ids = IdSource(clock, random.Random(7))
    with create_desk(target, NEW, clock=clock, ids=ids, profile=target.parent, person="Panitia") as desk:
        desk.opd.add(
            [
                OpdRow(f"Dinas {speaker.say(2, 4)} {place}", f"D{place}", str(place))
                for place in range(agencies)
            ]
        )
        rows = [item.id for item in desk.opd.opds()]
        desk.people.add(
            Person(
                name=f"{speaker.say(2, 3)} {place}",
                position="Kepala Bidang",
                opd=rows[place % agencies],
            )
            for place in range(people)
        )
        worksheet = desk.worksheet.find("L5").id
        stage = desk.workshop.stages()[1].id
        session, _ = desk.session.start(NewSession(stage, "Analisis Renstra", worksheet=worksheet))
        town = _Town(desk._store, speaker, [item.id for item in desk.workshop.dimensions()])
        for place, agency in enumerate(rows):
            town.adopt(agency, place, lines)
            town.work(agency, worksheet, session)
        town.write_notes(stage, session, rows, notes)


class _Town:
    def __init__(self, store, speaker, dimensions):
        self.store, self.speaker, self.dimensions = store, speaker, dimensions
        self.programs = {}

    def adopt(self, agency, place, lines):
        """Write the plan of one agency: aim, objective, and programs with what belongs to them."""
        store, say = self.store, self.speaker.say
        document = store.ids.new()
        values = {"pos": f"{place:06d}", "kind": "renstra", "opd": agency, "title": f"Renstra {place}"}
        values |= {"period_start": 2025, "period_end": 2030, "read_at": store.now_text()}
        values |= {f"years@{year}": "1" for year in YEARS}
        edits = [Birth("document", document, values)]
        self.programs[agency] = []
        above = {"tujuan": ""}
        for pos, (level, code) in zip(run(lines), levels(place), strict=False):
            row = store.ids.new()
            parent = above.get(UPPER[level], "")
            above[level] = row
            values = {"pos": pos, "document": document, "parent": parent, "level": level, "code": code}
            values |= {"name": say(5, 12), "unit": f"Bidang {place % 5}", "location": say(1, 3)}
            if code:
                values |= {
                    f"pagu@{year}": self.speaker.chance.randint(20, 9000) * 1_000_000 for year in YEARS
                }
            if level == "program":
                self.programs[agency].append(row)
            edits += [Birth("renstra_line", row, values), self.indicator(row, pos)]
        store.write(edits, f"pakai hasil baca Renstra {place}")

    def indicator(self, line, pos):
        """Return one indicator of a line, with its targets."""
        values = {"pos": pos, "line": line, "name": self.speaker.say(6, 14), "unit": "%", "baseline": "40"}
        values |= {f"target@{year}": str(50 + year % 40) for year in YEARS}
        return Birth("indicator", self.store.ids.new(), values)

    def work(self, agency, worksheet, session):
        """Write the analysis of every other program of one agency, and the head of its sheet."""
        store, say = self.store, self.speaker.say
        edits = [
            Set("sheet", store.key("sheet", worksheet, agency), field, value)
            for field, value in (("status", "sedang"), (f"session@{session}", "1"), (f"present@{session}", 3))
        ]
        for place, line in enumerate(self.programs[agency][::2]):
            values = {"line": line, "relevant": "ya", "quickwin": "ya" if place % 2 else "tidak"}
            values |= {"dimension": self.dimensions[place % len(self.dimensions)], "horizon": "pendek"}
            values |= {name: say(10, 30) for name in ("issue", "existing", "proposal", "partners", "note")}
            edits.append(Birth("analysis", store.key("analysis", line), values))
        store.write(edits, "isi kertas kerja")

    def write_notes(self, stage, session, agencies, count):
        """Write the minutes, a thousand lines an act."""
        store, kinds = self.store, ("pokok", "keputusan", "pertanyaan", "tindak_lanjut")
        places = run(count)
        for begun in range(0, count, 1000):
            store.write(
                [
                    Birth("note", store.ids.new(), self.note(stage, session, agencies, kinds, pos))
                    for pos in places[begun : begun + 1000]
                ],
                "tulis catatan",
            )

    def note(self, stage, session, agencies, kinds, pos):
        """Return one line of the minutes."""
        chance = self.speaker.chance
        values = {"pos": pos, "stage": stage, "session": session, "opd": chance.choice(agencies)}
        values |= {"kind": chance.choice(kinds), "text": self.speaker.say(6, 24)}
        return values | {"made_at": self.store.clock().isoformat(timespec="seconds"), "state": "belum"}


UPPER = {
    "tujuan": "",
    "sasaran": "tujuan",
    "program": "sasaran",
    "kegiatan": "program",
    "subkegiatan": "kegiatan",
}


def levels(place):
    """Yield level and code of the lines of a plan."""
    yield "tujuan", ""
    yield "sasaran", ""
    for number in itertools.count(2):
        program = f"2.{place % 20 + 1:02d}.{number:02d}"
        yield "program", program
        for activity in (1, 2):
            yield "kegiatan", f"{program}.2.{activity:02d}"
            yield from (("subkegiatan", f"{program}.2.{activity:02d}.{part:04d}") for part in (1, 2))


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
