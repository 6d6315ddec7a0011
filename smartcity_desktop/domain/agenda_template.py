"""Ready-made rundowns: days of blocks without dates, from the shelf or saved by a facilitator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.entity import BLOCK_KINDS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.session import Session

TITLE_LETTERS: Final = 80
TEXT_LETTERS: Final = 4_000
DAY_BLOCKS: Final = 60
_SLACK_MOST: Final = 180
_MINUTES_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """One block of a rundown; ``start`` (``HH:MM``) only where it is a fixed point.

    A ``lunch`` takes the hours of the day it is put on; ``worksheet`` is a code and is tied where the
    workshop has that worksheet.
    """

    title: str
    kind: str = "materi"
    minutes: int = 60
    start: str = ""
    lunch: bool = False
    slack: int | None = None
    speaker: str = ""
    place: str = ""
    worksheet: str = ""
    public: str = ""
    private: str = ""
    speak_minutes: int | None = None
    reply_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TemplateDay:
    """One day of a rundown, which begins at ``start`` (``HH:MM``)."""

    start: str
    blocks: tuple[TemplateBlock, ...]


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A rundown: ``key`` is its file name without ending, ``words`` say in a line what it is for.

    ``stage`` is the number of the stage that it is meant for, 0 for any; ``own`` ones a facilitator saved.
    """

    key: str
    title: str
    words: str
    days: tuple[TemplateDay, ...]
    stage: int = 0
    own: bool = False

    @property
    def length(self) -> str:
        """How long it is, in words: ``2 hari, 19 sesi``."""
        return f"{len(self.days)} hari, {sum(len(day.blocks) for day in self.days)} sesi"


def template_of(raw: object, key: str, *, own: bool = False) -> AgendaTemplate:
    """Return the rundown that a JSON file holds. Raises ValueError where it is none.

    Files of a facilitator may have been written by hand: everything is checked, what is unknown is left out.
    """
    found = _table(raw)
    days = tuple(_day(item) for item in _list(found.get("days")))
    title = _text(found, "title", TITLE_LETTERS)
    if not title or not days or len(days) > agenda.DAYS_MOST:
        raise ValueError(key)
    stage = _number(found, "stage", 99) or 0
    return AgendaTemplate(key, title, _text(found, "words", TEXT_LETTERS), days, stage, own)


def raw_of(template: AgendaTemplate) -> dict[str, Any]:
    """Return a rundown as its JSON file holds it."""
    return {
        "title": template.title,
        "words": template.words,
        "stage": template.stage,
        "days": [
            {"start": day.start, "blocks": [_raw_block(block) for block in day.blocks]}
            for day in template.days
        ],
    }


def blocks_of(day: TemplateDay, date: str, worksheets: Mapping[str, RowId]) -> agenda.Day:
    """Return the blocks of a template day on an ISO date, without ids: in flow, lunch by the date.

    ``worksheets`` are the rows by code. The order of the blocks stands in ``pos``-less order.
    """
    made = [agenda.on_day(_block(item, place, worksheets), date) for place, item in enumerate(day.blocks)]
    return tuple(
        replace(item, id=NO_ROW)
        for item in agenda.fitted(agenda.flow(made, agenda.minute_of(day.start) or agenda.DAY_START))
    )


def template_from(title: str, days: Sequence[agenda.Day], codes: Mapping[RowId, str]) -> AgendaTemplate:
    """Return the rundown that stands in these days; ``codes`` are those of the worksheets by row.

    It keeps to what ``template_of`` reads, so that what was saved can always be used.
    """
    made = tuple(
        TemplateDay(
            agenda.clock_of(agenda.begins(day)),
            tuple(_told(item, codes) for item in day if not agenda.is_unplanned(item)),
        )
        for day in days
        if day
    )
    return AgendaTemplate("", title, "", made, own=True)


def _told(block: Session, codes: Mapping[RowId, str]) -> TemplateBlock:
    is_lunch = block.fixed and (block.start_plan, block.end_plan) in {agenda.LUNCH, agenda.FRIDAY_LUNCH}
    is_lunch = is_lunch and block.kind == "istirahat"
    friday = is_lunch and block.title == agenda.FRIDAY_TITLE
    return TemplateBlock(
        title=agenda.LUNCH_TITLE if friday else block.title.strip() or agenda.kind_words(block.kind),
        kind=block.kind or "materi",
        minutes=min(agenda.LONGEST, block.usual_minutes or agenda.minutes_of(block)),
        start=block.start_plan if block.fixed and not is_lunch else "",
        lunch=is_lunch,
        slack=_at_most(block.slack, _SLACK_MOST),
        speaker=block.speaker[:TEXT_LETTERS],
        place="",
        worksheet=codes.get(block.worksheet, ""),
        public=block.public[:TEXT_LETTERS],
        private=block.private[:TEXT_LETTERS],
        speak_minutes=_at_most(block.speak_minutes, _MINUTES_MOST),
        reply_minutes=_at_most(block.reply_minutes, _MINUTES_MOST),
    )


def _at_most(value: int | None, most: int) -> int | None:
    return None if value is None else max(0, min(most, value))


def _block(item: TemplateBlock, place: int, worksheets: Mapping[str, RowId]) -> Session:
    start, end = agenda.LUNCH if item.lunch else (item.start, "")
    begin = agenda.minute_of(start)
    if begin is None:
        # Its length is all that counts; where it begins is found by the flow of the day.
        start, end = "00:00", agenda.clock_of(item.minutes)
    elif not end:
        end = agenda.clock_of(begin + item.minutes)
    return Session(
        id=RowId(str(place)),
        title=item.title,
        kind=item.kind,
        start_plan=start,
        end_plan=end,
        fixed=begin is not None,
        slack=item.slack,
        speaker=item.speaker,
        place=item.place,
        worksheet=worksheets.get(item.worksheet, NO_ROW),
        public=item.public,
        private=item.private,
        speak_minutes=item.speak_minutes,
        reply_minutes=item.reply_minutes,
    )


def _raw_block(block: TemplateBlock) -> dict[str, Any]:
    every: dict[str, Any] = {
        "title": block.title,
        "kind": block.kind,
        "minutes": block.minutes,
        "start": block.start,
        "lunch": block.lunch,
        "slack": block.slack,
        "speaker": block.speaker,
        "place": block.place,
        "worksheet": block.worksheet,
        "public": block.public,
        "private": block.private,
        "speak_minutes": block.speak_minutes,
        "reply_minutes": block.reply_minutes,
    }
    return {name: value for name, value in every.items() if value}


def _day(raw: object) -> TemplateDay:
    found = _table(raw)
    start = _text(found, "start", 5) or agenda.clock_of(agenda.DAY_START)
    blocks = tuple(_template_block(item) for item in _list(found.get("blocks")))
    if agenda.minute_of(start) is None or not blocks or len(blocks) > DAY_BLOCKS:
        raise ValueError(start)
    return TemplateDay(start, blocks)


def _template_block(raw: object) -> TemplateBlock:
    found = _table(raw)
    title, kind, start = (_text(found, name, TEXT_LETTERS) for name in ("title", "kind", "start"))
    minutes = _number(found, "minutes", agenda.LONGEST)
    if not title or kind not in BLOCK_KINDS or not (minutes or found.get("lunch") is True):
        raise ValueError(title or kind)
    if start and agenda.minute_of(start) is None:
        raise ValueError(start)
    lines = {
        name: _text(found, name, TEXT_LETTERS)
        for name in ("speaker", "place", "worksheet", "public", "private")
    }
    return TemplateBlock(
        title,
        kind,
        minutes or 0,
        start,
        found.get("lunch") is True,
        _number(found, "slack", _SLACK_MOST),
        speak_minutes=_number(found, "speak_minutes", _MINUTES_MOST),
        reply_minutes=_number(found, "reply_minutes", _MINUTES_MOST),
        **lines,
    )


def _table(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise TypeError(type(raw).__name__)
    return raw


def _list(raw: object) -> Sequence[object]:
    return raw if isinstance(raw, list) else ()


def _text(found: Mapping[str, object], name: str, letters: int) -> str:
    value = found.get(name, "")
    if not isinstance(value, str) or len(value) > letters:
        raise ValueError(name)
    return value.strip()


def _number(found: Mapping[str, object], name: str, most: int) -> int | None:
    value = found.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError(name)
    return value
