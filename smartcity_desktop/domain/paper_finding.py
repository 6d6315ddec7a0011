"""The check sheet of one agency's plan: what it takes home, answers by hand, and brings back. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.dossier import leader
from smartcity_desktop.domain.finding import FindingCount, ListedFinding, OpdFindings
from smartcity_desktop.domain.finding_kinds import WEIGHTS
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import day_of, long_date, number

CHECK_SHEET: Final = "periksa-renstra"
FINDING_KINDS: Final = (
    (
        CHECK_SHEET,
        "Lembar periksa Renstra",
        "Malam",
        "opd",
        "Yang dibawa pulang OPD: temuan dalam Renstranya, dengan ruang menjawab",
        "Periksa Renstra",
        False,
        "finding",
    ),
)
"""The kind of print, as ``print_kinds.PrintKind`` takes it."""
GUIDE: Final = (
    "Buka dokumen Renstra pada tempat yang disebut, lalu cocokkan dengan temuannya.",
    (
        "Centang satu jawaban setiap nomor: Diperbaiki bila Renstranya akan dibetulkan, Dijelaskan bila "
        "Renstra sudah benar dan ini alasannya, Keliru bila temuan ini salah baca."
    ),
    "Tulis alasannya dengan singkat pada garis di bawahnya; Dijelaskan tanpa alasan belum bisa dicatat.",
    "Pasti berarti terlihat langsung dalam tabel; mungkin berarti perlu dilihat dengan mata sendiri.",
    "Yang tidak bisa dijawab sendiri, tanyakan dahulu kepada bagian perencanaan OPD.",
    "Tanda tangani, lalu kembalikan lembar ini kepada sekretariat Bimtek paling lambat ……………………….",
)
MARK_NOTE: Final = (
    "Untuk sekretariat: ketik jawaban menurut nomornya di Dokumen. Kode daftar di lembar ini {mark}; bila di "
    "layar lain, Renstranya berubah sesudah dicetak, maka cocokkan menurut tempatnya."
)
NOTHING: Final = (
    "Pemeriksaan tidak menemukan hal yang perlu dijawab dalam Renstra ini.",
    (
        "Yang diperiksa: kelengkapan tahun, pagu dan jumlahnya, kode dan nama menurut nomenklatur, indikator "
        "dengan kondisi awal, satuan dan targetnya, susunan sasaran sampai subkegiatan, dan kesamaan dengan "
        "Renstra OPD lain. Isi program tidak dinilai."
    ),
)


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one weight under the words that head them."""

    title: str
    items: tuple[ListedFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingPaper:
    """The check sheet of one agency; ``has_plan`` is false where no plan was read yet."""

    name: str = ""
    called: str = ""
    period: str = ""
    source: str = ""
    read: date | None = None
    mark: str = ""
    count: FindingCount = field(default_factory=FindingCount)
    groups: tuple[FindingGroup, ...] = ()
    signer: Signer = field(default_factory=Signer)
    has_plan: bool = True

    @property
    def told(self) -> str:
        """Return how many there are, in a sentence."""
        if not self.count.total:
            return "Tidak ada temuan"
        said = [
            f"{number(len(group.items))} {group.title[0].lower()}{group.title[1:]}" for group in self.groups
        ]
        answered = self.count.total - self.count.open
        done = f"; {number(answered)} sudah dijawab" if answered else ""
        if len(said) == 1:
            return f"{number(self.count.total)} temuan: {said[0].partition(' ')[2]}{done}"
        return f"{number(self.count.total)} temuan: {', '.join(said)}{done}"

    @property
    def source_told(self) -> str:
        """Return the file and the day it was read."""
        day = f"dibaca {long_date(self.read, weekday=False)}" if self.read else ""
        return ", ".join(part for part in (self.source or "tabel yang ditempel", day) if part)


def paper_of(agency: Opd, found: OpdFindings | None) -> FindingPaper:
    """Return the check sheet of an agency; without findings of a plan it says that none was read."""
    if found is None:
        return FindingPaper(agency.name, agency.called, signer=leader(agency), has_plan=False)
    document = found.document
    years = document.years
    start, end = document.period_start, document.period_end
    return FindingPaper(
        agency.name,
        agency.called,
        f"{start}–{end}"
        if start and end
        else "–".join(dict.fromkeys((years[0], years[-1])))
        if years
        else "",
        document.source_name,
        day_of(document.read_at[:10]) if document.read_at else None,
        found.mark,
        found.count,
        by_weight(found.items),
        leader(agency),
    )


def by_weight(items: Sequence[ListedFinding]) -> tuple[FindingGroup, ...]:
    """Return findings in groups, the heaviest first; a weight that has none is left out."""
    groups = (
        FindingGroup(title, tuple(item for item in items if item.weight == weight))
        for weight, title in WEIGHTS.items()
    )
    return tuple(group for group in groups if group.items)
