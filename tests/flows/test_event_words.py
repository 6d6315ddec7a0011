"""The event speaks its own words: in every screen of the window, and on every print."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from smartcity_desktop.desk import open_desk
from smartcity_desktop.services.report import KINDS, render
from tests.flows import city
from tests.reporting.pictures import texts

WORDS = {"word_opd": "SKPD", "word_dimension": "Pilar", "word_minutes": "NOTULEN"}


OF_DIMENSIONS = ("kertas-kerja-kosong", "kertas-kerja-terisi", "laporan-sesi", "dossier-opd")
CHOICES = {"ChoiceBox event-word-opd", "ChoiceBox event-word-dimension"}
"""Where a person picks among the usual words and others."""
SHARES = 3
"""Parts of the walk over all screens, so that none takes long."""


@pytest.fixture
def file(tmp_path, clock, monkeypatch):
    path = tmp_path / "kota.bimtek"
    (tmp_path / "profil").mkdir()
    city.build(path, tmp_path / "profil", clock, monkeypatch, **WORDS).close()
    return path


def prints(file, clock, **fields):
    """Return the name and the text of every print, after these fields of the workshop were changed."""
    with open_desk(file, clock=clock, profile=file.parent / "profil") as desk:
        for field, value in fields.items():
            desk.workshop.update(field, value)
        jobs = [desk.report.gather(kind.key) for kind in KINDS]
    return {job.kind: "\n".join((job.name, *texts(render(shorter(job))))) for job in jobs}


def shorter(job):
    """Return a print with one sheet of every worksheet: the others say the program's words once more."""
    firsts = {sheet.title: sheet for sheet in reversed(job.sheets)}
    jobs = tuple(shorter(item) for item in job.jobs)
    return replace(job, sheets=tuple(reversed(firsts.values())), dossiers=job.dossiers[:3], jobs=jobs)


def test_every_print_speaks_the_words_of_the_event(file, clock):
    made = prints(file, clock)
    assert len(made) == len(KINDS) > 4
    for kind, text in made.items():
        assert city.USUAL.findall(text) == [], kind
    assert [kind for kind in OF_DIMENSIONS if "pilar" not in made[kind].casefold()] == []
    assert "SKPD" in made["daftar-hadir"]
    assert "Notulen" in made["laporan-sesi"]
    assert "Gerakan Menuju Kota Cerdas, Kementerian Komunikasi dan Digital" in made["laporan-sesi"]


@pytest.mark.parametrize(
    ("kind", "others"), [("kota", ("Bupati", "Perbup")), ("kabupaten", ("Wali", "Perwal"))]
)
def test_no_print_names_the_head_of_another_kind_of_region(file, clock, kind, others):
    made = prints(file, clock, region_kind=kind, word_minutes="NOTULA")
    assert [(key, word) for key, text in made.items() for word in others if word in text] == []
    assert "Notula\n" in made["laporan-sesi"]


class Walk:
    """Goes through the window and keeps what it read of the usual words, by the name of the widget."""

    def __init__(self, hand):
        self.hand, self.found = hand, {}

    def look(self):
        self.hand.settle()
        for name, texts_of in city.usual_in(*QApplication.topLevelWidgets()).items():
            self.found.setdefault(name, set()).update(texts_of)

    def over_screens(self, share):
        page = self.hand.page
        for key in list(page.screens.specs)[share::SHARES]:
            for stage in range(1, 5):
                page.choose_stage(stage)
                page.go(key)
                self.look()
            page.palette_panel.open()
            self.look()
            self.hand.press("Esc")
            page.show_manual()
            self.look()
            self.hand.press("Esc")

    def through_the_dialogs(self):
        page = self.hand.page
        page.go("opd")
        for begin in (page.screens.current.open_paste, page.screens.current.open_typical):
            begin()
            self.look()
            self.hand.press("Esc")
        page.choose_stage(2)
        page.go("worksheet")
        for tab in ("guide-instruction", "guide-example"):
            page.screens.current.findChild(QAbstractButton, tab).click()
            self.look()
        self.hand.press("F4")
        self.look()


@pytest.mark.parametrize("share", range(SHARES))
def test_every_screen_speaks_the_words_of_the_event(start, file, share):
    walk = Walk(start(file.parent / "profil", file))
    walk.over_screens(share)
    assert {name: said for name, said in walk.found.items() if not chosen(name)} == {}


def test_every_dialog_speaks_the_words_of_the_event(start, file):
    walk = Walk(start(file.parent / "profil", file))
    walk.through_the_dialogs()
    assert walk.found == {}


def test_the_screen_of_the_words_themselves_offers_the_usual_ones(start, file):
    walk = Walk(start(file.parent / "profil", file))
    walk.hand.page.go("event")
    walk.look()
    assert set(walk.found) == CHOICES


def chosen(name):
    """Tell whether a widget shows words that a person picks or edits: Susunan holds them as they are kept."""
    return name in CHOICES or " definition-" in name
