"""The report of the committee's head, read aloud at the opening: proposed from what the file knows."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import Words

OPENING: Final = "laporan-ketua"
CHAIR: Final = "Ketua Panitia,"
_DOTS: Final = "…" * 12
_BASIS_READ: Final = 3
"""The last lines of the "Dasar" list are the region's own; laws before them are not read aloud."""
_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """What the report tells: ``elements`` are (unsur in words, people), ``when`` is in words."""

    title: str = ""
    head: str = ""
    region: str = ""
    basis: tuple[str, ...] = ()
    goal: str = ""
    when: str = ""
    place: str = ""
    people: int = 0
    opds: int = 0
    elements: tuple[tuple[str, int], ...] = ()
    speakers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningReport:
    """The report as it is read: a line of ``text`` that begins with a number is a heading."""

    title: str = ""
    text: str = ""
    year: int = 0
    signer: Signer | None = None


def proposal(facts: OpeningFacts, words: Words) -> str:
    """Return the text of the report; what nobody knows yet is left to be written in dots."""
    head = " ".join(text for text in (facts.head or words.head, facts.region) if text)
    thanks = (
        f"Puji syukur kepada Tuhan Yang Maha Esa, {facts.title or _DOTS} dapat kita laksanakan. Izinkan kami "
        "melaporkan hal-hal berikut."
    )
    parts = [
        words.say(
            f"Yang kami hormati {head}, para pimpinan OPD, narasumber dan tenaga ahli, serta para peserta."
        ),
        "Assalamualaikum warahmatullahi wabarakatuh, salam sejahtera bagi kita semua.",
        thanks,
        "1. Dasar pelaksanaan",
        *(_listed(facts.basis[-_BASIS_READ:]) or [_DOTS]),
        "2. Maksud dan tujuan",
        facts.goal or _DOTS,
        "3. Waktu dan tempat",
        f"Bimtek berlangsung pada {facts.when or _DOTS} di {facts.place or _DOTS}.",
        "4. Peserta",
        words.say(_people(facts)),
        "5. Narasumber dan pendamping",
        f"{_named(facts.speakers).rstrip('.') or _DOTS}.",
        *_groups(facts),
    ]
    closing = (
        f"Demikian laporan kami. Selanjutnya kami mohon {head} berkenan memberi arahan dan membuka Bimtek "
        "ini secara resmi. Wassalamualaikum warahmatullahi wabarakatuh."
    )
    return "\n".join([*parts, closing])


def _listed(lines: tuple[str, ...]) -> list[str]:
    last = len(lines) - 1
    return [f"– {text.rstrip('.;, ')}{'.' if place == last else ';'}" for place, text in enumerate(lines)]


def _people(facts: OpeningFacts) -> str:
    agencies = f"{number(facts.opds)} OPD" if facts.opds else f"{_DOTS} OPD"
    if not facts.people:
        return f"Peserta berasal dari {agencies}."
    mix = ", ".join(f"{word.lower()} {number(count)} orang" for word, count in facts.elements if count)
    return f"Peserta berjumlah {number(facts.people)} orang dari {agencies}" + (f": {mix}." if mix else ".")


def _groups(facts: OpeningFacts) -> list[str]:
    if not facts.groups:
        return []
    count = number(len(facts.groups))
    return ["6. Kerja kelompok", f"Peserta bekerja dalam {count} kelompok: {_named(facts.groups)}."]


def _named(names: tuple[str, ...]) -> str:
    shown = "; ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}; dan {number(len(names) - _NAMED)} lainnya"
