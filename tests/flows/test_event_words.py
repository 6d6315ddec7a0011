"""The event speaks its own words: in every screen of the window, and on every print."""

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
    return {job.kind: "\n".join((job.name, *texts(render(job)))) for job in jobs}


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

    def over_all_screens(self):
        page = self.hand.page
        for key in page.screens.specs:
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


def test_every_screen_speaks_the_words_of_the_event(start, file):
    walk = Walk(start(file.parent / "profil", file))
    walk.over_all_screens()
    walk.through_the_dialogs()
    assert {name: said for name, said in walk.found.items() if name not in CHOICES} == {}
    assert set(walk.found) >= CHOICES
