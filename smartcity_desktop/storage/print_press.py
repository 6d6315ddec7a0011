"""What goes out in the evening, gathered: the draft of a press release with its text for the group."""

from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_press import BODY, CHAT, HEADLINE, Facts, PressPaper, body, chat, headline
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.running import by_begin
from smartcity_desktop.domain.wording import calm_name, day_of, long_date, stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_opening import bare_region
from smartcity_desktop.storage.print_report_day import day_report
from smartcity_desktop.storage.print_scope import DayScope
from smartcity_desktop.storage.print_stage import days_of

_KIND: Final = "siaran-pers"
_CEREMONY: Final = "seremoni"
_WORK: Final = frozenset({"materi", "kelompok", "presentasi", "kunjungan"})
"""Kinds of block with which the work has begun: a ceremony behind them opens nothing."""


def _press(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the draft of a day's press release."""
    scope = DayScope(work, ask)
    facts = facts_of(work, scope)
    passages = (
        scope.passage(HEADLINE, "Judul", headline(facts)),
        scope.passage(BODY, "Isi", body(facts, work.words)),
        scope.passage(CHAT, "Teks untuk grup WhatsApp", chat(facts, work.words)),
    )
    paper = PressPaper(scope.stage_words, day_of(scope.day), work.workshop.city, facts.host, passages)
    name = f"Siaran pers {scope.day}".strip()
    return PrintJob(_KIND, name, work.frame(scope.stage, ""), picture=paper, passages=passages)


def facts_of(work: Gathering, scope: DayScope) -> Facts:
    """Return what a day gives to tell."""
    shop = work.workshop
    held = by_begin([item for item in scope.blocks if not item.skipped])
    first = takewhile(lambda item: item.kind not in _WORK, held)
    opening = [item.speaker or item.leader for item in first if item.kind == _CEREMONY]
    return Facts(
        title=shop.title,
        stage=scope.stage_words,
        number=scope.number,
        region=shop.region_name,
        city=shop.city,
        host=calm_name(shop.kop_agency or shop.agency),
        opened_by=_opener(work, next(filter(None, opening), "")),
        next_stage=_next(work, scope),
        report=day_report(work, scope),
    )


def _opener(work: Gathering, who: str) -> str:
    """Return who opened; a bare office of the region's head takes its name: ``Wali Kota Contoh``."""
    is_bare = bool(who) and who.strip().casefold() == work.words.head.casefold()
    return f"{who.strip()} {bare_region(work)}".strip() if is_bare else who


def _next(work: Gathering, scope: DayScope) -> str:
    """Return in words what follows: the next day of the stage, else the next stage with its date."""
    after = [day for day in scope.days if scope.day and day > scope.day]
    if after:
        return f"Bimtek dilanjutkan {long_date(day_of(after[0]))}"
    number = scope.stage.number if scope.stage else None
    following = work.stage(number=number + 1) if number else None
    return _stage_words(work, following) if following else ""


def _stage_words(work: Gathering, stage: Stage) -> str:
    called = f"Tahap {stage_name(stage.number or 0)}" + (f" ({stage.title})" if stage.title else "")
    days = days_of(work, stage if stage.id != NO_ROW else None)
    return f"{called} dijadwalkan {long_date(day_of(days[0]))}" if days else f"Berikutnya: {called}"


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {_KIND: _press}
