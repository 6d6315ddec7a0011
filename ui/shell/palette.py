"""Ctrl+K: finds screens, commands, agencies, notes and programs, by the keyboard alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from smartcity_desktop.services.search import Found
from ui.context import Context, Services
from ui.models.manner import manner_of
from ui.models.places import sheet_key
from ui.translate import worded
from ui.widgets.finder import Choice, Finder, Give

_LIMIT: Final = 20
_ROWS: Final = 11
_ROW: Final = 30
_AROUND: Final = 36
_SHEET: Final = "sheet"
_NUMBER: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*-\d+")
"""The number of a sheet of paper: L5-05, L10N-02."""
_FEWEST: Final = 2
_NOTHING: Final = "Tidak ada yang cocok"
_ASKS: Final = "Cari OPD, program, catatan, layar, perintah"
_HOME: Final[dict[str, tuple[str, str]]] = {
    "opd": ("opd", "OPD"),
    "person": ("people", "Peserta"),
    "group": ("group", "Kelompok"),
    "note": ("note", "Catatan"),
    "photo": ("note", "Foto"),
    "renstra_line": ("document", "Program Renstra"),
    "indicator": ("document", "Indikator"),
    "analysis": ("worksheet", "Analisis"),
    "issue": ("worksheet", "Isu daerah"),
    "asset": ("worksheet", "Aplikasi dan inovasi"),
    "readiness": ("worksheet", "Kesiapan"),
    "factor": ("worksheet", "Faktor SWOT"),
    "strategy": ("worksheet", "Strategi TOWS"),
    "idea": ("worksheet", "Kata kunci"),
    "statement": ("worksheet", "Usulan visi–misi"),
    "alignment": ("analysis:alignment", "Keselarasan"),
    "second_tag": ("analysis:second", "Bacaan kedua"),
    "finding_answer": ("document", "Jawaban temuan"),
    "vote": ("vote", "Pemungutan suara"),
    "homework": ("homework", "Pekerjaan rumah"),
    "adopted_text": ("analysis:vision", "Visi dan misi"),
    "shared_program": ("analysis:shared", "Program bersama"),
    "initiative": ("initiative", "Program Smart City"),
    "initiative_indicator": ("initiative", "Indikator program"),
    "milestone": ("initiative:roadmap", "Peta jalan"),
    "action": ("initiative:action", "Rencana aksi"),
    "candidate": ("worksheet", "Kandidat quick win"),
    "quickwin": ("initiative:quickwin", "Lembar quick win"),
    "quickwin_month": ("initiative:quickwin", "Jadwal quick win"),
    "quickwin_partner": ("initiative:quickwin", "Mitra quick win"),
    "duty": ("initiative:duty", "Tindak lanjut masterplan"),
    "monitor": ("initiative:monitor", "Pemantauan"),
    "evaluation_score": ("initiative:evaluation", "Butir evaluasi"),
    "signature": ("signature", "Penanda tangan komitmen"),
    "review": ("worksheet", "Reviu bab"),
    "promise": ("worksheet", "Komitmen"),
    "entry": ("worksheet", "Kertas kerja"),
    "item_answer": ("worksheet", "Kertas kerja"),
    "comment": ("worksheet", "Catatan telaah"),
    "chapter_comment": ("book", "Catatan telaah bab"),
    "chapter": ("book", "Bab"),
    "book": ("book", "Buku"),
    "figure": ("book", "Gambar buku"),
    "session": ("agenda", "Sesi"),
    "plan_point": ("document", "RPJMD / RPD"),
    "goal_indicator": ("document", "Indikator RPJMD / RPD"),
    "document": ("document", "Daftar dokumen"),
    "stage": ("event", "Tahap"),
    "workshop": ("event", "Bimtek"),
}
"""Where a found row is shown, and what it is called."""
_MARKS: Final = str.maketrans("", "", "\x02\x03")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the window itself offers: words, what it is, and what is called."""

    words: str
    hint: str
    run: Callable[[], None]


class Palette(QFrame):
    """A panel over the window; Escape closes it and gives the focus back."""

    def __init__(
        self,
        services: Services,
        context: Context,
        entries: Callable[[], Sequence[Entry]],
        go: Callable[[str, str], None],
        window: QWidget,
    ) -> None:
        """``entries`` gives what can be done now; ``go`` leads to a screen and a row on it."""
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Cari apa saja")
        self._services, self._context, self._entries, self._go = services, context, entries, go
        self._offered: list[Entry] = []
        self._before: QWidget | None = None
        self._rows = _ROWS
        self.finder = Finder(self._find, worded(_ASKS), "palette-find", self)
        self.finder.chosen.connect(self._take)
        self.finder.listed.connect(self._fit)
        self.finder.box.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.finder)
        window.installEventFilter(self)
        self.hide()

    def _reword(self) -> None:
        """Say in the event's words what can be found: they may be others than at the last search."""
        self.finder.box.setPlaceholderText(worded(_ASKS))
        self.finder.box.setAccessibleName(worded(_ASKS))

    def open(self) -> None:
        """Show the panel with everything that can be done now."""
        self._before = self.window().focusWidget()
        self._offered = list(self._entries())
        self._reword()
        self.finder.box.clear()
        self._place()
        self.show()
        self.raise_()
        self.finder.box.setFocus()
        self.finder.search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Escape or when the focus leaves; follow the size of the window."""
        if watched is self.finder.box:
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self.hide()
            if isinstance(event, QKeyEvent) and self._is_escape(event):
                self._close()
                return True
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_escape(event: QKeyEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            wide = min(680, window.width() - 40)
            self.setGeometry(
                (window.width() - wide) // 2, 52, wide, min(self._height(), window.height() - 100)
            )

    def _fit(self, count: int) -> None:
        self._rows = max(1, min(count, _ROWS))
        self._place()

    def _close(self) -> None:
        before = self._before
        self.hide()
        if before is not None:
            before.setFocus()

    def _height(self) -> int:
        row = self.finder.list.sizeHintForRow(0) if self.finder.list.count() else _ROW
        return self.finder.box.sizeHint().height() + self._rows * row + _AROUND

    def _find(self, text: str, give: Give) -> None:
        words = text.casefold().split()
        near = [
            Choice(f"do:{place}", entry.words, entry.hint)
            for place, entry in enumerate(self._offered)
            if all(word in f"{entry.words} {entry.hint}".casefold() for word in words)
        ] or self._nearly(words)
        # "Cetak laporan sesi" also fits the words of what ends the session: what begins so comes first.
        near.sort(key=partial(_begins_otherwise, text))
        give(near)
        if words:
            call = partial(_found, self._services, text)
            self._context.lane.data(call, partial(_together, near, give))

    def _nearly(self, words: Sequence[str]) -> list[Choice]:
        """Return what fits most of several words; words that fit nothing are passed over."""
        fits = [
            sum(word in f"{entry.words} {entry.hint}".casefold() for word in words) for entry in self._offered
        ]
        most = max(fits, default=0)
        if most < _FEWEST:
            return []
        return [
            Choice(f"do:{place}", entry.words, entry.hint)
            for place, (entry, count) in enumerate(zip(self._offered, fits, strict=True))
            if count == most
        ]

    def _take(self, choice: Choice) -> None:
        kind, _, rest = choice.key.partition(":")
        if not kind:
            return
        self._close()
        if kind == _SHEET:
            self._go("worksheet", rest)
        elif kind == "do":
            self._offered[int(rest)].run()
        else:
            self._go(kind, rest)


def _begins_otherwise(text: str, choice: Choice) -> bool:
    return not choice.words.casefold().startswith(" ".join(text.casefold().split()))


def _found(services: Services, text: str) -> tuple[list[Choice], Sequence[Found]]:
    """Return the sheets of this number, and what was written with these words; runs on the data thread."""
    return _numbered(services, text.strip()), services.search.find(text, _LIMIT)


def _numbered(services: Services, number: str) -> list[Choice]:
    if not _NUMBER.fullmatch(number):
        return []
    known = services.worksheet.worksheets()
    places = services.worksheet.places_of(known)
    return [
        Choice(
            f"{_SHEET}:{sheet_key(item.id, place.party)}",
            f"{number.upper()} {_whose(item, place)}",
            item.title,
        )
        for item in known
        if item.stage
        for place in places[item.id]
        if place.number.casefold() == number.casefold()
    ]


def _whose(worksheet: Worksheet, place: SheetPlace) -> str:
    """Return whose sheet it is: an OPD by its name, a dimension with its code before it."""
    return f"{place.short} {place.name}" if manner_of(worksheet).by_dimension else place.name


def _together(near: list[Choice], give: Give, found: tuple[list[Choice], Sequence[Found]]) -> None:
    seen: set[tuple[str, str]] = set()
    rows, hits = list(found[0]), found[1]
    for item in hits:
        screen, word = _HOME.get(item.ent, ("", ""))
        if screen and (screen, item.row) not in seen:
            seen.add((screen, item.row))
            hint = " · ".join(part for part in (worded(word), item.about) if part)
            rows.append(
                Choice(f"{screen}:{item.row}", " ".join(item.snippet.translate(_MARKS).split()), hint)
            )
    give([*near, *rows] or [Choice("", _NOTHING)])
