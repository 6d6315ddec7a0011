"""Programs smart city on paper: the list with its sums, a sheet for each, what each agency still owes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.entity import FUNDS, HORIZONS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.initiative import GAPS, Initiative, InitiativeBoard, Named, period_words, total
from smartcity_desktop.domain.initiative_facts import (
    FUND_WORDS,
    NO_YEAR,
    OF_ACTIONS,
    SEVERAL_FUNDS,
    UNDATED,
    Range,
    Sum,
)
from smartcity_desktop.domain.wording import EMPTY, label, money, number

LIST: Final = "daftar-program"
SHEET: Final = "lembar-program"
OWED: Final = "kekurangan-program"
BY_OPD: Final = "opd"
INITIATIVE_KINDS: Final = (
    (
        *(LIST, "Daftar Program Smart City", "Sesudah", ""),
        *("Program, OPD, jangka, indikator, dana, dan biaya, dengan jumlahnya", "", False, "initiative"),
        (("", "Per dimensi"), (BY_OPD, "Per OPD")),
    ),
    (
        *(SHEET, "Lembar Program Smart City", "Sesudah", "opd"),
        *("Satu lembar setiap program: isi, biaya, indikator, mitra, asal", "Lembar program", False),
        "initiative",
    ),
    (
        *(OWED, "Kekurangan program per OPD", "Malam", "opd"),
        *("Apa yang masih kurang pada program setiap OPD, untuk dibawa pulang", "Kekurangan program", False),
        "initiative",
    ),
)
"""The three kinds of print as ``print_job.PrintKind`` takes them."""
_NO_OPD: Final = "OPD penanggung jawab belum dipilih"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One program in the list; money in whole rupiah."""

    name: str
    about: str = ""
    place: str = ""
    opd: str = ""
    when: str = ""
    indicator: str = ""
    fund: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Programs that belong together, and what they come to."""

    name: str
    told: str
    rows: tuple[ListRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line of a table of sums: of what, how many, how many with a price, what these come to."""

    name: str
    count: str
    priced: str
    cost: str


@dataclass(frozen=True, slots=True)
class InitiativeListPaper:
    """The list, with the sums by horizon, source of money and year."""

    title: str = ""
    told: str = ""
    groups: tuple[ListGroup, ...] = ()
    sums: tuple[tuple[str, tuple[SumRow, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeSheetPaper:
    """One program whole: ``head`` and ``texts`` as labels with values, tables by year, links by kind."""

    name: str = ""
    code: str = ""
    head: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    years: tuple[str, ...] = ()
    costs: tuple[tuple[str, str], ...] = ()
    indicators: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One program and what it lacks, in words."""

    name: str
    place: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwedPaper:
    """What the programs of one agency still lack."""

    name: str = ""
    told: str = ""
    rows: tuple[OwedRow, ...] = ()
    whole: tuple[str, ...] = ()


Say = Callable[[str], str]


def list_paper(board: InitiativeBoard, say: Say, *, by_opd: bool) -> InitiativeListPaper:
    """Return the list as it is printed, by dimension or by agency."""
    homes = board.by_opd() if by_opd else board.by_dimension()
    whole = total(board.used)
    return InitiativeListPaper(
        "Daftar Program Smart City",
        f"{number(whole.count)} program · {number(whole.whole)} lengkap · {whole.told}",
        tuple(_group(board, home, own, say) for home, own in homes),
        tuple((title, rows) for title, rows in _sums(board, say) if rows),
    )


def _group(board: InitiativeBoard, home: Named, own: tuple[Initiative, ...], say: Say) -> ListGroup:
    told = total(own)
    name = home.called if home.id else say(home.called or _NO_OPD)
    return ListGroup(
        name, f"{number(told.count)} program · {told.told}", tuple(_list_row(board, item) for item in own)
    )


def _list_row(board: InitiativeBoard, item: Initiative) -> ListRow:
    when = "\n".join(part for part in (label("horizon", item.horizon), item.span) if part != EMPTY)
    return ListRow(
        item.called,
        item.description,
        board.place(item),
        board.opd_name(item),
        when,
        "\n".join(one.told for one in item.indicators),
        ", ".join(FUND_WORDS[key] for key in FUNDS if key in item.fund),
        range_words(item.money),
    )


def range_words(found: Range | None) -> str:
    """Return whole rupiah for a cell: one figure, or two below each other."""
    if found is None:
        return ""
    return found.exact.replace("–", "–\n")


def _sums(board: InitiativeBoard, say: Say) -> list[tuple[str, tuple[SumRow, ...]]]:
    horizons = {key: label("horizon_long", key) for key in HORIZONS}
    funds = {**FUND_WORDS, SEVERAL_FUNDS: "Beberapa sumber"}
    places = tuple(_sum_row(home.called, total(own)) for home, own in board.by_dimension())
    years = tuple(_sum_row(item.name, item) for item in board.by_year().values() if item.count)
    return [
        (say("Menurut dimensi"), places),
        ("Menurut jangka", _named(board.by_horizon(), horizons, "Belum dipilih")),
        ("Menurut sumber dana", _named(board.by_fund(), funds, "Belum dipilih")),
        ("Menurut tahun", years),
    ]


def _named(found: list[Sum], words: Mapping[str, str], nothing: str) -> tuple[SumRow, ...]:
    return tuple(_sum_row(words.get(item.key, nothing), item) for item in found)


def _sum_row(name: str, item: Sum) -> SumRow:
    cost = range_words(item.money).replace("\n", "") if item.priced else ""
    return SumRow(name, number(item.count), number(item.priced), cost)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What the sheet of a program names: rows it is linked to by field, agencies, and where it comes from."""

    links: Mapping[str, tuple[str, ...]]
    support: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    innovation: tuple[str, ...] = ()
    grade: str = ""
    origin: tuple[str, ...] = ()
    where: str = ""


_LINKS: Final[Mapping[str, str]] = {
    "point": "RPJMD atau RPD",
    "issue": "Isu daerah yang dijawab",
    "strategy": "Strategi TOWS",
    "document": "Dokumen dan peraturan",
    "after": "Program yang harus ada dahulu",
}


def sheet_paper(
    board: InitiativeBoard, item: Initiative, words: SheetWords, say: Say
) -> InitiativeSheetPaper:
    """Return the sheet of one program."""
    home, sub = board.dimension(item.dimension), board.subdimensions.get(item.subdimension)
    place = " / ".join(part for part in (home.called if home else "", sub.called if sub else "") if part)
    head = (
        (say("Dimensi"), place),
        (say("OPD penanggung jawab"), board.opds.get(item.opd, "")),
        (say("OPD pendukung"), ", ".join(words.support)),
        ("Jenis inovasi", ", ".join(words.innovation)),
        ("Jangka", label("horizon_long", item.horizon) if item.horizon else ""),
        ("Tahun", item.span if item.year_start or item.year_end else ""),
        ("Sumber dana", ", ".join(FUND_WORDS[key] for key in FUNDS if key in item.fund)),
        ("Perkiraan biaya", _whole_cost(item)),
        ("Mitra", "; ".join(part for part in (item.partners, ", ".join(words.elements)) if part)),
        ("Asal", "\n".join(words.origin)),
        ("Lembar", words.where),
    )
    grade = f" (derajat bukti: {words.grade.lower()})" if words.grade else ""
    texts = (
        ("Uraian", item.description),
        ("Masalah yang dijawab", item.problem),
        ("Pemakai", item.users),
        ("Langkah pertama (90 hari)", item.first_step),
        ("Risiko", item.risk),
        ("Jawaban atas risiko", item.mitigation),
        ("Hambatan", item.obstacle),
        ("Prasyarat", item.needs),
        ("Aturan yang diperlukan", item.regulation),
        ("Bukti", f"{item.evidence}{grade}" if item.evidence.strip() else ""),
        ("Catatan", item.note),
    )
    keys = sorted({key for one in item.indicators for key in one.target})
    return InitiativeSheetPaper(
        item.name,
        item.code,
        head,
        tuple((name, text) for name, text in texts if text.strip()),
        tuple(period_words(key, board.start) for key in keys),
        tuple(
            (_year(key, board), money(item.costs[key])) for key in (*PERIODS, UNDATED) if key in item.costs
        ),
        tuple(
            (
                f"{one.name} ({one.unit})" if one.unit.strip() else one.name,
                one.baseline + (f" ({one.baseline_year})" if one.baseline_year.strip() else ""),
                *(one.target.get(key, "") for key in keys),
                one.final or one.end,
            )
            for one in item.indicators
        ),
        tuple((say(_LINKS[name]), words.links[name]) for name in _LINKS if words.links.get(name)),
        tuple(say(GAPS[key]) for key in item.gaps),
    )


def _year(key: str, board: InitiativeBoard) -> str:
    return period_words(key, board.start) if key else NO_YEAR


def _whole_cost(item: Initiative) -> str:
    """Return what a program costs to the last rupiah, and whether its actions say so."""
    if item.money is None:
        return ""
    told = item.money.rupiah
    return f"{told} ({item.counted_from})" if item.counted_from == OF_ACTIONS else told


def owed_papers(board: InitiativeBoard, say: Say, opd: str = "") -> tuple[OwedPaper, ...]:
    """Return a page for each agency whose programs lack something, or for one agency whatever they lack."""
    found: list[OwedPaper] = []
    for home, own in board.by_opd():
        lacking = [item for item in own if item.gaps]
        if (opd and home.id != opd) or not (opd or lacking):
            continue
        told = f"{number(len(own) - len(lacking))} dari {number(len(own))} program sudah lengkap"
        rows = tuple(
            OwedRow(item.called, board.place(item), tuple(say(GAPS[key]) for key in item.gaps))
            for item in lacking
        )
        whole = tuple(item.called for item in own if item.is_whole)
        found.append(OwedPaper(home.name or say(_NO_OPD), told, rows, whole))
    return tuple(found)
