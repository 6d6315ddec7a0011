"""The berita acara of groups and of the plenary, gathered."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.group import Group, Grouping
from smartcity_desktop.domain.group_report import group_summary, without, written
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import merged_words
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.paper_day import GroupRecord, GroupWork, Member, Plenary, present_words
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import has_answers, report_year, result
from smartcity_desktop.domain.turns import DELIVERED, works_with
from smartcity_desktop.domain.wording import day_of, number
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Worksheet
from smartcity_desktop.storage import group as group_query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.origin import merged_beside
from smartcity_desktop.storage.print_scope import DayScope, follow_ups, note_lines, person_signers
from smartcity_desktop.storage.print_stage import days_of, held_stage, meant_day, meant_grouping
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.subject import PROGRAMS

_LINKS: Final = " – "
_OFFICES: Final = ("Ketua kelompok,", "Notulis,", "Tenaga ahli,")
_GROUP_WORK: Final = "kelompok"


class Records:
    """Reads what the groups of one division did; ``ask.session`` limits it to one session."""

    def __init__(self, work: Gathering, ask: PrintAsk, *, whole: bool = False) -> None:
        """Find the division, its sessions and the day that the paper is dated.

        Without a day it is that of the last session that has begun; ``whole`` takes the sessions of all days.
        """
        self.work = work
        self.stage = held_stage(work, ask)
        self.grouping = meant_grouping(work, ask, self.stage)
        used = self._used(ask)
        day = ask.day or (used[-1].date if used else "")
        self.sessions = [item for item in used if whole or item.date == day] or used
        self.scope = DayScope(work, PrintAsk(stage=self.stage.id if self.stage else ask.stage, day=day))
        self.groups = group_query.groups(work.db, self.grouping.id) if self.grouping else []
        self._notes = [note for item in self.sessions for note in notes(work.db, session=item.id)]
        self._turns = [turn for item in self.sessions for turn in group_query.turns(work.db, item.id)]
        self._seats = group_query.seats(work.db, self.grouping.id) if self.grouping else []
        self._there = {item.person.id: item for item in self.scope.presences}

    def records(self, only: RowId) -> tuple[GroupRecord, ...]:
        """Return the record of one group or of all in their order."""
        return tuple(self.record(item) for item in self.groups if not only or item.id == only)

    def record(self, group: Group) -> GroupRecord:
        """Return what one group came to."""
        names = {item.id: item.name for item in self.work.opds}
        own = [item for item in self._notes if item.group == group.id]
        turns = [item for item in self._turns if item.group == group.id]
        delivered = dict.fromkeys(text for item in turns if (text := item.delivered.strip()))
        held = self._named()
        who = ((group.chair, ""), (group.scribe, ""), (NO_ROW, group.mentor))
        signers = [(words, *one) for words, one in zip(_OFFICES, who, strict=True)]
        return GroupRecord(
            called=_full_name(group),
            stage=self.scope.stage_words,
            session=held.title,
            day=day_of(self.scope.day),
            place=group.place or held.place or self.scope.place,
            table=group.table_no,
            agencies=tuple(names[row] for row in group.opds if row in names),
            members=self._members(group),
            work=self._work(group),
            delivered="; ".join(delivered),
            handed=bool(delivered) or any(item.state == DELIVERED for item in turns),
            decisions=tuple(item.text for item in own if item.kind == "keputusan"),
            follow_ups=follow_ups(own),
            signers=person_signers(self.work, signers),
        )

    def _used(self, ask: PrintAsk) -> list[Session]:
        """Return the sessions of the division, those that have begun alone where any has.

        Where one session is asked for it is that one.
        """
        known = sessions(self.work.db, self.stage.id) if self.stage else []
        if ask.session:
            return [item for item in known if item.id == ask.session]
        divisions = group_query.groupings(self.work.db)
        own = self.grouping.id if self.grouping else ""
        used = [item for item in known if own and works_with(item, known, divisions) == own]
        return [item for item in used if item.started_at] or used

    def _named(self) -> Session:
        """Return the session that the paper names: the last of group work, else the last of all."""
        working = [item for item in self.sessions if item.kind == _GROUP_WORK]
        return next(reversed(working or self.sessions), Session())

    def _members(self, group: Group) -> tuple[Member, ...]:
        seated = {item.person for item in self._seats if item.group == group.id}
        counted = any(item.state for item in self._there.values())
        return tuple(
            Member(
                item.person.name,
                item.person.position,
                item.agency,
                _came(item) if counted else "",
                called=item.opd,
            )
            for row, item in self._there.items()
            if row in seated
        )

    def _work(self, group: Group) -> tuple[GroupWork, ...]:
        wanted = {item.worksheet for item in self.sessions if item.worksheet}
        found: list[GroupWork] = []
        for sheet in (item for item in self.work.worksheets if item.id in wanted):
            if sheet.filled_by == BY_DIMENSION and group.dimension:
                found.append(self._of_dimension(sheet, group.dimension))
            if sheet.filled_by == BY_OPD:
                found += self._of_agencies(sheet, group.opds)
        return tuple(found)

    def _of_dimension(self, sheet: Worksheet, party: RowId) -> GroupWork:
        whole = written(grid_of(self.work.store, sheet.id, party))
        grid = without(whole, merged_beside(self.work.db, sheet.target, sheet.id))
        return _rows(grid, "", len(whole.rows) - len(grid.rows))

    def _of_agencies(self, sheet: Worksheet, opds: Sequence[RowId]) -> list[GroupWork]:
        found: list[GroupWork] = []
        for agency in (item for item in self.work.opds if item.id in opds):
            grid = grid_of(self.work.store, sheet.id, agency.id)
            if not has_answers(grid):
                continue
            if sheet.rows_from != PROGRAMS:
                found.append(_rows(written(grid), agency.called))
                continue
            own = result(agency, grid, report_year(self.work.workshop.year, [grid]))
            told = f"{number(own.relevant or 0)} dari {number(own.programs or 0)} program relevan"
            points = (told, *(f"Usulan quick win: {text}" for text in own.quick_wins))
            done = sum(1 for row in grid.counted if row.values.get("relevant"))
            found.append(GroupWork(sheet.code, sheet.title, agency.called, len(grid.counted), done, points))
        return found


def _rows(grid: Grid, whose: str, merged: int = 0) -> GroupWork:
    own = group_summary([grid]).results[0]
    points = (
        *(_LINKS.join(text for text in row if text) for row in own.top),
        *((merged_words(merged),) if merged else ()),
    )
    return GroupWork(grid.worksheet.code, grid.worksheet.title, whose, own.rows, own.complete, points)


def _full_name(group: Group) -> str:
    """Return ``GOV Smart Governance``, or the name alone where it holds the code already."""
    code = "" if group.name.casefold().startswith(group.code.casefold()) else group.code
    return f"{code} {group.name}".strip() or group.code or "Kelompok"


def _came(item: Presence) -> str:
    return item.words if item.is_there else "tidak hadir"


def _groups(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather one berita acara for each group; without any there is one to be written on."""
    found = Records(work, ask)
    blank = GroupRecord(stage=found.scope.stage_words, signers=tuple(Signer(words) for words in _OFFICES))
    records = found.records(ask.group) or (blank,)
    one = f" {records[0].called}" if ask.group else ""
    name = f"Berita acara kelompok{one} {found.scope.day}".strip()
    return PrintJob("berita-acara-kelompok", name, work.frame(found.stage, ""), picture=records)


def _plenary(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the berita acara of the plenary: of today, else of the last day that was held."""
    stage = held_stage(work, ask)
    days = days_of(work, stage)
    day = meant_day(work, ask, stage)
    scope = DayScope(work, PrintAsk(stage=stage.id if stage else ask.stage, day=day))
    grouping: Grouping | None = meant_grouping(work, ask, stage)
    wanted = PrintAsk(stage=scope.stage_row, grouping=grouping.id if grouping else ask.grouping)
    groups = Records(work, wanted, whole=True).records(ask.group)
    of_stage = _stage_notes(work, scope, days)
    picture = Plenary(
        stage=scope.stage_words,
        title=stage.title if stage else "",
        day=day_of(day),
        place=scope.place,
        present=present_words(scope.presences, work.words),
        groups=groups,
        decisions=note_lines(work, of_stage, "keputusan"),
        follow_ups=follow_ups(of_stage),
        signers=_plenary_signers(work, groups, ask.signer),
    )
    name = f"Berita acara pleno {scope.stage_words}".strip()
    return PrintJob("berita-acara-pleno", name, work.frame(stage, ""), picture=picture)


def _stage_notes(work: Gathering, scope: DayScope, days: Sequence[str]) -> list[Note]:
    """Return the notes of all days of a stage, in the order of the sessions."""
    held = {item.id: at for at, item in enumerate(sessions(work.db, scope.stage.id if scope.stage else None))}
    known = [
        item
        for item in notes(work.db)
        if item.session in held or (not item.session and item.made_at[:10] in days)
    ]
    return sorted(known, key=lambda item: held.get(item.session, len(held)))


def _plenary_signers(work: Gathering, groups: Sequence[GroupRecord], asked: RowId) -> tuple[Signer, ...]:
    """Return the signers of the workshop (Kadis Kominfo, tenaga ahli), then the chair of each group."""
    chairs = [
        Signer(f"Ketua {item.called},", name=one.name, rank=one.rank, nip=one.nip)
        for item in groups
        for one in item.signers[:1]
    ]
    own = work.signers("berita-acara-pleno", asked) or (
        Signer("", position="Kepala Dinas Komunikasi dan Informatika"),
        Signer("Tenaga ahli,"),
    )
    return (*own, *chairs)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    "berita-acara-kelompok": _groups,
    "berita-acara-pleno": _plenary,
}
