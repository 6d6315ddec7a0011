"""What the report of a day proposes to say, and how the day went against its plan. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.attendance import Recap
from smartcity_desktop.domain.paper_day import GroupRecord
from smartcity_desktop.domain.session import Session, minutes_after
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import Words

INTRODUCTION: Final = "laporan-harian.pendahuluan"
PURPOSE: Final = "laporan-harian.maksud"
OBSTACLES: Final = "laporan-harian.kendala"
CLOSING: Final = "laporan-harian.penutup"
BREAK: Final = "istirahat"
_TELLING: Final = 5
"""Minutes from which on a late start is told."""
_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class Event:
    """What the sentences name: the event, its stage and region, the years of the plan, its goal."""

    title: str = ""
    stage: str = ""
    region: str = ""
    years: str = ""
    goal: str = ""
    number: int = 1

    @property
    def named(self) -> str:
        """Return the event with its stage."""
        return " ".join(text for text in (self.title or "Bimbingan Teknis", self.stage) if text)


def late_by(block: Session) -> int:
    """Return by how many minutes a block began after its plan, negative where before, 0 where unknown."""
    return minutes_after(block.started_at, block.start_plan) or 0


def _late(block: Session) -> str:
    """Return by how much a block began late, and where it has ended how that stood against its plan."""
    late = "menit lebih lambat dari rencana"
    began, after = late_by(block), minutes_after(block.ended_at, block.end_plan)
    if after is not None and after > 0:
        return f"{block.title} dimulai {began} menit dan selesai {after} {late}."
    ended = (
        "" if after is None else f", selesai {-after} menit lebih awal" if after else ", selesai tepat waktu"
    )
    return f"{block.title} dimulai {began} {late}{ended}."


def introduction(event: Event) -> str:
    """Return the proposed introduction of a report."""
    where = f" di {event.region}" if event.region else ""
    plan = " ".join(text for text in ("Masterplan Smart City", event.region, event.years) if text)
    return (
        f"Laporan ini menyampaikan pelaksanaan hari ke-{event.number} {event.named}{where}, "
        f"sebagai bagian dari penyusunan {plan}."
    )


_VERB: Final = re.compile(r"Me[lmnrwy][a-z]")
"""How a verb begins in Indonesian; ``Media`` is none."""


def _aim(goal: str) -> str:
    """Return a goal as it follows ``bertujuan``: a verb goes on in the sentence, anything else is quoted."""
    return f" {goal[0].lower()}{goal[1:]}" if _VERB.match(goal) else f": {goal}"


def purpose(event: Event, words: Words) -> str:
    """Return the proposed purpose: the goal of the stage where one is written."""
    region = f" {event.region}" if event.region else ""
    if event.goal.strip():
        return f"{event.named or 'Bimtek ini'} bertujuan{_aim(event.goal.strip().rstrip('.'))}."
    return words.say(
        "Bimtek ini dimaksudkan agar OPD dan pemangku kepentingan menyusun bersama bahan Masterplan "
        "Smart City"
    ) + (f"{region}, dan bertujuan menghasilkan kertas kerja yang disepakati pada tahap ini.")


def obstacles(blocks: Sequence[Session], recap: Recap, records: Sequence[GroupRecord], words: Words) -> str:
    """Return what stood in the way as far as the data tell it; one sentence a line."""
    told = [
        _late(item)
        for item in blocks
        if not item.skipped and late_by(item) >= _TELLING and item.kind != BREAK
    ][:_NAMED]
    skipped = [item.title for item in blocks if item.skipped]
    told += [f"Tidak dilaksanakan: {', '.join(skipped)}."] if skipped else []
    told += _absent(recap, words)
    empty = [item.called for item in records if item.work and not any(one.rows for one in item.work)]
    told += [f"Belum mengisi kertas kerja: {', '.join(empty)}."] if empty else []
    told += [recap.warning] if recap.warning else []
    return "\n".join(told) or "Tidak ada kendala yang dicatat."


def _absent(recap: Recap, words: Words) -> list[str]:
    missing = [item for item in recap.by_opd if item.expected and not item.there]
    if not recap.whole.there or not missing:
        return []
    named = ", ".join(item.called for item in missing[:_NAMED])
    more = f", dan {number(len(missing) - _NAMED)} lainnya" if len(missing) > _NAMED else ""
    lead = words.say("Belum ada yang hadir dari {count} OPD atau instansi")
    return [f"{lead.format(count=number(len(missing)))}: {named}{more}."]


def closing(event: Event) -> str:
    """Return the proposed last sentence."""
    region = f" {event.region}" if event.region else ""
    return (
        f"Demikian laporan ini disampaikan sebagai bahan pelaksanaan tindak lanjut dan penyusunan Masterplan "
        f"Smart City{region}."
    )
