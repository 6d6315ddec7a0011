"""The event speaks its own words: in every screen of the window, and on every print."""

import shutil

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from smartcity_desktop.desk import open_desk
from smartcity_desktop.services.report import KINDS, render
from tests.conftest import Clock
from tests.flows import city
from tests.flows.test_change_words import MORNING
from tests.once import once
from tests.reporting.pictures import texts

WORDS = {"word_opd": "SKPD", "word_dimension": "Pilar", "word_minutes": "NOTULA"}
SAYS = {
    **dict.fromkeys(("kertas-kerja-kosong", "kertas-kerja-terisi", "dossier-opd"), ("pilar",)),
    "laporan-sesi": ("pilar", "notula\n", "gerakan menuju kota cerdas, kementerian komunikasi dan digital"),
    "daftar-hadir": ("skpd",),
}
"""What prints say in the words of the event, in small letters."""
HEADS = {"kota": ("Bupati", "Perbup", "Gubernur"), "kabupaten": ("Wali", "Perwal", "Gubernur")}
"""Heads and rules of other kinds of regions."""
OF_NO_PROVINCE = {"Bupati", "Perbup", "Wali", "Perwal"}
STORED = {"tindak-lanjut-masterplan", "buku", "komitmen-bersama", "ringkasan-kepala-daerah"}
"""Prints of what was named when it was made, for the region of that time: duties, chapters, who signs."""
CHOICES = {"ChoiceBox event-word-opd", "ChoiceBox event-word-dimension"}
"""Where a person picks among the usual words and others."""
SHARES = 6
PRINT_SHARES = 9
"""Parts of the walk over all screens, and of the prints, so that none takes long."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    def build(folder):
        (folder / "profil").mkdir()
        with pytest.MonkeyPatch.context() as patch:
            city.build(folder / "kota.bimtek", folder / "profil", Clock(MORNING), patch, **WORDS).close()

    return once(tmp_path_factory.getbasetemp(), "kota-bersebutan", build) / "kota.bimtek"


@pytest.fixture
def file(built, tmp_path):
    (tmp_path / "profil").mkdir()
    return shutil.copy2(built, tmp_path / "kota.bimtek")


def gathered(file, clock, region_kind, share=0, shares=1):
    """Return the frozen pictures of a share of the prints, for a region of this kind."""
    with open_desk(file, clock=clock, profile=file.parent / "profil") as desk:
        desk.workshop.update("region_kind", region_kind)
        return [desk.report.gather(kind.key) for kind in KINDS[share::shares]]


@pytest.mark.parametrize("share", range(PRINT_SHARES))
def test_every_print_speaks_the_words_of_the_event_and_names_no_head_of_another_region(file, clock, share):
    # A province has another head than both kinds the movement is for, so each of theirs would be seen.
    for job in gathered(file, clock, "provinsi", share, PRINT_SHARES):
        text = "\n".join((job.name, *texts(render(job))))
        assert city.USUAL.findall(text) == [], job.kind
        heads = set() if job.kind in STORED else OF_NO_PROVINCE
        assert [word for word in heads if word in text] == [], job.kind
        assert [said for said in SAYS.get(job.kind, ()) if said not in text.casefold()] == [], job.kind


@pytest.mark.parametrize("kind", HEADS)
def test_no_print_is_told_the_head_of_another_kind_of_region(file, clock, kind):
    told = {job.kind: repr(job) for job in gathered(file, clock, kind)}
    assert SAYS.keys() < told.keys()
    made_now = {key: text for key, text in told.items() if key not in STORED}
    assert [(key, word) for key, text in made_now.items() for word in HEADS[kind] if word in text] == []
    head = {"kota": "Wali Kota", "kabupaten": "Bupati"}[kind]
    assert all(head in told[key] for key in ("berita-acara-pleno", "kertas-kerja-kosong"))


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
            for tab in getattr(page.screens.current, "specs", ()):
                page.screens.open(key, tab.key)
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
    assert {name: said for name, said in walk.found.items() if name not in CHOICES} == {}


def test_every_dialog_speaks_the_words_of_the_event(start, file):
    walk = Walk(start(file.parent / "profil", file))
    walk.through_the_dialogs()
    assert walk.found == {}


def test_the_screen_of_the_words_themselves_offers_the_usual_ones(start, file):
    walk = Walk(start(file.parent / "profil", file))
    walk.hand.page.go("event")
    walk.look()
    assert set(walk.found) == CHOICES
