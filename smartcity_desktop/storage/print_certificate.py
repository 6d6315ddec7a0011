"""The certificates of a stage, gathered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.agenda import stage_days
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_certificate import Certificates, Holder, days_words, number_words
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.wording import EMPTY, calm_name, day_of, stage_name
from smartcity_desktop.storage.certificate import hours_of, lessons, roll_of, rules_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import held_stage

_KIND: Final = "sertifikat"


def _certificates(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the certificates of everybody who has earned one, or of those who are asked for.

    Without anybody there is one to be written by hand.
    """
    stage = held_stage(work, ask)
    shop = work.workshop
    taught = lessons(work.db, stage.id) if stage else ()
    found = roll_of(work.db, stage, shop).holders
    holders = tuple(item for item in found if not ask.people or item.person in ask.people)
    days = stage_days(stage.date_start, stage.date_end) if stage else ()
    first, last = (day_of(days[0]), day_of(days[-1])) if days else (None, None)
    pattern = rules_of(shop).pattern
    number_of = (stage.number or 0) if stage else 0

    def words(holder: Holder) -> str:
        return number_words(pattern, holder.number, number_of, last) if holder.number else EMPTY

    picture = Certificates(
        title=shop.certificate_title.strip() or shop.title,
        stage=f"Tahap {stage_name(number_of)}" if stage else "",
        host=calm_name(shop.kop_agency or shop.agency),
        place=stage.place if stage else "",
        days=days_words(first, last),
        year=last.year if last else None,
        hours=hours_of(shop, taught),
        fixed_hours=bool(shop.certificate_hours),
        lessons=taught,
        holders=holders,
        numbers=tuple(words(item) for item in holders),
        signers=work.signers(_KIND, ask.signer),
    )
    if not holders:
        picture = replace(picture, holders=(Holder(NO_ROW, ""),), numbers=("",))
    name = f"Sertifikat {picture.stage}".strip()
    return PrintJob(_KIND, name, work.frame(stage, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {_KIND: _certificates}
