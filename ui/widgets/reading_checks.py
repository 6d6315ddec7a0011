"""The soft warnings about a plan: rare ones first, the same one many times folded into one line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.finding_kinds import kind_of
from smartcity_desktop.domain.renstra_draft import Finding
from ui.models.reading_looks import Answer, Look
from ui.translate import worded
from ui.widgets.reading_doubts import LookList

_MANY: Final = 3
_GROUP: Final = "group:"
_FOLDED: Final[Mapping[str, str]] = {
    "indicator-without-baseline": "{count} indikator belum punya kondisi awal.",
    "code-unknown": "{count} kode tidak ada dalam nomenklatur. Mungkin dari nomenklatur lama.",
    "children-differ": "{count} baris pagunya tidak sama dengan jumlah rinciannya.",
    "program-without-pagu": "{count} program belum punya pagu.",
    "sasaran-without-program": "{count} sasaran belum punya program.",
    "sums-differ": "Jumlah pagu berbeda menurut tingkatnya pada {count} tahun.",
}


class ChecksList(LookList):
    """Shows findings before they are stored; they are answered once the reading is used."""

    finding_visited = Signal(int)
    """The number of the finding that a person went to."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """``name`` is its object name, ``words`` what it is called."""
        super().__init__(name, words, parent)
        self._open: set[str] = set()
        self._findings: Sequence[Finding] = ()
        self._place: Callable[[Finding], str] = _cell
        self.visited.connect(self._went)
        self.answered.connect(self._said)

    def show_findings(
        self, findings: Sequence[Finding], place: Callable[[Finding], str] | None = None
    ) -> None:
        """Show these; ``place`` says where a finding stands, in a word or two."""
        self._findings = findings
        self._place = place or _cell
        self.show_looks(self._arranged())

    def _arranged(self) -> list[Look]:
        by_code: dict[str, list[int]] = {}
        for number, item in enumerate(self._findings):
            by_code.setdefault(item.code, []).append(number)
        looks: list[Look] = []
        for code, numbers in sorted(by_code.items(), key=lambda pair: len(pair[1])):
            folded = len(numbers) > _MANY
            if folded:
                plain = f"{worded(kind_of(code).title)}: {{count}} temuan."
                words = _FOLDED.get(code, plain).format(count=len(numbers))
                act = "Lipat" if code in self._open else "Lihat semua"
                looks.append(Look(f"{_GROUP}{code}", f"{len(numbers)} hal", words, (Answer("open", act),)))
            if not folded or code in self._open:
                looks += [self._look(number) for number in numbers]
        return looks

    def _look(self, number: int) -> Look:
        item = self._findings[number]
        return Look(str(number), self._place(item), item.message)

    def _went(self, key: str) -> None:
        if not key.startswith(_GROUP):
            self.finding_visited.emit(int(key))

    def _said(self, key: str, _act: str, _value: str) -> None:
        self._open ^= {key.removeprefix(_GROUP)}
        self.show_looks(self._arranged())


def _cell(item: Finding) -> str:
    return item.cell or "berkas"
