"""The report of a stage, and the final report of all of them: the days put together, with their texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.attendance import Recap
from smartcity_desktop.domain.day_words import OBSTACLES, Event, closing
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_day import DayReport
from smartcity_desktop.domain.paper_leader import LeaderTable
from smartcity_desktop.domain.paper_text import Passage, said
from smartcity_desktop.domain.report import FollowUp, NoteLine, Signer
from smartcity_desktop.domain.wording import number

STAGE_REPORT: Final = "laporan-tahap"
FINAL_REPORT: Final = "laporan-akhir"
REPORT_KINDS: Final = (
    (
        *(STAGE_REPORT, "Laporan tahap", "Sesudah", "stage"),
        "Semua hari satu tahap: peserta, jalannya acara, hasil, kendala, tindak lanjut",
        "",
        False,
        "stage-report",
    ),
    (
        *(FINAL_REPORT, "Laporan akhir", "Sesudah", ""),
        "Laporan kegiatan seluruh tahap, dari pendahuluan sampai penutup",
        "",
        False,
        "stage-report",
    ),
)
"""The kinds of print as ``print_job.PrintKind`` takes them."""
INTRODUCTION, PURPOSE, TROUBLE, CLOSING = "pendahuluan", "maksud", "kendala", "penutup"
_NO_TROUBLE: Final = "Tidak ada kendala yang dicatat."


@dataclass(frozen=True, slots=True)
class StagePart:
    """One stage with its days: ``stage`` is ``Tahap II``, ``title`` and ``goal`` as they are written."""

    stage: str = ""
    title: str = ""
    goal: str = ""
    days: tuple[DayReport, ...] = ()


@dataclass(frozen=True, slots=True)
class StageReport:
    """Everything the report says; a ``final`` one tells of all stages and of what they came to together.

    ``kind`` names its passages in the file; ``counted`` is who came on any day.
    """

    kind: str = STAGE_REPORT
    word: str = "Laporan Tahap"
    title: str = ""
    parts: tuple[StagePart, ...] = ()
    basis: tuple[str, ...] = ()
    counted: Recap = field(default_factory=Recap)
    results: tuple[LeaderTable, ...] = ()
    signers: tuple[Signer, ...] = ()
    last: date | None = None

    @property
    def final(self) -> bool:
        """Whether it is the report of all stages."""
        return self.kind == FINAL_REPORT

    @property
    def days(self) -> tuple[tuple[StagePart, DayReport], ...]:
        """Every day in its order with its stage."""
        return tuple((part, day) for part in self.parts for day in part.days)

    @property
    def decisions(self) -> tuple[NoteLine, ...]:
        """The decisions of all days, each once."""
        return _lines(day.decisions for _, day in self.days)

    @property
    def questions(self) -> tuple[NoteLine, ...]:
        """The questions of all days, each once."""
        return _lines(day.questions for _, day in self.days)

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Who is to do what by when, of all days, each once, the earliest first."""
        found = dict.fromkeys(item for _, day in self.days for item in day.follow_ups)
        return tuple(sorted(found, key=lambda item: (item.due is None, item.due or date.max)))


def _lines(given: Iterable[tuple[NoteLine, ...]]) -> tuple[NoteLine, ...]:
    found = {(item.text, item.source): item for lines in given for item in lines}
    return tuple(found.values())


def key_of(kind: str, name: str) -> str:
    """Return by what a passage of a report is kept: ``laporan-tahap.penutup``."""
    return f"{kind}.{name}"


def passages(report: StageReport, event: Event, stage: RowId, own: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return the sentences that are proposed, with what people wrote instead."""
    kind = report.kind
    named = (
        (INTRODUCTION, "Pendahuluan", introduction(report, event)),
        (PURPOSE, "Maksud dan tujuan", purpose(report)),
        (TROUBLE, "Kendala", trouble(report)),
        (CLOSING, "Penutup", closing(event)),
    )
    return tuple(
        Passage(key_of(kind, name), title, text, stage, text=own.get(key_of(kind, name), ""))
        for name, title, text in named
    )


def introduction(report: StageReport, event: Event) -> str:
    """Return the proposed first sentence: how many days and stages it tells of, and what they are part of."""
    plan = " ".join(text for text in ("Masterplan Smart City", event.region, event.years) if text)
    where = f" di {event.region}" if event.region else ""
    count = number(len(report.days))
    span = f"{number(len(report.parts))} tahap selama {count} hari" if report.final else f"{count} hari"
    told = f"{span}, " if report.days else ""
    return (
        f"Laporan ini menyampaikan pelaksanaan {event.named}{where}, {told}sebagai bagian dari penyusunan "
        f"{plan}."
    )


def purpose(report: StageReport) -> str:
    """Return the goals of the stages as they are written, one a line, nothing where none is."""
    goals = [(part.stage, part.goal.strip().rstrip(".")) for part in report.parts if part.goal.strip()]
    if report.final:
        return "\n".join(f"{stage}: {goal}." for stage, goal in goals)
    return "\n".join(f"{goal}." for _, goal in goals)


def trouble(report: StageReport) -> str:
    """Return what the reports of the days call obstacles, each once, with the day it is of."""
    found: dict[str, str] = {}
    for part, day in report.days:
        for text in said(day.passages, OBSTACLES).split("\n"):
            if text.strip() and text.strip() != _NO_TROUBLE:
                found.setdefault(text.strip(), f"{part.stage} hari ke-{day.number}: {text.strip()}")
    return "\n".join(found.values()) or _NO_TROUBLE
