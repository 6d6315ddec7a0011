"""Two versions of one plan beside each other: what is new, what is gone, what changed, and the money."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.plan_strategy import strategies
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, LineDraft, Matching, RecordDraft
from smartcity_desktop.domain.renstra_match import match, match_indicators
from smartcity_desktop.domain.wording import EMPTY, label, money, number, rupiah_words

_TEXTS: Final = (
    ("code", "Kode"),
    ("name", "Nama"),
    ("outcome", "Outcome"),
    ("unit", "Unit"),
    ("location", "Lokasi"),
    ("fund", "Sumber dana"),
)
_OF_INDICATOR: Final = (
    ("name", "Indikator"),
    ("unit", "Satuan"),
    ("baseline", "Kondisi awal"),
    ("baseline_year", "Tahun kondisi awal"),
    ("final", "Kondisi akhir"),
)
_COUNTED: Final = ("program", "kegiatan", "subkegiatan")
"""The money of a plan is that of its programs; of what stands below them where it names none."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value of a line that is another now: which (``Kode``, ``Pagu 2026`` …), old and new in words.

    ``about`` names the indicator it belongs to, empty where it is the line's own.
    """

    words: str
    old: str
    new: str
    about: str = ""

    @property
    def told(self) -> str:
        """Return the change in one sentence: ``Pagu 2026: 1.000 → 2.000``."""
        head = f"{self.words} ({self.about})" if self.about else self.words
        return f"{head}: {self.old or EMPTY} → {self.new or EMPTY}"


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line that is new, gone or changed; ``old`` and ``new`` are its places in the versions.

    ``worked`` tells whether somebody has made an analysis on the old line.
    """

    level: str
    code: str
    name: str
    old: int | None = None
    new: int | None = None
    fields: tuple[FieldChange, ...] = ()
    worked: bool = False

    @property
    def called(self) -> str:
        """Return code and name."""
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The money of one year in both versions, in rupiah; support programs included."""

    year: str
    old: int = 0
    new: int = 0

    @property
    def more(self) -> int:
        """Return how much more it is now; less is negative."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class PlanChange:
    """All differences of two versions; ``carried`` counts the lines whose analysis goes along.

    ``came`` and ``went`` count strategies and directions, which are no lines.
    """

    added: tuple[LineChange, ...] = ()
    dropped: tuple[LineChange, ...] = ()
    changed: tuple[LineChange, ...] = ()
    same: int = 0
    money: tuple[YearMoney, ...] = ()
    carried: int = 0
    came: int = 0
    went: int = 0

    @property
    def lost(self) -> tuple[LineChange, ...]:
        """Return the dropped lines on which somebody has made an analysis."""
        return tuple(item for item in self.dropped if item.worked)

    @property
    def is_empty(self) -> bool:
        """Tell whether the lines of both versions say the same."""
        return not (self.added or self.dropped or self.changed)

    @property
    def told(self) -> str:
        """Return the counts in one sentence."""
        beside = ((self.came, "baru"), (self.went, "tidak ada lagi"))
        more = ", ".join(f"{count} {words}" for count, words in beside if count)
        return f"{self._lines_told} Strategi dan arah kebijakan: {more}." if more else self._lines_told

    @property
    def _lines_told(self) -> str:
        if self.is_empty:
            what = "Tidak ada baris yang berubah" if self.came or self.went else "Tidak ada yang berubah"
            return f"{what}: {self.same} baris sama."
        counts = (
            (len(self.added), "baru"),
            (len(self.dropped), "tidak ada lagi"),
            (len(self.changed), "berubah"),
            (self.same, "tetap"),
        )
        return ", ".join(f"{count} baris {words}" for count, words in counts if count) + "."

    @property
    def money_told(self) -> str:
        """Return the money of all years in one sentence, empty where it is the same or there is none."""
        both = YearMoney("", sum(item.old for item in self.money), sum(item.new for item in self.money))
        if not both.more:
            return ""
        years = self.money[0].year if len(self.money) == 1 else f"{self.money[0].year}–{self.money[-1].year}"
        return f"Pagu {years}: {rupiah_words(both.old)} → {rupiah_words(both.new)}, {more_told(both)}."

    @property
    def work_told(self) -> str:
        """Return what becomes of the analysis in one sentence, empty where there is none."""
        if not (self.carried or self.lost):
            return ""
        if not self.lost:
            return f"Analisis pada {self.carried} baris ikut semuanya."
        return (
            f"Analisis pada {self.carried} baris ikut; pada {len(self.lost)} baris hilang bersama barisnya."
        )


def compare(
    old: Sequence[LineDraft],
    new: Sequence[LineDraft],
    *,
    worked: Collection[int] = (),
    ties: Mapping[int, int] | None = None,
    matching: Matching | None = None,
    records: tuple[Sequence[RecordDraft], Sequence[RecordDraft]] = ((), ()),
) -> PlanChange:
    """Return what differs between two versions; ``worked`` are the old lines that carry an analysis.

    ``ties`` are pairs (old index -> new index) that a person said are the same line; ``matching`` is that
    of the lines where it is known already. ``records`` are the rows beside the programs, old and new.
    """
    found = matching or match(old, new, ties)
    to_new = dict(found.pairs)
    changed: list[LineChange] = []
    for before, after in found.pairs:
        fields = (*_own(old[before], new[after]), *_parent(old, new, (before, after), to_new))
        fields += tuple(indicator_changes(old[before].indicators, new[after].indicators))
        if fields:
            changed.append(_line(new[after], before, after, fields, worked=before in worked))
    changed.sort(key=lambda item: item.new or 0)
    return PlanChange(
        tuple(_line(new[index], None, index) for index in found.fresh),
        tuple(_line(old[index], index, None, worked=index in worked) for index in found.lost),
        tuple(changed),
        len(found.pairs) - len(changed),
        _money(old, new),
        sum(before in worked for before in to_new),
        *_beside(*records),
    )


def _beside(old: Sequence[RecordDraft], new: Sequence[RecordDraft]) -> tuple[int, int]:
    """Return how many strategies and directions are new, and how many are gone."""
    stood, stands = (Counter((one.kind, plain(one.name)) for one in strategies(some)) for some in (old, new))
    return (stands - stood).total(), (stood - stands).total()


def says_same(one: Sequence[LineDraft], other: Sequence[LineDraft]) -> bool:
    """Tell whether two versions have no difference that a person would see."""
    if len(one) == len(other) and all(map(_looks_same, one, other)):
        return True
    return compare(one, other).is_empty


def _looks_same(one: LineDraft, other: LineDraft) -> bool:
    """Tell the same at a glance: nothing is searched for, the lines stand in the same places."""
    if (one.level, one.parent, one.pagu) != (other.level, other.parent, other.pagu):
        return False
    texts = all(getattr(one, name) == getattr(other, name) for name, _ in _TEXTS)
    return (
        texts
        and len(one.indicators) == len(other.indicators)
        and all(
            before.targets == after.targets
            and all(getattr(before, name) == getattr(after, name) for name, _ in _OF_INDICATOR)
            for before, after in zip(one.indicators, other.indicators, strict=True)
        )
    )


def more_told(item: YearMoney) -> str:
    """Return the difference of a year in words: ``+Rp1,2 miliar``, a dash where there is none."""
    if not item.more:
        return EMPTY
    words = rupiah_words(abs(item.more))
    percent = f" ({number(round(abs(item.more) * 100 / item.old, 1))}%)" if item.old else ""
    return f"{'+' if item.more > 0 else '−'}{words}{percent}"


def _line(
    line: LineDraft,
    old: int | None,
    new: int | None,
    fields: tuple[FieldChange, ...] = (),
    *,
    worked: bool = False,
) -> LineChange:
    return LineChange(line.level, line.code, line.name, old, new, fields, worked)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _own(old: LineDraft, new: LineDraft) -> tuple[FieldChange, ...]:
    found = [
        FieldChange(words, getattr(old, name), getattr(new, name))
        for name, words in _TEXTS
        if not _same(getattr(old, name), getattr(new, name))
    ]
    if old.level != new.level:
        found.append(FieldChange("Tingkat", label("level", old.level), label("level", new.level)))
    found += [
        FieldChange(f"Pagu {year}", money(old.pagu.get(year)), money(new.pagu.get(year)))
        for year in sorted({*old.pagu, *new.pagu})
        if old.pagu.get(year) != new.pagu.get(year)
    ]
    return tuple(found)


def _parent(
    old: Sequence[LineDraft],
    new: Sequence[LineDraft],
    pair: tuple[int, int],
    to_new: Mapping[int, int],
) -> tuple[FieldChange, ...]:
    before, after = old[pair[0]].parent, new[pair[1]].parent
    if (None if before is None else to_new.get(before)) == after and (before is None) == (after is None):
        return ()
    return (FieldChange("Di bawah", _called(old, before), _called(new, after)),)


def _called(lines: Sequence[LineDraft], place: int | None) -> str:
    return "" if place is None else f"{lines[place].code} {lines[place].name}".strip()


def indicator_changes(old: Sequence[IndicatorDraft], new: Sequence[IndicatorDraft]) -> Iterator[FieldChange]:
    """Yield what differs between the indicators of two versions of one line."""
    found = match_indicators(old, new)
    for index in found.lost:
        yield FieldChange("Indikator", old[index].name, "")
    for index in found.fresh:
        yield FieldChange("Indikator", "", new[index].name)
    for before, after in found.pairs:
        yield from _of_indicator(old[before], new[after])


def _of_indicator(old: IndicatorDraft, new: IndicatorDraft) -> Iterator[FieldChange]:
    for name, words in _OF_INDICATOR:
        if not _same(getattr(old, name), getattr(new, name)):
            about = "" if name == "name" else new.name
            yield FieldChange(words, getattr(old, name), getattr(new, name), about)
    for year in sorted({*old.targets, *new.targets}):
        before, after = old.targets.get(year, ""), new.targets.get(year, "")
        if not _same(before, after):
            yield FieldChange(f"Target {year}", before, after, new.name)


def _money(old: Sequence[LineDraft], new: Sequence[LineDraft]) -> tuple[YearMoney, ...]:
    before, after = money_by_year(old), money_by_year(new)
    return tuple(
        YearMoney(year, before.get(year, 0), after.get(year, 0)) for year in sorted({*before, *after})
    )


def money_by_year(lines: Sequence[LineDraft]) -> dict[str, int]:
    """Return the money of a plan by year, in rupiah: that of its programs, or of what stands below them."""
    for level in _COUNTED:
        found: dict[str, int] = {}
        for line in lines:
            if line.level == level:
                for year, amount in line.pagu.items():
                    found[year] = found.get(year, 0) + amount
        if found:
            return found
    return {}
