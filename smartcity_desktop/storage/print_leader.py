"""Papers for those who lead, gathered: one page for an agency or the region, a recap for the ministry."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.dossier import leader
from smartcity_desktop.domain.initiative import Initiative, total
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_leader import (
    AGENCY_PAGE,
    MINISTRY,
    REGION_PAGE,
    LeaderColumn,
    LeaderPage,
    LeaderTable,
)
from smartcity_desktop.domain.paper_recap import RecapPaper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.domain.quickwin_sheet import QuickWinSheet, progress_words
from smartcity_desktop.domain.register import KIND_WORDS, RENSTRA, STATE_WORDS, numbered
from smartcity_desktop.domain.wording import day_of, label, long_date, number, short_date, stage_name
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.duty import duties
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.leader import Leaders

_PLACE: Final = LeaderColumn("No", 8, "right")
_TOP: Final = 2
_SEVERAL: Final = 6
_NO_DIMENSION: Final = "Dimensi belum dipilih"


# One agency ------------------------------------------------------------------------------------------------


def _agencies(work: Gathering, ask: PrintAsk) -> PrintJob:
    known = Leaders(work)
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(AGENCY_PAGE, file_name(AGENCY_PAGE, item.called), frame, picture=_agency(known, work, item))
        for item in work.opds
        if not ask.opd or item.id == ask.opd
    )
    if len(jobs) == 1:
        return jobs[0]
    found = kind_of(AGENCY_PAGE)
    name = work.words.say(found.title if found else AGENCY_PAGE)
    return PrintJob(AGENCY_PAGE, name, frame, jobs=jobs, picture=None if jobs else LeaderPage(name))


def _agency(known: Leaders, work: Gathering, agency: Opd) -> LeaderPage:
    say = work.words.say
    told = known.recaps.of_opd(agency)
    own = [item for item in known.programs if item.opd == agency.id]
    homes = {item.dimension: known.codes.get(item.dimension, "") for item in own if item.dimension}
    usual = known.codes.get(agency.dimension, "")
    others = [name for name in homes.values() if name and name != usual]
    ours = ", ".join(dict.fromkeys(text for text in (usual, *others) if text))
    facts = (
        (say("Kepala OPD"), leader(agency).name),
        (say("Dimensi"), _named_dimensions(known, ours)),
        ("Program Renstra", told.programs_told),
        ("Mendukung", _supported(known, agency)),
    )
    return LeaderPage(
        agency.name,
        " · ".join(text for text in (work.workshop.title, _period(work)) if text),
        facts,
        (_programs(known, own, say), wins_table(known, known.wins(opd=agency.id), say), _promises(told)),
        one_page=True,
    )


def _named_dimensions(known: Leaders, codes: str) -> str:
    names = {item.code or item.name: item.called for item in known.dimensions}
    return ", ".join(names.get(code, code) for code in codes.split(", ") if code)


def _supported(known: Leaders, agency: Opd) -> str:
    """Return the programs of others that an agency supports, each with whose it is."""
    found = [
        f"{' '.join(item.name.split())} ({known.names.get(item.opd, '–')})"
        for item in known.programs
        if agency.id in item.support and item.opd != agency.id
    ]
    more = f"; dan {number(len(found) - _SEVERAL)} lainnya" if len(found) > _SEVERAL else ""
    return "; ".join(found[:_SEVERAL]) + more


def _programs(known: Leaders, own: list[Initiative], say: Callable[[str], str]) -> LeaderTable:
    rows = tuple(
        (
            number(place),
            " ".join(item.name.split()),
            known.codes.get(item.dimension, ""),
            label("horizon", item.horizon),
            item.span,
            item.money.told if item.money else "",
        )
        for place, item in enumerate(own, start=1)
    )
    columns = (
        _PLACE,
        LeaderColumn("Program Smart City", 78),
        LeaderColumn(say("Dimensi"), 18),
        LeaderColumn("Jangka", 20),
        LeaderColumn("Tahun", 22),
        LeaderColumn("Perkiraan biaya", 30, "right"),
    )
    note = f"Perkiraan biaya: {total(own).told}." if own else ""
    title = f"Program kita ({number(len(own))})"
    empty = "Belum ada Program Smart City yang menjadi tanggung jawab kita."
    return LeaderTable(title, columns, rows, empty, note, more="program")


def wins_table(known: Leaders, wins: list[QuickWinSheet], say: Callable[[str], str]) -> LeaderTable:
    """Return quick wins with whose they are and how far."""
    rows = tuple(
        (
            number(place),
            " ".join(item.candidate.name.split()),
            known.codes.get(item.candidate.dimension, ""),
            known.names.get(item.candidate.opd, ""),
            progress_words(item),
        )
        for place, item in enumerate(wins, start=1)
    )
    columns = (
        _PLACE,
        LeaderColumn("Quick win", 92),
        LeaderColumn(say("Dimensi"), 20),
        LeaderColumn(say("OPD"), 34),
        LeaderColumn("Progres", 20, "right"),
    )
    return LeaderTable(
        f"Quick win ({number(len(rows))})", columns, rows, "Belum ada quick win terpilih.", more="quick win"
    )


def _promises(told: RecapPaper) -> LeaderTable:
    rows = tuple(
        (
            number(place),
            item.text,
            short_date(item.due) if item.due else "",
            f"{item.state} (lewat batas)" if item.late else item.state,
        )
        for place, item in enumerate(told.promises, start=1)
    )
    columns = (
        _PLACE,
        LeaderColumn("Yang kita janjikan", 108),
        LeaderColumn("Batas", 26),
        LeaderColumn("Keadaan", 30),
    )
    kept = f"{number(told.kept)} janji sudah selesai. " if told.kept else ""
    return LeaderTable(
        f"Janji yang belum selesai ({number(len(rows))})",
        columns,
        rows,
        "Tidak ada janji yang belum selesai." if told.kept else "Belum ada janji yang ditulis.",
        kept + told.owed_told,
        more="janji",
    )


# The region ------------------------------------------------------------------------------------------------


def _region(work: Gathering, _ask: PrintAsk) -> PrintJob:
    known, say = Leaders(work), work.words.say
    whole = total(known.programs)
    facts = (
        ("Visi smart city", known.vision),
        ("Program", f"{number(whole.count)} Program Smart City; {whole.told}" if whole.count else ""),
        ("Hadir", "; ".join(_stage_there(known, say))),
        ("Indeks evaluasi", f"{known.index}, perkiraan sendiri" if known.index else ""),
    )
    found = kind_of(REGION_PAGE)
    title = found.title if found else REGION_PAGE
    page = LeaderPage(
        title,
        " · ".join(
            text for text in (f"Masterplan Smart City {work.workshop.region_name}", _period(work)) if text
        ),
        facts,
        (_by_dimension(known, say), _follow(work)),
        one_page=True,
        broad=True,
    )
    return PrintJob(REGION_PAGE, title, work.frame(None, ""), picture=page)


def _stage_there(known: Leaders, say: Callable[[str], str]) -> list[str]:
    """Return for every stage how many came on its fullest day."""
    found = []
    for stage in known.work.stages:
        own = [item for item in known.days if item.stage.id == stage.id]
        if own:
            best = max(own, key=lambda item: item.counted.whole.there)
            agencies = {line.name for line in best.counted.by_opd if line.there} & {
                item.name for item in known.work.opds
            }
            came = f"{number(best.counted.whole.there)} orang dari {number(len(agencies))}"
            found.append(f"Tahap {stage_name(stage.number or 0)} {came} {say('OPD')}")
    return found


def _by_dimension(known: Leaders, say: Callable[[str], str]) -> LeaderTable:
    columns = (
        LeaderColumn(say("Dimensi"), 30),
        LeaderColumn("Isu utama", 66),
        LeaderColumn("Sasaran RPJMD yang dijawab", 62),
        LeaderColumn("Program", 17, "right"),
        LeaderColumn("Quick win", 54),
        LeaderColumn(say("OPD hadir"), 20, "right"),
    )
    rows = [_dimension_row(known, item) for item in known.dimensions]
    if known.homeless or known.homeless_wins:
        wins = "\n".join(" ".join(win.candidate.name.split()) for win in known.homeless_wins)
        rows.append((say(_NO_DIMENSION), "", "", number(len(known.homeless)), wins, ""))
    return LeaderTable(f"Menurut {say('dimensi')}", columns, tuple(rows), "Belum ada dimensi.", whole=True)


def _dimension_row(known: Leaders, item: Dimension) -> tuple[str, ...]:
    told = known.recaps.of_dimension(item)
    there, whole = known.agencies_there(item.id)
    return (
        item.called,
        "\n".join(issue.text for issue in told.issues[:_TOP]),
        "\n".join(known.goals(item.id)),
        number(sum(1 for program in known.programs if program.dimension == item.id)),
        "\n".join(" ".join(win.candidate.name.split()) for win in known.wins(dimension=item.id)),
        f"{number(there)} dari {number(whole)}" if whole else "",
    )


def _follow(work: Gathering) -> LeaderTable:
    """Return what has to follow and is not done yet, the most pressing first."""
    names = {item.id: item.called for item in work.opds}
    rows = tuple(
        (
            number(place),
            " ".join(item.text.split()),
            names.get(item.opd, "") or item.who,
            short_date(day_of(item.due)) if item.due else str(item.year or ""),
        )
        for place, item in enumerate((one for one in duties(work.db) if not one.is_done), start=1)
    )
    columns = (
        _PLACE,
        LeaderColumn("Yang harus menyusul", 150),
        LeaderColumn("Penanggung jawab", 50),
        LeaderColumn("Batas", 26),
    )
    empty = "Belum ada tindak lanjut masterplan yang ditulis."
    return LeaderTable("Tindak lanjut", columns, rows, empty, more="tindak lanjut")


# The ministry ----------------------------------------------------------------------------------------------


def _ministry(work: Gathering, _ask: PrintAsk) -> PrintJob:
    known, say, shop = Leaders(work), work.words.say, work.workshop
    spans = [
        f"Tahap {stage_name(stage.number or 0)}: {_days_told(days)}" for stage, days in known.spans if days
    ]
    facts = (
        ("Daerah", " · ".join(text for text in (shop.region_name, shop.region_code) if text)),
        ("Provinsi", shop.province),
        ("Masa masterplan", _period(work)),
        ("Nota kesepakatan", shop.mou),
        ("Bimtek", "; ".join(spans)),
        ("Indeks evaluasi", f"{known.index}, perkiraan sendiri" if known.index else ""),
    )
    found = kind_of(MINISTRY)
    title = found.title if found else MINISTRY
    wins = wins_table(known, known.wins(), say)
    tables = (
        _attendance(known, say),
        counts_table(known, say),
        wins,
        _program_list(known, say),
        _papers(work),
    )
    page = LeaderPage(title, shop.title, facts, tables)
    return PrintJob(MINISTRY, title, work.frame(None, ""), picture=page)


def _attendance(known: Leaders, say: Callable[[str], str]) -> LeaderTable:
    agencies = {item.name for item in known.work.opds}
    rows = []
    for item in known.days:
        whole = item.counted.whole
        outside = ", ".join(
            f"{line.name} {number(line.there)}"
            for line in item.counted.by_element
            if line.there and line.name != label("element", "pemerintah")
        )
        rows.append(
            (
                f"{stage_name(item.stage.number or 0)}-{item.number}",
                short_date(day_of(item.day)),
                number(whole.expected),
                number(whole.there),
                percent(whole.share),
                number(sum(1 for line in item.counted.by_opd if line.there and line.name in agencies)),
                outside,
            )
        )
    columns = (
        LeaderColumn("Tahap", 16),
        LeaderColumn("Tanggal", 24),
        LeaderColumn("Terdaftar", 20, "right"),
        LeaderColumn("Hadir", 16, "right"),
        LeaderColumn("% hadir", 18, "right"),
        LeaderColumn(say("OPD"), 14, "right"),
        LeaderColumn("Unsur di luar pemerintah", 62),
    )
    return LeaderTable("Kehadiran", columns, tuple(rows), "Kehadiran belum dicatat.")


def counts_table(known: Leaders, say: Callable[[str], str]) -> LeaderTable:
    """Return the programs of every dimension by horizon, with quick wins and costs."""
    horizons = ("pendek", "menengah", "panjang", "")
    rows = []
    for item in known.dimensions:
        own = [program for program in known.programs if program.dimension == item.id]
        spans = [sum(1 for program in own if program.horizon == key) for key in horizons]
        wins = len(known.wins(dimension=item.id))
        rows.append((item.called, *map(number, (len(own), *spans, wins)), total(own).shortly if own else ""))
    if known.homeless or known.homeless_wins:
        spans = [sum(1 for program in known.homeless if program.horizon == key) for key in horizons]
        counts = map(number, (len(known.homeless), *spans, len(known.homeless_wins)))
        costs = total(known.homeless).shortly if known.homeless else ""
        rows.append((say(_NO_DIMENSION), *counts, costs))
    figures = [[int(cell.replace(".", "")) for cell in row[1:-1]] for row in rows]
    sums = (
        "Jumlah",
        *(number(sum(column)) for column in zip(*figures, strict=True)),
        total(known.programs).shortly,
    )
    columns = (
        LeaderColumn(say("Dimensi"), 44),
        LeaderColumn("Program", 18, "right"),
        *(LeaderColumn(label("horizon", key) if key else "Belum disebut", 19, "right") for key in horizons),
        LeaderColumn("Quick win", 16, "right"),
        LeaderColumn("Perkiraan biaya", 40, "right"),
    )
    title = f"Program menurut {say('dimensi')}"
    return LeaderTable(title, columns, tuple(rows), sums=sums if rows else ())


def _program_list(known: Leaders, say: Callable[[str], str]) -> LeaderTable:
    rows = tuple(
        (
            number(place),
            known.codes.get(item.dimension, ""),
            " ".join(item.name.split()),
            known.names.get(item.opd, ""),
            label("horizon", item.horizon),
            item.span,
        )
        for place, item in enumerate(known.programs, start=1)
    )
    columns = (
        _PLACE,
        LeaderColumn(say("Dimensi"), 18),
        LeaderColumn("Program Smart City", 84),
        LeaderColumn(say("OPD penanggung jawab"), 34),
        LeaderColumn("Jangka", 20),
        LeaderColumn("Tahun", 22),
    )
    return LeaderTable("Daftar program", columns, rows, "Belum ada Program Smart City.")


def _papers(work: Gathering) -> LeaderTable:
    found = [item for item in documents(work.db) if item.kind != RENSTRA]
    rows = tuple(
        (
            KIND_WORDS.get(item.kind, item.kind),
            " ".join(item.title.split()),
            numbered(item),
            STATE_WORDS.get(item.status, ""),
        )
        for item in found
    )
    read = sum(1 for item in documents(work.db) if item.kind == RENSTRA)
    columns = (
        LeaderColumn("Jenis", 26),
        LeaderColumn("Judul", 88),
        LeaderColumn("Nomor, tahun", 40),
        LeaderColumn("Status", 20),
    )
    note = f"Renstra yang dibaca: {number(read)}." if read else ""
    return LeaderTable("Dokumen daerah", columns, rows, "Belum ada dokumen daerah.", note)


def _period(work: Gathering) -> str:
    shop = work.workshop
    return f"{shop.period_start}–{shop.period_end}" if shop.period_start and shop.period_end else ""


def _days_told(days: tuple[str, ...]) -> str:
    first, last = day_of(days[0]), day_of(days[-1])
    if first == last:
        return long_date(first, weekday=False)
    return f"{short_date(first)} s.d. {short_date(last)}"


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    AGENCY_PAGE: _agencies,
    REGION_PAGE: _region,
    MINISTRY: _ministry,
}
