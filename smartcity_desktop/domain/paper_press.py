"""What goes out in the evening: the draft of a press release, and a text for the WhatsApp group. Pure.

Only what stands in the data is said; words that a person has to find are left in square brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.paper_day import NOT_COUNTED, DayReport
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.wording import long_date, number, shortened
from smartcity_desktop.domain.words import Words

HEADLINE: Final = "siaran-pers.judul"
BODY: Final = "siaran-pers.isi"
CHAT: Final = "siaran-pers.whatsapp"
_QUOTE: Final = "[Tambahkan kutipan kepala daerah atau kepala dinas di sini, atau hapus baris ini.]"
_DECISIONS: Final = 3
_PROMISES: Final = 5
_LETTERS: Final = 240
_NEXT: Final = "Berikutnya"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the day gives to tell: the event, its host, who opened it, the day's report, the next stage.

    ``number`` is which day of the stage it is; ``host`` the agency that invites; ``next_stage`` is in words.
    """

    title: str = ""
    stage: str = ""
    number: int = 1
    region: str = ""
    city: str = ""
    host: str = ""
    opened_by: str = ""
    next_stage: str = ""
    report: DayReport = field(default_factory=DayReport)

    @property
    def event(self) -> str:
        """Return the event with its stage."""
        return " ".join(text for text in (self.title or "Bimbingan Teknis Smart City", self.stage) if text)


@dataclass(frozen=True, slots=True)
class PressPaper:
    """The draft as it is printed; its texts are passages."""

    stage: str = ""
    day: date | None = None
    city: str = ""
    host: str = ""
    passages: tuple[Passage, ...] = ()


def headline(facts: Facts) -> str:
    """Return the proposed title."""
    where = facts.region or facts.city or facts.host
    return f"{where} Menyusun Masterplan Smart City pada {facts.event}".strip()


def body(facts: Facts, words: Words) -> str:
    """Return the proposed text, a paragraph a line."""
    report = facts.report
    place = f" di {report.place}" if report.place else ""
    begin = ", ".join(text for text in (facts.city, long_date(report.day) if report.day else "") if text)
    host = facts.host or f"Pemerintah {facts.region}".strip()
    opened = f" Bimtek dibuka oleh {facts.opened_by}." if facts.opened_by else ""
    lead = f"{begin} – " if begin else ""
    told = [
        f"{lead}{host} menyelenggarakan hari ke-{facts.number} {facts.event}{place}.{opened}",
        _came(report),
        _spoke(report.speakers),
        *_results(report, words),
        _decided(report),
        _QUOTE,
        f"{facts.next_stage}." if facts.next_stage else "",
    ]
    return "\n".join(text for text in told if text)


def chat(facts: Facts, words: Words) -> str:
    """Return the proposed text for the group: short lines, heads between asterisks, no pictures in it."""
    report = facts.report
    when = " · ".join(text for text in (long_date(report.day) if report.day else "", report.place) if text)
    named = ", ".join(dict.fromkeys(name for name, _ in report.speakers))
    facts_lines = [
        f"Dibuka oleh: {_plain(facts.opened_by)}" if facts.opened_by else "",
        f"Hadir: {_plain(report.present)}" if report.present != NOT_COUNTED else "",
        f"Narasumber: {_plain(named)}" if named else "",
    ]
    blocks = [
        [f"*{_plain(facts.event)}, hari ke-{facts.number}*", _plain(when)],
        facts_lines,
        _chapter("Hasil", _results(report, words)),
        _chapter("Keputusan", [item.text for item in report.decisions[:_DECISIONS]]),
        _chapter("Tindak lanjut", _promises(report)),
        _chapter(_NEXT, [facts.next_stage.removeprefix(f"{_NEXT}: ")] if facts.next_stage else []),
    ]
    kept = ["\n".join(line for line in block if line) for block in blocks]
    return "\n\n".join(text for text in kept if text)


def _came(report: DayReport) -> str:
    return "" if report.present == NOT_COUNTED else f"Bimtek ini diikuti {report.present}."


def _spoke(speakers: Sequence[tuple[str, str]]) -> str:
    if not speakers:
        return ""
    topics: dict[str, list[str]] = {}
    for name, about in speakers:
        topics.setdefault(name, []).extend([about] if about else [])
    told = [f"{name} ({'; '.join(about)})" if about else name for name, about in topics.items()]
    return f"Materi disampaikan oleh {_listed(told)}."


def _results(report: DayReport, words: Words) -> list[str]:
    """Return sentences on what was worked out, none where nothing was."""
    told = []
    programs = sum(item.programs or 0 for item in report.results)
    relevant = sum(item.relevant or 0 for item in report.results)
    wins = sum(len(item.quick_wins) for item in report.results)
    if programs:
        agencies = words.say("{count} OPD").format(
            count=number(sum(1 for item in report.results if item.programs))
        )
        told.append(
            f"{agencies} membahas {number(programs)} program Renstra; {number(relevant)} di antaranya "
            f"relevan dengan smart city dan {number(wins)} diusulkan menjadi quick win."
        )
    for summary in report.groups:
        rows = sum(item.rows for item in summary.results)
        busy = sum(1 for item in summary.results if item.rows)
        if rows:
            told.append(f"{number(busy)} kelompok mengisi {number(rows)} baris {summary.title}.")
    handed = sum(1 for item in report.records if item.handed)
    if handed:
        told.append(
            f"{number(handed)} dari {number(len(report.records))} kelompok sudah menyerahkan hasilnya."
        )
    return told


def _decided(report: DayReport) -> str:
    texts = [shortened(item.text, _LETTERS).rstrip(".") for item in report.decisions[:_DECISIONS]]
    return f"Hal yang disepakati: {'; '.join(texts)}." if texts else ""


def _promises(report: DayReport) -> list[str]:
    found = []
    for item in report.follow_ups[:_PROMISES]:
        who = f"{item.who}: " if item.who else ""
        due = f" (paling lambat {long_date(item.due, weekday=False)})" if item.due else ""
        found.append(f"{who}{item.what}{due}")
    return found


def _chapter(head: str, lines: Sequence[str]) -> list[str]:
    return [f"*{head}*", *(f"- {_plain(text)}" for text in lines)] if lines else []


def _plain(text: str) -> str:
    """Return text on one line without the signs that the group would read as bold, slanted or struck out."""
    return " ".join(shortened(text, _LETTERS).translate(str.maketrans("", "", "*_~`")).split())


def _listed(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} dan {texts[-1]}"
