"""Letters that ask an agency for data or remind it, and the attachment to the invitation."""

from typing import Final

from smartcity_desktop.domain import paper_request as paper
from smartcity_desktop.domain.paper_agenda import AgendaDay
from smartcity_desktop.domain.paper_request import DOTS, InvitationPicture, NobodyReminded, RequestLetter
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, long_date, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    identity,
    line,
    paragraphs,
    plain,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.ending import Body, closed
from smartcity_desktop.reporting.letter import dateline, letterhead, signed

_SHORT: Final = 400
_DONE: Final = "☑ Sudah ada"
_OPEN: Final = "☐ Belum"
_EMPTY_ROWS: Final = 10
_EMPTY_BRING: Final = 5
_LABELS: Final = ("Nomor", "Sifat", "Lampiran")


def parts(job: PrintJob) -> list[page.Part]:
    """Return the letter or the attachment of a gathered job."""
    picture = job.picture
    if isinstance(picture, InvitationPicture):
        title = f"Lampiran undangan {job.frame.stage_name}".strip()
        frame = page.Paper(title=title, label=title, running=(_event(job.frame), "Lampiran undangan"))
        return [page.Part(lambda: _invitation(picture, job.frame), frame, job.frame, title)]
    if isinstance(picture, RequestLetter):
        title = f"{picture.subject} {picture.called}".strip()
        frame = page.Paper(title=title, label=title, running=(picture.subject, picture.called))
        return [page.Part(lambda: _letter(picture, job.frame), frame, job.frame, title)]
    told = page.Paper(title=job.name, label=job.name)
    host = picture.host if isinstance(picture, NobodyReminded) else ""
    return [page.Part(lambda: _nobody(job, host), told, job.frame, job.name)]


def _event(frame: PrintFrame) -> str:
    return capped(frame.workshop_title, 300)


# Letters ---------------------------------------------------------------------------------------------------


def _letter(letter: RequestLetter, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    to = f"Yth. {letter.to}" if letter.to else f"Yth. {DOTS}{DOTS}"
    facts = [*((label, "…" * 9) for label in _LABELS), ("Hal", letter.subject)]
    say = frame.words.say
    asked = [*letter.lines, *[paper.AskedLine("")] * (0 if letter.lines else 3)]
    return [
        *letterhead(frame.letterhead, total),
        dateline(frame.city, (letter.day or frame.printed_at.date()).year, total),
        gap(4),
        identity(facts, total),
        gap(12),
        *paragraphs(capped(to, _SHORT)),
        line(f"di {capped(frame.city, 200) or DOTS}"),
        gap(10),
        *(block for text in paper.opening(letter) for block in paragraphs(say(text))),
        gap(5),
        _asked(asked, total),
        gap(7),
        *(block for text in paper.closing(letter) for block in paragraphs(say(text))),
        together(signed(letter.signer, total)),
    ]


def _asked(lines: "list[paper.AskedLine]", total: float) -> Block:
    columns = [
        Column("No", 9, "right"),
        Column("Data yang diminta", 60),
        Column("Keterangan", 78),
        Column("Keadaan", 26, whole=True),
    ]
    rows = [
        [
            number(place),
            capped(item.title, _SHORT),
            capped(item.note, _SHORT),
            _DONE if item.there else _OPEN,
        ]
        for place, item in enumerate(lines, start=1)
    ]
    return table(columns, rows, total)


def _nobody(job: PrintJob, host: str) -> list[Block]:
    """Return the page in the place of reminders where nothing is missing, or of the ``host`` alone."""
    told = job.frame.words.say(
        "Semua OPD sudah melengkapi data yang diminta. Tidak ada yang perlu diingatkan."
    )
    if host:
        said = (
            "Semua OPD lain sudah melengkapi data yang diminta. "
            "Yang belum lengkap hanya {host}, penyelenggara."
        )
        told = job.frame.words.say(said).format(host=capped(host, _SHORT))
    return [line(job.name.upper(), style.TITLE), gap(10), *paragraphs(told, style.BODY_CENTER)]


# The attachment to the invitation --------------------------------------------------------------------------


def _invitation(picture: InvitationPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)

    def end() -> list[list[Block]]:
        return [[*_until(picture, frame), *signed(picture.signer, sheet.body_width)]]

    return closed(lambda: _invited_to(picture, frame, sheet.body_width), end, sheet)


def _invited_to(picture: InvitationPicture, frame: PrintFrame, total: float) -> Body:
    """Return everything of the attachment above the place to sign."""
    numbered = [("Lampiran surat", "undangan"), ("Nomor", DOTS), ("Tanggal", DOTS)]
    half = total * 0.5
    above = [
        *letterhead(frame.letterhead, total),
        plain([["", identity(numbered, half)]], (total - half, half)),
        gap(8),
        line("Lampiran undangan".upper(), style.TITLE),
        *paragraphs(capped(picture.title, 500), style.SUBTITLE),
        gap(4),
        *section("A. Acara"),
        *_facts(picture, frame, total),
        *section("B. Susunan acara singkat"),
        *_agenda(picture, frame, total),
        *section("C. Yang diundang"),
        _invited(picture, frame, total),
    ]
    return Body(above, section("D. Yang perlu dibawa"), [_bring(picture, total)])


def _facts(picture: InvitationPicture, frame: PrintFrame, total: float) -> list[Block]:
    facts = [("Nama acara", capped(frame.workshop_title or picture.title, 500))]
    if picture.purpose:
        facts.append(("Tujuan", capped(picture.purpose, 900)))
    places = list(dict.fromkeys(capped(day.place, 300) for day in picture.days if day.place.strip()))
    for day in picture.days:
        name = "Hari, tanggal" if len(picture.days) == 1 else f"Hari {day.number}"
        facts.append((name, _day_words(day, frame, place=len(places) > 1)))
    if picture.days and len(places) <= 1:
        facts.append(("Tempat", next(iter(places), DOTS)))
    if not picture.days:
        facts.extend([("Hari, tanggal", DOTS), ("Tempat", DOTS)])
    return [identity(facts, total)]


def _day_words(day: AgendaDay, frame: PrintFrame, *, place: bool) -> str:
    when = long_date(day.day) if day.day else DOTS
    start = next((item.start for item in day.lines), "")
    time = f"pukul {start} {frame.zone} sampai selesai" if start else f"pukul {DOTS}"
    where = capped(day.place, 300) if place else ""
    return ", ".join(text for text in (when, time, where) if text)


def _agenda(picture: InvitationPicture, frame: PrintFrame, total: float) -> list[Block]:
    found: list[Block] = []
    columns = [Column(f"Pukul ({frame.zone})", 30, "center", whole=True), Column("Acara", 145)]
    for day in picture.days:
        if day.lines:
            rows = [[item.span, capped(item.title, _SHORT)] for item in day.lines]
            found += [gap(3), line(long_date(day.day), style.SMALL_BOLD), gap(2)]
            found += [table(columns, rows, total), gap(4)]
    return found or paragraphs("Susunan acara disampaikan kemudian.")


def _invited(picture: InvitationPicture, frame: PrintFrame, total: float) -> Block:
    if picture.by_name:
        columns = [
            Column("No", 9, "right"),
            Column("Nama", 66),
            Column("Jabatan", 45),
            Column(frame.words.opd, 55),
        ]
        rows = [
            [number(place), *(capped(text, _SHORT) for text in (item.name, item.position, item.origin))]
            for place, item in enumerate(picture.invited, start=1)
        ]
    else:
        columns = [
            Column("No", 9, "right"),
            Column("Instansi", 140),
            Column("Peserta", 26, "center", whole=True),
        ]
        rows = [
            [
                number(place),
                capped(item.name, _SHORT),
                f"{number(item.people)} orang" if item.people else EMPTY,
            ]
            for place, item in enumerate(picture.invited, start=1)
        ]
    blank = [[number(place), *[""] * (len(columns) - 1)] for place in range(1, _EMPTY_ROWS + 1)]
    return table(columns, rows or blank, total)


def _bring(picture: InvitationPicture, total: float) -> Block:
    rows = [[forms.TICK, capped(text, _SHORT)] for text in picture.bring or ("",) * _EMPTY_BRING]
    return table([Column("", 8, "center"), Column("", 160)], rows, total, headed=False)


def _until(picture: InvitationPicture, frame: PrintFrame) -> list[Block]:
    until = (
        f"Data dapat dikirim lebih dahulu kepada {picture.host or 'panitia'} paling lambat "
        f"{long_date(picture.due)}."
        if picture.due
        else ""
    )
    return [gap(4), *paragraphs(frame.words.say(until), style.SMALL)]
