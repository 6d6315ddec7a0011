"""What Ctrl+K offers besides what is found in the file: screens, their commands, those of the frame."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from smartcity_desktop.domain.hall import KINDS as SLIDES
from smartcity_desktop.domain.hall import PHOTO
from smartcity_desktop.domain.print_job import KINDS
from smartcity_desktop.domain.print_needs import ATTENDANCE
from ui.shell.palette import Entry
from ui.shell.registry import ScreenSpec, place_keys
from ui.shell.screens import Screens
from ui.translate import worded
from ui.widgets.writing import takes_nothing

_PRINTS: Final = "report"
START: Final = ("Mulai sesi", "F5", "start")
END: Final = ("Akhiri sesi & cetak laporan", "F9", "end")
CLOSE: Final = ("Akhiri sesi", "F9", "end")
_FRAME: Final = (
    ("Buat salinan pengaman sekarang", "Perintah", "copy"),
    ("Huruf lebih besar", "Ctrl++", "larger"),
    ("Huruf lebih kecil", "Ctrl+-", "smaller"),
    ("Huruf ukuran biasa", "Ctrl+0", "usual"),
    ("Pilih yang ditayangkan", "F12", "slides"),
    ("Petunjuk layar ini", "F1", "manual"),
    ("Daftar pintasan", "?", "shortcuts"),
    ("Simpan paket bantuan", "Tentang program", "bundle"),
    ("Tutup Bimtek ini", "Ctrl+W", "close"),
)
"""Words, hint, and the key of what is called."""


def entries(
    screens: Screens,
    rail: Sequence[str],
    acts: Mapping[str, Callable[[], None]],
    kinds: tuple[Callable[[str], None], Callable[[str], None]],
    *,
    has_report: bool | None,
    days: Sequence[str] = (),
) -> list[Entry]:
    """Return what is offered now; ``rail`` names the screens with a key of their own, in its order.

    ``acts`` are called by the keys of the frame's own commands; ``start`` and ``end`` are those of a session.
    ``has_report`` says whether the end of the running session is worth one, None where nothing runs.
    ``kinds`` are called with a kind of print, and with a kind of slide; ``days`` are ISO days.
    """
    screen = screens.current
    title = screens.specs[screens.key].title if screens.key else ""
    closed = takes_nothing(screens)
    known = screen.commands() if screen else ()
    own = [Entry(item.words, title, item.run) for item in known if not (item.writes and closed)]
    places = [
        Entry(spec.title, _place_words(spec, rail), partial(screens.open, spec.key))
        for spec in screens.specs.values()
    ]
    turn = START if has_report is None else END if has_report else CLOSE
    session, *frame = [Entry(words, hint, acts[key]) for words, hint, key in (turn, *_FRAME)]
    prints = [Entry(_print_words(item.title), "Cetak", partial(kinds[0], item.key)) for item in KINDS]
    slides = [
        Entry(worded(f"Tayangkan: {words[0].lower()}{words[1:]}"), "Proyektor", partial(kinds[1], kind))
        for kind, words in SLIDES.items()
        if kind != PHOTO
    ]
    return [*places, *own, session, *prints, *_of_days(screens, days), *slides, *frame]


def _of_days(screens: Screens, days: Sequence[str]) -> list[Entry]:
    """Return the prints of a day for each day of the stage: ``Cetak daftar hadir hari 2``."""
    if _PRINTS not in screens.specs:
        return []
    return [
        Entry(
            f"{_print_words(item.title)} hari {number}",
            "Cetak",
            partial(screens.open, _PRINTS, f"{item.key}?{question}{day}&show"),
        )
        for item in KINDS
        if (question := "day=" if item.needs == "day" else "session=day:" if item.key == ATTENDANCE else "")
        for number, day in enumerate(days, start=1)
    ]


def _print_words(title: str) -> str:
    return worded(f"Cetak {title[0].lower()}{title[1:]}")


def _place_words(spec: ScreenSpec, rail: Sequence[str]) -> str:
    if not spec.in_rail:
        return f"Layar · {spec.keys}" if spec.keys else "Layar"
    return f"Layar · {place_keys(list(rail).index(spec.key))}"
