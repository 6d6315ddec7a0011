"""The soft warnings about a plan: rare ones first, the same one many times folded into one line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.renstra_draft import Finding
from ui.widgets.reading_doubts import Answer, Look, LookList
from ui.widgets.writing import takes_nothing

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
_FALLS: Final = (Answer("turun", "Ya"), Answer("naik", "Tidak"))


class ChecksList(LookList):
    """Shows findings; those of a falling target ask "Makin kecil makin baik?" where ``asks`` is set."""

    finding_visited = Signal(int)
    """The number of the finding that a person went to."""
    direction_chosen = Signal(int, str)
    """The number of a finding about a falling target, and ``turun`` or ``naik``."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None, *, asks: bool = False) -> None:
        """``name`` is its object name, ``words`` what it is called."""
        super().__init__(name, words, parent)
        self._asks = asks
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
            folded = code in _FOLDED and len(numbers) > _MANY
            if folded:
                words = _FOLDED[code].format(count=len(numbers))
                act = "Lipat" if code in self._open else "Lihat semua"
                looks.append(Look(f"{_GROUP}{code}", f"{len(numbers)} hal", words, (Answer("open", act),)))
            if not folded or code in self._open:
                looks += [self._look(number) for number in numbers]
        return looks

    def _look(self, number: int) -> Look:
        item = self._findings[number]
        asks = self._asks and item.code == "target-falls" and not takes_nothing(self)
        answers = _FALLS if asks else ()
        return Look(str(number), self._place(item), item.message, answers)

    def _went(self, key: str) -> None:
        if not key.startswith(_GROUP):
            self.finding_visited.emit(int(key))

    def _said(self, key: str, act: str, _value: str) -> None:
        if key.startswith(_GROUP):
            self._open ^= {key.removeprefix(_GROUP)}
            self.show_looks(self._arranged())
        else:
            self.direction_chosen.emit(int(key), act)


def _cell(item: Finding) -> str:
    return item.cell or "berkas"
